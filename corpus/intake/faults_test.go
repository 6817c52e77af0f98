package intake_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
)

// refused opens a folder that is refused, and gives the places of its faults.
func refused(t *testing.T, files map[string]string) (*intake.Faults, []string) {
	t.Helper()
	_, err := intake.Open(t.Context(), folder(t, files), intake.Options{Log: silent})
	var faults *intake.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("got %v, want faults", err)
	}
	var places []string
	for _, f := range faults.Found {
		if !strings.Contains(faults.Error(), f.Error()) && len(faults.Found) <= 10 {
			t.Errorf("%q is not told in %q", f, faults)
		}
		places = append(places, intake.Place{File: f.File, Line: f.Line}.String())
	}
	return faults, places
}

func TestAllFaultsAreFound(t *testing.T) {
	faults, places := refused(t, map[string]string{
		"a.txt": prose, "b.txt": prose,
		"n.md":             "---\nid: note\npublished: soon\n---\n" + prose,
		"dossier.yaml":     "documents:\n  - path: a.txt\n    id: first\n  - path: gone.txt\n    id: second\n  - id: third\n  - path: b.txt\n    form: memo\n",
		"topics.yaml":      "topics:\n  - id: ferries\n  - name: Trains\n  - id: ferries\n",
		"actors.yaml":      "actors:\n  - id: lupo\n    kind: robot\n    roles:\n      - {of: navy}\n      - {title: mate, from: never}\n    positions:\n      - {topic: trains, stance: for, documents: [first]}\n      - {topic: ferries, stance: for, documents: [fourth]}\n      - {topic: ferries, stance: for, documents: [second, third, note]}\n  - {id: Rossi, name: Carlo Rossi}\n",
		"corrections.yaml": "corrections:\n  - {document: first, quote: a, speaker: nobody}\n  - {document: fifth, quote: a, speaker: lupo}\n  - {document: second, quote: a, speaker: Rossi}\n  - {document: first, quote: a, drop: no}\n",
	})
	want := []string{
		"n.md:3", "dossier.yaml:4", "dossier.yaml:6", "dossier.yaml:8", "topics.yaml:3", "topics.yaml:4",
		"actors.yaml:2", "actors.yaml:3", "actors.yaml:5", "actors.yaml:6", "actors.yaml:8", "actors.yaml:9", "actors.yaml:11",
		"corrections.yaml:2", "corrections.yaml:3", "corrections.yaml:5",
	}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !strings.HasSuffix(faults.Error(), "\nand 6 more") || strings.Count(faults.Error(), "\n") != 10 {
		t.Errorf("it tells %q", faults)
	}
	if faults.Documents != 3 || faults.Actors != 2 {
		t.Errorf("%d documents and %d actors, want 3 and 2", faults.Documents, faults.Actors)
	}
}

// Where a file cannot be read, what others say of what it may hold is no fault.
func TestNoFaultFollowsFromAnother(t *testing.T) {
	good := map[string]string{
		"a.txt": prose, "n.md": "---\nid: note\n---\n" + prose,
		"dossier.yaml":     "documents:\n  - path: a.txt\n    id: first\n",
		"topics.yaml":      "topics:\n  - id: ferries\n",
		"actors.yaml":      "actors:\n  - id: lupo\n    name: Anna Lupo\n    positions:\n      - {topic: ferries, stance: for, documents: [first, note]}\n",
		"corrections.yaml": "corrections:\n  - {document: first, quote: the ferry, speaker: lupo}\n",
	}
	open(t, folder(t, good))
	for name := range good {
		if name == "a.txt" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			files := map[string]string{}
			for other, content := range good {
				files[other] = content
			}
			files[name] = "title: \"open\nkey: [\n"
			if name == "n.md" {
				files[name] = "---\nid: \"note\n---\n" + prose
			}
			if faults, places := refused(t, files); len(places) != 1 || faults.Found[0].File != name {
				t.Errorf("faults at %v, want one in %s", places, name)
			}
		})
	}
}

func TestLinesOfActors(t *testing.T) {
	f := open(t, folder(t, map[string]string{
		"a.txt": prose, "topics.yaml": "topics:\n  - id: ferries\n",
		"actors.yaml": "# people\nactors:\n  - id: lupo\n    name: Anna Lupo\n    aliases: [Lupo,\n              Лупо]\n    roles:\n      - {title: pilot}\n      - of: navy\n        title: mate\n" +
			"    positions:\n      - topic: ferries\n        stance: for\n        documents: [a.txt]\n      - {stance: for, topic: ferries, documents: [a.txt]}\n",
	}))
	want := intake.Lines{ID: 3, Name: 4, Aliases: []int{5, 6}, Roles: []int{8, 10}, Positions: []int{12, 15}}
	if diff := cmp.Diff(want, f.Lines("lupo")); diff != "" || !f.OwnActors() {
		t.Errorf("own actors: %v; lines (-want +got):\n%s", f.OwnActors(), diff)
	}
	if diff := cmp.Diff(intake.Lines{}, f.Lines("rossi")); diff != "" {
		t.Errorf("of nobody (-want +got):\n%s", diff)
	}
	if f := open(t, folder(t, map[string]string{"a.txt": prose})); f.OwnActors() {
		t.Error("the bundled actors pass for the folder's own")
	}
}

func TestReadingTellsWhatAnEditorNeeds(t *testing.T) {
	f := open(t, folder(t, map[string]string{
		"a.txt": story, "b.md": "---\ntitle: B\npublished: 2024-05\n---\n" + prose, "c.jsonl": "\n" + `{"id":"c","text":"The ferry sank.","published":"2020"}`,
		"dossier.yaml":     "documents:\n  - path: a.txt\n    published: 2024-11\n",
		"actors.yaml":      people,
		"corrections.yaml": "corrections:\n  - {document: a.txt, quote: Nobody paid, said: 2020}\n  - {document: a.txt, quote: Nobody sang, drop: true}\n",
	}))
	got := map[string]string{}
	var ids []string
	for id := range f.Hashes() {
		ids = append(ids, id)
	}
	err := f.ReadEach(t.Context(), ids, func(r intake.Reading) error {
		got[r.ID] = fmt.Sprintf("published in %s, dateline %q", r.PublishedAt, r.Dateline)
		for _, fault := range r.Faults {
			got[r.ID] += fmt.Sprintf(", fault in %d", fault.Line)
		}
		for _, d := range r.Dated {
			got[r.ID] += fmt.Sprintf(", %q dated %s in %d", d.Quote, d.Said, d.Line)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"a.txt": `published in dossier.yaml:3, dateline "2024-10-03", fault in 3, "Nobody paid" dated 2020 in 2`,
		"b.md":  `published in b.md:3, dateline ""`,
		"c":     `published in c.jsonl:2, dateline ""`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
