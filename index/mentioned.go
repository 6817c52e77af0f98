package index

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
)

// Mentioned counts, by actor, the passages that name an actor or have it
// speak.
func (x *Index) Mentioned() (map[string]int, error) {
	out := map[string]int{}
	return out, x.eachTerm(fieldActor, func(term string, count uint64) { out[term] = int(count) })
}

// eachTerm calls use for each term of a field, in their order, with the number
// of passages that have it. Each is counted by itself: bleve lists them with
// counts, which are wrong behind a term that a single passage has.
func (x *Index) eachTerm(field string, use func(term string, count uint64)) error {
	dict, err := x.bleve.FieldDict(field)
	if err != nil {
		return fmt.Errorf("list the terms of %s: %w", field, err)
	}
	defer dict.Close()
	for {
		entry, err := dict.Next()
		if err != nil || entry == nil {
			return err
		}
		n, err := x.frequency(field, entry.Term)
		if err != nil {
			return err
		}
		use(entry.Term, n)
	}
}

// CountOfTopic counts the passages that OfTopic finds, without a limit.
func (x *Index) CountOfTopic(ctx context.Context, names [][]string) (int, error) {
	found, err := x.bleve.SearchInContext(ctx, bleve.NewSearchRequestOptions(topicQuery(names), 0, 0, false))
	if err != nil {
		return 0, fmt.Errorf("count the passages of a topic: %w", err)
	}
	return int(found.Total), nil
}
