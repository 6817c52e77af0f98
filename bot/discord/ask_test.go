package discord_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/discord/standin"
)

func opt(name string, value any) standin.Option { return standin.Option{Name: name, Value: value} }

func ask(question string, options ...standin.Option) standin.Interaction {
	return standin.Slash("ask", append([]standin.Option{opt("question", question)}, options...)...)
}

// checkText fails where a reply lacks one of the texts, or has them in
// another order.
func checkText(t *testing.T, r standin.Reply, want ...string) {
	t.Helper()
	rest := r.Text
	for _, w := range want {
		i := strings.Index(rest, w)
		if i < 0 {
			t.Errorf("%q is missing, or not in its place, in:\n%s", w, r.Text)
			return
		}
		rest = rest[i+len(w):]
	}
}

func checkLabels(t *testing.T, r standin.Reply, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, r.Labels()); diff != "" {
		t.Errorf("buttons (-want +got):\n%s", diff)
	}
}

func TestAsk(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(ask("what did Okafor say in November 2025"))
	checkText(t, r,
		"-# Statements by Mira Okafor",                                    // how it was read
		"**Mira Okafor**, minister of transport of Vellamo — 26 Nov 2025", // who, office then, when
		"> _\"We will not raise the fares this winter",                    // the words
		"“Ferries stand still”, Coast Agency · published 28 Nov 2025",     // where
		"-# also in: “Crews of the island ferries walk out”",
		"1 of 1")
	checkLabels(t, r, "Context", "Cite", "Mentions too", "By when published", "By when it happened", "And in …", "Export")
	if r.Private() || r.Type != 4 {
		t.Errorf("private %v, type %d: want a public message", r.Private(), r.Type)
	}

	context := s.Send(s.Press(r, "Context"))
	checkText(t, context, "**The passage**", "\"We will not raise the fares", "“Ferries stand still”")
	if !context.Private() {
		t.Error("the context is shown to all")
	}
}

func TestAskPaging(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	first := s.Send(ask("ferries"))
	checkText(t, first, "1–3 of ")
	checkLabels(t, first, "Context", "Cite", "Context", "Cite", "Context", "Cite", "More", "Newest first", "And in …", "Export")
	second := s.Send(s.Press(first, "More"))
	checkText(t, second, "4–6 of ")
	third := s.Send(s.Press(second, "More"))
	checkText(t, third, "7–9 of ")
	if first.Text == second.Text || second.Text == third.Text {
		t.Error("two pages are the same")
	}
	newest := s.Send(s.Press(second, "Newest first"))
	checkText(t, newest, "published 28 Nov 2025", "published 5 Jun 2025", "published Mar 2025", "1–3 of ")
	checkLabels(t, newest, "Context", "Cite", "Context", "Cite", "Context", "Cite", "More", "And in …", "Export")
}

func TestAskOptions(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	for _, c := range []struct {
		name string
		in   standin.Interaction
		want []string
	}{
		{"speaker", ask("ferries", opt("speaker", "aino-lindqvist")), []string{"Statements by Aino Lindqvist", "**Aino Lindqvist**, mayor, Vellamo Town"}},
		{"mentioned", ask("ferries", opt("mentioned", "bertil-lindqvist")), []string{"name Bertil Lindqvist", "Bertil Lindqvist, who leads the crews"}},
		{"topic", ask("harbour", opt("topic", "quays")), []string{"New quays", "told the assembly", "“A budget for the quays”"}},
		{"source", ask("ferries", opt("source", "timetable.txt")), []string{"“Winter timetable dispute”", "1 of 1"}},
		{"from and to", ask("ferries", opt("from", "2024"), opt("to", "2024-12")), []string{"2024", "“Winter timetable dispute”"}},
		{"newest", ask("ferries", opt("sort", "newest")), []string{"published 28 Nov 2025"}},
		{"our note", ask("nine million crowns"), []string{"\nThe harbour dues brought in **nine million crowns**", "our note on “The dues of the harbour”"}},
		{"an unknown date", ask("waiting room with a stove"), []string{"**waiting room**", "“Leaflet of the passengers” · date unknown"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkText(t, s.Send(c.in), c.want...)
		})
	}
	if r := s.Send(ask("nine million crowns")); strings.Contains(r.Text, "> The harbour dues") {
		t.Errorf("our note is shown as a quotation:\n%s", r.Text)
	}
}

func TestAskMentionsToo(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(ask("ferries", opt("speaker", "bertil-lindqvist")))
	more := s.Send(s.Press(r, "Mentions too"))
	checkText(t, more, "name Bertil Lindqvist")
	for _, l := range more.Labels() {
		if l == "Mentions too" {
			t.Error("the button is there again, and would change nothing")
		}
	}
}

// TestAskByAnotherTime: what a time is about can be switched.
func TestAskByAnotherTime(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(ask("what did Okafor say in November 2025"))
	checkText(t, r, "said in Nov 2025")
	published := s.Send(s.Press(r, "By when published"))
	checkText(t, published, "published in Nov 2025", "“Ferries stand still”")
	checkText(t, s.Send(s.Press(published, "By when said")), "said in Nov 2025")
	checkText(t, s.Send(s.Press(r, "Mentions too")), "name Mira Okafor")
}

func TestAskNothingThen(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(ask("what did Okafor say", opt("from", "2025-07"), opt("to", "2025-08")))
	checkText(t, r, "**Nothing by Mira Okafor", "**Nearest before**\n**Mira Okafor**", "5 Jun 2025", "**Nearest after**\n**Mira Okafor**", "26 Nov 2025")
	all := s.Send(s.Press(r, "At any time"))
	checkText(t, all, "Statements by Mira Okafor", "1–3 of ")
}

func TestAskNotInDossier(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(ask("what did Elon Musk say"))
	checkText(t, r, "**The dossier has nothing on “Elon Musk”", "8 documents")
	checkLabels(t, r, "What is in it", "And in …")
	checkText(t, s.Send(s.Press(r, "What is in it")), "**The ferries of Vellamo", "Documents: 8")
}

func TestAskAmbiguous(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(ask("what did Lindqvist say", opt("private", true)))
	want := []standin.MenuOption{
		{Label: "Aino Lindqvist", Value: "aino-lindqvist", Description: "mayor, Vellamo Town"},
		{Label: "Bertil Lindqvist", Value: "bertil-lindqvist", Description: "leader, Union of Ferry Crews"},
	}
	if diff := cmp.Diff(want, r.Menu.Options); diff != "" {
		t.Errorf("menu (-want +got):\n%s", diff)
	}
	if strings.Contains(r.Text, "> ") {
		t.Errorf("there are passages beneath the menu already:\n%s", r.Text)
	}
	chosen := s.Send(s.Choose(r, "bertil-lindqvist"))
	checkText(t, chosen, "Statements by Bertil Lindqvist", "**Bertil Lindqvist**, leader, Union of Ferry Crews")
	if strings.Contains(chosen.Text, "**Aino") {
		t.Errorf("the other one speaks too:\n%s", chosen.Text)
	}
	if !chosen.Private() {
		t.Error("asked in private, answered in public")
	}
}

func TestPrivateStaysPrivate(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(ask("ferries", opt("private", true)))
	for _, label := range []string{"Context", "Cite", "More", "Newest first"} {
		if !r.Private() || !s.Send(s.Press(r, label)).Private() {
			t.Errorf("%s: asked in private, answered in public", label)
		}
	}
	if s.Send(ask("ferries", opt("private", false))).Private() {
		t.Error("asked in public, answered in private")
	}
	direct := ask("ferries")
	direct.Direct = true
	checkText(t, s.Send(direct), "ferries")
}

func TestHostileDocument(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	for _, i := range []standin.Interaction{
		ask("free tickets at the terminal"), standin.Slash("sources"), standin.Slash("actor", opt("name", "okafor")),
		standin.Typing("ask", "source", ""),
	} {
		r := s.Send(i)
		if m := live.FindString(strings.ReplaceAll(r.Text, "](<https://", "")); m != "" {
			t.Errorf("%q is live in:\n%s", m, r.Text)
		}
		if strings.ContainsAny(r.Text, "\u202e\u202c") || strings.Contains(r.Text, "javascript") {
			t.Errorf("not made harmless:\n%s", r.Text)
		}
	}
}

func TestHostileQuestion(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	for name, q := range map[string]string{
		"mentions":      "@everyone @here <@123456789012345678> <@&1> <#2> ferries",
		"markdown":      "**ferries** [x](https://evil.example) ||y|| `z` # a\n> b",
		"directions":    "\u202eseirref\u202c \u2066ferries\u2069 \u200f",
		"6,000 signs":   strings.Repeat("ferries ", 750),
		"6,000 rockets": strings.Repeat("🚀", 3000),
		"index syntax":  `+title:"ferries"^5 -body:/.*/ (a OR b*) ferries~2 AND NOT _all:?`,
		"stop words":    "what is the of and",
		"white space":   "   \t ",
		"zero bytes":    "fer\x00ries",
	} {
		t.Run(name, func(t *testing.T) {
			r := s.Send(ask(q))
			if m := live.FindString(strings.ReplaceAll(r.Text, "](<https://", "")); m != "" {
				t.Errorf("%q is live in:\n%s", m, r.Text)
			}
			if r.Text == "" {
				t.Error("an empty answer")
			}
		})
	}
	checkText(t, s.Send(ask(strings.Repeat("ferries ", 750))), "Only the first 500 characters")
}

func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	var wg sync.WaitGroup
	for range 40 {
		wg.Go(func() {
			if _, err := s.TrySend(ask("what did Okafor say about fares")); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}
