// Package store keeps what must outlive a restart: the revisions of the
// corpus, the subscriptions, and the ledger of what was delivered where. It is
// the only importer of SQLite.
//
// It leaves to others what a revision, a digest and a message hold: they are
// bytes to it.
package store

import (
	"context"
	"errors"
	"log/slog"
	"time"
)

// Errors that callers branch on. They come wrapped with what was done.
var (
	// ErrNoRevision means that there is no such revision, or none at all.
	ErrNoRevision = errors.New("no such revision")
	// ErrNoSubscription means that there is no such subscription.
	ErrNoSubscription = errors.New("no such subscription")
	// ErrNoDelivery means that there is no such part of a digest.
	ErrNoDelivery = errors.New("no such delivery")
	// ErrNoVersion means that no such text was archived.
	ErrNoVersion = errors.New("no such version of a document")
	// ErrOvertaken means that a subscription's cursor is not where the digest
	// begins: somebody else has told of it, or it is gone.
	ErrOvertaken = errors.New("the subscription is not at that revision")
	// ErrLocked means that another process writes to the state folder.
	ErrLocked = errors.New("another process writes to the state folder")
	// ErrDamaged means that the database cannot be read and was not restored.
	ErrDamaged = errors.New("the database is damaged")
	// ErrUnwritable means that nothing can be written now: the disk is full, or
	// the folder may not be written to. What was recorded before stays.
	ErrUnwritable = errors.New("the database cannot be written")
	// ErrNewer means that a later version of the program made the database.
	ErrNewer = errors.New("the database is of a later version of dossierbot")
)

// Options says where a Store lies and how it is opened.
type Options struct {
	Dir      string           // the state folder; made where it is not there
	Log      *slog.Logger     // nil: nothing is logged
	Now      func() time.Time // nil: time.Now
	ReadOnly bool             // for a look beside a process that writes; nothing is written or repaired
}

// Store is the database in a state folder. It is safe for concurrent use.
type Store struct{}

// Open opens the database in the state folder, and makes it where there is
// none. A read-only Store needs no database, and then holds nothing.
func Open(ctx context.Context, o Options) (*Store, error) { return nil, errors.ErrUnsupported }

// Close lets go of the database.
func (s *Store) Close() error { return errors.ErrUnsupported }

// Salt is what the nonces of this database are made with: random, and the same
// as long as the database lives.
func (s *Store) Salt() string { return "" }
