package handlers_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossierbot/handlers"
	"dossierbot/index"
)

// BenchmarkRefusing measures how well the dossier knows what it does not hold:
// a fifth of the pages of TimeQA are taken out (always the same), and all its
// questions asked. It reports, for the threshold in force and for higher ones,
// the share of the questions on those pages that are answered all the same, and
// of the others that are not.
func BenchmarkRefusing(b *testing.B) {
	dir := shared(b, "gold", "retrieval", "timeqa")
	type paragraph struct {
		ID    string `json:"_id"`
		Title string `json:"title"`
		Text  string `json:"text"`
	}
	type asked struct {
		ID         string `json:"_id"`
		Text       string `json:"text"`
		Answerable bool   `json:"answerable"`
	}
	paragraphs := lines[paragraph](b, filepath.Join(dir, "corpus.jsonl"))
	questions := lines[asked](b, filepath.Join(dir, "queries.all.jsonl"))
	pageOf := func(id string) string { return id[:strings.LastIndexAny(id, ":#")] }
	var pages []string
	for _, p := range paragraphs {
		pages = append(pages, pageOf(p.ID))
	}
	slices.Sort(pages)
	pages = slices.Compact(pages)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(pages), func(i, j int) { pages[i], pages[j] = pages[j], pages[i] })
	gone := map[string]bool{}
	for _, page := range pages[:len(pages)/5] {
		gone[page] = true
	}
	var kept strings.Builder
	for _, p := range paragraphs {
		if !gone[pageOf(p.ID)] {
			record, err := json.Marshal(map[string]string{"id": p.ID, "title": p.Title, "text": p.Text})
			if err != nil {
				b.Fatal(err)
			}
			kept.Write(append(record, '\n'))
		}
	}
	file := filepath.Join(b.TempDir(), "kept.jsonl")
	if err := os.WriteFile(file, []byte(kept.String()), 0o644); err != nil {
		b.Fatal(err)
	}
	h := open(b, file)
	for b.Loop() {
		var wrong, right []float64 // how much of a question the best hit holds; 0 where it is refused
		for _, q := range questions {
			r, err := h.Ask(b.Context(), handlers.AskRequest{Question: q.Text, Limit: 10})
			if err != nil {
				b.Fatal(err)
			}
			best := 0.0
			for _, hit := range r.Hits {
				best = max(best, hit.Coverage)
			}
			switch {
			case gone[pageOf(q.ID)]:
				wrong = append(wrong, best)
			case q.Answerable:
				right = append(right, best)
			}
		}
		for _, threshold := range []float64{index.Threshold, 0.4, 0.46, 0.52, 0.6} {
			b.ReportMetric(100*(1-below(wrong, threshold)), fmt.Sprintf("%%-answered-wrongly@%.2f", threshold))
			b.ReportMetric(100*below(right, threshold), fmt.Sprintf("%%-refused-wrongly@%.2f", threshold))
		}
	}
}

func below(values []float64, threshold float64) float64 {
	n := 0
	for _, v := range values {
		if v < threshold {
			n++
		}
	}
	return float64(n) / float64(len(values))
}

// lines reads a file of one JSON object a line.
func lines[T any](tb testing.TB, path string) []T {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var out []T
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 1<<24)
	for scanner.Scan() {
		var v T
		if err := json.Unmarshal(scanner.Bytes(), &v); err != nil {
			tb.Fatal(err)
		}
		out = append(out, v)
	}
	if err := scanner.Err(); err != nil {
		tb.Fatal(err)
	}
	return out
}
