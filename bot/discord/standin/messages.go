package standin

import (
	"cmp"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Message is a message in a channel.
type Message struct {
	ID, Channel string
	Author      string // the id of a user
	Text        string // all its texts, one a line
	Nonce       string // that it was sent with; who reads it later does not get it
	Flags       int
	Components  []any // with ids, as Discord gives those that have none
	At          time.Time
}

// nonceKept is how long Discord knows a nonce. It documents "a few minutes".
// https://discord.com/developers/docs/resources/message#create-message
const nonceKept = 2 * time.Minute

// sentNonce is a message that was sent with a nonce.
type sentNonce struct {
	message Message
	at      time.Time
}

// ForgetNonces makes Discord forget the nonces so far, as minutes would.
func (s *Server) ForgetNonces() { s.note(func() { clear(s.nonces) }) }

// Messages are those in a channel, thread or direct channel, in order.
func (s *Server) Messages(channel string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.messages[channel])
}

// Say writes a message as a person does, and gives its id.
func (s *Server) Say(channel, user, words string) (id string) {
	s.note(func() { id = s.keep(Message{Channel: channel, Author: user, Text: words}).ID })
	return id
}

// Delete deletes a message. A thread under it stays.
func (s *Server) Delete(channel, message string) {
	s.note(func() {
		s.messages[channel] = slices.DeleteFunc(s.messages[channel], func(m Message) bool { return m.ID == message })
	})
}

// discordEpoch is from when on ids tell the time, in milliseconds.
// https://discord.com/developers/docs/reference#snowflakes
const discordEpoch = 1420070400000

// keep gives a message its time and id. It is called under the lock.
func (s *Server) keep(m Message) Message {
	m.At = time.Now().Add(s.o.Skew)
	s.lastMessage = max(s.lastMessage+1, (m.At.UnixMilli()-discordEpoch)<<22)
	m.ID = strconv.FormatInt(s.lastMessage, 10)
	s.messages[m.Channel] = append(s.messages[m.Channel], m)
	return m
}

func (s *Server) postMessage(c call) (status int, out any) {
	var body struct {
		Nonce      any   `json:"nonce"`
		Enforce    bool  `json:"enforce_nonce"`
		Flags      int   `json:"flags"`
		Components []any `json:"components"`
		Content    string
	}
	decode(c.body, &body)
	m := Message{Author: AppID, Nonce: text(body.Nonce), Flags: body.Flags, Components: body.Components, Text: strings.Join(texts(body.Content, body.Components), "\n")}
	giveIDs(m.Components)
	s.note(func() {
		in, f := s.reach(c.PathValue("channel"), 0)
		needed := SendMessages
		if in.Type == PublicThread {
			needed = SendMessagesInThreads
		}
		m.Channel = in.ID
		key := in.ID + " " + m.Nonce
		before, again := s.nonces[key]
		again = again && body.Enforce && m.Nonce != "" && time.Since(before.at) < nonceKept
		switch {
		case f != nil:
		case in.Type != DirectChannel && s.world.permissions(AppID, in)&needed == 0:
			f = &missingPermission
		case in.Type == Category || in.Type == ForumChannel:
			f = &notText
		case in.Locked:
			f = &threadLocked
		case again && !slices.ContainsFunc(s.messages[in.ID], func(m Message) bool { return m.ID == before.message.ID }):
			// What was deleted is not sent anew.
			// https://github.com/discord/discord-api-docs/pull/6647
			f = &unknownMessage
		}
		switch {
		case f != nil:
			status, out = f.status, f
			return
		case again:
			m = before.message
		default:
			m = s.keep(m)
			if m.Nonce != "" {
				s.nonces[key] = sentNonce{m, time.Now()}
			}
		}
		answer := m.json()
		answer["nonce"] = m.Nonce
		status, out = http.StatusOK, answer
	})
	return status, out
}

// listMessages gives messages, the newest first. Where those after an id are
// asked for, it gives those that follow it closest.
// https://discord.com/developers/docs/resources/message#get-channel-messages
func (s *Server) listMessages(c call) (int, any) {
	q := c.URL.Query()
	limit := 50
	if v := q.Get("limit"); v != "" {
		limit, _ = strconv.Atoi(v)
	}
	if limit < 1 || limit > 100 {
		return http.StatusBadRequest, failure{Code: 50035, Message: "Invalid Form Body: limit"}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	in, f := s.reach(c.PathValue("channel"), 0)
	if f != nil {
		return f.status, f
	}
	if in.Type != DirectChannel && s.world.permissions(AppID, in)&ReadMessageHistory == 0 {
		return http.StatusOK, []any{} // Discord does not say that it hides them
	}
	list := s.messages[in.ID] // oldest first
	from := func(id string) int {
		n, found := slices.BinarySearchFunc(list, id, func(m Message, id string) int { return compareIDs(m.ID, id) })
		if found {
			n++
		}
		return n
	}
	switch {
	case q.Has("around"):
		middle := from(q.Get("around"))
		list = list[max(0, middle-limit/2):min(len(list), middle+limit-limit/2)]
	case q.Has("before"):
		end, _ := slices.BinarySearchFunc(list, q.Get("before"), func(m Message, id string) int { return compareIDs(m.ID, id) })
		list = list[max(0, end-limit):end]
	case q.Has("after"):
		start := from(q.Get("after"))
		list = list[start:min(len(list), start+limit)]
	default:
		list = list[max(0, len(list)-limit):]
	}
	out := []any{}
	for _, m := range slices.Backward(list) {
		out = append(out, m.json())
	}
	return http.StatusOK, out
}

func (m Message) json() map[string]any {
	content := m.Text
	if m.Flags&flagV2 != 0 {
		content = ""
	}
	return map[string]any{
		"id": m.ID, "channel_id": m.Channel, "type": 0, "content": content, "flags": m.Flags, "timestamp": m.At.UTC().Format(time.RFC3339Nano),
		"author": map[string]any{"id": m.Author, "username": "writer", "discriminator": "0", "bot": m.Author == AppID}, "components": append([]any{}, m.Components...),
		"mentions": []any{}, "mention_roles": []any{}, "attachments": []any{}, "embeds": []any{}, "edited_timestamp": nil,
		"pinned": false, "mention_everyone": false, "tts": false,
	}
}

// giveIDs numbers the components that have no id.
// https://discord.com/developers/docs/components/reference#anatomy-of-a-component
func giveIDs(components []any) {
	used := map[int]bool{}
	walk(components, func(c map[string]any) { used[number(c["id"])] = true })
	last := 0
	walk(components, func(c map[string]any) {
		if number(c["id"]) != 0 {
			return
		}
		for last++; used[last]; last++ {
		}
		c["id"] = float64(last)
	})
}

// texts are those of a message, in order.
func texts(content string, components []any) []string {
	var out []string
	if content != "" {
		out = append(out, content)
	}
	walk(components, func(c map[string]any) {
		if number(c["type"]) == typeText {
			out = append(out, text(c["content"]))
		}
	})
	return out
}

// compareIDs compares ids as the numbers that they are.
func compareIDs(a, b string) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}

// decode reads a body that is JSON for sure; what does not fit stays zero, as
// the rules have found it.
func decode(body json.RawMessage, v any) { _ = json.Unmarshal(body, v) }
