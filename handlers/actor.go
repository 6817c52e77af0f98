package handlers

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
	"dossierbot/index/question"
	"dossierbot/index/words"
)

// ActorRequest asks for an actor's card.
type ActorRequest struct {
	Name  string // as a person types it, or an id
	Topic string // only this topic; empty: all
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

// ActorCard says who an actor is.
type ActorCard struct {
	ID         string           `json:"id"`
	Name       string           `json:"name"`
	Kind       corpus.ActorKind `json:"kind"`
	Discovered bool             `json:"discovered"`
	Roles      []Role           `json:"roles"`
	Aliases    []string         `json:"aliases"`
	Office     string           `json:"office"` // for people: what the actor is now, in a few words
}

// Role is an office or membership; OfName is the body's name.
type Role struct {
	Title  string      `json:"title"`
	Of     string      `json:"of"`
	OfName string      `json:"of_name"`
	From   corpus.Date `json:"from"`
	To     string      `json:"to"` // EDTF, ".." where the role still holds, empty where not known
	// For people: "leader, Dawn of the Nemunas" and "since 2023"; the latter is
	// empty where not known.
	Text string `json:"text"`
	Held string `json:"held"`
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

// ActorStatement is what an actor said, by itself.
type ActorStatement struct {
	About
	Passage string      `json:"passage"`
	Key     string      `json:"key"`
	Start   int         `json:"start"`
	End     int         `json:"end"`
	Text    string      `json:"text"`
	Said    corpus.Date `json:"said"`
	SaidWhy Optional    `json:"said_why"`
	Kind    corpus.Kind `json:"kind"`
	AlsoIn  []AlsoIn    `json:"also_in"` // other documents with the same words
}

// Coverage is how much the dossier holds on an actor.
type Coverage struct {
	From      corpus.Date `json:"from"`
	To        corpus.Date `json:"to"`
	Documents int         `json:"documents"`
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
	topic := ""
	if r.Topic != "" {
		t, err := h.topicNamed(r.Topic)
		if err != nil {
			return ActorReply{}, err
		}
		topic = t.ID
	}
	reply := ActorReply{
		Name: name, Revision: h.index.Stats().Revision, Outcome: index.NotInDossier, Candidates: []Candidate{},
		Positions: []Position{}, Statements: []ActorStatement{}, Mentions: []Hit{},
	}
	id := name
	if _, isID := h.actors[name]; !isID {
		found := h.names.Resolve(name)
		reply.Candidates = h.candidates(found)
		switch {
		case len(found) == 0:
			return h.unlisted(ctx, reply)
		case !names.Clear(found):
			reply.Outcome = index.Ambiguous
			reply.Answer = fmt.Sprintf("“%s” may be any of %s.", name, count(len(found), "actor"))
			return reply, nil
		}
		id = found[0].Actor
	}
	reply.Outcome = index.Answered
	reply.Actor = h.card(id)
	passages, err := h.index.OfActor(ctx, id, maxPassages)
	if err != nil {
		return ActorReply{}, err
	}
	if reply.Positions, err = h.positions(ctx, h.actors[id], topic); err != nil {
		return ActorReply{}, err
	}
	reply.Statements = h.statementsOf(id, passages)
	reply.Coverage = coverageOf(id, passages)
	if len(reply.Statements) == 0 {
		reply.Mentions = h.hits(passages[:min(maxMentions, len(passages))], 0)
	}
	if n := len(reply.Statements); n > maxStatements {
		reply.MoreSaid, reply.Statements = n-maxStatements, reply.Statements[:maxStatements]
	}
	return reply, nil
}

// unlisted answers for a name that no actor of the dossier has: what the
// documents say of it.
func (h *Handlers) unlisted(ctx context.Context, reply ActorReply) (ActorReply, error) {
	q := index.Query{Limit: maxMentions}
	for _, w := range words.Of(reply.Name) {
		if !w.Stop {
			q.Terms = append(q.Terms, index.Term{Text: w.Text, Folded: w.Folded, Stem: w.Stem, Weight: 1, Name: true})
		}
	}
	if len(q.Terms) > 0 {
		found, err := h.index.Search(ctx, q)
		if err != nil {
			return ActorReply{}, err
		}
		reply.Outcome, reply.Mentions = found.Outcome, h.hits(wholeName(found.Hits, reply.Name), 0)
	}
	if len(reply.Mentions) == 0 {
		reply.Outcome = index.NotInDossier
		reply.Answer = fmt.Sprintf("The dossier has nothing on “%s”.", reply.Name)
		return reply, nil
	}
	reply.Actor = &ActorCard{Name: reply.Name, Discovered: true, Roles: []Role{}, Aliases: []string{}}
	return reply, nil
}

// wholeName keeps the hits in which a name stands as it was asked for, not
// only its words here and there.
func wholeName(hits []index.Hit, name string) []index.Hit {
	folded := names.Fold(name)
	return slices.DeleteFunc(hits, func(hit index.Hit) bool { return !strings.Contains(names.Fold(hit.Passage.Text), folded) })
}

// card says who an actor is.
func (h *Handlers) card(id string) *ActorCard {
	a := h.actors[id]
	card := &ActorCard{ID: a.ID, Name: a.Name, Kind: a.Kind, Discovered: a.Discovered, Roles: []Role{}, Aliases: append([]string{}, a.Aliases...), Office: h.officeNow(id)}
	for _, r := range a.Roles {
		role := Role{Title: r.Title, Of: r.Of, OfName: h.nameOf(r.Of), From: r.From, To: r.To.String(), Text: h.roleText(r), Held: held(r)}
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
		position := Position{Topic: p.Topic, TopicName: p.Topic, Stance: p.Stance, Summary: p.Summary, AsOf: p.AsOf, Documents: p.Documents, Evidence: []Evidence{}}
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

// statementsOf are the statements by an actor in the passages, newest first,
// each with the sentences that it stands in.
func (h *Handlers) statementsOf(id string, passages []index.Hit) []ActorStatement {
	out := []ActorStatement{}
	shown := map[string]bool{}
	said := map[string]int{} // the words to their place in out
	for _, hit := range passages {
		p := hit.Passage
		for _, s := range p.Statements {
			if s.Speaker != id {
				continue
			}
			span := sentencesAround(p, s)
			place := fmt.Sprint(p.ID, span)
			if shown[place] {
				continue
			}
			shown[place] = true
			text := wordsSaid(p, s)
			if at, ok := said[text]; ok && text != "" && out[at].Document != hit.Document.ID {
				out[at].AlsoIn = append(out[at].AlsoIn, alsoIn(hit.Document, p.ID))
				continue
			}
			said[text] = len(out)
			out = append(out, ActorStatement{
				About: aboutOf(hit.Document), Passage: p.ID, Key: p.Key, Start: span.Start, End: span.End,
				Text: p.Text[span.Start-p.Start : span.End-p.Start], Said: s.Said, SaidWhy: Optional(s.Said.Why), Kind: s.Kind,
				AlsoIn: []AlsoIn{},
			})
		}
	}
	slices.SortStableFunc(out, func(a, b ActorStatement) int { return b.Said.Last.Compare(a.Said.Last) })
	return out
}

// wordsSaid are the words of a direct statement, folded, by which it is known
// again elsewhere; empty for any other.
func wordsSaid(p index.Passage, s corpus.Statement) string {
	if s.Kind != corpus.Direct {
		return ""
	}
	var out []string
	for _, span := range s.Spans {
		if !p.Contains(span) {
			return ""
		}
		for _, w := range words.Of(p.Text[span.Start-p.Start : span.End-p.Start]) {
			out = append(out, w.Folded)
		}
	}
	return strings.Join(out, " ")
}

// sentencesAround is the stretch of the passage's sentences that hold a
// statement, who said it, and the verb.
func sentencesAround(p index.Passage, s corpus.Statement) corpus.Span {
	out := corpus.Span{}
	for _, sentence := range corpus.Sentences(p.Text) {
		here := corpus.Span{Start: sentence.Start + p.Start, End: sentence.End + p.Start}
		if !here.Overlaps(s.Span()) && !here.Overlaps(s.Cue) && !here.Overlaps(s.SpeakerSpan) {
			continue
		}
		if out.Len() == 0 {
			out.Start = here.Start
		}
		out.End = here.End
	}
	text := p.Text[out.Start-p.Start : out.End-p.Start]
	out.Start += len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	out.End -= len(text) - len(strings.TrimRightFunc(text, unicode.IsSpace))
	return out
}

// coverageOf tells from when to when and in how many documents an actor is
// spoken of; nil where that is nowhere.
func coverageOf(id string, passages []index.Hit) *Coverage {
	if len(passages) == 0 {
		return nil
	}
	var hull corpus.Date
	documents := map[string]bool{}
	for _, hit := range passages {
		documents[hit.Document.ID] = true
		date := hit.Document.Published
		for _, s := range hit.Passage.Statements {
			if s.Speaker == id && s.Said.Closed() {
				date = date.Hull(s.Said)
			}
		}
		if date.Closed() {
			hull = hull.Hull(date)
		}
	}
	c := &Coverage{Documents: len(documents)}
	if hull.Known() {
		c.From, c.To = corpus.DayOf(hull.First), corpus.DayOf(hull.Last)
	}
	return c
}

// ActorsReply lists the actors of the dossier by kind and name.
type ActorsReply struct {
	Revision string       `json:"revision"`
	Actors   []ActorEntry `json:"actors"`
}

// ActorEntry is a line of the list of actors.
type ActorEntry struct {
	Actor     string           `json:"actor"`
	Name      string           `json:"name"`
	Kind      corpus.ActorKind `json:"kind"`
	Office    string           `json:"office"`
	Positions int              `json:"positions"`
}

// Actors lists the actors.
func (h *Handlers) Actors(ctx context.Context) (ActorsReply, error) {
	reply := ActorsReply{Revision: h.index.Stats().Revision, Actors: []ActorEntry{}}
	for _, a := range h.dossier.Actors {
		reply.Actors = append(reply.Actors, ActorEntry{Actor: a.ID, Name: a.Name, Kind: a.Kind, Office: h.officeNow(a.ID), Positions: len(a.Positions)})
	}
	kinds := []corpus.ActorKind{corpus.Person, corpus.Party, corpus.Institution, corpus.State}
	slices.SortStableFunc(reply.Actors, func(a, b ActorEntry) int {
		return cmp.Or(slices.Index(kinds, a.Kind)-slices.Index(kinds, b.Kind), strings.Compare(names.Fold(a.Name), names.Fold(b.Name)))
	})
	return reply, ctx.Err()
}
