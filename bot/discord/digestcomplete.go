package discord

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

// completesList says what each item of a list in an option is completed with.
func completesList(option string) (what handlers.Completable, ok bool) {
	switch option {
	case optActors:
		return handlers.CompleteActor, true
	case optTopics:
		return handlers.CompleteTopic, true
	case optSources:
		return handlers.CompleteSource, true
	}
	return "", false
}

// listed are the items of a list as people write it: with commas between, or
// with semicolons, where a name holds a comma. A list of “all” limits nothing.
func listed(text string) []string {
	var items []string
	for _, item := range strings.Split(text, separatorOf(text)) {
		// What tells namesakes apart in a completion is their id.
		if at := strings.LastIndex(item, apartFromNamesakes); at >= 0 {
			item = item[at+len(apartFromNamesakes):]
		}
		if item = strings.TrimSpace(item); item != "" && !slices.Contains(items, item) {
			items = append(items, item)
		}
	}
	if len(items) == 1 && strings.EqualFold(items[0], handlers.AllTopics) {
		return nil
	}
	return items
}

func separatorOf(text string) string {
	if strings.Contains(text, ";") {
		return ";"
	}
	return ","
}

// inList is listed the other way round.
func inList(items []string) string {
	for _, item := range items {
		if strings.Contains(item, ",") {
			return strings.Join(items, "; ") + ";"
		}
	}
	return strings.Join(items, ", ")
}

// completeList completes the last item of a list. Each choice holds the items
// before it, in the name as well: whoever goes on typing sends that.
func (a answerer) completeList(ctx context.Context, what handlers.Completable, typed string) ([]choice, error) {
	at := strings.LastIndex(typed, separatorOf(typed)) + 1
	before := listed(typed[:at])
	found, err := a.handlers.Complete(ctx, what, strings.TrimSpace(typed[at:]))
	if err != nil {
		return nil, err
	}
	var all []handlers.Choice
	for _, c := range found {
		if slices.Contains(before, c.Value) || slices.Contains(before, c.Name) {
			continue
		}
		all = append(all, handlers.Choice{Name: inList(append(slices.Clip(before), c.Name)), Value: inList(append(slices.Clip(before), c.Value))})
	}
	return choices(all), nil
}

// completeNumber completes the number of a subscription of the server, for who
// may see them.
func (a answerer) completeNumber(ctx context.Context, i interaction, typed string) ([]choice, error) {
	if a.maySubscribe(i) != nil {
		return []choice{}, nil
	}
	all, err := a.store.Subscriptions(ctx, i.GuildID)
	if err != nil {
		return nil, err
	}
	var found []handlers.Choice
	for _, s := range all {
		number := strconv.FormatInt(s.ID, 10)
		if strings.HasPrefix(number, strings.TrimSpace(typed)) {
			found = append(found, handlers.Choice{Name: fmt.Sprintf("%s · %s: %s", number, s.Schedule, a.handlers.FilterWords(s.Filter)), Value: number})
		}
	}
	return choices(found), nil
}

// completeSchedule offers what was typed, where it is a schedule, and examples.
func (a answerer) completeSchedule(typed string) []choice {
	var found []handlers.Choice
	offer := func(s store.Schedule, err error) {
		if err == nil && !slices.Contains(found, handlers.Choice{Name: s.String(), Value: s.String()}) {
			found = append(found, handlers.Choice{Name: s.String(), Value: s.String()})
		}
	}
	offer(store.ParseSchedule(typed, a.zone))
	for _, example := range []string{"at once", "daily 08:00", "daily 18:00", "weekly Monday 08:00", "weekly Friday 16:00"} {
		if strings.HasPrefix(example, strings.ToLower(strings.TrimSpace(typed))) {
			offer(store.ParseSchedule(example, a.zone))
		}
	}
	return choices(found)
}
