package intake

import (
	"fmt"

	"dossierbot/corpus"
)

// entry is what is said of a document. Empty values are not known.
type entry struct {
	ID        string
	Form      corpus.Form
	Title     string
	Author    string
	Source    string
	URL       string
	Published corpus.Date
	Language  string

	// Where it says so. They are no part of what is hashed: an entry that only
	// moved changes no document.
	idAt, publishedAt Place
}

// over is e with what it leaves open filled from o.
func (e entry) over(o entry) entry {
	if e.ID == "" {
		e.idAt = o.idAt
	}
	for _, p := range [][2]*string{
		{&e.ID, &o.ID}, {&e.Title, &o.Title}, {&e.Author, &o.Author}, {&e.Source, &o.Source},
		{&e.URL, &o.URL}, {&e.Language, &o.Language}, {(*string)(&e.Form), (*string)(&o.Form)},
	} {
		if *p[0] == "" {
			*p[0] = *p[1]
		}
	}
	if !e.Published.Known() {
		e.Published, e.publishedAt = o.Published, o.publishedAt
	}
	return e
}

type documentsYAML struct {
	Title     scalar         `yaml:"title"`
	Documents []documentYAML `yaml:"documents"`
}

type documentYAML struct {
	Path           scalar `yaml:"path"`
	ID             scalar `yaml:"id"`
	Form           scalar `yaml:"form"`
	Title          scalar `yaml:"title"`
	Author         scalar `yaml:"author"`
	Source         scalar `yaml:"source"`
	URL            scalar `yaml:"url"`
	Published      scalar `yaml:"published"`
	PublishedBasis scalar `yaml:"published_basis"`
	PublishedWhy   scalar `yaml:"published_why"`
	Language       scalar `yaml:"language"`
}

// readDocuments reads dossier.yaml, where there is one, into the documents'
// entries.
func (e *editing) readDocuments() {
	if !e.read(DocumentsFile, e.files.documents.fault) || !e.files.documents.own {
		return
	}
	y := e.files.documents.content
	e.dossier.Title, e.described = y.Title.text, true
	paths, ids := map[string]int{}, map[string]int{}
	for i, d := range y.Documents {
		if !e.refuse(e.readDocument(i+1, d, paths, ids)) {
			e.lost[d.ID.text] = d.ID.text != ""
		}
	}
}

// readDocument reads an entry by its number; paths and ids are those before it,
// with their lines.
func (e *editing) readDocument(number int, d documentYAML, paths, ids map[string]int) *FileError {
	name, id := d.Path.text, d.ID.text
	switch {
	case name == "":
		line := firstLine(d.Path, d.ID, d.Form, d.Title, d.Author, d.Source, d.URL, d.Published, d.Language)
		return &FileError{DocumentsFile, line, fmt.Sprintf("entry %d of documents has no path", number), "say which file it is about"}
	case paths[name] > 0:
		return &FileError{DocumentsFile, d.Path.line, fmt.Sprintf("the path %q stands in line %d already", name, paths[name]), "make one entry of the two"}
	case id != "" && ids[id] > 0:
		return &FileError{DocumentsFile, d.ID.line, fmt.Sprintf("the id %q is already that of line %d", id, ids[id]), "give each document its own"}
	}
	paths[name], ids[id] = d.Path.line, d.ID.line
	e.referred[name] = true
	doc := e.of.first(name)
	if doc == nil && !e.lost[name] && !e.of.isWarnedOf(name) {
		return &FileError{DocumentsFile, d.Path.line, fmt.Sprintf("there is no document at %q", name),
			"mend the path (below the folder, with forward slashes), or take the entry out"}
	}
	said, fault := d.entry(DocumentsFile)
	switch {
	case doc != nil:
		e.entries[name] = &said
	case e.lost[name] && id != "":
		e.lost[id] = true
	}
	return fault
}

// entry reads what is said of a document; where there is a fault, all but that.
func (d documentYAML) entry(file string) (entry, *FileError) {
	e := entry{
		ID: d.ID.text, Form: corpus.Form(d.Form.text), Title: d.Title.text, Author: d.Author.text,
		Source: d.Source.text, URL: d.URL.text, Language: d.Language.text,
		idAt: Place{file, d.ID.line}, publishedAt: Place{file, d.Published.line},
	}
	if e.Form != "" && e.Form != corpus.Source && e.Form != corpus.Note {
		return e, &FileError{file, d.Form.line, fmt.Sprintf("unknown form %q", e.Form), "use source or note"}
	}
	basis := corpus.Basis(d.PublishedBasis.text)
	if basis != "" && basis != corpus.Stated && basis != corpus.Inferred {
		return e, &FileError{file, d.PublishedBasis.line, fmt.Sprintf("unknown basis %q", basis), "use stated or inferred"}
	}
	date, fault := dateOf(file, d.Published)
	if fault != nil {
		return e, fault
	}
	if date.Known() {
		if basis != "" {
			date.Basis = basis
		}
		date.Why = d.PublishedWhy.text
	}
	e.Published = date
	return e, nil
}
