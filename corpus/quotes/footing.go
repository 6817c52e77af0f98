package quotes

// footing is how far the subject of a cue can have said something.
type footing uint8

const (
	speaking  footing = iota
	voiceless         // something is reported, but nobody that can be named says it
	nobody            // "no country claims …": nothing was said
)

// footingOf judges a subject by its first word and its head: a denied one says
// nothing; a number of things, and what only measures or heads a text, is no
// speaker that could be named.
func footingOf(s []token, np stretch) footing {
	if np.empty() {
		return speaking
	}
	first, h := s[np.from], head(s, np)
	last := s[h.to-1].word
	switch first.word {
	case "no", "neither", "nobody", "none", "nothing":
		return nobody
	case "both", "each", "either", "all", "some", "many", "most", "few", "several", "others":
		if h.to-h.from == 1 && h.to == np.to {
			return voiceless // whom they are depends on the text before
		}
	case "this", "these":
		if hasWord(ofThisText, last) {
			return voiceless
		}
	}
	if first.shape == digits && !isYear(first) || hasWord(measures, last) {
		return voiceless
	}
	return speaking
}

// ofThisText are the nouns by which a text speaks of itself: "this note".
const ofThisText = `note paper text article section chapter study report analysis document brief briefing page
	table chart figure map footnote annex appendix list summary timeline file dossier`

// measures are nouns for what has no author of its own words: counts and
// readings, and the heading of a text.
const measures = `poll polls survey surveys data figure figures statistics number numbers result results reading readings
	chart charts table tables map maps graph graphs ratings title headline heading caption subtitle footnote
	trend trends indicator indicators index`
