package intake

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/corpus/quotes"
	"dossierbot/corpus/timex"
)

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
	doc := f.byID[id]
	if doc == nil {
		return Reading{}, fmt.Errorf("read %s: no such document", id)
	}
	if err := ctx.Err(); err != nil {
		return Reading{}, err
	}
	raw := doc.text
	if doc.path != "" {
		var err error
		if raw, err = f.reread(doc.path); err != nil {
			return Reading{}, fmt.Errorf("read %s: %w", id, err)
		}
	}
	h := readHead(string(raw), f.isBody)
	r := Reading{Document: describe(string(raw), doc.entry, h), Dateline: h.published}
	r.ID = id
	r.Faults = f.annotate(&r.Document, h.body, doc.corrections)
	if doc.entry.Published.Known() {
		r.PublishedAt = doc.entry.publishedAt
	}
	for _, c := range doc.corrections {
		if c.Said.Known() {
			r.Dated = append(r.Dated, Dated{c.line, c.Quote, c.Said})
		}
	}
	return r, nil
}

// reread reads the text of a file, which may have changed since it was
// listed. What its front matter says was read then.
func (f *Folder) reread(name string) (text []byte, err error) {
	if text, err = f.readFile(name); err != nil {
		return nil, err
	}
	if isMarkdown(name) {
		var fault *FileError
		if _, text, fault = frontMatter(name, text); fault != nil {
			return nil, fault
		}
	}
	if fault := faultOf(text); fault != "" {
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
	docs := make([]corpus.Document, 0, len(f.files))
	for _, file := range f.files {
		if !file.entry.Published.Known() {
			file.entry.Published = published
		}
		d, err := f.Read(ctx, file.id)
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	return docs, nil
}
