package intake

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/corpus/quotes"
	"dossierbot/corpus/timex"
)

// ErrChanged says that a document is not the one any more that was listed.
var ErrChanged = errors.New("it changed while it was read; it is read again at the next update")

// Reading is a document with what only its editor needs to know of how it was
// read.
type Reading struct {
	corpus.Document
	PublishedAt Place        // where an editor says when it was published; zero where none does
	Dateline    corpus.Date  // what the head of its text says of that; unknown where it says nothing
	Faults      []*FileError // corrections that could not be applied, by their lines; they are among the warnings
	Dated       []Dated      // the dates that corrections give to statements
}

// Dated is a date that corrections.yaml gives to a statement.
type Dated struct {
	Line  int
	Quote string // the statement's first words
	Said  corpus.Date
}

// Read reads a document: its text, what is known of it, its passages and
// their annotations.
func (f *Folder) Read(ctx context.Context, id string) (corpus.Document, error) {
	r, err := f.reading(ctx, id)
	return r.Document, err
}

func (f *Folder) reading(ctx context.Context, id string) (Reading, error) {
	doc := f.first(id)
	if doc == nil {
		return Reading{}, fmt.Errorf("read %s: no such document", id)
	}
	text, err := f.textOf(ctx, doc)
	if err != nil {
		return Reading{}, fmt.Errorf("read %s: %w", id, err)
	}
	return f.read(id, string(text), *doc.entry, doc.corrections), nil
}

// read reads a text of which an editor said something.
func (f *Folder) read(id, text string, e entry, corrections []correction) Reading {
	h := readHead(text, f.isBody)
	r := Reading{Document: describe(text, e, h), Dateline: h.published}
	r.ID = id
	r.Faults = f.annotate(&r.Document, h.body, corrections)
	if e.Published.Known() {
		r.PublishedAt = e.publishedAt
	}
	for _, c := range corrections {
		if c.Said.Known() {
			r.Dated = append(r.Dated, Dated{c.line, c.Quote, c.Said})
		}
	}
	return r
}

// textOf reads the text of a document again, which must be the one that was
// listed: else it would be taken for that from now on.
func (f *Folder) textOf(ctx context.Context, doc *document) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	text, err := f.reread(doc.file)
	if err == nil && hashOf(text) == doc.text {
		return text, nil
	}
	if a, found, err := f.archived(ctx, doc.id); err != nil || found && hashOf([]byte(a.text)) == doc.text {
		return []byte(a.text), err
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrChanged, err)
	}
	return nil, ErrChanged
}

// reread reads the text that stands where a document lies.
func (f *Folder) reread(doc *file) (text []byte, err error) {
	if doc.line == 0 {
		raw, err := f.readFile(doc.path)
		_, text = split(doc.path, raw)
		return text, err
	}
	opened, err := f.openFile(doc.path)
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	all, ok := opened.(io.ReaderAt)
	if !ok {
		return nil, errors.New("it cannot be read from its middle")
	}
	raw := make([]byte, doc.size)
	if n, err := all.ReadAt(raw, doc.at); n < len(raw) {
		return nil, err
	}
	_, text, fault := recordOf(withoutMark(raw, doc.at))
	if fault != "" {
		return nil, errors.New(fault)
	}
	return text, nil
}

// isBody tells whether a name is that of a known actor who is no person.
func (f *Folder) isBody(name string) bool {
	actors := f.names.Resolve(name)
	return names.Clear(actors) && !f.persons[actors[0].Actor]
}

// describe says what is known of a text: what an editor said of it, and where
// that is silent, what its own head says.
func describe(text string, e entry, h head) corpus.Document {
	d := corpus.Document{
		Name: e.ID, Form: cmp.Or(e.Form, corpus.Source), Text: text, URL: e.URL,
		Title: cmp.Or(e.Title, h.title), Author: cmp.Or(e.Author, h.author), Source: cmp.Or(e.Source, h.source),
		Language: cmp.Or(e.Language, languageOf(text)), Published: e.Published,
	}
	if !d.Published.Known() {
		d.Published = h.published
	}
	if !d.Published.Known() {
		d.Published = inferPublished(text)
	}
	return d
}

// annotate finds the passages, times, names and statements of a text, whose
// head ends at an offset. All but the passages are read from the plain text.
// corrections have the last word on the statements; those that cannot be applied
// are given back as faults.
func (f *Folder) annotate(d *corpus.Document, body int, corrections []correction) []*FileError {
	if d.Author != "" {
		if authors := f.names.Resolve(d.Author); names.Clear(authors) {
			d.AuthorID = authors[0].Actor
		}
	}
	d.Passages = corpus.Passages(d.ID, d.Text)
	text, p := d.Text, plainOf(d.Text)
	d.Text = p.text
	d.Times, d.Ranges = timex.Find(d.Text, d.Published)
	words := f.names.Cut(d.Text)
	d.Mentions = words.Mentions(d.Published)
	discovered, mentions := words.Discover(d.Mentions)
	d.Discovered = discovered
	d.Mentions = append(d.Mentions, mentions...)
	slices.SortStableFunc(d.Mentions, func(a, b corpus.Mention) int { return cmp.Compare(a.Start, b.Start) })
	isPerson := func(id string) bool {
		return f.isPerson(id) || slices.ContainsFunc(discovered, func(a corpus.Actor) bool { return a.ID == id && a.Kind == corpus.Person })
	}
	d.Statements = quotes.Find(d.Text, d.Mentions, isPerson)
	said, faults := f.correct(d, p.sentences, corrections)
	f.dateStatements(d, p.sentences, p.within(body), said)
	d.Text = text
	p.restoreAll(d)
	return faults
}

func (f *Folder) isPerson(actor string) bool { return f.persons[actor] }

// Inspect reads a single file, or the records of a .jsonl, as documents of a
// dossier with the bundled actors; a folder is read with its own. published,
// which may be unknown, is their date where no record and no front matter gives
// one; it goes before what a text's own head says.
func Inspect(ctx context.Context, name string, published corpus.Date, o Options) ([]corpus.Document, error) {
	if _, err := os.Stat(name); name != "" && errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such file or folder", name)
	}
	f, err := Open(ctx, name, o)
	if err != nil {
		return nil, err
	}
	docs := make([]corpus.Document, 0, len(f.documents))
	for _, s := range f.sources {
		for _, file := range s.files {
			doc := f.first(file.id)
			if doc.file != file {
				continue
			}
			text, err := f.textOf(ctx, doc)
			if err != nil {
				return nil, fmt.Errorf("read %s: %w", file.id, err)
			}
			e := *doc.entry
			if !e.Published.Known() {
				e.Published = published
			}
			docs = append(docs, f.read(file.id, string(text), e, doc.corrections).Document)
		}
	}
	return docs, nil
}
