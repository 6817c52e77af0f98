package quotes

import (
	"strings"
	"unicode/utf8"
)

// longestSentence is how many tokens are read as one sentence; what is longer
// is no prose (a table, a list of names), and is read in pieces so that the
// time stays linear.
const longestSentence = 400

// sentences cuts the tokens into sentences, in which each quotation stands as
// a single token. corpus.Sentences does not serve here: it ends a sentence
// within quotation marks, between the words said and who said them.
func sentences(tokens []token, quotations []quotation, read func([]token)) {
	var s []token
	flush := func() {
		if len(s) > 0 {
			read(s)
			s = s[:0]
		}
	}
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if t.before == paragraph || len(s) >= longestSentence {
			flush()
		}
		if len(quotations) > 0 && quotations[0].open == i {
			q := &quotations[0]
			quotations = quotations[1:]
			t = whole(tokens, q)
			i = q.close
		}
		s = append(s, t)
		if i+1 < len(tokens) && ends(s, tokens[i+1:]) {
			for i+1 < len(tokens) && closesBracket(tokens[i+1]) {
				i++
				s = append(s, tokens[i])
			}
			flush()
		}
	}
	flush()
}

// whole is the one token that stands for a quotation.
func whole(tokens []token, q *quotation) token {
	t := tokens[q.open]
	t.word, t.end, t.quote, t.mark = "“”", tokens[q.close].end, q, noMark
	inner := tokens[q.open+1 : q.close+1]
	if q.closed {
		inner = inner[:len(inner)-1]
	}
	for i, u := range inner {
		if u.shape != punct {
			if q.words == 0 {
				q.begins = u.shape != lower
			}
			q.words++
		}
		if u.mark == noMark || i == 0 {
			q.last = u.word
		}
	}
	return t
}

func closesBracket(t token) bool {
	return t.before == joined && (t.word == ")" || t.word == "]" || t.mark == closes)
}

// ends tells whether a sentence ends with the last token of s, before rest.
func ends(s, rest []token) bool {
	t, next := s[len(s)-1], rest[0]
	if next.shape == lower || next.word == "," || next.word == ";" || isDash(next.word) {
		return false
	}
	if t.quote != nil {
		switch t.quote.last {
		case ".":
			return true
		case "?", "!", "…":
			return next.mark != noMark || !attributes(rest)
		}
		return false
	}
	switch t.word {
	case "?", "!", "…":
		return next.before != joined || closesBracket(next)
	case ".":
		if next.before == joined && (!closesBracket(next) || next.word == ")" && s[0].word != "(") || len(s) < 2 {
			return false
		}
		p := s[len(s)-2]
		if p.end != t.start || p.shape == punct {
			return p.end == t.start || p.quote != nil
		}
		if p.shape == capital && utf8.RuneCountInString(p.word) == 1 {
			return false // an initial
		}
		if p.word == "no" {
			return next.shape != digits
		}
		// After an abbreviation, only a word that begins sentences begins one.
		short := p.class&abbrev != 0 || strings.Contains(p.word, ".")
		return !short || next.class&(det|subj|prep|coord|subord) != 0
	}
	return false
}

// attributes tells whether a text that follows a quotation goes on to say who
// spoke: a name or pronoun and a verb of saying, in either order.
func attributes(rest []token) bool {
	const reach = 15
	for i, t := range rest {
		if i >= reach || t.shape == punct && t.word != "." && t.word != "," && t.word != "(" && t.word != ")" && t.mark == noMark || t.mark != noMark && i == 0 || t.before == paragraph {
			return false
		}
		if t.verb.frames&quotes != 0 && t.verb.form&(past|third) != 0 {
			return i > 0
		}
		if t.shape == lower && t.class&(det|subj|aux) == 0 && t.class&adv == 0 && i == 0 {
			return false
		}
	}
	return false
}
