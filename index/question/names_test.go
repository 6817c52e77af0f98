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
		"who runs the Environment Agency":              "Environment Agency",
		"what did General Motors build":                "General Motors",
		"who runs the Justice Department":              "Justice Department",
		"where is Lord Howe Island":                    "Lord Howe Island",
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

// TestFrames: an ordinary word brings along the words of its frames, a name and
// a word of another language do not.
func TestFrames(t *testing.T) {
	r := question.New(lagoon())
	for text, want := range map[string]string{
		"when was the lock shut":          "lock: shut: close closur",
		"when was the Lock Shut":          "Lock Shut: Lock Shut:",
		"when was the lock painted":       "lock: painted:",
		"kur buvo school":                 "school:",
		"which drills were held in March": "drills: exercis maneuv held:",
	} {
		var got []string
		for _, term := range r.Read(text, asked).Query.Terms {
			got = append(append(got, term.Text+":"), term.Frame...)
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

// TestOfficesOfStates: an office of a state is nobody's name.
func TestOfficesOfStates(t *testing.T) {
	readings(t, map[string]string{
		"what did the Foreign Minister of Kuronia say": "by kuronia | on Foreign,Minister",
		"what did the Ambassador of Kuronia sign":      "naming kuronia | on Ambassador,sign",
	})
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
