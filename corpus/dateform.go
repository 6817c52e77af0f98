package corpus

import (
	"fmt"
	"strings"
	"time"
)

// Human is the date as people read it, exactly as exact as it is known: "26
// Nov 2025", "26–30 Nov 2025", "Jun–Oct 2026", "2012–2024", "since Aug 2020",
// "about 2020", "2020 (uncertain)", "Nov 2025 (inferred)", "date unknown".
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
		text = "since " + about + d.First.Format(d.humanLayout())
	case d.First.IsZero():
		text = "until " + about + d.Last.Format(d.humanLayout())
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

// humanLayout is that of the shortest calendar period that both ends need.
func (d Date) humanLayout() string {
	switch d.layout() {
	case yearLayout:
		return "2006"
	case monthLayout:
		return "Jan 2006"
	}
	return "2 Jan 2006"
}

// humanInterval is a closed date with nothing said twice: the year once
// within a year, the month once within a month.
func (d Date) humanInterval() string {
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
