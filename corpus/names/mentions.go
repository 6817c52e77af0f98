package names

import (
	"slices"

	"dossierbot/corpus"
)

// Mentions returns the places in the text (a document written or spoken on the
// date when, possibly unknown) that name an actor, in order. It makes one pass
// however many names there are, and takes no slips for names. A surname that
// several actors bear is the one's whom the text names in full or with a party
// or an office beside it; where that does not decide, there is one Mention for
// each, with Ambiguous set.
func (t Text) Mentions(when corpus.Date) []corpus.Mention {
	r := t.read(when, false)
	places := r.settle(r.find())
	out := make([]corpus.Mention, 0, len(places))
	for _, f := range places {
		for _, b := range f.who {
			out = append(out, corpus.Mention{
				Span: r.span(f), Actor: t.x.actors[b.actor].ID, Ambiguous: len(f.who) > 1,
			})
		}
	}
	return out
}

// span is where the words of f stand in the text, with the full stop of an
// abbreviation that its name has too.
func (r *reading) span(f found) corpus.Span {
	s := corpus.Span{Start: r.words[f.first].Start, End: r.words[f.last].End}
	if n := f.who[0].text; n[len(n)-1] == '.' && s.End < len(r.text) && r.text[s.End] == '.' {
		s.End++
	}
	return s
}

// settle decides between those who bear one surname, and drops the surnames
// that the text gave to others.
func (r *reading) settle(places []found) []found {
	named := map[int32]bool{} // in full, or with a party or office beside
	places = r.anchored(places)
	for i := range places {
		f := &places[i]
		if len(f.who) > 1 {
			r.beside(places, i)
		}
		if len(f.who) == 1 && (f.who[0].full || f.decided) {
			named[f.who[0].actor] = true
		}
	}
	lately := map[int32]int{} // the word where an actor was last so named
	out := places[:0]
	for _, f := range places {
		if !f.decided && !f.who[0].full && r.someoneElse(f, named, lately) {
			continue
		}
		if len(f.who) > 1 {
			f.keep(func(b bearer) bool { return named[b.actor] })
		}
		if len(f.who) > 1 {
			f.keep(func(b bearer) bool { return !r.x.actors[b.actor].Discovered })
		}
		if len(f.who) == 1 && (f.who[0].full || f.decided) {
			lately[f.who[0].actor] = f.first
		}
		out = append(out, f)
	}
	return out
}

// anchored drops the offices without a body ("the prime minister") from a text
// that names neither a body of the only holder's nor, where the text has no
// date, the holder.
func (r *reading) anchored(places []found) []found {
	named := map[int32]bool{}
	for _, f := range places {
		if f.bodies == nil && len(f.who) == 1 {
			named[f.who[0].actor] = true
		}
	}
	return slices.DeleteFunc(places, func(f found) bool {
		if f.bodies == nil {
			return false
		}
		if !r.when.Known() {
			return !named[f.who[0].actor]
		}
		return !slices.ContainsFunc(f.bodies, func(b int32) bool { return named[b] })
	})
}

// someoneElse tells whether a surname alone is that of a stranger: the last
// whom the text has named in full with it. A stranger who may be none, at the
// start of a sentence, counts only where no such actor is named in full.
func (r *reading) someoneElse(f found, named map[int32]bool, lately map[int32]int) bool {
	last, known := -1, false
	for _, b := range f.who {
		known = known || named[b.actor]
		if at, ok := lately[b.actor]; ok {
			last = max(last, at)
		}
	}
	for _, form := range r.forms(f.first) {
		s := r.strangers[form.entry]
		if s != nil && (lastBefore(s.sure, f.first) > last || !known && lastBefore(s.maybe, f.first) > last) {
			return true
		}
	}
	return false
}

// keep leaves the one bearer that fits, if it is one; else all as they are.
func (f *found) keep(fits func(bearer) bool) {
	var one bearer
	n := 0
	for _, b := range f.who {
		if fits(b) {
			one, n = b, n+1
		}
	}
	if n == 1 {
		f.who, f.decided = []bearer{one}, true
	}
}

// nearby is how many words away a party or office may stand and still tell
// whom a surname means.
const nearby = 5

// beside decides the place at i by the parties and offices next to it.
func (r *reading) beside(places []found, i int) {
	f := &places[i]
	fits := map[int32]bool{}
	for j := max(0, i-2); j < min(len(places), i+3); j++ {
		o := places[j]
		if j == i || len(o.who) != 1 || f.first-o.last > nearby || o.first-f.last > nearby {
			continue
		}
		for _, b := range f.who {
			if r.x.belongs(b.actor, o.who[0].actor, r.when) {
				fits[b.actor] = true
			}
		}
	}
	if len(fits) == 0 {
		for _, b := range f.who {
			fits[b.actor] = r.officeNear(b.actor, f.first)
		}
	}
	f.keep(func(b bearer) bool { return fits[b.actor] })
}
