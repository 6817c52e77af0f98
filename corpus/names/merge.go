package names

import (
	"slices"
	"strings"

	"dossierbot/corpus"
)

// join makes one person of the names that differ in what stands between given
// name and surname, as long as that can be one: John Smith and John Q. Smith,
// but neither George W. and George H. W. nor, then, George alone.
func (d *discovery) join() {
	d.dropTails()
	groups := map[string][]*figure{}
	var keys []string
	for _, f := range d.order {
		if !f.accepted {
			continue
		}
		key := f.given + " " + f.surname + " " + f.generation
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], f)
	}
	for _, key := range keys {
		group := groups[key]
		full := slices.MaxFunc(group, func(a, b *figure) int { return len(a.middle) - len(b.middle) })
		one := !slices.ContainsFunc(group, func(f *figure) bool { return !within(f.middle, full.middle) })
		for _, f := range group {
			d.pairs[f.given+" "+f.surname] = true
			switch {
			case one:
				f.actor = d.figure(full)
				d.alias(f)
			case f.middle != "":
				f.actor = d.figure(f)
			default:
				f.accepted = false
			}
		}
	}
}

// dropTails drops the names that are only the end of a longer one that the
// text has.
func (d *discovery) dropTails() {
	for _, f := range d.order {
		tail := f.key
		for {
			_, rest, ok := strings.Cut(tail, " ")
			if !ok {
				break
			}
			short := d.figures[rest]
			if tail = rest; short != nil && short.is&given == 0 && f.within && f.is&(thing|generic|people|place|head) == 0 {
				short.accepted = false
			}
		}
	}
}

// figure gives the actor of a figure.
func (d *discovery) figure(f *figure) int {
	if id, ok := d.bySlug[f.slug]; ok {
		return id
	}
	return d.add(f.slug, f.name, corpus.Person)
}

func (d *discovery) alias(f *figure) {
	a := &d.found[f.actor]
	if f.slug != Slug(a.Name) && !slices.Contains(a.Aliases, f.name) {
		a.Aliases = append(a.Aliases, f.name)
	}
}

// within tells whether the middle names can be short for the fuller ones: each
// is one of them or its initial, in order.
func within(short, full string) bool {
	names := strings.Fields(full)
	for _, w := range strings.Fields(short) {
		i := slices.IndexFunc(names, func(n string) bool { return n == w || initialOfName(w, n) || initialOfName(n, w) })
		if i < 0 {
			return false
		}
		names = names[i+1:]
	}
	return true
}

func initialOfName(initial, name string) bool {
	return len([]rune(initial)) == 1 && strings.HasPrefix(name, initial)
}
