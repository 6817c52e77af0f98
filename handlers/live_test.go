package handlers_test

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
)

func TestStateIsClosedWhenNobodyHoldsIt(t *testing.T) {
	var closed []string
	closing := func(name string) func() error {
		return func() error { closed = append(closed, name); return fmt.Errorf("close %s", name) }
	}
	expect := func(when string, want ...string) {
		t.Helper()
		if diff := cmp.Diff(want, closed); diff != "" {
			t.Fatalf("closed %s (-want +got):\n%s", when, diff)
		}
	}
	first, second := new(handlers.Handlers), new(handlers.Handlers)
	live := handlers.NewLive(first, closing("first"))
	one, releaseOne := live.Acquire()
	_, releaseTwo := live.Acquire()
	live.Swap(second, closing("second"))
	if now, release := live.Acquire(); one != first || now != second {
		t.Error("a state was answered from that was not the newest")
	} else {
		release()
	}
	expect("while two hold it")
	releaseOne()
	releaseOne() // counts once
	expect("while one holds it")
	releaseTwo()
	expect("after the last released it", "first")
	live.Swap(new(handlers.Handlers), closing("third"))
	expect("where nobody holds it", "first", "second")
	err := live.Close()
	expect("in the end", "first", "second", "third")
	for _, name := range closed {
		if err == nil || !errorHolds(err, "close "+name) {
			t.Errorf("error %v does not tell of the state %s", err, name)
		}
	}
}

func errorHolds(err error, text string) bool {
	var joined interface{ Unwrap() []error }
	if !errors.As(err, &joined) {
		return err.Error() == text
	}
	for _, e := range joined.Unwrap() {
		if e.Error() == text {
			return true
		}
	}
	return false
}

// What is answered from is open until it is released, however often the state
// is swapped meanwhile; and every state is closed once.
func TestStatesAreSwappedWhileTheyAnswer(t *testing.T) {
	const swaps, askers = 200, 4
	closed := map[*handlers.Handlers]*atomic.Int32{}
	states := make([]*handlers.Handlers, swaps)
	for i := range states {
		states[i] = new(handlers.Handlers)
		closed[states[i]] = new(atomic.Int32)
	}
	closing := func(h *handlers.Handlers) func() error {
		return func() error { closed[h].Add(1); return nil }
	}
	live := handlers.NewLive(states[0], closing(states[0]))
	done := make(chan struct{})
	var asking sync.WaitGroup
	for range askers {
		asking.Go(func() {
			for {
				h, release := live.Acquire()
				if closed[h].Load() > 0 {
					t.Error("answered from a state that is closed")
				}
				release()
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for _, h := range states[1:] {
		live.Swap(h, closing(h))
	}
	close(done)
	asking.Wait()
	if err := live.Close(); err != nil {
		t.Error(err)
	}
	for i, h := range states {
		if n := closed[h].Load(); n != 1 {
			t.Errorf("state %d was closed %d times", i, n)
		}
	}
}
