package names

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Listed is something that may be typed: an actor, a subject, a document.
type Listed struct {
	Names []string // all that it is called
	// Beside is what tells it from namesakes and may be typed beside a name: its
	// offices and parties.
	Beside []string
}

// Fit is how well what was typed so far fits something listed; the greater
// the better. The zero Fit is not at all.
type Fit uint8

// The fits, each better than those before it. Between ByEar and Initials lie
// those that sound more alike than ByEar must.
const (
	ByEar    Fit = 1 + 10*iota // with slips: its words sound nearly so
	Initials                   // first letters of words of a name, one behind the other: "edm"
	OfBeside                   // words of what stands beside the name, and none of the name
	Inside                     // inside of words of a name
	Heard                      // words of a name begin with these sounds, written in another script or another way
	Both                       // words of a name and words of what stands beside it begin so
	Word                       // words of a name begin so
	Whole                      // a name begins so
	Exact                      // a name
)

// Nearly is the fit of a likeness from 0 to 1, as Candidate has it.
func Nearly(likeness float64) Fit {
	return ByEar + Fit(min(max(likeness, 0), 1)*float64(Initials-ByEar-1))
}

// Completer finds what something half typed may be going to be. It is safe for
// concurrent use.
type Completer struct {
	lots []*lot // of what was listed first, and of all that came since
	gone map[int]bool
}

// lot is what was listed at once.
type lot struct {
	words vocables
	list  []listed
	raw   []Listed
}

// listed is what was listed, its words as places in vocables.
type listed struct {
	names         []string // the words of each, folded and one space apart
	initials      []string // of the words of each that have capitals
	words, beside []int32
}

// NewCompleter makes the words of what is listed known.
func NewCompleter(list []Listed) *Completer { return &Completer{lots: []*lot{newLot(list)}} }

// With is a Completer of a list with others at its end, and without those at
// some places: their fit is zero. It costs by how much has come since
// NewCompleter.
func (c *Completer) With(gone []int, come []Listed) *Completer {
	next := &Completer{lots: slices.Clone(c.lots), gone: maps.Clone(c.gone)}
	if next.gone == nil {
		next.gone = map[int]bool{}
	}
	for _, place := range gone {
		next.gone[place] = true
	}
	switch {
	case len(come) == 0:
	case len(c.lots) == 1:
		next.lots = append(next.lots, newLot(come))
	default:
		next.lots[1] = newLot(slices.Concat(c.lots[1].raw, come))
	}
	return next
}

func newLot(list []Listed) *lot {
	c := &lot{list: make([]listed, len(list)), raw: list}
	place := map[string]int32{}
	add := func(dst []int32, words []halfTyped) []int32 {
		for _, w := range words {
			n, ok := place[w.lower]
			if !ok {
				n = int32(len(place))
				place[w.lower] = n
				c.words.all = append(c.words.all, w)
			}
			dst = append(dst, n)
		}
		slices.Sort(dst)
		return slices.Compact(dst)
	}
	for i, l := range list {
		to := &c.list[i]
		for _, text := range l.Names {
			words := half(text)
			to.words = add(to.words, words)
			if name := joined(words); name != "" && !slices.Contains(to.names, name) {
				to.names = append(to.names, name)
				if short := initialsOf(words); utf8.RuneCountInString(short) >= leastInitials {
					to.initials = append(to.initials, short)
				}
			}
		}
		for _, text := range l.Beside {
			to.beside = add(to.beside, half(text))
		}
	}
	c.words.arrange()
	return c
}

// longestTyped is in bytes: nobody types as much of a name or a title before
// choosing it, and it bounds what an untrusted text may cost.
const longestTyped = longestName

// Fits gives the fit of what was typed for each of what is listed. Every word
// must fit, in whichever order; nothing typed is how each of them begins. What
// stands beside a name is fitted alone only where no name fits.
func (c *Completer) Fits(typed string) []Fit {
	var fits []Fit
	words := half(typed)
	for _, p := range c.lots {
		switch {
		case strings.TrimSpace(typed) == "":
			fits = append(fits, slices.Repeat([]Fit{Whole}, len(p.list))...)
		case len(words) == 0 || len(typed) > longestTyped:
			fits = append(fits, make([]Fit, len(p.list))...)
		default:
			fits = p.fits(fits, words)
		}
	}
	for place := range c.gone {
		fits[place] = 0
	}
	if len(fits) > 0 && slices.Max(fits) > OfBeside {
		for i, f := range fits {
			if f == OfBeside {
				fits[i] = 0
			}
		}
	}
	return fits
}

// fits appends the fit of the words typed for each of what was listed.
func (p *lot) fits(dst []Fit, words []halfTyped) []Fit {
	whole := joined(words)
	var of [][]Fit
	for i, w := range words {
		if !slices.ContainsFunc(words[:i], func(other halfTyped) bool { return other.lower == w.lower }) {
			of = append(of, p.words.fits(w))
		}
	}
	for i := range p.list {
		dst = append(dst, p.list[i].fit(whole, of))
	}
	return dst
}

// fit is that of what was typed, given its words joined and their fits for
// each word known.
func (l *listed) fit(typed string, of [][]Fit) Fit {
	best := l.wordsFit(of)
	switch {
	case best == Word: // as it must be where a name begins so
		for _, name := range l.names {
			if name == typed {
				return Exact
			}
			if strings.HasPrefix(name, typed) {
				best = Whole
			}
		}
	case best < Initials && len(of) == 1 && utf8.RuneCountInString(typed) >= leastInitials:
		if slices.ContainsFunc(l.initials, func(s string) bool { return strings.Contains(s, typed) }) {
			return Initials
		}
	}
	return best
}

// wordsFit is the fit of the word that fits least.
func (l *listed) wordsFit(of [][]Fit) Fit {
	best, named, beside := Word, false, false
	for _, fits := range of {
		name, other := Fit(0), Fit(0)
		for _, n := range l.words {
			name = max(name, fits[n])
		}
		if name < Word {
			for _, n := range l.beside {
				if fits[n] != Inside {
					other = max(other, fits[n])
				}
			}
		}
		if best = min(best, max(name, other)); best == 0 {
			return 0
		}
		named, beside = named || name >= other, beside || name < other
	}
	switch {
	case !named:
		return min(best, OfBeside)
	case beside:
		return min(best, Both)
	}
	return best
}

// leastInitials is how many letters are taken for those that words begin with.
const leastInitials = 3

// initialsOf are the folded first letters of the words that have capitals.
func initialsOf(words []halfTyped) string {
	var out []rune
	for _, w := range words {
		if w.capital {
			r, _ := utf8.DecodeRuneInString(w.fold)
			out = append(out, r)
		}
	}
	return string(out)
}

// joined are the folded words, one space apart.
func joined(words []halfTyped) string {
	folds := make([]string, len(words))
	for i, w := range words {
		folds[i] = w.fold
	}
	return strings.Join(folds, " ")
}
