package handlers

import (
	"cmp"
	"slices"

	"dossierbot/corpus"
)

// Tally is how many statements were made in each month: those of an actor by
// topic, those on a topic by speaker. A statement on several topics counts for
// each of them.
type Tally struct {
	By     string        `json:"by"` // topic or speaker
	Months bool          `json:"months"`
	Times  []corpus.Date `json:"times"`
	Longer bool          `json:"longer"` // some of Times are longer than a month, or year
	Series []TallySeries `json:"series"` // the largest first
}

// TallySeries is one topic or speaker, with a count for each of Tally.Times.
type TallySeries struct {
	Name   string `json:"name"`
	Counts []int  `json:"counts"`
}

// Sum is how many there are in all.
func (s TallySeries) Sum() int {
	n := 0
	for _, c := range s.Counts {
		n += c
	}
	return n
}

// How large a tally grows.
const (
	maxTimes  = 120 // of more months, years are counted
	maxSeries = 8   // the smallest beyond are one
)

// tally counts the statements among the entries. Its times are the months from
// the first to the last, those without any too, and among them the longer
// times to which some are known no more exactly. It is nil where there is no statement,
// or where they lie too far apart to be counted by years.
func (h *Handlers) tally(entries []Dated, by string) *Tally {
	entries = slices.DeleteFunc(slices.Clone(entries), func(d Dated) bool { return d.DateOf != OfStatement || !d.Date.Closed() })
	if len(entries) == 0 {
		return nil
	}
	t := &Tally{By: by, Months: true, Times: timesOf(entries, true)}
	if len(t.Times) > maxTimes {
		t.Months, t.Times = false, timesOf(entries, false)
	}
	if len(t.Times) > maxTimes {
		return nil
	}
	t.Longer = slices.ContainsFunc(t.Times, func(d corpus.Date) bool { return !sameDays(d, calendar(d, t.Months)) })
	counts := map[string][]int{}
	for _, d := range entries {
		at := slices.IndexFunc(t.Times, func(p corpus.Date) bool { return sameDays(p, periodOf(d.Date, t.Months)) })
		for _, name := range h.countedAs(d, by) {
			if counts[name] == nil {
				counts[name] = make([]int, len(t.Times))
			}
			counts[name][at]++
		}
	}
	for name, c := range counts {
		t.Series = append(t.Series, TallySeries{name, c})
	}
	slices.SortFunc(t.Series, func(a, b TallySeries) int { return cmp.Or(b.Sum()-a.Sum(), cmp.Compare(a.Name, b.Name)) })
	if len(t.Series) > maxSeries {
		others := TallySeries{"others", make([]int, len(t.Times))}
		for _, s := range t.Series[maxSeries-1:] {
			for i, c := range s.Counts {
				others.Counts[i] += c
			}
		}
		t.Series = append(t.Series[:maxSeries-1], others)
	}
	return t
}

// countedAs is what an entry counts for: the names of its topics, or that of
// its speaker.
func (h *Handlers) countedAs(d Dated, by string) []string {
	switch {
	case by == bySpeaker && d.Name == "":
		return []string{"speaker not named"}
	case by == bySpeaker:
		return []string{string(d.Name)}
	case len(d.Topics) == 0:
		return []string{"no topic of the dossier"}
	}
	var out []string
	for _, id := range d.Topics {
		out = append(out, h.topicName(id))
	}
	return out
}

// What a tally is by.
const (
	byTopic   = "topic"
	bySpeaker = "speaker"
)

// periodOf is the calendar month, or year, that a closed date lies in; a date
// that goes beyond it is its own period.
func periodOf(d corpus.Date, months bool) corpus.Date {
	if period := calendar(d, months); d.Within(period) {
		return period
	}
	return corpus.Date{First: d.First, Last: d.Last, Basis: corpus.Stated}
}

// calendar is the month, or year, that a date begins in.
func calendar(d corpus.Date, months bool) corpus.Date {
	if months {
		return corpus.Month(d.First.Year(), d.First.Month())
	}
	return corpus.Year(d.First.Year())
}

// timesOf are all months, or years, from the first to the last that an entry
// reaches into, and the longer times of entries, each before the month that it
// begins in. It gives more than maxTimes where there are too many.
func timesOf(entries []Dated, months bool) []corpus.Date {
	first, last := entries[0].Date, entries[0].Date
	for _, d := range entries {
		if d.Date.First.Before(first.First) {
			first = d.Date
		}
		if d.Date.Last.After(last.Last) {
			last = d.Date
		}
	}
	var out []corpus.Date
	for p := calendar(first, months); !p.First.After(last.Last) && len(out) <= maxTimes; {
		out = append(out, p)
		p = calendar(corpus.DayOf(p.Last.AddDate(0, 0, 1)), months)
	}
	for _, d := range entries {
		if p := periodOf(d.Date, months); !slices.ContainsFunc(out, func(other corpus.Date) bool { return sameDays(other, p) }) {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b corpus.Date) int {
		return cmp.Or(calendar(a, months).First.Compare(calendar(b, months).First), b.Last.Compare(a.Last), a.First.Compare(b.First))
	})
	return out
}
