package timex

// kind is how a phrase names its period.
type kind uint8

const (
	absolute     kind = iota + 1 // with its year: 26 November 2025, Q3 2024, the 1990s
	yearless                     // May, 26 November, the third quarter, autumn
	weekdayOf                    // Friday
	dayOfMonth                   // the 17th
	relative                     // last week, the following month, two years ago
	stretch                      // the last two weeks: a range that ends on the reference date
	beforeChrist                 // 218 BC: no period that is reckoned here
	yearBefore                   // the year-earlier quarter: what was last named, years away
)

// base is the date that a phrase is reckoned from.
type base uint8

const (
	noBase   base = iota
	ofRef         // the reference date
	ofAnchor      // the date last named
	ofTale        // the date last named in a narrative, else the reference date
)

// pick says which of the recurring months, weekdays or seasons is meant.
type pick uint8

const (
	nearest pick = iota // as the tense says
	lastOne             // last Friday
	nextOne             // next May
	thisOne             // this March
	follow              // the first one after the date last named
)

// phrase is a time expression as parsed, before anything is reckoned.
type phrase struct {
	from, to int // tokens
	kind     kind
	unit     unit
	year     int
	month    int // 1 to 12; of a season or a quarter its first month
	day      int
	weekday  int
	base     base // of a relative phrase, or of the year of a yearless one
	shift    int  // units from the base
	pick     pick
	part     part
	sub      sub
	note     string // what a reader should know of how the words were read
	shared   bool   // its year is that of the phrase beside it
	list     bool   // a day that takes its month from the phrase beside it
	holiday  holidayID
}

// sub is a shorter period within the one that a phrase names: the first week
// of May. Its unit is noUnit where there is none.
type sub struct {
	unit  unit
	index int // from 1; from the end where negative
	count int // how many units, 1 at least
}

// narrowed is the phrase with only a part of its period meant.
func (p phrase) narrowed(to part) (phrase, bool) {
	if p.part == whole && !p.namesDay() {
		p.part = to
	}
	return p, p.kind != stretch
}

// namesDay tells whether the period named is a single day.
func (p phrase) namesDay() bool {
	return p.unit == day || p.unit == date || p.sub.unit == day
}
