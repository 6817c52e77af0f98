package handlers

import (
	"iter"
	"slices"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
	"dossierbot/index/ordered"
)

// actor is that of an id, listed or discovered.
func (h *Handlers) actor(id string) (corpus.Actor, bool) {
	if a, ok := h.listed[id]; ok {
		return a, true
	}
	if d, ok := ordered.Find(h.discovered, id); ok {
		return d.Actor, true
	}
	return corpus.Actor{}, false
}

// everybody is all actors, those listed first.
func (h *Handlers) everybody() iter.Seq[corpus.Actor] {
	return func(yield func(corpus.Actor) bool) {
		for _, a := range h.dossier.Actors {
			if !yield(a) {
				return
			}
		}
		for _, d := range h.discovered {
			if !yield(d.Actor) {
				return
			}
		}
	}
}

// known are the names of all actors.
type known struct {
	listed     *names.Index
	discovered []*index.Discovered
	all        *names.Index
}

// know makes the names known, unless they are those that were known before.
func (h *Handlers) know(before *known) (*known, error) {
	now := &known{listed: h.folder.Names(), discovered: h.discovered}
	switch {
	case len(h.discovered) == 0:
		now.all = now.listed
	case before != nil && before.listed == now.listed && before.has(now.discovered):
		now.all = before.all
	default:
		now.all = names.New(slices.Collect(h.everybody()))
	}
	return now, nil
}

// has tells whether the actors discovered are those whose names are known.
func (k *known) has(discovered []*index.Discovered) bool {
	gone, come := otherActors(k.discovered, discovered)
	return len(gone)+len(come) == 0
}

// otherActors are those that a list of actors discovered has no longer, and
// those that are new in it, whatever documents speak of them.
func otherActors(before, now []*index.Discovered) (gone, come []*index.Discovered) {
	gone, come = ordered.Diff(before, now)
	have := map[string]*index.Discovered{}
	for _, d := range come {
		have[d.Key()] = d
	}
	same := func(d *index.Discovered) bool {
		o, ok := have[d.Key()]
		return ok && o.Actor.Name == d.Actor.Name && o.Actor.Kind == d.Actor.Kind
	}
	unchanged := map[string]bool{}
	for _, d := range gone {
		unchanged[d.Key()] = same(d)
	}
	is := func(d *index.Discovered) bool { return unchanged[d.Key()] }
	return slices.DeleteFunc(gone, is), slices.DeleteFunc(come, is)
}

// names knows the names of all actors.
func (h *Handlers) names() *names.Index {
	k, _ := h.known.get() // making it never fails
	return k.all
}
