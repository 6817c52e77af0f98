package handlers

import (
	"cmp"
	"context"
	"slices"

	"dossierbot/corpus"
	"dossierbot/index"
	"dossierbot/index/question"
)

// ActorCard says who an actor is.
type ActorCard struct {
	ID         string   `json:"id"` // where no editor listed the actor: the name
	Name       string   `json:"name"`
	Kind       Optional `json:"kind"` // a corpus.ActorKind; empty where no editor listed the actor
	Discovered bool     `json:"discovered"`
	Roles      []Role   `json:"roles"`
	Aliases    []string `json:"aliases"`
	// For people: what the actor is at the time of the card, in a few words, and
	// what it is now, where the card is of another time; empty where not known.
	Office    string `json:"office"`
	OfficeNow string `json:"office_now"`
}

// Role is an office or membership.
type Role struct {
	Title string      `json:"title"`
	Of    Optional    `json:"of"` // an actor's id, or the body's name
	From  corpus.Date `json:"from"`
	To    Optional    `json:"to"` // EDTF, ".." where the role still holds
	// Standing is whether it is held at the time of the card.
	Standing Standing `json:"standing"`
	// For people: the body's name, "leader, Dawn of the Nemunas" and "since
	// 2023", with whether that was at the time of the card where that is not now.
	OfName string `json:"of_name"`
	Text   string `json:"text"`
	Held   string `json:"held"`
}

// Position is an editor's summary of where an actor stands.
type Position struct {
	Topic     string        `json:"topic"`
	TopicName string        `json:"topic_name"`
	Stance    corpus.Stance `json:"stance"`
	Summary   string        `json:"summary"`
	AsOf      corpus.Date   `json:"as_of"`
	When      string        `json:"when"` // for people: AsOf
	Documents []string      `json:"documents"`
	Evidence  []Evidence    `json:"evidence"`
	// Earlier is true where a later position of the actor on the topic follows
	// it.
	Earlier bool `json:"earlier"`
}

// Evidence is a verbatim passage that shows a position.
type Evidence struct {
	About
	Passage string `json:"passage"`
	Key     string `json:"key"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
}

// card says who an actor is at a time; an unknown one is now.
func (h *Handlers) card(id string, asOf corpus.Date) *ActorCard {
	a, _ := h.actor(id)
	card := &ActorCard{
		ID: a.ID, Name: a.Name, Kind: Optional(a.Kind), Discovered: a.Discovered, Roles: []Role{},
		Aliases: list(a.Aliases), Office: h.officeThen(id, asOf),
	}
	if asOf.Known() {
		card.OfficeNow = h.officeNow(id)
	}
	for _, r := range a.Roles {
		card.Roles = append(card.Roles, h.role(r, asOf))
	}
	return card
}

// role is a role as it is at a time; an unknown one is now.
func (h *Handlers) role(r corpus.Role, asOf corpus.Date) Role {
	at := asOf
	if !at.Known() {
		at = h.today()
	}
	role := Role{
		Title: r.Title, Of: Optional(r.Of), OfName: h.nameOf(r.Of), From: r.From, To: Optional(r.To.String()),
		Standing: h.standing(r, at), Text: h.roleText(r), Held: held(r),
	}
	if r.Current {
		role.To = ".."
	}
	if role.Held == "" {
		role.Held = "dates not known"
	}
	switch {
	case !asOf.Known():
	case role.Standing == NotInForce:
		role.Held += "; not then"
	case role.Standing == NotKnown:
		role.Held += "; whether then is not known"
	}
	return role
}

// positions are an actor's positions by topic, the topic with the newest
// first, and each topic's newest first. Of a time, they are those that were
// surely taken by then; later is how many were not, or may not have been.
func (h *Handlers) positions(a corpus.Actor, topic string, asOf corpus.Date) (out []Position, later int) {
	out = []Position{}
	for _, p := range a.Positions {
		switch {
		case topic != "" && p.Topic != topic:
			continue
		case !byThen(p.AsOf, asOf):
			later++
			continue
		}
		out = append(out, Position{
			Topic: p.Topic, TopicName: h.topicName(p.Topic), Stance: p.Stance, Summary: p.Summary, AsOf: p.AsOf, When: whenHeld(p.AsOf),
			Documents: list(p.Documents), Evidence: []Evidence{},
		})
	}
	slices.SortStableFunc(out, func(a, b Position) int { return newestFirst(a.AsOf, b.AsOf) })
	newest := map[string]int{} // topic to the place of its newest position
	for i, p := range out {
		if _, ok := newest[p.Topic]; !ok {
			newest[p.Topic] = i
		}
	}
	for i := range out {
		p := &out[i]
		for _, q := range out {
			if q.Topic == p.Topic && precedes(p.AsOf, q.AsOf) {
				p.Earlier = true
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Position) int { return newest[a.Topic] - newest[b.Topic] })
	return out, later
}

// whenHeld is the time of a position in words. One that is open at its
// beginning is of some time before its end, not of all of it.
func whenHeld(d corpus.Date) string {
	if d.Known() && d.First.IsZero() {
		return "some time up to " + d.LastPeriod().Human()
	}
	return d.Human()
}

func (h *Handlers) topicName(id string) string {
	if t, ok := h.dossier.Topic(id); ok {
		return t.Name
	}
	return id
}

// withEvidence adds the passages that show the positions.
func (h *Handlers) withEvidence(ctx context.Context, actor string, positions []Position) error {
	for i := range positions {
		if err := h.prove(ctx, actor, &positions[i]); err != nil {
			return err
		}
	}
	return nil
}

// prove adds the passages that show a position, one of each document.
func (h *Handlers) prove(ctx context.Context, actor string, p *Position) error {
	for _, document := range p.Documents {
		evidence, err := h.evidence(ctx, actor, *p, document)
		if err != nil {
			return err
		}
		p.Evidence = append(p.Evidence, evidence...)
	}
	return nil
}

// byThen tells whether something of a date surely was there by the end of a
// time; at an unknown time everything is.
func byThen(d, asOf corpus.Date) bool {
	return !asOf.Known() || d.Known() && !d.Last.IsZero() && !d.Last.After(asOf.Last)
}

// newestFirst compares dates by their ends, then by their beginnings. One that
// is open at its end goes on, and is the newest; one that is not known is the
// oldest.
func newestFirst(a, b corpus.Date) int {
	if a.Known() != b.Known() {
		if a.Known() {
			return -1
		}
		return 1
	}
	switch open := a.Last.IsZero(); {
	case open && !b.Last.IsZero():
		return -1
	case !open && b.Last.IsZero():
		return 1
	}
	return cmp.Or(b.Last.Compare(a.Last), b.First.Compare(a.First))
}

// precedes tells whether a date is surely before another: it ends before that
// begins; or it is open at its beginning ("in earlier times") and ends no
// later. Dates that may be of one time do not precede each other.
func precedes(d, other corpus.Date) bool {
	if !d.Known() || d.Last.IsZero() || !other.Known() || other.First.IsZero() {
		return false
	}
	return d.Last.Before(other.First) || d.First.IsZero() && !d.Last.After(other.Last)
}

// evidence is the passage of a document that best shows an actor's position: of
// those that name the actor the one with most of the summary, or one that has
// nearly as much and the topic's words as well. Where there is none it is any
// passage on the actor, for the summary's words are the editor's.
func (h *Handlers) evidence(ctx context.Context, actor string, p Position, document string) ([]Evidence, error) {
	const few, nearly = 3, 0.75
	q := index.Query{Actors: []string{actor}, Documents: []string{document}, Limit: few, Terms: question.Terms(p.Summary)}
	found, err := h.index.Search(ctx, q)
	if err == nil && len(found.Hits) == 0 {
		q.Terms = nil
		found, err = h.index.Search(ctx, q)
	}
	if err != nil || len(found.Hits) == 0 {
		return nil, err
	}
	speaks := func(hit index.Hit) bool {
		return slices.ContainsFunc(hit.Passage.Statements, func(s corpus.Statement) bool { return s.Speaker == actor })
	}
	first := found.Hits[0]
	best := slices.IndexFunc(found.Hits, func(hit index.Hit) bool {
		return hit.Coverage >= nearly*first.Coverage && (speaks(hit) || !speaks(first)) && slices.Contains(h.topics.in(hit.Passage.Text), p.Topic)
	})
	f := found.Hits[max(0, best)]
	return []Evidence{{
		About: aboutOf(f.Document), Passage: f.Passage.ID, Key: f.Passage.Key, Start: f.Passage.Start, End: f.Passage.End, Text: f.Passage.Text,
	}}, nil
}
