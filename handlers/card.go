package handlers

import (
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
	Office     string   `json:"office"` // for people: what the actor is now, in a few words
}

// Role is an office or membership.
type Role struct {
	Title string      `json:"title"`
	Of    Optional    `json:"of"` // an actor's id, or the body's name
	From  corpus.Date `json:"from"`
	To    Optional    `json:"to"` // EDTF, ".." where the role still holds
	// For people: the body's name, "leader, Dawn of the Nemunas" and "since
	// 2023"; empty where not known.
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
	Documents []string      `json:"documents"`
	Evidence  []Evidence    `json:"evidence"`
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

// card says who an actor is.
func (h *Handlers) card(id string) *ActorCard {
	a := h.actors[id]
	card := &ActorCard{
		ID: a.ID, Name: a.Name, Kind: Optional(a.Kind), Discovered: a.Discovered, Roles: []Role{},
		Aliases: list(a.Aliases), Office: h.officeNow(id),
	}
	for _, r := range a.Roles {
		role := Role{
			Title: r.Title, Of: Optional(r.Of), OfName: h.nameOf(r.Of), From: r.From, To: Optional(r.To.String()),
			Text: h.roleText(r), Held: held(r),
		}
		if r.Current {
			role.To = ".."
		}
		card.Roles = append(card.Roles, role)
	}
	return card
}

// positions are an actor's positions, newest first, with the passages that
// show them.
func (h *Handlers) positions(ctx context.Context, a corpus.Actor, topic string) ([]Position, error) {
	out := []Position{}
	for _, p := range a.Positions {
		if topic != "" && p.Topic != topic {
			continue
		}
		position := Position{
			Topic: p.Topic, TopicName: p.Topic, Stance: p.Stance, Summary: p.Summary, AsOf: p.AsOf, Documents: list(p.Documents), Evidence: []Evidence{},
		}
		if t, ok := h.dossier.Topic(p.Topic); ok {
			position.TopicName = t.Name
		}
		for _, document := range p.Documents {
			evidence, err := h.evidence(ctx, a.ID, p, document)
			if err != nil {
				return nil, err
			}
			position.Evidence = append(position.Evidence, evidence...)
		}
		out = append(out, position)
	}
	slices.SortStableFunc(out, func(a, b Position) int { return b.AsOf.Last.Compare(a.AsOf.Last) })
	return out, nil
}

// evidence is the passage of a document that best shows an actor's position.
func (h *Handlers) evidence(ctx context.Context, actor string, p corpus.Position, document string) ([]Evidence, error) {
	q := index.Query{Actors: []string{actor}, Documents: []string{document}, Limit: 1, Terms: question.Terms(p.Summary)}
	found, err := h.index.Search(ctx, q)
	if err == nil && len(found.Hits) == 0 { // the summary's words are the editor's: any passage on the actor is better than none
		q.Terms = nil
		found, err = h.index.Search(ctx, q)
	}
	var out []Evidence
	for _, f := range found.Hits {
		out = append(out, Evidence{
			About: aboutOf(f.Document), Passage: f.Passage.ID, Key: f.Passage.Key, Start: f.Passage.Start, End: f.Passage.End, Text: f.Passage.Text,
		})
	}
	return out, err
}
