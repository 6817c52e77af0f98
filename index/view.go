package index

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	bleves "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/collector"
	"github.com/blevesearch/bleve/v2/search/query"
	api "github.com/blevesearch/bleve_index_api"
)

// ErrClosed says that an index was asked after it was closed.
var ErrClosed = errors.New("the index is closed")

// view is one state of a bleve index. Whatever is written since, it sees what
// it saw first, and so do all parts of one search. It goes on after bleve's
// index is closed, or its files are removed: it holds what it reads.
type view struct {
	snapshot *scorch.IndexSnapshot
	mapping  mapping.IndexMapping
	passages int

	guard  sync.Mutex
	closed bool
}

// viewOf takes a view of what a bleve index holds now.
func viewOf(engine *scorch.Scorch, m mapping.IndexMapping) (*view, error) {
	reader, err := engine.Reader()
	if err != nil {
		return nil, fmt.Errorf("look at the index: %w", err)
	}
	snapshot, ok := reader.(*scorch.IndexSnapshot)
	if !ok || snapshot == nil {
		return nil, fmt.Errorf("look at the index: %w", ErrClosed)
	}
	n, err := snapshot.DocCount()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("count passages: %w", err), snapshot.Close())
	}
	return &view{snapshot: snapshot, mapping: m, passages: int(n)}, nil
}

// let releases the view, once. What is being looked up ends first.
func (v *view) let() error {
	v.guard.Lock()
	defer v.guard.Unlock()
	if v.closed {
		return nil
	}
	v.closed = true
	return v.snapshot.DecRef()
}

// hold keeps the view's files open until release is called.
func (v *view) hold() (release func() error, err error) {
	v.guard.Lock()
	defer v.guard.Unlock()
	if v.closed {
		return nil, ErrClosed
	}
	v.snapshot.AddRef()
	return v.snapshot.DecRef, nil
}

// match is a passage that a query finds.
type match struct {
	record
	score float64
}

// byScore is the order of matches. Those of equal worth go by their ids, else
// they would come in the order of their indexing.
var byScore = bleves.SortOrder{&bleves.SortScore{Desc: true}, &bleves.SortDocID{}}

// find gives the passages that a query finds, best first, at most limit of
// them.
func (v *view) find(ctx context.Context, q query.Query, limit int) (found []match, err error) {
	release, err := v.hold()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, release()) }()
	hits, err := v.collect(ctx, q, collector.NewTopNCollector(limit, 0, byScore.Copy()), bleves.SearcherOptions{})
	if err != nil {
		return nil, err
	}
	found = make([]match, len(hits))
	for i, h := range hits {
		raw, err := stored(v.snapshot, h.IndexInternalID)
		if err != nil {
			return nil, err
		}
		if found[i].record, err = decodeRecord(raw); err != nil {
			return nil, err
		}
		found[i].score = h.Score
	}
	return found, nil
}

// count counts the passages that a query finds.
func (v *view) count(ctx context.Context, q query.Query) (n int, err error) {
	release, err := v.hold()
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, release()) }()
	all := collector.NewTopNCollector(0, 0, bleves.SortOrder{&bleves.SortScore{Desc: true}})
	if _, err = v.collect(ctx, q, all, bleves.SearcherOptions{Score: "none"}); err != nil {
		return 0, err
	}
	return int(all.Total()), nil
}

func (v *view) collect(ctx context.Context, q query.Query, c *collector.TopNCollector, o bleves.SearcherOptions) (hits bleves.DocumentMatchCollection, err error) {
	ctx = context.WithValue(ctx, bleves.GetScoringModelCallbackKey, bleves.GetScoringModelCallbackFn(func() string { return api.BM25Scoring }))
	ctx = context.WithValue(ctx, bleves.BM25StatsKey, v.statistics())
	s, err := q.Searcher(ctx, v.snapshot, v.mapping, o)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if err := c.Collect(ctx, s, v.snapshot); err != nil {
		return nil, err
	}
	return c.Results(), nil
}

// averages are the lengths in words that BM25 holds those of the fields
// against: of a passage, which has 300 to 900 characters, of what is left of it
// without stop words, and of a headline. They are constants, so that one and the
// same passage has one and the same score, whatever else there is or once was:
// bleve would reckon them from its dictionaries, which depend on how an index
// grew. In the keyword fields every length is one.
var averages = map[string]int{fieldFolded: 100, fieldStem: 60, fieldTitle: 8}

// statistics are what BM25 knows of all passages.
func (v *view) statistics() *bleves.BM25Stats {
	s := &bleves.BM25Stats{DocCount: float64(v.passages), FieldCardinality: map[string]int{}}
	// "*" is bleve's own, for filters.
	for _, field := range []string{fieldFolded, fieldStem, fieldTitle, fieldDocument, fieldKey, fieldFirst, fieldActor, fieldSpeaker, fieldWhen, "*"} {
		s.FieldCardinality[field] = max(averages[field], 1) * v.passages
	}
	return s
}

// frequency is the number of passages that hold a term. It is not taken from
// bleve's dictionaries, which count passages that are gone as well.
func (v *view) frequency(field, term string) (n uint64, err error) {
	release, err := v.hold()
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, release()) }()
	reader, err := v.snapshot.TermFieldReader(context.Background(), []byte(term), field, false, false, false)
	if err != nil {
		return 0, fmt.Errorf("look up %q: %w", term, err)
	}
	return reader.Count(), reader.Close()
}

// terms lists the terms that some passages hold, or held, in a dictionary of
// bleve's, in their order, as long as use says so.
func (v *view) terms(open func(*scorch.IndexSnapshot) (api.FieldDict, error), use func(term string) bool) (err error) {
	release, err := v.hold()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	dict, err := open(v.snapshot)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dict.Close()) }()
	for {
		entry, err := dict.Next()
		if err != nil || entry == nil || !use(entry.Term) {
			return err
		}
	}
}

// contents lists all documents by their first passages.
func (v *view) contents(ctx context.Context) (c *contents, err error) {
	release, err := v.hold()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, release()) }()
	reader, err := v.snapshot.TermFieldReader(ctx, []byte("1"), fieldFirst, false, false, false)
	if err != nil {
		return nil, fmt.Errorf("list the documents: %w", err)
	}
	defer func() { err = errors.Join(err, reader.Close()) }()
	var entries []*DocumentEntry
	for ctx.Err() == nil {
		next, err := reader.Next(nil)
		if err != nil {
			return nil, fmt.Errorf("list the documents: %w", err)
		}
		if next == nil {
			return contentsOf(entries)
		}
		raw, err := stored(v.snapshot, next.ID)
		if err != nil {
			return nil, err
		}
		e, err := entryOf(raw)
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	return nil, ctx.Err()
}

// stored reads what is stored of a passage by bleve's number for it.
func stored(snapshot *scorch.IndexSnapshot, id api.IndexInternalID) (string, error) {
	number := id.Value()
	for _, segment := range snapshot.Segments() {
		if n := segment.Segment().Count(); number >= n {
			number -= n
			continue
		}
		return storedIn(segment, number)
	}
	return "", fmt.Errorf("read a stored passage: bleve has none with the number %d", id.Value())
}

func storedIn(segment *scorch.SegmentSnapshot, number uint64) (raw string, err error) {
	err = segment.VisitDocument(number, func(field string, _ byte, value []byte, _ []uint64) bool {
		if field == fieldRecord {
			raw = string(value)
		}
		return true
	})
	if err != nil {
		return "", fmt.Errorf("read a stored passage: %w", err)
	}
	return raw, nil
}
