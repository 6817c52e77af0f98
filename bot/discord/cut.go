package discord

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// units is the length of a text as Discord may count it, in UTF-16 units.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// cut shortens a plain text, one that Discord shows as it is, to at most
// limit units. It cuts between graphemes and ends what it cut with "…".
func cut(s string, limit int) string {
	s = cleanLine(s)
	if units(s) <= limit {
		return s
	}
	var b strings.Builder
	room := limit - 1
	for state := -1; s != ""; {
		var g string
		g, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		if room -= units(g); room < 0 {
			break
		}
		b.WriteString(g)
	}
	return strings.TrimRight(b.String(), " ") + "…"
}

// line escapes an untrusted text for the inside of a line, at most limit
// units long.
func line(s string, limit int) string {
	s = cleanLine(s)
	if !rightToLeft(s) {
		out, _ := write("", []run{{text: s}}, limit)
		return out
	}
	out, _ := write("", []run{{text: s}}, limit-2)
	return isolate(out)
}

// style is how Discord shows a run of text.
type style struct{ bold, italic bool }

// run is a stretch of untrusted text in one style.
type run struct {
	text string
	style
}

// write escapes runs of text and puts prefix before every line. What is
// longer than limit units is cut between graphemes and ends with "…"; then
// isCut is true.
func write(prefix string, runs []run, limit int) (text string, isCut bool) {
	w := writer{prefix: prefix, limit: limit}
	w.all(runs)
	if !w.full {
		return w.out.String(), false
	}
	w = writer{prefix: prefix, limit: limit - 1} // room for "…"
	w.all(runs)
	return w.out.String() + "…", true
}

// writer writes runs until the limit is reached. White space waits until the
// next letter, since Discord knows no style that begins or ends with it.
type writer struct {
	prefix string
	limit  int
	out    strings.Builder
	size   int
	esc    escaper
	style  style // that is open
	spaces int   // that wait, since the last of
	breaks int   // the line ends that wait
	full   bool
}

func (w *writer) all(runs []run) {
	w.put(w.prefix)
	for _, r := range runs {
		text := clean(r.text)
		for state := -1; text != "" && !w.full; {
			var g string
			g, text, _, state = uniseg.FirstGraphemeClusterInString(text, state)
			w.grapheme(g, text, r.style)
		}
	}
	w.put(change(w.style, style{}))
}

func (w *writer) put(s string) {
	w.out.WriteString(s)
	w.size += units(s)
}

func (w *writer) grapheme(g, rest string, st style) {
	switch g {
	case "\n":
		w.spaces, w.breaks = 0, w.breaks+1
		return
	case " ":
		w.spaces = min(w.spaces+1, maxSpaces)
		return
	}
	var b strings.Builder // a grapheme may be as long as the whole text
	b.WriteString(w.between(st))
	for i, r := range g {
		after := g[i+utf8.RuneLen(r):]
		if after == "" {
			after = rest
		}
		b.WriteString(w.esc.escape(r, after))
	}
	text := b.String()
	if w.size+units(text)+units(change(st, style{})) > w.limit {
		w.full = true
		return
	}
	w.put(text)
	w.style, w.spaces, w.breaks = st, 0, 0
}

// maxSpaces is how many spaces in a row are kept: enough for an indented
// list, too few to push what follows out of sight.
const maxSpaces = 8

// between is the white space that waits, with the marks of style around it.
// Styles end with a line and begin anew in the next.
func (w *writer) between(st style) string {
	if w.breaks == 0 {
		spaces := strings.Repeat(" ", w.spaces)
		if w.spaces > 0 {
			w.esc.escape(' ', "")
		}
		if st == w.style {
			return spaces
		}
		stays := shared(w.style, st)
		return change(w.style, stays) + spaces + change(stays, st)
	}
	w.esc.place = atStart
	gap := ""
	if w.size > units(w.prefix) { // something is written already
		gap = "\n" + w.prefix
		if w.breaks > 1 {
			gap += gap // an empty line carries the prefix as well, or a quotation would end there
		}
	}
	return change(w.style, style{}) + gap + change(style{}, st)
}

// shared is what may stay open from one style to the next: italics stay
// outside of bold.
func shared(a, b style) style {
	italic := a.italic && b.italic
	return style{italic: italic, bold: a.bold && b.bold && a.italic == b.italic}
}

// change is the marks that lead from one style to another that holds it or is
// held by it.
func change(from, to style) string {
	var b strings.Builder
	if from.bold && !to.bold {
		b.WriteString("**")
	}
	if from.italic != to.italic {
		b.WriteString("_")
	}
	if to.bold && !from.bold {
		b.WriteString("**")
	}
	return b.String()
}
