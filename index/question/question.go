// Package question reads a question in plain words into a Query: who, whether
// they should have said it or only be named, when, and in which sense of
// when, and which words are left to look for.
//
// It owns the grammar of questions. Names are recognised by corpus/names,
// times by corpus/timex, and what answers is found by package index.
package question

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/corpus/timex"
	"dossierbot/index"
	"dossierbot/index/words"
)

// MaxLength is how many characters of a question are read: more is no
// question, and Discord's own limit lies above it.
const MaxLength = 500

// Reader reads the questions put to one dossier. It is safe for concurrent
// use.
type Reader struct {
	names   *names.Index
	states  map[string]bool // actors that are states
	topics  []topic
	sources []source
}

// Options says what a Reader knows of the dossier.
type Options struct {
	Names     *names.Index
	Actors    []corpus.Actor
	Topics    []corpus.Topic
	Documents []index.DocumentEntry
}

// New makes a Reader.
func New(o Options) *Reader {
	r := &Reader{names: o.Names, states: map[string]bool{}, topics: topicsOf(o.Topics), sources: sourcesOf(o.Documents)}
	for _, a := range o.Actors {
		r.states[a.ID] = a.Kind == corpus.State
	}
	return r
}

// Reading is a question as it was read.
type Reading struct {
	Query     index.Query
	Text      string            // what was read of it
	Cut       bool              // there was more than MaxLength
	Time      *timex.Asked      // the time it names; nil without one
	Ambiguous []names.Candidate // where a name in it fits several actors equally well
	Named     string            // that name
	Corrected []Correction      // slips that were forgiven
}

// Correction is a slip in a name and how it was read.
type Correction struct{ From, To string }

// Empty tells whether nothing is asked for: no name, no time and no word that
// tells one text from another.
func (r Reading) Empty() bool {
	q := r.Query
	return len(q.Speakers) == 0 && len(q.Actors) == 0 && len(q.About) == 0 && len(q.Terms) == 0 && len(q.Documents) == 0 && !q.Time.Known()
}

// Read reads a question asked at a moment.
func (r *Reader) Read(text string, at time.Time) Reading {
	out := Reading{}
	out.Text, out.Cut = clean(text)
	s := &sentence{text: out.Text, words: words.Of(out.Text)}
	s.use = make([]use, len(s.words))

	if asked, ok := timex.Question(out.Text, at); ok {
		out.Time = &asked
		out.Query.Time = asked.Interval
		out.Query.Time.Basis = corpus.Stated // by the one who asks
		out.Query.AnyYear = asked.Recurring
		s.mark(asked.Span, isTime)
	}
	sources := r.markSources(s)
	out.Query.Documents = sources
	actors := r.markNames(s, at, &out)
	r.assign(s, actors, &out.Query)
	out.Query.Answer = answerType(s)
	if out.Time != nil {
		out.Query.Dimension = dimension(s, out.Query)
	}
	r.addTerms(s, &out.Query)
	return out
}

// clean takes what no reader sees out of a question (controls, marks of
// direction, zero-width characters), folds its white space, and cuts it.
func clean(text string) (string, bool) {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r) || unicode.IsControl(r) || r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) <= MaxLength {
		return text, false
	}
	return strings.TrimSpace(string(runes[:MaxLength])), true
}

// use is what a word of the question serves for.
type use int

const (
	isOpen use = iota // not yet read
	isTime
	isName
	isCue // how it is asked
)

// sentence is a question being read.
type sentence struct {
	text  string
	words []words.Word
	use   []use
}

// mark says what the words within a span serve for.
func (s *sentence) mark(span corpus.Span, u use) {
	for i, w := range s.words {
		if span.Overlaps(w.Span) {
			s.use[i] = u
		}
	}
}

// has tells whether the words of a phrase stand one after the other, and where
// first.
func (s *sentence) has(phrase ...string) (int, bool) {
	for i := range s.words {
		if i+len(phrase) > len(s.words) {
			break
		}
		if slices.EqualFunc(s.words[i:i+len(phrase)], phrase, func(w words.Word, p string) bool { return w.Folded == p }) {
			return i, true
		}
	}
	return 0, false
}

// named is an actor in the question, with the words that name it.
type named struct {
	first, last int // words
	actors      []string
}

// markNames finds the actors.
func (r *Reader) markNames(s *sentence, at time.Time, out *Reading) []named {
	var found []named
	for _, m := range r.names.Question(s.text, at) {
		if len(m.Candidates) == 0 {
			continue
		}
		n := named{first: -1}
		for i, w := range s.words {
			if m.Overlaps(w.Span) {
				if s.use[i] == isTime {
					n.first = -1
					break
				}
				if n.first < 0 {
					n.first = i
				}
				n.last = i
			}
		}
		if n.first < 0 {
			continue
		}
		s.mark(m.Span, isName)
		if names.Clear(m.Candidates) {
			n.actors = []string{m.Candidates[0].Actor}
		} else {
			for _, c := range m.Candidates {
				n.actors = append(n.actors, c.Actor)
			}
			if len(out.Ambiguous) == 0 {
				out.Ambiguous, out.Named = m.Candidates, s.text[m.Start:m.End]
			}
		}
		if !m.Exact {
			out.Corrected = append(out.Corrected, Correction{From: s.text[m.Start:m.End], To: m.Candidates[0].Matched})
		}
		found = append(found, n)
	}
	return found
}
