package index_test

import (
	"fmt"
	"testing"
	"time"

	"dossierbot/index"
)

// BenchmarkOpenUnchanged opens an index of 500 documents that is up to date on
// disk, and tells how that compares with building it.
func BenchmarkOpenUnchanged(b *testing.B) {
	f := manyDocuments(b, 500)
	state := b.TempDir()
	start := time.Now()
	closeIndex(b, open(b, f, index.Options{Dir: state, Write: true}))
	build := time.Since(start)
	for b.Loop() {
		x := open(b, f, index.Options{Dir: state, Write: true})
		if s := x.Stats(); s.Indexed > 0 {
			b.Fatalf("%d documents were indexed again", s.Indexed)
		}
		closeIndex(b, x)
	}
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(build), "of-build")
}

// BenchmarkOpenOneChanged brings such an index up to date with one changed
// document, again and again.
func BenchmarkOpenOneChanged(b *testing.B) {
	state, dir := b.TempDir(), b.TempDir()
	files := cast()
	for i := range 500 {
		files[fmt.Sprintf("%d.txt", i)] = fmt.Sprintf("The log of %s was lost in the harbour.\n", spelt(i))
	}
	at := func(n int) *index.Index {
		write(b, dir, with(files, "7.txt", fmt.Sprintf("The log of %s was found again.\n", spelt(1000+n))))
		f := folderAt(b, dir)
		b.StartTimer()
		defer b.StopTimer()
		return open(b, f, index.Options{Dir: state, Write: true})
	}
	b.StopTimer()
	start := time.Now()
	closeIndex(b, at(0))
	build := time.Since(start)
	b.ResetTimer()
	for n := range b.N {
		x := at(n + 1)
		if s := x.Stats(); s.Indexed != 1 {
			b.Fatalf("%d documents were indexed again, want 1", s.Indexed)
		}
		closeIndex(b, x)
	}
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(build), "of-build")
}

func closeIndex(b *testing.B, x *index.Index) {
	b.Helper()
	if err := x.Close(); err != nil {
		b.Fatal(err)
	}
}
