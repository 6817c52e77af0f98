package delivery_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
	"dossierbot/handlers/store"
)

const (
	other     = "400000000000000002"
	operators = "400000000000000003"
)

// deny takes a permission from the bot in a channel; none gives all back.
func (w *world) deny(channel string, permissions int64) {
	w.SetChannel(standin.Channel{ID: channel, Overwrites: []standin.Overwrite{{ID: standin.AppID, Member: true, Deny: permissions}}})
}

// paused is why a subscription is paused.
func (w *world) paused(id int64) string {
	w.t.Helper()
	s, err := w.store.Subscription(context.Background(), id)
	w.must(err)
	return s.Paused
}

// notices are those that the operators have got.
func (w *world) notices() []string { return w.texts(operators) }

// What stands in the way pauses the one subscription that it is about, is told
// once, and keeps nothing from being told later.
func TestPausedAndResumed(t *testing.T) {
	for _, c := range []struct {
		name         string
		break_, mend func(w *world)
		why          string
	}{
		{"the channel is gone", func(w *world) { w.RemoveChannel(home) }, func(w *world) { w.SetChannel(standin.Channel{ID: home}) }, "the channel is gone"},
		{"hidden", func(w *world) { w.deny(home, standin.ViewChannel) }, func(w *world) { w.deny(home, 0) },
			"the bot lacks permissions there: View Channel, Send Messages, Send Messages in Threads, Create Public Threads, Read Message History"},
		{"not to write", func(w *world) { w.deny(home, standin.SendMessages) }, func(w *world) { w.deny(home, 0) }, "the bot lacks permissions there: Send Messages"},
		{"no threads", func(w *world) { w.deny(home, standin.CreatePublicThreads) }, func(w *world) { w.deny(home, 0) }, "the bot lacks permissions there: Create Public Threads"},
		{"not to write in threads", func(w *world) { w.deny(home, standin.SendMessagesInThreads) }, func(w *world) { w.deny(home, 0) }, "the bot lacks permissions there: Send Messages in Threads"},
		{"refused", func(w *world) { w.Fail(standin.Fault{Channel: home, Status: 400, Code: 50035}) }, func(w *world) {}, "Discord does not take the message: Bad Request"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, roomy)
			w.parts = threaded
			w.operators = operators
			w.SetChannel(standin.Channel{ID: operators})
			w.subscribe(home)
			w.subscribe(other)
			c.break_(w)
			w.record(2)
			p := w.start()
			w.Wait("the operators to be told", func() bool { return len(w.notices()) == 1 })
			w.Wait("the subscription to be paused", func() bool { return w.paused(1) != "" })
			w.settled()
			if got := w.paused(1); got != c.why {
				t.Errorf("paused since %q, want %q", got, c.why)
			}
			for _, want := range []string{"Digest 1 is paused", "<#" + home + ">", "/digest resume", "/digest edit"} {
				if !strings.Contains(w.notices()[0], want) {
					t.Errorf("no %q in the notice:\n%s", want, w.notices()[0])
				}
			}
			for n := 3; n <= 4; n++ { // no digest is made, nothing is tried while it is paused
				w.record(n)
				p.Wake()
				w.settled()
			}
			w.expect(other, told(2, 2, 3, 4)...)

			c.mend(w)
			changed, err := w.store.Resume(t.Context(), 1, time.Time{})
			if err != nil || !changed {
				t.Fatal(changed, err)
			}
			p.Wake()
			w.settled()
			w.expect(home, told(1, 2, 4)...)
			if len(w.notices()) != 1 {
				t.Errorf("told %d times:\n%s", len(w.notices()), strings.Join(w.notices(), "\n\n"))
			}
		})
	}
}

// Who resumes it without mending it is told again, and so is who edits it to
// another channel that is no better; in the one that is, all is told.
func TestToldAgainAfterEachResume(t *testing.T) {
	t.Parallel()
	const better = "400000000000000004"
	w := newWorld(t, roomy)
	w.operators = operators
	w.SetChannel(standin.Channel{ID: operators})
	s := w.subscribe(home)
	w.RemoveChannel(home)
	w.record(2)
	p := w.start()
	for n := 1; n <= 3; n++ {
		w.Wait("the operators to be told", func() bool { return len(w.notices()) == n })
		w.Wait("the subscription to be paused", func() bool { return w.paused(1) != "" })
		if n == 3 {
			s.Channel = better
			w.SetChannel(standin.Channel{ID: better})
			w.must(w.store.Edit(t.Context(), s))
		}
		_, err := w.store.Resume(t.Context(), 1, time.Time{})
		w.must(err)
		p.Wake()
	}
	w.settled()
	w.expect(better, "1: to 2")
}

func TestWhoMadeItIsToldWhereThereAreNoOperators(t *testing.T) {
	t.Parallel()
	w := newWorld(t, roomy)
	w.subscribe(home)
	w.subscribe(other, func(s *store.Subscription) { s.Creator = standin.UserID })
	w.RefuseDirect(standin.UserID)
	w.RemoveChannel(home)
	w.RemoveChannel(other)
	w.record(2)
	w.start()
	w.Wait("both to be paused", func() bool { return w.paused(1) != "" && w.paused(2) != "" })
	w.settled() // also what could not be told
	if got := w.texts(w.Direct(standin.ModeratorID)); len(got) != 1 || !strings.Contains(got[0], "Digest 1 is paused") {
		t.Errorf("told %q", got)
	}
	if log := w.logged(); !strings.Contains(log, "notice not sent") || !strings.Contains(log, standin.UserID) {
		t.Errorf("nobody was told of subscription 2, and the log does not say so:\n%s", log)
	}
}

// What is refused and what takes long must not hold up the others.
func TestNobodyWaitsForOthers(t *testing.T) {
	t.Parallel()
	w := newWorld(t, roomy)
	w.subscribe(home)
	w.subscribe(other)
	w.Fail(standin.Fault{Channel: home, Status: 429, After: time.Hour})
	w.record(2)
	w.start()
	w.Wait("the other to be told", func() bool { return len(w.texts(other)) == 1 })
	w.Wait("the first to be postponed", func() bool {
		list, err := w.store.Deliveries(t.Context(), 1)
		w.must(err)
		return len(list) == 1 && time.Until(list[0].NotBefore) > 59*time.Minute
	})
	if w.paused(1) != "" || w.limited() != 1 {
		t.Errorf("paused %q, %d requests too many", w.paused(1), w.limited())
	}
}

// Too many requests, in one channel or in all, are no reason to send anything
// twice or never.
func TestTooManyRequests(t *testing.T) {
	for _, global := range []bool{false, true} {
		w := newWorld(t, roomy)
		w.parts = threaded
		w.subscribe(home)
		w.record(2)
		after := 300 * time.Millisecond
		w.Fail(standin.Fault{Status: 429, After: after, Global: global}, standin.Fault{Of: standin.StartThread, Status: 429, After: after, Global: global},
			standin.Fault{Status: 429, After: after, Global: global})
		w.start()
		w.settled()
		w.expect(home, told(1, 2)...)
		if w.limited() != 3 {
			t.Errorf("%d requests too many, want 3", w.limited())
		}
	}
}

func TestStaysWithinTheLimits(t *testing.T) {
	t.Parallel()
	const channels = 10
	w := newWorld(t, standin.Options{PerChannel: 2, Window: 300 * time.Millisecond}) // 50 a second in all
	w.parts = func(s store.Subscription, to int64) []store.Part {
		return append(threaded(s, to), message(store.Reply, "%d: to %d, three", s.ID, to))
	}
	channel := func(n int) string { return fmt.Sprint(500000000000000000 + n) }
	for n := range channels {
		w.subscribe(channel(n))
	}
	w.record(2)
	w.start()
	w.settled()
	for n := range channels {
		w.expect(channel(n), append(told(int64(n+1), 2), fmt.Sprintf("%d: to 2, three", n+1))...)
	}
	if w.limited() > 0 {
		t.Errorf("%d requests too many", w.limited())
	}
}

func TestRefusedTokenEndsIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, standin.Options{RESTToken: "another"})
	w.subscribe(home)
	w.record(2)
	if err := w.start().end(); !errors.Is(err, discord.ErrToken) || !strings.Contains(err.Error(), "discord.token") {
		t.Errorf("Run ended with %v", err)
	}
	_, parts, _, err := w.store.Queued(t.Context())
	if err != nil || parts != 1 {
		t.Errorf("%d parts wait, %v, want 1", parts, err)
	}
}

// A subscription that is removed while its digest is being sent ends with the
// message under way.
func TestRemovedMeanwhile(t *testing.T) {
	t.Parallel()
	w := newWorld(t, roomy)
	w.parts = threaded
	w.subscribe(home)
	w.subscribe(other)
	w.record(2)
	w.Fail(standin.Fault{Channel: home, Do: func() { w.must(w.store.Unsubscribe(context.Background(), 1)) }},
		standin.Fault{Channel: other, Status: 403, Code: 50013, Do: func() { w.must(w.store.Unsubscribe(context.Background(), 2)) }})
	w.start()
	w.Wait("both to be removed", func() bool {
		all, err := w.store.Subscriptions(context.Background(), "")
		w.must(err)
		return len(all) == 0
	})
	w.settled()
	w.Wait("the message to be recorded", func() bool {
		list, err := w.store.Deliveries(context.Background(), 1)
		w.must(err)
		return list[0].State == store.Sent && list[1].State == store.Dropped
	})
	w.expect(home, "1: to 2")
	w.expect(other)
}

// A subscription that is given another channel while its digest is refused in
// the old one goes on there: what stood in the way no longer does.
func TestEditedWhileItIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, roomy)
	w.operators = operators
	w.SetChannel(standin.Channel{ID: operators})
	w.SetChannel(standin.Channel{ID: other})
	s := w.subscribe(home)
	s.Channel = other
	w.record(2)
	w.Fail(standin.Fault{Channel: home, Status: 404, Code: 10003, Do: func() { w.must(w.store.Edit(context.Background(), s)) }})
	w.start()
	w.Wait("the other channel to be told", func() bool { return len(w.texts(other)) == 1 })
	w.settled()
	w.expect(home)
	if why, notices := w.paused(1), w.notices(); why != "" || len(notices) > 0 {
		t.Errorf("paused %q, told %q", why, notices)
	}
}

// Who pauses it by hand meanwhile is not told that it is paused.
func TestPausedByHandWhileItIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, roomy)
	w.operators = operators
	w.SetChannel(standin.Channel{ID: operators})
	w.subscribe(home)
	w.record(2)
	w.Fail(
		standin.Fault{Channel: home, Status: 404, Code: 10003, Do: func() {
			_, err := w.store.Pause(context.Background(), 1, "by hand")
			w.must(err)
		}},
		standin.Fault{Channel: home, Status: 404, Code: 10003},
	)
	p := w.start()
	w.Wait("it to be refused", func() bool {
		list, err := w.store.Deliveries(t.Context(), 1)
		w.must(err)
		return len(list) == 1 && list[0].Attempts == 1
	})
	w.settled()
	if why, notices := w.paused(1), w.notices(); why != "by hand" || len(notices) > 0 {
		t.Errorf("paused %q, told %q", why, notices)
	}
	_, err := w.store.Resume(t.Context(), 1, time.Time{})
	w.must(err)
	p.Wake()
	w.Wait("the operators to be told", func() bool { return len(w.notices()) == 1 })
	if why := w.paused(1); why != "the channel is gone" {
		t.Errorf("paused %q", why)
	}
}

// While nothing can be recorded, nothing is sent.
func TestDatabaseCannotBeWritten(t *testing.T) {
	t.Parallel()
	w := newWorld(t, roomy)
	s := w.subscribe(home)
	w.record(2)
	w.must(w.make(t.Context(), s))
	writable := w.store
	var err error
	w.store, err = store.Open(t.Context(), store.Options{Dir: w.dir, ReadOnly: true})
	w.must(err)
	p := w.start()
	w.Wait("it to be logged twice", func() bool { return strings.Count(w.logged(), "digests not sent") == 2 })
	p.kill()
	w.must(p.end())
	w.expect(home)
	w.must(w.store.Close())
	w.store = writable
	w.start()
	w.settled()
	w.expect(home, "1: to 2")
}
