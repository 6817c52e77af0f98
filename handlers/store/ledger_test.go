package store_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossierbot/corpus"
	"dossierbot/handlers/store"
)

// at is the time that the tests go by.
var at = time.Date(2026, 11, 26, 8, 0, 0, 0, time.UTC)

// open opens the store in a folder, at that time, until the test ends.
func open(t testing.TB, dir string) *store.Store {
	t.Helper()
	s := openUntil(t, dir)
	t.Cleanup(func() { must(t, s.Close()) })
	return s
}

// openUntil is for those who close it themselves.
func openUntil(t testing.TB, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{Dir: dir, Now: func() time.Time { return at }})
	must(t, err)
	return s
}

// record records a revision with one document more.
func record(t testing.TB, s *store.Store, id string) store.Revision {
	t.Helper()
	print := corpus.Fingerprint{Text: "text of " + id, Said: "said"}
	r, err := s.Record(t.Context(), store.NewRevision{
		ID: id, Cause: "test",
		Changes: []corpus.Change{{Kind: corpus.Added, ID: id + ".txt", After: print}},
		Archive: func(string) ([]byte, error) { return []byte("archive of " + id), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

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
	must(t, s.Queue(t.Context(), store.NewDigest{Subscription: n.ID, From: n.Cursor, To: n.Cursor + 1, Channel: n.Channel, Parts: parts}))
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// ready tells what is ready, without what SQLite gives.
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

func TestPartsAreSentInOrder(t *testing.T) {
	s := open(t, t.TempDir())
	for _, id := range []string{"r1", "r2", "r3"} {
		record(t, s, id)
		if id == "r1" {
			subscribe(t, s, "100")
			subscribe(t, s, "200")
		}
	}
	a, _ := s.Subscription(t.Context(), 1)
	b, _ := s.Subscription(t.Context(), 2)
	queue(t, s, a, post("a1"), store.Part{Kind: store.Thread, Body: []byte("name")}, store.Part{Kind: store.Reply, Body: []byte("a3")})
	queue(t, s, a, post("later"))
	queue(t, s, b, post("b1"))

	var sent []string
	for {
		all := ready(t, s, at)
		if len(all) == 0 {
			break
		}
		d := all[0]
		sent = append(sent, string(d.Body)+" in "+d.Channel+" under "+d.Under)
		must(t, s.MarkSending(t.Context(), d.ID))
		must(t, s.MarkSent(t.Context(), d.ID, "message of "+string(d.Body)))
	}
	want := []string{"a1 in 100 under ", "name in 100 under message of a1", "a3 in 100 under message of a1", "later in 100 under ", "b1 in 200 under "}
	if diff := cmp.Diff(want, sent); diff != "" {
		t.Error(diff)
	}
}

func TestOnlyOneDigestOfARange(t *testing.T) {
	s := open(t, t.TempDir())
	record(t, s, "r1")
	n := subscribe(t, s, "100")
	record(t, s, "r2")
	d := store.NewDigest{Subscription: n.ID, From: 1, To: 2, Channel: "100", Parts: []store.Part{post("a")}, Due: at.Add(time.Hour)}
	must(t, s.Queue(t.Context(), d))
	if err := s.Queue(t.Context(), d); !errors.Is(err, store.ErrOvertaken) {
		t.Errorf("queued again: %v", err)
	}
	if err := s.Advance(t.Context(), n.ID, 1, 2, at); !errors.Is(err, store.ErrOvertaken) {
		t.Errorf("moved on again: %v", err)
	}
	if diff := cmp.Diff([]string{"a"}, bodies(ready(t, s, at))); diff != "" {
		t.Error(diff)
	}
	got, err := s.Subscription(t.Context(), n.ID)
	must(t, err)
	n.Cursor, n.Due = 2, at.Add(time.Hour)
	if diff := cmp.Diff(n, got, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}
