package quotes

import (
	"slices"
	"strings"
)

// mark is what a sign can be in the pairing of quotation marks.
type mark uint8

const (
	noMark mark = iota
	opens       // only ever opens, or nearly: „ ‚ ‘
	closes      // only ever closes: ”
	either      // " '' “ « »: the context decides
	single      // ' and ’: an apostrophe as well
)

// markOf classes a sign. The German and Polish styles close „ with “ or ”, and
// »…« turns the pointed marks round: pairing looks at the context for those.
func markOf(s string) mark {
	switch s {
	case "„", "‚", "``", "‘", "‛":
		return opens
	case "”":
		return closes
	case "“", "«", "»", "‹", "›", `"`, "''":
		return either
	case "'", "’":
		return single
	}
	return noMark
}

// closers are the marks that can close what a mark opened.
var closers = map[string][]string{
	"“": {"”", `"`}, "„": {"“", "”", `"`}, `"`: {`"`, "”"}, "''": {"''"}, "``": {"''"},
	"‘": {"’", "'"}, "‚": {"‘", "’"}, "‛": {"’"}, "'": {"'", "’"},
	"«": {"»"}, "»": {"«"}, "‹": {"›"}, "›": {"‹"},
}

// quotation is a stretch between two marks, by token.
type quotation struct {
	open, close int // tokens of the marks; for one never closed, close is the last token of its paragraph
	closed      bool
	words       int    // words and numbers within
	last        string // the last mark or word within
	begins      bool   // the first word has a capital
}

// full tells words spoken as a sentence or more from a word or phrase marked
// as not the writer's own.
func (q *quotation) full() bool {
	switch q.last {
	case ",", ".", "?", "!", "…", "—", "–":
		return q.words > 1 || q.last == ","
	}
	return q.words >= 5
}

// deepest is how many quotations may stand one in another; marks that would
// open more are passed over.
const deepest = 4

// pair finds the outermost quotations of the tokens, in order, in one pass. A
// paragraph that opens with the mark that is still open continues the
// quotation (the mark is repeated, not nested); at any other paragraph, what
// is open has lost its closing mark and ends with its own paragraph.
func pair(tokens []token) []quotation {
	var out []quotation
	var stack [deepest]int
	depth, begin := 0, 0   // begin is the first token of the paragraph
	var within []quotation // those inside the one open
	end := func(close int, closed bool) {
		switch {
		case closed || len(within) == 0 && leads(tokens, stack[0]) && !attributed(tokens[max(begin, stack[0]):close+1]):
			out = append(out, quotation{open: stack[0], close: close, closed: closed})
		default:
			// A mark that is never closed hides no quotation behind it.
			out = append(out, within...)
		}
		depth, within = 0, within[:0]
	}
	for i := range tokens {
		t := &tokens[i]
		if t.before == paragraph && depth > 0 {
			open := stack[0]
			said := tokens[max(begin, open):i]
			if t.word == tokens[open].word && labelled(tokens, i+1) == 0 && leads(tokens, open) && !attributed(said) {
				depth, begin = 1, i
				continue
			}
			end(i-1, false)
		}
		if t.before == paragraph {
			begin = i
		}
		if t.mark == noMark {
			continue
		}
		level := closable(tokens, i, stack[:depth])
		if level >= 0 {
			if level == 0 {
				end(i, true)
			}
			if level == 1 {
				within = append(within, quotation{open: stack[1], close: i, closed: true})
			}
			depth = level
			continue
		}
		if depth < deepest && canOpen(tokens, i) {
			stack[depth] = i
			depth++
		}
	}
	if depth > 0 {
		end(len(tokens)-1, false)
	}
	return out
}

// leads tells whether the mark at token i stands where words said begin: at
// the front of a paragraph, or after a comma or colon.
func leads(tokens []token, i int) bool {
	return tokens[i].before == paragraph || i > 0 && (tokens[i-1].word == ":" || tokens[i-1].word == ",")
}

// attributed tells whether words after a mark that is not closed say
// themselves who spoke (", X said."): then the closing mark was lost before.
func attributed(tokens []token) bool {
	for k := 3; k+1 < len(tokens); k++ {
		t := tokens[k]
		if t.verb.frames&inverts == 0 || t.verb.form&past == 0 || tokens[k+1].shape != punct {
			continue
		}
		who := tokens[k-1]
		if tokens[k-2].word == "," && (who.class&personal != 0 || who.shape == capital) {
			return true
		}
	}
	return false
}

// labelled is the number of tokens of the speaker's name that begins a
// paragraph of a transcript at token i ("SMITH: …"), its colon included; 0
// where there is none.
func labelled(tokens []token, i int) int {
	const longest = 6
	for n := 0; n < longest && i+n < len(tokens); n++ {
		t := tokens[i+n]
		switch {
		case t.word == ":" && n > 0 && i+n+1 < len(tokens) && tokens[i+n+1].before == spaced:
			return n + 1
		case n > 0 && t.before == paragraph || t.shape != capital && t.word != "." || t.shape == capital && !t.shouted:
			return 0
		}
	}
	return 0
}

// closable is the level of the open quotation that token i closes, -1 for
// none.
func closable(tokens []token, i int, stack []int) int {
	t := tokens[i]
	if t.mark == opens && t.word != "‘" || i == 0 || t.before == paragraph {
		return -1
	}
	// A space stands only between two closing marks, and in the French style.
	if t.before == spaced && (tokens[i-1].mark == noMark || opensWord(tokens, i)) && !french(t.word) {
		return -1
	}
	for level := len(stack) - 1; level >= 0; level-- {
		if !slices.Contains(closers[tokens[stack[level]].word], t.word) || stack[level] == i-1 && t.word == tokens[i-1].word {
			continue
		}
		if t.mark == single && (apostrophe(tokens, i) || possessive(tokens, i)) {
			return -1
		}
		if t.mark == either && opensWord(tokens, i) && openingPlace(tokens, i) {
			return -1
		}
		return level
	}
	return -1
}

// apostrophe tells a single mark within a word, or in front of figures, from a
// quotation mark. Word-internal ones are never tokens of their own.
func apostrophe(tokens []token, i int) bool {
	return opensWord(tokens, i) && tokens[i].before == joined && i > 0 && tokens[i-1].shape != punct
}

// possessive tells the apostrophe of a plural ("the drivers' work") from the
// mark that closes: another one closes later in the paragraph.
func possessive(tokens []token, i int) bool {
	if i+1 >= len(tokens) || !strings.HasSuffix(tokens[i-1].word, "s") {
		return false
	}
	next := tokens[i+1]
	return next.before == spaced && next.shape == lower && closedSoon(tokens, i)
}

func opensWord(tokens []token, i int) bool {
	return i+1 < len(tokens) && tokens[i+1].before == joined && tokens[i+1].shape != punct
}

// openingPlace tells whether a mark stands where one can open: after a space,
// a bracket, a dash or another opening mark.
func openingPlace(tokens []token, i int) bool {
	if i == 0 || tokens[i].before != joined {
		return true
	}
	switch tokens[i-1].word {
	case "(", "[", "—", "–", "―", "-", "/", "“", "‘", "„", "«", "‹", `"`, "'", "''", "``":
		return true
	}
	return false
}

func canOpen(tokens []token, i int) bool {
	t := tokens[i]
	if t.mark == closes || !openingPlace(tokens, i) || i+1 >= len(tokens) {
		return false
	}
	if tokens[i+1].before != joined && !(french(t.word) && tokens[i+1].before == spaced) {
		return false
	}
	if t.mark == single {
		// ’tis, ’90s, and a plural's ' with its space on the wrong side open nothing.
		return t.word == "'" && tokens[i+1].shape != digits && tokens[i+1].shape != punct && closedSoon(tokens, i)
	}
	return true
}

// french tells the marks that may stand apart from the words between them.
func french(mark string) bool { return mark == "«" || mark == "»" || mark == "‹" || mark == "›" }

// closedSoon tells whether a straight single mark is closed within the next
// tokens of its paragraph; an apostrophe at the front of a word is not.
func closedSoon(tokens []token, i int) bool {
	const reach = 150
	for j := i + 1; j < len(tokens) && j <= i+reach && tokens[j].before != paragraph; j++ {
		switch t := tokens[j]; {
		case t.word == "‘":
			return false
		case t.mark == single && t.before == joined && !opensWord(tokens, j):
			return true
		}
	}
	return false
}
