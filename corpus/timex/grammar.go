package timex

// grammar reads phrases from the tokens of a text. From any token it looks at
// a bounded number of others, so that a text is read in linear time.
type grammar struct {
	text   string
	tokens []token
	// order is that of the numbers in dates such as 03/04/2025.
	order order
	// depth is how deep core is nested.
	depth int
	// question is true where words need no capital and months no full stop.
	question bool
}

func (g *grammar) at(i int) token {
	if i < 0 || i >= len(g.tokens) {
		return token{class: pause, start: len(g.text), end: len(g.text)}
	}
	return g.tokens[i]
}

func (g *grammar) is(i int, c class) bool { return g.at(i).class == c }

func (g *grammar) mark(i int) byte { return g.at(i).mark }

// joined tells whether token i stands right after the one before it.
func (g *grammar) joined(i int) bool { return i > 0 && i < len(g.tokens) && !g.at(i).spaced }

// word tells whether token i is this word of lower-case ASCII letters.
func (g *grammar) word(i int, w string) bool {
	t := g.at(i)
	if t.end-t.start != len(w) {
		return false
	}
	for k := range len(w) {
		if g.text[t.start+k]|0x20 != w[k] {
			return false
		}
	}
	return true
}

// skipMark steps over one mark if it stands at i.
func (g *grammar) skipMark(i int, m byte) int {
	if g.mark(i) == m {
		return i + 1
	}
	return i
}

// phrase reads the longest time expression that begins at token i.
func (g *grammar) phrase(i int) (phrase, bool) {
	p, ok := g.bounded(i)
	if !ok {
		return phrase{}, false
	}
	p.from = i
	if g.is(i, the) && g.nameless(i+1) && p.to > i+1 && p.sub.unit == noUnit {
		p.from++
	}
	return p, true
}

// nameless tells whether "the" before token i belongs to what follows the
// phrase, as in "the 2020 elections" or "the 14 May deadline".
func (g *grammar) nameless(i int) bool {
	t := g.at(i)
	if t.class == number {
		return !g.joined(i+1) || !g.is(i+1, ordinalTail) && !g.is(i+1, tailWord) && !g.is(i+1, possessive)
	}
	return t.class == monthName || t.class == monthShort || t.class == weekdayName
}

// bounded reads a phrase that may begin with a part: "late November", "the
// end of October", "earlier this year", "the first week of May".
func (g *grammar) bounded(i int) (phrase, bool) {
	j := i
	if g.is(j, the) {
		j++
	}
	switch g.at(j).class {
	case early:
		if p, ok := g.afterPart(g.skipMark(j+1, '-')); ok {
			return p.narrowed(part(g.at(j).value))
		}
		return phrase{}, false
	case shifted:
		// "later this year", "later in 2024", but not "later 2024"
		p, ok := g.afterPart(j + 1)
		return p, ok && j == i && (p.kind != absolute || g.is(j+1, inWord))
	case boundary:
		k := j + 1
		if g.is(k, ofWord) {
			k++
		} else if k = g.skipMark(k, '-'); k == j+1 && !g.is(k, monthName) && !g.is(k, number) || i != j {
			return phrase{}, false
		}
		if p, ok := g.core(k); ok {
			return p.narrowed(part(g.at(j).value))
		}
		return phrase{}, false
	case dayPart:
		if g.is(j+1, ofWord) {
			if p, ok := g.core(j + 2); ok && p.namesDay() {
				return p, true
			}
		}
	}
	if p, ok := g.within(j); ok {
		return p, true
	}
	return g.core(i)
}

// afterPart reads what "early", "late" or "later" qualifies: the period
// itself, or "in" and the period, or a part of a day and then the day.
func (g *grammar) afterPart(i int) (phrase, bool) {
	if g.is(i, inWord) && g.word(i, "in") {
		i++
	}
	if g.is(i, dayPart) && g.is(i+1, ofWord) {
		i += 2
	}
	return g.core(i)
}

// within reads a shorter period in a longer one: "first week of May", "last
// day of the month", "the second half of 2024", "first three months of 2026".
func (g *grammar) within(i int) (phrase, bool) {
	index := 0
	switch {
	case g.is(i, ordinal) && !g.is(i-1, tens):
		index = g.at(i).value
	case g.is(i, last) && g.at(i).value == fromReference, g.word(i, "final"):
		index = -1
	case g.word(i, "latter"):
		index = 2
	default:
		return phrase{}, false
	}
	j := i + 1
	count := 1
	if n, k, ok := g.count(j); ok && !g.is(j, article) {
		count, j = n, k
	}
	switch {
	case g.is(j, half), g.word(j, "part") && g.word(i, "latter"):
		if !g.is(j+1, ofWord) {
			return phrase{}, false
		}
		p, ok := g.core(j + 2)
		if !ok {
			return phrase{}, false
		}
		if p.unit == year {
			p.sub = sub{halfYear, index, 1}
			return p, true
		}
		if index == 1 {
			return p.narrowed(firstHalf)
		}
		return p.narrowed(secondHalf)
	case g.is(j, unitName) || g.is(j, unitPlural) && count > 1:
		u := unit(g.at(j).value)
		if !g.is(j+1, ofWord) || u > month && u != quarter && u != weekend && u != year || count > 31 {
			return phrase{}, false
		}
		p, ok := g.core(j + 2)
		if !ok || p.unit <= u || p.sub.unit != noUnit || p.kind == stretch {
			return phrase{}, false
		}
		p.sub = sub{u, index, count}
		return p, true
	}
	return phrase{}, false
}

// deepest is how many phrases may stand in one another: "the morning of the
// last Friday of next month" has three. It keeps parsing linear.
const deepest = 4

// core reads a phrase without a leading part.
func (g *grammar) core(i int) (phrase, bool) {
	if g.depth >= deepest {
		return phrase{}, false
	}
	g.depth++
	p, ok := g.coreAt(i)
	g.depth--
	return p, ok
}

func (g *grammar) coreAt(i int) (phrase, bool) {
	j, definite := i, false
	if g.is(j, the) {
		j, definite = j+1, true
	}
	t := g.at(j)
	switch t.class {
	case monthName, monthShort:
		return g.monthFirst(j)
	case number:
		return g.numberFirst(j, definite)
	case numeral, tens, article:
		if n := g.at(j + 2); t.class == tens && g.mark(j+1) == '-' && n.class == ordinal && n.value < 10 && t.value+n.value <= 31 {
			return g.ordinalDay(j+3, t.value+n.value)
		}
		if p, ok := g.spelledYear(j); ok {
			return p, true
		}
		return g.counted(j)
	case weekdayName, weekdayShort:
		return g.weekdayFirst(j)
	case seasonName:
		return g.season(j, definite)
	case ordinal:
		return g.ordinalFirst(j, definite)
	case quarterMark:
		return g.quarterMark(j)
	case dayWord, tonightWord:
		if b := g.at(j - 1); t.capital && b.isWord && b.capital && b.class == other {
			return phrase{}, false // a newspaper
		}
		return g.dayDetail(phrase{to: j + 1, kind: relative, unit: day, base: ofRef, shift: t.value}), true
	case this, last, next, that, same, latest:
		return g.determined(j)
	case unitName, unitPlural:
		return g.unitFirst(j, definite)
	case decadeName:
		if definite || g.is(j-1, early) || g.mark(j-1) == '-' {
			return phrase{to: j + 1, kind: absolute, unit: decade, year: 1900 + t.value}, true
		}
	case fiscal:
		return g.fiscal(j)
	case holiday:
		return g.holiday(j)
	}
	if t.mark == '\'' {
		return g.shortYear(j, definite)
	}
	return phrase{}, false
}
