package handlers

import (
	"slices"

	"dossierbot/corpus"
	"dossierbot/index/question"
	"dossierbot/index/words"
)

// topicWords are the words by which a text speaks of topics.
type topicWords struct {
	ids   []string
	stems map[string][][]string     // by topic: its name and synonyms, each as stems, to find passages by
	names map[string][][]words.Word // the same as words, stop words left out, to hold a text against
}

func newTopicWords(topics []corpus.Topic) topicWords {
	t := topicWords{stems: map[string][][]string{}, names: map[string][][]words.Word{}}
	for _, topic := range topics {
		t.ids = append(t.ids, topic.ID)
		t.stems[topic.ID] = question.TopicTerm(topic).Others
		for _, name := range append([]string{topic.Name}, topic.Synonyms...) {
			if w := contentWords(name); len(w) > 0 {
				t.names[topic.ID] = append(t.names[topic.ID], w)
			}
		}
	}
	return t
}

func contentWords(text string) []words.Word {
	return slices.DeleteFunc(words.Of(text), func(w words.Word) bool { return w.Stop })
}

// in are the ids of the topics whose name, or one of whose synonyms, stands in
// a text, its words one behind the other in any of their forms; never nil.
func (t topicWords) in(text string) []string {
	here := contentWords(text)
	stems := map[string][]int{} // stem to its places
	for i, w := range here {
		stems[w.Stem] = append(stems[w.Stem], i)
	}
	stands := func(name []words.Word) bool {
		return slices.ContainsFunc(stems[name[0].Stem], func(at int) bool {
			return at+len(name) <= len(here) && slices.EqualFunc(here[at:at+len(name)], name, sameWord)
		})
	}
	out := []string{}
	for _, id := range t.ids {
		if slices.ContainsFunc(t.names[id], stands) {
			out = append(out, id)
		}
	}
	return out
}

// longestEnding is how many letters an ending adds to a word: those of its
// cases and numbers do not add more, those that make another word of it do
// ("democratic", "democratisation").
const longestEnding = 3

// sameWord tells whether two words are forms of one word: their stem is the
// same, and no more than an ending of each differs.
func sameWord(a, b words.Word) bool {
	if a.Stem != b.Stem {
		return false
	}
	x, y := []rune(a.Folded), []rune(b.Folded)
	same := 0
	for same < min(len(x), len(y)) && x[same] == y[same] {
		same++
	}
	return max(len(x), len(y))-same <= longestEnding
}
