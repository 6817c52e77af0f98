package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
)

// mirror keeps the copy of a database up to date. It has one connection, which
// writes the copy and sees the database as source.
type mirror struct {
	db   *sql.DB
	conn *sql.Conn
	fill []*sql.Stmt // each brings one table up to date, from the number of a write on
}

func openMirror(ctx context.Context, e engine, path, source string) (*mirror, error) {
	m := &mirror{db: e.open(path, forWriting)}
	if err := m.prepare(ctx, source); err != nil {
		return nil, errors.Join(explain(path, err), m.close())
	}
	return m, nil
}

func (m *mirror) prepare(ctx context.Context, source string) (err error) {
	if m.conn, err = m.db.Conn(ctx); err != nil {
		return err
	}
	if _, err := m.conn.ExecContext(ctx, `ATTACH ? AS source`, address(source, url.Values{"mode": {string(forReading)}})); err != nil {
		return err
	}
	// A row may come before one that it refers to.
	if _, err := m.conn.ExecContext(ctx, `PRAGMA foreign_keys = 0`); err != nil {
		return err
	}
	for _, t := range tables() {
		fill, err := m.conn.PrepareContext(ctx, fmt.Sprintf(`INSERT OR REPLACE INTO main.%s (%s) SELECT %s FROM source.%s WHERE touched > ?`,
			t.name, t.names(), t.names(), t.name))
		if err != nil {
			return err
		}
		m.fill = append(m.fill, fill)
	}
	return nil
}

// copy copies the rows that were touched since the copy was last written.
func (m *mirror) copy(ctx context.Context) (err error) {
	if _, err := m.conn.ExecContext(ctx, `BEGIN IMMEDIATE`); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_, _ = m.conn.ExecContext(ctx, `ROLLBACK`) // where SQLite did not itself
		}
	}()
	var have int64
	if err := m.conn.QueryRowContext(ctx, `SELECT touched FROM main.meta`).Scan(&have); err != nil {
		return err
	}
	for _, fill := range m.fill {
		if _, err := fill.ExecContext(ctx, have); err != nil {
			return err
		}
	}
	_, err = m.conn.ExecContext(ctx, `COMMIT`)
	return err
}

func (m *mirror) close() error {
	var problems []error
	for _, fill := range m.fill {
		problems = append(problems, fill.Close())
	}
	if m.conn != nil {
		problems = append(problems, m.conn.Close())
	}
	return errors.Join(append(problems, m.db.Close())...)
}

// follow brings the copy up to date after a write. What is written stands,
// whether the copy can be or not; so a fault of the copy is logged, once until
// it is over. The error is that of the database, which shows when the copy is
// read from it.
func (s *Store) follow(ctx context.Context) error {
	if s.mirror == nil {
		return nil
	}
	err := s.mirror.copy(ctx)
	if meaning(err) == ErrDamaged { // which of the two is, shows when the copy is made anew
		if err = s.renew(ctx, err); meaning(err) == ErrDamaged {
			return err
		}
	}
	switch {
	case err != nil && !s.behind:
		s.o.Log.Error("the copy of the database falls behind", "copy", s.copyPath, "error", explainFile(s.copyPath, err))
	case err == nil && s.behind:
		s.o.Log.Info("the copy of the database has caught up", "copy", s.copyPath)
	}
	s.behind = err != nil
	return nil
}

// renew makes a copy anew that is damaged.
func (s *Store) renew(ctx context.Context, fault error) error {
	old := s.mirror
	kept, err := s.place(s.copyPath, func(path string) error {
		if err := s.engine.duplicate(ctx, s.path, path); err != nil {
			return err
		}
		s.mirror = nil
		_ = old.close() // before another takes its name
		return nil
	})
	if err != nil {
		return err
	}
	s.mirror, err = openMirror(ctx, s.engine, s.copyPath, s.path)
	s.o.Log.Error("the copy of the database is made anew", "copy", s.copyPath, "fault", fault, "kept", kept)
	return err
}
