package terminal

import (
	"dossierbot/corpus"
	"dossierbot/handlers"
)

// readFile is how a file was read, as inspect prints it in JSON. Offsets are
// bytes into Text.
type readFile struct {
	handlers.About
	Language   handlers.Optional `json:"language"`
	Text       string            `json:"text"`
	Passages   []spanRead        `json:"passages"`
	Times      []timeRead        `json:"times"`
	Ranges     []rangeRead       `json:"ranges"`
	Mentions   []mentionRead     `json:"mentions"`
	Statements []statementRead   `json:"statements"`
	Warnings   []string          `json:"warnings"`
}

type spanRead struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type timeRead struct {
	spanRead
	Text     string      `json:"text"`
	Value    corpus.Date `json:"value"`
	Interval corpus.Date `json:"interval"`
	Why      string      `json:"why"`
}

type rangeRead struct {
	spanRead
	From     string      `json:"from"` // EDTF, or ".." where that side is open
	To       string      `json:"to"`
	Interval corpus.Date `json:"interval"`
}

type mentionRead struct {
	spanRead
	Actor     string `json:"actor"`
	Ambiguous bool   `json:"ambiguous"`
}

type statementRead struct {
	Spans       [][2]int          `json:"spans"`
	SpeakerSpan *[2]int           `json:"speaker_span"`
	SpeakerText handlers.Optional `json:"speaker_text"`
	Speaker     handlers.Optional `json:"speaker"`
	CueSpan     *[2]int           `json:"cue_span"`
	Kind        corpus.Kind       `json:"kind"`
	Said        corpus.Date       `json:"said"`
	SaidWhy     handlers.Optional `json:"said_why"`
}

// readingOf is how a document was read.
func readingOf(d corpus.Document) readFile {
	r := readFile{
		About: handlers.About{
			Document: d.ID, Form: d.Form, Title: handlers.Optional(d.Title), Author: handlers.Optional(d.Author),
			Source: handlers.Optional(d.Source), URL: handlers.Optional(d.URL), Published: d.Published,
			PublishedBasis: corpus.Unknown, PublishedWhy: handlers.Optional(d.Published.Why),
		},
		Language: handlers.Optional(d.Language), Text: d.Text,
		Passages: []spanRead{}, Times: []timeRead{}, Ranges: []rangeRead{}, Mentions: []mentionRead{},
		Statements: []statementRead{}, Warnings: append([]string{}, d.Warnings...),
	}
	if d.Published.Known() {
		r.PublishedBasis = d.Published.Basis
	}
	for _, p := range d.Passages {
		r.Passages = append(r.Passages, spanOf(p.Span))
	}
	for _, t := range d.Times {
		r.Times = append(r.Times, timeRead{spanOf(t.Span), d.Text[t.Start:t.End], t.Value, t.Interval, t.Why})
	}
	for _, g := range d.Ranges {
		r.Ranges = append(r.Ranges, rangeRead{spanOf(g.Span), end(g.From), end(g.To), g.Interval})
	}
	for _, m := range d.Mentions {
		r.Mentions = append(r.Mentions, mentionRead{spanOf(m.Span), m.Actor, m.Ambiguous})
	}
	for _, s := range d.Statements {
		r.Statements = append(r.Statements, statementOf(s))
	}
	return r
}

func statementOf(s corpus.Statement) statementRead {
	out := statementRead{
		Spans: [][2]int{}, SpeakerSpan: placeOf(s.SpeakerSpan), SpeakerText: handlers.Optional(s.SpeakerText),
		Speaker: handlers.Optional(s.Speaker), CueSpan: placeOf(s.Cue), Kind: s.Kind, Said: s.Said,
		SaidWhy: handlers.Optional(s.Said.Why),
	}
	for _, span := range s.Spans {
		out.Spans = append(out.Spans, [2]int{span.Start, span.End})
	}
	return out
}

func spanOf(s corpus.Span) spanRead { return spanRead{s.Start, s.End} }

// placeOf is nil for the zero span, which is no place.
func placeOf(s corpus.Span) *[2]int {
	if s == (corpus.Span{}) {
		return nil
	}
	return &[2]int{s.Start, s.End}
}

// end is an end of a range in EDTF.
func end(d corpus.Date) string {
	if !d.Known() {
		return ".."
	}
	return d.String()
}
