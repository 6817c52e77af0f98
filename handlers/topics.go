package handlers

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
)

// TopicsReply is the matrix of those who stand somewhere by the topics.
type TopicsReply struct {
	Outcome  Outcome        `json:"outcome"`
	Revision string         `json:"revision"`
	AsOf     corpus.Date    `json:"as_of"`
	Topics   []TopicSummary `json:"topics"` // those with most positions first, and those with none
	Actors   []StancesOf    `json:"actors"` // those with most positions first
	// For people.
	Answer string `json:"answer"` // a sentence for every outcome but answered
}

// AllTopics is what asks for Topics where a topic's name is asked for.
const AllTopics = "all"

// TopicSummary is a topic with how many actors stand where.
type TopicSummary struct {
	TopicEntry
	Stances map[corpus.Stance]int `json:"stances"`
	Mixed   int                   `json:"mixed"` // actors with several stances of one time
}

// Actors is how many actors stand somewhere.
func (t TopicSummary) Actors() int {
	n := t.Mixed
	for _, of := range t.Stances {
		n += of
	}
	return n
}

// Text says it in words: "2 for, 1 against".
func (t TopicSummary) Text() string {
	var parts []string
	for _, s := range stanceOrder() {
		if n := t.Stances[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s.Text()))
		}
	}
	if t.Mixed > 0 {
		parts = append(parts, fmt.Sprintf("%d %s", t.Mixed, corpus.MixedStance))
	}
	if len(parts) == 0 {
		return "no position"
	}
	return strings.Join(parts, ", ")
}

// StancesOf is an actor with the stance on each topic on which it has one; where
// positions of one time are of several kinds, corpus.MixedStance.
type StancesOf struct {
	Actor   string                   `json:"actor"`
	Name    string                   `json:"name"`
	Kind    corpus.ActorKind         `json:"kind"`
	Office  string                   `json:"office"`
	Stances map[string]corpus.Stance `json:"stances"` // by topic
}

// Topics answers /topic for all of them.
func (h *Handlers) Topics(ctx context.Context, asOf string, at time.Time) (TopicsReply, error) {
	then, err := h.dayGiven(asOf, at)
	if err != nil {
		return TopicsReply{}, err
	}
	reply := TopicsReply{Outcome: index.Answered, Revision: h.index.Stats().Revision, AsOf: then, Topics: []TopicSummary{}, Actors: []StancesOf{}}
	place := map[string]int{}
	for i, t := range h.dossier.Topics {
		place[t.ID] = i
		reply.Topics = append(reply.Topics, TopicSummary{TopicEntry{t.ID, t.Name}, map[corpus.Stance]int{}, 0})
	}
	for _, a := range h.dossier.Actors {
		positions, _ := h.positions(a, "", then)
		if len(positions) == 0 {
			continue
		}
		row := StancesOf{Actor: a.ID, Name: a.Name, Kind: a.Kind, Office: h.officeThen(a.ID, then), Stances: map[string]corpus.Stance{}}
		for _, p := range positions {
			switch before, ok := row.Stances[p.Topic]; {
			case p.Earlier:
			case ok && before != p.Stance:
				row.Stances[p.Topic] = corpus.MixedStance
			default:
				row.Stances[p.Topic] = p.Stance
			}
		}
		for topic, stance := range row.Stances {
			if _, ok := place[topic]; !ok {
				continue
			}
			if stance == corpus.MixedStance {
				reply.Topics[place[topic]].Mixed++
			} else {
				reply.Topics[place[topic]].Stances[stance]++
			}
		}
		reply.Actors = append(reply.Actors, row)
	}
	slices.SortStableFunc(reply.Topics, func(a, b TopicSummary) int { return b.Actors() - a.Actors() })
	slices.SortStableFunc(reply.Actors, func(a, b StancesOf) int {
		if c := len(b.Stances) - len(a.Stances); c != 0 {
			return c
		}
		return strings.Compare(names.Fold(a.Name), names.Fold(b.Name))
	})
	if len(reply.Actors) == 0 {
		reply.Outcome, reply.Answer = index.NotInDossier, "The dossier holds no position of anybody."
	}
	return reply, ctx.Err()
}
