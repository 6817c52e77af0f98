package quotes_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/quotes"
)

func TestMarked(t *testing.T) {
	for text, want := range map[string][]string{
		`Kazlas called it “a cold war” and «very dear».`: {"“a cold war”", "«very dear»"},
		`"Wait," he said, "not yet."`:                    {`"Wait,"`, `"not yet."`},
		"The captains' boats don't sail.":                nil,
		"“An end that never comes.":                      nil,
		"":                                               nil,
	} {
		var got []string
		for _, s := range quotes.Marked(text) {
			got = append(got, text[s.Start:s.End])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}
