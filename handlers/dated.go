package handlers

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/index"
)

// DateOf says what a date is that of.
type DateOf string

// What a date may be that of.
const (
	OfStatement DateOf = "said"
	OfEvent     DateOf = "event"    // the text names it as the time of what it tells
	OfPosition  DateOf = "position" // an editor's summary is of then
)

// Dated is something that the dossier has a date for: a statement, an event that
// a text tells of, or a position.
type Dated struct {
	DateOf  DateOf      `json:"date_of"`
	Date    corpus.Date `json:"date"`
	DateWhy Optional    `json:"date_why"`
	Evidence
	Speaker Optional    `json:"speaker"` // who said it, or told of the event; as Name
	Name    Optional    `json:"name"`
	Kind    corpus.Kind `json:"kind,omitempty"`
	Topics  []string    `json:"topics"`
	AlsoIn  []AlsoIn    `json:"also_in"`
	// Position is the editor's, of whom Speaker is; its first evidence is what the
	// other fields hold. Null for all but positions.
	Position *Position `json:"position"`
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

// datedPosition is a position of an actor as an entry of a timeline, as yet
// without evidence.
func datedPosition(a corpus.Actor, p Position) Dated {
	return Dated{
		DateOf: OfPosition, Date: p.AsOf, DateWhy: Optional(p.AsOf.Why), When: p.When, Exact: exact(p.AsOf),
		Speaker: Optional(a.ID), Name: Optional(a.Name), Topics: []string{p.Topic}, AlsoIn: []AlsoIn{}, Position: &p,
	}
}

// proveAll adds what shows the positions among the entries.
func (h *Handlers) proveAll(ctx context.Context, entries []Dated) error {
	for i := range entries {
		d := &entries[i]
		if d.Position == nil {
			continue
		}
		if err := h.prove(ctx, string(d.Speaker), d.Position); err != nil {
			return err
		}
		if len(d.Position.Evidence) > 0 {
			d.Evidence = d.Position.Evidence[0]
		}
	}
	return nil
}

// mention tells whether a stretch of a passage speaks of what a timeline is of.
type mention func(p index.Passage, at corpus.Span) bool

// mentions is true of a stretch that names an actor, beyond doubt.
func mentions(id string) mention {
	return func(p index.Passage, at corpus.Span) bool {
		return slices.ContainsFunc(p.Mentions, func(m corpus.Mention) bool {
			return m.Actor == id && !m.Ambiguous && at.Contains(m.Span)
		})
	}
}

// events are what the passages tell of with its time, in sentences that speak
// of what is asked for. A time that had to be reckoned ("in February") is none:
// it may be another year's. What somebody said is an event where its time and
// what is asked for are both among the words said; a time beside the verb is
// that of saying it. What the teller said, if there is one, is wanted as well.
func (h *Handlers) events(passages []index.Hit, speaksOf mention, teller string) []Dated {
	var out []Dated
	for _, hit := range passages {
		p := hit.Passage
		for _, sentence := range corpus.Sentences(p.Text) {
			at := trimmed(p, corpus.Span{Start: sentence.Start + p.Start, End: sentence.End + p.Start})
			text := p.Text[at.Start-p.Start : at.End-p.Start]
			if strings.HasPrefix(text, "#") { // a heading tells nothing by itself
				continue
			}
			said, is := statementIn(p, at)
			var topics []string
			for _, t := range timesIn(p, at) {
				about := []corpus.Span{at}
				if is && !apart(p, said, t.Span) {
					about = said.Spans
				}
				i := slices.IndexFunc(about, func(s corpus.Span) bool { return s.Overlaps(t.Span) })
				told := is && teller != "" && said.Speaker == teller
				if i < 0 || !told && !slices.ContainsFunc(about, func(s corpus.Span) bool { return speaksOf(p, s) }) {
					continue
				}
				if topics == nil {
					topics = h.topics.in(text)
				}
				d := Dated{
					DateOf: OfEvent, Date: t.Interval, DateWhy: Optional(t.Why), When: t.Interval.Human(), Exact: exact(t.Interval),
					Evidence: Evidence{About: aboutOf(hit.Document), Passage: p.ID, Key: p.Key, Start: at.Start, End: at.End, Text: text},
					Topics:   topics, AlsoIn: []AlsoIn{},
				}
				if is {
					d.Speaker, d.Name = Optional(said.Speaker), Optional(h.speakerOf(said))
				}
				out = append(out, d)
			}
		}
	}
	return out
}

// statementIn is the first statement that a sentence holds something of; the
// others of it are made by the same verb or are told within it.
func statementIn(p index.Passage, sentence corpus.Span) (corpus.Statement, bool) {
	for _, s := range p.Statements {
		if sentence.Overlaps(s.Span()) || sentence.Overlaps(s.Cue) {
			return s, true
		}
	}
	return corpus.Statement{}, false
}

// apart tells whether a time stands in another clause than all of a statement,
// with a semicolon between.
func apart(p index.Passage, s corpus.Statement, t corpus.Span) bool {
	whole := s.Span()
	for _, span := range []corpus.Span{s.Cue, s.SpeakerSpan} {
		if span.Len() > 0 {
			whole.Start, whole.End = min(whole.Start, span.Start), max(whole.End, span.End)
		}
	}
	from, to := whole.End, t.Start
	if t.End <= whole.Start {
		from, to = t.End, whole.Start
	}
	from, to = max(from, p.Start), min(to, p.End)
	return from < to && strings.Contains(p.Text[from-p.Start:to-p.Start], ";")
}

// comparing is what stands before a time that something else is held against:
// "less than in 2022".
var comparing = regexp.MustCompile(`(?i)\b(?:than|compared (?:with|to)|unlike|as against)\s+(?:in\s+)?(?:the\s+\w+\s+of\s+)?$`)

// attributing is what stands between the beginning of a clause and a time that
// is when somebody told the rest: "as Weber wrote in 2026".
var attributing = regexp.MustCompile(`(?i)(?:^|[,;:(—–])\s*(?:as|according to)\s[^,;:()—–]*$`)

// timesIn are the times that a sentence names in full, each once. Those that
// words such as "between … and" join are one time.
func timesIn(p index.Passage, sentence corpus.Span) []corpus.Time {
	var out []corpus.Time
	for _, t := range p.Times {
		if !sentence.Overlaps(t.Span) || !t.Explicit || comparing.MatchString(p.Text[:max(t.Start-p.Start, 0)]) ||
			attributing.MatchString(p.Text[max(sentence.Start, p.Start)-p.Start:max(t.Start, sentence.Start, p.Start)-p.Start]) {
			continue
		}
		for _, r := range p.Ranges {
			if r.Contains(t.Span) && r.Interval.Known() {
				t = corpus.Time{Span: r.Span, Interval: r.Interval, Explicit: true}
			}
		}
		if !slices.ContainsFunc(out, func(o corpus.Time) bool { return sameDays(o.Interval, t.Interval) }) {
			out = append(out, t)
		}
	}
	return out
}

// coming are the events that an actor, or sentences naming it, tell of after the
// day of a card, soonest first. A card of another time knows what had been
// published by then.
func (h *Handlers) coming(passages []index.Hit, id string, asOf corpus.Date, now time.Time) []Dated {
	last := corpus.DayOf(now).Last
	if asOf.Known() {
		last = asOf.Last
		passages = slices.DeleteFunc(slices.Clone(passages), func(hit index.Hit) bool { return !byThen(hit.Document.Published, asOf) })
	}
	out := slices.DeleteFunc(h.events(passages, mentions(id), id), func(d Dated) bool { return !d.Date.First.After(last) })
	slices.SortStableFunc(out, oldestFirst)
	return append([]Dated{}, out...)
}

// oldestFirst compares by date, what has the earlier beginning first (or end,
// where it has no beginning) and what has no date last.
func oldestFirst(a, b Dated) int {
	switch known := a.Date.Known(); {
	case known && !b.Date.Known():
		return -1
	case !known && b.Date.Known():
		return 1
	}
	begins := func(d corpus.Date) time.Time {
		if d.First.IsZero() {
			return d.Last
		}
		return d.First
	}
	return cmp.Or(begins(a.Date).Compare(begins(b.Date)), a.Date.Last.Compare(b.Date.Last))
}

// exact says how exactly a date is known.
func exact(d corpus.Date) string {
	months := monthsOf(d.First, d.Last)
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

// monthsOf is how many months a time covers, in part or whole.
func monthsOf(first, last time.Time) int {
	return 12*(last.Year()-first.Year()) + int(last.Month()) - int(first.Month()) + 1
}

// sameDays tells whether two dates are the same days, however they are known.
func sameDays(d, other corpus.Date) bool {
	return d.First.Equal(other.First) && d.Last.Equal(other.Last)
}
