package names

import "strings"

// The weights of Resolve.
const (
	surnameAlone = 0.97 // of the surname's likeness, where it is not an alias
	givenAlone   = 0.60 // of a given name's likeness
	otherGiven   = 0.45 // where the given names differ
	// A slip in a surname weighs less beside a given name that is right.
	sureGiven   = 0.9
	nearSurname = 0.72
	besideGiven = 0.09
	otherMiddle = 0.2  // less where each side has a given name that the other lacks
	perLeftover = 0.04 // for each word too many
	// discoveredShare is of the likeness of an actor whom no editor listed:
	// the listed one comes first.
	discoveredShare = 0.95
	groupScore      = 0.88 // of a given name in another language
	initialScore    = 0.85
	leastGiven      = 0.7 // likeness below which given names differ
)

// bodyScore tells how well the words asked for fit the name of a body, of
// which every word must be there.
func bodyScore(n *name, words []int, like likeness) float64 {
	total, used := 0.0, map[int]bool{}
	for _, e := range n.words {
		var f fit
		for _, c := range like[e] {
			if !used[c.word] && c.score > f.score {
				f = c
			}
		}
		if f.score == 0 {
			return 0
		}
		used[f.word] = true
		total += f.score
	}
	return total/float64(len(n.words)) - 2*perLeftover*float64(len(words)-len(used))
}

// score tells how well the words asked for fit the name.
func (r *reading) score(n *name, words []int, like likeness) float64 {
	used := map[int]bool{}
	surname, given := 0.0, 0.0
	surnames, givens, absent := 0, 0, 0
	for k, e := range n.words {
		var f fit
		for _, c := range like[e] {
			if !used[c.word] && c.score > f.score {
				f = c
			}
		}
		if f.score == 0 && !n.surname[k] {
			f = r.initialOf(e, words, used)
		}
		if f.score > 0 {
			used[f.word] = true
		}
		if n.surname[k] {
			surname += f.score
			surnames++
		} else if f.score > 0 {
			given = max(given, f.score)
			givens++
		} else if !particle([]byte(r.x.lex.entries[e].fold)) {
			absent++
		}
	}
	surname /= float64(max(1, surnames))
	return r.weigh(n, words, used, surname, given, givens, absent)
}

// initialOf finds the letter among the words that the given name begins with.
func (r *reading) initialOf(e int32, words []int, used map[int]bool) fit {
	given := &r.x.lex.entries[e]
	for _, i := range words {
		if !r.words[i].letter || used[i] {
			continue
		}
		fold := string(r.words[i].fold)
		if s := soundsOf(fold)[0]; strings.HasPrefix(given.fold, fold) || s != "" && strings.HasPrefix(given.sounds[0], s) {
			return fit{i, initialScore}
		}
	}
	return fit{}
}

// weigh joins the likeness of surname and given names.
func (r *reading) weigh(n *name, words []int, used map[int]bool, surname, given float64, givens, absent int) float64 {
	if len(words) == 1 {
		switch {
		case len(n.words) == 1:
			return surname
		case surname > 0:
			return surname * surnameAlone
		}
		return given * givenAlone
	}
	left, fathers := 0, false
	for _, i := range words {
		if used[i] {
			continue
		}
		if !fathers && len(words) > 2 && patronymic(string(r.words[i].fold)) {
			fathers = true
			continue
		}
		left++
	}
	switch {
	case givens == 0 && left == 0:
		return surname * surnameAlone
	case len(n.words) == 1 && len(r.x.persons[n.actor].given) == 0:
		return surname*surnameAlone - perLeftover*float64(left)
	case given < leastGiven:
		return surname * otherGiven
	}
	score := min(surname, (1.2*surname+given)/2.2)
	if given >= sureGiven && surname >= nearSurname {
		score = min(given, surname+besideGiven)
	}
	score -= perLeftover * float64(left)
	if absent > 0 && len(used) < len(words) {
		score -= otherMiddle
	}
	return score
}
