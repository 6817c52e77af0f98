package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"dossierbot/corpus/intake"
)

// writer is the one hand that writes an index. All that Update made of one
// another share it, and the last of them to be closed ends it.
type writer struct {
	options Options
	release func() error // lets the state folder go

	guard    sync.Mutex // one update at a time
	engine   *engine    // nil where a write failed
	ended    <-chan struct{}
	contents *contents // what the engine holds; nil where that is not known
	editors  string    // hash of the editor's files that it was read by

	counting sync.Mutex
	users    int
}

// newWriter is a writer with one user and nothing written.
func newWriter(o Options, release func() error) *writer {
	return &writer{options: o, release: release, users: 1}
}

// join adds a user, unless the last one has gone.
func (w *writer) join() bool {
	w.counting.Lock()
	defer w.counting.Unlock()
	if w.users == 0 {
		return false
	}
	w.users++
	return true
}

// leave takes a user off, and ends the writer with the last one.
func (w *writer) leave() error {
	w.counting.Lock()
	defer w.counting.Unlock()
	if w.users--; w.users > 0 {
		return nil
	}
	return errors.Join(w.end(), w.release())
}

// end closes bleve's index. Views of it go on.
func (w *writer) end() error {
	if w.ended != nil {
		<-w.ended
		w.ended = nil
	}
	if w.engine == nil {
		return nil
	}
	e := w.engine
	w.engine, w.contents = nil, nil
	return e.close()
}

// place is where the index lies on disk.
func (w *writer) place() string { return filepath.Join(w.options.Dir, indexDir) }

// Update brings the index to a later state of its folder: changed are the ids
// of the documents that changed, came or went since the folder that x is of;
// nil where that is not known, and all are compared. What it gives sees the new
// state, all of it; x goes on seeing its own until it is closed. Where it
// fails, x stays as it is, and another Update may be tried.
//
// An index on disk can be updated where it was opened with Options.Keep. Where
// the editor's files changed what documents are read by, the index is built
// anew.
func (x *Index) Update(ctx context.Context, f *intake.Folder, changed []string) (*Index, error) {
	w := x.writer
	if w.options.Dir != "" && !w.options.Keep {
		return nil, errors.New("update the index: it was opened to be read only")
	}
	release, err := x.hold()
	if err != nil {
		return nil, fmt.Errorf("update the index: %w", err)
	}
	defer release()
	if !w.join() {
		return nil, fmt.Errorf("update the index: %w", ErrClosed)
	}
	w.guard.Lock()
	defer w.guard.Unlock()
	w.options.Progress = func(int, int) {}
	if x.contents != w.contents { // x is not the latest
		changed = nil
	}
	indexed, removed, err := w.bring(ctx, f, changed)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("update the index: %w", err), w.leave())
	}
	return w.index(f, indexed, removed)
}

// bring brings the index to the state of a folder: changed are the ids of the
// documents that are others than those of the contents; nil where that is not
// known.
func (w *writer) bring(ctx context.Context, f *intake.Folder, changed []string) (indexed, removed int, err error) {
	if w.contents == nil {
		changed = nil
		if err := w.restore(ctx); err != nil && ctx.Err() == nil {
			w.options.Log.Debug("building the index anew", "reason", err)
		}
	}
	if err := ctx.Err(); err != nil {
		return 0, 0, err
	}
	if w.contents == nil || w.editors != f.Editors() {
		indexed, err = w.rebuild(ctx, f)
		return indexed, 0, err
	}
	if changed == nil {
		changed = w.contents.changed(f)
	}
	return w.replace(ctx, f, changed)
}

// restore finds out what the index holds, after something went wrong or
// before anything was done.
func (w *writer) restore(ctx context.Context) error {
	if w.ended != nil {
		select {
		case <-w.ended:
			w.ended = nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if w.engine != nil {
		v, err := w.engine.view()
		if err != nil {
			return err
		}
		w.contents, err = v.contents(ctx)
		return errors.Join(err, v.let())
	}
	if w.options.Dir == "" {
		return errors.New("there is none in memory")
	}
	return w.open(ctx)
}

// open opens the index that lies on disk, if it is sound.
func (w *writer) open(ctx context.Context) error {
	m, err := readManifest(w.options.Dir)
	if err != nil {
		return err
	}
	e, c, err := inspect(ctx, w.place())
	if err != nil {
		return err
	}
	if err := e.close(); err != nil {
		return err
	}
	if e, err = diskEngine(w.place(), false); err != nil {
		return err
	}
	w.engine, w.contents, w.editors = e, c, m.Editors
	return nil
}

// replace reads documents anew and puts them in place of what the index holds
// of them; those that the folder does not have are taken out.
func (w *writer) replace(ctx context.Context, f *intake.Folder, changed []string) (indexed, removed int, err error) {
	if len(changed) == 0 {
		return 0, 0, nil
	}
	next := newChanges(w.engine)
	var come, gone []string
	for _, id := range changed {
		if _, ok := f.Hash(id); ok {
			come = append(come, id)
		} else if w.contents.entry(id) != nil {
			gone = append(gone, id)
		}
	}
	read, err := w.write(ctx, f, come, gone, next)
	if err == nil {
		w.contents = w.contents.with(read, gone)
		return len(read), len(gone), nil
	}
	if next.started {
		w.contents = nil
	}
	if next.failed {
		w.ended = w.engine.abandon()
		w.engine = nil
	}
	return 0, 0, err
}

// write reads documents and puts them in place of what the index holds of
// them, and takes others out.
func (w *writer) write(ctx context.Context, f *intake.Folder, ids, gone []string, next *changes) ([]*DocumentEntry, error) {
	if w.options.Dir == "" {
		v, err := w.engine.view()
		if err == nil {
			err = errors.Join(next.compact(ctx, v), v.let())
		}
		if err != nil {
			return nil, err
		}
	}
	for _, id := range gone {
		if err := next.put(ctx, w.contents.entry(id), nil); err != nil {
			return nil, err
		}
	}
	read := make([]*DocumentEntry, 0, len(ids))
	err := f.ReadEach(ctx, ids, func(d intake.Reading) error {
		hash, _ := f.Hash(d.ID)
		records := recordsOf(d.Document, hash)
		if len(records) == 0 {
			return fmt.Errorf("index %s: it has no passage", d.ID)
		}
		first, err := records[0].encode()
		if err != nil {
			return err
		}
		e, err := entryOf(first)
		if err != nil {
			return err
		}
		read = append(read, e)
		if err := next.put(ctx, w.contents.entry(d.ID), records); err != nil {
			return err
		}
		w.options.Progress(len(read), len(ids))
		return nil
	})
	if err != nil {
		return nil, err
	}
	return read, next.flush(ctx, 0)
}

// rebuild makes the index anew and puts it in place. Until it is there, the one
// before goes on; where it fails, too.
func (w *writer) rebuild(ctx context.Context, f *intake.Folder) (indexed int, err error) {
	if w.options.Dir == "" {
		return w.rebuildInMemory(ctx, f)
	}
	fresh := filepath.Join(w.options.Dir, freshDir)
	if err := build(ctx, fresh, f, w.options.Progress); err != nil {
		return 0, errors.Join(fmt.Errorf("build the index: %w", err), os.RemoveAll(fresh))
	}
	if err := w.end(); err != nil { // bleve tidies up its folder as long as it is open
		return 0, errors.Join(err, os.RemoveAll(fresh))
	}
	err = swap(w.options.Dir, manifest{Schema: schema, Reading: intake.Version, Program: bleveVersion(), Editors: f.Editors()})
	if err == nil {
		err = w.open(ctx)
	}
	if err != nil {
		return 0, fmt.Errorf("build the index: %w", err)
	}
	return len(w.contents.documents), nil
}

func (w *writer) rebuildInMemory(ctx context.Context, f *intake.Folder) (indexed int, err error) {
	e, err := memoryEngine()
	if err != nil {
		return 0, err
	}
	fresh := &writer{options: w.options, engine: e, contents: &contents{}}
	if indexed, _, err = fresh.replace(ctx, f, fresh.contents.changed(f)); err != nil {
		return 0, errors.Join(err, fresh.end())
	}
	err = w.end()
	w.engine, w.contents, w.editors = e, fresh.contents, f.Editors()
	return indexed, err
}
