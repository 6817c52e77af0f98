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
	Name  string // what is shown, with what tells namesakes apart
	Value string // what is sent: an id
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

// Complete completes what was typed so far, best first, at most MaxChoices.
// With nothing typed it gives those that the dossier has most of.
func (h *Handlers) Complete(ctx context.Context, what Completable, typed string) ([]Choice, error) {
	var all []completion
	switch what {
	case CompleteActor:
		all = h.completeActors(typed)
	case CompleteTopic:
		for _, t := range h.dossier.Topics {
			all = append(all, completion{Choice{t.Name, t.ID}, fits(typed, append([]string{t.Name, t.ID}, t.Synonyms...)), 0})
		}
	case CompleteSource:
		for _, d := range h.documents {
			name := titleOf(d.Document)
			if d.Document.Published.Known() {
				name += " · " + d.Document.Published.Human()
			}
			spellings := []string{d.Document.Title, d.Document.ID, d.Document.Name, d.Document.Source, d.Document.Author}
			all = append(all, completion{Choice{name, d.Document.ID}, fits(typed, spellings), d.Passages})
		}
	}
	tellApart(all)
	slices.SortStableFunc(all, func(a, b completion) int {
		return cmp.Or(cmp.Compare(b.fit, a.fit), cmp.Compare(b.weight, a.weight), strings.Compare(a.Name, b.Name))
	})
	choices := []Choice{}
	for _, c := range all {
		if c.fit > 0 && len(choices) < MaxChoices {
			choices = append(choices, c.Choice)
		}
	}
	return choices, ctx.Err()
}

// completion is a choice with how well it fits and how much there is of it.
type completion struct {
	Choice
	fit    float64
	weight int
}

// tellApart adds the id to completions that are shown alike.
func tellApart(all []completion) {
	alike := map[string]int{}
	for _, c := range all {
		alike[c.Name]++
	}
	for i, c := range all {
		if alike[c.Name] > 1 {
			all[i].Name += " · " + c.Value
		}
	}
}

func (h *Handlers) completeActors(typed string) []completion {
	resolved := map[string]float64{}
	for _, c := range h.names.Resolve(typed) {
		resolved[c.Actor] = c.Score
	}
	var all []completion
	for _, a := range h.dossier.Actors {
		name := a.Name
		if office := h.officeNow(a.ID); office != "" {
			name += " · " + office
		}
		fit := max(fits(typed, append([]string{a.Name, a.ID}, a.Aliases...)), resolved[a.ID])
		all = append(all, completion{Choice{name, a.ID}, fit, len(a.Positions)})
	}
	return all
}

// fits tells how well what was typed begins one of the spellings, from 0 to
// 3: the whole spelling, one of its words, a part of it. Nothing typed fits
// all.
func fits(typed string, spellings []string) float64 {
	typed = names.Fold(strings.TrimSpace(typed))
	best := 0.0
	for _, s := range spellings {
		s = names.Fold(s)
		switch {
		case s == "":
		case strings.HasPrefix(s, typed):
			return 3
		case strings.Contains(" "+s, " "+typed):
			best = max(best, 2)
		case strings.Contains(s, typed):
			best = max(best, 1)
		}
	}
	return best
}
