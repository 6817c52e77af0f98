package timex

// yearInContext tells whether the four digits at i are a year. Words of
// quantity, money and measure around them speak against it; a preposition
// of time, a bracket or a modern number speak for it.
func (g *grammar) yearInContext(i int) bool {
	t, next := g.at(i), g.at(i+1)
	if g.afterYear(i+1) > i+1 {
		return true
	}
	if g.joined(i + 1) {
		switch next.mark {
		case '%', '$', '_', '@', '=', '+', '*':
			return false
		case ',', '.', '/', ':':
			if g.is(i+2, number) && g.joined(i+2) {
				return next.mark == '/' && g.at(i+2).digits() == 4
			}
		}
		if next.isWord || next.class == number {
			return false
		}
	}
	if next.mark == '-' && g.joined(i+1) && g.at(i+2).digits() == 2 && g.mark(i+3) == '-' && g.is(i+4, number) && g.joined(i+4) {
		return false // a date that there is not
	}
	if next.mark == '$' || next.mark == '%' {
		return false
	}
	switch next.class {
	case era, measure, casualty, unitPlural, clockWord, hundred:
		return false
	case unitName:
		if next.value != int(quarter) && next.value != int(period) {
			return false
		}
	}
	if next.mark == '-' && (g.is(i+2, measure) || g.is(i+2, unitName)) {
		return false
	}
	if g.countsPlural(i) {
		return false
	}
	prev := g.at(i - 1)
	switch prev.class {
	case article: // "a 1996 law"
		return t.value >= sureYear && next.isWord && !g.joined(i+1)
	case about, numeral, tens, hundred:
		return prev.class == about && (g.question || g.afterPreposition(i-1)) && t.value >= sureYear
	case number:
		return false
	}
	if t.value >= sureYear {
		return true
	}
	if prev.class == the && next.isWord || next.mark == '-' && g.at(i+2).digits() == 4 && g.joined(i+1) && g.joined(i+2) {
		return true
	}
	return g.afterPreposition(i) || prev.mark == '(' || g.is(i-1, early) || g.mark(i-1) == '-' && g.is(i-2, early) ||
		prev.class == unitName || g.is(i-1, fiscal) || prev.mark == '-' && g.is(i-2, number)
}

// afterPreposition tells whether a word stands before i that introduces
// times.
func (g *grammar) afterPreposition(i int) bool {
	switch g.at(i - 1).class {
	case inWord, sinceWord, untilWord, byWord, fromWord, beforeWord, afterWord, ofWord, between, early, monthName, seasonName:
		return true
	case toWord, andWord, orSo:
		return g.is(i-2, number) && plausible(g.at(i-2).value)
	case the:
		return g.afterPreposition(i - 1)
	}
	return false
}

// countsPlural tells whether a round number stands before the plural of a
// common noun, as in "2000 protesters", so that it counts and does not date.
func (g *grammar) countsPlural(i int) bool {
	if g.at(i).value%100 != 0 || g.is(i-1, the) {
		return false
	}
	t := g.at(i + 1)
	if !t.isWord || t.capital || t.class != other || t.end-t.start < 4 {
		return false
	}
	return g.text[t.end-1] == 's' && g.text[t.end-2] != 's'
}
