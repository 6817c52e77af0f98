package intake

import (
	"cmp"
	"fmt"

	"dossierbot/corpus"
)

type topicsYAML struct {
	Topics []topicYAML `yaml:"topics"`
}

type topicYAML struct {
	ID       scalar   `yaml:"id"`
	Name     scalar   `yaml:"name"`
	Synonyms []scalar `yaml:"synonyms"`
}

// readTopics reads the topics, and notes the faults among them.
func (e *editing) readTopics() {
	if !e.read(TopicsFile, e.files.topics.fault) {
		return
	}
	y := e.files.topics.content
	lines := map[string]int{}
	topics := make([]corpus.Topic, 0, len(y.Topics))
	for i, t := range y.Topics {
		id := t.ID.text
		switch {
		case id == "":
			e.refuse(&FileError{TopicsFile, firstLine(append(t.Synonyms, t.ID, t.Name)...), fmt.Sprintf("topic %d has no id", i+1), "give it one"})
			continue
		case lines[id] > 0:
			e.refuse(&FileError{TopicsFile, t.ID.line, fmt.Sprintf("the id %q is already that of line %d", id, lines[id]), "give each topic its own"})
			continue
		}
		lines[id] = t.ID.line
		topics = append(topics, corpus.Topic{ID: id, Name: cmp.Or(t.Name.text, id), Synonyms: texts(t.Synonyms)})
	}
	e.dossier.Topics = topics
}
