package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"
)

// mark is the id that the first component of a message with a nonce gets, by
// which the message is known later: Discord does not give a nonce back.
// The ids that Discord gives itself are small; 32 bits are the most.
// https://discord.com/developers/docs/components/reference#anatomy-of-a-component
func mark(nonce string) int {
	h := fnv.New64a()
	h.Write([]byte(nonce))
	return 1<<29 | int(h.Sum64()>>35)
}

// markedBody is a message with its nonce and mark, as Discord is to have it.
func markedBody(body []byte, nonce string) ([]byte, error) {
	var m map[string]any
	if err := json.Unmarshal(body, &m); err != nil {
		return nil, fmt.Errorf("%w: read the message: %w", ErrRefused, err)
	}
	components, _ := m["components"].([]any)
	if len(components) == 0 {
		return nil, fmt.Errorf("%w: a message without components", ErrRefused)
	}
	first, ok := components[0].(map[string]any)
	if !ok {
		return nil, fmt.Errorf("%w: a component that is none", ErrRefused)
	}
	first["id"] = mark(nonce)
	m["flags"] = discordgo.MessageFlagsIsComponentsV2
	m["allowed_mentions"] = mentions{Parse: []string{}}
	m["nonce"], m["enforce_nonce"] = nonce, true
	return json.Marshal(m)
}

// skew is by how much the clock here may be ahead of Discord's.
const skew = 5 * time.Minute

// pageOfMessages is how many messages Discord gives at most.
// https://discord.com/developers/docs/resources/message#get-channel-messages
const pageOfMessages = 100

// Find looks for the message that was sent to a channel with the nonce: through
// all since a time, which may be by a clock that is some minutes off, and
// through the last hundred whenever they are from, as a clock may be far off.
func (c *Channels) Find(ctx context.Context, channel string, since time.Time, nonce string) (message string, found bool, err error) {
	me, err := c.self(ctx)
	if err != nil {
		return "", false, err
	}
	wanted, first := mark(nonce), snowflake(since.Add(-skew))
	query := url.Values{"limit": {strconv.Itoa(pageOfMessages)}}
	for oldest := uint64(math.MaxUint64); ; query.Set("before", strconv.FormatUint(oldest, 10)) {
		var page []struct {
			ID         uint64 `json:"id,string"`
			Nonce      any
			Author     struct{ ID string }
			Components []struct{ ID int }
		}
		if err := c.call(ctx, request{http.MethodGet, "messages", channel, "/channels/" + channel + "/messages", query, nil}, &page); err != nil {
			return "", false, fmt.Errorf("look for a message: %w", err)
		}
		if len(page) == 0 && oldest == math.MaxUint64 {
			return "", false, c.mayRead(ctx, channel)
		}
		for _, m := range page {
			oldest = min(oldest, m.ID)
			marked := len(m.Components) > 0 && m.Components[0].ID == wanted
			if m.Author.ID == me && (marked || m.Nonce == nonce) {
				return strconv.FormatUint(m.ID, 10), true, nil
			}
		}
		if len(page) < pageOfMessages || oldest < first {
			return "", false, nil
		}
	}
}

// mayRead makes sure that a channel without messages is not one whose history
// Discord hides, which it does without a word.
func (c *Channels) mayRead(ctx context.Context, channel string) error {
	missing, err := c.Missing(ctx, channel, discordgo.PermissionReadMessageHistory)
	if err != nil {
		return err
	}
	if len(missing) > 0 {
		return fmt.Errorf("look for a message: %w", ErrForbidden)
	}
	return nil
}

// discordEpoch is from when on ids tell the time.
// https://discord.com/developers/docs/reference#snowflakes
const discordEpoch = 1420070400000 // milliseconds

// snowflake is the least id of a time.
func snowflake(t time.Time) uint64 {
	return uint64(max(t.UnixMilli()-discordEpoch, 0)) << 22
}
