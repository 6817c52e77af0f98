package quotes

// stanceCue reads what tells whether someone holds a thing possible, and counts
// with "not" as without it: "X did not rule out Y", "X sees no reason for Y", "X
// does not see conditions for Y". The verb is token i.
func stanceCue(s []token, i int) (hit, bool) {
	from, denied := stanceGroup(s, i)
	k := i + 1
	switch w := at(s, i); {
	case at(s, k) == "out" && (w == "rule" || w == "rules" || w == "ruled" || w == "ruling"):
		k++
		if w == "ruling" && from == i {
			return hit{}, false
		}
	case w == "see" && denied, (w == "sees" || w == "see") && (at(s, k) == "no" || at(s, k) == "little"):
	case excludes(w) && (at(s, k) == "that" || at(s, k) == "the" && at(s, k+1) == "possibility"):
	default:
		return hit{}, false
	}
	if at(s, from-1) == "to" && is(s, from-2, governs) {
		from -= 2 // refused to rule out
	}
	sub, ok := subjectOf(s, from)
	if !ok || !sub.shared && !asserted(s, sub.from, thinks) || !begins(s, k) && at(s, k) != "that" {
		return hit{}, false
	}
	// The subject of a passive rules nothing out.
	if is(s, i-1, be) || is(s, from, be) {
		return hit{}, false
	}
	h := hit{frames: thinks, subject: sub, cue: stretch{from, k}}
	// What is ruled out would, by itself, say the reverse: the verb is part of
	// what was said.
	h.parts = []stretch{{from, objectEnd(s, k)}}
	return h, true
}

// excludes tells the verb that, with a clause, means ruling out; with a person it
// is an act.
func excludes(word string) bool {
	return word == "exclude" || word == "excludes" || word == "excluded"
}

// stanceGroup is where the verb group of the verb at token i begins, and
// whether it is one of "do not" or "cannot".
func stanceGroup(s []token, i int) (from int, denied bool) {
	const longest = 5
	from = i
	past := false // "did not see" is about the eyes
	for from > 0 && i-from < longest && is(s, from-1, aux|neg|adv) && !is(s, from-1, prep) {
		from--
		denied = denied || is(s, from, neg)
		if w := at(s, from); w == "did" || w == "could" || w == "would" {
			past = true
		}
	}
	return from, denied && !(past && at(s, i) == "see")
}

// stanceAhead tells whether the verb group that begins at token i is that of a
// stance: "does not rule out".
func stanceAhead(s []token, i int) bool {
	const longest = 5
	for k := i; k < len(s) && k-i < longest; k++ {
		if is(s, k, aux|neg|adv) {
			continue
		}
		h, ok := stanceCue(s, k)
		return ok && h.cue.from == i
	}
	return false
}
