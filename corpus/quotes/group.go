package quotes

// group is the verb group that token i heads: where it begins, and how it
// stands.
type group struct {
	from    int
	passive bool
	denied  bool // not, may, could: the words were not said, or not yet
	shared  bool // a participle: its subject is that of the verb before
}

// groupOf reads the auxiliaries and adverbs before the verb at i; ok is false
// where the word is no verb there.
func groupOf(s []token, i int) (group, bool) {
	v := s[i].verb
	g := group{from: i}
	var nearest class
	infinitive := false
	for n := 0; n < 8 && g.from > 0; n++ {
		p := s[g.from-1]
		switch {
		case p.class&aux != 0 && p.class&neg == 0 && p.verb.frames == 0 || p.word == "can't" || p.word == "cannot":
			if nearest == 0 {
				nearest = p.class & aux
			}
			g.denied = g.denied || hedges(p.word)
		case p.word == "'s" && p.before == joined && (is(s, g.from-2, subj) || v.form&(participle|gerund) != 0 && v.form&third == 0 && nextIsClause(s, i)):
			if nearest == 0 {
				nearest = have
				if v.form&gerund != 0 {
					nearest = be
				}
			}
		case p.class&neg != 0:
			g.denied = true
		case p.word == "himself" || p.word == "herself" || p.word == "themselves" || p.word == "itself":
		case p.class&adv != 0 && p.class&(prep|when) == 0, (p.word == "both" || p.word == "all" || p.word == "each") && is(s, g.from-2, aux):
		case p.word == "to" && v.form&base != 0 && at(s, g.from-2) == "on" && is(s, g.from-3, governs):
			infinitive = true // went on to say
			g.from -= 2
		case p.word == "to" && v.form&base != 0 && is(s, g.from-2, governs):
			infinitive = true
			g.denied = g.denied || s[g.from-2].word[:3] == "dec" || s[g.from-2].word[:3] == "ref"
			g.from--
		default:
			return g, g.settle(s, i, nearest, infinitive)
		}
		g.from--
	}
	return g, g.settle(s, i, nearest, infinitive)
}

func hedges(modal string) bool {
	switch modal {
	case "may", "might", "could", "should", "must", "can", "can't", "cannot", "shall":
		return true
	}
	return false
}

func nextIsClause(s []token, i int) bool {
	return is(s, i+1, det|subj|subord|prep|obj) || isQuote(s, i+1) || at(s, i+1) == "to"
}

// settle decides, from the form of the verb at i and the nearest auxiliary,
// whether it is a finite verb here.
func (g *group) settle(s []token, i int, nearest class, infinitive bool) bool {
	v, prev := s[i].verb, g.from-1
	bare := g.from == i
	if bare && prev >= 0 {
		p := s[prev]
		if p.class&(poss|prep) != 0 && v.form&gerund == 0 && p.class&subj == 0 {
			return false // his promise, of note, the reported loss
		}
		if p.class&det != 0 && p.class&subj == 0 && p.shape != digits && p.word != "one" && p.word != "two" && p.word != "another" {
			return false
		}
		if p.word == "to" {
			return false
		}
		if p.shape == digits && !isYear(p) && nominal(s, i+1) && s[i+1].shape == lower && (v.noun || v.form&participle != 0) {
			return false // 60 promised ferries, 35 claims
		}
	}
	switch {
	case v.form&gerund != 0:
		switch {
		case nearest&be != 0:
			return true
		case prev < 0:
			return false
		}
		p := s[prev]
		if p.shape == capital && nominal(s, prev) && v.frames&quotes != 0 && (at(s, i+1) == "," || at(s, i+1) == "that" || isQuote(s, i+1) || is(s, i+1, prep)) && nameWord(s, prev) && (!is(s, prev-1, prep) || at(s, prev-1) == "of") {
			return true // footage of X saying
		}
		if _, _, ok := quotedAs(s, prev); ok {
			return true
		}
		g.shared = true
		return p.word == "," || isDash(p.word) || p.word == "and" || p.word == "while" || p.word == "before" || p.word == "after" || p.quote != nil ||
			at(s, i+1) == "that" && (is(s, prev, when) || isYear(p)) // closed it in May warning that
	case nearest&be != 0:
		g.passive = true
		return v.form&(past|participle) != 0
	case nearest&have != 0:
		return v.form&participle != 0
	case nearest&(modal|do) != 0:
		return v.form&base != 0
	case infinitive:
		return v.form&base != 0
	case v.form&past != 0:
		if v.form&participle != 0 && v.frames&(depicts|calls) == depicts|calls && onlyNames(s, i, prev) {
			return false
		}
		return at(s, i+1) != "by" || is(s, prev, subj) || prev >= 0 && s[prev].shape == capital
	case v.form&participle != 0:
		return false
	case v.form&third != 0:
		return !v.noun || verbHere(s, i, prev)
	}
	if !plural(s, prev) {
		// "officials in Riga hope": the noun before the preposition counts.
		np := phraseBefore(s, prev)
		if h := head(s, np); np.empty() || !clauseStart(s, np.from) || h.to == np.to || !plural(s, h.to-1) {
			return false
		}
	}
	return !v.noun || verbHere(s, i, prev)
}

// onlyNames tells whether "called" at token i only names the noun before it, which
// ends with token prev: "a group called X". It does not where its preposition
// follows ("called on"), nor where it goes on from a name after an aside ("X, the
// minister, called").
func onlyNames(s []token, i, prev int) bool {
	switch {
	case prev < 0 || s[prev].shape == capital || is(s, prev, subj):
		return false
	case is(s, i+1, prep):
		return !hasWord(complements[stems[s[i].word]], s[i+1].word) || timeAt(s, i+2) || is(s, i+2, prep)
	case s[prev].word != ",":
		return true
	}
	sub, ok := apposed(s, prev)
	return !ok || sub.shared || s[sub.from].shape != capital
}

// quotedAs reads "X was quoted as saying" and "quoted X as saying" with the
// "as" at token i: who said it, and where the verb group begins.
func quotedAs(s []token, i int) (sub subject, from int, ok bool) {
	const reach = 10
	if at(s, i) != "as" {
		return subject{}, 0, false
	}
	for j := i - 1; j > 0 && i-j < reach; j-- {
		if !quoting(s[j].word) {
			continue
		}
		if j < i-1 {
			np := phraseBefore(s[j+1:i], i-j-2)
			return subject{stretch: stretch{j + 1, i}}, i + 1, np == stretch{0, i - j - 1}
		}
		g := group{from: j}
		for g.from > 0 && is(s, g.from-1, aux|adv) {
			g.from--
		}
		sub, ok = subjectOf(s, g.from)
		return sub, g.from, ok && g.from < j && !sub.shared
	}
	return subject{}, 0, false
}

func quoting(word string) bool {
	switch word {
	case "quoted", "quotes", "quoting", "quote", "cited", "cites", "citing", "cite":
		return true
	}
	return false
}

// verbHere decides whether a word that is a noun as often ("states", "claims")
// is a verb: after a pronoun or a name, or before what only a verb brings in.
func verbHere(s []token, i, prev int) bool {
	name := prev
	for name >= 0 && s[name].shape == capital && prev-name < reach {
		name--
	}
	if prev >= 0 && s[prev].shape == digits && !isYear(s[prev]) && s[i].verb.form&third != 0 {
		return false // several of them: "35 claims that"
	}
	if at(s, i+1) == "that" && (is(s, i+2, aux|verbal) || i+2 < len(s) && s[i+2].verb.form&past != 0) {
		return is(s, prev, subj) // a relative clause: "remarks that were heard"
	}
	// "the EU states" is more often the noun, "Moscow claims" the verb.
	if is(s, prev, subj) || name < prev && !is(s, name, det|poss) || prev >= 0 && (s[prev].word == "," || s[prev].word == ")") {
		return true
	}
	if at(s, i+1) == "that" && s[i].verb.form&third != 0 {
		// A noun in the singular has an article before it: "the ministry claims
		// that", but "false claims that".
		np := phraseBefore(s, prev)
		return np.empty() || is(s, np.from, det|poss) || s[np.from].shape == capital
	}
	return at(s, i+1) == "that" || is(s, i+1, wh|subj) && !is(s, i+1, det) || isQuote(s, i+1)
}

// plural tells whether the plain form of a verb can agree with the word
// before it.
func plural(s []token, i int) bool {
	if i < 0 {
		return false
	}
	switch s[i].word {
	case "i", "you", "we", "they", "who", "others", "some", "many", "both", "several", "most", "people", "police", "men", "women", "officials":
		return true
	case "he", "she", "it":
		return false
	}
	n := len(s[i].word)
	return s[i].shape != punct && s[i].word[n-1] == 's' && n > 3 && s[i].word != "'s"
}
