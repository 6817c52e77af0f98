package index

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
)

// Mentioned counts, by actor, the passages that name an actor or have it
// speak.
func (x *Index) Mentioned() (map[string]int, error) {
	actors, err := x.termsOf(fieldActor)
	if err != nil {
		return nil, err
	}
	out := make(map[string]int, len(actors))
	for _, actor := range actors {
		n, err := x.frequency(fieldActor, actor)
		if err != nil {
			return nil, err
		}
		out[actor] = int(n)
	}
	return out, nil
}

// termsOf lists the terms of a field, in their order. It leaves out the counts
// that bleve lists with them: behind a term of a single passage they are wrong.
func (x *Index) termsOf(field string) ([]string, error) {
	dict, err := x.bleve.FieldDict(field)
	if err != nil {
		return nil, fmt.Errorf("list the terms of %s: %w", field, err)
	}
	defer dict.Close()
	var out []string
	for {
		entry, err := dict.Next()
		if err != nil || entry == nil {
			return out, err
		}
		out = append(out, entry.Term)
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
