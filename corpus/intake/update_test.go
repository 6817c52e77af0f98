package intake_test

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
)

var seeds = flag.Int("seeds", 4, "how many random histories of a folder are tried")

// TestUpdateIsAsOpen changes a folder at random, and holds what Update makes of
// it against the folder opened anew.
func TestUpdateIsAsOpen(t *testing.T) {
	for seed := range uint64(*seeds) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			h := history{T: t, Rand: rand.New(rand.NewPCG(seed, 5)), dir: t.TempDir()}
			put(t, h.dir, "keep.txt", prose)
			put(t, h.dir, "actors.yaml", people)
			put(t, h.dir, "topics.yaml", "topics: [{id: ferries}]\n")
			f := open(t, h.dir)
			for range 60 {
				h.ids = slices.Sorted(maps.Keys(f.Hashes()))
				if faults := f.Faults(); len(faults) > 0 && h.IntN(2) > 0 {
					told, what := h.mend(faults[0].File)
					f = h.update(f, told, what)
				} else {
					told, what := h.change()
					f = h.update(f, told, what)
				}
				if t.Failed() {
					t.Fatalf("after: %s", strings.Join(h.done, "; "))
				}
			}
		})
	}
}

// history is a folder that changes at random.
type history struct {
	*testing.T
	*rand.Rand
	dir  string
	ids  []string // of the documents that are there
	done []string
}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// state is all that a folder tells, without what it was read from.
type state struct {
	Manifest                    corpus.Manifest
	Hashes                      map[string]string
	Warnings                    []string
	Revision, Editors, Standing string
	Dossier                     *corpus.Dossier
	Described, OwnActors        bool
	Files                       map[string]string
	Lines                       map[string]intake.Lines
}

func stateOf(t *testing.T, f *intake.Folder) state {
	t.Helper()
	s := state{
		f.Manifest(), f.Hashes(), slices.Clone(f.Warnings()), f.Revision(), f.Editors(), f.Standing(), f.Dossier(), f.Described(), f.OwnActors(),
		map[string]string{}, map[string]intake.Lines{},
	}
	for name, raw := range f.EditorsFiles() {
		s.Files[name] = string(raw)
	}
	for _, a := range f.Dossier().Actors {
		s.Lines[a.ID] = f.Lines(a.ID)
	}
	for id, hash := range s.Hashes {
		if got, ok := f.Hash(id); !ok || got != hash {
			t.Errorf("hash of %s is %s, %v, among all it is %s", id, got, ok, hash)
		}
		if got, ok := f.Fingerprint(id); !ok || got != s.Manifest[id] {
			t.Errorf("fingerprint of %s is %v, %v, among all it is %v", id, got, ok, s.Manifest[id])
		}
	}
	return s
}

func readingsOf(t *testing.T, f *intake.Folder) map[string]intake.Reading {
	t.Helper()
	all := map[string]intake.Reading{}
	err := f.ReadEach(t.Context(), slices.Sorted(maps.Keys(f.Hashes())), func(r intake.Reading) error {
		all[r.ID] = r
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return all
}

// update brings the folder up to date and holds it against one opened anew.
func (h *history) update(f *intake.Folder, told []string, what string) *intake.Folder {
	h.Helper()
	h.done = append(h.done, what)
	was := stateOf(h.T, f)
	next, changed, err := f.Update(h.Context(), told)
	if diff := cmp.Diff(was, stateOf(h.T, f)); diff != "" {
		h.Errorf("the folder before is another now (-before +after):\n%s", diff)
	}
	fresh, refused := intake.Open(h.Context(), h.dir, intake.Options{Log: silent})
	var faults *intake.Faults
	switch {
	case errors.As(refused, &faults):
		if err != nil {
			h.Fatal(err)
		}
		if diff := cmp.Diff(faults.Found, next.Faults()); diff != "" {
			h.Errorf("faults (-opened anew +updated):\n%s", diff)
		}
	case refused != nil:
		if err == nil || err.Error() != refused.Error() {
			h.Errorf("updated: %v; opened anew: %v", err, refused)
		}
		return f
	case err != nil:
		h.Fatal(err)
	default:
		if next.Faults() != nil {
			h.Errorf("faults %v where there are none", next.Faults())
		}
		if diff := cmp.Diff(stateOf(h.T, fresh), stateOf(h.T, next)); diff != "" {
			h.Errorf("(-opened anew +updated):\n%s", diff)
		}
		if diff := cmp.Diff(readingsOf(h.T, fresh), readingsOf(h.T, next)); diff != "" {
			h.Errorf("readings (-opened anew +updated):\n%s", diff)
		}
	}
	touched := map[string]bool{}
	for _, c := range corpus.Diff(was.Manifest, next.Manifest()) {
		touched[c.ID] = true
		if c.From != "" {
			touched[c.From] = true
		}
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(touched)), changed); diff != "" {
		h.Errorf("changed (-by the manifests +told):\n%s", diff)
	}
	return next
}

var (
	someFiles   = []string{"a.txt", "b.md", "c.md", "sub/a.txt", "sub/n.md", "sub/deep/n.md", "sub-x.md", "r.jsonl", "sub/r.jsonl", "t.pdf", "README.md", ".h.txt"}
	someFolders = []string{"sub", "sub/deep", "other", ".hidden", "sub.txt"}
	someNames   = []string{"a.txt", "sub/n.md", "one", "first", "second", "t.pdf", "r.jsonl", "nowhere"}
)

// refer names a document, mostly one that is there.
func (h *history) refer() string {
	if h.IntN(4) == 0 {
		return pick(h.Rand, someNames...)
	}
	return pick(h.Rand, h.ids...)
}

// mend takes the faults out of a file.
func (h *history) mend(file string) ([]string, string) {
	content := ""
	if filepath.Ext(file) == ".md" {
		content = prose
	}
	h.write(file, content)
	return []string{file}, "mended " + file
}

// change changes something, and tells at which paths and what.
func (h *history) change() (told []string, what string) {
	file, folder := pick(h.Rand, someFiles...), pick(h.Rand, someFolders...)
	switch h.IntN(12) {
	case 0, 1, 2, 3:
		content := h.content(file)
		h.write(file, content)
		return []string{file}, fmt.Sprintf("wrote %s: %q", file, content)
	case 4:
		return h.remove(file)
	case 5:
		return h.rename(file, pick(h.Rand, someFiles...))
	case 6:
		return h.rename(folder, pick(h.Rand, someFolders...))
	case 7:
		return h.remove(folder)
	case 8:
		to := pick(h.Rand, "a.txt", "sub", "sub/n.md", "../x.txt", "r.jsonl")
		link := filepath.Join(h.dir, "link.txt")
		os.Remove(link)
		if err := os.Symlink(to, link); err != nil {
			h.Skip("no symbolic links here:", err)
		}
		return []string{"link.txt"}, "linked link.txt to " + to
	default:
		file = pick(h.Rand, "dossier.yaml", "actors.yaml", "topics.yaml", "corrections.yaml")
		if h.IntN(6) == 0 {
			return h.remove(file)
		}
		content := h.editors(file)
		h.write(file, content)
		return []string{file}, fmt.Sprintf("wrote %s: %q", file, content)
	}
}

// write puts a file in place of whatever is in its way.
func (h *history) write(name, content string) {
	for p := name; p != "."; p = filepath.Dir(p) {
		at := filepath.Join(h.dir, p)
		if info, err := os.Lstat(at); err == nil && (p == name) == info.IsDir() {
			os.RemoveAll(at)
		}
	}
	put(h, h.dir, name, content)
}

func (h *history) remove(name string) ([]string, string) {
	if err := os.RemoveAll(filepath.Join(h.dir, name)); err != nil {
		h.Fatal(err)
	}
	return []string{name}, "removed " + name
}

// rename renames a file or a folder, if it can be.
func (h *history) rename(from, to string) ([]string, string) {
	err := os.MkdirAll(filepath.Dir(filepath.Join(h.dir, to)), 0o755)
	if err == nil {
		err = os.Rename(filepath.Join(h.dir, from), filepath.Join(h.dir, to))
	}
	return []string{from, to}, fmt.Sprintf("renamed %s to %s: %v", from, to, err)
}

func (h *history) content(file string) string {
	text := pick(h.Rand, prose, story, "Anna Lupo said that it snowed.\n", "", "\x00")
	switch filepath.Ext(file) {
	case ".md":
		return pick(h.Rand, "", "---\ntitle: A\n---\n", "---\nid: first\n---\n", "---\nid: 'second'\npublished: 2020\n---\n", "---\nid: a.txt\n---\n", "---\nid: first\npublished: "+pick(h.Rand, "2021", "soon")+"\n---\n") + text
	case ".jsonl":
		var b strings.Builder
		for range h.IntN(5) {
			b.WriteString(pick(h.Rand, `{"id":"one","text":"First."}`, `{"text":"First.", "id":"one"}`, `{"id":"two","text":"Second.","published":"2021"}`,
				`{"id":"a.txt","text":"Not the file."}`, `{"id":"first","text":"Third."}`, "", "broken") + "\n")
		}
		return b.String()
	}
	return text
}

func (h *history) editors(file string) string {
	if h.IntN(6) == 0 {
		return pick(h.Rand, "title: \"open\n", "unknown: key\n", "\xff", "")
	}
	var b strings.Builder
	switch file {
	case "dossier.yaml":
		fmt.Fprintf(&b, "title: %s\ndocuments:\n", pick(h.Rand, "A", "B"))
		for i := range h.IntN(3) {
			fmt.Fprintf(&b, "  - {path: %s, id: %s, title: T%d}\n", h.refer(), pick(h.Rand, `""`, "first", "second"), i)
		}
	case "actors.yaml":
		fmt.Fprintf(&b, "%s    aliases: [%s]\n    positions:\n", strings.Replace(people, "{id: rossi, name: Carlo Rossi}", "id: rossi\n    name: Carlo Rossi", 1), pick(h.Rand, "Rossi", "Karlo"))
		for range h.IntN(3) {
			fmt.Fprintf(&b, "      - {topic: %s, stance: for, documents: [%s, keep.txt]}\n", pick(h.Rand, "ferries", "ferries", "rail"), h.refer())
		}
	case "topics.yaml":
		b.WriteString(pick(h.Rand, "topics: [{id: ferries}]\n", "topics: [{id: ferries}, {id: rail, synonyms: [train]}]\n"))
	case "corrections.yaml":
		b.WriteString("corrections:\n")
		for range h.IntN(3) {
			fmt.Fprintf(&b, "  - {document: %s, quote: %s, %s}\n", h.refer(), pick(h.Rand, "that it snowed", "Nobody asked"), pick(h.Rand, "drop: true", "speaker: rossi", "said: 2019", "speaker: nobody"))
		}
	}
	return b.String()
}
