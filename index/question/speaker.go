package question

import (
	"strings"

	"dossierbot/index/words"
)

// speech is what a question tells of who should have said what it asks for.
type speech struct {
	first, last int  // those named who should have said it; -1 for nobody
	cue         int  // the word that says so; -1 for none
	said        bool // the word tells of saying, rather than of thinking
	anybody     bool // somebody should have said it, whoever it be
}

var nobody = speech{first: -1, last: -1, cue: -1}

// speech finds who is asked for as the one who speaks. The first sign decides;
// signs of speech without a speaker only count where there is no other.
func (s *sentence) speech() speech {
	if found, ok := s.comparison(); ok {
		return found
	}
	anybody := nobody
	for i := range s.words {
		var found speech
		switch f := s.folded(i); {
		case s.use[i] == isName || s.use[i] == isTime:
			continue
		case s.quoting(i) > 0:
			found = s.quoted(i)
		case s.verb(i):
			found = s.spoken(i)
		case uttered[f] || held[f] && !s.office(i):
			found = s.noun(i)
		default:
			continue
		}
		if found.first >= 0 {
			return found
		}
		if found.anybody && !anybody.anybody {
			anybody = found
		}
	}
	if anybody.anybody {
		return anybody
	}
	return s.headline()
}

// by makes a speech of one of those named, and of all who are joined with
// them.
func (s *sentence) by(n, cue int, said bool) speech {
	first, last := s.joined(n)
	return speech{first: first, last: last, cue: cue, said: said}
}

// leads are the words behind which stands who said it.
var leads = phrases("according to; anot; pasak; wedlug; zdaniem; по словам; по мнению; согласно; за словами; на думку; паводле; са слоў")

// phrases reads phrases that are parted by semicolons.
func phrases(list string) [][]string {
	var out [][]string
	for _, p := range strings.Split(list, ";") {
		out = append(out, strings.Fields(p))
	}
	return out
}

// quoting is how many words long the lead at a word is; 0 for none.
func (s *sentence) quoting(i int) int {
	for _, lead := range leads {
		if s.starts(lead, i) {
			return len(lead)
		}
	}
	return 0
}

// quoted reads "according to X".
func (s *sentence) quoted(i int) speech {
	end := i + s.quoting(i)
	n := s.within(end-1, 3)
	if n < 0 {
		return nobody
	}
	for w := i; w < end; w++ {
		s.use[w] = isCue
	}
	return s.by(n, end-1, true)
}

// within is the first of those named who begins at most some words behind a
// word, with nothing but a title between; -1 for none.
func (s *sentence) within(word, reach int) int {
	n := s.after(word)
	if n < 0 || s.named[n].first > word+reach {
		return -1
	}
	for i := word + 1; i < s.named[n].first; i++ {
		if s.topical(i) || s.placing(i) || s.use[i] == isTime {
			return -1
		}
	}
	return n
}

// spoken reads a verb of saying: its subject, or in the passive its agent,
// speaks.
func (s *sentence) spoken(i int) speech {
	f := s.folded(i)
	if judging[s.words[i].Stem] && s.judged(i) {
		return nobody
	}
	if s.passive(i) {
		for j := i + 1; j < len(s.words); j++ {
			if s.folded(j) == "by" {
				if n := s.within(j, 4); n >= 0 {
					return s.by(n, i, true)
				}
			}
		}
		// Who is quoted speaks, who is accused does not.
		if stem := s.words[i].Stem; stem == "quot" || stem == "cite" {
			if n := s.subject(i); n >= 0 {
				return s.by(n, i, true)
			}
		}
		return speech{first: -1, last: -1, cue: i, said: true, anybody: true}
	}
	if n := s.subject(i); n >= 0 {
		return s.by(n, i, true)
	}
	who := s.asksWho(i)
	if !who && !pronouns[s.folded(s.beforeVerb(i))] {
		reach := 1
		if sayingAbroad[f] {
			reach = 3 // the languages where the subject follows have titles too
		}
		if n := s.within(i, reach); n >= 0 && !s.behind(n) && !judging[s.words[i].Stem] {
			return s.by(n, i, true)
		}
	}
	// With nobody named as its subject it is said by whoever the "who" or the
	// noun before it means.
	if who || sayingAbroad[f] || s.auxiliary(i) && s.plain(i-1, i) {
		return speech{first: -1, last: -1, cue: i, said: true, anybody: true}
	}
	return nobody
}

// judged tells whether a participle of a verb of judging only tells a name or
// what something is held to be: "what was the ship called", "the line called M2".
func (s *sentence) judged(i int) bool {
	if !words.IsVerbForm(s.folded(i)) || s.topical(i+1) {
		return false
	}
	for j := i + 1; j < len(s.words); j++ {
		if s.folded(j) == "by" {
			return false
		}
	}
	for j := range i {
		if being[s.folded(j)] {
			return true
		}
	}
	return s.subject(i) < 0
}

// asksWho tells whether a verb's subject is the "who" of the question.
func (s *sentence) asksWho(verb int) bool {
	i := verb - 1
	for i >= 0 && (s.use[i] == isOpen || s.use[i] == isCue) && (auxiliaries[s.folded(i)] || being[s.folded(i)] || adverbs[s.folded(i)] ||
		strings.HasSuffix(s.folded(i), "ly") || having[s.folded(i)] || s.folded(i) == "else") {
		i--
	}
	// Lithuanian asks with the same word for persons and things.
	return i >= 0 && (asksWho[s.folded(i)] || s.folded(i) == "kas" && s.foreign)
}

// subject is the last of those named before a verb who stand behind no
// preposition; -1 for none.
func (s *sentence) subject(verb int) int {
	for n := len(s.named) - 1; n >= 0; n-- {
		if s.named[n].last < verb && !s.behind(n) {
			return n
		}
	}
	return -1
}

// noun reads a noun of saying or thinking: "X's view", "the position of X",
// "X view on", in the other languages also "pozycja X".
func (s *sentence) noun(i int) speech {
	if circumstantial[s.folded(0)] && being[s.folded(1)] && uttered[s.folded(i)] { // "when was the declaration of X"
		s.use[i] = isSubject
		return nobody
	}
	said := uttered[s.folded(i)]
	for n, who := range s.named {
		if who.last < i && who.last >= i-3 && s.plain(who.last+1, i) && (s.owns(who) || who.last == i-1) {
			return s.by(n, i, said)
		}
	}
	if n := s.within(i, 1); n >= 0 {
		return s.by(n, i, said)
	}
	for j := i + 1; j < min(len(s.words), i+4); j++ { // "statements made by"
		if ownership[s.folded(j)] {
			if n := s.within(j, 4); n >= 0 {
				return s.by(n, i, said)
			}
		}
		if s.topical(j) || s.use[j] != isOpen {
			break
		}
	}
	if next := s.folded(i + 1); auxiliaries[next] || having[next] { // "statements did X make"
		if n := s.within(i+1, 3); n >= 0 && making[s.folded(s.named[n].last+1)] {
			s.use[s.named[n].last+1] = isCue
			return s.by(n, i, said)
		}
	}
	if s.foreign {
		if n := s.within(i, 3); n >= 0 {
			return s.by(n, i, said)
		}
	}
	// A noun in a compound, "railway line", is what the question is about.
	if i > 0 && s.use[i-1] == isOpen && !s.asks(i-1) {
		s.use[i] = isSubject
		return nobody
	}
	return speech{first: -1, last: -1, cue: i, said: said, anybody: said && s.topical(i+1)}
}

// office tells whether a position is one that somebody holds, and not one that
// they take on something: "what position did X hold", "held the position of".
func (s *sentence) office(i int) bool {
	if f := s.folded(i); f != "position" && f != "positions" {
		return false
	}
	holds := false
	for j := range s.words {
		if s.topical(j) && j > i && s.folded(j) != "to" {
			return false
		}
		holds = holds || j != i && holding[s.folded(j)]
	}
	return holds
}

// plain tells whether the words from one to another are open ones, as
// adjectives are.
func (s *sentence) plain(from, to int) bool {
	for i := from; i < to; i++ {
		if s.use[i] != isOpen || s.words[i].Stop {
			return false
		}
	}
	return true
}

// headline reads "X on Y", "X's office on Y": no verb, and who speaks first.
func (s *sentence) headline() speech {
	if len(s.named) == 0 {
		return nobody
	}
	_, last := s.joined(0)
	for i := range s.named[0].first {
		if !determiner(s.folded(i)) && !commanding[s.folded(i)] && s.folded(i) != "me" {
			return nobody
		}
	}
	next := s.named[last].last + 1
	if s.owns(s.named[last]) && bodies[s.folded(next)] {
		next++
	}
	switch s.folded(next) {
	case "on", "about", "regarding", "concerning", "apie", "o", "о", "об", "про", "пра", "аб":
		return speech{first: 0, last: last, cue: -1}
	}
	return nobody
}
