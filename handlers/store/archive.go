package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"

	"dossierbot/corpus"
)

// Archived is what was archived of a document when it had a fingerprint. The
// error is ErrNoVersion where nothing was.
func (s *Store) Archived(ctx context.Context, f corpus.Fingerprint) ([]byte, error) {
	var packed []byte
	err := s.reads.QueryRowContext(ctx, `SELECT body FROM versions WHERE text = ? AND said = ?`, f.Text, f.Said).Scan(&packed)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNoVersion
	}
	if err != nil {
		return nil, fmt.Errorf("read an archived document: %w", explain(s.path, err))
	}
	body, err := unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("read an archived document: %s: %w", s.path, err)
	}
	return body, nil
}

// shelf adds to the archive, within one transaction.
type shelf struct {
	w      writing
	find   *sql.Stmt
	insert *sql.Stmt
	pack   *gzip.Writer
}

func newShelf(ctx context.Context, w writing) (*shelf, error) {
	find, err := w.PrepareContext(ctx, `SELECT 1 FROM versions WHERE text = ? AND said = ?`)
	if err != nil {
		return nil, err
	}
	insert, err := w.PrepareContext(ctx, `INSERT INTO versions (text, said, body, touched) VALUES (?, ?, ?, ?)`)
	if err != nil {
		return nil, errors.Join(err, find.Close())
	}
	return &shelf{w, find, insert, gzip.NewWriter(nil)}, nil
}

func (s *shelf) close() { _, _ = s.find.Close(), s.insert.Close() } // the transaction tells what went wrong

// add archives a version, unless it is there.
func (s *shelf) add(ctx context.Context, f corpus.Fingerprint, archive func() ([]byte, error)) error {
	var found int
	if err := s.find.QueryRowContext(ctx, f.Text, f.Said).Scan(&found); !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	body, err := archive()
	if err != nil {
		return err
	}
	packed, err := pack(s.pack, body)
	if err != nil {
		return err
	}
	_, err = s.insert.ExecContext(ctx, f.Text, f.Said, packed, s.w.number)
	return err
}

func pack(z *gzip.Writer, body []byte) ([]byte, error) {
	var b bytes.Buffer
	z.Reset(&b)
	if _, err := z.Write(body); err != nil {
		return nil, err
	}
	err := z.Close()
	return b.Bytes(), err
}

// unpack checks what it unpacks by the checksum that was packed with it.
func unpack(packed []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	body, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return body, nil
}

// The kinds of note. A note stands until a later revision has another.
const (
	standingNote = "standing" // positions and topics
	unreadNote   = "unread"   // JSON list of the files that could not be read
)

// Standing is the positions and topics as of a revision, by its number; nil
// where none were recorded until then.
func (s *Store) Standing(ctx context.Context, number int64) ([]byte, error) {
	body, err := note(ctx, s.reads, standingNote, number)
	if err != nil {
		return nil, fmt.Errorf("read the positions of revision %d: %w", number, explain(s.path, err))
	}
	return body, nil
}

// Unread lists the files that could not be read as of a revision, by its
// number, each with the reason.
func (s *Store) Unread(ctx context.Context, number int64) ([]string, error) {
	body, err := note(ctx, s.reads, unreadNote, number)
	var files []string
	if err == nil && body != nil {
		err = json.Unmarshal(body, &files)
	}
	if err != nil {
		return nil, fmt.Errorf("read what was unread in revision %d: %w", number, explain(s.path, err))
	}
	return files, nil
}

// note is the last of a kind up to a revision; nil where there is none.
func note(ctx context.Context, q queryer, kind string, number int64) ([]byte, error) {
	var packed []byte
	err := q.QueryRowContext(ctx, `SELECT body FROM notes WHERE kind = ? AND revision <= ? ORDER BY revision DESC LIMIT 1`,
		kind, number).Scan(&packed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return unpack(packed)
}

// newNotes gives those notes that differ from the last of their kind; nil stands
// for as before.
func newNotes(ctx context.Context, w writing, notes map[string][]byte) (map[string][]byte, error) {
	fresh := map[string][]byte{}
	for kind, body := range notes {
		last, err := note(ctx, w, kind, math.MaxInt64)
		if err != nil {
			return nil, err
		}
		if body != nil && !bytes.Equal(body, last) {
			fresh[kind] = body
		}
	}
	return fresh, nil
}

func writeNote(ctx context.Context, w writing, number int64, kind string, body []byte) error {
	packed, err := pack(gzip.NewWriter(nil), body)
	if err != nil {
		return err
	}
	_, err = w.ExecContext(ctx, `INSERT INTO notes (kind, revision, body, touched) VALUES (?, ?, ?, ?)`, kind, number, packed, w.number)
	return err
}

// ArchivedOf is what was archived of a document as it was in the latest
// revision; nil where it was not there.
func (s *Store) ArchivedOf(ctx context.Context, document string) ([]byte, error) {
	var f corpus.Fingerprint
	err := s.reads.QueryRowContext(ctx, `SELECT text, said FROM documents WHERE document = ?`, document).Scan(&f.Text, &f.Said)
	if errors.Is(err, sql.ErrNoRows) || err == nil && f == (corpus.Fingerprint{}) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read an archived document: %w", explain(s.path, err))
	}
	return s.Archived(ctx, f)
}
