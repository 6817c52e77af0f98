package store_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers/store"
)

func TestSubscriptions(t *testing.T) {
	ctx := t.Context()
	s := open(t, t.TempDir())
	if _, err := s.Subscribe(ctx, store.Subscription{Channel: "100"}); !errors.Is(err, store.ErrNoRevision) {
		t.Errorf("subscribed to nothing: %v", err)
	}
	record(t, s, "r1")
	record(t, s, "r2")
	a, err := s.Subscribe(ctx, store.Subscription{
		ID: 99, Guild: "1", Channel: "100", Creator: "7", Language: "lt", Cursor: 1, Due: at.Add(time.Hour),
		Filter:   store.Filter{Actors: []string{"budrys"}, Topics: []string{"drones"}, Sources: []string{"LRT", "note.md"}, Question: "Who?"},
		Schedule: store.Schedule{Every: "weekly", Weekday: time.Monday, Hour: 8, Minute: 30, Zone: "Europe/Vilnius"},
	})
	must(t, err)
	b, err := s.Subscribe(ctx, store.Subscription{Guild: "2", Channel: "200", Creator: "8"})
	must(t, err)
	if a.ID != 1 || a.Cursor != 2 || !a.Created.Equal(at) {
		t.Errorf("subscribed as %d from revision %d at %s", a.ID, a.Cursor, a.Created)
	}

	is := func(guild string, want ...store.Subscription) {
		t.Helper()
		got, err := s.Subscriptions(ctx, guild)
		must(t, err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	is("", a, b)
	is("2", b)
	is("3")

	a.Channel, a.Language, a.Due = "101", "en", time.Time{}
	a.Filter, a.Schedule = store.Filter{Question: "Where?"}, store.Schedule{}
	edit := a
	edit.Guild, edit.Creator, edit.Paused, edit.Cursor = "9", "9", "9", 0 // these stay
	must(t, s.Edit(ctx, edit))
	is("1", a)
	must(t, s.Advance(ctx, a, a.Cursor, at)) // it was told while somebody edited it
	a.Due = at
	must(t, s.Edit(ctx, edit))
	is("1", a)
	must(t, s.Advance(ctx, a, a.Cursor, time.Time{}))
	a.Due = time.Time{}

	pause := func(why string, changed bool) {
		t.Helper()
		got, err := s.Pause(ctx, a.ID, why)
		must(t, err)
		if got != changed {
			t.Errorf("paused for %q: %v, want %v", why, got, changed)
		}
	}
	pause("the channel is gone", true)
	pause("asked for", false)
	a.Paused = "the channel is gone"
	is("1", a)
	for _, changed := range []bool{true, false} {
		got, err := s.Resume(ctx, a.ID, at.Add(2*time.Hour))
		must(t, err)
		if got != changed {
			t.Errorf("resumed: %v, want %v", got, changed)
		}
	}
	a.Paused, a.Due = "", at.Add(2*time.Hour)
	is("1", a)

	must(t, s.Unsubscribe(ctx, b.ID))
	is("", a)
	_, pauseErr := s.Pause(ctx, b.ID, "why")
	_, resumeErr := s.Resume(ctx, b.ID, at)
	_, findErr := s.Subscription(ctx, b.ID)
	for name, err := range map[string]error{
		"pause": pauseErr, "resume": resumeErr, "find": findErr, "edit": s.Edit(ctx, b), "unsubscribe": s.Unsubscribe(ctx, b.ID),
	} {
		if !errors.Is(err, store.ErrNoSubscription) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if c := subscribe(t, s, "300"); c.ID != 3 {
		t.Errorf("the id %d is given again", c.ID)
	}
}
