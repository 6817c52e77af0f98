package question

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/index/words"
)

// use is what a word of the question serves for.
type use int

const (
	isOpen use = iota // not yet read
	isTime
	isName
	isCue     // how it is asked
	isSubject // what it is about, though the word could say how it is asked
)

// sentence is a question being read.
type sentence struct {
	text    string
	words   []words.Word
	use     []use
	foreign bool    // it is not in English
	named   []named // in order
}

func newSentence(text string) *sentence {
	s := &sentence{text: text, words: words.Of(text)}
	s.use = make([]use, len(s.words))
	return s
}

// named is somebody in the question, with the words that name them.
type named struct {
	first, last int // words
	actors      []string
	name        string // where no actor has it
	loose       bool   // it is the name of a place or a people
}

// mark says what the words within a span serve for.
func (s *sentence) mark(span corpus.Span, u use) {
	for i, w := range s.words {
		if span.Overlaps(w.Span) {
			s.use[i] = u
		}
	}
}

// folded is a word, and empty outside the question.
func (s *sentence) folded(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].Folded
}

// starts tells whether the words of a phrase stand at a word.
func (s *sentence) starts(phrase []string, at int) bool {
	return at+len(phrase) <= len(s.words) && slices.EqualFunc(s.words[at:at+len(phrase)], phrase, func(w words.Word, p string) bool { return w.Folded == p })
}

// find is where the words of a phrase stand first from a word on; -1 for
// nowhere.
func (s *sentence) find(phrase []string, from int) int {
	for i := from; i+len(phrase) <= len(s.words); i++ {
		if s.starts(phrase, i) {
			return i
		}
	}
	return -1
}

// readLanguage tells whether the question is in another language than English:
// more of its words speak for that than against it.
func (s *sentence) readLanguage() {
	votes := 0
	for i, w := range s.words {
		f := w.Folded
		switch {
		case s.use[i] == isName || s.use[i] == isTime:
		case words.IsForeign(f), sayingAbroad[f]:
			votes++
		case words.IsEnglish(f), sayingForms[f]:
			votes--
		case !s.capital(i) && strings.ContainsFunc(w.Text, func(r rune) bool { return r >= utf8.RuneSelf && unicode.IsLetter(r) }):
			votes++
		}
	}
	s.foreign = votes > 0
}

// capital tells whether a word that is still open begins with a capital. The
// closed classes of English do not count, nor do those of other languages where
// the question begins.
func (s *sentence) capital(i int) bool {
	w := s.words[i]
	first, _ := utf8.DecodeRuneInString(w.Text)
	return s.use[i] == isOpen && unicode.IsUpper(first) && !(words.IsStop(w.Folded) && (i == 0 || !words.IsForeign(w.Folded)))
}

// at is which of those named a word belongs to; -1 for none.
func (s *sentence) at(word int) int {
	return slices.IndexFunc(s.named, func(n named) bool { return n.first <= word && word <= n.last })
}

// after is the first of those named behind a word; -1 for none.
func (s *sentence) after(word int) int {
	return slices.IndexFunc(s.named, func(n named) bool { return n.first > word })
}

// owns tells whether a name has a possessive ending.
func (s *sentence) owns(n named) bool {
	text := s.words[n.last].Text
	end := s.words[n.last].End
	return strings.HasSuffix(text, "'s") || strings.HasSuffix(text, "’s") ||
		strings.HasPrefix(s.text[end:], "'") || strings.HasPrefix(s.text[end:], "’")
}

// joined are those named who are joined with one of them by "and" or a comma,
// in order: first and last.
func (s *sentence) joined(n int) (first, last int) {
	for first = n; first > 0 && s.joins(first-1, first); first-- {
	}
	for last = n; last+1 < len(s.named) && s.joins(last, last+1); last++ {
	}
	return first, last
}

// joins tells whether two neighbours of those named are joined.
func (s *sentence) joins(a, b int) bool {
	from, to := s.named[a].last+1, s.named[b].first
	if to-from > 1 && !(to-from == 2 && s.folded(from+1) == "the") {
		return false
	}
	if to > from {
		return s.conjunction(from)
	}
	return strings.HasPrefix(s.text[s.words[from-1].End:], ",")
}

// behind tells whether one of those named stands behind a preposition: whoever
// is joined with them shares it.
func (s *sentence) behind(n int) bool {
	const reach = 4 // words between the two: an article, a title
	first, _ := s.joined(n)
	for i := s.named[first].first - 1; i >= max(0, s.named[first].first-reach); i-- {
		f := s.folded(i)
		switch {
		case s.use[i] == isName:
			return false
		case s.topical(i) || s.placing(i):
			return true
		case s.verb(i) || auxiliaries[f] || ownership[f] || s.conjunction(i):
			return false
		}
	}
	return false
}

// topical tells whether a word is a preposition behind which stands what is
// spoken of.
func (s *sentence) topical(i int) bool {
	if s.foreign {
		return topicalAbroad[s.folded(i)]
	}
	return topical[s.folded(i)]
}

// placing tells whether a word is another preposition behind which nobody
// speaks.
func (s *sentence) placing(i int) bool {
	if s.foreign {
		return placingAbroad[s.folded(i)]
	}
	return placing[s.folded(i)]
}

// conjunction tells whether a word joins those who speak together.
func (s *sentence) conjunction(i int) bool {
	if s.foreign {
		return conjunctionsAbroad[s.folded(i)]
	}
	return conjunctions[s.folded(i)]
}
