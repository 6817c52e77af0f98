package handlers

import (
	"errors"
	"sync"
)

// Live is the newest state of a dossier. Who answers takes hold of one state
// and answers all of it from that, while a newer one may take its place. It is
// safe for concurrent use.
type Live struct {
	guard  sync.Mutex
	newest *state
	errs   []error // of the states that were closed
}

// state is what answers, and what it takes to close that.
type state struct {
	handlers *Handlers
	close    func() error
	holders  int // who answers from it, and Live while it is the newest
}

// NewLive makes h the newest state; close is called when another has taken its
// place and the last who holds it has released it.
func NewLive(h *Handlers, close func() error) *Live {
	return &Live{newest: &state{handlers: h, close: close, holders: 1}}
}

// Acquire takes hold of the newest state, which stays as it is until it is
// released. It must be released once, and not be acquired after Close.
func (l *Live) Acquire() (h *Handlers, release func()) {
	l.guard.Lock()
	defer l.guard.Unlock()
	s := l.newest
	s.holders++
	return s.handlers, sync.OnceFunc(func() { l.release(s) })
}

// Swap makes h the newest state. The one before is closed when the last who
// holds it has released it.
func (l *Live) Swap(h *Handlers, close func() error) {
	l.guard.Lock()
	before := l.newest
	l.newest = &state{handlers: h, close: close, holders: 1}
	l.guard.Unlock()
	l.release(before)
}

// Close closes the newest state, or leaves that to the last who holds it. Its
// error joins those of all states that were closed.
func (l *Live) Close() error {
	l.guard.Lock()
	newest := l.newest
	l.guard.Unlock()
	l.release(newest)
	l.guard.Lock()
	defer l.guard.Unlock()
	return errors.Join(l.errs...)
}

// release closes a state that nobody holds any longer.
func (l *Live) release(s *state) {
	l.guard.Lock()
	s.holders--
	last := s.holders == 0
	l.guard.Unlock()
	if !last {
		return
	}
	if err := s.close(); err != nil {
		l.guard.Lock()
		l.errs = append(l.errs, err)
		l.guard.Unlock()
	}
}
