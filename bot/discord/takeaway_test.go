package discord_test

import (
	"encoding/csv"
	"strings"
	"testing"
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
