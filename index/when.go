package index

import (
	"cmp"
	"slices"
	"time"

	"dossierbot/corpus"
)

// fit is how a hit's dates lie to the time asked for.
type fit int

const (
	outside fit = iota // none of its dates shares a day with it, or it has none
	touches            // one shares a day with it
	inside             // one lies wholly in it
)

// The years that a time open on one side is searched in.
const firstYear, lastYear = 1500, 2200

// span is the time asked for, with open sides closed.
func (q Query) span() corpus.Date {
	d := q.Time
	if d.First.IsZero() {
		d.First = corpus.Year(firstYear).First
	}
	if d.Last.IsZero() {
		d.Last = corpus.Year(lastYear).Last
	}
	return d
}

// whenTerms are the terms of the index one of which a hit in the time asked
// for must have. They are coarser than the time itself.
func (q Query) whenTerms() []string {
	who := []string{""}
	if q.hasSpeaker() {
		who = q.speakerKeys()
	}
	var dimensions []Dimension
	switch q.Dimension {
	case Said, Published, Event:
		dimensions = []Dimension{q.Dimension}
	default:
		dimensions = []Dimension{Said, Published, Event}
	}
	var periods []string
	for _, d := range q.times {
		months := d.Months()
		if months == nil {
			months = yearsOf(d)
		}
		periods = append(periods, months...)
	}
	var out []string
	for _, w := range who {
		for _, dim := range dimensions {
			if dim != Said {
				w = "" // only statements are paired with who
			}
			for _, p := range periods {
				out = append(out, whenTerm(w, dim, p))
			}
		}
	}
	return out
}

// yearsOf are the years of a date, however many.
func yearsOf(d corpus.Date) []string {
	var out []string
	for y := max(d.First.Year(), firstYear); y <= min(d.Last.Year(), lastYear); y++ {
		out = append(out, corpus.Year(y).String())
	}
	return out
}

// meant are the times that the query's time may mean: one, or that day of
// every year.
func (q Query) meant() []corpus.Date {
	if !q.Time.Known() {
		return nil
	}
	d := q.span()
	if !q.AnyYear {
		return []corpus.Date{d}
	}
	const around = 60 // years
	var out []corpus.Date
	for n := -around; n <= around; n++ {
		e := d
		e.First, e.Last = d.First.AddDate(n, 0, 0), d.Last.AddDate(n, 0, 0)
		if e.First.Day() == d.First.Day() { // the 29th of February is not in every year
			out = append(out, e)
		}
	}
	return out
}

// match tells how a hit lies to the time asked for.
func (q Query) match(h Hit) fit {
	best := outside
	for _, d := range q.dates(h) {
		for _, t := range q.times {
			switch {
			case d.Within(t):
				return inside
			case d.Overlaps(t):
				best = touches
			}
		}
	}
	return best
}

// dates are those of a hit's dates that the query's time is about.
func (q Query) dates(h Hit) []corpus.Date {
	var out []corpus.Date
	add := func(d corpus.Date) {
		if d.Known() {
			out = append(out, d)
		}
	}
	dim := q.Dimension
	if dim == Said || dim == AnyTime || dim == "" {
		for _, s := range h.Passage.Statements {
			if !q.hasSpeaker() || q.saidBy(s) {
				add(s.Said)
			}
		}
		if !q.hasSpeaker() || h.Document.AuthorID != "" && slices.Contains(q.Speakers, h.Document.AuthorID) {
			add(h.Document.Published)
		}
	}
	if dim == Published || (dim == AnyTime || dim == "") && !q.hasSpeaker() {
		add(h.Document.Published)
	}
	if dim == Event || dim == AnyTime || dim == "" {
		named := len(h.Passage.Times) // what goes on between two times comes behind these
		for i, e := range eventsOf(h.Document, h.Passage) {
			if dim != Event || i < named || !q.outlasts(e) {
				add(e)
			}
		}
	}
	return out
}

// eventsOf are the times that a passage tells of: those that it names, and what
// lies between two of them: "from 1990 to 1993" was so in 1991, too. What is so
// since a time is so until its document came out, and open where nobody knows
// when that was.
func eventsOf(d corpus.Document, p Passage) []corpus.Date {
	var out []corpus.Date
	for _, t := range p.Times {
		out = append(out, t.Interval)
	}
	for _, r := range p.Ranges {
		e := r.Interval
		if e.Last.IsZero() && !e.First.After(d.Published.Last) {
			e.Last = d.Published.Last
		}
		if !e.First.IsZero() {
			out = append(out, e)
		}
	}
	return out
}

// outlasts tells whether something went on for so much longer than the time
// asked for that it did not happen then: more than a month, and than a dozen
// times as long. Of a decade that is named nobody knows the year.
func (q Query) outlasts(e corpus.Date) bool {
	const month, dozen = 31, 12
	return len(q.times) > 0 && e.Closed() && e.Days() > max(month, dozen*q.times[0].Days())
}

// tightness tells how well the events of a hit cover the time asked for and
// nothing else, from 0 to 1: 1 for the very same interval, most of that for a
// day in a month asked for, less for a year that holds it.
func (q Query) tightness(h Hit) float64 {
	const most = 0.75
	best := 0.0
	events := eventsOf(h.Document, h.Passage)
	for _, t := range q.times {
		for _, e := range events {
			if e.Closed() && e.Overlaps(t) {
				shared := float64(e.Meet(t).Days())
				best = max(best, most*shared/float64(e.Days())+(1-most)*shared/float64(t.Days()))
			}
		}
	}
	return best
}

// bounds tells how many of the ends of the time asked for an event of the hit
// shares, as a share of both: what begins or ends with it fits it best.
func (q Query) bounds(h Hit) float64 {
	var begins, ends float64
	events := eventsOf(h.Document, h.Passage)
	for _, t := range q.times {
		first, last := t.FirstPeriod(), t.LastPeriod()
		for _, e := range events {
			if !e.Closed() {
				continue
			}
			if corpus.DayOf(e.First).Within(first) {
				begins = 0.5
			}
			if corpus.DayOf(e.Last).Within(last) {
				ends = 0.5
			}
		}
	}
	return begins + ends
}

// nearest gives the best hit before and the best hit after the time asked
// for, of those nearest to it.
func nearest(q Query, hits []Hit) []Hit {
	var before, after *Hit
	var beforeDay, afterDay time.Time
	t := q.span()
	for i := range hits {
		for _, d := range q.dates(hits[i]) {
			switch {
			case !d.Last.IsZero() && d.Last.Before(t.First) && (before == nil || d.Last.After(beforeDay)):
				before, beforeDay = &hits[i], d.Last
			case !d.First.IsZero() && d.First.After(t.Last) && (after == nil || d.First.Before(afterDay)):
				after, afterDay = &hits[i], d.First
			}
		}
	}
	q.Time = corpus.Date{} // what is asked for in them is so at another time
	var out []Hit
	for _, h := range []*Hit{before, after} {
		if h != nil && !(len(out) == 1 && out[0].Passage.ID == h.Passage.ID) {
			h.Asked = q.asked(*h)
			out = append(out, *h)
		}
	}
	return out
}

// newestDate is the day by which a hit is sorted: the latest day of what is
// asked for in it, else of its document; zero without a date.
func newestDate(h Hit) time.Time {
	var latest time.Time
	for _, i := range h.Asked {
		if d := h.Passage.Statements[i].Said; d.Last.After(latest) {
			latest = d.Last
		}
	}
	if latest.IsZero() {
		latest = h.Document.Published.Last
	}
	return latest
}

// byPlace orders hits by document and place.
func byPlace(a, b Hit) int {
	return cmp.Or(cmp.Compare(a.Document.ID, b.Document.ID), cmp.Compare(a.Passage.Start, b.Passage.Start))
}
