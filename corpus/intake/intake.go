// Package intake turns a folder of documents into documents, passages and
// annotations. It is the one place that calls the packages that read: timex,
// names and quotes.
//
// It owns what a folder may hold, what its editor's files may say, and what is
// read from a bare text's head. It leaves searching to package index.
package intake

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"dossierbot/corpus"
	"dossierbot/corpus/dossier"
	"dossierbot/corpus/names"
)

// Version is raised whenever documents may be read differently; an index of
// another version is built anew.
const Version = 3

// DefaultMaxFileBytes is the size over which a file is left out: 64 MiB of
// text are some 10,000 pages.
const DefaultMaxFileBytes = 64 << 20

// Options says how a folder is read.
type Options struct {
	MaxFileBytes int64        // a larger file or record is left out with a warning; 0: DefaultMaxFileBytes
	Log          *slog.Logger // nil: slog.Default
}

func (o Options) withDefaults() Options {
	if o.MaxFileBytes <= 0 {
		o.MaxFileBytes = DefaultMaxFileBytes
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return o
}

// Folder is an opened dossier: its editor's files are read and checked, its
// documents are listed, and are read one by one. It is safe for concurrent
// use once opened.
type Folder struct {
	fsys      fs.FS
	options   Options
	dossier   *corpus.Dossier
	names     *names.Index
	persons   map[string]bool  // the ids of actors that are persons
	described bool             // it has a dossier.yaml
	ownActors bool             // it has an actors.yaml
	lines     map[string]Lines // of the actors, by id
	editors   string           // hash of what the editor's files say beyond single documents
	files     []*file          // in the order of their names
	byID      map[string]*file
	warnings  []string

	// What is noted while it is opened.
	faults []*FileError
	unread map[string]bool // the editor's files that cannot be read
	lost   []string        // ids given in entries that are refused
}

// Open opens the folder at name, or a single file, which stands alone; the
// empty name is the bundled dossier. A folder that is not there, holds no
// document, or whose editor's files break the rules is an error that says what
// to do; of the last kind it is a *Faults, which has all that break them.
func Open(ctx context.Context, name string, o Options) (*Folder, error) {
	f := &Folder{options: o.withDefaults(), byID: map[string]*file{}, lines: map[string]Lines{}, unread: map[string]bool{}}
	shown := cmp.Or(name, "(bundled)")
	single := ""
	if name == "" {
		f.fsys = dossier.FS()
	} else {
		info, err := os.Stat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("corpus %s: there is no such folder or file; give one with --corpus, or leave it out for the bundled dossier", name)
		case err != nil:
			return nil, fmt.Errorf("open corpus: %w", err)
		case info.IsDir():
			root, err := os.OpenRoot(name) // lets no link lead out of the folder
			if err != nil {
				return nil, fmt.Errorf("open corpus: %w", err)
			}
			f.fsys = root.FS()
		default: // a file that was named may be a link to anywhere
			dir, base := filepath.Split(name)
			f.fsys, single = os.DirFS(filepath.Clean(dir)), base
		}
	}
	if err := f.list(ctx, single); err != nil {
		return nil, fmt.Errorf("corpus %s: %w", shown, err)
	}
	if err := f.readEditors(single != ""); err != nil {
		return nil, fmt.Errorf("corpus %s: %w", shown, err)
	}
	for _, w := range f.warnings {
		f.options.Log.Warn("document left out", "reason", w)
	}
	return f, nil
}

// Dossier is what the editor's files say.
func (f *Folder) Dossier() *corpus.Dossier { return f.dossier }

// Described tells whether an editor has described the documents, in a
// dossier.yaml.
func (f *Folder) Described() bool { return f.described }

// OwnActors tells whether the folder has an actors.yaml. One that has none is
// served by the bundled one.
func (f *Folder) OwnActors() bool { return f.ownActors }

// Lines tells where in actors.yaml an actor stands; the zero Lines where no
// actor has the id.
func (f *Folder) Lines(actor string) Lines { return f.lines[actor] }

// Names knows the names of the dossier's actors.
func (f *Folder) Names() *names.Index { return f.names }

// Warnings tells which files are not served as documents, and why.
func (f *Folder) Warnings() []string { return f.warnings }

// Editors is the hash of what the editor's files say beyond single documents.
// Where it changes, every document reads differently.
func (f *Folder) Editors() string { return f.editors }

// Hashes gives for each document, by id, the hash of its bytes and of what is
// said of it. A document whose hash is the same reads the same.
func (f *Folder) Hashes() map[string]string {
	hashes := make(map[string]string, len(f.files))
	for _, file := range f.files {
		hashes[file.id] = file.hash
	}
	return hashes
}

// Hash is that of one document, as Hashes gives it; found is false where there
// is no such document.
func (f *Folder) Hash(id string) (hash string, found bool) {
	file, found := f.byID[id]
	if !found {
		return "", false
	}
	return file.hash, true
}

// Revision names the state of the corpus: the same documents and the same
// editor's files have the same one.
func (f *Folder) Revision() string {
	h := sha256.New()
	fmt.Fprintln(h, f.editors)
	for _, file := range f.files {
		fmt.Fprintln(h, file.id, file.hash)
	}
	return "r" + hex.EncodeToString(h.Sum(nil))[:10]
}

func hashOf(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:", len(p))
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil))
}
