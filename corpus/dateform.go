package corpus

import (
	"fmt"
	"strings"
	"time"
)

// Human is the date as people read it, exactly as exact as it is known: "26
// Nov 2025", "26–30 Nov 2025", "early Nov 2025", "spring 2020", "Jun–Oct 2026",
// "2012–2024", "from Aug 2020 on", "until the end of 2024", "about 2020", "2020
// (uncertain)", "Nov 2025 (inferred)", "date unknown". An end that is told is
// part of the date, and the words leave no doubt of it.
func (d Date) Human() string {
	if !d.Known() {
		return "date unknown"
	}
	about := ""
	if d.Approximate {
		about = "about "
	}
	var text string
	switch {
	case d.Last.IsZero():
		text = "from " + about + d.First.Format(d.humanLayout()) + " on"
	case d.First.IsZero():
		text = d.humanUntil(about)
	default:
		text = about + d.humanInterval()
	}
	var notes []string
	if d.Uncertain {
		notes = append(notes, "uncertain")
	}
	if d.Basis == Inferred {
		notes = append(notes, string(Inferred))
	}
	if len(notes) == 0 {
		return text
	}
	return text + " (" + strings.Join(notes, ", ") + ")"
}

// humanUntil is a date that is open at its beginning. A bare "until 2024"
// would leave it to the reader whether 2024 belongs to it.
func (d Date) humanUntil(about string) string {
	layout := d.humanLayout()
	last := d.Last.Format(layout)
	switch {
	case layout != dayLayout:
		return "until " + about + "the end of " + last
	case d.Approximate:
		return "until " + about + last
	}
	return "up to and including " + last
}

// humanLayout is that of the shortest calendar period that both ends need.
func (d Date) humanLayout() string {
	switch d.layout() {
	case yearLayout:
		return "2006"
	case monthLayout:
		return "Jan 2006"
	}
	return dayLayout
}

const dayLayout = "2 Jan 2006"

// humanInterval is a closed date with nothing said twice: the year once
// within a year, the month once within a month.
func (d Date) humanInterval() string {
	if vague, ok := d.vague(); ok {
		return vague
	}
	layout := d.humanLayout()
	first, last := d.First.Format(layout), d.Last.Format(layout)
	sameYear := d.First.Year() == d.Last.Year()
	switch {
	case first == last:
		return last
	case layout == "2006":
		return first + "–" + last
	case sameYear && layout == "Jan 2006":
		return d.First.Format("Jan") + "–" + last
	case sameYear && d.First.Month() == d.Last.Month():
		return d.First.Format("2") + "–" + last
	case sameYear:
		return d.First.Format("2 Jan") + " – " + last
	}
	return first + " – " + last
}

// vague are the words for an interval that is exactly a third of a month, a
// third of a year or a season, for that is what "early November", "late 2026"
// and "spring" are read as: to tell them in days would make them more exact
// than their source. Anything else that happens to be such an interval is told
// just as truly.
func (d Date) vague() (string, bool) {
	first, last := d.First, d.Last
	y, m, day := first.Date()
	if last.Year() == y && last.Month() == m {
		switch end := midnight(y, m+1, 0).Day(); [2]int{day, last.Day()} {
		case [2]int{1, 10}:
			return "early " + first.Format("Jan 2006"), true
		case [2]int{11, 20}:
			return "mid-" + first.Format("Jan 2006"), true
		case [2]int{21, end}:
			return "late " + first.Format("Jan 2006"), true
		}
		return "", false
	}
	if !first.Equal(midnight(y, m, 1)) {
		return "", false
	}
	year := first.Format(yearLayout)
	switch {
	case m == time.January && last.Equal(midnight(y, time.April, 30)):
		return "early " + year, true
	case m == time.May && last.Equal(midnight(y, time.August, 31)):
		return "mid-" + year, true
	case m == time.September && last.Equal(midnight(y, time.December, 31)):
		return "late " + year, true
	}
	// The seasons are those of meteorology: three whole months.
	if !last.Equal(midnight(y, m+3, 0)) {
		return "", false
	}
	switch m {
	case time.March:
		return "spring " + year, true
	case time.June:
		return "summer " + year, true
	case time.September:
		return "autumn " + year, true
	case time.December:
		if last.Year()%100 == 0 {
			return fmt.Sprintf("winter %s–%04d", year, last.Year()), true
		}
		return fmt.Sprintf("winter %s–%02d", year, last.Year()%100), true
	}
	return "", false
}

// The most terms that a date is spelt out in.
const (
	mostMonths = 36
	mostYears  = 200
)

// Months are the months that a closed date covers, in part or whole, as
// "2025-11"; nil for any other date, and where there are more than 36.
func (d Date) Months() []string {
	if !d.Closed() {
		return nil
	}
	first := d.First.Year()*12 + int(d.First.Month()) - 1
	last := d.Last.Year()*12 + int(d.Last.Month()) - 1
	if last-first >= mostMonths {
		return nil
	}
	var out []string
	for m := first; m <= last; m++ {
		out = append(out, fmt.Sprintf("%04d-%02d", m/12, m%12+int(time.January)))
	}
	return out
}

// Years are the years that a closed date covers, in part or whole, as "2025";
// nil for any other date, and where there are more than 200.
func (d Date) Years() []string {
	if !d.Closed() || d.Last.Year()-d.First.Year() >= mostYears {
		return nil
	}
	var out []string
	for y := d.First.Year(); y <= d.Last.Year(); y++ {
		out = append(out, fmt.Sprintf("%04d", y))
	}
	return out
}
