package discord_test

import (
	"strings"
	"testing"

	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
	"dossierbot/handlers"
)

func TestErrorsArePrivate(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	for _, c := range []struct {
		name string
		in   standin.Interaction
		want []string // what is wrong, what to do, one example
	}{
		{"no date", ask("ferries", opt("from", "nonsense")), []string{"**“nonsense” is no date.**", "Write a year", "-# for example: 2025-11-26"}},
		{"no such speaker", ask("ferries", opt("speaker", "Zebedee Qwx")), []string{"“Zebedee Qwx”", "-# for example:"}},
		{"no question", ask("  "), []string{"**There is no question.**", "-# for example:"}},
		{"an old passage", standin.Interaction{Type: 3, CustomID: "context:0123456789abcdef"}, []string{"no longer in the dossier", "Ask again"}},
		{"an unknown button", standin.Interaction{Type: 3, CustomID: "launch:missiles"}, []string{"before a restart", "Ask again"}},
		{"an empty button", standin.Interaction{Type: 3, CustomID: ":::"}, []string{"before a restart"}},
		{"an unknown command", standin.Slash("dance"), []string{"Something went wrong here"}},
		{"an unknown kind", standin.Interaction{Type: 9, Raw: map[string]any{"custom_id": "x", "components": []any{}}}, []string{"Something went wrong here"}},
		{"options of another type", standin.Slash("ask", opt("question", 5), opt("private", "yes")), []string{"**There is no question.**"}},
		{"evidence that is gone", standin.Interaction{Type: 3, CustomID: "evidence:vellamo:fares"}, []string{"no longer in the dossier"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := s.Send(c.in)
			checkText(t, r, c.want...)
			if !r.Private() {
				t.Error("shown to all")
			}
		})
	}
}

func TestForgottenQuestion(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(ask("ferries"))
	card := s.Send(standin.Slash("actor", opt("name", "okafor")))
	s.bot.Forget()
	again := s.Send(s.Press(r, "More"))
	checkText(t, again, "before a restart", "Ask again")
	if !again.Private() {
		t.Error("shown to all")
	}
	// What carries all that it needs lives on.
	checkText(t, s.Send(s.Press(r, "Context")), "**The passage**")
	checkText(t, s.Send(s.Press(card, "Timeline")), "**Mira Okafor**")
	checkText(t, s.Send(s.Press(card, "Evidence")), "where Mira Okafor stands")
}

func TestPanicEndsNothing(t *testing.T) {
	t.Parallel()
	s := start(t, new(handlers.Handlers), setup{}) // nil all over
	r := s.Send(ask("the secret of the ferries"))
	checkText(t, r, "Something went wrong here", "Try again")
	if !r.Private() {
		t.Error("shown to all")
	}
	if r := s.Send(standin.Typing("actor", "name", "o")); len(r.Choices) != 0 {
		t.Errorf("choices %+v", r.Choices)
	}
	checkText(t, s.Send(ask("once more")), "Something went wrong here")
	s.stop() // an answer is logged once it is sent
	log := s.log.String()
	if !strings.Contains(log, "handler panicked") || !strings.Contains(log, "stack=") || !strings.Contains(log, "handlers.") {
		t.Errorf("the log does not tell where:\n%s", log)
	}
}

func TestLogKeepsQuestionsAndTokensOut(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	s.Send(ask("a question about ferries and secrets"))
	s.Send(ask("secrets", opt("from", "a secret date")))
	s.stop()
	log := s.log.String()
	if strings.Contains(log, "secret") || strings.Contains(log, s.Token()) || strings.Contains(log, "token-2") {
		t.Errorf("the log holds what it should not:\n%s", log)
	}
	if !strings.Contains(log, "what=/ask") || !strings.Contains(log, "took=") {
		t.Errorf("the log does not tell what was answered:\n%s", log)
	}
}

func TestAnswerNotSent(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{Options: standin.Options{Deadline: 1}}) // every answer comes too late
	if _, err := s.TrySend(ask("ferries")); err == nil {
		t.Fatal("answered within a nanosecond")
	}
	s.Wait("the failure in the log", func() bool { return strings.Contains(s.log.String(), "not answered") })
	if log := s.log.String(); !strings.Contains(log, "10062") || strings.Contains(log, "token-2") {
		t.Errorf("log:\n%s", log)
	}
}

func TestRecallIsBounded(t *testing.T) {
	r := discord.NewRecall(2)
	a := discord.Add(r, handlers.AskRequest{Question: "a"})
	b := discord.Add(r, handlers.AskRequest{Question: "b"})
	if _, ok := discord.Find(r, a); !ok { // and so it was used last
		t.Fatal("a is forgotten")
	}
	discord.Add(r, handlers.AskRequest{Question: "c"})
	if _, ok := discord.Find(r, b); ok {
		t.Error("b is still there")
	}
	if q, ok := discord.Find(r, a); !ok || q.Question != "a" {
		t.Errorf("a is forgotten: %+v, %v", q, ok)
	}
}
