package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/blevesearch/bleve/v2"

	"dossierbot/corpus"
	"dossierbot/index/words"
)

// Threshold is the share of what is asked for, by how much each word tells,
// that some passage must hold for the dossier to have an answer. Where none
// does, "the dossier does not say" is the better answer. Beside the best, a
// passage is a hit that holds this share of what the best does.
const Threshold = 0.34

// How much an actor or the time that is asked for counts beside the words.
const (
	asActor = 0.5
	asTime  = 0.5
)

// asBystander is how much a word counts that stands in the passage, but not in
// the sentences of what the speaker asked for says there: others may say it.
const asBystander = 0.5

// search is a query with what the index knows of its parts.
type search struct {
	Query
	terms  []weighed
	actors map[string]float64 // how much each actor tells
	when   float64            // how much the time tells: the fewer passages are of it, the more
	years  map[string]float64 // the years with which it begins and ends, and how much each tells as a word
}

func (x *Index) newSearch(ctx context.Context, q Query, terms []weighed) (*search, error) {
	s := &search{Query: q, terms: terms, actors: map[string]float64{}}
	for _, actor := range slices.Concat(q.Speakers, q.Actors, q.About) {
		n, err := x.frequency(fieldActor, actor)
		if err != nil {
			return nil, err
		}
		s.actors[actor] = x.idf(n)
	}
	if q.Time.Known() {
		found, err := x.bleve.SearchInContext(ctx, bleve.NewSearchRequestOptions(anyOf(fieldWhen, q.whenTerms()), 0, 0, false))
		if err != nil {
			return nil, fmt.Errorf("count the passages of a time: %w", err)
		}
		s.when = x.idf(found.Total)
		s.years = map[string]float64{}
		for _, day := range []time.Time{q.Time.First, q.Time.Last} {
			if day.IsZero() || q.AnyYear || q.Dimension == Said || q.Dimension == Published {
				continue
			}
			year := day.Format("2006")
			n, err := x.frequency(fieldFolded, year)
			if err != nil {
				return nil, err
			}
			s.years[year] = x.idf(n)
		}
	}
	return s, nil
}

// sighting is a passage with what it holds of what is asked for.
type sighting struct {
	Hit
	text    []words.Word
	titled  []bool // for each term, whether the document's title has it
	bm25    float64
	subject bool      // the whole title is asked for
	found   [][]int   // for each term, which words of the text
	how     []float64 // for each term, how it stands there, from 0 to 1
}

// rank looks closely at the candidates and gives those that answer, best
// first.
func (s *search) rank(records []record) []Hit {
	var all []sighting
	seen := map[string]bool{}
	works := map[string]*work{}
	for _, r := range records {
		if seen[r.Passage.ID] {
			continue
		}
		seen[r.Passage.ID] = true
		p := s.sight(r)
		all = append(all, p)
		w := works[workOf(p.Document)]
		if w == nil {
			w = &work{how: make([]float64, len(s.terms)), on: map[int]bool{}}
			works[workOf(p.Document)] = w
		}
		s.addTo(w, p)
	}
	var hits []Hit
	best := 0.0
	for _, p := range all {
		h, about := s.score(p, works[workOf(p.Document)])
		h.Coverage = about
		best = max(best, about)
		if about > 0 {
			hits = append(hits, h)
		}
	}
	if best < Threshold {
		return nil
	}
	hits = slices.DeleteFunc(hits, func(h Hit) bool { return h.Coverage < Threshold*best })
	slices.SortStableFunc(hits, func(a, b Hit) int {
		if s.Sort == Newest {
			if c := newestDate(b).Compare(newestDate(a)); c != 0 {
				return c
			}
		}
		// Of two that are equal the source itself goes before a note on it.
		return cmp.Or(cmp.Compare(b.Score, a.Score), -cmp.Compare(a.Document.Form, b.Document.Form), byPlace(a, b))
	})
	return hits
}

// sight finds the terms in a passage.
func (s *search) sight(r record) sighting {
	p := sighting{
		Hit: Hit{Document: r.Document, Passage: r.Passage}, bm25: r.bm25, text: words.Of(r.Passage.Text),
		titled: make([]bool, len(s.terms)), found: make([][]int, len(s.terms)), how: make([]float64, len(s.terms)),
	}
	title := words.Of(r.Document.Title)
	p.Asked = s.asked(p.Hit)
	claimed := map[int]bool{} // words of the text that are a term themselves
	for i, t := range s.terms {
		p.titled[i] = slices.ContainsFunc(title, func(w words.Word) bool {
			return w.Stem == t.Stem || slices.ContainsFunc(t.Others, func(o []string) bool { return len(o) == 1 && o[0] == w.Stem })
		})
		if p.found[i] = t.in(p.text); len(p.found[i]) > 0 {
			p.how[i] = 1
		}
		for _, w := range p.found[i] {
			claimed[w] = true
		}
	}
	name, _, _ := strings.Cut(r.Document.Title, "(") // Mercury (planet)
	p.subject = name != "" && !slices.ContainsFunc(words.Of(name), func(w words.Word) bool {
		return !w.Stop && !slices.ContainsFunc(s.terms, func(t weighed) bool { return t.Stem == w.Stem })
	})
	for i, t := range s.terms {
		if p.how[i] == 0 {
			p.how[i], p.found[i] = t.elsewise(p.text, claimed)
		}
		for _, w := range p.found[i] {
			claimed[w] = true
			p.Matched = append(p.Matched, p.place(w))
		}
	}
	slices.SortFunc(p.Matched, func(a, b corpus.Span) int { return cmp.Compare(a.Start, b.Start) })
	p.Matched = slices.Compact(p.Matched)
	return p
}

// place is where a word of the passage stands in the document.
func (p sighting) place(word int) corpus.Span {
	s := p.text[word].Span
	return corpus.Span{Start: s.Start + p.Passage.Start, End: s.End + p.Passage.Start}
}

// score tells how good an answer a passage is: what it holds of what is asked
// for, how close together, by whom, when, and in the form that the question
// wants. Each part of the score is a share between 0 and 1, all of it for what
// the passage holds, half of it or less for how.
//
// It also tells how much of what is asked for the passage is about, from 0 to
// 1. The actors and the time asked for only help words that are there: a
// passage of the right speaker on another subject is no answer.
func (s *search) score(p sighting, in *work) (_ Hit, about float64) {
	said, beside := spansOf(p.Hit, p.Asked), sentencesOf(p.Hit, p.Asked)
	var all, have, spoken float64
	theirs := !s.hasSpeaker() || len(p.Asked) == 0 || len(s.terms) == 0 // a word stands in the speaker's own sentences
	for i, t := range s.terms {
		how := max(p.how[i], asContext*in.how[i])
		if p.titled[i] {
			how = asTitle
		}
		all += t.idf
		if s.hasSpeaker() && len(p.Asked) > 0 {
			if slices.ContainsFunc(p.found[i], func(w int) bool { return inAny(beside, p.place(w)) }) {
				theirs = true
			} else {
				how *= asBystander
			}
		}
		have += t.idf * how
		if slices.ContainsFunc(p.found[i], func(w int) bool { return inAny(said, p.place(w)) }) {
			spoken += t.idf * how
		}
	}
	for _, a := range s.About {
		all += s.actors[a]
		if p.names(a) {
			have += s.actors[a]
		}
	}
	coverage := 1.0
	if all > 0 {
		coverage = have / all
		spoken /= all
	}
	fits := outside
	if s.Time.Known() {
		fits = s.match(p.Hit)
	}
	about = coverage
	if all > 0 && (have > 0 || onlyVerbs(s.terms) && len(s.About) == 0) {
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
		about = have / all
	}
	if !s.namesHere(p, in) {
		about *= 0.5
		if !s.hasSpeaker() && len(s.Actors) == 0 {
			about = 0 // whatever else it says, it is on none of them
		}
	}
	if !theirs {
		about = min(about, Threshold/2) // the words are there in others' mouths: no answer by itself
	}
	phrased := s.hasPhrase(p.Hit)
	if phrased {
		about = 1
	}
	h := p.Hit
	h.Score = coverage + p.bm25/2 + s.share(s.Actors, h)/2
	if phrased {
		h.Score++
	}
	if len(s.terms) > 0 {
		h.Score += coverage * p.closeness(s.terms) / 2
	}
	if s.hasSpeaker() && len(h.Asked) > 0 {
		h.Score += 0.25 + spoken/2
		if slices.ContainsFunc(h.Asked, func(i int) bool { return h.Passage.Statements[i].Kind != corpus.Reported }) {
			h.Score += 0.1 // their own words
		}
		if slices.ContainsFunc(h.Asked, func(i int) bool { return h.Passage.Statements[i].Said.Days() == 1 && !h.Passage.Statements[i].Latest }) {
			h.Score += 0.1 // told to the day
		}
		if s.Cue != "" && slices.ContainsFunc(h.Asked, func(i int) bool { return s.cued(p, h.Passage.Statements[i].Cue) }) {
			h.Score += 0.25
		}
	}
	if h.Certain = fits == inside; h.Certain {
		h.Score += 0.25
	}
	if s.Time.Known() && (s.Dimension == Event || s.Dimension == AnyTime) {
		h.Score += s.tightness(h)/2 + s.bounds(h)/2
	}
	if s.Answer != "" && s.answers(p) {
		h.Score += 0.15
	}
	return h, about
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
