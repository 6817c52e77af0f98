package question

import (
	"slices"
	"strings"
	"unicode"

	"dossierbot/corpus"
	"dossierbot/index"
	"dossierbot/index/words"
)

// topic is a subject of the dossier with the stems of each of its names.
type topic struct {
	id    string
	names [][]string
}

func topicsOf(topics []corpus.Topic) []topic {
	out := make([]topic, len(topics))
	for i, t := range topics {
		out[i].id = t.ID
		for _, name := range append([]string{t.Name}, t.Synonyms...) {
			if stems := stemsOf(name); len(stems) > 0 {
				out[i].names = append(out[i].names, stems)
			}
		}
	}
	return out
}

// Terms makes terms of a text's words, all of one weight.
func Terms(text string) []index.Term {
	var out []index.Term
	for _, w := range words.Of(text) {
		if !w.Stop && !words.IsGeneric(w.Folded) && !slices.ContainsFunc(out, func(t index.Term) bool { return t.Stem == w.Stem }) {
			out = append(out, index.Term{Text: w.Text, Folded: w.Folded, Stem: w.Stem, Weight: 1})
		}
	}
	return out
}

// TopicTerm is a term that stands for a topic: its name, or any of its
// synonyms.
func TopicTerm(t corpus.Topic) index.Term {
	names := topicsOf([]corpus.Topic{t})[0].names
	term := index.Term{Text: t.Name, Weight: 1, Others: names}
	if len(names) > 0 && len(names[0]) == 1 {
		term.Stem, term.Folded = names[0][0], names[0][0]
	}
	return term
}

func stemsOf(text string) []string {
	var out []string
	for _, w := range words.Of(text) {
		if !w.Stop {
			out = append(out, w.Stem)
		}
	}
	return out
}

// light is what a word weighs that by its form is a verb: it tells less of
// what is asked than a noun does.
const light = 0.5

// addTerms makes terms of the words that are left.
func (r *Reader) addTerms(s *sentence, q *index.Query) {
	at := map[int]int{} // word to term
	for i, w := range s.words {
		if !s.asked(i) || slices.ContainsFunc(q.Terms, func(t index.Term) bool { return t.Stem == w.Stem }) {
			continue
		}
		t := index.Term{Text: w.Text, Folded: w.Folded, Stem: w.Stem, Weight: 1}
		if n := s.at(i); n >= 0 && s.capital(i) {
			t.Name, t.Loose, t.Text = true, s.named[n].loose, s.named[n].name
		} else if s.isVerb(i) {
			t.Weight = light
		}
		t.Subject = s.topical(i-1) && i > 0
		t.Foreign = s.foreign // names bend there, and are not known in their case forms
		before, ok := at[i-1]
		t.Joined = ok && before == len(q.Terms)-1 && t.Weight == 1 && q.Terms[before].Weight == 1
		at[i] = len(q.Terms)
		q.Terms = append(q.Terms, t)
	}
	s.addSolid(at, q)
	addFrames(q.Terms)
	for _, topic := range r.topics {
		if s.addTopic(topic, at, q) {
			q.Topics = appendNew(q.Topics, topic.id)
		}
	}
}

// asked tells whether a word is one to look for. A generic one is where it is
// the very thing that is spoken of: "about the facts".
func (s *sentence) asked(i int) bool {
	w := s.words[i]
	switch {
	case w.Stop:
		return false
	case s.use[i] != isOpen || !words.IsGeneric(w.Folded):
		return s.use[i] == isOpen || s.use[i] == isSubject
	}
	before := i - 1
	if determiner(s.folded(before)) {
		before--
	}
	return s.topical(before) && s.folded(before) != "to" && s.folded(before) != "with"
}

// addSolid gives two words that a hyphen joins, or that stand side by side in a
// name, the form in one word: "op-ed" is "oped" to others, "Borsod Chem"
// "BorsodChem".
func (s *sentence) addSolid(at map[int]int, q *index.Query) {
	for i := 1; i < len(s.words); i++ {
		a, b := s.words[i-1], s.words[i]
		between := s.text[a.End:b.Start]
		inName := between == " " && !a.Stop && !b.Stop && s.at(i) >= 0 && s.at(i) == s.at(i-1) && s.use[i] == isOpen
		if between != "-" && between != "\u2010" && between != "\u2011" && !inName {
			continue
		}
		for _, w := range []int{i - 1, i} {
			if term, ok := at[w]; ok {
				q.Terms[term].Others = append(q.Terms[term].Others, []string{words.Stem(a.Folded + b.Folded)})
			}
		}
	}
}

// isVerb tells whether a word is by its form or its place a verb: behind
// "who", behind "to", or behind the actor of a question with "do".
func (s *sentence) isVerb(i int) bool {
	before := s.folded(i - 1)
	if words.IsVerbForm(s.folded(i)) {
		return !strings.HasSuffix(s.folded(i), "ing") || !determiner(before)
	}
	if before == "who" || before == "to" || before == "not" {
		return true
	}
	if i == 0 || s.use[i-1] != isName {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		if f := s.folded(j); auxiliaries[f] && f != "to" {
			return true
		}
		if s.use[j] != isName && !s.words[j].Stop {
			break
		}
	}
	return false
}

// addTopic gives the terms that name a topic the topic's other names.
func (s *sentence) addTopic(t topic, at map[int]int, q *index.Query) bool {
	found := false
	for n, name := range t.names {
		for i := range s.words {
			end := s.follows(name, i)
			if end == 0 || s.words[i].Stop {
				continue
			}
			found = true
			for w := i; w < end; w++ {
				term, ok := at[w]
				if !ok {
					continue
				}
				if end-i > 1 {
					q.Terms[term].Concept = t.id
				}
				for m, other := range t.names {
					if m != n && !contains(q.Terms[term].Others, other) {
						q.Terms[term].Others = append(q.Terms[term].Others, other)
					}
				}
			}
		}
	}
	return found
}

// follows tells where stems end that stand at a word, stop words before and
// between them passed over; 0 where they do not stand there. In a language
// whose case endings the stemmer does not know, words that differ in the
// ending count as the same; of several words, one may hold a slip.
func (s *sentence) follows(stems []string, at int) int {
	n, slips := 0, 0
	for ; at < len(s.words) && n < len(stems); at++ {
		w := s.words[at]
		switch {
		case w.Stem == stems[n] || s.foreign && words.Inflected(w.Stem, stems[n]):
			n++
		case len(stems) > 1 && slips == 0 && slip(w.Stem, stems[n]):
			n, slips = n+1, 1
		case !w.Stop:
			return 0
		}
	}
	if n < len(stems) {
		return 0
	}
	return at
}

// slip tells whether two words of five letters and more differ in one letter
// that is another, missing, or exchanged with its neighbour.
func slip(a, b string) bool {
	v, w := []rune(a), []rune(b)
	if len(v) > len(w) {
		v, w = w, v
	}
	if len(v) < 5 || len(w)-len(v) > 1 || unicode.IsNumber(v[0]) || unicode.IsNumber(w[0]) {
		return false
	}
	i := 0
	for i < len(v) && v[i] == w[i] {
		i++
	}
	if len(v) < len(w) {
		return slices.Equal(v[i:], w[i+1:])
	}
	if i == len(v) || slices.Equal(v[i+1:], w[i+1:]) {
		return true
	}
	return i+1 < len(v) && v[i] == w[i+1] && v[i+1] == w[i] && slices.Equal(v[i+2:], w[i+2:])
}

func contains(list [][]string, v []string) bool {
	return slices.ContainsFunc(list, func(o []string) bool { return slices.Equal(o, v) })
}
