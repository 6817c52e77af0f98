package versions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossierbot/corpus"
)

// token is a word, a number or a mark of a text.
type token struct {
	corpus.Span
	text string // in NFC; quotation marks and apostrophes of one kind each
	kind kind
}

// kind tells tokens apart.
type kind int

const (
	word    kind = iota
	number       // has a digit
	mark         // of punctuation that tells: of a quotation, a question, a unit
	trivial      // any other mark
)

// tokensOf cuts a stretch of a text into tokens. A word keeps the apostrophes
// within it, a number the signs before and between its digits.
func tokensOf(text string, within corpus.Span) []token {
	out := make([]token, 0, within.Len()/5)
	for at := within.Start; at < within.End; {
		kind, end := next(text[:within.End], at)
		if end > at {
			out = append(out, token{corpus.Span{Start: at, End: end}, formOf(text[at:end], kind), kind})
			at = end
			continue
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return out
}

// countWords counts the words and numbers of a text.
func countWords(text string) int {
	n := 0
	for at := 0; at < len(text); {
		kind, end := next(text, at)
		if end > at {
			if kind == word || kind == number {
				n++
			}
			at = end
			continue
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return n
}

func wordsIn(tokens []token) int {
	n := 0
	for _, t := range tokens {
		if t.kind == word || t.kind == number {
			n++
		}
	}
	return n
}

// next is the token that begins at a place of a text, and its end, which is the
// place itself where none begins there.
func next(text string, at int) (kind, int) {
	r, size := utf8.DecodeRuneInString(text[at:])
	switch {
	case isLetter(r):
	case isSign(r):
		after, _ := utf8.DecodeRuneInString(text[at+size:])
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if !unicode.IsDigit(after) || isLetter(before) {
			return kindOf(r), at + size
		}
	case unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf):
		return trivial, at
	default:
		return kindOf(r), at + size
	}
	kind, end, last := word, at+size, r
	if !isLetter(r) {
		kind = number
	}
	for {
		if unicode.IsDigit(last) {
			kind = number
		}
		r, size = utf8.DecodeRuneInString(text[end:])
		if !isLetter(r) {
			beyond, _ := utf8.DecodeRuneInString(text[end+size:])
			joins := isApostrophe(r) && isLetter(last) && isLetter(beyond) ||
				strings.ContainsRune(".,:/-–", r) && unicode.IsDigit(last) && unicode.IsDigit(beyond)
			if !joins {
				return kind, end
			}
		}
		end, last = end+size, r
	}
}

// isLetter is true of what words and numbers are made of.
func isLetter(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

func isSign(r rune) bool { return strings.ContainsRune("-−–+", r) }

func isApostrophe(r rune) bool { return strings.ContainsRune("'’ʼ‘`", r) }

// trivialMarks are those that a sentence says the same without, those of
// Markdown among them.
const trivialMarks = ",;:.…-‐‑–—―−()[]*_#\\"

const quotationMarks = "\"“”„‟«»″"

func kindOf(r rune) kind {
	if strings.ContainsRune(trivialMarks, r) {
		return trivial
	}
	return mark
}

// formOf is what two tokens share that read the same.
func formOf(text string, k kind) string {
	if k == number || k == trivial {
		return norm.NFC.String(text)
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case isApostrophe(r):
			return '\''
		case strings.ContainsRune(quotationMarks, r):
			return '"'
		}
		return r
	}, text))
}
