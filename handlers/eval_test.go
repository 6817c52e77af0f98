package handlers_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestRanks holds the rank of each question's passage against the golden
// file, so that every change of ranking shows as a difference.
func TestRanks(t *testing.T) {
	for name, of := range map[string]struct {
		corpus, questions func(t *testing.T) string
	}{
		"bundled": {func(*testing.T) string { return "" }, func(*testing.T) string { return filepath.Join("testdata", "questions.jsonl") }},
		"bare": {func(t *testing.T) string { return shared(t, "dossier") },
			func(t *testing.T) string { return shared(t, "eval", "questions.jsonl") }},
		"described": {func(t *testing.T) string { return shared(t, "dossier-described") },
			func(t *testing.T) string { return shared(t, "eval", "questions.jsonl") }},
	} {
		t.Run(name, func(t *testing.T) {
			questions, err := os.Open(of.questions(t))
			if err != nil {
				t.Fatal(err)
			}
			defer questions.Close()
			reply, err := open(t, of.corpus(t)).Eval(context.Background(), questions)
			if err != nil {
				t.Fatal(err)
			}
			got := ranks(reply)
			golden := filepath.Join("testdata", "ranks", name+".txt")
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("ranks changed (-golden +now); if for the better: go test ./handlers -run Ranks -update\n%s", diff)
			}
		})
	}
}

func ranks(r handlers.EvalReply) []byte {
	var b bytes.Buffer
	for _, q := range r.Questions {
		verdict := "ok  "
		if !q.OK {
			verdict = "MISS"
		}
		fmt.Fprintf(&b, "%s %-5s rank %2d  %-15s %-14s %s\n", verdict, q.ID, q.Rank, q.Outcome, q.Kind, q.Question)
	}
	fmt.Fprintf(&b, "\nfirst %d, in three %d of %d, MRR %.3f; refused %d of %d, wrongly %d\n",
		r.First, r.InThree, r.Answers, r.MRR, r.Refused, r.Refusals, r.Wrongly)
	return b.Bytes()
}
