package handlers_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dossierbot/handlers"
	"dossierbot/index"
)

// FuzzAsk: whatever is typed, nothing panics, an error is one that can be
// mended, and what is shown is valid, verbatim, and as many as asked for.
func FuzzAsk(f *testing.F) {
	for _, seed := range [][3]string{
		{"what did Dahlke say about the rack in March 2024", "Vorn", "2024"}, {"+title:x^5 (a OR b)~2 /re/ *", "*", "2024-02-30"},
		{"@everyone \u202e summit", "\x00", "last month"}, {"rack\xff", "\xff", "../2024"}, {"Vorn", "dahlke", "before 2020"},
	} {
		f.Add(seed[0], seed[1], seed[2])
	}
	h := serve(f, railway)
	f.Fuzz(func(t *testing.T, question, name, from string) {
		for _, r := range []handlers.AskRequest{{Question: question}, {Question: question, Speaker: name}, {Question: question, Source: name}, {Question: question, From: from}} {
			reply, err := h.Ask(t.Context(), r)
			if err != nil {
				problem(t, err)
				continue
			}
			if !utf8.ValidString(reply.Reading + reply.Answer + strings.Join(reply.Notes, "")) {
				t.Errorf("not UTF-8: %q, %q, %q", reply.Reading, reply.Answer, reply.Notes)
			}
			if (reply.Answer == "") != (reply.Outcome == index.Answered) {
				t.Errorf("%s with the answer %q", reply.Outcome, reply.Answer)
			}
			if len(reply.Hits) > 3 {
				t.Errorf("%d hits", len(reply.Hits))
			}
			for _, hit := range append(reply.Hits, reply.Nearest...) {
				if text := railway[hit.Document]; !strings.Contains(text, hit.Text) {
					t.Errorf("%s is not verbatim", hit.Passage)
				}
			}
		}
		reply, err := h.Actor(t.Context(), handlers.ActorRequest{Name: name})
		if err != nil {
			if p := problem(t, err); !utf8.ValidString(p.Error()) {
				t.Errorf("not UTF-8: %q", p)
			}
		} else if !utf8.ValidString(reply.Answer) {
			t.Errorf("not UTF-8: %q", reply.Answer)
		} else if (reply.Actor != nil) != (reply.Outcome == index.Answered) || (reply.Answer == "") != (reply.Outcome == index.Answered) {
			t.Errorf("%s with the actor %v and the answer %q", reply.Outcome, reply.Actor, reply.Answer)
		}
	})
}
