package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"dossierbot/handlers"
	"dossierbot/index"
)

// dispatch answers one interaction. It is the one place that sets the
// deadline, recovers from a panic (discordgo runs it in a bare goroutine),
// turns errors into words for the one who asked, and logs. What was asked is
// not logged.
func (b *Bot) dispatch(ctx context.Context, s *discordgo.Session, i interaction) {
	start := time.Now()
	ctx, cancel := context.WithTimeout(ctx, b.limits.send)
	defer cancel()

	log := b.log.With("interaction", i.ID, "what", nameOf(i.Interaction))
	r, err := b.answerTo(ctx, i)
	if err != nil {
		r = apology(i.Interaction, err)
	}
	if unsent := respond(ctx, s, i.Interaction, r); unsent != nil {
		err = errors.Join(err, unsent)
	}
	logOutcome(log.With("took", time.Since(start)), err)
}

// answerer answers one interaction, all of it from one state of the dossier,
// whatever takes its place meanwhile.
type answerer struct {
	*Bot
	handlers *handlers.Handlers
}

// answerTo makes the answer; a panic on the way is an error.
func (b *Bot) answerTo(ctx context.Context, i interaction) (r response, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &panicked{value: v, stack: debug.Stack()}
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, b.limits.answer)
	defer cancel()
	newest, release := b.live.Acquire()
	defer release()
	a := answerer{b, newest}

	var m message
	switch i.Type {
	case discordgo.InteractionApplicationCommandAutocomplete:
		found, err := a.complete(ctx, i)
		return completion(found), err
	case discordgo.InteractionApplicationCommand:
		m, err = a.command(ctx, i)
	case discordgo.InteractionMessageComponent:
		switch p := pressOf(i.MessageComponentData().CustomID); p.do {
		case doAgain:
			return a.form(p.on)
		case doAskOf:
			return a.askOf(p.on)
		}
		m, err = a.pressed(ctx, i)
	case discordgo.InteractionModalSubmit:
		m, err = a.submitted(ctx, i.Interaction)
	default:
		err = fmt.Errorf("interaction of unknown type %d", i.Type)
	}
	return m.response(), err
}

func completion(found []choice) response {
	return response{Type: discordgo.InteractionApplicationCommandAutocompleteResult, Data: choiceData{found}}
}

// command answers a slash command.
func (a answerer) command(ctx context.Context, i interaction) (message, error) {
	d := i.ApplicationCommandData()
	o := optionsOf(d.Options)
	switch d.Name {
	case cmdAsk:
		return a.ask(ctx, handlers.AskRequest{
			Question: o.text(optQuestion),
			Speaker:  o.text(optSpeaker),
			Actor:    o.text(optMentioned),
			Topic:    o.text(optTopic),
			Source:   o.text(optSource),
			From:     o.text(optFrom),
			To:       o.text(optTo),
			Sort:     index.Sort(o.text(optSort)),
		}, o.yes(optPrivate))
	case cmdVerify:
		return a.verify(ctx, o.text(optQuotation), o.yes(optPrivate))
	case cmdActor:
		if name := o.text(optName); name != "" {
			return a.actor(ctx, handlers.ActorRequest{Name: name, Topic: o.text(optTopic), AsOf: o.text(optAsOf)}, 0, o.yes(optPrivate))
		}
		return a.actors(ctx, 0, o.yes(optPrivate))
	case cmdTimeline:
		return a.timeline(ctx, handlers.TimelineRequest{Name: o.text(optSubject), From: o.text(optFrom), To: o.text(optTo)}, 0, o.yes(optPrivate))
	case cmdCompare:
		r := handlers.CompareRequest{A: o.text(optFirst), B: o.text(optSecond), Topic: o.text(optTopic), AsOf: o.text(optAsOf)}
		return a.compare(ctx, r, 0, o.yes(optPrivate))
	case cmdTopic:
		return a.topic(ctx, handlers.TopicRequest{Name: o.text(optTopic), AsOf: o.text(optAsOf)}, 0, o.yes(optPrivate))
	case cmdSources:
		return a.sources(ctx, 0, o.yes(optPrivate))
	case cmdHelp:
		return help(a.handlers.Help()), nil
	case cmdDigest:
		return a.digest(ctx, i, o)
	case cmdStatus:
		return a.status(ctx, i)
	}
	return message{}, fmt.Errorf("unknown command %q", d.Name)
}

// errForgotten tells that a button belongs to a question that is no longer
// remembered.
var errForgotten = &handlers.Problem{
	What:    "This answer is from before a restart, or is too long ago",
	Do:      "Ask again",
	Example: "/ask what was said last month",
}

// pressed answers a button or a menu. Who asked in private is answered in
// private.
func (a answerer) pressed(ctx context.Context, i interaction) (message, error) {
	d := i.MessageComponentData()
	private := isPrivate(i.Interaction)
	var value string
	if len(d.Values) > 0 {
		value = d.Values[0]
	}
	p := pressOf(d.CustomID)
	if p.take {
		return a.export(ctx, p)
	}
	switch p.do {
	case doContext:
		return a.context(ctx, p.on)
	case doCite:
		return a.cite(ctx, p.on)
	case doMore, doNewest, doMentions, doTime, doAllTime, doPick, doShare:
		q, ok := a.recall.find(p.on)
		if !ok {
			return message{}, errForgotten
		}
		if p.do == doShare {
			return a.ask(ctx, q, false)
		}
		return a.ask(ctx, askAgain(q, p, value), private)
	case doActor:
		return a.actor(ctx, handlers.ActorRequest{Name: p.on, Topic: p.what, AsOf: p.when}, p.from, private)
	case doCard:
		return a.actor(ctx, handlers.ActorRequest{Name: value, Topic: p.what, AsOf: p.when}, 0, private)
	case doTimeline, doHistory:
		return a.timeline(ctx, timelineAt(p), p.from, private)
	case doLine:
		p.on = value
		return a.timeline(ctx, timelineAt(p), 0, private)
	case doCompare:
		first, second, _ := strings.Cut(p.on, pairSeparator)
		return a.compare(ctx, handlers.CompareRequest{A: first, B: second, Topic: p.what, AsOf: p.when}, p.from, private)
	case doTopic:
		return a.topic(ctx, handlers.TopicRequest{Name: p.on, AsOf: p.when}, p.from, private)
	case doTopics:
		return a.topics(ctx, p.when, p.from, private)
	case doStance:
		return a.topic(ctx, handlers.TopicRequest{Name: value, AsOf: p.when}, 0, private)
	case doActors:
		return a.actors(ctx, p.from, private)
	case doEvidence:
		return a.evidence(ctx, handlers.ActorRequest{Name: p.on, Topic: p.what, AsOf: p.when}, p.from)
	case doSources:
		return a.sources(ctx, p.from, private)
	case doChanged:
		return a.changes(ctx, p)
	case doTold:
		if err := a.maySubscribe(i); err != nil {
			return message{}, err
		}
		return a.subscriptions(ctx, i, p.from)
	}
	return message{}, errForgotten
}

// options are the options of a command by name, and of which subcommand they
// are; empty where it has none.
type options struct {
	sub    string
	values map[string]any
}

func optionsOf(list []*discordgo.ApplicationCommandInteractionDataOption) options {
	o := options{values: map[string]any{}}
	if sub := subcommand(list); sub != nil {
		o.sub, list = sub.Name, sub.Options
	}
	for _, opt := range list {
		o.values[opt.Name] = opt.Value
	}
	return o
}

// subcommand is the one that options are given to; nil where there is none.
func subcommand(list []*discordgo.ApplicationCommandInteractionDataOption) *discordgo.ApplicationCommandInteractionDataOption {
	if len(list) == 1 && list[0].Type == discordgo.ApplicationCommandOptionSubCommand {
		return list[0]
	}
	return nil
}

// given tells whether an option is there.
func (o options) given(name string) bool {
	_, ok := o.values[name]
	return ok
}

// text and yes give the zero value where the option is missing or of another
// type, on which discordgo's own accessors panic.
func (o options) text(name string) string {
	s, _ := o.values[name].(string)
	return s
}

func (o options) yes(name string) bool {
	v, _ := o.values[name].(bool)
	return v
}

// panicked is a panic of a handler.
type panicked struct {
	value any
	stack []byte
}

func (p *panicked) Error() string { return fmt.Sprintf("panic: %v", p.value) }

// logOutcome logs how an interaction ended, once. What the one who asked can
// mend is no fault of the program, and its words may hold the question.
func logOutcome(log *slog.Logger, err error) {
	var p *panicked
	var mendable *handlers.Problem
	switch {
	case err == nil:
		log.Info("answered")
	case errors.As(err, &p):
		log.Error("handler panicked", "error", err, "stack", string(p.stack))
	case errors.As(err, &mendable):
		log.Info("answered with what to mend")
		log.Debug("what to mend", "error", err)
	default:
		log.Error("not answered", "error", err)
	}
}

// apology says to the one who asked alone what is wrong and what to do.
func apology(i *discordgo.Interaction, err error) response {
	if i.Type == discordgo.InteractionApplicationCommandAutocomplete {
		return completion([]choice{}) // there is no place for words
	}
	var p *handlers.Problem
	switch {
	case errors.As(err, &p):
	case errors.Is(err, context.DeadlineExceeded):
		p = &handlers.Problem{What: "This took too long", Do: "Try again in a moment"}
	default:
		p = &handlers.Problem{What: "Something went wrong here, and has been noted", Do: "Try again in a moment"}
	}
	text := "**" + sentence(p.What) + "**\n" + sentence(p.Do)
	if p.Example != "" {
		text += "\n-# for example: " + line(p.Example, textOfLine)
	}
	b := newBuilder()
	b.say(text)
	return b.message(true).response()
}

// sentence ends a text with a full stop, unless it has an end.
func sentence(s string) string {
	s = line(s, textOfLine)
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// nameOf says what was used, for the log: a command, or what a button does.
func nameOf(i *discordgo.Interaction) string {
	does := func(id string) string { return strings.SplitN(id, idSeparator, 2)[0] }
	switch d := i.Data.(type) {
	case discordgo.ApplicationCommandInteractionData:
		return strings.TrimSpace("/" + d.Name + " " + optionsOf(d.Options).sub)
	case discordgo.MessageComponentInteractionData:
		return "button " + does(d.CustomID)
	case discordgo.ModalSubmitInteractionData:
		return "form " + does(d.CustomID)
	}
	return "unknown"
}
