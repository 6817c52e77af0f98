package export

import (
	"regexp"
	"strings"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// document is a document in Markdown that is being written. All texts that it
// is given are untrusted.
type document struct{ out strings.Builder }

// block adds a block of lines, an empty line before it.
func (d *document) block(lines ...string) {
	if d.out.Len() > 0 {
		d.out.WriteByte('\n')
	}
	for _, l := range lines {
		d.out.WriteString(l + "\n")
	}
}

func (d *document) heading(level int, text string) {
	d.block(strings.Repeat("#", level) + " " + plain(text))
}

// say adds paragraphs, leaving out empty ones.
func (d *document) say(texts ...string) {
	for _, t := range texts {
		if t = plain(t); t != "" {
			d.block(t)
		}
	}
}

// facts adds a list, leaving out what is empty; its entries are written
// already.
func (d *document) facts(entries ...string) {
	var lines []string
	for _, e := range entries {
		if e != "" {
			lines = append(lines, "- "+e)
		}
	}
	if len(lines) > 0 {
		d.block(lines...)
	}
}

// plain is an untrusted text on one line of Markdown.
func plain(text string) string { return handlers.EscapeMarkdown(handlers.OneLine(text)) }

// passage adds the words of a document: a source's in a blockquote, ours said
// to be ours.
func (d *document) passage(form corpus.Form, text string) {
	var lines []string
	prefix := "> "
	if form == corpus.Note {
		prefix = ""
		d.block("*Our words, a note on the source and not its own:*")
	}
	for _, line := range strings.Split(strings.TrimSpace(handlers.Visible(text)), "\n") {
		line = strings.TrimSpace(line) // four spaces would make code of it
		if form == corpus.Note {
			line = heading(line)
		} else {
			line = handlers.EscapeMarkdown(line)
		}
		lines = append(lines, strings.TrimRight(prefix+line, " "))
	}
	d.block(lines...)
}

var headingMark = regexp.MustCompile(`^#{1,6} +`)

// heading is a line of ours, which is written in Markdown: a heading is bold
// here, for it is none of this document's.
func heading(line string) string {
	if text := headingMark.ReplaceAllString(line, ""); text != line {
		return "**" + plain(text) + "**"
	}
	return handlers.EscapeMarkdown(line)
}

// where says where a passage stands, and how the date is known.
func where(a handlers.About) string {
	name := plain(a.Document)
	if a.Title != "" {
		name = "“" + plain(string(a.Title)) + "”"
	}
	if a.Form == corpus.Note {
		name = "our note on " + name
	}
	for _, part := range []handlers.Optional{a.Author, a.Source} {
		if part != "" {
			name += ", " + plain(string(part))
		}
	}
	name += " · published: " + known(a.Published, string(a.PublishedWhy))
	if address, ok := handlers.WebAddress(string(a.URL)); ok {
		name += " · <" + address + ">"
	}
	return "Source: " + name
}

// known is a date with how it is known: "26 Nov 2025 (stated: dateline)".
func known(d corpus.Date, why string) string {
	if !d.Known() {
		return "date unknown"
	}
	basis := string(d.Basis)
	d.Basis = corpus.Stated // said in brackets
	return because(d.Human(), basis, why)
}

// said is when a statement was made. Where all that is known is the document's
// date, it was then or before, and when says so.
func said(s corpus.Date, why string, latest bool, when string) string {
	if latest {
		return because(when, "then or before", why)
	}
	return known(s, why)
}

func because(text, basis, why string) string {
	if why != "" {
		basis += ": " + plain(why)
	}
	return text + " (" + basis + ")"
}

func place(passage, key string) string { return "Passage: " + id(passage) + " (key " + id(key) + ")" }

// id is an id in a span of code.
func id(text string) string { return "`" + strings.ReplaceAll(handlers.OneLine(text), "`", "'") + "`" }

func alsoIn(others []handlers.AlsoIn) string {
	var names []string
	for _, a := range others {
		name := nameOr(string(a.Title), a.Document)
		if a.Source != "" {
			name += ", " + string(a.Source)
		}
		names = append(names, plain(name)+" (passage "+id(a.Passage)+")")
	}
	if len(names) == 0 {
		return ""
	}
	return "Also in: " + strings.Join(names, "; ")
}

// footer says of which dossier this is, and of which state of it.
func (d *document) footer(parts ...string) {
	d.block("---")
	d.say(strings.Join(parts, " · "))
}
