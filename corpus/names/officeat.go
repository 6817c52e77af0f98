package names

import (
	"slices"
)

// officeAt finds an office that begins at the word and means its only holder
// at the time: "the foreign minister", "Lithuania's president", "president of
// Belarus". One that stands at a name is left to the name.
func (r *reading) officeAt(i int) (found, bool) {
	o := r.x.offices
	if !o.begins(r.words[i].fold) {
		return found{}, false
	}
	key, last := r.title(i)
	if key == "" {
		return found{}, false
	}
	first, before, ok := r.bodyBefore(i)
	if !ok {
		return found{}, false
	}
	end, after, ok := r.bodyAfter(last)
	if !ok || r.nameFollows(end) {
		return found{}, false
	}
	body := before
	if body < 0 {
		body = after
	}
	if body < 0 && (first == i || !public(key)) {
		return found{}, false
	}
	who := r.holders(key, body)
	if len(who) != 1 {
		return found{}, false
	}
	var bodies []int32
	for _, h := range o.holders[key] {
		if h.actor == who[0].actor && r.holds(h, body) {
			bodies = append(slices.Clip(h.bodies), h.actor) // holdings are shared
			break
		}
	}
	if body >= 0 || r.question {
		bodies = nil
	}
	return found{first: first, last: end, who: who, decided: true, bodies: bodies}, true
}

// holders are those who hold an office in a body (-1: in any) at the time of
// the text.
func (r *reading) holders(key string, body int32) []bearer {
	var who []bearer
	for _, h := range r.x.offices.holders[key] {
		if r.holds(h, body) && !slices.ContainsFunc(who, func(b bearer) bool { return b.actor == h.actor }) {
			who = append(who, bearer{h.actor, h.role.Title, scoreExact, true})
		}
	}
	return who
}

func (r *reading) holds(h holding, body int32) bool {
	return held(h.role, r.when) && (body < 0 || slices.Contains(h.bodies, body))
}

// title is the key of the longest title that begins at the word, and its last
// word.
func (r *reading) title(i int) (key string, last int) {
	text := ""
	for n := i; n < len(r.words) && n < i+r.x.offices.longest; n++ {
		if n > i {
			if !r.words[n].before.spaced() || r.words[n-1].owner {
				break
			}
			text += " "
		}
		text += string(r.words[n].fold)
		if k, ok := r.x.offices.titles[text]; ok {
			key, last = k, n
		}
	}
	return key, last
}

// bodyBefore reads what stands before a title: the body (or -1) and the first
// word of the phrase; ok is false where the words mean another office, such as
// "the former foreign minister" or "the Latvian president".
func (r *reading) bodyBefore(i int) (first int, body int32, ok bool) {
	if i == 0 || !r.words[i].before.spaced() {
		return i, -1, true
	}
	w := &r.words[i-1]
	if string(w.fold) == "the" {
		return i - 1, -1, true
	}
	if b, first, known := r.bodyEnding(i - 1); known {
		if first > 0 && r.words[first].before != gapBreak && notInOffice(r.words[first-1].fold) {
			return 0, -1, false
		}
		if first > 0 && r.words[first].before.spaced() && string(r.words[first-1].fold) == "the" {
			first--
		}
		return first, b, true
	}
	if w.owner || w.capital && !r.x.closed[string(w.fold)] {
		return 0, -1, false
	}
	return i, -1, !notInOffice(w.fold)
}

// notInOffice tells whether the folded word before an office makes it another
// than the one held.
func notInOffice(fold []byte) bool {
	switch string(fold) {
	case "former", "ex", "deputy", "vice", "next", "then", "future", "late", "shadow", "a", "an", "any", "every", "no", "another":
		return true
	}
	return false
}

// bodyEnding is the state or body whose name or adjective ends at the word.
func (r *reading) bodyEnding(i int) (body int32, first int, ok bool) {
	if b, ok := r.x.offices.demonyms[string(r.words[i].fold)]; ok {
		return b, i, true
	}
	for first := max(0, i-longestBody+1); first <= i; first++ {
		if f, ok := r.fixedAt(first); ok && f.last == i && len(f.who) == 1 {
			return f.who[0].actor, first, true
		}
	}
	return -1, 0, false
}

// longestBody is how many words a body's name before an office may have.
const longestBody = 4

// bodyAfter reads "of Lithuania" after a title that ends at the word; ok is
// false where another body follows.
func (r *reading) bodyAfter(last int) (end int, body int32, ok bool) {
	n := last + 1
	if n+1 >= len(r.words) || !r.words[n].before.spaced() || string(r.words[n].fold) != "of" || r.words[last].owner {
		return last, -1, true
	}
	n++
	if string(r.words[n].fold) == "the" && n+1 < len(r.words) {
		n++
	}
	f, ok := r.fixedAt(n)
	if !ok || len(f.who) != 1 {
		return 0, -1, false
	}
	return f.last, f.who[0].actor, true
}

// nameFollows tells whether a name stands right after the word, or after a
// comma there.
func (r *reading) nameFollows(last int) bool {
	n := last + 1
	if n >= len(r.words) || r.words[last].owner || r.question && !r.words[n].capital {
		return n < len(r.words) && r.question && !r.words[last].owner && r.words[n].before == gapSpace && len(r.x.surnames) > 0 && r.bearsName(n)
	}
	w := &r.words[n]
	return (w.before == gapSpace || w.before == gapComma) && w.capital && !r.x.closed[string(w.fold)]
}

// bearsName tells whether the word is part of some person's name.
func (r *reading) bearsName(i int) bool {
	for _, f := range r.forms(i) {
		if r.x.lex.entries[f.entry].person {
			return true
		}
	}
	return false
}

// officeNear tells whether an office of the actor's stands within a few words
// before the word.
func (r *reading) officeNear(actor int32, i int) bool {
	from := i
	for from > 0 && from > i-nearby && (from == i || r.words[from].before.spaced() || r.words[from].before == gapHyphen) {
		from--
	}
	for _, m := range r.x.offices.roles[actor] {
		if len(m.office) > 0 && held(m.role, r.when) && r.allStand(m.office, from, i) {
			return true
		}
	}
	return false
}

// allStand tells whether each of the folded words is among those from..end,
// the end left out.
func (r *reading) allStand(office []string, from, end int) bool {
	for _, want := range office {
		if !slices.ContainsFunc(r.words[from:end], func(w word) bool { return string(w.fold) == want }) {
			return false
		}
	}
	return true
}
