package index_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossierbot/index"
)

func TestOpen(t *testing.T) {
	t.Parallel()
	f := folderOf(t, quay)
	inMemory := open(t, f, index.Options{})
	onDisk := open(t, f, index.Options{Dir: t.TempDir(), Write: true})
	want := index.Stats{Documents: 4, Passages: 4, Indexed: 4, Revision: f.Revision()}
	if diff := gocmp.Diff(want, onDisk.Stats()); diff != "" {
		t.Errorf("on disk (-want +got):\n%s", diff)
	}
	want.InMemory = true
	if diff := gocmp.Diff(want, inMemory.Stats()); diff != "" {
		t.Errorf("in memory (-want +got):\n%s", diff)
	}
	sameAnswers(t, answers(t, inMemory), answers(t, onDisk))

	t.Run("the queries tell indexes apart", func(t *testing.T) {
		got := answers(t, onDisk)
		outcomes := map[string]index.Outcome{
			"words": index.Answered, "a common word": index.Answered, "speaker": index.Answered, "said": index.Answered,
			"none in range": index.NoneInRange, "published": index.Answered, "event": index.Answered, "newest": index.Answered,
			"title": index.Answered, "unknown name": index.NotInDossier, "unknown word": index.NotInDossier,
		}
		for name, want := range outcomes {
			if got[name].Outcome != want {
				t.Errorf("%s: %s, want %s", name, got[name].Outcome, want)
			}
		}
	})
}

func TestUpdate(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		change           map[string]string
		indexed, removed int
	}{
		"nothing":                  {quay, 0, 0},
		"a changed text":           {with(quay, "gulls.txt", "The lighthouse keeper has left. Jonas Kairys said nothing of the harbour.\n"), 1, 0},
		"a new document":           {with(quay, "new.txt", "A second icebreaker was promised to the harbour.\n"), 1, 0},
		"a removed one":            {with(quay, "winter/ice.md", ""), 0, 1},
		"a renamed one":            {with(quay, "gulls.txt", "", "birds.txt", quay["gulls.txt"]), 1, 1},
		"a longer text":            {with(quay, "gulls.txt", strings.Repeat(quay["gulls.txt"]+"\n", 40)), 1, 0},
		"actors":                   {with(quay, "actors.yaml", strings.ReplaceAll(actorsYAML, "Marek Oberski", "Marek Oberskis")), 4, 0},
		"topics":                   {with(quay, "topics.yaml", topicsYAML+"    synonyms: [port fees]\n"), 0, 0},
		"what is said of one":      {with(quay, "winter/ice.md", strings.Replace(quay["winter/ice.md"], "2021-02", "2022-02", 1)), 1, 0},
		"an entry in dossier.yaml": {with(quay, "dossier.yaml", "documents:\n  - path: gulls.txt\n    published: 2024-06-10\n"), 1, 0},
		"a name that is gone":      {with(quay, "winter/ice.md", "---\ntitle: Ice\n---\nNothing moved on the river.\n"), 1, 0},
	} {
		t.Run(name, func(t *testing.T) {
			dir, state := filepath.Join(t.TempDir(), "dossier"), t.TempDir()
			write(t, dir, quay)
			if err := open(t, folderAt(t, dir), index.Options{Dir: state, Write: true}).Close(); err != nil {
				t.Fatal(err)
			}
			write(t, dir, tt.change)
			f := folderAt(t, dir)
			x := open(t, f, index.Options{Dir: state, Write: true})
			fresh := open(t, f, index.Options{Dir: t.TempDir(), Write: true})
			want := fresh.Stats()
			want.Indexed, want.Removed = tt.indexed, tt.removed
			if diff := gocmp.Diff(want, x.Stats()); diff != "" {
				t.Errorf("stats (-want +got):\n%s", diff)
			}
			sameAnswers(t, answers(t, fresh), answers(t, x))
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
			if s := open(t, f, index.Options{Dir: state, Write: true}).Stats(); s.Indexed+s.Removed > 0 {
				t.Errorf("opened again, it indexed %d and removed %d", s.Indexed, s.Removed)
			}
		})
	}
}

// What a document no longer says is not in the dossier any more: words left
// behind in the index would let a stranger's name pass for a known one.
func TestUpdateForgets(t *testing.T) {
	t.Parallel()
	dir, state := filepath.Join(t.TempDir(), "dossier"), t.TempDir()
	write(t, dir, with(quay, "zubrow.txt", "Pan Zubrow came to the harbour to see the crane.\n"))
	q := index.Query{Terms: append(unknown("Zubrow"), terms("harbour")...)}
	x := open(t, folderAt(t, dir), index.Options{Dir: state, Write: true})
	if r := search(t, x, q); r.Outcome != index.Answered {
		t.Fatalf("while the name is there: %s", r.Outcome)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, dir, quay)
	x = open(t, folderAt(t, dir), index.Options{Dir: state, Write: true})
	if s := x.Stats(); s.Removed != 1 || s.Indexed != 0 {
		t.Fatalf("%+v, want one document removed and none indexed", s)
	}
	r := search(t, x, q)
	if diff := gocmp.Diff(index.Result{Outcome: index.NotInDossier, Missing: []string{"Zubrow"}}, r, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("once the name is gone (-want +got):\n%s", diff)
	}
}

// Steps of change, one after the other on one state folder, end where an
// index made at once does.
func TestUpdateManyTimes(t *testing.T) {
	t.Parallel()
	dir, state := filepath.Join(t.TempDir(), "dossier"), t.TempDir()
	files := quay
	for n := range 6 {
		files = with(files, fmt.Sprintf("log-%d.txt", n), fmt.Sprintf("On day %d the crane lifted %d crates in the harbour.\n", n, 7*n))
		if n > 2 {
			files = with(files, fmt.Sprintf("log-%d.txt", n-2), "", "gulls.txt", quay["gulls.txt"]+strings.Repeat("The gulls left.\n", n))
		}
		write(t, dir, files)
		if err := open(t, folderAt(t, dir), index.Options{Dir: state, Write: true}).Close(); err != nil {
			t.Fatal(err)
		}
	}
	f := folderAt(t, dir)
	x, fresh := open(t, f, index.Options{Dir: state, Write: true}), open(t, f, index.Options{})
	sameAnswers(t, answers(t, fresh), answers(t, x))
	if got := listing(t, state); !slices.Equal(got, []string{"index", "index.json", "index.lock"}) {
		t.Errorf("the state folder holds %v", got)
	}
}

// A document that is gone or spoilt by the time it is read is an error that
// names it, and no harm to the state folder.
func TestSpoiltSinceListed(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(file string) error{
		"gone":     os.Remove,
		"emptied":  func(file string) error { return os.Truncate(file, 0) },
		"a folder": func(file string) error { return errors.Join(os.Remove(file), os.Mkdir(file, 0o755)) },
	} {
		for where, tt := range map[string]struct {
			before map[string]string
			o      index.Options
		}{
			"in memory": {nil, index.Options{}},
			"building":  {nil, index.Options{Dir: t.TempDir(), Write: true}},
			"amending":  {with(quay, "gulls.txt", "Other words.\n"), index.Options{Dir: t.TempDir()}},
		} {
			t.Run(name+", "+where, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "dossier")
				if tt.o.Log = quiet(); tt.before != nil {
					write(t, dir, tt.before)
					if err := open(t, folderAt(t, dir), tt.o).Close(); err != nil {
						t.Fatal(err)
					}
				}
				write(t, dir, quay)
				f := folderAt(t, dir)
				if err := spoil(filepath.Join(dir, "gulls.txt")); err != nil {
					t.Fatal(err)
				}
				if _, err := index.Open(t.Context(), f, tt.o); err == nil || !strings.Contains(err.Error(), "gulls.txt") {
					t.Errorf("%v, want an error that names the document", err)
				}
				write(t, dir, quay)
				f = folderAt(t, dir)
				sameAnswers(t, answers(t, open(t, f, index.Options{})), answers(t, open(t, f, tt.o)))
			})
		}
	}
}

func TestOpenCancelled(t *testing.T) {
	t.Parallel()
	f := folderOf(t, quay)
	for name, o := range map[string]index.Options{
		"in memory": {Log: quiet()},
		"on disk":   {Log: quiet(), Dir: t.TempDir()},
		"to write":  {Log: quiet(), Dir: t.TempDir(), Write: true},
	} {
		t.Run(name+", before", func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if _, err := index.Open(ctx, f, o); !errors.Is(err, context.Canceled) {
				t.Errorf("%v, want %v", err, context.Canceled)
			}
		})
		t.Run(name+", midway", func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			o.Progress = func(done, total int) { cancel() }
			if _, err := index.Open(ctx, manyDocuments(t, 300), o); !errors.Is(err, context.Canceled) {
				t.Errorf("%v, want %v", err, context.Canceled)
			}
			if o.Dir == "" {
				return
			}
			if got := listing(t, o.Dir); !slices.Equal(got, []string{"index.lock"}) {
				t.Errorf("left behind in the state folder: %v", got)
			}
			o.Progress = nil
			if x := open(t, f, o); x.Stats().InMemory {
				t.Error("the state folder is not free again")
			}
		})
	}
}
