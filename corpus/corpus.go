// Package corpus owns the words of the domain: documents and their passages,
// dates, actors, positions, topics, statements, and the rules that hold for
// them whoever reads or shows them.
//
// It leaves reading files to corpus/intake, which is the one place that calls
// the packages beside it (timex, names, quotes, extract), and searching to
// package index. It imports none of its own sub-packages.
package corpus

import "errors"

// ErrUnknownActor says that no actor has the id asked for.
var ErrUnknownActor = errors.New("unknown actor")

// Span is a half-open range of byte offsets into a document's text. The zero
// Span is no place at all.
type Span struct {
	Start, End int
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps tells whether the spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains tells whether o lies wholly within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Form says whose words a document holds.
type Form string

// The forms of a document.
const (
	Source Form = "source" // the text of the source itself
	Note   Form = "note"   // an editor's words on a source; never shown as the source's own
)

// Document is one source text, or an editor's note on one. Empty strings mean
// that the value is not known.
type Document struct {
	ID        string // path below the corpus folder, or the record's id in a .jsonl
	Name      string // short id given to it in dossier.yaml or front matter
	Form      Form
	Title     string
	Author    string
	AuthorID  string // the actor who wrote it; empty where the author is no known actor
	Source    string // who published it
	URL       string
	Published Date
	Language  string // ISO 639-1
	Text      string // the extracted text, byte for byte

	Passages   []Passage
	Times      []Time
	Ranges     []Range
	Mentions   []Mention
	Discovered []Actor // whom the text names and no editor has listed
	Statements []Statement
	Warnings   []string // what a reader should know of how it was read
}

// Passage is the citable, verbatim piece of a document: Text is the
// document's text from Start to End. The passages of a document, joined in
// order, give the document's text back.
type Passage struct {
	ID string // document id, '#', number from 1
	Span
}

// Time is an expression of time found in running text.
type Time struct {
	Span
	Value    Date   // the calendar period that the words name ("November 2025")
	Interval Date   // what is meant ("late November 2025": its last third)
	Why      string // how it was reckoned, for people
	// Explicit is true where the words alone name the period, year included,
	// and no reference date was needed.
	Explicit bool
}

// Range is a stretch of time that words such as since, until, between … and
// make of one or two expressions of time.
type Range struct {
	Span          // from the joining word to the end of the last expression
	From, To Date // as named; unknown where that side is open
	Interval Date // all of it; an open side has a zero First or Last
}

// Mention is a place in a text that names an actor.
type Mention struct {
	Span
	Actor string // id
	// Ambiguous is true where the words fit several actors and the text does
	// not decide; then there is one Mention for each, over the same span.
	Ambiguous bool
}

// Kind is how a statement stands in the text.
type Kind string

// The kinds of statement.
const (
	Direct   Kind = "direct"   // in quotation marks
	Mixed    Kind = "mixed"    // partly in quotation marks
	Reported Kind = "reported" // in the reporter's words
)

// Statement is what an actor said or wrote, as the text gives it.
type Statement struct {
	Spans       []Span // the words said, in order; several where the cue interrupts them
	Kind        Kind
	Speaker     string // actor id; empty where the speaker is no known actor
	SpeakerText string // whom the words on the page mean, as fully named as the text does
	SpeakerSpan Span   // the words on the page, a pronoun as well; zero where there are none
	Cue         Span   // the verb of saying, or "according to"; zero where there is none
	Said        Date   // when it was said; unknown where nothing tells
	Latest      bool   // Said is the date of the document: it was said then or before
}

// Span is the stretch from the first to the last word said.
func (s Statement) Span() Span {
	if len(s.Spans) == 0 {
		return Span{}
	}
	return Span{s.Spans[0].Start, s.Spans[len(s.Spans)-1].End}
}

// When tells people when it was said, as exactly as is known; of what has only
// the date of its document, by when.
func (s Statement) When() string {
	if s.Latest && s.Said.Closed() {
		return "by " + s.Said.LastPeriod().Human()
	}
	return s.Said.Human()
}
