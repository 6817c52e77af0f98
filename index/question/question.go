// Package question reads a question in plain words into a Query: who, whether
// they should have said it or only be named, when, and in which sense of
// when, and which words are left to look for.
//
// It owns the grammar of questions: who speaks and who is spoken of, whether
// an actor knows the name or not. Actors are recognised by corpus/names, times
// by corpus/timex, and what answers is found by package index.
package question

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/corpus/quotes"
	"dossierbot/corpus/timex"
	"dossierbot/index"
	"dossierbot/index/ordered"
	"dossierbot/index/words"
)

// MaxLength is how many characters of a question are read: more is no
// question, and Discord's own limit lies above it.
const MaxLength = 500

// Reader reads the questions put to one dossier. It is safe for concurrent
// use.
type Reader struct {
	names  *names.Index
	states map[string]bool // actors that are states
	topics []topic

	documents []*index.DocumentEntry
	sources   []*source // ordered
}

// Options says what a Reader knows of the dossier.
type Options struct {
	Names     *names.Index
	Actors    []corpus.Actor
	Topics    []corpus.Topic
	Documents []*index.DocumentEntry // ordered, as index.Documents has them
	// Previous is a Reader of an earlier state: of the documents only those that
	// are others are looked at. It may be nil.
	Previous *Reader
}

// New makes a Reader.
func New(o Options) *Reader {
	if o.Previous == nil {
		o.Previous = &Reader{}
	}
	gone, come := ordered.Diff(o.Previous.documents, o.Documents)
	r := &Reader{
		names: o.Names, states: map[string]bool{}, topics: topicsOf(o.Topics),
		documents: o.Documents, sources: sourcesOf(o.Previous.sources, gone, come),
	}
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
	NoDate    string            // what is written as a day is and is none: "31.02.2025"
}

// Correction is a slip in a name and how it was read.
type Correction struct{ From, To string }

// Empty tells whether nothing is asked for: no name, no time and no word that
// tells one text from another.
func (r Reading) Empty() bool {
	q := r.Query
	return len(q.Speakers) == 0 && len(q.SpeakerNames) == 0 && len(q.Actors) == 0 && len(q.About) == 0 && len(q.Terms) == 0 && len(q.Documents) == 0 && !q.Time.Known()
}

// Read reads a question asked at a moment.
func (r *Reader) Read(text string, at time.Time) Reading {
	out := Reading{}
	out.Text, out.Cut = clean(text)
	s := newSentence(out.Text)
	if asked, ok := timex.Question(out.Text, at); ok {
		out.Time = &asked
		out.Query.Time = asked.Interval
		out.Query.Time.Basis = corpus.Stated // by the one who asks
		out.Query.AnyYear = asked.Recurring
		s.mark(asked.Span, isTime)
	}
	out.NoDate = noDate(out.Text, out.Time)
	out.Query.Documents = r.markSources(s)
	r.markNames(s, r.inOffice(out.Text, out.Query.Time, at), &out)
	s.readLanguage()
	out.Query.Phrases = phrasesIn(out.Text)
	found := s.speech()
	if out.Time != nil {
		out.Query.Dimension = s.dimension(found)
	}
	r.assign(s, found, &out.Query)
	out.Query.Answer = s.answerType()
	r.addTerms(s, &out.Query)
	return out
}

// inOffice is the day on which somebody whom the question names by office should
// have held it: the middle of the time asked for, or its end or beginning where
// more is known of those; else the day of asking.
func (r *Reader) inOffice(text string, asked corpus.Date, at time.Time) time.Time {
	if !asked.Closed() || asked.First.After(at) {
		return at
	}
	best, most := at, -1
	for _, day := range []time.Time{asked.First.Add(asked.Last.Sub(asked.First) / 2), asked.Last, asked.First} {
		covered := 0
		for _, m := range r.names.Question(text, day) {
			covered += m.Len()
		}
		if covered > most {
			best, most = day, covered
		}
	}
	return best
}

// written is how days are written in figures.
var written = regexp.MustCompile(`\b(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{1,2}-\d{1,2})\b`)

// noDate is the first day in figures that is not part of the question's time;
// empty where there is none.
func noDate(text string, read *timex.Asked) string {
	for _, at := range written.FindAllStringIndex(text, -1) {
		if read == nil || !read.Overlaps(corpus.Span{Start: at[0], End: at[1]}) {
			return text[at[0]:at[1]]
		}
	}
	return ""
}

// leastPhrase is how many words in quotation marks are asked for as they stand:
// fewer are a name or a word that is called in question.
const leastPhrase = 3

// phrasesIn are the words that a question has in quotation marks, without the
// marks.
func phrasesIn(text string) []string {
	var out []string
	for _, span := range quotes.Marked(text) {
		phrase := strings.Trim(text[span.Start:span.End], "\"'“”„«»‘’‚`")
		if len(words.Of(phrase)) >= leastPhrase {
			out = append(out, phrase)
		}
	}
	return out
}

// clean takes what no reader sees out of a question (controls, marks of
// direction, zero-width characters), folds its white space, and cuts it.
func clean(text string) (string, bool) {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar:
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

func appendNew(list []string, v string) []string {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}

func without(list, others []string) []string {
	return slices.DeleteFunc(list, func(v string) bool { return slices.Contains(others, v) })
}
