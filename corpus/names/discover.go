package names

import (
	"cmp"
	"slices"
	"strings"

	"dossierbot/corpus"
)

// Discover finds the persons and bodies that a text names and no actor of the
// index is. known are the text's mentions of known actors, in order; nothing
// found overlaps them. An actor's id is the Slug of the full name, or one made
// of it where an actor of the index has that; the name is the fullest that the
// text has, and shorter ones are aliases. Mentions are the places of the full
// names, of a person's surname alone where no one else in the text may bear
// it, and of a body's abbreviation that the text brings in. The actors come in
// the order of their first mentions.
//
// A person is taken for one on evidence: a common given name, a title or an
// office beside the name, an age or a description after it, and several
// slighter signs together. Where it is wanting nobody is found.
func (t Text) Discover(known []corpus.Mention) (actors []corpus.Actor, mentions []corpus.Mention) {
	return t.discover(known).result()
}

func (t Text) discover(known []corpus.Mention) *discovery {
	d := &discovery{scan: t.scan(known), figures: map[string]*figure{}, bySlug: map[string]int{}, seen: map[string]*traces{}, pairs: map[string]bool{}, cores: map[int]bool{}, firstAt: map[int]int{}}
	used := 0 // parts before it belong to a body
	for n, r := range d.runs {
		if d.shouted[d.parts[r.from].first] {
			continue
		}
		from := max(used, r.from)
		if from >= r.to {
			continue
		}
		if b, to, ok := d.bodyIn(n, from); ok {
			d.bodies = append(d.bodies, b)
			used = to
			from = to
		}
		if from < r.to {
			d.person(run{from, r.to})
		}
	}
	d.trace()
	d.judge()
	d.join()
	d.institutions()
	d.fullNames()
	d.surnames()
	return d
}

// discovery is what is found in a text.
type discovery struct {
	*scan
	figures  map[string]*figure // by their words
	order    []*figure
	bodies   []body
	lone     []lone
	seen     map[string]*traces // by folded word
	found    []corpus.Actor
	bySlug   map[string]int  // into found
	pairs    map[string]bool // given name and surname of each person
	cores    map[int]bool    // parts with which a name begins
	firstAt  map[int]int     // by person: the offset of the first full name
	mentions []mention
}

// mention is a place that names the actor.
type mention struct {
	span  corpus.Span
	actor int
}

// lone is a place where a single name stands, perhaps a surname.
type lone struct {
	from, to int // parts
	titled   bool
	gender   sense
	office   string // see officeBefore
}

// traces are where else in the text a word of a name stands.
type traces struct {
	lower bool // without a capital
	known bool // in the name of a known actor
	alone int  // alone, within a sentence
	named bool // after Mr or Ms
}

func (f *figure) last() string {
	return f.surname[strings.LastIndexByte(f.surname, ' ')+1:]
}

// institutions makes actors of the bodies.
func (d *discovery) institutions() {
	short := map[string]int{}
	for _, b := range d.bodies {
		if b.opener != "" && d.seen[b.opener].lower {
			continue
		}
		id, ok := d.bySlug[b.slug]
		if !ok {
			id = d.add(b.slug, b.name, corpus.Institution)
		}
		d.mention(b.first, d.words[b.last].End, id)
		if b.short == "" {
			continue
		}
		alias := d.text[d.words[b.shortAt].Start:d.words[b.shortAt].End]
		if other, taken := short[b.short]; taken && other != id {
			continue
		}
		short[b.short] = id
		if a := &d.found[id]; !slices.Contains(a.Aliases, alias) {
			a.Aliases = append(a.Aliases, alias)
		}
	}
	if len(short) == 0 {
		return
	}
	for i := range d.words {
		w := &d.words[i]
		if !w.caps || d.taken[i] || d.shouted[i] {
			continue
		}
		if id, ok := short[string(w.fold)]; ok {
			d.mention(i, w.End, id)
		}
	}
}

// add makes an actor.
func (d *discovery) add(slug, name string, kind corpus.ActorKind) int {
	id := slug
	for {
		if _, listed := d.x.ids[id]; !listed {
			break
		}
		id += "--unlisted" // two dashes, which Slug never makes
	}
	d.found = append(d.found, corpus.Actor{ID: id, Name: name, Kind: kind, Discovered: true})
	d.bySlug[slug] = len(d.found) - 1
	return len(d.found) - 1
}

func (d *discovery) mention(first, end, actor int) {
	d.mentions = append(d.mentions, mention{corpus.Span{Start: d.words[first].Start, End: end}, actor})
}

// result gives the mentions in order and apart, and the actors that they name.
func (d *discovery) result() (actors []corpus.Actor, mentions []corpus.Mention) {
	slices.SortStableFunc(d.mentions, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	named := make([]bool, len(d.found))
	end := 0
	for _, m := range d.mentions {
		if m.span.Start < end {
			continue
		}
		end = m.span.End
		if a := d.found[m.actor]; !named[m.actor] {
			named[m.actor] = true
			actors = append(actors, a)
		}
		mentions = append(mentions, corpus.Mention{Span: m.span, Actor: d.found[m.actor].ID})
	}
	return actors, mentions
}
