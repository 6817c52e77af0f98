package index

import (
	"fmt"
	"math"
	"slices"

	"dossierbot/index/words"
)

// weighed is a term with what the index knows of it.
type weighed struct {
	Term
	idf     float64  // how rare it is, times its weight
	known   bool     // some form of it is in the index
	related []string // stems in the index of the same family
}

// maxRelated is how many words of its family a term brings along.
const maxRelated = 6

// weigh looks terms up.
func (x *Index) weigh(terms []Term) ([]weighed, error) {
	out := make([]weighed, 0, len(terms))
	for _, t := range terms {
		w := weighed{Term: t}
		n, err := x.frequency(fieldStem, t.Stem)
		if err != nil {
			return nil, err
		}
		if !t.Name {
			if w.related, err = x.family(t.Stem); err != nil {
				return nil, err
			}
		}
		w.known = n > 0 || len(w.related) > 0
		for _, other := range t.Others {
			if slices.ContainsFunc(other, func(stem string) bool { f, _ := x.frequency(fieldStem, stem); return f == 0 }) {
				continue
			}
			w.known = true
		}
		w.idf = t.Weight * x.idf(n)
		out = append(out, w)
	}
	return out, nil
}

// idf is BM25's: the rarer, the more it tells. A term that is nowhere tells
// most.
func (x *Index) idf(n uint64) float64 {
	all := float64(x.stats.Passages)
	return math.Log(1 + (all-float64(n)+0.5)/(float64(n)+0.5))
}

// frequency is the number of passages that hold a term.
func (x *Index) frequency(field, term string) (uint64, error) {
	dict, err := x.bleve.FieldDictRange(field, []byte(term), []byte(term))
	if err != nil {
		return 0, fmt.Errorf("look up %q: %w", term, err)
	}
	defer dict.Close()
	entry, err := dict.Next()
	if err != nil || entry == nil || entry.Term != term {
		return 0, err
	}
	return entry.Count, nil
}

// family finds the stems in the index that very likely belong to the same
// family of words as a stem.
func (x *Index) family(stem string) ([]string, error) {
	const prefix = 4
	if len(stem) < prefix {
		return nil, nil
	}
	dict, err := x.bleve.FieldDictPrefix(fieldStem, []byte(stem[:prefix]))
	if err != nil {
		return nil, fmt.Errorf("look up %q: %w", stem, err)
	}
	defer dict.Close()
	var out []string
	for {
		entry, err := dict.Next()
		if err != nil || entry == nil || len(out) == maxRelated {
			return out, err
		}
		if entry.Term != stem && words.Related(stem, entry.Term) {
			out = append(out, entry.Term)
		}
	}
}
