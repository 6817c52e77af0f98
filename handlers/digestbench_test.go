package handlers_test

import (
	"fmt"
	"testing"
	"time"

	"dossierbot/handlers"
)

// BenchmarkDigest tells how much longer the digest of a hundred revised
// documents takes than that of one, in a dossier of a thousand: 100 is linear.
func BenchmarkDigest(b *testing.B) {
	text := func(i, revision int) string {
		return fmt.Sprintf("%d May 2026\n\nThe minister counted %d wheels.\n\nIlja Vorn said on 1 May 2026 that %d were lost.\n\n%s\n", 1+i%30, 100+i+revision, i, shared1)
	}
	files := with(railway)
	for i := range 1000 {
		files[fmt.Sprintf("report%d.txt", i)] = text(i, 0)
	}
	r := recorded(b, files)
	r.change("report0.txt", text(0, 1))
	var revised []string
	for i := range 100 {
		revised = append(revised, fmt.Sprintf("report%d.txt", i), text(i, 2))
	}
	r.change(revised...)
	took := func(from, to int64) float64 {
		began := time.Now()
		r.digest(handlers.DigestRequest{From: from, To: to})
		return time.Since(began).Seconds()
	}
	one, hundred := 0.0, 0.0
	for b.Loop() {
		one, hundred = one+took(1, 2), hundred+took(2, 3)
	}
	b.ReportMetric(hundred/one, "times/100x")
	b.ReportMetric(1000*one/float64(b.N), "ms/document")
}
