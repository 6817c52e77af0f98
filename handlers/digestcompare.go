package handlers

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"dossierbot/corpus"
	"dossierbot/handlers/store"
)

// comparison is what all documents that changed between two revisions have become,
// whoever asks.
type comparison struct {
	changed []changed
	unread  []unreadFile    // files that cannot be read and could, or were not there, before
	beyond  []corpus.Change // what was not looked through
}

// span is the way from one revision to another.
type span struct {
	store    *store.Store
	from, to int64
}

// latestCompared keeps what was compared last: when a revision is recorded, many
// are told of the same changes. It is safe for concurrent use.
type latestCompared struct {
	guard sync.Mutex
	of    span
	found *comparison
}

// mostKept is how much text, in bytes, is kept for who asks next.
const mostKept = 16 << 20

func (l *latestCompared) get(of span) (*comparison, bool) {
	l.guard.Lock()
	defer l.guard.Unlock()
	return l.found, l.found != nil && l.of == of
}

func (l *latestCompared) put(of span, found *comparison) {
	size := 0
	for _, c := range found.changed {
		size += len(c.before.Text) + len(c.after.Text)
	}
	if size > mostKept {
		return
	}
	l.guard.Lock()
	defer l.guard.Unlock()
	l.of, l.found = of, found
}

// compare compares the versions of all documents that changed, or of the one of
// an id. What it gives is shared, and must not be changed.
func (d *digest) compare(ctx context.Context, only string) (*comparison, error) {
	of := span{d.store, d.from.Number, d.to.Number}
	if found, ok := d.h.compared.get(of); ok {
		return found, nil
	}
	changes, err := d.store.Net(ctx, of.from, of.to)
	if err != nil {
		return nil, err
	}
	found := &comparison{}
	if len(changes) > mostLookedThrough {
		order := []corpus.ChangeKind{corpus.Revised, corpus.Withdrawn, corpus.Added, corpus.Moved}
		slices.SortStableFunc(changes, func(a, b corpus.Change) int { return slices.Index(order, a.Kind) - slices.Index(order, b.Kind) })
		changes, found.beyond = changes[:mostLookedThrough], changes[mostLookedThrough:]
	}
	if only != "" {
		changes, found.beyond = bearingUpon(only, changes, found.beyond), nil
	}
	if found.unread, err = d.unread(ctx); err != nil {
		return nil, err
	}
	arrived, err := d.store.Arrived(ctx, of.from, of.to)
	if err != nil {
		return nil, err
	}
	if changes, err = d.renamed(ctx, changes); err != nil {
		return nil, err
	}
	for _, c := range changes {
		if only != "" && c.ID != only { // of which it might have been a later version
			continue
		}
		change, told, err := d.document(ctx, c, arrived, found.unread)
		if err != nil {
			return nil, err
		}
		if told {
			found.changed = append(found.changed, change)
		}
	}
	if only == "" {
		d.h.compared.put(of, found)
	}
	return found, nil
}

// bearingUpon are the changes that it takes to tell what became of the document
// of an id, as it is told among all: where it is new, it may be a later version
// of any that is gone, unless another is.
func bearingUpon(only string, looked, beyond []corpus.Change) []corpus.Change {
	is := func(c corpus.Change) bool { return c.ID == only }
	if !slices.ContainsFunc(looked, is) {
		return slices.DeleteFunc(beyond, func(c corpus.Change) bool { return !is(c) })
	}
	added := slices.ContainsFunc(looked, func(c corpus.Change) bool { return is(c) && c.Kind == corpus.Added })
	return slices.DeleteFunc(looked, func(c corpus.Change) bool {
		return !is(c) && c.From != only && !(added && (c.Kind == corpus.Added || c.Kind == corpus.Withdrawn))
	})
}

// documents finds the changes that are asked for, or of them that of one
// document.
func (d *digest) documents(ctx context.Context, only string) error {
	found, err := d.compare(ctx, only)
	if err != nil {
		return err
	}
	for _, f := range found.unread {
		d.reply.Unread = append(d.reply.Unread, f.path+": "+f.why)
	}
	if n := len(found.beyond); n > 0 {
		d.note(fmt.Sprintf("Only %d of %d changed documents were looked through.", mostLookedThrough, mostLookedThrough+n))
	}
	if d.asked.everything() {
		d.reply.More = len(found.beyond)
		counts := map[corpus.ChangeKind]*int{
			corpus.Added: &d.reply.Counts.Added, corpus.Revised: &d.reply.Counts.Revised,
			corpus.Withdrawn: &d.reply.Counts.Withdrawn, corpus.Moved: &d.reply.Counts.Moved,
		}
		for _, c := range found.beyond {
			*counts[c.Kind]++
		}
	}
	for _, c := range found.changed {
		switch {
		case only != "" && c.Document != only:
		case c.slip:
			if d.asked.bySource() && d.asked.from(&c) {
				d.reply.Counts.Slips++
			}
		case d.asked.wants(&c):
			c.Statements = slices.Clone(c.Statements) // where else their words stand depends on what is asked for
			d.changed = append(d.changed, c)
		}
	}
	return nil
}
