package names

import (
	"slices"

	"dossierbot/corpus"
)

// Resolve gives the actors that a name asked for on its own may mean, best
// first: in any case form, script or spelling, with a slip, the surname first,
// or with a party or office that tells namesakes apart. A stranger gets none,
// or only candidates too weak for Clear. An office means whoever held it,
// several where its body is not named.
func (x *Index) Resolve(name string) []Candidate { return x.ResolveAt(name, corpus.Date{}) }

// ResolveAt is Resolve, with an office meaning those who held it at the time,
// as far as is known; at an unknown time all who did.
func (x *Index) ResolveAt(name string, when corpus.Date) []Candidate {
	if len(name) > longestName {
		return nil
	}
	r := x.Cut(name).read(when, true)
	all := r.wholeNames()
	words, bodies := r.nameWords()
	if len(words) == 0 || len(bodies) > 0 && len(all) == 0 {
		// What looks like a body beside a name may be part of a longer one.
		all = append(all, r.scored(allOf(r.words))...)
	}
	all = best(append(all, r.scored(words)...))
	return r.narrowed(all, words, bodies)
}

// longestName is in bytes; what is longer is no name.
const longestName = 300

// wholeNames gives the actors one of whose fixed names or offices is the whole
// of what is asked for, leaving an article out.
func (r *reading) wholeNames() []Candidate {
	begin := 0
	if len(r.words) > 1 && string(r.words[0].fold) == "the" {
		begin = 1
	}
	if begin == len(r.words) {
		return nil
	}
	if f, ok := r.fixedAt(begin); ok && f.last == len(r.words)-1 {
		return r.candidates(f)
	}
	for i := range r.words {
		if f, ok := r.officeAt(i); ok && f.first <= begin && f.last == len(r.words)-1 {
			return r.candidates(f)
		}
	}
	key, last := r.title(begin)
	if key == "" {
		return nil
	}
	if end, body, ok := r.bodyAfter(last); ok && end == len(r.words)-1 {
		return r.candidates(found{first: begin, last: end, who: r.holders(key, body)})
	}
	return nil
}

// nameWords are the words asked for that may be of a person's name, and the
// parties and other bodies that stand beside them.
func (r *reading) nameWords() (words []int, bodies []int32) {
	for i := 0; i < len(r.words); i++ {
		f, ok := r.fixedAt(i)
		if ok && len(f.who) == 1 && !r.bearsName(i) {
			bodies = append(bodies, f.who[0].actor)
			i = f.last
			continue
		}
		if !r.words[i].ordinary(r.x.closed) || r.words[i].initial() || len(r.words) == 1 {
			words = append(words, i)
		}
	}
	for len(words) > 1 && r.x.titles.has(r.words[words[0]].fold) {
		words = words[1:]
	}
	return words, bodies
}

func allOf(words []word) []int {
	out := make([]int, len(words))
	for i := range words {
		out[i] = i
	}
	return out
}

// likeness is how well each word asked for fits an entry.
type likeness map[int32][]fit

type fit struct {
	word  int
	score float64
}

func (l likeness) note(entry int32, word int, score float64) {
	for i, f := range l[entry] {
		if f.word == word {
			l[entry][i].score = max(f.score, score)
			return
		}
	}
	l[entry] = append(l[entry], fit{word, score})
}

// weakest is the likeness below which two words are not compared further.
const weakest = 0.35

// scored gives the actors whose names the words are like.
func (r *reading) scored(words []int) []Candidate {
	like := likeness{}
	var entries []int32
	note := func(e int32, word int, score float64) {
		if len(like[e]) == 0 {
			entries = append(entries, e)
		}
		like.note(e, word, score)
	}
	for _, i := range words {
		r.compare(i, len(words) == 1, func(e int32, score float64) { note(e, i, score) })
	}
	var names []int32
	for _, e := range entries {
		names = append(names, r.x.of[e]...)
	}
	slices.Sort(names)
	var out []Candidate
	for _, id := range slices.Compact(names) {
		n := &r.x.names[id]
		score := 0.0
		if n.surname == nil {
			score = bodyScore(n, words, like)
		} else {
			score = r.score(n, words, like)
		}
		if r.x.actors[n.actor].Discovered {
			score *= discoveredShare
		}
		if score >= weakest {
			out = append(out, Candidate{Actor: r.x.actors[n.actor].ID, Matched: n.text, Score: score})
		}
	}
	return out
}

// compare notes the entries that the word at i is a form of or sounds like. A
// word on its own that is some name's form is not compared further.
func (r *reading) compare(i int, single bool, note func(int32, float64)) {
	w := &r.words[i]
	low := lower(r.text[w.Start:w.End])
	forms := r.x.lex.lookup(nil, w.fold, low)
	for _, f := range forms {
		note(f.entry, f.score)
	}
	if single && len(forms) > 0 || w.letter {
		return
	}
	for _, f := range r.x.lex.heardForms(nil, low, w.cyrillic) {
		note(f.entry, f.score)
	}
	for _, e := range r.x.byGroup[r.x.group(low)] {
		note(e, groupScore)
	}
	r.x.slips().nearest(low, weakest, func(e int32, score float64) { note(e, scoreSound*score) })
}

// namesakes is by how little candidates differ who bear one name.
const namesakes = 0.1

// narrowed keeps, of the first and those as good, the candidates whom a party or an office in what is asked for
// fits, if any.
func (r *reading) narrowed(all []Candidate, words []int, bodies []int32) []Candidate {
	if len(all) < 2 {
		return all
	}
	fits := slices.DeleteFunc(slices.Clone(all), func(c Candidate) bool {
		if all[0].Score-c.Score > namesakes {
			return true
		}
		id := r.x.ids[c.Actor]
		for _, b := range bodies {
			if r.x.belongs(id, b, r.when) {
				return false
			}
		}
		return len(words) == 0 || !r.officeNear(id, words[len(words)-1])
	})
	if len(fits) == 0 {
		return all
	}
	return fits
}
