package discord

import (
	"regexp"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// styledPassage is the text of a hit with the words said in italics and the
// terms asked for in bold. Where the question asks for someone's statements,
// only those are set apart.
func styledPassage(h handlers.Hit) []run {
	styles := make([]style, len(h.Text))
	for _, s := range shownStatements(h) {
		for _, span := range s.Spans {
			from, to := within(h, span[0], span[1])
			for to > from && to < len(h.Text) && isWordByte(h.Text[to-1]) && isWordByte(h.Text[to]) {
				to++ // Discord does not end italics inside a word
			}
			for i := from; i < to; i++ {
				styles[i].italic = true
			}
		}
	}
	for _, m := range h.Matched {
		from, to := within(h, m[0], m[1])
		for i := from; i < to; i++ {
			styles[i].bold = true
		}
	}
	return runsOf(h.Form, h.Text, styles)
}

// headingMark is Markdown's mark of a heading.
var headingMark = regexp.MustCompile(`(?m)^#{1,6}[ \t]+`)

// runsOf are the runs of a text, styles giving the style of each byte; nil
// gives all of it none. Our notes are written in Markdown: their headings are
// bold here and lose their marks.
func runsOf(form corpus.Form, text string, styles []style) []run {
	if styles == nil {
		styles = make([]style, len(text))
	}
	hidden := make([]bool, len(text))
	if form == corpus.Note {
		for _, m := range headingMark.FindAllStringIndex(text, -1) {
			for i := m[0]; i < m[1]; i++ {
				hidden[i] = true
			}
			for i := m[1]; i < len(text) && text[i] != '\n'; i++ {
				styles[i].bold = true
			}
		}
	}
	var runs []run
	for i := 0; i < len(text); {
		end := i + 1
		for end < len(text) && (styles[end] == styles[i] && hidden[end] == hidden[i] || !utf8.RuneStart(text[end])) {
			end++
		}
		if !hidden[i] {
			runs = append(runs, run{text[i:end], styles[i]})
		}
		i = end
	}
	return runs
}

// within is a stretch of the document as a stretch of the hit's text.
func within(h handlers.Hit, start, end int) (from, to int) {
	from = min(max(start-h.Start, 0), len(h.Text))
	to = min(max(end-h.Start, from), len(h.Text))
	return from, to
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// shownStatements are the statements asked for, or where none is, all of them.
func shownStatements(h handlers.Hit) []handlers.Statement {
	var out []handlers.Statement
	for _, s := range h.Statements {
		if s.Asked {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return h.Statements
	}
	return out
}

// prefix is what stands before every line of a document's text: the mark of a
// quotation for a source's words, none for ours.
func prefix(f corpus.Form) string {
	if f == corpus.Note {
		return ""
	}
	return "> "
}
