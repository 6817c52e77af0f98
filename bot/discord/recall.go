package discord

import (
	"container/list"
	"crypto/rand"
	"sync"

	"dossierbot/handlers"
)

// maxRecalled is how many questions are remembered for the buttons beneath
// their answers. A question is at most 6,000 characters long, so that they
// take some ten megabytes at the very most.
const maxRecalled = 1000

// recall remembers the last questions asked. It is safe for concurrent use.
type recall struct {
	mu    sync.Mutex
	max   int
	order *list.List // of asked, the last used in front
	byKey map[string]*list.Element
}

type asked struct {
	key     string
	request handlers.AskRequest
}

func newRecall(size int) *recall {
	return &recall{max: size, order: list.New(), byKey: map[string]*list.Element{}}
}

// add remembers a question and gives the key to find it by.
func (r *recall) add(q handlers.AskRequest) string {
	key := rand.Text()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.byKey[key] = r.order.PushFront(asked{key, q})
	if r.order.Len() > r.max {
		last := r.order.Back()
		delete(r.byKey, r.order.Remove(last).(asked).key)
	}
	return key
}

// find is the question with the key, if it is still remembered.
func (r *recall) find(key string) (handlers.AskRequest, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e, ok := r.byKey[key]
	if !ok {
		return handlers.AskRequest{}, false
	}
	r.order.MoveToFront(e)
	return e.Value.(asked).request, true
}
