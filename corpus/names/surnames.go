package names

import (
	"slices"
	"strings"
)

// longestFull is in parts.
const longestFull = 7

// fullNames finds the full names of the persons, in headlines too.
func (d *discovery) fullNames() {
	for _, r := range d.runs {
		for k := r.from; k < r.to; k++ {
			if d.seen[d.parts[k].fold] == nil {
				continue
			}
			for to := min(r.to, k+longestFull); to > k+1; to-- {
				f := d.figures[words(d.parts[k:to])]
				if f == nil || !f.accepted || k > r.from && !d.cores[k] && !d.sets(k-1) || to < r.to && !d.sets(to) {
					continue
				}
				d.mention(d.parts[k].first, d.end(to-1), f.actor)
				if _, ok := d.firstAt[f.actor]; !ok {
					d.firstAt[f.actor] = d.words[d.parts[k].first].Start
				}
				k = to - 1
				break
			}
		}
	}
}

// sets tells whether the part at k, beside a name, is none of its words: a
// title, a nationality, a place, or any word of a headline.
func (d *discovery) sets(k int) bool {
	p := &d.parts[k]
	return d.shouted[p.first] || p.title || p.is&(rank|people) != 0 || p.is&place != 0 && p.is&given == 0 || p.caps
}

// mostBearers is of one surname in a text.
const mostBearers = 4

// bearers tells whose each surname is. It leaves out those that may be someone
// else's: a known actor's, or a person's on whom there is too little evidence.
func (d *discovery) bearers() map[string][]int {
	out := map[string][]int{}
	others := map[string]bool{}
	for _, f := range d.order {
		for _, name := range f.surnames() {
			switch have := out[name]; {
			case !f.accepted:
				others[name] = others[name] || f.within && f.is&(thing|generic|people) == 0
			case d.seen[f.last()].known || len(have) == mostBearers:
				others[name] = true
			case !slices.Contains(have, f.actor):
				out[name] = append(have, f.actor)
			}
		}
	}
	for name := range others {
		delete(out, name)
	}
	for _, r := range d.runs {
		for k := r.from; k+1 < r.to && len(out) > 0; k++ {
			p, next := &d.parts[k], &d.parts[k+1]
			if d.shouted[p.first] && p.is&given != 0 && out[next.fold] != nil && !d.bears(p.fold, next.fold) {
				delete(out, next.fold)
			}
		}
	}
	return out
}

// bears tells whether one of the persons has the given name and surname.
func (d *discovery) bears(given, surname string) bool {
	return d.pairs[given+" "+surname]
}

// surnames are the ways to write the surname alone.
func (f *figure) surnames() []string {
	for _, article := range []string{"al-", "el-"} {
		if bare, ok := strings.CutPrefix(f.surname, article); ok {
			return []string{f.surname, bare}
		}
	}
	return []string{f.surname}
}

// surnames finds the persons' surnames where they stand alone. A surname that
// the text gives, by an address or an office, to someone who is none of the
// persons is nobody's where it stands bare.
func (d *discovery) surnames() {
	bearers := d.bearers()
	if len(bearers) == 0 {
		return
	}
	genders, offices := map[int]sense{}, map[int][]string{}
	firsts := map[string]bool{}
	for _, f := range d.order {
		if f.accepted {
			genders[f.actor] |= f.is & given
			offices[f.actor] = append(offices[f.actor], f.offices...)
			firsts[f.given] = true
		}
	}
	var forms func(part) []int
	if !d.english {
		forms = d.forms(bearers)
	}
	var fits []loneFit
	contested := map[string]bool{}
	for _, l := range d.lone {
		first, fold := d.spread(l)
		who := bearers[fold]
		if who == nil && !d.english {
			who = forms(d.parts[l.to-1])
		}
		id, ok := fitting(who, genders, l.gender)
		if ok && l.office != "" && !slices.Contains(offices[id], l.office) {
			ok = d.introduced(id, first) && len(offices[id]) == 0
			if !ok && !d.introduced(id, first) {
				contested[fold] = true
			}
		}
		if !ok {
			contested[fold] = contested[fold] || len(who) > 0 && l.gender != 0
			continue
		}
		if !firsts[fold] && d.surnameAt(l, first) {
			fits = append(fits, loneFit{l, first, id, fold})
		}
	}
	for _, f := range fits {
		if f.gender != 0 || f.office != "" || !contested[f.fold] {
			d.mention(f.first, d.words[d.parts[f.to-1].last].End, f.actor)
		}
	}
}

// loneFit is a surname alone and the person that it can mean.
type loneFit struct {
	lone
	first int // word
	actor int
	fold  string
}

// surnameAt tells whether the name that begins with the word at first is a
// surname there, and neither a place nor an everyday word.
func (d *discovery) surnameAt(l lone, first int) bool {
	p := &d.parts[l.to-1]
	if l.titled {
		return true
	}
	if p.is&(place|people|thing) != 0 {
		return false
	}
	t := d.seen[p.fold]
	return t == nil || !t.lower || !d.opens(first) || d.after(p.last) > 0
}

// introduced tells whether the text has the actor's full name before the word.
func (d *discovery) introduced(actor, word int) bool {
	at, ok := d.firstAt[actor]
	return ok && at < d.words[word].Start
}

// fitting gives the only one of the persons who can be of the gender; any can
// where it is not known.
func fitting(who []int, genders map[int]sense, gender sense) (id int, ok bool) {
	for _, w := range who {
		if gender != 0 && genders[w] != 0 && genders[w]&gender == 0 {
			continue
		}
		if ok {
			return 0, false
		}
		id, ok = w, true
	}
	return id, ok
}

// spread gives the words of the name at l with the particles before them.
func (d *discovery) spread(l lone) (first int, fold string) {
	first, fold = d.parts[l.from].first, words(d.parts[l.from:l.to])
	for range mostParticles {
		if first == 0 || d.words[first].before != gapSpace || d.words[first-1].capital || d.taken[first-1] || !particle(d.words[first-1].fold) {
			break
		}
		first--
		fold = string(d.words[first].fold) + " " + fold
	}
	return first, fold
}

// forms gives a function that leads case forms of the surnames back to their
// bearers.
func (d *discovery) forms(bearers map[string][]int) func(part) []int {
	lex := newLexicon(len(bearers))
	var who [][]int // by entry
	for _, f := range d.order {
		if bearers[f.surname] == nil || !f.accepted {
			continue
		}
		low := lower(d.text[d.words[f.end.first].Start:d.words[f.end.last].End])
		if e := int(lex.add(low, true, false)); e == len(who) {
			who = append(who, bearers[f.surname])
		}
	}
	return func(p part) []int {
		low := lower(d.text[d.words[p.first].Start:d.words[p.last].End])
		fits := lex.lookup(nil, []byte(p.fold), low)
		if len(fits) != 1 {
			return nil
		}
		return who[fits[0].entry]
	}
}
