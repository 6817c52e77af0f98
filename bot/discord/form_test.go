package discord_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/discord/standin"
)

// TestAskAgain: the same question in another time, of another person, and of
// that person in yet another time.
func TestAskAgain(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(ask("what did Okafor say in November 2025"))
	form := s.Send(s.Press(r, "And in …"))
	if form.Type != 9 || form.Form.Text != "what did Okafor say in November 2025" {
		t.Fatalf("type %d, form %+v", form.Type, form.Form)
	}
	want := []standin.Input{{CustomID: "time", Label: "In another time"}, {CustomID: "actor", Label: "Of another person or body"}}
	if diff := cmp.Diff(want, form.Form.Inputs); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	june := s.Send(s.Submit(form, map[string]string{"time": " June 2025 "}))
	checkText(t, june, "Statements by Mira Okafor", "said in Jun 2025", "**Mira Okafor**", "— 5 Jun 2025")
	if june.Private() {
		t.Error("asked in public, answered in private")
	}
	other := s.Send(s.Submit(s.Send(s.Press(june, "And in …")), map[string]string{"actor": "Aino Lindqvist"}))
	checkText(t, other, "Statements by Aino Lindqvist", "said in Jun 2025")
	// What was given stays for the other buttons.
	checkText(t, s.Send(s.Press(other, "By when published")), "Statements by Aino Lindqvist", "published in Jun 2025")
	checkText(t, s.Send(s.Press(other, "Mentions too")), "name Aino Lindqvist", "in Jun 2025")
	// And the first question is as it was.
	both := s.Send(s.Submit(s.Send(s.Press(r, "And in …")), map[string]string{"time": "2024/2025", "actor": "bertil-lindqvist"}))
	checkText(t, both, "Statements by Bertil Lindqvist", "2024")
}

// TestAskAgainOptions: a time or a speaker that was an option gives way too.
func TestAskAgainOptions(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(ask("ferries", opt("speaker", "okafor"), opt("from", "2025-07"), opt("to", "2025-08")))
	again := s.Send(s.Submit(s.Send(s.Press(r, "And in …")), map[string]string{"time": "November 2025", "actor": "aino-lindqvist"}))
	checkText(t, again, "Statements by Aino Lindqvist", "ferries", "in Nov 2025")
}

func TestAskAgainWrongly(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(ask("what did Okafor say in November 2025"))
	form := s.Send(s.Press(r, "And in …"))
	for name, c := range map[string]struct {
		values map[string]string
		want   []string
	}{
		"nothing":        {nil, []string{"**Neither another time nor another name was given.**", "Give at least one", "-# for example: October 2025"}},
		"spaces":         {map[string]string{"time": "  ", "actor": "\t"}, []string{"**Neither another time nor another name was given.**"}},
		"no time":        {map[string]string{"time": "nonsense"}, []string{"**“nonsense” is no date.**", "Write a year"}},
		"no such actor":  {map[string]string{"actor": "Zebedee Qwx"}, []string{"**No actor is called “Zebedee Qwx”.**", "-# for example:"}},
		"several actors": {map[string]string{"actor": "Lindqvist"}, []string{"**“Lindqvist” may mean Aino Lindqvist or Bertil Lindqvist.**"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := s.Send(s.Submit(form, c.values))
			checkText(t, got, c.want...)
			if !got.Private() {
				t.Error("shown to all")
			}
		})
	}
	s.bot.Forget()
	for name, in := range map[string]standin.Interaction{
		"button": s.Press(r, "And in …"), "form": s.Submit(form, map[string]string{"time": "2024"}),
		"another form": {Type: 5, Raw: map[string]any{"custom_id": "x", "components": []any{}}},
		"empty form":   {Type: 5, Raw: map[string]any{"custom_id": "", "components": []any{map[string]any{"type": 1, "components": []any{}}}}},
	} {
		got := s.Send(in)
		checkText(t, got, "before a restart", "Ask again")
		if !got.Private() {
			t.Errorf("%s: shown to all", name)
		}
	}
}

// TestShare: what was answered in private can be shown to all, as it is.
func TestShare(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	private := s.Send(s.Press(s.Send(ask("ferries", opt("private", true))), "More"))
	shared := s.Send(s.Press(private, "Share to channel"))
	checkText(t, shared, "4–6 of ")
	if !private.Private() || shared.Private() {
		t.Errorf("private %v, shared in private %v", private.Private(), shared.Private())
	}
	for _, l := range shared.Labels() {
		if l == "Share to channel" {
			t.Error("what all see can be shared again")
		}
	}
	again := s.Send(s.Submit(s.Send(s.Press(private, "And in …")), map[string]string{"time": "2025"}))
	if !again.Private() {
		t.Error("asked in private, answered in public")
	}
}
