package store_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"dossierbot/corpus"
	"dossierbot/handlers/store"
)

// text is what a document of some 5,000 characters might say.
func text(n int) []byte {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	var b strings.Builder
	for b.Len() < 5000 {
		for range 2 + r.IntN(9) {
			b.WriteByte(byte('a' + r.IntN(26)))
		}
		b.WriteByte(' ')
	}
	return []byte(b.String())
}

// fingerprint is as long as those of documents are.
func fingerprint(n int) corpus.Fingerprint {
	return corpus.Fingerprint{Text: fmt.Sprintf("%064d", n), Said: fmt.Sprintf("%064d", n%7)}
}

// recordMany records a first revision of so many documents.
func recordMany(b *testing.B, s *store.Store, documents int) {
	b.Helper()
	n := store.NewRevision{ID: "r0", Cause: "first", Archive: func(id string) ([]byte, error) {
		var number int
		_, err := fmt.Sscanf(id, "folder/%d.txt", &number)
		return text(number), err
	}}
	for i := range documents {
		n.Changes = append(n.Changes, corpus.Change{Kind: corpus.Added, ID: fmt.Sprintf("folder/%d.txt", i), After: fingerprint(i)})
	}
	if _, err := s.Record(b.Context(), n); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkRecordOne records one changed document, in dossiers of several
// sizes, and tells how that compares with recording the first revision.
func BenchmarkRecordOne(b *testing.B) {
	for _, documents := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(documents), func(b *testing.B) {
			s := open(b, b.TempDir())
			start := time.Now()
			recordMany(b, s, documents)
			first := time.Since(start)
			made := 0
			for b.Loop() {
				made++
				_, err := s.Record(b.Context(), store.NewRevision{ID: fmt.Sprint("r", made), Changes: []corpus.Change{{
					Kind: corpus.Revised, ID: "folder/7.txt", After: fingerprint(documents + made),
				}}, Archive: func(string) ([]byte, error) { return text(made), nil }})
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(first), "of-first")
			b.ReportMetric(first.Seconds(), "first-s")
		})
	}
}

// BenchmarkMark marks a part as sending and as sent, with 1,000 subscriptions
// that have ten digests waiting each, and tells how long it takes to find what
// is ready, against that.
func BenchmarkMark(b *testing.B) {
	s := open(b, b.TempDir())
	record(b, s, "r0")
	for i := range 1000 {
		subscribe(b, s, fmt.Sprint(i))
	}
	all, err := s.Subscriptions(b.Context(), "")
	must(b, err)
	for i := range 10 {
		record(b, s, fmt.Sprint("r", i+1))
		for n := range all {
			must(b, s.Queue(b.Context(), store.NewDigest{For: all[n], To: int64(i) + 2, Parts: []store.Part{{Kind: store.Post, Body: text(1)}}}))
			all[n].Cursor = int64(i) + 2
		}
	}
	start := time.Now()
	waiting := ready(b, s, at)
	find := time.Since(start)
	if len(waiting) != 1000 {
		b.Fatalf("%d are ready", len(waiting))
	}
	n := 0
	for b.Loop() {
		d := waiting[n%len(waiting)]
		must(b, s.MarkSending(b.Context(), d.ID))
		must(b, s.MarkSent(b.Context(), d.ID, "1"))
		n++
	}
	b.ReportMetric(float64(find)/(float64(b.Elapsed())/float64(b.N)), "ready-of-pair")
}
