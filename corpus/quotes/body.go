package quotes

// noteBody remembers the body (a ministry, a state) that is the subject of a
// sentence, for an "it" in the next. Any other subject but "it" ends that: the
// pronoun may then mean something else.
func (p *people) noteBody(s []token) {
	if s[0].word == "it" && p.body != nil {
		return
	}
	p.body = nil
	sub, ok := firstSubject(s, len(s))
	if !ok || sub.to-sub.from == 1 && is(s, sub.from, subj) || several(s, head(s, sub.stretch)) {
		return
	}
	h := head(s, sub.stretch)
	actor, doubtful := p.actorAt(s, h)
	if doubtful || actor == "" && !bodyNamed(s, h) || actor != "" && p.persons(actor) {
		return
	}
	span := spanOf(s, sub.stretch)
	p.body = &speaker{actor: actor, text: p.text[span.Start:span.End], span: span}
}

// bodyNamed tells whether a phrase names a body by its noun: "the Harbour Office",
// "the Ministry of Transport".
func bodyNamed(s []token, h stretch) bool {
	return is(s, h.to-1, body) && !plural(s, h.to-1)
}
