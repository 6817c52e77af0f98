package handlers

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"dossierbot/corpus/names"
)

// Choice is a completion of something half typed.
type Choice struct {
	Name string // what it is called
	// Apart is what tells it from namesakes: an actor's office or party, a
	// document's date; empty where there is nothing to tell. No two choices have
	// both Name and Apart in common.
	Apart string
	Value string // what is sent: an id
}

// Text is all that is shown of it.
func (c Choice) Text() string {
	if c.Apart == "" {
		return c.Name
	}
	return c.Name + " · " + c.Apart
}

// Completable is what can be completed.
type Completable string

// What can be completed.
const (
	CompleteActor  Completable = "actor"
	CompleteTopic  Completable = "topic"
	CompleteSource Completable = "source"
)

// MaxChoices is the most completions given: Discord shows no more.
// https://discord.com/developers/docs/interactions/application-commands#autocomplete
const MaxChoices = 25

// Complete completes what was typed so far, at most MaxChoices: those that it
// fits best first, of these those that were asked for most since the process
// began, and then those that the dossier speaks of most. With nothing typed
// all fit alike.
func (h *Handlers) Complete(ctx context.Context, what Completable, typed string) ([]Choice, error) {
	all, ok := h.completions[what]
	if !ok {
		return []Choice{}, ctx.Err()
	}
	mentioned, err := all.mentioned()
	if err != nil {
		return nil, err
	}
	fits := all.completer.Fits(typed)
	if what == CompleteActor {
		for _, c := range h.names.Resolve(typed) {
			if i := all.place[c.Actor]; c.Score >= likely {
				fits[i] = max(fits[i], names.Nearly(c.Score))
			}
		}
	}
	type fitting struct {
		Choice
		fit              names.Fit
		asked, mentioned int
	}
	var found []fitting
	for i, fit := range fits {
		if c := all.choices[i]; fit > 0 {
			found = append(found, fitting{c, fit, h.demand.of(what, c.Value), mentioned[i]})
		}
	}
	slices.SortFunc(found, func(a, b fitting) int {
		return cmp.Or(cmp.Compare(b.fit, a.fit), cmp.Compare(b.asked, a.asked), cmp.Compare(b.mentioned, a.mentioned),
			strings.Compare(a.Name, b.Name), strings.Compare(a.Value, b.Value))
	})
	choices := []Choice{}
	for _, f := range found[:min(MaxChoices, len(found))] {
		choices = append(choices, f.Choice)
	}
	return choices, ctx.Err()
}

// likely is the likeness from which an actor is offered for a name that is
// being typed. It is more than nearEnough: here one need not be offered.
const likely = 0.7

// completions are all that one kind of thing is completed with.
type completions struct {
	choices   []Choice
	place     map[string]int // of a choice by its value
	completer *names.Completer
	// mentioned is in how many passages the dossier speaks of each choice; found
	// when first asked for.
	mentioned func() ([]int, error)
}

// newCompletions makes the completions of things whose names are as listed.
func newCompletions(choices []Choice, listed []names.Listed, mentioned func() ([]int, error)) completions {
	tellApart(choices)
	c := completions{choices: choices, place: make(map[string]int, len(choices)), completer: names.NewCompleter(listed), mentioned: sync.OnceValues(mentioned)}
	for i, choice := range choices {
		c.place[choice.Value] = i
	}
	return c
}

// tellApart adds the id to choices that are shown alike.
func tellApart(all []Choice) {
	alike := map[string]int{}
	for _, c := range all {
		alike[names.Fold(c.Text())]++
	}
	for i, c := range all {
		if alike[names.Fold(c.Text())] > 1 {
			all[i].Apart = strings.TrimPrefix(c.Apart+" · "+c.Value, " · ")
		}
	}
}

func (h *Handlers) actorCompletions() completions {
	var choices []Choice
	var listed []names.Listed
	for _, a := range h.dossier.Actors {
		choices = append(choices, Choice{a.Name, h.officeNow(a.ID), a.ID})
		l := names.Listed{Names: append([]string{a.Name, a.ID}, a.Aliases...)}
		for _, r := range a.Roles {
			l.Beside = append(append(l.Beside, h.roleText(r)), h.actors[r.Of].Aliases...)
		}
		listed = append(listed, l)
	}
	return newCompletions(choices, listed, func() ([]int, error) {
		of, err := h.index.Mentioned()
		counts := make([]int, len(choices))
		for i, c := range choices {
			counts[i] = of[c.Value]
		}
		return counts, err
	})
}

func (h *Handlers) topicCompletions() completions {
	var choices []Choice
	var listed []names.Listed
	for _, t := range h.dossier.Topics {
		choices = append(choices, Choice{Name: t.Name, Value: t.ID})
		listed = append(listed, names.Listed{Names: append([]string{t.Name, t.ID}, t.Synonyms...)})
	}
	return newCompletions(choices, listed, func() ([]int, error) {
		counts := make([]int, len(choices))
		for i := range counts {
			var err error
			// The counts are for all to come, however long the one may wait who is first.
			if counts[i], err = h.index.CountOfTopic(context.Background(), h.topicNames[i]); err != nil {
				return nil, err
			}
		}
		return counts, nil
	})
}

func (h *Handlers) sourceCompletions() completions {
	var choices []Choice
	var listed []names.Listed
	var passages []int
	for _, d := range h.documents {
		choice := Choice{Name: titleOf(d.Document), Value: d.Document.ID}
		l := names.Listed{Names: []string{d.Document.Title, d.Document.ID, d.Document.Name, d.Document.Source, d.Document.Author}}
		if d.Document.Published.Known() {
			choice.Apart = d.Document.Published.Human()
			l.Beside = []string{choice.Apart}
		}
		choices, listed, passages = append(choices, choice), append(listed, l), append(passages, d.Passages)
	}
	return newCompletions(choices, listed, func() ([]int, error) { return passages, nil })
}
