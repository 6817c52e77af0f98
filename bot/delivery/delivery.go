// Package delivery brings digests to their channels, each once: it has those
// made that are due, and sends what the ledger holds, part by part.
//
// A part is marked as being sent, sent with a nonce, and recorded as sent.
// Where it was marked before, by a process that died or a call that had no
// answer, it is first looked for in the channel: Discord itself knows a nonce
// for minutes only. What a digest tells and how it looks is the business of
// others, and so is what a channel is: see bot/discord.
package delivery

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"dossierbot/bot/discord"
	"dossierbot/handlers/store"
)

// Options says what to deliver and where. Store, Channels and Make are
// required.
type Options struct {
	Store    *store.Store
	Channels *discord.Channels
	// Make makes the digest of a subscription that is due: it queues it, or moves
	// the subscription on where there is nothing to tell. After an error it is
	// asked again later.
	Make      func(context.Context, store.Subscription) error
	Operators string           // id of the channel that is told what needs somebody's hand; empty: who made the subscription is
	Log       *slog.Logger     // nil: slog.Default
	Now       func() time.Time // nil: time.Now
}

// Delivery brings digests to their channels. Run may be called once.
type Delivery struct {
	o     Options
	due   chan struct{} // gets a word when a subscription may be due
	ready chan struct{} // gets a word when a part may be ready
}

// New makes a Delivery.
func New(o Options) (*Delivery, error) {
	if o.Store == nil || o.Channels == nil || o.Make == nil {
		return nil, errors.New("a delivery needs a store, channels, and somebody who makes the digests")
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Delivery{o: o, due: make(chan struct{}, 1), ready: make(chan struct{}, 1)}, nil
}

// Wake tells that a revision was recorded, or that a subscription was changed
// or resumed. It is safe for concurrent use.
func (d *Delivery) Wake() {
	offer(d.due)
	offer(d.ready)
}

// offer leaves a word; one that was not yet heard will do.
func offer(c chan<- struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// Run makes and sends digests until ctx ends, and then returns nil. It returns
// an error that wraps discord.ErrToken where Discord refuses the token. What
// is being sent when it ends is looked for when it runs again.
func (d *Delivery) Run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		d.keepMaking(ctx)
		return nil
	})
	g.Go(func() error { return d.keepSending(ctx) })
	if err := g.Wait(); err != nil {
		return fmt.Errorf("deliver digests: %w", err)
	}
	return nil
}

// longestSleep is after which time everything is looked at again without
// being asked: a machine that was suspended wakes nobody.
const longestSleep = time.Minute

// keepMaking has digests made when they are due.
func (d *Delivery) keepMaking(ctx context.Context) {
	for failures := 0; ctx.Err() == nil; {
		err := d.makeDue(ctx)
		sleep, errDue := d.untilDue(ctx) // the others are on time, whatever became of one
		if err = errors.Join(err, errDue); err == nil {
			failures = 0
		} else {
			sleep = min(sleep, backoff(failures))
			failures++
			if ctx.Err() == nil {
				d.o.Log.Error("digests not made, trying again", "error", err, "in", sleep)
			}
		}
		wait(ctx, sleep, d.due)
	}
}

// makeDue makes the digests that are due. Where one cannot be made the others
// are all the same.
func (d *Delivery) makeDue(ctx context.Context) error {
	latest, err := d.o.Store.Latest(ctx)
	if errors.Is(err, store.ErrNoRevision) {
		return nil
	}
	if err != nil {
		return err
	}
	all, err := d.o.Store.Subscriptions(ctx, "")
	if err != nil {
		return err
	}
	// What changed since a revision is then found once for all who begin at it.
	slices.SortStableFunc(all, func(a, b store.Subscription) int { return cmp.Compare(a.Cursor, b.Cursor) })
	var problems []error
	for _, s := range all {
		now := d.o.Now()
		next := s.Schedule.Next(now)
		var err error
		switch {
		case s.Paused != "":
			continue
		case s.Due.After(next): // the clock was ahead when that was set
			err = d.o.Store.Advance(ctx, s, s.Cursor, next)
		case isDue(s, latest.Number, now):
			err = d.o.Make(ctx, s)
		default:
			continue
		}
		if err != nil && !errors.Is(err, store.ErrOvertaken) { // whoever edits one leaves a word
			problems = append(problems, fmt.Errorf("subscription %d: %w", s.ID, err))
			continue
		}
		offer(d.ready)
	}
	return errors.Join(problems...)
}

// isDue tells whether a subscription is to be told now: one without a time as
// soon as there is a revision that it has not been told of.
func isDue(s store.Subscription, latest int64, now time.Time) bool {
	if s.Due.IsZero() {
		return s.Cursor < latest
	}
	return !s.Due.After(now)
}

// untilDue is how long it is until a subscription is due, or one should look.
func (d *Delivery) untilDue(ctx context.Context) (time.Duration, error) {
	all, err := d.o.Store.Subscriptions(ctx, "")
	sleep := longestSleep
	if err != nil {
		return sleep, err
	}
	for _, s := range all {
		if left := s.Due.Sub(d.o.Now()); s.Paused == "" && left > 0 {
			sleep = min(sleep, left)
		}
	}
	return sleep, nil
}

// The times between two attempts.
const (
	firstRetry   = time.Second
	longestRetry = 5 * time.Minute
)

// backoff is how long to wait after so many failures before: twice as long
// each time, and not the same for all.
func backoff(failures int) time.Duration {
	d := longestRetry
	if failures < 16 {
		d = min(firstRetry<<failures, longestRetry)
	}
	return d + rand.N(d/4)
}

// wait waits until there is a word, some time has passed, or ctx ends.
func wait(ctx context.Context, d time.Duration, word <-chan struct{}) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-word:
	case <-t.C:
	}
}
