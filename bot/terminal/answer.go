package terminal

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/handlers"
)

// answer shows the reply to a question: how it was read, then the passages,
// then how many there are.
func (p *page) answer(r handlers.AskReply) {
	if r.Reading != "" {
		p.text(dim, upperFirst(r.Reading))
	}
	for _, note := range r.Notes {
		p.text(dim, note)
	}
	if r.Answer != "" {
		p.text(bold, r.Answer)
	}
	p.candidates(r.Candidates, "ask again with --speaker ")
	for _, h := range r.Hits {
		p.hit(h)
	}
	if len(r.Nearest) > 0 {
		p.blank()
		p.text(bold, "Nearest in time:")
		for _, h := range r.Nearest {
			p.hit(h)
		}
	}
	p.blank()
	p.text(dim, footer(r))
}

// footer says how much of how much was shown, and of what dossier.
func footer(r handlers.AskReply) string {
	var parts []string
	if n := len(r.Hits); n > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d", r.Offset+n, max(r.Total, r.Offset+n)))
		if r.Total > r.Offset+n {
			parts[0] += fmt.Sprintf(" (more: --limit %d)", min(r.Total, 3*n))
		}
	}
	return strings.Join(append(parts, about(r.Dossier)), " · ")
}

// about says what a dossier holds.
func about(d handlers.Dossier) string {
	s := "dossier"
	if d.Title != "" {
		s += " " + quoted(d.Title)
	}
	s += fmt.Sprintf(": %s", count(d.Documents, "document"))
	switch c := d.Covers; {
	case c.Closed() && c.First.Year() != c.Last.Year():
		s += fmt.Sprintf(", %d–%d", c.First.Year(), c.Last.Year())
	case c.Known():
		s += ", " + c.Human()
	}
	if d.Undated > 0 {
		s += fmt.Sprintf(", %d without a date", d.Undated)
	}
	return s
}

// candidates lists the actors that a name may mean, and how to name one.
func (p *page) candidates(candidates []handlers.Candidate, how string) {
	for _, c := range candidates {
		line := []run{{c.Name, bold}}
		if c.Office != "" {
			line = append(line, run{" · " + c.Office, plain})
		}
		p.item(append(line, run{" · " + c.Actor, dim})...)
	}
	if len(candidates) > 0 {
		p.text(dim, how+candidates[0].Actor)
	}
}

func quoted(s string) string { return "“" + s + "”" }

// count is a number with its noun, in the plural where it is not one.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
