package store

import (
	"context"
	"errors"
	"time"

	"dossierbot/corpus"
)

// Revision is a state of the corpus that was recorded.
type Revision struct {
	Number int64     // from 1, in the order of recording
	ID     string    // what the state was, as intake.Folder.Revision tells; a state that comes back has its id again
	At     time.Time // when it was recorded, in UTC
	Cause  string    // what led to it
}

// NewRevision is a revision to record.
type NewRevision struct {
	ID, Cause string
	Changes   []corpus.Change // against the latest revision
	// Archive gives what is kept of a document, by its id. It is called for
	// those that are added or revised, or moved with another description.
	Archive  func(id string) ([]byte, error)
	Standing []byte   // positions and topics; nil: as before
	Unread   []string // files that could not be read, each with the reason
}

// Record records a state of the corpus in one transaction. Where nothing has
// changed and the id is that of the latest revision, it returns that one.
func (s *Store) Record(ctx context.Context, n NewRevision) (Revision, error) {
	return Revision{}, errors.ErrUnsupported
}

// Manifest is the state of the corpus as of the latest revision; empty where
// there is none.
func (s *Store) Manifest(ctx context.Context) (corpus.Manifest, error) {
	return nil, errors.ErrUnsupported
}

// Latest is the newest revision. The error is ErrNoRevision where there is none.
func (s *Store) Latest(ctx context.Context) (Revision, error) {
	return Revision{}, errors.ErrUnsupported
}

// Revision is the newest revision with an id. The error is ErrNoRevision where
// there is none.
func (s *Store) Revision(ctx context.Context, id string) (Revision, error) {
	return Revision{}, errors.ErrUnsupported
}

// RevisionAt is the last revision recorded at a time or before. The error is
// ErrNoRevision where there is none.
func (s *Store) RevisionAt(ctx context.Context, at time.Time) (Revision, error) {
	return Revision{}, errors.ErrUnsupported
}

// Revisions lists the newest revisions, the newest first; all where the limit
// is 0.
func (s *Store) Revisions(ctx context.Context, limit int) ([]Revision, error) {
	return nil, errors.ErrUnsupported
}

// Net is what changed between two revisions, by their numbers; 0 is the empty
// corpus before the first. What came and went between them is not told. It may
// be asked backwards.
func (s *Store) Net(ctx context.Context, from, to int64) ([]corpus.Change, error) {
	return nil, errors.ErrUnsupported
}

// Archived is what was archived of a document when it had a fingerprint. The
// error is ErrNoVersion where there is none.
func (s *Store) Archived(ctx context.Context, f corpus.Fingerprint) ([]byte, error) {
	return nil, errors.ErrUnsupported
}

// Standing is the positions and topics as of a revision, by its number; nil
// where none were recorded until then.
func (s *Store) Standing(ctx context.Context, number int64) ([]byte, error) {
	return nil, errors.ErrUnsupported
}

// Unread lists the files that could not be read as of a revision, by its
// number, each with the reason.
func (s *Store) Unread(ctx context.Context, number int64) ([]string, error) {
	return nil, errors.ErrUnsupported
}
