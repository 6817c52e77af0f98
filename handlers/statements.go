package handlers

import (
	"slices"
	"strings"
	"unicode"

	"dossierbot/corpus"
	"dossierbot/index"
	"dossierbot/index/words"
)

// ActorStatement is what an actor said, by itself.
type ActorStatement struct {
	About
	Passage string      `json:"passage"`
	Key     string      `json:"key"`
	Start   int         `json:"start"`
	End     int         `json:"end"`
	Text    string      `json:"text"`
	Speaker Optional    `json:"speaker"`
	Name    string      `json:"name"` // of the speaker, as fully as is known
	Said    corpus.Date `json:"said"`
	SaidWhy Optional    `json:"said_why"`
	Latest  bool        `json:"latest"` // Said is the document's date: it was said then or before
	When    string      `json:"when"`   // for people: "26 Nov 2025", "by Oct 2024"
	Kind    corpus.Kind `json:"kind"`
	Topics  []string    `json:"topics"`  // ids of the topics whose words are in it
	AlsoIn  []AlsoIn    `json:"also_in"` // other documents with the same words
}

// statementsOf are the statements in the passages that are wanted, newest
// first, each with the sentences that it stands in.
func (h *Handlers) statementsOf(passages []index.Hit, wanted func(corpus.Statement) bool) []ActorStatement {
	out := []ActorStatement{}
	type place struct {
		document, speaker string
		start             int
	}
	seen := map[place]bool{}   // where statements begin, and the sentences that are shown
	said := map[string][]int{} // speaker and words to their places in out
	for _, hit := range passages {
		p := hit.Passage
		for _, s := range p.Statements {
			if !wanted(s) {
				continue
			}
			one := h.actorStatement(hit, s)
			begins, shown := place{hit.Document.ID, one.Name, s.Span().Start}, place{hit.Document.ID, one.Name, one.Start}
			if seen[begins] || seen[shown] {
				continue
			}
			seen[begins], seen[shown] = true, true
			words := wordsSaid(p, s)
			by := one.Name + "\n" + words
			if at := slices.IndexFunc(said[by], func(i int) bool { return sameOccasion(out[i], one) }); at >= 0 {
				first := &out[said[by][at]]
				if !slices.ContainsFunc(first.AlsoIn, func(a AlsoIn) bool { return a.Document == one.Document }) {
					first.AlsoIn = append(first.AlsoIn, alsoIn(hit.Document, p.ID))
				}
				continue
			}
			if words != "" {
				said[by] = append(said[by], len(out))
			}
			out = append(out, one)
		}
	}
	slices.SortStableFunc(out, func(a, b ActorStatement) int { return newestFirst(a.Said, b.Said) })
	return out
}

// actorStatement is a statement by itself, with the sentences it stands in.
func (h *Handlers) actorStatement(hit index.Hit, s corpus.Statement) ActorStatement {
	p := hit.Passage
	span := sentencesAround(p, s)
	text := p.Text[span.Start-p.Start : span.End-p.Start]
	return ActorStatement{
		About: aboutOf(hit.Document), Passage: p.ID, Key: p.Key, Start: span.Start, End: span.End, Text: text,
		Speaker: Optional(s.Speaker), Name: h.speakerOf(s), Said: s.Said, SaidWhy: Optional(s.Said.Why), Latest: s.Latest, When: s.When(),
		Kind: s.Kind, Topics: h.topics.in(text), AlsoIn: []AlsoIn{},
	}
}

// speakerOf names who made a statement, as fully as is known.
func (h *Handlers) speakerOf(s corpus.Statement) string {
	if s.Speaker != "" {
		return h.nameOf(s.Speaker)
	}
	return s.SpeakerText
}

// sameOccasion tells whether the same words in two documents may have been
// said once: both documents are sources, or both notes, and the dates agree as
// far as they are known.
func sameOccasion(a, b ActorStatement) bool {
	return a.Document != b.Document && a.Form == b.Form && (!a.Said.Known() || !b.Said.Known() || a.Said.Overlaps(b.Said))
}

// wordsSaid are the words of a direct statement, folded, by which it is known
// again elsewhere; empty for any other.
func wordsSaid(p index.Passage, s corpus.Statement) string {
	if s.Kind != corpus.Direct {
		return ""
	}
	var out []string
	for _, span := range s.Spans {
		if !p.Contains(span) {
			return ""
		}
		for _, w := range words.Of(p.Text[span.Start-p.Start : span.End-p.Start]) {
			out = append(out, w.Folded)
		}
	}
	return strings.Join(out, " ")
}

// sentencesAround is the stretch of the passage's sentences that hold a
// statement, who said it, and the verb.
func sentencesAround(p index.Passage, s corpus.Statement) corpus.Span {
	out := corpus.Span{}
	for _, sentence := range corpus.Sentences(p.Text) {
		here := corpus.Span{Start: sentence.Start + p.Start, End: sentence.End + p.Start}
		if !here.Overlaps(s.Span()) && !here.Overlaps(s.Cue) && !here.Overlaps(s.SpeakerSpan) {
			continue
		}
		if out.Len() == 0 {
			out.Start = here.Start
		}
		out.End = here.End
	}
	if out.Len() == 0 {
		return p.Span
	}
	return trimmed(p, out)
}

// trimmed is a stretch of a passage without white space at its ends.
func trimmed(p index.Passage, s corpus.Span) corpus.Span {
	text := p.Text[s.Start-p.Start : s.End-p.Start]
	s.Start += len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	s.End -= len(text) - len(strings.TrimRightFunc(text, unicode.IsSpace))
	return s
}
