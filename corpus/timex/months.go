package timex

// monthFirst reads what begins with the name of a month: "November 26,
// 2025", "Nov. 26", "May of that year", "November".
func (g *grammar) monthFirst(i int) (phrase, bool) {
	m := g.at(i)
	if !m.capital && !g.question && (m.class == monthShort || g.verbal(i)) {
		return phrase{}, false
	}
	if g.joined(i) && (g.at(i-1).isWord || g.is(i-1, number)) {
		return phrase{}, false
	}
	if g.verbal(i) && !m.capital && !g.introduced(i) && !g.is(i+1, number) {
		return phrase{}, false
	}
	j := g.afterMonth(i)
	p := phrase{to: j, kind: yearless, unit: month, month: m.value}
	k := j
	if g.is(k, the) {
		k++
	}
	if d := g.at(k); d.digits() > 0 && d.digits() <= 2 && validDay(leapYear, m.value, d.value) && g.standsAsDay(k) {
		p.unit, p.day, p.to = day, d.value, k+1
		if g.is(p.to, ordinalTail) && g.joined(p.to) {
			p.to++
		}
		return g.dayDetail(g.withYear(p)), true
	}
	if d := g.at(k); d.class == ordinal && m.class == monthName && d.value <= 31 && !g.is(k+1, unitName) && !g.is(k+1, half) {
		p.unit, p.day, p.to = day, d.value, k+1
		return g.dayDetail(g.withYear(p)), true
	}
	p = g.withYear(p)
	if p.kind == absolute || p.base != noBase {
		return p, true
	}
	if m.class == monthShort && j == i+1 && !(g.question && g.introduced(i)) {
		return phrase{}, false
	}
	return p, g.monthInContext(i)
}

// afterMonth steps over a month and the full stop of its short form.
func (g *grammar) afterMonth(i int) int {
	if g.is(i, monthShort) && g.mark(i+1) == '.' && g.joined(i+1) {
		return i + 2
	}
	return i + 1
}

// standsAsDay tells whether the number at i can be the day of a month that
// stands before it, and not an hour or a quantity.
func (g *grammar) standsAsDay(i int) bool {
	if g.joined(i) && g.mark(i-1) != '.' && g.mark(i-1) != '-' {
		return false
	}
	follower := g.at(i + 1)
	if !g.joined(i + 1) {
		return follower.class != measure && follower.class != hundred && follower.mark != '%'
	}
	switch follower.mark {
	case '%':
		return false
	case '.', ',', ':':
		return !g.is(i+2, number) || !g.joined(i+2)
	}
	return !follower.isWord || follower.class == ordinalTail
}

// monthInContext tells whether the bare name at i is a month: May is also a
// verb and a name, March a verb, April, June and August are names.
func (g *grammar) monthInContext(i int) bool {
	m := g.at(i)
	prev, follower := g.at(i-1), g.at(i+1)
	if g.verbal(i) {
		return g.introduced(i) && !(m.value == 3 && g.is(i-1, the) && g.is(i+1, ofWord))
	}
	switch m.value {
	case 4, 6, 8:
		if g.introduced(i) {
			return true
		}
		named := prev.isWord && prev.capital && prev.class == other
		return !named && !(follower.isWord && follower.capital && follower.class == other)
	}
	return true
}

// verbal tells whether the month at i is written as an English verb is.
func (g *grammar) verbal(i int) bool { return g.word(i, "may") || g.word(i, "march") }

// introduced tells whether a word stands before i that a month follows.
func (g *grammar) introduced(i int) bool {
	b := g.at(i - 1)
	switch b.class {
	case inWord:
		return !g.word(i-1, "for") && !g.word(i-1, "at") || g.is(i+1, pause)
	case sinceWord, untilWord, byWord, fromWord, beforeWord, afterWord, between, early, this, last, next, that, same:
		return true
	case article, the: // "a March poll", but not "the March of Dimes"
		return g.modifies(i)
	case ofWord:
		return g.is(i-2, boundary) || g.is(i-2, unitName) || g.is(i-2, ordinal) || g.is(i-2, half) || g.is(i-2, ordinalTail) ||
			g.is(i-2, unitPlural)
	case andWord, toWord, orSo:
		n := g.at(i + 1)
		return (g.is(i-2, monthName) || g.is(i-2, number)) && !(n.isWord && n.capital && n.class == other)
	case possessive: // "last year's May", "the minister's March visit"
		return g.is(i-2, unitName) || g.modifies(i)
	}
	if g.owner(i - 1) {
		return g.modifies(i)
	}
	if b.mark == '-' {
		return g.is(i-2, early) || g.is(i-2, monthName)
	}
	return b.mark == ',' && g.is(i-2, monthName)
}

// modifies tells whether the month at i stands before the noun of what was
// done in it: "the March visit", "her May votes".
func (g *grammar) modifies(i int) bool {
	n := g.at(i + 1)
	if !g.at(i).capital || !n.isWord || n.capital || g.question {
		return false
	}
	return n.class == other || n.class == measure || n.class == label
}

// owner tells whether token i says whose something is.
func (g *grammar) owner(i int) bool {
	for _, w := range [...]string{"his", "her", "its", "their", "our", "my", "your"} {
		if g.word(i, w) {
			return true
		}
	}
	return false
}
