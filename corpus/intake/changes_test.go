package intake_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
)

func TestChangesBetweenOpenAndRead(t *testing.T) {
	const front, record = "---\ntitle: A\n---\n", `{"id":"r","text":"One."}` + "\n"
	for _, test := range []struct {
		name, file, before, after string
		document, want            string // the text; empty where it is another
	}{
		{"rewritten", "a.txt", prose, "Now another text.", "a.txt", ""},
		{"emptied", "a.txt", prose, "", "a.txt", ""},
		{"grown", "a.txt", prose, strings.Repeat(prose, 50), "a.txt", ""},
		{"written as before", "a.txt", prose, prose, "a.txt", prose},
		{"front matter broken", "a.md", front + prose, "---\ntitle: [\n---\n" + prose, "a.md", prose},
		{"front matter longer", "a.md", front + prose, "---\ntitle: A longer one\n---\n" + prose, "a.md", prose},
		{"front matter and text", "a.md", front + prose, "---\ntitle: A\n---\nText.", "a.md", ""},
		{"records added", "a.jsonl", record, record + `{"id":"s","text":"Two."}`, "r", "One."},
		{"record before it", "a.jsonl", record, `{"id":"s","text":"Two."}` + "\n" + record, "r", ""},
		{"record rewritten", "a.jsonl", record, `{"id":"r","text":"Uno."}`, "r", ""},
		{"records gone", "a.jsonl", record, "", "r", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, map[string]string{test.file: test.before})
			f, err := intake.Open(t.Context(), dir, intake.Options{MaxFileBytes: 1000, Log: silent})
			if err != nil {
				t.Fatal(err)
			}
			put(t, dir, test.file, test.after)
			d, err := f.Read(t.Context(), test.document)
			switch {
			case test.want == "" && !errors.Is(err, intake.ErrChanged):
				t.Errorf("got %v, want that it changed", err)
			case test.want != "" && (err != nil || d.Text != test.want):
				t.Errorf("got %q, %v, want %q", d.Text, err, test.want)
			}
		})
	}
	t.Run("gone", func(t *testing.T) {
		dir := folder(t, map[string]string{"a.txt": prose})
		f := open(t, dir)
		if err := os.Remove(filepath.Join(dir, "a.txt")); err != nil {
			t.Fatal(err)
		}
		if _, err := f.Read(t.Context(), "a.txt"); !errors.Is(err, intake.ErrChanged) {
			t.Errorf("of a file that is gone: %v, want that it changed", err)
		}
	})
}

func TestReadRefuses(t *testing.T) {
	f := open(t, folder(t, map[string]string{"a.txt": prose}))
	if _, err := f.Read(t.Context(), "b.txt"); err == nil {
		t.Error("a document that is not there was read")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.Read(ctx, "a.txt"); !errors.Is(err, context.Canceled) {
		t.Errorf("read after cancelling: %v", err)
	}
	for _, files := range []map[string]string{{"a.txt": prose}, {"a.jsonl": `{"id":"a","text":"b"}`}} {
		dir := folder(t, files)
		if _, err := intake.Open(ctx, dir, intake.Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("open after cancelling: %v", err)
		}
		for name := range files {
			if _, err := intake.Inspect(ctx, filepath.Join(dir, name), noDate, intake.Options{}); !errors.Is(err, context.Canceled) {
				t.Errorf("inspect %s after cancelling: %v", name, err)
			}
		}
	}
}

func TestManyAndDeep(t *testing.T) {
	var records strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&records, "{\"id\":\"r%d\",\"text\":\"Text %d.\"}\n", i, i)
	}
	deep := strings.Repeat("d/", 200) + "a.txt"
	files := map[string]string{deep: prose, "many.jsonl": records.String()}
	for i := range 1000 {
		files[fmt.Sprintf("f%d.txt", i)] = prose
	}
	f := open(t, folder(t, files))
	if got := len(f.Hashes()); got != 11_001 {
		t.Errorf("%d documents", got)
	}
	if _, err := f.Read(t.Context(), deep); err != nil {
		t.Error(err)
	}
}

func TestRevisionTellsWhatChanged(t *testing.T) {
	const actors = "actors:\n  - {id: lupo, name: Anna Lupo}\n"
	base := map[string]string{"a.md": "---\ntitle: A\n---\n" + prose, "b.txt": prose, "actors.yaml": actors}
	dir := folder(t, base)
	before := open(t, dir)
	if again := open(t, folder(t, base)); again.Revision() != before.Revision() || !cmp.Equal(again.Hashes(), before.Hashes()) {
		t.Error("the same files in another folder have another revision")
	}
	for _, test := range []struct {
		name, file, content string
		documents           []string // whose hash changes
		editors             bool     // whether all documents read differently
	}{
		{"text", "b.txt", prose + "More.", []string{"b.txt"}, false},
		{"front matter", "a.md", "---\ntitle: B\n---\n" + prose, []string{"a.md"}, false},
		{"entry", "dossier.yaml", "documents: [{path: b.txt, published: 2020, published_basis: inferred, published_why: guess}]", []string{"b.txt"}, false},
		{"actors", "actors.yaml", actors + "  - {id: rossi, name: Carlo Rossi}\n", nil, true},
		{"topics", "topics.yaml", "topics: []\n", nil, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, base)
			put(t, dir, test.file, test.content)
			now := open(t, dir)
			var changed []string
			for id, hash := range now.Hashes() {
				if before.Hashes()[id] != hash {
					changed = append(changed, id)
				}
			}
			if diff := cmp.Diff(test.documents, changed); diff != "" {
				t.Errorf("changed (-want +got):\n%s", diff)
			}
			if (now.Editors() != before.Editors()) != test.editors {
				t.Errorf("editors changed: %v", !test.editors)
			}
			if now.Revision() == before.Revision() {
				t.Error("the revision is the same")
			}
		})
	}
}

func TestSingleFileStandsAlone(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": prose, "README.md": prose, "dossier.yaml": "broken: [", "real.txt": prose})
	for _, name := range []string{"a.txt", "README.md"} {
		if got := ids(open(t, filepath.Join(dir, name))); !cmp.Equal(got, []string{name}) {
			t.Errorf("%s: documents %v", name, got)
		}
	}
	link := filepath.Join(t.TempDir(), "link.txt")
	if err := os.Symlink(filepath.Join(dir, "real.txt"), link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if d, err := open(t, link).Read(t.Context(), "link.txt"); err != nil || d.Text != prose {
		t.Errorf("through a link: %q, %v", d.Text, err)
	}
}

func TestBundledDossierOpens(t *testing.T) {
	f := open(t, "")
	if len(f.Hashes()) == 0 || len(f.Warnings()) > 0 || len(f.Dossier().Actors) == 0 {
		t.Errorf("%d documents, %d actors, warnings %q", len(f.Hashes()), len(f.Dossier().Actors), f.Warnings())
	}
	if f.Names() == nil {
		t.Error("no names")
	}
}
