package handlers

import (
	"slices"
	"sync"

	"dossierbot/index"
)

// demand counts how often each actor, topic and document was asked for with a
// command that was answered. It counts from the start of the process and keeps
// nothing: a record of what people asked for would have to be guarded, and
// nobody needs one to find a name. Who asked is not known to it. It is safe
// for concurrent use; the zero demand has counted nothing.
type demand struct {
	guard sync.Mutex
	times map[askedFor]int
}

type askedFor struct {
	what Completable
	id   string
}

// count counts one command, which asked for these; empty ids are none.
func (d *demand) count(what Completable, ids ...string) {
	d.guard.Lock()
	defer d.guard.Unlock()
	if d.times == nil {
		d.times = map[askedFor]int{}
	}
	for i, id := range ids {
		if id != "" && !slices.Contains(ids[:i], id) {
			d.times[askedFor{what, id}]++
		}
	}
}

// countAsk counts a question. A further page of its answer is no question.
func (d *demand) countAsk(r AskReply) {
	if r.Outcome != index.Answered || r.Offset > 0 {
		return
	}
	d.count(CompleteActor, slices.Concat(r.Interpretation.Speakers, r.Interpretation.Actors)...)
	d.count(CompleteTopic, r.Interpretation.Topics...)
	d.count(CompleteSource, r.Interpretation.Sources...)
}

// of is how often something was asked for.
func (d *demand) of(what Completable, id string) int {
	d.guard.Lock()
	defer d.guard.Unlock()
	return d.times[askedFor{what, id}]
}
