package intake

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"dossierbot/corpus/dossier"
)

// site is where a folder lies.
type site struct {
	name   string // as it was given; empty for the bundled dossier
	fsys   fs.FS
	single string   // the one file that was named; empty for a folder
	root   *os.Root // of a folder on disk
}

// openSite opens a folder, or a single file. Links lead out of no folder; a
// file that was named may be a link to anywhere.
func openSite(name string) (site, error) {
	if name == "" {
		return site{fsys: dossier.FS()}, nil
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return site{}, fmt.Errorf("corpus %s: there is no such folder or file; give one with --corpus, or leave it out for the bundled dossier", name)
	case err != nil:
		return site{}, fmt.Errorf("open corpus: %w", err)
	case !info.IsDir():
		dir, base := filepath.Split(name)
		return site{name: name, fsys: os.DirFS(filepath.Clean(dir)), single: base}, nil
	}
	root, err := os.OpenRoot(name) // closed when nothing reads through it any more
	if err != nil {
		return site{}, fmt.Errorf("open corpus: %w", err)
	}
	return site{name: name, fsys: root.FS(), root: root}, nil
}

// again is the place as it is now: where another folder lies there than the one
// that was opened, as after an unmount or a rename, moved is true. A folder that
// is not there is an error, for what was opened may still be read, and be empty.
func (p site) again() (now site, moved bool, err error) {
	if p.root == nil {
		return p, false, nil
	}
	there, err := os.Stat(p.name)
	if err != nil {
		return p, false, fmt.Errorf("corpus %s: it cannot be found: %w", p.name, reason(err))
	}
	if opened, err := p.root.Stat("."); err == nil && os.SameFile(opened, there) {
		return p, false, nil
	}
	now, err = openSite(p.name)
	return now, true, err
}

// shown names the place to people.
func (p site) shown() string { return cmp.Or(p.name, "(bundled)") }
