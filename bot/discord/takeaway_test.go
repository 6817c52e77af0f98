package discord_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"dossierbot/bot/discord/standin"
)

// TestExportAnswer: all of an answer, whichever page of it is shown, as two
// files.
func TestExportAnswer(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	page := s.Send(s.Press(s.Send(ask("ferries", opt("sort", "newest"))), "More"))
	r := s.Send(s.Press(page, "Export"))
	if !r.Private() || len(r.Files) != 2 {
		t.Fatalf("private %v, files %d", r.Private(), len(r.Files))
	}
	document := string(r.Files["answer.md"])
	for _, want := range []string{"# ferries\n", "\n## Passage 1: ", "\n> ", "\n- Passage: `", "dossier “The ferries of Vellamo"} {
		if !strings.Contains(document, want) {
			t.Errorf("%q is not in:\n%s", want, document)
		}
	}
	table, err := csv.NewReader(strings.NewReader(string(r.Files["answer.csv"]))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	_, of, _ := strings.Cut(page.Text, "4–6 of ")
	of, _, _ = strings.Cut(of, " ")
	if passages := len(table) - 1; passages < 7 || passages != strings.Count(document, "\n## Passage ") {
		t.Errorf("%d passages as CSV, %d as Markdown", passages, strings.Count(document, "\n## Passage "))
	}
	checkText(t, r, "to take away", "of "+of)
	s.bot.Forget()
	checkText(t, s.Send(s.Press(page, "Export")), "before a restart")
}

// TestExportOthers: cards and timelines too, also after a restart, of the time
// that they are shown of.
func TestExportOthers(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	card := s.Send(standin.Slash("actor", opt("name", "Okafor"), opt("as_of", "2025-06")))
	line := s.Send(standin.Slash("timeline", opt("subject", "Okafor"), opt("from", "2025-06"), opt("to", "2025-06")))
	topic := s.Send(standin.Slash("timeline", opt("subject", "quays")))
	s.bot.Forget()
	for name, c := range map[string]struct {
		of       standin.Reply
		want     []string
		not, row string
	}{
		"card":     {card, []string{"# Mira Okafor\n", "As of Jun 2025", "\n## Statements\n"}, "26 Nov 2025", "statement,okafor,"},
		"timeline": {line, []string{"# Timeline: Mira Okafor\n", "Time: Jun 2025", "\n## 5 Jun 2025 — said by Mira Okafor\n"}, "Nov 2025", "entry,said,2025-06-05,"},
		"topic":    {topic, []string{"# Timeline: New quays\n"}, "Time:", "entry,said,"},
	} {
		t.Run(name, func(t *testing.T) {
			r := s.Send(s.Press(c.of, "Export"))
			document := string(r.Files["answer.md"])
			for _, want := range c.want {
				if !strings.Contains(document, want) {
					t.Errorf("%q is not in:\n%s", want, document)
				}
			}
			if strings.Contains(document, c.not) || !r.Private() {
				t.Errorf("private %v, want it and no %q in:\n%s", r.Private(), c.not, document)
			}
			if table := string(r.Files["answer.csv"]); !strings.Contains(table, "\r\n"+c.row) {
				t.Errorf("no row %q in:\n%s", c.row, table)
			}
		})
	}
	checkText(t, s.Send(standin.Interaction{Type: 3, CustomID: "export:sources:0"}), "before a restart")
}
