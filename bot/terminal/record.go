package terminal

import (
	"context"
	"errors"
	"log/slog"

	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

// errNoRecord says that no state folder keeps what is on record.
var errNoRecord = errors.New("what changes is on record in the state folder, and there is none: give one with --state")

// record records the state of the corpus, where it is not the one recorded
// last. Beside a process that holds the state folder nothing is recorded: that
// one does.
func (d *dossier) record(ctx context.Context, log *slog.Logger) error {
	if d.state == "" || d.index.Stats().InMemory {
		return nil
	}
	cause := handlers.CauseFiles
	latest, err := d.latest(ctx)
	switch {
	case err == nil && latest.ID == d.folder.Revision():
		return nil
	case errors.Is(err, store.ErrNoRevision):
		cause = handlers.CauseFirst
	}
	// Of a database that cannot be read the one who writes tells more.
	s, err := store.Open(ctx, store.Options{Dir: d.state, Log: log})
	if errors.Is(err, store.ErrLocked) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = d.handlers.Record(ctx, s, cause)
	return errors.Join(err, s.Close())
}

// latest is the revision recorded last.
func (d *dossier) latest(ctx context.Context) (r store.Revision, err error) {
	err = d.recorded(ctx, func(s *store.Store) error {
		r, err = s.Latest(ctx)
		return err
	})
	return r, err
}

// recorded looks at what is on record, beside whoever writes to it.
func (d *dossier) recorded(ctx context.Context, use func(*store.Store) error) (err error) {
	if d.state == "" {
		return errNoRecord
	}
	s, err := store.Open(ctx, store.Options{Dir: d.state, ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return use(s)
}
