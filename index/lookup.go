package index

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// Passage finds a passage by its key, with those before and after it in its
// document; found is false where there is none.
func (x *Index) Passage(ctx context.Context, key string) (before, passage, after Hit, found bool, err error) {
	records, err := x.lookUp(ctx, boosted(fieldKey, key, 1), 1)
	if err != nil || len(records) == 0 {
		return Hit{}, Hit{}, Hit{}, false, err
	}
	r := records[0]
	around := map[int]Hit{r.Passage.Number: hitOf(r)}
	for _, n := range []int{r.Passage.Number - 1, r.Passage.Number + 1} {
		if n < 1 || n > r.Of {
			continue
		}
		beside, err := x.lookUp(ctx, boosted(fieldKey, Key(passageID(r.Document.ID, n)), 1), 1)
		if err != nil {
			return Hit{}, Hit{}, Hit{}, false, err
		}
		if len(beside) == 1 {
			around[n] = hitOf(beside[0])
		}
	}
	n := r.Passage.Number
	return around[n-1], around[n], around[n+1], true, nil
}

// Documents lists the documents, without their texts, each with the number of
// its passages, by id. The list is the index's own: it is not to be changed.
func (x *Index) Documents(ctx context.Context) ([]*DocumentEntry, error) {
	release, err := x.hold()
	if err != nil {
		return nil, err
	}
	return x.documents, errors.Join(ctx.Err(), release())
}

// Discovered lists the actors that no editor has listed, by id. Where documents
// write a name in several ways, the way of most of them is taken. The list is
// the index's own: it is not to be changed.
func (x *Index) Discovered() []*Discovered { return x.discovered }

// OfActor gives the passages that name an actor or have it speak, at most
// limit of them, in the order of documents and places.
func (x *Index) OfActor(ctx context.Context, actor string, limit int) ([]Hit, error) {
	return x.inOrder(ctx, anyOf(fieldActor, []string{actor}), limit)
}

// inOrder gives the passages that a query finds, at most limit of them, in the
// order of documents and places.
func (x *Index) inOrder(ctx context.Context, q query.Query, limit int) ([]Hit, error) {
	records, err := x.lookUp(ctx, q, limit)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(records))
	for i, r := range records {
		hits[i] = hitOf(r)
	}
	slices.SortFunc(hits, byPlace)
	return hits, nil
}

// OfTopic gives the passages that hold all stems of one of the names, at most
// limit of them, in the order of documents and places.
func (x *Index) OfTopic(ctx context.Context, names [][]string, limit int) ([]Hit, error) {
	return x.inOrder(ctx, topicQuery(names), limit)
}

// topicQuery finds the passages that hold all stems of one of the names; none
// where there are no names.
func topicQuery(names [][]string) query.Query {
	any := bleve.NewDisjunctionQuery()
	for _, stems := range names {
		all := bleve.NewConjunctionQuery()
		for _, stem := range stems {
			all.AddQuery(boosted(fieldStem, stem, 1))
		}
		any.AddQuery(all)
	}
	return any
}

// hitOf makes a hit of a stored passage.
func hitOf(r record) Hit { return Hit{Document: r.Document, Passage: r.Passage} }

func (x *Index) lookUp(ctx context.Context, q query.Query, limit int) ([]record, error) {
	found, err := x.find(ctx, q, limit)
	if err != nil {
		return nil, fmt.Errorf("look up passages: %w", err)
	}
	records := make([]record, len(found))
	for i, m := range found {
		records[i] = m.record
	}
	return records, nil
}
