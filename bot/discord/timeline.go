package discord

import (
	"context"
	"strings"

	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/index"
)

// timeline shows what is dated of an actor or a topic from the given entry on.
func (a answerer) timeline(ctx context.Context, q handlers.TimelineRequest, from int, private bool) (message, error) {
	r, err := a.handlers.Timeline(ctx, q)
	if err != nil {
		return message{}, err
	}
	return timeline(r, from, private)
}

// timelineAt is the timeline that a button leads to.
func timelineAt(p press) handlers.TimelineRequest {
	q := handlers.TimelineRequest{Name: p.on, Of: handlers.CompleteActor}
	if p.do == doHistory {
		q.Of = handlers.CompleteTopic
	}
	if from, to, interval := strings.Cut(p.when, "/"); interval {
		q.From, q.To = strings.TrimPrefix(from, ".."), strings.TrimPrefix(to, "..")
	} else {
		q.From, q.To = p.when, p.when
	}
	return q
}

// timeline renders a timeline, a page from the given entry on; the first has
// the picture.
func timeline(r handlers.TimelineReply, from int, private bool) (message, error) {
	b := newBuilder()
	if r.Actor == nil && r.Topic == nil {
		b.say("**" + line(r.Answer, textOfReading) + "**")
		b.menu(strings.Join(placed(doLine, "", 0, "", r.Time), idSeparator), "Who is meant?", candidateOptions(r.Candidates))
		return b.message(private), nil
	}
	do, id, name := doTimeline, "", ""
	if r.Topic != nil {
		do, id, name = doHistory, r.Topic.Topic, r.Topic.Name
	} else {
		id, name = r.Actor.ID, r.Actor.Name
	}
	text := "**" + line(name, textOfName) + "** · timeline"
	if r.Time.Known() {
		text += ", " + r.Time.Human()
	}
	if r.Outcome != index.Answered {
		text += "\n" + line(r.Answer, textOfReading)
	}
	b.say(text + notes(r.Notes))
	all := timelineEntries(r)
	from = min(from, len(all))
	if from == 0 {
		if err := b.tally(name, r.Tally); err != nil {
			return message{}, err
		}
	}
	to := func(n int) []string { return placed(do, id, n, "", r.Time) }
	other := linked{"Card", placed(doActor, id, 0, "", corpus.Date{})}
	if r.Topic != nil {
		other = linked{"Who stands where", placed(doTopic, id, 0, "", corpus.Date{})}
	}
	others := []linked{other}
	if len(all) > 0 {
		others = append(others, exporting(to(0)...))
	}
	b.paged(all, from, to, nil, others...)
	return b.message(private), nil
}

// timelineEntries are the entries of a timeline with the empty months before
// them, then what has no date.
func timelineEntries(r handlers.TimelineReply) []entry {
	var all []entry
	gaps := func(before int) string {
		text := ""
		for _, g := range r.Gaps {
			if g.Before == before {
				text += "-# — nothing dated in " + g.Text + " —\n"
			}
		}
		return text
	}
	for i, d := range r.Entries {
		e := datedEntry(d, r.Topic != nil)
		e.head = gaps(i) + e.head
		all = append(all, e)
	}
	if last := gaps(len(r.Entries)); last != "" {
		all = append(all, entry{head: strings.TrimSpace(last)})
	}
	for _, d := range r.Undated {
		all = append(all, datedEntry(d, r.Topic != nil))
	}
	return all
}

// datedEntry is an entry of a timeline: the date, what it is that of, how exact
// it is, and the words. Whose statement it is is told where others' stand
// beside it.
func datedEntry(d handlers.Dated, named bool) entry {
	if d.Position != nil {
		head := "**" + d.When + "** · position of " + line(string(d.Name), textOfName) + " · " + d.Exact +
			"\n**" + line(d.Position.TopicName, textOfName) + "** — " + d.Position.Stance.Text()
		return positionEntry(head, string(d.Speaker), *d.Position, corpus.Date{})
	}
	what := string(d.DateOf)
	name := "somebody not named"
	if d.Name != "" {
		name = line(string(d.Name), textOfName)
	}
	switch {
	case d.DateOf == handlers.OfStatement && named:
		what = "said by " + name
	case d.DateOf == handlers.OfEvent && d.Name != "":
		what = "event, told by " + name
	}
	what += " · " + d.Exact
	if d.DateOf == handlers.OfStatement {
		what += paraphrase(d.About, d.Kind)
	}
	return entry{
		head:   "**" + d.When + "** · " + what,
		words:  runsOf(d.Form, d.Text, nil),
		prefix: prefix(d.Form),
		foot:   where(d.About) + alsoIn(d.AlsoIn),
		key:    d.Key,
	}
}
