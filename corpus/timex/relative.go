package timex

// count reads a cardinal number in figures or words, below a thousand, and
// gives the token after it. An article counts one.
func (g *grammar) count(i int) (n, next int, ok bool) {
	t := g.at(i)
	switch t.class {
	case number:
		if t.digits() > 3 || g.joined(i+1) && (g.mark(i+1) == ',' || g.mark(i+1) == '.') && g.is(i+2, number) && g.joined(i+2) {
			return 0, i, false
		}
		return t.value, i + 1, true
	case numeral, article:
		if g.is(i+1, hundred) && g.at(i+1).value == 100 {
			return t.value * 100, i + 2, true
		}
		return t.value, i + 1, true
	case tens:
		j := g.skipMark(i+1, '-')
		if u := g.at(j); u.class == numeral && u.value < 10 {
			return t.value + u.value, j + 1, true
		}
		return t.value, i + 1, true
	}
	return 0, i, false
}

// counted reads "two weeks ago", "a year earlier", "10 days later", "three
// days from now". A length of time without such a word names no period.
func (g *grammar) counted(i int) (phrase, bool) {
	n, j, ok := g.count(i)
	if b := g.skipAnd(i - 1); !ok || g.is(b, unitPlural) || g.is(b, unitName) {
		return phrase{}, false // "two weeks and two days ago" is no one period
	}
	j = g.skipMark(j, '-')
	if !g.is(j, unitName) && !g.is(j, unitPlural) {
		return phrase{}, false
	}
	p := phrase{kind: relative, unit: unit(g.at(j).value)}
	if p.unit == period || p.unit == date || p.unit == weekend || p.unit == quarter && n > 40 {
		return phrase{}, false
	}
	j++
	if g.is(j, orSo) && g.word(j+1, "so") {
		j += 2
	}
	j = g.skipMark(j, '-')
	t := g.at(j)
	switch {
	case t.class == ago:
		p.base, p.shift = ofRef, -n
	case t.class == shifted:
		p.base, p.shift = ofAnchor, n*t.value
	case (t.class == beforeWord || t.class == afterWord || t.class == next && g.word(j, "following")) && g.endsClause(j+1):
		p.base, p.shift = ofAnchor, n
		if t.class == beforeWord {
			p.shift = -n
		}
	case t.class == fromWord && (g.word(j+1, "now") || g.word(j+1, "today")):
		p.base, p.shift = ofRef, n
		j++
	default:
		return phrase{}, false
	}
	if p.unit == fortnight {
		p.unit, p.shift = week, 2*p.shift
	}
	p.to = j + 1
	if p.unit == year && (p.base == ofAnchor || p.shift == -1) {
		p.kind = yearBefore
	}
	return p, p.unit != century
}

// skipAnd steps back over "and".
func (g *grammar) skipAnd(i int) int {
	if g.is(i, andWord) {
		return i - 1
	}
	return i
}

func (g *grammar) endsClause(i int) bool {
	t := g.at(i)
	return !t.isWord && t.class != number || t.class == andWord
}

// determined reads what "this", "last", "next", "that" and their like point
// at.
func (g *grammar) determined(i int) (phrase, bool) {
	t := g.at(i)
	p := phrase{kind: relative, base: ofRef}
	j := i + 1
	switch t.class {
	case this:
		p.pick = thisOne
		switch {
		case g.is(j, last) && g.word(j, "past"):
			p.pick = lastOne
			j++
		case g.is(j, next):
			p.pick = nextOne
			j++
		case g.is(j, same):
			p.base = ofAnchor
			j++
		}
	case last:
		p.shift, p.pick = -1, lastOne
	case next:
		p.shift, p.pick = 1, nextOne
	case that, same:
		p.base, p.pick = ofAnchor, thisOne
		if g.is(j, same) {
			j++
		}
	case latest:
		p.pick = lastOne
	}
	switch {
	case t.value == fromAnchor && (t.class == last || t.class == next):
		p.base = ofAnchor
	case t.class == next && g.is(i-1, the):
		p.base = ofTale
	}
	if g.is(j, fiscal) {
		j++
	}
	if q, ok := g.stretch(i, j, p.base); ok {
		return q, true
	}
	return g.pointedAt(j, t, p)
}

// stretch reads "the past year", "the last two weeks" and "the next three
// days" from the determiner at i and the noun or number at j.
func (g *grammar) stretch(i, j int, from base) (phrase, bool) {
	t := g.at(i)
	if t.class != last && t.class != next || t.value == fromAnchor {
		return phrase{}, false
	}
	n, k, ok := g.count(j)
	switch {
	case ok && n > 0 && !g.is(j, article):
	case g.is(j, unitName) && from == ofRef && g.pastUnit(i, j):
		n, k = 1, j
	default:
		return phrase{}, false
	}
	if !g.is(k, unitPlural) && !g.is(k, unitName) {
		return phrase{}, false
	}
	p := phrase{to: k + 1, kind: stretch, base: ofRef, unit: unit(g.at(k).value), shift: n}
	if p.unit == fortnight {
		p.unit, p.shift = week, 2*n
	}
	if t.class == last {
		p.shift = -p.shift
	}
	return p, p.unit <= decade
}

// pastUnit tells "the past year" and "the last year", which end today, from
// "last year", which ended long ago.
func (g *grammar) pastUnit(i, j int) bool {
	u := unit(g.at(j).value)
	if u > decade || u == quarter || u == weekend || g.is(j+1, ofWord) {
		return false
	}
	return g.word(i, "past") || g.word(i, "last") && g.is(i-1, the) && u != day
}

// pointedAt reads the noun after "this", "last", "next" or "that".
func (g *grammar) pointedAt(j int, det token, p phrase) (phrase, bool) {
	t := g.at(j)
	p.to = j + 1
	switch t.class {
	case unitName:
		return g.pointedUnit(j, det, p)
	case monthName, monthShort:
		if !t.capital && !g.question {
			return phrase{}, false
		}
		p.kind, p.unit, p.month, p.to = yearless, month, t.value, g.afterMonth(j)
		if d := g.at(p.to); d.digits() > 0 && d.digits() <= 2 && validDay(leapYear, t.value, d.value) && g.standsAsDay(p.to) {
			p.unit, p.day = day, d.value
			p.to++
		}
		p.shift = 0
		return g.anchored(p, det), true
	case weekdayName:
		if q, ok := g.weekdayFirst(j); ok && q.kind != weekdayOf {
			return q, true
		}
		p.kind, p.unit, p.weekday, p.shift = weekdayOf, day, t.value, 0
		return g.dayDetail(g.anchored(p, det)), true
	case seasonName:
		p.kind, p.unit, p.month, p.shift = yearless, season, t.value, 0
		return g.anchored(p, det), true
	case ordinal:
		if q, ok := g.ordinalFirst(j, true); ok && q.kind == yearless && q.unit == quarter {
			q.pick = p.pick
			return q, true
		}
	case dayPart:
		p.unit = day
		switch {
		case det.class == last && !g.word(j, "night"):
			return phrase{}, false
		case det.class == next:
			p.base = ofAnchor
		}
		return p, true
	case early:
		if g.is(j+1, dayPart) { // "that late night", "this early morning"
			p.unit, p.to = day, j+2
			return p, true
		}
	case holiday:
		if q, ok := g.holiday(j); ok && q.kind == yearless {
			q.pick = p.pick
			return g.anchored(q, det), true
		}
	}
	return phrase{}, false
}

// anchored marks a named period that is looked for around the date last
// named: "the previous April", "that summer".
func (g *grammar) anchored(p phrase, det token) phrase {
	if p.base != ofTale {
		p.base = noBase
	}
	if det.class == that || det.class == same || det.value == fromAnchor && (det.class == last || det.class == next) {
		p.base = ofAnchor
	}
	return p
}

// determines tells whether a determiner stands at i, which points at a period
// of its own: "last year's last May" is not read as one phrase.
func (g *grammar) determines(i int) bool {
	switch g.at(i).class {
	case this, last, next, that, same, latest:
		return true
	}
	return false
}

func (g *grammar) pointedUnit(j int, det token, p phrase) (phrase, bool) {
	p.unit = unit(g.at(j).value)
	switch p.unit {
	case period:
		return p, det.class == latest || det.class == that || det.class == same
	case date:
		p.base = ofAnchor
		return p, det.class == this || det.class == that
	case century, fortnight:
		return phrase{}, false
	case day:
		switch {
		case det.class == last && p.base == ofRef:
			return phrase{}, false // "the last day" is not yesterday
		case !g.question: // "this day", "the next day": of the day last told
			p.base = ofAnchor
		}
		p = g.dayDetail(p)
	case quarter:
		if det.class == last || det.class == latest {
			if q := g.withYear(phrase{to: j + 1, kind: yearless, unit: quarter, month: 10}); q.kind == absolute || q.base != noBase {
				return q, true
			}
		}
	case year:
		// "last year's third quarter", "next year's May"
		k := j + 1
		if g.is(k, possessive) {
			k++
		}
		if k > j+1 && !g.determines(k) || g.is(k, ordinal) || g.question && g.is(k, monthName) { // Lithuanian: šių metų gegužę
			if q, ok := g.core(k); ok && q.kind == yearless && q.base == noBase && !g.is(k, the) {
				q.base, q.shift = p.base, p.shift
				return q, true
			}
			if g.is(k, unitName) && unit(g.at(k).value) == quarter && k > j+1 {
				return phrase{to: k + 1, kind: yearBefore, unit: quarter, base: p.base, shift: p.shift}, true
			}
		}
	}
	if det.class == next && g.is(j+1, dayPart) && p.unit == day {
		p.to = j + 2
	}
	return p, true
}
