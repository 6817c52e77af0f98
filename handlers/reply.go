package handlers

import (
	"bytes"
	"encoding/json"

	"dossierbot/corpus"
	"dossierbot/index"
)

// Optional is a text that JSON shows as null where it is not known.
type Optional string

// MarshalJSON writes null for the empty text.
func (o Optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // whoever encodes the whole reply decides on that
	err := e.Encode(string(o))
	return b.Bytes(), err
}

// About is what is known of a document, as every reply that names one shows it.
type About struct {
	Document       string       `json:"document"`
	Form           corpus.Form  `json:"form"`
	Title          Optional     `json:"title"`
	Author         Optional     `json:"author"`
	Source         Optional     `json:"source"`
	URL            Optional     `json:"url"`
	Published      corpus.Date  `json:"published"`
	PublishedBasis corpus.Basis `json:"published_basis"`
	PublishedWhy   Optional     `json:"published_why"`
}

// Hit is one passage of an answer. Offsets are bytes into the document's text.
type Hit struct {
	Rank  int     `json:"rank"`
	Score float64 `json:"score"`
	// Coverage is how much of what was asked for the passage is about, from 0
	// to 1: what refusing is decided by.
	Coverage float64 `json:"coverage"`
	About
	Passage    string        `json:"passage"`
	Key        string        `json:"key"` // short permanent id of the passage: 16 hexadecimal digits
	Start      int           `json:"start"`
	End        int           `json:"end"`
	Text       string        `json:"text"`    // verbatim
	Matched    [][2]int      `json:"matched"` // the terms asked for
	Statements []Statement   `json:"statements"`
	Events     []corpus.Date `json:"events"` // dates of what the passage tells
	AlsoIn     []AlsoIn      `json:"also_in"`
}

// Statement is a statement within a hit. Start and End are bytes into the
// document's text, as those of the hit are.
type Statement struct {
	Start       int         `json:"start"`
	End         int         `json:"end"`
	Spans       [][2]int    `json:"spans"` // the words said; several where the cue interrupts them
	Speaker     Optional    `json:"speaker"`
	SpeakerText Optional    `json:"speaker_text"`
	Kind        corpus.Kind `json:"kind"`
	Cue         Optional    `json:"cue"`
	Said        corpus.Date `json:"said"`
	SaidWhy     Optional    `json:"said_why"`
	Latest      bool        `json:"latest"` // Said is the document's date: it was said then or before
	// For people: when it was said ("26 Nov 2025", "by Oct 2024"), the speaker's
	// full name, and the office held on the day it
	// was said; empty where not known.
	When   string `json:"when"`
	Name   string `json:"name"`
	Office string `json:"office"`
	// Asked is true for the statements that the question asks for.
	Asked bool `json:"asked"`
}

// AlsoIn is another document that holds the same words.
type AlsoIn struct {
	Document  string      `json:"document"`
	Passage   string      `json:"passage"`
	Title     Optional    `json:"title"`
	Source    Optional    `json:"source"`
	Published corpus.Date `json:"published"`
}

// Candidate is an actor that a name may mean.
type Candidate struct {
	Actor   string  `json:"actor"`
	Name    string  `json:"name"`
	Matched string  `json:"matched"` // the spelling that fits
	Score   float64 `json:"score"`   // 0 to 1
	// For people: the office or party that tells namesakes apart.
	Office string `json:"office"`
}

// Dossier says what there is to ask of.
type Dossier struct {
	Title     string      `json:"title"`
	Documents int         `json:"documents"`
	Passages  int         `json:"passages"`
	Covers    corpus.Date `json:"covers"`  // from the earliest to the latest known date of a document
	Undated   int         `json:"undated"` // documents whose date is not known
}

// Outcome is how a question ended.
type Outcome = index.Outcome
