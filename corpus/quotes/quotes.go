// Package quotes owns who said what: it finds the statements in a text, the
// words that stand for their speaker, and whom those words mean.
//
// It reads English prose with a closed lexicon and rules: quotation marks are
// paired (marks.go), sentences cut (sentence.go), verbs of saying found with
// their frames (cues.go, group.go, hits.go) beside other cues (source.go,
// noun.go, stance.go), the subject and what was said chunked around each
// (clause.go, phrase.go, subject.go, footing.go, adjunct.go, content.go,
// around.go), statements made of them (attribute.go, continue.go, turn.go),
// and pronouns and offices led back to the person or body last named (people.go,
// refer.go, author.go, body.go). In other languages it finds quotations in the
// same marks, mostly without a speaker. It leaves finding names of known actors
// to corpus/names and dates to corpus/timex. Words within a direct quotation are
// not searched for further speakers: what a quoted person says of others is their
// statement.
package quotes

import "dossierbot/corpus"

// Find returns the statements of text in order: what was said, by whom, how it
// stands. mentions are the places that name known actors; persons tells which
// actor ids are persons, for only those are meant by "he" and "she".
//
// A speaker who is no known actor keeps the text's words in SpeakerText; where
// the text leaves the speaker open, Speaker and SpeakerText are empty. Said is
// never filled in. The time taken is linear in the length of text.
func Find(text string, mentions []corpus.Mention, persons func(actor string) bool) []corpus.Statement {
	tokens := scan(text)
	f := &finder{tokens: tokens, people: newPeople(text, mentions, persons), title: true, last: -1}
	f.people.note(tokens) // a surname may come before the full name
	sentences(tokens, pair(tokens), f.read)
	return f.statements()
}
