package handlers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/corpus/timex"
	"dossierbot/index"
	"dossierbot/index/question"
)

// narrow adds what was given beside the question. Its error is a *Problem.
func (h *Handlers) narrow(r AskRequest, reading *question.Reading) error {
	q := &reading.Query
	q.Sort, q.Limit, q.Offset = r.Sort, r.Limit, r.Offset
	if err := h.narrowActors(r, reading); err != nil {
		return err
	}
	if err := h.ofOtherActor(r, reading); err != nil {
		return err
	}
	if r.NameOnly {
		nameOnly(q)
	}
	settleLeft(reading)
	if r.Topic != "" {
		topic, err := h.topicNamed(r.Topic)
		if err != nil {
			return err
		}
		if !slices.Contains(q.Topics, topic.ID) {
			q.Topics = append(q.Topics, topic.ID)
			q.Terms = append(q.Terms, question.TopicTerm(topic))
		}
	}
	if r.Source != "" {
		documents, err := h.sourceNamed(r.Source)
		if err != nil {
			return err
		}
		q.Documents = documents
	}
	if err := inOtherTime(r, reading); err != nil {
		return err
	}
	if err := narrowTime(r, reading); err != nil || r.Dimension == "" {
		return err
	}
	if !slices.Contains(index.Dimensions(), r.Dimension) {
		return &Problem{What: quoted(string(r.Dimension)) + " is nothing that a time can be about", Do: "Use one of said, published, event and any"}
	}
	if q.Time.Known() {
		q.Dimension = r.Dimension
	}
	return nil
}

// narrowActors says who must have spoken or be named. Who was given goes
// before whom the question has speak; the others it names are what it is
// about.
func (h *Handlers) narrowActors(r AskRequest, reading *question.Reading) error {
	q := &reading.Query
	if r.Speaker != "" {
		id, err := h.actorNamed(r.Speaker)
		if err != nil {
			return err
		}
		settle(reading, id)
		q.About = without(slices.Concat(q.About, q.Actors), id)
		q.Speakers, q.SpeakerNames, q.Actors = []string{id}, nil, nil
	}
	if r.Actor != "" {
		id, err := h.actorNamed(r.Actor)
		if err != nil {
			return err
		}
		settle(reading, id)
		q.About = without(slices.Concat(q.About, q.Actors), id)
		q.Actors = []string{id}
		if r.Speaker == "" {
			// Who must only be named need not have said it, as the question has it.
			q.Speakers = without(q.Speakers, id)
		}
	}
	return nil
}

// settleLeft takes those out of the ambiguous that are no longer asked for.
func settleLeft(reading *question.Reading) {
	q := reading.Query
	asked := slices.Concat(q.Speakers, q.Actors, q.About)
	reading.Ambiguous = slices.DeleteFunc(reading.Ambiguous, func(c names.Candidate) bool { return !slices.Contains(asked, c.Actor) })
	if len(reading.Ambiguous) < 2 {
		reading.Ambiguous = nil
	}
}

// settle takes an actor who was given for the one whom the question's
// ambiguous name means, where it may mean that one: the others are not asked
// for.
func settle(reading *question.Reading, id string) {
	if !slices.ContainsFunc(reading.Ambiguous, func(c names.Candidate) bool { return c.Actor == id }) {
		return
	}
	q := &reading.Query
	for _, c := range reading.Ambiguous {
		if c.Actor != id {
			q.Speakers, q.Actors, q.About = without(q.Speakers, c.Actor), without(q.Actors, c.Actor), without(q.About, c.Actor)
		}
	}
}

func without(ids []string, id string) []string {
	return slices.DeleteFunc(ids, func(other string) bool { return other == id })
}

// narrowTime takes the part of the question's time that from and to leave.
func narrowTime(r AskRequest, reading *question.Reading) error {
	if r.From == "" && r.To == "" {
		return nil
	}
	q := &reading.Query
	span, err := spanGiven(r.From, r.To, r.At)
	if err != nil {
		return err
	}
	asked := timex.Asked{Interval: span}
	if r.From != "" {
		asked.Text = "from " + r.From
	}
	if r.To != "" {
		asked.Text = strings.TrimSpace(asked.Text + " to " + r.To)
	}
	if q.Time.Known() && !q.AnyYear {
		both := q.Time.Meet(asked.Interval)
		if !both.Known() {
			return &Problem{What: fmt.Sprintf("The question asks for another time, %s", quoted(reading.Time.Text)), Do: "Leave out either that or from and to"}
		}
		asked.Interval, asked.Text = both, reading.Time.Text+" "+asked.Text
	}
	setTime(reading, asked)
	return nil
}

// spanGiven is the time from one date to another, either of which may be
// empty. Its error is a *Problem.
func spanGiven(from, to string, at time.Time) (corpus.Date, error) {
	if from == "" && to == "" {
		return corpus.Date{}, nil
	}
	span := corpus.Date{Basis: corpus.Stated}
	if from != "" {
		d, err := dateGiven(from, at)
		if err != nil || d.First.IsZero() {
			return span, noDate(from)
		}
		span.First = d.First
	}
	if to != "" {
		d, err := dateGiven(to, at)
		if err != nil || d.Last.IsZero() {
			return span, noDate(to)
		}
		span.Last = d.Last
	}
	if from != "" && to != "" && span.Last.Before(span.First) {
		return span, &Problem{What: "The time ends before it begins", Do: "Exchange from and to", Example: "from 2025-01 to 2025-11"}
	}
	return span, nil
}

// dateGiven reads a date in EDTF, or in words that say nothing else.
func dateGiven(text string, at time.Time) (corpus.Date, error) {
	text = strings.TrimSpace(text)
	d, err := corpus.ParseDate(text)
	if err == nil {
		return d, nil
	}
	if asked, ok := timex.Question(text, at); ok && asked.Len() == len(text) {
		return asked.Interval, nil
	}
	return corpus.Date{}, err
}

func noDate(text string) *Problem {
	return &Problem{What: quoted(text) + " is no date", Do: "Write a year, a month or a day", Example: "2025-11-26"}
}
