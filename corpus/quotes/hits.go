package quotes

// hit is a cue found in a sentence, with whom it gives the words to and where
// they stand.
type hit struct {
	cue       stretch
	subject   subject
	frames    frames
	source    bool // "according to"
	voiceless bool // the subject is no speaker that could be named
	aside     bool // "as X said, …": what it brings in is the writer's as well
	clausal   bool // brings in a clause or a quotation, rather than an object
	parts     []stretch
}

// hits finds the cues of a sentence with their subjects and contents.
func hits(s []token) []hit {
	var out []hit
	matrix := subject{} // of the last cue that is not within what another says
	within := 0         // the end of what that cue brings in
	for i := range s {
		h, ok := hitAt(s, i)
		if !ok {
			continue
		}
		if h.subject.shared {
			if h.subject, ok = share(s, h.cue.from, matrix); !ok {
				continue
			}
			if n := len(h.parts); n > 0 && fronted(s, h.subject.from-1) && h.parts[n-1].from > i {
				h.parts[n-1].to = asideEnd(s, h.parts[n-1]) // the main clause follows
			}
		}
		switch footingOf(s, h.subject.stretch) {
		case nobody:
			continue
		case voiceless:
			if h.voiceless = true; !proposes(s, h) {
				continue
			}
		}
		nested := h.cue.from < within && !h.source && !h.aside
		switch {
		case nested && (!speaks(h) || is(s, h.subject.from, personal) && repeats(s, h.subject.from, out)):
			// What is said of another's thoughts, judgements or promises is
			// the statement of the outer speaker alone, and so is what they
			// say of themselves ("said he hopes").
			continue
		case h.subject.antecedent.empty():
		case !speaks(h) || at(s, h.subject.from-1) != ",":
			continue // "a voter who thinks …" describes more than it reports
		}
		if !nested && !h.source && !h.aside && h.subject.antecedent.empty() {
			matrix = h.subject
			for _, p := range h.parts {
				if p.from > h.cue.from {
					within = max(within, p.to)
				}
			}
		}
		out = append(out, h)
	}
	return out
}

// proposes tells whether a hit brings in a whole clause or a quotation.
func proposes(s []token, h hit) bool {
	for _, p := range h.parts {
		if at(s, p.from) == "that" || isQuote(s, p.from) || h.clausal && hasVerb(s, p.from) || h.source {
			return true
		}
	}
	return false
}

// hitAt reads the cue at token i, if it is one.
func hitAt(s []token, i int) (hit, bool) {
	t := s[i]
	switch {
	case t.word == "according" && at(s, i+1) == "to":
		return accordingTo(s, i)
	case t.class&minded != 0:
		return mindedCue(s, i)
	case at(s, i+1) == "it" && (t.word == "put" || t.word == "puts" || t.verb.frames&depicts != 0):
		if from, sub, ok := asPut(s, i); ok {
			return putCue(s, i, from, sub)
		}
	case t.class&utterance != 0:
		if h, ok := nounCue(s, i); ok {
			return h, true
		}
	}
	if h, ok := stanceCue(s, i); ok {
		return h, true
	}
	if t.verb.frames == 0 || t.shape != lower {
		return hit{}, false
	}
	return cueAt(s, i)
}

// share finds the subject of a verb that has none of its own: the pronoun that
// its clause begins with, the subject of the cue before it, or what the
// sentence begins with.
func share(s []token, cue int, matrix subject) (subject, bool) {
	if i := nearPronoun(s, cue, matrix.to); i > 0 {
		return subject{stretch: stretch{i, i + 1}}, true
	}
	if !matrix.empty() {
		return matrix, true
	}
	if inWho(s, cue) {
		return subject{}, false
	}
	return firstSubject(s, cue)
}

// inWho tells whether the verb at token cue goes on with a clause of "who" that no
// mark parts from it: its subject is then within, not what the sentence begins
// with.
func inWho(s []token, cue int) bool {
	const reach = 20
	for i := cue - 1; i > 0 && cue-i < reach && s[i].shape != punct; i-- {
		if s[i].word == "who" {
			return true
		}
	}
	return false
}

// cueAt reads the verb of saying at token i.
func cueAt(s []token, i int) (hit, bool) {
	v, stem := s[i].verb, stems[s[i].word]
	g, ok := groupOf(s, i)
	if !ok || g.denied || g.passive {
		return hit{}, false
	}
	if np, ok := invertedAt(s, i, g, v); ok {
		h := hit{frames: v.frames, subject: subject{stretch: np}, cue: stretch{i, i + 1}, clausal: true}
		h.parts = around(s, i, np.to)
		return h, len(h.parts) > 0
	}
	sub, ok := subjectFor(s, i, g)
	if !ok {
		return hit{}, false
	}
	content, end, clausal := contentAfter(s, i, v, stem)
	for end > i+1 && at(s, end-1) != "to" && (end > len(s) || s[end-1].shape == punct) {
		end--
	}
	if _, from, ok := quotedAs(s, g.from-1); ok && v.form&gerund != 0 {
		g.from = from
	}
	h := hit{frames: v.frames, subject: sub, cue: stretch{g.from, end}, clausal: clausal || content.empty()}
	first := g.from
	if !sub.shared {
		first = sub.from
		if !asserted(s, first, v.frames) {
			return hit{}, false
		}
		if at(s, first-1) == "as" {
			if h.parts = asAside(s, first-1, end); len(h.parts) > 0 {
				h.aside = true
				return h, true
			}
		}
	}
	if h.parts = quotedBefore(s, first, end, content); len(h.parts) > 0 {
		return h, true
	}
	if !content.empty() {
		which := at(s, first-1) == "which" && at(s, first-2) == ","
		if !sub.antecedent.empty() && at(s, first-1) == "," || which || fronted(s, first-1) {
			content.to = asideEnd(s, content)
		}
		h.parts = []stretch{content}
		return h, true
	}
	// "perhaps, X speculated, …": a clause in the middle of what is thought.
	if v.frames&clause != 0 && (v.frames&inverts != 0 && !sub.shared || stem == "tell") ||
		v.frames&thinks != 0 && !sub.shared && parenthetical(s, first, end) {
		h.parts = around(s, first, end)
	}
	// "X said:" speaks for the paragraph after it.
	return h, len(h.parts) > 0 || v.frames&(quotes|clause) != 0 && at(s, len(s)-1) == ":"
}

// parenthetical tells whether the clause from token first to token last stands in
// commas right behind the first words of a sentence, and these go on after it.
func parenthetical(s []token, first, last int) bool {
	if at(s, first-1) != "," || at(s, last) != "," || is(s, last+1, coord|wh|subord) {
		return false
	}
	for _, t := range s[:first-1] {
		if t.shape == punct {
			return false
		}
	}
	return true
}

// subjectFor finds the subject of the verb at token i with its group.
func subjectFor(s []token, i int, g group) (subject, bool) {
	switch {
	case g.shared:
		return subject{shared: true}, true
	case s[i].verb.form&gerund == 0 || g.from < i:
		return subjectOf(s, g.from)
	}
	if sub, _, ok := quotedAs(s, g.from-1); ok {
		return sub, true
	}
	// "footage of X saying": the name alone
	from := i
	for from > 0 && (nameWord(s, from-1) || from < i && initialStop(s, from-1)) {
		from--
	}
	return subject{stretch: stretch{from, i}}, from < i
}

// asserted tells whether a clause whose subject begins at token first says
// that something was said: not a question, a condition or a denial, and not
// the writer's own thought.
func asserted(s []token, first int, f frames) bool {
	switch at(s, first-1) {
	case "if", "unless", "whether", "nor", "neither":
		return false
	case "which":
		if s[first].word == "it" {
			return false // "a day which it calls X": a name within a description
		}
	}
	switch s[first].word {
	case "you":
		return false
	case "i", "we":
		if f&thinks != 0 {
			return false
		}
	}
	return !is(s, first-1, aux) && !gapped(s, first, f)
}

// quotedBefore finds the quotation that stands right before a cue, with what
// belongs to it. Where a clause follows the cue as well, the quotation counts
// only if the sentence opens with it: in "In his book “Title,” X suggested
// that …" the clause is what was said.
func quotedBefore(s []token, first, last int, after stretch) []stretch {
	before := contentBefore(s, first)
	if before.empty() || !isQuote(s, before.to-1) || !s[before.to-1].quote.full() {
		return nil
	}
	if !after.empty() && before.to-before.from > 1 {
		return nil
	}
	return around(s, first, last)
}

// speaks tells a cue of saying from one of thinking, judging or promising.
func speaks(h hit) bool {
	return h.clausal && h.frames&(inverts|listens) != 0 && h.frames&(thinks|intends) == 0
}

// repeats tells whether the pronoun at token i begins what an earlier cue
// brings in, and so means its speaker.
func repeats(s []token, i int, earlier []hit) bool {
	for _, h := range earlier {
		for _, p := range h.parts {
			if p.from == i || p.from == i-1 && s[p.from].word == "that" {
				return true
			}
		}
	}
	return false
}

// nearPronoun is the pronoun after from that begins the clause in which the
// verb at token cue is joined by "and" to another; 0 for none.
func nearPronoun(s []token, cue, from int) int {
	const reach = 12
	if p := at(s, cue-1); p != "and" && p != "but" {
		return 0
	}
	for i := cue - 2; i > from && cue-i < reach; i-- {
		switch s[i].word {
		case "he", "she", "they", "i", "we":
			return i
		}
		if s[i].shape == punct || is(s, i, subord|wh) {
			return 0
		}
	}
	return 0
}

// gapped tells whether the subject at token first begins a relative clause
// without its pronoun ("the goal it promised to reach", "what X called"): what
// follows the verb is then not all that was said.
func gapped(s []token, first int, f frames) bool {
	if f&(quotes|listens) != 0 && f&judges == 0 {
		return false
	}
	switch p := first - 1; {
	case at(s, p) == "what":
		return f&depicts != 0
	case at(s, p) == "that" && nominal(s, p-1) && s[p-1].verb.frames == 0:
		return true
	default:
		return is(s, first, subj) && nominal(s, p) && s[p].shape == lower && !is(s, p, when)
	}
}

// fronted tells whether token i begins a clause that the main clause follows:
// "When X said …, …".
func fronted(s []token, i int) bool {
	switch at(s, i) {
	case "when", "while", "after", "although", "though", "because", "since", "once", "before", "whereas":
		return i == 0 || s[i-1].shape == punct || is(s, i-1, coord)
	}
	return false
}
