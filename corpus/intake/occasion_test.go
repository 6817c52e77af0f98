package intake_test

import (
	"strings"
	"testing"

	"dossierbot/corpus"
)

func TestOccasions(t *testing.T) {
	const (
		document = "2024-06-03" // a Monday
		history  = "Boats have crossed the sound for a hundred years. "
		opEd     = history + "On 26 May, harbour master Anna Lupo published an op-ed in the Daily Quay. "
	)
	for _, test := range []struct{ name, text, want, why string }{
		{"published in front", opEd + "Lupo stressed that the harbour stays shut.", "2024-05-26", "in the op-ed of 26 May 2024"},
		{"in another paragraph", opEd + "\n\nThe town took note.\n\nLupo stressed that the harbour stays shut.", "2024-05-26", "in the op-ed of 26 May 2024"},
		{"what is written is told in the present", opEd + "Lupo argues that the harbour stays shut.", "2024-05-26", "in the op-ed of 26 May 2024"},
		{"published behind", history + "Anna Lupo, the harbour master of Oslo, published an op-ed on 26 May. Lupo stressed that the harbour stays shut.", "2024-05-26", "in the op-ed of 26 May 2024"},
		{"between", history + "Anna Lupo on 26 May published an article. Lupo stressed that the harbour stays shut.", "2024-05-26", "in the article of 26 May 2024"},
		{"told", history + "Anna Lupo told Radio Quay on 26 May that boats are lost. The town took note.\n\nLupo stressed that the harbour stays shut.", "2024-05-26", "on the radio on 26 May 2024"},
		{"told somebody", history + "Anna Lupo told reporters on 26 May that boats are lost. The town took note.\n\nLupo stressed that the harbour stays shut.", "2024-05-26", "in what was said on 26 May 2024"},
		{"wrote", history + "Anna Lupo wrote to the council on 26 May. Lupo stressed that the harbour stays shut.", "2024-05-26", "in what was written on 26 May 2024"},
		{"interview on a weekday", history + "In an interview on Tuesday, Anna Lupo warned that boats are lost. The town took note.\n\nLupo stressed that the harbour stays shut.", "2024-05-28", "in the interview of 28 May 2024"},
		{"gave a speech", history + "Anna Lupo gave a long speech in Oslo on 26 May. Lupo stressed that the harbour stays shut.", "2024-05-26", "in the speech of 26 May 2024"},
		{"own op-ed", history + "Anna Lupo's op-ed of 26 May was much read. Lupo stressed that the harbour stays shut.", "2024-05-26", "in the op-ed of 26 May 2024"},
		{"markup", history + "On [26 May](#) **Anna Lupo** [published](#) an *op-ed*.\n\nLupo stressed that the harbour stays shut.", "2024-05-26", "in the op-ed of 26 May 2024"},

		{"by another", opEd + "Carlo Rossi stressed that the harbour stays shut.", document, ""},
		{"within another's words", opEd + "Carlo Rossi recalled that Anna Lupo had stressed that the harbour stays shut.", document, ""},
		{"perfect", opEd + "Lupo has stressed that the harbour stays shut.", document, ""},
		{"repeatedly", opEd + "Lupo repeatedly stressed that the harbour stays shut.", document, ""},
		{"spoken, told in the present", history + "Anna Lupo gave a speech on 26 May. Lupo stresses that the harbour stays shut.", document, ""},
		{"a year beside", opEd + "After the storm of 2019, Lupo stressed that the harbour stays shut.", document, ""},
		{"another occasion, undated", opEd + "In a speech to the council Lupo stressed that the harbour stays shut.", document, ""},
		{"after another occasion, undated", opEd + "In a speech to the council Lupo said that boats are lost. The town took note.\n\nLupo stressed that the harbour stays shut.", document, ""},
		{"another occasion of its kind", opEd + "In another article Lupo stressed that the harbour stays shut.", document, ""},
		{"the same occasion named again", opEd + "In the article Lupo stressed that the harbour stays shut.", "2024-05-26", "in the op-ed of 26 May 2024"},
		{"second occasion", opEd + "On 28 May Anna Lupo gave an interview. Lupo stressed that the harbour stays shut.", document, ""},
		{"said on another day", opEd + "On 28 May, Lupo said that boats are lost. The town took note.\n\nLupo stressed that the harbour stays shut.", document, ""},
		{"two days in a sentence", history + "On 26 May, after the storm of 24 May 2024, Anna Lupo published an op-ed.\n\nLupo stressed that the harbour stays shut.", document, ""},
		{"day of what it is about", history + "Anna Lupo published an op-ed about the storm on 26 May. Lupo stressed that the harbour stays shut.", document, ""},
		{"about the speaker", history + "On 26 May a critic of Anna Lupo wrote to the council. Lupo stressed that the harbour stays shut.", document, ""},
		{"published no words", history + "On 26 May Anna Lupo published a map. Lupo stressed that the harbour stays shut.", document, ""},
		{"spoke with", history + "On 26 May Anna Lupo spoke by telephone with the council. Lupo stressed that the harbour stays shut.", document, ""},
		{"did not", history + "On 26 May Anna Lupo did not give an interview. Lupo stressed that the harbour stays shut.", document, ""},
		{"month", history + "In May Anna Lupo published an op-ed.\n\nLupo stressed that the harbour stays shut.", document, ""},
		{"to come", history + "On 26 June 2024 Anna Lupo published an op-ed. Lupo stressed that the harbour stays shut.", document, ""},
		{"far below", strings.Repeat(history, 60) + opEd + "Lupo stressed that the harbour stays shut.", document, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := harbour(t, test.text, document)
			for _, s := range d.Statements {
				if !strings.Contains(d.Text[s.Span().Start:s.Span().End], "stays shut") || test.name == "within another's words" && s.Speaker != "lupo" {
					continue
				}
				if got := s.Said.String(); got != test.want {
					t.Errorf("said %q (%s), want %q", got, s.Said.Why, test.want)
				}
				if test.why != "" && (s.Said.Why != test.why || s.Said.Basis != corpus.Inferred || s.Latest) {
					t.Errorf("why %q, basis %s, latest %v; want %q", s.Said.Why, s.Said.Basis, s.Latest, test.why)
				}
				if test.why == "" && !s.Latest {
					t.Errorf("not by the date of the document: %s", s.Said.Why)
				}
				return
			}
			t.Errorf("the statement was not found among %v", reportedIn(d))
		})
	}
}
