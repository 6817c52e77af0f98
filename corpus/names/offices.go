package names

import (
	"slices"
	"strings"

	"dossierbot/corpus"
)

// offices knows which actors held which office where, and the words that name
// an office.
type offices struct {
	titles   map[string]string // an office as text writes it, folded -> its key
	starts   map[string]bool   // first words of titles
	firsts   pairs             // their first two bytes
	longest  int               // in words
	holders  map[string][]holding
	roles    [][]membership   // by actor
	demonyms map[string]int32 // "lithuanian" -> the state
}

// membership is a role of an actor's as it tells namesakes apart.
type membership struct {
	role   corpus.Role
	body   int32    // -1 where it is no actor
	office []string // the telling words of the title
}

// holding is that an actor has or had an office.
type holding struct {
	actor  int32
	role   corpus.Role
	bodies []int32 // of which: the body itself, and the states in its name
}

func newOffices(x *Index) *offices {
	o := &offices{titles: map[string]string{}, starts: map[string]bool{}, holders: map[string][]holding{},
		roles: make([][]membership, len(x.actors)), demonyms: map[string]int32{}}
	byName := map[string]int32{}
	for i, a := range x.actors {
		if a.Kind == corpus.Person || a.Kind == "" {
			continue
		}
		for _, n := range allNames(a) {
			f := Fold(n)
			byName[f] = int32(i)
			if a.Kind != corpus.State || strings.ContainsAny(f, " .") {
				continue
			}
			o.demonyms[f] = int32(i)
			for _, d := range demonymsOf(f) {
				if _, taken := o.demonyms[d]; !taken {
					o.demonyms[d] = int32(i)
				}
			}
		}
	}
	for i, a := range x.actors {
		for _, role := range a.Roles {
			o.add(holding{actor: int32(i), role: role, bodies: o.bodies(x, byName, role.Of)})
			m := membership{role: role, body: -1, office: strings.Fields(officeKey(foldedWords(role.Title)))}
			if id, ok := x.ids[role.Of]; ok {
				m.body = id
			} else if id, ok := byName[Fold(role.Of)]; ok {
				m.body = id
			}
			o.roles[i] = append(o.roles[i], m)
		}
	}
	return o
}

// bodies are the actors that an office of that body may be said to be of.
func (o *offices) bodies(x *Index, byName map[string]int32, of string) []int32 {
	var out []int32
	name := of
	if id, ok := x.ids[of]; ok {
		out, name = append(out, id), x.actors[id].Name
	} else if id, ok := byName[Fold(of)]; ok {
		out = append(out, id)
	}
	for _, w := range strings.Fields(Fold(name)) {
		if id, ok := o.demonyms[strings.TrimSuffix(w, "'s")]; ok && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// demonymsOf are the adjectives that English may make of a state's folded
// name; some of them do not exist.
func demonymsOf(state string) []string {
	out := []string{state + "n", state + "ian", state + "i", state + "ese"}
	for _, rule := range [][2]string{
		{"e", "ian"}, {"a", "ian"}, {"y", "ian"}, {"land", "ish"}, {"en", "ish"}, {"a", "ese"}, {"y", ""}, {"ey", "ish"},
		{"ain", "ish"}, {"ark", "ish"}, {"es", "ine"}, {"way", "wegian"}, {"an", ""}, {"ce", "ch"},
	} {
		if root, ok := strings.CutSuffix(state, rule[0]); ok && len(root) > 2 {
			out = append(out, root+rule[1])
		}
	}
	return out
}

// officeKey is what the ways to name one office share: its telling words in
// order of the alphabet.
func officeKey(words []string) string {
	var telling []string
	for _, w := range words {
		switch w {
		case "of", "for", "the", "and", "affairs", "relations", "a":
		case "premier":
			telling = append(telling, "minister", "prime")
		case "chairwoman", "chairperson", "chair":
			telling = append(telling, "chairman")
		default:
			telling = append(telling, w)
		}
	}
	slices.Sort(telling)
	return strings.Join(slices.Compact(telling), " ")
}

// add makes the office and the ways to write it known.
func (o *offices) add(h holding) {
	written, _, _ := strings.Cut(h.role.Title, "(") // an editor may remark on it
	words := foldedWords(written)
	for i := range words {
		// "President of Belarus" names its body itself.
		if _, state := o.demonyms[words[i]]; state && i > 1 && words[i-1] == "of" {
			words = words[:i-1]
			break
		}
	}
	key := officeKey(words)
	if key == "" {
		return
	}
	o.holders[key] = append(o.holders[key], h)
	title := strings.Join(words, " ")
	o.write(title, key)
	switch {
	case key == "minister prime":
		o.write("prime minister", key)
		o.write("premier", key)
	case key == "president":
		o.write("head of state", key)
	case slices.Contains(words, "minister"):
		var what []string
		for _, w := range strings.Fields(key) {
			if w != "minister" {
				what = append(what, w)
			}
		}
		field := strings.Join(what, " ")
		for _, pattern := range []string{field + " minister", "minister of " + field, "minister for " + field,
			"minister of " + field + " affairs", "minister for " + field + " affairs"} {
			o.write(strings.TrimSpace(pattern), key)
		}
	}
}

func (o *offices) write(title, key string) {
	words := strings.Fields(title)
	o.titles[title] = key
	o.starts[words[0]] = true
	o.firsts.add(words[0])
	o.longest = max(o.longest, len(words))
}

func foldedWords(s string) []string {
	var out []string
	for _, w := range cut(s) {
		out = append(out, string(w.fold))
	}
	return out
}

func (o *offices) begins(fold []byte) bool  { return o.firsts.begin(fold) && o.starts[string(fold)] }
func (o *offices) demonym(fold []byte) bool { _, ok := o.demonyms[string(fold)]; return ok }

// public tells whether the office is one that "the" alone may point to.
func public(key string) bool {
	for _, w := range []string{"minister", "president", "chancellor"} {
		if slices.Contains(strings.Fields(key), w) {
			return true
		}
	}
	return false
}

// held tells whether the role was held at the date, as far as is known; any
// role was at an unknown date.
func held(role corpus.Role, when corpus.Date) bool {
	if !when.Known() {
		return true
	}
	day := when.Last
	if day.IsZero() {
		day = when.First
	}
	return role.HeldOn(day)
}

// belongs tells whether the actor has a role in the body, at the date where it
// is known.
func (x *Index) belongs(actor, body int32, when corpus.Date) bool {
	for _, m := range x.offices.roles[actor] {
		if m.body == body && held(m.role, when) {
			return true
		}
	}
	return false
}
