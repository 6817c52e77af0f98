package handlers

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dossierbot/index"
)

// EvalQuestion is a line of a file of questions with what answers them.
type EvalQuestion struct {
	ID          string     `json:"id"`
	Kind        string     `json:"kind"`
	Question    string     `json:"question"`
	AskedAt     string     `json:"asked_at"`
	Relevant    []Relevant `json:"relevant"` // alternatives, of which one suffices
	AllRelevant []Relevant `json:"all_relevant"`
	OnlyDocs    []string   `json:"only_docs"` // a hit of another document in the first three is a miss
	MinHits     int        `json:"min_hits"`
	Expect      string     `json:"expect"`    // abstain, none-in-range, no-error; empty: an answer
	Described   bool       `json:"described"` // asked only where the corpus has a dossier.yaml
}

// Relevant is a passage that answers.
type Relevant struct {
	Doc      string `json:"doc"`      // how the document's id begins
	Contains string `json:"contains"` // a string in the hit's text, white space folded, case kept
}

// EvalReply is how the questions were answered.
type EvalReply struct {
	Questions []EvalLine `json:"questions"`
	Answers   int        `json:"answers"`  // questions with an answer
	First     int        `json:"first"`    // of them, answered by the first hit
	InThree   int        `json:"in_three"` // of them, answered within the first three
	MRR       float64    `json:"mrr"`      // mean reciprocal rank
	Refusals  int        `json:"refusals"` // questions to refuse
	Refused   int        `json:"refused"`  // of them, refused as they should be
	Wrongly   int        `json:"wrongly"`  // questions with an answer that were refused
	P50MS     float64    `json:"p50_ms"`   // time of a question
	P99MS     float64    `json:"p99_ms"`
}

// EvalLine is one question's result.
type EvalLine struct {
	ID       string  `json:"id"`
	Kind     string  `json:"kind"`
	Question string  `json:"question"`
	Outcome  Outcome `json:"outcome"`
	Rank     int     `json:"rank"` // of the first hit that answers; 0 for none
	OK       bool    `json:"ok"`   // answered by the first hit, or refused as it should be
}

// evalDepth is how many hits of a question are looked at.
const evalDepth = 10

// longestHit is the length in characters over which a hit counts as a miss.
const longestHit = 1200

// Eval puts the questions of r, one JSON object a line, and scores the
// answers. Its error names the line.
func (h *Handlers) Eval(ctx context.Context, r io.Reader) (EvalReply, error) {
	reply := EvalReply{Questions: []EvalLine{}}
	var took []float64
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	n := 1
	for ; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var q EvalQuestion
		err := json.Unmarshal(lines.Bytes(), &q)
		if err == nil && !(q.Described && !h.described) {
			err = h.put(ctx, q, &reply, &took)
		}
		if err != nil {
			return EvalReply{}, fmt.Errorf("questions, line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return EvalReply{}, fmt.Errorf("questions, line %d: %w", n, err)
	}
	if reply.Answers > 0 {
		reply.MRR = math.Round(1000*reply.MRR/float64(reply.Answers)) / 1000
	}
	if len(took) > 0 {
		slices.Sort(took)
		reply.P50MS, reply.P99MS = took[len(took)/2], took[len(took)*99/100]
	}
	return reply, nil
}

// refusals are the outcomes that a question may expect.
var refusals = map[string]Outcome{"abstain": index.NotInDossier, "none-in-range": index.NoneInRange}

// put asks a question and counts how it was answered; MRR is the sum for now.
func (h *Handlers) put(ctx context.Context, q EvalQuestion, reply *EvalReply, took *[]float64) error {
	if q.Expect != "" && q.Expect != "no-error" && refusals[q.Expect] == "" {
		return fmt.Errorf("expect: unknown %q", q.Expect)
	}
	at, err := atEnd(q.AskedAt)
	if err != nil {
		return fmt.Errorf("asked_at: %w", err)
	}
	answer, err := h.Ask(ctx, AskRequest{Question: q.Question, At: at, Limit: evalDepth})
	var problem *Problem
	if err != nil && !(q.Expect == "no-error" && errors.As(err, &problem)) {
		return err
	}
	*took = append(*took, answer.TookMS)
	line := EvalLine{ID: q.ID, Kind: q.Kind, Question: q.Question, Outcome: answer.Outcome}
	switch q.Expect {
	case "":
		reply.Answers++
		line.Rank = q.rank(answer)
		line.OK = line.Rank == 1
		if line.OK {
			reply.First++
		}
		if line.Rank > 0 {
			reply.MRR += 1 / float64(line.Rank)
			if line.Rank <= 3 {
				reply.InThree++
			}
		}
		if answer.Outcome == index.NotInDossier || answer.Outcome == index.NoneInRange {
			reply.Wrongly++
		}
	case "no-error":
		line.OK = true
	default:
		reply.Refusals++
		if line.OK = answer.Outcome == refusals[q.Expect]; line.OK {
			reply.Refused++
		}
	}
	reply.Questions = append(reply.Questions, line)
	return nil
}

// atEnd is the end of a day in UTC, or the moment that a time names; the
// empty text is no moment.
func atEnd(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if day, err := time.Parse(time.DateOnly, text); err == nil {
		return day.Add(24*time.Hour - time.Second), nil
	}
	return time.Parse(time.RFC3339, text)
}

// rank is the place of the first hit that answers, or by which all that are
// wanted are shown; 0 where none is, or where a hit of the first three is of a
// document that it must not be of.
func (q EvalQuestion) rank(a AskReply) int {
	if a.Outcome != index.Answered && a.Outcome != index.Ambiguous || len(a.Hits) < q.MinHits {
		return 0
	}
	if len(q.OnlyDocs) > 0 {
		for _, hit := range a.Hits[:min(3, len(a.Hits))] {
			if !slices.ContainsFunc(q.OnlyDocs, func(doc string) bool { return strings.HasPrefix(hit.Document, doc) }) {
				return 0
			}
		}
	}
	if len(q.Relevant) == 0 && len(q.AllRelevant) == 0 {
		return min(1, len(a.Hits))
	}
	last := 0
	for _, r := range q.AllRelevant {
		at := first(a.Hits, r)
		if at == 0 {
			return 0
		}
		last = max(last, at)
	}
	best := 0
	for _, r := range q.Relevant {
		if at := first(a.Hits, r); at > 0 && (best == 0 || at < best) {
			best = at
		}
	}
	if len(q.Relevant) > 0 && best == 0 {
		return 0
	}
	return max(last, best)
}

// first is the place of the first hit that is the passage; 0 for none.
func first(hits []Hit, r Relevant) int {
	want := fold(r.Contains)
	return 1 + slices.IndexFunc(hits, func(hit Hit) bool {
		return strings.HasPrefix(hit.Document, r.Doc) && utf8.RuneCountInString(hit.Text) <= longestHit && strings.Contains(fold(hit.Text), want)
	})
}

func fold(text string) string { return strings.Join(strings.Fields(text), " ") }
