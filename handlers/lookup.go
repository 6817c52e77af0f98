package handlers

import (
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index/words"
)

// actorMeant is the one actor that a name or an id means, an office who holds it
// today; where that is none or several, it is empty, and found are those whose
// names come near.
func (h *Handlers) actorMeant(name string) (id string, found []names.Candidate) {
	if id, found = h.actorMeantAt(name, h.today()); id == "" && len(found) == 0 {
		return h.actorMeantAt(name, corpus.Date{})
	}
	return id, found
}

// actorMeantAt is actorMeant, with an office meaning who held it at a time.
func (h *Handlers) actorMeantAt(name string, at corpus.Date) (id string, found []names.Candidate) {
	if _, ok := h.actor(name); ok {
		return name, []names.Candidate{{Actor: name, Matched: name, Score: 1}}
	}
	if found = h.names().ResolveAt(name, at); names.Clear(found) {
		id = found[0].Actor
	}
	return id, found
}

// heldBySomebody is false of an office of which nobody is known to have held it
// at a time; found are those whom the name means then.
func (h *Handlers) heldBySomebody(name string, found []names.Candidate) bool {
	byOffice := func(c names.Candidate) bool {
		return slices.ContainsFunc(h.listed[c.Actor].Roles, func(r corpus.Role) bool { return r.Title == c.Matched })
	}
	return !slices.ContainsFunc(h.names().Resolve(name), byOffice) || slices.ContainsFunc(found, byOffice)
}

// severalFit tells whether the first of the candidates would be meant if there
// were no others as good.
func severalFit(found []names.Candidate) bool {
	return len(found) > 1 && names.Clear(found[:1])
}

// nearEnough is the likeness from which a name is offered for one that is not
// known.
const nearEnough = 0.5

// nearNames are the names, not all too far from one that is not known, that
// may have been meant.
func (h *Handlers) nearNames(found []names.Candidate) string {
	var ids []string
	for _, c := range found {
		if c.Score >= nearEnough {
			ids = append(ids, c.Actor)
		}
	}
	return h.list(ids, "or")
}

// actorNamed is the one actor that a name or an id means. Its error is a
// *Problem where that is none or several.
func (h *Handlers) actorNamed(name string) (string, error) {
	name = strings.TrimSpace(name)
	id, found := h.actorMeant(name)
	switch {
	case id != "":
		return id, nil
	case severalFit(found):
		return "", &Problem{What: h.ambiguous(name, h.candidates(found)), Do: "Give the full name or the id", Example: found[0].Actor}
	}
	example := h.someActor()
	if h.nearNames(found) != "" {
		example = h.nameOf(found[0].Actor)
	}
	return "", &Problem{What: "No actor is called " + quoted(name), Do: "Use a name that the dossier knows, or leave it out", Example: example}
}

// topicGiven is topicNamed; the empty name is no topic, which is no error.
func (h *Handlers) topicGiven(name string) (corpus.Topic, error) {
	if name == "" {
		return corpus.Topic{}, nil
	}
	return h.topicNamed(name)
}

// topicNamed is the topic that an id, a name or a synonym means. Its error is
// a *Problem.
func (h *Handlers) topicNamed(name string) (corpus.Topic, error) {
	name = strings.TrimSpace(name)
	folded := names.Fold(name)
	for _, is := range []func(corpus.Topic) bool{
		func(t corpus.Topic) bool { return t.ID == name },
		func(t corpus.Topic) bool { return names.Fold(t.Name) == folded },
		func(t corpus.Topic) bool {
			return slices.ContainsFunc(t.Synonyms, func(s string) bool { return names.Fold(s) == folded })
		},
	} {
		if i := slices.IndexFunc(h.dossier.Topics, is); i >= 0 {
			return h.dossier.Topics[i], nil
		}
	}
	p := &Problem{What: "No topic is called " + quoted(name), Do: "Use one that the dossier has, or put the word into the question"}
	if len(h.dossier.Topics) > 0 {
		p.Example = h.dossier.Topics[0].Name
	}
	return corpus.Topic{}, p
}

// sourceNamed are the documents that an id, a title, a publisher or an author
// means, or else those in whose title or publisher the words stand. Its error
// is a *Problem.
func (h *Handlers) sourceNamed(name string) ([]string, error) {
	folded := names.Fold(strings.TrimSpace(name))
	is := func(text string) bool { return text != "" && names.Fold(text) == folded }
	for _, match := range []func(corpus.Document) bool{
		func(d corpus.Document) bool { return is(d.ID) || is(d.Name) || is(d.Title) },
		func(d corpus.Document) bool { return is(d.Source) || is(d.Author) },
		func(d corpus.Document) bool {
			return len(placesOf(d.Title, name)) > 0 || len(placesOf(d.Source, name)) > 0
		},
	} {
		var ids []string
		for _, d := range h.documents {
			if match(d.Document) {
				ids = append(ids, d.Document.ID)
			}
		}
		if len(ids) > 0 {
			return ids, nil
		}
	}
	p := &Problem{What: "No source is called " + quoted(name), Do: "Choose one that is listed under sources"}
	if len(h.documents) > 0 {
		p.Example = h.documents[0].Document.ID
	}
	return nil, p
}

// publishedBy are the documents whose publisher an actor or a name is.
func (h *Handlers) publishedBy(actor, name string) []string {
	called := []string{name}
	if a, ok := h.actor(actor); ok {
		called = append(called, append(a.Aliases, a.Name)...)
	}
	var ids []string
	for _, d := range h.documents {
		if slices.ContainsFunc(called, func(c string) bool { return len(placesOf(d.Document.Source, c)) > 0 }) {
			ids = append(ids, d.Document.ID)
		}
	}
	return ids
}

// placesOf are the places in a text where the words of a phrase stand one
// behind the other, whatever their case and diacritics.
func placesOf(text, phrase string) []corpus.Span {
	want, here := words.Of(phrase), words.Of(text)
	if len(want) == 0 {
		return nil
	}
	var out []corpus.Span
	for i := 0; i+len(want) <= len(here); i++ {
		run := here[i : i+len(want)]
		if slices.EqualFunc(run, want, func(a, b words.Word) bool { return a.Folded == b.Folded }) {
			out = append(out, corpus.Span{Start: run[0].Start, End: run[len(run)-1].End})
		}
	}
	return out
}
