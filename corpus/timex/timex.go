// Package timex owns the reading of time expressions: words such as "26
// November 2025", "last Friday" or "since August 2020" become intervals of
// calendar days, reckoned from a reference date where the words need one.
//
// It leaves what a date is to package corpus, and which date a document has
// to corpus/intake.
package timex

import (
	"slices"
	"time"

	"dossierbot/corpus"
)

// Find returns the expressions of time in text that name a calendar period,
// in order, and the ranges that joining words (since, until, from … to,
// between … and, before, after) make of them. ref is the date the text was
// published, from which "last Friday" or "in May this year" are reckoned.
//
// Where ref is an interval, an expression that needs it is given only if its
// first and its last day lead to the same period. Where it is unknown, such
// expressions are left out, unless the date last named decides. "The next
// day" and its like are reckoned from the date last named; so are bare months
// and days in a text that mostly tells of other years than its own, but never
// from a date in brackets or in a comparison, and where ref is unknown only
// from one that is told close by.
//
// Durations and repetitions give nothing. A length that ends or begins on the
// reference date, "the last two weeks", is a range alone, with neither end
// named.
func Find(text string, ref corpus.Date) ([]corpus.Time, []corpus.Range) {
	f := newFinder(text, ref)
	f.run()
	times := f.times()
	ranges := f.ranges(times)
	return slices.DeleteFunc(times, isStretch), ranges
}

// found is a phrase with its reading.
type found struct {
	phrase
	reading
}

type finder struct {
	grammar
	first, last time.Time // the reference date; zero where unknown
	published   string    // the same for people
	narrative   bool
	found       []found
}

func newFinder(text string, ref corpus.Date) *finder {
	f := &finder{grammar: grammar{text: text, tokens: lex(text, lookupEnglish)}}
	if ref.Closed() {
		f.first, f.last = ref.First, ref.Last
	}
	f.order = orderOf(f.tokens, f.first, f.last)
	return f
}

// run parses the whole text and then reckons each phrase in its turn.
func (f *finder) run() {
	f.published = f.publication()
	phrases := f.phrases()
	f.shareYears(phrases)
	f.narrative = !f.question && f.tellsOfThePast(phrases)
	f.found = make([]found, 0, len(phrases))
	var m memory
	for _, p := range phrases {
		f.walk(&m.at, p.from)
		f.forget(&m, p)
		r := f.read(p, &m)
		if r.ok {
			f.found = append(f.found, found{p, r})
			f.remember(&m, p, r)
		}
	}
}

// phrases parses the text from left to right.
func (f *finder) phrases() []phrase {
	var out []phrase
	for i := 0; i < len(f.tokens); {
		if !opens(f.tokens[i]) {
			i++
			continue
		}
		p, ok := f.phrase(i)
		if !ok || f.is(i-1, every) {
			i++
			continue
		}
		out = append(out, p)
		i = p.to
		out, i = f.moreDays(out, i)
		out, i = f.shortYears(out, i)
	}
	return out
}

// opens tells whether a phrase can begin with the token.
func opens(t token) bool {
	switch t.class {
	case other, pause, possessive, measure, casualty, past, saying, future, ordinalTail, inWord, ofWord, andWord, toWord, clockWord, label, pronoun:
		return t.mark == '\''
	}
	return true
}

// read reckons a phrase from the reference date, both ends of which must
// agree.
func (f *finder) read(p phrase, m *memory) reading {
	if y, ok := f.again(m, p); ok {
		s := p.in(y)
		return reading{s, s.String() + ", named before", true}
	}
	c := clock{
		ref: f.last, first: f.first, last: f.last, published: f.published,
		anchor: f.anchorOf(m, p), results: m.results, narrative: f.narrative, question: f.question,
		told: m.toldAt > 0 && f.opensSentence(p.from-1),
	}
	if p.kind == yearless || p.kind == weekdayOf {
		c.tense = f.tenseAround(p)
	}
	r := c.resolve(p)
	if !r.ok || f.first.Equal(f.last) {
		return r
	}
	c.ref = f.first
	if s := c.resolve(p); !s.ok || s.span != r.span {
		return reading{}
	}
	return r
}

func (f *finder) times() []corpus.Time {
	out := make([]corpus.Time, 0, len(f.found))
	for _, x := range f.found {
		basis := corpus.Inferred
		if x.kind == absolute {
			basis = corpus.Stated
		}
		value := x.span.date(basis, x.why)
		interval := value
		interval.First, interval.Last = x.part.of(x.span)
		if x.kind == stretch {
			value = corpus.Date{}
			interval.First, interval.Last = x.ends()
		}
		out = append(out, corpus.Time{
			Span:  corpus.Span{Start: f.at(x.from).start, End: f.at(x.to - 1).end},
			Value: value, Interval: interval, Why: x.why, Explicit: x.kind == absolute,
		})
	}
	return out
}

// isStretch tells whether a time is only there for the range it makes.
func isStretch(t corpus.Time) bool { return !t.Value.Known() }
