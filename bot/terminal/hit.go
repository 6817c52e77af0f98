package terminal

import (
	"regexp"
	"slices"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// hit shows a passage: who said it and when, the words, where they stand.
func (p *page) hit(h handlers.Hit) {
	p.blank()
	for _, headline := range headlines(h) {
		p.write("", headline...)
	}
	p.write(quotePrefix(h.Form), marked(h)...)
	p.text(dim, citation(h.About)+" · "+h.Passage)
	p.alsoIn(h.AlsoIn)
}

// alsoIn names the other documents with the same words.
func (p *page) alsoIn(others []handlers.AlsoIn) {
	for _, also := range others {
		p.text(dim, "also in: "+title(also.Title, also.Document, also.Source))
	}
}

// headlines say who speaks in a hit, in what office, and when: one line a
// speaker and date. Where the question asks for nobody's statements they say
// only that these are in it, so that nobody takes the whole for their words.
func headlines(h handlers.Hit) [][]run {
	var lines [][]run
	asked := slices.ContainsFunc(h.Statements, func(s handlers.Statement) bool { return s.Asked })
	type headline struct{ who, office, said string }
	stated := map[string]bool{} // dates that some statement here is known to be of
	for _, s := range h.Statements {
		if s.Said.Basis == corpus.Stated {
			stated[s.Said.Human()] = true
		}
	}
	var order []headline
	kinds := map[headline][]corpus.Kind{}
	for _, s := range h.Statements {
		if s.Asked != asked {
			continue
		}
		l := headline{speaker(s), s.Office, s.When}
		if d := s.Said; d.Basis == corpus.Inferred && !s.Latest {
			if d.Basis = corpus.Stated; stated[d.Human()] {
				l.said = d.Human() // one date, not one more
			}
		}
		if kinds[l] == nil {
			order = append(order, l)
		}
		kinds[l] = append(kinds[l], s.Kind)
	}
	for _, l := range order {
		rest := " — " + l.said + manner(kinds[l], h.About)
		if l.office != "" {
			rest = ", " + l.office + rest
		}
		if asked {
			lines = append(lines, []run{{l.who, bold}, {rest, plain}})
		} else {
			lines = append(lines, []run{{"in it: " + l.who + rest, dim}})
		}
	}
	return lines
}

// speaker names who made a statement, as fully as is known.
func speaker(s handlers.Statement) string {
	switch {
	case s.Name != "":
		return s.Name
	case s.SpeakerText != "":
		return string(s.SpeakerText)
	}
	return "Speaker not named"
}

// manner marks words that are not, or not all, the speaker's own.
func manner(kinds []corpus.Kind, a handlers.About) string {
	all := func(kind corpus.Kind) bool {
		return !slices.ContainsFunc(kinds, func(k corpus.Kind) bool { return k != kind })
	}
	switch {
	case all(corpus.Direct):
		return ""
	case all(corpus.Reported) && a.Form == corpus.Note:
		return " · in our words"
	case a.Form == corpus.Note:
		return " · partly in our words"
	case all(corpus.Reported):
		return " · reported by " + reporter(a)
	}
	return " · partly in the words of " + reporter(a)
}

// reporter is whose words a document is in.
func reporter(a handlers.About) string {
	switch {
	case a.Author != "":
		return string(a.Author)
	case a.Source != "":
		return string(a.Source)
	}
	return "the document"
}

// quotePrefix begins the lines of a verbatim text. The words of a source are
// set off as a quotation, an editor's are not.
func quotePrefix(f corpus.Form) string {
	if f == corpus.Note {
		return "  "
	}
	return "> "
}

// marked is a hit's text, byte for byte but for what is neutralised: the
// terms asked for in bold, and, where statements were asked for, what is not
// theirs dimmed.
func marked(h handlers.Hit) []run {
	styles := make([]style, len(h.Text))
	fill := func(start, end int, s style) {
		for i := max(start-h.Start, 0); i < min(end-h.Start, len(styles)); i++ {
			styles[i] = s
		}
	}
	for _, s := range h.Statements {
		if s.Asked {
			fill(h.Start, h.End, dim)
			break
		}
	}
	for _, s := range h.Statements {
		if s.Asked {
			for _, span := range s.Spans {
				fill(span[0], span[1], plain)
			}
		}
	}
	for _, m := range h.Matched {
		fill(m[0], m[1], bold)
	}
	return stretches(h.Form, h.Text, styles)
}

// headingMark is Markdown's mark of a heading.
var headingMark = regexp.MustCompile(`(?m)^#{1,6}[ \t]+`)

// stretches cuts a text where the styles of its bytes change, never within a
// character. Our notes are written in Markdown: their headings are bold here
// and lose their marks.
func stretches(form corpus.Form, text string, styles []style) []run {
	if form == corpus.Note {
		for _, m := range headingMark.FindAllStringIndex(text, -1) {
			for i := m[0]; i < len(text) && text[i] != '\n'; i++ {
				styles[i] = bold
				if i < m[1] {
					styles[i] = hidden
				}
			}
		}
	}
	var runs []run
	add := func(from, to int) {
		if from < to && styles[from] != hidden {
			runs = append(runs, run{text[from:to], styles[from]})
		}
	}
	start := 0
	for i := range text {
		if styles[i] != styles[start] {
			add(start, i)
			start = i
		}
	}
	add(start, len(text))
	return runs
}

// citation says where a passage stands.
func citation(a handlers.About) string {
	s := title(a.Title, a.Document, "")
	for _, name := range []handlers.Optional{a.Author, a.Source} {
		if name != "" {
			s += ", " + string(name)
		}
	}
	if a.Form == corpus.Note {
		s = "our note on " + s
	}
	if a.Published.Known() {
		s += " · published " + a.Published.Human()
	} else {
		s += " · date of publication unknown"
	}
	if a.URL != "" {
		s += " · " + string(a.URL)
	}
	return s
}

// title names a document: by its title or, where it has none, its id; then
// who published it.
func title(t handlers.Optional, document string, source handlers.Optional) string {
	s := document
	if t != "" {
		s = quoted(string(t))
	}
	if source != "" {
		s += ", " + string(source)
	}
	return s
}
