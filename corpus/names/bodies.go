package names

import (
	"slices"
	"strings"
	"unicode"
)

// body is the name of a ministry, a university, a company … at one place.
type body struct {
	first, last int // words
	name, slug  string
	short       string // the abbreviation that the text brings in for it
	shortAt     int    // its word
	opener      string // the folded first word where it opens a sentence, else ""
}

// longestInstitution is in parts.
const longestInstitution = 9

// bodyIn reads the body that run number n names, if it names one, and gives the
// parts of the next run up to which the name goes.
func (s *scan) bodyIn(n, from int) (b body, to int, ok bool) {
	r := s.runs[n]
	h := -1
	for k := r.to - 1; k >= from; k-- {
		if s.parts[k].is&head != 0 && !(s.parts[k].particle) {
			h = k
			break
		}
	}
	if h < 0 || h+1 < r.to && !s.endsBefore(h+1, r.to) {
		return b, 0, false
	}
	start := from
	for k := from; k < h; k++ {
		if p := &s.parts[k]; p.title && p.is&generic == 0 {
			start = k + 1
		}
	}
	for start+1 < h && s.parts[start].initial && s.parts[start+1].initial {
		start += 2 // "U.S."
	}
	first := s.parts[start].first
	if start == r.from && start < h && s.cutOff(first) {
		return b, 0, false
	}
	all := s.parts[start : h+1]
	to = h + 1
	if h+1 == r.to && !s.words[s.parts[h].last].owner {
		to = s.extend(n, h)
		all = s.parts[start:to]
	}
	if len(all) < 2 || len(all) > longestInstitution || !distinct(all) || s.surnameLike(all) || !s.whole(start, h, to) {
		return b, 0, false
	}
	b.first, b.last = first, all[len(all)-1].last
	b.name = strings.Join(strings.Fields(s.text[s.words[b.first].Start:s.words[b.last].End]), " ")
	b.slug = Slug(b.name)
	if s.opens(first) {
		b.opener = all[0].fold
	}
	b.short, b.shortAt = s.abbreviation(b.last, all)
	return b, to, b.slug != "" && !slices.Contains(states, b.slug)
}

// cutOff tells whether the name that begins with the word at i may begin
// before it: after a known actor, or after "and" in a list of names (Securities
// and Exchange Commission, Harvard and Yale University).
func (s *scan) cutOff(i int) bool {
	if i == 0 || !s.words[i].before.spaced() {
		return i > 0 && strings.Contains(s.between(i), "&")
	}
	w := &s.words[i-1]
	if w.capital {
		return !w.owner && (s.taken[i-1] || s.vocab[string(w.fold)]&plain != 0 && string(w.fold) != "the" && !s.opens(i-1))
	}
	if string(w.fold) == "the" && i > 1 && w.before == gapSpace {
		w, i = &s.words[i-2], i-1
	}
	if string(w.fold) != "and" || i < 2 || w.before != gapSpace || s.taken[i-2] {
		return false
	}
	other := &s.words[i-2]
	return other.capital && s.vocab[string(other.fold)]&head == 0
}

// whole tells whether the parts start..to, with their head at h, are a body's
// name in full, and not words that are put together or broken off: a Post-ABC
// poll, the Clinton-run agency, the Smith Justice Department, a committee on
// three things.
func (s *scan) whole(start, h, to int) bool {
	shouts := 0
	for k := start; k < to; k++ {
		p := &s.parts[k]
		if p.caps && len(p.fold) > longestAbbreviation {
			shouts++
		}
		for w := p.first + 1; w <= p.last; w++ {
			if !s.words[w].capital || p.is&head != 0 && k != h {
				return false
			}
		}
	}
	if next := s.parts[to-1].last + 1; to > h+1 && next < len(s.words) && s.words[next].before == gapComma &&
		s.words[next].capital && s.vocab[string(s.words[next].fold)]&generic != 0 {
		return false
	}
	before := sense(0)
	if h > start {
		before = s.parts[h-1].is
	}
	switch s.parts[h].fold {
	case "department":
		return shouts < 2 && (to > h+1 || before&generic == 0 || slices.Contains(local, s.parts[h-1].fold))
	case "center", "centre":
		return shouts < 2 && (to > h+1 || before&generic != 0) // else a hall or a market
	}
	return shouts < 2
}

// local are the fields whose departments are a town's, and so told apart by
// its name.
var local = []string{"police", "fire", "health", "education"}

// states have names that are built like those of bodies.
var states = []string{"soviet-union", "russian-federation"}

// endsBefore tells whether the name of a body may end before the part at k: a
// title, a nationality or a given name with a surname follows.
func (s *scan) endsBefore(k, to int) bool {
	p := &s.parts[k]
	return p.title || p.is&(rank|people) != 0 || common(p.is) && k+1 < to
}

// distinct tells whether the parts name one body rather than a kind of them.
func distinct(parts []part) bool {
	nation := false
	for _, p := range parts {
		switch {
		case p.is&(head|generic|plain) != 0 || p.particle || p.initial || p.title:
		case p.is&people != 0:
			nation = true
		case unicode.IsDigit(rune(p.fold[0])):
		default:
			return true
		}
	}
	last := parts[len(parts)-1].fold
	return nation && slices.Contains(ofNations, last)
}

// ofNations are the bodies of which a nation or a camp has one by that name.
var ofNations = []string{"party", "parliament", "union", "council", "commission", "university", "academy"}

// surnameLike tells whether the parts are a given name and a word that is a
// surname as well as a body: Emily Post.
func (s *scan) surnameLike(parts []part) bool {
	return len(parts) == 2 && common(parts[0].is)
}

// extend gives the part up to which the name goes on after its head at h: of
// the next run where "of" or "for" joins them, and once more after "and".
func (s *scan) extend(n, h int) int {
	to := h + 1
	i := s.parts[h].last + 1
	and := false
	for n++; n < len(s.runs) && to-h <= longestInstitution; n++ {
		j := i
		for j < len(s.words) && j < i+2 && s.words[j].before == gapSpace && !s.words[j].capital && link(s.words[j].fold, j > i, to > h+1, managing(s.parts[h].fold)) {
			j++
		}
		next := s.runs[n]
		if j == i || next.from != to || s.parts[next.from].first != j || s.words[j].before != gapSpace {
			return to
		}
		if joins := string(s.words[i].fold) == "and"; joins {
			if and || s.parts[next.from].is&(given|head|place|people) != 0 || s.parts[next.from].caps {
				return to
			}
			and = true
		}
		k := next.from
		for k < next.to && !s.stops(k) {
			k++
		}
		if k == next.from {
			return to
		}
		to = k
		if k < next.to || s.words[s.parts[k-1].last].owner {
			return to
		}
		i = s.parts[k-1].last + 1
	}
	return to
}

// link tells whether the folded word joins the parts of a body's name.
func link(fold []byte, second, extended, manages bool) bool {
	switch string(fold) {
	case "of", "for":
		return !second
	case "on":
		return !second && manages
	case "the":
		return second
	case "and":
		return extended && manages && !second
	}
	return false
}

// managing tells the heads that stand before the names of several fields.
func managing(fold string) bool {
	switch fold {
	case "ministry", "department", "committee", "commission", "center", "centre", "institute", "board", "bureau", "council", "agency":
		return true
	}
	return false
}

// stops tells whether the part at k cannot belong to what a body is of.
func (s *scan) stops(k int) bool {
	p := &s.parts[k]
	return p.is&generic == 0 && (p.title || p.is&rank != 0) || p.is&given != 0 && p.is&(weak|place) == 0
}

// abbreviation reads "(EO)" after a body's name, where its letters are the
// first ones of the name's words.
func (s *scan) abbreviation(last int, parts []part) (string, int) {
	const least, most = 2, 8
	i := last + 1
	if i+1 > len(s.words)-1 || s.taken[i] || s.between(i) != " (" || !s.words[i].caps || !strings.HasPrefix(s.text[s.words[i].End:], ")") {
		return "", 0
	}
	short := string(s.words[i].fold)
	if len(short) < least || len(short) > most {
		return "", 0
	}
	rest := short
	for k, p := range parts {
		for w := p.first; w <= p.last && rest != ""; w++ {
			if s.words[w].fold[0] == rest[0] {
				rest = rest[1:]
			} else if k == 0 && w == p.first {
				return "", 0
			}
		}
	}
	if rest != "" {
		return "", 0
	}
	return short, i
}
