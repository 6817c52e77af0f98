package discord_test

import (
	"strings"
	"testing"

	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
	"dossierbot/handlers"
)

// TestCite: every passage that is shown can be cited, also after a restart.
func TestCite(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	answered := s.Send(ask("what did Okafor say in November 2025"))
	card := s.Send(standin.Slash("actor", opt("name", "Okafor")))
	s.bot.Forget()
	for name, r := range map[string]standin.Reply{
		"an answer": answered,
		"context":   s.Send(s.Press(answered, "Context")),
		"a card":    card,
		"evidence":  s.Send(s.Press(card, "Evidence")),
		"verify":    s.Send(standin.Slash("verify", opt("quotation", "We will not raise the fares this winter"))),
	} {
		t.Run(name, func(t *testing.T) {
			cited := s.Send(s.Press(r, "Cite"))
			if !cited.Private() {
				t.Error("shown to all")
			}
			checkText(t, cited, "**Chicago, note**\n```\n", "(key ", ") in the dossier “The ferries of Vellamo", "revision r", "\n```",
				"**APA 7**\n```\n", "**MLA 9**\n```\n", "**Markdown**\n```\n", "**BibTeX**\n```\n@misc{", "**RIS**\n```\nTY  - ")
		})
	}
	note := s.Send(ask("nine million crowns"))
	checkText(t, s.Send(s.Press(note, "Cite")), "our note on", "```\nEditor's note on ", "title = {{Editor's note on ")
	gone := s.Send(standin.Interaction{Type: 3, CustomID: "cite:0123456789abcdef"})
	checkText(t, gone, "has no passage", "ask again")
}

// TestCitationsWithinLimits: a citation is shown whole or not at all, and a
// text cannot end its block.
func TestCitationsWithinLimits(t *testing.T) {
	citation := func(text string) handlers.CiteReply {
		r := handlers.CiteReply{About: hugeAbout()}
		for _, style := range handlers.CiteStyles() {
			r.Citations = append(r.Citations, handlers.Citation{Style: style, Name: string(style), Text: text})
		}
		return r
	}
	for name, c := range map[string]struct {
		text  string
		shown int
		file  bool
	}{
		"short":     {"A. B.", 7, false},
		"ticks":     {strings.Repeat("`", 40) + "\n```js\n" + strings.Repeat("`", 7), 7, false},
		"long":      {strings.Repeat("a", 1200), 2, true},
		"too long":  {strings.Repeat("a", 5000), 0, true},
		"half long": {strings.Repeat("a", 500), 6, true},
	} {
		t.Run(name, func(t *testing.T) {
			m := discord.Citations(citation(c.text))
			s := checkLimits(t, m)
			if got := strings.Count(s.text, "```"); got != 2*c.shown {
				t.Errorf("%d marks of blocks, want those of %d blocks in:\n%s", got, c.shown, s.text)
			}
			if (len(m.Files) == 1) != c.file {
				t.Errorf("%d files", len(m.Files))
			}
		})
	}
}
