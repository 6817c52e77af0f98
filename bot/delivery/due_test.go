package delivery_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers/store"
)

func TestSchedules(t *testing.T) {
	t.Parallel()
	w := newWorld(t, roomy)
	at := func(due time.Time) func(*store.Subscription) {
		return func(s *store.Subscription) {
			s.Due, s.Schedule = due, store.Schedule{Every: store.Daily, Hour: due.UTC().Hour(), Minute: due.UTC().Minute()}
		}
	}
	now := time.Now()
	hour := now.Truncate(time.Minute)
	w.subscribe("1", at(hour.Add(-time.Hour)))
	w.subscribe("2", at(now.Add(2*time.Second)))
	w.subscribe("3", at(hour.Add(time.Hour)))
	w.subscribe("4")
	w.record(2)
	w.start()
	w.Wait("those that are due to be told", func() bool {
		return len(w.texts("1"))+len(w.texts("2"))+len(w.texts("4")) == 3
	})
	if got := w.texts("3"); len(got) > 0 {
		t.Errorf("told %q before its time", got)
	}
	s, err := w.store.Subscription(t.Context(), 1)
	if d := cmp.Diff(hour.Add(23*time.Hour).UnixMicro(), s.Due.UnixMicro()); err != nil || d != "" {
		t.Error(err, d)
	}
}

// A clock that was ahead must not silence anybody once it is set right.
func TestScheduleAfterAClockThatWasAhead(t *testing.T) {
	t.Parallel()
	w := newWorld(t, roomy)
	w.subscribe(home, func(s *store.Subscription) {
		s.Due, s.Schedule = time.Now().AddDate(1, 0, 0), store.Schedule{Every: store.Weekly, Weekday: time.Monday, Hour: 8}
	})
	w.start()
	w.Wait("the time to be set back", func() bool {
		s, err := w.store.Subscription(t.Context(), 1)
		w.must(err)
		return s.Due.Equal(s.Schedule.Next(time.Now()))
	})
}

// What begins at the same revision is made one after the other: what changed
// since has then to be found once.
func TestMadeByWhereTheyBegin(t *testing.T) {
	t.Parallel()
	w := newWorld(t, roomy)
	late := w.subscribe(home)
	w.subscribe(other)
	w.record(2)
	w.subscribe("400000000000000004")
	w.record(3)
	w.must(w.store.Advance(t.Context(), late, 3, time.Time{}))
	w.record(4)
	w.start()
	w.settled()
	w.mu.Lock()
	defer w.mu.Unlock()
	if diff := cmp.Diff([]int64{1, 2, 3}, w.made); diff != "" {
		t.Error(diff)
	}
}

func TestMadeAgainAfterAnError(t *testing.T) {
	t.Parallel()
	w := newWorld(t, roomy)
	w.failed = 1 // for the first of the two
	w.subscribe(home)
	w.subscribe(other)
	w.record(2)
	w.start()
	w.Wait("both to be told", func() bool { return len(w.texts(home))+len(w.texts(other)) == 2 })
	if !strings.Contains(w.logged(), "subscription 1: no digest now") {
		t.Errorf("log:\n%s", w.logged())
	}
}
