package quotes

import (
	"cmp"
	"slices"

	"dossierbot/corpus"
)

// finder makes statements of sentences, read one after another.
type finder struct {
	tokens []token
	people *people
	found  []corpus.Statement

	// What the sentences before leave open.
	title     bool        // nothing has been read: the first line may be a headline
	last      int         // the statement that a quotation may continue, -1 for none
	apart     bool        // a sentence stands between that statement and what follows
	open      *speaker    // whom a quotation that follows is given to
	openCue   corpus.Span // the verb of saying before it
	announced bool        // the sentence before ended in a colon
	chain     bool        // the paragraph before was a quotation that a colon brought in
	turn      int         // 1 + the turn of a transcript that the paragraph holds, 0 for none
	bare      int         // 1 + the quotation without a speaker that was the sentence before, 0 for none
}

// statements gives what was found, in order of the text.
func (f *finder) statements() []corpus.Statement {
	slices.SortStableFunc(f.found, func(a, b corpus.Statement) int {
		return cmp.Or(cmp.Compare(a.Spans[0].Start, b.Spans[0].Start), cmp.Compare(b.Span().End, a.Span().End))
	})
	return f.found
}

// read finds the statements of one sentence.
func (f *finder) read(s []token) {
	title := f.title
	f.title = false
	if f.takeTurn(s, title) {
		return
	}
	if s[0].before == paragraph && !f.announced && !f.chain {
		f.last, f.open = -1, nil
	}
	f.people.note(s)
	if f.signed(s) || f.continued(s) {
		return
	}
	f.chain = false
	if f.announced {
		f.last = -1
	}
	hits := hits(s)
	used := map[int]bool{}
	last := -1
	for _, h := range hits {
		// A quotation that follows continues one before it rather than a
		// report, and the first cue rather than one within what it brings in.
		if i := f.add(s, h, used); i >= 0 && (last < 0 || f.found[i].Kind == corpus.Direct) {
			last = i
		}
	}
	if i := f.unclaimed(s, hits, used); i >= 0 {
		last = i
	}
	f.apart = last < 0 && f.keeps(s)
	if !f.apart {
		f.last = last
	}
	f.announce(s, hits)
	f.people.close(s, hits)
	f.bare = 0
	if n := len(f.found); len(hits) == 0 && last >= 0 && last == n-1 && allQuoted(s) {
		f.bare = n
	}
}

// add makes a statement of a hit, and gives its index; -1 for a hit that
// brings nothing in.
func (f *finder) add(s []token, h hit, used map[int]bool) int {
	var spans []corpus.Span
	words, quoted := 0, 0
	for _, p := range h.parts {
		for i := p.from; i < p.to; i++ {
			switch {
			case s[i].quote != nil:
				quoted++
			case s[i].shape != punct:
				words++
			}
		}
		spans = append(spans, spanOf(s, p))
	}
	kind := corpus.Reported
	switch {
	case words+quoted == 0:
		return -1
	case words == 0:
		kind = corpus.Direct
	case quoted > 0:
		kind = corpus.Mixed
	}
	if kind == corpus.Direct {
		for _, p := range h.parts {
			if used[p.from] {
				return -1 // given to another cue already
			}
		}
	}
	for _, p := range h.parts {
		for i := p.from; i < p.to; i++ {
			if s[i].quote != nil {
				used[i] = true
			}
		}
	}
	f.found = append(f.found, statement(spans, kind, f.speakerOf(s, h), spanOf(s, h.cue)))
	return len(f.found) - 1
}

// speakerOf is whom a hit gives its words to: nobody where its subject is no
// speaker.
func (f *finder) speakerOf(s []token, h hit) speaker {
	if h.voiceless {
		return speaker{}
	}
	return f.people.speaker(s, h.subject)
}

func statement(spans []corpus.Span, kind corpus.Kind, who speaker, cue corpus.Span) corpus.Statement {
	return corpus.Statement{Spans: spans, Kind: kind, Speaker: who.actor, SpeakerText: who.text, SpeakerSpan: who.span, Cue: cue}
}

// spanOf is the place in the text of a stretch of a sentence.
func spanOf(s []token, p stretch) corpus.Span {
	if p.empty() {
		return corpus.Span{}
	}
	return corpus.Span{Start: s[p.from].start, End: s[p.to-1].end}
}
