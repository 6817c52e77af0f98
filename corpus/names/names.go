// Package names knows one actor under every name.
//
// It owns what a name may look like: letters with and without their marks,
// Latin and Cyrillic and the spelling habits that lie between, Lithuanian,
// Polish and East Slavic case forms, initials, titles, offices held at a time,
// and slips of the pen. It finds the known actors in a text, tells whom a name
// asked for may mean, and discovers the persons and bodies in a text that no
// actor is. It leaves to others who said what (corpus/quotes), and where
// actors come from (corpus/intake).
package names

import (
	"slices"
	"sync"

	"dossierbot/corpus"
)

// Index knows the names of a dossier's actors. It is safe for concurrent use.
type Index struct {
	actors   []corpus.Actor
	ids      map[string]int32 // by id
	lex      *lexicon
	names    []name
	persons  []person // by actor; empty for those that are none
	surnames map[int32][]surnameUse
	tree     *tree
	of       map[int32][]int32 // entry: names of persons with that word
	groups   map[string]int
	byGroup  map[int][]int32 // given names: entries
	closed   map[string]bool
	titles   titles
	offices  *offices
	slips    func() *slips
	vocab    func() vocabulary
}

// New reads the names, aliases and roles of the actors. An actor without a
// name is never found.
func New(actors []corpus.Actor) *Index {
	x := &Index{
		actors: slices.Clone(actors), ids: make(map[string]int32, len(actors)), lex: newLexicon(len(actors)),
		persons: make([]person, len(actors)), surnames: map[int32][]surnameUse{},
		tree: newTree(), of: map[int32][]int32{}, groups: givenSounds(), byGroup: map[int][]int32{}, closed: closedWords(), titles: newTitles(),
	}
	for i, a := range actors {
		x.ids[a.ID] = int32(i)
		if a.Kind == corpus.Person || a.Kind == "" {
			x.addPerson(int32(i), a)
		} else {
			x.addBody(int32(i), a)
		}
	}
	x.lex.hear()
	for i, n := range x.names {
		for _, e := range n.words {
			x.of[e] = append(x.of[e], int32(i))
		}
	}
	x.offices = newOffices(x)
	x.slips = sync.OnceValue(func() *slips { return newSlips(x.lex) })
	x.vocab = sync.OnceValue(newVocabulary)
	return x
}

// addBody reads the names of a party, an institution or a state.
func (x *Index) addBody(id int32, a corpus.Actor) {
	for _, text := range allNames(a) {
		words := cut(text)
		if len(words) > 1 && string(words[0].fold) == "the" {
			words = words[1:]
		}
		if len(words) == 0 {
			continue
		}
		n := name{actor: id, text: text, fixed: true, body: true, capital: words[0].capital}
		for _, w := range words {
			bends := !w.letter && !(w.caps && len(w.fold) <= longestAbbreviation)
			n.words = append(n.words, x.lex.add(text[w.Start:w.End], bends, false))
			n.owners = append(n.owners, w.owner)
		}
		x.names = append(x.names, n)
		x.tree.add(n.words, int32(len(x.names)-1))
	}
}

// longestAbbreviation is in bytes: a word in capitals no longer than this is
// an abbreviation, which does not bend and keeps its capitals in running text.
const longestAbbreviation = 6

// Candidate is an actor that a name may mean.
type Candidate struct {
	Actor   string
	Matched string  // the alias that fits
	Score   float64 // 0..1; 1 exact
}

// clearScore and clearMargin are what the first candidate needs, and by how
// much it must lead, to be the one meant.
const (
	clearScore  = 0.8
	clearMargin = 0.04
)

// Clear tells whether the candidates, as Resolve gives them, mean one actor
// without doubt.
func Clear(c []Candidate) bool {
	return len(c) > 0 && c[0].Score >= clearScore && (len(c) == 1 || c[0].Score-c[1].Score >= clearMargin)
}
