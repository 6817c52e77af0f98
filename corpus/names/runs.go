package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
)

// part is a piece of a run: a word, or words that hyphens join.
type part struct {
	first, last int // words
	fold        string
	is          sense
	title       bool // stands before persons' names
	initial     bool
	particle    bool
	caps        bool // an abbreviation in capitals
}

// scan is one text as it is searched for names that no actor has.
type scan struct {
	x       *Index
	vocab   vocabulary
	text    string
	words   []word
	taken   []bool // by word: it is in a mention of a known actor
	shouted []bool // by word: the line is a headline, whose capitals tell nothing
	parts   []part
	runs    []run
	english bool
}

// run is a stretch of capitalised words that stand together.
type run struct{ from, to int } // parts

func (t Text) scan(known []corpus.Mention) *scan {
	s := &scan{x: t.x, vocab: t.x.vocab(), text: t.text, words: t.words}
	s.taken, s.shouted = make([]bool, len(s.words)), make([]bool, len(s.words))
	s.english = english(s.words)
	s.take(known)
	s.findHeadlines()
	for i := 0; i < len(s.words); {
		if !s.begins(i) {
			i++
			continue
		}
		i = s.run(i)
	}
	return s
}

// take marks the words of the known actors.
func (s *scan) take(known []corpus.Mention) {
	i := 0
	for _, m := range known {
		for i < len(s.words) && s.words[i].End <= m.Start {
			i++
		}
		for j := i; j < len(s.words) && s.words[j].Start < m.End; j++ {
			s.taken[j] = true
		}
	}
}

// A line is a headline where at least headlineWords words after the first are
// not function words, and four in five of these have a capital; or all, where
// the line ends like a sentence.
const headlineWords = 4

func (s *scan) findHeadlines() {
	for i := 0; i < len(s.words); {
		end, capital := i+1, 0
		for ; end < len(s.words) && !s.newLine(end); end++ {
			if w := &s.words[end]; w.capital && w.fold[0] > '9' {
				capital++
			}
		}
		all := capital
		for k := i + 1; k < end && capital*5 >= all*4; k++ { // else it is none
			if w := &s.words[k]; !w.capital && w.fold[0] > '9' && s.vocab[string(w.fold)]&plain == 0 {
				all++
			}
		}
		if all >= headlineWords && capital*5 >= all*4 && (capital == all || !s.stopped(end-1)) {
			for k := i; k < end; k++ {
				s.shouted[k] = true
			}
		}
		i = end
	}
}

// stopped tells whether a full stop or the like follows the word at i.
func (s *scan) stopped(i int) bool {
	rest := strings.TrimLeft(s.text[s.words[i].End:min(len(s.text), s.words[i].End+8)], " \"'”’)")
	return rest != "" && strings.IndexByte(".!?", rest[0]) >= 0
}

// newLine tells whether a line begins with the word at i.
func (s *scan) newLine(i int) bool {
	switch s.words[i].before {
	case gapLine:
		return true
	case gapSpace, gapHyphen:
		return false
	}
	return strings.IndexByte(s.between(i), '\n') >= 0
}

// between is the text from the end of the word before to the one at i.
func (s *scan) between(i int) string {
	if i == 0 {
		return s.text[:s.words[0].Start]
	}
	return s.text[s.words[i-1].End:s.words[i].Start]
}

// begins tells whether a run may begin with the word at i.
func (s *scan) begins(i int) bool {
	w := &s.words[i]
	if s.taken[i] || i > 0 && w.before == gapHyphen {
		return false
	}
	if !w.capital {
		return particle(w.fold) && i+1 < len(s.words) && s.words[i+1].before == gapHyphen && s.words[i+1].capital && !s.taken[i+1]
	}
	return s.nameWord(i)
}

// nameWord tells whether the capitalised word at i may be a word of a name:
// not a function word, save for an initial.
func (s *scan) nameWord(i int) bool {
	w := &s.words[i]
	return s.vocab[string(w.fold)]&plain == 0 || w.letter && s.abbreviated(i) || s.surnamePlain(i)
}

// surnamePlain tells whether the word at i is one of the function words that
// are surnames, right after a given name or an address: Theresa May, Mrs. May.
func (s *scan) surnamePlain(i int) bool {
	if i == 0 || len(s.words[i].fold) < 3 {
		return false
	}
	is := s.vocab[string(s.words[i-1].fold)]
	if is&address != 0 && s.words[i-1].capital && (s.words[i].before == gapSpace || s.words[i].before == gapDot) {
		return true
	}
	return s.words[i].before == gapSpace && is&given != 0 && is&weak == 0 && s.words[i-1].capital
}

// abbreviated tells whether a full stop follows the word at i, in the same
// sentence as far as that can be told.
func (s *scan) abbreviated(i int) bool {
	if i+1 >= len(s.words) {
		return false
	}
	next := s.words[i+1].before
	if next != gapDot && next != gapBreak {
		return false
	}
	gap := s.text[s.words[i].End:s.words[i+1].Start]
	return next == gapDot && !strings.Contains(gap, "\n") || gap == " . "
}

// mostParticles stand in a row before a surname.
const mostParticles = 3

// run reads the run that begins with the word at i, and gives the word after
// it.
func (s *scan) run(i int) int {
	r := run{from: len(s.parts)}
	for {
		p := s.part(i)
		s.parts = append(s.parts, p)
		i = p.last + 1
		if s.words[p.last].owner || i >= len(s.words) {
			break
		}
		k := i
		for k < i+mostParticles && k+1 < len(s.words) && !s.words[k].capital && s.words[k].before == gapSpace && s.words[k+1].before == gapSpace && particle(s.words[k].fold) {
			k++
		}
		if k >= len(s.words) || !s.follows(p, k) {
			break
		}
		for ; i < k; i++ {
			s.parts = append(s.parts, part{first: i, last: i, fold: string(s.words[i].fold), particle: true})
		}
	}
	r.to = len(s.parts)
	s.runs = append(s.runs, r)
	return i
}

// follows tells whether the run goes on from its last part with the word at i.
func (s *scan) follows(p part, i int) bool {
	w := &s.words[i]
	if s.taken[i] || s.shouted[i] != s.shouted[p.last] {
		return false
	}
	if !w.capital {
		return w.before == gapSpace && s.begins(i)
	}
	if !s.nameWord(i) {
		return false
	}
	switch w.before {
	case gapSpace:
		return true
	case gapLine:
		return s.wrapped(i)
	case gapComma:
		return generation(w.fold) && s.text[s.words[p.last].End] == ','
	}
	return s.abbreviated(p.last) && (p.initial || shortened(p))
}

// wrapped tells whether the line break before the word at i stands within a
// sentence that fills its lines.
func (s *scan) wrapped(i int) bool {
	const full = 50 // bytes
	gap := s.words[i-1].End
	from := max(0, gap-full)
	return strings.IndexByte(s.text[from:gap], '\n') < 0 && gap-from == full
}

// shortened tells whether the part is an abbreviated title or generation.
func shortened(p part) bool {
	return len(p.fold) <= 4 && p.title && p.is&address != 0 || p.fold == "st" || p.fold == "jr" || p.fold == "sr"
}

// part reads the word at i and those that hyphens join to it.
func (s *scan) part(i int) part {
	end := i
	for end+1 < len(s.words) && s.words[end+1].before == gapHyphen && !s.taken[end+1] {
		end++
	}
	w := &s.words[i]
	p := part{first: i, last: end, initial: w.initial() && end == i, caps: w.caps && !w.letter && end == i}
	if end == i {
		p.fold = string(w.fold)
		p.is = s.vocab[p.fold]
		p.title = p.is&address != 0 || p.is&(given|generic|head|rank|thing) == 0 && s.x.titles.has(w.fold)
		return p
	}
	p.fold = Fold(s.text[w.Start:s.words[end].End])
	if is := s.vocab[string(w.fold)]; is&given != 0 && s.vocab[string(s.words[end].fold)]&given != 0 {
		p.is = is & given
	}
	for k := i; k <= end; k++ {
		p.is |= s.vocab[string(s.words[k].fold)] & head // "Post-Gazette"
	}
	return p
}

// opens tells whether the word at i begins a sentence, or may.
func (s *scan) opens(i int) bool {
	switch s.words[i].before {
	case gapSpace, gapComma, gapHyphen:
		return false
	case gapDot:
		return len(s.words[i-1].fold) > 1 && s.vocab[string(s.words[i-1].fold)]&address == 0
	case gapLine:
		return !s.wrapped(i)
	}
	return true
}

// quoted tells whether quotation marks enclose the words.
func (s *scan) quoted(first, last int) bool {
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.words[first].Start])
	after, _ := utf8.DecodeRuneInString(s.text[s.words[last].End:])
	return isQuote(before) && (isQuote(after) || unicode.IsPunct(after))
}

func isQuote(r rune) bool { return strings.ContainsRune("\"'“”„‘’«»", r) }
