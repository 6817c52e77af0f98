package handlers

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
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
	reply := HelpReply{Dossier: h.about, Commands: []Command{
		{"ask", "Passages that answer a question, verbatim, each with its source and date"},
		{"actor", "Where a person, party, institution or state stands; without a name, the list"},
		{"sources", "The documents of the dossier"},
		{"help", "What can be asked"},
	}}
	for _, a := range h.dossier.Actors {
		if a.Kind == corpus.Person && len(a.Positions) > 0 {
			if t, ok := h.dossier.Topic(a.Positions[0].Topic); ok {
				reply.Examples = append(reply.Examples, fmt.Sprintf("what does %s say about %s", a.Name, inSentence(t.Name)))
			}
			if d := a.Positions[0].AsOf; d.Closed() && d.Days() <= 31 {
				reply.Examples = append(reply.Examples, fmt.Sprintf("what did %s say in %s", a.Name, d.First.Format("January 2006")))
			}
		}
		if len(reply.Examples) >= maxExamples {
			break
		}
	}
	for _, t := range h.dossier.Topics {
		if len(reply.Examples) < maxExamples+1 {
			reply.Examples = append(reply.Examples, inSentence(t.Name))
		}
	}
	if len(reply.Examples) == 0 {
		reply.Examples = []string{"what happened in 2025"}
	}
	return reply
}

const maxExamples = 3

// inSentence puts a topic's name into a sentence: its first letter small,
// unless it has another capital and may be a name.
func inSentence(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	if strings.ContainsFunc(name[size:], unicode.IsUpper) {
		return name
	}
	return string(unicode.ToLower(first)) + name[size:]
}
