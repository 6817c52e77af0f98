package discord

import (
	"context"

	"dossierbot/bot/export"
	"dossierbot/handlers"
)

// mostExported is how many passages of an answer are taken away at most.
const mostExported = 50

// export sends the answer to a question as files, from its first passage on.
func (b *Bot) export(ctx context.Context, q handlers.AskRequest) (message, error) {
	q.Offset, q.Limit = 0, mostExported
	r, err := b.handlers.Ask(ctx, q)
	if err != nil {
		return message{}, err
	}
	text := ""
	if len(r.Hits) > 0 {
		text = which(len(r.Hits), 0, r.Total)
	}
	return taken(r, text), nil
}

// taken are the files of a reply, for the one who asked for them alone.
func taken[R export.Reply](reply R, which string) message {
	b := newBuilder()
	text := "-# to take away: Markdown for a document, CSV for a spreadsheet"
	if which != "" {
		text += " · " + which
	}
	b.say(text)
	b.file("answer.md", []byte(export.Markdown(reply)))
	b.file("answer.csv", []byte(export.CSV(reply)))
	return b.message(true)
}
