// Package discord is the face of dossierbot on Discord: it registers the slash
// commands, dispatches interactions to package handlers, and renders their
// replies as messages within Discord's limits.
//
// It is the only importer of discordgo. What is answered, and whether it is
// true, is the business of the handlers; digests are sent by bot/delivery.
package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"

	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

// ErrToken says that there is no token, or that Discord refuses it.
var ErrToken = errors.New("no valid Discord token")

// Options says how to connect. Token and Live are required.
type Options struct {
	Token  string         // of the bot, as the developer portal shows it
	APIURL string         // where REST calls and the look-up of the gateway go; empty: Discord's own
	Guild  string         // id of the one server to register the commands in; empty: everywhere
	Live   *handlers.Live // what answers

	Store    *store.Store           // what digests are sent by; nil: there are none
	Channels *Channels              // tells what the bot may do in a channel; nil: its own
	Zone     string                 // IANA name of the time zone of schedules that name none; empty: UTC
	Wake     func()                 // called when a subscription was added, changed or resumed; nil: nobody needs to know
	Upkeep   func() handlers.Upkeep // what /status shows of it; nil: nothing
	Version  string                 // of the program

	Log *slog.Logger // nil: slog.Default
}

// Bot is a connection to Discord. Run may be called once.
type Bot struct {
	token     string
	api       *url.URL
	guild     string
	live      *handlers.Live
	store     *store.Store // nil: there are no digests
	channels  *Channels
	zone      string
	wake      func()
	upkeep    func() handlers.Upkeep
	version   string
	log       *slog.Logger
	recall    *recall
	limits    limits
	connected atomic.Bool
	answering sync.WaitGroup
	closing   sync.RWMutex // held to write once no more interactions are taken
	closed    bool
}

// New makes a bot. Its error is one sentence that says what is missing or
// wrong.
func New(o Options) (*Bot, error) {
	token, err := parseToken(o.Token)
	if err != nil {
		return nil, err
	}
	if o.Live == nil {
		return nil, errors.New("the bot needs a dossier to answer from")
	}
	api, err := parseAPI(o.APIURL)
	if err != nil {
		return nil, err
	}
	if strings.Trim(o.Guild, "0123456789") != "" {
		return nil, fmt.Errorf("discord.guild is %q: want the number of a server (in Discord: Copy Server ID)", o.Guild)
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Channels == nil {
		if o.Channels, err = NewChannels(ChannelsOptions{Token: token, APIURL: o.APIURL, Log: o.Log}); err != nil {
			return nil, err
		}
	}
	if _, err := store.ParseSchedule("daily 8:00", o.Zone); err != nil {
		return nil, fmt.Errorf("%q is no time zone: want a name such as Europe/Vilnius", o.Zone)
	}
	if o.Wake == nil {
		o.Wake = func() {}
	}
	if o.Upkeep == nil {
		o.Upkeep = func() handlers.Upkeep { return handlers.Upkeep{} }
	}
	return &Bot{
		token: token, api: api, guild: o.Guild, live: o.Live, log: o.Log,
		store: o.Store, channels: o.Channels, zone: o.Zone, wake: o.Wake, upkeep: o.Upkeep, version: o.Version,
		recall: newRecall(maxRecalled), limits: defaultLimits(),
	}, nil
}

// parseToken reads a token as people copy it.
func parseToken(s string) (string, error) {
	token := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s)+" ", "Bot "))
	if token == "" {
		return "", fmt.Errorf("%w: set discord.token (or DOSSIERBOT_DISCORD_TOKEN) to the token of the application's Bot page", ErrToken)
	}
	if strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r >= 0x7F }) {
		return "", fmt.Errorf("%w: the token holds a sign that no token has; copy it again", ErrToken)
	}
	return token, nil
}

// Connected tells whether the gateway is connected. It is safe for concurrent
// use.
func (b *Bot) Connected() bool { return b.connected.Load() }

// Run connects, registers the commands and answers until ctx ends, and then
// returns nil within some seconds. It reconnects by itself for as long as
// that can help; where it cannot (a token that is refused), it returns an
// error that says so in one sentence, wrapping ErrToken where it is the token.
func (b *Bot) Run(ctx context.Context) error {
	running, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	err := b.stayConnected(running, cancel)
	if err == nil && ctx.Err() == nil {
		err = context.Cause(running)
	}
	b.connected.Store(false)
	b.finish()
	return err
}

// begin takes note of an interaction that is being answered; it is false once
// the bot is closing.
func (b *Bot) begin() bool {
	b.closing.RLock()
	defer b.closing.RUnlock()
	if b.closed {
		return false
	}
	b.answering.Add(1)
	return true
}

// finish waits, for as long as an answer may take, for those under way.
func (b *Bot) finish() {
	b.closing.Lock()
	b.closed = true
	b.closing.Unlock()
	inTime(b.limits.send, b.answering.Wait)
}
