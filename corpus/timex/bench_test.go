package timex_test

import (
	"strings"
	"testing"

	"dossierbot/corpus"
	"dossierbot/corpus/timex"
)

// story is a paragraph with about one expression of time in twenty words,
// which is more than news have.
const story = `The council met on Tuesday and adopted the plan that its members had drafted in late March 2024.
Two weeks ago the mayor, who has been in office since 2019, told reporters that the bridge would not open until the
summer of 2026; it had been closed, after a storm damaged its northern arch, for more than 300 days. Between 2012 and
2018 the city spent 2,000 crowns a month on repairs. "We may never finish," she said, and April Fields of the planning
office agreed. The following month, work began.

`

// BenchmarkFind shows that the time grows as the text does: the bytes a
// second stay the same for a text four times as long.
func BenchmarkFind(b *testing.B) {
	for name, text := range map[string]string{
		"n": strings.Repeat(story, 200), "4n": strings.Repeat(story, 800),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				timex.Find(text, corpus.Year(2025))
			}
		})
	}
}

// BenchmarkFindHostile reads texts made of nothing but beginnings of
// expressions.
func BenchmarkFindHostile(b *testing.B) {
	for name, unit := range map[string]string{
		"days": "12, ", "the": "the ", "last": "last ", "numbers": "1 - ", "weekdays": "Friday, ", "parts": "end of ", "slashes": "1/1/",
		"ranges": "2012–", "joined": "12 and ", "fiscal": "fiscal ", "of": "week of ", "first": "the first week of ", "quote": "'98", "nested": "the week of ", "possessed": "last year's ",
		"quarters": "last quarter ", "nights": "the night of the 13th of ", "years": "fiscal third quarter ",
	} {
		for size, n := range map[string]int{"n": 1 << 16, "4n": 1 << 18} {
			text := strings.Repeat(unit, n/len(unit))
			b.Run(name+"/"+size, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					timex.Find(text, corpus.Year(2025))
				}
			})
		}
	}
}
