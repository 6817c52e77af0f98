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
