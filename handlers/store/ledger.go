package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base32"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"
)

// Kind is what a part is sent as.
type Kind string

// The kinds of part.
const (
	Post   Kind = "post"   // a message in the channel
	Thread Kind = "thread" // starts a thread under part 1, and has that message's id
	Reply  Kind = "reply"  // a message in that thread
)

// State is how far a part has come.
type State string

// The states of a part.
const (
	Waiting State = "waiting"
	Sending State = "sending" // it may have been sent: look before sending it again
	Sent    State = "sent"
	Dropped State = "dropped" // its subscription was removed, or told elsewhere
)

// Part is one request of which a digest is sent.
type Part struct {
	Kind Kind
	Body []byte // of a message: its JSON; of a Thread: its name
}

// NewDigest is a digest to send.
type NewDigest struct {
	For   Subscription // as it was when the digest was made, which begins at its Cursor
	To    int64        // number of the revision at which it ends
	Parts []Part
	Due   time.Time // when the subscription is to be told next
}

// Notice is a message to those who run the bot or asked for a subscription.
type Notice struct {
	Key     string // it is told once for each key, for ever
	Channel string // either this
	User    string // or this
	Body    []byte // JSON of the message
}

// Nonce is by which Discord, and we, know a message that was sent before: the
// same for the same part of the same digest in the same channel, 25 characters.
// https://discord.com/developers/docs/resources/message#create-message
func Nonce(salt, channel string, subscription, to int64, part int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%d\x00%d\x00%d", salt, channel, subscription, to, part))
	return base32.StdEncoding.EncodeToString(sum[:])[:25]
}

// Queue puts a digest into the ledger and moves its subscription's cursor and
// due time, in one transaction. The error is ErrOvertaken where the subscription
// is not what the digest was made for.
func (s *Store) Queue(ctx context.Context, n NewDigest) error {
	doing := fmt.Sprintf("queue a digest for subscription %d", n.For.ID)
	if len(n.Parts) == 0 {
		return fmt.Errorf("%s: it has no parts", doing)
	}
	return s.write(ctx, doing, func(w writing) error {
		if err := advance(ctx, w, n.For, n.To, n.Due); err != nil {
			return err
		}
		var digest int64
		if err := w.QueryRowContext(ctx, `INSERT INTO digests (subscription, since, until, channel, user, queued, touched)
			VALUES (?, ?, ?, ?, '', ?, ?) RETURNING id`,
			n.For.ID, n.For.Cursor, n.To, n.For.Channel, moment(s.o.Now()), w.number).Scan(&digest); err != nil {
			return err
		}
		for i, p := range n.Parts {
			if err := addPart(ctx, w, digest, &n.For.ID, i+1, p); err != nil {
				return err
			}
		}
		return nil
	})
}

// addPart adds a part to a digest, or to a notice, which has no subscription.
func addPart(ctx context.Context, w writing, digest int64, subscription *int64, number int, p Part) error {
	_, err := w.ExecContext(ctx, `INSERT INTO parts
		(digest, subscription, part, kind, body, state, message, marked, attempts, not_before, why, touched)
		VALUES (?, ?, ?, ?, ?, 'waiting', '', 0, 0, 0, '', ?)`, digest, subscription, number, p.Kind, slices.Concat([]byte{}, p.Body), w.number)
	return err
}

// Advance moves a subscription's cursor and due time where there is nothing to
// tell. The error is ErrOvertaken where the subscription is not as it was.
func (s *Store) Advance(ctx context.Context, was Subscription, to int64, due time.Time) error {
	return s.write(ctx, fmt.Sprintf("move on subscription %d", was.ID), func(w writing) error {
		return advance(ctx, w, was, to, due)
	})
}

func advance(ctx context.Context, w writing, was Subscription, to int64, due time.Time) error {
	if to < was.Cursor {
		return fmt.Errorf("revision %d is before %d", to, was.Cursor)
	}
	is, err := subscription(w.QueryRowContext(ctx, selectSubscription+`id = ?`, was.ID).Scan)
	if err != nil && !errors.Is(err, ErrNoSubscription) {
		return err
	}
	is.Paused = was.Paused // what is paused is queued, and waits
	if !reflect.DeepEqual(is, was) {
		return ErrOvertaken
	}
	_, err = w.ExecContext(ctx, `UPDATE subscriptions SET cursor = ?, due = ?, touched = ? WHERE id = ?`, to, moment(due), w.number, was.ID)
	return err
}

// count is how many rows a statement changed.
func count(r sql.Result, err error) (int64, error) {
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// QueueNotice puts a notice into the ledger, and tells whether it did: one with
// that key may have been before.
func (s *Store) QueueNotice(ctx context.Context, n Notice) (queued bool, err error) {
	if n.Key == "" || (n.Channel == "") == (n.User == "") {
		return false, errors.New("queue a notice: it needs a key, and a channel or a user")
	}
	err = s.write(ctx, "queue the notice "+n.Key, func(w writing) error {
		queued, err = s.addNotice(ctx, w, n)
		if err == nil && !queued {
			return errNothing
		}
		return err
	})
	return queued && err == nil, err
}

// addNotice adds a notice, unless one with its key was before.
func (s *Store) addNotice(ctx context.Context, w writing, n Notice) (added bool, err error) {
	var notice int64
	err = w.QueryRowContext(ctx, `INSERT INTO digests (since, until, channel, user, key, queued, touched)
		VALUES (0, 0, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING id`,
		n.Channel, n.User, n.Key, moment(s.o.Now()), w.number).Scan(&notice)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, addPart(ctx, w, notice, nil, 1, Part{Kind: Post, Body: n.Body})
}

// redirect tells what of a subscription's digests is not wholly sent in another
// channel, from their beginnings. It makes new digests of them, so that what
// was sent stays told of the channel in which it was.
func redirect(ctx context.Context, w writing, subscription int64, channel string) error {
	var unsent []int64
	if err := each(ctx, w, func(scan func(...any) error) error {
		unsent = append(unsent, 0)
		return scan(&unsent[len(unsent)-1])
	}, `SELECT DISTINCT digest FROM parts WHERE subscription = ? AND `+open+` ORDER BY digest`, subscription); err != nil {
		return err
	}
	for _, digest := range unsent {
		var again int64
		if err := w.QueryRowContext(ctx, `INSERT INTO digests (subscription, since, until, channel, user, queued, touched)
			SELECT subscription, since, until, ?, user, queued, ? FROM digests WHERE id = ? RETURNING id`,
			channel, w.number, digest).Scan(&again); err != nil {
			return err
		}
		if _, err := w.ExecContext(ctx, `INSERT INTO parts
			(digest, subscription, part, kind, body, state, message, marked, attempts, not_before, why, touched)
			SELECT ?, subscription, part, kind, body, 'waiting', '', 0, 0, 0, '', ? FROM parts WHERE digest = ? ORDER BY part`,
			again, w.number, digest); err != nil {
			return err
		}
		if _, err := w.ExecContext(ctx, `UPDATE parts SET state = 'dropped', touched = ? WHERE digest = ? AND `+open,
			w.number, digest); err != nil {
			return err
		}
	}
	return nil
}
