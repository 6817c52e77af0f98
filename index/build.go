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

	"github.com/blevesearch/bleve/v2"

	"dossierbot/corpus/intake"
)

// build makes an index in a folder of its own, which holds its parts as well.
// An index made in one piece answers in half the time of one that grew. Where
// it fails the builder is not closed, for that would finish the index: it keeps
// no file open, and its files go with the folder.
func build(ctx context.Context, fresh string, f *intake.Folder, progress func(done, total int)) error {
	if err := os.RemoveAll(fresh); err != nil { // of one that was killed
		return err
	}
	if err := os.Mkdir(fresh, 0o700); err != nil {
		return err
	}
	m, err := newMapping()
	if err != nil {
		return err
	}
	builder, err := bleve.NewBuilder(filepath.Join(fresh, indexDir), m, map[string]any{"batchSize": maxBatch, "buildPathPrefix": fresh})
	if err != nil {
		return err
	}
	ids, done := slices.Sorted(maps.Keys(f.Hashes())), 0
	err = f.ReadEach(ctx, ids, func(d intake.Reading) error {
		hash, _ := f.Hash(d.ID)
		for _, r := range recordsOf(d.Document, hash) {
			fields, err := fieldsOf(r)
			if err != nil {
				return err
			}
			if err := builder.Index(r.Passage.ID, fields); err != nil {
				return fmt.Errorf("index %s: %w", r.Passage.ID, err)
			}
		}
		done++
		progress(done, len(ids))
		return nil
	})
	if err != nil {
		return err
	}
	// A folder holds a document, and a document a passage, so that the
	// builder is never empty here: closing an empty one panics.
	return builder.Close()
}

// swap puts a fresh index in place of the one before. The manifest is taken
// away first and written last, so that what is half done is never believed.
func swap(dir string, m manifest) error {
	fresh, place := filepath.Join(dir, freshDir), filepath.Join(dir, indexDir)
	err := os.Remove(filepath.Join(dir, manifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if err == nil {
		err = os.RemoveAll(place)
	}
	if err == nil {
		err = os.Rename(filepath.Join(fresh, indexDir), place)
	}
	if err == nil {
		err = writeManifest(dir, m)
	}
	if err = errors.Join(err, os.RemoveAll(fresh)); err != nil {
		return fmt.Errorf("write to the state folder: %w", err)
	}
	return nil
}

// passageID is the id of the nth passage of a document, from 1, as
// corpus.Passages numbers them.
func passageID(document string, n int) string { return fmt.Sprintf("%s#%d", document, n) }
