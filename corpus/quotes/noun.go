package quotes

// nounCue reads a noun for what was said, with its speaker as possessor: "X's
// claim that …", "his view is that …"; and the adverbials "in X's words, …",
// "in his view, …".
func nounCue(s []token, i int) (hit, bool) {
	if h, ok := inTheWordsOf(s, i); ok {
		return h, true
	}
	owner := ownerOf(s, i)
	if owner.empty() {
		return hit{}, false
	}
	h := hit{frames: clause | listens, clausal: true, subject: subject{stretch: owner}, cue: stretch{i, i + 1}}
	from := i + 1
	if is(s, from, be) {
		from++
	}
	switch {
	case at(s, from) == "that" && at(s, i) != "words":
	case at(s, owner.from-1) == "in" && at(s, i) == "words" && !quotedBeside(s, owner.from-1, i+1).empty():
		h.source = true
		h.parts = []stretch{quotedBeside(s, owner.from-1, i+1)}
		return h, true
	case at(s, i+1) == "," && at(s, owner.from-1) == "in" && viewed(s[i].word):
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

// inTheWordsOf reads "in the words of X, …" and "in the view of X, …", with the noun
// at token i: the quotation beside it, or the clause after it.
func inTheWordsOf(s []token, i int) (hit, bool) {
	if !viewed(s[i].word) {
		return hit{}, false
	}
	const longest = 12 // of the words for X
	np := phraseAfter(s, i+2, false)
	if at(s, i-2) != "in" || at(s, i-1) != "the" || at(s, i+1) != "of" || np.empty() {
		return hit{}, false
	}
	end := np.to
	for end < len(s) && s[end].word != "," && s[end].quote == nil && end-np.to < longest {
		end++
	}
	end = describedEnd(s, end)
	h := hit{frames: clause | listens, clausal: true, source: true, subject: subject{stretch: stretch{np.from, end}}, cue: stretch{i, i + 2}}
	switch quoted := quotedBeside(s, i-2, end); {
	case !quoted.empty():
		h.parts = []stretch{quoted}
	case at(s, end) == "," && end+1 < len(s):
		h.parts = []stretch{{end + 1, contentEnd(s, end+1)}}
	}
	return h, len(h.parts) > 0
}

// viewed tells the nouns by which "in X's view, …" makes a report of what follows.
// Others only say on what occasion the sentence speaks of: "in his remarks, …".
func viewed(noun string) bool {
	return noun == "words" || noun == "view" || noun == "opinion" || noun == "belief"
}

// asPut reads the subject of "as X put it" and of "as X described it", with the
// verb at token i, and where its verb group begins.
func asPut(s []token, i int) (from int, sub subject, ok bool) {
	const longest = 3
	from = i
	for is(s, from-1, aux|adv) && !is(s, from-1, prep|neg) && i-from < longest {
		from--
	}
	sub, ok = subjectOf(s, from)
	return from, sub, ok && !sub.shared && at(s, sub.from-1) == "as"
}

// putCue reads "as X put it" with its verb at token i: X said the quotation
// beside it or, where the verb is "put" or "see", what the aside stands in. "As X
// described it" may well stand beside a noun alone, and what surrounds it is then
// not X's.
func putCue(s []token, i, from int, sub subject) (hit, bool) {
	as, end := sub.from-1, i+2
	for is(s, end, adv) && !is(s, end, prep) {
		end++ // put it bluntly
	}
	h := hit{frames: says, clausal: true, aside: true, subject: sub, cue: stretch{from, end}}
	if isQuote(s, 0) && quoteRun(s, 0) == as {
		h.parts = around(s, as, end)
	} else if p := quotedBeside(s, as, pastAdjuncts(s, end)); !p.empty() {
		h.parts = []stretch{p}
	} else if s[i].verb.frames&depicts == 0 || stems[s[i].word] == "see" {
		h.parts = asAside(s, as, end)
	}
	return h, len(h.parts) > 0
}

// quotedBeside is the quotation that an aside, from token from to token to,
// says who worded: after it or, where there is none, before it. A clause around
// the quotation is the writer's.
func quotedBeside(s []token, from, to int) stretch {
	k := to
	if at(s, k) == "," || at(s, k) == ":" {
		k++
	}
	if isQuote(s, k) && (from > 0 || s[k].quote.full()) {
		return stretch{k, quoteRun(s, k)}
	}
	k = from - 1
	if at(s, k) == "," {
		k--
	}
	if isQuote(s, k) && (s[k].quote.last == "," || k < from-1) {
		return stretch{k, k + 1}
	}
	return stretch{}
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

// mindedCue reads an adjective of opinion with its clause or what it is about:
// "X is confident that …", "X is sceptical about …".
func mindedCue(s []token, i int) (hit, bool) {
	g := i
	for g > 0 && i-g < 5 && is(s, g-1, aux|adv) && !is(s, g-1, neg) {
		g--
	}
	if !is(s, g, be) && !is(s, i-1, be) && !is(s, i-2, be) || is(s, g-1, neg) {
		return hit{}, false
	}
	sub, ok := subjectOf(s, g)
	if !ok || sub.shared || is(s, sub.from-1, aux) || !asserted(s, sub.from, thinks) {
		return hit{}, false
	}
	h := hit{frames: thinks, subject: sub, cue: stretch{g, i + 1}}
	switch at(s, i+1) {
	case "that":
		h.parts = []stretch{{i + 1, contentEnd(s, i+1)}}
		return h, true
	case "about", "of", "towards", "toward":
		if begins(s, i+2) {
			h.cue.to++
			h.parts = []stretch{{i + 2, objectEnd(s, i+2)}}
			return h, true
		}
	}
	return hit{}, false
}
