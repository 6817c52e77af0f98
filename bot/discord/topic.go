package discord

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// topic shows who stands where on a topic from the given entry on; without a
// name, or for all, the picture of all topics.
func (a answerer) topic(ctx context.Context, q handlers.TopicRequest, from int, private bool) (message, error) {
	if q.Name == "" || strings.EqualFold(q.Name, handlers.AllTopics) {
		return a.topics(ctx, q.AsOf, from, private)
	}
	r, err := a.handlers.Topic(ctx, q)
	if err != nil {
		return message{}, err
	}
	return stances(r, from, private), nil
}

// stances renders everybody's stance on a topic, by stance.
func stances(r handlers.TopicReply, from int, private bool) message {
	b := newBuilder()
	if r.Topic.Topic == "" {
		b.say("**" + line(r.Answer, textOfReading) + "**")
		b.row(buttons(linked{"All topics", placed(doTopics, "", 0, "", r.AsOf)})...)
		return b.message(private)
	}
	text := "**" + line(r.Topic.Name, textOfName) + "**"
	if r.AsOf.Known() {
		text += " · as of " + r.AsOf.Human()
	}
	var counts []string
	for _, g := range r.Groups {
		counts = append(counts, g.Stance.Text()+" "+strconv.Itoa(len(g.Actors)))
	}
	text += "\n-# " + strings.Join(counts, " · ")
	if r.Answer != "" {
		text += "\n" + line(r.Answer, textOfReading)
	}
	b.say(text + notes(r.Notes))
	all := append(stanceEntries(r), spokeEntries(r.Said)...)
	from = min(from, len(all))
	b.paged(all, from, func(n int) []string { return placed(doTopic, r.Topic.Topic, n, "", r.AsOf) }, nil,
		linked{"Timeline", placed(doHistory, r.Topic.Topic, 0, "", corpus.Date{})},
		linked{"All topics", placed(doTopics, "", 0, "", r.AsOf)})
	return b.message(private)
}

// stanceEntries are the positions on a topic, the first of each stance under
// its name, and before each those that it followed.
func stanceEntries(r handlers.TopicReply) []entry {
	var all []entry
	for _, g := range r.Groups {
		for i, a := range g.Actors {
			head := "**" + line(a.Name, textOfName) + "**"
			if a.Office != "" {
				head += ", " + line(a.Office, textOfName)
			}
			if i == 0 {
				head = "__" + strings.ToUpper(g.Stance.Text()) + "__ (" + strconv.Itoa(len(g.Actors)) + ")\n" + head
			}
			all = append(all, positionEntry(head, a.Actor, a.Position, r.AsOf))
			for _, p := range a.Before {
				before := "**" + line(a.Name, textOfName) + "**, earlier — " + p.Stance.Text()
				all = append(all, positionEntry(before, a.Actor, p, r.AsOf))
			}
		}
	}
	return all
}

// spokeEntries are those who spoke on a topic and have no position, some to an
// entry.
func spokeEntries(said []handlers.Spoke) []entry {
	const together = 10
	var all []entry
	for from := 0; from < len(said); from += together {
		text := "Spoke on it, without a position by the editor:"
		for _, s := range said[from:min(from+together, len(said))] {
			text += "\n- " + line(s.Name, textOfName) + " · " + count(s.Statements, "statement") + ", the last " + s.When
		}
		all = append(all, entry{head: text})
	}
	return all
}

// topics shows a page of the picture of actors by topics.
func (a answerer) topics(ctx context.Context, asOf string, page int, private bool) (message, error) {
	r, err := a.handlers.Topics(ctx, asOf, time.Now())
	if err != nil {
		return message{}, err
	}
	return matrix(r, page, private)
}

// How much a page of the picture of all topics shows: what can be read on a
// phone.
const (
	actorsOnPicture = 25
	topicsOnPicture = 10
)

// matrix renders a page of the picture of actors by topics, with the topics of
// it in words and a menu that opens one.
func matrix(r handlers.TopicsReply, page int, private bool) (message, error) {
	b := newBuilder()
	if r.Answer != "" {
		b.say("**" + line(r.Answer, textOfReading) + "**")
		return b.message(private), nil
	}
	across := pagesOf(len(r.Topics), topicsOnPicture)
	page = min(page, across*pagesOf(len(r.Actors), actorsOnPicture)-1)
	fromTopic, fromActor := page%across*topicsOnPicture, page/across*actorsOnPicture
	topics := r.Topics[fromTopic:min(fromTopic+topicsOnPicture, len(r.Topics))]
	actors := r.Actors[fromActor:min(fromActor+actorsOnPicture, len(r.Actors))]

	text := "**Who stands where**"
	if r.AsOf.Known() {
		text += " · as of " + r.AsOf.Human()
	}
	text += "\n" + pageHead("topics", fromTopic, len(topics), len(r.Topics)) + " · " +
		strings.TrimPrefix(pageHead("actors", fromActor, len(actors), len(r.Actors)), "-# ")
	b.say(text)
	if err := b.stances(r, topics, actors); err != nil {
		return message{}, err
	}
	var lines strings.Builder
	var options []discordgo.SelectMenuOption
	for _, t := range topics {
		lines.WriteString("**" + line(t.Name, textOfName) + "** — " + t.Text() + "\n")
		if units(t.Topic) > maxMenuText {
			continue
		}
		options = append(options, discordgo.SelectMenuOption{Label: cut(t.Name, maxMenuText), Value: t.Topic, Description: cut(t.Text(), maxMenuText)})
	}
	b.lines(lines.String())
	b.menu(strings.Join(placed(doStance, "", 0, "", r.AsOf), idSeparator), "Open a topic", options)
	var row []linked
	if page > 0 {
		row = append(row, linked{"Back", placed(doTopics, "", page-1, "", r.AsOf)})
	}
	if last := across*pagesOf(len(r.Actors), actorsOnPicture) - 1; page < last {
		row = append(row, linked{"More", placed(doTopics, "", page+1, "", r.AsOf)})
	}
	b.row(buttons(row...)...)
	return b.message(private), nil
}

// pagesOf is how many pages of a size some things fill.
func pagesOf(all, size int) int { return (all + size - 1) / size }
