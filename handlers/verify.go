package handlers

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/quotes"
	"dossierbot/index"
)

// VerifyRequest is a quotation that somebody is about to use.
type VerifyRequest struct {
	Quotation string
	Limit     int // places at most; 0: as many as an answer has hits
}

// VerifyReply tells how a quotation stands in the dossier.
type VerifyReply struct {
	Quotation string       `json:"quotation"`
	Revision  string       `json:"revision"`
	Outcome   index.Quoted `json:"outcome"`
	Places    []Place      `json:"places"`
	TookMS    float64      `json:"took_ms"`
	// For people.
	Answer  string   `json:"answer"` // a sentence for every outcome
	Notes   []string `json:"notes"`  // what the reader should know
	Total   int      `json:"total"`  // places there are in all
	Dossier Dossier  `json:"dossier"`
}

// Place is where a quotation stands. Offsets are bytes into the document's
// text.
type Place struct {
	Rank    int          `json:"rank"`
	Outcome index.Quoted `json:"outcome"` // word_for_word or altered
	Score   float64      `json:"score"`   // share of the quotation that stands here, common words counting less
	About
	Passage    string      `json:"passage"` // in which it begins
	Key        string      `json:"key"`
	Start      int         `json:"start"`
	End        int         `json:"end"`
	Text       string      `json:"text"` // verbatim; what the quotation is held against
	Edits      []Edit      `json:"edits"`
	Marked     bool        `json:"marked"`     // the words both have stand in quotation marks
	Statements []Statement `json:"statements"` // that the words both have are of
	AlsoIn     []AlsoIn    `json:"also_in"`
	// For people: whose words these are where that is not simply one speaker,
	// and how the quotation differs; empty where there is nothing to say.
	Whose      string `json:"whose"`
	Difference string `json:"difference"`
}

// Edit is a stretch of a quotation held against the text.
type Edit struct {
	Kind index.EditKind `json:"kind"`
	Text string         `json:"text"`
}

// Marked is the stretch in the marks that tell its kind without any style:
// [-words that the quotation lacks-], {+its own+}, {~from another place~}.
func (e Edit) Marked() string {
	switch e.Kind {
	case index.InText, index.Elided:
		return "[-" + e.Text + "-]"
	case index.Asked:
		return "{+" + e.Text + "+}"
	case index.Moved:
		return "{~" + e.Text + "~}"
	}
	return e.Text
}

// Verify tells whether a quotation stands in the dossier word for word,
// altered or not at all, and who said it, when and where. Its error is a
// *Problem where there is no word to look for.
func (h *Handlers) Verify(ctx context.Context, r VerifyRequest) (VerifyReply, error) {
	started := time.Now()
	found, err := h.index.Verify(ctx, r.Quotation, r.Limit)
	if err != nil {
		return VerifyReply{}, err
	}
	if found.Words == 0 {
		return VerifyReply{}, &Problem{What: "There is no quotation", Do: "Give the words that you want to quote"}
	}
	reply := VerifyReply{
		Quotation: r.Quotation, Revision: h.index.Stats().Revision, Outcome: index.NotThere, Places: []Place{},
		Notes: []string{}, Total: found.Total, Dossier: h.about(),
	}
	for i, q := range found.Places {
		p := h.place(q)
		p.Rank = i + 1
		reply.Places = append(reply.Places, p)
	}
	if len(reply.Places) > 0 {
		reply.Outcome = reply.Places[0].Outcome
	}
	if found.Cut {
		reply.Notes = append(reply.Notes, fmt.Sprintf("Only the first %d words of the quotation were compared.", index.MaxQuoted))
	}
	if severalSpeakers(reply.Places) {
		reply.Notes = append(reply.Notes, "Not all places give these words to the same speaker.")
	}
	reply.Answer = verdict(reply, found.Cut)
	reply.TookMS = milliseconds(time.Since(started))
	return reply, nil
}

// place makes a place of a reply.
func (h *Handlers) place(q index.Quotation) Place {
	p := Place{
		Outcome: q.How, Score: q.Score, About: aboutOf(q.Document), Passage: q.Passage.ID, Key: q.Passage.Key,
		Start: q.Span.Start, End: q.Span.End, Text: q.Text(), Edits: []Edit{}, Statements: []Statement{}, AlsoIn: []AlsoIn{},
	}
	for _, e := range q.Edits {
		p.Edits = append(p.Edits, Edit(e))
	}
	for _, a := range q.AlsoIn {
		if !slices.ContainsFunc(p.AlsoIn, func(o AlsoIn) bool { return o.Document == a.Document.ID }) {
			p.AlsoIn = append(p.AlsoIn, alsoIn(a.Document, a.PassageID))
		}
	}
	p.Marked = marked(q)
	outside := len(q.Words)
	for _, word := range q.Words {
		if slices.ContainsFunc(q.Passage.Statements, func(s corpus.Statement) bool { return slices.ContainsFunc(s.Spans, word.Overlaps) }) {
			outside--
		}
	}
	for _, s := range q.Passage.Statements {
		if slices.ContainsFunc(s.Spans, func(span corpus.Span) bool { return slices.ContainsFunc(q.Words, span.Overlaps) }) {
			p.Statements = append(p.Statements, h.statement(q.Passage, s, true))
		}
	}
	p.Whose = whose(p, outside, len(q.Words))
	p.Difference = difference(p.Edits)
	return p
}

// marked tells whether the words that a quotation has of a passage stand in
// quotation marks there.
func marked(q index.Quotation) bool {
	spans := quotes.Marked(q.Passage.Text)
	return len(q.Words) > 0 && !slices.ContainsFunc(q.Words, func(word corpus.Span) bool {
		here := corpus.Span{Start: word.Start - q.Passage.Start, End: word.End - q.Passage.Start}
		return !slices.ContainsFunc(spans, func(s corpus.Span) bool { return s.Contains(here) })
	})
}

// whose says whose words a place has, where a reader could take them for
// another's: outside of so many words is in nobody's statement.
func whose(p Place, outside, all int) string {
	speakers := speakersOf(p)
	reported, mixed := 0, 0
	for _, s := range p.Statements {
		switch s.Kind {
		case corpus.Reported:
			reported++
		case corpus.Mixed:
			mixed++
		}
	}
	var parts []string
	if p.Form == corpus.Note {
		if p.Marked {
			parts = append(parts, "Our own note quotes this.")
		} else {
			parts = append(parts, "These are the words of our own note, not of the source.")
		}
	}
	switch {
	case len(speakers) > 1:
		parts = append(parts, "It joins the words of "+join(speakers, "and", mostNames)+".")
	case p.Form == corpus.Note || p.Marked:
	case reported > 0 && reported == len(p.Statements):
		parts = append(parts, "The document reports this in its own words: they are not the speaker's.")
	case reported+mixed > 0:
		parts = append(parts, "The document reports some of this in its own words.")
	}
	switch {
	case p.Marked && outside > 0:
		parts = append(parts, "It stands in quotation marks; whose words these are could not be read.")
	case p.Form == corpus.Note:
	case outside == all:
		parts = append(parts, "It stands in the document's own words, not in a statement of anybody's.")
	case outside > 0:
		parts = append(parts, "Some of it stands in the document's own words, outside of any statement.")
	}
	return strings.Join(parts, " ")
}

// speakersOf names those whose words a place has.
func speakersOf(p Place) []string {
	var out []string
	for _, s := range p.Statements {
		if name := speakerOf(s); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// speakerOf names who made a statement.
func speakerOf(s Statement) string {
	switch {
	case s.Name != "":
		return s.Name
	case s.SpeakerText != "":
		return string(s.SpeakerText)
	}
	return "a speaker who is not named"
}

// difference says how a quotation differs from the text; empty where it does
// not.
func difference(edits []Edit) string {
	var kinds []index.EditKind
	for _, e := range edits {
		if !slices.Contains(kinds, e.Kind) {
			kinds = append(kinds, e.Kind)
		}
	}
	var parts []string
	for _, k := range []struct {
		kind index.EditKind
		text string
	}{
		{index.InText, "leaves out words without a mark"},
		{index.Asked, "has words that do not stand here"},
		{index.Elided, "leaves out words where it says so"},
		{index.Moved, "has words in another order"},
	} {
		if slices.Contains(kinds, k.kind) {
			parts = append(parts, k.text)
		}
	}
	if slices.Contains(kinds, index.InText) && slices.Contains(kinds, index.Asked) {
		parts = append([]string{"has other words than stand here"}, parts[2:]...)
	}
	if len(parts) == 0 {
		return ""
	}
	return "The quotation " + join(parts, "and", len(parts)) + "."
}

// severalSpeakers tells whether one place has a speaker whom another has not.
func severalSpeakers(places []Place) bool {
	var first string
	for _, p := range places {
		names := speakersOf(p)
		slices.Sort(names)
		all := strings.Join(names, "|")
		switch {
		case all == "": // whose words they are there could not be read
		case first == "":
			first = all
		case all != first:
			return true
		}
	}
	return false
}

// someOfIt is the share of a quotation below which a place has only a part.
const someOfIt = 0.6

// verdict is the answer in a sentence or two.
func verdict(r VerifyReply, isCut bool) string {
	if r.Outcome == index.NotThere {
		return "The dossier does not have this: neither word for word nor nearly so."
	}
	first := r.Places[0]
	text := "The dossier has this word for word"
	if r.Outcome == index.Altered {
		text = "The dossier does not have this word for word, but something like it"
		if !slices.ContainsFunc(first.Edits, func(e Edit) bool { return e.Kind != index.Same && e.Kind != index.Elided }) {
			text = "The dossier has these words, with others between them that are left out here"
		} else if first.Score < someOfIt && !slices.ContainsFunc(first.Edits, func(e Edit) bool { return e.Kind == index.Moved }) {
			text = "The dossier has only a part of this in one place"
		}
	}
	if isCut {
		text += ", as far as it was compared"
	}
	switch {
	case first.Form == corpus.Note && !first.Marked:
		text += ", in a note of ours: not as the source's words"
	case len(first.Statements) == 0 && first.Marked:
		text += ", in quotation marks"
	case len(first.Statements) == 0:
		text += ", in the document's own words"
	case first.Whose == "" || first.Form == corpus.Note && len(speakersOf(first)) == 1:
		text += ", said by " + speakerOf(first.Statements[0])
		when := first.Statements[0].When
		if when != "" && !slices.ContainsFunc(first.Statements, func(s Statement) bool { return s.When != when }) {
			text += " (" + when + ")"
		}
	}
	return text + "."
}
