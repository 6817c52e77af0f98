package discord

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

// maxSubscriptions is how many a server may have: as many as a completion of
// their numbers shows. A digest too many is a message too many in a channel;
// whoever needs more wants wider filters.
const maxSubscriptions = handlers.MaxChoices

// What a bot without a store, and one without a recorded state, says.
var (
	errNoStore    = &handlers.Problem{What: "This bot keeps nothing between its runs, so it can send no digests", Do: "Ask who runs it to set state.dir"}
	errNoRevision = &handlers.Problem{What: "The state of the dossier is not recorded yet, so there is nothing to tell changes from", Do: "Try again in a minute"}
)

// digest answers /digest, to the one who gave the command alone. Who may
// manage channels may use it, and sees and changes what belongs to that server.
func (a answerer) digest(ctx context.Context, i interaction, o options) (message, error) {
	if err := a.maySubscribe(i); err != nil {
		return message{}, err
	}
	switch o.sub {
	case subSubscribe:
		return a.subscribe(ctx, i, o)
	case subList:
		return a.subscriptions(ctx, i, 0)
	case subPreview:
		return a.preview(ctx, i, o)
	}
	s, err := a.subscription(ctx, i, o.text(optNumber))
	if err != nil {
		return message{}, err
	}
	switch o.sub {
	case subEdit:
		return a.edit(ctx, i, o, s)
	case subPause:
		_, err = a.store.Pause(ctx, s.ID, "by "+nameOfUser(i))
	case subResume:
		s.Due = s.Schedule.Next(time.Now())
		_, err = a.store.Resume(ctx, s.ID, s.Due)
	case subRemove:
		if err = a.store.Unsubscribe(ctx, s.ID); err == nil {
			return a.terms("Removed", s), nil
		}
	default:
		return message{}, fmt.Errorf("unknown command /%s %s", cmdDigest, o.sub)
	}
	if err != nil {
		return message{}, err
	}
	if s, err = a.store.Subscription(ctx, s.ID); err != nil {
		return message{}, err
	}
	if s.Paused != "" {
		return a.terms("Paused", s, "What changes meanwhile is told once it runs again."), nil
	}
	a.wake()
	return a.terms("Resumed", s, "What was missed will be told."), nil
}

// maySubscribe makes sure that there can be digests, and that whoever asks
// decides on them.
func (a answerer) maySubscribe(i interaction) error {
	if err := mayManage(i); err != nil {
		return err
	}
	if a.store == nil {
		return errNoStore
	}
	return nil
}

// subscribe adds a subscription.
func (a answerer) subscribe(ctx context.Context, i interaction, o options) (message, error) {
	s := store.Subscription{Guild: i.GuildID, Creator: i.Member.User.ID, Language: languageOf(i)}
	if err := a.apply(ctx, i, o, &s); err != nil {
		return message{}, err
	}
	all, err := a.store.Subscriptions(ctx, i.GuildID)
	if err != nil {
		return message{}, err
	}
	if len(all) >= maxSubscriptions {
		return message{}, &handlers.Problem{
			What: fmt.Sprintf("This server has %d subscriptions, which is the most", len(all)), Do: "Remove one, or widen the filter of one", Example: "/digest list",
		}
	}
	if err := notTwice(s, all); err != nil {
		return message{}, err
	}
	s, err = a.store.Subscribe(ctx, s)
	if errors.Is(err, store.ErrNoRevision) {
		return message{}, errNoRevision
	}
	if err != nil {
		return message{}, err
	}
	a.wake()
	return a.terms("Subscribed", s, "It begins now: what changed before is not told."), nil
}

// edit changes what was given of a subscription.
func (a answerer) edit(ctx context.Context, i interaction, o options, s store.Subscription) (message, error) {
	if len(o.values) < 2 {
		return message{}, &handlers.Problem{
			What: "Nothing to change was given", Do: "Give what is to be otherwise", Example: fmt.Sprintf("/digest edit number:%d schedule:daily 08:00", s.ID),
		}
	}
	if err := a.apply(ctx, i, o, &s); err != nil {
		return message{}, err
	}
	all, err := a.store.Subscriptions(ctx, i.GuildID)
	if err == nil {
		err = notTwice(s, all)
	}
	if err == nil {
		err = a.store.Edit(ctx, s)
	}
	if err != nil {
		return message{}, err
	}
	a.wake()
	return a.terms("Changed", s), nil
}

// apply puts the options that were given into a subscription.
func (a answerer) apply(ctx context.Context, i interaction, o options, s *store.Subscription) (err error) {
	if o.given(optChannel) {
		s.Channel = o.text(optChannel)
		if err := a.mayTell(ctx, i, s.Channel); err != nil {
			return err
		}
	}
	if s.Filter, err = a.filtered(ctx, o, s.Filter); err != nil {
		return err
	}
	if o.given(optSchedule) {
		s.Schedule, err = store.ParseSchedule(o.text(optSchedule), a.zone)
		if err != nil {
			return &handlers.Problem{
				What: err.Error(), Do: "Write at once, daily or weekly, and with these an hour and, if you like, a time zone", Example: "weekly Monday 08:00 Europe/Vilnius",
			}
		}
		s.Due = s.Schedule.Next(time.Now())
	}
	if o.given(optLanguage) {
		s.Language = tongueOf(o.text(optLanguage)).tag.String()
	}
	return nil
}

// filtered is a filter with what was given put in place of what was there. What
// was there is not looked at again: what it names may be gone for a while.
func (a answerer) filtered(ctx context.Context, o options, f store.Filter) (store.Filter, error) {
	question := strings.TrimSpace(o.text(optQuestion))
	if strings.EqualFold(question, handlers.AllTopics) {
		question = ""
	}
	given, err := a.handlers.CheckFilter(ctx, store.Filter{
		Actors: listed(o.text(optActors)), Topics: listed(o.text(optTopics)), Sources: listed(o.text(optSources)), Question: question,
	})
	if err != nil {
		return store.Filter{}, err
	}
	if o.given(optActors) {
		f.Actors = given.Actors
	}
	if o.given(optTopics) {
		f.Topics = given.Topics
	}
	if o.given(optSources) {
		f.Sources = given.Sources
	}
	if o.given(optQuestion) {
		f.Question = given.Question
	}
	return f, nil
}

// notTwice makes sure that no other subscription tells the same channel the same.
func notTwice(s store.Subscription, all []store.Subscription) error {
	same := func(a, b []string) bool {
		return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
	}
	for _, other := range all {
		f, g := s.Filter, other.Filter
		if other.ID != s.ID && other.Channel == s.Channel && f.Question == g.Question &&
			same(f.Actors, g.Actors) && same(f.Topics, g.Topics) && same(f.Sources, g.Sources) {
			return &handlers.Problem{
				What: fmt.Sprintf("That channel is told this already, by number %d", other.ID), Do: "Change that one", Example: fmt.Sprintf("/digest edit number:%d", other.ID),
			}
		}
	}
	return nil
}

// subscription is the one of the server with a number.
func (a answerer) subscription(ctx context.Context, i interaction, number string) (store.Subscription, error) {
	id, err := strconv.ParseInt(strings.TrimLeft(strings.TrimSpace(number), "#"), 10, 64)
	if err != nil {
		id = 0 // there is none with that
	}
	s, err := a.store.Subscription(ctx, id)
	if err == nil && s.Guild != i.GuildID || errors.Is(err, store.ErrNoSubscription) {
		return store.Subscription{}, &handlers.Problem{What: "This server has no subscription “" + number + "”", Do: "Look at the numbers of those that it has", Example: "/digest list"}
	}
	if err != nil {
		return store.Subscription{}, err
	}
	return s, a.mayChange(ctx, i, s)
}

// languageOf is the language of a server, where digests may be in that.
func languageOf(i interaction) string {
	if i.GuildLocale == nil {
		return english.tag.String()
	}
	return tongueOf(string(*i.GuildLocale)).tag.String()
}

func nameOfUser(i interaction) string {
	if i.Member.Nick != "" {
		return i.Member.Nick
	}
	return i.Member.User.Username
}

// subscriptions lists those of the server from the given one on.
func (a answerer) subscriptions(ctx context.Context, i interaction, from int) (message, error) {
	all, err := a.store.Subscriptions(ctx, i.GuildID)
	if err != nil {
		return message{}, err
	}
	b := newBuilder()
	if len(all) == 0 {
		b.say("**This server has no subscriptions.**\nAdd one: /digest subscribe")
		return b.message(true), nil
	}
	b.say("-# " + count(len(all), "subscription"))
	var entries []entry
	for _, s := range all {
		lines := a.words(s)
		if s.Paused != "" {
			lines = append(lines, "paused: "+line(s.Paused, textOfNote))
		}
		entries = append(entries, entry{head: "**" + strconv.FormatInt(s.ID, 10) + "** · " + strings.Join(lines, "\n")})
	}
	b.paged(entries, from, func(n int) []string { return []string{doTold, strconv.Itoa(n)} }, nil)
	return b.message(true), nil
}

// terms says what a subscription is like, under what became of it.
func (a answerer) terms(what string, s store.Subscription, notes ...string) message {
	b := newBuilder()
	b.say(fmt.Sprintf("**%s: number %d**\n", what, s.ID) + strings.Join(a.words(s), "\n"))
	for _, n := range notes {
		b.say("-# " + n)
	}
	return b.message(true)
}

// words say where a subscription tells what, when and in which language.
func (a answerer) words(s store.Subscription) []string {
	when := s.Schedule.String()
	if !s.Due.IsZero() {
		when += fmt.Sprintf(", next %s (%s)", s.Due.In(s.Schedule.Location()).Format("2 Jan 2006 15:04"), moment(s.Due))
	}
	return []string{
		"<#" + s.Channel + "> is told " + line(a.handlers.FilterWords(s.Filter), textOfSummary),
		when,
		"language: " + tongueOf(s.Language).name,
	}
}
