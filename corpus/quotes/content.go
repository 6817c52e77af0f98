package quotes

import (
	"strings"
)

// contentAfter finds what a verb of saying at token i brings in to its right,
// and where the cue ends.
//
// clausal tells whether that is a clause or a quotation.
func contentAfter(s []token, i int, v verb, stem string) (content stretch, cueEnd int, clausal bool) {
	k := i + 1
	for k < len(s) && (is(s, k, adv) && !is(s, k, det|subord|prep) || k == i+1 && (at(s, k) == "out" || at(s, k) == "on" && stem == "go")) {
		k++
	}
	if k >= len(s) {
		return stretch{}, k, false
	}
	f := v.frames
	if f&quotes != 0 {
		if c := quotedAfter(s, k, f); !c.empty() {
			return c, k, true
		}
	}
	if s[i].class&observed != 0 && at(s, pastAdjuncts(s, k)) != "that" {
		return stretch{}, k, false
	}
	if f&calls != 0 && is(s, k, prep) && hasWord(complements[stem], s[k].word) && k+1 < len(s) && s[k+1].shape != punct {
		// "insisted on Tuesday that": the preposition belongs to the time, and
		// in "agreed with X that" to whom it was agreed with.
		if !timeAt(s, k+1) && (at(s, k) != "with" || complementiser(s, k, false) < 0) {
			return stretch{k + 1, objectEnd(s, k+1)}, k + 1, false
		}
	}
	if f&intends != 0 && at(s, k) == "to" && !is(s, k+1, det|prep) {
		return stretch{k, objectEnd(s, k)}, k, false
	}
	if f&(clause|thinks|listens|asks) != 0 {
		if c := clauseAfter(s, k, f); !c.empty() {
			return c, k, true
		}
	}
	if f&(urges|depicts|judges) != 0 {
		return objectAfter(s, k, f, stem), k, false
	}
	return stretch{}, k, false
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}

// quotedAfter finds a quotation that the verb brings in: at once, or after a
// comma or colon and whom, where or when.
func quotedAfter(s []token, k int, f frames) stretch {
	const reach = 25
	if isQuote(s, k) {
		if f&clause == 0 && !s[k].quote.full() {
			return stretch{} // "read “The Title” aloud"
		}
		return stretch{k, contentEnd(s, k)}
	}
	for j := k; j < len(s) && j-k < reach; j++ {
		t := s[j]
		if (t.word == "," || t.word == ":") && isQuote(s, j+1) && (s[j+1].quote.full() || t.word == ":") {
			return stretch{j + 1, quoteRun(s, j+1)}
		}
		if t.word == ":" {
			return stretch{}
		}
		if t.quote != nil && t.quote.full() || t.class&subord != 0 && t.class&prep == 0 || t.verb.frames != 0 && !t.verb.noun && t.verb.form&gerund == 0 && j > k {
			return stretch{}
		}
		if t.class&wh != 0 && j == k || t.verb.form&gerund != 0 && t.verb.frames&quotes != 0 {
			return stretch{}
		}
	}
	return stretch{}
}

// quoteRun is the end of quotations that follow one another.
func quoteRun(s []token, i int) int {
	for i < len(s) && s[i].quote != nil {
		i++
	}
	return i
}

// clauseAfter finds the clause that a verb brings in: "that …", "whether …",
// or one without its "that".
func clauseAfter(s []token, k int, f frames) stretch {
	if at(s, k) == ":" && f&clause != 0 && k+1 < len(s) {
		return stretch{k + 1, contentEnd(s, k+1)}
	}
	if at(s, k) == "that" || is(s, k, wh) && at(s, k) != "when" && at(s, k) != "where" && at(s, k) != "who" && at(s, k) != "which" {
		return stretch{k, contentEnd(s, k)}
	}
	if at(s, k) == "if" && f&asks != 0 {
		return stretch{k, contentEnd(s, k)}
	}
	if j := complementiser(s, k, f&listens != 0); j > 0 {
		return stretch{j, contentEnd(s, j)}
	}
	if f&listens != 0 {
		end := phraseAfter(s, k, false).to
		if is(s, k, obj|subj) && !is(s, k, det) {
			end = k + 1
		}
		if end > k && end < len(s) {
			for end < len(s) && (is(s, end, when) || at(s, end) == "on" && is(s, end+1, when)) {
				end++
			}
			if at(s, end) == "that" || is(s, end, wh|subj|det|poss) || end < len(s) && s[end].shape == capital || isQuote(s, end) {
				return stretch{end, contentEnd(s, end)}
			}
		}
		if f&(clause|asks) == clause && f&judges == 0 && f&thinks == 0 && f&inverts == 0 {
			return stretch{}
		}
	}
	if at(s, k) == "," {
		// "said, without giving evidence, that …"
		for i := k + 1; i < len(s) && i-k < 8 && s[i].quote == nil; i++ {
			if s[i].word == "," {
				if at(s, i+1) == "that" {
					return stretch{i + 1, contentEnd(s, i+1)}
				}
				break
			}
		}
	}
	j := pastAdjuncts(s, k)
	if vagueTime(s, k) {
		k = j
	}
	if at(s, j) == "that" {
		return stretch{j, contentEnd(s, j)}
	}
	if f&clause != 0 && f&(listens|urges|judges|calls|intends) == 0 || f&inverts != 0 && f&clause != 0 && f&(listens) == 0 {
		if j < len(s) && (begins(s, j) && (j == k || is(s, j, subj|det|poss) || s[j].shape == capital)) {
			c := stretch{j, contentEnd(s, j)}
			if stems[at(s, j-1)] == "write" && !isQuote(s, j) && !predicates(s, c) {
				return stretch{} // "wrote a book"
			}
			return c
		}
		return stretch{}
	}
	// The other verbs take nouns as well: only a clause with its own verb
	// is something thought or said.
	if begins(s, k) && hasVerb(s, k) {
		return stretch{k, contentEnd(s, k)}
	}
	return stretch{}
}

// begins tells whether a clause or noun phrase can begin at token i.
func begins(s []token, i int) bool {
	if i >= len(s) || is(s, i, when) && s[i].shape != capital {
		return false
	}
	if isQuote(s, i) {
		return true
	}
	return is(s, i, subj|det|poss|obj) && !is(s, i, coord) || nominal(s, i) && !is(s, i, when) || s[i].verb.form&gerund != 0
}

// hasVerb tells whether a finite verb follows token i before the next mark:
// the sign of a clause.
func hasVerb(s []token, i int) bool {
	const reach = 14
	for j := i + 1; j < len(s) && j-i < reach; j++ {
		if s[j].shape == punct && s[j].quote == nil && s[j].word != "." {
			return false
		}
		if is(s, j, subord|prep) && at(s, j) != "of" && j-i > 8 {
			return false
		}
		if at(s, j) == "to" || at(s, j) == "who" || at(s, j) == "that" {
			return false
		}
		if is(s, j, aux|verbal) {
			return true
		}
	}
	return false
}

// objectAfter finds the object of a verb that judges, describes or urges.
func objectAfter(s []token, k int, f frames, stem string) stretch {
	if !begins(s, k) || is(s, k, subj) && !is(s, k, obj|det) && at(s, k) != "it" && at(s, k) != "you" {
		return stretch{}
	}
	if at(s, k) == "that" {
		return stretch{}
	}
	end := objectEnd(s, k)
	if f&judges != 0 {
		return stretch{k, end}
	}
	const reach = 15
	for j := k + 1; j < end && j-k < reach; j++ {
		if f&urges != 0 && at(s, j) == "to" || f&depicts != 0 && at(s, j) == linkOf(stem) {
			return stretch{k, end}
		}
	}
	switch stem {
	case "call", "label", "brand", "dub", "deem", "consider":
		if f&depicts != 0 && end-k > 1 {
			return stretch{k, end}
		}
	}
	return stretch{}
}

// objectEnd is where the object that begins at token from ends: with what would
// end a clause there, and before a clause that stands against it with a subject
// of its own ("…, but he …").
func objectEnd(s []token, from int) int {
	end := contentEnd(s, from)
	for i := from + 1; i < end; i++ {
		if s[i].word != "," && !isDash(s[i].word) {
			continue
		}
		if at(s, i+1) == "as" && is(s, i+2, be|do) {
			return i // "…, as is X"
		}
		switch at(s, i+1) {
		case "but", "while", "whereas", "although", "though", "yet":
			if is(s, i+2, subj|det|poss) || i+2 < end && s[i+2].shape == capital {
				return i
			}
		}
	}
	return end
}

// contentEnd is where the words brought in at token from end: with the
// sentence, or where the sentence turns to another cue.
func contentEnd(s []token, from int) int {
	end := len(s)
	for end > from && s[end-1].shape == punct && s[end-1].quote == nil && s[end-1].word != ")" && s[end-1].word != "]" {
		end--
	}
	for i := from + 1; i < end; i++ {
		switch t := s[i]; {
		case t.word == ":" && isQuote(s, i+1):
			return i
		case t.word == ";":
			return i
		case t.word == "," || isDash(t.word):
			if turns(s, i+1) {
				return i
			}
		case t.word == "and" || t.word == "but":
			if finiteCue(s, i+1) && !staysWithin(s, from, i) {
				return i
			}
		case t.quote != nil && t.quote.last == ",":
			if turns(s, i+1) || at(s, i+1) == "and" && finiteCue(s, i+2) {
				return i + 1
			}
		}
	}
	return end
}

// staysWithin tells whether the verb after the conjunction at token i goes on
// with the "that" clause from token from, not with whoever said it: an act such
// as a refusal, not a saying ("said that the council ignored the town and
// refused to speak with it").
func staysWithin(s []token, from, i int) bool {
	k := i + 1
	for k < len(s)-1 && is(s, k, adv|have) {
		k++
	}
	return at(s, from) == "that" && s[k].verb.frames&intends != 0 && s[k].verb.frames&inverts == 0
}

// turns tells whether the sentence turns, at token i after a comma, from what
// was said to another cue: "adding that", "according to", "but he said".
func turns(s []token, i int) bool {
	if i >= len(s) {
		return false
	}
	if at(s, i) == "according" && at(s, i+1) == "to" {
		return true
	}
	j := i
	for j < len(s) && j-i < 3 && is(s, j, coord|adv) || at(s, j) == "while" || at(s, j) == "as" || at(s, j) == "although" || at(s, j) == "though" {
		j++
	}
	if j < len(s) && s[j].verb.form&gerund != 0 {
		// "showing X" goes on with what was said, "showing that" turns.
		if f := s[j].verb.frames; f&quotes != 0 || f&clause != 0 && at(s, j+1) == "that" {
			return true
		}
	}
	if j == i {
		return false
	}
	const longest = 10 // of the words of the next speaker
	for k := j; k < len(s) && k-j <= longest; k++ {
		if finiteCue(s, k) || k > j && stanceAhead(s, k) {
			return true
		}
		if !nominal(s, k) && !is(s, k, det|poss) && at(s, k) != "of" && !(k == j && is(s, k, subj)) {
			return false
		}
	}
	return false
}

// finiteCue tells whether token i, adverbs and "has" passed over, is a verb
// of saying in a past or third-person form.
func finiteCue(s []token, i int) bool {
	for n := 0; n < 3 && is(s, i, adv|have); n++ {
		i++
	}
	return i < len(s) && s[i].verb.frames != 0 && s[i].verb.form&(past|third) != 0 && !is(s, i, det) &&
		(!s[i].verb.noun || s[i].verb.form&past != 0) && s[i].verb.frames&(quotes|clause|intends|calls|judges|listens) != 0
}
