package corpus_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
)

func sentencesOf(text string) []string {
	var out []string
	for _, s := range corpus.Sentences(text) {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

// In each case a bar stands where a sentence ends and the next begins.
func TestSentences(t *testing.T) {
	cases := map[string]string{
		"plain":                          "The border is closed. |Trucks wait. |Nobody knows for how long.",
		"leading and trailing space":     "\n\n  One came. |Two left.  \n",
		"white space alone":              " \n\t ",
		"no end":                         "a line without an end",
		"acronym inside":                 "Several U.S. Senators and the U.S. Congress met U.K. officials.",
		"acronym at an end":              "He studied in the U.S. |The government paid. |She left the E.U. |But he stayed.",
		"acronym, quotation, article":    "They live in “the U.S.” |The others do not.",
		"approximately":                  "It cost approx. 30 million. |The lot was 40 per cent, i.e. Germany’s share.",
		"initials":                       "Robert C. O'Brien met Mark W. Menezes. |J. P. Morgan lent J.P. Morgan the sum.",
		"initial, not the numbering p":   "John P. Coale came. |George V. Ash left.",
		"initials of two letters":        "Ch. Michel and Dž. Petraitis spoke.",
		"a letter before an article":     "They chose plan B. |The others did not. |It was vitamin C. |It helped.",
		"initial before an apostrophe":   "Robert C. O’Brien and A. D'Arc met. |O Lietuva? |It’s far from the U.S. |It’s near.",
		"titles":                         "Sen. Hill, Gen. Rock and Mr. X saw Lt. Col. Stone. |Dr. No left.",
		"title with a hyphen":            "Maj.-Gen. Stone resigned.",
		"saint":                          "He flew to St. Petersburg. |She took Main St. |The car stayed.",
		"number":                         "See No. 5 of the list and No. 5 Downing Street. |Was he there? |He said no. |Then he left.",
		"possessive":                     "They ate at Ann's. |Jonas paid.",
		"title in single quotes":         "They call him 'Mr. Hill' or ‘Sen. Hill’ now.",
		"number in Roman":                "It is in Vol. II of the work. |The art is modern art. |Some like it.",
		"e.g.":                           "Some ports, e.g. Klaipėda, gained. |Others, e.g. Riga, lost.",
		"calendar":                       "On Mon. Nov. 26 he sat. |Nobody saw the sun. |In Nov. 2025 it rose.",
		"company":                        "Acme Inc. Chief Ann Bell quit. |She founded Bell Ltd. |It failed.",
		"and so on":                      "They sold salt, potash, etc. |Minsk bought it.",
		"decimals":                       "It rose by 3.5 per cent to 1.234,5 million. |That is 0.5 points.",
		"Lithuanian":                     "Susitiko gen. Petras ir A. B. Jonaitis, t. y. Vilniaus meras. |Jis išvyko 2020 m. Lietuvos vardu.",
		"Lithuanian amounts":             "Kaina – 5 mln. Eur, arba 3 tūkst. Lietuvos litų. |Tai daug.",
		"Polish":                         "W 2020 r. Polska i tzw. Litwa, m.in. Wilno, oraz ul. Długa i św. Jan. |To koniec itd. |Minister wyszedł.",
		"Russian":                        "В 2020 г. Минск и г. Гродно, т.е. Беларусь, проф. А. С. Иванов. |Он уехал. |Цена 5 тыс. Рублей мало.",
		"Ukrainian and Belarusian":       "У 2020 р. Київ і вул. Хрещатик. |Він поїхав у м. Львів. |Ён жыве на вул. Леніна.",
		"question inside":                "'Why?' he asked. |“Really!” she cried out.",
		"question, then a name":          "“Are they ready?” Ann Bell asked. |“Yes!” |The door closed.",
		"question, then a new sentence":  "“Are they ready?” |Ann Bell had no answer.",
		"question, then a pronoun":       "“Are they ready?” |He asked for water.",
		"quotation ends":                 "“We came.” |The hall was empty. |\"We left.\" |'So did we.' |«Мы тоже.» |All did.",
		"quotation in a quotation":       "“He said: ‘Stop.’ |Then he went.”",
		"dialogue":                       "“It is late,” he said. |“We go.” |“Why?”\n|“Because.”",
		"Russian dialogue":               "— Вы едете? — спросил он. |Это правда.",
		"ellipsis opens":                 "“They refuse. |… The rest is known,” she said.",
		"ellipsis of dots opens":         "He said: “... The rest is known.”",
		"ellipsis closes":                "They waited... |The rest is known.",
		"ellipsis in the middle":         "They waited... and left.",
		"ellipsis in brackets":           "They met [...] Lithuania’s envoys (...) In Riga.",
		"reference":                      "It is so.[12] |The rest.[1][2] |See [3] there.",
		"bracket that is no reference":   "It is so.|[Applause] The rest.",
		"missing space before quotation": "He left.|“The rest is known.”",
		"bracketed sentence":             "It rained. |(It often does.) |Nobody came.",
		"numbered list":                  "1. Open the border.\n|2. Lift the ban.\n|iv. Talk.\n|a. Listen.",
		"number after an opening":        "12. Lithuania is free.",
		"bullets":                        "We want:\n|- open borders\n|- free trade\n",
		"headings":                       "A Thaw Begins\n\n|Ann Bell\n\n|The border opened.\n|It closed again.",
		"carriage returns":               "A Thaw Begins\r\n\r\n|The border opened.\r\n|It closed.",
		"separators of Unicode":          "A Thaw Begins\u2029|The border opened.",
		"rule of asterisks":              "It ended.\n\n|* * *\n\n|It began.",
		"broken by a blank line":         "The country refused to recognise the\n\nvote, in its own interest. |It held.",
		"broken in a short sentence":     "The talks went on for a long time. |Many officials\n\nthought so too.",
		"broken behind an article":       "The talks failed. |Moreover, the\n\nLithuanian side left.",
		"broken behind a comma":          "They talked about the border and,\n\nas some said, about potash.",
		"list in lower case":             "red wine\n\n|blue cheese\n\n|salt\n",
		"byline":                         "Why the Lithuanian border is closed\n|by Ann Bell\n\n|It rained.",
		"address":                        "You can read the whole report at\n\n|https://example.org/report",
		"letters of a list":              "The paper makes two large claims\n\n|a) it rains\n\n|b) it snows",
		"lower case behind an end":       "They left the room at noon.\n\n|iPhones stayed behind.",
		"colon before lower case":        "The four things that they want are:\n\n|an open border",
		"hard-wrapped": "The ministers of the three countries met in\nVilnius on Monday and agreed to open two of\n" +
			"the crossings. |Trucks may pass from Tuesday.\n|Cars have to wait until the other side\nanswers.",
		"hard-wrapped abbreviation": "The ministers of the three countries met in the\nhall where the day before the envoy and Sen.\n" +
			"Hill had talked for three hours about a truce.",
		"block of headings":             "A thaw in the relations of three countries\n|Ann Bell\n|It rained on the day when the ministers met again.",
		"indented lines":                "The first of the three crossings on the river\n   |Vilnius and Minsk have opened this Monday again\n   |All of it by rail",
		"sentence with no letters":      "“?!” “Yes.”",
		"combining mark behind a space": "He left. \u0301|The end.",
		"ideographic":                   "他来了。|她走了。",
	}
	for name, marked := range cases {
		t.Run(name, func(t *testing.T) {
			want := strings.Split(marked, "|")
			if diff := cmp.Diff(want, sentencesOf(strings.ReplaceAll(marked, "|", ""))); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := corpus.Sentences(""); got != nil {
		t.Errorf("an empty text has sentences: %v", got)
	}
}

func TestSentencesAfterEndlessSpace(t *testing.T) {
	space := strings.Repeat(" ", 200)
	want := []string{"It ended." + space, "It began. ", "Mr." + space + "X came."}
	if diff := cmp.Diff(want, sentencesOf(strings.Join(want, ""))); diff != "" {
		t.Error(diff)
	}
}

// checkCover holds spans against what is promised of sentences and passages.
func checkCover(t *testing.T, text string, spans []corpus.Span) {
	t.Helper()
	at := 0
	for _, s := range spans {
		if s.Start != at || s.End <= s.Start {
			t.Fatalf("span %v does not follow on byte %d", s, at)
		}
		if s.End < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[s.End]) {
			t.Fatalf("span %v ends inside a character", s)
		}
		at = s.End
	}
	if at != len(text) {
		t.Fatalf("the spans end at byte %d of %d", at, len(text))
	}
}

func FuzzSentences(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		spans := corpus.Sentences(text)
		checkCover(t, text, spans)
		for _, s := range spans[min(1, len(spans)):] {
			if r, _ := utf8.DecodeRuneInString(text[s.Start:]); unicode.IsSpace(r) {
				t.Fatalf("sentence %v begins with white space", s)
			}
		}
	})
}

func seeds() []string {
	return []string{
		"", " ", "\n\n", "A. A. A. A.", "He met Robert C. O'Brien in the U.S. The talks failed.\n\n- one\n- two",
		"It is so.[12] The rest.“Why?” he asked.", "recognise the\n\nvote, in its own", ". ) ) ) ) 1 1 1", "\xff.\xc4 A.\xe2\x80",
		"Š. Ž. č\u030c. \U0001F469\u200d\U0001F4BB. The", "1. a\r\n2. b\r\n\u2028\u0085", "# Head\n\n| a | b |\n|---|---|\n",
		strings.Repeat("word ", 400), strings.Repeat("\u0301", 3000), strings.Repeat(".", 2000) + strings.Repeat("\"\n", 900),
	}
}

// dossierTexts are the texts of the sources the project began with, which are
// not part of it.
func dossierTexts(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "shared", "dossier", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the folder of sources is not beside the project")
	}
	texts := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(file)] = string(text)
	}
	return texts
}

func TestSentencesOfSources(t *testing.T) {
	shortened := regexp.MustCompile(`(^|[\s("'“‘])(approx|Sen|Mr|Mrs|Dr|No|e\.g|i\.e|\p{Lu})\.\s*$`)
	for name, text := range dossierTexts(t) {
		spans := corpus.Sentences(text)
		checkCover(t, text, spans)
		for _, s := range spans {
			if sentence := text[s.Start:s.End]; shortened.MatchString(sentence) {
				t.Errorf("%s: a sentence ends in an abbreviation: %q", name, sentence)
			}
			if next, _ := utf8.DecodeRuneInString(text[s.End:]); unicode.IsLower(next) {
				t.Errorf("%s: a sentence ends before a lower-case letter: %q", name, text[s.Start:s.End])
			}
		}
	}
}

// BenchmarkSentences reports the time for a text over that for one of an
// eighth of its length; near 8 is linear, and 64 would be quadratic.
func BenchmarkSentences(b *testing.B) {
	benchmarkGrowth(b, func(text string) { corpus.Sentences(text) })
}

func benchmarkGrowth(b *testing.B, f func(text string)) {
	b.Helper()
	for name, unit := range map[string]string{
		"prose":     "The ministers met in the U.S. on Monday. “Why?” asked Sen. Hill.\n\nNobody knew, e.g. Mr. Stone.\n",
		"initials":  "A. ",
		"spaces":    " ",
		"brackets":  ")",
		"questions": "? ” ",
		"marks":     "\u0301",
		"wrapped":   "\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\n",
		"lines":     "\n",
		"lower":     "recognise the last vote of\n\n",
		"digits":    "1",
		"words":     "word ",
	} {
		b.Run(name, func(b *testing.B) {
			short := "It ended. A." + strings.Repeat(unit, 1+32_000/len(unit))
			long := "It ended. A." + strings.Repeat(unit, 1+256_000/len(unit))
			var shortTime, longTime time.Duration
			for b.Loop() {
				start := time.Now()
				f(short)
				middle := time.Now()
				f(long)
				shortTime += middle.Sub(start)
				longTime += time.Since(middle)
			}
			b.ReportMetric(float64(longTime)/float64(shortTime), "times-for-8x")
			b.SetBytes(int64(len(short) + len(long)))
		})
	}
}
