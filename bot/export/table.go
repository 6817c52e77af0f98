package export

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// The columns that every table has for a document and for a passage of it.
var (
	aboutColumns   = []string{"document", "form", "title", "author", "source", "url", "published", "published_basis", "published_why"}
	passageColumns = []string{"passage", "key", "start", "end", "text"}
)

// table is a table in CSV that is being written.
type table struct {
	out     strings.Builder
	columns []string
}

func (t *table) header() { t.line(t.columns) }

// row adds a line; a column without a value is empty.
func (t *table) row(values map[string]string) {
	cells := make([]string, len(t.columns))
	for i, c := range t.columns {
		cells[i] = inert(values[c])
	}
	t.line(cells)
}

// line writes a line as RFC 4180 has it. The writer of encoding/csv would
// change the line ends within a text.
// https://www.rfc-editor.org/rfc/rfc4180#section-2
func (t *table) line(cells []string) {
	for i, c := range cells {
		if i > 0 {
			t.out.WriteByte(',')
		}
		if strings.ContainsAny(c, ",\"\r\n") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		t.out.WriteString(c)
	}
	t.out.WriteString("\r\n")
}

// formulaSigns begin a formula in some spreadsheet, or are skipped before one.
// https://owasp.org/www-community/attacks/CSV_Injection
var formulaSigns = []rune{'=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'}

// inert keeps a spreadsheet from taking a text for a formula. Control
// characters but for tabs and line ends are left out, as RFC 4180 knows none.
func inert(cell string) string {
	cell = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' && r != '\r' && r != '\n' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(cell, "\uFFFD"))
	if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, " \u00a0\ufeff")); slices.Contains(formulaSigns, first) {
		return "'" + cell
	}
	return cell
}

// passageRow are the cells of a passage.
func passageRow(a handlers.About, passage, key string, start, end int, text string) map[string]string {
	return map[string]string{
		"document": a.Document, "form": string(a.Form), "title": string(a.Title), "author": string(a.Author), "source": string(a.Source),
		"url": string(a.URL), "published": a.Published.String(), "published_basis": string(a.PublishedBasis), "published_why": string(a.PublishedWhy),
		"passage": passage, "key": key, "start": strconv.Itoa(start), "end": strconv.Itoa(end), "text": text,
	}
}

// basis is what a date rests on: stated, inferred or unknown.
func basis(d corpus.Date) string {
	if !d.Known() {
		return string(corpus.Unknown)
	}
	return string(d.Basis)
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func datesOf(dates []corpus.Date) []string {
	var out []string
	for _, d := range dates {
		out = append(out, d.String())
	}
	return out
}

// others are the passages with the same words.
func others(also []handlers.AlsoIn) []string {
	var out []string
	for _, a := range also {
		out = append(out, a.Passage)
	}
	return out
}
