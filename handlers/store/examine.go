package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// examine looks a database file through, all of it, and leaves it as it is.
// The error is ErrDamaged, fs.ErrNotExist, ErrNewer, or one that tells that
// nothing could be found out. The meta is told also of a damaged one, where it
// could be read.
func (e engine) examine(ctx context.Context, path string) (meta, error) {
	if err := checkHeader(path); err != nil {
		if errors.Is(err, errUnsound) {
			err = fmt.Errorf("%w: %s: %w", ErrDamaged, path, err)
		}
		return meta{}, err
	}
	db := e.open(path, forReading)
	m, err := look(ctx, db)
	if isDamage(err) {
		err = fmt.Errorf("%w: %s: %w", ErrDamaged, path, err)
	}
	return m, errors.Join(err, db.Close())
}

// checkHeader finds what SQLite makes no error of: an empty file would be a new
// database, and one with another number for how it is written is read-only.
// https://www.sqlite.org/fileformat.html#the_database_header
func checkHeader(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	const logged = 2 // the number for a write-ahead log, for writing and for reading
	header := make([]byte, 20)
	if _, err := io.ReadFull(f, header); errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%w: it is cut within its header", errUnsound)
	} else if err != nil {
		return err
	}
	if header[18] != logged || header[19] != logged {
		return fmt.Errorf("%w: its header tells of another format", errUnsound)
	}
	return nil
}

// errUnsound means that a database tells of itself what cannot be.
var errUnsound = errors.New("its content is not what was written")

// isDamage tells whether an error of looking a database through comes from what
// is in the file, and not from a lock, rights, or the caller.
func isDamage(err error) bool {
	if errors.Is(err, errUnsound) || meaning(err) == ErrDamaged {
		return true
	}
	var e *sqlite.Error // no statement of ours is wrong, so the tables are
	return errors.As(err, &e) && (e.Code() == sqlite3.SQLITE_ERROR || e.Code()&0xff == sqlite3.SQLITE_CONSTRAINT)
}

// look finds faults of the tables, of the pages, and by their checksums of the
// rows.
func look(ctx context.Context, db *sql.DB) (meta, error) {
	m, err := readMeta(ctx, db)
	if err != nil {
		return meta{}, err
	}
	var want, got []string
	for _, t := range tables() {
		want = append(want, t.statements()...)
	}
	if err := each(ctx, db, func(scan func(...any) error) error {
		got = append(got, "")
		return scan(&got[len(got)-1])
	}, `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL`); err != nil {
		return m, err
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		return m, fmt.Errorf("%w: its tables are others", errUnsound)
	}
	var fault string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&fault); err != nil {
		return m, err
	}
	if fault != "ok" {
		return m, fmt.Errorf("%w: %s", errUnsound, fault)
	}
	for _, t := range tables() {
		var wrong int
		if err := db.QueryRowContext(ctx, `SELECT count(*) FROM `+t.name+` WHERE sum <> `+t.sum()).Scan(&wrong); err != nil {
			return m, err
		}
		if wrong > 0 {
			return m, fmt.Errorf("%w: %d rows of %s have another checksum", errUnsound, wrong, t.name)
		}
	}
	return m, nil
}
