package question

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus/names"
	"dossierbot/index/words"
)

// markNames finds those named: the actors, and names that no actor has.
func (r *Reader) markNames(s *sentence, at time.Time, out *Reading) {
	for _, m := range r.names.Question(s.text, at) {
		n := named{first: -1}
		free := len(m.Candidates) > 0
		for i, w := range s.words {
			if m.Overlaps(w.Span) {
				free = free && s.use[i] == isOpen
				if n.first < 0 {
					n.first = i
				}
				n.last = i
			}
		}
		if !free || n.first < 0 {
			continue
		}
		s.mark(m.Span, isName)
		if names.Clear(m.Candidates) {
			n.actors = []string{m.Candidates[0].Actor}
		} else {
			for _, c := range m.Candidates {
				n.actors = append(n.actors, c.Actor)
			}
			if len(out.Ambiguous) == 0 {
				out.Ambiguous, out.Named = m.Candidates, s.text[m.Start:m.End]
			}
		}
		if !m.Exact {
			out.Corrected = append(out.Corrected, Correction{From: s.text[m.Start:m.End], To: m.Candidates[0].Matched})
		}
		s.named = append(s.named, n)
	}
	r.markStrangers(s)
	slices.SortFunc(s.named, func(a, b named) int { return cmp.Compare(a.first, b.first) })
}

// particles join the words of a name in lower case.
var particles = setOf("de da di van von der den la le al bin of the")

// markStrangers finds the runs of capitalised words, after the first word of
// the question, that no actor has: names of something. What stands right
// before an actor is their title.
func (r *Reader) markStrangers(s *sentence) {
	if s.shouts() {
		return
	}
	for i := 1; i < len(s.words); i++ {
		if !s.capital(i) {
			continue
		}
		n := named{first: i, last: i}
		for j := i + 1; j < len(s.words) && s.near(j) && !s.owns(n); j++ {
			if end := r.stateOf(s, n, j); end >= 0 {
				n.last, j = end, end
			} else if s.use[j] != isOpen || !s.capital(j) && !s.initial(j) && !particles[s.words[j].Folded] {
				break
			} else if s.capital(j) || s.initial(j) {
				n.last = j
			}
		}
		if i == 1 && s.capital(0) && s.near(1) && !s.asks(0) && !s.owns(named{}) {
			n.first = 0
		}
		i = n.last
		if next := n.last + 1; next < len(s.words) && s.use[next] == isName && s.near(next) {
			if k := s.at(next); k >= 0 {
				s.named[k].first = n.first
				for w := n.first; w <= n.last; w++ {
					s.use[w] = isName
				}
				continue
			}
		}
		if first := n.first - 1; first > 0 && s.folded(first) == "the" && s.words[first].Text == "The" {
			n.first-- // part of the name
		}
		if s.inCompound(n.last) {
			continue // "Clemson-class" says what kind of thing it is
		}
		if !r.dropTitles(s, &n) {
			continue
		}
		n.name = s.text[s.words[n.first].Start:s.words[n.last].End]
		n.name = strings.TrimSuffix(strings.TrimSuffix(n.name, "'s"), "’s")
		n.loose = true
		for w := n.first; w <= n.last; w++ {
			n.loose = n.loose && (s.words[w].Stop || r.names.IsPlace(s.folded(w)))
		}
		s.named = append(s.named, n)
	}
}

// inCompound tells whether a hyphen joins a word to an ordinary one behind it.
func (s *sentence) inCompound(i int) bool {
	return i+1 < len(s.words) && s.use[i+1] == isOpen && !s.capital(i+1) && s.text[s.words[i].End:s.words[i+1].Start] == "-"
}

// dropTitles takes the titles off the beginning of a person's name, and tells
// whether a name is left: "Vice President" is an office, and none. In "CEO of
// Semba" the office stays a word of the question.
func (r *Reader) dropTitles(s *sentence, n *named) bool {
	var folded []string
	office := n.first
	for i := n.first; i <= n.last; i++ {
		folded = append(folded, s.folded(i))
		if office == i && r.names.IsOffice(s.folded(i)) {
			office++
		}
	}
	switch titles := r.names.Titles(folded); {
	case titles > 0:
		for i := range titles {
			s.use[n.first+i] = isCue
		}
		n.first += titles
	case office > n.last:
		return n.first < n.last && s.initial(n.last)
	case office > n.first && s.folded(office) == "of":
		for n.first = office; n.first < n.last && (s.folded(n.first) == "of" || s.folded(n.first) == "the"); {
			n.first++
		}
	}
	return true
}

// stateOf gives the last word of a state that stands behind "of" and so is a
// part of the name before it, "the Security Service of Ukraine", and takes it
// from those named; -1 where there is none. "The Foreign Minister of Kuronia" is
// an office and no name.
func (r *Reader) stateOf(s *sentence, name named, word int) int {
	before := s.folded(word - 1)
	if before == "the" {
		before = s.folded(word - 2)
	}
	n := s.at(word)
	office := true
	for i := name.first; i <= name.last; i++ {
		office = office && r.names.IsOffice(s.folded(i))
	}
	if office || before != "of" || n < 0 || len(s.named[n].actors) != 1 || !r.states[s.named[n].actors[0]] {
		return -1
	}
	last := s.named[n].last
	for w := s.named[n].first; w <= last; w++ {
		s.use[w] = isOpen
	}
	s.named = slices.Delete(s.named, n, n+1)
	return last
}

// near tells whether nothing but spaces, hyphens and the full stop of an
// abbreviation stands between a word and the one before it.
func (s *sentence) near(word int) bool {
	return strings.Trim(s.text[s.words[word-1].End:s.words[word].Start], " .-–") == ""
}

// initial tells whether a word is the "A." of a name.
func (s *sentence) initial(i int) bool {
	w := s.words[i]
	first, size := utf8.DecodeRuneInString(w.Text)
	return size == len(w.Text) && unicode.IsUpper(first) && strings.HasPrefix(s.text[w.End:], ".")
}

// shouts tells whether capitals tell nothing: there are no other letters, or
// words that never are names have them too.
func (s *sentence) shouts() bool {
	if !strings.ContainsFunc(s.text, unicode.IsLower) {
		return true
	}
	for i, w := range s.words {
		first, _ := utf8.DecodeRuneInString(w.Text)
		plain := sayingForms[w.Folded] && !nounish[w.Folded] || sayingAbroad[w.Folded] || w.Folded == "did" || w.Folded == "does"
		if i > 0 && plain && unicode.IsUpper(first) {
			return true
		}
	}
	return false
}

// asks tells whether a word says how a question is asked.
func (s *sentence) asks(i int) bool {
	w := s.words[i]
	return w.Stop || words.IsGeneric(w.Folded) || commanding[w.Folded] || contrasting[w.Folded] || uttered[w.Folded] || held[w.Folded] || sayingForms[w.Folded] || documentary[w.Folded]
}
