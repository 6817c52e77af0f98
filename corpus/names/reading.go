package names

import (
	"cmp"
	"slices"

	"dossierbot/corpus"
)

// reading is one text as it is searched for names.
type reading struct {
	x     *Index
	text  string
	words []word
	hits  []int32 // by word: 0 before it is looked up, -1 for none, else a place in found, from 1
	found [][]form
	known map[string]int32 // by word as it stands: its hits, since words recur
	buf   []form
	seen  []int32 // actors, for surnameAt
	when  corpus.Date
	// question is true where capitals tell nothing.
	question bool
	// english is true where case forms of other languages are not expected.
	english   bool
	strangers map[int32]*strangers // by the surname's entry
	// sameGiven remembers which words are which actors' given names.
	sameGiven map[givenWord]bool
}

// strangers are the words, in order, at which a text gives a surname to
// someone whom the index does not know. At the start of a sentence, where every
// word has a capital, the given name may be none.
type strangers struct{ sure, maybe []int }

// lastBefore is the last of the words before i, and -1 where there is none.
func lastBefore(words []int, i int) int {
	n, _ := slices.BinarySearch(words, i)
	if n == 0 {
		return -1
	}
	return words[n-1]
}

// found is a stretch of words that names one of several actors.
type found struct {
	first, last int // words, both included
	who         []bearer
	decided     bool // the words alone settle who is meant
	// bodies are those of an office that the words alone do not give one:
	// the text must name one of them or the holder.
	bodies []int32
}

// bearer is an actor whose name fits.
type bearer struct {
	actor int32
	text  string // the name or alias
	score float64
	full  bool // more than the surname fits
}

func (t Text) read(when corpus.Date, question bool) *reading {
	r := &reading{x: t.x, text: t.text, words: t.words, when: when,
		question: question, strangers: map[int32]*strangers{}, sameGiven: map[givenWord]bool{}, known: make(map[string]int32, len(t.words)/4)}
	r.hits = make([]int32, len(r.words))
	r.english = !question && english(r.words)
	return r
}

// english tells whether the text reads as English, by the share of its
// commonest function words.
func english(words []word) bool {
	n := 0
	for _, w := range words {
		switch string(w.fold) {
		case "the", "of", "and", "to", "in", "that", "said":
			n++
		}
	}
	return n*12 >= len(words) && n > 0
}

// forms gives the entries that the word at i is a form of.
func (r *reading) forms(i int) []form {
	switch n := r.hits[i]; {
	case n > 0:
		return r.found[n-1]
	case n < 0:
		return nil
	}
	w := &r.words[i]
	as := r.text[w.Start:w.End]
	n, known := r.known[as]
	if !known {
		n = r.lookUp(w)
		r.known[as] = n
	}
	if r.hits[i] = n; n < 0 {
		return nil
	}
	return r.found[n-1]
}

// lookUp finds the entries that a word is a form of, and gives their place in
// found, from 1; -1 for none.
func (r *reading) lookUp(w *word) int32 {
	if w.capital || r.question {
		r.buf = r.capitalForms(w)
	} else { // only names of several words have words without a capital
		r.buf = r.x.lex.lookup(r.buf[:0], w.fold, "")
	}
	if len(r.buf) == 0 {
		return -1
	}
	r.found = append(r.found, slices.Clone(r.buf))
	return int32(len(r.found))
}

func (r *reading) capitalForms(w *word) []form {
	l := r.x.lex
	buf := l.lookup(r.buf[:0], w.fold, "")
	if r.english && !w.cyrillic {
		buf = slices.DeleteFunc(buf, notEnglish)
	}
	if len(buf) > 0 || len(w.fold) < leastSounds || w.letter || !l.mayHear(w.fold) {
		return buf
	}
	buf = l.heardForms(buf, lower(r.text[w.Start:w.End]), w.cyrillic)
	if r.english && !w.cyrillic {
		buf = slices.DeleteFunc(buf, notEnglish)
	}
	return buf
}

// notEnglish tells case forms that have no business in English text.
func notEnglish(f form) bool { return f.end.foreign || f.end.plural }

// find gives the places that name actors, in order and apart from each other:
// of those that overlap the longest, or of equal ones the first.
func (r *reading) find() []found {
	var all []found
	for i := range r.words {
		if !r.question && !r.words[i].capital && !r.x.lex.starts.begin(r.words[i].fold) && !r.x.offices.begins(r.words[i].fold) {
			continue
		}
		if f, ok := r.fixedAt(i); ok {
			all = append(all, f)
		}
		if f, ok := r.surnameAt(i); ok {
			all = append(all, f)
		}
		if f, ok := r.officeAt(i); ok {
			all = append(all, f)
		}
	}
	return longest(all)
}

func longest(all []found) []found {
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last))
	})
	out := all[:0]
	for _, f := range all {
		if n := len(out); n > 0 && f.first <= out[n-1].last {
			last := &out[n-1]
			same := f.first == last.first && f.last == last.last
			switch {
			case same:
				last.merge(f)
			case f.last-f.first > last.last-last.first:
				*last = f
			}
			continue
		}
		out = append(out, f)
	}
	return out
}

// merge adds the bearers of another name over the same words.
func (f *found) merge(o found) {
	for _, b := range o.who {
		i := slices.IndexFunc(f.who, func(have bearer) bool { return have.actor == b.actor })
		switch {
		case i < 0:
			f.who = append(f.who, b)
		case f.who[i].score < b.score:
			f.who[i] = b
		}
	}
}

// joined tells whether the word at i belongs together with the one before.
func (r *reading) joined(i int) bool {
	switch r.words[i].before {
	case gapSpace, gapLine, gapHyphen:
		return true
	case gapDot:
		return len(r.words[i-1].fold) <= 2 && r.words[i-1].capital
	}
	return false
}

// fixedAt finds the longest fixed name that begins at the word.
func (r *reading) fixedAt(i int) (found, bool) {
	best := found{first: i, last: -1}
	r.walk(0, i, i, 1, &best)
	return best, best.last >= 0
}

// walk goes on in the tree from node with the word at i.
func (r *reading) walk(node int32, begin, i int, score float64, best *found) {
	if i >= len(r.words) || i > begin && !r.joined(i) {
		return
	}
	for _, f := range r.forms(i) {
		next, ok := r.x.tree.next[edge{node, f.entry}]
		if !ok {
			continue
		}
		for _, id := range r.x.tree.ends[next] {
			n := &r.x.names[id]
			if i < best.last || !r.written(n, begin, i) {
				continue
			}
			if i > best.last {
				best.last, best.who = i, nil
			}
			b := bearer{n.actor, n.text, min(score, f.score), true}
			best.merge(found{who: []bearer{b}})
		}
		r.walk(next, begin, i+1, min(score, f.score), best)
	}
}

// written tells whether the words begin..end may be the fixed name, by their
// possessive endings and capitals: a possessive within them is the name's own,
// abbreviations keep their capitals, and single words and names that begin
// with a capital need one in running text. That of a body may stand on another
// word ("the port of Klaipėda").
func (r *reading) written(n *name, begin, end int) bool {
	for i := begin; i < end; i++ {
		if r.words[i].owner && (n.owners == nil || !n.owners[i-begin]) {
			return false
		}
	}
	if r.question {
		return end > begin || !r.words[begin].ordinary(r.x.closed) || r.words[begin].caps
	}
	capital := r.words[begin].capital
	for i := begin; i <= end; i++ {
		capital = capital || n.body && r.words[i].capital
		e := &r.x.lex.entries[n.words[i-begin]]
		if e.abbreviation && !r.words[i].caps {
			return false
		}
	}
	return capital || end > begin && !n.capital
}

// ordinary tells whether the word is in everyone's vocabulary.
func (w word) ordinary(closed map[string]bool) bool { return closed[string(w.fold)] }
