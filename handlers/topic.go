package handlers

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
)

// TopicRequest asks who stands where on a topic.
type TopicRequest struct {
	Name string    // an id, a name or a synonym
	AsOf string    // as that of ActorRequest
	At   time.Time // the moment AsOf is reckoned from; zero: now
}

// TopicReply is everybody's stance on a topic.
type TopicReply struct {
	Outcome  Outcome       `json:"outcome"`
	Revision string        `json:"revision"`
	AsOf     corpus.Date   `json:"as_of"`
	Topic    TopicEntry    `json:"topic"`
	Groups   []StanceGroup `json:"groups"` // for, conditional, against, none stated: all four
	// Said are those who spoke on it and have no position: an editor has not
	// judged where they stand.
	Said []Spoke `json:"said"`
	// For people.
	Answer string   `json:"answer"` // a sentence for every outcome but answered
	Notes  []string `json:"notes"`
}

// StanceGroup is those with one stance, newest first.
type StanceGroup struct {
	Stance corpus.Stance `json:"stance"`
	Actors []Stood       `json:"actors"`
}

// Stood is where an actor stands on a topic.
type Stood struct {
	Actor  string `json:"actor"`
	Name   string `json:"name"`
	Office string `json:"office"` // for people: at the time asked for
	Position
	Before []Position `json:"before"` // the earlier positions on the topic, newest first
}

// Spoke is an actor who said something on a topic.
type Spoke struct {
	Actor      string      `json:"actor"`
	Name       string      `json:"name"`
	Statements int         `json:"statements"`
	Last       corpus.Date `json:"last"` // when the newest was said
	When       string      `json:"when"` // for people: that
}

// stanceOrder is the order of the groups.
func stanceOrder() []corpus.Stance {
	return []corpus.Stance{corpus.For, corpus.Conditional, corpus.Against, corpus.NoneStated}
}

// Topic answers /topic with a name.
func (h *Handlers) Topic(ctx context.Context, r TopicRequest) (TopicReply, error) {
	asOf, err := h.dayGiven(r.AsOf, r.At)
	if err != nil {
		return TopicReply{}, err
	}
	reply := TopicReply{Outcome: index.Answered, Revision: h.index.Stats().Revision, AsOf: asOf, Groups: []StanceGroup{}, Said: []Spoke{}, Notes: []string{}}
	topic, err := h.topicNamed(r.Name)
	if err != nil {
		reply.Outcome, reply.Topic.Name = index.NotInDossier, strings.TrimSpace(r.Name)
		reply.Answer, err = h.noTopic(ctx, r.Name)
		return reply, err
	}
	reply.Topic = TopicEntry{topic.ID, topic.Name}
	h.demand.count(CompleteTopic, topic.ID)
	stand, left, err := h.stood(ctx, &reply, topic.ID)
	if err != nil {
		return TopicReply{}, err
	}
	passages, err := h.ofTopic(ctx, topic)
	if err != nil {
		return TopicReply{}, err
	}
	later := 0
	reply.Said, later = h.spoke(passages, topic.ID, asOf, stand)
	reply.Notes = append(reply.Notes, leftOut(asOf, left, later)...)
	if len(passages) == maxPassages {
		reply.Notes = append(reply.Notes, lookedThrough)
	}
	if len(stand)+len(reply.Said) == 0 {
		reply.Outcome = index.NotInDossier
		reply.Answer = "The dossier holds no position and no statement on " + quoted(topic.Name) + upToTime(asOf) + "."
	}
	return reply, nil
}

// noTopic says that no topic has a name, and which may have been meant.
func (h *Handlers) noTopic(ctx context.Context, name string) (string, error) {
	answer := "No topic in the dossier is called " + quoted(strings.TrimSpace(name)) + "."
	near, err := h.Complete(ctx, CompleteTopic, name)
	if err == nil && len(near) > 0 {
		answer += " Did you mean " + quoted(near[0].Name) + "?"
	}
	return answer, err
}

// stood puts the positions on a topic into a reply, by stance. It gives the
// actors that have one, and how many positions are not of the time asked for.
func (h *Handlers) stood(ctx context.Context, reply *TopicReply, topic string) (stand map[string]bool, left int, err error) {
	groups := map[corpus.Stance][]Stood{}
	stand = map[string]bool{}
	for _, a := range h.dossier.Actors {
		positions, later := h.positions(a, topic, reply.AsOf)
		left += later
		if len(positions) == 0 {
			continue
		}
		stand[a.ID] = true
		if err := h.withEvidence(ctx, a.ID, positions); err != nil {
			return nil, 0, err
		}
		var before []Position
		for _, p := range positions {
			if p.Earlier {
				before = append(before, p)
			}
		}
		office := h.officeThen(a.ID, reply.AsOf)
		for _, p := range positions {
			if !p.Earlier {
				groups[p.Stance] = append(groups[p.Stance], Stood{a.ID, a.Name, office, p, append([]Position{}, before...)})
				before = nil // told once
			}
		}
	}
	for _, s := range stanceOrder() {
		in := append([]Stood{}, groups[s]...)
		slices.SortStableFunc(in, func(a, b Stood) int {
			return cmp.Or(newestFirst(a.AsOf, b.AsOf), strings.Compare(names.Fold(a.Name), names.Fold(b.Name)))
		})
		reply.Groups = append(reply.Groups, StanceGroup{s, in})
	}
	return stand, left, nil
}

// ofTopic are the passages that speak of a topic.
func (h *Handlers) ofTopic(ctx context.Context, topic corpus.Topic) ([]index.Hit, error) {
	return h.index.OfTopic(ctx, h.topics.stems[topic.ID], maxPassages)
}

// spoke are the actors beyond those who are left out that said something on a
// topic, who said most first; later is how many statements of theirs are not of
// the time.
func (h *Handlers) spoke(passages []index.Hit, topic string, asOf corpus.Date, leftOut map[string]bool) (out []Spoke, later int) {
	out = []Spoke{}
	at := map[string]int{}
	for _, s := range h.statementsOf(passages, func(s corpus.Statement) bool { return s.Speaker != "" && !leftOut[s.Speaker] }) {
		if !slices.Contains(s.Topics, topic) {
			continue
		}
		if !byThen(s.Said, asOf) {
			later++
			continue
		}
		id := string(s.Speaker)
		i, ok := at[id]
		if !ok {
			i, at[id] = len(out), len(out)
			out = append(out, Spoke{Actor: id, Name: s.Name, Last: s.Said, When: s.When}) // the newest comes first
		}
		out[i].Statements++
	}
	slices.SortStableFunc(out, func(a, b Spoke) int {
		return cmp.Or(b.Statements-a.Statements, strings.Compare(names.Fold(a.Name), names.Fold(b.Name)))
	})
	return out, later
}
