package store

import (
	"context"
	"errors"
)

// Rewrite changes a database as no Store would, for tests.
func Rewrite(ctx context.Context, path, statements string) error {
	e, err := newEngine()
	if err != nil {
		return err
	}
	db := e.open(path, forWriting)
	_, err = db.ExecContext(ctx, statements)
	return errors.Join(err, db.Close())
}

// Hold reads from a database until release is called, as a slow reader does.
// Its log cannot begin anew so long.
func Hold(ctx context.Context, path string) (release func() error, err error) {
	e, err := newEngine()
	if err != nil {
		return nil, err
	}
	db := e.open(path, forReading)
	tx, err := db.BeginTx(ctx, nil)
	if err == nil {
		_, err = latestRevision(ctx, tx)
	}
	return func() error { return errors.Join(tx.Rollback(), db.Close()) }, err
}

// TemporaryInMemory tells whether a database that is opened to write and one that
// is opened to read make no temporary files.
func TemporaryInMemory(ctx context.Context, path string) (bool, error) {
	e, err := newEngine()
	if err != nil {
		return false, err
	}
	for _, m := range []mode{forWriting, forReading} {
		db := e.open(path, m)
		var kind int
		err := db.QueryRowContext(ctx, `PRAGMA temp_store`).Scan(&kind)
		if err = errors.Join(err, db.Close()); err != nil || kind != 2 {
			return false, err
		}
	}
	return true, nil
}
