package timex

import (
	"unicode"
	"unicode/utf8"
)

// token is a word, a run of digits or a mark of punctuation.
type token struct {
	start, end int // byte offsets
	class      class
	value      int  // what the lexicon or the digits say
	spaced     bool // white space stands before it
	capital    bool
	isWord     bool
	mark       byte // the mark itself, where it is an ASCII one; '-' for any dash
}

// digits is the length of a number as written.
func (t token) digits() int {
	if t.class != number {
		return 0
	}
	return t.end - t.start
}

// maxDigits keeps the value of a number far inside an int.
const maxDigits = 8

// lookup gives the class of a word and its value.
type lookup func(word string) (class, int)

// lex cuts a text into tokens in one pass. A blank line is a token of class
// pause, so that no phrase runs over it.
func lex(text string, words lookup) []token {
	tokens := make([]token, 0, len(text)/5+8)
	spaced, newlines := false, 0
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if isSpace(r) {
			if r == '\n' {
				newlines++
			}
			spaced = true
			i += size
			continue
		}
		if newlines > 1 {
			tokens = append(tokens, token{start: i, end: i, class: pause})
		}
		t := token{start: i, end: i + size, spaced: spaced}
		switch {
		case isDigit(r):
			scanNumber(text, &t)
		case isLetter(r):
			t.isWord = true
			t.capital = isUpper(r)
			t.end = endOfWord(text, t.end)
			t.class, t.value = words(text[t.start:t.end])
		default:
			scanMark(text, r, &t)
		}
		tokens = append(tokens, t)
		i = t.end
		spaced, newlines = false, 0
	}
	return tokens
}

func scanNumber(text string, t *token) {
	value := int(text[t.start] - '0')
	for t.end < len(text) && isDigit(rune(text[t.end])) {
		if t.end-t.start < maxDigits {
			value = value*10 + int(text[t.end]-'0')
		}
		t.end++
	}
	if t.end-t.start > maxDigits {
		return // an identifier, or a sum
	}
	t.class, t.value = number, value
}

// scanMark reads one mark, or the ending of a possessive.
func scanMark(text string, r rune, t *token) {
	switch {
	case r == '-' || r == '–' || r == '—' || r == '‑' || r == '‒' || r == '−':
		t.mark = '-'
		if r == '–' || r == '—' {
			t.value = longDash
		}
	case r == '\'' || r == '’' || r == '‘':
		t.mark = '\''
		if s := text[t.end:]; len(s) > 0 && (s[0] == 's' || s[0] == 'S') && (len(s) == 1 || !isWordByte(s[1])) {
			t.end++
			t.class = possessive
		}
	case r < utf8.RuneSelf:
		t.mark = byte(r)
	case unicode.Is(unicode.Sc, r):
		t.mark = '$'
	}
}

// longDash is the value of a dash that may stand between two times; a hyphen
// has none.
const longDash = 1

func endOfWord(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if c|0x20 < 'a' || c|0x20 > 'z' {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return i
		}
		i += size
	}
	return i
}

func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return unicode.IsSpace(r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

func isWordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf
}
