package discord

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"

	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

// maxLookedBack is how many revisions a preview looks back for news: our
// choice, so that it answers in time.
const maxLookedBack = 20

// previewFile is where a preview has what a thread would have.
const previewFile = "thread.md"

// errTooMuch tells that a preview cannot be made as fast as Discord wants an
// answer. The digest itself has all the time that it needs.
var errTooMuch = &handlers.Problem{
	What:    "So much changed that it cannot be shown while you wait",
	Do:      "Ask who runs the bot for it",
	Example: "dossierbot digest",
}

// preview shows a digest as it would look now, of what changed since the last
// revision with news: of a subscription, or of a filter.
func (a answerer) preview(ctx context.Context, i interaction, o options) (message, error) {
	s := store.Subscription{Language: languageOf(i)}
	var err error
	if o.given(optNumber) {
		if s, err = a.subscription(ctx, i, o.text(optNumber)); err != nil {
			return message{}, err
		}
	}
	if s.Filter, err = a.filtered(ctx, o, s.Filter); err != nil {
		return message{}, err
	}
	if o.given(optLanguage) {
		s.Language = o.text(optLanguage)
	}
	r, err := a.lastNews(ctx, s.Filter)
	switch {
	case errors.Is(err, store.ErrNoRevision):
		return message{}, errNoRevision
	case errors.Is(err, context.DeadlineExceeded):
		return message{}, errTooMuch
	case err != nil:
		return message{}, err
	}
	b := newBuilder()
	filter := line(a.handlers.FilterWords(s.Filter), textOfSummary)
	if !r.News() {
		b.say("**There is nothing to tell yet.**\nNothing changed of late that a channel would be told, of " + filter + ".")
		return b.message(true), nil
	}
	above := fmt.Sprintf("-# a preview: %s, since %s; nothing is sent", filter, r.From.At.UTC().Format("2 Jan 2006 15:04 MST"))
	m := tongueOf(s.Language).digest(r, s.Schedule.Location(), above)
	if len(m.thread) > 0 {
		m.first.file(previewFile, []byte(textOf(m.thread)))
	}
	return m.first.message(true), nil
}

// lastNews is what changed since the revision before the last one with news;
// without news where the last revisions had none. What was there when the
// first revision was recorded is none.
func (a answerer) lastNews(ctx context.Context, f store.Filter) (handlers.DigestReply, error) {
	revisions, err := a.store.Revisions(ctx, maxLookedBack)
	if err != nil {
		return handlers.DigestReply{}, err
	}
	if len(revisions) == 0 {
		return handlers.DigestReply{}, store.ErrNoRevision
	}
	for _, before := range revisions[1:] {
		r, err := a.handlers.Digest(ctx, a.store, handlers.DigestRequest{From: before.Number, To: revisions[0].Number, Filter: f})
		if err != nil || r.News() {
			return r, err
		}
	}
	return handlers.DigestReply{}, nil
}

// textOf is what messages say.
func textOf(messages [][]discordgo.MessageComponent) string {
	var texts []string
	for _, m := range messages {
		for _, c := range m {
			if t, ok := c.(discordgo.TextDisplay); ok {
				texts = append(texts, t.Content)
			}
		}
	}
	return strings.Join(texts, "\n\n") + "\n"
}
