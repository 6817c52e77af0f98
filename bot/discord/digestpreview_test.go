package discord_test

import (
	"fmt"
	"strings"
	"testing"

	"dossierbot/bot/discord/standin"
)

func TestPreview(t *testing.T) {
	t.Parallel()
	l := newLiving(t)
	s := start(t, l.Handlers, setup{store: l.store})
	checkText(t, s.Send(digest("preview")), "nothing to tell yet")

	l = changedInAllWays(t)
	l.change(t, "our-note.md", l.replaced(t, "our-note.md", "harbour", "harbor")) // no news: a slip
	s = start(t, l.Handlers, setup{store: l.store})
	all := s.Send(digest("preview"))
	checkText(t, all, "a preview: everything that changes, since ", "nothing is sent", "**New**: “The fog horn”", "**Position**")
	if !all.Private() {
		t.Error("shown to all")
	}
	one := s.Send(digest("preview", opt("actors", "aino-lindqvist"), opt("language", "pl")))
	checkText(t, one, "by or about Aino Lindqvist", "-# tylko: Aino Lindqvist", "**Nowe**: “The fog horn”", "The fog horn sounds")
	if strings.Contains(one.Text, "old leaflet") || strings.Contains(one.Text, "that the quays would wait") {
		t.Errorf("more than was asked for:\n%s", one.Text)
	}
	s.Send(digest("subscribe", here(), opt("sources", "Island Post"), opt("language", "uk")))
	checkText(t, s.Send(digest("preview", opt("number", "1"))), "from Island Post", "-# лише: Island Post", "**Нове тут, але старе**: “An old leaflet”")
	checkText(t, s.Send(digest("preview", opt("number", "1"), opt("sources", "budget.txt"), opt("language", "en"))), "**Revised**: “A budget for the quays”")
	checkText(t, s.Send(digest("preview", opt("topics", "fares"), opt("actors", "crews-union"))), "nothing to tell yet")
}

// What does not fit the message of a preview is in a file beside it.
func TestLongPreview(t *testing.T) {
	t.Parallel()
	l := newLiving(t)
	var files []string
	for n := range 9 {
		text := fmt.Sprintf("---\ntitle: Volume %d\npublished: 2026-01-30\n---\n", n)
		for d := range 4 {
			text += fmt.Sprintf("Mira Okafor said on %d January 2026 that the ferry number %d of %d would be painted anew%s.\n\n", 20+d, n, d, strings.Repeat(" and anew", 40))
		}
		files = append(files, fmt.Sprintf("v%d.md", n), text)
	}
	l.change(t, files...)
	s := start(t, l.Handlers, setup{store: l.store})
	r := s.Send(digest("preview"))
	checkText(t, r, "9 new documents", "- **New**: “Volume 0”", "new statements: Mira Okafor 36", "details are in the thread")
	file := string(r.Files["thread.md"])
	for n := range 9 {
		for d := range 4 {
			if !strings.Contains(file, fmt.Sprintf("number %d of %d would", n, d)) {
				t.Errorf("statement %d of volume %d is not in the file", d, n)
			}
		}
	}
}

func TestDigestButtons(t *testing.T) {
	t.Parallel()
	l := changedInAllWays(t)
	// A button in a channel, or from before a restart, holds all that it needs.
	s := start(t, l.Handlers, setup{store: l.store})
	digested := s.Send(digest("preview"))
	digested.Flags = 0
	checkLabels(t, digested, "Ask about this", "Ask about this", "Ask about this", "What changed", "Card")

	form := s.Send(s.Press(digested, "Ask about this"))
	if !strings.Contains(form.Form.Title, "Ask about this") {
		t.Fatalf("form %+v", form.Form)
	}
	answer := s.Send(s.Submit(form, map[string]string{"question": "when does the fog horn sound"}))
	checkText(t, answer, "The **fog horn sounds**", "“The fog horn”, Harbour Gazette")
	if !answer.Private() {
		t.Error("the answer is shown to all")
	}
	checkText(t, s.Send(s.Submit(form, map[string]string{"question": " "})), "There is no question")

	changed := s.Send(s.Press(digested, "What changed"))
	checkText(t, changed, "**Revised**: “A budget for the quays”", "3 of 46 words changed",
		"-# new statements\n**Mira Okafor**", "> _\"New quays are dearer than new schools,\"_",
		"-# statements gone\n**Mira Okafor**", "> _\"New quays are cheaper than old ones,\"_")
	if !changed.Private() {
		t.Error("what changed is shown to all")
	}
	checkText(t, s.Send(s.Press(changed, "Context")), "**The passage**")
	checkText(t, s.Send(s.Press(digested, "Card")), "**Mira Okafor**", "**Fares** — conditional")

	lithuanian := s.Send(digest("preview", opt("language", "lt")))
	checkText(t, s.Send(s.Press(lithuanian, "Kas pasikeitė")), "**Pakeista**", "nauji pasisakymai", "2025-03")

	// After the documents are gone.
	l.change(t, "fog.md", "", "budget.txt", "", "dossier.yaml", "title: The ferries\n", "actors.yaml", "actors: []\n")
	s = start(t, l.Handlers, setup{store: l.store})
	checkText(t, s.Send(s.Press(digested, "Ask about this")), "no longer in the dossier")
	checkText(t, s.Send(s.Press(digested, "What changed")), "“A budget for the quays”", "cheaper than old ones")
	for _, id := range []string{"changed:0123456789abcdef:0:1-2:en", "changed:x:0:1-x:en", "changed:x:0:99-98:en", "changed:::", "askof:"} {
		r := s.Send(standin.Interaction{Type: 3, CustomID: id})
		if !r.Private() || !strings.Contains(r.Text, "no longer") {
			t.Errorf("%s: %s", id, r.Text)
		}
	}
}
