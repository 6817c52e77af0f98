package discord

import (
	"context"
	"strings"

	"dossierbot/handlers"
)

// completes says what each option is completed with.
func completes(option string) (what handlers.Completable, ok bool) {
	switch option {
	case optSpeaker, optMentioned, optName, optFirst, optSecond:
		return handlers.CompleteActor, true
	case optSubject:
		return handlers.CompleteSubject, true
	case optTopic:
		return handlers.CompleteTopic, true
	case optSource:
		return handlers.CompleteSource, true
	}
	return "", false
}

// complete completes the option that is being typed. Nothing to offer is no
// error: the list is then empty.
func (a answerer) complete(ctx context.Context, i interaction) ([]choice, error) {
	options := i.ApplicationCommandData().Options
	if sub := subcommand(options); sub != nil {
		options = sub.Options
	}
	for _, o := range options {
		if !o.Focused {
			continue
		}
		typed, _ := o.Value.(string)
		if what, ok := completesList(o.Name); ok {
			return a.completeList(ctx, what, typed)
		}
		switch o.Name {
		case optNumber:
			return a.completeNumber(ctx, i, typed)
		case optSchedule:
			return a.completeSchedule(typed), nil
		}
		what, ok := completes(o.Name)
		if !ok {
			continue
		}
		found, err := a.handlers.Complete(ctx, what, typed)
		if err != nil {
			return nil, err
		}
		return choices(found), nil
	}
	return []choice{}, nil
}

// apartFromNamesakes stands between a completion and what tells it from others
// that are shown alike.
const apartFromNamesakes = " · "

// choices are completions as Discord takes them. One whose value is too long
// to be sent back is left out. Those that would be shown alike where they are
// cut are told apart by their values.
func choices(found []handlers.Choice) []choice {
	out := []choice{}
	shown := map[string]int{}
	for _, c := range found {
		name := choiceText(c)
		if name == "" || c.Value == "" || units(c.Value) > maxChoiceText {
			continue
		}
		shown[name]++
		if out = append(out, choice{name, c.Value}); len(out) == handlers.MaxChoices {
			break
		}
	}
	for i, c := range out {
		if shown[c.Name] < 2 {
			continue
		}
		if out[i].Name = cutBefore(c.Name, c.Value); !strings.HasSuffix(out[i].Name, c.Value) {
			out[i].Name = cut(c.Value, maxChoiceText)
		}
	}
	return out
}

// choiceText is what is shown of a completion: where it is too long the name
// is cut, since what stands behind it tells namesakes apart.
func choiceText(c handlers.Choice) string {
	if text := cleanLine(c.Text()); units(text) <= maxChoiceText {
		return text
	}
	return cutBefore(c.Name, c.Apart)
}

// leastName is how much of a name is shown however long what stands behind it
// is.
const leastName = 30

// cutBefore is a text cut so that what stands behind it is shown as well.
func cutBefore(text, behind string) string {
	if behind = cleanLine(behind); behind == "" {
		return cut(text, maxChoiceText)
	}
	room := max(leastName, maxChoiceText-units(apartFromNamesakes)-units(behind))
	text = cut(text, room)
	return text + apartFromNamesakes + cut(behind, maxChoiceText-units(apartFromNamesakes)-units(text))
}
