package discord

import (
	"context"
	"strings"

	"github.com/bwmarrin/discordgo"

	"dossierbot/handlers"
)

// The fields of the form that asks a question again.
const (
	fieldTime  = "time"
	fieldActor = "actor"
)

// formData is a form that is opened for the one who pressed a button.
type formData struct {
	CustomID   string                       `json:"custom_id"`
	Title      string                       `json:"title"`
	Components []discordgo.MessageComponent `json:"components"`
}

// form is the form that asks the question with the key again, in another time
// or of another actor.
func (a answerer) form(key string) (response, error) {
	q, ok := a.recall.find(key)
	if !ok {
		return response{}, errForgotten
	}
	field := func(id, label, example string) discordgo.MessageComponent {
		return discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.TextInput{
			CustomID: id, Label: label, Style: discordgo.TextInputShort, Placeholder: example, MaxLength: maxField,
		}}}
	}
	return response{Type: discordgo.InteractionResponseModal, Data: formData{
		CustomID: doAgain + idSeparator + key,
		Title:    "The same question again",
		Components: []discordgo.MessageComponent{
			discordgo.TextDisplay{Content: line(q.Question, textOfLine)},
			field(fieldTime, "In another time", "October 2025"),
			field(fieldActor, "Of another person or body", "a name that the dossier knows"),
		},
	}}, nil
}

// errNothingOther tells that a form was sent as it was opened.
var errNothingOther = &handlers.Problem{
	What:    "Neither another time nor another name was given",
	Do:      "Give at least one of them",
	Example: "October 2025",
}

// submitted answers a form: the question again, in the time and of the actor
// that were given in place of its own.
func (a answerer) submitted(ctx context.Context, i *discordgo.Interaction) (message, error) {
	d := i.ModalSubmitData()
	p := pressOf(d.CustomID)
	if p.do == doAskOf {
		return a.askedOf(ctx, p.on, fieldsOf(d.Components)[fieldQuestion])
	}
	if p.do != doAgain {
		return message{}, errForgotten
	}
	q, ok := a.recall.find(p.on)
	if !ok {
		return message{}, errForgotten
	}
	given := fieldsOf(d.Components)
	if given[fieldTime] == "" && given[fieldActor] == "" {
		return message{}, errNothingOther
	}
	q.Offset = 0
	if time := given[fieldTime]; time != "" {
		q.OtherTime, q.From, q.To = time, "", ""
	}
	if actor := given[fieldActor]; actor != "" {
		q.OtherActor = actor
	}
	return a.ask(ctx, q, isPrivate(i))
}

// fieldsOf are the values of a form's fields by their ids.
func fieldsOf(components []discordgo.MessageComponent) map[string]string {
	values := map[string]string{}
	for _, c := range components {
		row, ok := c.(*discordgo.ActionsRow)
		if !ok {
			continue
		}
		for _, c := range row.Components {
			if in, ok := c.(*discordgo.TextInput); ok {
				values[in.CustomID] = strings.TrimSpace(in.Value)
			}
		}
	}
	return values
}

// isPrivate tells whether the message that a button stands on is seen by one
// person alone.
func isPrivate(i *discordgo.Interaction) bool {
	return i.Message != nil && i.Message.Flags&discordgo.MessageFlagsEphemeral != 0
}
