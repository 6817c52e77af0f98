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
	names map[string][][]string // by topic: its name and synonyms, each as stems
}

func newTopicWords(topics []corpus.Topic) topicWords {
	t := topicWords{names: map[string][][]string{}}
	for _, topic := range topics {
		t.ids = append(t.ids, topic.ID)
		t.names[topic.ID] = question.TopicTerm(topic).Others
	}
	return t
}

// in are the ids of the topics whose name, or one of whose synonyms, a text
// has; never nil.
func (t topicWords) in(text string) []string {
	has := map[string]bool{}
	for _, w := range words.Of(text) {
		has[w.Stem] = true
	}
	out := []string{}
	for _, id := range t.ids {
		if slices.ContainsFunc(t.names[id], func(name []string) bool {
			return !slices.ContainsFunc(name, func(stem string) bool { return !has[stem] })
		}) {
			out = append(out, id)
		}
	}
	return out
}
