package discord

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"dossierbot/handlers"
)

// completes says what each option is completed with.
func completes(option string) (what handlers.Completable, ok bool) {
	switch option {
	case optSpeaker, optMentioned, optName, optFirst, optSecond, optSubject:
		return handlers.CompleteActor, true
	case optTopic:
		return handlers.CompleteTopic, true
	case optSource:
		return handlers.CompleteSource, true
	}
	return "", false
}

// complete completes the option that is being typed. Nothing to offer is no
// error: the list is then empty.
func (b *Bot) complete(ctx context.Context, options []*discordgo.ApplicationCommandInteractionDataOption) ([]choice, error) {
	for _, o := range options {
		what, ok := completes(o.Name)
		if !o.Focused || !ok {
			continue
		}
		typed, _ := o.Value.(string)
		found, err := b.handlers.Complete(ctx, what, typed)
		if err != nil {
			return nil, err
		}
		return choices(found), nil
	}
	return []choice{}, nil
}

// choices are completions as Discord takes them. One whose value is too long
// to be sent back is left out.
func choices(found []handlers.Choice) []choice {
	out := []choice{}
	for _, c := range found {
		name := cut(c.Name, maxChoiceText)
		if name == "" || c.Value == "" || units(c.Value) > maxChoiceText {
			continue
		}
		if out = append(out, choice{name, c.Value}); len(out) == handlers.MaxChoices {
			break
		}
	}
	return out
}
