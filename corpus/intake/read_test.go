package intake_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
)

var noDate corpus.Date

// inspect reads a text as a file of its own.
func inspect(t *testing.T, name, text string, published corpus.Date) corpus.Document {
	t.Helper()
	file := filepath.Join(folder(t, map[string]string{name: text}), name)
	docs, err := intake.Inspect(t.Context(), file, published, intake.Options{Log: silent})
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 1 {
		t.Fatalf("%d documents", len(docs))
	}
	return docs[0]
}

func TestBytesAreKept(t *testing.T) {
	for name, text := range map[string]string{
		"CRLF":            "One line.\r\n\r\nAnother line.\r\n",
		"NFD":             "Kinga Ras\u0301 wrote it.\n",
		"mark":            "\ufeffA text with a mark before it.\n",
		"spaces":          "  \n Trailing spaces.   \n\t\n\n  ",
		"old Mac":         "One.\rTwo.\r",
		"rare":            "A line\u2028and\u00a0more\u200b \U0001F6A2.\v\f",
		"dashes":          "--- not front matter\n",
		"no line's end":   "Plain",
		"later in a line": "x ---\ntitle: A\n---\n",
	} {
		t.Run(name, func(t *testing.T) {
			for _, file := range []string{"a.txt", "a.md"} {
				d := inspect(t, file, text, noDate)
				if d.Text != text {
					t.Errorf("%s: text %q, want %q", file, d.Text, text)
				}
				joined := ""
				for i, p := range d.Passages {
					joined += d.Text[p.Start:p.End]
					if want := fmt.Sprintf("%s#%d", file, i+1); p.ID != want {
						t.Errorf("passage %q, want %q", p.ID, want)
					}
				}
				if joined != text {
					t.Errorf("%s: passages join to %q", file, joined)
				}
			}
		})
	}
}

func TestRecord(t *testing.T) {
	const line = "\ufeff" + `{"id":"r1","text":"Ras\u0301 said\r\nso.","title":"T","author":"A B","source":"S","url":"http://x.test","published":"2020-05/2020-06","language":"lt","more":1}
{"id":"r2","text":"Nothing else.","title":null,"published":null}`
	file := filepath.Join(folder(t, map[string]string{"a.jsonl": line}), "a.jsonl")
	docs, err := intake.Inspect(t.Context(), file, corpus.Day(2001, time.March, 4), intake.Options{Log: silent})
	if err != nil {
		t.Fatal(err)
	}
	type told struct{ ID, Text, Title, Author, Source, URL, Published, Language string }
	var got []told
	for _, d := range docs {
		got = append(got, told{d.ID, d.Text, d.Title, d.Author, d.Source, d.URL, d.Published.String(), d.Language})
	}
	want := []told{
		{"r1", "Ras\u0301 said\r\nso.", "T", "A B", "S", "http://x.test", "2020-05/2020-06", "lt"},
		{ID: "r2", Text: "Nothing else.", Published: "2001-03-04"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestInspectRefuses(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.txt")
	_, err := intake.Inspect(t.Context(), name, noDate, intake.Options{})
	if err == nil || !strings.Contains(err.Error(), name+": there is no such file") || strings.Contains(err.Error(), "--corpus") {
		t.Errorf("a file that is not there: %v", err)
	}
}

func TestFrontMatter(t *testing.T) {
	for _, test := range []struct{ name, raw, text, title, published string }{
		{"ours", "---\ntitle: A\npublished: 2020-05\n---\n" + prose, prose, "A", "2020-05"},
		{"date as an interval", "---\npublished: 2020-05/..\n---\n" + prose, prose, "", "2020-05/.."},
		{"foreign keys", "---\ntitle: A\nlayout: [post, 1]\ntags:\n  - x\n  - {y: z}\n---\n" + prose, prose, "A", ""},
		{"foreign keys alone", "---\nlayout: post\n---\n" + prose, prose, "", ""},
		{"nothing in it", "---\n---\n" + prose, prose, "", ""},
		{"comment", "---\n# none\n---\n" + prose, prose, "", ""},
		{"CRLF", "---\r\ntitle: A\r\npublished: 2020\r\n---\r\n\r\n" + prose, "\r\n" + prose, "A", "2020"},
		{"mark", "\ufeff---\ntitle: A\n---\n" + prose, prose, "A", ""},
		{"spaces after the dashes", "--- \ntitle: A\n---\t\n" + prose, prose, "A", ""},
		{"closed by dots", "---\ntitle: A\n...\n" + prose, prose, "A", ""},
		{"folded", "---\ntitle: >\n  A\n  B\n---\n" + prose, prose, "A B", ""},
		{"quoted, tagged", "---\ntitle: !!str \"1984\"\n---\n" + prose, prose, "1984", ""},
		{"number", "---\ntitle: 1984\n---\n" + prose, prose, "1984", ""},
		{"anchor", "---\nsource: &x A\ntitle: *x\n---\n" + prose, prose, "A", ""},
		{"unterminated", "---\ntitle: A\n\n" + prose, "---\ntitle: A\n\n" + prose, "A", ""},
		{"a rule", "---\n\n" + prose + "\n---\n", "---\n\n" + prose + "\n---\n", "", ""},
		{"too long", "---\ntitle: " + strings.Repeat("[", 1<<17) + "\n---\n" + prose, "---\ntitle: " + strings.Repeat("[", 1<<17) + "\n---\n" + prose, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := inspect(t, "a.md", test.raw, noDate)
			if d.Text != test.text {
				t.Errorf("text %.80q, want %.80q", d.Text, test.text)
			}
			if d.Title != test.title || d.Published.String() != test.published {
				t.Errorf("title %q, published %q; want %q, %q", d.Title, d.Published, test.title, test.published)
			}
		})
	}
	if d := inspect(t, "a.txt", "---\ntitle: A\n---\n"+prose, noDate); !strings.HasPrefix(d.Text, "---") {
		t.Error("plain text lost its first lines")
	}
}

func TestDateGivenGoesAfterFrontMatter(t *testing.T) {
	given := corpus.Day(2001, time.March, 4)
	for _, test := range []struct{ name, raw, want string }{
		{"front matter", "---\npublished: 2020\n---\n" + prose, "2020"},
		{"dateline", "3 May 2020\n\n" + prose, "2001-03-04"},
		{"nothing", prose, "2001-03-04"},
	} {
		if got := inspect(t, "a.md", test.raw, given).Published.String(); got != test.want {
			t.Errorf("%s: published %s, want %s", test.name, got, test.want)
		}
	}
}

func TestEntryGoesBeforeFrontMatter(t *testing.T) {
	f := open(t, folder(t, map[string]string{
		"a.md":         "---\nid: short\nform: note\ntitle: Front\nauthor: Ann Front\nlanguage: pl\npublished: 2019\n---\n" + prose,
		"dossier.yaml": "documents:\n  - {path: a.md, title: Entry, url: http://x.test, published: 2020, published_basis: inferred, published_why: by its ink}\n",
	}))
	d, err := f.Read(t.Context(), "a.md")
	if err != nil {
		t.Fatal(err)
	}
	got := []string{d.ID, d.Name, string(d.Form), d.Title, d.Author, d.URL, d.Language, d.Published.String(), string(d.Published.Basis), d.Published.Why}
	want := []string{"a.md", "short", "note", "Entry", "Ann Front", "http://x.test", "pl", "2020", "inferred", "by its ink"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAuthorIsAnActor(t *testing.T) {
	f := open(t, folder(t, map[string]string{
		"a.txt": "Ships of the north\n\nBy Anna Lupo\n\n" + prose, "b.txt": "Ships of the south\n\nBy Anne Wolf\n\n" + prose,
		"actors.yaml": "actors:\n  - {id: lupo, name: Anna Lupo}\n",
	}))
	for id, want := range map[string]string{"a.txt": "lupo", "b.txt": ""} {
		if d, err := f.Read(t.Context(), id); err != nil || d.AuthorID != want {
			t.Errorf("%s: %q, %v", id, d.AuthorID, err)
		}
	}
}
