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
