package timex

import (
	"time"

	"dossierbot/corpus"
)

// unit is a length of the calendar.
type unit uint8

const (
	noUnit unit = iota
	day
	week
	weekend
	fortnight
	month
	quarter
	season
	halfYear
	year
	twoYears // the years of a season, 2019-20
	decade
	century
	period // "the period": of no length of its own
	date   // "this date": a day
)

// span is a period of the calendar: a unit, or several, and the first day.
type span struct {
	unit  unit
	first time.Time
	count int // how many units; 0 is one
}

func on(y int, m time.Month, d int) time.Time {
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// covering is the period of a unit that t lies in.
func covering(u unit, t time.Time) span {
	y, m, d := t.Date()
	switch u {
	case week:
		return span{unit: week, first: t.AddDate(0, 0, -sinceMonday(t))}
	case weekend:
		return span{unit: weekend, first: t.AddDate(0, 0, 5-sinceMonday(t))}
	case month:
		return span{unit: month, first: on(y, m, 1)}
	case quarter:
		return span{unit: quarter, first: on(y, (m-1)/3*3+1, 1)}
	case halfYear:
		return span{unit: halfYear, first: on(y, (m-1)/6*6+1, 1)}
	case season:
		return span{unit: season, first: on(y, m/3*3, 1)} // month 0 is December of the year before
	case year:
		return span{unit: year, first: on(y, 1, 1)}
	case decade:
		return span{unit: decade, first: on(y/10*10, 1, 1)}
	}
	return span{unit: day, first: on(y, m, d)}
}

func sinceMonday(t time.Time) int { return (int(t.Weekday()) + 6) % 7 }

// shift is the period n units later.
func (s span) shift(n int) span {
	t := s.first
	switch s.unit {
	case day:
		t = t.AddDate(0, 0, n)
	case week, weekend:
		t = t.AddDate(0, 0, 7*n)
	case month:
		t = t.AddDate(0, n, 0)
	case quarter, season:
		t = t.AddDate(0, 3*n, 0)
	case halfYear:
		t = t.AddDate(0, 6*n, 0)
	case year:
		t = t.AddDate(n, 0, 0)
	case twoYears:
		t = t.AddDate(2*n, 0, 0)
	case decade:
		t = t.AddDate(10*n, 0, 0)
	}
	return span{unit: s.unit, first: t, count: s.count}
}

// last is the last day of the period.
func (s span) last() time.Time {
	if s.unit == weekend {
		return s.first.AddDate(0, 0, 1)
	}
	return s.shift(max(s.count, 1)).first.AddDate(0, 0, -1)
}

func (s span) date(b corpus.Basis, why string) corpus.Date {
	return corpus.Date{First: s.first, Last: s.last(), Basis: b, Why: why}
}

// part is the share of a period that is meant.
type part uint8

const (
	whole part = iota
	earlyPart
	midPart
	latePart
	firstHalf
	secondHalf
)

var partNames = [...]string{
	earlyPart: "its first third", midPart: "its middle third", latePart: "its last third",
	firstHalf: "its first half", secondHalf: "its second half",
}

// of cuts the part out of a period. Thirds of a month are ten days and what
// is left, thirds of a year four months.
func (p part) of(s span) (first, last time.Time) {
	first, last = s.first, s.last()
	step := func(n int) time.Time { // n twelfths of the way
		if s.unit == month {
			return first.AddDate(0, 0, min(n*30/12, 30))
		}
		if months := monthsIn(s.unit); months >= 3 {
			return first.AddDate(0, months*n/12, 0)
		}
		days := int(last.Sub(first).Hours()/24) + 1
		return first.AddDate(0, 0, (days*n+11)/12)
	}
	if p == whole || s.unit == day {
		return first, last
	}
	switch p {
	case earlyPart:
		return first, step(4).AddDate(0, 0, -1)
	case midPart:
		return step(4), step(8).AddDate(0, 0, -1)
	case latePart:
		return step(8), last
	case firstHalf:
		return first, step(6).AddDate(0, 0, -1)
	}
	return step(6), last
}

func monthsIn(u unit) int {
	switch u {
	case quarter, season:
		return 3
	case halfYear:
		return 6
	case year:
		return 12
	case twoYears:
		return 24
	case decade:
		return 120
	}
	return 0
}
