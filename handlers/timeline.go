package handlers

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
)

// TimelineRequest asks for what is dated of an actor or a topic.
type TimelineRequest struct {
	Name string // of an actor or a topic, as a person types it, or an id
	// Of is CompleteActor or CompleteTopic where the name is that of one for
	// sure; empty: either.
	Of       Completable
	From, To string    // dates in EDTF or in words; empty: open
	At       time.Time // the moment they are reckoned from; zero: now
}

// TimelineReply is what the dossier has a date for, oldest first, and then
// what it has none for.
type TimelineReply struct {
	Outcome    Outcome     `json:"outcome"`
	Revision   string      `json:"revision"`
	Candidates []Candidate `json:"candidates"`
	Actor      *ActorCard  `json:"actor"` // null where it is a topic's
	Topic      *TopicEntry `json:"topic"` // null where it is an actor's
	Time       corpus.Date `json:"time"`  // asked for; null where none was
	Entries    []Dated     `json:"entries"`
	Undated    []Dated     `json:"undated"` // statements without a date: never in a time asked for
	Gaps       []Gap       `json:"gaps"`    // months without an entry
	Tally      *Tally      `json:"tally"`   // of the statements among Entries; null where there is none
	// For people.
	Name   string   `json:"name"`   // as asked
	Answer string   `json:"answer"` // a sentence for every outcome but answered
	Notes  []string `json:"notes"`
}

// Gap is a run of whole months in which no entry lies.
type Gap struct {
	Before int         `json:"before"` // the place in Entries that it stands before
	Time   corpus.Date `json:"time"`
	Months int         `json:"months"`
	Text   string      `json:"text"` // for people: "Jan 2024 – Apr 2024 (4 months)"
}

// TopicEntry names a topic.
type TopicEntry struct {
	Topic string `json:"topic"`
	Name  string `json:"name"`
}

// Timeline answers /timeline. Of an actor it has what the actor said, its
// positions and the events that sentences naming it tell of; of a topic, what
// anybody said on it, the positions on it and the events of sentences with its
// words.
func (h *Handlers) Timeline(ctx context.Context, r TimelineRequest) (TimelineReply, error) {
	name := strings.TrimSpace(r.Name)
	if name == "" {
		return TimelineReply{}, &Problem{What: "There is no name", Do: "Give that of an actor or a topic", Example: h.someActor()}
	}
	if r.At.IsZero() {
		r.At = h.now()
	}
	span, err := spanGiven(r.From, r.To, r.At)
	if err != nil {
		return TimelineReply{}, err
	}
	reply := TimelineReply{
		Name: name, Revision: h.index.Stats().Revision, Outcome: index.Answered, Time: span, Candidates: []Candidate{},
		Entries: []Dated{}, Undated: []Dated{}, Gaps: []Gap{}, Notes: []string{},
	}
	of, err := h.subject(ctx, r, &reply)
	if err != nil || of == nil {
		return reply, err
	}
	all := h.events(of.passages, of.tells, "")
	for _, s := range h.statementsOf(of.passages, of.said) {
		if reply.Topic == nil || slices.Contains(s.Topics, reply.Topic.Topic) {
			all = append(all, datedStatement(s))
		}
	}
	topic := ""
	if reply.Topic != nil {
		topic = reply.Topic.Topic
	}
	for _, a := range h.dossier.Actors {
		if reply.Actor != nil && a.ID != reply.Actor.ID {
			continue
		}
		positions, _ := h.positions(a, topic, corpus.Date{})
		for _, p := range positions {
			all = append(all, datedPosition(a, p))
		}
	}
	if len(of.passages) == maxPassages {
		reply.Notes = append(reply.Notes, lookedThrough)
	}
	reply.arrange(all)
	for _, shown := range [][]Dated{reply.Entries, reply.Undated} {
		if err := h.proveAll(ctx, shown); err != nil {
			return TimelineReply{}, err
		}
	}
	reply.Tally = h.tally(reply.Entries, of.by)
	return reply, nil
}

// subject is what a timeline is of: its passages, and which of their statements
// and sentences belong to it.
type subject struct {
	passages []index.Hit
	said     func(corpus.Statement) bool
	tells    mention
	by       string // what its statements are counted by
}

// subject finds the topic or actor that a timeline is of, and names it in the
// reply. It is nil where the name means none or several; the reply says so.
func (h *Handlers) subject(ctx context.Context, r TimelineRequest, reply *TimelineReply) (*subject, error) {
	topic, ok := h.topicMeant(reply.Name)
	if r.Of == CompleteTopic && !ok {
		_, err := h.topicNamed(reply.Name)
		return nil, err
	}
	if ok && r.Of != CompleteActor {
		h.demand.count(CompleteTopic, topic.ID)
		reply.Topic = &TopicEntry{topic.ID, topic.Name}
		passages, err := h.ofTopic(ctx, topic)
		return &subject{
			passages: passages, by: bySpeaker,
			said: func(corpus.Statement) bool { return true },
			tells: func(p index.Passage, s corpus.Span) bool {
				return slices.Contains(h.topics.in(p.Text[s.Start-p.Start:s.End-p.Start]), topic.ID)
			},
		}, err
	}
	id, found := h.actorMeant(reply.Name)
	reply.Candidates = h.candidates(found)
	switch {
	case id == "" && severalFit(found):
		reply.Outcome, reply.Answer = index.Ambiguous, h.ambiguous(reply.Name, reply.Candidates)+"."
		return nil, nil
	case id == "":
		reply.Outcome, reply.Answer = index.NotInDossier, "No actor and no topic in the dossier is called "+quoted(reply.Name)+"."
		if near := h.nearNames(found); near != "" {
			reply.Answer += " Did you mean " + near + "?"
		}
		return nil, nil
	}
	h.demand.count(CompleteActor, id)
	reply.Actor = h.card(id, corpus.Date{})
	passages, err := h.index.OfActor(ctx, id, maxPassages)
	return &subject{
		passages: passages, by: byTopic,
		said: func(s corpus.Statement) bool { return s.Speaker == id }, tells: mentions(id),
	}, err
}

// arrange puts what there is into the order of time, leaving out what is not
// in the time asked for.
func (r *TimelineReply) arrange(all []Dated) {
	slices.SortStableFunc(all, oldestFirst)
	outside := 0
	for _, d := range all {
		switch {
		case !d.Date.Known():
			r.Undated = append(r.Undated, d)
		case r.Time.Known() && !d.Date.Overlaps(r.Time):
			outside++
		default:
			r.Entries = append(r.Entries, d)
		}
	}
	r.Gaps = append(r.Gaps, gaps(r.Entries, r.Time)...)
	what := r.of()
	switch {
	case len(all) == 0:
		r.Outcome, r.Answer = index.NotInDossier, "The dossier has no statement, no dated event and no position "+what+"."
	case r.Time.Known() && len(r.Entries) == 0:
		r.Outcome = index.NoneInRange
		r.Answer = fmt.Sprintf("No statement, event or position %s is dated %s; at other times: %d, without a date: %d.", what, inTime(r.Time), outside, len(r.Undated))
	}
}

// of says what the timeline is of.
func (r *TimelineReply) of() string {
	if r.Topic != nil {
		return "on " + quoted(r.Topic.Name)
	}
	return "that is of, or names, " + r.Actor.Name
}

// gaps are the runs of whole months without an entry: between two, and where a
// time is asked for, from its beginning and to its end. An entry that is known
// less exactly than to the month may lie in any of its months: they are not
// empty; nor are any behind one that goes on.
func gaps(entries []Dated, asked corpus.Date) []Gap {
	var out []Gap
	add := func(before int, from, to time.Time) { // months, both ends of the gap
		if to.Before(from) {
			return
		}
		months := monthsOf(from, to)
		first, last := corpus.Month(from.Year(), from.Month()), corpus.Month(to.Year(), to.Month())
		text := first.Human()
		if months > 1 {
			text += " – " + last.Human() // "early 2024" would be less than is known
		}
		out = append(out, Gap{before, first.Through(last), months, text + " (" + count(months, "month") + ")"})
	}
	month := func(t time.Time, shift int) time.Time {
		return time.Date(t.Year(), t.Month()+time.Month(shift), 1, 0, 0, 0, 0, time.UTC)
	}
	var free time.Time // the first month behind all entries so far; zero: not known
	if !asked.First.IsZero() {
		free = month(asked.First.AddDate(0, 0, -1), 1) // the first whole month
	}
	for i, e := range entries {
		if e.Date.First.IsZero() { // of no month that can be told
			continue
		}
		if !free.IsZero() {
			add(i, free, month(e.Date.First, -1))
		}
		if e.Date.Last.IsZero() {
			return out
		}
		if next := month(e.Date.Last, 1); next.After(free) {
			free = next
		}
	}
	if !asked.Last.IsZero() && !free.IsZero() {
		add(len(entries), free, month(asked.Last.AddDate(0, 0, 1), -1)) // the last whole month
	}
	return out
}

// subjectTopic begins the id of a topic where an actor has the same id.
const subjectTopic = "topic/"

// topicMeant is the topic whose id or name this is, or a synonym that no
// actor's name is.
func (h *Handlers) topicMeant(name string) (corpus.Topic, bool) {
	if id, ok := strings.CutPrefix(name, subjectTopic); ok {
		return h.dossier.Topic(id)
	}
	t, err := h.topicNamed(name)
	if err != nil {
		return corpus.Topic{}, false
	}
	if t.ID == name || names.Fold(t.Name) == names.Fold(name) {
		return t, true
	}
	id, found := h.actorMeant(name)
	return t, id == "" && !severalFit(found)
}
