package handlers

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
)

// ActorsReply lists the actors of the dossier by kind and name.
type ActorsReply struct {
	Revision string       `json:"revision"`
	Actors   []ActorEntry `json:"actors"`
}

// ActorEntry is a line of the list of actors.
type ActorEntry struct {
	Actor     string           `json:"actor"`
	Name      string           `json:"name"`
	Kind      corpus.ActorKind `json:"kind"`
	Office    string           `json:"office"`
	Positions int              `json:"positions"`
}

// Actors lists the actors.
func (h *Handlers) Actors(ctx context.Context) (ActorsReply, error) {
	reply := ActorsReply{Revision: h.index.Stats().Revision, Actors: []ActorEntry{}}
	for a := range h.everybody() {
		reply.Actors = append(reply.Actors, ActorEntry{Actor: a.ID, Name: a.Name, Kind: a.Kind, Office: h.officeNow(a.ID), Positions: len(a.Positions)})
	}
	kinds := []corpus.ActorKind{corpus.Person, corpus.Party, corpus.Institution, corpus.State}
	slices.SortStableFunc(reply.Actors, func(a, b ActorEntry) int {
		return cmp.Or(slices.Index(kinds, a.Kind)-slices.Index(kinds, b.Kind), strings.Compare(names.Fold(a.Name), names.Fold(b.Name)))
	})
	return reply, ctx.Err()
}
