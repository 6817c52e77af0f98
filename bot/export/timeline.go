package export

import (
	"slices"

	"dossierbot/handlers"
)

// timeline writes what is dated, oldest first, the months without an entry in
// their places, and then what has no date.
func (d *document) timeline(r handlers.TimelineReply) {
	name := r.Name
	switch {
	case r.Actor != nil:
		name = r.Actor.Name
	case r.Topic != nil:
		name = r.Topic.Name
	}
	d.heading(1, "Timeline: "+nameOr(handlers.OneLine(name), "nobody"))
	if r.Time.Known() {
		d.say("Time: " + r.Time.Human())
	}
	d.say(r.Answer)
	if r.Actor == nil && r.Topic == nil {
		d.candidates(r.Candidates)
	}
	d.say(r.Notes...)
	gaps := r.Gaps
	gapsBefore := func(i int) {
		for len(gaps) > 0 && gaps[0].Before <= i {
			d.say("Nothing dated in " + gaps[0].Text)
			gaps = gaps[1:]
		}
	}
	for i, e := range r.Entries {
		gapsBefore(i)
		d.dated(2, e)
	}
	gapsBefore(len(r.Entries))
	d.section("Without a date", r.Undated)
	d.footer("revision " + r.Revision)
}

// section adds entries under a heading; nothing where there is none.
func (d *document) section(title string, entries []handlers.Dated) {
	if len(entries) == 0 {
		return
	}
	d.heading(2, title)
	for _, e := range entries {
		d.dated(3, e)
	}
}

func (d *document) dated(level int, e handlers.Dated) {
	what := " — told as the time of an event"
	switch {
	case e.Position != nil:
		what = " — position of " + string(e.Name) + " on " + e.Position.TopicName + ": " + e.Position.Stance.Text()
	case e.DateOf == handlers.OfStatement:
		what = " — said by " + nameOr(string(e.Name), "a speaker who is not named")
	case e.Name != "":
		what = " — told by " + string(e.Name) + " as the time of an event"
	}
	d.heading(level, e.When+what)
	if e.Position != nil {
		d.say("Our words: "+e.Position.Summary, "What shows it:")
	}
	d.passage(e.Form, e.Text)
	when := "Date: " + known(e.Date, string(e.DateWhy))
	if e.Date.Known() {
		when += " · " + plain(e.Exact)
	}
	if e.DateOf == handlers.OfStatement {
		when += manner(e.Kind, e.About)
	}
	d.facts(when, where(e.About), place(e.Passage, e.Key), alsoIn(e.AlsoIn))
}

var timelineColumns = slices.Concat(
	[]string{"record", "date_of", "date", "date_basis", "date_why", "exact"}, aboutColumns, passageColumns,
	[]string{"speaker", "name", "kind", "stance", "summary", "topics", "also_in", "revision"},
)

// timeline writes a line an entry.
func (t *table) timeline(r handlers.TimelineReply) {
	t.columns = timelineColumns
	t.header()
	add := func(record string, entries []handlers.Dated) {
		for _, e := range entries {
			row := datedRow(e)
			row["record"], row["revision"] = record, r.Revision
			t.row(row)
		}
	}
	add("entry", r.Entries)
	add("undated", r.Undated)
}

func datedRow(e handlers.Dated) map[string]string {
	row := passageRow(e.About, e.Passage, e.Key, e.Start, e.End, e.Text)
	row["date_of"], row["date"], row["date_basis"], row["date_why"], row["exact"] = string(e.DateOf), e.Date.String(), basis(e.Date), string(e.DateWhy), e.Exact
	row["speaker"], row["name"], row["kind"] = string(e.Speaker), string(e.Name), string(e.Kind)
	row["topics"], row["also_in"] = joined(e.Topics), joined(others(e.AlsoIn))
	if e.Position != nil {
		row["stance"], row["summary"] = string(e.Position.Stance), e.Position.Summary
	}
	return row
}
