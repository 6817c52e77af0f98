package index

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
)

// Mentioned counts, by actor, the passages that name an actor or have it
// speak.
func (x *Index) Mentioned() (map[string]int, error) {
	dict, err := x.bleve.FieldDict(fieldActor)
	if err != nil {
		return nil, fmt.Errorf("count the passages that name actors: %w", err)
	}
	defer dict.Close()
	out := map[string]int{}
	for {
		entry, err := dict.Next()
		if err != nil || entry == nil {
			return out, err
		}
		out[entry.Term] = int(entry.Count)
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
