package timex

import (
	"fmt"
	"time"
)

// in is the period that a named phrase has in a year.
func (p phrase) in(y int) span {
	switch {
	case p.holiday != 0:
		return span{unit: day, first: p.holiday.in(y).AddDate(0, 0, p.day)}
	case p.unit == decade:
		return span{unit: decade, first: on(y/10*10, 1, 1)}
	case p.unit == day:
		return span{unit: day, first: on(y, time.Month(p.month), p.day)}
	case p.unit == year || p.unit == twoYears:
		return span{unit: p.unit, first: on(y, 1, 1)}
	}
	return span{unit: p.unit, first: on(y, time.Month(p.month), 1)}
}

// exists is false for 29 February of a common year.
func (p phrase) exists(y int) bool {
	return p.unit != day || p.holiday != 0 || p.day <= daysIn(y, p.month)
}

func daysIn(y, m int) int { return on(y, time.Month(m)+1, 0).Day() }

func (c clock) yearless(p phrase) reading {
	if p.base != noBase && p.pick == nearest { // its year is named: May this year
		t, why, ok := c.from(p.base)
		if !ok {
			return reading{}
		}
		y := t.Year() + p.shift
		return reading{p.in(y), fmt.Sprintf("the year %d, counted from %s", y, why), p.exists(y)}
	}
	t, why, ok := c.from(p.base)
	first, last := c.first, c.last
	if p.base == noBase && c.followsAnchor(p) {
		t, why, ok = c.from(ofAnchor)
		p.pick = follow
	}
	if !ok {
		return reading{}
	}
	if !t.Equal(c.ref) {
		first, last = t, t
	}
	y := c.yearOf(p, t)
	if c.ref.IsZero() && p.pick == follow && length(c.anchor.unit) < length(year) && p.in(y).last().Before(t) {
		return reading{} // a tale goes forward: it may as well be of the year after
	}
	return reading{p.in(y), p.reason(p.in(y), first, last, why), p.exists(y)}
}

// followsAnchor tells whether a bare month or day belongs to the date last
// named and not to the reference date.
func (c clock) followsAnchor(p phrase) bool {
	return c.anchor.unit != noUnit && p.pick == nearest && (c.narrative || c.told)
}

// yearOf picks the year of a phrase that recurs.
func (c clock) yearOf(p phrase, t time.Time) int {
	y := t.Year()
	if c.question && p.pick == nearest {
		return c.yearAsked(p, t)
	}
	switch p.pick {
	case lastOne:
		for n := 1; n >= -2; n-- {
			if p.in(y + n).last().Before(t) {
				return y + n
			}
		}
	case nextOne:
		for n := -1; n <= 2; n++ {
			if p.in(y + n).first.After(t) {
				return y + n
			}
		}
	case thisOne:
		if p.unit == season {
			return p.nearestYear(t)
		}
		return y
	case follow:
		if p.unit == season {
			return p.nearestYear(t)
		}
		return y
	}
	near := p.nearestYear(t)
	s := p.in(near)
	switch {
	case c.tense == futureTense && p.unit != quarter && t.Sub(s.last()) > notSoFar:
		return near + 1
	case c.tense == pastTense && s.first.Sub(t) > soon:
		return near - 1
	}
	return near
}

// yearAsked is the year of a bare month or day in a question: the most recent
// one, unless the question looks ahead.
func (c clock) yearAsked(p phrase, t time.Time) int {
	y := t.Year()
	if c.tense == futureTense {
		if p.in(y).last().Before(t) {
			y++
		}
		return y
	}
	if p.in(y).first.After(t) {
		y--
	}
	return y
}

// A date without a year is more often the nearest than its sentence's verbs
// tell, so they count only where it would lie this far from the reference.
const (
	soon     = 35 * 24 * time.Hour
	notSoFar = 60 * 24 * time.Hour
)

// nearestYear is the year in which the middle of the period lies nearest to t.
func (p phrase) nearestYear(t time.Time) int {
	best, least := t.Year(), time.Duration(1<<62)
	for y := t.Year() + 1; y >= t.Year()-1; y-- {
		s := p.in(y)
		mid := s.first.Add(s.last().Sub(s.first) / 2)
		if d := mid.Sub(t).Abs(); d < least {
			best, least = y, d
		}
	}
	return best
}

// reason says which of the recurring months or days was taken, reckoned from
// a date between two days.
func (p phrase) reason(s span, first, last time.Time, why string) string {
	name := p.name()
	switch {
	case s.last().Before(first):
		return "the " + name + " before " + why
	case s.first.After(last):
		return "the " + name + " after " + why
	}
	return "the " + name + " of " + why
}

// name is what recurs every year, for people.
func (p phrase) name() string {
	switch {
	case p.unit == month:
		return time.Month(p.month).String()
	case p.unit == day && p.holiday == 0:
		return fmt.Sprintf("%d %s", p.day, time.Month(p.month))
	case p.unit == quarter:
		return fmt.Sprintf("quarter %d", p.month/3+1)
	case p.unit == season:
		return [...]string{"winter", "spring", "summer", "autumn"}[p.month/3%4]
	}
	return "one"
}

func (c clock) weekday(p phrase) reading {
	b := ofRef
	if p.base != noBase {
		b = p.base
	}
	if c.narrative && p.base == noBase && p.pick == nearest && c.anchor.unit == day {
		b = ofAnchor
	}
	t, why, ok := c.from(b)
	if !ok || b == ofAnchor && c.anchor.unit != noUnit && c.anchor.unit != day && c.anchor.unit != week {
		return reading{}
	}
	if p.base != noBase && p.pick == nearest { // Friday last week
		monday := covering(week, t).shift(p.shift).first
		return reading{span{unit: day, first: monday.AddDate(0, 0, (p.weekday+6)%7)}, "in that week, counted from " + why, true}
	}
	back := (int(t.Weekday()) - p.weekday + 7) % 7
	ahead := (7 - back) % 7
	switch p.pick {
	case lastOne:
		if back == 0 {
			back = 7
		}
		return reading{span{unit: day, first: t.AddDate(0, 0, -back)}, "the last one before " + why, true}
	case nextOne:
		if ahead == 0 {
			ahead = 7
		}
		return reading{span{unit: day, first: t.AddDate(0, 0, ahead)}, "the next one after " + why, true}
	case thisOne:
		monday := covering(week, t).first
		return reading{span{unit: day, first: monday.AddDate(0, 0, (p.weekday+6)%7)}, "in that week, counted from " + why, true}
	}
	if c.tense == futureTense || b == ofAnchor {
		return reading{span{unit: day, first: t.AddDate(0, 0, ahead)}, "the next one from " + why + " on", true}
	}
	return reading{span{unit: day, first: t.AddDate(0, 0, -back)}, "the last one up to " + why, true}
}

// dayOfMonth resolves "the 17th": of the month last named, or of the one in
// hand.
func (c clock) dayOfMonth(p phrase) reading {
	b := p.base
	if b == noBase {
		b = ofAnchor
		if u := c.anchor.unit; u != day && u != month {
			b = ofRef
		}
	}
	if b == ofRef && c.narrative {
		return reading{}
	}
	t, why, ok := c.from(b)
	if !ok {
		return reading{}
	}
	m := covering(month, t).shift(p.shift)
	d := m.first.AddDate(0, 0, p.day-1)
	return reading{span{unit: day, first: d}, "counted from " + why, d.Month() == m.first.Month()}
}
