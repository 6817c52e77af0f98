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
	"slices"
	"sync"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/corpus/names"
	"dossierbot/index"
	"dossierbot/index/question"
)

// Handlers answers the commands. It is safe for concurrent use.
type Handlers struct {
	folder    *intake.Folder
	compared  latestCompared
	dossier   *corpus.Dossier
	actors    map[string]corpus.Actor
	topics    topicWords
	index     *index.Index
	names     *names.Index
	questions *question.Reader
	documents []*index.DocumentEntry
	warnings  []string
	described bool // an editor has described the documents
	about     Dossier
	now       func() time.Time
	examples  func() []string // questions that have an answer; found when first asked for
	// completions are what half-typed words are held against; made when first
	// asked for, since of thousands of actors that takes a while.
	completions map[Completable]func() (*completions, error)
	demand      *demand
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
	var discovered []corpus.Actor
	for _, d := range o.Index.Discovered() {
		discovered = append(discovered, d.Actor)
	}
	listed := o.Folder.Dossier()
	h := &Handlers{
		folder: o.Folder, dossier: &corpus.Dossier{Title: listed.Title, Actors: slices.Concat(listed.Actors, discovered), Topics: listed.Topics},
		actors: map[string]corpus.Actor{}, index: o.Index, names: o.Folder.Names(),
		documents: documents, warnings: o.Folder.Warnings(), described: o.Folder.Described(), now: o.Now, demand: &demand{},
	}
	if len(discovered) > 0 {
		h.names = names.New(h.dossier.Actors)
	}
	if h.now == nil {
		h.now = time.Now
	}
	for _, a := range h.dossier.Actors {
		h.actors[a.ID] = a
	}
	h.questions = question.New(question.Options{Names: o.Folder.Names(), Actors: listed.Actors, Topics: h.dossier.Topics, Documents: documents})
	h.topics = newTopicWords(h.dossier.Topics)
	h.about = Dossier{Title: h.dossier.Title, Documents: len(documents), Passages: o.Index.Stats().Passages}
	for _, d := range documents {
		h.about.Covers = h.about.Covers.Hull(d.Document.Published)
		if !d.Document.Published.Known() {
			h.about.Undated++
		}
	}
	h.examples = sync.OnceValue(h.findExamples)
	h.completions = map[Completable]func() (*completions, error){
		CompleteActor: sync.OnceValues(h.actorCompletions), CompleteTopic: sync.OnceValues(h.topicCompletions),
		CompleteSource: sync.OnceValues(h.sourceCompletions),
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
