package handlers

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
)

// byline is who wrote a text; nil where that is not known.
type byline []author

// author is a person or a body. Of a person the names are told apart, which
// no rule can do for any name: who is not known for one keeps the name as it
// is written.
type author struct {
	name          string
	given, family string // of a person
}

var betweenAuthors = regexp.MustCompile(` *; *| *, (?:and )?| and | & `)

// byline reads who wrote a text. Several are told apart where all of them are
// persons: a ministry of this and that is one.
func (h *Handlers) byline(text string) byline {
	text = OneLine(text)
	if text == "" {
		return nil
	}
	var all byline
	for _, name := range betweenAuthors.Split(text, -1) {
		if !h.isPerson(name) {
			return byline{h.author(text)}
		}
		all = append(all, h.author(name))
	}
	return all
}

// isPerson tells whether a name is that of a person, listed or not.
func (h *Handlers) isPerson(name string) bool {
	for a := range h.everybody() {
		if a.Kind == corpus.Person && (a.Name == name || slices.Contains(a.Aliases, name)) {
			return true
		}
	}
	found, _ := h.names().Cut(name).Discover(nil)
	return len(found) == 1 && found[0].Kind == corpus.Person && found[0].Name == name
}

// author tells the names of a person apart: the family name is the last word,
// with the small ones before it ("von der").
func (h *Handlers) author(name string) author {
	parts := strings.Fields(name)
	if len(parts) < 2 || !h.isPerson(name) {
		return author{name: name}
	}
	at := len(parts) - 1
	for at > 1 && startsSmall(parts[at-1]) {
		at--
	}
	return author{name: name, given: strings.Join(parts[:at], " "), family: strings.Join(parts[at:], " ")}
}

func startsSmall(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// inverted is the family name first.
func (a author) inverted() string {
	if a.family == "" {
		return a.name
	}
	return a.family + ", " + a.given
}

// initials is the family name with the initials of the given names: "Field,
// O. M.", "Müller, K.-H.".
func (a author) initials() string {
	if a.family == "" {
		return a.name
	}
	out := a.family + ","
	for _, given := range strings.Fields(a.given) {
		var letters []string
		for _, part := range strings.Split(given, "-") {
			if r, _ := utf8.DecodeRuneInString(part); r != utf8.RuneError {
				letters = append(letters, string(r)+".")
			}
		}
		out += " " + strings.Join(letters, "-")
	}
	return out
}

// natural is "Ona Field and Rolf Maar".
func (b byline) natural() string {
	var names []string
	for _, a := range b {
		names = append(names, a.name)
	}
	return serial(names, "and")
}

// firstInverted is "Field, Ona, and Rolf Maar"; of three and more, where that
// is the style, "Field, Ona, et al."
func (b byline) firstInverted(others bool) string {
	if len(b) == 0 {
		return ""
	}
	names := []string{b[0].inverted()}
	if others && len(b) > 2 {
		return names[0] + ", et al."
	}
	for _, a := range b[1:] {
		names = append(names, a.name)
	}
	if len(names) == 2 {
		return names[0] + ", and " + names[1]
	}
	return serial(names, "and")
}

// initials is "Field, O., & Maar, R."
func (b byline) initials() string {
	var names []string
	for _, a := range b {
		names = append(names, a.initials())
	}
	if len(names) == 2 {
		return names[0] + ", & " + names[1]
	}
	return serial(names, "&")
}

// bibtex is "Field, Ona and {Ministry of Trade}": the braces keep a body's name
// whole.
func (b byline) bibtex() string {
	var names []string
	for _, a := range b {
		if a.family == "" {
			names = append(names, "{"+escapeTeX(a.name)+"}")
		} else {
			names = append(names, escapeTeX(a.inverted()))
		}
	}
	return strings.Join(names, " and ")
}

// serial is "A", "A and B", "A, B, and C".
func serial(names []string, conjunction string) string {
	if n := len(names); n > 2 {
		return strings.Join(names[:n-1], ", ") + ", " + conjunction + " " + names[n-1]
	}
	return strings.Join(names, " "+conjunction+" ")
}
