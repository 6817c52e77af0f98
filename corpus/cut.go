package corpus

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// cutSentence cuts a sentence that no passage could hold into parts of like
// size, and gives any other back as it is. It cuts behind a clause mark, else
// behind white space, else between two graphemes; only a grapheme that no
// passage could hold is itself cut, between two characters.
func cutSentence(text string, s Span) []piece {
	runes := utf8.RuneCountInString(text[s.Start:s.End])
	if runes <= maxPassage {
		return []piece{{Span: s, runes: runes}}
	}
	var out []piece
	for runes > fullPassage {
		at := firstCut(text[s.Start:s.End], evenShare(runes))
		out = append(out, piece{Span: Span{s.Start, s.Start + at.bytes}, runes: at.runes})
		s.Start, runes = s.Start+at.bytes, runes-at.runes
	}
	return append(out, piece{Span: s, runes: runes})
}

// evenShare is the size of each of the fewest passages that hold so many
// characters.
func evenShare(runes int) int {
	return runes / ((runes + fullPassage - 1) / fullPassage)
}

// cut is a place to cut a text: the bytes and characters before it.
type cut struct {
	bytes, runes int
}

// firstCut is the best place for the first cut of a text that is longer than
// a full passage: of the best kind that there is, the one nearest to the goal.
func firstCut(text string, goal int) cut {
	window, atGoal := cut{bytes: len(text)}, 0
	// A window keeps the time linear however long a single grapheme is.
	for i := range text {
		if window.runes == goal {
			atGoal = i
		}
		if window.runes == maxPassage {
			window.bytes = i
			break
		}
		window.runes++
	}
	var clause, space, grapheme, at cut
	nearer := func(best *cut) {
		if best.runes == 0 || at.runes-goal <= goal-best.runes {
			*best = at
		}
	}
	var last, mark rune // the last character, and the last that is no space
	iter := graphemes.FromString(text[:window.bytes])
	for iter.Next() {
		g := iter.Value()
		if next, _ := utf8.DecodeRuneInString(g); at.runes > 0 {
			nearer(&grapheme)
			if unicode.IsSpace(last) && !unicode.IsSpace(next) && at.runes >= shortPassage && at.runes <= fullPassage {
				nearer(&space)
				if isClauseMark(mark) {
					nearer(&clause)
				}
			}
		}
		at = cut{at.bytes + len(g), at.runes + utf8.RuneCountInString(g)}
		if last, _ = utf8.DecodeLastRuneInString(g); !unicode.IsSpace(last) {
			mark = last
		}
	}
	for _, best := range []cut{clause, space, grapheme} {
		if best.runes > 0 {
			return best
		}
	}
	return cut{atGoal, goal}
}

func isClauseMark(r rune) bool {
	switch r {
	case ',', ';', ':', '–', '—', '،', '、':
		return true
	}
	return false
}
