package terminal

import (
	"strings"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// reading shows a person how a document was read: passage by passage, with
// the dates, names and statements that were found in each.
func (p *page) reading(d corpus.Document) {
	p.write("", run{title(handlers.Optional(d.Title), d.ID, handlers.Optional(d.Source)), bold})
	about := d.ID + " · " + string(d.Form)
	if d.Language != "" {
		about += " · " + d.Language
	}
	p.text(dim, about)
	if d.Author != "" {
		p.text(plain, "by "+d.Author)
	}
	published := d.Published.Human()
	if d.Published.Why != "" {
		published += ": " + d.Published.Why
	}
	p.text(plain, "published "+published)
	for _, w := range d.Warnings {
		p.text(plain, "warning: "+w)
	}
	for _, passage := range d.Passages {
		p.passage(d, passage)
	}
}

// passage shows one passage, its names and dates in bold, and below it what
// they were taken to mean.
func (p *page) passage(d corpus.Document, passage corpus.Passage) {
	p.blank()
	p.text(dim, passage.ID)
	text := d.Text[passage.Start:passage.End]
	styles := make([]style, len(text))
	stress := func(s corpus.Span) {
		for i := max(s.Start, passage.Start); i < min(s.End, passage.End); i++ {
			styles[i-passage.Start] = bold
		}
	}
	for _, t := range d.Times {
		stress(t.Span)
	}
	for _, m := range d.Mentions {
		stress(m.Span)
	}
	p.write(quotePrefix(d.Form), stretches(d.Form, text, styles)...)
	p.found(d, passage.Span)
}

// found lists what begins within a span of a document.
func (p *page) found(d corpus.Document, within corpus.Span) {
	here := func(s corpus.Span) bool { return within.Start <= s.Start && s.Start < within.End }
	line := func(label, words, meaning, why string) {
		if why != "" {
			why = " · " + why
		}
		p.item(run{label + " ", dim}, run{words, plain}, run{" → " + meaning, plain}, run{why, dim})
	}
	for _, t := range d.Times {
		if here(t.Span) {
			line("date", d.Text[t.Start:t.End], t.Interval.Human(), t.Why)
		}
	}
	for _, g := range d.Ranges {
		if here(g.Span) {
			line("range", d.Text[g.Start:g.End], g.Interval.Human(), "")
		}
	}
	named := map[string]bool{}
	for _, m := range d.Mentions {
		words := d.Text[m.Start:m.End]
		if here(m.Span) && !named[words+m.Actor] {
			named[words+m.Actor] = true
			why := ""
			if m.Ambiguous {
				why = "one of several it may be"
			}
			line("name", words, m.Actor, why)
		}
	}
	for _, s := range d.Statements {
		if here(s.Span()) {
			who := s.SpeakerText
			if who == "" {
				who = "speaker not named"
			}
			if s.Speaker != "" {
				who += " (" + s.Speaker + ")"
			}
			line(string(s.Kind), clipped(wordsOf(d, s)), who+", "+s.When(), s.Said.Why)
		}
	}
}

// wordsOf is what was said, with a mark where the reporter interrupts it.
func wordsOf(d corpus.Document, s corpus.Statement) string {
	var parts []string
	for _, span := range s.Spans {
		parts = append(parts, d.Text[span.Start:span.End])
	}
	return strings.Join(parts, " … ")
}

// clipped is the beginning and the end of a long text, which stands in full
// elsewhere.
func clipped(text string) string {
	const first, last = 6, 4
	w := strings.Fields(text)
	if len(w) <= first+last+1 {
		return text
	}
	return strings.Join(w[:first], " ") + " … " + strings.Join(w[len(w)-last:], " ")
}
