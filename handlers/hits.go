package handlers

import (
	"slices"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
)

// hits makes the hits of a reply of the index's; the first has the rank after
// offset.
func (h *Handlers) hits(found []index.Hit, offset int) []Hit {
	out := make([]Hit, len(found))
	for i, f := range found {
		out[i] = h.hit(f)
		out[i].Rank = offset + i + 1
	}
	return out
}

func (h *Handlers) hit(f index.Hit) Hit {
	p := f.Passage
	hit := Hit{
		Score: f.Score, Coverage: f.Coverage, About: aboutOf(f.Document), Passage: p.ID, Key: p.Key, Start: p.Start, End: p.End, Text: p.Text,
		Matched: [][2]int{}, Statements: []Statement{}, Events: []corpus.Date{}, AlsoIn: []AlsoIn{},
	}
	for _, m := range f.Matched {
		hit.Matched = append(hit.Matched, [2]int{m.Start, m.End})
	}
	for i, s := range p.Statements {
		hit.Statements = append(hit.Statements, h.statement(p, s, slices.Contains(f.Asked, i)))
	}
	for _, t := range p.Times {
		if !slices.ContainsFunc(hit.Events, func(d corpus.Date) bool { return d.String() == t.Interval.String() }) {
			hit.Events = append(hit.Events, t.Interval)
		}
	}
	for _, a := range f.AlsoIn {
		hit.AlsoIn = append(hit.AlsoIn, alsoIn(a.Document, a.PassageID))
	}
	return hit
}

func alsoIn(d corpus.Document, passage string) AlsoIn {
	return AlsoIn{Document: d.ID, Passage: passage, Title: Optional(d.Title), Source: Optional(d.Source), Published: d.Published}
}

func aboutOf(d corpus.Document) About {
	about := About{
		Document: d.ID, Form: d.Form, Title: Optional(d.Title), Author: Optional(d.Author), Source: Optional(d.Source), URL: Optional(d.URL),
		Published: d.Published, PublishedBasis: d.Published.Basis, PublishedWhy: Optional(d.Published.Why),
	}
	if !d.Published.Known() {
		about.PublishedBasis = corpus.Unknown
	}
	return about
}

// statement makes a statement of a reply. Of one that goes beyond the passage
// only what lies in it is shown.
func (h *Handlers) statement(p index.Passage, s corpus.Statement, asked bool) Statement {
	span := s.Span()
	spans := [][2]int{}
	for _, s := range s.Spans {
		if p.Overlaps(s) {
			spans = append(spans, [2]int{max(s.Start, p.Start), min(s.End, p.End)})
		}
	}
	out := Statement{
		Spans: spans, Start: max(span.Start, p.Start), End: min(span.End, p.End),
		Speaker: Optional(s.Speaker), SpeakerText: Optional(s.SpeakerText), Kind: s.Kind, Said: s.Said, SaidWhy: Optional(s.Said.Why), Latest: s.Latest,
		When: s.When(), Asked: asked,
		Name: s.SpeakerText,
	}
	if p.Contains(s.Cue) && s.Cue.Len() > 0 {
		out.Cue = Optional(p.Text[s.Cue.Start-p.Start : s.Cue.End-p.Start])
	}
	if s.Speaker != "" {
		out.Name = h.nameOf(s.Speaker)
		out.Office = h.office(s.Speaker, s.Said)
	}
	return out
}

func (h *Handlers) candidates(found []names.Candidate) []Candidate {
	out := make([]Candidate, len(found))
	for i, c := range found {
		out[i] = Candidate{Actor: c.Actor, Name: h.nameOf(c.Actor), Matched: c.Matched, Score: c.Score, Office: h.officeNow(c.Actor)}
	}
	return out
}
