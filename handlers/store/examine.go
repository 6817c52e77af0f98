package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// examine looks a database file through, all of it, and leaves it as it is.
// The error is ErrDamaged, fs.ErrNotExist, ErrNewer, or one that tells that
// nothing could be found out.
func (e engine) examine(ctx context.Context, path string) (meta, error) {
	info, err := os.Stat(path)
	if err != nil {
		return meta{}, err
	}
	if info.Size() == 0 { // SQLite takes it for a new database
		return meta{}, fmt.Errorf("%w: %s is empty", ErrDamaged, path)
	}
	db := e.open(path, forReading)
	m, err := e.look(ctx, db)
	if isDamage(err) {
		err = fmt.Errorf("%w: %s: %w", ErrDamaged, path, err)
	}
	return m, errors.Join(err, db.Close())
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
func (e engine) look(ctx context.Context, db *sql.DB) (meta, error) {
	m, err := readMeta(ctx, db)
	if err != nil {
		return meta{}, err
	}
	empty, err := e.openEmpty(ctx)
	if err != nil {
		return meta{}, err
	}
	want, err := definitions(ctx, empty)
	if err := errors.Join(err, empty.Close()); err != nil {
		return meta{}, err
	}
	got, err := definitions(ctx, db)
	if err != nil {
		return meta{}, err
	}
	if !slices.Equal(got, want) {
		return meta{}, fmt.Errorf("%w: its tables are others", errUnsound)
	}
	var fault string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&fault); err != nil {
		return meta{}, err
	}
	if fault != "ok" {
		return meta{}, fmt.Errorf("%w: %s", errUnsound, fault)
	}
	return m, nil
}

// definitions are the statements that made the tables and indexes.
func definitions(ctx context.Context, db *sql.DB) ([]string, error) {
	var all []string
	err := each(ctx, db, func(scan func(...any) error) error {
		all = append(all, "")
		return scan(&all[len(all)-1])
	}, `SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') AS definition FROM sqlite_schema ORDER BY definition`)
	return all, err
}
