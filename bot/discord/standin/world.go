package standin

import "slices"

// Permissions, by Discord's numbers.
// https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags
const (
	Administrator         int64 = 1 << 3
	ManageChannels        int64 = 1 << 4
	ViewChannel           int64 = 1 << 10
	SendMessages          int64 = 1 << 11
	ReadMessageHistory    int64 = 1 << 16
	UseCommands           int64 = 1 << 31
	CreatePublicThreads   int64 = 1 << 35
	SendMessagesInThreads int64 = 1 << 38
)

// usual are the permissions that everyone has in a new server, as far as they
// matter here.
const usual = ViewChannel | SendMessages | ReadMessageHistory | UseCommands | CreatePublicThreads | SendMessagesInThreads

// Types of channel.
// https://discord.com/developers/docs/resources/channel#channel-object-channel-types
const (
	TextChannel         = 0
	DirectChannel       = 1
	VoiceChannel        = 2
	Category            = 4
	AnnouncementChannel = 5
	PublicThread        = 11
	ForumChannel        = 15
)

// Role is a role in the server. Everyone's has the id of the server.
type Role struct {
	ID          string
	Permissions int64
}

// Channel is a channel of the server, a thread in one, or the channel of direct
// messages with a user.
type Channel struct {
	ID, Name   string // the name of a direct channel is the id of the user
	Type       int
	Overwrites []Overwrite
	Parent     string // of a thread: the channel
	Locked     bool   // a thread that a moderator has closed
}

// Overwrite changes the permissions of a role or member in a channel.
type Overwrite struct {
	ID          string // of the role or of the user
	Member      bool   // whether it is a user's
	Allow, Deny int64
}

// world is the server with its people and channels. The server's lock guards
// it.
type world struct {
	roles    map[string]Role
	members  map[string][]string // roles by user
	channels map[string]Channel
	closed   map[string]bool // users who take no direct messages
}

const moderators = "100000000000000007" // the role that may manage channels

func newWorld() world {
	return world{
		roles:    map[string]Role{GuildID: {GuildID, usual}, moderators: {moderators, ManageChannels}},
		members:  map[string][]string{AppID: nil, UserID: nil, ModeratorID: {moderators}, OwnerID: nil},
		channels: map[string]Channel{ChannelID: {ID: ChannelID, Name: "dossier", Type: TextChannel}},
		closed:   map[string]bool{},
	}
}

// SetRole adds a role to the server or changes it; GuildID is everyone's.
func (s *Server) SetRole(r Role) { s.note(func() { s.world.roles[r.ID] = r }) }

// SetMember makes somebody a member with roles, beside everyone's. The bot is
// a member by AppID.
func (s *Server) SetMember(user string, roles ...string) {
	s.note(func() { s.world.members[user] = roles })
}

// SetChannel adds a channel to the server or changes it.
func (s *Server) SetChannel(c Channel) { s.note(func() { s.world.channels[c.ID] = c }) }

// RemoveChannel deletes a channel with its threads, or a thread, and what was
// written there.
func (s *Server) RemoveChannel(id string) {
	s.note(func() {
		for _, c := range s.world.channels {
			if c.ID == id || c.Parent == id {
				delete(s.world.channels, c.ID)
				delete(s.messages, c.ID)
			}
		}
	})
}

// Lock closes a thread to all but moderators.
func (s *Server) Lock(thread string) {
	s.note(func() {
		c := s.world.channels[thread]
		c.Locked = true
		s.world.channels[thread] = c
	})
}

// permissions are those that somebody has in a channel; a thread has those of
// its channel.
// https://discord.com/developers/docs/topics/permissions#permission-overwrites
func (w world) permissions(user string, c Channel) int64 {
	const all = 1<<62 - 1
	if c.Parent != "" {
		c = w.channels[c.Parent]
	}
	if user == OwnerID {
		return all
	}
	roles, isMember := w.members[user]
	if !isMember {
		return 0
	}
	has := w.roles[GuildID].Permissions
	for _, r := range roles {
		has |= w.roles[r].Permissions
	}
	if has&Administrator != 0 {
		return all
	}
	// Everyone's first, then all roles at once, then the member's own.
	steps := []func(Overwrite) bool{
		func(o Overwrite) bool { return !o.Member && o.ID == GuildID },
		func(o Overwrite) bool { return !o.Member && slices.Contains(roles, o.ID) },
		func(o Overwrite) bool { return o.Member && o.ID == user },
	}
	for _, concerned := range steps {
		var allow, deny int64
		for _, o := range c.Overwrites {
			if concerned(o) {
				allow |= o.Allow
				deny |= o.Deny
			}
		}
		has = has&^deny | allow
	}
	if has&ViewChannel == 0 {
		return 0
	}
	return has
}
