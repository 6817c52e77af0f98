package terminal

import (
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
	"golang.org/x/term"
)

// The width of a page in columns: that of the terminal, but lines of over 100
// are hard to read; 80 where there is no terminal to ask.
const (
	defaultWidth = 80
	minWidth     = 30
	maxWidth     = 100
)

// style is how a stretch of text stands out. Bold and dim suffice: colours
// are the terminal's owner's business.
type style int

const (
	plain style = iota
	bold
	dim
	hidden // not shown at all
)

// run is a stretch of text in one style.
type run struct {
	text  string
	style style
}

// page lays text out for people, wrapped at its width. Whatever is written to
// it may come from anybody: control characters are neutralised.
type page struct {
	out    strings.Builder
	width  int
	styled bool
}

// newPage is a page for w: as wide as the terminal and styled if w is one.
func newPage(w io.Writer) *page {
	p := &page{width: defaultWidth}
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return p
	}
	if columns, _, err := term.GetSize(int(file.Fd())); err == nil && columns > 0 {
		p.width = min(max(columns, minWidth), maxWidth)
	}
	// https://no-color.org
	p.styled = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	return p
}

// blank ends a block: one empty line, and none at the top of the page.
func (p *page) blank() {
	if s := p.out.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		p.out.WriteString("\n")
	}
}

// text writes a paragraph in one style.
func (p *page) text(s style, text string) { p.write("", run{text, s}) }

// write writes runs as lines that all begin with the indent.
func (p *page) write(indent string, runs ...run) { p.lines(indent, indent, runs) }

// item writes runs as an entry of a list, with the lines after its first set
// in.
func (p *page) item(runs ...run) { p.lines("  ", "    ", runs) }

// row writes a line that begins with a label, whose spaces are kept, and ends
// with a text that is set in below itself.
func (p *page) row(label, text string) {
	mark := "  " + label + "  "
	p.lines(mark, strings.Repeat(" ", 6), []run{{text, plain}})
}

// lines writes runs as lines, of which the first begins with the mark and the
// others with the indent, which is as wide or wider. Words are not broken;
// line ends and blank lines of the text are kept.
func (p *page) lines(mark, indent string, runs []run) {
	room := p.width - uniseg.StringWidth(indent)
	used, current := 0, plain
	for i, w := range words(runs) {
		gap := " "
		switch {
		case i == 0:
			gap = mark
		case w.newlines > 1:
			gap = "\n" + strings.TrimRight(indent, " ") + "\n" + indent
		case w.newlines == 1 || used+1+w.width > room:
			gap = "\n" + indent
		}
		if gap == " " {
			used += 1 + w.width
		} else {
			used = w.width
		}
		if gap != " " || w.pieces[0].style != current {
			current = p.turn(current, plain)
		}
		p.out.WriteString(gap)
		for _, piece := range w.pieces {
			current = p.turn(current, piece.style)
			p.out.WriteString(piece.text)
		}
	}
	p.turn(current, plain)
	p.out.WriteString("\n")
}

// turn writes the terminal's codes that lead from one style to the next,
// which it returns.
// https://ecma-international.org/publications-and-standards/standards/ecma-48/ (SGR)
func (p *page) turn(from, to style) style {
	if !p.styled || from == to {
		return to
	}
	if from != plain {
		p.out.WriteString("\x1b[22m")
	}
	switch to {
	case bold:
		p.out.WriteString("\x1b[1m")
	case dim:
		p.out.WriteString("\x1b[2m")
	}
	return to
}

// word is what stands between two stretches of white space; its letters may
// be of several styles.
type word struct {
	pieces   []run
	width    int // in columns
	newlines int // line ends before it
}

// words cuts runs at white space and neutralises every other character.
func words(runs []run) []word {
	var out []word
	var current word
	var letters strings.Builder
	endPiece := func(s style) {
		if letters.Len() > 0 {
			current.pieces = append(current.pieces, run{letters.String(), s})
			letters.Reset()
		}
	}
	endWord := func() {
		if len(current.pieces) == 0 {
			return
		}
		whole := ""
		for _, piece := range current.pieces {
			whole += piece.text
		}
		current.width = uniseg.StringWidth(whole)
		out = append(out, current)
		current = word{}
	}
	for _, r := range runs {
		for _, c := range r.text {
			if !unicode.IsSpace(c) {
				letters.WriteRune(neutral(c))
				continue
			}
			endPiece(r.style)
			endWord()
			if c == '\n' {
				current.newlines++
			}
		}
		endPiece(r.style)
	}
	endWord()
	return out
}

// neutral is what is shown for a character of a text that others wrote. A
// character that could move the cursor, begin an escape sequence or turn the
// direction of the line is shown as U+FFFD, so that a reader sees that
// something stood there.
func neutral(r rune) rune {
	if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
		return unicode.ReplacementChar
	}
	return r
}
