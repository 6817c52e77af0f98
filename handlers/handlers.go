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
	"sync"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/index"
	"dossierbot/index/question"
)

// Handlers answers the commands from one state of a dossier. It is safe for
// concurrent use.
type Handlers struct {
	folder     *intake.Folder
	compared   latestCompared
	dossier    *corpus.Dossier         // what the editor's files say
	listed     map[string]corpus.Actor // its actors, by id
	discovered []*index.Discovered     // the others
	topics     topicWords
	index      *index.Index
	questions  *question.Reader
	documents  []*index.DocumentEntry
	warnings   []string
	described  bool // an editor has described the documents
	summary    *part[summary]
	now        func() time.Time
	examples   func() []string // questions that have an answer; found when first asked for
	demand     *demand
	known      *part[known] // the names of all actors
	// completions are what half-typed words are held against.
	completions map[Completable]*part[completions]
}

// Options says what the handlers answer from. Folder and Index are required.
type Options struct {
	Folder *intake.Folder
	Index  *index.Index     // of that folder
	Now    func() time.Time // nil: that of Previous, or time.Now
	// Previous answers from an earlier state. What has not changed since is
	// taken from it, and so is what was asked for most. It stays usable. It may
	// be nil.
	Previous *Handlers
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
	before := o.Previous
	if before == nil {
		before = &Handlers{demand: &demand{}, now: time.Now}
	}
	if o.Now == nil {
		o.Now = before.now
	}
	h := &Handlers{
		folder: o.Folder, dossier: o.Folder.Dossier(), listed: map[string]corpus.Actor{}, discovered: o.Index.Discovered(),
		index: o.Index, documents: documents, warnings: o.Folder.Warnings(), described: o.Folder.Described(),
		now: o.Now, demand: before.demand,
	}
	for _, a := range h.dossier.Actors {
		h.listed[a.ID] = a
	}
	h.questions = question.New(question.Options{
		Names: o.Folder.Names(), Actors: h.dossier.Actors, Topics: h.dossier.Topics, Documents: documents, Previous: before.questions,
	})
	h.topics = newTopicWords(h.dossier.Topics)
	h.summary = newPart(before.summary, h.sumUp)
	h.examples = sync.OnceValue(h.findExamples)
	h.known = newPart(before.known, h.know)
	h.completions = map[Completable]*part[completions]{
		CompleteActor:  newPart(before.completions[CompleteActor], h.actorCompletions),
		CompleteTopic:  newPart(before.completions[CompleteTopic], h.topicCompletions),
		CompleteSource: newPart(before.completions[CompleteSource], h.sourceCompletions),
	}
	return h, nil
}

// Prepare makes what somebody asked those of an earlier state for and what
// would else be made for the next who does. It may be left out.
func (h *Handlers) Prepare(ctx context.Context) error {
	if before, _ := h.known.last(); before != nil {
		h.names()
	}
	for _, p := range h.completions {
		if before, _ := p.last(); before == nil {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := p.get(); err != nil {
			return err
		}
	}
	return nil
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
