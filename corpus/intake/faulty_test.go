package intake_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
)

// updated brings a folder up to date.
func updated(t *testing.T, f *intake.Folder, told ...string) (*intake.Folder, []string) {
	t.Helper()
	next, changed, err := f.Update(t.Context(), told)
	if err != nil {
		t.Fatal(err)
	}
	return next, changed
}

// places are the places of a folder's faults.
func places(f *intake.Folder) (out []string) {
	for _, fault := range f.Faults() {
		out = append(out, intake.Place{File: fault.File, Line: fault.Line}.String())
	}
	return out
}

func read(t *testing.T, f *intake.Folder, id string) corpus.Document {
	t.Helper()
	d, err := f.Read(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// evidence are the documents of each position of an actor.
func evidence(t *testing.T, f *intake.Folder, actor string) (out [][]string) {
	t.Helper()
	a, err := f.Dossier().Actor(actor)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range a.Positions {
		out = append(out, p.Documents)
	}
	return out
}

// edited is a folder with all of the editor's files.
func edited() map[string]string {
	return map[string]string{
		"a.txt": story, "b.txt": prose, "n.md": "---\nid: note\ntitle: Note\n---\n" + prose,
		"dossier.yaml":     "title: Ferries\ndocuments:\n  - {path: a.txt, id: first, title: The quay}\n  - {path: b.txt, title: The ferry}\n",
		"topics.yaml":      "topics:\n  - id: ferries\n",
		"actors.yaml":      people + "  - id: navy\n    name: The Navy\n    positions:\n      - {topic: ferries, stance: for, documents: [first, b.txt]}\n      - {topic: ferries, stance: against, documents: [note]}\n",
		"corrections.yaml": "corrections:\n  - {document: first, quote: Nobody paid, speaker: rossi}\n  - {document: b.txt, quote: nobody has said, speaker: lupo}\n",
	}
}

// A document that goes takes nothing else with it: what the editor's files say
// of the others goes on to count, and the faults are told until they are mended.
func TestDocumentGoesOfWhichFilesTell(t *testing.T) {
	dir := folder(t, edited())
	before := open(t, dir)
	if err := os.Remove(filepath.Join(dir, "b.txt")); err != nil {
		t.Fatal(err)
	}
	f, changed := updated(t, before, "b.txt")
	if diff := cmp.Diff([]string{"b.txt"}, changed); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"dossier.yaml:4", "actors.yaml:7", "corrections.yaml:3"}, places(f)); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([][]string{{"a.txt"}, {"n.md"}}, evidence(t, f, "navy")); diff != "" {
		t.Errorf("positions (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(read(t, before, "a.txt"), read(t, f, "a.txt")); diff != "" {
		t.Errorf("a.txt reads differently (-before +after):\n%s", diff)
	}
	if f.Editors() != before.Editors() {
		t.Error("all documents are to be read again")
	}
	put(t, dir, "b.txt", prose)
	f, _ = updated(t, f, "b.txt")
	if diff := cmp.Diff(stateOf(t, before), stateOf(t, f)); diff != "" || f.Faults() != nil {
		t.Errorf("when it is back: faults %v (-before +after):\n%s", f.Faults(), diff)
	}
}

// It is no fault to tell of a file that is left out, while it is there.
func TestFileGoesThatWasLeftOut(t *testing.T) {
	files := edited()
	files["bad.txt"] = "\x00"
	files["dossier.yaml"] += "  - {path: bad.txt, title: To be mended}\n"
	dir := folder(t, files)
	f := open(t, dir)
	for _, test := range []struct {
		content string
		faults  []string
	}{{"", nil}, {"gone", []string{"dossier.yaml:5"}}, {"\x00", nil}, {prose, nil}} {
		put(t, dir, "bad.txt", test.content)
		if test.content == "gone" {
			os.Remove(filepath.Join(dir, "bad.txt"))
		}
		f, _ = updated(t, f, "bad.txt")
		if diff := cmp.Diff(test.faults, places(f)); diff != "" {
			t.Errorf("%q: faults (-want +got):\n%s", test.content, diff)
		}
	}
	if d := read(t, f, "bad.txt"); d.Title != "To be mended" {
		t.Errorf("title %q", d.Title)
	}
}

// Of a file with faults what it last said counts, of the others what they say
// now.
func TestLastGoodCounts(t *testing.T) {
	for _, test := range []struct {
		name, file, content, fault string
	}{
		{"dossier", "dossier.yaml", "documents:\n  - {path: a.txt, titel: B}\n", "dossier.yaml:2"},
		{"topics", "topics.yaml", "topics: [\n", "topics.yaml:1"},
		{"actors", "actors.yaml", "actors:\n  - {id: lupo}\n  - {id: rossi, name: Carlo Rossi}\n", "actors.yaml:2"},
		{"corrections", "corrections.yaml", "corrections:\n  - {document: first, quote: Nobody paid, speaker: nobody}\n", "corrections.yaml:2"},
		{"not to be read", "actors.yaml/x.pdf", "", "actors.yaml"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, edited())
			before := open(t, dir)
			was := stateOf(t, before)
			if filepath.Dir(test.file) != "." {
				os.Remove(filepath.Join(dir, filepath.Dir(test.file)))
			}
			put(t, dir, test.file, test.content)
			f, changed := updated(t, before, test.file)
			if diff := cmp.Diff([]string{test.fault}, places(f)); diff != "" {
				t.Fatalf("faults (-want +got):\n%s", diff)
			}
			now := stateOf(t, f)
			now.Warnings = nil // of the file in the folder
			if diff := cmp.Diff(was, now); diff != "" || changed != nil {
				t.Errorf("changed %v (-before +after):\n%s", changed, diff)
			}

			// What another file says meanwhile counts.
			put(t, dir, "c.md", "---\nid: third\n---\n"+prose)
			other, content := "dossier.yaml", "title: Quays\ndocuments:\n  - {path: a.txt, id: first, title: Another}\n"
			if test.file == other {
				other, content = "corrections.yaml", "corrections:\n  - {document: a.txt, quote: Nobody paid, drop: true}\n"
			}
			put(t, dir, other, content)
			f, changed = updated(t, f, other, "c.md")
			if diff := cmp.Diff([]string{test.fault}, places(f)); diff != "" {
				t.Fatalf("faults (-want +got):\n%s", diff)
			}
			want := []string{"a.txt", "b.txt", "c.md"} // b.txt is left to itself
			if diff := cmp.Diff(want, changed); diff != "" {
				t.Errorf("changed (-want +got):\n%s", diff)
			}

			// Kept over a restart.
			again, err := intake.Open(t.Context(), dir, intake.Options{Log: silent, LastGood: f.EditorsFiles()})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(stateOf(t, f), stateOf(t, again)); diff != "" {
				t.Errorf("opened again (-before +after):\n%s", diff)
			}
			if diff := cmp.Diff(f.Faults(), again.Faults()); diff != "" {
				t.Errorf("faults when opened again (-before +after):\n%s", diff)
			}
			if _, err := intake.Open(t.Context(), dir, intake.Options{Log: silent}); !errors.As(err, new(*intake.Faults)) {
				t.Errorf("opened with nothing to go on with: %v", err)
			}

			// Mended.
			os.RemoveAll(filepath.Join(dir, filepath.Dir(test.file), filepath.Base(test.file)))
			if filepath.Dir(test.file) != "." {
				os.RemoveAll(filepath.Join(dir, filepath.Dir(test.file)))
			}
			mended := edited()
			for _, name := range []string{"dossier.yaml", "topics.yaml", "actors.yaml", "corrections.yaml"} {
				put(t, dir, name, mended[name])
			}
			f, _ = updated(t, f, ".")
			if f.Faults() != nil {
				t.Errorf("faults after all is mended: %v", f.Faults())
			}
			if diff := cmp.Diff(stateOf(t, open(t, dir)), stateOf(t, f)); diff != "" {
				t.Errorf("(-opened anew +updated):\n%s", diff)
			}
		})
	}
}

func TestLastGoodThatIsOfNoUse(t *testing.T) {
	files := edited()
	files["topics.yaml"] = "topics: [\n"
	dir := folder(t, files)
	_, err := intake.Open(t.Context(), dir, intake.Options{Log: silent, LastGood: map[string][]byte{"topics.yaml": []byte("- {")}})
	var faults *intake.Faults
	if !errors.As(err, &faults) || faults.Found[0].File != "topics.yaml" {
		t.Errorf("got %v, want the faults of the folder's file", err)
	}
}

// archive keeps what was archived of documents, by id.
type archive map[string][]byte

func (a archive) archived(_ context.Context, id string) ([]byte, error) { return a[id], nil }

func TestFrontMatterBreaks(t *testing.T) {
	const good, broken = "---\nid: note\ntitle: Note\npublished: 2021\n---\n", "---\nid: note\ntitle: Note\npublished: soon\n---\n"
	const other = "Another text stands here now.\n"
	for _, test := range []struct {
		name, before, after string
		archive, kept       bool
	}{
		{"the text is the same", good + prose, broken + prose, false, true},
		{"the text is the same, with an archive", good + prose, broken + prose, true, true},
		{"the text is another", good + prose, broken + other, false, false},
		{"the text is another, with an archive", good + prose, broken + other, true, true},
		{"there is no text", good + prose, broken, true, true},
		{"it is new", "", broken + prose, true, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"keep.txt": prose})
			if test.before != "" {
				put(t, dir, "n.md", test.before)
			}
			a := archive{}
			o := intake.Options{Log: silent}
			if test.archive {
				o.Archived = a.archived
			}
			before, err := intake.Open(t.Context(), dir, o)
			if err != nil {
				t.Fatal(err)
			}
			var want corpus.Document
			if test.before != "" {
				want = read(t, before, "n.md")
				if a["n.md"], err = before.Archive(t.Context(), "n.md"); err != nil {
					t.Fatal(err)
				}
			}
			put(t, dir, "n.md", test.after)
			f, changed := updated(t, before, "n.md")
			o.LastGood = f.EditorsFiles()
			again, err := intake.Open(t.Context(), dir, o)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(f.Faults(), again.Faults()); diff != "" || len(f.Faults()) != 1 || f.Faults()[0].Line != 4 {
				t.Errorf("faults %v, when opened again (-before +after):\n%s", f.Faults(), diff)
			}
			if !test.kept {
				if _, found := f.Hash("n.md"); found || len(f.Warnings()) != 1 {
					t.Errorf("it is served; warnings %q", f.Warnings())
				}
				return
			}
			if len(changed) > 0 || len(f.Warnings()) > 0 && test.after != broken {
				t.Errorf("changed %v, warnings %q", changed, f.Warnings())
			}
			if diff := cmp.Diff(want, read(t, f, "n.md")); diff != "" {
				t.Errorf("it reads differently (-before +after):\n%s", diff)
			}
			if test.archive {
				if diff := cmp.Diff(stateOf(t, f), stateOf(t, again)); diff != "" {
					t.Errorf("opened again (-before +after):\n%s", diff)
				}
				if diff := cmp.Diff(want, read(t, again, "n.md")); diff != "" {
					t.Errorf("opened again, it reads differently (-before +after):\n%s", diff)
				}
			}
			put(t, dir, "n.md", good+other)
			f, changed = updated(t, f, "n.md")
			if diff := cmp.Diff([]string{"n.md"}, changed); diff != "" || f.Faults() != nil || read(t, f, "n.md").Text != other {
				t.Errorf("mended: faults %v, changed (-want +got):\n%s", f.Faults(), diff)
			}
		})
	}
}

// A name that documents come to claim goes on to mean the one that it meant.
func TestContestedName(t *testing.T) {
	for _, test := range []struct{ name, file, content, means string }{
		{"by front matter", "a.md", "---\nid: note\n---\n" + story, "n.md"},
		{"by the id of a record", "r.jsonl", `{"id":"note","text":"A record."}`, "n.md"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, edited())
			before := open(t, dir)
			put(t, dir, test.file, test.content)
			f, _ := updated(t, before, test.file)
			if len(f.Faults()) != 1 {
				t.Errorf("faults %v", f.Faults())
			}
			want := [][]string{{"a.txt", "b.txt"}, {test.means}}
			if diff := cmp.Diff(want, evidence(t, f, "navy")); diff != "" {
				t.Errorf("positions (-want +got):\n%s", diff)
			}
			// One that changes elsewhere does not change that.
			put(t, dir, "b.txt", story)
			f, _ = updated(t, f, "b.txt")
			if diff := cmp.Diff(want, evidence(t, f, "navy")); diff != "" || len(f.Faults()) != 1 {
				t.Errorf("later: faults %v, positions (-want +got):\n%s", f.Faults(), diff)
			}
			os.Remove(filepath.Join(dir, test.file))
			if f, _ = updated(t, f, test.file); f.Faults() != nil {
				t.Errorf("when it is gone: %v", f.Faults())
			}
		})
	}
}
