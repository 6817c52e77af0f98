package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"dossierbot/corpus"
)

// Manifest is the state of the corpus as of the latest revision; empty where
// there is none.
func (s *Store) Manifest(ctx context.Context) (corpus.Manifest, error) {
	m := corpus.Manifest{}
	err := each(ctx, s.reads, func(scan func(...any) error) error {
		var id string
		var f corpus.Fingerprint
		err := scan(&id, &f.Text, &f.Said)
		m[id] = f
		return err
	}, `SELECT document, text, said FROM documents WHERE text <> '' OR said <> ''`)
	if err != nil {
		return nil, fmt.Errorf("read the state of the corpus: %w", explain(s.path, err))
	}
	return m, nil
}

// selectRevision begins the queries for revisions.
const selectRevision = `SELECT number, id, at, cause FROM revisions `

// Latest is the newest revision. The error is ErrNoRevision where there is none.
func (s *Store) Latest(ctx context.Context) (Revision, error) {
	r, err := latestRevision(ctx, s.reads)
	if err != nil {
		return Revision{}, fmt.Errorf("find the latest revision: %w", explain(s.path, err))
	}
	return r, nil
}

func latestRevision(ctx context.Context, q queryer) (Revision, error) {
	return revision(q.QueryRowContext(ctx, selectRevision+`ORDER BY number DESC LIMIT 1`).Scan)
}

// revision reads one revision.
func revision(scan func(...any) error) (Revision, error) {
	var r Revision
	var at int64
	err := scan(&r.Number, &r.ID, &at, &r.Cause)
	if errors.Is(err, sql.ErrNoRows) {
		return Revision{}, ErrNoRevision
	}
	r.At = timeOf(at)
	return r, err
}

// Revision is the newest revision with an id. The error is ErrNoRevision where
// there is none.
func (s *Store) Revision(ctx context.Context, id string) (Revision, error) {
	r, err := revision(s.reads.QueryRowContext(ctx, selectRevision+`WHERE id = ? ORDER BY number DESC LIMIT 1`, id).Scan)
	if err != nil {
		return Revision{}, fmt.Errorf("find revision %s: %w", id, explain(s.path, err))
	}
	return r, nil
}

// RevisionAt is the last revision recorded at a time or before. The error is
// ErrNoRevision where there is none.
func (s *Store) RevisionAt(ctx context.Context, at time.Time) (Revision, error) {
	r, err := revision(s.reads.QueryRowContext(ctx, selectRevision+`WHERE at <= ? ORDER BY number DESC LIMIT 1`, moment(at)).Scan)
	if err != nil {
		return Revision{}, fmt.Errorf("find the revision of %s: %w", at.Format(time.RFC3339), explain(s.path, err))
	}
	return r, nil
}

// Revisions lists the newest revisions, the newest first; all where the limit
// is 0.
func (s *Store) Revisions(ctx context.Context, limit int) ([]Revision, error) {
	if limit == 0 {
		limit = -1
	}
	var all []Revision
	err := each(ctx, s.reads, func(scan func(...any) error) error {
		r, err := revision(scan)
		all = append(all, r)
		return err
	}, selectRevision+`ORDER BY number DESC LIMIT ?`, limit)
	if err != nil {
		return nil, fmt.Errorf("list the revisions: %w", explain(s.path, err))
	}
	return all, nil
}

// Net is what changed between two revisions, by their numbers; 0 is the empty
// corpus before the first. What came and went between them is not told. It may
// be asked backwards. The error is ErrNoRevision where one was not recorded.
func (s *Store) Net(ctx context.Context, from, to int64) ([]corpus.Change, error) {
	doing := fmt.Sprintf("find what changed between revisions %d and %d", from, to)
	first, last := min(from, to), max(from, to)
	before, after := corpus.Manifest{}, corpus.Manifest{}
	latest, err := latestRevision(ctx, s.reads)
	if err != nil && !errors.Is(err, ErrNoRevision) {
		return nil, fmt.Errorf("%s: %w", doing, explain(s.path, err))
	}
	if first < 0 || last > latest.Number {
		return nil, fmt.Errorf("%s: %w: the latest is %d", doing, ErrNoRevision, latest.Number)
	}
	err = each(ctx, s.reads, func(scan func(...any) error) error {
		var d delta
		if err := scan(&d.document, &d.before.Text, &d.before.Said, &d.after.Text, &d.after.Said); err != nil {
			return err
		}
		if _, touched := before[d.document]; !touched {
			before[d.document] = d.before
		}
		after[d.document] = d.after
		return nil
	}, `SELECT document, text_before, said_before, text_after, said_after FROM changes
		WHERE revision > ? AND revision <= ? ORDER BY revision`, first, last)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", doing, explain(s.path, err))
	}
	for _, m := range []corpus.Manifest{before, after} {
		for id, f := range m {
			if f == (corpus.Fingerprint{}) {
				delete(m, id)
			}
		}
	}
	if from > to {
		before, after = after, before
	}
	return corpus.Diff(before, after), nil
}
