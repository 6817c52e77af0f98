package names

import "strings"

// figure is what may be a person's full name, as a text has it in one or more
// places.
type figure struct {
	key, name, slug string // folded words, as the text has it, id
	given           string // folded, the first name or initial
	middle          string // what stands between, with a blank before each
	surname         string // with its particles
	generation      string
	end             part     // the last of the surname
	is              sense    // of the given name
	worth           int      // what the name itself tells
	around          int      // what the words around it tell, in the place where that is most
	offices         []string // before the name: see officeBefore
	within          bool     // it stands within a sentence
	accepted        bool
	actor           int
}

// enough is the evidence that a person needs.
const enough = 3

// What a sign weighs. A common given name, a title or an office beside the
// name each are enough; none of the rest is.
const (
	strong   = 3
	likely   = 2
	slight   = 1
	contrary = -3
)

// core gives the parts of the run that can be a person's name: those after the
// last title, without the nationality or place before a given name.
func (s *scan) core(r run) (from, to int, titled int) {
	from, to = r.from, r.to
	for k := to - 2; k >= r.from; k-- {
		p := &s.parts[k]
		if k > r.from && s.parts[k-1].is&given != 0 && !p.title {
			continue
		}
		switch {
		case p.title:
			from, titled = k+1, strong
		case p.is&rank != 0 && k > r.from && s.parts[k-1].title:
			from, titled = k+1, strong // "Secretary General"
		case p.is&rank != 0:
			from, titled = k+1, slight
		default:
			continue
		}
		break
	}
	for from < to-1 {
		p := &s.parts[from]
		next := s.parts[from+1].is
		switch {
		case p.is&(people|place) != 0 && (p.is&given == 0 || common(next)):
		case p.is&given == 0 && (p.caps || p.is&(generic|thing|head) != 0) && common(next):
		case from < to-2 && p.is&given == 0 && s.opens(p.first) && common(next) && !common(s.parts[from+2].is):
		default:
			return from, to, titled
		}
		from++
	}
	return from, to, titled
}

// common tells a common given name that is nothing else.
func common(is sense) bool { return is&given != 0 && is&weak == 0 }

// figureOf reads the parts as a person's full name; ok is false where they can
// be none, whatever stands around.
func (s *scan) figureOf(from, to int) (f figure, ok bool) {
	if from > 0 && saintly(s.parts[from-1]) && s.words[s.parts[from].first].before != gapBreak {
		return f, false
	}
	parts := s.parts[from:to]
	if len(parts) > 1 && generation([]byte(parts[len(parts)-1].fold)) {
		f.worth += likely
		f.generation = parts[len(parts)-1].fold
		parts = parts[:len(parts)-1]
	}
	if len(parts) > longestFull || len(parts) > 1 && parts[1].initial && s.vocab[parts[0].fold+parts[1].fold]&place != 0 { // "U.S. Senate"
		return f, false
	}
	n, initials := 0, 0
	for i, p := range parts {
		switch {
		case p.particle || i > 0 && i < len(parts)-1 && particle([]byte(p.fold)):
		case p.initial:
			initials++
			if i == len(parts)-1 {
				return f, false
			}
		case p.caps && !(i == 0 && len(p.fold) == 2):
			return f, false
		case p.fold[0] <= '9' || p.is&head != 0:
			return f, false
		case i > 0 && p.is&given == 0 && p.is&(thing|people) != 0:
			return f, false
		default:
			n++
		}
	}
	if n+initials < 2 || n > 4 || n == 0 || initials > 3 || n == 1 && initials < 2 && !parts[0].caps {
		return f, false
	}
	if n == 4 {
		f.worth -= slight
	}
	last := len(parts) - 1
	begin := last
	for begin > 1 && particle([]byte(parts[begin-1].fold)) {
		begin--
	}
	if parts[0].particle && begin == 1 {
		return f, false
	}
	f.given = parts[0].fold
	f.is = parts[0].is
	for _, p := range parts[begin:] {
		f.surname = strings.TrimSpace(f.surname + " " + p.fold)
	}
	for _, p := range parts[1:begin] {
		f.middle += " " + p.fold
		switch {
		case p.initial:
			f.worth += likely
		case patronymic(p.fold):
			f.worth += strong
		}
	}
	lastPart := parts[last]
	f.end = lastPart
	switch {
	case parts[0].initial:
		f.worth += slight
	case common(f.is):
		f.worth += strong
	case f.is&given != 0:
		f.worth += slight
		if f.is&(place|people) == 0 && lastPart.is&(place|thing|generic) == 0 {
			f.worth += slight
		}
	case f.is&(thing|generic|people|place) != 0:
		f.worth += contrary
	}
	if lastPart.is&given == 0 && lastPart.is&(place|generic) != 0 {
		f.worth -= likely
	}
	if !s.english && s.oblique(parts) {
		return f, false
	}
	f.name = s.name(from, to)
	f.slug = Slug(f.name)
	return f, f.slug != ""
}

// saintly tells whether the part makes a place or a church of a given name.
func saintly(p part) bool {
	switch p.fold {
	case "st", "saint", "santa", "san", "sao":
		return true
	}
	return false
}

// oblique tells whether a name outside English may be the case form of another:
// a woman's name in -a that is the genitive of a man's.
func (s *scan) oblique(parts []part) bool {
	fold := parts[0].fold
	for _, end := range []string{"a", "а"} {
		if root, ok := strings.CutSuffix(fold, end); ok && s.vocab[root]&masculine != 0 {
			return true
		}
	}
	return false
}

// name is the text of the parts, on one line and without the blanks that
// stand before full stops.
func (s *scan) name(from, to int) string {
	t := s.text[s.words[s.parts[from].first].Start:s.end(to-1)]
	t = strings.Join(strings.Fields(t), " ")
	return strings.ReplaceAll(t, " .", ".")
}

// end is the offset where the part ends, with the full stop of "Jr.".
func (s *scan) end(k int) int {
	p := &s.parts[k]
	end := s.words[p.last].End
	if generation([]byte(p.fold)) && end < len(s.text) && s.text[end] == '.' && len(p.fold) == 2 && p.fold[1] == 'r' {
		end++
	}
	return end
}

// around weighs the words beside the parts from..to of a run.
func (s *scan) around(r run, from, to, titled int) int {
	first, last := s.parts[from].first, s.parts[to-1].last
	weight := titled
	if titled == 0 && from == r.from && first > 0 && s.words[first].before == gapSpace {
		before := &s.words[first-1]
		is := s.vocab[string(before.fold)]
		switch {
		case before.capital:
		case is&calling != 0 || is&plain == 0 && s.x.titles.has(before.fold):
			weight += strong
		case is&saying != 0:
			weight += slight
		case string(before.fold) == "the":
			weight += contrary
		case s.parts[from].is&given == 0 && (string(before.fold) == "in" || string(before.fold) == "at"):
			weight -= likely
		}
	}
	return weight + s.after(last)
}

// after weighs what follows the name that ends with the word at last.
func (s *scan) after(last int) int {
	if s.words[last].owner || last+1 >= len(s.words) {
		return 0
	}
	next := &s.words[last+1]
	is := s.vocab[string(next.fold)]
	switch {
	case next.before == gapSpace && !next.capital:
		if is&saying != 0 {
			return slight
		}
	case next.before == gapBreak && next.letter && strings.HasSuffix(s.between(last+1), "("):
		if f := next.fold[0]; (f == 'd' || f == 'r') && last+2 < len(s.words) {
			return likely // (R-Texas)
		}
	case next.before == gapComma:
		return s.apposition(last + 1)
	}
	return 0
}

// apposition weighs what follows a comma: an age, "who", or "a spokesman …".
func (s *scan) apposition(i int) int {
	w := &s.words[i]
	fold := string(w.fold)
	if len(fold) == 2 && fold[0] >= '1' && fold[0] <= '9' && fold[1] >= '0' && fold[1] <= '9' &&
		(i+1 == len(s.words) || s.words[i+1].before == gapComma) {
		return strong
	}
	if fold == "who" || fold == "whose" {
		return likely
	}
	const reach = 5
	for k := i; k < len(s.words) && k < i+reach; k++ {
		if k > i && s.words[k].before != gapSpace {
			break
		}
		if is := s.vocab[string(s.words[k].fold)]; is&calling != 0 && !s.words[k].capital {
			if fold == "a" || fold == "an" || fold == "the" {
				return likely
			}
			return slight
		}
	}
	return 0
}
