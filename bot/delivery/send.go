package delivery

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"dossierbot/bot/discord"
	"dossierbot/handlers/store"
)

// send sends a part and records what became of it. An error is one of the
// database, or discord.ErrToken.
func (d *Delivery) send(ctx context.Context, p store.Delivery) error {
	err := d.o.Store.MarkSending(ctx, p.ID)
	if errors.Is(err, store.ErrNoDelivery) {
		return nil // paused or removed meanwhile
	}
	if err != nil {
		return err
	}
	message, err := d.dispatch(ctx, p)
	var limited *discord.RateLimited
	switch {
	case err == nil:
		err := d.o.Store.MarkSent(context.WithoutCancel(ctx), p.ID, message)
		if err == nil && p.Subscription != 0 && p.Part == 1 {
			d.o.Log.Info("digest sent", "subscription", p.Subscription, "channel", p.Channel, "from", p.From, "to", p.To)
		}
		return err
	case ctx.Err() != nil:
		return nil
	case errors.Is(err, discord.ErrToken):
		return err
	case errors.As(err, &limited):
		return d.postpone(ctx, p, limited.After, err)
	case errors.Is(err, discord.ErrGone), errors.Is(err, discord.ErrForbidden), errors.Is(err, discord.ErrNoThread), errors.Is(err, discord.ErrRefused):
		return d.giveUp(ctx, p, err)
	}
	sleep := backoff(p.Attempts)
	d.o.Log.Warn("part of a digest not sent for sure, trying again", "error", err, "subscription", p.Subscription, "part", p.Part, "in", sleep)
	return d.postpone(ctx, p, sleep, err)
}

func (d *Delivery) postpone(ctx context.Context, p store.Delivery, sleep time.Duration, why error) error {
	err := d.o.Store.Postpone(ctx, p.ID, d.o.Now().Add(sleep), why.Error())
	if errors.Is(err, store.ErrNoDelivery) {
		return nil
	}
	return err
}

// dispatch sends a part to where it belongs, and gives its message id.
//
// A thread may be one that cannot be: the message was deleted, the thread was
// locked or deleted, or the server has too many. What belongs into it is then
// sent to the channel: there it is read, no second thread can be started under
// a message, and to pause the subscription would keep the next digests back
// for the sake of this one.
func (d *Delivery) dispatch(ctx context.Context, p store.Delivery) (message string, err error) {
	switch {
	case p.Kind == store.Thread && p.Under == "":
		return "", nil
	case p.Kind == store.Thread:
		err := d.o.Channels.StartThread(ctx, p.Channel, p.Under, string(p.Body))
		if errors.Is(err, discord.ErrNoThread) {
			d.o.Log.Warn("no thread for a digest, it goes on in the channel", "error", err, "subscription", p.Subscription)
			err = nil
		}
		return p.Under, err
	case p.Kind == store.Reply && p.Under != "":
		message, err := d.post(ctx, p.Under, p)
		if !errors.Is(err, discord.ErrGone) && !errors.Is(err, discord.ErrNoThread) {
			return message, err
		}
	}
	channel := p.Channel
	if p.User != "" {
		if channel, err = d.o.Channels.Direct(ctx, p.User); err != nil {
			return "", err
		}
	}
	return d.post(ctx, channel, p)
}

// post sends a message, unless it is there already.
func (d *Delivery) post(ctx context.Context, channel string, p store.Delivery) (message string, err error) {
	if p.State == store.Sending {
		message, found, err := d.o.Channels.Find(ctx, channel, p.MarkedAt, p.Nonce)
		if err != nil || found {
			return message, err
		}
	}
	return d.o.Channels.Post(ctx, channel, p.Body, p.Nonce)
}

// giveUp pauses the subscription of a part that cannot be sent as things are,
// and has somebody told who can mend it. A notice that cannot be sent is told
// to the log alone.
func (d *Delivery) giveUp(ctx context.Context, p store.Delivery, why error) error {
	if p.Subscription == 0 {
		d.o.Log.Error("notice not sent", "error", why, "channel", p.Channel, "user", p.User)
		return d.o.Store.MarkSent(ctx, p.ID, "")
	}
	s, err := d.o.Store.Subscription(ctx, p.Subscription)
	if errors.Is(err, store.ErrNoSubscription) {
		return nil
	}
	if err != nil {
		return err
	}
	reason := d.reason(ctx, p, why)
	notice, err := d.notice(s, p, reason)
	if err != nil {
		return err
	}
	err = d.o.Store.GiveUp(ctx, p.ID, reason, notice)
	if errors.Is(err, store.ErrNoDelivery) {
		return nil // removed meanwhile, or told in another channel
	}
	if err == nil {
		d.o.Log.Warn("digest paused", "subscription", s.ID, "channel", p.Channel, "error", why)
	}
	return err
}

// notice is the one that a subscription is paused; nil where there is nobody to
// tell but the log. Its key counts the attempts: whoever resumes it without
// having mended it is told again.
func (d *Delivery) notice(s store.Subscription, p store.Delivery, reason string) (*store.Notice, error) {
	n := store.Notice{Key: fmt.Sprintf("paused/%d/%d/%d", s.ID, p.ID, p.Attempts), Channel: d.o.Operators}
	if n.Channel == "" {
		n.User = s.Creator
	}
	if n.Channel == "" && n.User == "" {
		return nil, nil
	}
	var err error
	n.Body, err = discord.PausedNotice(s, reason)
	return &n, err
}

// reason says in plain words why a part cannot be sent.
func (d *Delivery) reason(ctx context.Context, p store.Delivery, why error) string {
	switch {
	case errors.Is(why, discord.ErrGone):
		return "the channel is gone"
	case errors.Is(why, discord.ErrNoThread):
		return "the channel takes no messages"
	case errors.Is(why, discord.ErrForbidden):
		missing, err := d.o.Channels.Missing(ctx, p.Channel, discord.PermissionsForDigests)
		if err != nil || len(missing) == 0 {
			return "the bot may not write there"
		}
		return "the bot lacks permissions there: " + strings.Join(missing, ", ")
	}
	return "Discord does not take the message: " + discord.Reason(why)
}
