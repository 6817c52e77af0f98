package index

import "dossierbot/corpus"

// Dimension says which of a passage's dates a question's time is about.
type Dimension string

// The dimensions of time.
const (
	AnyTime   Dimension = "any"       // the question does not say: any of the others
	Said      Dimension = "said"      // when a statement in it was made
	Published Dimension = "published" // when its document came out
	Event     Dimension = "event"     // when what it tells happened
)

// Dimensions are all of them.
func Dimensions() []Dimension { return []Dimension{Said, Published, Event, AnyTime} }

// Sort is the order of the hits.
type Sort string

// The orders. The zero Sort is Relevance.
const (
	Relevance Sort = "relevance"
	Newest    Sort = "newest"
)

// Outcome is how a question ended.
type Outcome string

// The outcomes.
const (
	Answered     Outcome = "answered"
	NoneInRange  Outcome = "none_in_range"  // there are such passages, but none in the time asked for
	Ambiguous    Outcome = "ambiguous"      // a name fits several actors
	NotInDossier Outcome = "not_in_dossier" // nothing here answers this
)

// AnswerType is what kind of thing a question asks for.
type AnswerType string

// The types of answer. The zero AnswerType is any passage.
const (
	Number AnswerType = "number" // how many, how much, what share
	When   AnswerType = "when"
	Who    AnswerType = "who"
)

// Query is a question as the index understands it. It is made of typed parts:
// no text of a person's is ever read as a query language.
type Query struct {
	Speakers []string // actors, one of whom must have said it
	// SpeakerNames are speakers, beside Speakers, that no actor is: the names as
	// they are asked for.
	SpeakerNames  []string
	Cue           string   // stem of the verb by which they should have: "admit"; empty for any
	Actors        []string // actors, one of whom must be named in it or have said it
	About         []string // actors who are spoken of beside those; they count as words do
	Topics        []string // ids of the topics whose words are among Terms
	Documents     []string // ids; hits are of these alone; empty: of all
	Time          corpus.Date
	AnyYear       bool // Time has a day and a month, of whichever year
	Dimension     Dimension
	Terms         []Term
	Phrases       []string // asked for in quotation marks: a passage that has one word for word goes first
	Answer        AnswerType
	Sort          Sort
	Limit, Offset int // Limit 0: DefaultLimit

	times []corpus.Date // the times that Time may mean; set by Search

}

// DefaultLimit is how many hits are given where a query does not say.
const DefaultLimit = 3

// Term is a word that is asked for.
type Term struct {
	Text   string  // as asked
	Folded string  // without case and diacritics
	Stem   string  // what its forms share
	Weight float64 // how much it tells of what is asked; 1 for a noun
	Name   bool    // a name: where the corpus does not hold it, nothing answers
	Loose  bool    // a name of a place or a people: what answers may leave it unsaid
	Joined bool    // it stands right behind the term before it: "climate change"
	// Foreign is true for a word of another language than the corpus's:
	// where the corpus does not hold it, it is left out.
	Foreign bool
	Subject bool // it stands behind "about": without it there is no answer
	// Concept is what several terms together are a name of, a topic's id: another
	// way to say it says all of them.
	Concept string
	Frame   []string // stems of words that speak of the same kind of thing: of "studied", "graduated"
	// Others are other ways to say it, each as the stems that must all be
	// there.
	Others [][]string
}

// Hit is one passage of a result.
type Hit struct {
	Score    float64
	Document corpus.Document // what is known of it; without text and annotations
	Passage  Passage
	Matched  []corpus.Span // the words asked for, in the document's text
	Asked    []int         // which of the passage's statements the query asks for
	Certain  bool          // its date lies wholly in the time asked for
	Coverage float64       // how much of what is asked for it is about, from 0 to 1
	AlsoIn   []AlsoIn
}

// Passage is a passage as the index keeps it. Its annotations are those of the
// document that lie in it or overlap it; their offsets are the document's.
type Passage struct {
	ID     string
	Key    string // short permanent id: 16 hexadecimal digits
	Number int    // from 1
	corpus.Span
	Text       string
	Times      []corpus.Time
	Ranges     []corpus.Range
	Mentions   []corpus.Mention
	Statements []corpus.Statement
}

// AlsoIn is a passage of another document that says the same.
type AlsoIn struct {
	Document  corpus.Document
	PassageID string
}

// Mended is a slip in a word and how it was read.
type Mended struct{ From, To string }

// Result is what a query finds.
type Result struct {
	Outcome Outcome
	Hits    []Hit
	Nearest []Hit    // for NoneInRange: at most one before and one after
	Total   int      // hits that there are in all, as far as they were looked at
	Missing []string // for NotInDossier: what was asked for and is nowhere
	LeftOut []string // words of another language that were not looked for
	Mended  []Mended // slips in words that were forgiven
	// Relaxed is true where no statement by Query.Speakers was found and the
	// hits only mention them.
	Relaxed bool
}
