package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
)

// mirror keeps the copy of a database up to date. It has one connection, which
// writes the copy and sees the database as source.
type mirror struct {
	path   string // of the copy
	log    *slog.Logger
	db     *sql.DB
	conn   *sql.Conn
	fill   []*sql.Stmt // brings one table up to date, from the number of a write on
	behind bool        // it was told that the copy lacks something
}

func openMirror(ctx context.Context, e engine, path, source string, log *slog.Logger) (*mirror, error) {
	m := &mirror{path: path, log: log, db: e.open(path, forWriting)}
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

// follow brings the copy up to date. What was written stands, whether it can
// or not; so a fault is logged, once until it is over.
func (m *mirror) follow(ctx context.Context) {
	err := m.copy(ctx)
	switch {
	case err != nil && !m.behind:
		m.log.Error("the copy of the database falls behind", "copy", m.path, "error", explain(m.path, err))
	case err == nil && m.behind:
		m.log.Info("the copy of the database has caught up", "copy", m.path)
	}
	m.behind = err != nil
}

// copy copies the rows that were touched since the copy was last written.
func (m *mirror) copy(ctx context.Context) (err error) {
	if _, err := m.conn.ExecContext(ctx, `BEGIN IMMEDIATE`); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_, undo := m.conn.ExecContext(ctx, `ROLLBACK`)
			err = errors.Join(err, undo)
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
