package question

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	names, foreign := s.properNames(), s.foreign()
	at := map[int]int{} // word to term
	for i, w := range s.words {
		if s.use[i] != isOpen || w.Stop || words.IsGeneric(w.Folded) || slices.ContainsFunc(q.Terms, func(t index.Term) bool { return t.Stem == w.Stem }) {
			continue
		}
		t := index.Term{Text: w.Text, Folded: w.Folded, Stem: w.Stem, Weight: 1}
		if s.isVerb(i) {
			t.Weight = light
		}
		if name, ok := names[i]; ok {
			t.Name, t.Text, t.Weight = true, name, 1
		}
		t.Foreign = foreign && !t.Name
		before, ok := at[i-1]
		t.Joined = ok && before == len(q.Terms)-1 && t.Weight == 1 && q.Terms[before].Weight == 1
		at[i] = len(q.Terms)
		q.Terms = append(q.Terms, t)
	}
	for _, topic := range r.topics {
		if r.addTopic(s, topic, at, q) {
			q.Topics = appendNew(q.Topics, topic.id)
		}
	}
}

// isVerb tells whether a word is by its form or its place a verb: behind
// "who", behind "to", or behind the actor of a question with "do".
func (s *sentence) isVerb(i int) bool {
	if words.IsVerbForm(s.words[i].Folded) {
		return true
	}
	if i == 0 {
		return false
	}
	switch s.words[i-1].Folded {
	case "who", "to", "not":
		return true
	}
	if s.use[i-1] != isName {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		switch s.words[j].Folded {
		case "do", "does", "did", "will", "would", "can", "could", "should":
			return true
		}
		if s.use[j] != isName && !s.words[j].Stop {
			break
		}
	}
	return false
}

// addTopic gives the terms that name a topic the topic's other names.
func (r *Reader) addTopic(s *sentence, t topic, at map[int]int, q *index.Query) bool {
	found := false
	for n, name := range t.names {
		for i := range s.words {
			if !s.stands(name, i) {
				continue
			}
			found = true
			for w := i; w < i+len(name); w++ {
				term, ok := at[w]
				if !ok {
					continue
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

// stands tells whether stems stand at a word of the question. In a language
// whose case endings the stemmer does not know, the words of one family count
// as the same.
func (s *sentence) stands(stems []string, at int) bool {
	if at+len(stems) > len(s.words) {
		return false
	}
	for i, stem := range stems {
		w := s.words[at+i]
		if w.Stem != stem && !(s.foreign() && words.Inflected(w.Stem, stem)) {
			return false
		}
	}
	return true
}

// foreign tells whether a question is not in English: none of its words is a
// closed-class word of English.
func (s *sentence) foreign() bool {
	return !slices.ContainsFunc(s.words, func(w words.Word) bool { return words.IsEnglish(w.Folded) })
}

func contains(list [][]string, v []string) bool {
	return slices.ContainsFunc(list, func(o []string) bool { return slices.Equal(o, v) })
}

// particles join the words of a name in lower case.
var particles = setOf("de da di van von der den la le al bin of the")

// properNames finds the runs of capitalised words, after the first word of
// the question, that no actor has: names of something. Each word maps to the
// whole name. In a question written all in capitals nothing is told by them.
func (s *sentence) properNames() map[int]string {
	names := map[int]string{}
	if !strings.ContainsFunc(s.text, unicode.IsLower) {
		return names
	}
	for i := 0; i < len(s.words); i++ {
		if !s.capital(i) || i == 0 {
			continue
		}
		end := i
		for j := i + 1; j < len(s.words) && s.use[j] == isOpen; j++ {
			if s.capital(j) {
				end = j
			} else if !particles[s.words[j].Folded] {
				break
			}
		}
		from := i
		if i == 1 && s.capital(0) && !s.words[0].Stop && !words.IsGeneric(s.words[0].Folded) {
			from = 0
		}
		name := s.text[s.words[from].Start:s.words[end].End]
		name = strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
		for j := from; j <= end; j++ {
			if s.capital(j) {
				names[j] = name
			}
		}
		i = end
	}
	return names
}

// capital tells whether a word that is still open begins with a capital.
func (s *sentence) capital(i int) bool {
	first, _ := utf8.DecodeRuneInString(s.words[i].Text)
	return s.use[i] == isOpen && unicode.IsUpper(first) && !words.IsStop(s.words[i].Folded)
}

// source is what a question may call some of the documents: a publisher, or a
// title.
type source struct {
	stems     []string
	documents []string
}

func sourcesOf(documents []index.DocumentEntry) []source {
	var out []source
	at := map[string]int{}
	for _, d := range documents {
		names := strings.FieldsFunc(d.Document.Source, func(r rune) bool { return r == ';' || r == '(' || r == ')' })
		for _, name := range append(names, d.Document.Title) {
			stems := stemsOf(name)
			if len(stems) < 2 { // one word is too little to be told from the word
				continue
			}
			key := strings.Join(stems, " ")
			i, ok := at[key]
			if !ok {
				i = len(out)
				at[key] = i
				out = append(out, source{stems: stems})
			}
			out[i].documents = appendNew(out[i].documents, d.Document.ID)
		}
	}
	return out
}

// markSources finds the documents that a question names behind "according to"
// and the like.
func (r *Reader) markSources(s *sentence) []string {
	var ids []string
	for _, lead := range leads {
		at, ok := s.has(lead...)
		if !ok {
			continue
		}
		from := at + len(lead)
		for _, src := range r.sources {
			if end := s.follows(src.stems, from); end > from {
				ids = append(ids, src.documents...)
				for i := at; i < end; i++ {
					s.use[i] = isName
				}
			}
		}
	}
	return ids
}

// leads are the words behind which a question names a source.
var leads = [][]string{{"according", "to"}, {"published", "in"}, {"published", "by"}, {"reported", "by"}, {"reported", "in"}, {"in", "the"}, {"article", "in"}, {"from", "the"}}

// follows tells where stems end that stand at a word, stop words before and
// between them passed over; 0 where they do not stand there.
func (s *sentence) follows(stems []string, at int) int {
	n := 0
	for ; at < len(s.words) && n < len(stems); at++ {
		switch {
		case s.words[at].Stem == stems[n]:
			n++
		case !s.words[at].Stop:
			return 0
		}
	}
	if n < len(stems) {
		return 0
	}
	return at
}
