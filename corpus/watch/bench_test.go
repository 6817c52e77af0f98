package watch_test

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dossierbot/corpus/watch"
)

var large = flag.Bool("large", false, "measure a comparison of 100,000 files as well")

// BenchmarkCompare compares a corpus in which nothing changed, with its watches
// set anew and without any. "walks" is how many walks over all files and their
// sizes, which nothing can do without, take as long.
func BenchmarkCompare(b *testing.B) {
	for _, files := range sizes() {
		root := bulk(b, files)
		walk := measure(func() {
			_ = filepath.WalkDir(root, func(_ string, e fs.DirEntry, _ error) error {
				_, err := e.Info()
				return err
			})
		})
		for _, m := range []mode{events, comparisons} {
			b.Run(fmt.Sprintf("files=%d/%s", files, m.name), func(b *testing.B) {
				w := stopped(b, m, root)
				for b.Loop() {
					if err := w.CompareNow(b.Context()); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(walk), "walks")
			})
		}
	}
}

// BenchmarkChange has one file change, from the writing to the telling, less
// the time of quiet. It must not grow with the corpus.
func BenchmarkChange(b *testing.B) {
	const quiet = 20 * time.Millisecond
	for _, files := range append([]int{1_000}, sizes()...) {
		b.Run(fmt.Sprintf("files=%d", files), func(b *testing.B) {
			root := bulk(b, files)
			w, err := watch.New(watch.Options{Path: root, Quiet: quiet, Compare: never, Log: slog.New(slog.DiscardHandler)})
			if err != nil {
				b.Fatal(err)
			}
			told := make(chan struct{}, 10)
			ctx, cancel := context.WithCancel(b.Context())
			ended := make(chan error)
			go func() { ended <- w.Run(ctx, func(context.Context, []string) { told <- struct{}{} }) }()
			for b.Loop() {
				if err := os.WriteFile(filepath.Join(root, "000", "0.md"), []byte(b.Name()), 0o644); err != nil {
					b.Fatal(err)
				}
				<-told
			}
			b.ReportMetric(float64(b.Elapsed()-time.Duration(b.N)*quiet)/float64(b.N)/1e6, "ms-beyond-quiet/op")
			cancel()
			<-ended
		})
	}
}

func sizes() []int {
	if *large {
		return []int{10_000, 100_000}
	}
	return []int{10_000}
}

// bulk makes a corpus of so many files, a hundred in a folder.
func bulk(b *testing.B, files int) string {
	b.Helper()
	root := b.TempDir()
	for i := range files {
		dir := filepath.Join(root, fmt.Sprintf("%03d", i/100))
		if i%100 == 0 {
			must(b, os.Mkdir(dir, 0o755))
		}
		must(b, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.md", i)), []byte("text"), 0o644))
	}
	settle()
	return root
}

// stopped is a watcher that does not run, and is closed with the benchmark.
func stopped(b *testing.B, m mode, root string) *watch.Watcher {
	b.Helper()
	w, err := m.new(watch.Options{Path: root, Log: slog.New(slog.DiscardHandler)})
	must(b, err)
	b.Cleanup(func() {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		_ = w.Run(ctx, func(context.Context, []string) {})
	})
	return w
}

// measure is the shortest of a few runs.
func measure(f func()) time.Duration {
	best := time.Duration(1<<63 - 1)
	for range 5 {
		start := time.Now()
		f()
		best = min(best, time.Since(start))
	}
	return best
}
