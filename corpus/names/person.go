package names

import (
	"strings"

	"dossierbot/corpus"
)

// name is one name of an actor, its words as entries of the lexicon.
type name struct {
	actor   int32
	text    string
	words   []int32
	surname []bool // of a person's name: which words are the surname
	// fixed is true of a name that is only looked for whole.
	fixed bool
	// capital is true where it begins with a capital letter.
	capital bool
	body    bool // that of a party, an institution or a state
	// owners tells which words have a possessive ending.
	owners []bool
}

// person is what the index knows of a person beside the names.
type person struct {
	given    []int32 // entries
	initials string  // folded first letters of the given names
	firsts   string  // their first sounds
}

// surnameUse says that an entry begins the surname of a name.
type surnameUse struct {
	actor int32
	words []int32 // of the whole surname
	text  string  // the name it is taken from
}

// split tells which words of a person's name are the surname: those before a
// comma; those in capitals beside others that are not; the first where the
// last is a father's name, or where all are in capitals, as in lists, and the
// last is a given name; else the last, with the particles before it.
func split(words []word, isGiven func(word) bool) []bool {
	is := make([]bool, len(words))
	n := len(words)
	if n == 0 {
		return is
	}
	for i := 1; i < n; i++ {
		if words[i].before == gapComma {
			for j := range i {
				is[j] = true
			}
			return is
		}
	}
	capitals := 0
	for _, w := range words {
		if w.caps && !w.letter {
			capitals++
		}
	}
	if capitals > 0 && capitals < n && !(capitals == 1 && len(words[0].fold) == 2) {
		for i, w := range words {
			is[i] = w.caps && !w.letter
		}
		return is
	}
	last := n - 1
	if capitals == n && isGiven(words[last]) && !isGiven(words[0]) {
		is[0] = true
		return is
	}
	if n >= 3 && patronymic(string(words[last].fold)) && !patronymic(string(words[last-1].fold)) {
		is[0] = true
		return is
	}
	is[last] = true
	for i := last; i > 0; i-- {
		if words[i].before == gapHyphen || particle(words[i-1].fold) {
			is[i-1] = true
			continue
		}
		break
	}
	return is
}

// addPerson reads the names of a person.
func (x *Index) addPerson(id int32, a corpus.Actor) {
	var names []name
	for _, text := range allNames(a) {
		words := x.withoutTitles(cut(text))
		if len(words) == 0 {
			continue
		}
		n := name{actor: id, text: text, capital: words[0].capital, surname: split(words, func(w word) bool { return x.group(string(w.fold)) > 0 })}
		for _, w := range words {
			n.words = append(n.words, x.lex.add(text[w.Start:w.End], true, true))
		}
		names = append(names, n)
	}
	if len(names) == 0 {
		return
	}
	p := &x.persons[id]
	for i := range names {
		n := &names[i]
		n.fixed = i > 0 && len(n.words) > 1 && !x.kinNames(names[0], *n)
		if n.fixed || len(n.words) == 1 {
			continue
		}
		for j, e := range n.words {
			if !n.surname[j] {
				x.addGiven(p, e)
			}
		}
	}
	for _, n := range names {
		x.names = append(x.names, n)
		switch {
		case n.fixed:
			x.tree.add(n.words, int32(len(x.names)-1))
		case len(n.words) == 1 && x.isGiven(p, n.words[0]):
			// A given name alone says too little.
		default:
			x.addSurname(id, n)
		}
	}
}

// allNames is the actor's name and aliases without repetitions.
func allNames(a corpus.Actor) []string {
	names := []string{a.Name}
	for _, alias := range a.Aliases {
		if alias != a.Name {
			names = append(names, alias)
		}
	}
	return names
}

// withoutTitles drops the titles before a name and the generation after it, as
// long as something is left.
func (x *Index) withoutTitles(words []word) []word {
	for len(words) > 1 && x.titles.has(words[0].fold) {
		words = words[1:]
	}
	for len(words) > 1 && generation(words[len(words)-1].fold) {
		words = words[:len(words)-1]
	}
	return words
}

// kinNames tells whether two names of a person share a word, as it sounds, so
// that the second is built like the first and is no byname.
func (x *Index) kinNames(first, second name) bool {
	for _, a := range first.words {
		for _, b := range second.words {
			if x.alike(a, b) >= 0.7 {
				return true
			}
		}
	}
	return false
}

func (x *Index) addGiven(p *person, e int32) {
	for _, have := range p.given {
		if have == e {
			return
		}
	}
	p.given = append(p.given, e)
	entry := &x.lex.entries[e]
	entry.given = true
	if entry.group == 0 {
		if entry.group = x.group(entry.lower); entry.group > 0 {
			x.byGroup[entry.group] = append(x.byGroup[entry.group], e)
		}
	}
	for _, r := range entry.fold {
		p.initials += string(r)
		break
	}
	if s := soundsOf(entry.lower); len(s[0]) > 0 {
		p.firsts += s[0][:1]
	}
}

func (x *Index) isGiven(p *person, e int32) bool {
	for _, g := range p.given {
		if g == e {
			return true
		}
	}
	return false
}

func (x *Index) addSurname(id int32, n name) {
	use := surnameUse{actor: id, text: n.text}
	for i, e := range n.words {
		if n.surname[i] {
			use.words = append(use.words, e)
		}
	}
	if len(use.words) == 0 {
		return
	}
	first := use.words[0]
	for _, have := range x.surnames[first] {
		if have.actor == id && len(have.words) == len(use.words) {
			return
		}
	}
	x.surnames[first] = append(x.surnames[first], use)
}

// group is the number of the given name's group in givenGroups, or 0.
func (x *Index) group(low string) int {
	for _, s := range soundsOf(low) {
		if g := x.groups[s]; g > 0 {
			return g
		}
		for _, end := range []string{"as", "is", "us", "s"} {
			if g := x.groups[strings.TrimSuffix(s, end)]; g > 0 {
				return g
			}
		}
	}
	return 0
}

// alike tells how alike two entries sound, from 0 to 1.
func (x *Index) alike(a, b int32) float64 {
	if a == b {
		return 1
	}
	return alike(x.lex.entries[a].sounds, x.lex.entries[b].sounds)
}
