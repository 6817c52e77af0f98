package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
)

// work is what is found of a question in the documents of one title: they are
// parts of one work, and what one says of its subject holds for the others.
type work struct {
	how []float64    // for each term, how it stands in a passage, from 0 to 1
	on  map[int]bool // the first terms of the names that a passage begins with
}

// workOf names the work that a document is part of. Under a title such as
// "Statement" other sources and authors write of other things.
func workOf(d corpus.Document) string {
	if d.Title == "" {
		return d.ID
	}
	return strings.Join([]string{d.Title, d.Source, d.Author}, "\x1f")
}

// addTo adds a passage to a work. It is on whom it names with its first words.
func (s *search) addTo(w *work, p sighting) {
	for i, how := range p.how {
		w.how[i] = max(w.how[i], how)
	}
	for first, last := range s.names() {
		if s.mostOf(first, last, p.together(first, last, opening, s.proper(first))) {
			w.on[first] = true
		}
	}
}

// opening is how many words of a passage tell whom it is on.
const opening = 8

// namesHere tells whether what is asked for by name is there: the names that
// stand in the passage, in its title, or where its work says whom it is on,
// weigh as much as an answer must hold of all that is asked. Where the title has
// a word of a name, the others may stand anywhere in the work; elsewhere
// somebody may only be mentioned. Another way to say a word says it anywhere.
func (s *search) namesHere(p sighting, in *work) bool {
	var all, here float64
	for first, last := range s.names() {
		titled := slices.Contains(p.titled[first:last+1], true)
		found, weight := p.together(first, last, len(p.text), s.proper(first)), 0.0
		for i := first; i <= last; i++ {
			found[i-first] = found[i-first] || p.titled[i] || p.how[i] == asOther || titled && in.how[i] > 0
			weight += s.terms[i].idf
		}
		all += weight
		if in.on[first] || s.mostOf(first, last, found) {
			here += weight
		}
	}
	return here >= Threshold*all
}

// mostOf tells whether the words found of a name, from one term to another, are
// two thirds of it, by how much each tells.
func (s *search) mostOf(first, last int, found []bool) bool {
	var all, here float64
	for i := first; i <= last; i++ {
		all += s.terms[i].idf
		if found[i-first] {
			here += s.terms[i].idf
		}
	}
	return 3*here >= 2*all
}

// names gives the first and the last term of each name that is asked for.
func (s *search) names() func(yield func(first, last int) bool) {
	return func(yield func(first, last int) bool) {
		for i := 0; i < len(s.terms); i++ {
			if !s.terms[i].Name || s.terms[i].Foreign || s.terms[i].Loose {
				continue
			}
			first := i
			for i+1 < len(s.terms) && s.terms[i+1].Name && s.terms[i+1].Text == s.terms[first].Text {
				i++
			}
			if !yield(first, i) {
				return
			}
		}
	}
}

// together tells which of the words of a name, from one term to another, stand
// at the place where most of them stand beside each other, in the passage's
// first words. A proper name has capitals.
func (p sighting) together(first, last, within int, proper bool) []bool {
	const between = 2 // words that may stand between those of a name
	reach := last - first + between
	best, most := make([]bool, last-first+1), 0
	for i := first; i <= last; i++ {
		for _, at := range p.found[i] {
			if at >= within {
				continue
			}
			here, n := make([]bool, last-first+1), 0
			for j := first; j <= last; j++ {
				for _, w := range p.found[j] {
					if w-at <= reach && at <= w && (p.capital(w) || !proper) {
						here[j-first] = true
					}
				}
				if here[j-first] {
					n++
				}
			}
			if n > most {
				best, most = here, n
			}
		}
	}
	return best
}

// proper tells whether the name that a term is of is asked for with capitals.
func (s *search) proper(term int) bool {
	return strings.ToLower(s.terms[term].Text) != s.terms[term].Text
}

// capital tells whether a word of the text is written as names are.
func (p sighting) capital(word int) bool {
	first, _ := utf8.DecodeRuneInString(p.text[word].Text)
	return !unicode.IsLower(first)
}
