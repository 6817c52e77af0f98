package handlers

import (
	"cmp"
	"strings"

	"dossierbot/handlers/store"
)

// FilterWords says in words, for people, which changes a filter lets through.
func (h *Handlers) FilterWords(f store.Filter) string {
	var parts []string
	add := func(what string, ids []string, name func(id string) string) {
		var names []string
		for _, id := range ids {
			names = append(names, cmp.Or(name(id), id))
		}
		if len(names) > 0 {
			parts = append(parts, what+" "+strings.Join(names, ", "))
		}
	}
	add("by or about", f.Actors, func(id string) string { return h.actors[id].Name })
	add("on", f.Topics, func(id string) string {
		t, _ := h.dossier.Topic(id)
		return t.Name
	})
	add("from", f.Sources, h.titleWith)
	what := "what changes"
	if f.Question != "" {
		what = "what is new that answers “" + f.Question + "”"
	}
	if len(parts) == 0 && f.Question == "" {
		return "everything that changes"
	}
	return strings.TrimSpace(what + " " + strings.Join(parts, "; "))
}

// titleWith is the title of the document with an id; empty where there is no
// such document.
func (h *Handlers) titleWith(id string) string {
	for _, d := range h.documents {
		if d.Document.ID == id {
			return "“" + titleOf(d.Document) + "”"
		}
	}
	return ""
}
