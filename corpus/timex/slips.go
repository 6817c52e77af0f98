package timex

// shortestSlip is the length in letters from which on a month's name may
// hold a slip: the shorter ones lie too near to other words.
const shortestSlip = 6

// longMonths are the names that slips are looked for in.
var longMonths = longNames()

func longNames() map[string]int {
	m := map[string]int{}
	for _, lexicon := range []map[string]entry{english, foreign} {
		for w, e := range lexicon {
			if e.class == monthName && len([]rune(w)) >= shortestSlip {
				m[w] = e.value
			}
		}
	}
	return m
}

// slippedMonth is the month that a word is one slip of the keys away from: a
// letter too many, too few, another, or two changed about, not the first one.
// Names of different months never lie that near to one word in a language, so
// a word that fits two months is none.
func slippedMonth(folded string) (int, bool) {
	word := []rune(folded)
	if len(word) < shortestSlip-1 {
		return 0, false
	}
	found := 0
	for name, m := range longMonths {
		if !oneSlip(word, []rune(name)) {
			continue
		}
		if found != 0 && found != m {
			return 0, false
		}
		found = m
	}
	return found, found != 0
}

// oneSlip tells whether the words are one edit apart (the optimal string
// alignment distance of Damerau).
func oneSlip(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 || len(b)-len(a) > 1 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return string(a[i:]) == string(b[i+1:])
	}
	switch {
	case i == len(a):
		return true
	case string(a[i+1:]) == string(b[i+1:]):
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && string(a[i+2:]) == string(b[i+2:])
}
