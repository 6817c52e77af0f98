package index

import (
	"context"
	"errors"
	"fmt"
	"math"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"

	"dossierbot/index/words"
)

// weighed is a term with what the index knows of it.
type weighed struct {
	Term
	idf     float64  // how rare it is, times its weight
	itself  bool     // it is in the index
	known   bool     // it is, or another form of it, or another way to say it
	related []string // stems in the index of the same family
	typed   string   // how it was asked for, where that was a slip
}

// maxRelated is how many words of its family a term brings along.
const maxRelated = 6

// weigh looks terms up.
func (x *Index) weigh(ctx context.Context, terms []Term) ([]weighed, error) {
	out := make([]weighed, 0, len(terms))
	for i, t := range terms {
		w, err := x.look(t)
		if err != nil {
			return nil, err
		}
		if !w.known && !t.Foreign && len(t.Frame) == 0 { // a word of a frame is spelt as it should be
			meant, err := x.mend(ctx, t.Folded, restOfName(out, terms, i))
			if err != nil {
				return nil, err
			}
			if meant != "" {
				typed := t.Folded
				t.Folded, t.Stem = meant, words.Stem(meant)
				if !t.Name { // of a name it is one word
					typed, t.Text = t.Text, meant
				}
				if w, err = x.look(t); err != nil {
					return nil, err
				}
				w.typed = typed
			}
		}
		out = append(out, w)
	}
	return out, nil
}

// look looks a term up.
func (x *Index) look(t Term) (weighed, error) {
	w := weighed{Term: t}
	n, err := x.frequency(fieldStem, t.Stem)
	if err == nil && n == 0 {
		n, err = x.frequency(fieldTitle, t.Stem)
	}
	if err != nil {
		return weighed{}, err
	}
	if !t.Name {
		if w.related, err = x.family(t.Stem); err != nil {
			return weighed{}, err
		}
	}
	w.itself = n > 0
	w.known = w.itself || len(w.related) > 0
	for _, other := range t.Others {
		all := true
		for _, stem := range other {
			f, err := x.frequency(fieldStem, stem)
			if err != nil {
				return weighed{}, err
			}
			all = all && f > 0
		}
		w.known = w.known || all
	}
	w.idf = t.Weight * x.idf(n)
	return w, nil
}

// restOfName are the stems of the other words of the name that a term is of:
// of those before it as they were read, of those behind it as they were typed.
func restOfName(read []weighed, terms []Term, i int) []string {
	var out []string
	for j, t := range terms {
		if j == i || !t.Name || !terms[i].Name || t.Text != terms[i].Text {
			continue
		}
		if j < len(read) {
			t = read[j].Term
		}
		out = append(out, t.Stem)
	}
	return out
}

// mendable is the length in letters from which a word that the index does not
// hold is taken for a slip of one that it does: shorter ones are too often
// another word. A word of a name may be shorter, where the rest of the name
// stands beside what it is taken for, and that one goes before others.
const mendable, mendableInName = 7, 5

// mend finds the word of the index that a slip of one letter most likely
// meant; empty where there is none. The first letter is taken as typed. rest
// are the stems of the rest of a name.
func (x *Index) mend(ctx context.Context, folded string, rest []string) (string, error) {
	switch n := utf8.RuneCountInString(folded); {
	case n < mendableInName, n < mendable && len(rest) == 0:
		return "", nil
	}
	_, first := utf8.DecodeRuneInString(folded)
	var near []string
	alike := func(s *scorch.IndexSnapshot) (api.FieldDict, error) {
		return s.FieldDictFuzzy(fieldFolded, folded, 1, folded[:first])
	}
	if err := x.terms(alike, func(term string) bool { near = append(near, term); return true }); err != nil {
		return "", fmt.Errorf("look up %q: %w", folded, err)
	}
	meant, err := x.commonest(ctx, near, rest)
	if err == nil && meant == "" && utf8.RuneCountInString(folded) >= mendable {
		meant, err = x.commonest(ctx, near, nil)
	}
	return meant, err
}

// commonest is the one of some folded words that most passages hold beside one
// of some stems; empty where none does.
func (x *Index) commonest(ctx context.Context, folded, beside []string) (string, error) {
	best, most := "", uint64(0)
	for _, word := range folded {
		n, err := x.beside(ctx, word, beside)
		if err != nil {
			return "", err
		}
		if n > most {
			best, most = word, n
		}
	}
	return best, nil
}

// beside is the number of passages that hold a folded word and, in the passage
// or its title, one of some stems; of all that hold the word without any.
func (x *Index) beside(ctx context.Context, folded string, stems []string) (uint64, error) {
	if len(stems) == 0 {
		return x.frequency(fieldFolded, folded)
	}
	both := bleve.NewConjunctionQuery(boosted(fieldFolded, folded, 1), bleve.NewDisjunctionQuery(anyOf(fieldStem, stems), anyOf(fieldTitle, stems)))
	n, err := x.count(ctx, both)
	if err != nil {
		return 0, fmt.Errorf("look up %q: %w", folded, err)
	}
	return uint64(n), nil
}

// idf is BM25's: the rarer, the more it tells. A term that is nowhere tells
// most.
func (x *Index) idf(n uint64) float64 {
	all := float64(x.passages)
	return math.Log(1 + (all-float64(n)+0.5)/(float64(n)+0.5))
}

// family finds the stems in the index that very likely belong to the same
// family of words as a stem.
func (x *Index) family(stem string) ([]string, error) {
	const prefix = 4
	if len(stem) < prefix {
		return nil, nil
	}
	var out []string
	var broken error
	begun := func(s *scorch.IndexSnapshot) (api.FieldDict, error) {
		return s.FieldDictPrefix(fieldStem, []byte(stem[:prefix]))
	}
	err := x.terms(begun, func(term string) bool {
		if term == stem || !words.Related(stem, term) {
			return true
		}
		var n uint64
		if n, broken = x.frequency(fieldStem, term); n > 0 {
			out = append(out, term)
		}
		return broken == nil && len(out) < maxRelated
	})
	if err := errors.Join(err, broken); err != nil {
		return nil, fmt.Errorf("look up %q: %w", stem, err)
	}
	return out, nil
}
