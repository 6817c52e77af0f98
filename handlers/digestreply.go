package handlers

import (
	"fmt"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/handlers/store"
)

// DigestReply is what changed between two revisions. Texts are verbatim;
// offsets are bytes into the document's text, of what is gone into the one
// that it had.
type DigestReply struct {
	Outcome  Outcome        `json:"outcome"` // answered, or none_in_range where nothing changed
	Title    string         `json:"title"`   // of the dossier
	From     *RevisionEntry `json:"from"`    // null: the empty corpus before the first revision
	To       RevisionEntry  `json:"to"`
	Filter   store.Filter   `json:"filter"` // what it is limited to
	Counts   DigestCounts   `json:"counts"`
	Headline string         `json:"headline"` // for people: Counts in words
	// Documents are what is new, then what is new and of unknown date, what is new
	// here but old, revised, withdrawn, moved, and those with another link. More is
	// how many there are beyond those listed.
	Documents []DocumentChange `json:"documents"`
	More      int              `json:"more"`
	Positions []PositionChange `json:"positions"`
	ByActor   []ActorNews      `json:"by_actor"` // who said what is new, those first who said most
	Unread    []string         `json:"unread"`   // files and folders that cannot be read and could, or were not there, before; with the reason
	// For people.
	FilterNames []string `json:"filter_names"` // what Filter asks for, by its names
	Answer      string   `json:"answer"`       // a sentence where nothing is worth a message
	Notes       []string `json:"notes"`        // what the reader should know: from when on changes are known, what was not looked through
}

// News tells whether there is anything worth a message. Typing slips, moves and
// links alone are not.
func (r DigestReply) News() bool { return r.Counts.news() > 0 }

// RevisionEntry names a recorded state of the corpus.
type RevisionEntry struct {
	Revision string    `json:"revision"` // as that of other replies
	Number   int64     `json:"number"`   // from 1, in the order of recording
	At       time.Time `json:"at"`       // when it was recorded
}

// DigestCounts says how much changed, whether it is listed or not.
type DigestCounts struct {
	Added     int `json:"added"`   // documents, with the next two
	Old       int `json:"old"`     // of them, those that were published long before they were added
	Undated   int `json:"undated"` // of them, those whose date is not known
	Revised   int `json:"revised"` // beyond typing slips; moved as well, or not
	Withdrawn int `json:"withdrawn"`
	Moved     int `json:"moved"` // and nothing else
	Slips     int `json:"slips"` // documents with typing slips only, which are not listed
	Links     int `json:"links"` // documents of which only the link is another
	Positions int `json:"positions"`
	Unread    int `json:"unread"`
}

func (c DigestCounts) news() int {
	return c.Added + c.Revised + c.Withdrawn + c.Positions + c.Unread
}

// Headline is the counts in words: "2 new documents, 1 revised, 3 positions
// changed". It is empty where nothing changed.
func (c DigestCounts) Headline() string {
	var parts []string
	add := func(n int, one, several string) {
		switch {
		case n == 1:
			parts = append(parts, "1 "+one)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", n, several))
		}
	}
	add(c.Added-c.Old-c.Undated, "new document", "new documents")
	add(c.Old, "old document added", "old documents added")
	add(c.Undated, "undated document added", "undated documents added")
	add(c.Revised, "revised", "revised")
	add(c.Withdrawn, "withdrawn", "withdrawn")
	add(c.Positions, "position changed", "positions changed")
	add(c.Unread, "file unreadable", "files unreadable")
	add(c.Links, "with another link", "with another link")
	add(c.Slips, "with typing slips only", "with typing slips only")
	add(c.Moved, "moved", "moved")
	return strings.Join(parts, ", ")
}

// DocumentChange is what became of a document.
type DocumentChange struct {
	Change corpus.ChangeKind `json:"change"`
	Label  string            `json:"label"` // for people: "New", "New, date unknown", "New here, but old", "Revised", "Moved and revised", "Withdrawn", "Moved", "Another link"
	// What is known of it now; of one that is withdrawn, what was.
	About
	From Optional `json:"from"` // the id that it had before, where it moved
	Old  bool     `json:"old"`  // added, and published more than 31 days before that
	Why  Optional `json:"why"`  // of one that is withdrawn: why its file cannot be read, where it is still there
	// Words is how much of the text changed; null of what is not revised.
	Words *WordsChanged `json:"words"`
	// Statements are those that are new, Gone those that are no more, and Corrected
	// those that are told otherwise than before. What was withdrawn has its
	// statements in Gone. Where the filter asks for actors or topics, they are those
	// of and on these.
	Statements []DigestStatement    `json:"statements"`
	Gone       []DigestStatement    `json:"gone"`
	Corrected  []StatementCorrected `json:"corrected"`
	Edits      []TextChange         `json:"edits"` // sentences of a revised text that read otherwise, beside those statements
	Described  []FieldChange        `json:"described"`
	// Excerpts are sentences among what is new that name an actor or have a topic
	// that the filter asks for, where no statement and no edit does.
	Excerpts []Excerpt `json:"excerpts"`
	// Hits are passages among what is new that answer the filter's question; then
	// Statements, Gone, Corrected and Edits are empty.
	Hits []Hit `json:"hits"`
	// Who speaks and is mentioned, and of what is spoken, in what is new, told
	// otherwise or gone: what has most of it first.
	Speaking  []ActorNamed `json:"speaking"`
	Mentioned []ActorNamed `json:"mentioned"` // and do not speak
	Topics    []TopicEntry `json:"topics"`
	More      int          `json:"more"` // entries of Statements, Gone, Corrected, Edits and Hits beyond those listed
}

// Excerpt is a sentence of a document.
type Excerpt struct {
	Passage string `json:"passage"`
	Key     string `json:"key"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
}

// WordsChanged is how much of a text reads otherwise.
type WordsChanged struct {
	Changed int     `json:"changed"` // words put in, taken out or replaced
	Of      int     `json:"of"`      // words of both versions, those that they share counted once
	Share   float64 `json:"share"`   // Changed of Of, from 0 to 1
}

// DigestStatement is a statement of a version of a document, in the sentences
// that it stands in.
type DigestStatement struct {
	Passage Optional    `json:"passage"` // of what is gone, null
	Key     Optional    `json:"key"`     // of what is gone, null
	Form    corpus.Form `json:"form"`    // of the document: words of a note are never the source's
	Start   int         `json:"start"`
	End     int         `json:"end"`
	Text    string      `json:"text"`
	Spans   [][2]int    `json:"spans"` // the words said
	Speaker Optional    `json:"speaker"`
	Name    string      `json:"name"`   // of the speaker, as fully as is known
	Office  string      `json:"office"` // for people: held when it was said; empty where not known
	Kind    corpus.Kind `json:"kind"`
	Said    corpus.Date `json:"said"`
	SaidWhy Optional    `json:"said_why"`
	Latest  bool        `json:"latest"`  // Said is the document's date: it was said then or before
	When    string      `json:"when"`    // for people: "26 Nov 2025", "by Oct 2024"
	Topics  []string    `json:"topics"`  // ids of the topics whose words are in it
	AlsoIn  []AlsoIn    `json:"also_in"` // other documents of the digest with the same words
	Asked   bool        `json:"asked"`   // the filter asks for it
}

// StatementCorrected is a statement before and after a correction or revision.
type StatementCorrected struct {
	Changed []string        `json:"changed"` // of words, speaker, said, kind: what is told otherwise
	Before  DigestStatement `json:"before"`
	After   DigestStatement `json:"after"`
}

// TextChange is a stretch of sentences that reads otherwise than before. Before is
// empty where it was put in, After where it was taken out.
type TextChange struct {
	Before  string   `json:"before"`
	After   string   `json:"after"`
	Passage Optional `json:"passage"` // where After stands
	Key     Optional `json:"key"`
	Start   int      `json:"start"` // of After
	End     int      `json:"end"`

	was Excerpt // Before, with its place in the text that it stood in
}

// FieldChange is something that is told otherwise of a document.
type FieldChange struct {
	Field  string   `json:"field"` // title, author, source, url, published or form
	Before Optional `json:"before"`
	After  Optional `json:"after"`
	// For people: "3 Oct 2024 (inferred)", "unknown".
	BeforeText string `json:"before_text"`
	AfterText  string `json:"after_text"`
}

// ActorNamed is an actor with its name.
type ActorNamed struct {
	Actor string `json:"actor"`
	Name  string `json:"name"`
}

// PositionChange is where an actor stands on a topic otherwise than before.
type PositionChange struct {
	Change    PositionChangeKind `json:"change"`
	Actor     string             `json:"actor"`
	Name      string             `json:"name"`
	Topic     string             `json:"topic"`
	TopicName string             `json:"topic_name"`
	Before    *PositionThen      `json:"before"`  // null where there was none
	After     *PositionThen      `json:"after"`   // null where there is none; of one withdrawn, the one that stands now
	Earlier   bool               `json:"earlier"` // another, newer position on the topic stands as before
}

// PositionChangeKind is what became of a position.
type PositionChangeKind string

// What may become of a position.
const (
	PositionAdded     PositionChangeKind = "added"
	PositionChanged   PositionChangeKind = "changed"
	PositionWithdrawn PositionChangeKind = "withdrawn"
)

// PositionThen is a position as of a revision.
type PositionThen struct {
	Stance    corpus.Stance `json:"stance"`
	Summary   string        `json:"summary"`
	AsOf      corpus.Date   `json:"as_of"`
	When      string        `json:"when"`      // for people: AsOf
	Documents []string      `json:"documents"` // ids
}

// ActorNews is who said what is new.
type ActorNews struct {
	Actor      Optional       `json:"actor"` // null where it is nobody whom the dossier knows
	Name       string         `json:"name"`
	Office     string         `json:"office"`     // for people: now
	Count      int            `json:"count"`      // statements, listed or not, the same words in several documents once
	Statements []StatementRef `json:"statements"` // those that are listed
}

// StatementRef is a place of a statement in the reply.
type StatementRef struct {
	Document  int `json:"document"`  // place in Documents
	Statement int `json:"statement"` // place in its Statements
}
