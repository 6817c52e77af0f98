package quotes

import (
	"cmp"
	"slices"
	"strings"

	"dossierbot/corpus"
)

// person is someone whom the text has named.
type person struct {
	actor   string
	name    string // the fullest so far
	gender  gender
	offices []string // minister, senator: what the text has called them
	seen    int      // the sentence that last spoke of them
}

// people keeps whom a text has named, to lead pronouns and offices back to.
type people struct {
	text     string
	mentions []corpus.Mention // by place
	persons  func(string) bool
	byName   map[string]*person // by surname, in small letters
	byActor  map[string]*person
	body     *speaker  // the body that was the last subject: what "it" means
	author   *person   // who has last been said to have written a work
	recent   []*person // the subjects and speakers last named, newest last
	sentence int       // the number of the sentence being read
	// alone holds the single names that the text has before any full name that
	// ends in them: Lithuania is not the surname of an agency "Invest Lithuania".
	alone map[string]bool
}

func newPeople(text string, mentions []corpus.Mention, persons func(string) bool) *people {
	sorted := slices.Clone(mentions)
	slices.SortStableFunc(sorted, func(a, b corpus.Mention) int { return cmp.Compare(a.Start, b.Start) })
	if persons == nil {
		persons = func(string) bool { return true }
	}
	return &people{text: text, mentions: sorted, persons: persons, byName: map[string]*person{}, byActor: map[string]*person{}, alone: map[string]bool{}}
}

// mentionsFrom gives the mentions from a little before the offset on: one that
// begins before it may reach over it.
func (p *people) mentionsFrom(offset int) []corpus.Mention {
	const back = 12
	i, _ := slices.BinarySearchFunc(p.mentions, offset, func(m corpus.Mention, at int) int { return cmp.Compare(m.Start, at) })
	return p.mentions[max(0, i-back):]
}

// longestName is how many words a person's name has at most.
const longestName = 4

// note takes in the full names of a sentence, so that a surname later on
// leads to the name in full.
func (p *people) note(s []token) {
	for i := 0; i < len(s); {
		if !nameWord(s, i) {
			i++
			continue
		}
		j := i
		for j < len(s) && (nameWord(s, j) || j > i && initialStop(s, j)) {
			j++
		}
		p.named(s, i, j)
		i = j
	}
}

// nameWord tells whether token i can be a word of a person's name.
func nameWord(s []token, i int) bool {
	return i < len(s) && s[i].shape == capital && s[i].class&(closed|adv|when) == 0
}

func initialStop(s []token, i int) bool {
	return s[i].word == "." && s[i].before == joined && i+1 < len(s) && s[i+1].shape == capital && (is(s, i-1, title|abbrev) || s[i-1].end-s[i-1].start <= 2)
}

// named takes the capitalised words from i to j for a person's name where they
// can be one, and gives the person.
func (p *people) named(s []token, i, j int) *person {
	from, offices, g := titles(s, i, j)
	titled := len(offices) > 0
	if from == j {
		return nil
	}
	words := 0
	for k := from; k < j; k++ {
		if s[k].word != "." {
			words++
		}
		if is(s, k, body) {
			return nil
		}
	}
	last := s[j-1]
	key := last.word
	known := p.byName[key]
	if words > longestName || words == 0 || last.shape != capital || is(s, j-1, office) {
		return nil
	}
	if words == 1 && known == nil && !titled {
		if i > 0 && s[i].before != paragraph && p.sentence == 0 {
			p.alone[key] = true
		}
		return nil
	}
	if p.alone[key] && !titled && givenNames[s[from].word] == unknown {
		return nil
	}
	if i > 0 && s[i-1].word == "the" && known == nil && !titled {
		return nil
	}
	full := p.text[s[from].start:last.end]
	if words == 1 && known != nil {
		known.take(offices, g)
		return known
	}
	if known == nil || words > 1 && !strings.Contains(known.name, " ") {
		if known == nil {
			known = &person{}
			p.byName[key] = known
		}
		known.name = full
	} else if words > 1 && !sameGivenName(known.name, full) {
		known = &person{name: full}
		p.byName[key] = known
	}
	known.take(offices, g)
	if known.gender == unknown {
		known.gender = genderOf(known.name)
	}
	return known
}

// titles reads the titles in front of or within the words of a name ("Mr X",
// "Lithuanian Foreign Minister X"): where the name itself begins, the offices,
// and the gender that they tell.
func titles(s []token, i, j int) (from int, offices []string, g gender) {
	from = i
	for k := i; k < j; k++ {
		if is(s, k, body) && j-k > 2 {
			from, offices = k+1, offices[:0] // "Security Council X Y"
			continue
		}
		if !is(s, k, title|office) || k == j-1 && k > i {
			continue
		}
		from = k + 1
		if from < j && s[from].word == "." {
			from++
		}
		offices = append(offices, s[k].word)
		g = max(g, titleGender(s[k].word))
	}
	return from, offices, g
}

// holds tells whether the text has called the person by the office.
func (p *person) holds(office string) bool { return slices.Contains(p.offices, office) }

// take notes offices and what a title tells of the gender.
func (p *person) take(offices []string, g gender) {
	for _, o := range offices {
		if !p.holds(o) {
			p.offices = append(p.offices, o)
		}
	}
	if g != unknown {
		p.gender = g
	}
}

func sameGivenName(a, b string) bool {
	x, _, _ := strings.Cut(a, " ")
	y, _, _ := strings.Cut(b, " ")
	return strings.EqualFold(x, y)
}

// close ends a sentence: its subjects are now whom a pronoun means.
func (p *people) close(s []token, hits []hit) {
	p.sentence++
	p.noteAuthor(s)
	if sub, ok := firstSubject(s, len(s)); ok {
		p.bring(p.nameIn(s, sub.stretch))
	}
	for _, h := range hits {
		if !h.subject.empty() {
			p.bring(p.nameIn(s, h.subject.stretch))
		}
	}
	p.noteBody(s)
}

// bring puts a person last, as the one most recently spoken of.
func (p *people) bring(who *person) {
	if who == nil {
		return
	}
	who.seen = p.sentence
	if i := slices.Index(p.recent, who); i >= 0 {
		p.recent = slices.Delete(p.recent, i, i+1)
	}
	const remembered = 8
	if len(p.recent) >= remembered {
		p.recent = slices.Delete(p.recent, 0, 1)
	}
	p.recent = append(p.recent, who)
}
