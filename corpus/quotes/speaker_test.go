package quotes_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/corpus/quotes"
)

// at is the mention of an actor where the words stand for the n-th time.
func at(t *testing.T, text, words string, n int, actor string) corpus.Mention {
	t.Helper()
	start := 0
	for ; n > 1; n-- {
		start += strings.Index(text[start:], words) + len(words)
	}
	i := strings.Index(text[start:], words)
	if i < 0 {
		t.Fatalf("no %q in the text", words)
	}
	return corpus.Mention{Span: corpus.Span{Start: start + i, End: start + i + len(words)}, Actor: actor}
}

func TestSpeakerIsAKnownActor(t *testing.T) {
	persons := func(actor string) bool { return actor == "kazlas" || actor == "green" }
	tests := []struct {
		name, text string
		mentions   func(t *testing.T, text string) []corpus.Mention
		want       []string // the speaker of each statement
	}{
		{"by name", "Jonas Kazlas said the bridge was ready.", func(t *testing.T, text string) []corpus.Mention {
			return []corpus.Mention{at(t, text, "Jonas Kazlas", 1, "kazlas")}
		}, []string{"kazlas"}},
		{"by a pronoun", "Jonas Kazlas said the bridge was ready. “It opens in May,” he added.", func(t *testing.T, text string) []corpus.Mention {
			return []corpus.Mention{at(t, text, "Jonas Kazlas", 1, "kazlas")}
		}, []string{"kazlas", "kazlas"}},
		{"not a state by a pronoun", "Jonas Kazlas came. Riga said the bridge was shut. “It opens in May,” he replied.", func(t *testing.T, text string) []corpus.Mention {
			return []corpus.Mention{at(t, text, "Jonas Kazlas", 1, "kazlas"), at(t, text, "Riga", 1, "latvia")}
		}, []string{"latvia", "kazlas"}},
		{"not the one named within the phrase", "Kazlas's spokesman said the bridge was ready. A friend of Kazlas said it was not.", func(t *testing.T, text string) []corpus.Mention {
			return []corpus.Mention{at(t, text, "Kazlas", 1, "kazlas"), at(t, text, "Kazlas", 2, "kazlas")}
		}, []string{"", ""}},
		{"an office that is a mention", "The transport minister said the bridge was ready.", func(t *testing.T, text string) []corpus.Mention {
			return []corpus.Mention{at(t, text, "The transport minister", 1, "kazlas")}
		}, []string{"kazlas"}},
		{"a name in an aside", "The minister, Jonas Kazlas, said the bridge was ready.", func(t *testing.T, text string) []corpus.Mention {
			return []corpus.Mention{at(t, text, "Jonas Kazlas", 1, "kazlas")}
		}, []string{"kazlas"}},
		{"a name after what the office is of", "State Secretary of the Security Council Jonas Kazlas said the bridge was ready.", func(t *testing.T, text string) []corpus.Mention {
			return []corpus.Mention{at(t, text, "Jonas Kazlas", 1, "kazlas")}
		}, []string{"kazlas"}},
		{"an institution", "The Ministry of Transport said the bridge was ready.", func(t *testing.T, text string) []corpus.Mention {
			return []corpus.Mention{at(t, text, "Ministry of Transport", 1, "ministry")}
		}, []string{"ministry"}},
		{"ambiguous", "Green said the bridge was ready.", func(t *testing.T, text string) []corpus.Mention {
			a, b := at(t, text, "Green", 1, "green"), at(t, text, "Green", 1, "other-green")
			a.Ambiguous, b.Ambiguous = true, true
			return []corpus.Mention{a, b}
		}, []string{""}},
		{"two of them", "Kazlas and Green said the bridge was ready.", func(t *testing.T, text string) []corpus.Mention {
			return []corpus.Mention{at(t, text, "Kazlas", 1, "kazlas"), at(t, text, "Green", 1, "green")}
		}, []string{""}},
		{"someone unnamed comes between", "Jonas Kazlas came. The mayor said the bridge was shut. “It opens in May,” he added.", func(t *testing.T, text string) []corpus.Mention {
			return []corpus.Mention{at(t, text, "Jonas Kazlas", 1, "kazlas")}
		}, []string{"", ""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, s := range quotes.Find(test.text, test.mentions(t, test.text), persons) {
				got = append(got, s.Speaker)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s\nwant -, got +:\n%s", test.text, diff)
			}
		})
	}
}

// TestManyUnbalancedMarks sees that the last statement of a text is found
// whatever marks without a partner stand before it.
func TestManyUnbalancedMarks(t *testing.T) {
	for _, mark := range []string{"“", "”", "\"", "'", "‘", "’", "«", "»", "„", "''", "“‘", "\" '"} {
		text := strings.Repeat("a "+mark+"b ", 10_000) + "\n\n“The bridge is ready,” Kazlas said."
		found := quotes.Find(text, nil, nil)
		if len(found) == 0 {
			t.Errorf("%s: nothing found", mark)
			continue
		}
		last := found[len(found)-1]
		if got := text[last.Spans[0].Start:last.Spans[0].End]; got != "“The bridge is ready,”" {
			t.Errorf("%s: last statement has %d bytes", mark, len(got))
		}
	}
}
