package intake

import (
	"cmp"
	"fmt"

	"github.com/goccy/go-yaml"

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

func parseTopics(raw []byte) ([]corpus.Topic, error) {
	var y topicsYAML
	if err := decode(topicsFile, raw, &y, yaml.Strict()); err != nil {
		return nil, err
	}
	lines := map[string]int{}
	topics := make([]corpus.Topic, 0, len(y.Topics))
	for i, t := range y.Topics {
		id := t.ID.text
		switch {
		case id == "":
			return nil, &FileError{topicsFile, firstLine(append(t.Synonyms, t.ID, t.Name)...), fmt.Sprintf("topic %d has no id", i+1), "give it one"}
		case lines[id] > 0:
			return nil, &FileError{topicsFile, t.ID.line, fmt.Sprintf("the id %q is already that of line %d", id, lines[id]), "give each topic its own"}
		}
		lines[id] = t.ID.line
		topics = append(topics, corpus.Topic{ID: id, Name: cmp.Or(t.Name.text, id), Synonyms: texts(t.Synonyms)})
	}
	return topics, nil
}
