package question

import (
	"strings"

	"dossierbot/index/words"
)

// verb tells whether a word is a verb of saying, by its form and its place.
func (s *sentence) verb(i int) bool {
	f := s.folded(i)
	if s.use[i] != isOpen && s.use[i] != isCue || s.at(i) >= 0 {
		return false
	}
	if sayingAbroad[f] || impersonal[f] {
		return true
	}
	before := s.beforeVerb(i)
	if strings.HasSuffix(f, "ing") {
		return sayingStems[s.words[i].Stem] && words.IsVerbForm(f) && before >= 0 && (being[s.folded(before)] || s.use[before] == isName && s.at(before) >= 0)
	}
	if sayingStems[s.words[i].Stem] && words.IsVerbForm(f) { // the past, or a participle
		return before < 0 || !determiner(s.folded(before))
	}
	if !sayingForms[f] || before < 0 {
		return false
	}
	base := !strings.HasSuffix(f, "s") || strings.HasSuffix(f, "ss")
	if !base && s.auxiliary(i) {
		return false // "what do the Baltic states think"
	}
	switch p := s.folded(before); {
	case asksWho[p] || p == "which" || p == "that" || p == "what" || pronouns[p]:
		return true
	case auxiliaries[p]:
		return true
	case s.at(before) >= 0:
		n := s.named[s.at(before)]
		return !s.owns(n) && (!base || !nounish[f] || s.auxiliary(i))
	case determiner(p) || s.topical(before) || s.placing(before) || ownership[p]:
		return false
	}
	return base && s.auxiliary(i) || !nounish[strings.TrimSuffix(f, "s")]
}

// beforeVerb is the word before a verb, adverbs and negations passed over.
func (s *sentence) beforeVerb(i int) int {
	for i--; i >= 0; i-- {
		f := s.folded(i)
		if s.use[i] == isName || !strings.HasSuffix(f, "ly") && !adverbs[f] {
			break
		}
	}
	return i
}

var (
	adverbs  = setOf("not never ever also even just already still once again always often recently first last ne nie не не")
	pronouns = setOf("i you he she it we they")
)

// determiner tells whether a word makes a noun of the next.
func determiner(f string) bool {
	switch f {
	case "a", "an", "the", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your", "any", "some", "every", "each", "all", "no":
		return true
	}
	return false
}

// auxiliary tells whether an auxiliary stands before a word.
func (s *sentence) auxiliary(word int) bool {
	for i := range word {
		if auxiliaries[s.folded(i)] {
			return true
		}
	}
	return false
}

// passive tells whether a verb tells of what was said, and not of who says it:
// a participle behind a form of "to be", or an impersonal form.
func (s *sentence) passive(verb int) bool {
	f := s.folded(verb)
	if impersonal[f] {
		return true
	}
	if !words.IsVerbForm(f) || strings.HasSuffix(f, "ing") {
		return false
	}
	before := s.beforeVerb(verb)
	if before >= 0 && s.use[before] == isName { // "was Vilkaitė quoted"
		if n := s.at(before); n >= 0 {
			first, _ := s.joined(n)
			before = s.named[first].first - 1
			if before >= 0 && s.folded(before) == "the" {
				before--
			}
		}
	}
	return before >= 0 && being[s.folded(before)]
}
