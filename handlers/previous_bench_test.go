package handlers_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dossierbot/corpus/intake"
	"dossierbot/handlers"
	"dossierbot/index"
)

// spelt is a word that no other number has.
func spelt(n int) string {
	word := ""
	for _, digit := range fmt.Sprint(n) {
		word += []string{"ba", "ke", "di", "fo", "gu", "la", "me", "ni", "ro", "su"}[digit-'0']
	}
	return word
}

// manyNotes writes a dossier of short documents with titles, publishers and
// people whom nobody has listed.
func manyNotes(b *testing.B, dir string, n int) {
	b.Helper()
	var lines strings.Builder
	enc := json.NewEncoder(&lines)
	for i := range n {
		who := "Vilma " + strings.ToUpper(spelt(i % 20_000)[:1]) + spelt(i % 20_000)[1:] + "ski"
		err := enc.Encode(map[string]string{
			"id": fmt.Sprintf("note-%06d", i), "title": fmt.Sprintf("The %s of the %s", spelt(i), spelt(i%977)), "source": fmt.Sprintf("Herald of %s", spelt(i%50)),
			"text":     fmt.Sprintf("%s, a reporter from the north, saw the %s in the harbour. %s said that the snow would melt.\n", who, spelt(i), who),
			"language": "en", "published": fmt.Sprintf("%d-%02d", 2000+i%20, 1+i%12),
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "notes.jsonl"), []byte(lines.String()), 0o644); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkPrevious follows one changed document of very many until a question
// finds it, and tells how that compares with one of a thousand. What the first
// who types a source's or an actor's name waits for is told beside it.
func BenchmarkPrevious(b *testing.B) {
	sizes := []int{1000, 10_000}
	if *large {
		sizes = append(sizes, 100_000)
	}
	ctx := context.Background()
	var first float64
	for _, size := range sizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			dir := b.TempDir()
			manyNotes(b, dir, size)
			folderOf := func(n int) *intake.Folder {
				text := fmt.Sprintf("---\ntitle: The new %s\nsource: Herald of %[1]s\n---\nOskar %[1]sski, a farmer from the south, found the %[1]s again.\n", spelt(9_000_000+n))
				if err := os.WriteFile(filepath.Join(dir, "new.md"), []byte(text), 0o644); err != nil {
					b.Fatal(err)
				}
				f, err := intake.Open(ctx, dir, intake.Options{})
				if err != nil {
					b.Fatal(err)
				}
				return f
			}
			f := folderOf(0)
			x, err := index.Open(ctx, f, index.Options{Dir: b.TempDir(), Write: true, Keep: true})
			if err != nil {
				b.Fatal(err)
			}
			defer func() { x.Close() }()
			h, err := handlers.New(ctx, handlers.Options{Folder: f, Index: x})
			if err != nil {
				b.Fatal(err)
			}
			var typing [2]time.Duration
			n := 0
			for b.Loop() {
				b.StopTimer()
				n++
				f := folderOf(n)
				b.StartTimer()
				next, err := x.Update(ctx, f, []string{"new.md"})
				if err != nil {
					b.Fatal(err)
				}
				if h, err = handlers.New(ctx, handlers.Options{Folder: f, Index: next, Previous: h}); err != nil {
					b.Fatal(err)
				}
				r, err := h.Ask(ctx, handlers.AskRequest{Question: "who found the " + spelt(9_000_000+n)})
				if err != nil || len(r.Hits) == 0 || r.Hits[0].Document != "new.md" {
					b.Fatalf("the new text is not found: %+v, %v", r, err)
				}
				b.StopTimer()
				if err := x.Close(); err != nil {
					b.Fatal(err)
				}
				x = next
				for i, what := range []handlers.Completable{handlers.CompleteSource, handlers.CompleteActor} {
					began := time.Now()
					if _, err := h.Complete(ctx, what, "vilma"); err != nil {
						b.Fatal(err)
					}
					if n > 1 { // what the first of all waits for is another matter
						typing[i] += time.Since(began)
					}
				}
				b.StartTimer()
			}
			each := float64(b.Elapsed()) / float64(b.N)
			if first == 0 {
				first = each
			}
			b.ReportMetric(each/float64(time.Millisecond), "ms/update")
			b.ReportMetric(each/first, "of-1000")
			for i, unit := range []string{"ms/source-typed", "ms/actor-typed"} {
				b.ReportMetric(float64(typing[i])/float64(max(n-1, 1))/float64(time.Millisecond), unit)
			}
		})
	}
}
