package discord

import (
	"fmt"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// where names the document of a passage: title, author, publisher, date and
// link. Where that grows too long the author and then the publisher are left
// out.
func where(a handlers.About) string {
	name := title(a.Title, a.Document)
	if a.Form == corpus.Note {
		name = "our note on " + name
	}
	when := " · date unknown"
	if a.Published.Known() {
		when = " · published " + a.Published.Human()
	}
	if l := link("open", string(a.URL)); l != "" {
		when += " · " + l
	}
	var by, from string
	if a.Source != "" {
		from = ", " + line(string(a.Source), textOfTitle)
	}
	if a.Author != "" {
		by = ", " + line(string(a.Author), textOfName)
	}
	for _, text := range []string{name + by + from + when, name + from + when} {
		if units(text) <= textOfSource {
			return text
		}
	}
	return name + when
}

// title is a document's title in quotation marks, or its id without.
func title(t handlers.Optional, document string) string {
	if t == "" {
		return line(document, textOfTitle)
	}
	return "“" + line(string(t), textOfTitle) + "”"
}

// alsoIn names the other documents with the same words; empty where there is
// none.
func alsoIn(others []handlers.AlsoIn) string {
	if names := otherNames(others, "%d more"); names != "" {
		return "\n-# also in: " + names
	}
	return ""
}

// otherNames names documents, as many as there is room for.
func otherNames(others []handlers.AlsoIn, more string) string {
	var names []string
	for _, a := range others {
		name := title(a.Title, a.Document)
		if a.Source != "" {
			name += ", " + line(string(a.Source), textOfName)
		}
		names = append(names, name)
	}
	return upTo(names, "; ", more, textOfAlso)
}

// upTo joins as many items as there is room for, the first in any case, and
// tells how many are left out.
func upTo(items []string, separator, more string, room int) string {
	var out string
	for i, item := range items {
		if i > 0 && units(out+separator+item) > room {
			return out + separator + fmt.Sprintf(more, len(items)-i)
		}
		if i > 0 {
			out += separator
		}
		out += item
	}
	return out
}
