package quotes

import "strings"

// contentBefore finds what stands before a cue of which first is the first
// token (of its subject, or of its verb where that comes before): "…, X said".
func contentBefore(s []token, first int) stretch {
	from, end := 0, first
	if end <= from {
		return stretch{}
	}
	switch p := s[end-1]; {
	case p.quote != nil:
	case p.word == "," || isDash(p.word) || p.word == "?" || p.word == "!":
		end--
	default:
		return stretch{}
	}
	for from < end && s[from].shape == punct && s[from].quote == nil && s[from].word != "(" && s[from].word != "[" {
		from++
	}
	if end <= from {
		return stretch{}
	}
	return stretch{from, end}
}

// around finds the words said before a cue that takes the tokens from first to
// last, and their continuation after it: "…, X said, …".
func around(s []token, first, last int) []stretch {
	before := contentBefore(s, first)
	if before.empty() {
		return nil
	}
	if isQuote(s, before.to-1) {
		// Words that only lead up to the quotation are not part of it.
		q := before.to - 1
		for q > before.from && isQuote(s, q-1) {
			q--
		}
		if q > 0 && (at(s, q-1) == ":" || clauseBreak(s, q)) && s[before.to-1].quote.begins {
			before.from = q
		}
	}
	parts := []stretch{before}
	quoted := isQuote(s, before.to-1)
	for i := last; quoted && i < len(s) && i-last < reach; i++ {
		t := s[i]
		if t.quote != nil {
			if p := at(s, i-1); (p == "," || isDash(p) || p == ":" || p == "but" || p == "and") || i == last {
				parts = append(parts, stretch{i, quoteRun(s, i)})
			}
			return parts
		}
		if t.verb.form&gerund != 0 && t.verb.frames&(quotes|clause) != 0 || t.class&(coord|subord) != 0 && t.class&(prep|det) == 0 && i > last && !isQuote(s, i+1) {
			break
		}
	}
	if !quoted && at(s, last) == "," && last+2 < len(s) && !turns(s, last+1) && at(s, last+1) != "who" && s[last+1].verb.form&gerund == 0 {
		if after := (stretch{last + 1, contentEnd(s, last+1)}); !after.empty() {
			parts = append(parts, after)
		}
	}
	if !quoted && len(parts) == 1 && !predicates(s, before) {
		return nil
	}
	return parts
}

// predicates tells whether a stretch has a finite verb, as far as the forms
// of words tell: words without one are no report but an adverbial.
func predicates(s []token, p stretch) bool {
	for _, t := range s[p.from:p.to] {
		if t.class&(aux|verbal) != 0 || t.word == "'s" || t.verb.form&(past|third) != 0 || t.shape == lower && !strings.Contains(t.word, "-") && (strings.HasSuffix(t.word, "ed") || strings.HasSuffix(t.word, "es")) {
			return true
		}
	}
	return false
}

// asAside finds what "as X said" with its "as" at token as is an aside to.
func asAside(s []token, as, last int) []stretch {
	end := pastAdjuncts(s, last)
	if at(s, end) != "," {
		return nil
	}
	if as == 0 {
		if after := (stretch{end + 1, contentEnd(s, end+1)}); !after.empty() {
			return []stretch{after}
		}
		return nil
	}
	return around(s, as, end)
}

// asideEnd ends what is said in "X, who said …, …" with the aside.
func asideEnd(s []token, content stretch) int {
	for i := content.from + 1; i < content.to; i++ {
		if s[i].word == "," || s[i].quote != nil && s[i].quote.last == "," {
			if s[i].quote != nil {
				i++
			}
			return i
		}
	}
	return content.to
}

// clauseBreak tells whether the quotation at token q follows a comma that sets
// it off from an adverbial.
func clauseBreak(s []token, q int) bool {
	return at(s, q-1) == "," && is(s, 0, prep|subord|adv|when)
}

// invertedAt finds the subject after the verb: "…," said X.
func invertedAt(s []token, i int, g group, v verb) (stretch, bool) {
	if v.frames&inverts == 0 || v.form&(past|third) == 0 || g.from != i || i == 0 || i+1 >= len(s) {
		return stretch{}, false
	}
	p := s[i-1]
	quoted := p.quote != nil && p.quote.full() || p.word == "," && isQuote(s, i-2)
	if !quoted && p.word != "," {
		return stretch{}, false
	}
	if !quoted && v.frames&clause == 0 {
		return stretch{}, false
	}
	np := phraseAfter(s, i+1, true)
	if np.empty() || s[np.from].word == "that" || is(s, np.from, when) {
		return stretch{}, false
	}
	if !quoted {
		// "He rose, said he was tired": a subject after the verb ends the
		// clause.
		if is(s, np.from, subj) || np.to < len(s) && s[np.to].shape != punct && !is(s, np.to, prep|when) {
			return stretch{}, false
		}
		if contentBefore(s, i).empty() {
			return stretch{}, false
		}
		final := np.to >= len(s) || s[np.to].word == "." || is(s, np.to, when)
		if sub, ok := apposed(s, i-1); !final && ok && !sub.shared {
			return stretch{}, false
		}
	}
	return np, true
}
