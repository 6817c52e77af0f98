package intake_test

import (
	"io/fs"
	"strings"
	"testing"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/dossier"
	"dossierbot/corpus/intake"
	"dossierbot/corpus/quotes"
	"dossierbot/corpus/timex"
)

// BenchmarkUnderstand finds the dates, the names and the statements in the
// notes of the bundled dossier, and nothing else that reading a document is.
func BenchmarkUnderstand(b *testing.B) {
	folder, err := intake.Open(b.Context(), "", intake.Options{Log: silent})
	if err != nil {
		b.Fatal(err)
	}
	paths, err := fs.Glob(dossier.FS(), "*.md")
	if err != nil {
		b.Fatal(err)
	}
	var texts []string
	var size int64
	for _, path := range paths {
		raw, err := fs.ReadFile(dossier.FS(), path)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(raw))
		size += int64(len(raw))
	}
	b.SetBytes(size)
	published := corpus.Date{First: time.Date(2025, 11, 26, 0, 0, 0, 0, time.UTC)}
	published.Last = published.First
	for b.Loop() {
		for _, text := range texts {
			timex.Find(text, published)
			words := folder.Names().Cut(text)
			mentions := words.Mentions(published)
			words.Discover(mentions)
			quotes.Find(text, mentions, nil)
		}
	}
}

// BenchmarkRead reads a document whole: its passages, dates, names and
// statements. It reports, beside the speed, how the time grows when the text
// does eightfold ("growth": 8 where it is linear).
func BenchmarkRead(b *testing.B) {
	const story = "Jonas Petraitis, the harbour master of Vessin, told the council on 3 May 2024 that the ice had held since January. " +
		"“We have no plan to open the locks,” he said. “Not this year.” According to the Pilots' Guild, traffic fell by a third in " +
		"the winter of 2023; Marta Quillon, who leads it, had warned of that two weeks earlier.\n\n"
	f, err := intake.Open(b.Context(), folder(b, map[string]string{
		"small.txt": strings.Repeat(story, 100), "large.txt": strings.Repeat(story, 800),
	}), intake.Options{Log: silent})
	if err != nil {
		b.Fatal(err)
	}
	read := func(id string) time.Duration {
		began := time.Now()
		if _, err := f.Read(b.Context(), id); err != nil {
			b.Fatal(err)
		}
		return time.Since(began)
	}
	var small, large time.Duration
	for b.Loop() {
		small += read("small.txt")
		large += read("large.txt")
	}
	b.ReportMetric(float64(large)/float64(max(small, 1)), "growth")
	b.ReportMetric(float64(800*len(story)*b.N)/1e6/large.Seconds(), "MB/s")
}
