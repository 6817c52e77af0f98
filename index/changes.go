package index

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// maxBatch is how many passages go to bleve at once: batches of 1,000 peaked
// at 165 MiB where 20,000 took 918 MiB, at the same speed.
const maxBatch = 1000

// changes gathers what is to change in an index, and writes it in batches. A
// document of up to maxBatch passages changes all at once.
type changes struct {
	engine  *engine
	batch   *bleve.Batch
	started bool // something was written, or could not be
	failed  bool // something could not be written
}

func newChanges(e *engine) *changes { return &changes{engine: e, batch: e.bleve.NewBatch()} }

// put puts the passages of a document in place of those that it had; without
// records it takes it out. The first passage, by which the document is known,
// goes last: of a document of more batches than one that is written in part,
// the number of passages does not fit then.
func (c *changes) put(ctx context.Context, old *DocumentEntry, records []record) error {
	had := 0
	if old != nil {
		had = old.Passages
	}
	if err := c.flush(ctx, maxBatch-max(had, len(records))); err != nil {
		return err
	}
	for n := had; n > len(records); n-- {
		c.batch.Delete(passageID(old.Key(), n))
		if err := c.flush(ctx, maxBatch); err != nil {
			return err
		}
	}
	for i := len(records) - 1; i >= 0; i-- {
		if err := c.add(ctx, records[i]); err != nil {
			return err
		}
	}
	return nil
}

func (c *changes) add(ctx context.Context, r record) error {
	fields, err := fieldsOf(r)
	if err != nil {
		return err
	}
	if err := c.batch.Index(r.Passage.ID, fields); err != nil {
		return fmt.Errorf("index %s: %w", r.Passage.ID, err)
	}
	return c.flush(ctx, maxBatch)
}

// mostSegments is how many segments of one size an index in memory may have.
const mostSegments = 16

// compact writes the passages of small segments once more where there are many
// of these, so that they come to lie in one. It must come before other changes.
// On disk bleve does so itself, in memory it does not, and each update adds a
// segment that every search has to look into.
func (c *changes) compact(ctx context.Context, v *view) error {
	var many []*scorch.SegmentSnapshot
	for size := uint64(mostSegments); size <= maxBatch; size *= mostSegments {
		var small []*scorch.SegmentSnapshot
		for _, s := range v.snapshot.Segments() {
			if s.Count() < size {
				small = append(small, s)
			}
		}
		if len(small) >= mostSegments {
			many = small
		}
	}
	for _, s := range many {
		for live := s.DocNumbersLive().Iterator(); live.HasNext(); {
			raw, err := storedIn(s, uint64(live.Next()))
			if err != nil {
				return err
			}
			r, err := decodeRecord(raw)
			if err != nil {
				return err
			}
			if err := c.add(ctx, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// flush writes what is gathered where that is more than some passages.
func (c *changes) flush(ctx context.Context, most int) error {
	if c.batch.Size() == 0 || c.batch.Size() <= most {
		return nil
	}
	c.started = true
	if err := c.engine.write(ctx, c.batch); err != nil {
		c.failed = true
		return err
	}
	c.batch = c.engine.bleve.NewBatch()
	return nil
}
