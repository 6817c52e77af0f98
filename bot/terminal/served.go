package terminal

import (
	"context"
	"errors"
	"log/slog"

	"golang.org/x/sync/errgroup"

	"dossierbot/bot/delivery"
	"dossierbot/bot/discord"
	"dossierbot/corpus/intake"
	"dossierbot/corpus/watch"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
	"dossierbot/index"
)

// served is a corpus that is kept up to date, with what delivers its digests.
type served struct {
	watcher  *watch.Watcher // nil: the bundled dossier, which does not change
	store    *store.Store   // nil: the state folder cannot be used, and there are no digests
	updater  *handlers.Updater
	channels *discord.Channels
	delivery *delivery.Delivery // nil where store is
}

// openServed opens the corpus to serve it. Only one process may for a state
// folder; where nothing can be kept in it, the corpus is served all the same,
// from memory and without digests.
func (a *app) openServed(ctx context.Context, token string, log *slog.Logger) (s *served, err error) {
	s = &served{}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.close())
		}
	}()
	if s.channels, err = discord.NewChannels(discord.ChannelsOptions{Token: token, APIURL: a.settings.Discord.APIURL, Log: log}); err != nil {
		return s, err
	}
	dir, err := stateDir(a.settings.State.Dir, a.settings.Corpus.Path)
	if err != nil {
		return s, err
	}
	if s.store, err = openStore(ctx, dir, log); err != nil {
		return s, err
	}
	if path := a.settings.Corpus.Path; path != "" {
		// Before the documents are read, so that no change slips between.
		s.watcher, err = watch.New(watch.Options{Path: path, Quiet: a.settings.Corpus.Quiet, Compare: a.settings.Corpus.Compare, Log: log})
		if err != nil {
			return s, err
		}
	}
	folder, x, err := a.openKept(ctx, s, dir, log)
	if err != nil {
		return s, err
	}
	s.updater, err = handlers.NewUpdater(ctx, handlers.UpdaterOptions{
		Folder: folder, Index: x, Store: s.store, Log: log, Tell: a.tellOperators(s.store),
		Wake: s.wake,
	})
	if err != nil || s.store == nil {
		return s, err
	}
	digests, err := delivery.NewDigests(delivery.DigestsOptions{Store: s.store, Live: s.updater.Live()})
	if err != nil {
		return s, err
	}
	s.delivery, err = delivery.New(delivery.Options{
		Store: s.store, Channels: s.channels, Make: digests.Make, Operators: a.settings.Discord.Operators, Log: log,
	})
	return s, err
}

// upkeep tells how well what is served keeps up with the folder.
func (s *served) upkeep() handlers.Upkeep {
	u := s.updater.Upkeep()
	if s.watcher == nil {
		return u
	}
	if since := s.watcher.Gone(); !since.IsZero() {
		u.Err, u.ErrAt = "the corpus is not there; answers are from what was read until then", since
	}
	return u
}

// wake tells whoever delivers digests that there may be some.
func (s *served) wake() {
	if s.delivery != nil {
		s.delivery.Wake()
	}
}

// openKept opens the corpus with its index, once nothing in it is half written.
func (a *app) openKept(ctx context.Context, s *served, dir string, log *slog.Logger) (*intake.Folder, *index.Index, error) {
	o := a.intakeOptions(log)
	if s.store != nil {
		var err error
		if o.LastGood, err = handlers.LastGood(ctx, s.store); err != nil {
			return nil, nil, err
		}
		o.Archived = s.store.ArchivedOf
	}
	for {
		if s.watcher != nil {
			if err := s.watcher.AwaitQuiet(ctx); err != nil {
				return nil, nil, err
			}
		}
		folder, err := intake.Open(ctx, a.settings.Corpus.Path, o)
		if err != nil {
			return nil, nil, err
		}
		bar := a.newProgress("reading documents")
		x, err := index.Open(ctx, folder, index.Options{Dir: dir, Keep: true, Progress: bar.show, Log: log})
		bar.clear()
		if !errors.Is(err, intake.ErrChanged) {
			return folder, x, err
		}
	}
}

// openStore opens what is kept between runs; nil where nothing can be, which is
// logged. That another process holds it is an error: two would tell everything
// twice.
func openStore(ctx context.Context, dir string, log *slog.Logger) (*store.Store, error) {
	if dir == "" {
		log.Error("no digests: there is no state folder; set state.dir")
		return nil, nil
	}
	s, err := store.Open(ctx, store.Options{Dir: dir, Log: log})
	switch {
	case err == nil:
		return s, nil
	case errors.Is(err, store.ErrLocked), ctx.Err() != nil:
		return nil, err
	}
	log.Error("no digests until this is mended and the bot is started again; questions are answered", "error", err)
	return nil, nil
}

// tellOperators tells something in the operators' channel, once for each key;
// nil where there is no channel to tell it in.
func (a *app) tellOperators(s *store.Store) func(ctx context.Context, key, what string) error {
	channel := a.settings.Discord.Operators
	if channel == "" || s == nil {
		return nil
	}
	return func(ctx context.Context, key, what string) error {
		body, err := discord.OperatorsNotice(what)
		if err == nil {
			_, err = s.QueueNotice(ctx, store.Notice{Key: key, Channel: channel, Body: body})
		}
		return err
	}
}

// run keeps the corpus up to date and delivers digests until ctx ends.
func (s *served) run(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	paths := make(chan []string)
	group.Go(func() error { return s.updater.Run(ctx, paths) })
	if s.watcher != nil {
		group.Go(func() error {
			return s.watcher.Run(ctx, func(ctx context.Context, changed []string) {
				select {
				case paths <- changed:
				case <-ctx.Done():
				}
			})
		})
	}
	if s.delivery != nil {
		group.Go(func() error { return s.delivery.Run(ctx) })
	}
	return group.Wait()
}

// close lets go of all that was opened.
func (s *served) close() error {
	var problems []error
	if s.updater != nil {
		problems = append(problems, s.updater.Live().Close())
	}
	if s.store != nil {
		problems = append(problems, s.store.Close())
	}
	return errors.Join(problems...)
}
