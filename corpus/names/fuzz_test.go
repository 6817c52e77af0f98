package names_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
)

// FuzzIndex holds for any text and any actor's name: no panic; spans inside
// the text, on the boundaries of characters, in order, and those of different
// places apart; several mentions over one span are marked ambiguous; scores
// lie between 0 and 1, best first.
func FuzzIndex(f *testing.F) {
	seeds, err := filepath.Glob(filepath.Join("testdata", "seeds", "*.txt"))
	if err != nil || len(seeds) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, path := range seeds {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), "Ana Lee")
	}
	f.Add("O'Neil's U.S.A. Дз'-—\u0301e", "дж ьъй")
	f.Add("\xff’s Mr. X-Y, the the of of", "")
	known := cast(f)
	f.Fuzz(func(t *testing.T, text, name string) {
		other := names.New([]corpus.Actor{
			{ID: "one", Name: name, Kind: corpus.Person, Aliases: []string{text[:min(len(text), 40)]},
				Roles: []corpus.Role{{Title: name, Of: name}}},
			{ID: "two", Name: name, Kind: corpus.State},
		})
		for _, x := range []*names.Index{known, other} {
			checkMentions(t, text, x.Cut(text).Mentions(corpus.Day(2025, time.November, 26)))
			end := 0
			for _, m := range x.Question(text, time.Time{}) {
				checkSpan(t, text, m.Span)
				if m.Start < end {
					t.Errorf("match %v begins before %d", m, end)
				}
				end = m.End
				checkCandidates(t, m.Candidates)
			}
			checkCandidates(t, x.Resolve(text))
		}
		if once := names.Fold(text); names.Fold(once) != once && utf8.ValidString(text) {
			t.Errorf("Fold(%q) = %q, and folded again %q", text, once, names.Fold(once))
		}
	})
}

func checkMentions(t *testing.T, text string, mentions []corpus.Mention) {
	t.Helper()
	var last corpus.Span
	for i, m := range mentions {
		checkSpan(t, text, m.Span)
		switch {
		case i > 0 && m.Span == last:
			if !m.Ambiguous || !mentions[i-1].Ambiguous {
				t.Errorf("several mentions at %v, not marked ambiguous", m.Span)
			}
		case m.Start < last.End:
			t.Errorf("mention %v begins before %d", m, last.End)
		}
		last = m.Span
	}
}

func checkSpan(t *testing.T, text string, s corpus.Span) {
	t.Helper()
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		t.Fatalf("span %v in a text of %d bytes", s, len(text))
	}
	if utf8.ValidString(text) && (!utf8.ValidString(text[:s.Start]) || !utf8.ValidString(text[s.Start:s.End])) {
		t.Fatalf("span %v cuts a character of %q", s, text)
	}
}

func checkCandidates(t *testing.T, list []names.Candidate) {
	t.Helper()
	for i, c := range list {
		if c.Actor == "" || c.Score <= 0 || c.Score > 1 || i > 0 && c.Score > list[i-1].Score {
			t.Fatalf("candidates %v", list)
		}
	}
}
