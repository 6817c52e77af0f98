package index

import (
	"slices"
	"unicode"

	"dossierbot/corpus"
	"dossierbot/index/words"
)

// evidence is what a passage holds of what is asked for.
type evidence struct {
	coverage float64 // the share of the words and of whom they are about
	spoken   float64 // the share of the words within what the speaker said
	about    float64 // how much of the question it answers
	fits     fit
	phrased  bool // it has words asked for in quotation marks
}

// evidence tells how much of what is asked for a passage is about, from 0 to 1.
// The actors and the time asked for only help words that are there: a passage
// of the right speaker on another subject is no answer, nor is one that is on
// nobody of those asked for by name.
func (s *search) evidence(p sighting, in *work) evidence {
	e := evidence{coverage: 1, fits: outside, phrased: s.hasPhrase(p.Hit)}
	if s.Time.Known() {
		e.fits = s.match(p.Hit)
	}
	have, all, theirs := s.words(p, in, &e)
	if all > 0 {
		e.coverage = have / all
	}
	e.about = e.coverage
	if all > 0 && (have > 0 || onlyVerbs(s.terms) && len(s.About) == 0) {
		e.about = s.withContext(p, e.fits, have, all)
	}
	if !s.namesHere(p, in) {
		e.about *= asStranger
		if !s.hasSpeaker() && len(s.Actors) == 0 {
			e.about = 0 // whatever else it says, it is on none of them
		}
	}
	if !theirs {
		e.about = min(e.about, Threshold/2) // the words are there in others' mouths: no answer by itself
	}
	if e.phrased {
		e.about = 1
	}
	return e
}

// words weighs the words asked for, and those whom they are about: what the
// passage has of them, and all. theirs is false where a speaker is asked for
// whose own sentences have too little of the words.
func (s *search) words(p sighting, in *work, e *evidence) (have, all float64, theirs bool) {
	said, beside := spansOf(p.Hit, p.Asked), sentencesOf(p.Hit, p.Asked)
	bySpeaker, own := s.hasSpeaker() && len(p.Asked) > 0, 0.0
	for i, t := range s.terms {
		how := max(p.how[i], asContext*in.how[i])
		if p.titled[i] {
			how = asTitle
		}
		within := func(spans []corpus.Span) bool {
			return slices.ContainsFunc(p.found[i], func(w int) bool { return inAny(spans, p.place(w)) })
		}
		switch {
		case !bySpeaker:
		case within(beside):
			own += t.idf
		default:
			how *= asBystander
		}
		all += t.idf
		have += t.idf * how
		if within(said) {
			e.spoken += t.idf * how
		}
	}
	theirs = !bySpeaker || own >= Threshold*all
	for _, a := range s.About {
		all += s.actors[a]
		if p.names(a) {
			have += s.actors[a]
		}
	}
	if all > 0 {
		e.spoken /= all
	}
	return have, all, theirs
}

// withContext is the share of what is asked for where the compounds, the actors
// and the time count beside the words.
func (s *search) withContext(p sighting, fits fit, have, all float64) float64 {
	with, together := compounds(s.terms, p.found)
	have, all = have+with, all+together
	for _, a := range slices.Concat(s.Speakers, s.Actors) {
		all += asActor * s.actors[a]
		if p.names(a) {
			have += asActor * s.actors[a]
		}
	}
	if fits != outside {
		all += asTime * s.when
		have += asTime * s.when
	}
	return have / all
}

// What it counts that a passage has what the question wants: a statement of the
// speaker's, a date wholly in the time, a number where one is asked for; and,
// of several statements, that one is told in the speaker's own words, or to the
// day.
const (
	asSign   = 0.25
	asManner = 0.1
)

// score tells how good an answer a passage is: what it holds of what is asked
// for, how close together, by whom, when, and in the form that the question
// wants. Each part is a share between 0 and 1, all of it for what the passage
// holds, half of it or less for how.
func (s *search) score(p sighting, e evidence) float64 {
	score := e.coverage + p.bm25/2 + s.share(s.Actors, p.Hit)/2
	if e.phrased {
		score++
	}
	if len(s.terms) > 0 {
		score += e.coverage * p.closeness(s.terms) / 2
	}
	if s.hasSpeaker() && len(p.Asked) > 0 {
		score += asSign + e.spoken/2 + s.manner(p)
	}
	if e.fits == inside {
		score += asSign
	}
	if s.Time.Known() && (s.Dimension == Event || s.Dimension == AnyTime) {
		score += s.tightness(p.Hit)/2 + s.bounds(p.Hit)/2
	}
	if s.Answer != "" && s.answers(p) {
		score += asSign
	}
	return score
}

// manner tells how well the statements asked for are told: in the speaker's own
// words, to the day, by the verb that the question has.
func (s *search) manner(p sighting) float64 {
	some := func(is func(corpus.Statement) bool) bool {
		return slices.ContainsFunc(p.Asked, func(i int) bool { return is(p.Passage.Statements[i]) })
	}
	score := 0.0
	if some(func(st corpus.Statement) bool { return st.Kind != corpus.Reported }) {
		score += asManner
	}
	if some(func(st corpus.Statement) bool { return st.Said.Days() == 1 && !st.Latest }) {
		score += asManner
	}
	if s.Cue != "" && some(func(st corpus.Statement) bool { return s.cued(p, st.Cue) }) {
		score += asSign
	}
	return score
}

// hasPhrase tells whether a hit has words that were asked for in quotation
// marks, as they stand there.
func (q Query) hasPhrase(h Hit) bool {
	return slices.ContainsFunc(q.Phrases, func(phrase string) bool {
		return runIn(tokensOf(phrase, 0), tokensOf(h.Passage.Text, 0)) >= 0
	})
}

// cued tells whether a statement's verb is the one asked for.
func (s *search) cued(p sighting, cue corpus.Span) bool {
	for i, w := range p.text {
		if p.place(i).Overlaps(cue) && (w.Stem == s.Cue || words.Related(w.Stem, s.Cue)) {
			return true
		}
	}
	return false
}

// share is how much of the actors a hit names, by how much each tells.
func (s *search) share(actors []string, h Hit) float64 {
	var all, here float64
	for _, a := range actors {
		all += s.actors[a]
		if h.names(a) {
			here += s.actors[a]
		}
	}
	if all == 0 {
		return 0
	}
	return here / all
}

// asked are the statements of a hit that the query asks for: by one of its
// speakers, in its time.
func (q Query) asked(h Hit) []int {
	var out []int
	for i, s := range h.Passage.Statements {
		if q.hasSpeaker() && !q.saidBy(s) {
			continue
		}
		if !q.hasSpeaker() && (len(q.Actors) == 0 || !slices.Contains(q.Actors, s.Speaker)) {
			continue
		}
		if q.Time.Known() && q.Dimension == Said && !slices.ContainsFunc(q.times, s.Said.Overlaps) {
			continue
		}
		out = append(out, i)
	}
	return out
}

// names tells whether a hit names an actor, has it speak, or is its own.
func (h Hit) names(actor string) bool {
	return h.Document.AuthorID == actor ||
		slices.ContainsFunc(h.Passage.Mentions, func(m corpus.Mention) bool { return m.Actor == actor }) ||
		slices.ContainsFunc(h.Passage.Statements, func(s corpus.Statement) bool { return s.Speaker == actor })
}

// answers tells whether a passage has what the question wants near the words
// asked for: a number, a date, a name.
func (s *search) answers(p sighting) bool {
	const reach = 10 // words
	near := func(i int) bool {
		return slices.ContainsFunc(p.found, func(at []int) bool { return between(at, []int{i}) <= reach })
	}
	within := func(span corpus.Span) bool {
		i := slices.IndexFunc(p.text, func(w words.Word) bool {
			return span.Start <= w.Start+p.Passage.Start && w.Start+p.Passage.Start < span.End
		})
		return i >= 0 && near(i)
	}
	switch s.Answer {
	case Number:
		for i, w := range p.text {
			inDate := func(t corpus.Time) bool { return t.Overlaps(p.place(i)) }
			if unicode.IsDigit(rune(w.Text[0])) && near(i) && !slices.ContainsFunc(p.Passage.Times, inDate) {
				return true
			}
		}
	case When:
		return slices.ContainsFunc(p.Passage.Times, func(t corpus.Time) bool { return within(t.Span) })
	case Who:
		return slices.ContainsFunc(p.Passage.Mentions, func(m corpus.Mention) bool { return within(m.Span) })
	}
	return false
}

func spansOf(h Hit, statements []int) []corpus.Span {
	var out []corpus.Span
	for _, i := range statements {
		out = append(out, h.Passage.Statements[i].Spans...)
	}
	return out
}

// sentencesOf are the sentences that statements stand in, as spans of the
// document.
func sentencesOf(h Hit, statements []int) []corpus.Span {
	if len(statements) == 0 {
		return nil
	}
	var out []corpus.Span
	for _, s := range corpus.Sentences(h.Passage.Text) {
		here := corpus.Span{Start: s.Start + h.Passage.Start, End: s.End + h.Passage.Start}
		for _, i := range statements {
			if st := h.Passage.Statements[i]; here.Overlaps(st.Span()) || here.Overlaps(st.Cue) {
				out = append(out, here)
				break
			}
		}
	}
	return out
}

func inAny(spans []corpus.Span, s corpus.Span) bool {
	return slices.ContainsFunc(spans, func(o corpus.Span) bool { return o.Overlaps(s) })
}
