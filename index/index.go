// Package index finds passages. It is the only importer of bleve, whose
// "document" is our passage: that is said here and nowhere else.
//
// It owns the search, from a typed Query to a Result, and the index on disk,
// which is a cache of the corpus and never the source of truth. Reading plain
// words into a Query is left to index/question.
package index

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"dossierbot/corpus/intake"
)

// ErrLocked says that another process holds the state folder.
var ErrLocked = errors.New("the state folder is in use by another process; stop that one, or give this one a folder of its own with --state")

// Options says where an index lives.
type Options struct {
	Dir      string                // the state folder; empty: in memory
	Write    bool                  // fail rather than answer from memory where the folder cannot be used
	Progress func(done, total int) // called as documents are read, one call at a time; may be nil
	Log      *slog.Logger          // nil: slog.Default
}

// Index is the search index of a dossier. It is safe for concurrent use.
type Index struct {
	bleve   bleve.Index
	stats   Stats
	release func() error // lets the state folder go
	close   func() error
}

// Stats says what an index holds and what opening it took.
type Stats struct {
	Documents int    `json:"documents"`
	Passages  int    `json:"passages"`
	Indexed   int    `json:"indexed"` // documents that had to be read anew
	Removed   int    `json:"removed"` // documents that are gone
	InMemory  bool   `json:"in_memory"`
	Revision  string `json:"revision"`
}

// Open brings the index of a folder up to date and opens it. Where the state
// folder cannot be used, it answers from memory and logs why, unless
// Options.Write is set.
func Open(ctx context.Context, f *intake.Folder, o Options) (*Index, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	if o.Dir != "" {
		x, err := openState(ctx, f, o)
		if err == nil || o.Write || ctx.Err() != nil {
			return x, err
		}
		o.Log.Warn("answering from memory: the state folder cannot be used", "reason", err)
	}
	return openMemory(ctx, f, o)
}

func openMemory(ctx context.Context, f *intake.Folder, o Options) (*Index, error) {
	m, err := newMapping()
	if err != nil {
		return nil, err
	}
	b, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("make an index in memory: %w", err)
	}
	batch := b.NewBatch()
	n, err := readAll(ctx, f, ids(f.Hashes()), o.Progress, into(b, batch))
	if err == nil {
		err = flush(b, batch, 1)
	}
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	x := newIndex(b, func() error { return nil })
	x.stats = Stats{Documents: len(n), Indexed: len(n), InMemory: true, Revision: f.Revision()}
	return x, x.count()
}

func newIndex(b bleve.Index, release func() error) *Index {
	x := &Index{bleve: b, release: release}
	// A second Close of bleve's panics.
	x.close = sync.OnceValue(func() error { return errors.Join(b.Close(), release()) })
	return x
}

func (x *Index) count() error {
	n, err := x.bleve.DocCount()
	if err != nil {
		return fmt.Errorf("count passages: %w", err)
	}
	x.stats.Passages = int(n)
	return nil
}

// Stats says what the index holds.
func (x *Index) Stats() Stats { return x.stats }

// Close releases the index. Searches under way end with an error.
func (x *Index) Close() error { return x.close() }

// maxBatch is how many passages go to bleve at once: batches of 1,000 peaked
// at 165 MiB where 20,000 took 918 MiB, at the same speed.
const maxBatch = 1000

// into puts records into a batch, and the batch into the index when it is full.
func into(b bleve.Index, batch *bleve.Batch) func(record) error {
	return func(r record) error {
		fields, err := fieldsOf(r)
		if err != nil {
			return err
		}
		if err := batch.Index(r.Passage.ID, fields); err != nil {
			return fmt.Errorf("index %s: %w", r.Passage.ID, err)
		}
		return flush(b, batch, maxBatch)
	}
}

func flush(b bleve.Index, batch *bleve.Batch, least int) error {
	if batch.Size() < least {
		return nil
	}
	if err := b.Batch(batch); err != nil {
		return fmt.Errorf("write to the index: %w", err)
	}
	batch.Reset()
	return nil
}

// readAll reads documents and hands their passages to use, one at a time. It
// gives the number of passages of each document.
func readAll(ctx context.Context, f *intake.Folder, ids []string, progress func(done, total int), use func(record) error) (map[string]int, error) {
	passages := make(map[string]int, len(ids))
	err := f.ReadEach(ctx, ids, func(d intake.Reading) error {
		for _, r := range recordsOf(d.Document) {
			if err := use(r); err != nil {
				return err
			}
		}
		passages[d.ID] = len(d.Passages)
		progress(len(passages), len(ids))
		return nil
	})
	return passages, err
}
