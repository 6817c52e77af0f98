package delivery_test

import (
	"fmt"
	"testing"
	"time"

	"dossierbot/bot/delivery"
	"dossierbot/bot/discord/standin"
	"dossierbot/handlers/store"
)

// home is the channel that most tests write to.
const home = "400000000000000001"

// chatter has people say more than Discord lists at once.
func (w *world) chatter(channel string) {
	for n := range 130 {
		w.Say(channel, standin.UserID, fmt.Sprint(n))
	}
}

// requests are those of a threaded digest, each with what is to pass before it.
var requests = []struct {
	name   string
	of     string
	before []standin.Fault
}{
	{"message", standin.PostMessage, nil},
	{"thread", standin.StartThread, nil},
	{"reply", standin.PostMessage, []standin.Fault{{}}},
	{"last reply", standin.PostMessage, []standin.Fault{{}, {}}},
}

// cases calls do for every request, for one that Discord does and one that it
// does not, and where it forgets nonces meanwhile and where not; do gives the
// worlds that come of it, which go on side by side.
func cases(do func(name, of string, done, forgets bool, before []standin.Fault) []*world) []*world {
	var worlds []*world
	for _, r := range requests {
		for _, done := range []bool{false, true} {
			for _, forgets := range []bool{false, true} {
				name := fmt.Sprintf("%s, done %v, forgotten %v", r.name, done, forgets)
				worlds = append(worlds, do(name, r.of, done, forgets, r.before)...)
			}
		}
	}
	return worlds
}

// Whatever becomes of a request, what it asked for is there once in the end.
func TestEachPartIsSentOnce(t *testing.T) {
	t.Parallel()
	for _, w := range cases(func(name, of string, done, forgets bool, before []standin.Fault) (worlds []*world) {
		for failure, f := range map[string]standin.Fault{"500": {Status: 500}, "no answer": {Drop: true}, "a page": {Status: 403}} {
			w := newWorld(t, roomy)
			w.name = failure + ", " + name
			w.parts = threaded
			w.subscribe(home)
			w.record(2)
			f.Of, f.Done = of, done
			f.Do = func() {
				w.chatter(home)
				if forgets {
					w.ForgetNonces()
				}
			}
			w.Fail(append(before[:len(before):len(before)], f)...)
			w.start()
			worlds = append(worlds, w)
		}
		return worlds
	}) {
		w.settled()
		w.expect(home, told(1, 2)...)
		if !w.Failed() {
			t.Errorf("%s: nothing went wrong", w.name)
		}
	}
}

// A process that dies with a request under way leaves it to the next.
func TestProcessDies(t *testing.T) {
	t.Parallel()
	for _, w := range cases(func(name, of string, done, forgets bool, before []standin.Fault) []*world {
		w := newWorld(t, roomy)
		w.name = name
		w.parts = threaded
		w.subscribe(home)
		w.record(2)
		var first *process
		begun := make(chan struct{})
		w.Fail(append(before[:len(before):len(before)], standin.Fault{Of: of, Done: done, Drop: true, Do: func() {
			<-begun
			first.kill()
		}})...)
		first = w.start()
		close(begun)
		w.must(first.end())
		w.chatter(home)
		if forgets {
			w.ForgetNonces()
		}
		w.record(3) // it is told too, after what came before
		w.open()
		w.start()
		return []*world{w}
	}) {
		w.settled()
		w.expect(home, told(1, 2, 3)...)
	}
}

// A process that dies at any moment, again and again.
func TestProcessDiesOften(t *testing.T) {
	w := newWorld(t, roomy)
	w.parts = threaded
	w.subscribe(home)
	for n := 2; n < 8; n++ {
		w.record(n)
		p := w.start()
		<-time.After(time.Duration(n) * 7 * time.Millisecond) // any moment will do
		p.kill()
		if err := p.end(); err != nil {
			t.Fatal(err)
		}
		w.ForgetNonces()
		w.open()
	}
	w.start()
	w.settled()
	// Which revisions are told together depends on the moment; none is twice.
	list, err := w.store.Deliveries(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	var revisions []int64
	for _, p := range list {
		if p.Kind == store.Post {
			revisions = append(revisions, p.To)
		}
	}
	if len(revisions) == 0 {
		t.Fatal("nothing is told")
	}
	w.expect(home, told(1, revisions...)...)
}

func TestDigestsComeInOrder(t *testing.T) {
	t.Parallel()
	const other = "400000000000000002"
	w := newWorld(t, roomy)
	w.parts = func(s store.Subscription, to int64) []store.Part {
		return []store.Part{message(store.Post, "%d: to %d", s.ID, to), message(store.Post, "%d: to %d, more", s.ID, to)}
	}
	w.subscribe(home)
	w.subscribe(other)
	// What comes first is slow, and then fails; all else waits for it there, and
	// goes on elsewhere.
	slow := make(chan struct{})
	w.Fail(standin.Fault{Channel: home, Status: 500, Hold: slow})
	p := w.start()
	for n := 2; n < 5; n++ {
		w.record(n)
		p.Wake()
		w.Wait("the other channel to be told", func() bool { return len(w.texts(other)) == 2*(n-1) })
	}
	w.expect(home)
	close(slow)
	w.settled()
	w.expect(home, "1: to 2", "1: to 2, more", "1: to 3", "1: to 3, more", "1: to 4", "1: to 4, more")
	w.expect(other, "2: to 2", "2: to 2, more", "2: to 3", "2: to 3, more", "2: to 4", "2: to 4, more")
}

// Two subscriptions to one channel are told there one after the other.
func TestOneChannelForTwo(t *testing.T) {
	t.Parallel()
	w := newWorld(t, roomy)
	w.subscribe(home)
	w.subscribe(home)
	w.record(2)
	w.start()
	w.settled()
	if got := w.texts(home); len(got) != 2 || got[0] == got[1] {
		t.Errorf("told %q", got)
	}
}

// Where there can be no thread, or none any more, the digest goes on in the
// channel.
func TestNoThread(t *testing.T) {
	t.Parallel()
	first := func(w *world) string { return w.Messages(home)[0].ID }
	type result struct {
		*world
		want []string
	}
	var worlds []result
	for _, c := range []struct {
		name string
		of   string // the request while which it happens, and which is then tried again
		do   func(w *world)
		want []string
	}{
		{"the message is deleted", standin.StartThread, func(w *world) { w.Delete(home, first(w)) }, []string{"1: to 2, one", "1: to 2, two"}},
		{"the thread is locked", standin.PostMessage, func(w *world) { w.Lock(first(w)) }, []string{"1: to 2", "1: to 2, one", "1: to 2, two", "thread Details"}},
		{"the thread is deleted", standin.PostMessage, func(w *world) { w.RemoveChannel(first(w)) }, []string{"1: to 2", "1: to 2, one", "1: to 2, two"}},
	} {
		for _, forgets := range []bool{false, true} {
			w := newWorld(t, roomy)
			w.name = fmt.Sprintf("%s, forgotten %v", c.name, forgets)
			w.parts = threaded
			w.subscribe(home)
			w.record(2)
			w.Fail(
				standin.Fault{Channel: home}, // the first message
				standin.Fault{Of: c.of, Status: 500, Do: func() { c.do(w) }},
				// The first message that goes to the channel instead has no answer.
				standin.Fault{Channel: home, Done: true, Drop: true, Do: func() {
					if forgets {
						w.ForgetNonces()
					}
				}},
			)
			w.start()
			worlds = append(worlds, result{w, c.want})
		}
	}
	for _, w := range worlds {
		w.settled()
		w.expect(home, w.want...)
		if !w.Failed() {
			t.Errorf("%s: nothing went wrong", w.name)
		}
	}
}

func TestNewWantsWhatItNeeds(t *testing.T) {
	if _, err := delivery.New(delivery.Options{}); err == nil {
		t.Error("a delivery of nothing")
	}
}
