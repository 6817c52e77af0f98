package index_test

import (
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/index"
)

// named are the terms of a name and of other words.
func named(name, others string) []index.Term {
	return append(unknown(name), terms(others)...)
}

// TestNamesStandTogether: the words of a name do not name it one by one.
func TestNamesStandTogether(t *testing.T) {
	t.Parallel()
	x := memory(t, cast(
		"anna.md", "---\ntitle: Lupo, Anna\n---\nShe counted barges in the fog.\n",
		"board.md", "The Vessin Harbour Board counted barges.\n",
		"apart.md", "Vessin has a board. Many years later, and far away from all of that, a harbour was dug where forty barges now lie. Barges are counted.\n",
		"small.md", "We walked along the vessin harbour board by board and counted barges.\n",
		"mention.md", "Forty barges were counted when, as everyone there told us on that day, Marta Quillon came.\n",
	))
	for name, tt := range map[string]struct {
		terms []index.Term
		want  []string
	}{
		"side by side, with capitals": {named("Vessin Harbour Board", "barges"), []string{"board.md#1"}},
		"in the title":                {named("Anna Lupo", "barges"), []string{"anna.md#1"}},
		"anywhere in the passage":     {named("Marta Quillon", "barges"), []string{"mention.md#1"}},
		"a place may be left unsaid":  {append([]index.Term{{Text: "Vessin", Folded: "vessin", Stem: "vessin", Weight: 1, Name: true, Loose: true}}, terms("fog barges")...), []string{"anna.md#1"}},
	} {
		r := search(t, x, index.Query{Terms: tt.terms, Limit: 10})
		got := passageIDs(r.Hits)
		if len(got) > 1 && len(tt.want) == 1 && tt.terms[0].Loose {
			got = got[:1]
		}
		if diff := gocmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", name, r.Outcome, diff)
		}
	}
}

// TestWorks: documents of one title are parts of one work. What one says of its
// subject with its first words holds for the others, a mention does not.
func TestWorks(t *testing.T) {
	t.Parallel()
	x := memory(t, cast(
		"ship-1.md", "---\ntitle: The Petrel\n---\nMarta Quillon (born 1950) was the master of the ship and a pilot of the lagoon.\n",
		"ship-2.md", "---\ntitle: The Petrel\n---\nIn 1990 she retired to a house in the hills and kept bees.\n",
		"other-1.md", "---\ntitle: The Gannet\n---\nForty barges were counted when, as everyone told us on that day, Marta Quillon came.\n",
		"other-2.md", "---\ntitle: The Gannet\n---\nIn 1990 it was sold to a man who kept bees.\n",
	))
	r := search(t, x, index.Query{Terms: named("Marta Quillon", "bees"), Time: corpus.Year(1990), Limit: 10})
	// Where she is named without a date follows; what was sold in 1990 is not hers.
	if diff := gocmp.Diff([]string{"ship-2.md#1", "other-1.md#1"}, passageIDs(r.Hits)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", r.Outcome, diff)
	}
}

// TestWorksOfOneTitle: a title alone does not make a work.
func TestWorksOfOneTitle(t *testing.T) {
	t.Parallel()
	x := memory(t, cast(
		"1.md", "---\ntitle: Statement\nsource: Harbour Radio\n---\nMarta Quillon was the master of the ship and a pilot of the lagoon.\n",
		"2.md", "---\ntitle: Statement\nsource: City Monitor\n---\nHe kept bees.\n",
	))
	if r := search(t, x, index.Query{Terms: named("Marta Quillon", "bees"), Limit: 10}); len(r.Hits) > 0 && r.Hits[0].Document.ID == "2.md" {
		t.Errorf("%s: %v", r.Outcome, passageIDs(r.Hits))
	}
}

// TestOtherGivenNames: a surname alone does not make the speaker.
func TestOtherGivenNames(t *testing.T) {
	t.Parallel()
	x := memory(t, cast("1.txt", "Marta Quillon said that the ice is thin.\n", "2.txt", "Quillon said that seals bark at night.\n"))
	for name, want := range map[string][]string{
		"Marta Quillon": {"1.txt#1", "2.txt#1"}, "Piotr Quillon": {"2.txt#1"}, "Quillon": {"1.txt#1", "2.txt#1"},
	} {
		got := passageIDs(search(t, x, index.Query{SpeakerNames: []string{name}}).Hits)
		slices.Sort(got)
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestForeignSubjects: a word of another language is left out, but not where it
// is what is spoken of.
func TestForeignSubjects(t *testing.T) {
	t.Parallel()
	x := memory(t, cast("voices.md", quay["voices.md"]))
	for subject, want := range map[bool]index.Outcome{false: index.Answered, true: index.NotInDossier} {
		term := index.Term{Text: "futbolą", Folded: "futbola", Stem: "futbola", Weight: 1, Foreign: true, Subject: subject}
		if r := search(t, x, index.Query{Speakers: []string{"kairys"}, Terms: []index.Term{term}}); r.Outcome != want {
			t.Errorf("subject %v: %s, want %s", subject, r.Outcome, want)
		}
	}
}

// TestBodiesOfStates: a state does not speak for its bodies, nor they for it.
func TestBodiesOfStates(t *testing.T) {
	t.Parallel()
	x := memory(t, cast("1.txt", "Kuronia said that the lock is shut. The Ice Guard of Kuronia said that the ice is thin.\n"))
	for name, want := range map[string]string{"Ice Guard of Kuronia": "that the ice is thin", "Lock Service of Kuronia": ""} {
		r := search(t, x, index.Query{SpeakerNames: []string{name}})
		got := ""
		for _, h := range r.Hits {
			for _, i := range h.Asked {
				s := h.Passage.Statements[i].Span()
				got += h.Passage.Text[s.Start-h.Passage.Start : s.End-h.Passage.Start]
			}
		}
		if got != want {
			t.Errorf("%s: %s, %q, want %q", name, r.Outcome, got, want)
		}
	}
}

// TestSubjects: a passage need not repeat the title that is asked for.
func TestSubjects(t *testing.T) {
	t.Parallel()
	x := memory(t, cast(
		"1.md", "---\ntitle: Vessin Lighthouse (tower)\n---\nThe Vessin Lighthouse stands at the harbour. The Vessin Lighthouse is a lighthouse.\n",
		"2.md", "---\ntitle: Vessin Lighthouse (tower)\n---\nIts keeper was paid in herring.\n",
	))
	r := search(t, x, index.Query{Terms: named("Vessin Lighthouse", "keeper")})
	if diff := gocmp.Diff([]string{"2.md#1", "1.md#1"}, passageIDs(r.Hits)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", r.Outcome, diff)
	}
}

// TestFrameWords: a word for the same kind of thing counts, for less than the
// word itself.
func TestFrameWords(t *testing.T) {
	t.Parallel()
	x := memory(t, cast("1.txt", "The pilot graduated in the fog.\n", "2.txt", "The pilot studied in the fog.\n", "3.txt", "The pilot slept in the fog.\n"))
	asked := terms("pilot study")
	asked[1].Frame = []string{"graduat"}
	r := search(t, x, index.Query{Terms: asked})
	if diff := gocmp.Diff([]string{"2.txt#1", "1.txt#1"}, passageIDs(r.Hits)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestConcepts: what another way to say it says for one word of a concept it
// says for all.
func TestConcepts(t *testing.T) {
	t.Parallel()
	x := memory(t, cast("1.txt", "The captives came home in the fog.\n", "2.txt", "The fog came home to the harbour.\n"))
	asked := terms("political prisoners")
	for i := range asked {
		asked[i].Others, asked[i].Joined = [][]string{{"captiv"}}, i > 0
	}
	if r := search(t, x, index.Query{Terms: asked}); len(r.Hits) > 0 && r.Hits[0].Coverage > 0.5 {
		t.Errorf("two words by one: %v", r.Hits[0].Coverage)
	}
	for i := range asked {
		asked[i].Concept = "prisoners"
	}
	r := search(t, x, index.Query{Terms: asked})
	if diff := gocmp.Diff([]string{"1.txt#1"}, passageIDs(r.Hits)); diff != "" || r.Hits[0].Coverage < 0.5 {
		t.Errorf("%s (-want +got):\n%s", r.Outcome, diff)
	}
}
