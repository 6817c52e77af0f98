package intake

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
)

// plain is a text as the packages that read see it: without Markdown's marks,
// which hide names and verbs from them, and without page breaks in the middle
// of a sentence. It knows where each of its bytes stands in the text itself.
type plain struct {
	text      string
	sentences []corpus.Span // as cut before the page breaks were taken out, which moves none
	cuts      []corpus.Span // of the text itself, in order
	lost      []int         // bytes cut up to and with each of them
}

// plainOf takes the marks out of a text. It changes no other byte but those of
// line breaks, which become spaces, one for one.
func plainOf(text string) plain {
	p := plain{cuts: marksOf(text)}
	var b strings.Builder
	at, lost := 0, 0
	for _, c := range p.cuts {
		b.WriteString(text[at:c.Start])
		at = c.End
		lost += c.Len()
		p.lost = append(p.lost, lost)
	}
	b.WriteString(text[at:])
	p.text = b.String()
	p.sentences = corpus.Sentences(p.text)
	p.joinPages()
	return p
}

// within is the offset in the plain text of an offset into the text itself.
func (p plain) within(offset int) int {
	i, _ := slices.BinarySearchFunc(p.cuts, offset, func(c corpus.Span, o int) int { return cmp.Compare(c.Start, o) })
	if i == 0 {
		return offset
	}
	return max(offset, p.cuts[i-1].End) - p.lost[i-1]
}

// original is where the byte at an offset of the plain text stands in the text
// itself.
func (p plain) original(offset int) int {
	low, high := 0, len(p.cuts)
	for low < high { // the first cut behind the byte
		mid := (low + high) / 2
		if p.cuts[mid].Start-(p.lost[mid]-p.cuts[mid].Len()) <= offset {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == 0 {
		return offset
	}
	return offset + p.lost[low-1]
}

// restore moves spans from the plain text to the text itself. Both ends are
// those of a byte that is no mark.
func (p plain) restore(spans ...*corpus.Span) {
	for _, s := range spans {
		if s.Len() > 0 {
			s.Start, s.End = p.original(s.Start), p.original(s.End-1)+1
		}
	}
}

// restoreAll moves what was found in the plain text to the text itself.
func (p plain) restoreAll(d *corpus.Document) {
	for i := range d.Times {
		p.restore(&d.Times[i].Span)
	}
	for i := range d.Ranges {
		p.restore(&d.Ranges[i].Span)
	}
	for i := range d.Mentions {
		p.restore(&d.Mentions[i].Span)
	}
	for i := range d.Statements {
		s := &d.Statements[i]
		p.restore(&s.SpeakerSpan, &s.Cue)
		for j := range s.Spans {
			p.restore(&s.Spans[j])
		}
	}
}

var (
	manyBreaks = regexp.MustCompile(`\n[ \t\r]*\n\s*`)
	breaks     = strings.NewReplacer("\n", " ", "\r", " ")
)

// joinPages turns the line breaks of an empty line that parts a sentence into
// spaces.
func (p *plain) joinPages() {
	if !manyBreaks.MatchString(p.text) {
		return
	}
	var b strings.Builder
	at := 0
	for _, s := range p.sentences {
		end := s.Start + len(strings.TrimRightFunc(p.text[s.Start:s.End], unicode.IsSpace))
		for _, m := range manyBreaks.FindAllStringIndex(p.text[s.Start:end], -1) {
			from, to := s.Start+m[0], s.Start+m[1]
			if strings.TrimSpace(p.text[s.Start:from]) == "" {
				continue // the white space with which the text begins
			}
			b.WriteString(p.text[at:from])
			b.WriteString(breaks.Replace(p.text[from:to]))
			at = to
		}
	}
	b.WriteString(p.text[at:])
	p.text = b.String()
}

// A link's target has no white space but before a title; a longer one is none.
const longestTarget = 2000

var (
	target = regexp.MustCompile(`^\]\(\s*<?[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*>?(?:\s+"[^"\n]*")?\s*\)`)
	// reference is the number of a note, which is no part of the word that it
	// stands behind.
	reference = regexp.MustCompile(`^\\?\[?\d{1,3}\\?\]?$`)
)

// marker finds Markdown's marks in one pass over a text.
type marker struct {
	text     string
	cuts     []corpus.Span
	brackets []int          // opened and not closed, in this paragraph
	emphasis map[string]int // by its marks, where it was opened in this paragraph
}

// marksOf are the spans of the marks of Markdown's links, emphasis and escapes
// (CommonMark 0.31, 2.4, 6.2 and 6.3), in order. Marks that open a line stay,
// for by them the readers know headings and items of lists.
func marksOf(text string) []corpus.Span {
	m := marker{text: text, emphasis: map[string]int{}}
	for i := 0; i < len(text); {
		i = m.take(i)
	}
	slices.SortFunc(m.cuts, func(a, b corpus.Span) int { return cmp.Compare(a.Start, b.Start) })
	return joined(m.cuts)
}

// joined are sorted spans without those that lie within another.
func joined(spans []corpus.Span) []corpus.Span {
	var out []corpus.Span
	for _, s := range spans {
		if len(out) == 0 || s.Start >= out[len(out)-1].End {
			out = append(out, s)
		}
	}
	return out
}

// take reads what stands at an offset and gives the offset behind it.
func (m *marker) take(i int) int {
	switch c := m.text[i]; c {
	case '\\':
		if i+1 < len(m.text) && strings.IndexByte("\\`*_{}[]()#+-.!<>|~$&'\"/:;=?@^,%", m.text[i+1]) >= 0 {
			m.cut(i, i+1)
			return i + 2
		}
	case '\n':
		if rest := strings.TrimLeft(m.text[i+1:min(len(m.text), i+64)], " \t\r"); strings.HasPrefix(rest, "\n") {
			m.brackets = m.brackets[:0]
			clear(m.emphasis)
		}
	case '[':
		const deepest = 8
		if len(m.brackets) == deepest {
			m.brackets = append(m.brackets[:0], m.brackets[1:]...)
		}
		m.brackets = append(m.brackets, i)
	case ']':
		return m.link(i)
	case '*', '_':
		return m.emphasise(i)
	}
	return i + 1
}

func (m *marker) cut(start, end int) { m.cuts = append(m.cuts, corpus.Span{Start: start, End: end}) }

// link takes the closing bracket of a link's text, and its target.
func (m *marker) link(i int) int {
	if len(m.brackets) == 0 {
		return i + 1
	}
	open := m.brackets[len(m.brackets)-1]
	m.brackets = m.brackets[:len(m.brackets)-1]
	end := i + len(target.FindString(m.text[i:min(len(m.text), i+longestTarget)]))
	if end == i {
		return i + 1
	}
	before, _ := utf8.DecodeLastRuneInString(m.text[:open])
	switch {
	case before == '!':
		m.cut(open-1, end) // an image, and what is shown where it cannot be
		return end
	case open > 0 && !unicode.IsSpace(before) && !unicode.In(before, unicode.Ps, unicode.Pi) && reference.MatchString(m.text[open+1:i]):
		m.cut(open, end)
		return end
	default:
		m.cut(open, open+1)
	}
	m.cut(i, end)
	return end
}

// emphasise takes a run of the marks of emphasis. One between two letters is
// none, as in names of files.
func (m *marker) emphasise(i int) int {
	end := i + 1
	for end < len(m.text) && m.text[end] == m.text[i] {
		end++
	}
	const most = 3
	marks := m.text[i:end]
	if len(marks) > most {
		return end
	}
	before, _ := utf8.DecodeLastRuneInString(m.text[:i])
	after, _ := utf8.DecodeRuneInString(m.text[end:])
	begins := end < len(m.text) && !unicode.IsSpace(after) && !isWord(before)
	ends := i > 0 && !unicode.IsSpace(before) && !isWord(after)
	if open, ok := m.emphasis[marks]; ok && ends {
		m.cut(open, open+len(marks))
		m.cut(i, end)
		delete(m.emphasis, marks)
	} else if begins {
		m.emphasis[marks] = i
	}
	return end
}
