package timex

// dayDetail reads the part of the day that follows a day: "Friday night".
func (g *grammar) dayDetail(p phrase) phrase {
	j := p.to
	if g.is(j, early) || g.is(j, shifted) {
		j++
	}
	if g.is(j, dayPart) {
		p.to = j + 1
	}
	return p
}

// weekdayFirst reads "Friday", "Friday, 24 April", "Friday morning", "Friday
// last week".
func (g *grammar) weekdayFirst(i int) (phrase, bool) {
	t := g.at(i)
	j := i + 1
	if t.class == weekdayShort {
		if !t.capital {
			return phrase{}, false
		}
		if g.mark(j) == '.' && g.joined(j) {
			j++
		}
	} else if !t.capital && !g.question && g.joined(j) && g.at(j).isWord {
		return phrase{}, false
	}
	k := g.skipMark(j, ',')
	if g.is(k, dayPart) {
		k++
		if g.is(k, ofWord) {
			k++
		}
		k = g.skipMark(k, ',')
	}
	if g.is(k, the) {
		k++
	}
	if p, ok := g.datedDay(k); ok {
		return p, true
	}
	if t.class == weekdayShort && j == i+1 && (g.mark(j) != ',' || t.value == 0 || t.value == 6 || t.value == 3) && !g.question {
		return phrase{}, false
	}
	if g.nameOfDay(i) {
		return phrase{}, false
	}
	p := phrase{to: j, kind: weekdayOf, unit: day, weekday: t.value}
	if g.is(k, ordinal) || g.at(k).digits() > 0 && g.is(k+1, ordinalTail) && g.joined(k+1) {
		// "Friday the 13th" names the day by its number.
		if q, ok := g.core(k - 1); ok && g.is(k-1, the) && q.kind == dayOfMonth {
			return q, true
		}
	}
	p = g.dayDetail(p)
	if q, ok := g.determinedWeek(p.to); ok {
		p.base, p.shift, p.to = q.base, q.shift, q.to
	} else if g.word(p.to, "last") && g.endsClause(p.to+1) {
		p.pick = lastOne
		p.to++
	} else if g.word(p.to, "next") && g.endsClause(p.to+1) {
		p.pick = nextOne
		p.to++
	}
	return p, true
}

// nameOfDay tells whether the weekday at i is a piece of a proper name, such
// as that of a historic day or a newspaper.
func (g *grammar) nameOfDay(i int) bool {
	b := g.at(i - 1)
	if g.joined(i) && g.mark(i-1) == '-' && g.at(i-2).isWord && !g.is(i-2, early) && !g.is(i-2, weekdayName) {
		return true
	}
	for _, w := range [...]string{"black", "bloody", "ash", "palm", "holy", "good", "super", "cyber", "giving"} {
		if g.word(i-1, w) && b.capital {
			return true
		}
	}
	return false
}

func (g *grammar) determinedWeek(i int) (phrase, bool) {
	j := i
	if g.is(j, ofWord) {
		j++
	}
	if !g.is(j, this) && !g.is(j, last) && !g.is(j, next) && !(g.is(j, the) && g.is(j+1, next)) {
		return phrase{}, false
	}
	p, ok := g.core(j)
	return p, ok && p.kind == relative && p.unit == week
}

// datedDay reads a day with its month, in words or figures.
func (g *grammar) datedDay(i int) (phrase, bool) {
	var p phrase
	var ok bool
	switch g.at(i).class {
	case number:
		if p, ok = g.numeric(i); !ok {
			p, ok = g.dayFirst(i, 0)
		}
	case monthName, monthShort:
		p, ok = g.monthFirst(i)
	}
	return p, ok && p.unit == day && !p.list
}
