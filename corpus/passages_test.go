package corpus_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
)

const maxPassage = 1200

// prose is a paragraph of n sentences of 100 characters each, the space or
// line feed behind them included.
func prose(n int) string {
	sentence := "The envoys " + strings.Repeat("met again ", 8) + "at noon."
	return strings.Repeat(sentence+" ", n-1) + sentence + "\n"
}

func passagesOf(text string) []string {
	var out []string
	for _, p := range corpus.Passages("d", text) {
		out = append(out, text[p.Start:p.End])
	}
	return out
}

func TestPassages(t *testing.T) {
	longWords := strings.Repeat("word ", 400)
	clauses := strings.Repeat("they waited for the trucks at the border, ", 60)
	cases := map[string][]string{ // the passages expected; the text is all of them
		"one of full size":             {prose(3), prose(9), prose(5)},
		"too long, in even parts":      {inner(5), prose(5)},
		"much too long, in even parts": {inner(7), inner(7), prose(6)},
		"short ones together":          {prose(1) + prose(1) + prose(2), prose(3)},
		"short before a full one":      {prose(1) + prose(9), prose(4)},
		"short before a long one":      {prose(1) + inner(5), prose(6)},
		"short at the end":             {prose(4) + prose(1)},
		"short at the end, no room":    {prose(9), prose(1)},
		"title and author first":       {"\n\nThe Border\n\nAnn Bell\n\n" + prose(4), prose(4)},
		"heading of the next":          {prose(4), "What comes\n\n" + prose(4)},
		"Markdown heading with a stop": {prose(4), "## It ended.\n\n" + prose(4)},
		"heading behind a short one":   {prose(1) + "What comes\n" + prose(4), prose(4)},
		"heading at the very end":      {prose(4) + "The End\n"},
		"line that opens a list":       {prose(4), "They want:\n- peace\n- trade\n" + prose(4)},
		"white space alone":            {" \n \n"},
		"broken in mid-sentence":       {prose(2) + "The envoys from the north recognised the\n\nvote, in their own way.\n" + prose(1)},
		"long heading chain":           {strings.Repeat("A line of a table 1234567\n", 12), prose(4)},
		"sentence without a clause":    {longWords[:665], longWords[665:1330], longWords[1330:]},
		"sentence of clauses":          {clauses[:840], clauses[840:1680], clauses[1680:]},
		"no space at all":              {strings.Repeat("я", 633), strings.Repeat("я", 633), strings.Repeat("я", 634)},
		"graphemes":                    {strings.Repeat("u\u0301\u0302", 300), strings.Repeat("u\u0301\u0302", 300)},
		"endless grapheme":             {"a" + strings.Repeat("\u0301", 799), strings.Repeat("\u0301", 800), strings.Repeat("\u0301", 801)},
	}
	for name, want := range cases {
		t.Run(name, func(t *testing.T) {
			text := strings.Join(want, "")
			if diff := cmp.Diff(want, passagesOf(text)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := corpus.Passages("d", ""); got != nil {
		t.Errorf("an empty text has passages: %v", got)
	}
}

// inner is n sentences in the middle of a paragraph.
func inner(n int) string { return strings.TrimSuffix(prose(n), "\n") + " " }

func TestPassageIDs(t *testing.T) {
	got := corpus.Passages("a/b.txt", prose(9)+prose(9))
	want := []corpus.Passage{
		{ID: "a/b.txt#1", Span: corpus.Span{Start: 0, End: 900}},
		{ID: "a/b.txt#2", Span: corpus.Span{Start: 900, End: 1800}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func checkPassages(t *testing.T, text string) {
	t.Helper()
	var spans []corpus.Span
	for i, p := range corpus.Passages("d", text) {
		if want := fmt.Sprintf("d#%d", i+1); p.ID != want {
			t.Fatalf("passage %q, want %q", p.ID, want)
		}
		if n := utf8.RuneCountInString(text[p.Start:p.End]); n > maxPassage {
			t.Fatalf("%s has %d characters", p.ID, n)
		}
		spans = append(spans, p.Span)
	}
	checkCover(t, text, spans)
}

func FuzzPassages(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed)
		f.Add(strings.Repeat(seed, 40))
	}
	f.Fuzz(checkPassages)
}

func TestPassagesOfSources(t *testing.T) {
	for name, text := range dossierTexts(t) {
		checkPassages(t, text)
		var sizes []int
		passages := passagesOf(text)
		for i, p := range passages {
			n := utf8.RuneCountInString(p)
			sizes = append(sizes, n)
			if n < 300 && i < len(passages)-1 {
				t.Errorf("%s: passage %d has only %d characters", name, i+1, n)
			}
			if last := []rune(strings.TrimSpace(p)); i < len(passages)-1 && (unicode.IsLetter(last[len(last)-1])) {
				t.Errorf("%s: passage %d does not end with a sentence: %q", name, i+1, p)
			}
		}
		t.Logf("%s: characters in each passage %v", name, sizes)
	}
}

func BenchmarkPassages(b *testing.B) {
	benchmarkGrowth(b, func(text string) { corpus.Passages("d", text) })
}
