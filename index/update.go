package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"dossierbot/corpus/intake"
)

// update brings the index up to date: where it is sound, only the documents
// that changed are read; else it is built anew. The manifest is taken away
// first and written last, so that an index left half done is never believed.
func update(ctx context.Context, f *intake.Folder, o Options) (indexed, removed int, err error) {
	have, err := readManifest(o.Dir)
	sound := err == nil && have.Editors == f.Editors()
	if err := os.Remove(filepath.Join(o.Dir, manifestFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, 0, fmt.Errorf("write to the state folder: %w", err)
	}
	hashes := f.Hashes()
	next := manifest{Schema: schema, Reading: intake.Version, Program: bleveVersion(), Editors: f.Editors(), Documents: map[string]document{}}
	var passages map[string]int
	if sound {
		var changed, gone []string
		for id, hash := range hashes {
			if have.Documents[id].Hash != hash {
				changed = append(changed, id)
			}
		}
		for id := range have.Documents {
			if _, ok := hashes[id]; !ok {
				gone = append(gone, id)
			}
		}
		slices.Sort(changed)
		removed = len(gone)
		next.Documents = have.Documents
		passages, err = amend(ctx, f, o, have, changed, gone)
		for _, id := range gone {
			delete(next.Documents, id)
		}
	} else {
		passages, err = build(ctx, f, o)
	}
	if err != nil {
		return 0, 0, err
	}
	for id, n := range passages {
		next.Documents[id] = document{Hash: hashes[id], Passages: n}
	}
	if next.Files, err = sumFiles(filepath.Join(o.Dir, indexDir)); err != nil {
		return 0, 0, err
	}
	return len(passages), removed, writeManifest(o.Dir, next)
}

// amend replaces the changed documents in the index on disk and takes the
// gone ones out.
func amend(ctx context.Context, f *intake.Folder, o Options, have manifest, changed, gone []string) (passages map[string]int, err error) {
	b, err := bleve.OpenUsing(filepath.Join(o.Dir, indexDir), map[string]any{"bolt_timeout": lockWait.String()})
	if err != nil {
		return nil, fmt.Errorf("open the index to write: %w", err)
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	batch, removed := b.NewBatch(), 0
	for _, id := range slices.Concat(changed, gone) {
		for n := range have.Documents[id].Passages {
			batch.Delete(passageID(id, n+1))
			removed++
		}
	}
	if err := flush(b, batch, 1); err != nil {
		return nil, err
	}
	if passages, err = readAll(ctx, f, changed, o.Progress, into(b, batch)); err != nil {
		return nil, err
	}
	if err := flush(b, batch, 1); err != nil || removed == 0 {
		return passages, err
	}
	return passages, forget(ctx, b)
}

// mergeWait is how long a merge may take: bleve tries one that fails, as on a
// full disk, for ever.
const mergeWait = 5 * time.Minute

// forget merges an index into one piece. Until then the words of passages that
// are gone still count: a name that nobody bears any more would pass for a
// known one, and the scores would not be those of an index built anew.
func forget(ctx context.Context, b bleve.Index) error {
	// bleve merges no single piece: one passage makes another one.
	x, batch := &Index{bleve: b}, b.NewBatch()
	some, err := x.lookUp(ctx, bleve.NewMatchAllQuery(), 1)
	if err != nil {
		return err
	}
	for _, r := range some {
		if err := into(b, batch)(r); err != nil {
			return err
		}
	}
	if err := flush(b, batch, 1); err != nil {
		return err
	}
	advanced, err := b.Advanced()
	if err != nil {
		return fmt.Errorf("merge the index: %w", err)
	}
	engine, ok := advanced.(*scorch.Scorch)
	if !ok {
		return fmt.Errorf("merge the index: it is a %T", advanced)
	}
	ctx, cancel := context.WithTimeout(ctx, mergeWait)
	defer cancel()
	// A merge is written behind our back, and a write of our own after it.
	err = errors.Join(engine.ForceMerge(ctx, nil), ctx.Err(), b.SetInternal([]byte("merged"), []byte{1}))
	if err != nil {
		return fmt.Errorf("merge the index: %w", err)
	}
	return nil
}

// build makes the index anew in a folder of its own and puts it in place. An
// index built so, in one piece, answers in half the time of one that grew.
func build(ctx context.Context, f *intake.Folder, o Options) (map[string]int, error) {
	fresh, place := filepath.Join(o.Dir, freshDir), filepath.Join(o.Dir, indexDir)
	err := os.RemoveAll(fresh)
	var passages map[string]int
	if err == nil {
		passages, err = buildIn(ctx, fresh, f, o)
	}
	if err == nil {
		err = os.RemoveAll(place)
	}
	if err == nil {
		err = os.Rename(filepath.Join(fresh, indexDir), place)
	}
	if err = errors.Join(err, os.RemoveAll(fresh)); err != nil {
		return nil, fmt.Errorf("build the index: %w", err)
	}
	return passages, nil
}

// buildIn builds the index in a folder that holds its parts as well. Where it
// fails the builder is not closed, for that would finish the index: it keeps
// no file open, and its files go with the folder.
func buildIn(ctx context.Context, fresh string, f *intake.Folder, o Options) (map[string]int, error) {
	m, err := newMapping()
	if err != nil {
		return nil, err
	}
	builder, err := bleve.NewBuilder(filepath.Join(fresh, indexDir), m, map[string]any{"batchSize": maxBatch, "buildPathPrefix": fresh})
	if err != nil {
		return nil, err
	}
	passages, err := readAll(ctx, f, ids(f.Hashes()), o.Progress, func(r record) error {
		fields, err := fieldsOf(r)
		if err != nil {
			return err
		}
		return builder.Index(r.Passage.ID, fields)
	})
	if err != nil {
		return nil, err
	}
	// A folder holds a document, and a document a passage, so that the
	// builder is never empty here: closing an empty one panics.
	return passages, builder.Close()
}

func ids(hashes map[string]string) []string {
	return slices.Sorted(maps.Keys(hashes))
}

// passageID is the id of the nth passage of a document, from 1, as
// corpus.Passages numbers them.
func passageID(document string, n int) string { return fmt.Sprintf("%s#%d", document, n) }
