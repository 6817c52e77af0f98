package handlers

import (
	"strconv"
	"strings"

	"dossierbot/corpus"
)

// dateForm is the order in which a style writes a date: layouts of what stands
// before and behind the days, and of a month.
type dateForm struct {
	before, after, month string
	yearFirst            bool
	months               *strings.Replacer // of their names; nil: whole
}

// The orders of the styles.
var (
	monthFirst  = dateForm{before: "January ", after: ", 2006", month: "January 2006"}
	dayFirst    = dateForm{after: " January 2006", month: "January 2006"}
	yearFirst   = dateForm{before: "2006, January ", month: "2006, January", yearFirst: true}
	abbreviated = dateForm{after: " January 2006", month: "January 2006", months: shortMonths}
)

// shortMonths abbreviates months as MLA has it.
var shortMonths = strings.NewReplacer(
	"January", "Jan.", "February", "Feb.", "March", "Mar.", "April", "Apr.", "August", "Aug.",
	"September", "Sept.", "October", "Oct.", "November", "Nov.", "December", "Dec.",
)

// longMonths undoes the abbreviations of corpus.Date.Human.
var longMonths = strings.NewReplacer(
	"Jan", "January", "Feb", "February", "Mar", "March", "Apr", "April", "Jun", "June", "Jul", "July", "Aug", "August",
	"Sep", "September", "Oct", "October", "Nov", "November", "Dec", "December",
)

// date is a date, exactly as exact as it is known: "November 26–30, 2025
// [inferred]", "ca. 2020", "2020?", and "n.d." where it is unknown.
func (f dateForm) date(d corpus.Date) string {
	if !d.Known() {
		return "n.d."
	}
	text := f.words(d)
	if f.months != nil {
		text = f.months.Replace(text)
	}
	if d.Approximate {
		text = "ca. " + text
	}
	if d.Uncertain {
		text += "?"
	}
	if d.Basis == corpus.Inferred {
		text += " [inferred]"
	}
	return text
}

// words is the date without its doubts.
func (f dateForm) words(d corpus.Date) string {
	first, last := d.First, d.Last
	bare := corpus.Date{First: first, Last: last, Basis: corpus.Stated}
	human := longMonths.Replace(bare.Human())
	if !d.Closed() {
		return human
	}
	month := corpus.Month(first.Year(), first.Month())
	days := strconv.Itoa(first.Day())
	switch {
	case sameDays(d, month):
		return first.Format(f.month)
	case first.Equal(last):
		return first.Format(f.before) + days + first.Format(f.after)
	case d.Within(month) && strings.HasPrefix(human, days): // "early November" is no days
		return first.Format(f.before) + days + "–" + strconv.Itoa(last.Day()) + first.Format(f.after)
	}
	if year := first.Format("2006"); f.yearFirst {
		if rest, ok := strings.CutSuffix(human, " "+year); ok {
			return year + ", " + rest
		}
	}
	return human
}
