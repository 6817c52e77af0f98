package index

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossierbot/corpus"
	"dossierbot/index/words"
)

// token is what a quotation is compared by: a word, or a sign that changes
// what a number says. It is stricter than the words that are searched by,
// which know no difference between "we" and "we'll" or between Lithuanian
// case endings with and without their diacritics.
type token struct {
	corpus.Span
	key    string // in small letters, with one apostrophe for all
	weight int
	part   int  // which of the sentences, or parts between ellipses, of a quotation
	elided bool // a quotation marks that words are left out before it
}

// What a word counts: one that is too common to tell texts apart, less.
const (
	contentWeight = 100
	stopWeight    = 40
)

// tokensOf cuts a text, which starts at an offset of its document.
func tokensOf(text string, at int) []token {
	var out []token
	add := func(start, end int, key string, weight int) {
		out = append(out, token{Span: corpus.Span{Start: at + start, End: at + end}, key: key, weight: weight})
	}
	between := func(from, to int) { // signs, and words too long to be searched by
		for i := from; i < to; {
			r, size := utf8.DecodeRuneInString(text[i:to])
			end := i + size
			switch {
			case unicode.IsLetter(r) || unicode.IsNumber(r):
				for end < to {
					next, n := utf8.DecodeRuneInString(text[end:to])
					if !unicode.IsLetter(next) && !unicode.IsNumber(next) && !unicode.IsMark(next) {
						break
					}
					end += n
				}
				add(i, end, keyOf(text[i:end]), contentWeight)
			case isSign(r) || isPlusOrMinus(text, i, end):
				key := string(r)
				if r == '-' {
					key = "−"
				}
				add(i, end, key, contentWeight)
			}
			i = end
		}
	}
	last := 0
	for _, w := range words.Of(text) {
		between(last, w.Start)
		key, weight := keyOf(w.Text), contentWeight
		if first, _ := utf8.DecodeRuneInString(w.Text); unicode.IsDigit(first) {
			key = w.Folded // 1,250 is 1250
		}
		if w.Stop {
			weight = stopWeight
		}
		add(w.Start, w.End, key, weight)
		last = w.End
	}
	between(last, len(text))
	return out
}

// isSign tells whether a sign makes another thing of the number beside it.
func isSign(r rune) bool {
	return unicode.Is(unicode.Sc, r) || strings.ContainsRune("%‰°§№&", r)
}

// isPlusOrMinus tells whether the sign before an offset is that of the number
// behind it, and no hyphen, range or bullet.
func isPlusOrMinus(text string, at, end int) bool {
	if sign := text[at:end]; sign != "-" && sign != "−" && sign != "+" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[end:])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return unicode.IsDigit(next) && (at == 0 || unicode.IsSpace(before) || before == '(')
}

// keyOf is a word as it is compared.
func keyOf(word string) string {
	word = strings.ToLower(norm.NFKC.String(word))
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', 'ʼ', '‘', '`':
			return '\''
		case '\u00ad', '.', '-', '‐', '‑': // U.S. is US, co-operation is cooperation
			return -1
		}
		return r
	}, word)
}

// keysOf are the keys of tokens, each once.
func keysOf(tokens []token) iter.Seq[string] {
	seen := map[string]bool{}
	return func(yield func(string) bool) {
		for _, t := range tokens {
			if !seen[t.key] {
				seen[t.key] = true
				if !yield(t.key) {
					return
				}
			}
		}
	}
}

// markParts finds where a quotation says that words are left out, and where a
// sentence of it ends.
func markParts(quotation string, asked []token) {
	part := 0
	for i := 1; i < len(asked); i++ {
		between := quotation[asked[i-1].End:asked[i].Start]
		asked[i].elided = strings.Contains(between, "…") || strings.Contains(between, "..") || strings.Contains(between, ". . .")
		if asked[i].elided || strings.ContainsAny(between, ".?!。！？") {
			part++
		}
		asked[i].part = part
	}
}
