package export

import (
	"fmt"
	"slices"
	"strconv"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// ask writes an answer: the question, how it was read, the passages.
func (d *document) ask(r handlers.AskReply) {
	d.heading(1, nameOr(handlers.OneLine(r.Question), "A question"))
	if r.Reading != "" {
		d.say("Read as: " + r.Reading)
	}
	d.say(r.Notes...)
	d.say(r.Answer)
	d.candidates(r.Candidates)
	for _, h := range r.Hits {
		d.hit(h)
	}
	if len(r.Nearest) > 0 {
		d.heading(2, "Nearest in time")
		for _, h := range r.Nearest {
			d.hit(h)
		}
	}
	d.footer(dossier(r.Dossier), "revision "+r.Revision, shown(len(r.Hits), r.Offset, r.Total))
}

// shown says which of how many passages are here.
func shown(n, offset, total int) string {
	switch {
	case n == 0:
		return "no passage answers it"
	case n == 1:
		return fmt.Sprintf("passage %d of %d", offset+1, max(total, offset+1))
	}
	return fmt.Sprintf("passages %d–%d of %d", offset+1, offset+n, max(total, offset+n))
}

func dossier(about handlers.Dossier) string {
	if about.Title == "" {
		return "a dossier without title"
	}
	return "dossier “" + about.Title + "”"
}

func (d *document) candidates(candidates []handlers.Candidate) {
	var lines []string
	for _, c := range candidates {
		line := plain(c.Name)
		if c.Office != "" {
			line += ", " + plain(c.Office)
		}
		lines = append(lines, line+" ("+id(c.Actor)+")")
	}
	d.facts(lines...)
}

func (d *document) hit(h handlers.Hit) {
	d.heading(2, "Passage "+strconv.Itoa(h.Rank)+": "+nameOr(string(h.Title), h.Document))
	var speakers []string
	for _, s := range asked(h) {
		speakers = append(speakers, speaker(s, h.About))
	}
	d.facts(slices.Compact(speakers)...)
	d.passage(h.Form, h.Text)
	d.facts(where(h.About), place(h.Passage, h.Key), alsoIn(h.AlsoIn))
}

// asked are the statements of a hit that were asked for, or else all of them.
func asked(h handlers.Hit) []handlers.Statement {
	out := slices.DeleteFunc(slices.Clone(h.Statements), func(s handlers.Statement) bool { return !s.Asked })
	if len(out) == 0 {
		return h.Statements
	}
	return out
}

// speaker says who made a statement, in what office, when, and in whose words
// it is. Of a statement that nobody asked for it says only that it is in the
// passage, so that nobody takes the whole for the speaker's words.
func speaker(s handlers.Statement, a handlers.About) string {
	who := "**" + plain(nameOr(nameOr(s.Name, string(s.SpeakerText)), "Speaker not named")) + "**"
	if s.Office != "" {
		who += ", " + plain(s.Office)
	}
	if !s.Asked {
		who = "In it: " + who
	}
	return who + " — said: " + said(s.Said, string(s.SaidWhy), s.Latest, s.When) + manner(s.Kind, a)
}

// manner says whose words a statement is in.
func manner(kind corpus.Kind, a handlers.About) string {
	whose := "reported by " + plain(nameOr(nameOr(string(a.Author), string(a.Source)), "the document"))
	if a.Form == corpus.Note {
		whose = "in our words"
	}
	switch kind {
	case corpus.Reported:
		return " · " + whose
	case corpus.Mixed:
		return " · partly " + whose
	case corpus.Direct:
		return " · direct"
	}
	return ""
}

var askColumns = slices.Concat(
	[]string{"record", "rank", "score", "coverage"}, aboutColumns, passageColumns,
	[]string{"speaker", "name", "office", "kind", "said", "said_basis", "said_why", "events", "also_in", "revision", "question", "outcome"},
)

// ask writes a line a passage. Where several statements of a passage count,
// their cells hold one after the other with "; " between them.
func (t *table) ask(r handlers.AskReply) {
	t.columns = askColumns
	t.header()
	for _, h := range r.Hits {
		t.hit("hit", h, r)
	}
	for _, h := range r.Nearest {
		t.hit("nearest", h, r)
	}
}

func (t *table) hit(record string, h handlers.Hit, r handlers.AskReply) {
	row := passageRow(h.About, h.Passage, h.Key, h.Start, h.End, h.Text)
	row["record"], row["rank"], row["outcome"], row["question"], row["revision"] = record, strconv.Itoa(h.Rank), string(r.Outcome), r.Question, r.Revision
	row["score"], row["coverage"] = decimal(h.Score), decimal(h.Coverage)
	statements(row, asked(h))
	row["events"], row["also_in"] = joined(datesOf(h.Events)), joined(others(h.AlsoIn))
	t.row(row)
}

// statements fills the cells that tell of statements.
func statements(row map[string]string, all []handlers.Statement) {
	for _, cell := range []struct {
		name string
		of   func(handlers.Statement) string
	}{
		{"speaker", func(s handlers.Statement) string { return string(s.Speaker) }},
		{"name", func(s handlers.Statement) string { return s.Name }},
		{"office", func(s handlers.Statement) string { return s.Office }},
		{"kind", func(s handlers.Statement) string { return string(s.Kind) }},
		{"said", func(s handlers.Statement) string { return s.Said.String() }},
		{"said_basis", func(s handlers.Statement) string { return basis(s.Said) }},
		{"said_why", func(s handlers.Statement) string { return string(s.SaidWhy) }},
	} {
		var texts []string
		for _, s := range all {
			texts = append(texts, cell.of(s))
		}
		row[cell.name] = joined(texts)
	}
}
