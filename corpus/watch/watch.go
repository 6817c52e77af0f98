// Package watch tells which paths of a corpus folder changed, once they are
// quiet.
//
// It owns the watches that the system sets on folders, the comparisons that
// find what these miss, and the wait until nothing is half written. It reads no
// document: whether one is another than before is for package intake to find.
package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"time"
)

// DefaultQuiet is long enough for an editor that writes, renames and deletes in
// one saving, and for the pauses in a copy over a network.
const DefaultQuiet = 2 * time.Second

// DefaultCompare is how long a change may go unseen where the system tells of
// none, as on network folders.
const DefaultCompare = 3 * time.Minute

// Options says what is watched, and how patiently.
type Options struct {
	Path    string        // the corpus: a folder, or a single file
	Quiet   time.Duration // how long a path must have been unchanged before it is told; 0: DefaultQuiet
	Compare time.Duration // between two comparisons of all that lies there; 0: DefaultCompare
	Log     *slog.Logger  // nil: slog.Default
}

// Watcher watches one corpus. All that it does after New is done by Run.
type Watcher struct {
	root   string // the folder that is watched, absolute; a link is followed anew each time
	single string // the one name in it that counts; empty: all
	quiet  time.Duration
	every  time.Duration // between comparisons
	log    *slog.Logger

	snapshot
	pending map[string]wait // what is to be told, by path
	watches watches

	at        fs.FileInfo               // of root, when it was last there
	goneSince time.Time                 // since when the corpus is not there; zero: it is
	gone      atomic.Pointer[time.Time] // the same, once the log has it; nil: it has not
	compareAt time.Time                 // when the next comparison is due
	again     bool                      // that one follows up what the last one found
	stirred   bool                      // something happened since the links were looked at
}

// New takes the first snapshot of the corpus, from its files' sizes and times
// alone, and sets the watches, so that what changes from now on is told by Run.
// Called before the documents are read, it lets nothing slip between the two.
// It fails where the corpus is not there. The watches are held until Run ends.
func New(o Options) (*Watcher, error) { return start(o, true) }

func start(o Options, watching bool) (*Watcher, error) {
	if o.Quiet <= 0 {
		o.Quiet = DefaultQuiet
	}
	if o.Compare <= 0 {
		o.Compare = DefaultCompare
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	info, err := os.Stat(o.Path)
	if err != nil {
		return nil, fmt.Errorf("watch corpus: %w", err)
	}
	root, err := filepath.Abs(o.Path)
	if err != nil {
		return nil, fmt.Errorf("watch corpus: %w", err)
	}
	w := &Watcher{quiet: o.Quiet, every: o.Compare, log: o.Log, root: root, pending: map[string]wait{}}
	w.folders, w.links, w.places = map[string]folder{}, map[string]struct{}{}, map[inode]string{}
	w.watches.off = !watching
	if !info.IsDir() {
		w.root, w.single = filepath.Split(root)
		w.root = filepath.Clean(w.root)
	}
	if w.at, err = os.Stat(w.root); err != nil {
		return nil, fmt.Errorf("watch corpus: %w", err)
	}
	if err := w.compare(context.Background()); err != nil {
		w.unwatch()
		return nil, fmt.Errorf("watch corpus: %w", err)
	}
	w.again, w.compareAt = false, time.Now().Add(w.every)
	for p, e := range w.pending {
		if !w.known(p).racy(e.last) {
			delete(w.pending, p)
		}
	}
	return w, nil
}

// Run calls changed with the paths that changed, until ctx ends; then it waits
// for a call that is under way, and returns nil. It is called once.
//
// The paths are relative to the corpus, with slashes, sorted, each once: files
// and folders that came, went or are no longer what they were, and "." where
// the corpus folder itself is another one, so that it must be opened anew. All
// that came or went with a folder is named too. Of a single file it is the
// file's name. That a path is told means that it may have changed, and it may
// lead through a link by now. Scratch files of editors and names that begin with
// a dot are not told, nor what lies in folders with such names.
//
// A path is told when nothing was seen to happen to it for Options.Quiet, with
// all others that change meanwhile; but after ten times as long those that are
// quiet wait for the others no more. There is one call at a time; what changes
// while it runs is told by the next. While the corpus is not there, nothing is
// told.
func (w *Watcher) Run(ctx context.Context, changed func(ctx context.Context, paths []string)) error {
	defer w.unwatch()
	tick := time.NewTicker(max(w.quiet/4, time.Millisecond))
	defer tick.Stop()
	var running chan struct{} // closed when the call that is under way ends
	for {
		events, lost := w.watches.channels()
		select {
		case <-ctx.Done():
			if running != nil {
				<-running
			}
			return nil
		case <-running:
			running = nil
		case e, ok := <-events:
			if !ok {
				w.lose(errors.New("the system ended them"))
				break
			}
			w.take(ctx, e)
		case err := <-lost:
			w.lose(err)
		case <-tick.C:
			if !w.present(ctx) || running != nil {
				break
			}
			if paths := w.due(ctx); len(paths) > 0 && ctx.Err() == nil {
				done := make(chan struct{})
				running = done
				go func() {
					defer close(done)
					changed(ctx, paths)
				}()
			}
		}
	}
}

// compare sets the watches anew, so that whatever became of them is mended,
// and then looks at all that lies in the corpus. What it finds that no event
// told is followed up by another comparison: other files may have changed
// behind its back. An error is the corpus folder's.
func (w *Watcher) compare(ctx context.Context) error {
	start, waiting := time.Now(), len(w.pending)
	w.rewatch()
	if err := w.scan(ctx, "."); err != nil {
		return err
	}
	took := time.Since(start)
	w.again = len(w.pending) > waiting
	next := w.every
	if w.again {
		next = w.quiet
	}
	w.compareAt = time.Now().Add(max(next, took))
	return nil
}

// list gives the names in a folder that may count, sorted.
func (w *Watcher) list(dir string) ([]string, error) {
	if w.single != "" {
		return []string{w.single}, nil
	}
	entries, err := os.ReadDir(w.full(dir))
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		if !hidden(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return slices.Clip(names), nil
}

// full is a path of the corpus as the system knows it.
func (w *Watcher) full(p string) string { return filepath.Join(w.root, filepath.FromSlash(p)) }
