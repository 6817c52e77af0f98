package handlers_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
	"dossierbot/index"
)

func TestNarrow(t *testing.T) {
	h := serve(t, railway)
	for name, c := range map[string]struct {
		request handlers.AskRequest
		reading string
		want    string // passage of the first hit
	}{
		"speaker":               {handlers.AskRequest{Question: "the tunnel", Speaker: "agda-vorn"}, "statements by Agda Vorn · on “tunnel”", "chronicle.txt#1"},
		"speaker by case form":  {handlers.AskRequest{Question: "snow", Speaker: "hanne DAHLKE"}, "statements by Hanne Dahlke · on “snow”", "summit.txt#1"},
		"speaker about another": {handlers.AskRequest{Question: "what about Dahlke", Speaker: "Agda Vorn"}, "statements by Agda Vorn · on Hanne Dahlke", "chronicle.txt#1"},
		"actor":                 {handlers.AskRequest{Question: "summit", Actor: "Dahlke"}, "passages that name Hanne Dahlke · on “summit”", "summit.txt#1"},
		"speaker and actor": {handlers.AskRequest{Question: "meadows", Speaker: "Agda Vorn", Actor: "Dahlke"},
			"statements by Agda Vorn that name Hanne Dahlke · on “meadows”", "chronicle.txt#1"},
		"actor whom the question has speak": {handlers.AskRequest{Question: "what did Dahlke say about the summit", Actor: "Dahlke"},
			"passages that name Hanne Dahlke · on “summit”", "summit.txt#1"},
		"by when it was published": {handlers.AskRequest{Question: "what did Dahlke say in 2025", Dimension: index.Published},
			"statements by Hanne Dahlke · published in 2025", "summit.txt#1"},
		"by nothing, without a time": {handlers.AskRequest{Question: "what did Dahlke say about the summit", Dimension: index.Published},
			"statements by Hanne Dahlke · on “summit”", "summit.txt#1"},
		"topic":               {handlers.AskRequest{Question: "snow", Topic: "ticket prices"}, "passages · on “snow” and “Fares”", "summit.txt#1"},
		"topic asked already": {handlers.AskRequest{Question: "fares", Topic: "fares"}, "passages · on “fares”", "summit.txt#1"},
		"source by publisher": {handlers.AskRequest{Question: "locomotives", Source: "highland courier"},
			"passages · on “locomotives” · from “Rope or rack” and “Summit station reopens”", "courier.txt#1"},
		"source by id":        {handlers.AskRequest{Question: "cows", Source: "chronicle-2024"}, "passages · on “cows” · from “Railway R&D to cost more”", "chronicle.txt#1"},
		"source by a word":    {handlers.AskRequest{Question: "snow", Source: "Reopens"}, "passages · on “snow” · from “Summit station reopens”", "summit.txt#1"},
		"from":                {handlers.AskRequest{Question: "Dahlke", From: "2025"}, "passages that name Hanne Dahlke · from 2025 on", "summit.txt#1"},
		"to":                  {handlers.AskRequest{Question: "what did Dahlke say", To: "2024-06"}, "statements by Hanne Dahlke · said until the end of Jun 2024", "chronicle.txt#1"},
		"from and to":         {handlers.AskRequest{Question: "Dahlke", From: " 1 March 2024 ", To: "31 March 2024"}, "passages that name Hanne Dahlke · in Mar 2024", "courier.txt#1"},
		"within the question": {handlers.AskRequest{Question: "what did Dahlke say in 2024", From: "2024-03"}, "statements by Hanne Dahlke · said from Mar to Dec 2024", "chronicle.txt#1"},
		"which of namesakes": {handlers.AskRequest{Question: "what did Vorn say about the locomotives", Speaker: "ilja-vorn"},
			"statements by Ilja Vorn · on “locomotives”", "courier.txt#1"},
		"which of namesakes is meant": {handlers.AskRequest{Question: "Vorn and the locomotives", Actor: "ilja-vorn"},
			"passages that name Ilja Vorn · on “locomotives”", "courier.txt#1"},
	} {
		t.Run(name, func(t *testing.T) {
			r := ask(t, h, c.request)
			if r.Outcome != index.Answered || r.Reading != c.reading {
				t.Errorf("%s, read as %q; want answered, %q", r.Outcome, r.Reading, c.reading)
			}
			var first []string // of two passages that say the same either may be shown
			for _, hit := range r.Hits[:min(1, len(r.Hits))] {
				first = append(first, hit.Passage)
				for _, also := range hit.AlsoIn {
					first = append(first, also.Passage)
				}
			}
			if !slices.Contains(first, c.want) {
				t.Errorf("first %q, want %s", first, c.want)
			}
		})
	}
}

// TestNarrowAmbiguous: a name that fits two stays so where who was given is
// neither.
func TestNarrowAmbiguous(t *testing.T) {
	r := ask(t, serve(t, railway), handlers.AskRequest{Question: "Vorn", Speaker: "Dahlke"})
	got := append([]string{}, r.Interpretation.Actors...)
	if diff := cmp.Diff([]string{"ilja-vorn", "agda-vorn"}, got); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
	if r.Outcome == index.Answered {
		t.Errorf("outcome %s, want ambiguous or nothing", r.Outcome)
	}
}

func TestNarrowTimeIsShown(t *testing.T) {
	r := ask(t, serve(t, railway), handlers.AskRequest{Question: "what did Dahlke say", From: "2024-03", To: "2024-04"})
	got := r.Interpretation.Time
	if got == nil || got.Text != "from 2024-03 to 2024-04" || got.Interval.String() != "2024-03/2024-04" || got.Dimension != index.Said {
		t.Errorf("time %+v", got)
	}
}

func TestNarrowWrongly(t *testing.T) {
	h := serve(t, railway)
	for name, c := range map[string]struct {
		request handlers.AskRequest
		want    handlers.Problem
	}{
		"speaker": {handlers.AskRequest{Speaker: "Quillon Marsupilami"},
			handlers.Problem{What: "No actor is called “Quillon Marsupilami”", Do: "Use a name that the dossier knows, or leave it out", Example: "Hanne Dahlke"}},
		"actor": {handlers.AskRequest{Actor: "Quillon Marsupilami"},
			handlers.Problem{What: "No actor is called “Quillon Marsupilami”", Do: "Use a name that the dossier knows, or leave it out", Example: "Hanne Dahlke"}},
		"a given name": {handlers.AskRequest{Speaker: "Agda"},
			handlers.Problem{What: "No actor is called “Agda”", Do: "Use a name that the dossier knows, or leave it out", Example: "Agda Vorn"}},
		"namesakes": {handlers.AskRequest{Speaker: "Vorn"},
			handlers.Problem{What: "“Vorn” may mean Agda Vorn or Ilja Vorn", Do: "Give the full name or the id", Example: "agda-vorn"}},
		"topic": {handlers.AskRequest{Topic: "submarines"},
			handlers.Problem{What: "No topic is called “submarines”", Do: "Use one that the dossier has, or put the word into the question", Example: "The rack railway"}},
		"source":         {handlers.AskRequest{Source: "Lakeside Herald"}, handlers.Problem{What: "No source is called “Lakeside Herald”", Do: "Choose one that is listed under sources", Example: "chronicle-note.md"}},
		"part of a word": {handlers.AskRequest{Source: "hron"}, handlers.Problem{What: "No source is called “hron”", Do: "Choose one that is listed under sources", Example: "chronicle-note.md"}},
		"no word":        {handlers.AskRequest{Source: "?!"}, handlers.Problem{What: "No source is called “?!”", Do: "Choose one that is listed under sources", Example: "chronicle-note.md"}},
		"from":           {handlers.AskRequest{From: "nonsense"}, handlers.Problem{What: "“nonsense” is no date", Do: "Write a year, a month or a day", Example: "2025-11-26"}},
		"no such day":    {handlers.AskRequest{To: "2025-02-30"}, handlers.Problem{What: "“2025-02-30” is no date", Do: "Write a year, a month or a day", Example: "2025-11-26"}},
		"no such month":  {handlers.AskRequest{To: "2025-13"}, handlers.Problem{What: "“2025-13” is no date", Do: "Write a year, a month or a day", Example: "2025-11-26"}},
		"no beginning":   {handlers.AskRequest{From: "before 2025"}, handlers.Problem{What: "“before 2025” is no date", Do: "Write a year, a month or a day", Example: "2025-11-26"}},
		"no end":         {handlers.AskRequest{To: "2025/.."}, handlers.Problem{What: "“2025/..” is no date", Do: "Write a year, a month or a day", Example: "2025-11-26"}},
		"the wrong way":  {handlers.AskRequest{From: "2025", To: "2024"}, handlers.Problem{What: "The time ends before it begins", Do: "Exchange from and to", Example: "from 2025-01 to 2025-11"}},
		"about nothing": {handlers.AskRequest{Dimension: "whenever"},
			handlers.Problem{What: "“whenever” is nothing that a time can be about", Do: "Use one of said, published, event and any"}},
		"not in question": {handlers.AskRequest{Question: "rack in 2024", From: "2025"}, handlers.Problem{What: "The question asks for another time, “in 2024”", Do: "Leave out either that or from and to"}},
	} {
		t.Run(name, func(t *testing.T) {
			if c.request.Question == "" {
				c.request.Question = "rack"
			}
			_, err := h.Ask(t.Context(), c.request)
			if diff := cmp.Diff(c.want, *problem(t, err)); diff != "" {
				t.Errorf("problem (-want +got):\n%s", diff)
			}
		})
	}
}

func TestProblemInOneLine(t *testing.T) {
	for want, p := range map[string]handlers.Problem{
		"There is no name. Give one":                            {What: "There is no name", Do: "Give one"},
		"“x” is no date. Write a year, for example: 2025-11-26": {What: "“x” is no date", Do: "Write a year", Example: "2025-11-26"},
	} {
		if got := p.Error(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
