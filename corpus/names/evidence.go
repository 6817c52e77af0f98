package names

import (
	"slices"
	"strings"
)

// person reads the run as a person's name.
func (d *discovery) person(r run) {
	from, to, titled := d.core(r)
	f, ok := d.figureOf(from, to)
	if p := d.parts[from]; !ok || p.is&given == 0 && particle([]byte(p.fold)) {
		if d.single(from, to) {
			d.lone = append(d.lone, lone{from: from, to: to, titled: titled > 0, gender: d.genderBefore(r, from), office: d.officeBefore(r.from, from)})
		}
		return
	}
	d.cores[from] = true
	key := words(d.parts[from:to])
	have, again := d.figures[key]
	if !again {
		have = &f
		have.key = key
		d.figures[key] = have
		d.order = append(d.order, have)
	}
	if o := d.officeBefore(r.from, from); o != "" && len(have.offices) < mostOffices && !slices.Contains(have.offices, o) {
		have.offices = append(have.offices, o)
	}
	w := d.around(r, from, to, titled)
	if d.quoted(d.parts[from].first, d.parts[to-1].last) {
		w -= likely
	}
	if !again || w > have.around {
		have.around = w
	}
	if !d.opens(d.parts[from].first) {
		have.within = true
	}
}

// single tells whether the parts are one name with its particles.
func (d *discovery) single(from, to int) bool {
	n := 0
	for k := from; k < to; k++ {
		if p := &d.parts[k]; k == to-1 || !p.particle && !particle([]byte(p.fold)) {
			n++
		}
	}
	return n == 1
}

// genderBefore is what the address before a name tells.
func (d *discovery) genderBefore(r run, from int) sense {
	if from == r.from {
		return 0
	}
	switch d.parts[from-1].fold {
	case "mr", "sir", "lord":
		return masculine
	case "mrs", "ms", "miss", "lady":
		return feminine
	}
	return 0
}

// mostOffices is how many offices of one person are remembered.
const mostOffices = 8

// officeBefore is what begins the title before the name at part from, Mr and
// Ms aside: "sen" of Sen. and senator.
func (d *discovery) officeBefore(begin, from int) string {
	var fold []byte
	i := d.parts[from].first
	switch {
	case from > begin && d.parts[from-1].title && d.genderBefore(run{begin, from}, from) == 0:
		fold = []byte(d.parts[from-1].fold)
	case from == begin && i > 0 && d.words[i].before == gapSpace && d.vocab[string(d.words[i-1].fold)]&calling != 0:
		fold = d.words[i-1].fold
	}
	return string(fold[:min(3, len(fold))])
}

// words are the folded words of the parts.
func words(parts []part) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.fold)
	}
	return b.String()
}

// trace looks for the words of the names elsewhere in the text.
func (d *discovery) trace() {
	note := func(fold string) { d.seen[fold] = &traces{} }
	for _, f := range d.order {
		note(f.given)
		note(f.last())
	}
	for _, b := range d.bodies {
		if b.opener != "" {
			note(b.opener)
		}
	}
	if len(d.seen) == 0 {
		return
	}
	for i := range d.words {
		w := &d.words[i]
		if w.capital && !d.taken[i] {
			continue
		}
		if t := d.seen[string(w.fold)]; t != nil {
			t.lower = t.lower || !w.capital
			t.known = t.known || d.taken[i]
		}
	}
	for _, l := range d.lone {
		if t := d.seen[d.parts[l.to-1].fold]; t != nil {
			if !d.opens(d.parts[l.from].first) {
				t.alone++
			}
			t.named = t.named || l.gender != 0
		}
	}
}

// judge decides which figures are persons.
func (d *discovery) judge() {
	for _, f := range d.order {
		worth := f.worth + f.around
		first, last := d.seen[f.given], d.seen[f.last()]
		if last.alone > 0 {
			worth += slight
		}
		if last.named {
			worth += likely
		}
		if first.lower && (!f.within || f.is&given == 0) {
			worth -= slight
		}
		if first.lower && last.lower {
			worth -= likely
		}
		f.accepted = worth >= enough && (d.english || common(f.is))
	}
}
