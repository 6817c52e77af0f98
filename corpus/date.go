package corpus

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Basis says what a date rests on.
type Basis string

// The bases of a date. The zero Date is Unknown.
const (
	Stated   Basis = "stated"   // the file, its front matter or dossier.yaml says so
	Inferred Basis = "inferred" // reckoned from the text; shown as such
	Unknown  Basis = "unknown"
)

// Date is an interval of calendar days with its basis. First and Last are
// midnight UTC of the first and the last day; a zero one is open on that
// side, so that 1 January of the year 1 cannot be told. The zero Date is
// unknown.
type Date struct {
	First, Last time.Time
	Approximate bool // EDTF "~"
	Uncertain   bool // EDTF "?"
	Basis       Basis
	Why         string // how it is known, for people
}

// Day is one day, stated.
func Day(y int, m time.Month, d int) Date {
	t := midnight(y, m, d)
	return Date{First: t, Last: t, Basis: Stated}
}

// Month is the whole month, stated.
func Month(y int, m time.Month) Date {
	return Date{First: midnight(y, m, 1), Last: midnight(y, m+1, 0), Basis: Stated}
}

// Year is the whole year, stated.
func Year(y int) Date {
	return Date{First: midnight(y, time.January, 1), Last: midnight(y, time.December, 31), Basis: Stated}
}

// DayOf is the day in UTC that t falls on.
func DayOf(t time.Time) Date {
	t = t.UTC()
	return Day(t.Year(), t.Month(), t.Day())
}

func midnight(y int, m time.Month, d int) time.Time {
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// Known tells whether anything is known of the date.
func (d Date) Known() bool {
	return d.Basis != "" && d.Basis != Unknown && !(d.First.IsZero() && d.Last.IsZero())
}

// Closed tells whether both ends are known.
func (d Date) Closed() bool { return d.Known() && !d.First.IsZero() && !d.Last.IsZero() }

// Days is the number of days in a closed date, and 0 for any other.
func (d Date) Days() int {
	if !d.Closed() {
		return 0
	}
	// A time.Duration ends at 292 years.
	return int((d.Last.Unix()-d.First.Unix())/(24*60*60)) + 1
}

// Overlaps tells whether the dates share a day. An unknown date overlaps none.
func (d Date) Overlaps(o Date) bool {
	if !d.Known() || !o.Known() {
		return false
	}
	return !before(d.Last, o.First) && !before(o.Last, d.First)
}

// before tells whether an interval that ends on last lies wholly before one
// that begins on first.
func before(last, first time.Time) bool {
	return !last.IsZero() && !first.IsZero() && last.Before(first)
}

// Within tells whether every day of d is a day of o.
func (d Date) Within(o Date) bool {
	if !d.Known() || !o.Known() {
		return false
	}
	from := o.First.IsZero() || !d.First.IsZero() && !d.First.Before(o.First)
	to := o.Last.IsZero() || !d.Last.IsZero() && !d.Last.After(o.Last)
	return from && to
}

// Hull is the shortest interval that holds both dates, with the doubts about
// either; an unknown one adds nothing.
func (d Date) Hull(o Date) Date {
	switch {
	case !d.Known():
		return o
	case !o.Known():
		return d
	}
	if o.First.IsZero() || !d.First.IsZero() && o.First.Before(d.First) {
		d.First = o.First
	}
	if o.Last.IsZero() || !d.Last.IsZero() && o.Last.After(d.Last) {
		d.Last = o.Last
	}
	return d.doubtedAs(o)
}

// Meet is the interval that both dates share; the unknown date where they
// share no day.
func (d Date) Meet(o Date) Date {
	if !d.Overlaps(o) {
		return Date{}
	}
	if d.First.IsZero() || !o.First.IsZero() && o.First.After(d.First) {
		d.First = o.First
	}
	if d.Last.IsZero() || !o.Last.IsZero() && o.Last.Before(d.Last) {
		d.Last = o.Last
	}
	return d
}

// Through is the interval from the first day of d to the last day of o, with
// the doubts about either; an unknown one leaves its side open.
func (d Date) Through(o Date) Date {
	if !d.Known() {
		d.First, d.Basis, d.Why = time.Time{}, o.Basis, o.Why
	}
	d.Last = o.Last
	return d.doubtedAs(o)
}

// doubtedAs is the date with o's doubts added to its own.
func (d Date) doubtedAs(o Date) Date {
	d.Approximate = d.Approximate || o.Approximate
	d.Uncertain = d.Uncertain || o.Uncertain
	if d.Basis == Stated && o.Basis == Inferred {
		d.Basis, d.Why = o.Basis, o.Why
	}
	return d
}

// ParseDate reads a date in EDTF (ISO 8601-2, level 1), of which it knows
// years, months, days, intervals A/B, open ends ("../B", "A/.."), and the
// qualifiers "~", "?" and "%"; a time of day is left out. The empty string is
// the unknown date.
func ParseDate(edtf string) (Date, error) {
	s := strings.TrimSpace(edtf)
	if s == "" {
		return Date{}, nil
	}
	from, to, isInterval := strings.Cut(s, "/")
	if !isInterval {
		return parsePeriod(s)
	}
	if from == ".." && to == ".." {
		return Date{}, fmt.Errorf("date %q: an interval needs at least one end", edtf)
	}
	d := Date{Basis: Stated}
	if from != ".." {
		p, err := parsePeriod(from)
		if err != nil {
			return Date{}, err
		}
		d.First, d.Approximate, d.Uncertain = p.First, p.Approximate, p.Uncertain
	}
	if to != ".." {
		p, err := parsePeriod(to)
		if err != nil {
			return Date{}, err
		}
		d.Last = p.Last
		d.Approximate = d.Approximate || p.Approximate
		d.Uncertain = d.Uncertain || p.Uncertain
	}
	if before(d.Last, d.First) {
		return Date{}, fmt.Errorf("date %q: it ends before it begins", edtf)
	}
	return d, nil
}

// The layouts of EDTF's periods; that of a day is time.DateOnly.
const (
	yearLayout  = "2006"
	monthLayout = "2006-01"
)

// dayOfTime is the day, as it is written, of a date with a time of day.
func dayOfTime(s string) (Date, bool) {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return Day(t.Year(), t.Month(), t.Day()), true
		}
	}
	return Date{}, false
}

func parsePeriod(s string) (Date, error) {
	var approximate, uncertain bool
	bare := s
	switch {
	case strings.HasSuffix(s, "~"):
		approximate, bare = true, s[:len(s)-1]
	case strings.HasSuffix(s, "?"):
		uncertain, bare = true, s[:len(s)-1]
	case strings.HasSuffix(s, "%"):
		approximate, uncertain, bare = true, true, s[:len(s)-1]
	}
	var d Date
	if t, err := time.Parse(yearLayout, bare); err == nil {
		d = Year(t.Year())
	} else if t, err := time.Parse(monthLayout, bare); err == nil {
		d = Month(t.Year(), t.Month())
	} else if t, err := time.Parse(time.DateOnly, bare); err == nil {
		d = DayOf(t)
	} else if day, ok := dayOfTime(bare); ok {
		d = day
	} else {
		return Date{}, fmt.Errorf("date %q: want EDTF, such as 2025, 2025-11, 2025-11-26 or 2025-11/2026-02", s)
	}
	if d.First.IsZero() || d.Last.IsZero() {
		return Date{}, fmt.Errorf("date %q: no date begins with the year 1, which stands for an open end", s)
	}
	d.Approximate, d.Uncertain = approximate, uncertain
	return d, nil
}

// String is the date in EDTF, in its shortest form, and empty where it is
// unknown. ParseDate reads it back.
func (d Date) String() string {
	if !d.Known() {
		return ""
	}
	q := ""
	switch {
	case d.Approximate && d.Uncertain:
		q = "%"
	case d.Approximate:
		q = "~"
	case d.Uncertain:
		q = "?"
	}
	if s, ok := d.period(); ok {
		return s + q
	}
	from, to := "..", ".."
	if !d.First.IsZero() {
		from = d.First.Format(d.layout()) + q
	}
	if !d.Last.IsZero() {
		to = d.Last.Format(d.layout()) + q
	}
	return from + "/" + to
}

// period is the one calendar period that the date is, if it is one.
func (d Date) period() (string, bool) {
	if !d.Closed() {
		return "", false
	}
	y, m, _ := d.First.Date()
	switch {
	case d.First.Equal(d.Last):
		return d.First.Format(time.DateOnly), true
	case d.First.Equal(Month(y, m).First) && d.Last.Equal(Month(y, m).Last):
		return d.First.Format(monthLayout), true
	case d.First.Equal(Year(y).First) && d.Last.Equal(Year(y).Last):
		return d.First.Format(yearLayout), true
	}
	return "", false
}

// layout is that of the longest calendar period that both ends allow, so
// that June to October 2026 is "2026-06/2026-10" and not told in days.
func (d Date) layout() string {
	years, months := true, true
	if !d.First.IsZero() {
		years, months = d.First.YearDay() == 1, d.First.Day() == 1
	}
	if !d.Last.IsZero() {
		next := d.Last.AddDate(0, 0, 1)
		years, months = years && next.YearDay() == 1, months && next.Day() == 1
	}
	switch {
	case years:
		return yearLayout
	case months:
		return monthLayout
	}
	return time.DateOnly
}

// FirstPeriod and LastPeriod are the calendar periods, as coarse as the date
// is written, with which a closed date begins and ends: the years 1990 and 1993
// of 1990/1993.
func (d Date) FirstPeriod() Date { return d.periodOf(d.First) }

// LastPeriod is the counterpart of FirstPeriod.
func (d Date) LastPeriod() Date { return d.periodOf(d.Last) }

func (d Date) periodOf(day time.Time) Date {
	switch d.layout() {
	case yearLayout:
		return Year(day.Year())
	case monthLayout:
		return Month(day.Year(), day.Month())
	}
	return DayOf(day)
}

// MarshalJSON writes the date as EDTF, and null where it is unknown.
func (d Date) MarshalJSON() ([]byte, error) {
	if !d.Known() {
		return []byte("null"), nil
	}
	return json.Marshal(d.String())
}
