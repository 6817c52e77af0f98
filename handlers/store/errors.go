package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
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
	// ErrOvertaken means that a subscription is not what its digest was made for:
	// it was told of that already, somebody has edited it, or it is gone.
	ErrOvertaken = errors.New("the subscription is another now")
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

// explain says of an error of SQLite what it means for the database at a path,
// and what to do. Any other stays as it is.
func explain(path string, err error) error { return explainAs(path, err, meaning(err)) }

// explainFile does so for errors of the file system too.
func explainFile(path string, err error) error {
	for _, denied := range []error{fs.ErrPermission, syscall.ENOSPC, syscall.EROFS, syscall.ENOTDIR} {
		if errors.Is(err, denied) {
			return explainAs(path, err, ErrUnwritable)
		}
	}
	return explain(path, err)
}

func explainAs(path string, err, meaning error) error {
	if kind(err) != nil {
		return err // it was explained where it was found
	}
	switch meaning {
	case ErrDamaged:
		return fmt.Errorf("%w: %s: %w; serve repairs it when it starts", ErrDamaged, path, err)
	case ErrUnwritable:
		return fmt.Errorf("%w: %s: %w; make room on the disk, or let the user that runs the bot write to %s, and writing goes on",
			ErrUnwritable, path, err, filepath.Dir(path))
	case ErrLocked:
		return fmt.Errorf("%w: %s: %w", ErrLocked, path, err)
	}
	return err
}

// kind is which of the errors above an error is; nil: none.
func kind(err error) error {
	for _, k := range []error{
		ErrNoRevision, ErrNoSubscription, ErrNoDelivery, ErrNoVersion, ErrOvertaken, ErrLocked, ErrDamaged, ErrUnwritable, ErrNewer,
	} {
		if errors.Is(err, k) {
			return k
		}
	}
	return nil
}

// meaning is what an error of SQLite comes down to: ErrDamaged, ErrUnwritable,
// ErrLocked, or nil for any other.
func meaning(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return nil
	}
	switch code := e.Code(); code & 0xff {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return ErrDamaged
	case sqlite3.SQLITE_IOERR:
		if code == sqlite3.SQLITE_IOERR_READ || code == sqlite3.SQLITE_IOERR_SHORT_READ {
			return ErrDamaged
		}
		return ErrUnwritable
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return ErrUnwritable
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return ErrLocked
	}
	return nil
}
