package intake_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
)

// reported is a statement by its words on the page.
type reported struct{ Speaker, Text, Page, Cue, Words, Said string }

func reportedIn(d corpus.Document) []reported {
	words := func(s corpus.Span) string { return d.Text[s.Start:s.End] }
	var out []reported
	for _, s := range d.Statements {
		out = append(out, reported{s.Speaker, s.SpeakerText, words(s.SpeakerSpan), words(s.Cue), words(s.Span()), s.Said.String()})
	}
	return out
}

func TestMarkupIsReadThrough(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       reported
	}{
		{"verb in a link", "Anna Lupo [stressed](#) that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour stays shut", "2024-10-03"}},
		{"name in a link", "[Anna Lupo](https://x.test/a_(b)) stressed that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour stays shut", "2024-10-03"}},
		{"half a name in a link", "Anna [Lupo](#) stressed that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna [Lupo", "stressed", "that the harbour stays shut", "2024-10-03"}},
		{"link with a title", "Anna Lupo [stressed](x.html \"The page\") that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour stays shut", "2024-10-03"}},
		{"bold name", "**Anna Lupo** stressed that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour stays shut", "2024-10-03"}},
		{"bold name before a comma", "**Anna Lupo**, the _harbour master_, stressed that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo**, the _harbour master", "stressed", "that the harbour stays shut", "2024-10-03"}},
		{"emphasis ends what was said", "Anna Lupo stressed that the harbour stays *shut*.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour stays *shut", "2024-10-03"}},
		{"escapes", "Anna Lupo stressed that \\$1 billion is lost.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that \\$1 billion is lost", "2024-10-03"}},
		{"time in a link", "Anna Lupo stressed on [26 September](#) [2024](#) that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour stays shut", "2024-09-26"}},
		{"note behind a word", "Anna Lupo stressed[12](#n12) that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour stays shut", "2024-10-03"}},
		{"image", "![A quay](quay.png) Anna Lupo stressed that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour stays shut", "2024-10-03"}},
		{"item of a list", "* Anna Lupo stressed that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour stays shut", "2024-10-03"}},
		{"item with a dash", "- **Anna Lupo** stressed that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour stays shut", "2024-10-03"}},
		{"heading", "## Anna Lupo stressed that the harbour stays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour stays shut", "2024-10-03"}},
		{"page break", "In the evening Anna Lupo stressed that the harbour, which is old,\n\nstays shut.",
			reported{"lupo", "Anna Lupo", "Anna Lupo", "stressed", "that the harbour, which is old,\n\nstays shut", "2024-10-03"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff([]reported{test.want}, reportedIn(harbour(t, test.text, "2024-10-03"))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatIsNoMarkup(t *testing.T) {
	for name, said := range map[string]string{
		"product":      "that 2 * 3 * 4 boats are gone",
		"file names":   "that log_of_boats is lost and log_of_ships too",
		"footnote":     "that 2,000* boats are gone",
		"square":       "that [sic] the boats are gone (all of them)",
		"blanks":       "that ____ boats are gone",
		"parentheses":  "that boats [of oak] (not of steel) are gone",
		"open bracket": "that boats [of oak are gone",
	} {
		t.Run(name, func(t *testing.T) {
			d := harbour(t, "Anna Lupo stressed "+said+".", "2024-10-03")
			if len(d.Statements) == 0 || !strings.HasPrefix(said, d.Text[d.Statements[0].Span().Start:d.Statements[0].Span().End]) {
				t.Errorf("got %v", reportedIn(d))
			}
		})
	}
}

func TestSpansEndInNoMarkup(t *testing.T) {
	d := harbour(t, "\ufeff# **The _harbour_**\r\n\r\n*On [26 September 2024](#)*, **[Anna Lupo](x)** *stressed* that “the *harbour*” of _[Carlo Rossi](y)_ stays ![q](z)*shut*[1](#n1).\r\n", "2024-10-03")
	var spans []corpus.Span
	for _, s := range d.Statements {
		spans = append(append(spans, s.SpeakerSpan, s.Cue), s.Spans...)
	}
	for _, x := range d.Times {
		spans = append(spans, x.Span)
	}
	for _, m := range d.Mentions {
		spans = append(spans, m.Span)
	}
	if len(d.Statements) == 0 || len(d.Times) == 0 || len(d.Mentions) < 2 {
		t.Fatalf("%d statements, %d times, %d mentions", len(d.Statements), len(d.Times), len(d.Mentions))
	}
	for _, s := range spans {
		if words := d.Text[s.Start:s.End]; words != strings.Trim(words, "*_[]()#\\! \r\n") {
			t.Errorf("a span of %q", words)
		}
	}
}
