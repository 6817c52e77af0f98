package quotes

// complementiser finds the "that" of the clause that a verb brings in past
// whom it was said to and when, where and how: "told the paper in late May
// 2024 that", "warned in March, in a letter to the council, that". k is the token
// after the verb; addressee tells whether the verb takes whom it was said to as
// its object. It gives -1 where another clause begins first.
func complementiser(s []token, k int, addressee bool) int {
	const reach = 30
	adverbial := is(s, k, prep|adv|when) && !is(s, k, subord) || at(s, k) == "," || vagueTime(s, k)
	if !adverbial && !addressee {
		return -1
	}
	for j := k; j < len(s) && j-k < reach; j++ {
		t := s[j]
		switch {
		case t.word == "that" && !is(s, j-1, prep) && j > k:
			if begins(s, j+1) || is(s, j+1, prep|subord|adv) || at(s, j+1) == "," || is(s, j+1, when) && is(s, j+2, aux|verbal) {
				return j
			}
			return -1
		case t.word == "," && is(s, j+1, wh) && j > k:
			// A relative clause describes what the adjunct is about.
			if j = relativeClose(s, j); j < 0 {
				return -1
			}
		case t.word == ",":
			if addressee && !adverbial && j == k {
				return -1
			}
		case t.shape == punct && t.word != "." && t.word != "(" && t.word != ")" && t.word != "&" && (t.quote == nil || t.quote.full()):
			return -1
		case t.class&(aux|verbal|wh) != 0, t.class&subord != 0 && t.class&prep == 0:
			return -1
		case t.verb.form&(past|third) != 0 && !t.verb.noun && t.shape == lower && t.verb.form&participle == 0:
			return -1
		case j > k && newPhrase(s, j):
			return -1 // a clause without its "that"
		case t.class&subj != 0 && t.class&(obj|det) == 0:
			return -1
		}
	}
	return -1
}

// relativeClose is the token that closes the relative clause behind the comma at
// token i: its second comma, or a quotation that has it; -1 for none.
func relativeClose(s []token, i int) int {
	const longest = 15
	for j := i + 2; j < len(s) && j-i < longest; j++ {
		if s[j].word == "," || s[j].quote != nil && s[j].quote.last == "," {
			return j
		}
	}
	return -1
}

// newPhrase tells whether a noun phrase of its own begins at token i, one that
// no preposition, conjunction or mark joins to what stands before it.
func newPhrase(s []token, i int) bool {
	t := s[i]
	if is(s, i-1, prep|coord|det|poss) || s[i-1].shape == punct {
		return false
	}
	if t.class&(det|poss|subj) != 0 && t.shape != digits && t.word != "'s" && t.class&(prep|subord) == 0 {
		return true
	}
	return t.shape == capital && !is(s, i, when|prep) && (is(s, i-1, when) || s[i-1].shape == digits)
}

// vagueTime tells whether a word that narrows a time stands at token i, before
// that time: "late May", "last week", "mid 2024".
func vagueTime(s []token, i int) bool {
	switch at(s, i) {
	case "late", "early", "mid", "last", "this", "next", "earlier", "later":
		return is(s, i+1, when) || i+1 < len(s) && isYear(s[i+1])
	}
	return false
}

// timeAt tells whether a time begins at token i: "Tuesday", "26 May", "late
// May", "the evening", "2024".
func timeAt(s []token, i int) bool {
	if is(s, i, det) && i < len(s) && s[i].shape != digits {
		i++
	}
	return is(s, i, when) || vagueTime(s, i) || i < len(s) && s[i].shape == digits && (is(s, i+1, when) || isYear(s[i]))
}

// pastAdjuncts is the place after what may stand between a verb and its
// clause: "on Tuesday", "in a statement", "to reporters", "in response".
func pastAdjuncts(s []token, k int) int {
	j := k
	for n := 0; n < 8; n++ {
		switch {
		case is(s, j, when) && !is(s, j, det):
			j++
		case j > k && j < len(s) && isYear(s[j]) && is(s, j-1, when):
			j++ // 14 May 2024
		case vagueTime(s, j):
			j += 2
		case is(s, j, prep) && at(s, j) != "than" && at(s, j) != "like" && at(s, j) != "as":
			np := phraseAfter(s, j+1, false)
			if np.empty() {
				return k
			}
			j = np.to
		case at(s, j) == "," && j > k && at(s, j+1) == "that":
			j++
		default:
			return j
		}
	}
	return j
}
