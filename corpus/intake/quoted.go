package intake

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
)

// wordList is the words of a text, folded, in which those of a quote can be
// found whatever its marks, case and white space.
type wordList struct {
	folded string // a space before, between and after them
	starts []int  // where in folded the space before each word stands
	spans  []corpus.Span
}

func wordsOf(text string) wordList {
	var w wordList
	var b strings.Builder
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			at += n
			continue
		}
		end := at
		for ; end < len(text); end += n {
			if r, n = utf8.DecodeRuneInString(text[end:]); !inWord(r) {
				break
			}
		}
		if folded := names.Fold(text[at:end]); folded != "" {
			w.starts = append(w.starts, b.Len())
			w.spans = append(w.spans, corpus.Span{Start: at, End: end})
			b.WriteByte(' ')
			b.WriteString(folded)
		}
		at = end
	}
	if len(w.spans) > 0 {
		b.WriteByte(' ')
	}
	w.folded = b.String()
	return w
}

func inWord(r rune) bool { return isWord(r) || unicode.Is(unicode.M, r) }

// quotedWords are the words of a quote as they stand in a wordList, without
// the marks of Markdown with which it may have been copied; empty where it
// has none.
func quotedWords(quote string) string { return wordsOf(plainOf(quote).text).folded }

// from is the number of the first word that begins at or behind an offset.
func (w wordList) from(offset int) int {
	return sort.Search(len(w.spans), func(i int) bool { return w.spans[i].Start >= offset })
}

// begin tells whether the words at a number on are those of a quote.
func (w wordList) begin(i int, quote string) bool {
	return i < len(w.starts) && strings.HasPrefix(w.folded[w.starts[i]:], quote)
}

// within are the words of some spans, as if nothing stood between those.
func (w wordList) within(spans []corpus.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if from, to := w.from(s.Start), w.from(s.End); from < to {
			b.WriteString(w.folded[w.starts[from]:w.spaceBehind(to-1)])
		}
	}
	b.WriteByte(' ')
	return b.String()
}

// spaceBehind is where in folded the space behind a word stands.
func (w wordList) spaceBehind(i int) int {
	if i+1 < len(w.starts) {
		return w.starts[i+1]
	}
	return len(w.folded) - 1
}

// places are the stretches of the text that hold the words of a quote, none
// over another.
func (w wordList) places(quote string) []corpus.Span {
	var out []corpus.Span
	words := strings.Count(quote, " ") - 1
	for at := 0; ; {
		i := strings.Index(w.folded[at:], quote)
		if i < 0 {
			return out
		}
		at += i
		first, _ := slices.BinarySearch(w.starts, at)
		out = append(out, corpus.Span{Start: w.spans[first].Start, End: w.spans[first+words-1].End})
		at += len(quote) - 1 // its last space may be the next one's first
	}
}

// shortened is the beginning of a quote, as it is shown in a message.
func shortened(quote string) string {
	const shown = 80
	if short := beginning(quote, shown); short != quote {
		quote = short + "…"
	}
	return strconv.Quote(quote)
}
