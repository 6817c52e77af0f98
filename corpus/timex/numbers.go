package timex

// The years that four digits alone may mean.
const (
	firstYear  = 1000
	lastYear   = 2100
	sureYear   = 1800 // from here on, a bare number in a running text is more often a year than not
	pivotYear  = 50   // two digits below it are of the twenty-first century
	oldestYear = 100  // nothing before it is reckoned
)

// numberFirst reads the phrases that begin with digits.
func (g *grammar) numberFirst(i int, definite bool) (phrase, bool) {
	if !g.detached(i) {
		return phrase{}, false
	}
	if g.is(i+1, era) {
		return phrase{to: i + 2, kind: beforeChrist}, true
	}
	if p, ok := g.numeric(i); ok {
		return p, true
	}
	t := g.at(i)
	if t.digits() <= 2 && t.value >= 1 && t.value <= 31 {
		if p, ok := g.dayFirst(i, 0); ok {
			return p, true
		}
		if definite && (g.is(i+1, ordinalTail) && g.joined(i+1)) {
			return g.ordinalDay(i+2, t.value)
		}
	}
	if t.digits() == 2 && t.value%10 == 0 && (definite || g.is(i-1, early) || g.is(i-2, early)) {
		if end, ok := g.pluralTail(i); ok && g.is(i-1, early) || ok && g.mark(i-1) == '-' {
			return phrase{to: end, kind: absolute, unit: decade, year: 1900 + t.value}, true
		}
	}
	if p, ok := g.counted(i); ok {
		return p, true
	}
	return g.yearFirst(i)
}

// detached tells whether the number at i is not a piece of a longer one, of
// a name or of a sum of money.
func (g *grammar) detached(i int) bool {
	prev := g.at(i - 1)
	if prev.mark == '$' || prev.mark == '#' || prev.class == label || prev.mark == '.' && g.is(i-2, label) && g.joined(i-1) {
		return false
	}
	if !g.joined(i) {
		return true
	}
	switch prev.mark {
	case '.', ',', ':', '/':
		return !g.is(i-2, number) || !g.joined(i-1)
	case '-':
		return !g.joined(i-1) || prev.value == longDash || g.is(i-2, early) || g.is(i-2, number) ||
			g.is(i-2, beforeWord) || g.is(i-2, afterWord) || g.is(i-2, boundary) || g.is(i-2, fiscal)
	case '+', '_', '@', '=', '&', '%', '\\', '*':
		return false
	}
	return !prev.isWord && prev.class != number
}

// numeric reads dates in numbers alone: 2025-11-26, 03.10.2024, 11/26/2025.
func (g *grammar) numeric(i int) (phrase, bool) {
	m := g.mark(i + 1)
	if m != '-' && m != '.' && m != '/' || !g.joined(i+1) || !g.joined(i+2) {
		return phrase{}, false
	}
	if !g.is(i+2, number) {
		return g.hyphenated(i)
	}
	a, b, c := g.at(i), g.at(i+2), g.at(i+4)
	if g.mark(i+3) != m || !g.joined(i+3) || !g.joined(i+4) || c.class != number {
		return g.yearAndNumber(i)
	}
	if g.joined(i+5) && (g.mark(i+5) == m && g.is(i+6, number) && g.joined(i+6) || g.is(i+5, number)) {
		return phrase{}, false // a version, an address
	}
	p := phrase{to: i + 5, kind: absolute, unit: day}
	switch {
	case a.digits() == 4:
		p.year, p.month, p.day = a.value, b.value, c.value
	case c.digits() == 4 || c.digits() == 2 && m != '.' && a.digits() == 2 && b.digits() == 2:
		p.year = fullYear(c)
		p.day, p.month = a.value, b.value
		p.note = "day first"
		if p.month > 12 || p.day <= 12 && m != '.' && g.order.monthFirst(p) {
			p.day, p.month, p.note = b.value, a.value, "month first"
		}
	}
	return p, b.digits() <= 2 && validDay(p.year, p.month, p.day)
}

// hyphenated reads 26-Nov-2025 and 26/Nov/2025.
func (g *grammar) hyphenated(i int) (phrase, bool) {
	d, m, y := g.at(i), g.at(i+2), g.at(i+4)
	if m.class != monthName && m.class != monthShort || g.mark(i+3) != g.mark(i+1) || !g.joined(i+3) || !g.joined(i+4) ||
		d.digits() > 2 || y.digits() != 4 || !validDay(y.value, m.value, d.value) {
		return phrase{}, false
	}
	return phrase{to: i + 5, kind: absolute, unit: day, year: y.value, month: m.value, day: d.value}, true
}

// yearAndNumber reads 2025-11 as a month and 2019-20 or 2019/20 as two years
// that follow each other, such as those of a season.
func (g *grammar) yearAndNumber(i int) (phrase, bool) {
	a, b := g.at(i), g.at(i+2)
	if a.digits() != 4 || !plausible(a.value) || g.joined(i+3) && (g.is(i+3, number) || g.mark(i+3) == '-') {
		return phrase{}, false
	}
	m := g.mark(i + 1)
	switch {
	case m == '.':
		return phrase{}, false
	case b.digits() == 2 && b.value == (a.value+1)%100, b.digits() == 4 && b.value == a.value+1 && m == '/':
		return phrase{to: i + 3, kind: absolute, unit: twoYears, year: a.value}, true
	case m == '-' && g.at(i+1).value != longDash && b.digits() == 2 && b.value >= 1 && b.value <= 12 && a.value >= 1900:
		return phrase{to: i + 3, kind: absolute, unit: month, year: a.value, month: b.value}, true
	}
	return phrase{}, false
}

// dayFirst reads "26 November 2025", "17th of September", and the first day
// of "12 and 13 November" or "12–26 November".
func (g *grammar) dayFirst(i, depth int) (phrase, bool) {
	t := g.at(i)
	j := i + 1
	if g.is(j, ordinalTail) && g.joined(j) {
		j++
	} else if g.is(j, dayMarker) {
		j = g.afterStop(j + 1)
	}
	end := j
	if g.is(j, ofWord) {
		j++
		if g.is(j, the) {
			j++
		}
	}
	if g.is(j, monthName) || g.is(j, monthShort) {
		m := g.at(j)
		if !m.capital && !g.question && g.verbal(j) && !g.is(j+1, number) {
			return phrase{}, false
		}
		p := phrase{to: g.afterMonth(j), kind: yearless, unit: day, month: m.value, day: t.value}
		p = g.withYear(p)
		return p, validDay(leapYear, p.month, p.day)
	}
	if depth > maxList || !g.joinsDays(end) {
		return phrase{}, false
	}
	n := g.at(end + 1)
	if n.class != number || n.digits() > 2 || n.value < 1 || n.value > 31 {
		return phrase{}, false
	}
	p, ok := g.dayFirst(end+1, depth+1)
	if !ok || n.value <= t.value {
		return phrase{}, false
	}
	p.to, p.day, p.list = end, t.value, true
	return p, true
}

// maxList is how many days of one month may stand in a list.
const maxList = 6

func (g *grammar) joinsDays(i int) bool {
	switch g.at(i).class {
	case andWord, toWord, untilWord, orSo:
		return true
	}
	switch g.mark(i) {
	case '-', ',', '/':
		return true
	}
	return false
}

// leapYear has all the days that a year can have.
const leapYear = 2000

// yearFirst reads a bare year, or the decade of "1990s".
func (g *grammar) yearFirst(i int) (phrase, bool) {
	t := g.at(i)
	if t.digits() != 4 || !plausible(t.value) {
		return phrase{}, false
	}
	if end, ok := g.pluralTail(i); ok && t.value%10 == 0 {
		return phrase{to: end, kind: absolute, unit: decade, year: t.value}, true
	}
	if !g.yearInContext(i) {
		return phrase{}, false
	}
	p := phrase{to: i + 1, kind: absolute, unit: year, year: t.value}
	if p := g.foreignOrder(p); p.unit != year || p.to > i+1 {
		return p, true
	}
	return g.qualifiedByYear(p), true
}

// qualifiedByYear reads "the 2024 third quarter", "the 1988 period". Without
// such a noun, the year alone is the phrase.
func (g *grammar) qualifiedByYear(p phrase) phrase {
	year := p.year
	j := p.to
	switch {
	case g.is(j, ordinal) || g.is(j, quarterMark):
		if q, ok := g.core(j); ok && q.kind == yearless && (q.unit == quarter || q.unit == halfYear) {
			q.kind, q.year = absolute, year
			return q
		}
	case g.is(j, unitName) && (unit(g.at(j).value) == quarter || unit(g.at(j).value) == period):
		p.kind, p.to = yearBefore, j+1
	case g.is(j, seasonName) && !g.word(j, "fall"):
		p.unit, p.month, p.to = season, g.at(j).value, j+1
	}
	return p
}

// foreignOrder reads a month or a day after its year, as Lithuanian has it.
func (g *grammar) foreignOrder(p phrase) phrase {
	j := p.to
	if !g.question {
		return p
	}
	j = g.afterYear(j)
	p.to = j
	if !g.is(j, monthName) || g.at(j+1).digits() == 4 {
		return p
	}
	p.unit, p.month, p.to = month, g.at(j).value, j+1
	if d := g.at(j + 1); d.class == number && validDay(p.year, p.month, d.value) {
		p.unit, p.day, p.to = day, d.value, j+2
		if g.is(p.to, dayMarker) {
			p.to = g.afterStop(p.to + 1)
		}
	}
	return p
}

// pluralTail finds the s of 1990s and 1990's.
func (g *grammar) pluralTail(i int) (end int, ok bool) {
	if g.joined(i+1) && (g.is(i+1, tailWord) || g.is(i+1, possessive)) {
		return i + 2, g.is(i+1, tailWord) || g.at(i).value%10 == 0 && !g.is(i+2, other)
	}
	return 0, false
}

// shortYear reads '98 and '80s.
func (g *grammar) shortYear(i int, definite bool) (phrase, bool) {
	n := g.at(i + 1)
	if n.digits() != 2 || !g.joined(i+1) || g.joined(i) {
		return phrase{}, false
	}
	if end, ok := g.pluralTail(i + 1); ok && n.value%10 == 0 {
		return phrase{to: end, kind: absolute, unit: decade, year: fullYear(n)}, true
	}
	if g.at(i+2).mark == '\'' { // a quotation: '98'
		return phrase{}, false
	}
	return phrase{to: i + 2, kind: absolute, unit: year, year: fullYear(n)}, !definite
}

// spelledYear reads "nineteen ninety-six" and "twenty twenty-five".
func (g *grammar) spelledYear(i int) (phrase, bool) {
	c := g.at(i)
	switch {
	case c.class == numeral && c.value >= 17 && c.value <= 19:
	case c.class == tens && c.value == 20:
	case c.value == 2 && g.is(i+1, hundred) && g.at(i+1).value == 1000 && g.is(i-1, unitName):
		p := phrase{to: i + 2, kind: absolute, unit: year, year: 2000}
		if n, j, ok := g.count(i + 2); ok && n < 100 && !g.is(i+2, number) {
			p.year, p.to = 2000+n, j
		}
		return p, true
	default:
		return phrase{}, false
	}
	if !g.is(i+1, tens) && !(g.is(i+1, numeral) && g.at(i+1).value >= 10) {
		return phrase{}, false
	}
	n, j, _ := g.count(i + 1)
	if g.is(j, measure) || g.is(j, hundred) || g.is(j, unitPlural) {
		return phrase{}, false
	}
	return phrase{to: j, kind: absolute, unit: year, year: c.value*100 + n}, true
}

// fullYear gives the century to a year of two digits.
func fullYear(t token) int {
	switch {
	case t.digits() != 2:
		return t.value
	case t.value < pivotYear:
		return 2000 + t.value
	}
	return 1900 + t.value
}

func plausible(y int) bool { return y >= firstYear && y <= lastYear }

func validDay(y, m, d int) bool {
	return y >= oldestYear && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}
