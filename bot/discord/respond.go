package discord

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"net/http"
	"net/url"

	"github.com/bwmarrin/discordgo"
)

// response is an answer to an interaction. discordgo's own type cannot leave
// out content and embeds, which may not stand beside components of the second
// version.
type response struct {
	Type discordgo.InteractionResponseType `json:"type"`
	Data any                               `json:"data"`

	files []attachment
}

type messageData struct {
	Flags       discordgo.MessageFlags       `json:"flags"`
	Components  []discordgo.MessageComponent `json:"components"`
	Mentions    mentions                     `json:"allowed_mentions"`
	Attachments []attachmentData             `json:"attachments,omitempty"`
}

// mentions allows none, whatever a text holds. The list must be there: a
// missing one allows all.
type mentions struct {
	Parse []string `json:"parse"`
}

type choiceData struct {
	Choices []choice `json:"choices"`
}

// choice is a completion.
type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

func (m message) response() response {
	flags := discordgo.MessageFlagsIsComponentsV2
	if m.Private {
		flags |= discordgo.MessageFlagsEphemeral
	}
	return response{
		Type: discordgo.InteractionResponseChannelMessageWithSource,
		Data: messageData{
			Flags: flags, Components: m.Components, Mentions: mentions{Parse: []string{}}, Attachments: attachments(m.Files),
		},
		files: m.Files,
	}
}

// buckets is how many answers are sent side by side. discordgo locks a bucket
// while it sends and never forgets one: a bucket for each interaction would
// leak, one for all would send them one by one.
const buckets = 256

// respond sends the answer to an interaction.
func respond(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, r response) error {
	kind, body, err := r.body()
	if err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	h := fnv.New32a()
	h.Write([]byte(i.ID))
	_, err = s.RequestRaw(http.MethodPost, discordgo.EndpointInteractionResponse(i.ID, i.Token), kind, body,
		fmt.Sprintf("answers %d", h.Sum32()%buckets), 0, discordgo.WithContext(ctx))
	if err != nil {
		return fmt.Errorf("send the answer: %w", withoutAddress(err))
	}
	return nil
}

// withoutAddress takes the address out of the error of a request: it may hold
// the token of an interaction, and it is not where the request went to, but
// where discordgo wanted it to go.
func withoutAddress(err error) error {
	var request *url.Error
	if errors.As(err, &request) {
		return request.Err
	}
	return err
}
