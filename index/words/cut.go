package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// next finds the first word of a text from an offset on. Where there is none,
// both offsets are the text's end.
func next(text string, from int) (start, end int) {
	for start = from; start < len(text); {
		class, size := classOf(text, start)
		switch class {
		case letter, digit:
			return start, wordEnd(text, start)
		case glyph:
			return start, start + size
		}
		start += size
	}
	return len(text), len(text)
}

// wordEnd is where the word that starts at an offset ends.
func wordEnd(text string, start int) int {
	part, i := start, start // part is where the word, or what follows its last full stop, starts
	last := other           // class of the last character
	for i < len(text) {
		class, size := classOf(text, i)
		switch {
		case class == mark || class == letter || class == digit:
			if class != mark {
				last = class
			}
			i += size
			continue
		case class == glyph:
			return i
		}
		following, _ := classOf(text, i+size)
		switch r, _ := utf8.DecodeRuneInString(text[i:]); {
		case r == '\'' || r == '’' || r == 'ʼ':
			if last != letter || following != letter {
				return i
			}
		case r == '.' && last == letter:
			if !initial(text, part) || !initial(text, i+size) {
				return i
			}
			part = i + size
		case r == '.' || r == ',':
			if last != digit || following != digit {
				return i
			}
		case r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009':
			if following != digit || !grouped(text[start:i]) || !group(text[i+size:]) {
				return i
			}
		case r == '-' || r == '\u2010' || r == '\u2011':
			if following != letter || !bound[strings.ToLower(text[start:i])] {
				return i
			}
		case r == '\u00ad':
		default:
			return i
		}
		i += size
	}
	return i
}

// bound are the prefixes that one writes with a hyphen and another without:
// co-operation, re-election, e-mail.
var bound = setOf("co re e")

// initial tells whether one letter and no more stands at an offset.
func initial(text string, at int) bool {
	class, size := classOf(text, at)
	if class != letter {
		return false
	}
	class, _ = classOf(text, at+size)
	return class != letter && class != digit && class != mark
}

// grouped tells whether all of a word is the first digits of a number whose
// thousands are parted: one to three, and then groups of three. What is not
// read is only as long as a number ever is.
func grouped(word string) bool {
	const longest = 24
	if len(word) > longest || word[0] == '0' {
		return false
	}
	digits := 0
	first := true
	for _, r := range word {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case unicode.IsSpace(r) && (digits == 3 || first && digits > 0):
			digits, first = 0, false
		default:
			return false
		}
	}
	return digits == 3 || first && digits < 3
}

// group tells whether a text starts with three digits and no more.
func group(text string) bool {
	for i := range 3 {
		if i >= len(text) || text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	class, _ := classOf(text, 3)
	return class != digit && class != letter
}

// number writes a number as in 1234.5. A comma before one group of three
// digits or more such groups parts thousands, any other is a decimal one; so
// are two full stops and more. One full stop is a decimal one, as in English.
func number(n string) string {
	if strings.IndexFunc(n, func(r rune) bool { return r < '0' || r > '9' }) < 0 {
		return n
	}
	n = strings.Join(strings.FieldsFunc(n, unicode.IsSpace), "")
	if whole, rest, ok := strings.Cut(n, ","); ok && thousands(whole, rest, ",") {
		return strings.ReplaceAll(n, ",", "")
	}
	if whole, rest, ok := strings.Cut(n, "."); ok && strings.Contains(rest, ".") && thousands(whole, rest, ".") {
		n = strings.ReplaceAll(n, ".", "")
	}
	if strings.Count(n, ",") == 1 && !strings.Contains(n, ".") {
		n = strings.Replace(n, ",", ".", 1)
	}
	return n
}

// thousands tells whether what stands before and behind the first mark of a
// number are groups of thousands.
func thousands(whole, rest, mark string) bool {
	if len(whole) > 3 || whole == "0" {
		return false
	}
	rest, _, _ = strings.Cut(rest, decimalOf(mark))
	for _, g := range strings.Split(rest, mark) {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// decimalOf is the decimal mark beside a mark of thousands.
func decimalOf(thousands string) string {
	if thousands == "," {
		return "."
	}
	return ","
}

// class is what a character is to a word.
type class uint8

const (
	other class = iota
	letter
	digit
	mark  // a combining mark
	glyph // a letter of a script that writes no spaces: a word of its own
)

func classOf(text string, at int) (class, int) {
	if at >= len(text) {
		return other, 0
	}
	switch c := text[at]; {
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		return letter, 1
	case '0' <= c && c <= '9':
		return digit, 1
	case c < utf8.RuneSelf:
		return other, 1
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	switch {
	case unicode.IsLetter(r):
		if r >= firstUnspaced && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			return glyph, size
		}
		return letter, size
	case unicode.IsNumber(r):
		return digit, size
	case unicode.IsMark(r):
		return mark, size
	}
	return other, size
}

// firstUnspaced is the first letter of Thai, below which every script parts
// its words.
const firstUnspaced = '\u0e01'
