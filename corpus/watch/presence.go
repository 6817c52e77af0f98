package watch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// present tells whether the corpus is there. Where a comparison is due, and where
// it is there again or is another folder than before, all of it is looked at. A
// folder that is another one and empty is taken for what is left where a disk
// was unmounted.
func (w *Watcher) present(ctx context.Context) bool {
	info, err := os.Stat(w.root)
	same := err == nil && w.goneSince.IsZero() && os.SameFile(info, w.at)
	if err == nil && w.single != "" {
		var file fs.FileInfo
		if file, err = os.Stat(filepath.Join(w.root, w.single)); err == nil && file.IsDir() {
			err = errors.New("it is a folder now")
		}
	}
	if err == nil && !same {
		var names []string
		if names, err = w.list("."); err == nil && len(names) == 0 && !os.SameFile(info, w.at) {
			err = errors.New("another folder is in its place, and it is empty")
		}
	}
	switch {
	case err != nil:
		w.unwatch()
		if w.goneSince.IsZero() {
			w.goneSince = time.Now()
		}
		if w.gone.Load() == nil && time.Since(w.goneSince) >= w.quiet {
			since := w.goneSince
			w.gone.Store(&since)
			w.log.Warn("the corpus is not there; answering from what was read until it is back", "path", w.path(), "reason", err)
		}
		return false
	case !same:
		if w.gone.Swap(nil) != nil {
			w.log.Info("the corpus is back", "path", w.path())
		}
		w.at, w.goneSince = info, time.Time{}
		w.mark(w.top())
	case time.Now().Before(w.compareAt):
		return true
	}
	if err := w.compare(ctx); err != nil {
		w.at = nil // it went this moment; the next tick tells more
		return false
	}
	return true
}

// Gone tells since when the corpus is not there; zero where it is, or has not been
// gone for long. It is safe for concurrent use.
func (w *Watcher) Gone() time.Time {
	if since := w.gone.Load(); since != nil {
		return *since
	}
	return time.Time{}
}

// same tells whether the corpus folder is still the one that was looked at. It
// may go while it is, and then all in it seems to be gone.
func (w *Watcher) same() bool {
	info, err := os.Stat(w.root)
	return err == nil && os.SameFile(info, w.at)
}

// path is the corpus as the log names it.
func (w *Watcher) path() string { return filepath.Join(w.root, w.single) }

// top is the path that stands for all of the corpus.
func (w *Watcher) top() string {
	if w.single != "" {
		return w.single
	}
	return "."
}
