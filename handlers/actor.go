package handlers

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
	"dossierbot/index/words"
)

// ActorRequest asks for an actor's card.
type ActorRequest struct {
	Name  string // as a person types it, or an id
	Topic string // only what is on this topic; empty: all
}

// ActorReply is the card of an actor: positions newest first, then statements
// newest first. For an actor without an entry the statements are what the
// documents say.
type ActorReply struct {
	ID         string           `json:"id,omitempty"` // of the line of a batch
	Outcome    Outcome          `json:"outcome"`
	Revision   string           `json:"revision"`
	Candidates []Candidate      `json:"candidates"`
	Actor      *ActorCard       `json:"actor"`
	Positions  []Position       `json:"positions"`
	Statements []ActorStatement `json:"statements"`
	Coverage   *Coverage        `json:"coverage"`
	// For people.
	Name     string `json:"name"`      // as asked
	Answer   string `json:"answer"`    // a sentence for every outcome but answered
	Mentions []Hit  `json:"mentions"`  // what the documents say of an actor who is not known to have said anything
	MoreSaid int    `json:"more_said"` // statements that there are beyond those listed
}

// How much of an actor a card is made of.
const (
	maxPassages   = 2000 // passages looked through for statements
	maxStatements = 25   // statements listed
	maxMentions   = 5    // passages listed of an actor who says nothing
)

// Actor answers /actor. Without a name use Actors.
func (h *Handlers) Actor(ctx context.Context, r ActorRequest) (ActorReply, error) {
	name := strings.TrimSpace(r.Name)
	if name == "" {
		return ActorReply{}, &Problem{What: "There is no name", Do: "Give one", Example: h.someActor()}
	}
	var topic corpus.Topic
	if r.Topic != "" {
		var err error
		if topic, err = h.topicNamed(r.Topic); err != nil {
			return ActorReply{}, err
		}
	}
	id, found := h.actorMeant(name)
	reply := ActorReply{
		Name: name, Revision: h.index.Stats().Revision, Outcome: index.Answered, Candidates: h.candidates(found),
		Positions: []Position{}, Statements: []ActorStatement{}, Mentions: []Hit{},
	}
	switch {
	case id == "" && severalFit(found):
		reply.Outcome, reply.Answer = index.Ambiguous, h.ambiguous(name, reply.Candidates)+"."
		return reply, nil
	case id == "":
		return h.unlisted(ctx, reply, h.nearNames(found))
	}
	reply.Actor = h.card(id)
	passages, err := h.index.OfActor(ctx, id, maxPassages)
	if err != nil {
		return ActorReply{}, err
	}
	if reply.Positions, err = h.positions(ctx, h.actors[id], topic.ID); err != nil {
		return ActorReply{}, err
	}
	reply.Statements = statementsOf(id, passages)
	if topic.ID != "" {
		reply.Statements = slices.DeleteFunc(reply.Statements, func(s ActorStatement) bool { return !speaksOf(s.Text, topic) })
	}
	reply.Coverage = coverageOf(id, passages)
	if len(reply.Statements) == 0 && topic.ID == "" {
		reply.Mentions = h.hits(passages[:min(maxMentions, len(passages))], 0)
	}
	if topic.ID != "" && len(reply.Positions)+len(reply.Statements) == 0 {
		reply.Answer = fmt.Sprintf("The dossier has nothing by %s on %s.", h.nameOf(id), quoted(topic.Name))
	}
	if n := len(reply.Statements); n > maxStatements {
		reply.MoreSaid, reply.Statements = n-maxStatements, reply.Statements[:maxStatements]
	}
	return reply, nil
}

func (h *Handlers) someActor() string {
	if len(h.dossier.Actors) == 0 {
		return ""
	}
	return h.dossier.Actors[0].Name
}

// unlisted answers for a name that no actor of the dossier has: what the
// documents say of it, or which names come near.
func (h *Handlers) unlisted(ctx context.Context, reply ActorReply, near string) (ActorReply, error) {
	found, spelling, err := h.naming(ctx, reply.Name)
	if err != nil {
		return ActorReply{}, err
	}
	if len(found.Hits) > 0 {
		reply.Mentions = h.hits(found.Hits[:min(maxMentions, len(found.Hits))], 0)
		reply.Actor = &ActorCard{ID: spelling, Name: spelling, Discovered: true, Roles: []Role{}, Aliases: []string{}}
		return reply, nil
	}
	reply.Outcome = index.NotInDossier
	reply.Answer = "The dossier has nothing on " + quoted(reply.Name) + "."
	if found.Outcome == index.Answered { // its words are there, but not as a name
		reply.Answer = "No actor in the dossier is called " + quoted(reply.Name) + "."
	}
	if near != "" {
		reply.Answer += " Did you mean " + near + "?"
	}
	return reply, nil
}

// How far a name that is not known is looked for.
const (
	maxName   = 300 // bytes; what is longer is no name
	maxNaming = 100 // passages looked at
)

// naming finds the words of a name that no actor has, and of these passages
// keeps the ones in which it stands as a name; spelling is how.
func (h *Handlers) naming(ctx context.Context, name string) (found index.Result, spelling string, err error) {
	q := index.Query{Limit: maxNaming}
	for _, w := range words.Of(name) {
		if !w.Stop {
			q.Terms = append(q.Terms, index.Term{Text: w.Text, Folded: w.Folded, Stem: w.Stem, Weight: 1, Name: true})
		}
	}
	if len(q.Terms) == 0 || len(name) > maxName {
		return index.Result{Outcome: index.NotInDossier}, "", nil
	}
	if found, err = h.index.Search(ctx, q); err != nil {
		return index.Result{}, "", err
	}
	found.Hits = slices.DeleteFunc(found.Hits, func(hit index.Hit) bool {
		at, ok := nameIn(hit.Passage, name)
		spelling = cmp.Or(spelling, at)
		return !ok
	})
	return found, spelling, nil
}

// nameIn finds a name in a passage, each word of it with a capital where its
// script has them and it is no particle, and no part of the name of an actor
// of the dossier.
func nameIn(p index.Passage, name string) (spelling string, ok bool) {
	for _, at := range placesOf(p.Text, name) {
		text := p.Text[at.Start:at.End]
		at.Start, at.End = at.Start+p.Start, at.End+p.Start
		ordinary := slices.ContainsFunc(words.Of(text), func(w words.Word) bool {
			first, _ := utf8.DecodeRuneInString(w.Text)
			return unicode.IsLower(first) && !w.Stop
		})
		known := slices.ContainsFunc(p.Mentions, func(m corpus.Mention) bool { return m.Overlaps(at) })
		if ordinary || known {
			continue
		}
		if names.Fold(text) != names.Fold(name) { // a possessive
			return name, true
		}
		return text, true
	}
	return "", false
}
