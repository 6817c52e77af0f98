package index

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/blevesearch/bleve/v2/search/searcher"
)

// pool is how many of bleve's passages are looked at closely for a question:
// enough that the right one is nearly always among them, few enough that
// decoding them stays below a few milliseconds.
const pool = 120

// A heap adds the scores of a passage's terms up in an order of its own, which
// differs from one build of the index to the next; and so would, by a last
// digit, the passages of equal worth that are looked at.
func init() { searcher.DisjunctionHeapTakeover = math.MaxInt }

// candidates fetches the passages that bleve finds for a query, best first.
func (x *Index) candidates(ctx context.Context, s *search, inTime bool) ([]record, error) {
	b := bleve.NewBooleanQuery()
	if len(s.terms) > 0 {
		var any []query.Query
		for _, t := range s.terms {
			any = append(any, boosted(fieldStem, t.Stem, t.idf), boosted(fieldFolded, t.Folded, t.idf/4), boosted(fieldTitle, t.Stem, t.idf/2))
			for _, stem := range t.related {
				any = append(any, boosted(fieldStem, stem, t.idf/2))
			}
			for _, stem := range t.Frame {
				any = append(any, boosted(fieldStem, stem, t.idf/4))
			}
			for _, other := range t.Others {
				all := bleve.NewConjunctionQuery()
				for _, stem := range other {
					all.AddQuery(boosted(fieldStem, stem, t.idf/2))
				}
				any = append(any, all)
			}
		}
		if words := bleve.NewDisjunctionQuery(any...); onlyVerbs(s.terms) {
			b.AddMust(bleve.NewMatchAllQuery())
			b.AddShould(words)
		} else {
			b.AddMust(words)
		}
	} else {
		b.AddMust(bleve.NewMatchAllQuery())
	}
	if inTime {
		for _, year := range slices.Sorted(maps.Keys(s.years)) {
			b.AddShould(boosted(fieldFolded, year, s.years[year]))
		}
	}
	for _, a := range slices.Concat(s.Actors, s.About) {
		b.AddShould(boosted(fieldActor, a, 1))
	}
	if f := s.filter(inTime); f != nil {
		b.AddFilter(f)
	}
	found, err := x.find(ctx, b, pool)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	records := make([]record, len(found))
	for i, m := range found {
		records[i] = m.record
		records[i].bm25 = m.score / found[0].score
	}
	return records, nil
}

func boosted(field, term string, boost float64) query.Query {
	t := bleve.NewTermQuery(term)
	t.SetField(field)
	t.SetBoost(boost)
	return t
}

func anyOf(field string, terms []string) query.Query {
	any := bleve.NewDisjunctionQuery()
	for _, term := range terms {
		any.AddQuery(boosted(field, term, 1))
	}
	return any
}

// filter is what a passage must have whatever it says; nil where that is
// nothing. The exact dates are looked at later, on the hits.
func (q Query) filter(inTime bool) query.Query {
	all := bleve.NewConjunctionQuery()
	if len(q.Documents) > 0 {
		all.AddQuery(anyOf(fieldDocument, q.Documents))
	}
	if q.hasSpeaker() {
		all.AddQuery(anyOf(fieldSpeaker, q.speakerKeys()))
	}
	if len(q.Actors) > 0 {
		all.AddQuery(anyOf(fieldActor, q.Actors))
	}
	if inTime {
		all.AddQuery(anyOf(fieldWhen, q.whenTerms()))
	}
	if len(all.Conjuncts) == 0 {
		return nil
	}
	return all
}
