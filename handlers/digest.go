package handlers

import (
	"context"
	"errors"

	"dossierbot/handlers/store"
)

// DigestRequest asks what changed between two revisions.
type DigestRequest struct {
	// Since and Until are revisions as people write them: an id
	// ("r1a2b3c4d5e"), a number ("#12"), a day or an RFC 3339 time. Without Until
	// it is the latest; without Since the one before Until.
	Since, Until string
	// From and To are numbers of revisions, 0 the empty corpus before the first.
	// Where To is not 0 they stand in place of Since and Until.
	From, To int64
	Filter   store.Filter // of ids, as CheckFilter gives it
	Limit    int          // documents listed at most; 0: DefaultDigestLimit
}

// DefaultDigestLimit is how many documents a digest lists where the request
// does not say.
const DefaultDigestLimit = 50

// Digest tells what changed between two revisions. Its error is a *Problem
// where Since or Until is no known revision.
func (h *Handlers) Digest(ctx context.Context, s *store.Store, r DigestRequest) (DigestReply, error) {
	return DigestReply{}, errors.ErrUnsupported
}

// CheckFilter makes a filter of ids of one with names as people write them.
// Its error is a *Problem that says which of them is not known, and which is
// nearest.
func (h *Handlers) CheckFilter(ctx context.Context, f store.Filter) (store.Filter, error) {
	return f, nil
}

// StandingJSON is where the actors stand now, to be recorded with a revision:
// what Digest compares.
func (h *Handlers) StandingJSON() ([]byte, error) { return nil, errors.ErrUnsupported }
