package intake_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
)

// What is written otherwise and says the same changes nothing.
func TestWrittenOtherwise(t *testing.T) {
	const (
		one = `{"id":"one","text":"It snowed.","title":"A","published":"2021"}` + "\n"
		two = `{"id":"two","text":"It rained."}` + "\n"
	)
	base := map[string]string{
		"r.jsonl": one + two, "s.jsonl": `{"id":"three","text":"Fog."}` + "\n", "n.md": "---\ntitle: A\nsource: B\n---\n" + prose, "a.txt": story,
		"dossier.yaml": "documents:\n  - {path: a.txt, title: T, source: S}\n", "actors.yaml": people,
		"corrections.yaml": "corrections:\n  - {document: a.txt, quote: Nobody paid, speaker: lupo}\n",
	}
	for _, test := range []struct {
		name  string
		write map[string]string
	}{
		{"keys in another order", map[string]string{"r.jsonl": `{"published":"2021", "title":"A", "text":"\u0049t snowed.",  "id":"one", "more":[1]}` + "\n" + two}},
		{"records in another order", map[string]string{"r.jsonl": "\n" + two + one}},
		{"record in another file", map[string]string{"r.jsonl": two, "s.jsonl": base["s.jsonl"] + one}},
		{"front matter in another order", map[string]string{"n.md": "---\nmore: [1]\nsource: 'B'\ntitle: \"A\"\n...\n" + prose}},
		{"entry of more lines", map[string]string{"dossier.yaml": "# of a.txt\ndocuments:\n  - source: \"S\"\n    title: >\n      T\n    path: a.txt\n"}},
		{"correction further down", map[string]string{"corrections.yaml": "\n\n" + base["corrections.yaml"]}},
		{"actors with comments", map[string]string{"actors.yaml": "# who is who\n" + people}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, base)
			before := open(t, dir)
			was := stateOf(t, before)
			var told []string
			for name, content := range test.write {
				put(t, dir, name, content)
				told = append(told, name)
			}
			f, changed := updated(t, before, told...)
			now := stateOf(t, f)
			was.Files, was.Lines, now.Files, now.Lines = nil, nil, nil, nil
			if diff := cmp.Diff(was, now); diff != "" || changed != nil {
				t.Errorf("changed %v (-before +after):\n%s", changed, diff)
			}
			if diff := cmp.Diff(readingsOf(t, open(t, dir)), readingsOf(t, f)); diff != "" {
				t.Errorf("readings (-opened anew +updated):\n%s", diff)
			}
		})
	}
}

// What becomes of a document shows in the manifests before and after.
func TestWhatBecomesOfDocuments(t *testing.T) {
	base := map[string]string{"a.txt": prose, "sub/b.txt": story, "r.jsonl": `{"id":"one","text":"It snowed."}`, "actors.yaml": people,
		"corrections.yaml": "corrections: [{document: sub/b.txt, quote: Nobody asked, drop: true}]"}
	for _, test := range []struct {
		name  string
		write map[string]string
		want  []string // kinds and ids
	}{
		{"added", map[string]string{"c.txt": "Fog."}, []string{"added c.txt"}},
		{"revised", map[string]string{"a.txt": "Fog."}, []string{"revised a.txt"}},
		{"described", map[string]string{"dossier.yaml": "documents: [{path: a.txt, title: A}]"}, []string{"revised a.txt"}},
		{"corrected", map[string]string{"corrections.yaml": "corrections: [{document: sub/b.txt, quote: Nobody paid, drop: true}]"}, []string{"revised sub/b.txt"}},
		{"corrected no more", map[string]string{"corrections.yaml": ""}, []string{"revised sub/b.txt"}},
		{"moved", map[string]string{"a.txt": "", "sub/a.txt": prose}, []string{"moved sub/a.txt from a.txt"}},
		{"moved and described", map[string]string{"a.txt": "", "a.md": "---\ntitle: A\n---\n" + prose}, []string{"moved a.md from a.txt"}},
		{"withdrawn", map[string]string{"r.jsonl": ""}, []string{"withdrawn one"}},
		{"unreadable", map[string]string{"a.txt": "\x00"}, []string{"withdrawn a.txt"}},
		{"another with its id", map[string]string{"s.jsonl": `{"id":"one","text":"Fog."}`}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, base)
			before := open(t, dir)
			var told []string
			for name, content := range test.write {
				put(t, dir, name, content)
				told = append(told, name)
			}
			f, _ := updated(t, before, told...)
			var got []string
			for _, c := range corpus.Diff(before.Manifest(), f.Manifest()) {
				became := string(c.Kind) + " " + c.ID
				if c.From != "" {
					became += " from " + c.From
				}
				got = append(got, became)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Editors changes with what bears upon readings, Standing with what is shown
// beside them; the revision with both.
func TestEditorsAndStanding(t *testing.T) {
	const actor = "actors:\n  - id: lupo\n    name: Anna Lupo\n    roles: [{title: pilot, from: 2019}]\n    positions: [{topic: ferries, stance: for, documents: [a.txt]}]\n"
	base := map[string]string{"a.txt": prose, "b.txt": prose, "actors.yaml": actor, "topics.yaml": "topics: [{id: ferries}]\n", "dossier.yaml": "title: A\n"}
	for _, test := range []struct {
		name, file, content string
		editors, standing   bool
	}{
		{"nothing", "actors.yaml", actor, false, false},
		{"alias", "actors.yaml", actor + "    aliases: [Lupo]\n", true, false},
		{"kind", "actors.yaml", actor + "    kind: institution\n", true, false},
		{"another actor", "actors.yaml", actor + "  - {id: rossi, name: Carlo Rossi}\n", true, false},
		{"role", "actors.yaml", strings.Replace(actor, "2019", "2020", 1), true, false},
		{"summary", "actors.yaml", strings.Replace(actor, "stance: for", "stance: for, summary: Wants them", 1), false, true},
		{"evidence", "actors.yaml", strings.Replace(actor, "a.txt", "b.txt", 1), false, true},
		{"synonym", "topics.yaml", "topics: [{id: ferries, synonyms: [boat]}]\n", false, true},
		{"title", "dossier.yaml", "title: B\n", false, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, base)
			before := open(t, dir)
			put(t, dir, test.file, test.content)
			f, changed := updated(t, before, test.file)
			if changed != nil {
				t.Errorf("changed %v", changed)
			}
			if got := f.Editors() != before.Editors(); got != test.editors {
				t.Errorf("editors: %v", got)
			}
			if got := f.Standing() != before.Standing(); got != test.standing {
				t.Errorf("standing: %v", got)
			}
			if got := f.Revision() != before.Revision(); got != (test.editors || test.standing) {
				t.Errorf("revision: %v", got)
			}
		})
	}
}

func TestFingerprintOfNone(t *testing.T) {
	f := open(t, folder(t, map[string]string{"a.txt": prose}))
	if print, ok := f.Fingerprint("b.txt"); ok || print != (corpus.Fingerprint{}) {
		t.Errorf("%v, %v", print, ok)
	}
	if hash, ok := f.Hash("b.txt"); ok || hash != "" {
		t.Errorf("%q, %v", hash, ok)
	}
}
