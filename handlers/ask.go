package handlers

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/timex"
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
	Source   string     // a document, by id or title, or a publisher
	From, To string     // dates; either may be empty
	Sort     index.Sort // by relevance, or newest first
	Limit    int        // hits at most; 0: DefaultLimit
	Offset   int        // hits left out at the start, for a next page
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
	if strings.TrimSpace(r.Question) == "" {
		return AskReply{}, &Problem{What: "There is no question", Do: "Ask one", Example: h.Help().Examples[0]}
	}
	reading := h.questions.Read(r.Question, r.At)
	if err := h.narrow(r, &reading); err != nil {
		return AskReply{}, err
	}
	reply := AskReply{
		Question: r.Question, AskedAt: r.At.UTC(), Revision: h.index.Stats().Revision, Outcome: index.NotInDossier,
		Interpretation: interpret(reading), Hits: []Hit{}, Nearest: []Hit{}, Candidates: []Candidate{},
		Reading: h.describe(reading), Missing: []string{}, Notes: []string{}, Offset: r.Offset, Dossier: h.about,
	}
	if reading.Cut {
		reply.Notes = append(reply.Notes, fmt.Sprintf("Only the first %d characters of the question were read.", question.MaxLength))
	}
	for _, c := range reading.Corrected {
		reply.Notes = append(reply.Notes, fmt.Sprintf("“%s” was read as “%s”.", c.From, c.To))
	}
	if reading.Empty() {
		reply.Answer = "The question names nothing to look for: no person, no date, no subject."
		reply.TookMS = milliseconds(time.Since(started))
		return reply, nil
	}
	found, err := h.index.Search(ctx, reading.Query)
	if err != nil {
		return AskReply{}, err
	}
	reply.Outcome, reply.Total = found.Outcome, found.Total
	reply.Hits = h.hits(found.Hits, r.Offset)
	reply.Nearest = h.hits(found.Nearest, 0)
	reply.Missing = append(reply.Missing, found.Missing...)
	if len(reading.Ambiguous) > 0 {
		reply.Candidates = h.candidates(reading.Ambiguous)
		if found.Outcome == index.Answered {
			reply.Outcome = index.Ambiguous
		}
	}
	if len(found.LeftOut) > 0 {
		reply.Notes = append(reply.Notes, fmt.Sprintf("The dossier is in another language: %s could not be looked for.", quoteList(found.LeftOut)))
	}
	if found.Relaxed {
		reply.Notes = append(reply.Notes, fmt.Sprintf("The dossier has no statement by %s on this; these passages name them.", h.list(reading.Query.Speakers)))
	}
	reply.Answer = h.answer(reading, reply)
	reply.TookMS = milliseconds(time.Since(started))
	return reply, nil
}

func milliseconds(d time.Duration) float64 {
	return math.Round(float64(d.Microseconds())/10) / 100
}

// narrow adds what was given beside the question.
func (h *Handlers) narrow(r AskRequest, reading *question.Reading) error {
	q := &reading.Query
	q.Sort, q.Limit, q.Offset = r.Sort, r.Limit, r.Offset
	if r.Speaker != "" {
		a, err := h.actorNamed(r.Speaker)
		if err != nil {
			return err
		}
		q.About = slices.DeleteFunc(append(q.About, q.Actors...), func(b string) bool { return b == a })
		q.Speakers, q.Actors = []string{a}, nil
		reading.Ambiguous = nil
	}
	if r.Actor != "" {
		a, err := h.actorNamed(r.Actor)
		if err != nil {
			return err
		}
		q.About = slices.DeleteFunc(append(q.About, q.Actors...), func(b string) bool { return b == a })
		q.Actors = []string{a}
		reading.Ambiguous = nil
	}
	if r.Topic != "" {
		topic, err := h.topicNamed(r.Topic)
		if err != nil {
			return err
		}
		q.Topics = []string{topic.ID}
		q.Terms = append(q.Terms, question.TopicTerm(topic))
	}
	if r.Source != "" {
		documents := h.sourceNamed(r.Source)
		if len(documents) == 0 {
			return &Problem{What: fmt.Sprintf("No source is called “%s”", r.Source), Do: "Choose one of /sources", Example: h.documents[0].Document.ID}
		}
		q.Documents = documents
	}
	if r.From == "" && r.To == "" {
		return nil
	}
	interval := corpus.Date{Basis: corpus.Stated}
	text := ""
	for _, end := range []struct {
		name, value string
		set         func(corpus.Date)
	}{
		{"from", r.From, func(d corpus.Date) { interval.First = d.First }},
		{"to", r.To, func(d corpus.Date) { interval.Last = d.Last }},
	} {
		if end.value == "" {
			continue
		}
		d, err := corpus.ParseDate(end.value)
		if err != nil {
			asked, ok := timex.Question(end.value, r.At)
			if !ok {
				return &Problem{What: fmt.Sprintf("“%s” is no date", end.value), Do: "Write a year, a month or a day", Example: "2025-11-26"}
			}
			d = asked.Interval
		}
		end.set(d)
		text = strings.TrimSpace(text + " " + end.name + " " + end.value)
	}
	if !interval.First.IsZero() && !interval.Last.IsZero() && interval.Last.Before(interval.First) {
		return &Problem{What: "The time ends before it begins", Do: "Exchange from and to", Example: "from 2025-01 to 2025-11"}
	}
	q.Time, q.AnyYear = interval, false
	if q.Dimension == "" {
		q.Dimension = index.AnyTime
		if len(q.Speakers) > 0 {
			q.Dimension = index.Said
		}
	}
	reading.Time = &timex.Asked{Text: text, Interval: interval}
	return nil
}

// interpret shows how a question was read.
func interpret(r question.Reading) Interpretation {
	i := Interpretation{
		Speakers: list(r.Query.Speakers), Actors: list(slices.Concat(r.Query.Actors, r.Query.About)), Topics: list(r.Query.Topics), Sources: list(r.Query.Documents),
		Terms: []string{}, Corrected: []Corrected{},
	}
	for _, t := range r.Query.Terms {
		i.Terms = append(i.Terms, t.Text)
	}
	for _, c := range r.Corrected {
		i.Corrected = append(i.Corrected, Corrected(c))
	}
	if r.Time != nil {
		i.Time = &TimeReading{Text: r.Time.Text, Interval: r.Query.Time, Dimension: r.Query.Dimension}
	}
	return i
}

// list is never nil, so that JSON shows an empty list.
func list(ids []string) []string { return append([]string{}, ids...) }
