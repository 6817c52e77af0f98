package discord

import (
	"context"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/index"
)

// actor shows an actor's card from the given entry on.
func (a answerer) actor(ctx context.Context, q handlers.ActorRequest, from int, private bool) (message, error) {
	r, err := a.handlers.Actor(ctx, q)
	if err != nil {
		return message{}, err
	}
	return card(r, q.Topic, from, private), nil
}

// card renders an actor's card: who it is, then positions, the people of a
// body, what is to come, and statements, a page of them from the given one on.
func card(r handlers.ActorReply, topic string, from int, private bool) message {
	b := newBuilder()
	if r.Outcome != index.Answered || r.Actor == nil {
		b.say("**" + line(r.Answer, textOfReading) + "**")
		b.menu(strings.Join(placed(doCard, "", 0, topic, r.AsOf), idSeparator), "Who is meant?", candidateOptions(r.Candidates))
		if len(r.Candidates) == 0 {
			b.row(buttons(linked{"All actors", []string{doActors, "0"}})...)
		}
		return b.message(private)
	}
	standing := slices.Concat(positionEntries(r), memberEntries(r.Members), comingEntries(r.Coming))
	all := slices.Concat(standing, statementEntries(r.Statements), passages(r.Mentions, nil))

	from = min(from, len(all))
	b.say(cardHead(r, from == 0))
	to := func(n int) []string { return placed(doActor, r.Actor.ID, n, topic, r.AsOf) }
	var others []linked
	if from+b.fitting(all[from:]) <= len(standing) && from < len(standing) && len(r.Statements) > 0 {
		others = append(others, linked{"Statements", to(len(standing))})
	}
	if !r.Actor.Discovered || len(r.Statements) > 0 {
		others = append(others, linked{"Timeline", placed(doTimeline, r.Actor.ID, 0, "", corpus.Date{})})
	}
	b.paged(all, from, to, cardFoot(r), append(others, exporting(to(0)...))...)
	return b.message(private)
}

func cardHead(r handlers.ActorReply, whole bool) string {
	text := identity(*r.Actor, r.AsOf)
	if !whole {
		return text
	}
	var roles []string
	for _, role := range r.Actor.Roles {
		roles = append(roles, line(role.Text, textOfSummary)+" ("+role.Held+")")
	}
	if len(roles) > 0 {
		text += "\n-# " + upTo(roles, "; ", "%d more", textOfSummary)
	}
	if r.Actor.Discovered {
		text += "\n-# no entry by an editor: the name was found in the documents"
	}
	if r.Answer != "" {
		text += "\n" + line(r.Answer, textOfReading)
	} else if len(r.Positions)+len(r.Statements)+len(r.Mentions)+len(r.Members) == 0 {
		text += "\nThe dossier holds no position and no statement."
	}
	return text + notes(r.Notes)
}

// identity names an actor with its office, now or at a time, and then now.
func identity(c handlers.ActorCard, asOf corpus.Date) string {
	text := "**" + line(c.Name, textOfName) + "**"
	switch {
	case c.Office != "":
		text += " · " + line(c.Office, textOfTitle)
	case c.OfficeNow != "":
		text += " · office then not known"
	}
	if asOf.Known() {
		text += "\n-# as of " + asOf.Human()
		if c.OfficeNow != "" && c.OfficeNow != c.Office {
			text += " · latest known: " + line(c.OfficeNow, textOfTitle)
		}
	}
	return text
}

// notes say what a reader should know of a reply, each on a line of its own.
func notes(all []string) string {
	text := ""
	for _, n := range all {
		text += "\n-# " + line(n, textOfNote)
	}
	return text
}

func positionEntries(r handlers.ActorReply) []entry {
	var out []entry
	for _, p := range r.Positions {
		head := "**" + line(p.TopicName, textOfName) + "** — " + p.Stance.Text()
		if p.Earlier {
			head = "earlier: " + head
		}
		out = append(out, positionEntry(head, r.Actor.ID, p, r.AsOf))
	}
	return out
}

// positionEntry is a position of an actor, in the editor's words, with its date
// and documents.
func positionEntry(head, actor string, p handlers.Position, asOf corpus.Date) entry {
	e := entry{head: head, words: []run{{text: p.Summary}}, foot: "-# " + dated(p)}
	if len(p.Evidence) > 0 {
		e.buttons = buttons(linked{"Evidence", placed(doEvidence, actor, 0, p.Topic, asOf)})
	}
	return e
}

// dated says of when a position is, whose words it is in and what shows it.
func dated(p handlers.Position) string {
	var documents []string
	for _, d := range p.Documents {
		documents = append(documents, line(d, textOfName))
	}
	return p.When + " · our note · " + upTo(documents, ", ", "%d more", textOfAlso)
}

// memberEntries are the people of a body, each with where it stands itself: a
// line a position.
func memberEntries(members []handlers.Member) []entry {
	var out []entry
	for _, m := range members {
		var roles []string
		for _, r := range m.Roles {
			roles = append(roles, line(r.Title, textOfName)+" ("+r.Held+")")
		}
		head := "**" + line(m.Name, textOfName) + "** · " + upTo(roles, "; ", "%d more", textOfAlso)
		if len(m.Positions) == 0 {
			out = append(out, entry{head: head, foot: "-# no position of its own"})
		}
		for i, p := range m.Positions {
			stands := "own position on " + line(p.TopicName, textOfName) + " — " + p.Stance.Text()
			if i > 0 {
				head = "**" + line(m.Name, textOfName) + "**"
			}
			out = append(out, entry{head: head + "\n" + stands, words: []run{{text: p.Summary}}, foot: "-# " + dated(p)})
		}
	}
	return out
}

func comingEntries(coming []handlers.Dated) []entry {
	var out []entry
	for _, d := range coming {
		e := datedEntry(d, true)
		e.head = "To come: " + e.head
		out = append(out, e)
	}
	return out
}

func statementEntries(statements []handlers.ActorStatement) []entry {
	var out []entry
	for _, s := range statements {
		out = append(out, statementEntry("Said", s))
	}
	return out
}

func statementEntry(head string, s handlers.ActorStatement) entry {
	return entry{
		head:   head + " — " + s.When + paraphrase(s.About, s.Kind),
		words:  runsOf(s.Form, s.Text, nil),
		prefix: prefix(s.Form),
		foot:   where(s.About) + alsoIn(s.AlsoIn),
		key:    s.Key,
	}
}

func cardFoot(r handlers.ActorReply) []string {
	var parts []string
	if r.MoreSaid > 0 {
		parts = append(parts, count(r.MoreSaid, "further statement")+": Timeline has them all")
	}
	if c := r.Coverage; c != nil {
		parts = append(parts, "covered: "+c.Text)
	}
	return parts
}
