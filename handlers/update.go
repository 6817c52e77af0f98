package handlers

import (
	"context"
	"errors"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/handlers/store"
	"dossierbot/index"
)

// Updater keeps a dossier up to date while it is served. What changed in the
// folder is read and indexed, the new state takes the place of the old one in
// its Live, and is then recorded as a revision.
type Updater struct {
	o    UpdaterOptions
	live *Live

	folder  *intake.Folder
	index   *index.Index
	newest  *Handlers
	pending map[string]bool // paths that changed and are not in the newest state
	// unrecorded are the documents whose state is in no revision, as they were in
	// the last one. As long as held is false nobody knows, and all are looked at.
	unrecorded corpus.Manifest
	held       bool
	cause      string // of the next revision
	told       toldFaults
	editors    []byte // what was kept of the editor's files

	recorded int64 // number of the last revision

	mu     sync.Mutex
	upkeep Upkeep
}

// UpdaterOptions says what is kept up to date. Folder, Index and Log are
// required.
type UpdaterOptions struct {
	Folder *intake.Folder
	Index  *index.Index // of that folder; the Updater closes it
	Store  *store.Store // nil: revisions cannot be kept, and there are no digests
	Now    func() time.Time
	Log    *slog.Logger
	// Wake is called when there may be something to deliver; may be nil.
	Wake func()
	// Tell tells the operators what they must mend, once for each key. nil:
	// nobody is told.
	Tell func(ctx context.Context, key, what string) error
}

// NewUpdater makes the first state of a dossier, and records it where it is not
// the one that was recorded last.
func NewUpdater(ctx context.Context, o UpdaterOptions) (*Updater, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Wake == nil {
		o.Wake = func() {}
	}
	h, err := New(ctx, Options{Folder: o.Folder, Index: o.Index, Now: o.Now})
	if err != nil {
		return nil, err
	}
	u := &Updater{
		o: o, live: NewLive(h, o.Index.Close), folder: o.Folder, index: o.Index, newest: h,
		pending: map[string]bool{}, unrecorded: corpus.Manifest{}, cause: CauseStopped,
	}
	if o.Store == nil {
		return u, nil
	}
	if u.told, err = toldBefore(ctx, o.Store); err != nil {
		return nil, errors.Join(err, u.live.Close())
	}
	switch _, err := o.Store.Latest(ctx); {
	case errors.Is(err, store.ErrNoRevision):
		u.cause = CauseFirst
	case err != nil:
		return nil, errors.Join(err, u.live.Close())
	}
	// What cannot be done now is done with the next update.
	u.note(u.keep(ctx))
	return u, nil
}

// Live has the newest state.
func (u *Updater) Live() *Live { return u.live }

// retryFirst and retryLast bound the time after which an update that failed is
// tried again; it doubles in between.
const (
	retryFirst = time.Second
	retryLast  = time.Minute
)

// Run takes in the paths that come until ctx ends, and tries again what failed.
func (u *Updater) Run(ctx context.Context, paths <-chan []string) error {
	var retry <-chan time.Time
	wait := retryFirst
	if u.Upkeep().Err != "" {
		retry = time.After(wait)
	}
	for {
		var changed []string
		select {
		case <-ctx.Done():
			return nil
		case changed = <-paths:
		case <-retry:
		}
		if err := u.Update(ctx, changed); err == nil {
			retry, wait = nil, retryFirst
		} else {
			retry, wait = time.After(wait), min(2*wait, retryLast)
		}
	}
}

// Update takes in what changed at paths below the folder, and what could not be
// taken in or recorded before. Where it fails, the state before is still
// served. Only one may call it at a time.
func (u *Updater) Update(ctx context.Context, paths []string) error {
	for _, path := range paths {
		u.pending[path] = true
	}
	err := u.apply(ctx)
	if err == nil {
		err = errors.Join(u.keep(ctx), u.newest.Prepare(ctx))
	}
	u.note(err)
	return err
}

// keep keeps what follows from the newest state, which is served already.
func (u *Updater) keep(ctx context.Context) error {
	return errors.Join(u.tellFaults(ctx), u.record(ctx))
}

// apply makes the state of the folder as it is now the newest.
func (u *Updater) apply(ctx context.Context) error {
	if len(u.pending) == 0 {
		return nil
	}
	began := u.o.Now()
	next, changed, err := u.folder.Update(ctx, slices.Sorted(maps.Keys(u.pending)))
	if err != nil {
		return err
	}
	if len(changed) == 0 && next.Editors() == u.folder.Editors() && next.Standing() == u.folder.Standing() &&
		slices.Equal(next.Warnings(), u.folder.Warnings()) {
		u.folder = next
		clear(u.pending)
		return nil
	}
	if changed == nil {
		changed = []string{} // none, which is known
	}
	x, err := u.index.Update(ctx, next, changed)
	if err != nil {
		return err
	}
	h, err := New(ctx, Options{Folder: next, Index: x, Previous: u.newest})
	if err != nil {
		return errors.Join(err, x.Close())
	}
	for _, id := range changed {
		if _, ok := u.unrecorded[id]; !ok {
			u.unrecorded[id], _ = u.folder.Fingerprint(id) // the zero one where it was not there
		}
	}
	u.folder, u.index, u.newest = next, x, h
	clear(u.pending)
	u.live.Swap(h, x.Close)
	u.mu.Lock()
	u.upkeep.Updated = u.o.Now()
	u.mu.Unlock()
	u.o.Log.Info("updated", "revision", next.Revision(), "documents_changed", len(changed), "took", u.o.Now().Sub(began))
	return nil
}

// record keeps the newest state as a revision, unless it is the last one.
func (u *Updater) record(ctx context.Context) error {
	if u.o.Store == nil {
		return nil
	}
	before, after := corpus.Manifest{}, corpus.Manifest{}
	if u.held {
		for id, was := range u.unrecorded {
			if was != (corpus.Fingerprint{}) {
				before[id] = was
			}
			if now, ok := u.folder.Fingerprint(id); ok {
				after[id] = now
			}
		}
	} else {
		var err error
		if before, err = u.o.Store.Manifest(ctx); err != nil {
			return err
		}
		after = u.folder.Manifest()
	}
	r, err := u.newest.record(ctx, u.o.Store, u.folder, u.cause, corpus.Diff(before, after))
	if err != nil {
		return err
	}
	if err := u.keepEditors(ctx); err != nil {
		return err
	}
	clear(u.unrecorded)
	u.held, u.cause = true, CauseFiles
	if u.recorded != r.Number {
		u.recorded = r.Number
		u.o.Log.Info("recorded", "revision", r.ID, "number", r.Number)
		u.o.Wake()
	}
	return nil
}
