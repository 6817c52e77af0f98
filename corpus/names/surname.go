package names

import (
	"slices"
	"strings"
)

// longestGiven is how many words before or after a surname may be given names.
const longestGiven = 5

// standing is how the words around a surname agree with an actor's given
// names.
type standing int

const (
	alone    standing = iota // no given name there
	agrees                   // the actor's
	stranger                 // someone else's
)

// surnameAt finds the persons whose surname begins at the word. Where one of
// them is named in full, those with the surname alone are not meant.
func (r *reading) surnameAt(i int) (found, bool) {
	w := r.words[i]
	if !w.capital && !r.question && !particle(w.fold) || len(r.x.surnames) == 0 {
		return found{}, false
	}
	out := found{first: i, last: i - 1}
	full := false
	opens := false
	var strange []int32
	seen := r.seen[:0]
	for _, f := range r.forms(i) {
		for _, use := range r.x.surnames[f.entry] {
			if len(use.words) == 1 {
				if slices.Contains(seen, use.actor) {
					continue
				}
				seen = append(seen, use.actor)
			}
			last, score := r.surnameEnds(use, i, f.score)
			if last < 0 || r.partOfDouble(i, last) {
				continue
			}
			first, end, how := r.around(use.actor, i, last)
			if how == stranger {
				strange = append(strange, f.entry)
				opens = r.opens(first - 1)
				continue
			}
			if how == alone && r.everyday(i) {
				continue
			}
			if full && how == alone || end-first < out.last-out.first {
				continue
			}
			if how == agrees && !full || end-first > out.last-out.first {
				out.who, full = nil, how == agrees
			}
			out.first, out.last = first, end
			out.merge(found{who: []bearer{{use.actor, use.text, score, how == agrees}}})
		}
	}
	if !full {
		for _, e := range strange {
			r.noteStranger(e, i, opens)
		}
	}
	r.seen = seen
	out.decided = full && len(out.who) == 1
	return out, len(out.who) > 0
}

func (r *reading) noteStranger(surname int32, i int, opens bool) {
	s := r.strangers[surname]
	if s == nil {
		s = &strangers{}
		r.strangers[surname] = s
	}
	if opens {
		s.maybe = append(s.maybe, i)
	} else {
		s.sure = append(s.sure, i)
	}
}

// everyday tells whether the word at i is a function word or a month, and no
// title before it makes a surname of it: May, Will.
func (r *reading) everyday(i int) bool {
	return r.words[i].ordinary(r.x.closed) && (i == 0 || !r.x.titles.has(r.words[i-1].fold))
}

// opens tells whether the word at i begins a sentence.
func (r *reading) opens(i int) bool {
	if i < 0 {
		return false
	}
	g := r.words[i].before
	return g == gapBreak || g == gapDot || g == gapLine
}

// surnameEnds is the last word of the surname that begins at i, and -1 where
// its words do not all follow.
func (r *reading) surnameEnds(use surnameUse, i int, score float64) (int, float64) {
	for n := 1; n < len(use.words); n++ {
		if i+n >= len(r.words) || !r.joined(i+n) {
			return -1, 0
		}
		fits := false
		for _, f := range r.forms(i + n) {
			if f.entry == use.words[n] {
				fits, score = true, min(score, f.score)
			}
		}
		if !fits {
			return -1, 0
		}
	}
	return i + len(use.words) - 1, score
}

// partOfDouble tells whether a hyphen joins the surname to a word that no
// actor has: Budrys is not named in Budrys-Kalnietis.
func (r *reading) partOfDouble(first, last int) bool {
	unknown := func(i int) bool {
		return r.words[i].capital && len(r.forms(i)) == 0
	}
	if r.words[first].before == gapHyphen && first > 0 && unknown(first-1) {
		return true
	}
	return last+1 < len(r.words) && r.words[last+1].before == gapHyphen && unknown(last+1)
}

// around looks for given names before the surname first..last, then after it,
// and widens it by the actor's own.
func (r *reading) around(actor int32, first, last int) (int, int, standing) {
	p := &r.x.persons[actor]
	from, how := r.givenBefore(actor, first)
	if how == agrees || len(p.given) == 0 {
		return from, last, how
	}
	end := last
	for n := last + 1; n < len(r.words) && n <= last+longestGiven && r.words[n].before == gapSpace; n++ {
		if r.givenFits(actor, n) || end > last && patronymic(string(r.words[n].fold)) {
			end, how = n, agrees
			continue
		}
		break
	}
	return first, end, how
}

// givenBefore reads the words before a surname from right to left.
func (r *reading) givenBefore(actor int32, surname int) (int, standing) {
	p := &r.x.persons[actor]
	from, matched, unknown, initial := surname, false, false, -1
	for k := surname - 1; k >= 0 && k >= surname-longestGiven; k-- {
		w := &r.words[k]
		next := r.words[k+1].before
		dotted := next == gapDot && (len(w.fold) <= 2 && w.capital)
		if !(next.spaced() || next == gapHyphen || dotted) || w.owner {
			break
		}
		switch {
		case w.initial() && (next == gapDot || !r.question):
			initial = k
			continue
		case r.givenFits(actor, k):
			matched, from = true, k
			continue
		case dotted && !r.x.titles.has(w.fold):
			initial = k // "Yu."
			continue
		case !w.capital && r.question && !matched && r.looksGiven(k):
			unknown = true
			continue
		case !w.capital || matched || next == gapLine || r.noGiven(k) || r.question && r.opens(k) && !r.opensName(k, surname):
		default:
			unknown = true
			continue
		}
		break
	}
	switch {
	case matched:
		return from, agrees
	case unknown && len(p.given) > 0:
		return surname, stranger
	case unknown:
		return surname, alone
	case initial >= 0 && r.initialFits(p, initial):
		return initial, agrees
	case initial >= 0 && len(p.given) > 0 && r.words[initial+1].before == gapDot:
		return surname, stranger
	}
	return surname, alone
}

// noGiven tells whether the capital word at i is something else than a given
// name: a title, a function word, the name of a body or a state.
func (r *reading) noGiven(i int) bool {
	w := &r.words[i]
	if r.x.titles.has(w.fold) || closedClass(r.x.closed, w.fold) || w.fold[0] <= '9' {
		return true
	}
	if r.x.offices.demonym(w.fold) {
		return true
	}
	for _, f := range r.forms(i) {
		if !r.x.lex.entries[f.entry].given {
			return true
		}
	}
	return w.caps && len(w.fold) <= longestAbbreviation && len(w.fold) > 1 && !r.words[i+1].caps
}

// looksGiven tells whether the word is a given name that the index knows from
// others.
func (r *reading) looksGiven(i int) bool {
	for _, f := range r.forms(i) {
		if r.x.lex.entries[f.entry].given {
			return true
		}
	}
	return !r.words[i].ordinary(r.x.closed) && r.x.group(string(r.words[i].fold)) > 0
}

// opensName tells whether the word at i, which has its capital as the first of
// a question, is a given name before the surname: one that is known, or one
// with a Lithuanian ending of the nominative where the surname is in it too.
// "Summarise Budrys" and "Kokia Budrio" are none.
func (r *reading) opensName(i, surname int) bool {
	if r.looksGiven(i) {
		return true
	}
	if is := r.x.vocab()[string(r.words[i].fold)]; is&given != 0 {
		return is&weak == 0
	}
	if !nominativeEnding(lower(r.text[r.words[i].Start:r.words[i].End])) {
		return false
	}
	forms := r.forms(surname) // none of a slip
	return len(forms) == 0 || slices.ContainsFunc(forms, func(f form) bool { return !f.end.oblique })
}

// nominativeEnding tells whether the word in lower case ends like a Lithuanian
// name in the nominative.
func nominativeEnding(low string) bool {
	for _, end := range []string{"as", "is", "ys", "us", "a", "ė"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// givenFits tells whether the word is one of the person's given names, in any
// language and script.
func (r *reading) givenFits(actor int32, i int) bool {
	w, p := &r.words[i], &r.x.persons[actor]
	if !w.capital && !r.question || len(p.given) == 0 {
		return false
	}
	if fits, ok := r.sameGiven[givenWord{actor, string(w.fold)}]; ok {
		return fits
	}
	fits := r.isGiven(p, i)
	r.sameGiven[givenWord{actor, string(w.fold)}] = fits
	return fits
}

// givenWord is a folded word beside an actor's surname.
type givenWord struct {
	actor int32
	fold  string
}

func (r *reading) isGiven(p *person, i int) bool {
	w := &r.words[i]
	for _, f := range r.forms(i) {
		for _, g := range p.given {
			if f.entry == g {
				return true
			}
		}
	}
	if w.letter {
		return false
	}
	low := lower(r.text[w.Start:w.End])
	if g := r.x.group(low); g > 0 {
		for _, have := range p.given {
			if r.x.lex.entries[have].group == g {
				return true
			}
		}
	}
	for _, have := range p.given {
		if alike(soundsOf(low), r.x.lex.entries[have].sounds) >= sameGiven {
			return true
		}
	}
	return false
}

// sameGiven is how alike two given names beside one surname must sound to be
// one: Pavel and Pavał are, Rimantas and Raimundas are not.
const sameGiven = 0.9

// initialFits tells whether the initial at i may begin one of the person's
// given names.
func (r *reading) initialFits(p *person, i int) bool {
	if len(p.given) == 0 {
		return true
	}
	fold := string(r.words[i].fold)
	if strings.Contains(p.initials, fold) {
		return true
	}
	for _, s := range soundsOf(fold) {
		if s != "" && strings.Contains(p.firsts, s[:1]) {
			return true
		}
	}
	return false
}
