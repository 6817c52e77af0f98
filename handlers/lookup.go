package handlers

import (
	"fmt"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
)

// actorNamed is the one actor that a name or an id means. Its error is a
// *Problem where that is none or several.
func (h *Handlers) actorNamed(name string) (string, error) {
	if _, ok := h.actors[name]; ok {
		return name, nil
	}
	found := h.names.Resolve(name)
	switch {
	case len(found) == 0:
		return "", &Problem{What: fmt.Sprintf("No actor is called “%s”", name), Do: "Choose one that is offered as you type, or leave it out", Example: h.someActor()}
	case names.Clear(found):
		return found[0].Actor, nil
	}
	ids := make([]string, len(found))
	for i, c := range found {
		ids[i] = c.Actor
	}
	return "", &Problem{What: fmt.Sprintf("“%s” may be %s", name, h.list(ids)), Do: "Give the full name", Example: h.nameOf(ids[0])}
}

func (h *Handlers) someActor() string {
	for _, a := range h.dossier.Actors {
		return a.Name
	}
	return ""
}

// topicNamed is the topic that an id, a name or a synonym means.
func (h *Handlers) topicNamed(name string) (corpus.Topic, error) {
	folded := names.Fold(name)
	for _, t := range h.dossier.Topics {
		if t.ID == name || names.Fold(t.Name) == folded || slices.ContainsFunc(t.Synonyms, func(s string) bool { return names.Fold(s) == folded }) {
			return t, nil
		}
	}
	example := ""
	if len(h.dossier.Topics) > 0 {
		example = h.dossier.Topics[0].Name
	}
	return corpus.Topic{}, &Problem{What: fmt.Sprintf("No topic is called “%s”", name), Do: "Choose one that is offered as you type, or put the word into the question", Example: example}
}

// sourceNamed are the documents that an id, a title or a publisher means.
func (h *Handlers) sourceNamed(name string) []string {
	folded := names.Fold(name)
	is := func(text string) bool { return text != "" && names.Fold(text) == folded }
	var ids []string
	for _, match := range []func(corpus.Document) bool{
		func(d corpus.Document) bool { return is(d.ID) || is(d.Name) || is(d.Title) },
		func(d corpus.Document) bool { return is(d.Source) || is(d.Author) },
		func(d corpus.Document) bool {
			return folded != "" && strings.Contains(names.Fold(d.Title+" "+d.Source), folded)
		},
	} {
		for _, d := range h.documents {
			if match(d.Document) {
				ids = append(ids, d.Document.ID)
			}
		}
		if len(ids) > 0 {
			break
		}
	}
	return ids
}

func documentOf(d index.DocumentEntry) Document {
	return Document{
		About: aboutOf(d.Document), Name: Optional(d.Document.Name), Language: Optional(d.Document.Language),
		Passages: d.Passages, Warnings: append([]string{}, d.Document.Warnings...),
	}
}
