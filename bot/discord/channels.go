package discord

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/bwmarrin/discordgo"
)

// How a call to a channel fails, for good. After any other error but a
// RateLimited what was asked may have been done all the same.
var (
	// ErrGone means that the channel, the server or the user is no longer there.
	ErrGone = errors.New("the channel is gone")
	// ErrForbidden means that the bot may not do that there.
	ErrForbidden = errors.New("the bot may not do that there")
	// ErrNoThread means that the message can have no thread, or that its thread
	// takes no messages.
	ErrNoThread = errors.New("there is no thread that takes messages")
	// ErrRefused means that Discord will not have what was sent; its reason
	// follows.
	ErrRefused = errors.New("refused by Discord")
)

// ChannelsOptions says how to reach Discord. Token is required.
type ChannelsOptions struct {
	Token  string       // of the bot, as the developer portal shows it
	APIURL string       // empty: Discord's own
	Log    *slog.Logger // nil: slog.Default
}

// Channels writes to channels of Discord and reads what the bot wrote there,
// within Discord's limits. It is safe for concurrent use. Every wait ends with
// the context; one that would be long is a RateLimited instead.
//
// It makes its calls itself: discordgo waits for its limits without regard to
// a context, tries again unasked, and knows no nonce.
type Channels struct {
	token  string
	api    *url.URL
	client http.Client
	log    *slog.Logger
	budget *budget

	mu sync.Mutex
	me string // the bot's id as a user; empty until it is known
}

// NewChannels makes Channels. It makes no call.
func NewChannels(o ChannelsOptions) (*Channels, error) {
	token, err := parseToken(o.Token)
	if err != nil {
		return nil, err
	}
	api, err := parseAPI(o.APIURL)
	if err != nil {
		return nil, err
	}
	return &Channels{
		token: token, api: api, client: http.Client{Timeout: restTimeout}, log: cmp.Or(o.Log, slog.Default()), budget: newBudget(),
	}, nil
}

// Post sends a message, the JSON of which holds its components, and gives its
// id. Within some minutes Discord sends a message with the same nonce only
// once and gives that one again; where it has been deleted since, the id is
// empty.
func (c *Channels) Post(ctx context.Context, channel string, body []byte, nonce string) (message string, err error) {
	body, err = markedBody(body, nonce)
	if err != nil {
		return "", err
	}
	var sent struct{ ID string }
	err = c.call(ctx, request{http.MethodPost, "post", channel, "/channels/" + channel + "/messages", nil, body}, &sent)
	if hasCode(err, codeUnknownMessage) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("send a message: %w", err)
	}
	return sent.ID, nil
}

// StartThread starts a thread under a message; its id is that of the message.
// Where there is one already, that will do.
func (c *Channels) StartThread(ctx context.Context, channel, message, name string) error {
	body, err := json.Marshal(map[string]any{"name": cut(cleanLine(name), maxThreadName)})
	if err != nil {
		return fmt.Errorf("start a thread: %w", err)
	}
	err = c.call(ctx, request{http.MethodPost, "thread", channel, "/channels/" + channel + "/messages/" + message + "/threads", nil, body}, nil)
	if err != nil && !hasCode(err, codeHasThread) {
		return fmt.Errorf("start a thread: %w", err)
	}
	return nil
}

// Direct gives the channel of direct messages with a user.
func (c *Channels) Direct(ctx context.Context, user string) (channel string, err error) {
	body, err := json.Marshal(map[string]string{"recipient_id": user})
	if err != nil {
		return "", fmt.Errorf("open direct messages: %w", err)
	}
	var opened struct{ ID string }
	if err := c.call(ctx, request{http.MethodPost, "direct", "", "/users/@me/channels", nil, body}, &opened); err != nil {
		return "", fmt.Errorf("open direct messages: %w", err)
	}
	return opened.ID, nil
}

// self is the id of the bot as a user.
func (c *Channels) self(ctx context.Context) (string, error) {
	c.mu.Lock()
	me := c.me
	c.mu.Unlock()
	if me != "" {
		return me, nil
	}
	var user struct{ ID string }
	if err := c.call(ctx, request{http.MethodGet, "self", "", "/users/@me", nil, nil}, &user); err != nil {
		return "", fmt.Errorf("ask who the bot is: %w", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.me = user.ID
	return c.me, nil
}

// request is a call to be made.
type request struct {
	method  string
	kind    string // calls of one kind to one channel share a limit
	channel string // empty where there is none
	path    string
	query   url.Values
	body    []byte // JSON; nil: none
}

// userAgent is that of all calls of the bot. Discord demands one of this form.
// https://discord.com/developers/docs/reference#user-agent
const userAgent = "DiscordBot (https://github.com/bwmarrin/discordgo, v" + discordgo.VERSION + ")"

// maxAnswer is how much of an answer is read: a hundred messages, each of the
// longest, are less.
const maxAnswer = 16 << 20

// call makes a call and reads the answer into out, where that is not nil.
func (c *Channels) call(ctx context.Context, r request, out any) error {
	limit := r.kind + " " + r.channel
	if err := c.budget.wait(ctx, limit); err != nil {
		return err
	}
	address := c.api.JoinPath(r.path)
	address.RawQuery = r.query.Encode()
	req, err := http.NewRequestWithContext(ctx, r.method, address.String(), bytes.NewReader(r.body))
	if err != nil {
		return withoutAddress(err)
	}
	req.Header.Set("Authorization", "Bot "+c.token)
	req.Header.Set("User-Agent", userAgent)
	if r.body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	resp, err := c.client.Do(req)
	if err != nil {
		return withoutAddress(err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if resp.StatusCode == http.StatusTooManyRequests {
		limited := c.budget.exceeded(limit, resp.Header, answer)
		c.log.Warn("Discord asks for fewer calls", "kind", r.kind, "after", limited.After)
		return limited
	}
	c.budget.told(limit, resp.Header)
	switch {
	case err != nil:
		return err
	case resp.StatusCode >= 300:
		return failed(resp.StatusCode, answer)
	case out == nil:
		return nil
	}
	return json.Unmarshal(answer, out)
}

// Discord's numbers of errors.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
const (
	codeUnknownMessage = 10008
	codeHasThread      = 160004
)

var meanings = map[int]error{
	10003:              ErrGone, // unknown channel
	10004:              ErrGone, // unknown server
	10013:              ErrGone, // unknown user
	50001:              ErrForbidden,
	50007:              ErrForbidden, // the user takes no messages from the bot
	50013:              ErrForbidden,
	50278:              ErrForbidden, // no server in common with the user
	codeUnknownMessage: ErrNoThread,
	50024:              ErrNoThread, // no threads in channels of that type
	50083:              ErrNoThread, // archived
	160005:             ErrNoThread, // locked
	160006:             ErrNoThread, // too many threads in the server
	160007:             ErrNoThread, // too many threads in announcement channels
}

// coded is an error of which Discord said the number.
type coded struct {
	code    int
	meaning error
	reason  string
}

func (e *coded) Error() string { return fmt.Sprintf("%v: %s (%d)", e.meaning, e.reason, e.code) }

func (e *coded) Unwrap() error { return e.meaning }

func hasCode(err error, code int) bool {
	var e *coded
	return errors.As(err, &e) && e.code == code
}

// failed is the error of an answer. Only one in Discord's own words tells that
// nothing was done: what stands between may answer as it likes.
func failed(status int, answer []byte) error {
	if status == http.StatusUnauthorized {
		return refusedToken()
	}
	var said struct {
		Code    int
		Message string
		Errors  any
	}
	if status >= 500 || json.Unmarshal(answer, &said) != nil || said.Code == 0 {
		return fmt.Errorf("the answer was %d %s", status, http.StatusText(status))
	}
	meaning, known := meanings[said.Code]
	if !known {
		meaning = ErrRefused
	}
	reason := strings.Join(append([]string{said.Message}, reasons(said.Errors)...), "; ")
	return &coded{said.Code, meaning, cut(cleanLine(reason), maxReason)}
}

// reasons are those that Discord gives for single fields.
func reasons(errs any) []string {
	var out []string
	switch errs := errs.(type) {
	case map[string]any:
		if m, ok := errs["message"].(string); ok {
			return []string{m}
		}
		for _, field := range slices.Sorted(maps.Keys(errs)) {
			out = append(out, reasons(errs[field])...)
		}
	case []any:
		for _, below := range errs {
			out = append(out, reasons(below)...)
		}
	}
	return out
}
