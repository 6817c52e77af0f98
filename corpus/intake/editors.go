package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/goccy/go-yaml"

	"dossierbot/corpus/dossier"
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

// editorsFiles are the editor's files, read and not yet held against the
// documents.
type editorsFiles struct {
	documents   edited[documentsYAML]
	topics      edited[topicsYAML]
	actors      edited[actorsYAML]
	corrections edited[correctionsYAML]
}

// edited is one of the editor's files.
type edited[T any] struct {
	own     bool // the folder has one; else it is the bundled one, or none
	raw     []byte
	content T
	fault   *FileError // why nothing can be said of what it holds
}

// onDisk reads those of the editor's files that lie at some paths, or are links;
// the others are as they were. A single file stands alone: the files beside it
// are not asked.
func (f *Folder) onDisk(was editorsFiles, paths []string) (editorsFiles, error) {
	return was.read(func(name string) ([]byte, error) {
		if f.site.single != "" {
			return nil, fs.ErrNotExist
		}
		told := slices.ContainsFunc(paths, func(p string) bool { return isBelow(p, name) || isBelow(name, p) })
		if info, err := fs.Lstat(f.site.fsys, name); !told && (err != nil || info.Mode()&fs.ModeSymlink == 0) {
			return nil, errAsBefore
		}
		return f.readEditorsFile(name)
	})
}

var errAsBefore = errors.New("it is as before")

// keptAs are the editor's files as they were kept, by their names.
func keptAs(files map[string][]byte) (editorsFiles, error) {
	return editorsFiles{}.read(func(name string) ([]byte, error) {
		if raw, ok := files[name]; ok {
			return raw, nil
		}
		return nil, fs.ErrNotExist
	})
}

// read reads and decodes the editor's files; what is as it was is not decoded
// again.
func (e editorsFiles) read(file func(name string) ([]byte, error)) (editorsFiles, error) {
	documents, err1 := readEdited(DocumentsFile, e.documents, file)
	topics, err2 := readEdited(TopicsFile, e.topics, file)
	actors, err3 := readEdited(ActorsFile, e.actors, file)
	corrections, err4 := readEdited(CorrectionsFile, e.corrections, file)
	return editorsFiles{documents, topics, actors, corrections}, errors.Join(err1, err2, err3, err4)
}

// readEdited reads one of the editor's files. Where there is none, the bundled
// actors and topics serve any folder.
func readEdited[T any](name string, was edited[T], file func(name string) ([]byte, error)) (edited[T], error) {
	raw, err := file(name)
	if errors.Is(err, errAsBefore) {
		return was, nil
	}
	own := !errors.Is(err, fs.ErrNotExist)
	if !own {
		raw, err = nil, nil
		if name == ActorsFile || name == TopicsFile {
			raw, err = fs.ReadFile(dossier.FS(), name)
		}
	}
	var fault *FileError
	switch {
	case errors.As(err, &fault):
		return edited[T]{own: true, fault: fault}, nil
	case err != nil:
		return edited[T]{}, err
	}
	if now := (edited[T]{own: own, raw: raw}); now.same(was) {
		return was, nil
	}
	var content T
	if fault := decode(name, raw, &content, yaml.Strict()); fault != nil {
		return edited[T]{own: own, raw: raw, fault: fault}, nil
	}
	return edited[T]{own: own, raw: raw, content: content}, nil
}

// same tells whether the files are the same, and all can be read.
func (e editorsFiles) same(o editorsFiles) bool {
	return e.documents.same(o.documents) && e.topics.same(o.topics) && e.actors.same(o.actors) && e.corrections.same(o.corrections)
}

func (e edited[T]) same(o edited[T]) bool {
	return e.own == o.own && e.fault == nil && o.fault == nil && bytes.Equal(e.raw, o.raw)
}

// sound tells whether all files can be read.
func (e editorsFiles) sound() bool { return e.same(e) }

// or is e with those files taken from o that have faults.
func (e editorsFiles) or(o editorsFiles, faults []*FileError) editorsFiles {
	for _, fault := range faults {
		switch fault.File {
		case DocumentsFile:
			e.documents = o.documents
		case TopicsFile:
			e.topics = o.topics
		case ActorsFile:
			e.actors = o.actors
		case CorrectionsFile:
			e.corrections = o.corrections
		}
	}
	return e
}

// own gives the folder's own files as they are written, by their names.
func (e editorsFiles) own() map[string][]byte {
	files := map[string][]byte{}
	for _, file := range []struct {
		name string
		own  bool
		raw  []byte
	}{
		{DocumentsFile, e.documents.own, e.documents.raw}, {TopicsFile, e.topics.own, e.topics.raw},
		{ActorsFile, e.actors.own, e.actors.raw}, {CorrectionsFile, e.corrections.own, e.corrections.raw},
	} {
		if file.own {
			files[file.name] = file.raw
		}
	}
	return files
}

// readEditorsFile reads a file at the top of the folder; fs.ErrNotExist where
// there is none.
func (f *Folder) readEditorsFile(name string) ([]byte, error) {
	if _, err := fs.Stat(f.site.fsys, name); errors.Is(err, fs.ErrNotExist) {
		return nil, fs.ErrNotExist
	}
	raw, err := f.readFile(name)
	if isOurs(err) {
		return nil, fmt.Errorf("%s %w", name, err)
	}
	if err != nil {
		return nil, &FileError{name, 0, err.Error(), "make it a file that can be read, or take it out"}
	}
	if at := invalidAt(raw); at < len(raw) {
		return nil, &FileError{name, 1 + bytes.Count(raw[:at], []byte("\n")), "it is not UTF-8", "convert it, for example with iconv -t utf-8"}
	}
	return raw, nil
}
