package index_test

import (
	"context"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/index"
	"dossierbot/index/words"
)

// actorsYAML is the cast of the small dossiers in these tests.
const actorsYAML = `actors:
  - id: kairys
    name: Jonas Kairys
  - id: vilkaite
    name: Rasa Vilkaitė
  - id: oberski
    name: Marek Oberski
  - id: transport-board
    name: Transport Board
    kind: institution
`

const topicsYAML = "topics:\n  - id: harbour\n    name: Harbour dues\n"

// quay is a small dossier: said and published dates, a note, an undated text.
var quay = map[string]string{
	"actors.yaml": actorsYAML,
	"topics.yaml": topicsYAML,
	"voices.md": `---
title: Two voices on the quay
author: Marek Oberski
source: The Quay Gazette
url: https://example.org/quay
published: 2024-07-01
language: en
---
“The harbour dues are too high for small ships,” Jonas Kairys said on 14 May 2024. “Nobody will pay for the new crane,” Rasa Vilkaitė said on 3 June 2024.
`,
	"gulls.txt": "The lighthouse keeper counts the gulls every morning. Jonas Kairys argues that the lighthouse must stay lit " +
		"through the winter, whatever the oil may cost.\n",
	"winter/ice.md": "---\ntitle: Ice on the river\npublished: 2021-02\n---\n" +
		"The icebreaker left the harbour on 9 February 2021. The Transport Board paid for the fuel.\n",
	"winter/ice-note.md": "---\nform: note\ntitle: On the ice report\npublished: 2021-03\n---\n" +
		"Our reading: the icebreaker was late, and the Transport Board knew it.\n",
}

// with is a dossier with some files replaced; the empty text takes one out.
func with(files map[string]string, changed ...string) map[string]string {
	out := maps.Clone(files)
	for i := 0; i < len(changed); i += 2 {
		if out[changed[i]] = changed[i+1]; changed[i+1] == "" {
			delete(out, changed[i])
		}
	}
	return out
}

// write makes dir hold these files and no others.
func write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// folderOf writes a dossier and opens it as a folder.
func folderOf(t testing.TB, files map[string]string) *intake.Folder {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "dossier")
	write(t, dir, files)
	return folderAt(t, dir)
}

func folderAt(t testing.TB, dir string) *intake.Folder {
	t.Helper()
	f, err := intake.Open(t.Context(), dir, intake.Options{Log: quiet()})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// open opens an index and closes it when the test ends.
func open(t testing.TB, f *intake.Folder, o index.Options) *index.Index {
	t.Helper()
	if o.Log == nil {
		o.Log = quiet()
	}
	x, err := index.Open(context.Background(), f, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return x
}

// memory opens a dossier in memory.
func memory(t testing.TB, files map[string]string) *index.Index {
	t.Helper()
	return open(t, folderOf(t, files), index.Options{})
}

// terms are the words of a text as a query asks for them.
func terms(text string) []index.Term {
	var out []index.Term
	for _, w := range words.Of(text) {
		if !w.Stop {
			out = append(out, index.Term{Text: w.Text, Folded: w.Folded, Stem: w.Stem, Weight: 1})
		}
	}
	return out
}

// unknown is a name that is asked for and that no actor has.
func unknown(text string) []index.Term {
	out := terms(text)
	for i := range out {
		out[i].Name = true
	}
	return out
}

func date(t testing.TB, edtf string) corpus.Date {
	t.Helper()
	d, err := corpus.ParseDate(edtf)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func search(t testing.TB, x *index.Index, q index.Query) index.Result {
	t.Helper()
	r, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func passageIDs(hits []index.Hit) []string {
	out := []string{}
	for _, h := range hits {
		out = append(out, h.Passage.ID)
	}
	return out
}

// asked are queries that touch every part of the dossier of the quay.
func asked(t testing.TB) map[string]index.Query {
	return map[string]index.Query{
		"words":         {Terms: terms("harbour dues"), Limit: 10},
		"a common word": {Terms: terms("harbour"), Limit: 10},
		"speaker":       {Speakers: []string{"kairys"}, Limit: 10},
		"said":          {Speakers: []string{"kairys"}, Time: date(t, "2024-05"), Dimension: index.Said, Limit: 10},
		"none in range": {Speakers: []string{"kairys"}, Time: date(t, "2024-06"), Dimension: index.Said, Limit: 10},
		"published":     {Time: date(t, "2021"), Dimension: index.Published, Limit: 10},
		"event":         {Terms: terms("icebreaker"), Time: date(t, "2021-02-09"), Dimension: index.Event, Limit: 10},
		"newest":        {Terms: terms("harbour icebreaker lighthouse"), Sort: index.Newest, Limit: 10},
		"title":         {Terms: terms("ice river"), Limit: 10},
		"unknown name":  {Terms: append(unknown("Zubrow"), terms("harbour")...), Limit: 10},
		"unknown word":  {Terms: terms("submarines"), Limit: 10},
	}
}

// answers is all that the queries bring.
func answers(t testing.TB, x *index.Index) map[string]index.Result {
	t.Helper()
	out := map[string]index.Result{}
	for name, q := range asked(t) {
		out[name] = search(t, x, q)
	}
	return out
}

// sameAnswers fails the test where two indexes answer differently.
func sameAnswers(t testing.TB, want, got map[string]index.Result) {
	t.Helper()
	if diff := gocmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.EquateApprox(0, 1e-9)); diff != "" {
		t.Errorf("answers differ (-want +got):\n%s", diff)
	}
}

// listing is what lies at the top of a folder, sorted.
func listing(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}
