package watch

import (
	"context"
	"path"
	"slices"
	"time"
)

// patience is for how many times Options.Quiet what is quiet waits for what is
// not.
const patience = 10

// wait is how long a path has been waiting to be told.
type wait struct {
	from time.Time // when it was first seen to change
	last time.Time // when it was last seen to
}

// mark notes that something happened to a path just now.
func (w *Watcher) mark(p string) {
	now := time.Now()
	e, ok := w.pending[p]
	if !ok {
		e.from = now
	}
	e.last = now
	w.pending[p] = e
}

// due takes out of what is pending what is to be told now, sorted.
func (w *Watcher) due(ctx context.Context) []string {
	now := time.Now()
	if len(w.pending) > 0 && !w.settled(now) {
		return nil
	}
	if w.stirred {
		w.lookAtLinks(ctx)
	}
	// Not every change has an event, so the last look decides. One that is too
	// young for a second change to show waits once more.
	for p, e := range w.pending {
		if p == "." || !w.isQuiet(e, now) {
			continue
		}
		w.look(ctx, p, false)
		if w.known(p).racy(now) {
			w.mark(p)
		}
	}
	if !w.settled(now) || !w.same() {
		return nil
	}
	restless := map[string]bool{} // the folders in which something still changes
	for p, e := range w.pending {
		if w.isQuiet(e, now) {
			continue
		}
		for dir := path.Dir(p); dir != "." && !restless[dir]; dir = path.Dir(dir) {
			restless[dir] = true
		}
	}
	var told []string
	for p, e := range w.pending {
		if !w.isQuiet(e, now) {
			continue
		}
		// A folder stands for all in it, and what is half written must not be read
		// for it. It need not be told: all that came or went in it is pending too.
		if !restless[p] {
			told = append(told, p)
		}
		delete(w.pending, p)
	}
	slices.Sort(told)
	return told
}

func (w *Watcher) isQuiet(e wait, now time.Time) bool { return now.Sub(e.last) >= w.quiet }

// settled tells whether what is quiet is to be told: where nothing else still
// changes, or has done so for long, or something has been waiting for long.
func (w *Watcher) settled(now time.Time) bool {
	limit := now.Add(-patience * w.quiet)
	some, long, hold := false, false, w.again
	for _, e := range w.pending {
		old := !e.from.After(limit)
		switch {
		case w.isQuiet(e, now):
			some = true
			long = long || old
		case !old:
			hold = true
		}
	}
	return some && (long || !hold)
}
