package timex

import "time"

// clock is what a phrase is reckoned from.
type clock struct {
	ref time.Time // zero where it is not known
	// first and last are the days that the publication lies between.
	first, last time.Time
	published   string // the same for people
	anchor      span   // the period last named, or told of; its unit is noUnit where there is none
	results     span   // the quarter last named as such, of which "the quarter" and "a year earlier" speak
	narrative   bool   // bare months and days belong to the anchor
	told        bool   // the anchor stands close by, with its year, in another time than the text's own
	tense       tense
	question    bool
}

// reading is the period that a phrase names and how that was reckoned.
type reading struct {
	span
	why string
	ok  bool
}

// resolve finds the period of a phrase, or none where what it needs is not
// known.
func (c clock) resolve(p phrase) reading {
	r := c.named(p)
	if r.ok && p.sub.unit != noUnit {
		r.span, r.ok = p.sub.of(r.span)
	}
	if r.ok {
		y := r.first.Year()
		r.ok = y >= oldestYear && y < 9900
	}
	switch {
	case p.note != "" && r.why == "":
		r.why = p.note
	case r.why == "":
		r.why = "stated in full"
	}
	if p.part != whole {
		r.why += "; " + partNames[p.part]
	}
	return r
}

func (c clock) named(p phrase) reading {
	switch p.kind {
	case absolute:
		return reading{span: p.in(p.year), ok: p.exists(p.year)}
	case yearless:
		return c.yearless(p)
	case weekdayOf:
		return c.weekday(p)
	case dayOfMonth:
		return c.dayOfMonth(p)
	case relative:
		return c.relative(p)
	case yearBefore:
		return c.yearBefore(p)
	case stretch:
		return c.stretch(p)
	}
	return reading{}
}

// from is the date that a base stands for, with its name for people.
func (c clock) from(b base) (time.Time, string, bool) {
	if b == ofTale && c.narrative {
		b = ofAnchor
	}
	if b == ofAnchor && c.anchor.unit != noUnit {
		return c.anchor.first, c.anchor.String() + ", named before", true
	}
	if c.ref.IsZero() || b == ofAnchor && c.narrative {
		return time.Time{}, "", false
	}
	return c.ref, c.published, true
}

// publication names the reference date for people. Where it is an interval,
// neither end is the date of publication.
func (f *finder) publication() string {
	first, last := f.first.Format(dayLayout), f.last.Format(dayLayout)
	switch {
	case f.question:
		return last
	case first == last:
		return "the publication date, " + last
	}
	return "the publication (between " + first + " and " + last + ")"
}

const dayLayout = "2 January 2006"

func (c clock) relative(p phrase) reading {
	if p.unit == quarter && p.shift == 0 && p.pick != nearest {
		return c.quarterInHand(p)
	}
	t, why, ok := c.from(p.base)
	if !ok {
		return reading{}
	}
	u := p.unit
	anchored := (p.base == ofAnchor || p.base == ofTale && c.narrative) && c.anchor.unit != noUnit
	switch {
	case u == period && c.results.unit == quarter:
		return reading{c.results.shift(4 * p.shift), "the quarter named before", true}
	case u == period && anchored:
		return reading{c.anchor.shift(p.shift), "counted from " + why, true}
	case u == period:
		return reading{}
	case u == date:
		u = day
	}
	if anchored && length(u) < length(c.anchor.unit) {
		return reading{} // "the next day" after a mere year
	}
	return reading{covering(u, t).shift(p.shift), "counted from " + why, true}
}

// quarterInHand resolves "the quarter": the one last named, or else the last
// full one, of which figures are reported.
func (c clock) quarterInHand(p phrase) reading {
	switch {
	case p.base == ofAnchor && c.results.unit == quarter:
		return reading{c.results, "the quarter named before", true}
	case c.ref.IsZero() || c.narrative && p.base == ofAnchor:
		return reading{}
	}
	now := covering(quarter, c.ref)
	if p.base == ofAnchor || p.pick == lastOne {
		return reading{now.shift(-1), "the last full quarter before " + c.published, true}
	}
	return reading{now, "the quarter of " + c.published, true}
}

// yearBefore resolves "a year earlier": what was last named, that many years
// away, and never coarser than it.
func (c clock) yearBefore(p phrase) reading {
	if q := c.results; p.year != 0 {
		if q.unit == quarter {
			return reading{span{unit: quarter, first: on(p.year, q.first.Month(), 1)}, "the same quarter, year by year", true}
		}
		return reading{span: span{unit: year, first: on(p.year, 1, 1)}, ok: true}
	}
	t, why, ok := c.from(p.base)
	if !ok {
		return reading{}
	}
	if q := c.results; q.unit == quarter {
		y := q.first.Year() + p.shift
		return reading{span{unit: quarter, first: on(y, q.first.Month(), 1)}, "the same quarter, year by year", true}
	}
	return reading{covering(year, t).shift(p.shift), "counted from " + why, true}
}

// stretch resolves "the last two weeks" to the reference date; ends gives
// its extent.
func (c clock) stretch(p phrase) reading {
	t, why, ok := c.from(ofRef)
	far := span{unit: p.unit, first: t}.shift(p.shift).first.Year()
	return reading{span{unit: day, first: t}, "counted from " + why, ok && far >= oldestYear && far < 9900}
}

// ends are the first and the last day of a stretch that ends, or begins, on
// the reference date.
func (x found) ends() (first, last time.Time) {
	t := x.span.first
	s := span{unit: x.phrase.unit, first: t}.shift(x.shift).first
	if x.shift < 0 {
		return s, t
	}
	return t, s
}

// length orders units by their length.
func length(u unit) int {
	switch u {
	case day, date:
		return 1
	case weekend, week:
		return 7
	case month:
		return 30
	case quarter, season:
		return 90
	case halfYear:
		return 180
	case year:
		return 365
	case twoYears:
		return 730
	case decade:
		return 3650
	}
	return 0
}

// of is the shorter period within s.
func (b sub) of(s span) (span, bool) {
	u := covering(b.unit, s.first)
	switch {
	case b.index == 0: // the week of a day
		return u, true
	case b.unit == week && u.first.Before(s.first) && s.first.Sub(u.first) > 3*24*time.Hour:
		u = u.shift(1)
	}
	if b.index > 0 {
		u = u.shift((b.index - 1) * b.count)
	} else {
		u = covering(b.unit, s.last()).shift(1 - b.count)
	}
	if b.count > 1 {
		u.count = b.count
	}
	return u, !u.first.Before(s.first.AddDate(0, 0, -6)) && !u.last().After(s.last().AddDate(0, 0, 6))
}

// String names the period for people.
func (s span) String() string {
	switch s.unit {
	case day:
		return s.first.Format(dayLayout)
	case month:
		return s.first.Format("January 2006")
	case year:
		return s.first.Format("2006")
	}
	return s.first.Format(dayLayout) + " to " + s.last().Format(dayLayout)
}
