package index_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"

	"dossierbot/index"
)

// filler is a paragraph long enough to be a passage of its own.
func filler(subject string) string {
	return strings.Repeat("The "+subject+" was repaired in the spring and painted once more before the summer guests arrived. ", 5)
}

var quoted = map[string]string{
	"actors.yaml": actorsYAML,
	"crane.txt": filler("railing") + "\n\n" +
		"“We won’t pay for the new crane, which costs €1,250 a day,” Rasa Vilkaitė said on 3 June 2024. “The barges can unload by hand until the spring.” " +
		"She left before the vote. " + filler("slipway") + "\n\n" +
		"The pilots wanted a deeper channel. " + filler("buoy") + "\n",
	"echo.txt":  "“We won't pay for the new crane, which costs €1250 a day,” Rasa Vilkaitė said on 3 June 2024. Nobody in the hall answered her.\n",
	"kiev.txt":  "Капитан порта сообщил, что северный шлюз закрыт с марта из-за тонкого льда.\n",
	"hanzi.txt": "港口委员会决定关闭北方船闸。\n",
	"note.md":   "---\nform: note\ntitle: On the crane\npublished: 2024-06\n---\nOur reading: the crane was never needed, and Rasa Vilkaitė knew it.\n",
}

// shownEdits writes edits on one line.
func shownEdits(edits []index.Edit) string {
	var parts []string
	for _, e := range edits {
		parts = append(parts, string(e.Kind)+":"+e.Text)
	}
	return strings.Join(parts, " | ")
}

func verify(t testing.TB, x *index.Index, quotation string, limit int) index.Verified {
	t.Helper()
	v, err := x.Verify(context.Background(), quotation, limit)
	if err != nil {
		t.Fatalf("verify %q: %v", quotation, err)
	}
	for _, q := range v.Places {
		if text := q.Text(); !utf8.ValidString(text) || text == "" || !q.Passage.Contains(q.Span) {
			t.Errorf("%q: the place %v is not in its passage %v", quotation, q.Span, q.Passage.Span)
		}
		for _, w := range q.Words {
			if !q.Passage.Contains(w) {
				t.Errorf("%q: the word %v is not in %v", quotation, w, q.Passage.Span)
			}
		}
	}
	return v
}

func TestVerify(t *testing.T) {
	x := memory(t, quoted)
	const crane = "We won’t pay for the new crane, which costs €1,250 a day"
	for _, c := range []struct {
		name, quotation string
		how             index.Quoted
		document, edits string // of the first place
	}{
		{"identical", crane, index.WordForWord, "crane.txt", "same:" + crane},
		{"other marks, dashes, white space, case", "'WE WON'T  pay — for the\nnew crane; which costs € 1250 a day!'", index.WordForWord, "crane.txt", "same:" + crane},
		{"one word changed", "We won’t pay for the old crane, which costs €1,250 a day", index.Altered, "crane.txt",
			"same:We won’t pay for the | intext:new | asked:old | same:crane, which costs €1,250 a day"},
		{"a negation lost", "We pay for the new crane, which costs €1,250 a day", index.Altered, "crane.txt",
			"same:We | intext:won’t | same:pay for the new crane, which costs €1,250 a day"},
		{"a contraction is no bare pronoun", "She'd left before the vote", index.Altered, "crane.txt",
			"intext:She | asked:She'd | same:left before the vote"},
		{"another currency", "which costs $1,250 a day", index.Altered, "crane.txt", "same:which costs | intext:€ | asked:$ | same:1,250 a day"},
		{"words left out in silence", "We won’t pay for the crane, which costs €1,250 a day", index.Altered, "crane.txt",
			"same:We won’t pay for the | intext:new | same:crane, which costs €1,250 a day"},
		{"words left out with a mark", "We won’t pay for the new crane … a day", index.Altered, "crane.txt",
			"same:We won’t pay for the new crane | elided:which costs €1,250 | same:a day"},
		{"words added", "We certainly won’t pay for the new crane, which costs €1,250 a day and more", index.Altered, "crane.txt",
			"same:We | asked:certainly | same:won’t pay for the new crane, which costs €1,250 a day | asked:and more"},
		{"halves of two sentences", "We won’t pay for the new crane […] until the spring", index.Altered, "crane.txt",
			"same:We won’t pay for the new crane | elided:which costs €1,250 a day,” Rasa Vilkaitė said on 3 June 2024. “The barges can unload by hand | same:until the spring"},
		{"sentences in another order", "The barges can unload by hand until the spring. We won’t pay for the new crane, which costs €1,250 a day.", index.Altered, "crane.txt",
			"moved:The barges can unload by hand until the spring | same:" + crane},
		{"over the end of a passage", "painted once more before the summer guests arrived. The pilots wanted a deeper channel.", index.WordForWord, "crane.txt",
			"same:painted once more before the summer guests arrived. \n\nThe pilots wanted a deeper channel"},
		{"three words", "a deeper channel", index.WordForWord, "crane.txt", "same:a deeper channel"},
		{"three words, one of them another", "a wider channel", index.NotThere, "", ""},
		{"one word", "channel", index.WordForWord, "crane.txt", "same:channel"},
		{"another language", "северный шлюз закрыт с марта", index.WordForWord, "kiev.txt", "same:северный шлюз закрыт с марта"},
		{"another language, changed", "южный шлюз закрыт с марта", index.Altered, "kiev.txt", "intext:северный | asked:южный | same:шлюз закрыт с марта"},
		{"a script without spaces", "决定关闭北方船闸", index.WordForWord, "hanzi.txt", "same:决定关闭北方船闸"},
		{"a script without spaces, changed", "决定关闭南方船闸", index.Altered, "hanzi.txt", "same:决定关闭 | intext:北 | asked:南 | same:方船闸"},
		{"our note", "the crane was never needed", index.WordForWord, "note.md", "same:the crane was never needed"},
		{"only common words in common", "We have to say that it is for the best and that you will not go to her", index.NotThere, "", ""},
		{"the same words, scattered", "Rasa deeper barges summer pilots vote day", index.NotThere, "", ""},
		{"words that are nowhere", "Zebras juggle quinces", index.NotThere, "", ""},
		{"a sign alone", "…", index.NotThere, "", ""},
		{"nothing", "", index.NotThere, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := verify(t, x, c.quotation, 0)
			if c.how == index.NotThere {
				if len(v.Places) != 0 {
					t.Errorf("found in %s: %s", v.Places[0].Document.ID, shownEdits(v.Places[0].Edits))
				}
				return
			}
			if len(v.Places) == 0 {
				t.Fatal("found nowhere")
			}
			q := v.Places[0]
			if diff := gocmp.Diff([]string{string(c.how), c.document, c.edits}, []string{string(q.How), q.Document.ID, shownEdits(q.Edits)}); diff != "" {
				t.Errorf("place (-want +got):\n%s", diff)
			}
		})
	}
}

func TestVerifyTheSameWordsInTwoDocuments(t *testing.T) {
	x := memory(t, quoted)
	v := verify(t, x, "We won’t pay for the new crane", 0)
	if len(v.Places) != 1 || v.Total != 1 || len(v.Places[0].AlsoIn) != 1 || v.Places[0].AlsoIn[0].Document.ID != "echo.txt" {
		t.Fatalf("%d places of %d: %+v, want one that names the other document", len(v.Places), v.Total, v.Places)
	}
	other := with(quoted, "echo.txt", "“We won’t pay for the new crane,” Jonas Kairys said on 4 June 2024.\n")
	v = verify(t, memory(t, other), "We won’t pay for the new crane", 0)
	if len(v.Places) != 2 {
		t.Errorf("%d places, want 2: the words are two persons'", len(v.Places))
	}
	if v = verify(t, memory(t, other), "We won’t pay for the new crane", 1); len(v.Places) != 1 || v.Total != 2 {
		t.Errorf("%d places of %d, want 1 of 2", len(v.Places), v.Total)
	}
}

func TestVerifyPrefersTheSourceToTheNote(t *testing.T) {
	note := "---\nform: note\npublished: 2024-06\n---\n" + "The pilots wanted a deeper channel, and we believe them.\n"
	x := memory(t, with(quoted, "note.md", note))
	if v := verify(t, x, "The pilots wanted a deeper channel", 0); len(v.Places) != 2 || v.Places[0].Document.ID != "crane.txt" {
		t.Errorf("places %+v, want the source and then the note", v.Places)
	}
	// What the note alone has word for word does not hide how the source has it.
	v := verify(t, x, "The pilots wanted a deeper channel, and we believe them", 0)
	if len(v.Places) != 2 || v.Places[0].How != index.WordForWord || v.Places[0].Document.ID != "note.md" || v.Places[1].How != index.Altered {
		t.Errorf("places %+v, want the note word for word and the source altered", v.Places)
	}
}

func TestVerifyStatementsOfSeveralPassages(t *testing.T) {
	x := memory(t, quoted)
	v := verify(t, x, "until the spring. She left before the vote. "+strings.TrimSpace(filler("slipway")), 0)
	if len(v.Places) == 0 || v.Places[0].How != index.WordForWord {
		t.Fatalf("places %+v", v.Places)
	}
	for _, s := range v.Places[0].Passage.Statements {
		if strings.Contains(v.Places[0].Passage.Text, "by hand") && s.Speaker == "vilkaite" {
			return
		}
	}
	t.Errorf("statements %+v, want one by vilkaite", v.Places[0].Passage.Statements)
}

func TestVerifyLongAndHostile(t *testing.T) {
	files := map[string]string{"many.txt": "", "deep.txt": strings.Repeat("the the the ", 400)}
	var long strings.Builder
	for _, subject := range []string{"mast", "keel", "hull", "bow", "rudder", "anchor"} {
		long.WriteString(filler(subject) + "\n\n")
	}
	files["many.txt"] = long.String()
	x := memory(t, files)
	v := verify(t, x, long.String()[:1500], 0)
	if len(v.Places) == 0 || v.Places[0].How != index.WordForWord || v.Cut {
		t.Errorf("a quotation over several passages: %+v", v)
	}
	for name, text := range map[string]string{
		"one word":      strings.Repeat("the ", 1500),
		"no spaces":     strings.Repeat("a", 6000),
		"signs":         strings.Repeat("…“€%", 1500),
		"other words":   strings.Repeat("qzx vwk ", 750),
		"broken":        strings.Repeat("the \xff\xfe mast ", 500),
		"joined accent": "mast" + strings.Repeat("\u0301", 2900),
		"ellipses":      strings.Repeat("mast … keel … ", 400),
	} {
		t.Run(name, func(t *testing.T) {
			v := verify(t, x, text, 0)
			if v.Words > index.MaxQuoted || v.Cut != (v.Words == index.MaxQuoted) {
				t.Errorf("%d words, cut %v", v.Words, v.Cut)
			}
		})
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := x.Verify(ended, "the mast was broken in the spring", 0); err == nil {
		t.Error("no error though the context has ended")
	}
}

func FuzzVerify(f *testing.F) {
	x := memory(f, quoted)
	for _, seed := range []string{"We won’t pay … a day", "the crane was never needed. She left", "决定关闭 100 % −5", "\xff€", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, quotation string) {
		for _, q := range verify(t, x, quotation, 0).Places {
			same := 0
			for _, e := range q.Edits {
				if e.Text == "" {
					t.Errorf("%q: an empty edit", quotation)
				}
				if e.Kind == index.Same {
					same++
				}
			}
			if same == 0 || q.How == index.WordForWord && len(q.Edits) != 1 {
				t.Errorf("%q: edits %+v of a quotation %s", quotation, q.Edits, q.How)
			}
		}
	})
}
