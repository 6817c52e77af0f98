package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"net/url"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
)

// engine opens databases with the function that seals their rows. It has a
// driver of its own, so that nothing is registered for the whole process.
type engine struct{ driver *sqlite.Driver }

func newEngine() (engine, error) {
	d := &sqlite.Driver{}
	if err := d.RegisterDeterministicScalarFunction("crc", -1, crc); err != nil {
		return engine{}, fmt.Errorf("prepare the database: %w", err)
	}
	return engine{d}, nil
}

// mode is what a database is opened for.
type mode string

const (
	// forWriting has one connection, as SQLite has one writer at a time.
	forWriting mode = "rw"
	// forReading leaves the file as it is, even where another process died
	// before all was moved into it.
	forReading mode = "ro"
	// forMaking is for writing, and makes the file.
	forMaking mode = "rwc"
)

// pragmas are in the order in which they are set. What is written is on the
// disk before a transaction is acknowledged (synchronous), and the log does not
// keep the size of the largest transaction for ever (journal_size_limit). What
// SQLite would put into temporary files stays in memory (temp_store): the image
// of the bot has no folder for them, and a large write would fail.
func (m mode) pragmas() url.Values {
	v := url.Values{"_busy_timeout": {"5000"}, "_foreign_keys": {"1"}, "_defensive": {"1"}, "_dqs": {"0"}, "_error_rc": {"1"},
		"_pragma": {"cell_size_check(1)", "temp_store(memory)"}}
	if m != forReading {
		v.Set("_journal_mode", "WAL")
		v.Set("_synchronous", "FULL")
		v.Set("_txlock", "immediate")
		v.Add("_pragma", "journal_size_limit(67108864)")
	}
	return v
}

// open opens a database; an error of the file is told by its first use.
func (e engine) open(path string, m mode) *sql.DB {
	v := m.pragmas()
	v.Set("mode", string(m))
	db := sql.OpenDB(connector{e.driver, address(path, v)})
	db.SetMaxOpenConns(4)
	if m != forReading {
		db.SetMaxOpenConns(1)
	}
	return db
}

// openEmpty opens a database that is in memory alone.
func (e engine) openEmpty(ctx context.Context) (*sql.DB, error) {
	db := sql.OpenDB(connector{e.driver, ":memory:"})
	db.SetMaxOpenConns(1) // each connection has a memory of its own
	if err := createTables(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// address is the URI of a database file; path is absolute.
func address(path string, v url.Values) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // a drive letter
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: v.Encode()}).String()
}

type connector struct {
	driver *sqlite.Driver
	dsn    string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }
func (c connector) Driver() driver.Driver                        { return c.driver }

// crc is the checksum of the values of a row.
func crc(_ *sqlite.FunctionContext, row []driver.Value) (driver.Value, error) {
	h := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	part := func(kind byte, content []byte) {
		h.Write(binary.LittleEndian.AppendUint64([]byte{kind}, uint64(len(content))))
		h.Write(content)
	}
	for _, value := range row {
		switch v := value.(type) {
		case nil:
			part('n', nil)
		case int64:
			part('i', binary.LittleEndian.AppendUint64(nil, uint64(v)))
		case string:
			part('t', []byte(v))
		case []byte:
			part('b', v)
		default:
			return nil, fmt.Errorf("checksum of a row: no column holds a %T", v)
		}
	}
	return int64(h.Sum32()), nil
}
