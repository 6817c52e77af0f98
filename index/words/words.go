// Package words cuts a text into the words that are indexed and asked for:
// folded, without stop words, and reduced to their stems. Passages and
// questions go through it alike, so that they meet.
//
// It owns the forms of ordinary words. Names are the business of
// corpus/names.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	snowball "github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/russian"
	uax29 "github.com/clipperhouse/uax29/v2/words"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
)

// Word is a word of a text.
type Word struct {
	corpus.Span        // where it stands in the text
	Text        string // as it stands
	Folded      string // without case and diacritics, possessive off
	Stem        string // what its forms share
	Stop        bool   // too common to tell texts apart
}

// MaxLength is the longest word in bytes that is kept: longer ones are noise.
const MaxLength = 64

// Of gives the words of a text in order. Words joined by a hyphen or an
// apostrophe are cut as Unicode's word boundaries do (UAX 29).
func Of(text string) []Word {
	var out []Word
	iter := uax29.FromString(text)
	start := 0
	for iter.Next() {
		token := iter.Value()
		span := corpus.Span{Start: start, End: start + len(token)}
		start = span.End
		first, _ := utf8.DecodeRuneInString(token)
		if !unicode.IsLetter(first) && !unicode.IsNumber(first) || len(token) > MaxLength {
			continue
		}
		folded := possessive(names.Fold(token))
		if folded == "" {
			continue
		}
		w := Word{Span: span, Text: token, Folded: folded}
		w.Stop = stopWords[folded] && !isAcronym(token)
		w.Stem = Stem(folded)
		out = append(out, w)
	}
	return out
}

// possessive takes the English ending off.
func possessive(folded string) string {
	folded = strings.TrimSuffix(folded, "'s")
	return strings.Trim(folded, "'")
}

// isAcronym tells "US" and "IT" from "us" and "it".
func isAcronym(token string) bool {
	return len(token) > 1 && strings.ToUpper(token) == token && strings.ToLower(token) != token
}

// Stem reduces a folded word to what its forms share: Snowball's English
// stemmer for Latin letters and its Russian one for Cyrillic, with the
// irregular forms of English and the British spellings brought together
// first. Numbers stay as they are.
func Stem(folded string) string {
	first, _ := utf8.DecodeRuneInString(folded)
	switch {
	case unicode.IsDigit(first):
		return strings.ReplaceAll(folded, ",", "")
	case unicode.Is(unicode.Cyrillic, first):
		env := snowballstem.NewEnv(folded)
		russian.Stem(env)
		return env.Current()
	}
	if base, ok := irregular[folded]; ok {
		folded = base
	}
	env := snowballstem.NewEnv(american(folded))
	snowball.Stem(env)
	return env.Current()
}

// american turns the British endings into the American ones: -ise, -our,
// -yse, -ence stay apart in few words, and those few meet the same way on
// both sides.
func american(w string) string {
	for _, e := range britishEndings {
		if len(w) >= len(e.british)+3 && strings.HasSuffix(w, e.british) {
			return w[:len(w)-len(e.british)] + e.american
		}
	}
	return w
}

var britishEndings = []struct{ british, american string }{
	{"isation", "ization"}, {"isations", "izations"},
	{"ised", "ized"}, {"iser", "izer"}, {"isers", "izers"}, {"ises", "izes"}, {"ising", "izing"}, {"ise", "ize"},
	{"yse", "yze"}, {"ysed", "yzed"}, {"ysing", "yzing"},
	{"our", "or"}, {"ours", "ors"}, {"oured", "ored"}, {"ouring", "oring"}, {"oural", "oral"},
	{"elled", "eled"}, {"elling", "eling"}, {"ence", "ense"}, {"ogue", "og"}, {"ogues", "ogs"},
}

// Related tells whether two stems very likely belong to one family of words
// though the stemmer keeps them apart, as visit and visitor, produc and
// product: they share a beginning of four letters or more, and what is left of
// each is an ending that makes the noun of an action or of its doer.
func Related(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for ; n >= 4; n-- { // the stems may share the first letters of their endings
		if derives[a[n:]] && derives[b[n:]] {
			return true
		}
	}
	return false
}

// Inflected tells whether two words are very likely forms of one word in a
// language whose endings no stemmer here knows: what differs is the last three
// letters at most, after a beginning of four or more.
func Inflected(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && len(a)-n <= 3 && len(b)-n <= 3
}

// derives are the endings, as stems have them, by which English makes nouns of
// verbs, and the empty one.
var derives = map[string]bool{
	"": true, "e": true, "er": true, "or": true, "ion": true, "tion": true, "ition": true, "ation": true, "t": true, "ment": true,
	"al": true, "anc": true, "enc": true, "ant": true, "ent": true, "ur": true, "ag": true,
}
