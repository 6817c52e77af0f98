// Package handlers holds one file a command: a request in, a reply out. A
// handler computes and never sends; it knows neither screen nor network, so
// that Discord, the terminal and JSON show one and the same reply.
//
// The replies carry the names of the JSON that scripts rely on. Fields marked
// "for people" are beyond that contract: words that every face shows alike.
package handlers

import (
	"context"
	"errors"
	"fmt"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/corpus/names"
	"dossierbot/index"
	"dossierbot/index/question"
)

// Handlers answers the commands. It is safe for concurrent use.
type Handlers struct {
	dossier   *corpus.Dossier
	actors    map[string]corpus.Actor
	index     *index.Index
	names     *names.Index
	questions *question.Reader
	documents []index.DocumentEntry
	warnings  []string
	about     Dossier
	now       func() time.Time
}

// Options says what the handlers answer from. Folder and Index are required.
type Options struct {
	Folder *intake.Folder
	Index  *index.Index     // of that folder
	Now    func() time.Time // nil: time.Now
}

// New makes the handlers of a dossier.
func New(ctx context.Context, o Options) (*Handlers, error) {
	if o.Folder == nil || o.Index == nil {
		return nil, errors.New("handlers need a folder and its index")
	}
	documents, err := o.Index.Documents(ctx)
	if err != nil {
		return nil, err
	}
	h := &Handlers{
		dossier: o.Folder.Dossier(), actors: map[string]corpus.Actor{}, index: o.Index, names: o.Folder.Names(),
		documents: documents, warnings: o.Folder.Warnings(), now: o.Now,
	}
	if h.now == nil {
		h.now = time.Now
	}
	for _, a := range h.dossier.Actors {
		h.actors[a.ID] = a
	}
	h.questions = question.New(question.Options{Names: h.names, Actors: h.dossier.Actors, Topics: h.dossier.Topics, Documents: documents})
	h.about = Dossier{Title: h.dossier.Title, Documents: len(documents), Passages: o.Index.Stats().Passages}
	for _, d := range documents {
		h.about.Covers = h.about.Covers.Hull(d.Document.Published)
	}
	return h, nil
}

// Problem is an error that the one who asked can mend. Every face shows its
// parts; any other error is the program's own and is only logged.
type Problem struct {
	What    string // what is wrong
	Do      string // what to do
	Example string // one that works; may be empty
}

// Error is all of it on one line.
func (p *Problem) Error() string {
	if p.Example == "" {
		return fmt.Sprintf("%s. %s", p.What, p.Do)
	}
	return fmt.Sprintf("%s. %s, for example: %s", p.What, p.Do, p.Example)
}
