// Package export is the face that a reply is taken away with: as Markdown to
// paste into a document, or as CSV for a spreadsheet.
//
// It knows the replies of package handlers and nothing else, and one reply
// always gives the same bytes: no date of today's is in them. Whoever calls it
// decides where they go.
package export

import (
	"strings"

	"dossierbot/handlers"
)

// Reply is what can be exported.
type Reply interface {
	handlers.AskReply | handlers.ActorReply | handlers.TimelineReply
}

// Markdown is a reply as a document in Markdown (CommonMark). Passages stand
// word for word in blockquotes, each with who said it and when, where it stands
// and how its dates are known; a sign that Markdown would take for its own has
// a backslash before it. The words of our notes stand in no blockquote, and it
// says that they are ours.
func Markdown[R Reply](reply R) string {
	d := &document{}
	switch r := any(reply).(type) {
	case handlers.AskReply:
		d.ask(r)
	case handlers.ActorReply:
		d.actor(r)
	case handlers.TimelineReply:
		d.timeline(r)
	}
	return d.out.String()
}

// CSV is a reply as a table after RFC 4180, in UTF-8: a line of names, which
// are those of the JSON, then a line for each passage, position, statement or
// entry; "record" says which. A cell that a spreadsheet would take for a
// formula begins with "'"; all others are as they are.
func CSV[R Reply](reply R) string {
	t := &table{}
	switch r := any(reply).(type) {
	case handlers.AskReply:
		t.ask(r)
	case handlers.ActorReply:
		t.actor(r)
	case handlers.TimelineReply:
		t.timeline(r)
	}
	return t.out.String()
}

// nameOr is a name, or what stands in its place where it is empty.
func nameOr(name, other string) string {
	if name == "" {
		return other
	}
	return name
}

func joined(texts []string) string { return strings.Join(texts, "; ") }
