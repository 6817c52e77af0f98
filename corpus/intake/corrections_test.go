package intake_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
)

// story has four statements, all of them by the date of the document: Rossi's
// in two parts, Lupo's two, and that of the clerk whom nobody lists.
const story = "The quay and the ferry\n\n3 October 2024\n\n" +
	"“We shall build the quay,” said Carlo Rossi, “and nobody will stop us.” Anna Lupo said that the ferry was too dear.\n\n" +
	"“Nobody asked the fishermen,” she added. “Nobody paid them,” said the clerk.\n\n" +
	"The old harbour needs no crane at all. It has a **very [long](http://x.test/y) wall**, and people know it as the " +
	"“jewel of the north” from songs. Žuvys are sold there. The mayor’s “folly has no closing mark.\r\n\r\nThe town sleeps, the town sleeps.\n"

const people = "actors:\n  - {id: lupo, name: Anna Lupo}\n  - {id: rossi, name: Carlo Rossi}\n"

// spoken is what a reader is told of a statement.
type spoken struct{ Words, Kind, Speaker, SpeakerText, Said, Why string }

func spokenOf(d corpus.Document) (out []spoken) {
	for _, s := range d.Statements {
		var words []string
		for _, span := range s.Spans {
			words = append(words, d.Text[span.Start:span.End])
		}
		t := spoken{strings.Join(words, " … "), string(s.Kind), s.Speaker, s.SpeakerText, s.Said.String(), s.Said.Why}
		if s.Latest {
			t.Said = "by " + t.Said
		}
		out = append(out, t)
	}
	return out
}

const byDocument = "by 2024-10-03"

var (
	quay   = spoken{"“We shall build the quay,” … “and nobody will stop us.”", "direct", "rossi", "Carlo Rossi", byDocument, "the date of the document"}
	dear   = spoken{"that the ferry was too dear", "reported", "lupo", "Anna Lupo", byDocument, "the date of the document"}
	asked  = spoken{"“Nobody asked the fishermen,”", "direct", "lupo", "Anna Lupo", byDocument, "the date of the document"}
	paid   = spoken{"“Nobody paid them,”", "direct", "", "the clerk", byDocument, "the date of the document"}
	byLupo = func(words, kind string) spoken {
		return spoken{words, kind, "lupo", "Anna Lupo", byDocument, "the date of the document"}
	}
	byRossi = func(t spoken) spoken { t.Speaker, t.SpeakerText = "rossi", "Carlo Rossi"; return t }
	on      = func(t spoken, said, why string) spoken { t.Said, t.Why = said, why; return t }
)

// corrected reads a text with corrections, one entry a line.
func corrected(t *testing.T, text string, entries ...string) corpus.Document {
	t.Helper()
	file := "corrections:\n"
	for _, e := range entries {
		file += "  - {document: a.txt, " + e + "}\n"
	}
	f := open(t, folder(t, map[string]string{"a.txt": text, "actors.yaml": people, "corrections.yaml": file}))
	d, err := f.Read(t.Context(), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCorrectionsAreApplied(t *testing.T) {
	for _, test := range []struct {
		name    string
		entries []string
		want    []spoken
	}{
		{"none", nil, []spoken{quay, dear, asked, paid}},
		{"speaker", []string{`quote: "Nobody asked the", speaker: rossi, reason: heard`}, []spoken{quay, dear, byRossi(asked), paid}},
		{"speaker whom nobody lists", []string{`quote: nobody PAID, speaker: rossi`}, []spoken{quay, dear, asked, byRossi(paid)}},
		{"the same speaker", []string{`quote: nobody paid, speaker: rossi`, `quote: nobody asked, speaker: lupo`}, []spoken{quay, dear, asked, byRossi(paid)}},
		{"date", []string{`quote: "“Nobody   asked", said: 2024-09, reason: "she said so: in a letter"`}, []spoken{quay, dear, on(asked, "2024-09", "corrected by an editor: she said so: in a letter"), paid}},
		{"date without a reason", []string{`quote: Nobody asked, said: 2024-09-30/2024-10-01`}, []spoken{quay, dear, on(asked, "2024-09-30/2024-10-01", "corrected by an editor"), paid}},
		{"drop", []string{`quote: Nobody asked, drop: true, reason: satire`}, []spoken{quay, dear, paid}},
		{"date of what follows a dropped one", []string{`quote: We shall build, drop: true`, `quote: Nobody paid, said: 2020`}, []spoken{dear, asked, on(paid, "2020", "corrected by an editor")}},
		{"speaker and date", []string{`quote: Nobody paid, said: 2020`, `quote: Nobody paid them, speaker: lupo`}, []spoken{quay, dear, asked, on(byLupo(paid.Words, "direct"), "2020", "corrected by an editor")}},
		{"two parts as one", []string{`quote: We shall build the quay and nobody, speaker: lupo`}, []spoken{byLupo(quay.Words, "direct"), dear, asked, paid}},
		{"two parts with what stands between", []string{`quote: "“We shall build the quay,” said Carlo Rossi, “and", speaker: lupo`}, []spoken{byLupo(quay.Words, "direct"), dear, asked, paid}},
		{"conjunction", []string{`quote: that the ferry was, speaker: rossi`}, []spoken{quay, byRossi(dear), asked, paid}},
		{"behind the conjunction", []string{`quote: the ferry was, speaker: rossi`}, []spoken{quay, byRossi(dear), asked, paid}},
		{"marks of Markdown in the quote", []string{`quote: "**We** [shall](http://x.test/we) build", speaker: lupo`}, []spoken{byLupo(quay.Words, "direct"), dear, asked, paid}},
		{"no statement: sentence", []string{`quote: the old harbour, speaker: lupo`}, []spoken{quay, dear, asked, paid, byLupo("The old harbour needs no crane at all.", "reported")}},
		{"no statement: letters with marks, decomposed", []string{"quote: Z\u030cuvys are, speaker: lupo"}, []spoken{quay, dear, asked, paid, byLupo("Žuvys are sold there.", "reported")}},
		{"no statement: quotation", []string{`quote: jewel of, speaker: lupo`}, []spoken{quay, dear, asked, paid, byLupo("“jewel of the north”", "direct")}},
		{"no statement: partly a quotation, through Markdown", []string{`quote: It has a very long wall, speaker: lupo`}, []spoken{quay, dear, asked, paid,
			byLupo("It has a **very [long](http://x.test/y) wall**, and people know it as the “jewel of the north” from songs.", "mixed")}},
		{"no statement: up to the next", []string{`quote: jewel of, speaker: lupo`, `quote: It has a very, speaker: lupo`}, []spoken{quay, dear, asked, paid,
			byLupo("It has a **very [long](http://x.test/y) wall**, and people know it as the", "reported"), byLupo("“jewel of the north”", "direct")}},
		{"no statement: mark without another", []string{`quote: folly has, speaker: lupo`}, []spoken{quay, dear, asked, paid, byLupo("folly has no closing mark.", "reported")}},
		{"no statement: with a date", []string{`quote: the old harbour, said: 2019`, `quote: the old harbour, speaker: lupo`}, []spoken{quay, dear, asked, paid,
			on(byLupo("The old harbour needs no crane at all.", "reported"), "2019", "corrected by an editor")}},
		{"no statement: over two sentences", []string{`quote: "from songs. Žuvys", speaker: lupo`}, []spoken{quay, dear, asked, paid, byLupo("from songs. Žuvys are sold there.", "reported")}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := corrected(t, story, test.entries...)
			if len(d.Warnings) > 0 {
				t.Errorf("warnings %q", d.Warnings)
			}
			if diff := cmp.Diff(test.want, spokenOf(d)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestOtherStylesOfQuotation(t *testing.T) {
	for text, want := range map[string]string{
		"The board thinks of it as \"a fine quay\" of old.\n": `"a fine quay"`,
		"The board thinks of it as „a fine quay“ of old.\n":   "„a fine quay“",
		"The board thinks of it as «a fine quay» of old.\n":   "«a fine quay»",
		"The board thinks of it as »a fine quay« of old.\n":   "»a fine quay«",
		"The board thinks of it as ‘a fine quay’ of old.\n":   "a fine quay’ of old.",
		"\ufeffA fine quay": "A fine quay",
	} {
		d := corrected(t, text, "quote: a fine quay, speaker: lupo")
		got := spokenOf(d)
		if len(got) != 1 || got[0].Words != want || got[0].Speaker != "lupo" || got[0].Said != "" || len(d.Warnings) > 0 {
			t.Errorf("%q: %q, warnings %q; want %q", text, got, d.Warnings, want)
		}
	}
}

func TestCorrectedSpeakerLeavesNoOtherName(t *testing.T) {
	d := corrected(t, story, "quote: We shall build, speaker: lupo", "quote: Nobody asked, speaker: rossi")
	if s := d.Statements[0]; s.SpeakerSpan.Len() != 0 {
		t.Errorf("the words on the page are still %q", d.Text[s.SpeakerSpan.Start:s.SpeakerSpan.End])
	}
	if s := d.Statements[2]; d.Text[s.SpeakerSpan.Start:s.SpeakerSpan.End] != "she" {
		t.Errorf("a pronoun was lost: %+v", s)
	}
}

func TestPartsUpToTheLastWord(t *testing.T) {
	d := corrected(t, "“We shall build,” said Carlo Rossi, “and win.”", "quote: We shall build and win, speaker: lupo")
	if len(d.Warnings) > 0 || len(d.Statements) != 1 || d.Statements[0].Speaker != "lupo" {
		t.Errorf("%q, warnings %q", spokenOf(d), d.Warnings)
	}
}

// TestDatesFollowTheCorrectedSpeaker holds that a date which was read from an
// occasion of one speaker does not stay with the words of another.
func TestDatesFollowTheCorrectedSpeaker(t *testing.T) {
	const text = "3 October 2024\n\nCarlo Rossi gave a speech in Oslo on 5 May 2024. Rossi said that the quay was safe. “It was never safe,” Rossi said.\n"
	before := spokenOf(corrected(t, text))
	if len(before) != 2 || before[1].Said != "2024-05-05" {
		t.Fatalf("read as %q", before)
	}
	after := spokenOf(corrected(t, text, "quote: It was never safe, speaker: lupo"))
	want := []spoken{before[0], byLupo("“It was never safe,”", "direct")}
	if diff := cmp.Diff(want, after); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWordsThatGoOnShareTheCorrectedDate(t *testing.T) {
	const text = "3 October 2024\n\nOn 5 May 2024 Carlo Rossi said that the quay was safe. He said that it would stand.\n"
	got := spokenOf(corrected(t, text, "quote: that the quay, said: 2023-05-05, reason: misprint"))
	want := []spoken{
		{"that the quay was safe", "reported", "rossi", "Carlo Rossi", "2023-05-05", "corrected by an editor: misprint"},
		{"that it would stand", "reported", "rossi", "Carlo Rossi", "2023-05-05", "said with the words before, whose date an editor corrected"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCorrectionThatDoesNotFitIsWarnedOf(t *testing.T) {
	for _, test := range []struct {
		name    string
		entries []string
		want    string // of the only warning
	}{
		{"not there", []string{"quote: We shall burn, drop: true"}, `corrections.yaml:2: the quote "We shall burn" is not in the text of the document; copy`},
		{"part of a word", []string{"quote: We sha, drop: true"}, "is not in the text"},
		{"several statements", []string{"quote: Nobody, drop: true"}, `corrections.yaml:2: the quote "Nobody" begins 2 statements of the document; quote as many words`},
		{"several places", []string{"quote: the town sleeps, speaker: lupo"}, "begins no statement, and stands in the document 2 times; quote as many"},
		{"middle of a statement", []string{"quote: was too dear, drop: true"}, `stands in the middle of a statement; quote its first words, "that the ferry was too dear"`},
		{"no statement, and no speaker", []string{"quote: the old harbour, drop: true"}, "begins no statement of the document; make it one by an entry that names its speaker"},
		{"two speakers", []string{"quote: Nobody asked, speaker: rossi", "quote: Nobody asked the, speaker: lupo"}, "corrections.yaml:3: the quote \"Nobody asked the\" begins a statement that line 2 corrects otherwise; take one"},
		{"dropped and given", []string{"quote: Nobody asked the, drop: true", "quote: Nobody asked, speaker: rossi"}, "corrections.yaml:2: the quote \"Nobody asked the\" begins a statement that line 3 corrects"},
		{"long quote", []string{"quote: " + strings.Repeat("ž", 500) + ", drop: true"}, "the quote \"" + strings.Repeat("ž", 40) + "…\" is not"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := corrected(t, story, test.entries...)
			if len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], test.want) {
				t.Errorf("warnings %q, want %q", d.Warnings, test.want)
			}
			if len(d.Statements) != 4 {
				t.Errorf("%d statements", len(d.Statements))
			}
		})
	}
	d := corrected(t, story, "quote: not here, drop: true", "quote: Nobody, said: 2020", "quote: nor here, speaker: lupo")
	for i, want := range []string{"corrections.yaml:2: ", "corrections.yaml:3: ", "corrections.yaml:4: "} {
		if len(d.Warnings) != 3 || !strings.HasPrefix(d.Warnings[i], want) {
			t.Fatalf("warnings %q, want one for each line in their order", d.Warnings)
		}
	}
	if d := corrected(t, "...\n", "quote: a word, drop: true"); len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], "is not in the text") {
		t.Errorf("of a text without words: %q", d.Warnings)
	}
}

func TestCorrectionsAreRefused(t *testing.T) {
	const good = "corrections:\n  - document: a.txt\n    quote: We shall\n"
	for _, test := range []struct {
		name, content string
		line          int
		want          string
	}{
		{"unknown key", good + "    drop: true\n    raeson: x\n", 5, `unknown key "raeson"; the nearest known key is "reason"; known here: document, quote, speaker, said, drop, reason`},
		{"unknown key at the top", "correction: []\n", 1, `unknown key "correction"; the nearest known key is "corrections"`},
		{"no document", good + "    drop: true\n  - quote: We\n    drop: true\n", 5, "entry 2 of corrections has no document; say which"},
		{"unknown document", good + "    drop: true\n  - quote: We\n    document: b.txt\n    drop: true\n", 6, `there is no document "b.txt"; use the id or the path`},
		{"no quote", "corrections:\n  - document: a.txt\n    drop: true\n", 2, "entry 1 of corrections quotes no words; write the first words"},
		{"quote without words", "corrections:\n  - document: a.txt\n    quote: “…”\n    drop: true\n", 3, "quotes no words"},
		{"nothing corrected", good + "    reason: x\n", 2, "entry 1 of corrections corrects nothing; give it one of speaker, said, or drop: true"},
		{"nothing corrected, key without a value", good + "    said:\n", 2, "corrects nothing"},
		{"two at once", good + "    speaker: lupo\n    said: 2020\n", 2, "says more than one of speaker, said and drop; make an entry of each"},
		{"unknown actor", good + "    speaker: luop\n", 4, `there is no actor "luop"; add it to actors.yaml`},
		{"bad date", good + "    said: 5.5.2024\n", 4, `date "5.5.2024": want EDTF`},
		{"drop denied", good + "    drop: false\n", 4, `drop is "false"; write drop: true`},
		{"the same twice", good + "    speaker: lupo\n  - document: first\n    quote: \"“WE shall,\"\n    speaker: rossi\n", 5, `the speaker of "“WE shall," is corrected in line 2 already; take one`},
		{"list for a value", good + "    said: [2020]\n", 4, "a list or a mapping stands where one value belongs"},
		{"broken", "corrections: [\n", 1, "mend the YAML"},
		{"not UTF-8", "corrections: # \xff\n", 1, "it is not UTF-8"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, map[string]string{
				"a.txt": story, "actors.yaml": people, "dossier.yaml": "documents: [{path: a.txt, id: first}]\n", "corrections.yaml": test.content,
			})
			_, err := intake.Open(t.Context(), dir, intake.Options{Log: silent})
			var fault *intake.FileError
			if !errors.As(err, &fault) {
				t.Fatalf("got %v, want a fault in the file", err)
			}
			if fault.File != "corrections.yaml" || fault.Line != test.line {
				t.Errorf("at %s:%d, want line %d (%v)", fault.File, fault.Line, test.line, err)
			}
			if !strings.Contains(err.Error(), test.want) || fault.Do == "" {
				t.Errorf("got %q, want %q", err, test.want)
			}
		})
	}
}

func TestCorrectionsReachEveryDocument(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt": story, "bad.txt": "\x00", "r.jsonl": `{"id":"r1","text":"“We shall build,” said Carlo Rossi."}`, "actors.yaml": people,
		"dossier.yaml": "documents: [{path: a.txt, id: first}]\n",
		"corrections.yaml": "corrections:\n  - {document: first, quote: We shall, speaker: lupo}\n" +
			"  - {document: r1, quote: We shall, speaker: lupo}\n  - {document: bad.txt, quote: left out but no fault, drop: true}\n",
	})
	f := open(t, dir)
	for _, id := range []string{"a.txt", "r1"} {
		d, err := f.Read(t.Context(), id)
		if err != nil || len(d.Warnings) > 0 || len(d.Statements) == 0 || d.Statements[0].Speaker != "lupo" {
			t.Errorf("%s: %q, %q, %v", id, spokenOf(d), d.Warnings, err)
		}
	}
	single := open(t, filepath.Join(dir, "a.txt"))
	d, err := single.Read(t.Context(), "a.txt")
	if err != nil || d.Statements[0].Speaker == "lupo" {
		t.Errorf("a file that stands alone is corrected: %q, %v", spokenOf(d), err)
	}
}

func TestCorrectionsThatChangeRereadTheirDocuments(t *testing.T) {
	const first = "  - {document: a.txt, quote: We shall, speaker: lupo}\n"
	base := map[string]string{"a.txt": story, "b.txt": story, "actors.yaml": people, "corrections.yaml": "corrections:\n" + first}
	before := open(t, folder(t, base))
	for _, test := range []struct {
		name, content string
		documents     []string
	}{
		{"a line further down", "corrections:\n# moved\n" + first, nil},
		{"another document's", "corrections:\n  - {document: b.txt, quote: We shall, drop: true}\n" + first, []string{"b.txt"}},
		{"taken out", "corrections: []\n", []string{"a.txt"}},
		{"speaker", "corrections:\n  - {document: a.txt, quote: We shall, speaker: rossi}\n", []string{"a.txt"}},
		{"quote", "corrections:\n  - {document: a.txt, quote: We shall build, speaker: lupo}\n", []string{"a.txt"}},
		{"date", "corrections:\n  - {document: a.txt, quote: We shall, said: 2020}\n", []string{"a.txt"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, base)
			put(t, dir, "corrections.yaml", test.content)
			now := open(t, dir)
			var changed []string
			for _, id := range ids(now) {
				if now.Hashes()[id] != before.Hashes()[id] {
					changed = append(changed, id)
				}
			}
			if diff := cmp.Diff(test.documents, changed); diff != "" {
				t.Errorf("changed (-want +got):\n%s", diff)
			}
			if now.Editors() != before.Editors() {
				t.Error("every document would be read anew")
			}
			if (now.Revision() != before.Revision()) != (test.documents != nil) {
				t.Errorf("revision %s, was %s", now.Revision(), before.Revision())
			}
		})
	}
	reasons := func(reason string) string {
		return open(t, folder(t, map[string]string{"a.txt": story, "actors.yaml": people,
			"corrections.yaml": "corrections:\n  - {document: a.txt, quote: We shall, said: 2020, reason: " + reason + "}\n"})).Revision()
	}
	if reasons("one") == reasons("another") {
		t.Error("the reason of a date, which is shown, is no part of the hash")
	}
}

// FuzzCorrections holds that whatever a text and a quote are, spans stay
// within the text on the boundaries of characters, and that a correction is
// either applied or warned of.
func FuzzCorrections(f *testing.F) {
	for _, quote := range []string{"We shall", "jewel of", "the old", "Nobody", "\u030c", "that the ferry"} {
		f.Add(story, quote)
	}
	f.Add("a\r\n\r\n“b", "b")
	f.Add("**[x](y)** “ß\u0301", "ß")
	f.Fuzz(func(t *testing.T, text, quote string) {
		if !utf8.ValidString(text) || strings.TrimSpace(text) == "" || strings.ContainsRune(text, 0) {
			t.Skip()
		}
		dir := folder(t, map[string]string{"a.txt": text, "actors.yaml": people,
			"corrections.yaml": "corrections:\n  - {document: a.txt, speaker: lupo, quote: '" + strings.ReplaceAll(quote, "'", "''") + "'}\n"})
		folder, err := intake.Open(t.Context(), dir, intake.Options{Log: silent})
		if err != nil {
			t.Skip()
		}
		d, err := folder.Read(t.Context(), "a.txt")
		if err != nil {
			t.Fatal(err)
		}
		lupos := 0
		for _, s := range d.Statements {
			if s.Speaker == "lupo" {
				lupos++
			}
			for _, span := range s.Spans {
				if span.Start < 0 || span.End > len(d.Text) || span.Len() <= 0 || !utf8.ValidString(d.Text[span.Start:span.End]) {
					t.Errorf("span %+v of %d bytes", span, len(d.Text))
				}
			}
		}
		if len(d.Warnings) > 1 || len(d.Warnings) == 0 && lupos == 0 {
			t.Errorf("%d statements, warnings %q", lupos, d.Warnings)
		}
	})
}
