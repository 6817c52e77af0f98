package handlers

import (
	"strings"
	"unicode"

	"dossierbot/corpus"
	"dossierbot/corpus/versions"
	"dossierbot/index"
)

// edit tells in which sentences a text reads otherwise. Those that statements
// show already are left out.
func (h *Handlers) edit(c *changed, text versions.Comparison) {
	var edits []stretch
	for _, s := range text.Stretches {
		if s.Slip {
			continue
		}
		now := stretch{c.before.sentences(s.Before), c.after.sentences(s.After)}
		switch {
		case s.After.Len() == 0 && !hasWords(c.before.Text[now.before.Start:s.Before.Start]) && !hasWords(c.before.Text[s.Before.End:now.before.End]):
			now.after = s.After // whole sentences were taken out
		case s.Before.Len() == 0 && !hasWords(c.after.Text[now.after.Start:s.After.Start]) && !hasWords(c.after.Text[s.After.End:now.after.End]):
			now.before = s.Before // or put in
		}
		if n := len(edits); n > 0 && (now.before.Start < edits[n-1].before.End || now.after.Start < edits[n-1].after.End) {
			edits[n-1] = edits[n-1].with(now)
		} else {
			edits = append(edits, now)
		}
	}
	for _, e := range edits {
		if e.after.Len() > 0 {
			c.fresh = append(c.fresh, e.after)
		}
		if e.before.Len() > 0 {
			c.gone = append(c.gone, e.before)
		}
		if !c.shows(e) {
			c.Edits = append(c.Edits, c.textChanges(e)...)
		}
	}
}

// stretch is a stretch of one version of a text and that of another which stands
// in its place.
type stretch struct{ before, after corpus.Span }

func (s stretch) with(o stretch) stretch {
	return stretch{hull(s.before, o.before), hull(s.after, o.after)}
}

func hull(a, b corpus.Span) corpus.Span {
	return corpus.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

func hasWords(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// sentences are those that hold a stretch of the text, without the white space
// around them. Of an empty one it is the sentence in the middle of which it
// stands, or else the one that follows.
func (v version) sentences(s corpus.Span) corpus.Span {
	if s.Len() == 0 {
		if s.Start > 0 {
			in := v.sentences(corpus.Span{Start: s.Start - 1, End: s.Start})
			if in.End > s.End && hasWords(v.Text[in.Start:s.Start]) {
				return in
			}
		}
		s.Start += len(v.Text[s.Start:]) - len(strings.TrimLeftFunc(v.Text[s.Start:], unicode.IsSpace))
		if s.Start == len(v.Text) {
			return corpus.Span{Start: s.End, End: s.End}
		}
		s.End = s.Start + 1
	}
	out := s
	for _, hit := range v.hits {
		if p := hit.Passage; p.Overlaps(s) {
			out = hull(out, sentencesOf(p, s))
		}
	}
	return out
}

// sentencesOf are the sentences of a passage that hold something of a stretch.
func sentencesOf(p index.Passage, s corpus.Span) corpus.Span {
	return sentencesAround(p, corpus.Statement{Spans: []corpus.Span{s}})
}

// shows tells whether the statements of a change show all of an edit.
func (c *changed) shows(e stretch) bool {
	within := func(s corpus.Span, statements []DigestStatement) bool {
		for _, o := range statements {
			if o.Start <= s.Start && s.End <= o.End {
				return true
			}
		}
		return false
	}
	var was, is []DigestStatement
	for _, k := range c.Corrected {
		was, is = append(was, k.Before), append(is, k.After)
	}
	return (e.before.Len() == 0 || within(e.before, append(was, c.Gone...))) && (e.after.Len() == 0 || within(e.after, append(is, c.Statements...)))
}

// textChanges tells an edit passage by passage.
func (c *changed) textChanges(e stretch) []TextChange {
	before, after := c.before.pieces(e.before), c.after.pieces(e.after)
	out := make([]TextChange, max(len(before), len(after)))
	for i, p := range before {
		out[i].Before, out[i].was = p.Text, p
	}
	for i, p := range after {
		out[i].After, out[i].Passage, out[i].Key, out[i].Start, out[i].End = p.Text, Optional(p.Passage), Optional(p.Key), p.Start, p.End
	}
	return out
}

// pieces are the parts of a stretch that lie in the passages of a version,
// those with words.
func (v version) pieces(s corpus.Span) []Excerpt {
	var out []Excerpt
	for _, hit := range v.hits {
		p := hit.Passage
		part := corpus.Span{Start: max(s.Start, p.Start), End: min(s.End, p.End)}
		if part.Len() <= 0 || !hasWords(v.Text[part.Start:part.End]) {
			continue
		}
		part = trimmed(p, part)
		out = append(out, Excerpt{Passage: p.ID, Key: p.Key, Start: part.Start, End: part.End, Text: v.Text[part.Start:part.End]})
	}
	return out
}
