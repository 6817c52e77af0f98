package chart

import (
	"fmt"
	"slices"
	"strings"

	"dossierbot/corpus"
)

// maxAlt is how long a description of a picture may be, here in UTF-16 units,
// which are never fewer than the characters that Discord counts.
// https://discord.com/developers/docs/components/reference#media-gallery-media-gallery-item-structure
const maxAlt = 1024

// How much of each label a description holds: so little that all that it
// must say has room.
const (
	altTitle = 120
	altName  = 40
)

// Alt describes the timeline in at most 1,024 characters: from when to when,
// how many of what, and the peak. It is empty where PNG has an error.
func (t Timeline) Alt() string {
	if t.check() != nil {
		return ""
	}
	stack := t.stack()
	heights := totals(stack, len(t.Periods))
	peak, sum, times := slices.Max(heights), 0, 0
	for _, n := range heights {
		sum += n
		if n == peak {
			times++
		}
	}
	name := func(i int) string { return short(label(t.Periods[i]), altName) }
	var parts []string
	for _, l := range stack {
		parts = append(parts, short(l.name, altName)+" "+number(l.total))
	}

	out := headline(t.Title, t.Subtitle)
	if len(heights) == 1 {
		out += fmt.Sprintf("One column, %s, holds %s: %s.", name(0), number(sum), strings.Join(parts, ", "))
	} else {
		out += fmt.Sprintf("Columns from %s to %s hold %s in all: %s.", name(0), name(len(heights)-1), number(sum), strings.Join(parts, ", "))
		out += fmt.Sprintf(" The peak is %s with %s", name(slices.Index(heights, peak)), number(peak))
		if times > 1 {
			out += fmt.Sprintf(", reached in %d columns", times)
		}
		out += "."
	}
	if t.Undated > 0 {
		out += " " + undated(t.Undated)
	}
	return out
}

// Alt describes the matrix in at most 1,024 characters: where each actor
// stands if that has room, else how many stand where on each topic, else how
// many in all. It is empty where PNG has an error.
func (m Matrix) Alt() string {
	if m.check() != nil {
		return ""
	}
	out := headline(m.Title, m.Subtitle)
	out += fmt.Sprintf("A table of %s and %s: %s.", plural(len(m.Rows), "row"), plural(len(m.Columns), "column"), tally(slices.Concat(m.Cells...)))
	for _, detail := range []string{m.byRow(), m.byColumn()} {
		if units(out+detail) <= maxAlt {
			return out + detail
		}
	}
	return out
}

// byRow says where each actor stands.
func (m Matrix) byRow() string {
	var out strings.Builder
	for i, row := range m.Cells {
		var parts []string
		for _, s := range stances() {
			var on []string
			for j, c := range row {
				if c == s {
					on = append(on, short(label(m.Columns[j]), altName))
				}
			}
			if len(on) > 0 {
				t, _ := tileOf(s)
				parts = append(parts, t.name+": "+strings.Join(on, ", "))
			}
		}
		if len(parts) == 0 {
			parts = []string{"not known"}
		}
		fmt.Fprintf(&out, " %s – %s.", short(label(m.Rows[i]), altName), strings.Join(parts, "; "))
	}
	return out.String()
}

// byColumn says how many stand where on each topic.
func (m Matrix) byColumn() string {
	var out strings.Builder
	for j, name := range m.Columns {
		var column []corpus.Stance
		for _, row := range m.Cells {
			column = append(column, row[j])
		}
		fmt.Fprintf(&out, " %s – %s.", short(label(name), altName), tally(column))
	}
	return out.String()
}

// tally counts stances: "3 for, 1 against, 2 not known".
func tally(all []corpus.Stance) string {
	var parts []string
	known := 0
	for _, s := range stances() {
		n := 0
		for _, c := range all {
			if c == s {
				n++
			}
		}
		if known += n; n > 0 {
			t, _ := tileOf(s)
			parts = append(parts, number(n)+" "+t.name)
		}
	}
	if n := len(all) - known; n > 0 {
		parts = append(parts, number(n)+" not known")
	}
	return strings.Join(parts, ", ")
}

// headline is title and subtitle as sentences.
func headline(parts ...string) string {
	out := ""
	for _, p := range parts {
		if p = short(plain(p), altTitle); p == "" {
			continue
		}
		out += p
		if !strings.ContainsAny(p[len(p)-1:], ".!?") {
			out += "."
		}
		out += " "
	}
	return out
}

func plural(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return number(n) + " " + what
}

// short cuts s to at most limit UTF-16 units, between graphemes.
func short(s string, limit int) string {
	if units(s) <= limit {
		return s
	}
	out := ""
	for _, g := range graphemes(s) {
		if units(out+g) >= limit {
			break
		}
		out += g
	}
	return strings.TrimRight(out, " ") + "…"
}

// units is the length of s in UTF-16 units.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}
