package handlers

import (
	"context"

	"dossierbot/corpus"
	"dossierbot/handlers/store"
)

// Record records the state of the dossier as a revision, with what led to it.
// Where nothing changed since the latest one, it gives that. It looks at the
// fingerprints of all documents.
func (h *Handlers) Record(ctx context.Context, s *store.Store, cause string) (store.Revision, error) {
	before, err := s.Manifest(ctx)
	if err != nil {
		return store.Revision{}, err
	}
	standing, err := h.StandingJSON()
	if err != nil {
		return store.Revision{}, err
	}
	return s.Record(ctx, store.NewRevision{
		ID: h.folder.Revision(), Cause: cause, Changes: corpus.Diff(before, h.folder.Manifest()),
		Archive:  func(id string) ([]byte, error) { return h.folder.Archive(ctx, id) },
		Standing: standing, Unread: h.warnings,
	})
}
