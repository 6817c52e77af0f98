package handlers

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/corpus/versions"
	"dossierbot/handlers/store"
	"dossierbot/index"
)

// standing is where the actors stand, as it is recorded with a revision. Its
// keys stay what they are: records outlive the program.
type standing struct {
	Actors []standingActor `json:"actors"` // those with positions
	Topics []TopicEntry    `json:"topics"`
}

type standingActor struct {
	Actor     string             `json:"actor"`
	Name      string             `json:"name"`
	Positions []standingPosition `json:"positions"`
}

type standingPosition struct {
	Topic     string        `json:"topic"`
	Stance    corpus.Stance `json:"stance"`
	Summary   string        `json:"summary"`
	AsOf      string        `json:"as_of"` // EDTF; empty where it is not known
	Basis     corpus.Basis  `json:"basis"`
	Documents []string      `json:"documents"`
}

// StandingJSON is where the actors stand now, to be recorded with a revision.
func (h *Handlers) StandingJSON() ([]byte, error) {
	now := standing{Actors: []standingActor{}, Topics: []TopicEntry{}}
	for _, a := range h.dossier.Actors {
		if len(a.Positions) == 0 {
			continue
		}
		actor := standingActor{Actor: a.ID, Name: a.Name}
		for _, p := range a.Positions {
			actor.Positions = append(actor.Positions, standingPosition{
				Topic: p.Topic, Stance: p.Stance, Summary: p.Summary, AsOf: p.AsOf.String(), Basis: p.AsOf.Basis, Documents: list(p.Documents),
			})
		}
		now.Actors = append(now.Actors, actor)
	}
	for _, t := range h.dossier.Topics {
		now.Topics = append(now.Topics, TopicEntry{t.ID, t.Name})
	}
	raw, err := json.Marshal(now)
	if err != nil {
		return nil, fmt.Errorf("write down where the actors stand: %w", err)
	}
	return raw, nil
}

// stand is what an actor's positions on a topic are of.
type stand struct{ actor, topic string }

// stands are the positions of a revision, those on a topic the newest first.
type stands struct {
	positions map[stand][]PositionThen
	names     map[string]string // of actors and topics, by "actor/" or "topic/" and the id
	order     []stand           // by the names of the actors, then of the topics
	known     bool              // it was recorded
}

func (d *digest) standsAt(ctx context.Context, r store.Revision) (stands, error) {
	s := stands{positions: map[stand][]PositionThen{}, names: map[string]string{}, known: r.Number == 0}
	if r.Number == 0 {
		return s, nil
	}
	raw, err := d.store.Standing(ctx, r.Number)
	if err != nil || raw == nil {
		return s, err
	}
	var recorded standing
	if err := json.Unmarshal(raw, &recorded); err != nil {
		return s, fmt.Errorf("read where the actors stood at revision %d: %w", r.Number, err)
	}
	s.known = true
	for _, t := range recorded.Topics {
		s.names["topic/"+t.Topic] = t.Name
	}
	for _, a := range recorded.Actors {
		s.names["actor/"+a.Actor] = a.Name
		for _, p := range a.Positions {
			asOf, err := corpus.ParseDate(p.AsOf)
			if err != nil {
				return s, fmt.Errorf("read where %s stood at revision %d: %w", a.Actor, r.Number, err)
			}
			if asOf.Known() && p.Basis != "" {
				asOf.Basis = p.Basis
			}
			on := stand{a.Actor, p.Topic}
			if _, ok := s.positions[on]; !ok {
				s.order = append(s.order, on)
			}
			s.positions[on] = append(s.positions[on], PositionThen{p.Stance, p.Summary, asOf, whenHeld(asOf), list(p.Documents)})
		}
	}
	for _, all := range s.positions {
		slices.SortStableFunc(all, func(a, b PositionThen) int { return newestFirst(a.AsOf, b.AsOf) })
	}
	return s, nil
}

// positions tells who stands otherwise than before. What the documents of a
// position are called is no matter of where somebody stands.
func (d *digest) positions(ctx context.Context) error {
	before, err := d.standsAt(ctx, d.from)
	if err != nil {
		return err
	}
	after, err := d.standsAt(ctx, d.to)
	if err != nil || !before.known || !after.known {
		return err
	}
	seen := map[stand]bool{}
	for _, on := range slices.Concat(after.order, before.order) {
		if seen[on] {
			continue
		}
		seen[on] = true
		name := func(kind, id string) string { return cmp.Or(after.names[kind+id], before.names[kind+id], id) }
		for _, c := range d.h.positionChanges(before.positions[on], after.positions[on]) {
			c.Actor, c.Name, c.Topic, c.TopicName = on.actor, name("actor/", on.actor), on.topic, name("topic/", on.topic)
			if d.asked.stands(c) {
				d.reply.Positions = append(d.reply.Positions, c)
			}
		}
	}
	slices.SortStableFunc(d.reply.Positions, func(a, b PositionChange) int {
		return cmp.Or(strings.Compare(names.Fold(a.Name), names.Fold(b.Name)), strings.Compare(names.Fold(a.TopicName), names.Fold(b.TopicName)))
	})
	return nil
}

// stands tells whether a change of a position is asked for.
func (a asked) stands(c PositionChange) bool {
	if len(a.Actors) > 0 && !slices.Contains(a.Actors, c.Actor) || len(a.Topics) > 0 && !slices.Contains(a.Topics, c.Topic) {
		return false
	}
	if len(a.Sources) == 0 {
		return true
	}
	rests := func(p *PositionThen) bool {
		return p != nil && slices.ContainsFunc(a.h.documents, func(e *index.DocumentEntry) bool {
			return slices.Contains(p.Documents, e.Document.ID) && a.fromAny(e.Document)
		})
	}
	return rests(c.Before) || rests(c.After)
}

// positionChanges tells what became of an actor's positions on a topic, the
// newest first on both sides. Where the newest is another, the one takes the
// place of the other, whether or not that is still listed as an earlier one.
func (h *Handlers) positionChanges(before, after []PositionThen) []PositionChange {
	var out []PositionChange
	gone, fresh := h.missing(before, after), h.missing(after, before)
	take := func(list *[]PositionThen, p PositionThen) {
		*list = slices.DeleteFunc(*list, func(o PositionThen) bool { return h.samePosition(o, p) })
	}
	if len(before) > 0 && len(after) > 0 && !h.samePosition(before[0], after[0]) {
		c := PositionChange{Change: PositionChanged, Before: &before[0], After: &after[0]}
		if !slices.ContainsFunc(fresh, func(p PositionThen) bool { return h.samePosition(p, after[0]) }) {
			c.Change = PositionWithdrawn // and the one before it stands again
		}
		take(&gone, before[0])
		take(&fresh, after[0])
		out = append(out, c)
	}
	for _, p := range fresh {
		c := PositionChange{Change: PositionAdded, After: &p, Earlier: isEarlier(p, after)}
		if i := slices.IndexFunc(gone, func(o PositionThen) bool { return sameDays(o.AsOf, p.AsOf) }); i >= 0 {
			was := gone[i]
			c.Change, c.Before = PositionChanged, &was
			gone = slices.Delete(gone, i, i+1)
		}
		out = append(out, c)
	}
	for _, p := range gone {
		out = append(out, PositionChange{Change: PositionWithdrawn, Before: &p, Earlier: isEarlier(p, before)})
	}
	return out
}

// missing are the positions that are not among others.
func (h *Handlers) missing(positions, others []PositionThen) []PositionThen {
	var out []PositionThen
	for _, p := range positions {
		if !slices.ContainsFunc(others, func(o PositionThen) bool { return h.samePosition(o, p) }) {
			out = append(out, p)
		}
	}
	return out
}

// samePosition tells whether two PositionThens say the same, but for typing slips.
func (h *Handlers) samePosition(a, b PositionThen) bool {
	return a.Stance == b.Stance && a.AsOf.Human() == b.AsOf.Human() && versions.Compare(a.Summary, b.Summary, h.isName).Slips()
}

// isEarlier tells whether another position surely follows one.
func isEarlier(p PositionThen, all []PositionThen) bool {
	return slices.ContainsFunc(all, func(o PositionThen) bool { return precedes(p.AsOf, o.AsOf) })
}
