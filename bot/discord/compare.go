package discord

import (
	"context"

	"dossierbot/handlers"
)

// pairSeparator stands between the ids of two actors.
const pairSeparator = ","

// compare shows two actors side by side from the given entry on.
func (a answerer) compare(ctx context.Context, q handlers.CompareRequest, from int, private bool) (message, error) {
	r, err := a.handlers.Compare(ctx, q)
	if err != nil {
		return message{}, err
	}
	return comparison(r, q.Topic, from, private), nil
}

// comparison renders two actors side by side: under each topic one, then the
// other, each with what it said last.
func comparison(r handlers.CompareReply, topic string, from int, private bool) message {
	b := newBuilder()
	text := identity(*r.A, r.AsOf) + "\n" + identity(*r.B, r.AsOf)
	if r.Answer != "" {
		text += "\n" + line(r.Answer, textOfReading)
	}
	b.say(text + notes(r.Notes))
	var all []entry
	for _, t := range r.Topics {
		sides := append(sideEntries(*r.A, t.A, t.SaidA, r), sideEntries(*r.B, t.B, t.SaidB, r)...)
		sides[0].head = "**" + line(t.Name, textOfName) + "** — " + t.Compared.Text() + "\n" + sides[0].head
		all = append(all, sides...)
	}
	from = min(from, len(all))
	pair := r.A.ID + pairSeparator + r.B.ID
	b.paged(all, from, func(n int) []string { return placed(doCompare, pair, n, topic, r.AsOf) }, nil)
	return b.message(private)
}

// sideEntries are where one of two actors stands on a topic: at least one.
func sideEntries(c handlers.ActorCard, positions []handlers.Position, said *handlers.ActorStatement, r handlers.CompareReply) []entry {
	name := "**" + line(c.Name, textOfName) + "**"
	var out []entry
	for _, p := range positions {
		head := name + " — " + p.Stance.Text()
		if p.Earlier {
			head = name + ", earlier — " + p.Stance.Text()
		}
		out = append(out, positionEntry(head, c.ID, p, r.AsOf))
	}
	if len(out) == 0 {
		out = append(out, entry{head: name + " — no position in the dossier"})
	}
	if said != nil {
		out = append(out, statementEntry(name+" last said", *said))
	}
	return out
}
