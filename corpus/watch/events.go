package watch

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watches are those that the system has set on folders. The zero value has
// none, and may have.
type watches struct {
	off  bool // there are none, and will be none
	set  *fsnotify.Watcher
	lost chan error    // that events were lost, at most one error at a time
	done chan struct{} // closed when nothing writes to lost any more
}

// open begins a new set without a watch.
func (s *watches) open() error {
	set, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	lost, done := make(chan error, 1), make(chan struct{})
	// The library may hold its lock while it hands over an error, and each call
	// that sets a watch wants it. So errors are taken off its hands at once.
	go func() {
		defer close(done)
		for err := range set.Errors {
			if errors.Is(err, syscall.EINVAL) {
				continue // of a watch that went with its folder before the library could end it
			}
			select {
			case lost <- err:
			default:
			}
		}
	}()
	s.set, s.lost, s.done = set, lost, done
	return nil
}

func (s *watches) close() {
	if s.set != nil {
		s.set.Close() // its error is that of a file that is closed already
		<-s.done
	}
	s.set, s.lost, s.done = nil, nil, nil
}

// remove ends the watch on a folder, where there is one.
func (s *watches) remove(name string) {
	if s.set != nil {
		_ = s.set.Remove(name) // it fails where the folder, and so the watch, is gone
	}
}

// channels are nil where there are no watches.
func (s *watches) channels() (<-chan fsnotify.Event, <-chan error) {
	if s.set == nil {
		return nil, nil
	}
	return s.set.Events, s.lost
}

// rewatch ends all watches and begins a new set.
func (w *Watcher) rewatch() {
	w.watches.close()
	if w.watches.off {
		return
	}
	if err := w.watches.open(); err != nil {
		w.doWithout(err)
	}
}

func (w *Watcher) unwatch() { w.watches.close() }

// watch sets a watch on a folder. One that is gone meanwhile or may not be read
// needs none; where it cannot be set for another reason, there are none from
// then on.
func (w *Watcher) watch(dir string) {
	if w.watches.set == nil {
		return
	}
	err := w.watches.set.Add(w.full(dir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		w.doWithout(err)
	}
}

// doWithout goes on with comparisons alone.
func (w *Watcher) doWithout(reason error) {
	w.watches.close()
	w.watches.off = true
	advice := "nothing need be done where changes may be seen that late"
	switch {
	case errors.Is(reason, syscall.ENOSPC):
		advice = "raise fs.inotify.max_user_watches (with sysctl) above the number of folders, and start again"
	case errors.Is(reason, syscall.EMFILE):
		advice = "raise fs.inotify.max_user_instances (with sysctl) or the limit of open files, and start again"
	}
	w.log.Warn("the corpus cannot be watched; changes are found by comparing alone",
		"path", w.path(), "every", w.every, "reason", reason, "advice", advice)
}

// lose has a comparison find what events would have told, and ends the
// watches until then.
func (w *Watcher) lose(reason error) {
	w.log.Info("changes of the corpus were missed; comparing", "path", w.path(), "reason", reason)
	w.unwatch()
	w.again, w.compareAt = true, time.Now().Add(w.quiet)
}

// take looks at what an event tells of.
func (w *Watcher) take(ctx context.Context, e fsnotify.Event) {
	w.stirred = true
	below, ok := strings.CutPrefix(e.Name, w.root)
	if !ok {
		return
	}
	moved := e.Has(fsnotify.Create) || e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename)
	p := strings.TrimLeft(filepath.ToSlash(below), "/")
	name := path.Base(p)
	switch {
	case p == "" && moved:
		w.at = nil // whatever is there now is another folder
		return
	case p == "":
		w.compareAt = time.Now() // it may be one that can be read again
		return
	case w.single != "" && p != w.single, w.single == "" && hidden(name):
		return
	}
	w.look(ctx, p, true)
	// A file is told even where it looks the same, for it may have been written
	// twice within one tick of the clock, or have come and gone; a folder where it
	// came or went.
	_, known := w.folders[path.Dir(p)]
	folder := w.known(p).folder()
	if known && (moved || !folder) && (folder || w.single != "" || !scratch(name)) {
		w.mark(p)
	}
}
