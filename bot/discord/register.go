package discord

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// register tells Discord the commands, all at once, so that those of an older
// version go. It tries again for as long as that can help, and else ends the
// bot. Meanwhile the bot answers the commands that Discord has.
func (b *Bot) register(ctx context.Context, s *session, ready <-chan string, cancel context.CancelCauseFunc) {
	var app string
	select {
	case app = <-ready:
	case <-ctx.Done():
		return
	}
	for wait := b.limits.retry; ; wait = min(2*wait, b.limits.maxRetry) {
		_, err := s.ApplicationCommandBulkOverwrite(app, b.guild, commands(), discordgo.WithContext(ctx))
		if err == nil {
			b.log.Info("commands registered", "guild", b.guild)
			return
		}
		if ctx.Err() != nil {
			return
		}
		if refused := b.unregistered(err); refused != nil {
			cancel(refused)
			return
		}
		pauseFor := wait
		var limited *discordgo.RateLimitError
		if errors.As(err, &limited) {
			pauseFor = max(wait, min(limited.RetryAfter, time.Hour))
		}
		b.log.Warn("commands not registered, trying again", "error", withoutAddress(err), "in", pauseFor)
		if !pause(ctx, pauseFor) {
			return
		}
	}
}

// unregistered is the sentence for a refusal that no new attempt mends; nil
// for any other error.
func (b *Bot) unregistered(err error) error {
	if refused := refusal(err); refused != nil {
		return refused
	}
	var rest *discordgo.RESTError
	if !errors.As(err, &rest) || rest.Response == nil {
		return nil
	}
	switch code := rest.Response.StatusCode; {
	case (code == http.StatusForbidden || code == http.StatusNotFound) && b.guild != "":
		return fmt.Errorf("the bot may not register commands in server %s: correct discord.guild, or invite the bot there with the scope applications.commands", b.guild)
	case code >= 400 && code < 500 && code != http.StatusTooManyRequests:
		return fmt.Errorf("register the commands: %w", err)
	}
	return nil
}

// refusal is the sentence for an error that says that Discord will not have
// this bot; nil for any other.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
func refusal(err error) error {
	var rest *discordgo.RESTError
	if errors.As(err, &rest) && rest.Response != nil && rest.Response.StatusCode == http.StatusUnauthorized {
		return refusedToken()
	}
	var closed *websocket.CloseError
	if !errors.As(err, &closed) {
		return nil
	}
	switch closed.Code {
	case 4004:
		return refusedToken()
	case 4010, 4011:
		return errors.New("the bot is in more servers than one connection may serve: Discord demands shards, which it does not have")
	case 4012:
		return errors.New("update the program: Discord no longer serves this version of its gateway")
	case 4013, 4014:
		return errors.New("update the program: Discord refuses the events that the bot asks for")
	}
	return nil
}

func refusedToken() error {
	return fmt.Errorf("%w: Discord refuses the token; take a new one from the application's Bot page and set discord.token", ErrToken)
}
