package discord

import (
	"context"
	"strings"

	"dossierbot/handlers"
)

// context shows a passage with what stands around it, to the one who pressed
// the button alone.
func (a answerer) context(ctx context.Context, key string) (message, error) {
	r, err := a.handlers.Context(ctx, key)
	if err != nil {
		return message{}, err
	}
	return surroundings(r, key), nil
}

// surroundings renders the passage with the key in its place. It is whole in
// any case that fits a message; what stands around it takes the room that is
// left.
func surroundings(r handlers.ContextReply, key string) message {
	const (
		reserve = 60 // for the words between the parts
		least   = 40 // less than that of a paragraph is not worth showing
	)
	b := newBuilder()
	foot := "-# " + where(r.About)
	room := b.room() - reserve - units(foot)
	quote := func(s string, limit int) string {
		text, _ := write(prefix(r.Form), runsOf(r.Form, strings.TrimSpace(s), nil), limit)
		return text
	}
	itself := quote(r.Text, room)
	room -= units(itself)
	around := shares([]int{units(quote(r.Before, maxMessageText)), units(quote(r.After, maxMessageText))}, room)

	if strings.TrimSpace(r.Before) != "" && around[0] >= min(least, units(r.Before)) {
		b.say("-# before it")
		b.say(quote(r.Before, around[0]))
	}
	b.say("**The passage**")
	b.say(itself)
	if strings.TrimSpace(r.After) != "" && around[1] >= min(least, units(r.After)) {
		b.say("-# after it")
		b.say(quote(r.After, around[1]))
	}
	b.rule()
	b.say(foot)
	b.row(buttons(linked{"Cite", []string{doCite, key}})...)
	return b.message(true)
}
