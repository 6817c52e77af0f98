package store_test

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers/store"
)

func subscribe(t testing.TB, s *store.Store, channel string) store.Subscription {
	t.Helper()
	n, err := s.Subscribe(t.Context(), store.Subscription{Guild: "1", Channel: channel, Creator: "7", Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// queue queues a digest of so many parts up to the next revision.
func queue(t testing.TB, s *store.Store, n store.Subscription, parts ...store.Part) {
	t.Helper()
	n, err := s.Subscription(t.Context(), n.ID)
	if err != nil {
		t.Fatal(err)
	}
	must(t, s.Queue(t.Context(), store.NewDigest{For: n, To: n.Cursor + 1, Parts: parts}))
}

// ready is what is ready.
func ready(t testing.TB, s *store.Store, now time.Time) []store.Delivery {
	t.Helper()
	all, err := s.Ready(t.Context(), now)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// bodies of deliveries, in order.
func bodies(all []store.Delivery) []string {
	var bodies []string
	for _, d := range all {
		bodies = append(bodies, string(d.Body))
	}
	return bodies
}

func post(body string) store.Part { return store.Part{Kind: store.Post, Body: []byte(body)} }

// subscribed is a store with a subscription of each channel, and revisions 2
// to 5 to tell it.
func subscribed(t *testing.T, channels ...string) (*store.Store, []store.Subscription) {
	t.Helper()
	s := open(t, t.TempDir())
	record(t, s, "r1")
	var all []store.Subscription
	for _, c := range channels {
		all = append(all, subscribe(t, s, c))
	}
	for _, id := range []string{"r2", "r3", "r4", "r5"} {
		record(t, s, id)
	}
	return s, all
}

// send sends the first delivery that is ready.
func send(t testing.TB, s *store.Store) store.Delivery {
	t.Helper()
	all := ready(t, s, at)
	if len(all) == 0 {
		t.Fatal("nothing is ready")
	}
	must(t, s.MarkSending(t.Context(), all[0].ID))
	must(t, s.MarkSent(t.Context(), all[0].ID, "message of "+string(all[0].Body)))
	return all[0]
}

// isReady checks the bodies of what is ready.
func isReady(t testing.TB, s *store.Store, now time.Time, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, bodies(ready(t, s, now))); diff != "" {
		t.Errorf("ready: %s", diff)
	}
}

func TestPartsAreSentInOrder(t *testing.T) {
	s, n := subscribed(t, "100", "200")
	queue(t, s, n[0], post("a1"), store.Part{Kind: store.Thread, Body: []byte("name")}, store.Part{Kind: store.Reply, Body: []byte("a3")})
	queue(t, s, n[0], post("later"))
	queue(t, s, n[1], post("b1"))
	isReady(t, s, at, "a1", "b1")
	var sent []string
	for range 5 {
		d := send(t, s)
		sent = append(sent, string(d.Body)+" in "+d.Channel+" under "+d.Under)
	}
	want := []string{
		"a1 in 100 under ", "name in 100 under message of a1", "a3 in 100 under message of a1", "later in 100 under ", "b1 in 200 under ",
	}
	if diff := cmp.Diff(want, sent); diff != "" {
		t.Error(diff)
	}
	isReady(t, s, at)
}

func TestOnlyOneDigestOfARange(t *testing.T) {
	s, n := subscribed(t, "100")
	d := store.NewDigest{For: n[0], To: 3, Parts: []store.Part{post("a")}, Due: at.Add(time.Hour)}
	must(t, s.Queue(t.Context(), d))
	is, err := s.Subscription(t.Context(), n[0].ID)
	must(t, err)
	for name, change := range map[string]func(*store.Subscription){
		"told already":     func(n *store.Subscription) { n.Cursor = 1 },
		"another channel":  func(n *store.Subscription) { n.Channel = "900" },
		"another filter":   func(n *store.Subscription) { n.Filter.Topics = []string{"quays"} },
		"another schedule": func(n *store.Subscription) { n.Schedule.Every = store.Daily },
		"another time":     func(n *store.Subscription) { n.Due = at },
		"another language": func(n *store.Subscription) { n.Language = "lt" },
		"nobody":           func(n *store.Subscription) { n.ID = 99 },
	} {
		was := is
		change(&was)
		if err := s.Queue(t.Context(), store.NewDigest{For: was, To: 4, Parts: d.Parts}); !errors.Is(err, store.ErrOvertaken) {
			t.Errorf("queue for %s: %v", name, err)
		}
		if err := s.Advance(t.Context(), was, 4, at); !errors.Is(err, store.ErrOvertaken) {
			t.Errorf("move on %s: %v", name, err)
		}
	}
	isReady(t, s, at, "a")
	_, err = s.Pause(t.Context(), is.ID, "by hand") // that changes nothing of what it tells
	must(t, err)
	must(t, s.Advance(t.Context(), is, 5, at.Add(2*time.Hour)))
	_, err = s.Resume(t.Context(), is.ID, at.Add(2*time.Hour))
	must(t, err)
	got, err := s.Subscription(t.Context(), is.ID)
	must(t, err)
	want := is
	want.Cursor, want.Due = 5, at.Add(2*time.Hour)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	isReady(t, s, at, "a")
}

// TestManyQueueAtOnce has several queue the same digests, while others look.
func TestManyQueueAtOnce(t *testing.T) {
	s, n := subscribed(t, "100")
	var wg sync.WaitGroup
	var queued atomic.Int32
	for range 6 {
		wg.Go(func() {
			for from := range int64(4) {
				was := n[0]
				was.Cursor = from + 1
				err := s.Queue(t.Context(), store.NewDigest{For: was, To: from + 2, Parts: []store.Part{post(fmt.Sprint(from + 2))}})
				if err == nil {
					queued.Add(1)
				} else if !errors.Is(err, store.ErrOvertaken) {
					t.Error(err)
				}
				if _, err := s.Ready(t.Context(), at); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	all, err := s.Deliveries(t.Context(), n[0].ID)
	must(t, err)
	if diff := cmp.Diff([]string{"2", "3", "4", "5"}, bodies(all)); diff != "" || queued.Load() != 4 {
		t.Errorf("queued %d times: %s", queued.Load(), diff)
	}
}

func TestWhatIsPausedWaits(t *testing.T) {
	s, n := subscribed(t, "100", "200")
	queue(t, s, n[0], post("a1"), post("a2"))
	queue(t, s, n[1], post("b1"))
	_, err := s.Pause(t.Context(), n[0].ID, "the channel is gone")
	must(t, err)
	isReady(t, s, at, "b1")
	digests, parts, oldest, err := s.Queued(t.Context())
	must(t, err)
	if digests != 1 || parts != 1 || !oldest.Equal(at) {
		t.Errorf("%d digests with %d parts wait since %s, want 1 with 1", digests, parts, oldest)
	}
	all, err := s.Deliveries(t.Context(), n[0].ID)
	must(t, err)
	if err := s.MarkSending(t.Context(), all[0].ID); !errors.Is(err, store.ErrNoDelivery) {
		t.Errorf("sent, though it is paused: %v", err)
	}
	_, err = s.Resume(t.Context(), n[0].ID, time.Time{})
	must(t, err)
	isReady(t, s, at, "a1", "b1")
}

func TestWhatIsRemovedIsDropped(t *testing.T) {
	s, n := subscribed(t, "100")
	queue(t, s, n[0], post("a1"), post("a2"), post("a3"))
	send(t, s)
	d := ready(t, s, at)[0]
	must(t, s.MarkSending(t.Context(), d.ID))
	must(t, s.Unsubscribe(t.Context(), n[0].ID)) // while it is on its way
	isReady(t, s, at)
	must(t, s.MarkSent(t.Context(), d.ID, "it came"))
	all, err := s.Deliveries(t.Context(), n[0].ID)
	must(t, err)
	var states []store.State
	for _, d := range all {
		states = append(states, d.State)
	}
	if diff := cmp.Diff([]store.State{store.Sent, store.Sent, store.Dropped}, states); diff != "" {
		t.Error(diff)
	}
	if err := s.MarkSending(t.Context(), all[2].ID); !errors.Is(err, store.ErrNoDelivery) {
		t.Errorf("mark what is dropped: %v", err)
	}
}

// The ledger keeps what is still to be sent, here or in another channel, and of
// the rest that it was sent.
func TestWhatIsToldIsNotKept(t *testing.T) {
	s, n := subscribed(t, "100")
	queue(t, s, n[0], post("a1"), post("a2"))
	queue(t, s, n[0], post("b1"))
	for _, want := range [][]string{{"a1", "a2", "b1"}, {"", "", "b1"}, {"", "", ""}} {
		send(t, s)
		all, err := s.Deliveries(t.Context(), n[0].ID)
		must(t, err)
		if diff := cmp.Diff(want, bodies(all)); diff != "" {
			t.Error(diff)
		}
	}
}

// TestAnotherChannel moves a subscription while a digest is half sent.
func TestAnotherChannel(t *testing.T) {
	s, n := subscribed(t, "100")
	queue(t, s, n[0], post("whole"))
	queue(t, s, n[0], post("a1"), store.Part{Kind: store.Thread, Body: []byte("name")}, store.Part{Kind: store.Reply, Body: []byte("a3")})
	queue(t, s, n[0], post("b1"))
	send(t, s)
	old := send(t, s)
	n[0].Channel = "200"
	must(t, s.Edit(t.Context(), n[0]))
	var sent []string
	for range 4 {
		d := send(t, s)
		sent = append(sent, string(d.Body)+" in "+d.Channel)
		if d.Nonce == old.Nonce {
			t.Error("Discord takes it for what was sent in the other channel")
		}
	}
	if diff := cmp.Diff([]string{"a1 in 200", "name in 200", "a3 in 200", "b1 in 200"}, sent); diff != "" {
		t.Error(diff)
	}
	isReady(t, s, at)
}

func TestPostpone(t *testing.T) {
	s, n := subscribed(t, "100", "200")
	queue(t, s, n[0], post("a1"))
	queue(t, s, n[0], post("a2"))
	queue(t, s, n[1], post("b1"))
	next := func(want time.Time, some bool) {
		t.Helper()
		got, ok, err := s.NextReady(t.Context())
		must(t, err)
		if !got.Equal(want) || ok != some {
			t.Errorf("next at %s, %v; want %s, %v", got, ok, want, some)
		}
	}
	next(time.Time{}, true)
	all := ready(t, s, at)
	must(t, s.MarkSending(t.Context(), all[0].ID))
	must(t, s.Postpone(t.Context(), all[0].ID, at.Add(time.Minute), "429"))
	must(t, s.Postpone(t.Context(), all[1].ID, at.Add(2*time.Minute), "503"))
	isReady(t, s, at)
	next(at.Add(time.Minute), true)
	isReady(t, s, at.Add(time.Minute), "a1")
	isReady(t, s, at.Add(2*time.Minute), "a1", "b1")
	d := ready(t, s, at.Add(time.Minute))[0]
	if d.State != store.Sending || !d.MarkedAt.Equal(at) || d.Attempts != 1 || d.Why != "429" || !d.NotBefore.Equal(at.Add(time.Minute)) {
		t.Errorf("postponed as %+v", d)
	}
	must(t, s.MarkSent(t.Context(), d.ID, "1"))
	if err := s.Postpone(t.Context(), d.ID, at, "why"); !errors.Is(err, store.ErrNoDelivery) {
		t.Errorf("postpone what is sent: %v", err)
	}
	isReady(t, s, at, "a2")
	send(t, s)
	must(t, s.Unsubscribe(t.Context(), n[1].ID))
	next(time.Time{}, false)
}

// TestMarkedOnce holds that the first time of sending stays, over restarts: it
// tells from when on to look for the message.
func TestMarkedOnce(t *testing.T) {
	dir, now := t.TempDir(), at
	restart := func() *store.Store {
		s, err := store.Open(t.Context(), store.Options{Dir: dir, Now: func() time.Time { return now }})
		must(t, err)
		return s
	}
	s := restart()
	record(t, s, "r1")
	n := subscribe(t, s, "100")
	record(t, s, "r2")
	queue(t, s, n, post("a"))
	before := ready(t, s, now)[0]
	if err := s.MarkSent(t.Context(), before.ID, "1"); !errors.Is(err, store.ErrNoDelivery) {
		t.Errorf("sent what was not on its way: %v", err)
	}
	for range 3 {
		must(t, s.MarkSending(t.Context(), before.ID))
		must(t, s.Close())
		now = now.Add(time.Hour)
		s = restart()
		d := ready(t, s, now)[0]
		if d.State != store.Sending || !d.MarkedAt.Equal(at) || d.Nonce != before.Nonce {
			t.Errorf("after a restart it is %s since %s with nonce %s, want sending since %s with %s", d.State, d.MarkedAt, d.Nonce, at, before.Nonce)
		}
	}
	must(t, s.Close())
}

func TestNoticesAreToldOnce(t *testing.T) {
	s, n := subscribed(t, "100")
	queue(t, s, n[0], post("a"))
	notice := func(key, channel, user string, want bool) {
		t.Helper()
		queued, err := s.QueueNotice(t.Context(), store.Notice{Key: key, Channel: channel, User: user, Body: []byte(key)})
		must(t, err)
		if queued != want {
			t.Errorf("notice %s: queued %v, want %v", key, queued, want)
		}
	}
	notice("full", "", "7", true)
	notice("gone", "900", "", true)
	notice("full", "", "8", false)
	isReady(t, s, at, "a", "full", "gone") // one does not wait for another
	nonces := map[string]bool{}
	for range 3 {
		nonces[send(t, s).Nonce] = true
	}
	if len(nonces) != 3 {
		t.Errorf("nonces %v, want 3", nonces)
	}
	notice("full", "", "7", false)
	isReady(t, s, at)
	for _, n := range []store.Notice{{Channel: "1"}, {Key: "k"}, {Key: "k", Channel: "1", User: "7"}} {
		if _, err := s.QueueNotice(t.Context(), n); err == nil {
			t.Errorf("queued %+v", n)
		}
	}
}

func TestNonce(t *testing.T) {
	seen := map[string]bool{}
	for _, n := range []string{
		store.Nonce("salt", "100", 1, 2, 3), store.Nonce("other", "100", 1, 2, 3), store.Nonce("salt", "200", 1, 2, 3),
		store.Nonce("salt", "100", 11, 2, 3), store.Nonce("salt", "100", 1, 12, 3), store.Nonce("salt", "100", 1, 2, 13),
		store.Nonce("salt", "10", 1, 2, 3), store.Nonce("salt", "100", 12, 2, 3),
	} {
		if len(n) != 25 || seen[n] {
			t.Errorf("nonce %q: want 25 characters, and another for each part", n)
		}
		seen[n] = true
	}
	if !seen[store.Nonce("salt", "100", 1, 2, 3)] {
		t.Error("the same part has another nonce")
	}
}
