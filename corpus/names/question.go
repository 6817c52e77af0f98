package names

import (
	"cmp"
	"slices"
	"time"
	"unicode/utf8"

	"dossierbot/corpus"
)

// Match is a place in a question that names an actor.
type Match struct {
	corpus.Span
	Candidates []Candidate // best first; several where the question does not decide
	// Exact is false where a slip was forgiven.
	Exact bool
}

// Question returns the names of actors in a question, asked at the time when,
// in order. Unlike Mentions it takes names in lower case and forgives slips in
// names of five letters and more.
func (x *Index) Question(text string, when time.Time) []Match {
	date := corpus.Date{}
	if !when.IsZero() {
		date = corpus.DayOf(when)
	}
	r := x.Cut(text).read(date, true)
	places := r.settle(r.find())
	out := make([]Match, 0, len(places))
	taken := make([]bool, len(r.words))
	for _, f := range places {
		for i := f.first; i <= f.last; i++ {
			taken[i] = true
		}
		out = append(out, Match{Span: r.span(f), Candidates: r.candidates(f), Exact: true})
	}
	for i, w := range r.words {
		if i == mostSlips {
			break
		}
		if taken[i] || w.ordinary(x.closed) || utf8.RuneCount(w.fold) < leastSlip || len(r.forms(i)) > 0 {
			continue
		}
		if m, ok := r.slip(i, taken); ok {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b Match) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// mostSlips is how many words of a question are compared with all names.
const mostSlips = 200

// leastSlip is the length in letters from which a slip in a name is forgiven,
// and slipScore how alike the two must sound.
const (
	leastSlip = 5
	slipScore = 0.8
	// bodySlipScore is higher, for the names of bodies are everyday words.
	bodySlipScore = 0.85
)

func (r *reading) candidates(f found) []Candidate {
	var out []Candidate
	for _, b := range f.who {
		out = append(out, Candidate{Actor: r.x.actors[b.actor].ID, Matched: b.text, Score: b.score})
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

// bodies are those that the entry alone is a name of.
func (r *reading) bodies(entry int32, score float64) []Candidate {
	var out []Candidate
	for _, id := range r.x.of[entry] {
		if n := &r.x.names[id]; n.surname == nil && len(n.words) == 1 && len(r.x.lex.entries[entry].lower) > leastSlip {
			out = append(out, Candidate{Actor: r.x.actors[n.actor].ID, Matched: n.text, Score: score})
		}
	}
	return out
}

// slip gives the actors whose surname or name the word at i nearly is, with
// the given names beside it; none where the words around make it part of
// another name, or hold a word that is taken already.
func (r *reading) slip(i int, taken []bool) (Match, bool) {
	w := &r.words[i]
	if r.partOfDouble(i, i) || r.givenOfOther(i) {
		return Match{}, false
	}
	var all []Candidate
	place := found{first: i, last: i}
	r.x.slips().nearest(lower(r.text[w.Start:w.End]), slipScore, func(entry int32, score float64) {
		if !w.cyrillic && isCyrillic(r.x.lex.entries[entry].lower) {
			return
		}
		if score >= bodySlipScore {
			all = append(all, r.bodies(entry, score)...)
		}
		for _, use := range r.x.surnames[entry] {
			first, last, how := r.around(use.actor, i, i)
			if len(use.words) > 1 || how == stranger {
				continue
			}
			place.first, place.last = min(place.first, first), max(place.last, last)
			all = append(all, Candidate{Actor: r.x.actors[use.actor].ID, Matched: use.text, Score: score})
		}
	})
	if slices.Contains(taken[place.first:place.last+1], true) {
		return Match{}, false
	}
	for k := place.first; k <= place.last && len(all) > 0; k++ {
		taken[k] = true
	}
	span := corpus.Span{Start: r.words[place.first].Start, End: r.words[place.last].End}
	return Match{Span: span, Candidates: best(all)}, len(all) > 0
}

// givenOfOther tells whether an unknown word with a capital follows the one at
// i, as a surname follows a given name.
func (r *reading) givenOfOther(i int) bool {
	if i+1 >= len(r.words) || !r.words[i].capital {
		return false
	}
	next := &r.words[i+1]
	return next.capital && next.before == gapSpace && !next.ordinary(r.x.closed) && len(r.forms(i+1)) == 0
}

// best sorts the candidates, the best first, and leaves one an actor.
func best(all []Candidate) []Candidate {
	slices.SortStableFunc(all, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Actor, b.Actor))
	})
	seen := map[string]bool{}
	out := all[:0]
	for _, c := range all {
		if !seen[c.Actor] {
			seen[c.Actor] = true
			out = append(out, c)
		}
	}
	return out
}
