package store

import (
	"context"
	"errors"
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
	Dropped State = "dropped" // its subscription was removed
)

// Part is one request of which a digest is sent.
type Part struct {
	Kind Kind
	Body []byte // of a message: its JSON; of a Thread: its name
}

// NewDigest is a digest to send.
type NewDigest struct {
	Subscription int64
	From, To     int64 // numbers of revisions
	Channel      string
	Parts        []Part
	Due          time.Time // when the subscription is to be told next
}

// Notice is a message to those who run the bot or asked for a subscription.
type Notice struct {
	Key     string // it is told once for each key, for ever
	Channel string // either this
	User    string // or this
	Body    []byte // JSON of the message
}

// Delivery is a part on its way.
type Delivery struct {
	ID            int64
	Subscription  int64 // 0: it is a notice
	From, To      int64
	Part          int // from 1
	Kind          Kind
	Channel, User string
	Under         string // message id of part 1, where Kind is Thread or Reply
	Body          []byte
	Nonce         string
	State         State
	Message       string    // its message id, once it is sent
	MarkedAt      time.Time // when it was first marked as sending
	Attempts      int       // times that it was postponed
	NotBefore     time.Time
	Why           string // why it was postponed last
}

// Nonce is by which Discord, and we, know a message that was sent before: the
// same for the same part of the same digest, at most 25 characters.
func Nonce(salt string, subscription, to int64, part int) string { return "" }

// Queue puts a digest into the ledger and moves its subscription's cursor and
// due time, in one transaction. The error is ErrOvertaken where the cursor is
// not where the digest begins.
func (s *Store) Queue(ctx context.Context, n NewDigest) error { return errors.ErrUnsupported }

// Advance moves a subscription's cursor and due time where there is nothing to
// tell. The error is ErrOvertaken where the cursor is not at from.
func (s *Store) Advance(ctx context.Context, subscription, from, to int64, due time.Time) error {
	return errors.ErrUnsupported
}

// QueueNotice puts a notice into the ledger, and tells whether it did: one with
// that key may have been before.
func (s *Store) QueueNotice(ctx context.Context, n Notice) (queued bool, err error) {
	return false, errors.ErrUnsupported
}

// Ready lists what is to be sent: of each subscription that runs, and of each
// notice, the first part that is not sent, where its time has come; of the
// oldest digest first. The parts of a subscription are sent one by one in the
// order of its digests.
func (s *Store) Ready(ctx context.Context, now time.Time) ([]Delivery, error) {
	return nil, errors.ErrUnsupported
}

// MarkSending records that a part is about to be sent; the first time stays in
// MarkedAt. The error is ErrNoDelivery where it is not to be sent any more.
func (s *Store) MarkSending(ctx context.Context, id int64) error { return errors.ErrUnsupported }

// MarkSent records that a part is sent, with its message id.
func (s *Store) MarkSent(ctx context.Context, id int64, message string) error {
	return errors.ErrUnsupported
}

// Postpone keeps a part from being sent before a time, counts the attempt, and
// keeps why. Its State stays.
func (s *Store) Postpone(ctx context.Context, id int64, until time.Time, why string) error {
	return errors.ErrUnsupported
}

// NextReady tells when Ready will next have something; false where nothing
// waits. The time may lie in the past.
func (s *Store) NextReady(ctx context.Context) (time.Time, bool, error) {
	return time.Time{}, false, errors.ErrUnsupported
}

// Queued counts the digests and notices that are not yet sent and their parts,
// and tells since when the oldest waits.
func (s *Store) Queued(ctx context.Context) (digests, parts int, oldest time.Time, err error) {
	return 0, 0, time.Time{}, errors.ErrUnsupported
}

// Deliveries lists all parts of a subscription, or all notices where it is 0,
// in the order in which they are sent.
func (s *Store) Deliveries(ctx context.Context, subscription int64) ([]Delivery, error) {
	return nil, errors.ErrUnsupported
}
