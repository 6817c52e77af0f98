package handlers_test

import (
	"strings"
	"testing"

	"dossierbot/handlers"
	"dossierbot/index"
)

func TestEvalFields(t *testing.T) {
	h := serve(t, railway)
	for name, c := range map[string]struct {
		line string
		rank int
		ok   bool
	}{
		"relevant":                 {`"question": "tunnel meadows", "relevant": [{"doc": "chron", "contains": "flood the  meadows"}]`, 1, true},
		"one of several":           {`"question": "tunnel meadows", "relevant": [{"doc": "summit", "contains": "moon"}, {"doc": "chronicle.txt", "contains": "tunnel"}]`, 1, true},
		"another case":             {`"question": "tunnel meadows", "relevant": [{"doc": "chron", "contains": "Flood the meadows"}]`, 0, false},
		"another document":         {`"question": "tunnel meadows", "relevant": [{"doc": "courier", "contains": "tunnel"}]`, 0, false},
		"second":                   {`"question": "summit", "relevant": [{"doc": "undated", "contains": "well"}]`, 2, false},
		"all":                      {`"question": "tunnel meadows", "all_relevant": [{"doc": "chron", "contains": "tunnel"}, {"doc": "chron", "contains": "meadows"}]`, 1, true},
		"all, in two hits":         {`"question": "summit", "all_relevant": [{"doc": "summit", "contains": "snow"}, {"doc": "undated", "contains": "well"}]`, 2, false},
		"all but one":              {`"question": "tunnel meadows", "all_relevant": [{"doc": "chron", "contains": "tunnel"}, {"doc": "chron", "contains": "moon"}]`, 0, false},
		"only these documents":     {`"question": "summit", "only_docs": ["summit", "undated"], "relevant": [{"doc": "summit", "contains": "snow"}]`, 1, true},
		"not only these documents": {`"question": "summit", "only_docs": ["summit"], "relevant": [{"doc": "summit", "contains": "snow"}]`, 0, false},
		"enough hits":              {`"question": "summit", "min_hits": 2`, 1, true},
		"too few hits":             {`"question": "summit", "min_hits": 3`, 0, false},
		"refused wrongly":          {`"question": "zeppelins", "relevant": [{"doc": "summit", "contains": "snow"}]`, 0, false},
		"refused":                  {`"question": "zeppelins", "expect": "abstain"`, 0, true},
		"not refused":              {`"question": "summit", "expect": "abstain"`, 0, false},
		"none in range":            {`"question": "what did Dahlke say in 1990", "expect": "none-in-range"`, 0, true},
		"abstain is another thing": {`"question": "what did Dahlke say in 1990", "expect": "abstain"`, 0, false},
		"no error":                 {`"question": "", "expect": "no-error"`, 0, true},
		"asked then":               {`"question": "what did Dahlke say last March", "asked_at": "2024-05-01", "relevant": [{"doc": "c", "contains": "rope"}]`, 1, true},
		"asked at a moment":        {`"question": "what did Dahlke say last March", "asked_at": "2024-05-01T10:00:00Z", "relevant": [{"doc": "c", "contains": "rope"}]`, 1, true},
		"described":                {`"question": "tunnel meadows", "described": true, "relevant": [{"doc": "chron", "contains": "tunnel"}]`, 1, true},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := h.Eval(t.Context(), strings.NewReader("\n"+`{"id": "a", "kind": "k", `+c.line+"}\n"))
			if err != nil || len(r.Questions) != 1 {
				t.Fatalf("%+v, %v", r, err)
			}
			if q := r.Questions[0]; q.Rank != c.rank || q.OK != c.ok || q.ID != "a" || q.Kind != "k" {
				t.Errorf("got %+v, want rank %d, ok %v", q, c.rank, c.ok)
			}
		})
	}
}

func TestEvalSums(t *testing.T) {
	r, err := serve(t, railway).Eval(t.Context(), strings.NewReader(`
{"id": "1", "question": "tunnel meadows", "relevant": [{"doc": "chron", "contains": "tunnel"}]}
{"id": "2", "question": "summit", "relevant": [{"doc": "undated", "contains": "well"}]}
{"id": "3", "question": "zeppelins", "relevant": [{"doc": "undated", "contains": "well"}]}
{"id": "4", "question": "zeppelins", "expect": "abstain"}
{"id": "5", "question": "summit", "expect": "abstain"}
{"id": "6", "question": "", "expect": "no-error"}
`))
	if err != nil {
		t.Fatal(err)
	}
	if r.Answers != 3 || r.First != 1 || r.InThree != 2 || r.MRR != 0.5 || r.Refusals != 2 || r.Refused != 1 || r.Wrongly != 1 || len(r.Questions) != 6 {
		t.Errorf("got %+v", r)
	}
	if r.P50MS < 0 || r.P99MS < r.P50MS {
		t.Errorf("half within %v ms, 99 of 100 within %v ms", r.P50MS, r.P99MS)
	}
}

// TestEvalDescribed: such a question is for a folder with a dossier.yaml.
func TestEvalDescribed(t *testing.T) {
	const line = `{"id": "a", "question": "tunnel meadows", "described": true, "relevant": [{"doc": "chron", "contains": "tunnel"}]}`
	bare := with(railway, "dossier.yaml", "", "actors.yaml", "")
	r, err := serve(t, bare).Eval(t.Context(), strings.NewReader(line))
	if err != nil || len(r.Questions) != 0 || r.Answers != 0 {
		t.Errorf("a folder without dossier.yaml: %+v, %v", r, err)
	}
}

func TestEvalLongHit(t *testing.T) {
	q := handlers.EvalQuestion{Relevant: []handlers.Relevant{{Doc: "a", Contains: "é"}}}
	for length, want := range map[int]int{1200: 1, 1201: 2} { // characters, not bytes
		long, short := handlers.Hit{Text: strings.Repeat("é", length)}, handlers.Hit{Text: "é"}
		long.Document, short.Document = "a.txt", "a.txt"
		if got := q.Rank(handlers.AskReply{Outcome: index.Answered, Hits: []handlers.Hit{long, short}}); got != want {
			t.Errorf("a hit of %d characters: rank %d, want %d", length, got, want)
		}
	}
}

func TestEvalBroken(t *testing.T) {
	h := serve(t, railway)
	const good = `{"id": "a", "question": "summit"}` + "\n\n"
	for name, c := range map[string]struct{ lines, want string }{
		"no JSON":       {good + "{nonsense\n", "line 3"},
		"another type":  {good + `{"question": 7}`, "line 3"},
		"asked_at":      {good + `{"question": "summit", "asked_at": "yesterday"}`, "line 3: asked_at"},
		"expect":        {good + `{"question": "summit", "expect": "applause"}`, `line 3: expect: unknown "applause"`},
		"no question":   {good + `{"id": "b"}`, "line 3: There is no question"},
		"too long":      {good + `{"question": "` + strings.Repeat("x", 2<<20) + `"}`, "line 3"},
		"not an object": {"[]\n", "line 1"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := h.Eval(t.Context(), strings.NewReader(c.lines))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

func TestEvalOutcomeIsShown(t *testing.T) {
	r, err := serve(t, railway).Eval(t.Context(), strings.NewReader(`{"question": "what did Vorn say"}`))
	if err != nil || r.Questions[0].Outcome != index.Ambiguous || !r.Questions[0].OK {
		t.Errorf("%+v, %v", r, err)
	}
}
