package intake_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
)

func TestEditorsFilesAreRefused(t *testing.T) {
	const actor = "actors:\n  - id: lupo\n    name: Anna Lupo\n"
	for _, test := range []struct {
		name, file, content string
		line                int
		want                string
	}{
		{"unknown key", "dossier.yaml", "title: A\ndocuments:\n  - path: a.txt\n    titel: B\n", 4, `unknown key "titel"; the nearest known key is "title"; known here: path, id, form, title, author, source, url, published, published_basis, published_why, language`},
		{"unknown key at the top", "dossier.yaml", "titles: A\n", 1, `unknown key "titles"; the nearest known key is "title"; known here: title, documents`},
		{"unknown key, CRLF", "dossier.yaml", "documents:\r\n  - path: a.txt\r\n    titel: B\r\n", 3, `unknown key "titel"`},
		{"unknown key in a line of its own kind", "actors.yaml", actor + "    roles: [{title: pilot, since: 2019}]\n", 4, `unknown key "since"; the nearest known key is "title"; known here: title, of, from, to`},
		{"unknown key behind an anchor", "actors.yaml", "actors: &a\n  - &l {id: lupo, name: Anna Lupo, nmae: Lupo}\n", 2, `unknown key "nmae"; the nearest known key is "name"`},
		{"no path", "dossier.yaml", "documents:\n  - path: a.txt\n  - title: B\n", 3, "entry 2 of documents has no path; say which"},
		{"path twice", "dossier.yaml", "documents:\n  - path: a.txt\n  - path: a.txt\n", 3, `the path "a.txt" stands in line 2 already; make one`},
		{"document not there", "dossier.yaml", "documents:\n  - path: a.txt\n  - title: B\n    path: b.txt\n", 4, `there is no document at "b.txt"; mend the path`},
		{"duplicate id", "dossier.yaml", "documents:\n  - path: a.txt\n    id: x\n  - path: sub/b.txt\n    id: x\n", 5, `the id "x" is already that of line 3; give each`},
		{"bad date", "dossier.yaml", "documents:\n  - path: a.txt\n    published: 26.11.2025\n", 3, `date "26.11.2025": want EDTF`},
		{"impossible day", "dossier.yaml", "documents:\n  - path: a.txt\n    published: 2025-02-30\n", 3, `date "2025-02-30"`},
		{"bad form", "dossier.yaml", "documents:\n  - path: a.txt\n    form: memo\n", 3, `unknown form "memo"; use source or note`},
		{"bad basis", "dossier.yaml", "documents:\n  - path: a.txt\n    published: 2020\n    published_basis: felt\n", 4, `unknown basis "felt"; use stated or inferred`},
		{"list for a value", "dossier.yaml", "documents:\n  - path: a.txt\n    title: [A, B]\n", 3, "a list or a mapping stands where one value belongs"},
		{"mapping for a value", "dossier.yaml", "documents:\n  - path: a.txt\n    title:\n      en: B\n", 4, "a list or a mapping stands where one value belongs"},
		{"value for a list", "dossier.yaml", "title: A\ndocuments: a.txt\n", 2, "one value or a mapping stands where a list belongs; write a list"},
		{"list at the top", "dossier.yaml", "- path: a.txt\n", 1, "what stands here is no mapping of keys to values; write each as key: value"},
		{"key twice", "dossier.yaml", "documents:\n  - path: a.txt\n    path: b.txt\n", 3, `mapping key "path" already defined at [2:5]; make one of the two`},
		{"bad indentation", "dossier.yaml", "documents:\n  - path: a.txt\n   title: B\n", 3, "mend the YAML"},
		{"open quotation mark", "dossier.yaml", "title: A\ndocuments:\n  - path: \"a.txt\n", 3, "mend the YAML"},
		{"tab", "dossier.yaml", "documents:\n\t- path: a.txt\n", 2, "mend the YAML"},
		{"not UTF-8", "dossier.yaml", "# one\ntitle: \xff\n", 2, "it is not UTF-8"},
		{"actor without id", "actors.yaml", actor + "  - name: Carlo Rossi\n", 4, "actor 2 has no id"},
		{"actor without name", "actors.yaml", "actors:\n  - id: lupo\n", 2, `actor "lupo" has no name`},
		{"id twice", "actors.yaml", actor + "  - id: lupo\n    name: Other Lupo\n", 4, `the id "lupo" is already that of line 2; give each`},
		{"id not ASCII", "actors.yaml", "actors:\n  - name: Anna Žuk\n    id: žuk\n", 3, `the id "žuk" is not of lower-case ASCII`},
		{"id in capitals", "actors.yaml", "actors:\n  - id: Lupo\n    name: A\n", 2, `the id "Lupo" is not`},
		{"id with a space", "actors.yaml", "actors:\n  - id: a b\n    name: A\n", 2, `the id "a b" is not`},
		{"bad kind", "actors.yaml", actor + "    kind: robot\n", 4, `unknown kind "robot"; use person`},
		{"role without title", "actors.yaml", actor + "    roles:\n      - of: navy\n", 5, "a role has no title"},
		{"empty role", "actors.yaml", actor + "    roles: [{}]\n", 2, "a role has no title"},
		{"role from", "actors.yaml", actor + "    roles:\n      - title: pilot\n        from: long ago\n", 6, `date "long ago"`},
		{"role to", "actors.yaml", actor + "    roles:\n      - title: pilot\n        to: 2020-13\n", 6, `date "2020-13"`},
		{"unknown key in a position", "actors.yaml", actor + "    positions:\n      - topic: ferries\n        date: 2020\n", 6, `unknown key "date"; the nearest known key is "stance"; known here: topic, stance, summary, as_of, documents`},
		{"unknown topic", "actors.yaml", actor + "    positions:\n      - topic: trains\n        stance: for\n        documents: [a.txt]\n", 5, `there is no topic "trains"; add it to topics.yaml`},
		{"no topic", "actors.yaml", actor + "    positions:\n      - stance: for\n        documents: [a.txt]\n", 5, `there is no topic ""`},
		{"bad stance", "actors.yaml", actor + "    positions:\n      - topic: ferries\n        stance: maybe\n        documents: [a.txt]\n", 6, `unknown stance "maybe"; use for, against`},
		{"no stance", "actors.yaml", actor + "    positions:\n      - topic: ferries\n        documents: [a.txt]\n", 5, `unknown stance ""`},
		{"bad as_of", "actors.yaml", actor + "    positions:\n      - topic: ferries\n        stance: for\n        as_of: now\n", 7, `date "now"`},
		{"unknown document", "actors.yaml", actor + "    positions:\n      - topic: ferries\n        stance: for\n        documents:\n          - a.txt\n          - c.txt\n", 9, `there is no document "c.txt"; use the id or the path`},
		{"no documents", "actors.yaml", actor + "    positions:\n      - topic: ferries\n        stance: for\n", 5, "a position has no documents"},
		{"alias a mapping", "actors.yaml", actor + "    aliases:\n      - Lupo\n      - {a: b}\n", 6, "a list or a mapping stands where one value belongs"},
		{"topic without id", "topics.yaml", "topics:\n  - id: ferries\n  - name: Trains\n", 3, "topic 2 has no id"},
		{"topic twice", "topics.yaml", "topics:\n  - id: ferries\n  - id: ferries\n", 3, `the id "ferries" is already that of line 2`},
		{"unknown key in a topic", "topics.yaml", "topics:\n  - id: ferries\n    synonym: boats\n", 3, `unknown key "synonym"; the nearest known key is "synonyms"; known here: id, name, synonyms`},
		{"front matter, bad date", "n.md", "---\ntitle: A\npublished: soon\n---\n" + prose, 3, `date "soon"`},
		{"front matter, CRLF", "n.md", "---\r\ntitle: A\r\npublished: soon\r\n---\r\n" + prose, 3, `date "soon"`},
		{"front matter, broken", "n.md", "---\ntitle: A\nsource: \"B\n---\n" + prose, 3, "mend the YAML"},
		{"front matter, list", "n.md", "---\ntitle: A\nauthor: [B, C]\n---\n" + prose, 3, "a list or a mapping stands where one value belongs"},
		{"front matter, id of a file", "n.md", "---\nid: a.txt\n---\n" + prose, 2, `the id "a.txt" already means a.txt; give each document its own`},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.txt": prose, "sub/b.txt": prose, "topics.yaml": "topics:\n  - id: ferries\n"})
			put(t, dir, test.file, test.content)
			_, err := intake.Open(t.Context(), dir, intake.Options{Log: silent})
			var fault *intake.FileError
			if !errors.As(err, &fault) {
				t.Fatalf("got %v, want a fault in the file", err)
			}
			if fault.File != test.file || fault.Line != test.line {
				t.Errorf("at %s:%d, want %s:%d (%v)", fault.File, fault.Line, test.file, test.line, err)
			}
			if !strings.Contains(err.Error(), test.want) || fault.Do == "" {
				t.Errorf("got %q, want %q", err, test.want)
			}
		})
	}
}

func TestEditorsFileThatCannotBeRead(t *testing.T) {
	for _, name := range []string{"dossier.yaml", "actors.yaml", "topics.yaml", "corrections.yaml"} {
		dir := folder(t, map[string]string{"a.txt": prose, name + "/x.txt": prose})
		_, err := intake.Open(t.Context(), dir, intake.Options{Log: silent})
		if err == nil || !strings.Contains(err.Error(), name+": it is no regular file") {
			t.Errorf("%s as a folder: %v", name, err)
		}
	}
}

func TestEditorsFilesAreTaken(t *testing.T) {
	f := open(t, folder(t, map[string]string{
		"a.txt": prose, "sub/b.txt": prose, "bad.txt": "\x00",
		"dossier.yaml": "title: Ferries\ndocuments:\n  - path: a.txt\n    id: first\n  - path: bad.txt\n    title: Left out, but no fault\n",
		"topics.yaml":  "topics:\n  - id: ferries\n    name: Ferries and ports\n    synonyms: [boat, 1984]\n  - id: rail\n",
		"actors.yaml": `actors:
  - id: lupo
    name: Anna Lupo
    aliases: [Lupo, Лупо]
    roles:
      - {title: pilot, of: navy, from: 2019, to: ..}
      - {title: mate, to: 2018-05}
    positions:
      - topic: ferries
        stance: none-stated
        summary: >
          Wants them
          back.
        as_of: 2020
        documents: [first, sub/b.txt]
  - {id: navy, name: The Navy, kind: institution}
`}))
	day := func(edtf string) corpus.Date {
		d, err := corpus.ParseDate(edtf)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	want := &corpus.Dossier{
		Title:  "Ferries",
		Topics: []corpus.Topic{{ID: "ferries", Name: "Ferries and ports", Synonyms: []string{"boat", "1984"}}, {ID: "rail", Name: "rail"}},
		Actors: []corpus.Actor{
			{
				ID: "lupo", Name: "Anna Lupo", Kind: corpus.Person, Aliases: []string{"Lupo", "Лупо"},
				Roles: []corpus.Role{{Title: "pilot", Of: "navy", From: day("2019"), Current: true}, {Title: "mate", To: day("2018-05")}},
				Positions: []corpus.Position{{
					Topic: "ferries", Stance: corpus.NoneStated, Summary: "Wants them back.", AsOf: day("2020"), Documents: []string{"a.txt", "sub/b.txt"},
				}},
			},
			{ID: "navy", Name: "The Navy", Kind: corpus.Institution},
		},
	}
	if diff := cmp.Diff(want, f.Dossier()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBundledActorsServeAnyFolder(t *testing.T) {
	positions := func(f *intake.Folder) (n int) {
		for _, a := range f.Dossier().Actors {
			n += len(a.Positions)
		}
		return n
	}
	bundled := open(t, "")
	plain := open(t, folder(t, map[string]string{"a.txt": prose}))
	if len(plain.Dossier().Actors) != len(bundled.Dossier().Actors) || len(plain.Dossier().Topics) != len(bundled.Dossier().Topics) {
		t.Error("a folder without its own files is not served by the bundled ones")
	}
	if n := positions(plain); n != 0 {
		t.Errorf("%d positions without a document that shows them", n)
	}
	position := bundled.Dossier().Actors[0].Positions
	for _, a := range bundled.Dossier().Actors {
		if len(position) == 0 {
			position = a.Positions
		}
	}
	d, err := bundled.Read(t.Context(), position[0].Documents[0])
	if err != nil {
		t.Fatal(err)
	}
	one := open(t, folder(t, map[string]string{"x.txt": prose, "dossier.yaml": "documents: [{path: x.txt, id: " + d.Name + "}]\n"}))
	if n := positions(one); n == 0 || n >= positions(bundled) {
		t.Errorf("%d positions for one document of %d for all", n, positions(bundled))
	}
	own := open(t, folder(t, map[string]string{"x.txt": prose, "topics.yaml": "topics: []\n", "dossier.yaml": "documents: [{path: x.txt, id: " + d.Name + "}]\n"}))
	if n := positions(own); n != 0 {
		t.Errorf("%d positions on topics that are not there", n)
	}
}

// The commonest slips: each tells the file, the line and what to do.
func TestCommonSlips(t *testing.T) {
	const entry, lupo = "documents:\n  - path: a.txt\n", "actors:\n  - id: lupo\n    name: Anna Lupo\n"
	for name, test := range map[string]struct {
		file, content, at, do string
	}{
		"a tab":                      {"dossier.yaml", "documents:\n\t- path: a.txt\n", "dossier.yaml:2", "indent with spaces, two a level, and no tabs"},
		"a colon in a title":         {"dossier.yaml", entry + "    title: Belarus: a view\n", "dossier.yaml:3", "put text with a colon in it into quotation marks"},
		"a mark that is not closed":  {"dossier.yaml", entry + "    title: \"A view\n", "dossier.yaml:3", "close the quotation marks"},
		"marks around half a title":  {"dossier.yaml", entry + "    title: \"A\" view\n", "dossier.yaml:3", "quotation marks around all of a text or none of it"},
		"a key that is set in":       {"dossier.yaml", entry + "   title: A view\n", "dossier.yaml:3", "begin the keys of one entry below each other"},
		"no space after a colon":     {"dossier.yaml", "documents:\n  - path:a.txt\n", "dossier.yaml:2", "with a space after the colon"},
		"a misspelt key":             {"dossier.yaml", entry + "    publishd: 2020\n", "dossier.yaml:3", `the nearest known key is "published"`},
		"a date as it is spoken":     {"dossier.yaml", entry + "    published: 26 Nov 2025\n", "dossier.yaml:3", "want EDTF, such as 2025, 2025-11, 2025-11-26"},
		"one alias without brackets": {"actors.yaml", lupo + "    aliases: Lupo\n", "actors.yaml:4", "or all of them in [brackets]"},
		"brackets not closed":        {"actors.yaml", lupo + "    aliases: [Lupo, Лупо\n    kind: person\n", "actors.yaml:5", "close the brackets"},
		"no dashes":                  {"actors.yaml", "actors:\n  lupo:\n    name: A\n", "actors.yaml:2", "behind a dash and a space"},
		"a key twice":                {"actors.yaml", lupo + "    name: B\n", "actors.yaml:4", "make one of the two"},
		"a misspelt document":        {"actors.yaml", lupo + "    positions:\n      - {topic: ferries, stance: for, documents: [a.text]}\n", "actors.yaml:5", "use the id or the path of one in the folder"},
		"a file that was renamed":    {"dossier.yaml", "documents:\n  - path: old.txt\n", "dossier.yaml:2", "mend the path"},
		"an email address, or so":    {"dossier.yaml", entry + "    author: @lupo\n", "dossier.yaml:3", "put text that begins so into quotation marks"},
		"a footnote's star":          {"dossier.yaml", entry + "    author: *lupo\n", "dossier.yaml:3", "begins with * into quotation marks"},
	} {
		t.Run(name, func(t *testing.T) {
			err, places := refused(t, map[string]string{"a.txt": prose, "topics.yaml": "topics:\n  - id: ferries\n", test.file: test.content})
			if diff := cmp.Diff([]string{test.at}, places); diff != "" {
				t.Errorf("at (-want +got):\n%s", diff)
			}
			if !strings.Contains(err.Error(), test.do) {
				t.Errorf("%q does not say %q", err, test.do)
			}
		})
	}
}
