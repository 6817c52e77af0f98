package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

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

// asStranger is how much a passage counts beside a speaker or an actor that has
// not the names asked for.
const asStranger = 0.5

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
		n, err := x.count(ctx, anyOf(fieldWhen, q.whenTerms()))
		if err != nil {
			return nil, fmt.Errorf("count the passages of a time: %w", err)
		}
		s.when = x.idf(uint64(n))
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
		if s.hasSpeaker() && !s.speaks(r) {
			continue // it came by the surname alone
		}
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
		e := s.evidence(p, works[workOf(p.Document)])
		h := p.Hit
		h.Score, h.Coverage, h.Certain = s.score(p, e), e.about, e.fits == inside
		best = max(best, e.about)
		if e.about > 0 {
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
	claimed := map[int]string{} // words of the text that say a term, or a concept, already
	says := func(i int) string { return cmp.Or(s.terms[i].Concept, "#"+strconv.Itoa(i)) }
	for i, t := range s.terms {
		p.titled[i] = slices.ContainsFunc(title, func(w words.Word) bool {
			return w.Stem == t.Stem || slices.ContainsFunc(t.Others, func(o []string) bool { return len(o) == 1 && o[0] == w.Stem })
		})
		if p.found[i] = t.in(p.text); len(p.found[i]) > 0 {
			p.how[i] = 1
		}
		for _, w := range p.found[i] {
			claimed[w] = says(i)
		}
	}
	name, _, _ := strings.Cut(r.Document.Title, "(") // Mercury (planet)
	p.subject = name != "" && !slices.ContainsFunc(words.Of(name), func(w words.Word) bool {
		return !w.Stop && !slices.ContainsFunc(s.terms, func(t weighed) bool { return t.Stem == w.Stem })
	})
	for i, t := range s.terms {
		if p.how[i] == 0 {
			p.how[i], p.found[i] = t.elsewise(p.text, func(w int) bool { return claimed[w] != "" && claimed[w] != says(i) })
		}
		for _, w := range p.found[i] {
			claimed[w] = says(i)
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
