package timex

// tense is that of the words around a phrase.
type tense uint8

const (
	noTense tense = iota
	pastTense
	futureTense
)

// How many tokens around a phrase are looked at: before it, after it, and
// for the two cues that mean something only close by.
const (
	reachBack    = 24
	reachAhead   = 12
	reachSaid    = 3
	reachPurpose = 8
)

// tenseAround is the tense of the nearest verb in the sentence, those before
// the phrase coming first. It knows auxiliaries, endings, "to" with a verb
// of purpose, and the limits that "by" and "until" set. A verb of saying
// tells when something was said, so it counts only right before the phrase,
// or where there is no other.
func (g *grammar) tenseAround(p phrase) tense {
	said := noTense
	switch {
	case g.is(p.from-1, untilWord) && p.kind == weekdayOf:
		return futureTense
	case g.is(p.from-1, untilWord), g.is(p.from-1, byWord):
		said = futureTense
	}
	purpose := reachPurpose
	for k := 1; k <= reachBack; k++ {
		i := p.from - k
		t := g.at(i)
		if t.class == pause || g.endsSentence(i) {
			break
		}
		switch t.class {
		case future:
			return futureTense
		case past, casualty:
			if g.word(i-1, "be") {
				continue // "to be paid", "will be held": what goes before tells
			}
			return pastTense
		case saying:
			if k <= reachSaid {
				return pastTense
			}
			if said == noTense {
				said = pastTense
			}
		case toWord:
			if v := g.at(i + 1); k <= purpose && k > 1 && v.class == other && v.isWord && !v.capital && !g.owner(i+1) {
				return futureTense
			}
		default:
			if t.mark == ',' {
				purpose = 0
			}
		}
	}
	for k := range reachAhead {
		i := p.to + k
		t := g.at(i)
		if t.class == pause || g.endsSentence(i) {
			break
		}
		switch t.class {
		case future:
			return futureTense
		case past, casualty:
			if !g.word(i-1, "be") {
				return pastTense
			}
		}
	}
	return said
}

// endsSentence tells whether token i is a full stop with a new sentence
// after it.
func (g *grammar) endsSentence(i int) bool {
	switch g.mark(i) {
	case '?', '!', ';':
		return true
	case '.':
		return g.at(i+1).capital && g.at(i+1).spaced && g.at(i-1).end-g.at(i-1).start > 1
	}
	return false
}
