package intake_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
)

func TestArchivedReadsAsItWould(t *testing.T) {
	files := edited()
	files["c.jsonl"] = `{"id":"c","text":"The ferry sank.","title":"T","author":"Anna Lupo","source":"S","url":"http://x.test","published":"2020-05/2020-06","language":"lt"}`
	files["p.md"] = "---\npublished: 2021~\npublished_basis: inferred\npublished_why: by the snow\nform: note\n---\n" + story
	files["corrections.yaml"] += "  - {document: a.txt, quote: Nobody asked, said: 2019-03, reason: heard}\n  - {document: p.md, quote: Nobody sang, drop: true}\n"
	for name, dir := range map[string]string{"bundled": "", "golden": filepath.Join("testdata", "reading"), "edited": folder(t, files)} {
		t.Run(name, func(t *testing.T) {
			f := open(t, dir)
			for id, want := range readingsOf(t, f) {
				raw, err := f.Archive(t.Context(), id)
				if err != nil {
					t.Fatal(err)
				}
				got, err := f.ReadArchived(t.Context(), id, raw)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s (-read +from the archive):\n%s", id, diff)
				}
			}
		})
	}
}

// An archived document is read with the actors of today. Who is listed no more
// keeps the words that an editor gave to them, by name.
func TestArchivedIsReadByTheActorsOfToday(t *testing.T) {
	dir := folder(t, edited())
	f := open(t, dir)
	raw, err := f.Archive(t.Context(), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "a.txt", prose)
	put(t, dir, "corrections.yaml", "")
	put(t, dir, "actors.yaml", "actors:\n  - {id: anna, name: Anna Lupo}\n")
	f, _ = updated(t, f, ".")
	r, err := f.ReadArchived(t.Context(), "a.txt", raw)
	if err != nil {
		t.Fatal(err)
	}
	if r.Text != story || r.Title != "The quay" || len(r.Faults) > 0 {
		t.Errorf("title %q, faults %v, text %q", r.Title, r.Faults, r.Text)
	}
	byAnna := func(s spoken) spoken { s.Speaker = "anna"; return s }
	unlisted := func(s spoken) spoken { s.Speaker, s.SpeakerText = "", "Carlo Rossi"; return s }
	got := spokenOf(r.Document)
	for i := range got { // of whom no editor has listed, discovery tells
		if got[i].SpeakerText == "Carlo Rossi" {
			got[i].Speaker = ""
		}
	}
	if diff := cmp.Diff([]spoken{unlisted(quay), byAnna(dear), byAnna(asked), unlisted(paid)}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestArchiveRefuses(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": prose})
	f := open(t, dir)
	raw, err := f.Archive(t.Context(), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Archive(t.Context(), "b.txt"); err == nil {
		t.Error("a document that is not there was archived")
	}
	put(t, dir, "a.txt", story)
	if _, err := f.Archive(t.Context(), "a.txt"); !errors.Is(err, intake.ErrChanged) {
		t.Errorf("archived after it changed: %v", err)
	}
	for _, raw := range [][]byte{nil, []byte("{"), []byte(`{"text":"A","published":{"edtf":"soon"}}`), []byte(`{"text":"A","corrections":[{"said":{"edtf":"soon"}}]}`), raw[:len(raw)/2]} {
		if _, err := f.ReadArchived(t.Context(), "a.txt", raw); err == nil {
			t.Errorf("%q was read", raw)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.ReadArchived(ctx, "a.txt", raw); !errors.Is(err, context.Canceled) {
		t.Errorf("after cancelling: %v", err)
	}
	if _, _, err := f.Update(ctx, []string{"a.txt"}); !errors.Is(err, context.Canceled) {
		t.Errorf("update after cancelling: %v", err)
	}
}

// Where a file does not hold the text any more that was listed, the archive may.
func TestReadFromTheArchive(t *testing.T) {
	dir, a := folder(t, map[string]string{"a.txt": prose, "b.txt": prose}), archive{}
	f, err := intake.Open(t.Context(), dir, intake.Options{Log: silent, Archived: a.archived})
	if err != nil {
		t.Fatal(err)
	}
	if a["a.txt"], err = f.Archive(t.Context(), "a.txt"); err != nil {
		t.Fatal(err)
	}
	put(t, dir, "a.txt", story)
	put(t, dir, "b.txt", story)
	if d := read(t, f, "a.txt"); d.Text != prose {
		t.Errorf("text %q", d.Text)
	}
	if _, err := f.Read(t.Context(), "b.txt"); !errors.Is(err, intake.ErrChanged) {
		t.Errorf("of what was never archived: %v", err)
	}
	next, changed := updated(t, f, "a.txt", "b.txt")
	if !slices.Equal(changed, []string{"a.txt", "b.txt"}) || read(t, next, "a.txt").Text != story {
		t.Errorf("changed %v", changed)
	}
	a["a.txt"] = []byte("{")
	if _, err := f.Read(t.Context(), "a.txt"); err == nil {
		t.Error("a broken archive was read")
	}
}
