package timex

import (
	"time"

	"dossierbot/corpus"
)

// ranges makes the ranges that joining words make of the phrases found.
func (f *finder) ranges(times []corpus.Time) []corpus.Range {
	var out []corpus.Range
	for k := 0; k < len(f.found); k++ {
		if f.found[k].kind == stretch {
			out = appendValid(out, f.stretched(k, times))
			continue
		}
		if k+1 < len(f.found) {
			if start, ok := f.pair(k); ok {
				r := corpus.Range{From: times[k].Value, To: times[k+1].Value}
				r.Span = corpus.Span{Start: f.at(start).start, End: times[k+1].End}
				r.Interval = bounded(times[k].Interval.First, times[k+1].Interval.Last, "", times[k], times[k+1])
				if !r.Interval.Last.Before(r.Interval.First) {
					out = append(out, r)
					k++
					continue
				}
			}
		}
		out = appendValid(out, f.open(k, times[k]))
	}
	return out
}

func appendValid(out []corpus.Range, r corpus.Range) []corpus.Range {
	if !r.Interval.Known() {
		return out
	}
	return append(out, r)
}

// pair tells whether the phrase at k and the next are the two ends of a
// range, and gives the token that the range begins with.
func (f *finder) pair(k int) (start int, ok bool) {
	a, b := f.found[k], f.found[k+1]
	if b.kind == stretch {
		return 0, false
	}
	opener := f.beforeWords(a.from)
	j := a.to
	join := f.at(j)
	enclosed := f.is(opener, between)
	opened := f.is(opener, fromWord) || f.is(opener, sinceWord)
	switch {
	case join.class == andWord || f.question && join.class == article:
		ok = enclosed
	case join.class == toWord, join.class == untilWord && !enclosed:
		ok = true
	case f.question && join.class == beforeWord && opened:
		ok = true
	case join.mark == '-':
		ok = true
	}
	if !ok || f.afterWords(j+1) != b.from {
		return 0, false
	}
	if enclosed || opened {
		return opener, true
	}
	return a.from, true
}

// beforeWords is the token before i and before the words of approximation
// that may stand there: "since at least 2019".
func (f *finder) beforeWords(i int) int {
	i--
	for n := 0; n < 2 && f.is(i, about); n++ {
		i--
	}
	if f.is(i+1, about) && f.is(i, inWord) && f.word(i, "at") {
		i--
	}
	return i
}

func (f *finder) afterWords(i int) int {
	if f.is(i, inWord) && f.word(i, "at") {
		i++
	}
	for n := 0; n < 2 && f.is(i, about); n++ {
		i++
	}
	return i
}

// open makes the range of one phrase with a word that bounds one side.
func (f *finder) open(k int, t corpus.Time) corpus.Range {
	x := f.found[k]
	b := f.beforeWords(x.from)
	if f.is(b-1, unitName) || f.is(b-1, unitPlural) {
		if f.is(b, beforeWord) || f.is(b, afterWord) {
			return f.away(b, t)
		}
	}
	r := corpus.Range{Span: corpus.Span{Start: f.at(b).start, End: t.End}}
	switch f.at(b).class {
	case sinceWord:
		r.From = t.Value
		r.Interval = bounded(t.Interval.First, time.Time{}, "since then", t)
	case fromWord, inWord:
		end := f.onwards(x.to)
		if end == x.to {
			return corpus.Range{}
		}
		r.From, r.End = t.Value, f.at(end-1).end
		r.Interval = bounded(t.Interval.First, time.Time{}, "from then on", t)
	case untilWord, byWord:
		r.To = t.Value
		r.Interval = bounded(time.Time{}, t.Interval.Last, "until then", t)
	case toWord:
		if f.word(b-1, "up") {
			r.Start = f.at(b - 1).start
		} else if f.word(b-1, "prior") {
			r.Start = f.at(b - 1).start
			r.To = t.Value
			r.Interval = bounded(time.Time{}, t.Interval.First.AddDate(0, 0, -1), "before it", t)
			return r
		} else {
			return f.yearsTo(b, t)
		}
		r.To = t.Value
		r.Interval = bounded(time.Time{}, t.Interval.Last, "until then", t)
	case beforeWord:
		r.To = t.Value
		r.Interval = bounded(time.Time{}, t.Interval.First.AddDate(0, 0, -1), "before it", t)
	case afterWord:
		r.From = t.Value
		r.Interval = bounded(t.Interval.Last.AddDate(0, 0, 1), time.Time{}, "after it", t)
	default:
		return corpus.Range{}
	}
	return r
}

// onwards steps over "on" and "onwards" after a phrase.
func (f *finder) onwards(i int) int {
	switch {
	case f.is(i, onward):
		return i + 1
	case f.word(i, "on") && f.endsClause(i+1):
		return i + 1
	case f.is(i, andWord) && f.is(i+1, onward):
		return i + 2
	}
	return i
}

// yearsTo reads the length before "to": "in the 10 years to 2020".
func (f *finder) yearsTo(to int, t corpus.Time) corpus.Range {
	n, start, ok := f.length(to)
	if !ok || f.is(start, article) {
		return corpus.Range{}
	}
	if f.is(start-1, the) {
		start--
	}
	s := covering(unit(f.at(to-1).value), t.Value.Last).shift(1 - n)
	if s.first.After(t.Value.First) || s.first.Year() < oldestYear {
		return corpus.Range{}
	}
	return corpus.Range{
		Span: corpus.Span{Start: f.at(start).start, End: t.End}, From: s.date(corpus.Inferred, ""), To: t.Value,
		Interval: bounded(s.first, t.Interval.Last, "that long until then", t),
	}
}

// away reads the length before "before" or "after": "two years before 2026"
// is the year 2024, "the two years before 2026" are 2024 and 2025, and so is
// "the week before 5 December 2025" the seven days before that day.
func (f *finder) away(joint int, t corpus.Time) corpus.Range {
	u := unit(f.at(joint - 1).value)
	n, start, ok := f.length(joint)
	through := false
	switch {
	case ok:
		through = f.is(start-1, the)
	case f.is(joint-2, the):
		n, start, ok, through = 1, joint-1, true, true
	}
	if !ok || u > decade || u == quarter || u == weekend {
		return corpus.Range{}
	}
	if u == fortnight {
		u, n = week, 2*n
	}
	near, sign := t.Interval.First, f.at(joint).value
	if sign > 0 {
		near = t.Interval.Last
	}
	s := covering(u, near).shift(sign * n)
	first, last := s.first, s.last()
	switch {
	case through && sign < 0:
		start--
		first, last = span{unit: u, first: near}.shift(-n).first, near.AddDate(0, 0, -1)
	case through:
		start--
		first, last = near.AddDate(0, 0, 1), span{unit: u, first: near}.shift(n).first
	}
	if first.Year() < oldestYear {
		return corpus.Range{}
	}
	return corpus.Range{
		Span:     corpus.Span{Start: f.at(start).start, End: t.End},
		Interval: bounded(first, last, "reckoned from "+t.Value.String(), t),
	}
}

// length reads the number and the unit that end before token i, and gives
// the token that they begin with.
func (f *finder) length(i int) (n, start int, ok bool) {
	if !f.is(i-1, unitPlural) && !f.is(i-1, unitName) {
		return 0, 0, false
	}
	for start = i - 4; start < i-1; start++ { // the longest number: not the five of twenty-five
		if n, next, ok := f.count(start); ok && next == i-1 && n > 0 {
			return n, start, true
		}
	}
	return 0, 0, false
}

// stretched is the range of "the last two weeks", which ends or begins with
// the reference date.
func (f *finder) stretched(k int, times []corpus.Time) corpus.Range {
	t := times[k]
	return corpus.Range{Span: t.Span, Interval: t.Interval}
}

// bounded is the interval between two days, either of which may be open.
func bounded(first, last time.Time, why string, of ...corpus.Time) corpus.Date {
	d := corpus.Date{First: first, Last: last, Basis: corpus.Stated, Why: why}
	for _, t := range of {
		if !t.Explicit {
			d.Basis = corpus.Inferred
			if t.Why != "" && d.Why != "" {
				d.Why += "; "
			}
			d.Why += t.Why
		}
	}
	return d
}
