package timex

// unitFirst reads what begins with the name of a unit: "year 2012", "the
// year", "year-end", "the year-earlier quarter", "the day after", "the week
// of 6 March", "month's end".
func (g *grammar) unitFirst(i int, definite bool) (phrase, bool) {
	u := unit(g.at(i).value)
	j := i + 1
	if u == year {
		if y := g.at(j); y.digits() == 4 && plausible(y.value) && g.detached(j) {
			return phrase{to: j + 1, kind: absolute, unit: year, year: y.value}, true
		}
		if q, ok := g.spelledYear(j); ok {
			return q, true
		}
	}
	if g.is(i, unitPlural) {
		return phrase{}, false
	}
	if p, ok := g.yearEarlier(i, u); ok {
		return p, true
	}
	k := g.skipMark(j, '-')
	if g.is(k, possessive) {
		k++
	}
	if (u == year || u == month) && g.is(k, boundary) && part(g.at(k).value) == latePart && !g.is(k+1, ofWord) && g.word(k, "end") {
		return phrase{to: k + 1, kind: relative, unit: u, base: ofTale, part: latePart}, u == year || k > j
	}
	if !definite {
		return phrase{}, false
	}
	switch {
	case (u == week || u == month || u == year || u == day) && g.is(j, ofWord):
		q, ok := g.core(j + 1)
		if !ok || q.unit > u && u != week || q.kind == stretch {
			break
		}
		if u == week && q.namesDay() {
			q.sub = sub{unit: week, index: 0, count: 1}
			return q, true
		}
		return q, q.unit == u
	case u == day && (g.is(j, beforeWord) || g.is(j, afterWord)):
		sign := g.at(j).value
		if g.is(j+1, dayWord) || g.word(j+1, "last") {
			if q, ok := g.core(j + 1); ok && q.namesDay() && q.kind == relative {
				q.shift += sign
				return q, true
			}
		}
		if g.endsClause(j + 1) {
			return phrase{to: j + 1, kind: relative, unit: day, base: ofAnchor, shift: sign}, true
		}
	case g.beforeLast(j):
		return phrase{to: j + 2, kind: relative, unit: u, base: ofRef, shift: 2 * g.at(j).value}, u <= decade
	case u == year && (g.is(j, beforeWord) || g.is(j, afterWord)) && g.endsClause(j+1):
		return phrase{to: j + 1, kind: relative, unit: year, base: ofAnchor, shift: g.at(j).value}, true
	}
	return g.bareUnit(i, u)
}

// beforeLast tells whether "before last" or "after next" stands at i, and no
// longer phrase begins within it, as in "the week before last Friday".
func (g *grammar) beforeLast(i int) bool {
	if !(g.is(i, beforeWord) && g.word(i+1, "last")) && !(g.is(i, afterWord) && g.word(i+1, "next")) {
		return false
	}
	_, longer := g.core(i + 1)
	return !longer
}

// yearEarlier reads "year-earlier", "year-ago quarter".
func (g *grammar) yearEarlier(i int, u unit) (phrase, bool) {
	j := i + 1
	if u != year || g.mark(j) != '-' || !g.is(j+1, ago) && !(g.is(j+1, shifted) && g.at(j+1).value < 0) {
		return phrase{}, false
	}
	p := phrase{to: j + 2, kind: yearBefore, unit: year, base: ofAnchor, shift: -1}
	switch {
	case g.is(p.to, unitName):
		p.unit = unit(g.at(p.to).value)
		p.to++
	case g.is(p.to, ordinal):
		if q, ok := g.ordinalFirst(p.to, true); ok && q.unit == quarter && q.kind == yearless {
			q.base, q.shift = ofRef, -1
			return q, true
		}
	}
	return p, true
}

// bareUnit reads "the quarter", "the year", "the month": the one in hand.
func (g *grammar) bareUnit(i int, u unit) (phrase, bool) {
	p := phrase{to: i + 1, kind: relative, unit: u, base: ofAnchor, pick: thisOne}
	b := g.at(i - 2)
	switch u {
	case quarter:
		return p, !g.is(i+1, ofWord)
	case year, month, week:
		if b.class == ofWord && (g.is(i-3, boundary) || g.is(i-3, unitName) || g.is(i-3, half) || g.word(i-3, "part")) ||
			b.class == inWord && g.is(i-3, shifted) {
			return p, !g.is(i+1, ofWord)
		}
	}
	return phrase{}, false
}

// fiscal reads "fiscal 2024", "full year 2024", "the fiscal third quarter".
func (g *grammar) fiscal(i int) (phrase, bool) {
	j := g.skipMark(i+1, '-')
	var p phrase
	var ok bool
	switch g.at(j).class {
	case number:
		p, ok = g.yearFirst(j)
	case ordinal:
		p, ok = g.ordinalFirst(j, true)
		ok = ok && p.unit == quarter
	case unitName:
		if unit(g.at(j).value) != year {
			return phrase{}, false
		}
		if y := g.at(j + 1); y.digits() == 4 && plausible(y.value) {
			p, ok = phrase{to: j + 2, kind: absolute, unit: year, year: y.value}, true
		} else if g.is(i-1, the) {
			p, ok = phrase{to: j + 1, kind: relative, unit: year, base: ofRef}, true
		}
	}
	if g.word(i, "fiscal") || g.word(i, "financial") || g.word(i, "academic") {
		p.note = "taken as the calendar year"
	}
	return p, ok
}
