package intake_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
)

func TestInferredPublication(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"between past and future", "The harbour was closed on 3 March 2021. A new quay will be opened in June 2021.", "2021-03-03/2021-05-31"},
		{"the latest past, the first future", "Ships came in May 2019. They left in March 2021. In June 2021 the quay will open. In August 2021 the bridge will follow.", "2021-03/2021-05"},
		{"past and future in one sentence", "Following the strike in March 2021, the harbour will stay shut until June 2021.", "2021-03/2021-05"},
		{"this year, with a recent month", "The recent strike in March 2021 ended badly. In June this year the council will vote.", "2021-03/2021-05"},
		{"this year, nothing recent", "The strike in March 2021 ended badly. In June this year the council will vote.", ""},
		{"past alone", "The harbour was closed on 3 March 2021.", ""},
		{"future alone", "A new quay will be opened in June 2021.", ""},
		{"too far apart", "The harbour was closed in March 2019. A new quay will be opened in June 2021.", ""},
		{"history: would", "The harbour was closed in March 1921. It would be opened again in June 1921.", ""},
		{"history: was expected", "The harbour was closed in March 1921. It was expected to open again in June 1921.", ""},
		{"history: a quotation looks ahead", "The harbour was closed in March 1921. “It will be opened in June 1921,” the captain said.", ""},
		{"plans are no past", "Plans for May 2021 are unclear. The council will vote in June 2021.", ""},
		{"scheduled", "The harbour was closed on 3 March 2021. All eyes are on the vote scheduled for June 2021.", "2021-03-03/2021-05-31"},
		{"history: scheduled", "The harbour was closed on 3 March 1921. All eyes were on the vote scheduled for June 1921.", ""},
		{"no dates", prose, ""},
		{"future before the past", "In June 2019 the council will vote, one paper said. The harbour was closed in March 2021.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := inspect(t, "a.txt", test.text, noDate)
			if got := d.Published.String(); got != test.want {
				t.Errorf("published %q (%s), want %q", got, d.Published.Why, test.want)
			}
			if d.Published.Known() && (d.Published.Basis != corpus.Inferred || d.Published.Why == "") {
				t.Errorf("basis %s, why %q", d.Published.Basis, d.Published.Why)
			}
		})
	}
}

// TestSaidByAuthor: what the author of a text writes "in 2024" is the text.
func TestSaidByAuthor(t *testing.T) {
	f := open(t, folder(t, map[string]string{
		"a.txt":        "Anna Lupo wrote in 2024 that the harbour stays shut. Carlo Rossi wrote in 2024 that it is open.",
		"dossier.yaml": "documents: [{path: a.txt, author: Anna Lupo, published: 2024-06/2024-08}]\n",
		"topics.yaml":  "topics: []\n",
		"actors.yaml":  "actors:\n  - {id: lupo, name: Anna Lupo}\n  - {id: rossi, name: Carlo Rossi}\n",
	}))
	d, err := f.Read(t.Context(), "a.txt")
	if err != nil || len(d.Statements) != 2 {
		t.Fatalf("%+v, %v", d.Statements, err)
	}
	if got, want := d.Statements[0].Said.String(), "2024-06/2024-08"; got != want {
		t.Errorf("the author said it %s, want %s", got, want)
	}
	if got, want := d.Statements[1].Said.String(), "2024-01/2024-08"; got != want {
		t.Errorf("another said it %s, want %s", got, want)
	}
}

// harbour is a folder of one text with actors of its own.
func harbour(t *testing.T, text, published string) corpus.Document {
	t.Helper()
	f := open(t, folder(t, map[string]string{
		"a.txt":        text,
		"dossier.yaml": "documents: [{path: a.txt, published: \"" + published + "\"}]\n",
		"topics.yaml":  "topics: []\n",
		"actors.yaml":  "actors:\n  - {id: lupo, name: Anna Lupo}\n  - {id: rossi, name: Carlo Rossi}\n",
	}))
	d, err := f.Read(t.Context(), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSaid(t *testing.T) {
	const document = "2024-10-03" // a Thursday
	for _, test := range []struct{ name, text, published, says, want string }{
		{"time in front", "On 26 September 2024 Anna Lupo stressed that the harbour stays shut.", document, "stays shut", "2024-09-26"},
		{"time behind", "Anna Lupo stressed on 26 September 2024 that the harbour stays shut.", document, "stays shut", "2024-09-26"},
		{"time behind, with a place", "“The harbour stays shut,” Anna Lupo told reporters in Oslo on 26 September 2024.", document, "stays shut", "2024-09-26"},
		{"time said", "Anna Lupo recalled that in February 2024 the council decided.", document, "decided", document},
		{"time to come", "Anna Lupo recalled that in February 2026 the council will decide.", document, "will decide", document},
		{"time after publication", "In November 2024 Anna Lupo said that the harbour stays shut.", document, "stays shut", document},
		{"weekday", "Anna Lupo said on Tuesday that the harbour stays shut.", document, "stays shut", "2024-10-01"},
		{"weekday, no conjunction", "Anna Lupo said on Tuesday the harbour would stay shut.", document, "stay shut", "2024-10-01"},
		{"weekday between", "Anna Lupo on Tuesday said the harbour would stay shut.", document, "stay shut", "2024-10-01"},
		{"weekday behind a quotation", "“The harbour stays shut,” Anna Lupo told reporters on Tuesday.", document, "stays shut", "2024-10-01"},
		{"weekday, inverted", "“The harbour stays shut,” said Anna Lupo on Tuesday.", document, "stays shut", "2024-10-01"},
		{"speaking", "Speaking on Tuesday, Anna Lupo said that the harbour stays shut.", document, "stays shut", "2024-10-01"},
		{"in an interview", "In an interview on 26 September 2024, Anna Lupo said that the harbour stays shut.", document, "stays shut", "2024-09-26"},
		{"before a colon", "Anna Lupo told the radio in an interview on 26 September 2024: “The harbour stays shut.”", document, "stays shut", "2024-09-26"},
		{"year in an article of later", "In 2014 Anna Lupo said that the harbour stays shut.", "2020-05-01", "stays shut", "2014"},
		{"and what follows", "In 2014 Anna Lupo said that the harbour stays shut. She added that the ships had gone.", "2020-05-01", "ships had gone", "2014"},
		{"what follows in another paragraph", "In 2014 Anna Lupo said that the harbour stays shut.\n\nAnna Lupo added that the ships had gone.", "2020-05-01", "ships had gone", "2020-05-01"},
		{"what follows in the present", "In 2014 Anna Lupo said that the harbour stays shut. Anna Lupo says that the ships are back.", "2020-05-01", "are back", "2020-05-01"},
		{"what follows by another", "In 2014 Anna Lupo said that the harbour stays shut. Carlo Rossi added that the ships had gone.", "2020-05-01", "ships had gone", "2020-05-01"},
		{"elected, said on", "Anna Lupo, elected in 2019, said on Tuesday that the harbour stays shut.", document, "stays shut", "2024-10-01"},
		{"elected, said", "Anna Lupo, elected in 2019, said that the harbour stays shut.", document, "stays shut", document},
		{"elected in front", "Elected in 2019, Anna Lupo said that the harbour stays shut.", document, "stays shut", document},
		{"after a dated event, with a weekday", "After the August 2020 election, Anna Lupo said on Tuesday that the harbour stays shut.", document, "stays shut", "2024-10-01"},
		{"after a dated event", "After the August 2020 election, Anna Lupo said that the harbour stays shut.", document, "stays shut", document},
		{"since", "Since August 2020 Anna Lupo has said that the harbour stays shut.", document, "stays shut", document},
		{"possessive", "At Tuesday's meeting Anna Lupo said that the harbour stays shut.", document, "stays shut", "2024-10-01"},
		{"about a time", "Anna Lupo said about the strike in 2020 that it was long.", document, "was long", document},
		{"nested", "On Tuesday Anna Lupo said that Carlo Rossi had claimed that the boats were lost.", document, "that the boats were lost", document},
		{"outer of nested", "On Tuesday Anna Lupo said that Carlo Rossi had claimed that the boats were lost.", document, "that Carlo Rossi", "2024-10-01"},
		{"time of another clause", "The strike began in 2019; Anna Lupo said that the harbour stays shut.", document, "stays shut", document},
		{"time of its own clause", "The strike went on, and on Tuesday Anna Lupo said that the harbour stays shut.", document, "stays shut", "2024-10-01"},
		{"time of the sentence before", "The strike began in 2019. Anna Lupo said that the harbour stays shut.", document, "stays shut", document},
		{"document's interval", "Anna Lupo said that the harbour stays shut.", "2024-09/2024-10", "stays shut", "2024-09/2024-10"},
		{"weekday of an unknown week", "Anna Lupo said on Tuesday that the harbour stays shut.", "", "stays shut", ""},
		{"brackets between", "In May 2024 Anna Lupo, head of the board (the oldest there is) and mayor, said that the harbour stays shut.", document, "stays shut", "2024-05"},
		{"a range", "Anna Lupo said between 26 and 30 September 2024 that the harbour stays shut.", document, "stays shut", "2024-09-26/2024-09-30"},
		{"a range of months", "Anna Lupo said from May to June 2024 that the harbour stays shut.", document, "stays shut", "2024-05/2024-06"},
		{"a range said", "Anna Lupo said that the harbour was shut from May to June 2024.", document, "was shut", document},
		{"a year that the document cuts short", "Anna Lupo said in 2024 that the harbour stays shut.", document, "stays shut", "2024-01-01/2024-10-03"},
		{"nothing known", "Anna Lupo said that the harbour stays shut.", "", "stays shut", ""},
		{"stated day, document unknown", "On 26 September 2024 Anna Lupo said that the harbour stays shut.", "", "stays shut", "2024-09-26"},

		{"opening", "On 1 October 2024 Anna Lupo went on the radio to warn the town. “The harbour stays shut,” Lupo said.", document, "stays shut", "2024-10-01"},
		{"opening, below a title", "Anna Lupo warns the town\n\nOn 1 October 2024 Anna Lupo went on the radio to warn the town of a long winter without boats. “The harbour stays shut,” Lupo said.", document, "stays shut", "2024-10-01"},
		{"opening, document unknown", "On 1 October 2024 Anna Lupo went on the radio to warn the town. “The harbour stays shut,” Lupo said.", "", "stays shut", "2024-10-01"},
		{"opening of a history", "On 1 October 1924 Anna Lupo went to sea. “The harbour stays shut,” Lupo said.", document, "stays shut", document},
		{"opening of a history, document unknown", "On 1 October 1924 Anna Lupo went to sea. She came back in May 1931. “The harbour stays shut,” Lupo said.", "", "stays shut", ""},
		{"opening without the speaker", "On 1 October 2024 Anna Lupo went on the radio. “The harbour stays shut,” Carlo Rossi said.", document, "stays shut", document},
		{"opening with two days", "Between 1 October 2024 and 2 October 2024 Anna Lupo was at sea. “The harbour stays shut,” Lupo said.", document, "stays shut", document},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := harbour(t, test.text, test.published)
			for _, s := range d.Statements {
				words := d.Text[s.Span().Start:s.Span().End]
				if !strings.Contains(words, test.says) || test.name == "nested" && strings.Contains(words, "Rossi") {
					continue
				}
				if got := s.Said.String(); got != test.want {
					t.Errorf("said %q (%s), want %q", got, s.Said.Why, test.want)
				}
				if s.Said.Known() && s.Said.Why == "" {
					t.Error("no reason is given")
				}
				if latest := s.Said.Why == "the date of the document"; s.Latest != latest {
					t.Errorf("latest %v (%s)", s.Latest, s.Said.Why)
				}
				return
			}
			t.Errorf("the statement was not found among %v", d.Statements)
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", prose, "---\ntitle: A\n---\n" + prose, "---\r\ntitle: [\r\n---\r\n", "\ufeff# A title of four\n\n*By Anna Lupo*\n\n" + prose,
		"03.10.2024\n\nOriginally published in the [X](#)\n\nA title of four\n\nAnna Lupo\n\n" + prose + "\nAnna Lupo\n",
		"On 26 September 2024 Anna Lupo said on Monday that “the harbour” will open in May 2025.", "&a [*a]", "---\n&a : *a\n---\n", "By By By\n",
		"**[Anna Lupo](x)** on [26 May 2024](#) published an *op-ed*[1](#n).\r\n\r\n_Lupo_ said that \\*é* the\n\nboats ![é](b)[é](c) are gone.", "ſ: ẞ\n\n" + prose,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, name := range []string{"a.md", "a.txt"} {
			dir := folder(t, map[string]string{name: raw, "topics.yaml": "", "actors.yaml": "actors: [{id: lupo, name: Anna Lupo}]"})
			folder, err := intake.Open(t.Context(), dir, intake.Options{Log: silent})
			if err != nil {
				continue
			}
			d, err := folder.Read(t.Context(), name)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(raw, d.Text) || name == "a.txt" && d.Text != raw {
				t.Fatalf("text %q of %q", d.Text, raw)
			}
			joined := ""
			for _, p := range d.Passages {
				joined += d.Text[p.Start:p.End]
			}
			if joined != d.Text {
				t.Fatalf("passages join to %q", joined)
			}
			if _, err := corpus.ParseDate(d.Published.String()); err != nil {
				t.Fatal(err)
			}
			for _, said := range []string{d.Title, d.Author, d.Source} {
				if name == "a.txt" && !strings.Contains(strings.Join(strings.Fields(raw), ""), strings.Join(strings.Fields(said), "")) && !strings.ContainsAny(raw, "*_#[") {
					t.Fatalf("%q is not in %q", said, raw)
				}
			}
			for _, s := range d.Statements {
				for _, span := range append(s.Spans, s.SpeakerSpan, s.Cue) {
					if words := d.Text[span.Start:span.End]; utf8.ValidString(d.Text) && !utf8.ValidString(words) {
						t.Fatalf("a span cuts a character: %q", words)
					}
				}
				if s.Said.Known() && s.Said.Why == "" {
					t.Fatalf("%v is dated without a reason", s)
				}
			}
		}
	})
}
