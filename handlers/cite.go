package handlers

import (
	"context"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/index"
)

// CiteRequest asks for the citations of a passage.
type CiteRequest struct {
	Key string // of a hit, or the passage's id
}

// CiteReply is how one passage is cited.
type CiteReply struct {
	Revision string `json:"revision"`
	Dossier  string `json:"dossier"` // its title; may be empty
	About
	Passage   string     `json:"passage"`
	Key       string     `json:"key"`
	Start     int        `json:"start"`
	End       int        `json:"end"`
	Text      string     `json:"text"` // verbatim
	Citations []Citation `json:"citations"`
}

// CiteStyle is a style of citation.
type CiteStyle string

// The styles of citation.
const (
	Chicago             CiteStyle = "chicago"
	ChicagoBibliography CiteStyle = "chicago-bibliography"
	APA                 CiteStyle = "apa"
	MLA                 CiteStyle = "mla"
	BibTeX              CiteStyle = "bibtex"
	RIS                 CiteStyle = "ris"
	Markdown            CiteStyle = "markdown"
)

// Citation is a citation in one style, ready to be pasted. All but BibTeX and
// RIS are one line.
type Citation struct {
	Style CiteStyle `json:"style"`
	Name  string    `json:"name"` // for people: "Chicago, note"
	Text  string    `json:"text"`
}

// citeStyles are the styles in the order in which they are shown.
var citeStyles = []struct {
	style CiteStyle
	name  string
	write func(work) string
}{
	{Chicago, "Chicago, note", work.chicagoNote},
	{ChicagoBibliography, "Chicago, bibliography", work.chicagoEntry},
	{APA, "APA 7", work.apa},
	{MLA, "MLA 9", work.mla},
	{Markdown, "Markdown", work.markdown},
	{BibTeX, "BibTeX", work.bibtex},
	{RIS, "RIS", work.ris},
}

// CiteStyles are the styles in the order in which they are shown.
func CiteStyles() []CiteStyle {
	var out []CiteStyle
	for _, s := range citeStyles {
		out = append(out, s.style)
	}
	return out
}

// Cite gives ready citations of a passage in all styles. Each has the author,
// title, publisher, date and address as far as they are known, the passage's
// permanent id and the revision of the corpus; an unknown date is "n.d.", one
// that was reckoned is marked "[inferred]". A note of ours is cited as an
// editor's note on its source, and its author is not the source's. The error
// is a *Problem where there is no such passage.
func (h *Handlers) Cite(ctx context.Context, r CiteRequest) (CiteReply, error) {
	key := strings.TrimSpace(r.Key)
	_, hit, _, found, err := h.index.Passage(ctx, h.keyOf(key))
	if err != nil {
		return CiteReply{}, err
	}
	if !found {
		p := &Problem{What: "The dossier has no passage " + quoted(key), Do: "Copy its id from an answer, or ask again: its document may have changed"}
		if len(h.documents) > 0 {
			p.Example = h.documents[0].Document.ID + "#1"
		}
		return CiteReply{}, p
	}
	reply := CiteReply{
		Revision: h.index.Stats().Revision, Dossier: h.about().Title, About: aboutOf(hit.Document),
		Passage: hit.Passage.ID, Key: hit.Passage.Key, Start: hit.Passage.Start, End: hit.Passage.End, Text: hit.Passage.Text,
	}
	w := h.work(hit.Document, reply)
	for _, s := range citeStyles {
		reply.Citations = append(reply.Citations, Citation{s.style, s.name, s.write(w)})
	}
	return reply, nil
}

// keyOf is the key of a passage that is given by its key, by its id, or by the
// short id of its document in place of the path.
func (h *Handlers) keyOf(given string) string {
	at := strings.LastIndex(given, "#")
	if at < 0 {
		return given
	}
	document, number := given[:at], given[at+1:]
	named := func(d *index.DocumentEntry) bool { return d.Document.Name != "" && d.Document.Name == document }
	if i := slices.IndexFunc(h.documents, named); i >= 0 {
		document = h.documents[i].Document.ID
	}
	return index.Key(document + "#" + number)
}

// work is what is cited, each part on one line; what is not known is empty.
type work struct {
	author byline
	title  string
	quoted bool // the title is that of the text itself, and stands in quotation marks
	ours   bool // the words are an editor's: the title says on what, and when that appeared
	source string
	date   corpus.Date
	url    string
	at     string // the passage, its dossier and revision
	id     string // for BibTeX and RIS: of letters, digits and "-"
}

// work is a passage's document as it is cited.
func (h *Handlers) work(d corpus.Document, r CiteReply) work {
	w := work{
		author: h.byline(d.Author), title: OneLine(d.Title), quoted: true, source: OneLine(d.Source), date: d.Published,
		at: OneLine(r.Passage) + " (key " + r.Key + ")", id: citeID(r),
	}
	w.url, _ = WebAddress(d.URL)
	if w.title == "" {
		w.title, w.quoted = "[untitled document "+OneLine(d.ID)+"]", false
	}
	if d.Form == corpus.Note {
		// Author and day are those of the source, and must not seem to be our words'.
		w = work{title: "Editor's note on " + w.plain(), ours: true, url: w.url, at: w.at, id: w.id}
	}
	if r.Dossier != "" {
		w.at += " in the dossier “" + OneLine(r.Dossier) + "”"
	}
	w.at += ", revision " + r.Revision
	return w
}

// plain is the work in a sentence, without its end.
func (w work) plain() string {
	return commas(w.author.natural(), w.heading(","), w.source, dayFirst.date(w.date))
}

// commas joins the parts that are not empty; what ends with a comma needs no
// other.
func commas(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		switch s := b.String(); {
		case p == "" || s == "":
		case strings.HasSuffix(s, ",”"):
			b.WriteByte(' ')
		default:
			b.WriteString(", ")
		}
		b.WriteString(p)
	}
	return b.String()
}

// heading is the title with a mark behind it, which stands inside of the
// quotation marks, as Americans write it.
func (w work) heading(mark string) string {
	switch {
	case mark == ".":
		mark = stopAfter(w.title)
	case !w.quoted:
		mark = "" // where there are no quotation marks it comes by itself
	}
	if w.quoted {
		return "“" + w.title + mark + "”"
	}
	return w.title + mark
}

// stopAfter is the full stop that a text needs at its end, if any.
func stopAfter(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…") {
		return ""
	}
	return "."
}

// citeID is an id that BibTeX and RIS take: made of the passage's own, and of
// its key, which tells ids apart that are alike.
func citeID(r CiteReply) string {
	var b strings.Builder
	for _, c := range strings.ToLower(r.Passage) {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			b.WriteRune(c)
		} else if s := b.String(); s != "" && !strings.HasSuffix(s, "-") {
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-") + "-" + r.Key[:8]
}
