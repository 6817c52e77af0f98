package timex_test

import (
	"testing"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/corpus/timex"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		story, "12–26 November 2025", "'98 and the '80s", "the first three months of last year's third quarter", "2025 m. lapkričio 19 d.",
		"from 99/99/9999 to 31.12.9999", "999 years ago, 999 decades later", "nuo 2024 m. iki šių metų gegužės", "\xff2020\xff–\xff21",
		"with 12, 13 and 14 – 15 May '04's", "Easter 0001, 1000 years earlier", "in the last 999 decades to 1000", "Easter 0 year earlier",
	} {
		f.Add(s, wednesday)
		f.Add(s, "")
		f.Add(s, "1000-02-28/2100-03-01")
	}
	f.Fuzz(func(t *testing.T, text, edtf string) {
		ref, err := corpus.ParseDate(edtf)
		if err != nil {
			t.Skip()
		}
		times, ranges := timex.Find(text, ref)
		end := 0
		for _, x := range times {
			inside(t, text, x.Span)
			if x.Start < end {
				t.Errorf("%q overlaps the one before it", text[x.Start:x.End])
			}
			end = x.End
			inOrder(t, x.Value)
			inOrder(t, x.Interval)
			if !x.Interval.Within(x.Value) {
				t.Errorf("%s is not within %s", x.Interval, x.Value)
			}
			if x.Why == "" {
				t.Errorf("%q has no reason", text[x.Start:x.End])
			}
		}
		start := 0
		for _, r := range ranges {
			inside(t, text, r.Span)
			if r.Start < start {
				t.Errorf("%q stands before the range before it", text[r.Start:r.End])
			}
			start = r.Start
			inOrder(t, r.Interval)
		}
		if a, ok := timex.Question(text, asked); ok {
			inside(t, text, a.Span)
			inOrder(t, a.Interval)
		}
	})
}

func inside(t *testing.T, text string, s corpus.Span) {
	t.Helper()
	if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
		t.Fatalf("span %v outside a text of %d bytes", s, len(text))
	}
	if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
		t.Errorf("span %v cuts a character", s)
	}
}

// inOrder checks that a date does not end before it begins, and that it can
// be written and read back.
func inOrder(t *testing.T, d corpus.Date) {
	t.Helper()
	if !d.Known() {
		t.Errorf("an unknown date")
		return
	}
	if d.Closed() && d.Last.Before(d.First) {
		t.Errorf("%s ends before it begins", d)
	}
	if back, err := corpus.ParseDate(d.String()); err != nil || !back.First.Equal(d.First) || !back.Last.Equal(d.Last) {
		t.Errorf("%s reads back as %s (%v)", d, back, err)
	}
}
