package handlers

import (
	"context"
	"maps"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
	"dossierbot/index/ordered"
)

// completions are all that one kind of thing is completed with. They never
// change: another state has its own, which go on from them.
type completions struct {
	choices   []*completion // with those that are gone since they were made
	completer *names.Completer
	place     map[string]int // of a choice that was there when they were made, by its value
	alike     map[string]int // how many of these are shown alike
	// Of what came, changed or went since.
	since      int
	placeSince map[string]int // -1: it is gone
	alikeSince map[string]int // more, or less, than there were

	mentioned map[string]int // of actors: in how many passages; counted anew for each state
	documents []*index.DocumentEntry
	actors    *known
	today     string
}

// completion is a choice with what it may be typed by.
type completion struct {
	Choice
	typed     names.Listed
	mentioned int // in how many passages the dossier speaks of it
}

// mostSince is how many changes are kept beside what was made at once: until
// then a change costs less than making all anew.
const mostSince = 1000

// newCompletions makes what is typed quick to look up.
func newCompletions(choices []*completion) *completions {
	c := &completions{choices: choices, place: make(map[string]int, len(choices)), alike: make(map[string]int, len(choices))}
	typed := make([]names.Listed, len(choices))
	for i, choice := range choices {
		c.place[choice.Value] = i
		c.alike[names.Fold(choice.Text())]++
		typed[i] = choice.typed
	}
	c.completer = names.NewCompleter(typed)
	return c
}

// with are the completions with some choices in place of those that have the
// same values, and without some; nil where so much has changed that they should
// be made anew.
func (c *completions) with(come []*completion, gone []string) *completions {
	next := *c
	if next.since += len(come) + len(gone); next.since > mostSince {
		return nil
	}
	next.choices = append(slices.Clip(c.choices), come...)
	next.placeSince, next.alikeSince = maps.Clone(c.placeSince), maps.Clone(c.alikeSince)
	if next.placeSince == nil {
		next.placeSince, next.alikeSince = map[string]int{}, map[string]int{}
	}
	var lost []int
	lose := func(value string) {
		if i, ok := next.placeOf(value); ok {
			lost = append(lost, i)
			next.alikeSince[names.Fold(next.choices[i].Text())]--
			next.placeSince[value] = -1
		}
	}
	for _, value := range gone {
		lose(value)
	}
	typed := make([]names.Listed, len(come))
	for i, choice := range come {
		lose(choice.Value)
		next.placeSince[choice.Value] = len(c.choices) + i
		next.alikeSince[names.Fold(choice.Text())]++
		typed[i] = choice.typed
	}
	next.completer = c.completer.With(lost, typed)
	return &next
}

// placeOf is the place of a choice by its value.
func (c *completions) placeOf(value string) (int, bool) {
	if i, ok := c.placeSince[value]; ok {
		return i, i >= 0
	}
	i, ok := c.place[value]
	return i, ok
}

// apart is a choice that is told from others that are shown alike by its id.
func (c *completions) apart(choice Choice) Choice {
	if shown := names.Fold(choice.Text()); c.alike[shown]+c.alikeSince[shown] > 1 {
		choice.Apart = strings.TrimPrefix(choice.Apart+" · "+choice.Value, " · ")
	}
	return choice
}

func (h *Handlers) actorCompletions(before *completions) (*completions, error) {
	known, err := h.known.get()
	if err != nil {
		return nil, err
	}
	mentioned, err := h.index.Mentioned()
	if err != nil {
		return nil, err
	}
	today := h.today().String() // offices begin and end
	var c *completions
	if before != nil && before.actors.listed == known.listed && before.today == today {
		gone, come := otherActors(before.actors.discovered, known.discovered)
		var choices []*completion
		for _, d := range come {
			choices = append(choices, h.actorCompletion(d.Actor))
		}
		var ids []string
		for _, d := range gone {
			ids = append(ids, d.Key())
		}
		c = before.with(choices, ids)
	}
	if c == nil {
		var choices []*completion
		for a := range h.everybody() {
			choices = append(choices, h.actorCompletion(a))
		}
		c = newCompletions(choices)
	}
	c.mentioned, c.actors, c.today = mentioned, known, today
	return c, nil
}

func (h *Handlers) actorCompletion(a corpus.Actor) *completion {
	c := &completion{Choice: Choice{a.Name, h.officeNow(a.ID), a.ID}, typed: names.Listed{Names: append([]string{a.Name, a.ID}, a.Aliases...)}}
	for _, r := range a.Roles {
		of, _ := h.actor(r.Of)
		c.typed.Beside = append(append(c.typed.Beside, h.roleText(r)), of.Aliases...)
	}
	return c
}

func (h *Handlers) topicCompletions(*completions) (*completions, error) {
	var choices []*completion
	for _, t := range h.dossier.Topics {
		// It is counted for all who will ask, however long the first may wait.
		mentioned, err := h.index.CountOfTopic(context.Background(), h.topics.stems[t.ID])
		if err != nil {
			return nil, err
		}
		choices = append(choices, &completion{Choice{Name: t.Name, Value: t.ID}, names.Listed{Names: append([]string{t.Name, t.ID}, t.Synonyms...)}, mentioned})
	}
	return newCompletions(choices), nil
}

func (h *Handlers) sourceCompletions(before *completions) (*completions, error) {
	var c *completions
	if before != nil {
		gone, come := ordered.Diff(before.documents, h.documents)
		var ids []string
		for _, d := range gone {
			ids = append(ids, d.Key())
		}
		c = before.with(sourceCompletion(come), ids)
	}
	if c == nil {
		c = newCompletions(sourceCompletion(h.documents))
	}
	c.documents = h.documents
	return c, nil
}

func sourceCompletion(documents []*index.DocumentEntry) []*completion {
	choices := make([]*completion, len(documents))
	for i, d := range documents {
		c := &completion{Choice: Choice{Name: titleOf(d.Document), Value: d.Document.ID}, mentioned: d.Passages}
		c.typed.Names = []string{d.Document.Title, d.Document.ID, d.Document.Name, d.Document.Source, d.Document.Author}
		if d.Document.Published.Known() {
			c.Apart = d.Document.Published.Human()
			c.typed.Beside = []string{c.Apart}
		}
		choices[i] = c
	}
	return choices
}
