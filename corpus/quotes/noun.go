package quotes

// nounCue reads a noun for what was said, with its speaker as possessor: "X's
// claim that …", "his view is that …"; and the adverbials "in X's words, …",
// "in his view, …".
func nounCue(s []token, i int) (hit, bool) {
	owner := ownerOf(s, i)
	if owner.empty() {
		return hit{}, false
	}
	h := hit{frames: clause | listens, subject: subject{stretch: owner}, cue: stretch{i, i + 1}}
	from := i + 1
	if is(s, from, be) {
		from++
	}
	switch {
	case at(s, from) == "that" && at(s, i) != "words":
	case at(s, i+1) == "," && (at(s, owner.from-1) == "in"):
		h.source = true
		from = i + 2
	default:
		return hit{}, false
	}
	content := stretch{from, contentEnd(s, from)}
	if !h.source {
		content.to = asideEnd(s, content) // the noun is only a part of its clause
	}
	h.parts = []stretch{content}
	return h, from+1 < content.to
}

// ownerOf is whom the noun at token i belongs to, adjectives passed over: a
// pronoun, or a name or phrase with its 's.
func ownerOf(s []token, i int) stretch {
	const reach = 4
	p := i - 1
	for p > 0 && i-p < reach && nominal(s, p) && s[p].shape == lower {
		p--
	}
	if !is(s, p, poss) || is(s, p, wh) {
		return stretch{}
	}
	if s[p].word != "'s" {
		return stretch{p, p + 1}
	}
	from := p
	for from > 0 && (nameWord(s, from-1) || from < p && initialStop(s, from-1)) {
		from--
	}
	if from < p {
		if at(s, from-1) == "the" {
			from--
		}
		return stretch{from, p + 1}
	}
	for from > 0 && p-from < reach && !is(s, from, det) {
		from--
	}
	if !is(s, from, det) {
		return stretch{}
	}
	return stretch{from, p + 1}
}

// mindedCue reads an adjective of opinion with its clause: "X is confident
// that …".
func mindedCue(s []token, i int) (hit, bool) {
	g := i
	for g > 0 && i-g < 5 && is(s, g-1, aux|adv) && !is(s, g-1, neg) {
		g--
	}
	if !is(s, i-1, be) && !is(s, i-2, be) || at(s, i+1) != "that" || is(s, g-1, neg) {
		return hit{}, false
	}
	sub, ok := subjectOf(s, g)
	if !ok || sub.shared || is(s, sub.from-1, aux) {
		return hit{}, false
	}
	h := hit{frames: thinks, subject: sub, cue: stretch{g, i + 1}}
	h.parts = []stretch{{i + 1, contentEnd(s, i+1)}}
	return h, true
}
