package watch

import "context"

// NewComparing is New without watches, as where the system sets none.
func NewComparing(o Options) (*Watcher, error) { return start(o, false) }

// CompareNow is one comparison, as Run makes them.
func (w *Watcher) CompareNow(ctx context.Context) error { return w.compare(ctx) }
