package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
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
// revision as its Cursor: it begins silently, from now on. The error is
// ErrNoRevision where nothing was recorded yet.
func (s *Store) Subscribe(ctx context.Context, n Subscription) (Subscription, error) {
	n.Created = timeOf(moment(s.o.Now()))
	filter, schedule, err := encode(n)
	if err != nil {
		return Subscription{}, fmt.Errorf("subscribe: %w", err)
	}
	err = s.write(ctx, "subscribe", func(w writing) error {
		latest, err := latestRevision(ctx, w)
		if err != nil {
			return err
		}
		n.Cursor = latest.Number
		return w.QueryRowContext(ctx, `INSERT INTO subscriptions
			(guild, channel, creator, filter, schedule, language, paused, cursor, due, created, removed, touched)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) RETURNING id`,
			n.Guild, n.Channel, n.Creator, filter, schedule, n.Language, n.Paused, n.Cursor, moment(n.Due), moment(n.Created),
			w.number).Scan(&n.ID)
	})
	if err != nil {
		return Subscription{}, err
	}
	return n, nil
}

// encode makes the columns of what has structure.
func encode(n Subscription) (filter, schedule string, err error) {
	f, err := json.Marshal(n.Filter)
	if err != nil {
		return "", "", err
	}
	sch, err := json.Marshal(n.Schedule)
	return string(f), string(sch), err
}

const selectSubscription = `SELECT id, guild, channel, creator, filter, schedule, language, paused, cursor, due, created
	FROM subscriptions WHERE removed = 0 AND `

// subscription reads one subscription.
func subscription(scan func(...any) error) (Subscription, error) {
	var n Subscription
	var filter, schedule string
	var due, created int64
	err := scan(&n.ID, &n.Guild, &n.Channel, &n.Creator, &filter, &schedule, &n.Language, &n.Paused, &n.Cursor, &due, &created)
	if errors.Is(err, sql.ErrNoRows) {
		return Subscription{}, ErrNoSubscription
	}
	if err != nil {
		return Subscription{}, err
	}
	n.Due, n.Created = timeOf(due), timeOf(created)
	if err := errors.Join(json.Unmarshal([]byte(filter), &n.Filter), json.Unmarshal([]byte(schedule), &n.Schedule)); err != nil {
		return Subscription{}, fmt.Errorf("read subscription %d: %w", n.ID, err)
	}
	return n, nil
}

// Subscription finds a subscription. The error is ErrNoSubscription where there
// is none.
func (s *Store) Subscription(ctx context.Context, id int64) (Subscription, error) {
	n, err := subscription(s.reads.QueryRowContext(ctx, selectSubscription+`id = ?`, id).Scan)
	if err != nil {
		return Subscription{}, fmt.Errorf("find subscription %d: %w", id, explain(s.path, err))
	}
	return n, nil
}

// Subscriptions lists those of a guild, or of all where it is empty, by ID.
func (s *Store) Subscriptions(ctx context.Context, guild string) ([]Subscription, error) {
	var all []Subscription
	err := each(ctx, s.reads, func(scan func(...any) error) error {
		n, err := subscription(scan)
		all = append(all, n)
		return err
	}, selectSubscription+`(guild = ? OR ? = '') ORDER BY id`, guild, guild)
	if err != nil {
		return nil, fmt.Errorf("list the subscriptions: %w", explain(s.path, err))
	}
	return all, nil
}

// Edit changes the channel, filter, schedule and language of a subscription, and
// with another schedule its due time; all else stays. Where the channel changes, digests that were
// not wholly sent are told in the new one from their beginning. The error is
// ErrNoSubscription where there is none.
func (s *Store) Edit(ctx context.Context, n Subscription) error {
	doing := fmt.Sprintf("edit subscription %d", n.ID)
	filter, schedule, err := encode(n)
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return s.write(ctx, doing, func(w writing) error {
		was, err := subscription(w.QueryRowContext(ctx, selectSubscription+`id = ?`, n.ID).Scan)
		if err != nil {
			return err
		}
		if n.Schedule == was.Schedule {
			n.Due = was.Due // it may have been told since it was read
		}
		if _, err := w.ExecContext(ctx, `UPDATE subscriptions
			SET channel = ?, filter = ?, schedule = ?, language = ?, due = ?, touched = ? WHERE id = ?`,
			n.Channel, filter, schedule, n.Language, moment(n.Due), w.number, n.ID); err != nil {
			return err
		}
		if was.Channel == n.Channel {
			return nil
		}
		return redirect(ctx, w, n.ID, n.Channel)
	})
}

// Pause stops a subscription and what waits for it, and tells whether it ran
// until then; the first reason stays. The error is ErrNoSubscription where
// there is none.
func (s *Store) Pause(ctx context.Context, id int64, why string) (changed bool, err error) {
	if why == "" {
		return false, fmt.Errorf("pause subscription %d: no reason is given", id)
	}
	return s.change(ctx, "pause", id, func(w writing, was Subscription) error {
		if was.Paused != "" {
			return errNothing
		}
		_, err := w.ExecContext(ctx, `UPDATE subscriptions SET paused = ?, touched = ? WHERE id = ?`, why, w.number, id)
		return err
	})
}

// Resume starts a subscription that was paused, with its next due time, and
// tells whether it was. What it missed is told then. The error is
// ErrNoSubscription where there is none.
func (s *Store) Resume(ctx context.Context, id int64, due time.Time) (changed bool, err error) {
	return s.change(ctx, "resume", id, func(w writing, was Subscription) error {
		if was.Paused == "" {
			return errNothing
		}
		_, err := w.ExecContext(ctx, `UPDATE subscriptions SET paused = '', due = ?, touched = ? WHERE id = ?`, moment(due), w.number, id)
		return err
	})
}

// Unsubscribe removes a subscription and drops what waits for it. The error is
// ErrNoSubscription where there is none.
func (s *Store) Unsubscribe(ctx context.Context, id int64) error {
	_, err := s.change(ctx, "remove", id, func(w writing, _ Subscription) error {
		if _, err := w.ExecContext(ctx, `UPDATE subscriptions SET removed = ?, touched = ? WHERE id = ?`,
			moment(s.o.Now()), w.number, id); err != nil {
			return err
		}
		_, err := w.ExecContext(ctx, `UPDATE parts SET state = 'dropped', touched = ? WHERE subscription = ? AND `+open, w.number, id)
		return err
	})
	return err
}

// change finds a subscription and writes what do makes of it; it tells whether
// there was anything to write.
func (s *Store) change(ctx context.Context, verb string, id int64, do func(writing, Subscription) error) (changed bool, err error) {
	err = s.write(ctx, fmt.Sprintf("%s subscription %d", verb, id), func(w writing) error {
		was, err := subscription(w.QueryRowContext(ctx, selectSubscription+`id = ?`, id).Scan)
		if err == nil {
			err = do(w, was)
		}
		changed = err == nil
		return err
	})
	return changed && err == nil, err
}
