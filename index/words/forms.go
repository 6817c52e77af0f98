package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	snowball "github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/russian"
)

func (s *stemmer) stem(folded string) string {
	if folded == "" {
		return ""
	}
	if s.env == nil {
		s.env = snowballstem.NewEnv("")
	}
	first, _ := utf8.DecodeRuneInString(folded)
	switch {
	case unicode.IsNumber(first):
		return folded
	case unicode.Is(unicode.Cyrillic, first):
		s.env.SetCurrent(folded)
		russian.Stem(s.env)
		return s.env.Current()
	}
	if base, ok := verbForms[folded]; ok {
		folded = base
	} else if base, ok := otherForms[folded]; ok {
		folded = base
	}
	s.env.SetCurrent(american(folded))
	snowball.Stem(s.env)
	return s.env.Current()
}

// IsVerbForm tells whether a folded English word is by its form a verb's:
// -ed or -ing behind a syllable, or one of the irregular forms.
func IsVerbForm(folded string) bool {
	if _, irregular := verbForms[folded]; irregular {
		return true
	}
	root, ok := strings.CutSuffix(folded, "ed")
	if !ok {
		root, ok = strings.CutSuffix(folded, "ing")
	}
	return ok && len(folded) > 4 && strings.ContainsAny(root, "aeiouy") && !noVerbs[folded]
}

// noVerbs are words that end as verbs do and are none.
var noVerbs = setOf(`
	hundred sacred hatred kindred indeed speed breed creed greed tweed naked wicked rugged aged
	something anything everything nothing evening morning ceiling sterling sibling wedding viking pudding
`)

// Related tells whether two stems very likely belong to one family of words
// though the stemmer keeps them apart, as visit and visitor, trade and trader:
// they share a beginning, and what is left of each is an ending that makes the
// noun of an action or of its doer. Behind a beginning of four letters only
// the native endings count, for "port" is no kin of "portion".
func Related(a, b string) bool {
	n := shared(a, b)
	for ; n >= 4; n-- { // the stems may share the first letters of their endings
		if native[a[n:]] && native[b[n:]] || n >= 5 && derives[a[n:]] && derives[b[n:]] {
			return true
		}
	}
	return false
}

// Inflected tells whether two words are very likely forms of one word in a
// language whose endings no stemmer here knows: what differs is the last three
// letters at most, after a beginning of four or more that is twice as long.
func Inflected(a, b string) bool {
	n := shared(a, b)
	same, rest := utf8.RuneCountInString(a[:n]), max(utf8.RuneCountInString(a[n:]), utf8.RuneCountInString(b[n:]))
	return same >= 4 && rest <= 3 && same >= 2*rest
}

// shared is how many bytes of whole letters two words begin alike with.
func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && !utf8.RuneStart(a[n]) || n < len(b) && !utf8.RuneStart(b[n])) {
		n--
	}
	return n
}

// native and derives are the endings, as stems have them, by which English
// makes nouns of verbs: the native ones, and with them those of Latin.
var (
	native  = endings("e er ment")
	derives = endings("e er or ion tion ition ation t ment al anc enc ant ent ur ag")
)

// endings is a set that holds the empty ending as well.
func endings(list string) map[string]bool {
	set := setOf(list)
	set[""] = true
	return set
}
