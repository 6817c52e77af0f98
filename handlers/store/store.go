// Package store keeps what must outlive a restart: the revisions of the
// corpus, the subscriptions, and the ledger of what was delivered where. It is
// the only importer of SQLite.
//
// It is SQLite because several processes may read while one writes, because a
// file that was cut is an error there and not a signal that ends the process,
// and because the same statements run on PostgreSQL. Every write is on the disk
// before it is acknowledged, in the database and in a copy of it; whichever is
// damaged is made anew of the other when it is opened.
//
// It leaves to others what an archived document, a digest and a message hold:
// they are bytes to it.
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
	engine         engine
	path, copyPath string // of the database, and of its copy
	salt           string
	lock           *flock.Flock
	reads          *sql.DB // sees what was committed last

	turn   chan struct{} // held by the one who writes, and so uses what follows
	main   *sql.DB       // the one connection that writes; nil where it is read-only
	mirror *mirror       // nil where it is read-only, or there is no copy
	behind bool          // it was told that the copy lacks something
	fault  error         // the database is damaged; nothing more is written
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
	s := &Store{o: o, engine: e, path: filepath.Join(dir, mainFile), copyPath: filepath.Join(dir, copyFile), turn: make(chan struct{}, 1)}
	open := s.openToWrite
	if o.ReadOnly {
		open = s.openToRead
	}
	if err := open(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open the database: %w", explainFile(s.path, err)), s.Close())
	}
	return s, nil
}

// openToRead opens it as it is, beside a process that may write to it.
func (s *Store) openToRead(ctx context.Context) error {
	_, err := os.Stat(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		s.reads, err = s.engine.openEmpty(ctx)
	} else {
		s.reads = s.engine.open(s.path, forReading)
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
func (s *Store) openToWrite(ctx context.Context) error {
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
	copied, err := s.repair(ctx)
	if err != nil {
		return err
	}
	s.main, s.reads = s.engine.open(s.path, forWriting), s.engine.open(s.path, forReading)
	m, err := readMeta(ctx, s.main)
	if err != nil {
		return err
	}
	s.salt = m.salt
	if copied {
		if s.mirror, err = openMirror(ctx, s.engine, s.copyPath, s.path); err != nil {
			return err
		}
	}
	return s.follow(ctx)
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
	if s.fault != nil {
		return s.fault
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
	s.fault = s.follow(context.WithoutCancel(ctx)) // it is written, whatever the caller still waits for
	return s.fault
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
