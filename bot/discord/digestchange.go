package discord

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
	"dossierbot/index"
)

// fieldQuestion is that of the form that asks about a document.
const fieldQuestion = "question"

// maxQuestionField is how long a question in a form may be: our choice.
const maxQuestionField = 1000

// askOf is the form that asks about the document with the key.
func (a answerer) askOf(key string) (response, error) {
	about, err := a.handlers.DocumentWith(key)
	if err != nil {
		return response{}, err
	}
	return response{Type: discordgo.InteractionResponseModal, Data: formData{
		CustomID: doAskOf + idSeparator + key,
		Title:    "Ask about this document",
		Components: []discordgo.MessageComponent{
			discordgo.TextDisplay{Content: where(about)},
			discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.TextInput{
				CustomID: fieldQuestion, Label: "Your question", Style: discordgo.TextInputShort,
				Placeholder: "what was said about the border", MaxLength: maxQuestionField,
			}}},
		},
	}}, nil
}

// askedOf answers the form that asks about a document, to the one who filled it
// in alone: a channel with digests is no place for the questions of all its
// readers.
func (a answerer) askedOf(ctx context.Context, key, question string) (message, error) {
	about, err := a.handlers.DocumentWith(key)
	if err != nil {
		return message{}, err
	}
	return a.ask(ctx, handlers.AskRequest{Question: question, Source: about.Document}, true)
}

// errNoChange tells that what a button of a digest leads to cannot be found.
var errNoChange = &handlers.Problem{
	What:    "What changed then in this document is no longer known",
	Do:      "Ask about the document",
	Example: "/sources",
}

// changes shows what changed in a document between two revisions, to the one
// who pressed the button alone.
func (a answerer) changes(ctx context.Context, p press) (message, error) {
	var between span
	if n, err := fmt.Sscanf(p.what, "%d-%d", &between.from, &between.to); n != 2 || err != nil || a.store == nil {
		return message{}, errNoChange
	}
	all, err := a.store.Net(ctx, between.from, between.to)
	if errors.Is(err, store.ErrNoRevision) {
		return message{}, errNoChange
	}
	if err != nil {
		return message{}, err
	}
	at := slices.IndexFunc(all, func(c corpus.Change) bool { return index.Key(c.ID) == p.on })
	if at < 0 {
		return message{}, errNoChange
	}
	r, err := a.handlers.Digest(ctx, a.store, handlers.DigestRequest{From: between.from, To: between.to, Document: all[at].ID})
	if err != nil {
		return message{}, err
	}
	for _, d := range r.Documents {
		if d.Document == all[at].ID {
			return tongueOf(p.when).changes(d, between, p.from), nil
		}
	}
	return message{}, errNoChange
}

// changes renders what changed in a document, a page of it from the given entry
// on.
func (l tongue) changes(d handlers.DocumentChange, between span, from int) message {
	b := newBuilder()
	head := "**" + l.label(d) + "**: " + l.where(d.About)
	for _, f := range l.facts(d) {
		head += "\n-# " + f
	}
	b.say(head)
	var all []entry
	for _, s := range d.Statements {
		all = append(all, l.told(d.About, l.newStatements, s))
	}
	for _, s := range d.Gone {
		all = append(all, l.told(d.About, l.goneStatements, s))
	}
	for _, c := range d.Corrected {
		label := l.otherwise + " (" + l.changedIn(c) + ") · "
		all = append(all, l.told(d.About, label+l.was, c.Before), l.told(d.About, label+l.is, c.After))
	}
	for _, e := range d.Edits {
		for _, side := range []struct{ label, text, key string }{{l.was, e.Before, ""}, {l.is, e.After, string(e.Key)}} {
			if side.text != "" {
				all = append(all, entry{head: "-# " + l.otherPlace + " · " + side.label, words: runsOf(d.Form, side.text, nil), prefix: prefix(d.Form), key: side.key})
			}
		}
	}
	var beneath []string
	if d.More > 0 {
		beneath = append(beneath, fmt.Sprintf(l.moreThere, d.More))
	}
	b.paged(all, from, func(n int) []string { return l.changed(d, between, n) }, beneath)
	return b.message(true)
}

// changedIn names what is told otherwise of a statement: who said it and when
// as it was told before and as it is now.
func (l tongue) changedIn(c handlers.StatementCorrected) string {
	name := func(s handlers.DigestStatement) string {
		if s.Name == "" {
			return "—"
		}
		return line(s.Name, textOfName)
	}
	var what []string
	for _, part := range c.Changed {
		text := l.field(part)
		switch part {
		case handlers.ChangedSpeaker:
			text += ": " + name(c.Before) + " → " + name(c.After)
		case handlers.ChangedSaid:
			text += ": " + l.when(c.Before.When, c.Before.Said, c.Before.Latest) + " → " + l.when(c.After.When, c.After.Said, c.After.Latest)
		}
		what = append(what, text)
	}
	return strings.Join(what, " · ")
}

// told is a statement with what became of it.
func (l tongue) told(a handlers.About, label string, s handlers.DigestStatement) entry {
	a.Form = s.Form
	h := handlers.Hit{About: a, Start: s.Start, Text: s.Text, Statements: []handlers.Statement{{Spans: s.Spans}}}
	head := "-# " + label + "\n" + l.speaker(s.Name, s.Office) + " — " + l.when(s.When, s.Said, s.Latest) + l.paraphrase(a, s.Kind)
	return entry{head: head, words: styledPassage(h), prefix: prefix(s.Form), key: string(s.Key)}
}
