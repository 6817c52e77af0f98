package handlers

import (
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
	"dossierbot/index/question"
)

// AskRequest is a question with what narrows it. Names are as a person types
// them.
type AskRequest struct {
	Question string
	At       time.Time // the moment "last month" is reckoned from; zero: now
	Speaker  string    // an actor who must have said it
	Actor    string    // an actor who must be named in it or have said it
	Topic    string
	Source   string // a document, by id or title, or a publisher
	From, To string // dates; either may be empty
	// OtherTime, a date in EDTF or in words, and OtherActor stand in place of
	// the time that the question asks for, and of whom it has speak or names;
	// empty: as the question says. From and To narrow OtherTime as they do the
	// question's own.
	OtherTime, OtherActor string
	// NameOnly is true where who must have said it, as the question has it, need
	// only be named.
	NameOnly bool
	// Dimension is what the time asked for is about; empty: what the question
	// says.
	Dimension index.Dimension
	Sort      index.Sort // by relevance, or newest first
	Limit     int        // hits at most; 0: DefaultLimit
	Offset    int        // hits left out at the start, for a next page
}

// AskReply answers a question.
type AskReply struct {
	ID             string         `json:"id,omitempty"` // of the line of a batch
	Question       string         `json:"question"`
	AskedAt        time.Time      `json:"asked_at"`
	Revision       string         `json:"revision"`
	Outcome        Outcome        `json:"outcome"`
	Interpretation Interpretation `json:"interpretation"`
	Hits           []Hit          `json:"hits"`
	Nearest        []Hit          `json:"nearest"` // at most one before and one after the time asked for
	Candidates     []Candidate    `json:"candidates"`
	TookMS         float64        `json:"took_ms"`
	// For people.
	Reading string   `json:"reading"` // how the question was read: "statements by Kęstutis Budrys · said in November 2025"
	Answer  string   `json:"answer"`  // a sentence for every outcome but answered: "The dossier has nothing on “Elon Musk”."
	Missing []string `json:"missing"` // what was asked for and is not in the dossier
	Notes   []string `json:"notes"`   // what the reader should know: "Only the first 500 characters were read."
	Total   int      `json:"total"`   // hits there are in all
	Offset  int      `json:"offset"`
	Dossier Dossier  `json:"dossier"`
}

// Interpretation is how a question was read. The lists hold ids.
type Interpretation struct {
	Speakers  []string     `json:"speakers"`
	Actors    []string     `json:"actors"`
	Topics    []string     `json:"topics"`
	Sources   []string     `json:"sources"`
	Time      *TimeReading `json:"time"`
	Terms     []string     `json:"terms"`
	Corrected []Corrected  `json:"corrected"`
}

// TimeReading is the time a question asks for.
type TimeReading struct {
	Text      string          `json:"text"`
	Interval  corpus.Date     `json:"interval"`
	Dimension index.Dimension `json:"dimension"`
}

// Corrected is a slip of the question that was forgiven.
type Corrected struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Ask answers a question. Its error is a *Problem where the question cannot
// be read: nothing is asked, or a date or a name that narrows it is none.
func (h *Handlers) Ask(ctx context.Context, r AskRequest) (AskReply, error) {
	started := time.Now()
	if r.At.IsZero() {
		r.At = h.now()
	}
	r.Offset = max(r.Offset, 0)
	if strings.TrimSpace(r.Question) == "" {
		return AskReply{}, &Problem{What: "There is no question", Do: "Ask one", Example: h.someQuestion()}
	}
	reading := h.questions.Read(r.Question, r.At)
	if reading.NoDate != "" {
		return AskReply{}, noDate(reading.NoDate)
	}
	if err := h.narrow(r, &reading); err != nil {
		return AskReply{}, err
	}
	found := index.Result{Outcome: index.NotInDossier}
	if !reading.Empty() {
		var err error
		if found, err = h.search(ctx, &reading.Query); err != nil {
			return AskReply{}, err
		}
	}
	reply := AskReply{
		Question: r.Question, AskedAt: r.At.UTC(), Revision: h.index.Stats().Revision, Outcome: found.Outcome,
		Interpretation: interpret(reading, found.Mended), Hits: h.hits(found.Hits, r.Offset), Nearest: h.hits(found.Nearest, 0),
		Candidates: h.candidates(reading.Ambiguous), Reading: h.describe(reading.Query), Missing: once(found.Missing),
		Notes: h.notes(reading, found), Total: found.Total, Offset: r.Offset, Dossier: h.about(),
	}
	if len(reading.Ambiguous) > 0 && found.Outcome == index.Answered {
		reply.Outcome = index.Ambiguous
	}
	reply.Answer = h.answer(reading, reply, found.Relaxed)
	h.demand.countAsk(reply)
	reply.TookMS = milliseconds(time.Since(started))
	return reply, nil
}

// search answers a query. A publisher who is not known to have said anything
// says what its documents do; then the query asks for those.
func (h *Handlers) search(ctx context.Context, q *index.Query) (index.Result, error) {
	found, err := h.index.Search(ctx, *q)
	if err != nil || found.Outcome != index.NotInDossier && !found.Relaxed || len(q.Speakers)+len(q.SpeakerNames) != 1 {
		return found, err
	}
	var actor, name string
	if len(q.Speakers) == 1 {
		actor = q.Speakers[0]
	} else {
		name = q.SpeakerNames[0]
	}
	of := *q
	of.Documents = h.publishedBy(actor, name)
	if len(q.Documents) > 0 {
		of.Documents = slices.DeleteFunc(of.Documents, func(id string) bool { return !slices.Contains(q.Documents, id) })
	}
	if len(of.Documents) == 0 {
		return found, nil
	}
	of.Speakers, of.SpeakerNames, of.Cue = nil, nil, ""
	*q = of
	return h.index.Search(ctx, of)
}

func milliseconds(d time.Duration) float64 {
	return math.Round(float64(d.Microseconds())/10) / 100
}

// interpret shows how a question was read.
func interpret(r question.Reading, mended []index.Mended) Interpretation {
	i := Interpretation{
		Speakers: list(r.Query.Speakers), Actors: list(slices.Concat(r.Query.Actors, r.Query.About)), Topics: list(r.Query.Topics), Sources: list(r.Query.Documents),
		Terms: termTexts(r.Query), Corrected: []Corrected{},
	}
	for _, c := range r.Corrected {
		i.Corrected = append(i.Corrected, Corrected(c))
	}
	for _, m := range mended {
		i.Corrected = append(i.Corrected, Corrected(m))
	}
	if r.Time != nil {
		i.Time = &TimeReading{Text: r.Time.Text, Interval: r.Query.Time, Dimension: r.Query.Dimension}
	}
	return i
}

// list is never nil, so that JSON shows an empty list.
func list(ids []string) []string { return append([]string{}, ids...) }

// once is the texts without those that differ from an earlier one in case or
// diacritics alone; never nil.
func once(texts []string) []string {
	out, seen := []string{}, map[string]bool{}
	for _, t := range texts {
		if folded := names.Fold(t); !seen[folded] {
			seen[folded] = true
			out = append(out, t)
		}
	}
	return out
}
