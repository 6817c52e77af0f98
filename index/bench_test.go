package index_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dossierbot/corpus/intake"
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

var large = flag.Bool("large", false, "measure an update of 100,000 documents as well")

// BenchmarkUpdate updates an index on disk with one changed document of very
// many, and tells how that compares with one of a thousand.
func BenchmarkUpdate(b *testing.B) {
	sizes := []int{1000, 10_000}
	if *large {
		sizes = append(sizes, 100_000)
	}
	var first float64
	for _, size := range sizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			dir, state := b.TempDir(), b.TempDir()
			write(b, dir, with(cast(), "log.jsonl", logOf(b, size)))
			at := func(n int) *intake.Folder {
				text := fmt.Sprintf("The log of %s was found again.\n", spelt(size+n))
				if err := os.WriteFile(filepath.Join(dir, "new.txt"), []byte(text), 0o644); err != nil {
					b.Fatal(err)
				}
				return folderAt(b, dir)
			}
			x := open(b, at(0), index.Options{Dir: state, Write: true, Keep: true})
			n := 0
			for b.Loop() {
				b.StopTimer()
				n++
				f := at(n)
				b.StartTimer()
				x = update(b, x, f, []string{"new.txt"})
				r := search(b, x, index.Query{Terms: unknown(spelt(size + n))}) // a name: all words of the log are of one family
				if len(r.Hits) == 0 || r.Hits[0].Document.ID != "new.txt" {
					b.Fatalf("the new text is not found: %+v", r)
				}
			}
			each := float64(b.Elapsed()) / float64(b.N)
			if first == 0 {
				first = each
			}
			b.ReportMetric(each/float64(time.Millisecond), "ms/update")
			b.ReportMetric(each/first, "of-1000")
		})
	}
}

func closeIndex(b *testing.B, x *index.Index) {
	b.Helper()
	if err := x.Close(); err != nil {
		b.Fatal(err)
	}
}
