package corpus

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Sizes of a passage in characters (runes).
const (
	shortPassage = 300  // below it, a paragraph is joined with the next
	fullPassage  = 900  // above it, a paragraph is cut into parts
	maxPassage   = 1200 // no passage is ever longer
)

// Passages cuts the text of the document with the id into passages of about
// 300 to 900 characters, and never more than 1,200, at the ends of paragraphs
// and sentences. The passages are numbered from 1 and, joined in order, give
// back the whole text byte for byte: white space belongs to the passage
// before it, and at the start of the text to the first passage.
//
// A paragraph of 300 to 900 characters is one passage, a longer one is cut
// into parts of like size, short ones are joined with what follows, and a
// heading stays with what it heads. A text of white space alone gives
// passages of white space, for the join to hold; an empty one gives none.
func Passages(id, text string) []Passage {
	var out []Passage
	for _, p := range pack(paragraphs(text)) {
		out = append(out, Passage{ID: id + "#" + strconv.Itoa(len(out)+1), Span: p.Span})
	}
	return out
}

// piece is a stretch of text: a sentence or part of one, a paragraph, a
// passage.
type piece struct {
	Span
	runes int
	leads bool // belongs with what follows it
}

// plus is the piece with the one right behind it.
func (p piece) plus(next piece) piece {
	return piece{Span{p.Start, next.End}, p.runes + next.runes, next.leads}
}

// paragraph is a paragraph or heading as the pieces it may be cut into.
type paragraph struct {
	pieces []piece
	runes  int
}

func paragraphs(text string) []paragraph {
	var out []paragraph
	var p paragraph
	for _, s := range split(text) {
		for _, part := range cutSentence(text, s.Span) {
			p.pieces = append(p.pieces, part)
			p.runes += part.runes
		}
		if !s.closes {
			continue
		}
		if isHeading(text[p.pieces[0].Start:s.End]) {
			for i := range p.pieces {
				p.pieces[i].leads = true
			}
		}
		out = append(out, p)
		p = paragraph{}
	}
	return out
}

// isHeading tells whether a paragraph only opens what follows: a short line
// that is no sentence, no item of a list and no row of a table, or one that
// Markdown marks.
func isHeading(paragraph string) bool {
	line := strings.TrimSpace(paragraph)
	if line == "" || utf8.RuneCountInString(line) >= shortPassage {
		return false
	}
	if line[0] == '#' {
		return true
	}
	return !endsInStop(line) && (!startsItem(line) || isEnumerator(line))
}

// pack joins and cuts paragraphs into passages.
func pack(paragraphs []paragraph) []piece {
	var out, open []piece // open is not in a passage yet
	runes, leading := 0, 0
	for _, p := range paragraphs {
		open = append(open, p.pieces...)
		runes += p.runes
		if p.pieces[0].leads {
			leading += p.runes
		} else {
			leading = 0
		}
		// Many lines in a row without a full stop are a list or a table, and
		// not the headings of what follows.
		if runes < shortPassage || leading > 0 && leading < shortPassage {
			continue
		}
		if runes <= maxPassage && p.runes <= fullPassage {
			out = append(out, whole(open))
		} else {
			out = append(out, cutEvenly(open, runes)...)
		}
		open, runes, leading = nil, 0, 0
	}
	if len(open) == 0 {
		return out
	}
	rest := whole(open)
	if last := len(out) - 1; last >= 0 && out[last].runes+rest.runes <= fullPassage {
		out[last] = out[last].plus(rest)
		return out
	}
	return append(out, cutEvenly(open, runes)...)
}

func whole(pieces []piece) piece {
	all := pieces[0]
	for _, p := range pieces[1:] {
		all = all.plus(p)
	}
	return all
}

// cutEvenly makes passages of like size out of pieces that hold so many
// characters together.
func cutEvenly(pieces []piece, runes int) []piece {
	var out []piece
	pieces = gluedToNext(pieces)
	for len(pieces) > 0 {
		goal := evenShare(runes)
		p := pieces[0]
		n := 1
		for ; n < len(pieces); n++ {
			longer := p.plus(pieces[n])
			rest := runes - p.runes
			tail := rest < shortPassage/2 && p.runes+rest <= maxPassage
			if !tail && (longer.runes > maxPassage || longer.runes-goal > goal-p.runes) {
				break
			}
			p = longer
		}
		out = append(out, p)
		pieces, runes = pieces[n:], runes-p.runes
	}
	return out
}

// gluedToNext joins each piece that leads with the one that follows it, as
// far as the greatest size allows.
func gluedToNext(pieces []piece) []piece {
	var out []piece
	for _, p := range pieces {
		last := len(out) - 1
		if last >= 0 && out[last].leads && out[last].runes+p.runes <= maxPassage {
			out[last] = out[last].plus(p)
		} else {
			out = append(out, p)
		}
	}
	return out
}
