package question_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/index/question"
)

// TestStrangers: the names that no actor has, and what is no part of them.
func TestStrangers(t *testing.T) {
	r := question.New(lagoon())
	for text, want := range map[string]string{
		"when did Marta Quillon leave":                 "Marta Quillon",
		"when did Mr. Quillon leave":                   "Quillon",
		"when did Father di Quillon leave":             "di Quillon",
		"who was the CEO of Quillon Works":             "Quillon Works",
		"who was the Vice President":                   "",
		"what did Haarlem's Frans Museum show":         "Haarlem; Frans Museum",
		"Haarlem's Frans Museum":                       "Frans Museum", // the first word has a capital anyhow
		"who led the Security Service of Kuronia":      "Security Service of Kuronia",
		"who led the Guard of the Republic of Kuronia": "Guard of the Republic of Kuronia",
		"where are Quillon-class barges built":         "",
		"who lives in West Berlin":                     "(West Berlin)",
		"who is the Dutch pilot Marta Quillon":         "(Dutch); Marta Quillon",
	} {
		q := r.Read(text, asked).Query
		var got []string
		for _, term := range q.Terms {
			name := term.Text
			if term.Loose {
				name = "(" + name + ")"
			}
			if term.Name && (len(got) == 0 || got[len(got)-1] != name) {
				got = append(got, name)
			}
		}
		if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" || len(q.Actors)+len(q.About) > 0 {
			t.Errorf("%s: beside %v%v (-want +got):\n%s", text, q.Actors, q.About, diff)
		}
	}
}

func TestFrames(t *testing.T) {
	r := question.New(lagoon())
	for text, want := range map[string]string{
		"where did the pilots study":      "graduat",
		"when was the lock shut":          "closur",
		"which drills were held":          "exercis",
		"where did Marta Quillon Study":   "",
		"when was the lock painted":       "",
		"kur studijavo locmanai (school)": "",
	} {
		found := ""
		for _, term := range r.Read(text, asked).Query.Terms {
			if strings.Contains(strings.Join(term.Frame, " "), want) && len(term.Frame) > 0 {
				found = want
			}
		}
		if found != want {
			t.Errorf("%s: no word for %q", text, want)
		}
	}
}

// TestSolid: words that stand side by side in a name are looked for in one, too.
func TestSolid(t *testing.T) {
	r := question.New(lagoon())
	terms := r.Read("who owns Borso Chem", asked).Query.Terms
	want := [][]string{{"borsochem"}}
	if last := terms[len(terms)-1]; !cmp.Equal(last.Others, want) {
		t.Errorf("%q is %v", last.Text, last.Others)
	}
}
