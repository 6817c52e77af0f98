package quotes

import (
	"strings"
)

// subject is who does what the verb group starting at token g says: the
// phrase, and the stretch to look for a name in where the phrase is "who".
type subject struct {
	stretch
	antecedent stretch // of a relative pronoun
	shared     bool    // no subject of its own: that of the verb before
}

// subjectOf finds the subject to the left of the verb group.
func subjectOf(s []token, g int) (subject, bool) {
	i := g - 1
	if i < 0 {
		return subject{}, false
	}
	if j := beforeTime(s, i); j != i && j >= 0 && !is(s, j, prep) && (nominal(s, j) || is(s, j, subj)) {
		i = j
	}
	switch t := s[i]; {
	case t.word == "who":
		return relative(s, i)
	case t.word == "which", t.word == "that" && nominal(s, i-1):
		return subject{}, false // too often about what lies further back
	case t.class&subj != 0:
		return subject{stretch: stretch{i, i + 1}}, true
	case t.word == "," || isDash(t.word) || t.word == ")":
		return apposed(s, i)
	case t.word == "and" || t.word == "but" || t.word == "or" || t.word == "then":
		return subject{shared: true}, true
	}
	np := phraseBefore(s, i)
	if np.empty() {
		return subject{}, false
	}
	if is(s, np.to-1, when) && at(s, np.to-2) != "'s" {
		return subjectOf(s, np.from) // "X, the chairman, this week said"
	}
	if governed(s, np.from) {
		return subject{}, false
	}
	return subject{stretch: described(s, np)}, true
}

func relative(s []token, i int) (subject, bool) {
	j := i - 1
	if at(s, j) == "," || isDash(at(s, j)) {
		j--
	}
	if j < 0 {
		return subject{}, false
	}
	np := phraseBefore(s, j)
	if np.empty() {
		if sub, ok := apposed(s, i-1); ok && at(s, i-1) == "," {
			np = sub.stretch
		}
	}
	return subject{stretch: stretch{i, i + 1}, antecedent: np}, !np.empty()
}

// apposed finds the subject before an aside: "X, the minister, said", "X, who
// …, said", "X (R-Ohio) said", "X, in an interview, said". comma is the mark
// that closes the aside.
func apposed(s []token, comma int) (subject, bool) {
	if s[comma].word == ")" {
		open := openBracket(s, comma)
		if open <= 0 {
			return subject{}, false
		}
		np := phraseBefore(s, open-1)
		if np.empty() {
			return subject{}, false
		}
		return subject{stretch: stretch{np.from, comma + 1}}, true
	}
	mark := s[comma].word
	var nearest subject
	for i, asides := comma-1, 0; i > 0 && comma-i < reach && asides < 4; i-- {
		if s[i].word != mark && !(isDash(mark) && isDash(s[i].word)) {
			if isQuote(s, i) && s[i].quote.full() {
				return subject{}, false
			}
			continue
		}
		asides++
		adverbial, ok := aside(s, i+1, comma)
		if !ok {
			return subject{}, false
		}
		np := phraseBefore(s, i-1)
		if np.empty() || is(s, np.to-1, when) || governed(s, np.from) {
			continue
		}
		if !clauseStart(s, np.from) && !is(s, np.from-1, when) && !isYear(s[np.from-1]) {
			break // it begins no clause, and no time in front of one ends before it
		}
		end := comma
		if adverbial {
			end = i
		}
		this := subject{stretch: stretch{np.from, end}}
		if at(s, np.from-1) != "," || np.from < 2 {
			return this, true
		}
		// It may itself be an aside to what stands before its comma.
		if nearest.empty() || s[nearest.from].shape == lower && s[np.from].shape == capital {
			nearest = this
		}
	}
	if !nearest.empty() {
		return nearest, true
	}
	return subject{shared: true}, true
}

// aside tells whether the tokens from from to to can stand between a subject
// and its verb, and whether they only say when, where or how.
func aside(s []token, from, to int) (adverbial, ok bool) {
	if from >= to {
		return false, false
	}
	t := s[from]
	switch {
	case t.class&(subj|coord) != 0 && t.class&(wh|det) == 0:
		return false, false
	case t.word == "who" || t.word == "which" || t.word == "whose":
		return false, true
	case t.word == "of" || t.word == "a" || t.word == "an" || t.word == "the":
		return false, true
	case t.class&(prep|adv|subord) != 0 || t.verb.form&gerund != 0:
		return true, true
	}
	return strings.HasSuffix(t.word, "ing"), true
}

// firstSubject finds the subject that a sentence begins with, for a verb that
// shares it.
func firstSubject(s []token, before int) (subject, bool) {
	i := 0
	for i < before && (s[i].shape == punct && s[i].quote == nil || is(s, i, coord|adv) && !is(s, i, subj|det)) {
		i++
	}
	i = pastFrontedTime(s, i)
	for is(s, i, prep|subord) && !is(s, i, det) || i < len(s) && (s[i].verb.form&gerund != 0 || s[i].shape == digits) {
		for i < before && s[i].word != "," {
			i++
		}
		i++
	}
	if i >= before {
		return subject{}, false
	}
	if is(s, i, subj) && !is(s, i, det) && s[i].word != "it" {
		return subject{stretch: stretch{i, i + 1}}, true
	}
	if is(s, i, subj) {
		return subject{}, false
	}
	const reach = 30
	for j := i + 1; j <= before && j < len(s) && j-i < reach; j++ {
		t := s[j]
		if t.class&(subord|wh) != 0 && t.class&prep == 0 || t.word == ";" || t.quote != nil && t.quote.full() {
			return subject{}, false
		}
		if t.class&(aux|verbal) == 0 && !presentHere(s, j) && (t.verb.form&past == 0 || t.verb.noun) && !(t.shape == lower && strings.HasSuffix(t.word, "ed") && (nominal(s, j-1) || s[j-1].class&adv != 0 || s[j-1].word == ",")) {
			continue
		}
		if sub, ok := subjectOf(s, j); ok && !sub.shared && sub.from == i {
			return sub, true
		}
		return subject{}, false
	}
	return subject{}, false
}

// pastFrontedTime is the place after a time at token i that no comma parts from
// the subject: "In May the council …". Where there is none, it is i.
func pastFrontedTime(s []token, i int) int {
	if !is(s, i, prep) || !timeAt(s, i+1) {
		return i
	}
	j := i + 1
	for is(s, j, when) && !is(s, j, det) || j < len(s) && s[j].shape == digits || vagueTime(s, j) {
		j++
	}
	if j > i+1 && is(s, j, det|poss) && s[j].word != "'s" {
		return j
	}
	return i
}

// presentHere tells whether an unknown word at token i is a verb in the present
// by its -s and the article or pronoun after it: "wants a tunnel".
func presentHere(s []token, i int) bool {
	t := s[i]
	return t.shape == lower && t.class&closed == 0 && len(t.word) > 3 && strings.HasSuffix(t.word, "s") &&
		!strings.HasSuffix(t.word, "ss") && is(s, i+1, det|poss) && s[i+1].word != "'s" && s[i+1].shape != digits
}
