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

// retryWait is how long bleve waits before it tries again what failed behind
// our back, as a merge does on a full disk; it would not wait at all.
const retryWait = 500 * time.Millisecond

// paced is the name by which bleve finds what it is to do where that happens.
const paced = "paced"

func init() {
	scorch.RegistryAsyncErrorCallbacks[paced] = func(error, string) { <-time.After(retryWait) }
}

// diskEngine opens one on disk.
func diskEngine(path string, readOnly bool) (*engine, error) {
	b, err := bleve.OpenUsing(path, map[string]any{"read_only": readOnly, "bolt_timeout": lockWait.String(), "asyncErrorCallbackName": paced})
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
