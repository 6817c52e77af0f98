package intake

import (
	"context"
	"encoding/json"
	"fmt"

	"dossierbot/corpus"
)

// version is a document as it is archived: all that is needed to read it again.
// Its keys stay what they are, for archives outlive the program.
type version struct {
	Text        string              `json:"text"`
	ID          string              `json:"id,omitempty"` // the short name
	Form        corpus.Form         `json:"form,omitempty"`
	Title       string              `json:"title,omitempty"`
	Author      string              `json:"author,omitempty"`
	Source      string              `json:"source,omitempty"`
	URL         string              `json:"url,omitempty"`
	Published   versionDate         `json:"published,omitzero"`
	PublishedAt Place               `json:"published_at,omitzero"`
	Language    string              `json:"language,omitempty"`
	Corrections []versionCorrection `json:"corrections,omitempty"`
}

// versionDate is a date with its basis and reason, which its JSON leaves out.
type versionDate struct {
	EDTF  string       `json:"edtf"`
	Basis corpus.Basis `json:"basis"`
	Why   string       `json:"why,omitempty"`
}

type versionCorrection struct {
	Quote   string      `json:"quote"`
	Speaker string      `json:"speaker,omitempty"` // actor id
	Name    string      `json:"name,omitempty"`    // of the speaker
	Said    versionDate `json:"said,omitzero"`
	Drop    bool        `json:"drop,omitempty"`
	Line    int         `json:"line"`
}

// Archive gives a document as it is now, to be read again by ReadArchived when
// it is changed or gone. What the bytes say is nobody else's matter. Its error
// is ErrChanged where the document is another already.
func (f *Folder) Archive(ctx context.Context, id string) ([]byte, error) {
	doc := f.first(id)
	if doc == nil {
		return nil, fmt.Errorf("archive %s: no such document", id)
	}
	text, err := f.textOf(ctx, doc)
	if err != nil {
		return nil, fmt.Errorf("archive %s: %w", id, err)
	}
	e := doc.entry
	v := version{
		Text: string(text), ID: e.ID, Form: e.Form, Title: e.Title, Author: e.Author, Source: e.Source, URL: e.URL,
		Published: versionOf(e.Published), PublishedAt: e.publishedAt, Language: e.Language,
	}
	for _, c := range doc.corrections {
		speaker, _ := f.dossier.Actor(c.Speaker) // there may be none
		v.Corrections = append(v.Corrections, versionCorrection{c.Quote, c.Speaker, speaker.Name, versionOf(c.Said), c.Drop, c.line})
	}
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("archive %s: %w", id, err)
	}
	return raw, nil
}

// ReadArchived reads an archived document under the id that it had, by the rules
// and with the actors of today.
func (f *Folder) ReadArchived(ctx context.Context, id string, raw []byte) (Reading, error) {
	if err := ctx.Err(); err != nil {
		return Reading{}, err
	}
	v, err := archivedFrom(raw)
	if err != nil {
		return Reading{}, fmt.Errorf("read %s as it was archived: %w", id, err)
	}
	return f.read(id, v.text, v.entry, v.corrections), nil
}

// ArchivedText is the text of an archived document, which takes no reading.
func ArchivedText(raw []byte) (string, error) {
	v, err := archivedFrom(raw)
	if err != nil {
		return "", fmt.Errorf("take the text of an archived document: %w", err)
	}
	return v.text, nil
}

// archived is a document as it was archived.
type archived struct {
	text        string
	entry       entry
	corrections []correction
}

func archivedFrom(raw []byte) (archived, error) {
	var v version
	if err := json.Unmarshal(raw, &v); err != nil {
		return archived{}, err
	}
	published, err := v.Published.date()
	if err != nil {
		return archived{}, err
	}
	a := archived{text: v.Text, entry: entry{
		ID: v.ID, Form: v.Form, Title: v.Title, Author: v.Author, Source: v.Source, URL: v.URL,
		Published: published, publishedAt: v.PublishedAt, Language: v.Language,
	}}
	for _, c := range v.Corrections {
		said, err := c.Said.date()
		if err != nil {
			return archived{}, err
		}
		a.corrections = append(a.corrections, correction{Quote: c.Quote, Speaker: c.Speaker, name: c.Name, Said: said, Drop: c.Drop, line: c.Line})
	}
	return a, nil
}

// archived is a document as it was archived last; found is false where it was
// not.
func (f *Folder) archived(ctx context.Context, id string) (a archived, found bool, err error) {
	if f.options.Archived == nil {
		return archived{}, false, nil
	}
	raw, err := f.options.Archived(ctx, id)
	if err != nil || raw == nil {
		return archived{}, false, err
	}
	a, err = archivedFrom(raw)
	return a, err == nil, err
}

func versionOf(d corpus.Date) versionDate {
	return versionDate{d.String(), d.Basis, d.Why}
}

func (v versionDate) date() (corpus.Date, error) {
	d, err := corpus.ParseDate(v.EDTF)
	if err != nil {
		return corpus.Date{}, err
	}
	d.Basis, d.Why = v.Basis, v.Why
	return d, nil
}
