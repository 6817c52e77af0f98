package intake

import (
	"fmt"
	"maps"
	"slices"

	"dossierbot/corpus"
)

// edition is what the editor's files say, held against the documents that are
// here. It does not change once it is made.
type edition struct {
	dossier   *corpus.Dossier
	persons   map[string]bool // whether an actor is a person, by id
	described bool            // there is a dossier.yaml
	ownActors bool            // there is an actors.yaml
	lines     map[string]Lines
	entries   map[string]*entry       // what dossier.yaml says, by document
	corrected map[string][]correction // in the order of their lines, by document
	referred  map[string]bool         // every name by which it refers to a document
}

// editing makes an edition, and notes the faults that it finds. Those after the
// first are found too.
type editing struct {
	*edition
	of    *Folder // whose documents these are
	files editorsFiles
	// lenient is true where what the files say of documents, topics and actors
	// that are not here is passed over: what was no fault when it was written
	// goes on to count.
	lenient bool
	faults  []*FileError
	lost    map[string]bool // names of documents that are left out for a fault
	unread  map[string]bool // files of which nothing can be said
}

// refuse notes a fault; ok is true where there is none.
func (e *editing) refuse(fault *FileError) (ok bool) {
	if fault != nil {
		e.faults = append(e.faults, fault)
	}
	return fault == nil
}

// document is the id of the document that a name means. Of one that is left out
// for a fault it is empty: that is no other fault.
func (e *editing) document(name string) (id string, known bool) {
	e.referred[name] = true
	if id, known := e.of.means(name); known {
		return id, true
	}
	return "", e.lost[name] || e.unread[DocumentsFile]
}

// read tells whether a file can be read, and notes why it cannot.
func (e *editing) read(name string, fault *FileError) (ok bool) {
	if !e.refuse(fault) {
		e.unread[name] = true
	}
	return fault == nil
}

// edit holds the editor's files that count against the documents, and gives the
// faults that it finds.
func (d *draft) edit(lenient bool) []*FileError {
	next := d.next
	next.edition = edition{
		dossier: &corpus.Dossier{}, persons: map[string]bool{}, lines: map[string]Lines{},
		entries: map[string]*entry{}, corrected: map[string][]correction{}, referred: map[string]bool{},
	}
	next.held, next.silenced = map[string]string{}, nil
	e := &editing{edition: &next.edition, of: next, files: next.counted, lenient: lenient, lost: map[string]bool{}, unread: map[string]bool{}}
	for _, s := range next.broken {
		e.refuse(s.fault)
		e.lost[s.path] = true
		if s.id != "" {
			e.lost[s.id] = true
		} else {
			e.unread[DocumentsFile] = true // it may have one
		}
	}
	e.readDocuments()
	d.redo(slices.Values(d.touched.ids))
	d.redo(maps.Keys(d.was.entries))
	d.redo(maps.Keys(next.entries))
	d.redo(maps.Keys(d.was.corrected))
	d.redo(slices.Values(d.was.silenced))
	d.redo(maps.Values(d.was.held))
	d.name()
	for _, name := range d.contested() {
		e.refuseClaims(name)
		if lenient {
			d.settle(name)
		}
	}
	e.readTopics()
	e.readActors()
	e.readCorrections()
	d.redo(maps.Keys(next.corrected))
	for id, doc := range d.work {
		if doc != nil {
			doc.corrections = next.corrected[id]
		}
	}
	d.name()
	return e.faults
}

// claims are the documents that claim a name which means another, in the order
// of their places.
func (f *Folder) claims(name string) (means string, others []*document) {
	others = f.withName(name)
	if f.first(name) != nil {
		return name, others
	}
	return others[0].id, others[1:]
}

// refuseClaims notes as faults that documents claim a name which means another.
func (e *editing) refuseClaims(name string) {
	means, others := e.of.claims(name)
	for _, doc := range others {
		at := doc.entry.idAt
		e.refuse(&FileError{at.File, at.Line, fmt.Sprintf("the id %q already means %s", name, means), "give each document its own"})
	}
}

// settle lets a name that several documents claim go on to mean the one that it
// meant before, where that still bears it. The others go without a short name.
func (d *draft) settle(name string) {
	next := d.next
	means, others := next.claims(name)
	was, _ := d.was.means(name)
	if was != means && slices.ContainsFunc(others, func(doc *document) bool { return doc.id == was }) {
		means = was
	}
	for _, doc := range next.withName(name) {
		if doc.id == means {
			continue
		}
		nameless := *doc.entry
		nameless.ID = ""
		d.work[doc.id] = &document{file: doc.file, entry: &nameless}
		next.silenced = append(next.silenced, doc.id)
	}
	next.held[name] = means
	d.name()
}
