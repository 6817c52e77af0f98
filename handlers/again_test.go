package handlers_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
	"dossierbot/index"
)

// again is how a question was read: the parts that another time or actor may
// change.
type again struct {
	Speakers, Actors []string
	Time             string
	Dimension        index.Dimension
}

func readAgain(r handlers.AskReply) again {
	a := again{Speakers: r.Interpretation.Speakers, Actors: r.Interpretation.Actors}
	if t := r.Interpretation.Time; t != nil {
		a.Time, a.Dimension = t.Interval.String(), t.Dimension
	}
	return a
}

// TestAskAgainOfTheBundledDossier: the same question in another time and of
// another speaker.
func TestAskAgainOfTheBundledDossier(t *testing.T) {
	h := open(t, "")
	const question = "what did Budrys say in November 2025"
	for name, c := range map[string]struct {
		request handlers.AskRequest
		want    again
		reading string
	}{
		"as asked":              {handlers.AskRequest{}, again{[]string{"budrys"}, []string{}, "2025-11", index.Said}, "statements by Kęstutis Budrys · said in Nov 2025"},
		"another time":          {handlers.AskRequest{OtherTime: "2026"}, again{[]string{"budrys"}, []string{}, "2026", index.Said}, "statements by Kęstutis Budrys · said in 2026"},
		"another actor":         {handlers.AskRequest{OtherActor: "Nausėda"}, again{[]string{"nauseda"}, []string{}, "2025-11", index.Said}, "statements by Gitanas Nausėda · said in Nov 2025"},
		"both":                  {handlers.AskRequest{OtherTime: "October 2025", OtherActor: "nauseda"}, again{[]string{"nauseda"}, []string{}, "2025-10", index.Said}, "statements by Gitanas Nausėda · said in Oct 2025"},
		"both, only named":      {handlers.AskRequest{OtherTime: "2026", OtherActor: "nauseda", NameOnly: true}, again{[]string{}, []string{"nauseda"}, "2026", index.Said}, "passages that name Gitanas Nausėda · said in 2026"},
		"in place of an option": {handlers.AskRequest{Speaker: "lukashenko", OtherActor: "nauseda"}, again{[]string{"nauseda"}, []string{}, "2025-11", index.Said}, "statements by Gitanas Nausėda · said in Nov 2025"},
	} {
		t.Run(name, func(t *testing.T) {
			c.request.Question = question
			r := ask(t, h, c.request)
			if diff := cmp.Diff(c.want, readAgain(r)); diff != "" {
				t.Errorf("read (-want +got):\n%s", diff)
			}
			if r.Reading != c.reading {
				t.Errorf("read as %q, want %q", r.Reading, c.reading)
			}
			if r.Question != question {
				t.Errorf("the question became %q", r.Question)
			}
		})
	}
}

func TestAskAgain(t *testing.T) {
	h := serve(t, railway)
	for name, c := range map[string]struct {
		request handlers.AskRequest
		reading string
	}{
		"a time where there was none":      {handlers.AskRequest{Question: "what did Dahlke say", OtherTime: "September 2025"}, "statements by Hanne Dahlke · said in Sep 2025"},
		"a time without a speaker":         {handlers.AskRequest{Question: "the tunnel in 2025", OtherTime: " 2024 "}, "passages · on “tunnel” · in 2024"},
		"a time, by when it was published": {handlers.AskRequest{Question: "what did Dahlke say in 2025", OtherTime: "2024", Dimension: index.Published}, "statements by Hanne Dahlke · published in 2024"},
		"an open time":                     {handlers.AskRequest{Question: "what did Dahlke say in 2025", OtherTime: "2024/.."}, "statements by Hanne Dahlke · said from 2024 on"},
		"a recurring day":                  {handlers.AskRequest{Question: "what did Dahlke say on 11 March", OtherTime: "2024-03"}, "statements by Hanne Dahlke · said in Mar 2024"},
		"a time narrowed":                  {handlers.AskRequest{Question: "what did Dahlke say in 2025", OtherTime: "2024", From: "2024-03"}, "statements by Hanne Dahlke · said from Mar to Dec 2024"},
		"who must be named":                {handlers.AskRequest{Question: "Dahlke and the tunnel", OtherActor: "Agda Vorn"}, "passages that name Agda Vorn · on “tunnel”"},
		"who must be named, an option":     {handlers.AskRequest{Question: "tunnel", Actor: "dahlke", OtherActor: "agda-vorn"}, "passages that name Agda Vorn · on “tunnel”"},
		"nobody before":                    {handlers.AskRequest{Question: "the tunnel", OtherActor: "agda-vorn"}, "passages that name Agda Vorn · on “tunnel”"},
		"whom it is about":                 {handlers.AskRequest{Question: "what was said about Dahlke", OtherActor: "agda-vorn"}, "passages · on Agda Vorn"},
		"the speaker, not whom it is about": {handlers.AskRequest{Question: "what did Agda Vorn say about Dahlke", OtherActor: "ilja-vorn"},
			"statements by Ilja Vorn · on Hanne Dahlke"},
		"an ambiguous speaker":   {handlers.AskRequest{Question: "what did Vorn say about the tunnel", OtherActor: "dahlke"}, "statements by Hanne Dahlke · on “tunnel”"},
		"a speaker nobody knows": {handlers.AskRequest{Question: "what did Quillon Marsupilami say about the tunnel", OtherActor: "dahlke"}, "statements by Hanne Dahlke · on “tunnel”"},
		"a speaker only named":   {handlers.AskRequest{Question: "what did Dahlke say about the tunnel", NameOnly: true}, "passages that name Hanne Dahlke · on “tunnel”"},
		"nobody to be named":     {handlers.AskRequest{Question: "the tunnel", NameOnly: true}, "passages · on “tunnel”"},
	} {
		t.Run(name, func(t *testing.T) {
			r := ask(t, h, c.request)
			if r.Reading != c.reading || r.Outcome == index.Ambiguous {
				t.Errorf("%s, read as %q; want %q", r.Outcome, r.Reading, c.reading)
			}
		})
	}
}

// TestAskAgainStaysAmbiguous where the other actor is none of whom the name may
// mean.
func TestAskAgainStaysAmbiguous(t *testing.T) {
	r := ask(t, serve(t, railway), handlers.AskRequest{Question: "what did Dahlke say about Vorn", OtherActor: "railway-company"})
	if len(r.Candidates) != 2 {
		t.Errorf("candidates %+v, want two", r.Candidates)
	}
}

func TestAskAgainWrongly(t *testing.T) {
	h := serve(t, railway)
	for name, c := range map[string]struct {
		request handlers.AskRequest
		want    string
	}{
		"time":      {handlers.AskRequest{OtherTime: "nonsense"}, "“nonsense” is no date"},
		"actor":     {handlers.AskRequest{OtherActor: "Quillon Marsupilami"}, "No actor is called “Quillon Marsupilami”"},
		"namesakes": {handlers.AskRequest{OtherActor: "Vorn"}, "“Vorn” may mean Agda Vorn or Ilja Vorn"},
	} {
		t.Run(name, func(t *testing.T) {
			c.request.Question = "what did Dahlke say in 2024"
			_, err := h.Ask(t.Context(), c.request)
			if p := problem(t, err); p.What != c.want {
				t.Errorf("%q, want %q", p.What, c.want)
			}
		})
	}
}
