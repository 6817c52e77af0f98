// Package words cuts a text into the words that are indexed and asked for:
// folded, without stop words, and reduced to their stems. Passages and
// questions go through it alike, so that they meet.
//
// It owns the forms of ordinary words and of numbers. Names are the business
// of corpus/names.
package words

import (
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
)

// Word is a word of a text.
type Word struct {
	corpus.Span        // where it stands in the text
	Text        string // as it stands
	Folded      string // without case and diacritics, possessive and contracted endings off; a number as in 1234.5
	Stem        string // what its forms share; of a stop word, the word
	Stop        bool   // too common to tell texts apart
}

// MaxLength is the longest word in bytes that is kept: longer ones are noise.
const MaxLength = 64

// Of gives the words of a text in order. A hyphen parts words, but for the
// prefixes of [bound]; an apostrophe within a word and the full stops of
// initials (U.S.) do not, nor do the marks and spaces that group the digits of
// a number.
func Of(text string) []Word {
	out := make([]Word, 0, len(text)/6+1)
	var s stemmer
	shouts := caps{text: text}
	for i := 0; i < len(text); {
		start, end := next(text, i)
		i = end
		token := text[start:end]
		if token == "" || len(token) > MaxLength {
			continue
		}
		folded, negated := bare(fold(token))
		if folded == "" {
			continue
		}
		w := Word{Span: corpus.Span{Start: start, End: end}, Text: token, Folded: folded, Stem: folded}
		w.Stop = negated || stopWords[folded] && !shouts.acronym(token)
		if !w.Stop {
			w.Stem = s.stem(folded)
		}
		out = append(out, w)
	}
	return out
}

// fold is names.Fold, and quicker for plain ASCII.
func fold(token string) string {
	for i := range len(token) {
		if token[i] >= 0x80 || token[i] == '`' {
			return names.Fold(token)
		}
	}
	return strings.ToLower(token)
}

// bare takes off a folded word what is no part of it: the possessive and
// contracted endings of English, the full stops of initials, the hyphen of a
// prefix, the grouping of digits. A contracted "not" makes a word negated:
// only auxiliaries have one.
func bare(folded string) (_ string, negated bool) {
	if folded == "" || '0' <= folded[0] && folded[0] <= '9' {
		return number(folded), false
	}
	if i := strings.LastIndexByte(folded, '\''); i >= 0 {
		switch folded[i+1:] {
		case "s", "ll", "re", "ve", "d", "m", "":
			folded = folded[:i]
		case "t":
			negated = strings.HasSuffix(folded[:i], "n")
		}
	}
	if strings.ContainsAny(folded, ".-") {
		folded = strings.ReplaceAll(strings.ReplaceAll(folded, ".", ""), "-", "")
	}
	return folded, negated
}

// caps tells acronyms from words.
type caps struct {
	text  string
	known bool
	small bool // the text has small letters
}

// acronym tells "US" and "IT" from "us" and "it". Where everything is in
// capitals, only the full stops of "U.S." tell.
func (c *caps) acronym(token string) bool {
	if len(token) < 2 || strings.ToUpper(token) != token {
		return false
	}
	if !c.known {
		c.known, c.small = true, strings.ContainsFunc(c.text, unicode.IsLower)
	}
	return c.small || strings.Contains(token, ".")
}

// Stem reduces a folded word to what its forms share: Snowball's English
// stemmer for Latin letters and its Russian one for Cyrillic, with the
// irregular forms of English and the British spellings brought together
// first. Numbers stay as they are.
func Stem(folded string) string {
	var s stemmer
	return s.stem(folded)
}

// stemmer stems one word after the other in the same memory.
type stemmer struct{ env *snowballstem.Env }
