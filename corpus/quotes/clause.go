package quotes

// stretch is a half-open range of tokens of a sentence; the zero stretch is
// none.
type stretch struct{ from, to int }

func (s stretch) empty() bool { return s.to <= s.from }

// reach bounds every walk from a cue, so that a sentence is read in time
// linear in its length.
const reach = 60

// is tells whether token i of s exists and has one of the classes.
func is(s []token, i int, c class) bool { return i >= 0 && i < len(s) && s[i].class&c != 0 }

// at is the word of token i, "" outside the sentence.
func at(s []token, i int) string {
	if i < 0 || i >= len(s) {
		return ""
	}
	return s[i].word
}

// isQuote tells whether token i is a whole quotation.
func isQuote(s []token, i int) bool { return i >= 0 && i < len(s) && s[i].quote != nil }

func isDash(w string) bool { return w == "—" || w == "–" || w == "―" || w == "-" || w == "--" }

// nominal tells whether token i can be a noun, an adjective or a name.
func nominal(s []token, i int) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	t := s[i]
	switch {
	case t.shape == punct:
		return false
	case t.shape == digits:
		return true
	case t.shape == capital && t.class&(subj|coord|wh|aux|neg|subord|adv) == 0 && (t.class&(det|prep|poss|obj) == 0):
		return true
	case t.verb.frames != 0 && !t.verb.noun && t.verb.form&(past|third|participle) == 0:
		return t.verb.form&gerund != 0
	case t.verb.frames != 0 && (t.verb.form&past != 0 || t.verb.form&third != 0 && !t.verb.noun):
		return false
	}
	return t.class&(closed|adv|neg) == 0
}

// clauseStart tells whether a clause can begin at token i.
func clauseStart(s []token, i int) bool {
	if i <= 0 {
		return true
	}
	p := s[i-1]
	return p.shape == punct || p.class&(coord|subord|wh|adv) != 0
}

// governed tells whether the phrase at token i is the object of a preposition,
// one that is no conjunction as well ("after", "as").
func governed(s []token, i int) bool { return is(s, i-1, prep) && !is(s, i-1, subord) }

func openBracket(s []token, close int) int {
	for i := close - 1; i >= 0 && close-i < reach; i-- {
		if s[i].word == "(" || s[i].word == "[" {
			return i
		}
	}
	return -1
}

// carries tells whether token i is a preposition that joins the phrase after
// it to a noun before.
func carries(s []token, i int) bool {
	if at(s, i) == "of" && is(s, i-1, det) && !is(s, i-1, prep|subord) {
		return true // one of the lawyers
	}
	if !is(s, i, prep) || !nominal(s, i-1) || is(s, i-1, when) {
		return false
	}
	switch s[i].word {
	case "of", "for", "from", "at", "in", "with", "by", "on", "to", "behind", "against":
		return true
	}
	return false
}

// phraseBefore is the noun phrase that ends with token last, with the
// prepositional phrases within it.
func phraseBefore(s []token, last int) stretch {
	if last < 0 {
		return stretch{}
	}
	if !nominal(s, last) && s[last].word != ")" {
		if is(s, last, subj) {
			return stretch{last, last + 1}
		}
		return stretch{}
	}
	i := last
	for i >= 0 && last-i < reach {
		switch {
		case s[i].word == ")":
			open := openBracket(s, i)
			if open < 0 {
				return trimPhrase(s, i+1, last+1)
			}
			i = open - 1
		case nominal(s, i):
			i--
		case s[i].word == "." && s[i].before == joined && (is(s, i-1, abbrev) || i > 0 && len(s[i-1].word) <= 4 && s[i-1].shape == capital):
			i--
		case s[i].word == "'s" || (s[i].word == "'" || s[i].word == "’") && s[i].before == joined || s[i].word == "&":
			i--
		case isQuote(s, i) && !s[i].quote.full() && i < last: // a nickname, a title of a work
			i--
		case s[i].word == "that" && carries(s, i-1) && s[i-1].word != "in":
			i -= 2 // polls of that time
		case is(s, i, det|poss):
			// Before the article, only a preposition carries the phrase on.
			if is(s, i-1, det) { // all the, some of these
				i--
				continue
			}
			if !carries(s, i-1) {
				return trimPhrase(s, i, last+1)
			}
			i -= 2
		case carries(s, i):
			i--
		case s[i].word == "and" && i < last && (s[i+1].shape == capital || is(s, i+1, det|poss)) && nominal(s, i-1):
			left := phraseBefore(s[:i], i-1)
			if left.empty() || !clauseStart(s, left.from) {
				return trimPhrase(s, i+1, last+1)
			}
			return stretch{left.from, last + 1}
		case s[i].word == "who" && nominal(s, i-1) && last-i > 1:
			left := phraseBefore(s[:i], i-1)
			if left.empty() {
				return stretch{}
			}
			return stretch{left.from, last + 1}
		default:
			return trimPhrase(s, i+1, last+1)
		}
	}
	return trimPhrase(s, i+1, last+1)
}

// described widens a phrase that only ends a relative clause to the noun that
// the clause describes: "an aide who knows the plan".
func described(s []token, np stretch) stretch {
	if clauseStart(s, np.from) {
		return np
	}
	const reach = 12
	for i := np.from - 1; i > 0 && np.from-i < reach && s[i].shape != punct; i-- {
		if s[i].word != "who" {
			continue
		}
		if left := phraseBefore(s[:i], i-1); !left.empty() {
			return stretch{left.from, np.to}
		}
	}
	return np
}

// trimPhrase cuts what a walk to the left took in too much: a fronted
// adverbial without its comma ("At the rally Mr Smith …", "In 2012 voters …").
func trimPhrase(s []token, from, to int) stretch {
	for from < to && (!nominal(s, from) && !is(s, from, det|poss)) {
		from++
	}
	if governed(s, from) {
		// The first noun belongs to the preposition: what follows a change
		// from common noun, figure or day to name is the subject.
		for i := to - 1; i > from; i-- {
			if s[i].shape == capital && s[i-1].shape != capital && s[i-1].shape != punct && !is(s, i-1, prep|poss|det) {
				return stretch{i, to}
			}
			if s[i].shape == capital && (is(s, i-1, when) || isYear(s[i-1])) {
				return stretch{i, to}
			}
			if is(s, i, det|poss) && s[i].word != "'s" && !is(s, i-1, prep) {
				return stretch{i, to}
			}
		}
		return stretch{}
	}
	for from < to-1 && (is(s, from, when) && s[from].shape == capital || isYear(s[from]) && s[from+1].shape == capital) {
		from++ // Tuesday Mr Smith said; in May 2019 Mr Smith said
	}
	return stretch{from, to}
}

// isYear tells whether a token is four digits: a year more often than a count.
func isYear(t token) bool { return t.shape == digits && len(t.word) == 4 }

// beforeTime is the place before the words that tell the time up to token i:
// "on Tuesday", "last week".
func beforeTime(s []token, i int) int {
	if at(s, i-1) == "in" && (at(s, i) == "turn" || at(s, i) == "response" || at(s, i) == "particular" || at(s, i) == "addition") {
		return i - 2
	}
	j := i
	for n := 0; n < 6 && j >= 0; n++ {
		switch {
		case is(s, j, when) && (s[j].shape == capital || is(s, j-1, when) || at(s, j-1) == "later" || at(s, j-1) == "earlier" || j < i || is(s, j-1, det) || at(s, j-1) == "last" || s[j].word == "yesterday" || s[j].word == "today"):
			j--
		case j < i && (s[j].shape == digits || at(s, j) == "last" || at(s, j) == "this" || at(s, j) == "later" || at(s, j) == "earlier" || at(s, j) == "early" || at(s, j) == "late"):
			j--
		case j < i && (at(s, j) == "on" || at(s, j) == "in" || at(s, j) == "at"):
			return j - 1
		default:
			return j
		}
	}
	return j
}
