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
	"log/slog"
	"sync"

	"dossierbot/corpus/intake"
)

// ErrLocked says that another process holds the state folder.
var ErrLocked = errors.New("the state folder is in use by another process; stop that one, or give this one a folder of its own with --state")

// Options says where an index lives.
type Options struct {
	Dir   string // the state folder; empty: in memory
	Write bool   // fail rather than answer from memory where the folder cannot be used
	// Keep holds the state folder for writing as long as the index is open, so
	// that it can be updated. One in memory always can.
	Keep     bool
	Progress func(done, total int) // called as documents are read by Open, one call at a time; may be nil
	Log      *slog.Logger          // nil: slog.Default
}

// Index is the search index of one state of a dossier. It is safe for
// concurrent use.
type Index struct {
	*view
	*contents
	stats  Stats
	writer *writer
	close  func() error
}

// Stats says what an index holds and what opening or updating it took.
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
		open := openToRead
		if o.Keep {
			open = openToWrite
		}
		x, err := open(ctx, f, o)
		if err == nil || o.Write || ctx.Err() != nil || errors.Is(err, intake.ErrChanged) || o.Keep && errors.Is(err, ErrLocked) {
			return x, err
		}
		o.Log.Warn("answering from memory: the state folder cannot be used", "reason", err)
	}
	return openMemory(ctx, f, o)
}

func openMemory(ctx context.Context, f *intake.Folder, o Options) (*Index, error) {
	o.Dir = ""
	w := newWriter(o, func() error { return nil })
	indexed, err := w.rebuild(ctx, f)
	if err != nil {
		return nil, errors.Join(err, w.leave())
	}
	return w.index(f, indexed, 0)
}

// index is a new Index of what the writer wrote last, which is that of a
// folder. It is one of the writer's users, already counted.
func (w *writer) index(f *intake.Folder, indexed, removed int) (*Index, error) {
	v, err := w.engine.view()
	if err != nil {
		return nil, errors.Join(err, w.leave())
	}
	x := &Index{view: v, contents: w.contents, writer: w, stats: Stats{
		Documents: len(w.contents.documents), Passages: v.passages, Indexed: indexed, Removed: removed,
		InMemory: w.options.Dir == "", Revision: f.Revision(),
	}}
	x.close = sync.OnceValue(func() error { return errors.Join(v.let(), w.leave()) })
	return x, nil
}

// Stats says what the index holds.
func (x *Index) Stats() Stats { return x.stats }

// Close releases the index. Searches under way end with an error, or with
// what they have found. The last of those that Update made of one another lets
// the state folder go.
func (x *Index) Close() error { return x.close() }
