package handlers

import (
	"cmp"
	"context"
	"slices"
	"time"

	"dossierbot/corpus"
	"dossierbot/index"
)

// CompareRequest asks for two actors side by side.
type CompareRequest struct {
	A, B  string    // as a person types them, or ids
	Topic string    // only this topic; empty: all
	AsOf  string    // as that of ActorRequest
	At    time.Time // the moment AsOf is reckoned from; zero: now
}

// CompareReply is two actors side by side, topic by topic.
type CompareReply struct {
	Outcome  Outcome       `json:"outcome"`
	Revision string        `json:"revision"`
	AsOf     corpus.Date   `json:"as_of"`
	A        *ActorCard    `json:"a"`
	B        *ActorCard    `json:"b"`
	Topics   []TopicOfBoth `json:"topics"` // those on which they differ first
	// For people.
	Answer string   `json:"answer"` // a sentence for every outcome but answered
	Notes  []string `json:"notes"`
}

// Comparison is how the stances of two actors on a topic go together. It is made
// of the editor's stances alone.
type Comparison string

// The comparisons.
const (
	Differ       Comparison = "differ"
	Agree        Comparison = "agree"
	NoComparison Comparison = "not_known" // one of them has no stance here
)

// Text says it in words.
func (c Comparison) Text() string {
	switch c {
	case Differ:
		return "they differ"
	case Agree:
		return "the same stance"
	}
	return "no two stances to compare"
}

// TopicOfBoth is a topic with where each of two actors stands, and what each
// said on it last.
type TopicOfBoth struct {
	TopicEntry
	Compared Comparison      `json:"compared"`
	A        []Position      `json:"a"`
	B        []Position      `json:"b"`
	SaidA    *ActorStatement `json:"said_a"`
	SaidB    *ActorStatement `json:"said_b"`
}

// Compare answers /compare. Its error is a *Problem where a name means no one
// actor.
func (h *Handlers) Compare(ctx context.Context, r CompareRequest) (CompareReply, error) {
	var ids [2]string
	for i, name := range []string{r.A, r.B} {
		var err error
		if ids[i], err = h.actorNamed(name); err != nil {
			return CompareReply{}, err
		}
	}
	if ids[0] == ids[1] {
		return CompareReply{}, &Problem{What: "Both names mean " + h.nameOf(ids[0]), Do: "Name two different actors"}
	}
	topic, err := h.topicGiven(r.Topic)
	if err != nil {
		return CompareReply{}, err
	}
	asOf, err := h.dayGiven(r.AsOf, r.At)
	if err != nil {
		return CompareReply{}, err
	}
	h.demand.count(CompleteActor, ids[:]...)
	h.demand.count(CompleteTopic, topic.ID)
	a, b := ActorReply{AsOf: asOf}, ActorReply{AsOf: asOf}
	for i, card := range []*ActorReply{&a, &b} {
		if err := h.fill(ctx, card, ids[i], topic, cmp.Or(r.At, h.now())); err != nil {
			return CompareReply{}, err
		}
	}
	reply := CompareReply{
		Outcome: index.Answered, Revision: h.index.Stats().Revision, AsOf: asOf, A: a.Actor, B: b.Actor, Topics: []TopicOfBoth{},
		Notes: slices.Concat(about(a), about(b)),
	}
	for _, t := range h.dossier.Topics {
		both := TopicOfBoth{
			TopicEntry: TopicEntry{t.ID, t.Name}, A: on(t.ID, a.Positions), B: on(t.ID, b.Positions),
			SaidA: lastOn(t.ID, a.Statements), SaidB: lastOn(t.ID, b.Statements),
		}
		if len(both.A)+len(both.B) == 0 && (both.SaidA == nil || both.SaidB == nil) {
			continue // nothing to hold side by side
		}
		both.Compared = compared(both.A, both.B)
		reply.Topics = append(reply.Topics, both)
	}
	order := []Comparison{Differ, Agree, NoComparison}
	slices.SortStableFunc(reply.Topics, func(a, b TopicOfBoth) int {
		return slices.Index(order, a.Compared) - slices.Index(order, b.Compared)
	})
	if len(reply.Topics) == 0 {
		reply.Outcome = index.NotInDossier
		reply.Answer = "The dossier holds no position of either, and no topic that both spoke on" + upToTime(reply.AsOf) + "."
	}
	return reply, nil
}

// about says whose card notes are.
func about(r ActorReply) []string {
	var out []string
	for _, n := range r.Notes {
		out = append(out, r.Actor.Name+": "+n)
	}
	return out
}

func on(topic string, positions []Position) []Position {
	out := []Position{}
	for _, p := range positions {
		if p.Topic == topic {
			out = append(out, p)
		}
	}
	return out
}

// lastOn is the newest statement on a topic; nil where there is none.
func lastOn(topic string, statements []ActorStatement) *ActorStatement {
	for i, s := range statements {
		if slices.Contains(s.Topics, topic) {
			return &statements[i]
		}
	}
	return nil
}

// compared holds the stances of two actors against each other: those that no
// later one follows. Where an actor has several, all must be of one kind.
func compared(a, b []Position) Comparison {
	stanceA, okA := stanceOf(a)
	stanceB, okB := stanceOf(b)
	switch {
	case !okA || !okB:
		return NoComparison
	case stanceA == stanceB:
		return Agree
	}
	return Differ
}

// stanceOf is the one stance of an actor's positions on a topic; ok is false
// where there is none, or where those of one time are of several kinds.
func stanceOf(positions []Position) (stance corpus.Stance, ok bool) {
	for _, p := range positions {
		switch {
		case p.Earlier:
		case p.Stance == corpus.NoneStated || stance != "" && stance != p.Stance:
			return "", false
		default:
			stance = p.Stance
		}
	}
	return stance, stance != ""
}
