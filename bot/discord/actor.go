package discord

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/index"
)

// entriesOfCard is how many positions and statements a page of a card shows.
const entriesOfCard = 5

// actor shows an actor's card from the given entry on.
func (b *Bot) actor(ctx context.Context, name string, from int, private bool) (message, error) {
	r, err := b.handlers.Actor(ctx, handlers.ActorRequest{Name: name})
	if err != nil {
		return message{}, err
	}
	return card(r, from, private), nil
}

// card renders an actor's card: who it is, then positions, then statements,
// in the order of the reply, a page of them from the given one on.
func card(r handlers.ActorReply, from int, private bool) message {
	b := newBuilder()
	if r.Outcome != index.Answered || r.Actor == nil {
		b.say("**" + line(r.Answer, textOfReading) + "**")
		b.menu(doCard, "Who is meant?", candidateOptions(r.Candidates))
		if len(r.Candidates) == 0 {
			if all, ok := button("All actors", doActors, "0"); ok {
				b.row(all)
			}
		}
		return b.message(private)
	}
	all := slices.Concat(positionEntries(r), statementEntries(r.Statements), passages(r.Mentions, nil))
	from = min(from, len(all))
	to := min(from+entriesOfCard, len(all))

	b.say(cardHead(r, from == 0))
	b.entries(all[from:to])
	b.rule()
	b.say(cardFoot(r, from, to, len(all)))
	if to < len(all) {
		if more, ok := button("More", doActor, r.Actor.ID, strconv.Itoa(to)); ok {
			b.row(more)
		}
	}
	return b.message(private)
}

func cardHead(r handlers.ActorReply, whole bool) string {
	text := "**" + line(r.Actor.Name, textOfName) + "**"
	if r.Actor.Office != "" {
		text += " · " + line(r.Actor.Office, textOfTitle)
	}
	if !whole {
		return text
	}
	var roles []string
	for _, role := range r.Actor.Roles {
		roles = append(roles, roleLine(role))
	}
	if len(roles) > 0 {
		text += "\n-# " + upTo(roles, "; ", "%d more", textOfSummary)
	}
	if r.Actor.Discovered {
		text += "\n-# no entry by an editor: the name was found in the documents"
	}
	if len(r.Positions) == 0 && len(r.Statements) == 0 && len(r.Mentions) == 0 {
		text += "\nThe dossier holds no position and no statement."
	}
	return text
}

func roleLine(r handlers.Role) string {
	text := line(r.Text, textOfSummary)
	if r.Held != "" {
		text += " (" + r.Held + ")"
	}
	return text
}

func positionEntries(r handlers.ActorReply) []entry {
	var out []entry
	for _, p := range r.Positions {
		name := p.TopicName
		if name == "" {
			name = p.Topic
		}
		e := entry{
			head:  "**" + line(name, textOfName) + "** — " + stance(p.Stance),
			words: []run{{text: p.Summary}},
			foot:  "-# " + p.AsOf.Human() + " · our note · " + count(len(p.Documents), "document"),
		}
		if len(p.Evidence) > 0 {
			e.buttons = buttons(linked{"Evidence", []string{doEvidence, r.Actor.ID, p.Topic}})
		}
		out = append(out, e)
	}
	return out
}

func stance(s corpus.Stance) string {
	if s == corpus.NoneStated {
		return "none stated"
	}
	return string(s)
}

func statementEntries(statements []handlers.ActorStatement) []entry {
	var out []entry
	for _, s := range statements {
		e := entry{
			head:   "Said — " + s.When,
			words:  runsOf(s.Form, s.Text, nil),
			prefix: prefix(s.Form),
			foot:   where(s.About) + alsoIn(s.AlsoIn),
			key:    s.Key,
		}
		e.head += paraphrase([]handlers.Statement{{Kind: s.Kind}}, s.About)
		out = append(out, e)
	}
	return out
}

func cardFoot(r handlers.ActorReply, from, to, all int) string {
	var parts []string
	if all > entriesOfCard && to > from {
		parts = append(parts, strconv.Itoa(from+1)+"–"+strconv.Itoa(to)+" of "+strconv.Itoa(all))
	}
	if to == all && r.MoreSaid > 0 {
		parts = append(parts, count(r.MoreSaid, "further statement")+": /ask with speaker finds them")
	}
	if c := r.Coverage; c != nil {
		covered := "covered: " + count(c.Documents, "document")
		if c.From.Known() && c.To.Known() {
			covered += ", " + c.From.Hull(c.To).Human()
		}
		parts = append(parts, covered)
	}
	if len(parts) == 0 {
		return ""
	}
	return "-# " + strings.Join(parts, " · ")
}

// evidence shows the passages that show an actor's position, to the one who
// asked for them alone.
func (b *Bot) evidence(ctx context.Context, actor, topic string) (message, error) {
	r, err := b.handlers.Actor(ctx, handlers.ActorRequest{Name: actor, Topic: topic})
	if err != nil {
		return message{}, err
	}
	return proof(r, topic), nil
}

// proof renders the passages that show an actor's positions on a topic.
func proof(r handlers.ActorReply, topic string) message {
	const shown = 5
	b := newBuilder()
	var all []entry
	for _, p := range r.Positions {
		if p.Topic != topic {
			continue
		}
		for _, v := range p.Evidence {
			all = append(all, entry{words: runsOf(v.Form, v.Text, nil), prefix: prefix(v.Form), foot: where(v.About), key: v.Key})
		}
	}
	if len(all) == 0 || r.Actor == nil {
		b.say("**This evidence is no longer in the dossier.**\nAsk for the card again: /actor")
		return b.message(true)
	}
	b.say("-# what shows where " + line(r.Actor.Name, textOfName) + " stands")
	b.entries(all[:min(len(all), shown)])
	if more := len(all) - shown; more > 0 {
		b.say("-# and " + count(more, "more passage"))
	}
	return b.message(true)
}
