package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"dossierbot/corpus"
	"dossierbot/corpus/dossier"
	"dossierbot/corpus/names"
)

// The editor's files, at the top of the folder.
const (
	DocumentsFile   = "dossier.yaml"
	ActorsFile      = "actors.yaml"
	TopicsFile      = "topics.yaml"
	CorrectionsFile = "corrections.yaml"
)

func isEditors(name string) bool {
	return slices.Contains([]string{DocumentsFile, ActorsFile, TopicsFile, CorrectionsFile}, name)
}

// readEditors reads the editor's files. A folder without actors.yaml or
// topics.yaml is served by the bundled ones; of their positions those count
// whose documents are here. A single file stands alone: the files beside it
// are not asked.
func (f *Folder) readEditors(single bool) error {
	f.dossier = &corpus.Dossier{}
	if !single {
		if err := f.readDocuments(); err != nil {
			return err
		}
	}
	documents := f.documentNames()
	topics, _, err := f.ownOrBundled(TopicsFile, single)
	if err != nil {
		return err
	}
	f.dossier.Topics = f.parseTopics(topics)
	actors, bundled, err := f.ownOrBundled(ActorsFile, single)
	if err != nil {
		return err
	}
	f.ownActors = !bundled
	f.dossier.Actors = f.parseActors(actors, evidence{
		topics: f.dossier, documents: documents, anyTopic: f.unread[TopicsFile], anyDocument: f.unread[DocumentsFile], bundled: bundled,
	})
	f.persons = map[string]bool{}
	for _, a := range f.dossier.Actors {
		f.persons[a.ID] = a.Kind == corpus.Person
	}
	if !single {
		if err := f.readCorrections(documents); err != nil {
			return err
		}
	}
	if err := f.faulty(); err != nil {
		return err
	}
	f.names = names.New(f.dossier.Actors)
	f.editors = hashOf(actors, topics)
	if err := f.hashEntries(); err != nil {
		return err
	}
	return f.hashCorrections()
}

// documentNames are the ids of the documents and the short names that an
// editor gave them; each means one document, or none where its entry is
// refused.
func (f *Folder) documentNames() map[string]string {
	known := make(map[string]string, 2*len(f.files))
	for _, short := range f.lost {
		known[short] = ""
	}
	for _, doc := range f.files {
		known[doc.id] = doc.id
	}
	for _, doc := range f.files {
		short := doc.entry.ID
		if short == "" {
			continue
		}
		if other := known[short]; other != "" && other != doc.id {
			at := doc.entry.idAt
			f.refuse(&FileError{at.File, at.Line, fmt.Sprintf("the id %q already means %s", short, other), "give each document its own"})
			continue
		}
		known[short] = doc.id
	}
	return known
}

// hashEntries adds what is said of each document to its hash.
func (f *Folder) hashEntries() error {
	for _, doc := range f.files {
		said, err := json.Marshal(doc.entry)
		if err != nil {
			return fmt.Errorf("hash %s: %w", doc.id, err)
		}
		doc.hash = hashOf([]byte(doc.hash), said, []byte(doc.entry.Published.Basis), []byte(doc.entry.Published.Why))
	}
	return nil
}

// ownOrBundled reads the folder's own file of a name, or else the bundled one.
// Of its own one that cannot be read it gives nothing.
func (f *Folder) ownOrBundled(name string, single bool) (raw []byte, bundled bool, err error) {
	if !single {
		raw, err := f.readEditorsFile(name)
		switch {
		case err == nil:
			return raw, false, nil
		case !errors.Is(err, fs.ErrNotExist):
			return nil, false, f.unreadable(name, err)
		}
	}
	raw, err = fs.ReadFile(dossier.FS(), name)
	return raw, true, err
}

// readEditorsFile reads a file at the top of the folder; fs.ErrNotExist where
// there is none.
func (f *Folder) readEditorsFile(name string) ([]byte, error) {
	if _, err := fs.Stat(f.fsys, name); errors.Is(err, fs.ErrNotExist) {
		return nil, fs.ErrNotExist
	}
	raw, err := f.readFile(name)
	if err != nil {
		return nil, &FileError{name, 0, err.Error(), "make it a file that can be read, or take it out"}
	}
	if at := invalidAt(raw); at < len(raw) {
		return nil, &FileError{name, 1 + bytes.Count(raw[:at], []byte("\n")), "it is not UTF-8", "convert it, for example with iconv -t utf-8"}
	}
	return raw, nil
}
