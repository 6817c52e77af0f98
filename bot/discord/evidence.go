package discord

import (
	"context"

	"dossierbot/handlers"
)

// evidence shows the passages that show an actor's positions on a topic, from
// the given one on, to the one who asked for them alone.
func (a answerer) evidence(ctx context.Context, q handlers.ActorRequest, from int) (message, error) {
	r, err := a.handlers.Actor(ctx, q)
	if err != nil {
		return message{}, err
	}
	return proof(r, q.Topic, from), nil
}

// proof renders the passages that show an actor's positions on a topic.
func proof(r handlers.ActorReply, topic string, from int) message {
	b := newBuilder()
	var all []entry
	for _, p := range r.Positions {
		if p.Topic != topic {
			continue
		}
		head := p.Stance.Text() + " · " + p.AsOf.Human()
		for _, v := range p.Evidence {
			all = append(all, entry{head: head, words: runsOf(v.Form, v.Text, nil), prefix: prefix(v.Form), foot: where(v.About), key: v.Key})
		}
	}
	if len(all) == 0 || r.Actor == nil {
		b.say("**This evidence is no longer in the dossier.**\nAsk for the card again: /actor")
		return b.message(true)
	}
	from = min(from, len(all)-1)
	b.say("-# what shows where " + line(r.Actor.Name, textOfName) + " stands")
	b.paged(all, from, func(n int) []string { return placed(doEvidence, r.Actor.ID, n, topic, r.AsOf) }, nil)
	return b.message(true)
}
