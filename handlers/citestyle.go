package handlers

import "strings"

// https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-1.html
func (w work) chicagoNote() string {
	return commas(w.author.natural(), w.heading(","), w.source, w.day(monthFirst), w.url) + "; passage " + w.at + "."
}

func (w work) chicagoEntry() string {
	return sentences(w.author.firstInverted(false), w.heading("."), commas(w.source, w.day(monthFirst)), w.url, "Passage "+w.at)
}

// https://apastyle.apa.org/style-grammar-guidelines/references/examples
func (w work) apa() string {
	first, then := w.author.initials(), w.title
	if w.author == nil {
		first, then = w.title, ""
	}
	return sentences(first, "("+yearFirst.date(w.date)+")", then, w.source, w.url) + " [Passage " + w.at + "]."
}

// https://style.mla.org/works-cited/citations-by-format/
func (w work) mla() string {
	return sentences(w.author.firstInverted(true), w.heading("."), commas(w.source, w.day(abbreviated), w.url), "Passage "+w.at)
}

// markdown is one line with a link under the title.
func (w work) markdown() string {
	title := EscapeMarkdown(w.heading(""))
	if w.url != "" {
		title = "[" + title + "](<" + w.url + ">)"
	}
	return commas(title, EscapeMarkdown(w.author.natural()), EscapeMarkdown(w.source), EscapeMarkdown(w.day(dayFirst)), EscapeMarkdown("passage "+w.at))
}

// day is the date; empty for our own words, of which the title tells the day
// of what they are on.
func (w work) day(f dateForm) string {
	if w.ours {
		return ""
	}
	return f.date(w.date)
}

// sentences joins the parts that are not empty, each with a full stop at its
// end. Behind an address there is none: it would be taken for a part of it.
func sentences(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p)
		_, isAddress := WebAddress(p[strings.LastIndex(p, " ")+1:])
		if !isAddress && !strings.HasSuffix(p, ".”") && !strings.HasSuffix(p, "”") {
			b.WriteString(stopAfter(p))
		}
	}
	return b.String()
}

// bibtex is an entry that BibTeX and biblatex take; the latter reads the exact
// date, in EDTF.
// https://ctan.org/pkg/biblatex
func (w work) bibtex() string {
	var b strings.Builder
	b.WriteString("@misc{" + w.id)
	field := func(name, value string) {
		if value != "" {
			b.WriteString(",\n  " + name + " = {" + value + "}")
		}
	}
	field("author", w.author.bibtex())
	field("title", "{"+escapeTeX(w.title)+"}") // the inner braces keep its capitals
	field("howpublished", escapeTeX(w.source))
	field("date", w.date.String())
	if years := w.date.Years(); len(years) == 1 {
		field("year", years[0])
	}
	field("url", w.url)
	note := "Passage " + w.at
	if w.date.Known() {
		note = "Published " + dayFirst.date(w.date) + ". " + note
	}
	field("note", escapeTeX(note))
	b.WriteString("\n}")
	return b.String()
}

// escapeTeX takes the meaning of every sign that TeX or BibTeX gives one. A
// brace behind a backslash would still count as one to BibTeX.
var escapeTeX = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `$`, `\$`, `&`, `\&`, `%`, `\%`, `#`, `\#`, `_`, `\_`,
	`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`,
).Replace

// ris is a record of reference managers, a tag a line. A value never begins a
// new line, so that it cannot bring in a tag.
// https://en.wikipedia.org/wiki/RIS_(file_format)
func (w work) ris() string {
	lines := []string{"TY  - GEN"}
	tag := func(name, value string) {
		if value != "" {
			lines = append(lines, name+"  - "+value)
		}
	}
	if w.url != "" {
		lines[0] = "TY  - ELEC"
	}
	tag("ID", w.id)
	for _, a := range w.author {
		tag("AU", a.inverted())
	}
	tag("TI", w.title)
	tag("PB", w.source)
	if years := w.date.Years(); len(years) == 1 {
		tag("PY", years[0])
		tag("DA", years[0]+"/"+risMonth(w)+"/"+risDay(w)+"/"+dayFirst.date(w.date))
	} else if w.date.Known() {
		tag("DA", "///"+dayFirst.date(w.date))
	}
	tag("UR", w.url)
	tag("N1", "Passage "+w.at)
	return strings.Join(append(lines, "ER  - "), "\n")
}

func risMonth(w work) string {
	if w.date.First.Month() == w.date.Last.Month() {
		return w.date.First.Format("01")
	}
	return ""
}

func risDay(w work) string {
	if w.date.Days() == 1 {
		return w.date.First.Format("02")
	}
	return ""
}
