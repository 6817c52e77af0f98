// Package store keeps what must outlive a restart: the revisions of the
// corpus, the subscriptions, and the ledger of what was delivered where. It is
// the only importer of SQLite.
//
// It leaves to others what a revision, a digest and a message hold: they are
// bytes to it.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// Options says where a Store lies and how it is opened.
type Options struct {
	Dir      string           // the state folder; made where it is not there
	Log      *slog.Logger     // nil: nothing is logged
	Now      func() time.Time // nil: time.Now
	ReadOnly bool             // for a look beside a process that writes; nothing is written or repaired
}

// What lies in the state folder.
const (
	mainFile = "dossierbot.db"
	copyFile = "dossierbot.copy.db"
	lockFile = "dossierbot.lock" // held by the one process that writes
)

// lockWait is how long a process waits for one that is about to end.
const lockWait = 1500 * time.Millisecond

// Store is the database in a state folder. It is safe for concurrent use.
type Store struct {
	o              Options
	path, copyPath string // of the database, and of its copy
	salt           string

	reads  *sql.DB       // sees what was committed last
	main   *sql.DB       // the one connection that writes; nil where it is read-only
	mirror *mirror       // nil where it is read-only, or there is no copy
	turn   chan struct{} // held by the one who writes
	lock   *flock.Flock
}

// Open opens the database in the state folder, and makes it where there is
// none. A read-only Store needs no database, and then holds nothing.
func Open(ctx context.Context, o Options) (*Store, error) {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("open the database: %w", err)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	e, err := newEngine()
	if err != nil {
		return nil, err
	}
	s := &Store{o: o, path: filepath.Join(dir, mainFile), copyPath: filepath.Join(dir, copyFile), turn: make(chan struct{}, 1)}
	open := s.openToWrite
	if o.ReadOnly {
		open = s.openToRead
	}
	if err := open(ctx, e); err != nil {
		return nil, errors.Join(fmt.Errorf("open the database: %w", explain(s.path, err)), s.Close())
	}
	return s, nil
}

// openToRead opens it as it is, beside a process that may write to it.
func (s *Store) openToRead(ctx context.Context, e engine) error {
	_, err := os.Stat(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		s.reads, err = e.openEmpty(ctx)
	} else {
		s.reads = e.open(s.path, forReading)
	}
	if err != nil {
		return err
	}
	m, err := readMeta(ctx, s.reads)
	s.salt = m.salt
	return err
}

// openToWrite opens it as the one process that may write, once it and its copy
// are sound.
func (s *Store) openToWrite(ctx context.Context, e engine) error {
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return fmt.Errorf("make the state folder: %w", err)
	}
	s.lock = flock.New(filepath.Join(filepath.Dir(s.path), lockFile))
	waiting, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	if ok, err := s.lock.TryLockContext(waiting, 20*time.Millisecond); !ok {
		if ctx.Err() == nil && (err == nil || errors.Is(err, context.DeadlineExceeded)) {
			err = fmt.Errorf("%w: %s", ErrLocked, filepath.Dir(s.path))
		}
		return err
	}
	copied, err := s.repair(ctx, e)
	if err != nil {
		return err
	}
	s.main, s.reads = e.open(s.path, forWriting), e.open(s.path, forReading)
	m, err := readMeta(ctx, s.main)
	if err != nil {
		return err
	}
	s.salt = m.salt
	if copied {
		if s.mirror, err = openMirror(ctx, e, s.copyPath, s.path, s.o.Log); err != nil {
			return err
		}
		s.mirror.follow(ctx)
	}
	return nil
}

// Close lets go of the database. Nothing may be asked of the Store after.
func (s *Store) Close() error {
	var problems []error
	if s.mirror != nil {
		problems = append(problems, s.mirror.close())
	}
	for _, db := range []*sql.DB{s.reads, s.main} { // the one that writes is the last, and empties the log
		if db != nil {
			problems = append(problems, db.Close())
		}
	}
	if s.lock != nil {
		problems = append(problems, s.lock.Close())
	}
	if err := errors.Join(problems...); err != nil {
		return fmt.Errorf("close the database: %w", err)
	}
	return nil
}

// Salt is what the nonces of this database are made with: random, and the same
// as long as the database lives.
func (s *Store) Salt() string { return s.salt }

// errNothing, from what writes, means that there is nothing to write.
var errNothing = errors.New("nothing to write")

// writing is a transaction that writes. What it writes is touched by its
// number.
type writing struct {
	*sql.Tx
	number int64
}

// write writes what do does, wholly or not at all. doing says what we do, for
// the error.
func (s *Store) write(ctx context.Context, doing string, do func(writing) error) error {
	err := s.transact(ctx, do)
	if err != nil {
		return fmt.Errorf("%s: %w", doing, explain(s.path, err))
	}
	return nil
}

func (s *Store) transact(ctx context.Context, do func(writing) error) error {
	if s.main == nil {
		return fmt.Errorf("%w: it was opened to be read", ErrUnwritable)
	}
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	tx, err := s.main.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing once it is committed
	w := writing{Tx: tx}
	if err := tx.QueryRowContext(ctx, `UPDATE meta SET touched = touched + 1 RETURNING touched`).Scan(&w.number); err != nil {
		return err
	}
	if err := do(w); errors.Is(err, errNothing) {
		return nil
	} else if err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	if s.mirror != nil {
		s.mirror.follow(context.WithoutCancel(ctx)) // it is written, whatever the caller still waits for
	}
	return nil
}

// queryer is what asks: the database, or a transaction.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// each calls do for each row that a query gives.
func each(ctx context.Context, q queryer, do func(scan func(...any) error) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// moment is a time as the tables have it, 0 for none.
func moment(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// timeOf is the time of a moment.
func timeOf(moment int64) time.Time {
	if moment == 0 {
		return time.Time{}
	}
	return time.UnixMicro(moment).UTC()
}
