package index

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/gofrs/flock"

	"dossierbot/corpus/intake"
)

// The state folder holds the index, a manifest that says what it was made of,
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

// manifest says what an index was made of. An index whose manifest does not
// fit is built anew: damaged ones have opened undetected, panicked, or lost
// segments.
type manifest struct {
	Schema    int                 `json:"schema"`
	Reading   int                 `json:"reading"` // version of the reading: intake.Version
	Program   string              `json:"program"` // version of bleve
	Editors   string              `json:"editors"` // hash of the editor's files
	Documents map[string]document `json:"documents"`
	Files     map[string]string   `json:"files"` // SHA-256 of each file of the index
}

type document struct {
	Hash     string `json:"hash"`
	Passages int    `json:"passages"`
}

// openState opens the index in the state folder, having brought it up to date
// if it must be.
func openState(ctx context.Context, f *intake.Folder, o Options) (*Index, error) {
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return nil, fmt.Errorf("make the state folder: %w", err)
	}
	lock := flock.New(filepath.Join(o.Dir, lockFile))
	var indexed, removed int
	for {
		if err := take(ctx, lock.TryRLockContext); err != nil {
			return nil, err
		}
		have, err := readManifest(o.Dir)
		if err == nil && have.current(f) {
			x, err := openDisk(o.Dir, lock)
			if err != nil {
				return nil, errors.Join(err, lock.Unlock())
			}
			x.stats = Stats{Documents: len(have.Documents), Indexed: indexed, Removed: removed, Revision: f.Revision()}
			return x, x.count()
		}
		if indexed+removed > 0 { // it was brought up to date already, and somebody changed it since
			return nil, errors.Join(ErrLocked, lock.Unlock())
		}
		if err := lock.Unlock(); err != nil {
			return nil, fmt.Errorf("unlock the state folder: %w", err)
		}
		if err := take(ctx, lock.TryLockContext); err != nil {
			return nil, err
		}
		indexed, removed, err = update(ctx, f, o)
		if err := errors.Join(err, lock.Unlock()); err != nil {
			return nil, err
		}
	}
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

func openDisk(dir string, lock *flock.Flock) (*Index, error) {
	b, err := bleve.OpenUsing(filepath.Join(dir, indexDir), map[string]any{"read_only": true, "bolt_timeout": lockWait.String()})
	if err != nil {
		return nil, fmt.Errorf("open the index: %w", err)
	}
	return newIndex(b, lock.Unlock), nil
}

// readManifest reads the manifest and holds it against the index's files; an
// error says that the index must be built anew.
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
	files, err := sumFiles(filepath.Join(dir, indexDir))
	if err != nil {
		return m, err
	}
	if !maps.Equal(files, m.Files) {
		return m, errors.New("the index is damaged")
	}
	return m, nil
}

// current tells whether the index is that of the folder as it is now.
func (m manifest) current(f *intake.Folder) bool {
	hashes := f.Hashes()
	if m.Editors != f.Editors() || len(m.Documents) != len(hashes) {
		return false
	}
	for id, hash := range hashes {
		if m.Documents[id].Hash != hash {
			return false
		}
	}
	return true
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

func sumFiles(dir string) (map[string]string, error) {
	sums := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		h := sha256.New()
		if _, err := io.Copy(h, file); err != nil {
			return err
		}
		below, err := filepath.Rel(dir, name)
		sums[filepath.ToSlash(below)] = hex.EncodeToString(h.Sum(nil))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the index's files: %w", err)
	}
	return sums, nil
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
