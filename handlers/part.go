package handlers

import "sync"

// part is something that the handlers make when it is first asked for, and out
// of what those of an earlier state made of it, where they did: of thousands of
// documents it takes a while. It is safe for concurrent use.
type part[T any] struct {
	from func(before *T) (*T, error) // before is nil where there is none

	making sync.Mutex // one makes it, the others wait

	guard sync.Mutex
	value *T // once made; until then that of an earlier state
	made  bool
}

// newPart is a part that goes on from that of an earlier state; nil: of none.
func newPart[T any](previous *part[T], from func(before *T) (*T, error)) *part[T] {
	p := &part[T]{from: from}
	if previous != nil {
		p.value, _ = previous.last()
	}
	return p
}

// get makes the part, unless it is made.
func (p *part[T]) get() (*T, error) {
	p.making.Lock()
	defer p.making.Unlock()
	before, made := p.last()
	if made {
		return before, nil
	}
	value, err := p.from(before)
	if err != nil {
		return nil, err
	}
	p.guard.Lock()
	defer p.guard.Unlock()
	p.value, p.made = value, true
	return value, nil
}

// last is the part as it was made last, here or in an earlier state; nil where
// nobody asked for it yet. It waits for nobody who makes it.
func (p *part[T]) last() (value *T, made bool) {
	p.guard.Lock()
	defer p.guard.Unlock()
	return p.value, p.made
}
