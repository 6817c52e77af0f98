package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// entry is a word of some actor's name.
type entry struct {
	lower  string // as it is written, NFC, in lower case
	fold   string
	sounds []string // of the whole word
	given  bool     // is some person's given name
	person bool     // is part of some person's name
	// abbreviation is true of capitals that are kept in running text.
	abbreviation bool
	group        int // of given names that are one name in several languages; 0 is none
}

// stemRef is a stem of an entry. Its text keeps its marks.
type stemRef struct {
	entry int32
	stem
}

// form is how a word of a text fits an entry of the lexicon.
type form struct {
	entry int32
	score float64 // 1 for the very name; less for a case form, lost marks, another script
	end   ending
}

// The scores of a form, by how it differs from the name.
const (
	scoreExact   = 1.0
	scoreOblique = 0.94
	scorePlural  = 0.92
	scoreForeign = 0.92  // a case form of another language than the name's
	scoreSound   = 0.93  // another script or spelling of the same sounds
	scoreVariant = 0.91  // another nominative: Lukashenka for Lukashenko
	lostMarks    = 0.025 // the word has no marks where the name has
	otherMarks   = 0.08
)

// longestEnding is in runes.
const longestEnding = 5

// lexicon holds the words of all names and finds their forms.
type lexicon struct {
	entries []entry
	ids     map[string]int32     // by lower
	stems   map[string][]stemRef // by the folded stem
	all     []stemRef            // in the order of the actors
	ends    map[string]uint32    // by folded ending: the classes that have it
	table   [classes][]ending
	starts  beginnings // of every stem
	bySound map[string][]soundRef
	heard   pairs // first two consonants of every key of bySound
}

func newLexicon(actors int) *lexicon {
	l := &lexicon{
		ids: make(map[string]int32, 3*actors), stems: make(map[string][]stemRef, 6*actors), ends: map[string]uint32{},
		bySound: map[string][]soundRef{},
	}
	for c := range classes {
		l.table[c] = endingsOf(c)
		for _, e := range l.table[c] {
			l.ends[e.fold] |= 1 << c
		}
	}
	return l
}

// lower is a word in NFC and lower case, its apostrophes unified.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return '\''
		}
		return unicode.ToLower(r)
	}, nfc(s))
}

// add makes the word part of the lexicon. A name written in capitals for an
// abbreviation does not bend.
func (l *lexicon) add(text string, bends, person bool) int32 {
	low := lower(text)
	key := low
	if !bends {
		key = "=" + low
	}
	if id, ok := l.ids[key]; ok {
		l.markPerson(id, person)
		return id
	}
	id := int32(len(l.entries))
	l.ids[key] = id
	defer l.markPerson(id, person)
	l.entries = append(l.entries, entry{lower: low, fold: Fold(low), abbreviation: !bends})
	list := []stem{{low, whole}}
	if bends {
		list = stems(low)
	}
	for _, s := range list {
		key := Fold(s.text)
		l.stems[key] = append(l.stems[key], stemRef{id, s})
		l.all = append(l.all, stemRef{id, s})
		l.starts.add(key)
	}
	return id
}

// markPerson notes that the entry is part of a person's name.
func (l *lexicon) markPerson(id int32, person bool) {
	if e := &l.entries[id]; person && !e.person {
		e.person, e.sounds = true, soundsOf(e.lower)
	}
}

// pairs is a set of strings' first two bytes.
type pairs [1 << 16 / 64]uint64

func pair[S string | []byte](s S) uint16 {
	switch len(s) {
	case 0:
		return 0
	case 1:
		return uint16(s[0])
	}
	return uint16(s[0]) | uint16(s[1])<<8
}

func (p *pairs) add(s string)           { n := pair(s); p[n/64] |= 1 << (n % 64) }
func (p *pairs) has(n uint16) bool      { return p[n/64]&(1<<(n%64)) != 0 }
func (p *pairs) begin(fold []byte) bool { return p.has(pair(fold)) }

// beginnings is a set of how strings begin, by their first three bytes; it may
// hold more than was added. It keeps the ordinary words of a text, which are
// nearly all, from being looked up in every form.
type beginnings struct {
	short pairs // of strings of up to two bytes
	three [1 << 16 / 64]uint64
}

func (b *beginnings) add(s string) {
	if len(s) < 3 {
		b.short.add(s)
		return
	}
	n := hashOfThree(s)
	b.three[n/64] |= 1 << (n % 64)
}

// begin tells whether a string that was added may begin the folded word.
func (b *beginnings) begin(fold []byte) bool {
	if len(fold) == 0 {
		return false
	}
	if b.short.begin(fold) || b.short.has(uint16(fold[0])) {
		return true
	}
	if len(fold) < 3 {
		return false
	}
	n := hashOfThree(fold)
	return b.three[n/64]&(1<<(n%64)) != 0
}

func hashOfThree[S string | []byte](s S) uint16 {
	return uint16(s[0]) | uint16(s[1])<<8 ^ uint16(s[2])*0x9e5
}

// lookup appends to dst the entries that the folded word is a form of. Given
// the word in lower case as well, it tells forms apart by their marks.
func (l *lexicon) lookup(dst []form, fold []byte, low string) []form {
	if !l.starts.begin(fold) && len(fold) > 1 {
		return dst
	}
	cut := len(fold)
	for range longestEnding + 1 {
		if set, ok := l.ends[string(fold[cut:])]; ok {
			for _, ref := range l.stems[string(fold[:cut])] {
				if set&(1<<ref.class) != 0 {
					dst = l.fit(dst, ref, fold[cut:], low)
				}
			}
		}
		if cut < 2 {
			break
		}
		_, size := utf8.DecodeLastRune(fold[:cut])
		cut -= size
	}
	return dst
}

// fit appends the best form that the stem and folded ending make.
func (l *lexicon) fit(dst []form, ref stemRef, end []byte, low string) []form {
	best := form{entry: ref.entry}
	for _, e := range l.table[ref.class] {
		if e.fold != string(end) {
			continue
		}
		s := e.score()
		if !e.oblique && !l.spells(ref, e) {
			s = scoreVariant
		}
		if low != "" && low != ref.text+e.text {
			if isASCII(low) {
				s -= lostMarks
			} else {
				s -= otherMarks
			}
		}
		if s > best.score {
			best.score, best.end = s, e
		}
	}
	if best.score == 0 {
		return dst
	}
	for i := range dst {
		if dst[i].entry == best.entry {
			if dst[i].score < best.score {
				dst[i] = best
			}
			return dst
		}
	}
	return append(dst, best)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// spells tells whether stem and ending are the name as it stands.
func (l *lexicon) spells(ref stemRef, e ending) bool {
	n := &l.entries[ref.entry]
	return len(n.lower) == len(ref.text)+len(e.text) && n.lower[len(ref.text):] == e.text
}

func (e ending) score() float64 {
	switch {
	case e.foreign:
		return scoreForeign
	case e.plural:
		return scorePlural
	case e.oblique:
		return scoreOblique
	}
	return scoreExact
}
