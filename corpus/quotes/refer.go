package quotes

import "dossierbot/corpus"

// speaker is whom a statement is given to.
type speaker struct {
	actor string
	text  string
	span  corpus.Span
}

// speaker says whom a subject means. A pronoun that the text leaves open keeps
// its place and gives no name.
func (p *people) speaker(s []token, sub subject) speaker {
	span := spanOf(s, sub.stretch)
	np := sub.stretch
	if !sub.antecedent.empty() {
		np = sub.antecedent
	}
	bare := np
	if np.to-np.from > 1 && s[np.to-1].word == "'s" {
		bare.to-- // "in X's words"
	}
	named := spanOf(s, bare)
	out := speaker{span: span, text: p.text[named.Start:named.End]}
	if several(s, head(s, np)) {
		return out
	}
	if who := p.nameIn(s, np); who != nil {
		p.describe(s, who, np)
		p.bring(who)
		out.text, out.actor = who.name, who.actor
		if _, doubtful := p.actorAt(s, head(s, np)); doubtful {
			out.actor = ""
		}
		return out
	}
	if np.to-np.from == 1 && s[np.from].word == "it" && p.body != nil {
		out.actor, out.text = p.body.actor, p.body.text
		return out
	}
	h := head(s, np)
	out.actor, _ = p.actorAt(s, h)
	if is(s, h.to-1, office) {
		// Someone without a name: "he" after this is not the one before.
		p.bring(&person{actor: out.actor, name: out.text})
	}
	if np.to-np.from == 1 && out.actor == "" {
		switch s[np.from].word {
		case "he", "she", "it", "they", "i", "we", "who", "his", "her", "their", "its", "my", "our", "him", "them", "me", "us":
			out.text = ""
		}
	}
	return out
}

// several tells whether a phrase names more than one: "X and Y".
func several(s []token, h stretch) bool {
	for i := h.from + 1; i+1 < h.to; i++ {
		if s[i].word == "and" && s[i-1].shape == capital && s[i+1].shape == capital {
			return true
		}
	}
	return false
}

// nameIn is the person whom the head of a noun phrase names; nil for none.
func (p *people) nameIn(s []token, np stretch) *person {
	if np.empty() || several(s, head(s, np)) {
		return nil
	}
	if np.to-np.from == 1 && is(s, np.from, personal) {
		return p.pronoun(s[np.from].word)
	}
	h := head(s, np)
	if who, ok := p.known(s, h); ok {
		return who
	}
	// "the minister, X,", "the head of the council, X,": the name stands in an
	// aside, or after what the office is of.
	if s[h.to-1].shape == lower || is(s, h.to-1, office|det) {
		for i := h.to; i < np.to; i++ {
			end := i + 1
			for end < np.to && s[end].word != "," {
				end++
			}
			name := stretch{max(i, end-2), end}
			if s[i].word == "," {
				name = stretch{i + 1, end}
			}
			if allNames(s, name) && (s[i].word == "," || givenNames[s[name.from].word] != unknown) {
				if who, ok := p.known(s, name); ok {
					return who
				}
			}
			i = end - 1
		}
	}
	return p.byOffice(s, h)
}

// allNames tells whether a stretch has only words of names.
func allNames(s []token, p stretch) bool {
	for i := p.from; i < p.to; i++ {
		if !nameWord(s, i) && !(i > p.from && initialStop(s, i)) {
			return false
		}
	}
	return !p.empty()
}

// known is the person whom the end of a stretch names. ok is false where it
// names nobody; the person is nil where it names an actor who is no person.
func (p *people) known(s []token, h stretch) (who *person, ok bool) {
	named := p.nameEnding(s, h)
	actor, _ := p.actorAt(s, h)
	switch {
	case actor == "":
		return named, named != nil
	case !p.persons(actor):
		return nil, true
	}
	if who = p.byActor[actor]; who == nil || named != nil {
		if who = named; who == nil {
			who = &person{name: p.text[s[h.from].start:s[h.to-1].end]}
		}
		who.actor = actor
		p.byActor[actor] = who
	}
	return who, true
}

// describe notes the office that an aside gives a person: "X, the minister,".
func (p *people) describe(s []token, who *person, np stretch) {
	for i := head(s, np).to + 1; i < np.to && s[i].word != "," && s[i].class&(wh|prep) == 0; i++ {
		if s[i].class&office != 0 {
			who.take([]string{s[i].word}, unknown)
		}
	}
}

// head is the stretch of a noun phrase up to its head noun or name: without
// what follows a comma, a bracket or a preposition.
func head(s []token, np stretch) stretch {
	for i := np.from + 1; i < np.to; i++ {
		t := s[i]
		if t.word == "," || t.word == "(" || isDash(t.word) || t.class&(prep|wh) != 0 && t.shape == lower {
			return stretch{np.from, i}
		}
	}
	return np
}

// nameEnding is the person named by the capitalised words that end a stretch.
func (p *people) nameEnding(s []token, h stretch) *person {
	j := h.to
	if j > h.from && s[j-1].word == "'s" {
		j--
	}
	i := j
	for i > h.from && (nameWord(s, i-1) || i < j && initialStop(s, i-1)) {
		i--
	}
	if i == j {
		return nil
	}
	return p.named(s, i, j)
}

// actorAt is the known actor whom the last word of a stretch names, "" where
// there is none; doubtful is true where it could be several.
func (p *people) actorAt(s []token, h stretch) (actor string, doubtful bool) {
	to := h.to
	if to > h.from && s[to-1].word == "'s" {
		to--
	}
	if to <= h.from {
		return "", false
	}
	last := corpus.Span{Start: s[to-1].start, End: s[to-1].end}
	for _, m := range p.mentionsFrom(last.Start) {
		if m.Start >= last.End {
			break
		}
		if !m.Overlaps(last) {
			continue
		}
		if m.Ambiguous || actor != "" && actor != m.Actor {
			return "", true
		}
		actor = m.Actor
	}
	return actor, false
}

// farthest is how many sentences back a pronoun or an office looks for the
// person it means.
const farthest = 12

// pronoun is the person last named whom "he" or "she" fits.
func (p *people) pronoun(word string) *person {
	want := female
	switch word {
	case "he", "him", "his":
		want = male
	}
	for i := len(p.recent) - 1; i >= 0; i-- {
		who := p.recent[i]
		if p.sentence-who.seen > farthest {
			return nil
		}
		if who.gender == want || who.gender == unknown {
			who.gender = want
			return who
		}
	}
	return nil
}

// byOffice is the person last named whom the text has called what a phrase
// such as "the minister" calls them.
func (p *people) byOffice(s []token, h stretch) *person {
	if h.to-h.from < 2 || s[h.from].word != "the" || !is(s, h.to-1, office) {
		return nil
	}
	if who := p.authorMeant(s, h); who != nil {
		return who
	}
	if s[h.to-2].word == "'s" {
		return nil // "the council's chairman" is one of several chairmen
	}
	for i := len(p.recent) - 1; i >= 0; i-- {
		who := p.recent[i]
		if p.sentence-who.seen <= farthest && who.holds(s[h.to-1].word) {
			return who
		}
	}
	return nil
}
