// Package versions compares two versions of a text: where the words differ, how
// many of them, whether that is more than typing slips, and which of many texts
// may be a later version of which.
//
// It compares words as they stand and knows nothing of who says them; what a
// change means is told by those who read the text.
package versions

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dossierbot/corpus"
)

// Comparison is how a version of a text differs from the one before.
type Comparison struct {
	// Same is true where nothing but line ends, a byte order mark, the
	// normalisation of letters or white space at the ends of lines differs.
	Same bool
	// Stretches are the places where words or marks differ, in order. There are
	// none where only white space differs.
	Stretches []Stretch
	Changed   int // words put in, taken out or replaced
	Of        int // words of both versions, those that they share counted once
}

// Stretch is a place where two versions differ. A side without words is empty,
// and stands where the other's would.
type Stretch struct {
	Before, After corpus.Span
	Slip          bool // a typing slip, or no more than the spelling of one
}

// Slips tells whether the versions differ in nothing but typing slips and white
// space. It is true of versions that are the same.
func (c Comparison) Slips() bool {
	for _, s := range c.Stretches {
		if !s.Slip {
			return false
		}
	}
	return true
}

// Share is how much of the words differ, from 0 to 1.
func (c Comparison) Share() float64 {
	if c.Of == 0 {
		return 0
	}
	return float64(c.Changed) / float64(c.Of)
}

// mostCompared is the longest stretch of lines in bytes that is compared word
// by word; the words of a longer one count as replaced.
const mostCompared = 4 << 20

// Compare compares two versions of a text. isName tells whether a word with a
// capital is the name of somebody, which is never a slip. The time taken grows
// with the length of the texts and is bounded however much they differ.
func Compare(before, after string, isName func(word string) bool) Comparison {
	lines, others := linesOf(before), linesOf(after)
	gaps := numbered(lines, others, func(l line) string { return l.text })
	c := Comparison{Same: len(gaps) == 0}
	taken := 0 // words of the version before that are in no shared stretch
	for _, g := range gaps {
		b, a := spanOf(lines, g.a0, g.a1, len(before)), spanOf(others, g.b0, g.b1, len(after))
		b, a = trimShared(before, after, b, a)
		if b.Len() > mostCompared || a.Len() > mostCompared {
			here, there := countWords(before[b.Start:b.End]), countWords(after[a.Start:a.End])
			taken, c.Changed = taken+here, c.Changed+max(here, there)
			c.Stretches = append(c.Stretches, Stretch{Before: b, After: a})
			continue
		}
		was, is := tokensOf(before, b), tokensOf(after, a)
		for _, w := range numbered(was, is, func(t token) string { return t.text }) {
			out, in := was[w.a0:w.a1], is[w.b0:w.b1]
			c.Stretches = append(c.Stretches, Stretch{
				Before: covering(was, w.a0, w.a1, b), After: covering(is, w.b0, w.b1, a),
				Slip: slipped(out, in, isName) && (stopsIn(out) == stopsIn(in) || !besideDenial(was, w.a0, w.a1) && !besideDenial(is, w.b0, w.b1)),
			})
			here, there := wordsIn(out), wordsIn(in)
			taken, c.Changed = taken+here, c.Changed+max(here, there)
		}
	}
	c.Of = countWords(before) - taken + c.Changed
	return c
}

// line is a line of a text, with the form that two lines share which read the
// same.
type line struct {
	corpus.Span
	text string
}

// linesOf cuts a text into lines. Empty ones at its end are left out.
func linesOf(text string) []line {
	var out []line
	full := 0
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexAny(text[start:], "\r\n"); i >= 0 {
			end = start + i + 1
			if strings.HasPrefix(text[end-1:], "\r\n") {
				end++
			}
		}
		content := strings.TrimPrefix(strings.TrimRightFunc(text[start:end], unicode.IsSpace), byteOrderMark)
		out = append(out, line{corpus.Span{Start: start, End: end}, norm.NFC.String(content)})
		if content != "" {
			full = len(out)
		}
		start = end
	}
	return out[:full]
}

const byteOrderMark = "\ufeff"

// spanOf is the stretch of some lines of a text that ends at an offset; where
// there are none, the place where they would stand.
func spanOf(lines []line, from, to, end int) corpus.Span {
	start := end
	if from < len(lines) {
		start = lines[from].Start
	}
	if from == to {
		return corpus.Span{Start: start, End: start}
	}
	return corpus.Span{Start: start, End: lines[to-1].End}
}

// trimShared takes off two stretches what they share at their beginnings and
// ends, up to white space.
func trimShared(before, after string, b, a corpus.Span) (corpus.Span, corpus.Span) {
	x, y := before[b.Start:b.End], after[a.Start:a.End]
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	n = strings.LastIndexAny(x[:n], " \t\n") + 1
	x, y = x[n:], y[n:]
	b.Start, a.Start = b.Start+n, a.Start+n
	n = 0
	for n < min(len(x), len(y)) && x[len(x)-1-n] == y[len(y)-1-n] {
		n++
	}
	if i := strings.IndexAny(x[len(x)-n:], " \t\n"); i >= 0 {
		n -= i
		b.End, a.End = b.End-n, a.End-n
	}
	return b, a
}

// covering is the stretch of some tokens within another; where there are none,
// the end of the one before them.
func covering(tokens []token, from, to int, within corpus.Span) corpus.Span {
	switch {
	case from < to:
		return corpus.Span{Start: tokens[from].Start, End: tokens[to-1].End}
	case from > 0:
		return corpus.Span{Start: tokens[from-1].End, End: tokens[from-1].End}
	}
	return corpus.Span{Start: within.Start, End: within.Start}
}
