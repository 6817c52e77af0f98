package handlers

import (
	"context"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/handlers/store"
)

// The causes of revisions.
const (
	CauseFirst   = "first reading"
	CauseStopped = "files changed while nobody watched"
	CauseFiles   = "files changed"
)

// Record records the state of the dossier as a revision, with what led to it.
// Where nothing changed since the latest one, it gives that. It looks at the
// fingerprints of all documents.
func (h *Handlers) Record(ctx context.Context, s *store.Store, cause string) (store.Revision, error) {
	before, err := s.Manifest(ctx)
	if err != nil {
		return store.Revision{}, err
	}
	return h.record(ctx, s, h.folder, cause, corpus.Diff(before, h.folder.Manifest()))
}

// record records the state of the dossier as a revision, which has these
// changes against the latest one. The folder is read anew: it is that of h, or a
// later one of the same state.
func (h *Handlers) record(ctx context.Context, s *store.Store, f *intake.Folder, cause string, changes []corpus.Change) (store.Revision, error) {
	standing, err := h.StandingJSON()
	if err != nil {
		return store.Revision{}, err
	}
	return s.Record(ctx, store.NewRevision{
		ID: f.Revision(), Cause: cause, Changes: changes,
		Archive:  func(id string) ([]byte, error) { return f.Archive(ctx, id) },
		Standing: standing, Unread: f.Warnings(),
	})
}
