// Package intake turns a folder of documents into documents, passages and
// annotations. It is the one place that calls the packages that read: timex,
// names and quotes.
//
// It owns what a folder may hold, what its editor's files may say, how a folder
// that changes is brought up to date, and what is read from a bare text's head.
// It leaves searching to package index, and watching a folder to corpus/watch.
package intake

import (
	"context"
	"fmt"
	"log/slog"
	"slices"

	"dossierbot/corpus"
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

	// LastGood are the editor's files, by their names, as Folder.EditorsFiles
	// gave them when all was well. With them a folder whose own break the rules
	// is opened all the same, and Folder.Faults tells. A file that is not among
	// them is taken for one that was not there. Nil: the folder is refused.
	LastGood map[string][]byte
	// Archived gives a document as Folder.Archive did when it was last here; nil
	// bytes where it was not. It stands in for a document whose front matter
	// breaks the rules, and for a file that no longer holds the text that was
	// listed. It may be nil.
	Archived func(ctx context.Context, id string) ([]byte, error)
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
// documents are listed, and are read one by one. It does not change, and is safe
// for concurrent use.
type Folder struct {
	options Options
	site    site

	// What lies there. Lists are sorted and are shared with the folders before
	// and after, as far as they are the same.
	sources               []*source   // in walk order, as the next three
	links, broken, warned []*source   // those that are links, that have broken front matter, and warnings
	documents             []*document // by id; of several with one id the first is served
	named                 []*document // by short name, those that have one
	doubled               []string    // ids of several documents
	warnings              []string
	sum                   sum

	// What the editor's files say.
	edition
	written, counted  editorsFiles // as they are written, and those that count
	faults            []*FileError
	held              map[string]string // what names mean that several documents claim
	silenced          []string          // ids of the documents that claim them too
	editors, standing string
	names             *names.Index
}

// Open opens the folder at name, or a single file, which stands alone; the
// empty name is the bundled dossier. A folder that is not there, holds no
// document, or whose editor's files break the rules is an error that says what
// to do; of the last kind it is a *Faults, which has all that break them.
func Open(ctx context.Context, name string, o Options) (*Folder, error) {
	at, err := openSite(name)
	if err != nil {
		return nil, err
	}
	none := &Folder{options: o.withDefaults(), site: at}
	if o.LastGood != nil {
		if none.counted, err = keptAs(o.LastGood); err != nil {
			return nil, fmt.Errorf("corpus %s: %w", at.shown(), err)
		}
	}
	f, _, err := none.update(ctx, at, []string{"."})
	if err != nil {
		return nil, fmt.Errorf("corpus %s: %w", at.shown(), err)
	}
	f.logWarnings(none)
	return f, nil
}

// logWarnings logs what is left out now and was not before.
func (f *Folder) logWarnings(before *Folder) {
	if slices.Equal(f.warnings, before.warnings) {
		return
	}
	told := map[string]bool{}
	for _, w := range before.warnings {
		told[w] = true
	}
	for _, w := range f.warnings {
		if !told[w] {
			f.options.Log.Warn("document left out", "reason", w)
		}
	}
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

// Faults tells how the editor's files, as they lie there now, break the rules;
// nil where they do not. What counts meanwhile is what they last said: of a file
// with faults all of it, with no regard to documents that are gone.
func (f *Folder) Faults() []*FileError { return f.faults }

// EditorsFiles gives the folder's own editor's files that count, by their names,
// to be kept for Options.LastGood. They must not be changed.
func (f *Folder) EditorsFiles() map[string][]byte { return f.counted.own() }
