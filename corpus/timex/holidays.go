package timex

import "time"

// holidayID is a day that has a name and comes every year.
type holidayID int

const (
	christmas holidayID = iota + 1
	easter
	thanksgiving
	newYear
)

var holidays = map[string]holidayID{"christmas": christmas, "easter": easter, "thanksgiving": thanksgiving}

// holiday reads "Christmas 2024", "Christmas Eve", "Easter Monday".
func (g *grammar) holiday(i int) (phrase, bool) {
	if !g.at(i).capital && !g.question {
		return phrase{}, false
	}
	h := holidayID(g.at(i).value)
	p := phrase{to: i + 1, kind: yearless, unit: day, holiday: h}
	switch {
	case g.word(i+1, "eve") && h == christmas:
		p.day = -1
		p.to++
	case g.word(i+1, "day"):
		p.to++
	case g.is(i+1, weekdayName) && h == easter && (g.at(i+1).value <= 1):
		p.day = g.at(i + 1).value
		p.to++
	case g.at(i+1).isWord && g.at(i+1).capital && g.at(i+1).class == other:
		return phrase{}, false // a name: Christmas Island
	}
	return g.withYear(g.dayDetail(p)), true
}

// in is the day of the holiday in a year.
func (h holidayID) in(y int) time.Time {
	switch h {
	case easter:
		return easterSunday(y)
	case thanksgiving:
		first := on(y, time.November, 1)
		return first.AddDate(0, 0, (int(time.Thursday)-int(first.Weekday())+7)%7+21)
	}
	return on(y, time.December, 25)
}

// easterSunday is reckoned after the Gregorian computus as Meeus, Jones and
// Butcher give it.
func easterSunday(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return on(y, time.Month(n/31), n%31+1)
}
