package store

import (
	"compress/gzip"
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Keep keeps a body under a name, in place of the one before.
func (s *Store) Keep(ctx context.Context, name string, body []byte) error {
	return s.write(ctx, "keep the "+name, func(w writing) error {
		packed, err := pack(gzip.NewWriter(nil), body)
		if err != nil {
			return err
		}
		_, err = w.ExecContext(ctx, `INSERT INTO kept (name, body, touched) VALUES (?, ?, ?)
			ON CONFLICT (name) DO UPDATE SET body = excluded.body, touched = excluded.touched`, name, packed, w.number)
		return err
	})
}

// Kept is what is kept under a name; nil where nothing is.
func (s *Store) Kept(ctx context.Context, name string) ([]byte, error) {
	var packed []byte
	err := s.reads.QueryRowContext(ctx, `SELECT body FROM kept WHERE name = ?`, name).Scan(&packed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the %s: %w", name, explain(s.path, err))
	}
	return unpack(packed)
}
