package quotes

import (
	"slices"
	"strings"

	"dossierbot/corpus"
)

// continued takes a sentence that is all quotation for more of what the
// speaker before said.
func (f *finder) continued(s []token) bool {
	n := quoteRun(s, 0)
	if n == 0 {
		return false
	}
	for _, t := range s[n:] {
		if t.shape != punct || t.quote != nil {
			return false
		}
	}
	span := corpus.Span{Start: s[0].start, End: s[n-1].end}
	switch {
	case f.open != nil && (f.announced || f.last < 0):
		f.found = append(f.found, statement([]corpus.Span{span}, corpus.Direct, *f.open, f.openCue))
		f.last = len(f.found) - 1
		f.announced, f.chain = false, f.announced
		return true
	case f.last >= 0 && (s[0].before != paragraph || f.chain):
		prior := &f.found[f.last]
		if prior.Kind == corpus.Reported || f.apart {
			next := *prior
			next.Spans, next.Kind = []corpus.Span{span}, corpus.Direct
			f.found = append(f.found, next)
			f.last, f.apart = len(f.found)-1, false
			return true
		}
		prior.Spans = append(prior.Spans, span)
		return true
	}
	return false
}

// announce remembers whose words a sentence leads up to, where it ends in a
// colon and so brings in the next paragraph, or where it says what someone did
// and a quotation may follow within the paragraph.
func (f *finder) announce(s []token, hits []hit) {
	f.announced = s[len(s)-1].word == ":"
	f.open = nil
	for _, h := range slices.Backward(hits) {
		if f.announced && h.frames&(quotes|clause) != 0 && !h.source {
			who := f.speakerOf(s, h)
			f.open, f.openCue = &who, spanOf(s, h.cue)
			return
		}
	}
	if sub, ok := firstSubject(s, len(s)); ok && f.people.nameIn(s, sub.stretch) != nil {
		who := f.people.speaker(s, sub)
		f.open, f.openCue = &who, corpus.Span{}
	}
}

// keeps tells whether, after a sentence without a cue, the paragraph still
// speaks of the last speaker alone: it begins with a pronoun or their name.
func (f *finder) keeps(s []token) bool {
	if f.last < 0 || s[0].before == paragraph {
		return false
	}
	if is(s, 0, personal) {
		return true
	}
	sub, ok := firstSubject(s, len(s))
	if !ok {
		return false
	}
	who := f.people.nameIn(s, sub.stretch)
	return who != nil && who.name == f.found[f.last].SpeakerText
}

// signed gives the quotation that makes up the paragraph before to the name
// that stands alone after a dash: "― X".
func (f *finder) signed(s []token) bool {
	const longest = 8
	n := len(f.found)
	if n == 0 || len(s) > longest || !isDash(s[0].word) || f.found[n-1].SpeakerSpan != (corpus.Span{}) || f.bare != n {
		return false
	}
	np := phraseAfter(s, 1, false)
	if np.empty() || s[1].shape != capital {
		return false
	}
	who := f.people.speaker(s, subject{stretch: np})
	prior := &f.found[n-1]
	prior.Speaker, prior.SpeakerText, prior.SpeakerSpan = who.actor, who.text, who.span
	return true
}

// unclaimed makes statements of the quotations of a sentence that no cue has
// taken, and gives the index of the last; -1 for none.
func (f *finder) unclaimed(s []token, hits []hit, used map[int]bool) int {
	last := -1
	for i, t := range s {
		if t.quote == nil || !t.quote.full() || used[i] || titleOf(s, i) {
			continue
		}
		who, ok := f.bySide(s, i)
		if !ok && at(s, i-1) == ":" && t.quote.begins {
			if who, ok = f.byColon(s, i-1, hits); !ok {
				continue
			}
		}
		const shortest = 5 // words; fewer may be a title of a work
		if !ok && t.quote.words >= shortest && !is(s, i-1, prep|det|poss) {
			who, ok = f.goesOn(s, hits)
		}
		if !ok && (t.quote.words < 8 || quoteRun(s, 0) <= i || !allQuoted(s)) {
			continue
		}
		f.found = append(f.found, statement([]corpus.Span{{Start: t.start, End: t.end}}, corpus.Direct, who, corpus.Span{}))
		last = len(f.found) - 1
	}
	return last
}

// titleOf tells whether the quotation at token i is the title of the work that
// is named right before it: "in his book, “The Old Bridge,” …".
func titleOf(s []token, i int) bool {
	if at(s, i-1) == "," {
		i--
	}
	return hasWord(works, at(s, i-1))
}

// goesOn finds the speaker of the quotations in a sentence without a cue that goes
// on with what the sentence before reports: its subject is the speaker there, by a
// pronoun or by name.
func (f *finder) goesOn(s []token, hits []hit) (speaker, bool) {
	if len(hits) > 0 || f.last < 0 || f.apart || s[0].before == paragraph || f.found[f.last].Kind == corpus.Direct {
		return speaker{}, false
	}
	sub := subject{stretch: stretch{0, 1}}
	if s[0].word != "it" && !is(s, 0, personal) {
		var ok bool
		if sub, ok = firstSubject(s, len(s)); !ok {
			return speaker{}, false
		}
	}
	who := f.people.speaker(s, sub)
	return who, who.text != "" && who.text == f.found[f.last].SpeakerText
}

// allQuoted tells whether a sentence has no words outside quotation marks.
func allQuoted(s []token) bool {
	for _, t := range s {
		if t.shape != punct {
			return false
		}
	}
	return true
}

// bySide finds the speaker that follows a quotation without a verb known
// here: "… ― X" at the end, or "…,” X fumed", where the grammar of the comma
// makes a verb of saying of any verb.
func (f *finder) bySide(s []token, i int) (speaker, bool) {
	j := i + 1
	if isDash(at(s, j)) {
		np := phraseAfter(s, j+1, false)
		if np.empty() || s[np.from].shape != capital || np.to < len(s)-1 {
			return speaker{}, false
		}
		return f.people.speaker(s, subject{stretch: np}), true
	}
	q := s[i].quote
	if i > 0 && s[i-1].word != "," || q.last != "," && q.last != "?" && q.last != "!" || j >= len(s) {
		return speaker{}, false
	}
	if t := s[j]; t.shape == lower && t.class&closed == 0 && (strings.HasSuffix(t.word, "ed") || strings.HasSuffix(t.word, "s")) {
		np := phraseAfter(s, j+1, true)
		if !np.empty() && (s[np.from].shape == capital || is(s, np.from, det|poss)) && (np.to >= len(s) || s[np.to].shape == punct || is(s, np.to, prep|when)) {
			return f.people.speaker(s, subject{stretch: np}), true
		}
	}
	const reach = 20
	for e := j + 1; e < len(s) && e-j < reach; e++ {
		t := s[e]
		if t.quote != nil && t.quote.full() {
			break
		}
		if t.shape != lower || t.class&(aux|poss|det) != 0 || t.class&verbal == 0 && !strings.HasSuffix(t.word, "ed") && !strings.HasSuffix(t.word, "s") {
			continue
		}
		if sub, ok := subjectOf(s, e); ok && !sub.shared && sub.from == j && (s[j].shape == capital || is(s, j, personal|det|poss)) {
			return f.people.speaker(s, sub), true
		}
	}
	return speaker{}, false
}

// byColon finds the speaker of a quotation after a colon: whose words the
// sentence gave last, or whom it names alone, as headlines do.
func (f *finder) byColon(s []token, colon int, hits []hit) (speaker, bool) {
	for _, h := range slices.Backward(hits) {
		if h.cue.to <= colon && !h.source {
			return f.speakerOf(s, h), true
		}
	}
	if sub, ok := firstSubject(s, colon); ok && f.people.nameIn(s, sub.stretch) != nil {
		return f.people.speaker(s, sub), true
	}
	np := stretch{0, colon}
	if who := f.people.nameIn(s, np); who != nil && s[0].shape == capital && head(s, np) == np {
		return f.people.speaker(s, subject{stretch: np}), true
	}
	return speaker{}, false
}
