package quotes_test

import (
	"strings"
	"testing"
	"time"

	"dossierbot/corpus/quotes"
)

// BenchmarkFind reports, beside the speed, how the time grows when the text
// does fourfold ("growth": 4 where it is linear), for prose and for input made
// to be slow.
func BenchmarkFind(b *testing.B) {
	inputs := map[string]string{
		"prose": "The minister, who arrived on Tuesday, said that the border would stay closed. “We have no plan to open it,” Jonas Petraitis " +
			"told reporters. “Not this year.” According to the ministry, trade fell by a third.\n\n",
		"open_marks":     "“ ",
		"straight_marks": "\" ' \"a 'b \" ",
		"apostrophes":    "'a ",
		"cues":           "said ",
		"commas":         "x, said ",
		"titles":         "Mr. ",
		"brackets":       "(",
		"colons":         "A: ",
		"paragraphs":     "“a\n\n",
		"names":          "Jonas ",
		"and":            "a and ",
		"who":            "a who ",
		"newlines":       "\n",
		"nesting":        "“‘",
	}
	for name, unit := range inputs {
		b.Run(name, func(b *testing.B) {
			const size = 1 << 18
			small := strings.Repeat(unit, size/4/len(unit))
			large := strings.Repeat(unit, size/len(unit))
			var slow, fast time.Duration
			for b.Loop() {
				began := time.Now()
				quotes.Find(small, nil, nil)
				between := time.Now()
				quotes.Find(large, nil, nil)
				fast += between.Sub(began)
				slow += time.Since(between)
			}
			b.ReportMetric(float64(slow)/float64(max(fast, 1)), "growth")
			b.ReportMetric(float64(len(large)*b.N)/1e6/slow.Seconds(), "MB/s")
		})
	}
}
