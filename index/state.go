package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/gofrs/flock"

	"dossierbot/corpus/intake"
)

// The state folder holds the index, a manifest that says what it was made by,
// and a lock: shared by those who read the index, whole for the one who
// writes it.
const (
	indexDir     = "index"
	freshDir     = "index.new" // being built; of no use to anyone until renamed
	manifestFile = "index.json"
	lockFile     = "index.lock"
)

// lockWait is how long a process waits for another to be done. One that only
// asks then works from memory.
const lockWait = 1500 * time.Millisecond

// manifest says what an index was made by. Where it does not fit, the index is
// built anew. What it was made of the index says itself: the first passage of
// each document bears the document's hash.
type manifest struct {
	Schema  int    `json:"schema"`
	Reading int    `json:"reading"` // version of the reading: intake.Version
	Program string `json:"program"` // version of bleve
	Editors string `json:"editors"` // hash of the editor's files
}

// openToRead opens the index in the state folder, having brought it up to date
// if it must be.
func openToRead(ctx context.Context, f *intake.Folder, o Options) (*Index, error) {
	lock, err := lockOf(o.Dir)
	if err != nil {
		return nil, err
	}
	var indexed, removed int
	for {
		if err := take(ctx, lock.TryRLockContext); err != nil {
			return nil, err
		}
		sweep(o.Dir)
		w := newWriter(o, lock.Unlock)
		err := w.openCurrent(ctx, f)
		if err == nil {
			return w.index(f, indexed, removed)
		}
		if err := errors.Join(ctx.Err(), w.leave()); err != nil {
			return nil, err
		}
		if indexed+removed > 0 { // it was brought up to date already, and somebody changed it since
			return nil, ErrLocked
		}
		if err := take(ctx, lock.TryLockContext); err != nil {
			return nil, err
		}
		w = newWriter(o, lock.Unlock)
		indexed, removed, err = w.bring(ctx, f, nil)
		if err := errors.Join(err, w.leave()); err != nil {
			return nil, err
		}
	}
}

// openToWrite opens the index in the state folder and brings it up to date.
func openToWrite(ctx context.Context, f *intake.Folder, o Options) (*Index, error) {
	lock, err := lockOf(o.Dir)
	if err != nil {
		return nil, err
	}
	if err := take(ctx, lock.TryLockContext); err != nil {
		return nil, err
	}
	sweep(o.Dir)
	w := newWriter(o, lock.Unlock)
	indexed, removed, err := w.bring(ctx, f, nil)
	if err != nil {
		return nil, errors.Join(err, w.leave())
	}
	return w.index(f, indexed, removed)
}

// openCurrent opens the index on disk to be read, if it is that of the folder
// as it is now.
func (w *writer) openCurrent(ctx context.Context, f *intake.Folder) error {
	m, err := readManifest(w.options.Dir)
	if err != nil {
		return err
	}
	if m.Editors != f.Editors() {
		return errors.New("the editor's files have changed")
	}
	e, c, err := inspect(ctx, w.place())
	if err != nil {
		return err
	}
	if changed := c.changed(f); len(changed) > 0 {
		return errors.Join(fmt.Errorf("%d documents have changed", len(changed)), e.close())
	}
	w.engine, w.contents, w.editors = e, c, m.Editors
	return nil
}

// sweep takes away what a process that was killed left half built, which would
// only take up room. Nobody builds while the state folder is locked; what cannot
// be taken away is in nobody's way but a builder's, who will say so.
func sweep(dir string) { _ = os.RemoveAll(filepath.Join(dir, freshDir)) }

func lockOf(dir string) (*flock.Flock, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make the state folder: %w", err)
	}
	return flock.New(filepath.Join(dir, lockFile)), nil
}

func take(ctx context.Context, try func(context.Context, time.Duration) (bool, error)) error {
	waiting, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	switch ok, err := try(waiting, 20*time.Millisecond); {
	case ok:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case err == nil || errors.Is(err, context.DeadlineExceeded):
		return ErrLocked
	default:
		return fmt.Errorf("lock the state folder: %w", err)
	}
}

// readManifest reads the manifest of an index that this program may have made;
// an error says that it must be built anew.
func readManifest(dir string) (manifest, error) {
	var m manifest
	raw, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		return m, fmt.Errorf("read %s: %w", manifestFile, err)
	}
	if m.Schema != schema || m.Reading != intake.Version || m.Program != bleveVersion() {
		return m, errors.New("the index is of another version")
	}
	return m, nil
}

// bleveVersion is the version of bleve built in: an index of another one may
// not open.
func bleveVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dep := range info.Deps {
			if dep.Path == "github.com/blevesearch/bleve/v2" {
				return dep.Version
			}
		}
	}
	return "unknown"
}

func writeManifest(dir string, m manifest) error {
	raw, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("encode %s: %w", manifestFile, err)
	}
	temporary := filepath.Join(dir, manifestFile+".new")
	if err := os.WriteFile(temporary, raw, 0o600); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", manifestFile, err), os.Remove(temporary))
	}
	if err := os.Rename(temporary, filepath.Join(dir, manifestFile)); err != nil {
		return fmt.Errorf("write %s: %w", manifestFile, err)
	}
	return nil
}
