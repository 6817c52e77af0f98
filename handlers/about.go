package handlers

import (
	"dossierbot/index"
	"dossierbot/index/ordered"
)

// summary is what the dossier is, with the documents that it sums up.
type summary struct {
	Dossier
	documents []*index.DocumentEntry
}

// about is what the dossier is.
func (h *Handlers) about() Dossier {
	s, _ := h.summary.get() // making it never fails
	return s.Dossier
}

// sumUp sums the documents up: all of them, or those that came since the last
// time where none has gone.
func (h *Handlers) sumUp(before *summary) (*summary, error) {
	now := &summary{documents: h.documents}
	more := h.documents
	if before != nil {
		if come, ok := addedTo(before.documents, h.documents); ok {
			now.Covers, now.Undated, more = before.Covers, before.Undated, come
		}
	}
	for _, d := range more {
		now.Covers = now.Covers.Hull(d.Document.Published)
		if !d.Document.Published.Known() {
			now.Undated++
		}
	}
	now.Title, now.Documents, now.Passages = h.dossier.Title, len(h.documents), h.index.Stats().Passages
	return now, nil
}

// addedTo are the documents that were added to a list; ok is false where one
// was taken out, or is of another date now.
func addedTo(before, now []*index.DocumentEntry) (come []*index.DocumentEntry, ok bool) {
	gone, come := ordered.Diff(before, now)
	var added []*index.DocumentEntry
	for _, d := range come {
		was, found := ordered.Find(gone, d.Key())
		switch {
		case !found:
			added = append(added, d)
		case was.Document.Published != d.Document.Published:
			return nil, false
		}
	}
	return added, len(added)+len(gone) == len(come)
}
