package handlers

import (
	"cmp"
	"context"
	"slices"
	"strings"

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
	// CompleteSubject is that of a timeline: an actor or a topic.
	CompleteSubject Completable = "subject"
)

// MaxChoices is the most completions given: Discord shows no more.
// https://discord.com/developers/docs/interactions/application-commands#autocomplete
const MaxChoices = 25

// Complete completes what was typed so far, at most MaxChoices: those that it
// fits best first, of these those that were asked for most since the process
// began, and then those that the dossier speaks of most. With nothing typed
// all fit alike.
func (h *Handlers) Complete(ctx context.Context, what Completable, typed string) ([]Choice, error) {
	kinds := []Completable{what}
	if what == CompleteSubject {
		kinds = []Completable{CompleteActor, CompleteTopic}
	}
	var found []fitting
	for _, kind := range kinds {
		these, err := h.fitting(kind, typed)
		if err != nil {
			return nil, err
		}
		if what == CompleteSubject && kind == CompleteTopic {
			h.asSubjects(these)
		}
		found = append(found, these...)
	}
	slices.SortFunc(found, func(a, b fitting) int {
		return cmp.Or(cmp.Compare(b.fit, a.fit), cmp.Compare(b.asked, a.asked), cmp.Compare(b.mentioned, a.mentioned),
			strings.Compare(a.Name, b.Name), strings.Compare(a.Value, b.Value))
	})
	choices := []Choice{}
	for _, f := range found[:min(MaxChoices, len(found))] {
		choices = append(choices, f.of.apart(f.Choice))
	}
	return choices, ctx.Err()
}

// asSubjects tells topics from the actors beside them.
func (h *Handlers) asSubjects(topics []fitting) {
	for i, t := range topics {
		topics[i].Apart = "topic"
		if _, ok := h.actor(t.Value); ok {
			topics[i].Value = subjectTopic + t.Value
		}
	}
}

// fitting is a choice with what it is ranked by.
type fitting struct {
	Choice
	of               *completions
	fit              names.Fit
	asked, mentioned int
}

// fitting are the choices of one kind that what was typed fits, in no order.
func (h *Handlers) fitting(what Completable, typed string) ([]fitting, error) {
	completions, ok := h.completions[what]
	if !ok {
		return nil, nil
	}
	all, err := completions.get()
	if err != nil {
		return nil, err
	}
	fits := all.completer.Fits(typed)
	if what == CompleteActor {
		for _, c := range h.names().Resolve(typed) {
			if i, ok := all.placeOf(c.Actor); ok && c.Score >= likely {
				fits[i] = max(fits[i], names.Nearly(c.Score))
			}
		}
	}
	var found []fitting
	for i, fit := range fits {
		if c := all.choices[i]; fit > 0 {
			found = append(found, fitting{c.Choice, all, fit, h.demand.of(what, c.Value), c.mentioned + all.mentioned[c.Value]})
		}
	}
	return found, nil
}

// likely is the likeness from which an actor is offered for a name that is
// being typed. It is more than nearEnough: here one need not be offered.
const likely = 0.7
