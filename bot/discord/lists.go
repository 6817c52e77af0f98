package discord

import (
	"context"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// How many lines a page of a list shows. The list of actors has a menu, which
// sets the limit.
const (
	actorsOnPage    = maxMenuOptions
	documentsOnPage = 8
)

func (a answerer) actors(ctx context.Context, from int, private bool) (message, error) {
	r, err := a.handlers.Actors(ctx)
	if err != nil {
		return message{}, err
	}
	return actorList(r, from, private), nil
}

// actorList renders a page of the list of actors, with a menu that opens a
// card.
func actorList(r handlers.ActorsReply, from int, private bool) message {
	b := newBuilder()
	if len(r.Actors) == 0 {
		b.say("**No actors are known in this dossier.**")
		return b.message(private)
	}
	from = min(from, (len(r.Actors)-1)/actorsOnPage*actorsOnPage)
	page := r.Actors[from:min(from+actorsOnPage, len(r.Actors))]
	b.say(pageHead("Actors", from, len(page), len(r.Actors)))

	var text strings.Builder
	var kind corpus.ActorKind
	var options []discordgo.SelectMenuOption
	for _, a := range page {
		if a.Kind != kind {
			kind = a.Kind
			text.WriteString("-# " + kindName(kind) + "\n")
		}
		entry := line(a.Name, textOfName)
		if a.Office != "" {
			entry += " — " + line(a.Office, maxMessageText/actorsOnPage-textOfName-len(" · 99 positions\n — "))
		}
		if a.Positions > 0 {
			entry += " · " + count(a.Positions, "position")
		}
		text.WriteString(entry + "\n")
		if a.Actor != "" && len(a.Actor) <= maxMenuText {
			options = append(options, option(a.Name, a.Actor, a.Office))
		}
	}
	b.lines(text.String())
	b.menu(doCard, "Open a card", options)
	b.pages(doActors, from, actorsOnPage, len(r.Actors))
	return b.message(private)
}

func kindName(k corpus.ActorKind) string {
	switch k {
	case corpus.Person:
		return "persons"
	case corpus.Party:
		return "parties"
	case corpus.Institution:
		return "institutions"
	case corpus.State:
		return "states"
	}
	return "others"
}

func (a answerer) sources(ctx context.Context, from int, private bool) (message, error) {
	r, err := a.handlers.Sources(ctx)
	if err != nil {
		return message{}, err
	}
	return sourceList(r, from, private), nil
}

// sourceList renders a page of the list of documents; the first one also says
// which files are not served.
func sourceList(r handlers.SourcesReply, from int, private bool) message {
	b := newBuilder()
	b.say("**" + dossierLine(r.Dossier) + "**")
	if len(r.Documents) == 0 {
		b.say("The folder holds no document that can be served.")
	} else {
		from = min(from, (len(r.Documents)-1)/documentsOnPage*documentsOnPage)
		page := r.Documents[from:min(from+documentsOnPage, len(r.Documents))]
		b.say(pageHead("Documents", from, len(page), len(r.Documents)))
		for i, d := range page {
			b.say(documentLine(from+i+1, d))
		}
	}
	if from == 0 && len(r.Warnings) > 0 {
		var warnings []string
		for _, w := range r.Warnings {
			warnings = append(warnings, "-# "+line(w, textOfLine))
		}
		b.say("Not served:\n" + upTo(warnings, "\n", "-# and %d more", 2*textOfLine))
	}
	b.pages(doSources, from, documentsOnPage, len(r.Documents))
	return b.message(private)
}

func documentLine(number int, d handlers.Document) string {
	text := strconv.Itoa(number) + `\. ` + where(d.About)
	details := count(d.Passages, "passage")
	if d.Language != "" {
		details = line(string(d.Language), 12) + " · " + details
	}
	if len(d.Warnings) > 0 {
		details += " · " + line(d.Warnings[0], textOfNote/2)
	}
	return text + "\n-# " + details
}

func pageHead(what string, from, shown, all int) string {
	if shown == all {
		return "-# " + what + ": " + strconv.Itoa(all)
	}
	return "-# " + what + " " + strconv.Itoa(from+1) + "–" + strconv.Itoa(from+shown) + " of " + strconv.Itoa(all)
}

// lines adds lines of ours, as many as there is room for.
func (b *builder) lines(text string) {
	b.say(upTo(strings.Split(strings.TrimSpace(text), "\n"), "\n", "-# and %d more", b.room()-roomAfterEntries/2))
}

// pages adds the buttons that turn the pages of a list.
func (b *builder) pages(do string, from, size, all int) {
	var buttons []discordgo.Button
	for _, turn := range []struct {
		label string
		to    int
	}{{"Back", from - size}, {"More", from + size}} {
		if turn.to < 0 || turn.to >= all {
			continue
		}
		if button, ok := button(turn.label, do, strconv.Itoa(turn.to)); ok {
			buttons = append(buttons, button)
		}
	}
	b.row(buttons...)
}

// help renders what can be asked here.
func help(r handlers.HelpReply) message {
	b := newBuilder()
	b.say("**" + dossierLine(r.Dossier) + "**\nAsk in plain words. Every answer is word for word from a document, with its source and date.")
	var text strings.Builder
	for _, c := range r.Commands {
		text.WriteString("**/" + line(strings.TrimPrefix(c.Name, "/"), textOfName) + "** — " + line(c.Description, textOfLine) + "\n")
	}
	b.lines(text.String())
	text.Reset()
	for _, e := range r.Examples {
		text.WriteString("- /ask " + line(e, textOfLine) + "\n")
	}
	if len(r.Examples) > 0 {
		b.rule()
		b.say("For example:")
		b.lines(text.String())
	}
	return b.message(true)
}
