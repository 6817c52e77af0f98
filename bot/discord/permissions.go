package discord

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/bwmarrin/discordgo"
)

// PermissionsForDigests are those that the bot needs in a channel to send
// digests there: to write, to start threads and write in them, and to read
// what it wrote before a crash.
const PermissionsForDigests int64 = discordgo.PermissionViewChannel | discordgo.PermissionSendMessages |
	discordgo.PermissionReadMessageHistory | discordgo.PermissionCreatePublicThreads | discordgo.PermissionSendMessagesInThreads

// permissionNames are as Discord shows them in a channel's settings, in that
// order.
var permissionNames = []struct {
	permission int64
	name       string
}{
	{discordgo.PermissionViewChannel, "View Channel"},
	{discordgo.PermissionSendMessages, "Send Messages"},
	{discordgo.PermissionSendMessagesInThreads, "Send Messages in Threads"},
	{discordgo.PermissionCreatePublicThreads, "Create Public Threads"},
	{discordgo.PermissionReadMessageHistory, "Read Message History"},
}

// allPermissions are those of an owner or administrator.
const allPermissions int64 = -1

// Missing names those of the permissions needed that the bot lacks in a
// channel, as Discord shows them. Only those of PermissionsForDigests have
// names. The error is ErrGone where there is no such channel.
func (c *Channels) Missing(ctx context.Context, channel string, needed int64) ([]string, error) {
	me, err := c.self(ctx)
	if err != nil {
		return nil, err
	}
	has, err := c.permissions(ctx, channel, me)
	if errors.Is(err, ErrForbidden) {
		has, err = 0, nil // Discord tells nothing of what the bot may not see
	}
	if err != nil {
		return nil, fmt.Errorf("ask what the bot may do: %w", err)
	}
	var missing []string
	for _, p := range permissionNames {
		if needed&p.permission != 0 && has&p.permission == 0 {
			missing = append(missing, p.name)
		}
	}
	return missing, nil
}

// channelInfo is a channel with what it changes of permissions.
type channelInfo struct {
	ID         string
	Guild      string `json:"guild_id"`
	Parent     string `json:"parent_id"`
	Type       discordgo.ChannelType
	Overwrites []overwrite `json:"permission_overwrites"`
}

type overwrite struct {
	ID          string
	Allow, Deny int64 `json:",string"`
}

// permissions are those of a user in a channel.
// https://discord.com/developers/docs/topics/permissions#permission-overwrites
func (c *Channels) permissions(ctx context.Context, channel, user string) (int64, error) {
	in, err := c.channel(ctx, channel)
	if err != nil {
		return 0, err
	}
	if in.Guild == "" {
		return allPermissions, nil // direct messages
	}
	if in.Type == discordgo.ChannelTypeGuildPublicThread || in.Type == discordgo.ChannelTypeGuildNewsThread || in.Type == discordgo.ChannelTypeGuildPrivateThread {
		if in, err = c.channel(ctx, in.Parent); err != nil {
			return 0, err
		}
	}
	var guild struct {
		Owner string `json:"owner_id"`
		Roles []struct {
			ID          string
			Permissions int64 `json:",string"`
		}
	}
	if err := c.call(ctx, request{http.MethodGet, "guild", in.Guild, "/guilds/" + in.Guild, nil, nil}, &guild); err != nil {
		return 0, err
	}
	if guild.Owner == user {
		return allPermissions, nil
	}
	var member struct{ Roles []string }
	if err := c.call(ctx, request{http.MethodGet, "member", in.Guild, "/guilds/" + in.Guild + "/members/" + user, nil, nil}, &member); err != nil {
		return 0, err
	}
	var has int64
	for _, r := range guild.Roles {
		if r.ID == in.Guild || slices.Contains(member.Roles, r.ID) { // everyone's role has the server's id
			has |= r.Permissions
		}
	}
	if has&discordgo.PermissionAdministrator != 0 {
		return allPermissions, nil
	}
	return in.permissions(has, user, member.Roles), nil
}

// permissions are what a channel leaves of those that a member has in the
// server: everyone's overwrite comes first, then those of all roles at once,
// then the member's own.
func (in channelInfo) permissions(has int64, user string, roles []string) int64 {
	apply := func(concerned func(id string) bool) {
		var allow, deny int64
		for _, o := range in.Overwrites {
			if concerned(o.ID) {
				allow |= o.Allow
				deny |= o.Deny
			}
		}
		has = has&^deny | allow
	}
	apply(func(id string) bool { return id == in.Guild })
	apply(func(id string) bool { return slices.Contains(roles, id) })
	apply(func(id string) bool { return id == user })
	if has&discordgo.PermissionViewChannel == 0 {
		return 0
	}
	return has
}

func (c *Channels) channel(ctx context.Context, id string) (channelInfo, error) {
	var in channelInfo
	err := c.call(ctx, request{http.MethodGet, "channel", id, "/channels/" + id, nil, nil}, &in)
	return in, err
}
