package timex

import "time"

// order tells dates such as 03/04/2025 apart. European texts put the day
// first, American ones the month. A text's own dates that can be read in one
// way only decide for the others; failing that, a date that only in one
// reading is the day of publication; failing that, the day comes first.
type order struct {
	american    bool
	first, last time.Time // the publication date
}

func orderOf(tokens []token, first, last time.Time) order {
	o := order{first: first, last: last}
	for i := 0; i+4 < len(tokens); i++ {
		a, b, c := tokens[i], tokens[i+2], tokens[i+4]
		m := tokens[i+1].mark
		if a.class != number || m != '/' && m != '-' || tokens[i+3].mark != m || b.class != number || c.class != number ||
			a.digits() > 2 || b.digits() > 2 {
			continue
		}
		switch {
		case a.value <= 12 && b.value > 12 && b.value <= 31:
			o.american, o.first, o.last = true, time.Time{}, time.Time{}
			return o
		case b.value <= 12 && a.value > 12 && a.value <= 31:
			o.first, o.last = time.Time{}, time.Time{}
			return o
		}
	}
	return o
}

// monthFirst tells whether a date, read with the day first, is better read
// the other way.
func (o order) monthFirst(p phrase) bool {
	if o.american || o.last.IsZero() {
		return o.american
	}
	in := func(m, d int) bool {
		t := on(p.year, time.Month(m), d)
		return !t.Before(o.first) && !t.After(o.last)
	}
	return !in(p.month, p.day) && in(p.day, p.month)
}
