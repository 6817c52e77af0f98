package quotes

// works are nouns for what a person writes and signs.
const works = `article op-ed oped essay column commentary piece blog book paper report analysis manifesto memoir`

// noteAuthor remembers who a sentence says has written or published a work, for
// a later "the author". The last such sentence counts, even where it names
// nobody known: "the author" is then no longer the one before.
func (p *people) noteAuthor(s []token) {
	for i := range s {
		switch s[i].word {
		case "wrote", "published", "penned", "authored", "written":
		default:
			continue
		}
		from := i
		for i-from < 4 && is(s, from-1, have|adv) && !is(s, from-1, prep) {
			from--
		}
		if is(s, from-1, aux|neg) || !workAhead(s, i+1) {
			continue
		}
		if sub, ok := subjectOf(s, from); ok {
			if sub.shared {
				sub, _ = firstSubject(s, from)
			}
			p.author = p.nameIn(s, sub.stretch)
		}
	}
}

// workAhead tells whether the phrases from token i on name a work.
func workAhead(s []token, i int) bool {
	const reach = 12
	for k := i; k < len(s) && k-i < reach; k++ {
		switch {
		case hasWord(works, s[k].word):
			return true
		case s[k].word == "that" || s[k].word == ";" || is(s, k, aux|verbal):
			return false
		}
	}
	return false
}

// authorMeant is whom "the author" or "the op-ed's author" means.
func (p *people) authorMeant(s []token, h stretch) *person {
	switch {
	case s[h.to-1].word != "author" || s[h.from].word != "the":
		return nil
	case h.to-h.from == 2, h.to-h.from == 4 && s[h.from+2].word == "'s" && hasWord(works, s[h.from+1].word):
		return p.author
	}
	return nil
}
