package timex

// moreDays reads the days that follow in "November 12–26, 2025" and "June 5
// and 6".
func (f *finder) moreDays(out []phrase, i int) ([]phrase, int) {
	if !f.monthBeforeDay(out[len(out)-1]) {
		return out, i
	}
	for n := 0; n < maxList; n++ {
		p := out[len(out)-1]
		if !f.joinsDays(i) {
			break
		}
		j := i + 1
		if f.is(j, the) {
			j++
		}
		d := f.at(j)
		if f.mark(i) == ',' && !f.is(j+1, andWord) && f.mark(j+1) != ',' || d.digits() == 0 || d.digits() > 2 || d.value <= p.day ||
			d.value > 31 || !f.standsAsDay(j) && !f.joined(j) || f.is(j+1, monthName) || f.is(j+1, monthShort) || f.is(j+1, measure) ||
			f.mark(i) == ',' && p.kind == absolute {
			break
		}
		q := phrase{from: j, to: j + 1, kind: yearless, unit: day, month: p.month, day: d.value, list: true}
		if f.is(q.to, ordinalTail) && f.joined(q.to) {
			q.to++
		}
		q = f.withYear(q)
		if q.kind != absolute && p.kind == absolute {
			q.kind, q.year = absolute, p.year
		} else if q.kind == absolute && p.kind != absolute {
			for k := len(out) - 1; k >= 0 && k >= len(out)-1-n; k-- {
				out[k].kind, out[k].year = absolute, q.year
			}
		}
		out = append(out, q)
		i = q.to
	}
	return out, i
}

// shortYears reads the second year of "1990–94".
func (f *finder) shortYears(out []phrase, i int) ([]phrase, int) {
	p, n := out[len(out)-1], f.at(i+1)
	if p.kind != absolute || p.unit != year || f.mark(i) != '-' || !f.joined(i) || !f.joined(i+1) || n.digits() != 2 ||
		n.value <= p.year%100 || f.joined(i+2) && (f.mark(i+2) == '-' || f.at(i+2).isWord) {
		return out, i
	}
	return append(out, phrase{from: i + 1, to: i + 2, kind: absolute, unit: year, year: p.year/100*100 + n.value}), i + 2
}

// monthBeforeDay tells whether a day was written after its month.
func (f *finder) monthBeforeDay(p phrase) bool {
	if p.unit != day || p.month == 0 {
		return false
	}
	for k := p.from; k < p.to; k++ {
		switch f.at(k).class {
		case monthName, monthShort:
			return f.is(k+1, number) || f.mark(k+1) == '.' && f.is(k+2, number)
		case number:
			return false
		}
	}
	return false
}

// shareYears gives a month or day without a year that of the one it is
// joined to: "May to July 2024", "26 October and 3 November 2025".
func (f *finder) shareYears(phrases []phrase) {
	for i := 0; i+1 < len(phrases); i++ { // from November 2025 to January
		p, q := phrases[i], &phrases[i+1]
		if p.kind != absolute || q.kind != yearless || q.base != noBase || q.pick != nearest || p.unit > year || p.month == 0 ||
			q.from-p.to != 1 || q.holiday != 0 || !f.joinsDays(p.to) || f.mark(p.to) == ',' && q.month <= p.month {
			continue
		}
		q.kind, q.year = absolute, p.year
		if q.month < p.month || q.month == p.month && q.day < p.day {
			q.year++
		}
	}
	for i := len(phrases) - 2; i >= 0; i-- {
		p, q := &phrases[i], phrases[i+1]
		if p.kind != yearless || p.base != noBase || q.kind != absolute || q.from-p.to > 2 || q.unit > year || q.unit == year && !p.list {
			continue
		}
		if !f.joinsDays(p.to) || f.mark(p.to) == ',' && !p.list && !q.shared {
			continue
		}
		p.kind, p.year, p.shared = absolute, q.year, true
		if p.month > q.month && q.month > 0 {
			p.year--
		}
	}
}
