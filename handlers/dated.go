package handlers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/index"
)

// DateOf says what a date is that of.
type DateOf string

// What a date may be that of.
const (
	OfStatement DateOf = "said"
	OfEvent     DateOf = "event" // the text names it as the time of what it tells
)

// Dated is something that the dossier has a date for: a statement, or an event
// that a text tells of.
type Dated struct {
	DateOf  DateOf      `json:"date_of"`
	Date    corpus.Date `json:"date"`
	DateWhy Optional    `json:"date_why"`
	Evidence
	Speaker Optional    `json:"speaker"` // of a statement, as Name and Kind are
	Name    Optional    `json:"name"`
	Kind    corpus.Kind `json:"kind,omitempty"`
	Topics  []string    `json:"topics"`
	AlsoIn  []AlsoIn    `json:"also_in"`
	// For people: the date, and how exact it is ("to the day", "within 5
	// months", "then or before").
	When  string `json:"when"`
	Exact string `json:"exact"`
}

// datedStatement is a statement as an entry of a timeline.
func datedStatement(s ActorStatement) Dated {
	d := Dated{
		DateOf: OfStatement, Date: s.Said, DateWhy: s.SaidWhy, When: s.When, Exact: exact(s.Said),
		Evidence: Evidence{About: s.About, Passage: s.Passage, Key: s.Key, Start: s.Start, End: s.End, Text: s.Text},
		Speaker:  s.Speaker, Name: Optional(s.Name), Kind: s.Kind, Topics: s.Topics, AlsoIn: s.AlsoIn,
	}
	if s.Latest {
		d.Exact = "then or before"
	}
	return d
}

// events are what the passages tell of with its time, of the sentences that
// are wanted. A time that is that of a statement in its sentence is no event,
// nor is one that had to be reckoned ("in February"): it may be another year's.
func (h *Handlers) events(passages []index.Hit, wanted func(p index.Passage, sentence corpus.Span) bool) []Dated {
	var out []Dated
	for _, hit := range passages {
		p := hit.Passage
		for _, sentence := range corpus.Sentences(p.Text) {
			at := corpus.Span{Start: sentence.Start + p.Start, End: sentence.End + p.Start}
			var here []corpus.Date
			for _, t := range p.Times {
				if t.Explicit && at.Overlaps(t.Span) && !isSaid(p, at, t.Interval) && !slices.ContainsFunc(here, func(d corpus.Date) bool { return d.String() == t.Interval.String() }) {
					here = append(here, t.Interval)
				}
			}
			if len(here) == 0 || !wanted(p, at) {
				continue
			}
			at = trimmed(p, at)
			text := p.Text[at.Start-p.Start : at.End-p.Start]
			if strings.HasPrefix(text, "#") { // a heading tells nothing by itself
				continue
			}
			for _, d := range here {
				out = append(out, Dated{
					DateOf: OfEvent, Date: d, DateWhy: Optional(d.Why), When: d.Human(), Exact: exact(d),
					Evidence: Evidence{About: aboutOf(hit.Document), Passage: p.ID, Key: p.Key, Start: at.Start, End: at.End, Text: text},
					Topics:   h.topics.in(text), AlsoIn: []AlsoIn{},
				})
			}
		}
	}
	return out
}

// isSaid tells whether a time is when a statement in the sentence was made.
func isSaid(p index.Passage, sentence corpus.Span, d corpus.Date) bool {
	return slices.ContainsFunc(p.Statements, func(s corpus.Statement) bool {
		return (sentence.Overlaps(s.Span()) || sentence.Overlaps(s.Cue)) && sameDays(s.Said, d)
	})
}

// mentions gives what tells whether a sentence names an actor, beyond doubt.
func mentions(id string) func(p index.Passage, sentence corpus.Span) bool {
	return func(p index.Passage, sentence corpus.Span) bool {
		return slices.ContainsFunc(p.Mentions, func(m corpus.Mention) bool {
			return m.Actor == id && !m.Ambiguous && sentence.Contains(m.Span)
		})
	}
}

// coming are the events that sentences naming an actor tell of after the day
// of a card, soonest first. A card of another time knows what had been
// published by then.
func (h *Handlers) coming(passages []index.Hit, id string, asOf corpus.Date) []Dated {
	last := corpus.DayOf(h.now()).Last
	if asOf.Known() {
		last = asOf.Last
		passages = slices.DeleteFunc(slices.Clone(passages), func(hit index.Hit) bool { return !byThen(hit.Document.Published, asOf) })
	}
	out := slices.DeleteFunc(h.events(passages, mentions(id)), func(d Dated) bool { return !d.Date.First.After(last) })
	slices.SortStableFunc(out, oldestFirst)
	return append([]Dated{}, out...)
}

// oldestFirst compares by date, what has the earlier beginning first and what
// has no date last.
func oldestFirst(a, b Dated) int {
	switch known := a.Date.Known(); {
	case known && !b.Date.Known():
		return -1
	case !known && b.Date.Known():
		return 1
	}
	return cmp.Or(a.Date.First.Compare(b.Date.First), a.Date.Last.Compare(b.Date.Last))
}

// exact says how exactly a date is known.
func exact(d corpus.Date) string {
	months := 12*(d.Last.Year()-d.First.Year()) + int(d.Last.Month()) - int(d.First.Month()) + 1
	switch first := d.First; {
	case !d.Known():
		return "date unknown"
	case !d.Closed():
		return "one end is not known"
	case d.Days() == 1:
		return "to the day"
	case sameDays(d, corpus.Month(first.Year(), first.Month())):
		return "to the month"
	case sameDays(d, corpus.Year(first.Year())):
		return "to the year"
	case months <= 2:
		return fmt.Sprintf("within %d days", d.Days())
	case months <= 24:
		return fmt.Sprintf("within %d months", months)
	default:
		return fmt.Sprintf("within %d years", d.Last.Year()-first.Year()+1)
	}
}

// sameDays tells whether two dates are the same days, however they are known.
func sameDays(d, other corpus.Date) bool {
	return d.First.Equal(other.First) && d.Last.Equal(other.Last)
}
