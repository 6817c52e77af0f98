package timex

// place is where in a text its reading has come to.
type place struct {
	token               int
	sentence, paragraph int
	ended               bool // the sentence; the next word begins another
	bracketed           bool // between brackets, which end with their paragraph at the latest
}

// walk moves a place on to the token that a phrase begins with.
func (f *finder) walk(at *place, to int) {
	for ; at.token < to; at.token++ {
		i := at.token
		t := f.at(i)
		if t.isWord || t.class == number {
			at.begin()
		}
		switch {
		case t.class == pause:
			at.paragraph++
			at.ended, at.bracketed = true, false
		case f.endsSentence(i), t.mark == '.' && f.closesQuote(i+1):
			at.ended = true
		case t.mark == '(' || t.mark == '[':
			at.bracketed = true
		case t.mark == ')' || t.mark == ']':
			at.bracketed = false
		}
	}
	at.begin()
}

// begin begins another sentence where one has ended.
func (p *place) begin() {
	if p.ended {
		p.sentence++
		p.ended = false
	}
}

// closesQuote tells whether a mark stands at i, right after a full stop.
func (f *finder) closesQuote(i int) bool {
	t := f.at(i)
	return f.joined(i) && !t.isWord && t.class != number
}

// told is a date and the place where the text names it. One told in brackets,
// for comparison or to describe something is beside the narrative, and no day
// without a year is of that time.
type told struct {
	span
	at  place
	end int // byte offset
}

// anchorOf is the period that a phrase may be reckoned from: "June" and "the
// next day" go on from where the narrative is, and "June of that year" from
// whatever was named last.
func (f *finder) anchorOf(m *memory, p phrase) span {
	t := m.last
	if p.base == noBase || p.shift != 0 {
		t = m.tale
	}
	if !f.reaches(t, m.at) {
		return span{}
	}
	return t.span
}

// sameParagraph is how many bytes of a paragraph may lie between a day and
// the date that gives it its year: files without blank lines are one
// paragraph from beginning to end.
const sameParagraph = 1500

// reaches tells whether a place may still speak of a date told. In a text
// whose own date is not known nothing else could show that the tale has
// ended, so there it reaches to the next sentence or to the end of its
// paragraph.
func (f *finder) reaches(t told, at place) bool {
	switch {
	case !f.last.IsZero():
		return true
	case at.paragraph == t.at.paragraph:
		return f.at(at.token).start-t.end <= sameParagraph
	}
	return at.sentence <= t.at.sentence+1
}

// beside tells whether a phrase stands beside the tale.
func (f *finder) beside(p phrase, at place) bool {
	return at.bracketed || f.compared(p) || f.last.IsZero() && f.describes(p)
}

// describes tells whether a year stands where it may belong to a thing and
// not to what is told: "the 2010 law", "the war of 1812". Only "in" and its
// like, the head of a sentence and a heading speak of what happened then.
func (f *finder) describes(p phrase) bool {
	if p.kind != absolute || length(p.unit) < length(year) {
		return false
	}
	i := p.from - 1
	if f.is(i, the) && f.at(p.to).class == other && f.at(p.to).isWord {
		return true
	}
	if f.is(i, the) || f.is(i, early) {
		i--
	}
	return (!f.is(i, inWord) || f.word(i, "for")) && !f.is(i, pause) && !f.endsSentence(i)
}

// reachCompared is how many tokens before a date a word of comparison is
// looked for: "against a loss of about 1.2 billion crowns in 2010".
const reachCompared = 12

// compared tells whether a date is only named to set a figure of that time
// beside another: "against 38 million in 2010", "than in 2019", "up from 30
// in 2020".
func (f *finder) compared(p phrase) bool {
	for k := 1; k <= reachCompared; k++ {
		i := p.from - k
		switch t := f.at(i); {
		case t.class == pause, f.endsSentence(i), t.mark == ',' && !f.joined(i+1):
			return false
		case t.class == fromWord:
			return f.word(i-1, "up") || f.word(i-1, "down") || k > 1 && f.counts(i+1)
		case t.class != other && t.class != past:
		case f.word(i, "compared"), f.word(i, "versus"), f.word(i, "vs"), f.word(i, "unlike"):
			return true
		case f.word(i, "than"):
			return k == 1 || !f.counts(i+1)
		case f.word(i, "against"):
			return f.counts(i + 1)
		case f.word(i, "as") && f.is(i+1, inWord):
			return true
		}
	}
	return false
}

// counts tells whether a quantity or a sum begins at token i.
func (f *finder) counts(i int) bool {
	for n := 0; n < 2 && f.is(i, about); n++ {
		i++
	}
	switch t := f.at(i); t.class {
	case number, numeral, tens, hundred, half, article:
		return true
	default:
		return t.mark == '$'
	}
}
