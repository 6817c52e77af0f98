package handlers

import (
	"context"
	"slices"
	"strings"

	"dossierbot/index"
)

// SourcesReply lists the documents, newest first, those without a date last.
type SourcesReply struct {
	Revision  string     `json:"revision"`
	Dossier   Dossier    `json:"dossier"`
	Documents []Document `json:"documents"`
	Warnings  []string   `json:"warnings"` // files that are not served, and why
}

// Document is a line of the list of documents.
type Document struct {
	About
	Name     Optional `json:"name"` // the short id an editor gave it
	Language Optional `json:"language"`
	Passages int      `json:"passages"`
	Warnings []string `json:"warnings"`
}

// Sources lists the documents.
func (h *Handlers) Sources(ctx context.Context) (SourcesReply, error) {
	reply := SourcesReply{Revision: h.index.Stats().Revision, Dossier: h.about(), Documents: []Document{}, Warnings: list(h.warnings)}
	for _, d := range h.documents {
		reply.Documents = append(reply.Documents, documentOf(d))
	}
	slices.SortStableFunc(reply.Documents, func(a, b Document) int {
		if c := b.Published.Last.Compare(a.Published.Last); c != 0 {
			return c
		}
		return strings.Compare(a.Document, b.Document)
	})
	return reply, ctx.Err()
}

func documentOf(d *index.DocumentEntry) Document {
	return Document{
		About: aboutOf(d.Document), Name: Optional(d.Document.Name), Language: Optional(d.Document.Language),
		Passages: d.Passages, Warnings: list(d.Document.Warnings),
	}
}

// DocumentWith is the document whose id has a key, that of index.Key. Its error
// is a *Problem where there is none.
func (h *Handlers) DocumentWith(key string) (About, error) {
	for _, d := range h.documents {
		if index.Key(d.Document.ID) == key {
			return aboutOf(d.Document), nil
		}
	}
	return About{}, &Problem{What: "This document is no longer in the dossier", Do: "Look at what is in it", Example: "/sources"}
}
