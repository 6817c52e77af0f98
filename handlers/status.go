package handlers

import (
	"context"
	"errors"
	"time"

	"dossierbot/handlers/store"
)

// StatusReply says how things stand.
type StatusReply struct {
	Revision string         // that of the state that answers
	Recorded *RevisionEntry // the newest that was recorded; nil: none yet
	Dossier  Dossier
	Unserved int // files of the folder that are left out
	// Of one server.
	Running, Paused int // subscriptions
	// Of all servers.
	Digests, Parts int       // that wait to be sent, and their messages
	Since          time.Time // from when on the oldest waits
}

// Status says how things stand, with the subscriptions of a guild. Without a
// store nothing is recorded and nothing waits.
func (h *Handlers) Status(ctx context.Context, s *store.Store, guild string) (StatusReply, error) {
	r := StatusReply{Revision: h.index.Stats().Revision, Dossier: h.about(), Unserved: len(h.warnings)}
	if s == nil {
		return r, nil
	}
	latest, err := s.Latest(ctx)
	switch {
	case err == nil:
		r.Recorded = &RevisionEntry{Revision: latest.ID, Number: latest.Number, At: latest.At}
	case !errors.Is(err, store.ErrNoRevision):
		return r, err
	}
	if r.Digests, r.Parts, r.Since, err = s.Queued(ctx); err != nil {
		return r, err
	}
	if guild == "" {
		return r, nil
	}
	subscriptions, err := s.Subscriptions(ctx, guild)
	for _, s := range subscriptions {
		if s.Paused == "" {
			r.Running++
		} else {
			r.Paused++
		}
	}
	return r, err
}
