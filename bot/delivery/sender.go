package delivery

import (
	"context"
	"errors"
	"slices"
	"time"

	"dossierbot/bot/discord"
	"dossierbot/handlers/store"
)

// sideBySide is in how many channels parts are sent at a time. Those that wait
// for a slow channel must leave enough for the rate that Discord allows.
const sideBySide = 100

// busySleep is after which time it is looked for more while something is being
// sent: what was postponed may be ready.
const busySleep = time.Second

// sender sends what is ready: in different channels side by side, in one
// channel one after the other.
type sender struct {
	*Delivery
	queue    []store.Delivery // ready, and not yet begun
	stale    bool             // more may be ready than the queue holds
	busy     map[string]bool  // places where something is being sent
	done     chan outcome
	failures int       // of the database, one after the other
	held     time.Time // nothing is begun before
}

// outcome is what became of a part. An error is one of the database, or one
// that ends it all.
type outcome struct {
	place string
	err   error
}

// keepSending sends what is ready until ctx ends, or Discord refuses the token.
func (d *Delivery) keepSending(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := &sender{Delivery: d, stale: true, busy: map[string]bool{}, done: make(chan outcome)}
	var refused error
	for ctx.Err() == nil || len(s.busy) > 0 {
		sleep := longestSleep
		if ctx.Err() == nil {
			sleep = s.begin(ctx)
		}
		t := time.NewTimer(sleep)
		select {
		case o := <-s.done:
			if errors.Is(o.err, discord.ErrToken) {
				refused = o.err
				cancel()
			}
			s.finish(ctx, o)
		case <-d.ready:
			s.stale = true
		case <-t.C:
			s.stale = true
		case <-ended(ctx, s.busy):
		}
		t.Stop()
	}
	return refused
}

// ended is the end of ctx; where something is still being sent, that is waited
// for instead.
func ended(ctx context.Context, busy map[string]bool) <-chan struct{} {
	if len(busy) > 0 {
		return nil
	}
	return ctx.Done()
}

// begin begins to send what is ready, as far as there is room, and tells how
// long to sleep where nothing happens.
func (s *sender) begin(ctx context.Context) time.Duration {
	if left := s.held.Sub(s.o.Now()); left > 0 {
		return left
	}
	if len(s.queue) == 0 && s.stale {
		ready, err := s.o.Store.Ready(ctx, s.o.Now())
		if err != nil {
			return s.hold(ctx, err)
		}
		s.queue, s.stale = ready, false
	}
	for len(s.queue) > 0 && len(s.busy) < sideBySide {
		p := s.queue[0]
		s.queue = s.queue[1:]
		place := placeOf(p)
		if s.busy[place] {
			continue // it is found again when that is done
		}
		s.busy[place] = true
		go func() { s.done <- outcome{place, s.send(ctx, p)} }()
	}
	if len(s.busy) > 0 {
		return busySleep
	}
	next, found, err := s.o.Store.NextReady(ctx)
	switch {
	case err != nil:
		return s.hold(ctx, err)
	case !found:
		return longestSleep
	}
	return min(max(next.Sub(s.o.Now()), 0), longestSleep)
}

// placeOf is where a part is sent: a channel, or a user.
func placeOf(p store.Delivery) string { return p.Channel + p.User }

// finish takes note of what became of a part.
func (s *sender) finish(ctx context.Context, o outcome) {
	delete(s.busy, o.place)
	s.stale = true
	// What the queue has of that place was read before, and is otherwise now.
	s.queue = slices.DeleteFunc(s.queue, func(p store.Delivery) bool { return placeOf(p) == o.place })
	if o.err == nil {
		s.failures = 0
	} else {
		s.hold(ctx, o.err)
	}
}

// hold begins nothing for a while, after an error of the database.
func (s *sender) hold(ctx context.Context, err error) time.Duration {
	sleep := backoff(s.failures)
	s.failures++
	s.held = s.o.Now().Add(sleep)
	if ctx.Err() == nil {
		s.o.Log.Error("digests not sent, trying again", "error", err, "in", sleep)
	}
	return sleep
}
