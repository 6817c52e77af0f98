package discord

import (
	"context"
	"strings"

	"dossierbot/handlers"
)

// cite shows the citations of a passage, to the one who pressed the button
// alone.
func (a answerer) cite(ctx context.Context, key string) (message, error) {
	r, err := a.handlers.Cite(ctx, handlers.CiteRequest{Key: key})
	if err != nil {
		return message{}, err
	}
	return citations(r), nil
}

// citationsFile is where citations stand that are too long for a message.
const citationsFile = "citations.txt"

// citations renders the citations of a passage, each in a block that can be
// copied. One is shown whole or not at all; where not all have room, a file
// has them.
func citations(r handlers.CiteReply) message {
	b := newBuilder()
	where := "-# " + where(r.About)
	b.say(where)
	whole := true
	var file strings.Builder
	for _, c := range r.Citations {
		text := "**" + line(c.Name, textOfName) + "**\n" + block(c.Text)
		if whole = whole && units(text) <= b.room(); whole {
			b.say(text)
		}
		file.WriteString(c.Name + "\n" + c.Text + "\n\n")
	}
	if !whole {
		b.file(citationsFile, []byte(file.String()))
	}
	return b.message(true)
}

// block is a text as Discord shows it letter by letter, in a block with a
// button that copies it. It cannot end the block early.
func block(text string) string {
	return "```\n" + strings.ReplaceAll(clean(text), "``", "`\u200b`") + "\n```"
}
