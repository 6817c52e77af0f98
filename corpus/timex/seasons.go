package timex

// season reads "autumn 2020", "the summer of 2019", "in spring".
func (g *grammar) season(i int, definite bool) (phrase, bool) {
	p := phrase{to: i + 1, kind: yearless, unit: season, month: g.at(i).value}
	y := i + 1
	if g.is(y, ofWord) {
		y++
	}
	if m := g.mark(y + 1); g.at(y).digits() == 4 && (m == '-' || m == '/') && g.is(y+2, number) && g.joined(y+2) {
		if q, ok := g.yearAndNumber(y); ok && q.unit == twoYears {
			p.kind, p.year, p.to = absolute, q.year, q.to
			return p, true
		}
		if g.at(y+2).digits() == 4 && g.at(y+2).value == g.at(y).value+1 { // "winter 2024–2025"
			p.kind, p.year, p.to = absolute, g.at(y).value, y+3
			return p, true
		}
	}
	p = g.withYear(p)
	if p.kind == absolute || p.base != noBase {
		return p, true
	}
	if g.is(p.to, ofWord) && p.month == 9 || g.joined(p.to) && g.at(p.to).isWord || g.joined(i) && g.at(i-1).isWord {
		return phrase{}, false
	}
	prev := g.at(i - 1)
	fall := g.word(i, "fall")
	switch {
	case definite:
		return p, !g.at(p.to).isWord || g.at(p.to).class != other || !fall
	case fall:
		return p, prev.class == inWord && g.word(i-1, "in") && !g.at(i+1).capital || g.is(i-1, early)
	case g.at(i).capital && prev.isWord && prev.capital && prev.class == other:
		return phrase{}, false
	}
	return p, g.afterPreposition(i) || prev.class == inWord || g.is(i-1, ofWord)
}

// ordinalFirst reads "third quarter of 2024", "first half", "the seventeenth
// of September", "eighth of May".
func (g *grammar) ordinalFirst(i int, definite bool) (phrase, bool) {
	n := g.at(i).value
	j := i + 1
	k := g.skipMark(j, '-')
	if g.is(k, fiscal) {
		k++
	}
	switch {
	case g.is(k, unitName) && unit(g.at(k).value) == quarter && n <= 4:
		return g.withYear(phrase{to: k + 1, kind: yearless, unit: quarter, month: 3*n - 2}), true
	case g.is(k, half) && n <= 2 && (definite || k > j || g.is(k+1, ofWord) || g.is(i-1, inWord)):
		p := g.withYear(phrase{to: k + 1, kind: yearless, unit: halfYear, month: 6*n - 5})
		return p, p.kind == absolute || p.base != noBase
	}
	if n > 31 {
		return phrase{}, false
	}
	return g.ordinalDay(j, n)
}

// ordinalDay reads what follows "the 17th": a month, or nothing that the
// ordinal could belong to.
func (g *grammar) ordinalDay(j, n int) (phrase, bool) {
	k := j
	if g.is(k, ofWord) {
		k++
	}
	if g.is(k, monthName) || g.is(k, monthShort) {
		p := g.withYear(phrase{to: g.afterMonth(k), kind: yearless, unit: day, month: g.at(k).value, day: n})
		return p, validDay(leapYear, p.month, n)
	}
	if g.is(k, that) || g.is(k, this) || g.is(k, the) {
		if p, ok := g.core(k); ok && p.kind == relative && p.unit == month && k > j {
			return phrase{to: p.to, kind: dayOfMonth, unit: day, day: n, base: p.base, shift: p.shift}, true
		}
	}
	follower := g.at(j)
	if follower.isWord && follower.class == other || follower.class == measure || follower.class == unitName ||
		follower.class == unitPlural || follower.mark == '-' || k > j || !g.is(j-1, ordinalTail) || !g.is(j-4, inWord) && !g.is(j-4, byWord) && !g.is(j-4, untilWord) {
		return phrase{}, false
	}
	return phrase{to: j, kind: dayOfMonth, unit: day, day: n}, true
}

// quarterMark reads Q3, 3Q's mirror image, and H1, with the year beside them.
func (g *grammar) quarterMark(i int) (phrase, bool) {
	n := g.at(i + 1)
	u := unit(g.at(i).value)
	if !g.at(i).capital && !g.question || !g.joined(i+1) || n.digits() != 1 || n.value < 1 || n.value > 4 || u == halfYear && n.value > 2 ||
		g.joined(i+2) && (g.at(i+2).isWord || g.is(i+2, number)) || g.joined(i) && g.at(i-1).class == number {
		return phrase{}, false
	}
	p := phrase{to: i + 2, kind: yearless, unit: u, month: 3*n.value - 2}
	if u == halfYear {
		p.month = 6*n.value - 5
	}
	if g.mark(p.to) == '-' || g.mark(p.to) == '/' {
		if y := g.at(p.to + 1); y.digits() == 4 && plausible(y.value) && g.joined(p.to+1) {
			p.kind, p.year, p.to = absolute, y.value, p.to+2
			return p, true
		}
	}
	p = g.withYear(p)
	if p.kind == yearless && p.base == noBase && u == halfYear {
		return phrase{}, false
	}
	return p, true
}
