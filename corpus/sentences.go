package corpus

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences cuts a text into sentences after Unicode's rules (UAX 29), with
// these additions: the full stop of an abbreviation, an initial or a list's
// number ends none; nor does a mark before a lower-case letter ("'Why?' he
// asked"), nor a line break in hard-wrapped text or in the middle of a
// sentence; and on its line a sentence holds a letter or digit. Any other
// line break ends one.
//
// The spans, joined in order, are the whole text: white space belongs to the
// sentence before it, and at the start of the text to the first one. The time
// taken is linear in the length of the text.
func Sentences(text string) []Span {
	var out []Span
	for _, s := range split(text) {
		out = append(out, s.Span)
	}
	return out
}

// sentence is a sentence and whether a paragraph ends with it.
type sentence struct {
	Span
	closes bool
}

func split(text string) []sentence {
	var out []sentence
	soft := wraps(text)
	start, reached, worded := 0, 0, false
	for end := range candidates(text) {
		if end <= reached {
			continue
		}
		// Only what is new is looked at, or text without an end would be
		// read again and again.
		from := max(start, reached)
		end = adjusted(text, from, end)
		worded = worded || strings.IndexFunc(text[from:end], isWordRune) >= 0
		bare := from + len(strings.TrimRightFunc(text[from:end], unicode.IsSpace))
		end += len(leadingSpace(text[end:]))
		reached = end
		if end == len(text) {
			break
		}
		closes := endsLine(text[bare:end]) && !soft.covers(bare, end)
		if !isEnd(text, start, bare, end, closes, worded) {
			continue
		}
		out = append(out, sentence{Span{start, end}, closes})
		start, worded = end, false
	}
	if start < len(text) {
		out = append(out, sentence{Span{start, len(text)}, true})
	}
	return out
}

// isEnd tells whether a sentence that began at start ends with its last
// character before bare; the next would begin at next.
func isEnd(text string, start, bare, next int, closes, worded bool) bool {
	before, after := tail(text[start:bare]), text[next:]
	r, _ := utf8.DecodeRuneInString(after)
	switch {
	case before == "" || unicode.Is(unicode.M, r):
		return false
	case closes:
		return !goesOn(tail(text[:bare]), after)
	case !worded || endsLine(text[bare:next]) && !endsInStop(before):
		return false
	case unicode.IsLower(firstLetter(after)):
		return false
	}
	return !isAbbreviated(before, after) && !isAsked(before, after)
}

// longestTail is how many bytes before an end are looked at to judge it.
const longestTail = 256

// tail is the last characters of a text.
func tail(s string) string {
	start := max(0, len(s)-longestTail)
	for start < len(s) && !utf8.RuneStart(s[start]) {
		start++
	}
	return s[start:]
}

// longestRun is how many spaces and closing marks after a full stop are left
// to the segmenter, which looks ahead from each of them anew.
const longestRun = 32

// candidates are the ends of sentences after UAX 29. It ends one as well
// where spaces and closing marks behind a full stop never seem to end.
func candidates(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for base := 0; base < len(text); {
			size := tamePrefix(text[base:])
			for it := sentences.FromString(text[base : base+size]); it.Next(); {
				if !yield(base + it.End()) {
					return
				}
			}
			base += size
		}
	}
}

// tamePrefix is the length of the text up to the first over-long run.
func tamePrefix(text string) int {
	run := -1 // characters since the last full stop; none before it
	for i, r := range text {
		switch {
		case r == '.' || r == '\u2024' || r == '\uFE52' || r == '\uFF0E':
			run = 0
		case run < 0 || unicode.In(r, unicode.M, unicode.Cf):
			// Neither counts, and no cut is made before a combining mark.
		case !unicode.IsSpace(r) && !isBracket(r):
			run = -1
		case run == longestRun:
			return i
		default:
			run++
		}
	}
	return len(text)
}

// adjusted moves an end of UAX 29's that parts a bracket from what it holds:
// in "region.[12] The" it lies behind "[".
func adjusted(text string, from, end int) int {
	body := strings.TrimRight(text[from:end], "[(“«„‘")
	if len(body) == end-from || !endsInStop(body) {
		return end
	}
	end = from + len(body)
	return end + len(references(text[end:]))
}

// references are the numbers in square brackets that a text begins with.
func references(text string) string {
	n := 0
	for {
		rest := text[n:]
		digits := strings.TrimLeft(strings.TrimPrefix(rest, "["), "0123456789")
		size := len(rest) - len(digits)
		if size < 2 || size > 4 || rest[0] != '[' || !strings.HasPrefix(digits, "]") {
			return text[:n]
		}
		n += size + 1
	}
}

// closers may stand between the mark that ends a sentence and its end.
const closers = "\"'”’»“›)]}*_ \u00a0\t\r\n"

// endsInStop tells whether a text ends as a sentence does.
func endsInStop(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return strings.ContainsRune(".!?…‽。！？؟۔।", last)
}

// isAsked tells whether a question or call in quotation marks is followed by
// who makes it: “Why?” Smith asked.
func isAsked(before, after string) bool {
	bare := strings.TrimRight(before, `"'”’»“`)
	if len(bare) == len(before) || !strings.HasSuffix(bare, "?") && !strings.HasSuffix(bare, "!") {
		return false
	}
	words := strings.Fields(after[:min(len(after), 2*longestWord)])
	for i, w := range words[:min(len(words), 4)] {
		switch strings.TrimRight(w, ".,:;") {
		case "said", "says", "asked", "asks", "told", "wrote", "writes", "added", "replied", "shouted", "wondered":
			return i > 0
		}
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) || openers[strings.ToLower(w)] {
			return false
		}
	}
	return false
}

func isBracket(r rune) bool {
	return r == '"' || r == '\'' || unicode.In(r, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// firstLetter is the first character behind opening marks.
func firstLetter(s string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, func(r rune) bool {
		return isBracket(r) || unicode.IsSpace(r)
	}))
	return r
}

func leadingSpace(s string) string {
	return s[:len(s)-len(strings.TrimLeftFunc(s, unicode.IsSpace))]
}
