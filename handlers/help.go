package handlers

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/index"
)

// HelpReply explains the bot to a reader.
type HelpReply struct {
	Dossier  Dossier
	Examples []string // questions that work here
	Commands []Command
}

// Command is a command as a reader sees it.
type Command struct{ Name, Description string }

// Help explains what can be asked, with examples that have an answer here.
func (h *Handlers) Help() HelpReply {
	return HelpReply{Dossier: h.about(), Examples: h.examples(), Commands: []Command{
		{"ask", "Passages that answer a question, verbatim, each with its source and date"},
		{"verify", "Whether a quotation stands in the dossier word for word, and who said it, when and where"},
		{"actor", "Where a person, party, institution or state stands, now or at a time; without a name, the list"},
		{"timeline", "What was said and what happened, oldest first, of an actor or on a topic"},
		{"compare", "Two actors side by side, topic by topic, and where they differ"},
		{"topic", "Who stands where on a topic; without one, on all of them"},
		{"sources", "The documents of the dossier"},
		{"digest", "Tell a channel what changes, at once, daily or weekly; for those who may manage channels"},
		{"status", "The revision of the dossier and since when it is; for those who may manage channels also what goes wrong and what waits"},
		{"help", "What can be asked"},
	}}
}

// How many examples are given, and how many are tried for them.
const (
	maxExamples = 4
	maxTried    = 24
)

// findExamples gives questions that the dossier answers.
func (h *Handlers) findExamples() []string {
	found := []string{}
	tried := 0
	try := func(questions ...string) {
		for _, q := range questions {
			if len(found) == maxExamples || tried == maxTried {
				return
			}
			if tried++; !slices.Contains(found, q) && h.answers(q) {
				found = append(found, q)
			}
		}
	}
	for _, a := range h.dossier.Actors {
		if a.Kind == corpus.Person && len(a.Positions) > 0 && len(found) < maxExamples-1 {
			try(h.questionsOn(a)...)
		}
	}
	for _, t := range h.dossier.Topics {
		try(inSentence(t))
	}
	if len(found) == 0 && !h.about().Covers.Last.IsZero() {
		tried = 0
		try("what happened in " + h.about().Covers.Last.Format("2006"))
	}
	return found
}

// questionsOn are questions about what an actor said: one on a topic, and one
// of a month.
func (h *Handlers) questionsOn(a corpus.Actor) []string {
	var out []string
	if t, ok := h.dossier.Topic(a.Positions[0].Topic); ok {
		out = append(out, fmt.Sprintf("what does %s say about %s", a.Name, inSentence(t)))
	}
	inOneMonth := func(p corpus.Position) bool { return len(p.AsOf.Months()) == 1 }
	if i := slices.IndexFunc(a.Positions, inOneMonth); i >= 0 {
		out = append(out, fmt.Sprintf("what did %s say in %s", a.Name, a.Positions[i].AsOf.First.Format("January 2006")))
	}
	return out
}

// answers tells whether a question has an answer here.
func (h *Handlers) answers(q string) bool {
	reading := h.questions.Read(q, h.now())
	found, err := h.index.Search(context.Background(), reading.Query)
	return err == nil && found.Outcome == index.Answered && len(reading.Ambiguous) == 0
}

// someQuestion is a question that has an answer here; empty where none is
// known.
func (h *Handlers) someQuestion() string {
	for _, q := range h.examples() {
		return q
	}
	return ""
}

// inSentence puts a topic's name into a sentence: its first letter small,
// unless it may begin with a name. Where the name has another capital, it is
// the synonyms that tell.
func inSentence(t corpus.Topic) string {
	first, size := utf8.DecodeRuneInString(t.Name)
	small := string(unicode.ToLower(first)) + t.Name[size:]
	word, _, _ := strings.Cut(small, " ")
	inSynonym := func(s string) bool { return slices.Contains(strings.Fields(s), word) }
	if strings.ContainsFunc(t.Name[size:], unicode.IsUpper) && !slices.ContainsFunc(t.Synonyms, inSynonym) {
		return t.Name
	}
	return small
}
