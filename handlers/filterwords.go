package handlers

import (
	"cmp"
	"slices"
	"strings"

	"dossierbot/handlers/store"
)

// FilterWords says in words, for people, which changes a filter lets through.
func (h *Handlers) FilterWords(f store.Filter) string {
	var parts []string
	for _, limit := range []struct {
		what  string
		names []string
	}{{"by or about", h.namesOf(f.Actors)}, {"on", h.topicsNamed(f)}, {"from", h.sourcesNamed(f)}} {
		if len(limit.names) > 0 {
			parts = append(parts, limit.what+" "+strings.Join(limit.names, ", "))
		}
	}
	what := "what changes"
	if f.Question != "" {
		what = "what is new that answers “" + f.Question + "”"
	}
	if len(parts) == 0 && f.Question == "" {
		return "everything that changes"
	}
	return strings.TrimSpace(what + " " + strings.Join(parts, "; "))
}

// filterNames are the names of all that a filter asks for.
func (h *Handlers) filterNames(f store.Filter) []string {
	names := slices.Concat([]string{}, h.namesOf(f.Actors), h.topicsNamed(f), h.sourcesNamed(f))
	if f.Question != "" {
		names = append(names, "“"+f.Question+"”")
	}
	return names
}

func (h *Handlers) topicsNamed(f store.Filter) (names []string) {
	for _, id := range f.Topics {
		t, _ := h.dossier.Topic(id)
		names = append(names, cmp.Or(t.Name, id))
	}
	return names
}

func (h *Handlers) sourcesNamed(f store.Filter) (names []string) {
	for _, id := range f.Sources {
		names = append(names, cmp.Or(h.titleWith(id), id))
	}
	return names
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
