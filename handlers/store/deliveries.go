package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Delivery is a part on its way.
type Delivery struct {
	ID            int64
	Subscription  int64 // 0: it is a notice
	From, To      int64
	Part          int // from 1
	Kind          Kind
	Channel, User string
	Under         string // message id of part 1, where Kind is Thread or Reply
	Body          []byte // empty once all parts are sent: the ledger would grow with each digest
	Nonce         string
	State         State
	Message       string    // its message id, once it is sent
	MarkedAt      time.Time // when it was first marked as sending
	Attempts      int       // times that it was postponed
	NotBefore     time.Time
	Why           string // why it was postponed last
}

// open is the condition of a part that is not sent. It is that of the index,
// word for word.
const open = `state IN ('waiting', 'sending')`

// upNext gives the ids of what may be sent: of each subscription that runs the
// first part that is not sent, and all notices.
const upNext = `SELECT min(p.id) AS id FROM parts p JOIN subscriptions s ON s.id = p.subscription AND s.paused = '' AND s.removed = 0
	WHERE p.` + open + ` GROUP BY p.subscription
	UNION ALL SELECT id FROM parts WHERE subscription IS NULL AND ` + open

// selectDelivery begins the queries for deliveries, of the parts p.
const selectDelivery = `SELECT p.id, coalesce(p.subscription, 0), d.since, d.until, d.id, p.part, p.kind, d.channel, d.user,
	coalesce((SELECT message FROM parts first WHERE first.digest = p.digest AND first.part = 1 AND p.kind IN ('thread', 'reply')), ''),
	p.body, p.state, p.message, p.marked, p.attempts, p.not_before, p.why
	FROM parts p JOIN digests d ON d.id = p.digest `

func (s *Store) deliveries(ctx context.Context, query string, args ...any) ([]Delivery, error) {
	var all []Delivery
	err := each(ctx, s.reads, func(scan func(...any) error) error {
		var d Delivery
		var digest, marked, notBefore int64
		if err := scan(&d.ID, &d.Subscription, &d.From, &d.To, &digest, &d.Part, &d.Kind, &d.Channel, &d.User, &d.Under,
			&d.Body, &d.State, &d.Message, &marked, &d.Attempts, &notBefore, &d.Why); err != nil {
			return err
		}
		d.MarkedAt, d.NotBefore = timeOf(marked), timeOf(notBefore)
		to := d.To
		if d.Subscription == 0 {
			to = digest // tells notices apart
		}
		d.Nonce = Nonce(s.salt, d.Channel, d.Subscription, to, d.Part)
		all = append(all, d)
		return nil
	}, selectDelivery+query, args...)
	if err != nil {
		return nil, explain(s.path, err)
	}
	return all, nil
}

// Ready lists what is to be sent: of each subscription that runs, and of each
// notice, the first part that is not sent, where its time has come; of the
// oldest digest first. The parts of a subscription are sent one by one in the
// order of its digests.
func (s *Store) Ready(ctx context.Context, now time.Time) ([]Delivery, error) {
	all, err := s.deliveries(ctx, `WHERE p.id IN (`+upNext+`) AND p.not_before <= ? ORDER BY p.id`, moment(now))
	if err != nil {
		return nil, fmt.Errorf("find what is to be sent: %w", err)
	}
	return all, nil
}

// NextReady tells when Ready will next have something; false where nothing
// waits. The time is zero, or past, where it has something now.
func (s *Store) NextReady(ctx context.Context) (time.Time, bool, error) {
	var next sql.NullInt64
	err := s.reads.QueryRowContext(ctx, `SELECT min(not_before) FROM parts WHERE id IN (`+upNext+`)`).Scan(&next)
	if err != nil {
		return time.Time{}, false, fmt.Errorf("find when to send next: %w", explain(s.path, err))
	}
	return timeOf(next.Int64), next.Valid, nil
}

// Queued counts the digests and notices that are not wholly sent, with their
// parts, and tells since when the oldest waits. What is paused is not counted.
func (s *Store) Queued(ctx context.Context) (digests, parts int, oldest time.Time, err error) {
	var queued sql.NullInt64
	err = s.reads.QueryRowContext(ctx, `SELECT count(DISTINCT d.id), count(*), min(d.queued) FROM parts p JOIN digests d ON d.id = p.digest
		LEFT JOIN subscriptions s ON s.id = p.subscription WHERE p.`+open+` AND coalesce(s.paused, '') = ''`).Scan(&digests, &parts, &queued)
	if err != nil {
		return 0, 0, time.Time{}, fmt.Errorf("count what is to be sent: %w", explain(s.path, err))
	}
	return digests, parts, timeOf(queued.Int64), nil
}

// Deliveries lists all parts of a subscription, or all notices where it is 0,
// in the order in which they are sent.
func (s *Store) Deliveries(ctx context.Context, subscription int64) ([]Delivery, error) {
	all, err := s.deliveries(ctx, `WHERE coalesce(p.subscription, 0) = ? ORDER BY p.id`, subscription)
	if err != nil {
		return nil, fmt.Errorf("list the deliveries of subscription %d: %w", subscription, err)
	}
	return all, nil
}

// MarkSending records that a part is about to be sent; the first time stays in
// MarkedAt. The error is ErrNoDelivery where it is not to be sent any more, or
// not now: it is sent or dropped, or its subscription is paused.
func (s *Store) MarkSending(ctx context.Context, id int64) error {
	return s.mark(ctx, "mark as sending", id, `UPDATE parts
		SET state = 'sending', marked = CASE marked WHEN 0 THEN ? ELSE marked END, touched = ?
		WHERE id = ? AND `+open+` AND NOT EXISTS (SELECT 1 FROM subscriptions s WHERE s.id = subscription AND s.paused <> '')`,
		moment(s.o.Now()))
}

// MarkSent records that a part is sent, with its message id, also where it was
// dropped meanwhile. The error is ErrNoDelivery where it was not marked as
// sending.
func (s *Store) MarkSent(ctx context.Context, id int64, message string) error {
	return s.write(ctx, fmt.Sprintf("mark as sent: delivery %d", id), func(w writing) error {
		var digest int64
		err := w.QueryRowContext(ctx, `UPDATE parts SET state = 'sent', message = ?, touched = ?
			WHERE id = ? AND marked > 0 AND state <> 'waiting' RETURNING digest`, message, w.number, id).Scan(&digest)
		if errors.Is(err, sql.ErrNoRows) {
			err = ErrNoDelivery
		}
		if err == nil {
			_, err = w.ExecContext(ctx, `UPDATE parts SET body = x'', touched = ?
				WHERE digest = ? AND NOT EXISTS (SELECT 1 FROM parts WHERE digest = ? AND `+open+`)`, w.number, digest, digest)
		}
		return err
	})
}

// Postpone keeps a part from being sent before a time, counts the attempt, and
// keeps why. Its State stays. The error is ErrNoDelivery where it is sent or
// dropped.
func (s *Store) Postpone(ctx context.Context, id int64, until time.Time, why string) error {
	return s.mark(ctx, "postpone", id, `UPDATE parts SET not_before = ?, why = ?, attempts = attempts + 1, touched = ?
		WHERE id = ? AND `+open, moment(until), why)
}

// GiveUp pauses the subscription of a part that cannot be sent as things are,
// and queues the notice that tells of it, both or neither; nil: there is nobody
// to tell. The part stays, and the attempt is counted. One that was paused
// meanwhile keeps its reason, and nobody is told. The error is ErrNoDelivery
// where the part is sent or dropped, as when it is told elsewhere now.
func (s *Store) GiveUp(ctx context.Context, id int64, why string, n *Notice) error {
	return s.write(ctx, fmt.Sprintf("give up: delivery %d", id), func(w writing) error {
		var subscription int64
		err := w.QueryRowContext(ctx, `UPDATE parts SET why = ?, attempts = attempts + 1, touched = ? WHERE id = ? AND `+open+`
			RETURNING subscription`, why, w.number, id).Scan(&subscription)
		if errors.Is(err, sql.ErrNoRows) {
			err = ErrNoDelivery
		}
		if err != nil {
			return err
		}
		paused, err := count(w.ExecContext(ctx, `UPDATE subscriptions SET paused = ?, touched = ? WHERE id = ? AND paused = ''`,
			why, w.number, subscription))
		if err == nil && paused > 0 && n != nil {
			_, err = s.addNotice(ctx, w, *n)
		}
		return err
	})
}

// mark changes a part by a statement that takes its arguments, the number of
// the write, and the part's id.
func (s *Store) mark(ctx context.Context, doing string, id int64, statement string, args ...any) error {
	return s.write(ctx, fmt.Sprintf("%s: delivery %d", doing, id), func(w writing) error {
		changed, err := count(w.ExecContext(ctx, statement, append(args, w.number, id)...))
		if err == nil && changed == 0 {
			err = ErrNoDelivery
		}
		return err
	})
}
