package watch

import (
	"context"
	"time"
)

// AwaitQuiet waits until no file has changed for Options.Quiet, but not longer
// than ten times that: a corpus that is opened then has nothing half written.
// It is called before Run. An error is that of ctx.
func (w *Watcher) AwaitQuiet(ctx context.Context) error {
	limit := time.Now().Add(patience * w.quiet)
	for {
		now := time.Now()
		left := min(w.restless(now), limit.Sub(now))
		if left <= 0 {
			return ctx.Err()
		}
		timer := time.NewTimer(left)
		select {
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		case <-timer.C:
		}
		if err := w.scan(ctx, "."); err != nil {
			return nil // it went away; to open it will tell
		}
	}
}

// restless is how long it takes until what changed last has been quiet for long
// enough; 0 or less where all is.
func (w *Watcher) restless(now time.Time) time.Duration {
	most := time.Duration(0)
	for _, files := range w.folders {
		for _, s := range files {
			if age := now.Sub(time.Unix(0, s.latest())); !s.folder() && age > -w.quiet {
				most = max(most, w.quiet-age)
			}
		}
	}
	return most
}
