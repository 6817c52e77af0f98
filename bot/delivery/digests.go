package delivery

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"time"

	"dossierbot/bot/discord"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

// Digests makes the digests of subscriptions from the newest state of a dossier
// and puts them into the ledger. Only one may make them at a time.
type Digests struct {
	store *store.Store
	live  *handlers.Live
	now   func() time.Time
	// Of the last revision: what was found for each filter, since many
	// subscriptions ask for the same, and for whom there was nothing to tell.
	latest int64
	found  map[string]handlers.DigestReply
	silent map[int64]store.Subscription
}

// DigestsOptions says what digests are made from. Store and Live are required.
type DigestsOptions struct {
	Store *store.Store
	Live  *handlers.Live
	Now   func() time.Time // nil: time.Now
}

// NewDigests makes a Digests.
func NewDigests(o DigestsOptions) (*Digests, error) {
	if o.Store == nil || o.Live == nil {
		return nil, errors.New("digests need a store and what answers")
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Digests{store: o.Store, live: o.Live, now: o.Now}, nil
}

// Make queues what a subscription has not been told yet. Where that is not
// worth a message, nothing of it is given up: it is told with the next digest.
// The error is store.ErrOvertaken where the subscription has moved on meanwhile.
func (d *Digests) Make(ctx context.Context, s store.Subscription) error {
	latest, err := d.store.Latest(ctx)
	if err != nil {
		return err
	}
	if latest.Number != d.latest {
		d.latest, d.found, d.silent = latest.Number, map[string]handlers.DigestReply{}, map[int64]store.Subscription{}
	}
	due := s.Schedule.Next(d.now())
	if d.wasSilent(s) {
		return nil
	}
	r, err := d.find(ctx, s)
	if err != nil {
		return err
	}
	if !r.News() {
		to := s.Cursor
		if r.Counts == (handlers.DigestCounts{}) {
			to = d.latest
		}
		d.silent[s.ID] = s
		if to == s.Cursor && due.Equal(s.Due) {
			return nil
		}
		return d.store.Advance(ctx, s, to, due)
	}
	parts, err := discord.DigestParts(r, s)
	if err != nil {
		return err
	}
	return d.store.Queue(ctx, store.NewDigest{For: s, To: d.latest, Parts: parts, Due: due})
}

// wasSilent tells whether there was nothing to tell a subscription at once
// when it was last looked at, and nothing has happened since.
func (d *Digests) wasSilent(s store.Subscription) bool {
	before, ok := d.silent[s.ID]
	return ok && s.Due.IsZero() && before.Cursor == s.Cursor && reflect.DeepEqual(before.Filter, s.Filter)
}

// mostFound is for how many filters what was found is kept: a large update is
// much for each.
const mostFound = 100

// find finds what a subscription has not been told yet.
func (d *Digests) find(ctx context.Context, s store.Subscription) (handlers.DigestReply, error) {
	asked, err := json.Marshal(struct {
		From   int64
		Filter store.Filter
	}{s.Cursor, s.Filter})
	if err != nil {
		return handlers.DigestReply{}, fmt.Errorf("make a digest: %w", err)
	}
	if r, ok := d.found[string(asked)]; ok {
		return r, nil
	}
	h, release := d.live.Acquire()
	defer release()
	r, err := h.Digest(ctx, d.store, handlers.DigestRequest{From: s.Cursor, To: d.latest, Filter: s.Filter})
	if err != nil {
		return handlers.DigestReply{}, err
	}
	if len(d.found) >= mostFound {
		clear(d.found)
	}
	d.found[string(asked)] = r
	return r, nil
}
