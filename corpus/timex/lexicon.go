package timex

import "strings"

// class is the part that a token can play in a time expression.
type class uint8

const (
	other      class = iota
	pause            // a blank line
	number           // digits
	possessive       // 's
	monthName        // value: 1 to 12
	monthShort       // Jan, Sept
	weekdayName
	weekdayShort
	seasonName  // value: its first month
	unitName    // value: unit
	unitPlural  // value: unit
	dayPart     // morning, night
	dayWord     // today, yesterday; value: days from the reference
	tonightWord // tonight
	numeral     // two, twenty
	tens        // twenty … ninety, which take a unit after them
	hundred     // hundred, thousand; value
	article     // a, an
	ordinal     // first; value
	ordinalTail // st, nd, rd, th
	the         // the
	this        // this, current
	last        // last, past, previous; value: fromReference or fromAnchor
	next        // next, coming, following
	that        // that
	same        // same
	early       // early, late, mid; value: part
	boundary    // end, beginning; value: part
	shifted     // earlier, later; value: sign
	ago         // ago
	ofWord      // of
	inWord      // in, at, on, during and the like
	andWord     // and
	toWord      // to
	fromWord    // from
	between     // between
	sinceWord   // since
	untilWord   // until, till, through
	byWord      // by
	beforeWord  // before; value: -1
	afterWord   // after; value: 1
	every       // every, each
	half        // half
	about       // about, around, nearly
	era         // BC, BCE: no years of our calendar
	fiscal      // fiscal, full, calendar
	tailWord    // s of 1990s
	decadeName  // nineties; value: 90
	holiday     // Christmas; value: holiday
	future      // will, expected
	past        // was, had, and words in -ed
	saying      // said, told: past, but of the saying and not of what is said
	measure     // people, percent: what a number of four digits counts
	casualty    // killed, injured: what a large number before them counts
	onward      // onwards
	quarterMark // Q of Q3, H of H1; value: unit
	clockWord   // a.m.: am, pm, o'clock, EST
	orSo        // or
	latest      // latest, most recent
	pronoun     // he, it: after an ordinal they show that no noun belongs to it
	label       // No., Article, page: what a number after them counts
	yearMarker  // м., г., roku: a word that only says that a number is a year
	dayMarker   // d., dieną: a word that only says that a number is a day
)

// The values of last and next that look to the date last named and not to
// the reference date: the previous month, the following day.
const (
	fromReference = 0
	fromAnchor    = 1
)

type entry struct {
	class class
	value int
}

// english is the lexicon of English.
var english = buildEnglish()

func buildEnglish() map[string]entry {
	m := map[string]entry{}
	add := func(c class, value int, words string) {
		for _, w := range strings.Fields(words) {
			m[w] = entry{c, value}
		}
	}
	count := func(c class, from int, words string) {
		for i, w := range strings.Fields(words) {
			m[w] = entry{c, from + i}
		}
	}
	count(monthName, 1, "january february march april may june july august september october november december")
	count(monthShort, 1, "jan feb mar apr may jun jul aug sep oct nov dec")
	add(monthName, 5, "may")
	add(monthShort, 9, "sept")
	count(weekdayName, 0, "sunday monday tuesday wednesday thursday friday saturday")
	count(weekdayShort, 0, "sun mon tue wed thu fri sat")
	add(weekdayShort, 2, "tues")
	add(weekdayShort, 4, "thur thurs")
	add(seasonName, 3, "spring springtime")
	add(seasonName, 6, "summer summertime midsummer")
	add(seasonName, 9, "autumn fall")
	add(seasonName, 12, "winter wintertime midwinter")
	for u, words := range map[unit][2]string{
		day: {"day", "days"}, week: {"week", "weeks"}, month: {"month", "months"}, quarter: {"quarter", "quarters"},
		year: {"year", "years"}, decade: {"decade", "decades"}, weekend: {"weekend", "weekends"},
		fortnight: {"fortnight", "fortnights"}, period: {"period", "periods"}, century: {"century", "centuries"},
		date: {"date", "dates"},
	} {
		add(unitName, int(u), words[0])
		add(unitPlural, int(u), words[1])
	}
	add(dayPart, 0, "morning afternoon evening night noon midnight midday dawn dusk midmorning midafternoon daybreak nightfall")
	add(dayWord, 0, "today")
	add(dayWord, -1, "yesterday")
	add(dayWord, 1, "tomorrow")
	add(tonightWord, 0, "tonight")
	count(numeral, 1, `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen`)
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		m[w] = entry{tens, 20 + 10*i}
	}
	for i, w := range strings.Fields("twenties thirties forties fifties sixties seventies eighties nineties") {
		m[w] = entry{decadeName, 20 + 10*i}
	}
	add(hundred, 100, "hundred")
	add(hundred, 1000, "thousand")
	add(hundred, 0, "million billion trillion dozen")
	add(article, 1, "a an")
	count(ordinal, 1, `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
		fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`)
	add(ordinal, 30, "thirtieth")
	add(ordinalTail, 0, "st nd rd th")
	add(the, 0, "the")
	add(this, 0, "this current")
	add(last, fromReference, "last past")
	add(last, fromAnchor, "previous preceding prior")
	add(next, fromReference, "next coming upcoming")
	add(next, fromAnchor, "following subsequent ensuing")
	add(that, 0, "that")
	add(same, 0, "same very")
	add(early, int(earlyPart), "early")
	add(early, int(latePart), "late")
	add(early, int(midPart), "mid")
	add(boundary, int(latePart), "end close conclusion")
	add(boundary, int(earlyPart), "beginning start outset")
	add(boundary, int(midPart), "middle midst")
	add(shifted, -1, "earlier previously beforehand")
	add(shifted, 1, "later afterwards afterward hence thereafter")
	add(ago, 0, "ago")
	add(ofWord, 0, "of")
	add(inWord, 0, "in on at during within throughout over for")
	add(andWord, 0, "and")
	add(toWord, 0, "to")
	add(fromWord, 0, "from")
	add(between, 0, "between")
	add(sinceWord, 0, "since")
	add(untilWord, 0, "until till til through thru")
	add(byWord, 0, "by")
	add(beforeWord, -1, "before pre")
	add(afterWord, 1, "after post")
	add(every, 0, "every each")
	add(half, 0, "half")
	add(about, 0, "about around nearly almost roughly approximately some circa least only just well exactly")
	add(era, 0, "bc bce")
	add(fiscal, 0, "fiscal full calendar financial academic entire whole")
	add(tailWord, 0, "s")
	add(future, 0, "will shall expected expects expect plans planned scheduled due likely could should upcoming plan intends slated")
	add(past, 0, `was were had did has have been made came took went became began rose fell met gave found got held kept led left
		lost won saw sent sold spoke spent stood thought wrote grew knew ran paid brought bought built broke chose caught
		drew drove fought felt flew forgot heard hid laid lent rode sang sank sat shot showed
		slept struck swam swept swore taught threw tore understood woke wore withdrew overcame undertook arose
		bore bound bred dealt dug fed fled forbade froze hung lay leapt lit meant proved rang sought shook shrank slid
		sprang stole stuck stung swung underwent`)
	add(saying, 0, `said told reported announced says stated added explained according argued noted`)
	add(measure, 0, `people persons men women children employees workers staff soldiers troops jobs members percent
		per cent dollars euros pounds rubles roubles zlotys francs marks yen miles kilometers kilometres km mi m meters
		metres feet ft inches tons tonnes kg kilograms grams pounds lb lbs litres liters gallons barrels acres hectares
		square cubic degrees points votes seats copies homes houses households families students pupils cars vehicles
		trucks tanks aircraft planes guns shares units times residents inhabitants passengers tourists visitors refugees
		migrants prisoners civilians victims casualties signatures companies firms pages words
		mw gw kw mwh gwh kwh mb gb hz mhz ghz rpm hp calories cases tests doses beds patients schools voters tickets
		players fans participants respondents delegates sheep cattle horses cows ships boats villages cities towns
		species books minutes hours seconds days weeks months years`)
	for _, w := range strings.Fields("days weeks months years") {
		u := map[string]unit{"days": day, "weeks": week, "months": month, "years": year}[w]
		m[w] = entry{unitPlural, int(u)}
	}
	add(casualty, 0, "dead wounded killed injured")
	add(onward, 0, "onward onwards forward")
	add(quarterMark, int(quarter), "q")
	add(quarterMark, int(halfYear), "h")
	add(clockWord, 0, "am pm gmt utc est edt cst cdt pst pdt mst mdt et oclock")
	add(orSo, 0, "or")
	add(pronoun, 0, "i you he she it we they who which there")
	add(latest, 0, "latest recent")
	add(label, 0, `no nos number article section paragraph page pages p pp room flight chapter clause resolution
		regulation directive route highway suite box model vol volume apartment building act lot item grant`)
	for w, h := range holidays {
		m[w] = entry{holiday, int(h)}
	}
	return m
}

// longestWord is the length in bytes of the longest word of the lexicon.
const longestWord = 14

// lookupEnglish finds a word in the lexicon whatever its case, without
// allocating.
func lookupEnglish(word string) (class, int) {
	if len(word) > longestWord {
		return other, 0
	}
	var lower [longestWord]byte
	for i := range len(word) {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	e := english[string(lower[:len(word)])]
	if e.class == other && strings.HasSuffix(string(lower[:len(word)]), "ed") && len(word) > 4 {
		return past, 0
	}
	return e.class, e.value
}
