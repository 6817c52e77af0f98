package index

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// engine is an open index of bleve's.
type engine struct {
	bleve  bleve.Index
	scorch *scorch.Scorch
	close  func() error
}

func newEngine(b bleve.Index) (*engine, error) {
	advanced, err := b.Advanced()
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	s, ok := advanced.(*scorch.Scorch)
	if !ok {
		return nil, errors.Join(fmt.Errorf("the index is a %T", advanced), b.Close())
	}
	return &engine{bleve: b, scorch: s, close: sync.OnceValue(b.Close)}, nil // a second Close of bleve's panics
}

// memoryEngine is an empty one in memory.
func memoryEngine() (*engine, error) {
	m, err := newMapping()
	if err != nil {
		return nil, err
	}
	b, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("make an index in memory: %w", err)
	}
	return newEngine(b)
}

// diskEngine opens one on disk.
func diskEngine(path string, readOnly bool) (*engine, error) {
	b, err := bleve.OpenUsing(path, map[string]any{"read_only": readOnly, "bolt_timeout": lockWait.String()})
	if err != nil {
		return nil, fmt.Errorf("open the index: %w", err)
	}
	return newEngine(b)
}

// view sees what is in the index now.
func (e *engine) view() (*view, error) { return viewOf(e.scorch, e.bleve.Mapping()) }

// How long a batch may take to be safe on disk, and how much longer once nobody
// waits for it any more. It takes milliseconds, or fails.
const (
	writeWait  = time.Minute
	writeGrace = 5 * time.Second
)

// write writes a batch and waits until it is safe on disk.
func (e *engine) write(ctx context.Context, batch *bleve.Batch) error {
	done := make(chan error, 1)
	go func() { done <- e.bleve.Batch(batch) }()
	timer := time.NewTimer(writeWait)
	defer timer.Stop()
	cancelled := ctx.Done()
	for {
		select {
		case err := <-done:
			if err != nil {
				return fmt.Errorf("write to the index: %w", err)
			}
			return nil
		case <-cancelled:
			cancelled = nil
			timer.Reset(writeGrace)
		case <-timer.C:
			return errors.Join(errors.New("write to the index: it does not end"), ctx.Err())
		}
	}
}

// abandon ends an index that could not be written; else bleve would try it for
// ever. It tells when it has ended. Views of it go on.
func (e *engine) abandon() (ended <-chan struct{}) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		e.scorch.Close() // bleve's own Close would wait for the write; what was not written is known to be lost
	}()
	return done
}

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
		fields, err := fieldsOf(records[i])
		if err != nil {
			return err
		}
		if err := c.batch.Index(records[i].Passage.ID, fields); err != nil {
			return fmt.Errorf("index %s: %w", records[i].Passage.ID, err)
		}
		if err := c.flush(ctx, maxBatch); err != nil {
			return err
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
