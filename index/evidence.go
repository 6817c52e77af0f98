package index

import (
	"math"
	"slices"

	"dossierbot/index/words"
)

// How much a word counts that is there in another form: a word of its family,
// another way to say it, a word for the same kind of thing, in the title of the
// document, or elsewhere in the work.
const (
	asFamily  = 0.7
	asOther   = 0.8
	asFrame   = 0.5
	asTitle   = 1.0
	asContext = 0.4
)

// in tells which words of a text are the term itself.
func (t weighed) in(text []words.Word) (at []int) {
	for i, w := range text {
		if w.Folded == t.Folded || !w.Stop && w.Stem == t.Stem {
			at = append(at, i)
		}
	}
	return at
}

// elsewise tells how a term stands in a text in other words, from 0 to 1, and
// which words of the text these are. Words that say another term already do not
// say this one as well.
func (t weighed) elsewise(text []words.Word, claimed func(word int) bool) (how float64, at []int) {
	for i, w := range text {
		switch {
		case w.Stop || claimed(i):
		case slices.Contains(t.related, w.Stem):
			how, at = asFamily, append(at, i)
		case slices.Contains(t.Frame, w.Stem):
			how, at = max(how, asFrame), append(at, i)
		}
	}
	for _, other := range t.Others {
		var places []int
		for _, stem := range other {
			n := len(places)
			for i, w := range text {
				if !w.Stop && !claimed(i) && w.Stem == stem {
					places = append(places, i)
				}
			}
			if len(places) == n {
				places = nil
				break
			}
		}
		if len(places) > 0 {
			how, at = asOther, append(at, places...)
		}
	}
	return how, at
}

// onlyVerbs tells whether a query's words are verbs that the index has, and
// nothing else: "what was decided on 19 November". Then who and when alone may
// answer it.
func onlyVerbs(terms []weighed) bool {
	return !slices.ContainsFunc(terms, func(t weighed) bool { return t.Weight >= 1 || !t.known })
}

// asCompound is what two words that are asked for as one thing weigh
// together, of the rarer's weight: "climate change" is not any change.
const asCompound = 0.5

// compounds tells what the compounds of the question weigh, and how much of
// that stands together in the text.
func compounds(terms []weighed, found [][]int) (have, all float64) {
	const reach = 4 // words: "exports of potash" for "potash exports"
	for i := 1; i < len(terms); i++ {
		if !terms[i].Joined {
			continue
		}
		weight := asCompound * math.Min(terms[i-1].idf, terms[i].idf)
		all += weight
		if between(found[i-1], found[i]) <= reach {
			have += weight
		}
	}
	return have, all
}

// between is the least distance in words between two terms in a text; where
// one is not there, it is without bound.
func between(a, b []int) int {
	least := math.MaxInt
	for _, v := range a {
		for _, w := range b {
			if v != w {
				least = min(least, max(v-w, w-v))
			}
		}
	}
	return least
}

// closeness is 1 where all neighbouring terms of the question stand side by
// side in the text and 0 where none do within a dozen words. What the title
// names is near to every word of the text, which need not repeat it.
func (p sighting) closeness(terms []weighed) float64 {
	const reach = 12
	var sum, all float64
	for i := 1; i < len(terms); i++ {
		weight := math.Min(terms[i-1].idf, terms[i].idf)
		all += weight
		apart := between(p.found[i-1], p.found[i])
		switch {
		case p.subject && (p.titled[i-1] && (p.titled[i] || len(p.found[i]) > 0) || p.titled[i] && len(p.found[i-1]) > 0):
			sum += weight
		case apart <= reach:
			sum += weight * float64(reach+1-apart) / reach
		}
	}
	if all == 0 {
		return 0
	}
	return sum / all
}
