package index_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/index"
)

// odd is a dossier whose bytes are easily changed by a careless reader, with
// dates of every kind.
var odd = map[string]string{
	"actors.yaml": actorsYAML,
	"topics.yaml": topicsYAML,
	"dossier.yaml": `documents:
  - {path: crlf.txt, id: crlf, title: "Lines, ended twice", published: "2020~/2021?", source: Dock Office, url: "https://example.org/?a=1&b=2", language: en}
  - {path: open.txt, published: "2020/.."}
  - {path: until.txt, published: "1931-05/.."}
`,
	"crlf.txt":  "First the gulls.\r\n\r\nThen \u00a0the cafe\u0301 by the harbour,\tand the Žuvėdra inn.\r\n",
	"open.txt":  "\ufeffA mark of byte order opens this text about the harbour.\n",
	"until.txt": "\n\n  Two blank lines open it; Jonas Kairys said in late November 1930 that “the dues” had to “go at once”.  \n\n",
	"long.txt":  strings.Repeat("In the spring of 1999 Rasa Vilkaitė said that the harbour was full of ice and that the crane stood still. Nobody asked Vilkaitė why. ", 30),
}

// TestRecords holds what the index gives back of every passage against what
// was read: nothing may be lost or changed on the way.
func TestRecords(t *testing.T) {
	t.Parallel()
	bundled, err := intake.Open(t.Context(), "", intake.Options{Log: quiet()})
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]*intake.Folder{"the quay": folderOf(t, quay), "odd bytes and dates": folderOf(t, odd), "the bundled dossier": bundled} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := open(t, f, index.Options{Dir: t.TempDir(), Write: true})
			var documents []*index.DocumentEntry
			seen := struct{ times, mentions, statements int }{}
			for _, id := range slices.Sorted(maps.Keys(f.Hashes())) {
				d, err := f.Read(t.Context(), id)
				if err != nil {
					t.Fatal(err)
				}
				want := hitsOf(d)
				documents = append(documents, &index.DocumentEntry{Document: want[0].Document, Passages: len(want)})
				var text strings.Builder
				for i, w := range want {
					before, got, after, found, err := x.Passage(t.Context(), w.Passage.Key)
					if err != nil || !found {
						t.Fatalf("%s: found %t, %v", w.Passage.ID, found, err)
					}
					var beside [2]index.Hit
					if i > 0 {
						beside[0] = want[i-1]
					}
					if i+1 < len(want) {
						beside[1] = want[i+1]
					}
					if diff := gocmp.Diff(append([]index.Hit{w}, beside[:]...), []index.Hit{got, before, after}, cmpopts.EquateEmpty()); diff != "" {
						t.Errorf("%s (-want +got):\n%s", w.Passage.ID, diff)
					}
					text.WriteString(got.Passage.Text)
					seen.times += len(got.Passage.Times)
					seen.mentions += len(got.Passage.Mentions)
					seen.statements += len(got.Passage.Statements)
				}
				if text.String() != d.Text {
					t.Errorf("the passages of %s do not give its text back", id)
				}
			}
			if seen.times == 0 || seen.mentions == 0 || seen.statements == 0 {
				t.Errorf("the dossier shows too little: %+v", seen)
			}
			got, err := x.Documents(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(documents, got, cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(index.DocumentEntry{})); diff != "" {
				t.Errorf("documents (-want +got):\n%s", diff)
			}
		})
	}
}

// hitsOf makes hits of a document's passages the slow way.
func hitsOf(d corpus.Document) []index.Hit {
	bare := d
	bare.Text, bare.Passages, bare.Times, bare.Ranges, bare.Mentions, bare.Discovered, bare.Statements = "", nil, nil, nil, nil, nil, nil
	var out []index.Hit
	for i, p := range d.Passages {
		h := index.Hit{Document: bare, Passage: index.Passage{
			ID: p.ID, Key: index.Key(p.ID), Number: i + 1, Span: p.Span, Text: d.Text[p.Start:p.End],
		}}
		for _, v := range d.Ranges {
			if v.Start < p.End && p.Start < v.End {
				h.Passage.Ranges = append(h.Passage.Ranges, v)
			}
		}
		for _, v := range d.Times {
			if p.Overlaps(v.Span) {
				h.Passage.Times = append(h.Passage.Times, v)
			}
		}
		for _, v := range d.Mentions {
			if p.Overlaps(v.Span) {
				h.Passage.Mentions = append(h.Passage.Mentions, v)
			}
		}
		for _, v := range d.Statements {
			for _, s := range v.Spans {
				if p.Overlaps(s) {
					h.Passage.Statements = append(h.Passage.Statements, v)
					break
				}
			}
		}
		out = append(out, h)
	}
	return out
}

func TestDateOfARecord(t *testing.T) {
	t.Parallel()
	x := memory(t, odd)
	documents, err := x.Documents(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]corpus.Date{}
	for _, d := range documents {
		got[d.Document.ID] = d.Document.Published
	}
	want := map[string]corpus.Date{"crlf.txt": date(t, "2020~/2021?"), "open.txt": date(t, "2020/.."), "until.txt": date(t, "1931-05/.."), "long.txt": {}}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	hits, err := x.OfActor(t.Context(), "kairys", 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(hits) != 1 || len(hits[0].Passage.Statements) == 0 {
		t.Fatalf("%d hits, want the one with his statement", len(hits))
	}
	for _, s := range hits[0].Passage.Statements {
		if s.Said.String() != "1930-11-21/1930-11-30" || s.Said.Why == "" || s.Said.Basis == "" {
			t.Errorf("said %s, basis %q, because %q", s.Said, s.Said.Basis, s.Said.Why)
		}
	}
}

func TestKey(t *testing.T) {
	t.Parallel()
	// The first 16 digits that sha256sum gives.
	if got := index.Key("voices.md#1"); got != "dd318dfd6a39dc78" {
		t.Errorf("key %s", got)
	}
	digits := regexp.MustCompile(`^[0-9a-f]{16}$`)
	seen := map[string]string{}
	for _, id := range []string{"", "a#1", "a#11", "a#1#1", "ąž/č.txt#2", strings.Repeat("long", 5000) + "#3"} {
		key := index.Key(id)
		if !digits.MatchString(key) || seen[key] != "" {
			t.Errorf("key of %.20q is %s, as that of %.20q", id, key, seen[key])
		}
		seen[key] = id
	}
}

// The ids of passages are permanent while the text of their document is: what
// else changes in the dossier does not matter.
func TestPassagesAreStable(t *testing.T) {
	t.Parallel()
	ids := func(files map[string]string) map[string]string {
		out := map[string]string{}
		x := memory(t, files)
		hits, err := x.OfActor(t.Context(), "vilkaite", 100)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hits {
			out[h.Passage.ID+" "+h.Passage.Key] = h.Passage.Text
		}
		return out
	}
	before := ids(odd)
	if len(before) < 4 {
		t.Fatalf("%d passages, want several", len(before))
	}
	after := ids(with(odd, "until.txt", "", "a.txt", "A new document that goes before the others.\n",
		"dossier.yaml", "documents: [{path: long.txt, title: Told again, published: 2001}]\n", "actors.yaml", strings.Replace(actorsYAML, "Marek", "Marius", 1)))
	if diff := gocmp.Diff(before, after); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
}

func TestNoSuchPassage(t *testing.T) {
	t.Parallel()
	x := memory(t, quay)
	for _, key := range []string{"", "voices.md#1", strings.Repeat("0", 16), "*", "\x00"} {
		if _, _, _, found, err := x.Passage(t.Context(), key); found || err != nil {
			t.Errorf("key %q: found %t, %v", key, found, err)
		}
	}
}
