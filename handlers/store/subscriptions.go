package store

import (
	"context"
	"errors"
	"time"
)

// Filter says which changes a subscription is told of. What it leaves empty
// does not limit it.
type Filter struct {
	Actors   []string `json:"actors,omitempty"`   // ids
	Topics   []string `json:"topics,omitempty"`   // ids
	Sources  []string `json:"sources,omitempty"`  // publishers, or ids of documents
	Question string   `json:"question,omitempty"` // as it was asked
}

// Subscription is a channel that is told what changes in the corpus.
type Subscription struct {
	ID       int64 // never given again
	Guild    string
	Channel  string
	Creator  string // who asked for it: the id of a user
	Filter   Filter
	Schedule Schedule
	Language string
	Paused   string    // why it is paused; empty: it runs
	Cursor   int64     // number of the revision up to which all has been told
	Due      time.Time // when a daily or weekly one is to be told next; zero: at once
	Created  time.Time
}

// Subscribe adds a subscription and gives it its ID, Created, and the latest
// revision as its Cursor: it begins silently, from now on.
func (s *Store) Subscribe(ctx context.Context, n Subscription) (Subscription, error) {
	return Subscription{}, errors.ErrUnsupported
}

// Subscription finds a subscription. The error is ErrNoSubscription where there
// is none.
func (s *Store) Subscription(ctx context.Context, id int64) (Subscription, error) {
	return Subscription{}, errors.ErrUnsupported
}

// Subscriptions lists those of a guild, or of all where it is empty, by ID.
func (s *Store) Subscriptions(ctx context.Context, guild string) ([]Subscription, error) {
	return nil, errors.ErrUnsupported
}

// Edit changes the channel, filter, schedule, language and due time of a
// subscription; all else stays. The error is ErrNoSubscription where there is
// none.
func (s *Store) Edit(ctx context.Context, n Subscription) error { return errors.ErrUnsupported }

// Pause stops a subscription and what waits for it, and tells whether it ran
// until then; the first reason stays. The error is ErrNoSubscription where
// there is none.
func (s *Store) Pause(ctx context.Context, id int64, why string) (changed bool, err error) {
	return false, errors.ErrUnsupported
}

// Resume starts a subscription that was paused, with its next due time, and
// tells whether it was. What it missed is told then. The error is
// ErrNoSubscription where there is none.
func (s *Store) Resume(ctx context.Context, id int64, due time.Time) (changed bool, err error) {
	return false, errors.ErrUnsupported
}

// Unsubscribe removes a subscription and drops what waits for it. The error is
// ErrNoSubscription where there is none.
func (s *Store) Unsubscribe(ctx context.Context, id int64) error { return errors.ErrUnsupported }
