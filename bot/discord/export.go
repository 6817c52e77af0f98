package discord

import (
	"context"

	"dossierbot/bot/export"
	"dossierbot/handlers"
)

// mostExported is how many passages of an answer are taken away at most.
const mostExported = 50

// exporting is the button that exports what a button with those parts leads
// to.
func exporting(parts ...string) linked {
	return linked{"Export", append([]string{doExport}, parts...)}
}

// export sends what a button leads to as files: all of it, from its beginning
// on.
func (a answerer) export(ctx context.Context, p press) (message, error) {
	switch p.do {
	case doMore:
		q, ok := a.recall.find(p.on)
		if !ok {
			return message{}, errForgotten
		}
		q.Offset, q.Limit = 0, mostExported
		r, err := a.handlers.Ask(ctx, q)
		if err != nil {
			return message{}, err
		}
		if len(r.Hits) == 0 {
			return taken(r), nil
		}
		return taken(r, which(len(r.Hits), 0, r.Total)), nil
	case doActor:
		r, err := a.handlers.Actor(ctx, handlers.ActorRequest{Name: p.on, Topic: p.what, AsOf: p.when})
		if err != nil {
			return message{}, err
		}
		return taken(r), nil
	case doTimeline, doHistory:
		r, err := a.handlers.Timeline(ctx, timelineAt(p))
		if err != nil {
			return message{}, err
		}
		return taken(r), nil
	}
	return message{}, errForgotten
}

// taken are the files of a reply, for the one who asked for them alone, with
// how much they hold.
func taken[R export.Reply](reply R, howMuch ...string) message {
	b := newBuilder()
	text := "-# to take away: Markdown for a document, CSV for a spreadsheet"
	for _, h := range howMuch {
		text += " · " + h
	}
	b.say(text)
	b.file("answer.md", []byte(export.Markdown(reply)))
	b.file("answer.csv", []byte(export.CSV(reply)))
	return b.message(true)
}
