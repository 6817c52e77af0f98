package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineBreaks end a line, after UAX 14.
const lineBreaks = "\n\r\v\f\u0085\u2028\u2029"

func endsLine(space string) bool { return strings.ContainsAny(space, lineBreaks) }

// lastLine is where the last line of a text begins.
func lastLine(s string) int {
	i := len(s)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if strings.ContainsRune(lineBreaks, r) {
			break
		}
		i -= size
	}
	return i
}

// The widths, in characters, that lines of hard-wrapped text have.
const (
	leastWidth = 40
	mostWidth  = 120
)

// wrapping is the offsets of the line feeds that only wrap a line.
type wrapping []int

// covers tells whether the white space from start to end only wraps a line.
func (w wrapping) covers(start, end int) bool {
	i, _ := slices.BinarySearch(w, start)
	return i < len(w) && w[i] < end
}

// line is one line of a text without its end.
type line struct {
	Span
	width int // in characters
	first int // characters of its first word; 0 where it opens a new item
}

// wraps finds the line feeds that an editor or a mail program put in for the
// width of the page: those of a block of three or more lines in which no
// line but the last had room for the first word of the next.
func wraps(text string) wrapping {
	var out wrapping
	var block []line
	for start := 0; start < len(text); {
		size := strings.IndexByte(text[start:], '\n')
		if size < 0 {
			size = len(text) - start
		}
		if l := lineAt(text, start, start+size); l.width > 0 {
			block = append(block, l)
		} else {
			out = appendWraps(out, block)
			block = block[:0]
		}
		start += size + 1
	}
	return appendWraps(out, block)
}

func lineAt(text string, start, end int) line {
	content := strings.TrimRightFunc(text[start:end], unicode.IsSpace)
	l := line{Span: Span{start, end}, width: utf8.RuneCountInString(content)}
	r, _ := utf8.DecodeRuneInString(content)
	if !unicode.IsSpace(r) && !startsItem(content) {
		word := content
		if i := strings.IndexFunc(content, unicode.IsSpace); i >= 0 {
			word = content[:i]
		}
		l.first = utf8.RuneCountInString(word)
	}
	return l
}

func appendWraps(out wrapping, block []line) wrapping {
	if len(block) < 3 {
		return out
	}
	width := 0
	for _, l := range block {
		width = max(width, l.width)
	}
	if width < leastWidth || width > mostWidth {
		return out
	}
	for i, l := range block[1:] {
		if l.first == 0 || block[i].width+1+l.first <= width {
			return out
		}
	}
	for _, l := range block[:len(block)-1] {
		out = append(out, l.End)
	}
	return out
}

// startsItem tells whether a line opens an item of a list, a row of a table
// or a heading of Markdown.
func startsItem(line string) bool {
	first, size := utf8.DecodeRuneInString(line)
	switch first {
	case '#', '|', '•', '▪', '·', '>':
		return true
	case '-', '*', '+', '–', '—':
		next, _ := utf8.DecodeRuneInString(line[size:])
		return unicode.IsSpace(next)
	}
	return isEnumerator(line)
}

// isEnumerator tells whether a line begins with the number of an item: "1.",
// "12)", "b)", "(iv)".
func isEnumerator(line string) bool {
	inner := strings.TrimPrefix(line, "(")
	i := strings.IndexAny(inner[:min(len(inner), 6)], ".)")
	if i <= 0 || !isItemNumber(inner[:i]) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(inner[i+1:])
	return unicode.IsSpace(next)
}

// isItemNumber tells whether a word may number an item: digits, one letter,
// or a small Roman numeral.
func isItemNumber(word string) bool {
	if utf8.RuneCountInString(word) == 1 {
		r, _ := utf8.DecodeRuneInString(word)
		return isWordRune(r)
	}
	return len(word) <= 4 && (strings.Trim(word, "0123456789") == "" && len(word) <= 3 ||
		strings.Trim(strings.ToLower(word), "ivx") == "")
}

// goesOn tells whether a sentence runs over a line break that is no mere
// wrapping, as in text taken from a PDF page by page: an article, say, ends
// the line; or running text does, and a lower-case letter follows.
func goesOn(before, after string) bool {
	line := strings.TrimSpace(before[lastLine(before):])
	if startsItem(line) || startsItem(after) || endsInStop(line) {
		return false
	}
	words := strings.Fields(line)
	if len(words) > 1 && danglers[words[len(words)-1]] {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	next, _ := utf8.DecodeRuneInString(after)
	// A short line is a heading, a name or an item of a list.
	return len(words) >= 4 && unicode.IsLower(next) && !startsCredit(after) &&
		(isWordRune(last) || strings.ContainsRune(`,-‐–—"”’»)`, last))
}

// startsCredit tells whether a line opens with an address or a byline, which
// are in lower case and continue nothing.
func startsCredit(line string) bool {
	word, rest, _ := strings.Cut(line[:min(len(line), 2*longestWord)], " ")
	name, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsAny(word, "/@") || strings.HasPrefix(word, "www.") || word == "by" && unicode.IsUpper(name)
}
