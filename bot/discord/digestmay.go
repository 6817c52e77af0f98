package discord

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

// interaction is one with what discordgo leaves out of it.
type interaction struct {
	*discordgo.Interaction
	// chosen are the permissions, in the channels that were chosen, of whoever
	// chose them.
	chosen map[string]int64
}

// permissionsIn reads them from an interaction as Discord sent it.
// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure
func permissionsIn(raw json.RawMessage) map[string]int64 {
	var read struct {
		Data struct {
			Resolved struct {
				Channels map[string]struct {
					Permissions int64 `json:",string"`
				}
			}
		}
	}
	if json.Unmarshal(raw, &read) != nil {
		return nil // then nobody may do anything in any
	}
	chosen := map[string]int64{}
	for id, c := range read.Data.Resolved.Channels {
		chosen[id] = c.Permissions
	}
	return chosen
}

// manages tells whether permissions allow to decide what a channel is told.
func manages(permissions int64) bool {
	return permissions&(discordgo.PermissionManageChannels|discordgo.PermissionAdministrator) != 0
}

// mayManage makes sure that whoever gives a command may manage the channel that
// it is given in. A server may offer it to others; that does not make them
// those who may.
func mayManage(i interaction) error {
	if i.GuildID == "" || i.Member == nil || i.Member.User == nil {
		return &handlers.Problem{What: "Digests are told to the channels of a server", Do: "Use the command there"}
	}
	if !manages(i.Member.Permissions) {
		return &handlers.Problem{What: "Only who may manage channels decides what they are told", Do: "Ask somebody with the permission Manage Channels"}
	}
	return nil
}

var errNotTheirs = &handlers.Problem{
	What: "You may not manage the channel that is told this",
	Do:   "Give the command in that channel, or ask somebody with the permission Manage Channels there",
}

// tellable are the types of channel that digests are sent to.
var tellable = []discordgo.ChannelType{discordgo.ChannelTypeGuildText, discordgo.ChannelTypeGuildNews}

// mayTell makes sure that the channel that was chosen can be told digests, that
// whoever chose it may manage it, and that the bot may write there.
func (a answerer) mayTell(ctx context.Context, i interaction, channel string) error {
	var chosen *discordgo.Channel
	if resolved := i.ApplicationCommandData().Resolved; resolved != nil {
		chosen = resolved.Channels[channel]
	}
	if chosen == nil || !slices.Contains(tellable, chosen.Type) {
		return &handlers.Problem{What: "Digests cannot be sent there", Do: "Choose a text or announcement channel of this server"}
	}
	if !manages(i.chosen[channel]) {
		return errNotTheirs
	}
	missing, err := a.channels.Missing(ctx, channel, PermissionsForDigests)
	switch {
	case errors.Is(err, ErrGone):
		return &handlers.Problem{What: "That channel is gone", Do: "Choose another"}
	case err != nil:
		return err
	case len(missing) > 0:
		return &handlers.Problem{
			What: "The bot lacks permissions in #" + chosen.Name + ": " + strings.Join(missing, ", "),
			Do:   "Allow it these: Edit Channel, Permissions, add the bot's role or the bot itself",
		}
	}
	return nil
}

// mayChange makes sure that whoever gives a command may manage the channel that
// a subscription tells, which may be another than the one where it is given.
// Who may manage some channel may clear away what told one that is gone.
func (a answerer) mayChange(ctx context.Context, i interaction, s store.Subscription) error {
	if s.Channel == i.ChannelID {
		return nil // mayManage looked
	}
	has, err := a.channels.permissions(ctx, s.Channel, i.Member.User.ID)
	switch {
	case errors.Is(err, ErrGone):
		return nil
	case errors.Is(err, ErrForbidden), err == nil && !manages(has):
		return errNotTheirs
	}
	return err
}
