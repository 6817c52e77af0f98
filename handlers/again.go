package handlers

import (
	"slices"
	"strings"

	"dossierbot/corpus/timex"
	"dossierbot/index"
	"dossierbot/index/question"
)

// inOtherTime puts the time that was given in place of the question's own. Its
// error is a *Problem.
func inOtherTime(r AskRequest, reading *question.Reading) error {
	text := strings.TrimSpace(r.OtherTime)
	if text == "" {
		return nil
	}
	d, err := dateGiven(text, r.At)
	if err != nil || !d.Known() {
		return noDate(text)
	}
	setTime(reading, timex.Asked{Text: text, Interval: d})
	return nil
}

// setTime makes a time the one that is asked for. Where the question has none
// of its own, that of a speaker is when it was said.
func setTime(reading *question.Reading, asked timex.Asked) {
	q := &reading.Query
	q.Time, q.AnyYear, reading.Time = asked.Interval, false, &asked
	if q.Dimension == "" {
		q.Dimension = index.AnyTime
		if len(q.Speakers)+len(q.SpeakerNames) > 0 {
			q.Dimension = index.Said
		}
	}
}

// ofOtherActor puts the actor that was given in place of whom the question has
// speak, or else of those who must be named in it, or else of those it is
// about. Its error is a *Problem.
func (h *Handlers) ofOtherActor(r AskRequest, reading *question.Reading) error {
	if strings.TrimSpace(r.OtherActor) == "" {
		return nil
	}
	id, err := h.actorNamed(r.OtherActor)
	if err != nil {
		return err
	}
	q := &reading.Query
	switch {
	case len(q.Speakers)+len(q.SpeakerNames) > 0:
		old := q.Speakers
		q.Speakers, q.SpeakerNames = []string{id}, nil
		q.Actors, q.About = others(q.Actors, old), without(others(q.About, old), id)
	case len(q.Actors) > 0 || len(q.About) == 0:
		q.Actors, q.About = []string{id}, without(q.About, id)
	default:
		q.About = []string{id}
	}
	return nil
}

// nameOnly takes whoever must have said it for whom it must name.
func nameOnly(q *index.Query) {
	if len(q.Speakers) == 0 {
		return
	}
	q.About = append(q.About, others(q.Actors, q.Speakers)...)
	q.Actors, q.Speakers, q.SpeakerNames = q.Speakers, nil, nil
}

// others are the ids that are not among those.
func others(ids, those []string) []string {
	var out []string
	for _, id := range ids {
		if !slices.Contains(those, id) {
			out = append(out, id)
		}
	}
	return out
}
