package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossierbot/corpus"
	"dossierbot/handlers/store"
)

func TestRecordOnlyWhatIsNew(t *testing.T) {
	now := at
	s, err := store.Open(t.Context(), store.Options{Dir: t.TempDir(), Now: func() time.Time { return now }})
	must(t, err)
	defer s.Close()
	a := corpus.Fingerprint{Text: "a", Said: "1"}
	archive := func(id string) ([]byte, error) { return []byte(id), nil }
	first := store.NewRevision{ID: "r1", Cause: "start", Changes: []corpus.Change{{Kind: corpus.Added, ID: "a.txt", After: a}},
		Archive: archive, Standing: []byte("positions"), Unread: []string{"scan.pdf: it has no text"}}
	with := func(change func(*store.NewRevision)) store.NewRevision {
		n := first
		n.Changes, n.Cause = nil, "again"
		change(&n)
		return n
	}
	for _, c := range []struct {
		name string
		n    store.NewRevision
		want int64 // number of the revision
	}{
		{"the first", first, 1},
		{"nothing has changed", with(func(n *store.NewRevision) {}), 1},
		{"a change that is there already", with(func(n *store.NewRevision) { n.Changes = first.Changes }), 1},
		{"positions are as before", with(func(n *store.NewRevision) { n.Standing = nil }), 1},
		{"another id", with(func(n *store.NewRevision) { n.ID = "r2" }), 2},
		{"other positions", with(func(n *store.NewRevision) { n.ID, n.Standing = "r2", []byte("others") }), 3},
		{"all can be read", with(func(n *store.NewRevision) { n.ID, n.Standing, n.Unread = "r2", nil, nil }), 4},
		{"the first state again", with(func(n *store.NewRevision) { n.ID, n.Standing = "r1", nil }), 5},
	} {
		now = now.Add(time.Hour)
		r, err := s.Record(t.Context(), c.n)
		must(t, err)
		if r.Number != c.want {
			t.Errorf("%s: revision %d, want %d", c.name, r.Number, c.want)
		}
	}

	all, err := s.Revisions(t.Context(), 2)
	must(t, err)
	want := []store.Revision{
		{Number: 5, ID: "r1", At: at.Add(8 * time.Hour), Cause: "again"},
		{Number: 4, ID: "r2", At: at.Add(7 * time.Hour), Cause: "again"},
	}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Error(diff)
	}
	type notes struct {
		Standing string
		Unread   []string
	}
	unread := []string{"scan.pdf: it has no text"}
	for number, want := range []notes{{}, {"positions", unread}, {"positions", unread}, {"others", unread}, {"others", nil}, {"others", unread}} {
		standing, err := s.Standing(t.Context(), int64(number))
		must(t, err)
		unread, err := s.Unread(t.Context(), int64(number))
		must(t, err)
		if diff := cmp.Diff(want, notes{string(standing), unread}, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("revision %d: %s", number, diff)
		}
	}
}

func TestFindARevision(t *testing.T) {
	now := at
	s, err := store.Open(t.Context(), store.Options{Dir: t.TempDir(), Now: func() time.Time { return now }})
	must(t, err)
	defer s.Close()
	if _, err := s.Latest(t.Context()); !errors.Is(err, store.ErrNoRevision) {
		t.Errorf("latest of none: %v", err)
	}
	for _, id := range []string{"a", "b", "a"} {
		_, err := s.Record(t.Context(), store.NewRevision{ID: id})
		must(t, err)
		now = now.Add(time.Hour)
	}
	latest, err := s.Latest(t.Context())
	must(t, err)
	if latest.Number != 3 {
		t.Errorf("latest is %d", latest.Number)
	}
	for _, c := range []struct {
		id   string
		want int64 // 0: none
	}{{"a", 3}, {"b", 2}, {"c", 0}} {
		r, err := s.Revision(t.Context(), c.id)
		if r.Number != c.want || (c.want == 0) != errors.Is(err, store.ErrNoRevision) {
			t.Errorf("revision %s is %d, %v; want %d", c.id, r.Number, err, c.want)
		}
	}
	for _, c := range []struct {
		at   time.Duration
		want int64
	}{{-time.Second, 0}, {0, 1}, {59 * time.Minute, 1}, {time.Hour, 2}, {100 * time.Hour, 3}} {
		r, err := s.RevisionAt(t.Context(), at.Add(c.at))
		if r.Number != c.want || (c.want == 0) != errors.Is(err, store.ErrNoRevision) {
			t.Errorf("revision at %s is %d, %v; want %d", c.at, r.Number, err, c.want)
		}
	}
	for _, c := range [][2]int64{{0, 4}, {4, 0}, {-1, 2}} {
		if _, err := s.Net(t.Context(), c[0], c[1]); !errors.Is(err, store.ErrNoRevision) {
			t.Errorf("net of %v: %v", c, err)
		}
	}
}

// TestNetOfRandomStates records random states, with documents that move,
// exchange their names and come back, and holds what changed between any two
// against the states themselves.
func TestNetOfRandomStates(t *testing.T) {
	t.Parallel()
	for seed := range uint64(3) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 8))
			s := open(t, t.TempDir())
			states := []corpus.Manifest{{}}
			archived := map[corpus.Fingerprint]string{}
			for i := range 18 {
				last, next := states[i], corpus.Manifest{}
				for n := range 8 {
					id := fmt.Sprintf("%d.txt", n)
					switch r.IntN(6) {
					case 0:
					case 1:
						next[id] = corpus.Fingerprint{Text: fmt.Sprint("text ", r.IntN(6)), Said: fmt.Sprint("said ", r.IntN(2))}
					case 2:
						if f, ok := last[fmt.Sprintf("%d.txt", r.IntN(8))]; ok {
							next[id] = f
						}
					default:
						if f, ok := last[id]; ok {
							next[id] = f
						}
					}
				}
				_, err := s.Record(t.Context(), store.NewRevision{ID: fmt.Sprint(i), Changes: corpus.Diff(last, next),
					Archive: func(id string) ([]byte, error) {
						f := next[id]
						if _, ok := archived[f]; ok {
							t.Errorf("%v is archived again", f)
						}
						archived[f] = fmt.Sprint("archive of ", id, f)
						return []byte(archived[f]), nil
					}})
				must(t, err)
				states = append(states, next)
				got, err := s.Manifest(t.Context())
				must(t, err)
				if diff := cmp.Diff(next, got); diff != "" {
					t.Fatalf("state %d: %s", i+1, diff)
				}
			}
			for from, before := range states {
				for to, after := range states {
					got, err := s.Net(t.Context(), int64(from), int64(to))
					must(t, err)
					if diff := cmp.Diff(corpus.Diff(before, after), got, cmpopts.EquateEmpty()); diff != "" {
						t.Errorf("from %d to %d: %s", from, to, diff)
					}
				}
				for id, f := range before {
					got, err := s.Archived(t.Context(), f)
					must(t, err)
					if string(got) != archived[f] {
						t.Errorf("archive of %s in state %d is %q, want %q", id, from, got, archived[f])
					}
				}
			}
		})
	}
}

func TestArchiveFails(t *testing.T) {
	s := open(t, t.TempDir())
	record(t, s, "r1")
	want := holds(t, s)
	gone := fmt.Errorf("read it: %w", os.ErrPermission)
	_, err := s.Record(t.Context(), store.NewRevision{ID: "r2", Changes: []corpus.Change{
		{Kind: corpus.Added, ID: "a.txt", After: corpus.Fingerprint{Text: "a"}},
		{Kind: corpus.Added, ID: "b.txt", After: corpus.Fingerprint{Text: "b"}},
	}, Archive: func(id string) ([]byte, error) {
		if id == "b.txt" {
			return nil, gone
		}
		return []byte(id), nil
	}})
	if !errors.Is(err, gone) || errors.Is(err, store.ErrUnwritable) {
		t.Errorf("recorded: %v", err)
	}
	if diff := cmp.Diff(want, holds(t, s)); diff != "" {
		t.Errorf("half of it is recorded: %s", diff)
	}
	if _, err := s.Archived(t.Context(), corpus.Fingerprint{Text: "a"}); !errors.Is(err, store.ErrNoVersion) {
		t.Errorf("archived: %v", err)
	}
}
