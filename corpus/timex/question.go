package timex

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dossierbot/corpus"
)

// Asked is the time that a question asks for.
type Asked struct {
	corpus.Span             // with the preposition
	Text        string      // the words of the span
	Interval    corpus.Date // open on a side for "before 2020", "since March 2024"
	Why         string      // how it was reckoned, for people; empty where the words say all
	// Recurring is true for a day and month without a year, whose interval is
	// the most recent one: a caller may accept that day of any year.
	Recurring bool
}

// longestQuestion is how many bytes of a question are read.
const longestQuestion = 8192

// Question reads the time that a question, asked on a day, is about. It
// forgives a slip in the name of a month, and knows the months and the
// commonest words of time in Lithuanian, Polish, Russian, Belarusian and
// Ukrainian. A month or a day without a year is the most recent one, unless
// the question looks ahead.
//
// Of several times it takes the ranges, all of them together; else those
// that "and" joins; else the last one with a preposition; else the first. It
// is false where the question names no time.
func Question(text string, asked time.Time) (Asked, bool) {
	text = text[:runeBoundary(text, longestQuestion)]
	f := newFinder("", corpus.DayOf(asked))
	f.question, f.text = true, text
	f.tokens = lex(text, questionWords(text))
	f.run()
	times := f.times()
	if len(times) == 0 {
		return Asked{}, false
	}
	if rs := f.ranges(times); len(rs) > 0 {
		return f.askedRanges(rs), true
	}
	return f.askedTimes(times), true
}

// runeBoundary is the last place up to n where no character is cut.
func runeBoundary(text string, n int) int {
	if len(text) <= n {
		return len(text)
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// askedRanges is what all ranges have in common, or the first one where they
// have nothing.
func (f *finder) askedRanges(rs []corpus.Range) Asked {
	a := Asked{Span: rs[0].Span, Interval: rs[0].Interval}
	for _, r := range rs[1:] {
		if !a.Interval.Overlaps(r.Interval) {
			continue
		}
		a.End = r.End
		if r.Interval.First.After(a.Interval.First) {
			a.Interval.First = r.Interval.First
		}
		if a.Interval.Last.IsZero() || !r.Interval.Last.IsZero() && r.Interval.Last.Before(a.Interval.Last) {
			a.Interval.Last = r.Interval.Last
		}
	}
	return f.worded(a)
}

func (f *finder) askedTimes(times []corpus.Time) Asked {
	first, last := f.asked()
	a := Asked{Span: times[first].Span, Interval: times[first].Interval, Recurring: true}
	for k := first; k <= last; k++ {
		a.End = times[k].End
		a.Interval.First = earlier(a.Interval.First, times[k].Interval.First)
		a.Interval.Last = later(a.Interval.Last, times[k].Interval.Last)
		x := f.found[k]
		a.Recurring = a.Recurring && x.kind == yearless && x.phrase.unit == day && x.base == noBase && x.pick == nearest
	}
	if before := f.found[first].from - 1; f.is(before, inWord) {
		a.Start = f.at(before).start
	}
	return f.worded(a)
}

func (f *finder) worded(a Asked) Asked {
	a.Text = f.text[a.Start:a.End]
	a.Why = a.Interval.Why
	return a
}

// asked chooses the phrases that tell the time asked for.
func (f *finder) asked() (first, last int) {
	for k := 0; k+1 < len(f.found); k++ {
		if f.joinsTimes(k) {
			last = k + 1
			for last+1 < len(f.found) && f.joinsTimes(last) {
				last++
			}
			return k, last
		}
	}
	for k := len(f.found) - 1; k >= 0; k-- {
		if f.is(f.found[k].from-1, inWord) {
			return k, k
		}
	}
	return 0, 0
}

func (f *finder) joinsTimes(k int) bool {
	j := f.found[k].to
	if !f.is(j, andWord) && !f.is(j, orSo) && f.mark(j) != ',' {
		return false
	}
	j++
	if f.is(j, inWord) {
		j++
	}
	return j == f.found[k+1].from
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// questionWords looks words up in English first, then in the other
// languages, then among the months with a slip.
func questionWords(text string) lookup {
	abroad := slices.ContainsFunc(strings.Fields(text), func(w string) bool {
		w = fold(strings.Trim(w, ".,;:?!\"'()"))
		return len(w) > 2 && foreign[w].class != other && english[w].class == other
	})
	return func(word string) (class, int) {
		folded := fold(word)
		if abroad {
			if w, ok := fromPolish[folded]; ok {
				return english[w].class, english[w].value
			}
		}
		if e := foreign[folded]; abroad && (e.class == yearMarker || e.class == dayMarker) {
			return e.class, e.value
		}
		if e, ok := english[folded]; ok {
			return e.class, e.value
		}
		if e, ok := foreign[folded]; ok {
			return e.class, e.value
		}
		if m, ok := slippedMonth(folded); ok {
			return monthName, m
		}
		return lookupEnglish(word)
	}
}
