package index

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
)

// Mentioned counts, by actor, the passages that name an actor or have it
// speak.
func (x *Index) Mentioned() (map[string]int, error) {
	var actors []string
	all := func(s *scorch.IndexSnapshot) (api.FieldDict, error) { return s.FieldDict(fieldActor) }
	if err := x.terms(all, func(term string) bool { actors = append(actors, term); return true }); err != nil {
		return nil, fmt.Errorf("list the actors: %w", err)
	}
	out := make(map[string]int, len(actors))
	for _, actor := range actors {
		n, err := x.frequency(fieldActor, actor)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out[actor] = int(n)
		}
	}
	return out, nil
}

// CountOfTopic counts the passages that OfTopic finds, without a limit.
func (x *Index) CountOfTopic(ctx context.Context, names [][]string) (int, error) {
	n, err := x.count(ctx, topicQuery(names))
	if err != nil {
		return 0, fmt.Errorf("count the passages of a topic: %w", err)
	}
	return n, nil
}
