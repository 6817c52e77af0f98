package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// schema is the version of the tables. All versions have the table meta, in
// which it stands beside PRAGMA user_version.
const schema = 1

// table is a table of the database. All have two columns more: touched, the
// number of the last write that touched the row, by which the copy finds what
// it lacks; and sum, the checksum of the others, by which damage is found that
// SQLite does not see. No row is ever deleted.
type table struct {
	name    string
	columns []string
	indexes []string // the parts of CREATE INDEX behind the table's name
}

// tables lists them so that none refers to one that follows. Times are
// microseconds since 1970 in UTC, 0 where there is none.
func tables() []table {
	return []table{
		{name: "meta", columns: []string{
			"id INTEGER PRIMARY KEY CHECK (id = 1)",
			"schema INTEGER NOT NULL",
			"salt TEXT NOT NULL",
		}},
		{name: "revisions", columns: []string{
			"number INTEGER PRIMARY KEY",
			"id TEXT NOT NULL",
			"at INTEGER NOT NULL",
			"cause TEXT NOT NULL",
		}, indexes: []string{"(id)"}},
		// What was of a document before a revision and is after it; empty
		// fingerprints where it was not there.
		{name: "changes", columns: []string{
			"revision INTEGER NOT NULL REFERENCES revisions",
			"document TEXT NOT NULL",
			"text_before TEXT NOT NULL",
			"said_before TEXT NOT NULL",
			"text_after TEXT NOT NULL",
			"said_after TEXT NOT NULL",
			"number INTEGER PRIMARY KEY",
		}, indexes: []string{"(revision)"}},
		// The state as of the latest revision, with those that are gone.
		{name: "documents", columns: []string{
			"number INTEGER PRIMARY KEY",
			"document TEXT NOT NULL UNIQUE",
			"text TEXT NOT NULL",
			"said TEXT NOT NULL",
		}},
		{name: "versions", columns: []string{
			"number INTEGER PRIMARY KEY",
			"text TEXT NOT NULL",
			"said TEXT NOT NULL",
			"body BLOB NOT NULL",
			"UNIQUE (text, said)",
		}},
		// What else belongs to a revision, where it differs from that of the
		// one before.
		{name: "notes", columns: []string{
			"number INTEGER PRIMARY KEY",
			"kind TEXT NOT NULL",
			"revision INTEGER NOT NULL REFERENCES revisions",
			"body BLOB NOT NULL",
			"UNIQUE (kind, revision)",
		}},
		// What is kept under a name, and belongs to no revision.
		{name: "kept", columns: []string{
			"number INTEGER PRIMARY KEY",
			"name TEXT NOT NULL UNIQUE",
			"body BLOB NOT NULL",
		}},
		{name: "subscriptions", columns: []string{
			"id INTEGER PRIMARY KEY",
			"guild TEXT NOT NULL",
			"channel TEXT NOT NULL",
			"creator TEXT NOT NULL",
			"filter TEXT NOT NULL",
			"schedule TEXT NOT NULL",
			"language TEXT NOT NULL",
			"paused TEXT NOT NULL",
			"cursor INTEGER NOT NULL REFERENCES revisions",
			"due INTEGER NOT NULL",
			"created INTEGER NOT NULL",
			"removed INTEGER NOT NULL",
		}},
		// A digest, or a notice: that has a key and no subscription.
		{name: "digests", columns: []string{
			"id INTEGER PRIMARY KEY",
			"subscription INTEGER REFERENCES subscriptions",
			"since INTEGER NOT NULL",
			"until INTEGER NOT NULL",
			"channel TEXT NOT NULL",
			"user TEXT NOT NULL",
			"key TEXT UNIQUE",
			"queued INTEGER NOT NULL",
		}, indexes: []string{"(subscription)"}},
		{name: "parts", columns: []string{
			"id INTEGER PRIMARY KEY",
			"digest INTEGER NOT NULL REFERENCES digests",
			"subscription INTEGER REFERENCES subscriptions",
			"part INTEGER NOT NULL",
			"kind TEXT NOT NULL",
			"body BLOB NOT NULL",
			"state TEXT NOT NULL",
			"message TEXT NOT NULL",
			"marked INTEGER NOT NULL",
			"attempts INTEGER NOT NULL",
			"not_before INTEGER NOT NULL",
			"why TEXT NOT NULL",
			"UNIQUE (digest, part)",
		}, indexes: []string{"(subscription, id) WHERE state IN ('waiting', 'sending')"}},
	}
}

// names lists the columns but the checksum.
func (t table) names() string {
	var names []string
	for _, c := range t.columns {
		if name, _, _ := strings.Cut(c, " "); name != "UNIQUE" {
			names = append(names, name)
		}
	}
	return strings.Join(append(names, "touched"), ", ")
}

// sum is what the checksum must be.
func (t table) sum() string { return "crc(" + t.names() + ")" }

// statements make the table and its indexes.
func (t table) statements() []string {
	var columns, rules []string
	for _, c := range t.columns {
		if strings.HasPrefix(c, "UNIQUE") {
			rules = append(rules, c)
		} else {
			columns = append(columns, c)
		}
	}
	columns = append(columns, "touched INTEGER NOT NULL", "sum INTEGER NOT NULL AS ("+t.sum()+") STORED")
	all := []string{
		fmt.Sprintf("CREATE TABLE %s (%s)", t.name, strings.Join(append(columns, rules...), ", ")),
		fmt.Sprintf("CREATE INDEX %s_touched ON %s (touched)", t.name, t.name),
	}
	for i, index := range t.indexes {
		all = append(all, fmt.Sprintf("CREATE INDEX %s_%d ON %s %s", t.name, i+1, t.name, index))
	}
	return all
}

func createTables(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("make the tables: %w", err)
	}
	defer tx.Rollback()
	for _, t := range tables() {
		if _, err := tx.ExecContext(ctx, strings.Join(t.statements(), ";")); err != nil {
			return fmt.Errorf("make the table %s: %w", t.name, err)
		}
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", schema)); err != nil {
		return fmt.Errorf("make the tables: %w", err)
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO meta (id, schema, salt, touched) VALUES (1, ?, ?, 1)`, schema, rand.Text()); err != nil {
		return fmt.Errorf("make the tables: %w", err)
	}
	return tx.Commit()
}

// meta is the one row of that table.
type meta struct {
	salt    string
	touched int64 // number of the last write
}

// readMeta reads it, and refuses what a later version of the program made.
func readMeta(ctx context.Context, db *sql.DB) (meta, error) {
	var version, told int
	var m meta
	if err := db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
		return meta{}, err
	}
	err := db.QueryRowContext(ctx, `SELECT schema, salt, touched FROM meta WHERE sum = `+tables()[0].sum()).Scan(&told, &m.salt, &m.touched)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return meta{}, fmt.Errorf("%w: it has no sound row of meta", errUnsound)
	case err != nil:
		return meta{}, err
	case version != told:
		return meta{}, fmt.Errorf("%w: it tells two versions of its tables", errUnsound)
	case version > schema:
		return meta{}, fmt.Errorf("%w: its tables are of version %d, and this program knows those of version %d", ErrNewer, version, schema)
	}
	return m, nil
}
