package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what the letters of a token look like.
type shape uint8

const (
	punct   shape = iota
	lower         // a word in small letters
	capital       // a word with a capital first
	digits        // a number
)

// gap is the white space before a token.
type gap uint8

const (
	joined    gap = iota // none
	spaced               // blanks, or a line end within a sentence
	paragraph            // the end of a line that ends a paragraph, or a blank line
)

// token is a word, a number, a clitic ('s, n't) or a single mark.
type token struct {
	start, end int    // bytes of the text
	word       string // in small letters, apostrophes straight; a mark as it stands
	shape      shape
	before     gap
	class      class
	verb       verb
	mark       mark
	shouted    bool       // all in capitals
	quote      *quotation // set on the token that stands for a whole quotation
}

// scan cuts a text into tokens in one pass.
func scan(text string) []token {
	tokens := make([]token, 0, len(text)/5+8)
	lineStart := 0
	before := paragraph
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			end := skipSpace(text, i)
			if before < paragraph {
				before = spaced
				if breaksParagraph(text, lineStart, i, end, tokens) {
					before = paragraph
				}
			}
			i, lineStart = end, end
			continue
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			before = max(before, spaced)
			i += size
			continue
		}
		end, sh := i+size, punct
		if r == utf8.RuneError && size <= 1 {
			end = i + 1
		} else if isWord(r) {
			end, sh = wordEnd(text, i), lower
			if unicode.IsDigit(r) {
				sh = digits
			} else if unicode.IsUpper(r) || unicode.IsTitle(r) {
				sh = capital
			}
		} else if n := doubled(text[i:]); n > 0 {
			end = i + n
		}
		tokens = appendToken(tokens, text, i, end, sh, before)
		i, before = end, joined
	}
	return tokens
}

// skipSpace is the offset of the first byte at or after i that is no white
// space.
func skipSpace(text string, i int) int {
	return len(text) - len(strings.TrimLeftFunc(text[i:], unicode.IsSpace))
}

// Lines of a text wrapped by hand are this long in bytes; a shorter line is a
// title or an item, a longer one a paragraph of its own.
const shortestWrapped, longestWrapped = 50, 120

// breaksParagraph tells whether the line ends from i to end, after a line
// from start, end a paragraph rather than wrap one.
func breaksParagraph(text string, start, i, end int, tokens []token) bool {
	if strings.Count(text[i:end], "\n") > 1 || len(tokens) == 0 || end >= len(text) {
		return true
	}
	last := tokens[len(tokens)-1]
	if last.shape == punct && last.word != "," && last.word != "-" {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[end:])
	if unicode.IsLower(next) {
		return false
	}
	n := i - start
	return n < shortestWrapped || n > longestWrapped
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// wordEnd is the end of the word that starts at i: letters, digits and marks,
// joined by apostrophes, hyphens, and, between digits or single letters, by
// full stops and commas.
func wordEnd(text string, i int) int {
	var last rune
	letters := 0 // since the last joint
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if isWord(r) {
			last = r
			letters++
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		joins := false
		switch {
		case isApostrophe(r), r == '-', r == '/', r == '‑', r == '&', r == '@', r == '_':
			joins = isWord(next)
		case r == '.':
			joins = unicode.IsDigit(last) && unicode.IsDigit(next) || letters == 1 && unicode.IsLetter(last) && unicode.IsLetter(next)
		case r == ',' || r == ':':
			joins = unicode.IsDigit(last) && unicode.IsDigit(next)
		}
		if !joins {
			break
		}
		letters = 0
		i += size
	}
	return i
}

// doubled is the length of two apostrophes or backticks in a row, which stand
// for one double quotation mark; 0 where there are none.
func doubled(s string) int {
	if strings.HasPrefix(s, "''") || strings.HasPrefix(s, "``") {
		return 2
	}
	return 0
}

// clitics are cut off the word before them, so that "he's called" and "the
// minister's view" read as two words each.
var clitics = []string{"n't", "'s", "'ve", "'re", "'d", "'ll", "'m"}

// appendToken adds the token, and its clitic as another.
func appendToken(tokens []token, text string, start, end int, sh shape, before gap) []token {
	raw := text[start:end]
	word := raw
	if sh != punct {
		word = strings.ToLower(raw)
		if beyondASCII(word) {
			word = apostrophes.Replace(word)
		}
	}
	t := token{start: start, end: end, word: word, shape: sh, before: before}
	t.shouted = sh == capital && end-start > 1 && !strings.ContainsFunc(raw, unicode.IsLower)
	if sh == punct {
		t.mark = markOf(word)
		if n := len(tokens); word == "." && before == joined && n > 0 && tokens[n-1].shape == capital && len(tokens[n-1].word) == 1 {
			tokens[n-1].class = 0 // an initial, not the article or the pronoun
		}
		return append(tokens, t)
	}
	if strings.Contains(word, "'") && word != "can't" {
		for _, c := range clitics {
			stem, ok := strings.CutSuffix(word, c)
			if !ok || stem == "" {
				continue
			}
			// Lower case may differ from the text in length: find the cut in the text itself.
			cut := start + cliticStart(raw, utf8.RuneCountInString(c))
			t.word, t.end = stem, cut
			t.class, t.verb = lookUp(t.word, sh)
			tokens = append(tokens, t)
			return append(tokens, token{start: cut, end: end, word: c, shape: lower, class: lexicon[c]})
		}
	}
	t.class, t.verb = lookUp(word, sh)
	if (raw == "US" || raw == "IT") && (len(tokens) == 0 || !tokens[len(tokens)-1].shouted) {
		t.class = 0 // no pronoun but in a headline of capitals
	}
	if n := len(tokens); n > 0 {
		last := &tokens[n-1]
		if isMay(*last) && sh == digits {
			last.class, last.verb = when, verb{}
		}
		if isMay(t) && (last.shape == digits || last.class&prep != 0 || last.word == "late" || last.word == "early" || last.word == "mid") {
			t.class, t.verb = when, verb{}
		}
	}
	return append(tokens, t)
}

// beyondASCII tells whether a text has characters outside of ASCII.
func beyondASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// apostrophes makes one mark of those that stand in words.
var apostrophes = strings.NewReplacer("’", "'", "ʼ", "'")

// isMay tells the word that is a month beside a number or behind a
// preposition, and else a verb.
func isMay(t token) bool { return t.word == "may" && t.shape == capital }

// cliticStart is the offset of the last n runes of raw.
func cliticStart(raw string, n int) int {
	i := len(raw)
	for ; n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(raw[:i])
		i -= size
	}
	return i
}
