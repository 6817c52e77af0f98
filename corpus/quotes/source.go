package quotes

// accordingTo reads "according to X".
func accordingTo(s []token, i int) (hit, bool) {
	np := phraseAfter(s, i+2, i > 2)
	if np.empty() && is(s, i+2, obj) {
		np = stretch{i + 2, i + 3}
	}
	if np.empty() {
		return hit{}, false
	}
	h := hit{frames: clause, clausal: true, source: true, subject: subject{stretch: np}, cue: stretch{i, i + 2}}
	if i <= 1 || !contentful(s, i) {
		if from := unmarked(s, np.to); from > 0 {
			h.subject.to = from
			h.parts = []stretch{{from, contentEnd(s, from)}}
			return h, true
		}
		end := np.to
		for end < len(s) && s[end].word != "," && end-np.to < reach {
			end++
		}
		end = describedEnd(s, end)
		if end+1 >= len(s) {
			return hit{}, false
		}
		if end-np.to < 12 {
			h.subject.to = end
		}
		h.parts = []stretch{{end + 1, contentEnd(s, end+1)}}
		return h, !h.parts[0].empty()
	}
	if i > 2 {
		h.subject.to = sourceEnd(s, np)
	}
	end := i
	if at(s, end-1) == "," {
		end--
	}
	from := 0
	for from < end && s[from].shape == punct && s[from].quote == nil {
		from++
	}
	h.parts = []stretch{{from, end}}
	// What ends in a conjunction goes on after the source.
	return h, from < end && (!is(s, end-1, subord|coord) || is(s, end-1, adv))
}

// unmarked is where a clause begins that no comma parts from the source named
// before it, which ends with token from: at an article or a pronoun that no
// preposition joins to it. 0 for none.
func unmarked(s []token, from int) int {
	const reach = 15
	for j := from; j < len(s) && j-from < reach; j++ {
		switch {
		case s[j].shape == punct, is(s, j, wh|aux|verbal|subord) && !is(s, j, prep):
			return 0
		case s[j].class&(det|poss|subj) != 0 && newPhrase(s, j):
			if end := contentEnd(s, j); predicates(s, stretch{j + 1, end}) || end-j > 3 {
				return j
			}
			return 0
		}
	}
	return 0
}

// describedEnd goes on past an aside that names or describes a source in front
// of what it says: "According to its head, X, …", "…, an agency, …". comma is the
// mark after the source.
func describedEnd(s []token, comma int) int {
	const longest = 12
	for e := comma + 1; e < len(s) && e-comma <= longest; e++ {
		switch {
		case s[e].word == ",":
			if allNames(s, stretch{comma + 1, e}) || at(s, comma+1) == "a" || at(s, comma+1) == "an" || is(s, comma+1, office) && s[comma+1].shape == lower {
				return e
			}
			return comma
		case s[e].class&(aux|verbal|subord) != 0, s[e].verb.form&(past|third) != 0 && !s[e].verb.noun, s[e].quote != nil:
			return comma
		}
	}
	return comma
}

// sourceEnd is where a source named last in its sentence ends: with all that
// describes it, up to a mark.
func sourceEnd(s []token, np stretch) int {
	const reach = 20
	for e := np.to; e < len(s) && e-np.from < reach; e++ {
		switch {
		case s[e].quote != nil && s[e].quote.full() || is(s, e, coord|wh|aux) || s[e].verb.form&(past|third) != 0 && s[e].verb.form&participle == 0:
			return np.to
		case s[e].shape == punct && s[e].quote == nil && s[e].word != "'":
			return e
		}
	}
	return np.to
}

// contentful tells whether the words before token i can be what was said,
// rather than a conjunction alone.
func contentful(s []token, i int) bool {
	for _, t := range s[:i] {
		if t.quote != nil || t.shape != punct && t.class&(coord|adv|subord) == 0 {
			return true
		}
	}
	return false
}
