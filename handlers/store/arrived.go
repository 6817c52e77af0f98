package store

import (
	"context"
	"fmt"
	"time"

	"dossierbot/corpus"
)

// Arrived tells when each document came that was not there at one revision and
// came on the way to another, by their numbers: when its id did, or its text
// under any id, whichever was first.
func (s *Store) Arrived(ctx context.Context, from, to int64) (map[string]time.Time, error) {
	ids, texts, latest := map[string]time.Time{}, map[string]time.Time{}, map[string]corpus.Fingerprint{}
	err := each(ctx, s.reads, func(scan func(...any) error) error {
		var id string
		var at int64
		var was, is corpus.Fingerprint
		if err := scan(&id, &was.Text, &was.Said, &is.Text, &is.Said, &at); err != nil {
			return err
		}
		if _, ok := ids[id]; !ok || was == (corpus.Fingerprint{}) {
			ids[id] = timeOf(at)
		}
		if _, ok := texts[is.Text]; !ok {
			texts[is.Text] = timeOf(at)
		}
		latest[id] = is
		return nil
	}, `SELECT document, text_before, said_before, text_after, said_after, at FROM changes JOIN revisions ON revisions.number = revision
		WHERE revision > ? AND revision <= ? ORDER BY revision`, from, to)
	if err != nil {
		return nil, fmt.Errorf("find when documents came: %w", explain(s.path, err))
	}
	for id, f := range latest {
		if at, ok := texts[f.Text]; ok && at.Before(ids[id]) {
			ids[id] = at
		}
	}
	return ids, nil
}

// Numbered is the revision of a number. The error is ErrNoRevision where there
// is none.
func (s *Store) Numbered(ctx context.Context, number int64) (Revision, error) {
	r, err := revision(s.reads.QueryRowContext(ctx, selectRevision+`WHERE number = ?`, number).Scan)
	if err != nil {
		return Revision{}, fmt.Errorf("find revision %d: %w", number, explain(s.path, err))
	}
	return r, nil
}
