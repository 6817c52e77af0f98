package handlers

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/index"
)

// ActorRequest asks for an actor's card.
type ActorRequest struct {
	Name  string    // as a person types it, or an id
	Topic string    // only what is on this topic; empty: all
	AsOf  string    // the card as it was then, a date in EDTF or in words; empty: now, with all that is known
	At    time.Time // the moment AsOf is reckoned from, and that of a card of now; zero: now
}

// ActorReply is the card of an actor: positions by topic, then statements
// newest first. For an actor without an entry the statements are what the
// documents say.
type ActorReply struct {
	ID         string           `json:"id,omitempty"` // of the line of a batch
	Outcome    Outcome          `json:"outcome"`
	Revision   string           `json:"revision"`
	Candidates []Candidate      `json:"candidates"`
	AsOf       corpus.Date      `json:"as_of"` // null where the card is of now
	Actor      *ActorCard       `json:"actor"`
	Positions  []Position       `json:"positions"`
	Statements []ActorStatement `json:"statements"`
	Coverage   *Coverage        `json:"coverage"`
	Members    []Member         `json:"members"` // whom the documents and editors know in this body
	Coming     []Dated          `json:"coming"`  // what the dossier tells of after the day of the card, soonest first
	// For people.
	Name     string   `json:"name"`      // as asked
	Answer   string   `json:"answer"`    // a sentence for every outcome but answered
	Notes    []string `json:"notes"`     // what is left out
	Mentions []Hit    `json:"mentions"`  // what the documents say of an actor who is not known to have said anything
	MoreSaid int      `json:"more_said"` // statements that there are beyond those listed
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
	topic, err := h.topicGiven(r.Topic)
	if err != nil {
		return ActorReply{}, err
	}
	asOf, err := h.dayGiven(r.AsOf, r.At)
	if err != nil {
		return ActorReply{}, err
	}
	id, found := h.actorMeant(name)
	if asOf.Known() {
		id, found = h.actorMeantAt(name, asOf)
	}
	reply := ActorReply{
		Name: name, Revision: h.index.Stats().Revision, Outcome: index.Answered, Candidates: h.candidates(found), AsOf: asOf,
		Positions: []Position{}, Statements: []ActorStatement{}, Mentions: []Hit{}, Members: []Member{}, Coming: []Dated{}, Notes: []string{},
	}
	switch {
	case id == "" && severalFit(found):
		reply.Outcome, reply.Answer = index.Ambiguous, h.ambiguous(name, reply.Candidates)+"."
		return reply, nil
	case asOf.Known() && !h.heldBySomebody(name, found):
		reply.Outcome = index.NotInDossier
		reply.Answer = fmt.Sprintf("The dossier does not know who was %s %s.", quoted(name), inTime(asOf))
		return reply, nil
	case id == "":
		return h.unlisted(ctx, reply, h.nearNames(found))
	}
	h.demand.count(CompleteActor, id)
	h.demand.count(CompleteTopic, topic.ID)
	if err := h.fill(ctx, &reply, id, topic, cmp.Or(r.At, h.now())); err != nil {
		return ActorReply{}, err
	}
	if n := len(reply.Statements); n > maxStatements {
		reply.MoreSaid, reply.Statements = n-maxStatements, reply.Statements[:maxStatements]
	}
	return reply, nil
}

// fill puts the card of an actor into a reply, that of a topic alone where
// there is one, with all statements. What is to come is that at the moment.
func (h *Handlers) fill(ctx context.Context, reply *ActorReply, id string, topic corpus.Topic, at time.Time) error {
	passages, err := h.index.OfActor(ctx, id, maxPassages)
	if err != nil {
		return err
	}
	reply.Actor = h.card(id, reply.AsOf)
	var later int
	reply.Positions, later = h.positions(h.listed[id], topic.ID, reply.AsOf)
	if err := h.withEvidence(ctx, id, reply.Positions); err != nil {
		return err
	}
	said := h.statementsOf(passages, func(s corpus.Statement) bool { return s.Speaker == id })
	if topic.ID != "" {
		said = slices.DeleteFunc(said, func(s ActorStatement) bool { return !slices.Contains(s.Topics, topic.ID) })
	}
	all := len(said)
	reply.Statements = slices.DeleteFunc(said, func(s ActorStatement) bool { return !byThen(s.Said, reply.AsOf) })
	reply.Notes = append(reply.Notes, leftOut(reply.AsOf, later, all-len(reply.Statements))...)
	reply.Members = h.members(id, topic.ID, reply.AsOf)
	reply.Coverage = coverageOf(id, passages, at)
	if topic.ID == "" {
		reply.Coming = h.coming(passages, id, reply.AsOf, at)
		if all == 0 {
			then := slices.DeleteFunc(slices.Clone(passages), func(hit index.Hit) bool { return !byThen(hit.Document.Published, reply.AsOf) })
			reply.Mentions = h.hits(then[:min(maxMentions, len(then))], 0)
		}
	} else if len(reply.Positions)+len(reply.Statements) == 0 {
		reply.Answer = fmt.Sprintf("The dossier has nothing by %s on %s%s.", h.nameOf(id), quoted(topic.Name), upToTime(reply.AsOf))
	}
	if len(passages) == maxPassages {
		reply.Notes = append(reply.Notes, lookedThrough)
	}
	return nil
}

// lookedThrough says that a reply is made of some of the passages only.
var lookedThrough = fmt.Sprintf("Only %d passages were looked through; there are more.", maxPassages)

// leftOut says what a card of a time does not show; nothing where it shows
// all.
func leftOut(asOf corpus.Date, positions, statements int) []string {
	var what []string
	if positions > 0 {
		what = append(what, count(positions, "position"))
	}
	if statements > 0 {
		what = append(what, count(statements, "statement"))
	}
	if len(what) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("Not shown, being later than %s or perhaps so: %s.", asOf.Human(), strings.Join(what, " and "))}
}

// upToTime ends a sentence of what there is at a time: " up to 2024".
func upToTime(asOf corpus.Date) string {
	if !asOf.Known() {
		return ""
	}
	return " up to " + asOf.Human()
}

// dayGiven reads the time that something is to be shown of; the empty text is
// the unknown date. Its error is a *Problem.
func (h *Handlers) dayGiven(text string, at time.Time) (corpus.Date, error) {
	if strings.TrimSpace(text) == "" {
		return corpus.Date{}, nil
	}
	if at.IsZero() {
		at = h.now()
	}
	d, err := dateGiven(text, at)
	today := h.today()
	switch {
	case err != nil || !d.Closed():
		return corpus.Date{}, noDate(text)
	case d.First.After(today.Last):
		return corpus.Date{}, &Problem{What: quoted(text) + " is yet to come", Do: "Ask for a time up to today", Example: today.String()}
	case d.Last.After(today.Last): // of it, what has passed
		d.Last = today.Last
	}
	return d, nil
}

func (h *Handlers) someActor() string {
	for a := range h.everybody() {
		return a.Name
	}
	return ""
}
