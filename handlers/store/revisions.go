package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"dossierbot/corpus"
)

// Revision is a state of the corpus that was recorded.
type Revision struct {
	Number int64     // from 1, in the order of recording
	ID     string    // what the state was, as intake.Folder.Revision tells; a state that comes back has its id again
	At     time.Time // when it was recorded, in UTC
	Cause  string    // what led to it
}

// NewRevision is a revision to record.
type NewRevision struct {
	ID, Cause string
	Changes   []corpus.Change // against the latest revision
	// Archive gives what is kept of a document as it is now, by its id. It is
	// called where nothing was archived yet with its fingerprint, one document
	// after the other, and may not write to the Store.
	Archive  func(id string) ([]byte, error)
	Standing []byte   // positions and topics; nil: as before
	Unread   []string // files that cannot be read now, each with the reason
}

// Record records a state of the corpus in one transaction. Where all is as in
// the latest revision, its id, the documents, positions, topics and what could
// not be read, it returns that one.
func (s *Store) Record(ctx context.Context, n NewRevision) (Revision, error) {
	r := Revision{ID: n.ID, At: timeOf(moment(s.o.Now())), Cause: n.Cause}
	unread, err := json.Marshal(slices.Concat([]string{}, n.Unread)) // a list, where there are none
	if err != nil {
		return Revision{}, fmt.Errorf("record a revision: %w", err)
	}
	err = s.write(ctx, "record a revision", func(w writing) error {
		latest, err := latestRevision(ctx, w)
		if err != nil && !errors.Is(err, ErrNoRevision) {
			return err
		}
		changes, err := settle(ctx, w, n.Changes)
		if err != nil {
			return err
		}
		notes, err := newNotes(ctx, w, map[string][]byte{standingNote: n.Standing, unreadNote: unread})
		if err != nil {
			return err
		}
		if latest.Number > 0 && latest.ID == n.ID && len(changes)+len(notes) == 0 {
			r = latest
			return errNothing
		}
		r.Number = latest.Number + 1
		if _, err := w.ExecContext(ctx, `INSERT INTO revisions (number, id, at, cause, touched) VALUES (?, ?, ?, ?, ?)`,
			r.Number, r.ID, moment(r.At), r.Cause, w.number); err != nil {
			return err
		}
		for kind, body := range notes {
			if err := writeNote(ctx, w, r.Number, kind, body); err != nil {
				return err
			}
		}
		return writeChanges(ctx, w, r.Number, changes, n.Archive)
	})
	if err != nil {
		return Revision{}, err
	}
	return r, nil
}

// delta is what a revision does to what is known under one id. A zero
// fingerprint is that of no document.
type delta struct {
	document      string
	before, after corpus.Fingerprint
}

// settle works out what changes do to each id, by id: what was there is known
// here, and a document that moved leaves an id to which another may have moved.
func settle(ctx context.Context, w writing, changes []corpus.Change) ([]delta, error) {
	after := map[string]corpus.Fingerprint{}
	for _, c := range changes {
		if c.Kind == corpus.Withdrawn {
			after[c.ID] = corpus.Fingerprint{}
		} else if c.Kind == corpus.Moved {
			after[c.From] = corpus.Fingerprint{}
		}
	}
	for _, c := range changes {
		if c.Kind != corpus.Withdrawn {
			after[c.ID] = c.After
		}
	}
	find, err := w.PrepareContext(ctx, `SELECT text, said FROM documents WHERE document = ?`)
	if err != nil {
		return nil, err
	}
	defer find.Close()
	var deltas []delta
	for _, id := range slices.Sorted(maps.Keys(after)) {
		d := delta{document: id, after: after[id]}
		if err := find.QueryRowContext(ctx, id).Scan(&d.before.Text, &d.before.Said); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return nil, err
		}
		if d.before != d.after {
			deltas = append(deltas, d)
		}
	}
	return deltas, nil
}

// writeChanges writes what a revision changes, and archives what is new.
func writeChanges(ctx context.Context, w writing, number int64, changes []delta, archive func(id string) ([]byte, error)) error {
	if len(changes) == 0 {
		return nil
	}
	change, err := w.PrepareContext(ctx, `INSERT INTO changes (revision, document, text_before, said_before, text_after, said_after, touched)
		VALUES (?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer change.Close()
	document, err := w.PrepareContext(ctx, `INSERT INTO documents (document, text, said, touched) VALUES (?, ?, ?, ?)
		ON CONFLICT (document) DO UPDATE SET text = excluded.text, said = excluded.said, touched = excluded.touched`)
	if err != nil {
		return err
	}
	defer document.Close()
	shelf, err := newShelf(ctx, w)
	if err != nil {
		return err
	}
	defer shelf.close()
	for _, d := range changes {
		if d.after != (corpus.Fingerprint{}) {
			if err := shelf.add(ctx, d.after, func() ([]byte, error) { return archive(d.document) }); err != nil {
				return fmt.Errorf("archive %s: %w", d.document, err)
			}
		}
		if _, err := change.ExecContext(ctx, number, d.document, d.before.Text, d.before.Said, d.after.Text, d.after.Said, w.number); err != nil {
			return err
		}
		if _, err := document.ExecContext(ctx, d.document, d.after.Text, d.after.Said, w.number); err != nil {
			return err
		}
	}
	return nil
}
