package names

import (
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
)

// gap is what stands between a word and the one before it.
type gap uint8

const (
	gapBreak  gap = iota // the text's start, the end of a sentence or paragraph, any other mark
	gapSpace             // white space within a line
	gapLine              // white space with one line break
	gapHyphen            // a single hyphen
	gapDot               // a full stop, which may only end an abbreviation
	gapComma             // a comma
)

// word is a word of a text. Its span leaves out an English possessive ending.
type word struct {
	corpus.Span
	fold     []byte // as Fold gives it
	before   gap
	capital  bool // begins with a capital letter
	caps     bool // has no letter but capitals
	letter   bool // is a single letter
	owner    bool // has a possessive ending
	cyrillic bool // begins with a Cyrillic letter
}

// initial tells whether the word may stand for a given name: "A" in
// "A. Lukashenko" and "JD" in "JD Vance" (two capitals at the most).
func (w word) initial() bool { return w.letter && w.capital }

// Text is a text cut into words, in which names are looked for.
type Text struct {
	x     *Index
	text  string
	words []word
}

// Cut cuts a text into words.
func (x *Index) Cut(text string) Text { return Text{x, text, cut(text)} }

// cut splits a text into its words, each folded, in one pass.
func cut(text string) []word {
	words := make([]word, 0, len(text)/6+1)
	arena := make([]byte, 0, len(text)+len(text)/8)
	last := 0
	for i := 0; i < len(text); {
		size, in := wordRune(text, i)
		if !in {
			i += size
			continue
		}
		end := wordEnd(text, i+size)
		from := len(arena)
		w := word{Span: corpus.Span{Start: i, End: end}, before: gapBetween(text[last:i], len(words) == 0)}
		w.look(text[i:end])
		if n := possessive(text[i:end]); n > 0 {
			w.owner = true
			w.End -= n
		} else if end < len(text) && text[end-1] == 's' {
			n := bareApostrophe(text[end:])
			w.owner = n > 0
			end += n
		}
		arena = appendFold(arena, text[w.Start:w.End])
		w.fold = arena[from:len(arena):len(arena)]
		words = append(words, w)
		i, last = end, end
	}
	return words
}

// wordRune tells whether a word may begin with the rune at i, and its size.
func wordRune(text string, i int) (int, bool) {
	if c := text[i]; c < utf8.RuneSelf {
		return 1, c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return size, unicode.IsLetter(r) || unicode.IsDigit(r)
}

// wordEnd is where the word that goes on at i ends. An apostrophe belongs to
// it where a letter follows.
func wordEnd(text string, i int) int {
	for i < len(text) {
		size, in := wordRune(text, i)
		if !in {
			r, _ := utf8.DecodeRuneInString(text[i:])
			switch {
			case unicode.IsMark(r) || r == '\u00ad':
			case isApostrophe(r) && i+size < len(text):
				if _, letter := wordRune(text, i+size); !letter {
					return i
				}
			default:
				return i
			}
		}
		i += size
	}
	return i
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == '`' || r == '′'
}

// possessive is the length of the ending 's, and 0 where there is none.
func possessive(s string) int {
	if len(s) < 3 || s[len(s)-1]|0x20 != 's' {
		return 0
	}
	r, size := utf8.DecodeLastRuneInString(s[:len(s)-1])
	if !isApostrophe(r) {
		return 0
	}
	return size + 1
}

// bareApostrophe is the length of the apostrophe of a possessive such as
// "Belarus' " with which the text goes on, and 0 where there is none.
func bareApostrophe(rest string) int {
	r, size := utf8.DecodeRuneInString(rest)
	if (r == '\'' || r == '’') && size < len(rest) && rest[size] == ' ' {
		return size
	}
	return 0
}

// look notes the kind of the word's letters.
func (w *word) look(s string) {
	first, size := utf8.DecodeRuneInString(s)
	w.capital = unicode.IsUpper(first)
	w.cyrillic = first >= 0x400 && first < 0x530
	w.letter = size == len(s) && unicode.IsLetter(first)
	w.caps = w.capital
	if !w.caps {
		return
	}
	for _, r := range s[size:] {
		if unicode.IsLower(r) {
			w.caps = false
			return
		}
	}
}

// gapBetween sorts what stands between two words.
func gapBetween(s string, first bool) gap {
	if first {
		return gapBreak
	}
	if s == " " {
		return gapSpace
	}
	g, lines := gapSpace, 0
	for i, r := range s {
		switch {
		case r == '\n':
			if lines++; lines > 1 {
				return gapBreak
			}
		case unicode.IsSpace(r):
		case (r == '-' || r == '‐' || r == '‑') && len(s) == utf8.RuneLen(r):
			return gapHyphen
		case r == '.' && i == 0:
			g = gapDot
		case r == ',' && i == 0:
			g = gapComma
		default:
			return gapBreak
		}
	}
	if g == gapSpace && lines > 0 {
		return gapLine
	}
	return g
}

// spaced tells whether nothing but white space stands there.
func (g gap) spaced() bool { return g == gapSpace || g == gapLine }
