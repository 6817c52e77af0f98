package versions_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"dossierbot/corpus/versions"
)

// isName knows one name, in two spellings.
func isName(word string) bool { return word == "Budrys" || word == "Budris" }

const port = "The harbour master counted 41 ships on Monday. The council did not raise the fees.\n"

// TestReadsTheSame holds what a program changes that saves a text again.
func TestReadsTheSame(t *testing.T) {
	const text = "A café in Šiauliai.\n\nIt was shut.\n"
	for name, other := range map[string]string{
		"equal":            text,
		"line ends":        strings.ReplaceAll(text, "\n", "\r\n"),
		"old line ends":    strings.ReplaceAll(text, "\n", "\r"),
		"byte order mark":  "\ufeff" + text,
		"decomposed":       "A cafe\u0301 in S\u030ciauliai.\n\nIt was shut.\n",
		"no last line end": strings.TrimSpace(text),
		"more line ends":   text + "\n\n",
		"trailing spaces":  strings.ReplaceAll(text, "\n", "  \n"),
	} {
		c := versions.Compare(text, other, isName)
		if !c.Same || c.Changed != 0 || len(c.Stretches) != 0 || !c.Slips() {
			t.Errorf("%s: %+v, want the same", name, c)
		}
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		before, after string
		slip          bool
	}{
		// No more than a slip.
		{"the goverment resigned", "the government resigned", true}, // a letter left out
		{"the govvernment resigned", "the government resigned", true},
		{"the gobernment resigned", "the government resigned", true},
		{"the govenrment resigned", "the government resigned", true}, // two exchanged
		{"they beleive the recieved parcels", "they believe the received parcels", true},
		{"the word  was given", "the word was given", true},
		{"the word was given", "the word\nwas given", true},
		{"the word was given", "The Word was given", true},
		{"in Siauliai", "in Šiauliai", true},
		{"the fees, however rose", "the fees, however, rose", true},
		{"the fees - all of them - rose", "the fees — all of them — rose", true},
		{"the co-operation of a re-elected mayor", "the cooperation of a re elected mayor", true},
		{"he called it “a farce”", "he called it «a farce»", true},
		{"he doesn't know", "he doesn’t know", true},
		{"**all** of it", "all of it", true},
		{"правительсво ушло", "правительство ушло", true},
		{"a non-aligned state", "a nonaligned state", true},
		{"in to the town", "into the town", true},
		{"it will be, he said", "it will be he said", true},
		{"it was **not** so", "it was not so", true},
		{"two womem came", "two women came", true},

		// More than that.
		{"the fees rose", "the fees rose again", false},
		{"the fees rose in May", "the fees rose", false},
		{"41 ships came", "42 ships came", false},
		{"1,200 ships came", "1,300 ships came", false},
		{"12000 ships came", "120000 ships came", false},
		{"a loss of 5 points", "a loss of -5 points", false},
		{"on 2024-10-03", "on 2024-10-08", false},
		{"in the 2020s", "in the 2030s", false},
		{"seven ships", "seventy ships", false},
		{"he said nothing", "he said noting", false},
		{"a million euros", "a billion euros", false},
		{"they did not agree", "they did agree", false},
		{"they were not able", "they were notable", false},
		{"he was there", "he has there", false},
		{"he said no. More of them came", "he said no more of them came", false},
		{"no, taxes will rise", "no taxes will rise", false},
		{"an apolitical answer", "a political answer", false},
		{"in human hands", "inhuman hands", false},
		{"an un armed guard", "an unarmed guard", false},
		{"the woman came", "the women came", false},
		{"they build a port", "they built a port", false},
		{"they withdraw the offer", "they withdrew the offer", false},
		{"he presented the plan", "he prevented the plan", false},
		{"the drug was prescribed", "the drug was proscribed", false},
		{"in the crisis of the port", "in the crises of the port", false},
		{"the employers struck", "the employees struck", false},
		{"the charges were dropped", "the changes were dropped", false},
		{"he wants sanctions", "he wants a sanction", false},
		{"the minister agreed", "the minister agrees", false},
		{"the minister agreed", "the ministers agreed", false},
		{"the import of grain", "the report of grain", false},
		{"they wanted to import", "they wanted to export", false},
		{"Budris was there", "Budrys was there", false},
		{"he called it a farce", "he called it “a farce”", false},
		{"he will resign.", "he will resign?", false},
		{"5 of them", "5% of them", false},
		{"a ship and a boat", "a boat and a ship", false},
	} {
		got := versions.Compare(c.before, c.after, isName)
		if got.Slips() != c.slip || got.Same {
			t.Errorf("%q to %q: slips %v, same %v", c.before, c.after, got.Slips(), got.Same)
		}
		if back := versions.Compare(c.after, c.before, isName); back.Slips() != c.slip || back.Same {
			t.Errorf("%q to %q: slips %v, same %v", c.after, c.before, back.Slips(), back.Same)
		}
	}
}

func TestStretches(t *testing.T) {
	type stretch struct{ Before, After string }
	for _, c := range []struct {
		name, before, after string
		want                []stretch
		changed, of         int
	}{
		{"nothing", port, port, nil, 0, 15},
		{"one word", port, strings.Replace(port, "41", "42", 1), []stretch{{"41", "42"}}, 1, 15},
		{"a word taken out", port, strings.Replace(port, "not ", "", 1), []stretch{{"not", ""}}, 1, 15},
		{"two sentences changed", port, strings.NewReplacer("Monday", "Sunday", "fees", "taxes").Replace(port), []stretch{{"Monday", "Sunday"}, {"fees", "taxes"}}, 2, 15},
		{"a line put in", port, "It rained.\n" + port, []stretch{{"", "It rained."}}, 2, 17},
		{"a line put in behind", port, port + "It rained.\n", []stretch{{"", "It rained."}}, 2, 17},
		{"all", "One two.", "Three four five.", []stretch{{"One two", "Three four five"}}, 3, 3},
		{"from nothing", "", "One two.", []stretch{{"", "One two."}}, 2, 2},
		{"lines exchanged", "One.\nTwo two.\n", "Two two.\nOne.\n", []stretch{{"One.", ""}, {"", "One."}}, 2, 4},
	} {
		got := versions.Compare(c.before, c.after, isName)
		var stretches []stretch
		for _, s := range got.Stretches {
			stretches = append(stretches, stretch{c.before[s.Before.Start:s.Before.End], c.after[s.After.Start:s.After.End]})
		}
		if diff := cmp.Diff(c.want, stretches); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if got.Changed != c.changed || got.Of != c.of {
			t.Errorf("%s: %d of %d words, want %d of %d", c.name, got.Changed, got.Of, c.changed, c.of)
		}
	}
}

// FuzzCompare holds that the stretches lie in their texts in order, and that
// what stands between them reads the same on both sides.
func FuzzCompare(f *testing.F) {
	f.Add(port, strings.Replace(port, "not ", "", 1))
	f.Add("a\r\nb\rc", "\ufeffa\n\nb c\u0301")
	f.Add("x y z z y x", "z y x x y z")
	f.Fuzz(func(t *testing.T, before, after string) {
		if !utf8.ValidString(before) || !utf8.ValidString(after) { // no document is read that is not
			t.Skip()
		}
		c := versions.Compare(before, after, isName)
		if c.Changed < 0 || c.Of < c.Changed {
			t.Errorf("%d of %d words", c.Changed, c.Of)
		}
		b, a := 0, 0
		for _, s := range c.Stretches {
			if s.Before.Start < b || s.Before.End < s.Before.Start || s.Before.End > len(before) ||
				s.After.Start < a || s.After.End < s.After.Start || s.After.End > len(after) {
				t.Fatalf("stretch %+v behind %d and %d, of %d and %d bytes", s, b, a, len(before), len(after))
			}
			if x, y := before[b:s.Before.Start], after[a:s.After.Start]; letters(x) != letters(y) {
				t.Errorf("%q is taken for %q", x, y)
			}
			b, a = s.Before.End, s.After.End
		}
		if x, y := before[b:], after[a:]; letters(x) != letters(y) {
			t.Errorf("%q is taken for %q", x, y)
		}
		if back := versions.Compare(after, before, isName); back.Same != c.Same {
			t.Errorf("same %v, and %v back", c.Same, back.Same)
		}
	})
}

// letters are those of a text, with its digits, in their usual composition.
func letters(text string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if r != 'ʼ' && unicode.In(r, unicode.L, unicode.M, unicode.N) { // an apostrophe, though Unicode has it for a letter
			return r
		}
		return -1
	}, text))
}

// words are n words of a vocabulary, by a seed.
func words(seed uint64, n, vocabulary int) []string {
	r := rand.New(rand.NewPCG(seed, 1))
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("word%c", rune('a'+r.IntN(26))) + string(rune('a'+r.IntN(vocabulary)%26))
	}
	return out
}

// TestBounded compares texts that share nothing once, so that there is nothing
// to cut them at.
func TestBounded(t *testing.T) {
	a, b := strings.Join(words(1, 200_000, 3), " "), strings.Join(words(2, 200_000, 3), " ")
	c := versions.Compare(a, b, isName)
	if c.Share() < 0.5 || c.Slips() {
		t.Errorf("%d of %d words", c.Changed, c.Of)
	}
}

func TestSuccessors(t *testing.T) {
	article := func(seed uint64) []string { return words(seed, 80, 26) }
	replaced := func(words []string, share float64) string {
		out := slices.Clone(words)
		for i := range int(share * float64(len(out))) {
			out[i] = fmt.Sprintf("other%d", i)
		}
		return strings.Join(out, " ")
	}
	one, two := article(1), article(2)
	before := []string{strings.Join(one, " "), strings.Join(two, " "), "short and sweet"}
	for _, c := range []struct {
		name  string
		after []string
		want  []int
	}{
		{"nothing", nil, []int{}},
		{"others", []string{strings.Join(article(3), " "), ""}, []int{-1, -1}},
		{"a few words", []string{replaced(two, 0.1), replaced(one, 0.2)}, []int{1, 0}},
		{"most words", []string{replaced(two, 0.5)}, []int{-1}},
		{"the nearest of two", []string{replaced(one, 0.3), replaced(one, 0.1)}, []int{-1, 0}},
		{"short", []string{"short and sweet"}, []int{2}},
	} {
		if diff := cmp.Diff(c.want, versions.Successors(before, c.after)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// BenchmarkCompare tells how much longer it takes to compare a text of a
// hundred times the length with one that has as many changes: 100 is linear.
func BenchmarkCompare(b *testing.B) {
	edited := func(n int) (string, string) {
		text := strings.Repeat("The harbour master counted the ships of the day. They came from the north, and were laden with grain.\n", n)
		return text, strings.Replace(text, "laden", "filled", 1) + "It rained.\n"
	}
	took := func(n int) float64 {
		before, after := edited(n)
		began := time.Now()
		versions.Compare(before, after, isName)
		return time.Since(began).Seconds()
	}
	few, many := 0.0, 0.0
	for b.Loop() {
		few, many = few+took(1000), many+took(100_000)
	}
	b.ReportMetric(many/few, "times/100x")
}
