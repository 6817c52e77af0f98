package standin

import (
	"net/http"
	"slices"
	"strconv"
)

// Errors of channels and messages.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
var (
	unknownChannel    = failure{http.StatusNotFound, 10003, "Unknown Channel"}
	unknownGuild      = failure{http.StatusNotFound, 10004, "Unknown Guild"}
	unknownMember     = failure{http.StatusNotFound, 10007, "Unknown Member"}
	unknownMessage    = failure{http.StatusNotFound, 10008, "Unknown Message"}
	unknownUser       = failure{http.StatusNotFound, 10013, "Unknown User"}
	missingAccess     = failure{http.StatusForbidden, 50001, "Missing Access"}
	cannotSendToUser  = failure{http.StatusForbidden, 50007, "Cannot send messages to this user"}
	notText           = failure{http.StatusBadRequest, 50008, "Cannot send messages in a non-text channel"}
	missingPermission = failure{http.StatusForbidden, 50013, "Missing Permissions"}
	wrongType         = failure{http.StatusBadRequest, 50024, "Cannot execute action on this channel type"}
	threadThere       = failure{http.StatusBadRequest, 160004, "A thread has already been created for this message"}
	threadLocked      = failure{http.StatusForbidden, 160005, "Thread is locked"}
)

// reach finds a channel and holds it against what the bot may do there: see
// it, and what is needed besides. It is called under the lock.
func (s *Server) reach(id string, needed int64) (Channel, *failure) {
	c, ok := s.world.channels[id]
	switch {
	case !ok:
		return c, &unknownChannel
	case c.Type == DirectChannel:
		if s.world.closed[c.Name] {
			return c, &cannotSendToUser
		}
		return c, nil
	}
	has := s.world.permissions(AppID, c)
	switch {
	case has&ViewChannel == 0:
		return c, &missingAccess
	case has&needed != needed:
		return c, &missingPermission
	}
	return c, nil
}

func (s *Server) getChannel(c call) (int, any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	channel, f := s.reach(c.PathValue("channel"), 0)
	if f != nil {
		return f.status, f
	}
	return http.StatusOK, channel.json()
}

func (c Channel) json() map[string]any {
	m := map[string]any{"id": c.ID, "type": c.Type, "name": c.Name, "flags": 0}
	switch c.Type {
	case DirectChannel:
		delete(m, "name")
		m["recipients"] = []any{map[string]any{"id": c.Name, "username": "reader", "discriminator": "0"}}
		return m
	case PublicThread:
		m["parent_id"], m["owner_id"] = c.Parent, AppID
		m["message_count"], m["member_count"], m["total_message_sent"] = 0, 1, 0
		m["thread_metadata"] = map[string]any{"archived": c.Locked, "locked": c.Locked, "auto_archive_duration": 1440, "archive_timestamp": "2026-01-01T00:00:00Z"}
	}
	overwrites := []any{}
	for _, o := range c.Overwrites {
		kind := 0
		if o.Member {
			kind = 1
		}
		overwrites = append(overwrites, map[string]any{
			"id": o.ID, "type": kind, "allow": strconv.FormatInt(o.Allow, 10), "deny": strconv.FormatInt(o.Deny, 10),
		})
	}
	m["guild_id"], m["permission_overwrites"] = GuildID, overwrites
	return m
}

func (s *Server) getGuild(c call) (int, any) {
	if c.PathValue("guild") != GuildID {
		return unknownGuild.status, unknownGuild
	}
	_, roles := s.getRoles(c)
	return http.StatusOK, map[string]any{"id": GuildID, "name": "Readers", "owner_id": OwnerID, "roles": roles}
}

func (s *Server) getRoles(c call) (int, any) {
	if c.PathValue("guild") != GuildID {
		return unknownGuild.status, unknownGuild
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	list := []any{}
	for _, r := range s.world.roles {
		list = append(list, map[string]any{"id": r.ID, "name": "role", "permissions": strconv.FormatInt(r.Permissions, 10)})
	}
	return http.StatusOK, list
}

func (s *Server) getMember(c call) (int, any) {
	if c.PathValue("guild") != GuildID {
		return unknownGuild.status, unknownGuild
	}
	user := c.PathValue("user")
	s.mu.Lock()
	defer s.mu.Unlock()
	roles, ok := s.world.members[user]
	if !ok {
		return unknownMember.status, unknownMember
	}
	return http.StatusOK, map[string]any{
		"user": map[string]any{"id": user, "username": "member", "discriminator": "0"}, "roles": append([]string{}, roles...),
	}
}

// openDirect opens the channel of direct messages with a user, the same each
// time.
func (s *Server) openDirect(c call) (int, any) {
	var body struct {
		Recipient string `json:"recipient_id"`
	}
	decode(c.body, &body)
	var out any = unknownUser
	status := unknownUser.status
	id := s.newID()
	s.note(func() {
		if _, ok := s.world.members[body.Recipient]; !ok {
			return
		}
		channel := Channel{ID: id, Name: body.Recipient, Type: DirectChannel}
		for _, known := range s.world.channels {
			if known.Type == DirectChannel && known.Name == body.Recipient {
				channel = known
			}
		}
		s.world.channels[channel.ID] = channel
		status, out = http.StatusOK, channel.json()
	})
	return status, out
}

// startThread starts a thread under a message: one each, with its id.
func (s *Server) startThread(c call) (status int, out any) {
	var body struct{ Name string }
	decode(c.body, &body)
	message := c.PathValue("message")
	s.note(func() {
		in, f := s.reach(c.PathValue("channel"), CreatePublicThreads)
		exists := slices.ContainsFunc(s.messages[in.ID], func(m Message) bool { return m.ID == message })
		_, has := s.world.channels[message]
		switch {
		case f != nil:
		case in.Type != TextChannel && in.Type != AnnouncementChannel:
			f = &wrongType
		case has:
			f = &threadThere
		case !exists:
			f = &unknownMessage
		}
		if f != nil {
			status, out = f.status, f
			return
		}
		thread := Channel{ID: message, Name: body.Name, Type: PublicThread, Parent: in.ID}
		s.world.channels[thread.ID] = thread
		status, out = http.StatusCreated, thread.json()
	})
	return status, out
}

// Threads are those of a channel, in the order of the messages that they stand
// under.
func (s *Server) Threads(channel string) []Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Channel
	for _, c := range s.world.channels {
		if c.Parent == channel {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b Channel) int { return compareIDs(a.ID, b.ID) })
	return out
}

// Direct is the channel of direct messages between the bot and a user; empty
// where the bot has opened none.
func (s *Server) Direct(user string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.world.channels {
		if c.Type == DirectChannel && c.Name == user {
			return c.ID
		}
	}
	return ""
}

// RefuseDirect keeps a user from getting direct messages.
func (s *Server) RefuseDirect(user string) { s.note(func() { s.world.closed[user] = true }) }
