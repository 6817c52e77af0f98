package quotes

import "strings"

// phraseAfter is the noun phrase that begins at token i. With asides, what
// describes it after a comma ("X, head of the council") belongs to it.
func phraseAfter(s []token, i int, asides bool) stretch {
	j := i
	name := false
	for j < len(s) && j-i < reach {
		switch {
		case j > i && is(s, j, when) && nominal(s, j+1) && s[j+1].shape == lower && !is(s, j+1, when) && !name:
			j++ // a Wednesday editorial
		case j > i && s[j].quote != nil && !s[j].quote.full():
			j++
		case is(s, j, subj) && !is(s, j, det) && j == i:
			return stretch{i, j + 1}
		case is(s, j, det|poss) && (j == i || is(s, j-1, prep) || is(s, j-1, det) || s[j].word == "'s"):
			j++
		case nominal(s, j) && !(is(s, j, when) && j > i):
			name = s[j].shape == capital
			j++
		case j > i && (s[j].word == "." && s[j].before == joined && j+1 < len(s) && s[j+1].shape != punct && (is(s, j-1, abbrev|title) || len(s[j-1].word) <= 2 || strings.Contains(s[j-1].word, "."))):
			j++
		case j > i && s[j].word == "&" || j > i && s[j].word == "and" && j+1 < len(s) && s[j+1].shape == capital && name:
			j++
		case j > i && s[j].word == "(" && s[j].before == spaced && asides:
			for j < len(s) && s[j].word != ")" && j-i < reach {
				j++
			}
			return finish(s, i, min(j+1, len(s)), asides)
		case j > i && asides && s[j].word == "who" && s[j-1].word != ",":
			return relativeEnd(s, i, j)
		case j > i && s[j].word == "of" && (nominal(s, j+1) || is(s, j+1, det|poss)):
			j++
		case j > i && !name && asides && (s[j].word == "for" || s[j].word == "at" || s[j].word == "from" || s[j].word == "by" || s[j].word == "in" || s[j].word == "with" || s[j].word == "on") && (nominal(s, j+1) || is(s, j+1, det|poss)) && !is(s, j+1, when):
			j++
		default:
			return finish(s, i, j, asides)
		}
	}
	return finish(s, i, min(j, len(s)), asides)
}

// relativeEnd ends a phrase with the relative clause that begins at token who.
func relativeEnd(s []token, i, who int) stretch {
	for e := who + 1; e < len(s) && e-i < reach; e++ {
		if s[e].quote != nil && s[e].quote.full() || s[e].shape == punct && s[e].word != "." && s[e].quote == nil && s[e].word != "'" || e == len(s)-1 {
			return stretch{i, e}
		}
	}
	return stretch{i, who}
}

// finish adds to the phrase from i to j an aside that describes it.
func finish(s []token, i, j int, asides bool) stretch {
	if j <= i || !asides || at(s, j) != "," {
		return stretch{i, j}
	}
	t := j + 1
	if !is(s, t, det|poss) && at(s, t) != "of" && at(s, t) != "who" && at(s, t) != "whose" && at(s, t) != "now" && (!nominal(s, t) || s[t].verb.form&gerund != 0) {
		return stretch{i, j}
	}
	for e := t; e < len(s) && e-i < reach; e++ {
		switch {
		case s[e].quote != nil:
			return stretch{i, j}
		case s[e].word == "as" || s[e].verb.form&gerund != 0 && s[e-1].word == ",":
			return stretch{i, e}
		case s[e].word == "," && (is(s, e+1, det|poss) || at(s, e+1) == "who" && s[t].class&wh == 0):
			// a second description: "X, a lawyer at Y, who …"
		case s[e].shape == punct && s[e].word != "." && s[e].word != "(" && s[e].word != ")" && s[e].word != "'" && s[e].word != "&":
			return stretch{i, e}
		case s[e].word == "." && e == len(s)-1:
			return stretch{i, e}
		}
	}
	return stretch{i, j}
}
