package timex

// memory is what was named before the phrase in hand.
type memory struct {
	at        place     // of the phrase in hand
	last      told      // the date named last
	tale      told      // the date that the narrative has come to
	months    [13]named // the last time that each month was named with its year, from 1
	results   span      // the quarter named last; its unit is noUnit where none was
	resultsAt int       // where it was last spoken of
	toldAt    int       // where a day or month of another year than the text's own was named last; 0 for nowhere
}

// named is a month as it was last named in full.
type named struct {
	year, at int
}

// How many bytes further on a bare month still belongs to the other year
// named before it, "a year earlier" still compares a quarter, and a month is
// the same month as one named in full before.
const (
	sameTale    = 200
	sameMonth   = 1000
	sameResults = 600
)

// forget drops what stands too far before a phrase, and everything at a year
// before Christ, whose days are not reckoned here.
func (f *finder) forget(m *memory, p phrase) {
	at := f.at(p.from).start
	if p.kind == beforeChrist {
		*m = memory{at: m.at}
	}
	if at-m.resultsAt > sameResults {
		m.results = span{}
	}
	if at-m.toldAt > sameTale {
		m.toldAt = 0
	}
}

// again is the year of a bare month that was named in full shortly before.
func (f *finder) again(m *memory, p phrase) (year int, ok bool) {
	if p.kind != yearless || p.unit != month || p.base != noBase || p.pick != nearest || f.question {
		return 0, false
	}
	n := m.months[p.month]
	return n.year, n.year != 0 && !f.last.IsZero() && f.at(p.from).start-n.at <= sameMonth
}

// remember keeps what the next phrases may be reckoned from.
func (f *finder) remember(m *memory, p phrase, r reading) {
	if p.kind == stretch {
		return
	}
	end := f.at(p.to - 1).end
	beside := f.beside(p, m.at)
	if f.moves(p) {
		m.last = told{r.span, m.at, end}
		if !beside {
			m.tale = m.last
		}
	}
	if !beside && p.kind == absolute && (p.unit == month || p.unit == day && p.holiday == 0) {
		m.months[p.month] = named{p.year, end}
	}
	dated := p.unit == day || p.unit == month
	switch {
	case beside:
	case p.kind == absolute && dated && r.first.Year() < f.last.Year()-1:
		m.toldAt = end
	case m.toldAt > 0 && p.kind == yearless && p.base == noBase:
		m.toldAt = end
	default:
		m.toldAt = 0
	}
	switch {
	case beside:
	case r.unit == quarter && p.kind != yearBefore && (p.base == noBase || p.shift == 0):
		m.results, m.resultsAt = r.span, end
	case p.unit == quarter || p.unit == period || p.kind == yearBefore:
		m.resultsAt = end
	}
}

// moves tells whether a phrase sets the date that the next ones are reckoned
// from. In a narrative what is told from the writer's own day does not, nor
// a year that only bounds something.
func (f *finder) moves(p phrase) bool {
	if !f.narrative {
		return true
	}
	if p.kind != absolute {
		return p.base != ofRef
	}
	switch f.at(f.beforeWords(p.from)).class {
	case untilWord, byWord, beforeWord, sinceWord:
		return p.unit < year
	}
	return true
}

// opensSentence tells whether token i is a preposition that begins a
// sentence: "In September the court …".
func (f *finder) opensSentence(i int) bool {
	return (f.is(i, inWord) || f.is(i, byWord)) && (f.is(i-1, pause) || f.endsSentence(i-1)) && !f.question
}

// tellsOfThePast tells whether the text is a narrative of other times than
// its own: most of its dates that carry a year are of another year than the
// one it was published in, and several of them are days, months or
// headings, for every report of the day looks back on some mere years.
func (f *finder) tellsOfThePast(phrases []phrase) bool {
	if f.last.IsZero() {
		return true
	}
	dated, far, farDays, near := 0, 0, 0, 0
	for _, p := range phrases {
		switch {
		case p.kind == absolute:
			dated++
			if y := f.last.Year(); p.year < y-1 || p.year > y+1 {
				far++
				if p.unit == day || p.unit == month || f.isHeading(p) {
					farDays++
				}
			}
		case p.base == ofRef || p.kind == weekdayOf:
			near++
		}
	}
	return farDays >= 3 && far*3 > dated*2 && far > 3*near
}

// isHeading tells whether a phrase stands alone between blank lines.
func (f *finder) isHeading(p phrase) bool {
	return (p.from == 0 || f.is(p.from-1, pause)) && f.is(p.to, pause)
}
