package standin

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Interaction is what a person does in Discord.
type Interaction struct {
	Type    int // 2 command, 3 button or menu, 4 completion, 5 form
	Name    string
	Options []Option
	// Of a button, menu or form.
	CustomID string
	Values   []string
	Flags    int // of the message that it stands on
	// Direct is true in a direct message, where there is no member.
	Direct  bool
	User    string // who does it; empty: UserID
	Channel string // where; empty: ChannelID
	// Raw replaces the data of the interaction.
	Raw any
}

// In is a channel as the value of an option.
type In string

// Option is an option of a command: a string, bool, int or channel (In), or a
// subcommand with options of its own (Sub).
type Option struct {
	Name    string
	Value   any
	Focused bool // is being typed
}

// Slash is a slash command.
func Slash(name string, options ...Option) Interaction {
	return Interaction{Type: 2, Name: name, Options: options}
}

// Sub is a subcommand: Slash("digest", Sub("subscribe", ...)).
func Sub(name string, options ...Option) Option { return Option{Name: name, Value: options} }

// By is the interaction as somebody else makes it.
func (i Interaction) By(user string) Interaction {
	i.User = user
	return i
}

// Typing is a slash command of which an option is being typed.
func Typing(name, option, typed string) Interaction {
	return Interaction{Type: 4, Name: name, Options: []Option{{option, typed, true}}}
}

// Press presses the button with the label on a message; it ends the test
// where there is none.
func (s *Server) Press(on Reply, label string) Interaction {
	s.t.Helper()
	for _, b := range on.Buttons {
		if b.Label == label {
			return Interaction{Type: 3, CustomID: b.CustomID, Flags: on.Flags}
		}
	}
	s.t.Fatalf("no button %q on:\n%s", label, on.Text)
	return Interaction{}
}

// Choose chooses from the menu on a message; it ends the test where there is
// no such value.
func (s *Server) Choose(on Reply, value string) Interaction {
	s.t.Helper()
	for _, o := range on.Menu.Options {
		if o.Value == value {
			return Interaction{Type: 3, CustomID: on.Menu.CustomID, Values: []string{value}, Flags: on.Flags}
		}
	}
	s.t.Fatalf("no entry %q in the menu %+v", value, on.Menu)
	return Interaction{}
}

// Reply is the answer to an interaction.
type Reply struct {
	Type    int
	Flags   int
	Text    string // all texts of the message, one a line
	Buttons []Button
	Menu    Menu
	Choices []Choice
	Form    Form
	Files   map[string][]byte // by name
	Alts    map[string]string // what the pictures among them show, in words
	Took    time.Duration
	Body    json.RawMessage
}

// Private tells whether only the one who asked sees it.
func (r Reply) Private() bool { return r.Flags&(1<<6) != 0 }

// Labels are those of the buttons, in order.
func (r Reply) Labels() []string {
	labels := []string{}
	for _, b := range r.Buttons {
		labels = append(labels, b.Label)
	}
	return labels
}

// Button is a button of a message.
type Button struct{ Label, CustomID string }

// Menu is the menu of a message.
type Menu struct {
	CustomID string
	Options  []MenuOption
}

// MenuOption is an entry of a menu.
type MenuOption struct{ Label, Value, Description string }

// Choice is a completion.
type Choice struct{ Name, Value string }

// pending is an interaction that waits for its answer.
type pending struct {
	kind  int // of the interaction
	token string
	sent  time.Time
	once  sync.Once
	reply chan Reply
}

func (p *pending) answer(r Reply) (first bool) {
	p.once.Do(func() {
		first = true
		p.reply <- r
	})
	return first
}

// ErrNoAnswer says that an interaction had no answer in time.
var ErrNoAnswer = errors.New("the application did not respond")

// Send sends an interaction and waits for the answer; none in time ends the
// test.
func (s *Server) Send(i Interaction) Reply {
	s.t.Helper()
	r, err := s.TrySend(i)
	if err != nil {
		s.t.Fatalf("%+v: %v", i, err)
	}
	return r
}

// TrySend is Send with ErrNoAnswer. It may be called side by side.
func (s *Server) TrySend(i Interaction) (Reply, error) {
	var c *conn
	s.Wait("a client to be connected", func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		for c = range s.conns {
			return true
		}
		return false
	})
	id := s.newID()
	p := &pending{kind: i.Type, token: "token-" + id, sent: time.Now(), reply: make(chan Reply, 1)}
	s.note(func() { s.waiting[id] = p })
	if err := c.send(0, "INTERACTION_CREATE", s.event(i, id, p.token)); err != nil {
		return Reply{}, fmt.Errorf("send the interaction: %w", err)
	}
	limit := time.NewTimer(s.o.Deadline)
	defer limit.Stop()
	select {
	case r := <-p.reply:
		r.Form.Flags = i.Flags
		return r, nil
	case <-limit.C:
		return Reply{}, ErrNoAnswer
	}
}

// event is the interaction as Discord sends it.
func (s *Server) event(i Interaction, id, token string) map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	by, in := cmp.Or(i.User, UserID), cmp.Or(i.Channel, ChannelID)
	may := func(who string) string { return strconv.FormatInt(s.world.permissions(who, s.world.channels[in]), 10) }
	user := map[string]any{"id": by, "username": "reader", "discriminator": "0"}
	m := map[string]any{
		"id": id, "application_id": AppID, "type": i.Type, "token": token, "version": 1,
		"channel_id": in, "locale": "en-GB", "app_permissions": may(AppID), "entitlements": []any{},
		"authorizing_integration_owners": map[string]string{"0": GuildID}, "context": 0,
	}
	if i.Direct {
		m["user"], m["context"] = user, 1
	} else {
		m["guild_id"], m["guild_locale"] = GuildID, "en-US"
		m["member"] = map[string]any{"user": user, "roles": append([]string{}, s.world.members[by]...), "permissions": may(by), "joined_at": "2026-01-01T00:00:00Z"}
	}
	if i.Type == 3 || i.Type == 5 {
		m["message"] = map[string]any{"id": id, "channel_id": in, "flags": i.Flags, "content": "", "type": 0, "author": botUser()}
	}
	switch {
	case i.Raw != nil:
		m["data"] = i.Raw
	case i.Type == 3:
		kind := 2
		data := map[string]any{"custom_id": i.CustomID}
		if i.Values != nil {
			kind, data["values"] = 3, i.Values
		}
		data["component_type"] = kind
		m["data"] = data
	default:
		data := map[string]any{"id": "300000000000000001", "name": i.Name, "type": 1, "options": sent(i.Options)}
		if channels := s.world.resolve(by, i.Options); len(channels) > 0 {
			data["resolved"] = map[string]any{"channels": channels}
		}
		m["data"] = data
	}
	return m
}

// sent are options as Discord sends them.
func sent(options []Option) []map[string]any {
	list := []map[string]any{}
	for _, o := range options {
		m := map[string]any{"name": o.Name, "type": 3, "value": o.Value}
		switch v := o.Value.(type) {
		case bool:
			m["type"] = 5
		case int:
			m["type"] = 4
		case In:
			m["type"] = 7
		case []Option:
			m = map[string]any{"name": o.Name, "type": 1, "options": sent(v)}
		}
		if o.Focused {
			m["focused"] = true
		}
		list = append(list, m)
	}
	return list
}

// resolve describes the channels that options name, with the permissions that
// whoever chose them has there.
// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure
func (w world) resolve(user string, options []Option) map[string]any {
	channels := map[string]any{}
	for _, o := range options {
		switch v := o.Value.(type) {
		case In:
			c := w.channels[string(v)]
			channels[string(v)] = map[string]any{
				"id": string(v), "name": c.Name, "type": c.Type, "permissions": strconv.FormatInt(w.permissions(user, c), 10),
			}
		case []Option:
			maps.Copy(channels, w.resolve(user, v))
		}
	}
	return channels
}

// readReply reads the body of an answer.
func readReply(body json.RawMessage, files []upload) (Reply, error) {
	var b struct {
		Type int `json:"type"`
		Data struct {
			Flags      int      `json:"flags"`
			Content    string   `json:"content"`
			Components []any    `json:"components"`
			Choices    []Choice `json:"choices"`
		} `json:"data"`
	}
	if err := json.Unmarshal(body, &b); err != nil {
		return Reply{}, err
	}
	r := Reply{Type: b.Type, Flags: b.Data.Flags, Choices: b.Data.Choices, Files: map[string][]byte{}, Alts: map[string]string{}, Body: body}
	if b.Type == 9 {
		var form struct{ Data map[string]any }
		if err := json.Unmarshal(body, &form); err != nil {
			return Reply{}, err
		}
		r.Form = readForm(form.Data)
		return r, nil
	}
	for _, f := range files {
		r.Files[f.name] = f.content
	}
	for _, shown := range references(b.Data.Components) {
		if name, isFile := strings.CutPrefix(shown.url, fileReference); isFile && shown.alt != "" {
			r.Alts[name] = shown.alt
		}
	}
	walk(b.Data.Components, func(c map[string]any) {
		switch number(c["type"]) {
		case typeButton:
			r.Buttons = append(r.Buttons, Button{text(c["label"]), text(c["custom_id"])})
		case typeMenu:
			r.Menu.CustomID = text(c["custom_id"])
			for _, o := range list(c["options"]) {
				o, _ := o.(map[string]any)
				r.Menu.Options = append(r.Menu.Options, MenuOption{text(o["label"]), text(o["value"]), text(o["description"])})
			}
		}
	})
	r.Text = strings.Join(texts(b.Data.Content, b.Data.Components), "\n")
	return r, nil
}
