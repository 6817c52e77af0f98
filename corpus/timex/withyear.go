package timex

// withYear reads the year after a month, a day, a season or a quarter, in
// figures, in words, or by its place: ", 2025", "of '98", "last year", "of
// that year".
func (g *grammar) withYear(p phrase) phrase {
	j := p.to
	if g.mark(j) == ',' {
		j++
	}
	k := j
	if g.is(k, ofWord) {
		k++
	} else if g.is(k, inWord) && g.word(k, "in") && g.at(k+1).digits() == 4 {
		k++
	}
	if g.is(k, the) && g.is(k+1, unitName) && unit(g.at(k+1).value) == year && g.at(k+2).digits() == 4 {
		k += 2
	}
	switch t := g.at(k); {
	case t.digits() == 4 && plausible(t.value) && g.endsYear(k):
		if k > j && g.word(k-1, "in") && p.unit != day && p.unit != month && p.unit != season {
			return p
		}
		p.kind, p.year, p.to = absolute, t.value, g.afterYear(k+1)
		return p
	case t.mark == '\'' && k == j && j == p.to || t.mark == '\'' && k > j:
		if q, ok := g.shortYear(k, false); ok && q.unit == year {
			p.kind, p.year, p.to = absolute, q.year, q.to
		}
		return p
	}
	if q, ok := g.spelledYear(k); ok {
		p.kind, p.year, p.to = absolute, q.year, q.to
		return p
	}
	if k == p.to && p.unit == weekend {
		return p
	}
	if q, ok := g.relativeYear(k); ok && j == p.to {
		p.base, p.shift, p.to = q.base, q.shift, q.to
		if q.kind == absolute {
			p.kind, p.year = absolute, q.year
		}
	}
	return p
}

// afterYear steps over the word that says that a number is a year, in the
// languages that have one: "2025 г.", "2025 roku".
func (g *grammar) afterYear(i int) int {
	if !g.question || !g.is(i, yearMarker) && !(g.is(i, unitName) && unit(g.at(i).value) == year) {
		return i
	}
	return g.afterStop(i + 1)
}

// afterStop steps over the full stop of an abbreviation.
func (g *grammar) afterStop(i int) int {
	if g.mark(i) == '.' && g.joined(i) {
		return i + 1
	}
	return i
}

// endsYear tells whether the number at i is not the beginning of something
// longer than a year.
func (g *grammar) endsYear(i int) bool {
	if g.joined(i) && g.mark(i-1) != ',' && g.mark(i-1) != '.' && g.mark(i-1) != '-' && g.mark(i-1) != '/' {
		return false
	}
	if !g.joined(i + 1) {
		return !g.is(i+1, hundred)
	}
	if g.question && g.is(i+1, yearMarker) {
		return true
	}
	switch g.mark(i + 1) {
	case ',', '.':
		return !g.is(i+2, number) || !g.joined(i+2)
	case ':':
		return !g.is(i+2, number)
	}
	return !g.at(i + 1).isWord
}

// relativeYear reads "this year", "the following year", "that year".
func (g *grammar) relativeYear(i int) (phrase, bool) {
	j := i
	if g.is(j, the) {
		j++
	}
	switch g.at(j).class {
	case this, last, next, that, same:
		if !g.pointsAtYear(j) {
			break
		}
		if p, ok := g.determined(j); ok && p.kind == relative && p.unit == year {
			return p, true
		}
	case article, fiscal:
		if p, ok := g.core(j); ok && p.unit == year && (p.kind == relative || p.kind == absolute) {
			return p, true
		}
	case unitName:
		// "the end of June of the year"
		if j > i && unit(g.at(j).value) == year && g.is(i-1, ofWord) {
			return phrase{to: j + 1, kind: relative, unit: year, base: ofAnchor}, true
		}
	}
	return phrase{}, false
}

// pointsAtYear tells whether the word "year" follows the determiner at i.
func (g *grammar) pointsAtYear(i int) bool {
	for k := i + 1; k <= i+2; k++ {
		if g.is(k, unitName) {
			return unit(g.at(k).value) == year
		}
	}
	return false
}
