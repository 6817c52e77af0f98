package export

import (
	"fmt"
	"slices"
	"strconv"

	"dossierbot/handlers"
)

// actor writes a card: who it is, positions with their evidence, statements.
func (d *document) actor(r handlers.ActorReply) {
	name := r.Name
	if r.Actor != nil {
		name = r.Actor.Name
	}
	d.heading(1, nameOr(handlers.OneLine(name), "An actor"))
	if r.AsOf.Known() {
		d.say("As of " + r.AsOf.Human())
	}
	d.say(r.Answer)
	if r.Actor == nil {
		d.candidates(r.Candidates)
	} else {
		d.roles(*r.Actor)
	}
	d.say(r.Notes...)
	d.positions(r.Positions)
	d.members(r.Members)
	d.statements(r.Statements, r.MoreSaid)
	d.mentions(r.Mentions)
	d.section("Still to come", r.Coming)
	if r.Coverage != nil {
		d.say("Covered: " + r.Coverage.Text)
	}
	d.footer("revision " + r.Revision)
}

func (d *document) roles(a handlers.ActorCard) {
	var lines []string
	for _, r := range a.Roles {
		lines = append(lines, plain(r.Text)+" ("+plain(r.Held)+")")
	}
	d.facts(lines...)
	if a.Discovered {
		d.say("No entry by an editor: the name was found in the documents.")
	}
}

func (d *document) positions(positions []handlers.Position) {
	if len(positions) == 0 {
		return
	}
	d.heading(2, "Positions")
	d.say("The summaries are ours; the passages beneath them are what shows them.")
	for _, p := range positions {
		d.heading(3, nameOr(p.TopicName, p.Topic)+": "+p.Stance.Text())
		d.say("Our words: " + p.Summary)
		when := "As of: " + known(p.AsOf, p.AsOf.Why)
		if p.Earlier {
			when += " · a later position follows it"
		}
		d.facts(when)
		for _, e := range p.Evidence {
			d.passage(e.Form, e.Text)
			d.facts(where(e.About), place(e.Passage, e.Key))
		}
	}
}

// members are the people of a body, each with where it stands itself.
func (d *document) members(members []handlers.Member) {
	if len(members) == 0 {
		return
	}
	d.heading(2, "Members")
	d.say("Their positions are their own, not the body's. The summaries are ours.")
	var lines []string
	for _, m := range members {
		var roles []string
		for _, r := range m.Roles {
			roles = append(roles, plain(r.Text)+" ("+plain(r.Held)+")")
		}
		line := "**" + plain(m.Name) + "** — " + joined(roles)
		for _, p := range m.Positions {
			line += fmt.Sprintf(" · %s: %s, as of %s. Our words: %s", plain(nameOr(p.TopicName, p.Topic)), p.Stance.Text(), known(p.AsOf, p.AsOf.Why), plain(p.Summary))
		}
		lines = append(lines, line)
	}
	d.facts(lines...)
}

func (d *document) statements(statements []handlers.ActorStatement, more int) {
	if len(statements) == 0 {
		return
	}
	d.heading(2, "Statements")
	for _, s := range statements {
		d.heading(3, nameOr(s.Name, "Speaker not named")+" — "+s.When)
		d.passage(s.Form, s.Text)
		when := "Said: " + said(s.Said, string(s.SaidWhy), s.Latest, s.When) + manner(s.Kind, s.About)
		d.facts(when, where(s.About), place(s.Passage, s.Key), alsoIn(s.AlsoIn))
	}
	if more > 0 {
		d.say(fmt.Sprintf("Statements that are not listed here: %d", more))
	}
}

func (d *document) mentions(hits []handlers.Hit) {
	if len(hits) == 0 {
		return
	}
	d.heading(2, "Mentions")
	d.say("These passages speak of the actor.")
	for _, h := range hits {
		d.passage(h.Form, h.Text)
		d.facts(where(h.About), place(h.Passage, h.Key), alsoIn(h.AlsoIn))
	}
}

var actorColumns = slices.Concat(
	[]string{"record", "actor", "card_as_of", "member", "role", "held", "standing", "topic", "topic_name", "stance", "summary", "as_of", "earlier", "documents"}, aboutColumns, passageColumns,
	[]string{"speaker", "name", "office", "kind", "said", "said_basis", "said_why", "latest", "date_of", "date", "date_basis", "date_why", "topics", "also_in", "revision"},
)

// actor writes a line a role, a position, one for each passage that shows it and for
// each position of a member, and one a statement, mention and event that is
// still to come.
func (t *table) actor(r handlers.ActorReply) {
	t.columns = actorColumns
	t.header()
	id := ""
	if r.Actor != nil {
		id = r.Actor.ID
	}
	add := func(record string, row map[string]string) {
		row["record"], row["actor"], row["card_as_of"], row["revision"] = record, id, r.AsOf.String(), r.Revision
		t.row(row)
	}
	if r.Actor != nil {
		for _, role := range r.Actor.Roles {
			add("role", roleRow(role))
		}
	}
	for _, p := range r.Positions {
		add("position", positionRow(p))
		for _, e := range p.Evidence {
			row := passageRow(e.About, e.Passage, e.Key, e.Start, e.End, e.Text)
			row["topic"], row["topic_name"], row["stance"], row["as_of"] = p.Topic, p.TopicName, string(p.Stance), p.AsOf.String()
			add("evidence", row)
		}
	}
	for _, m := range r.Members {
		for _, p := range m.Positions {
			row := positionRow(p)
			row["member"], row["name"] = m.Actor, m.Name
			add("member", row)
		}
		for _, role := range m.Roles {
			row := roleRow(role)
			row["member"], row["name"] = m.Actor, m.Name
			add("member", row)
		}
	}
	for _, s := range r.Statements {
		row := passageRow(s.About, s.Passage, s.Key, s.Start, s.End, s.Text)
		row["speaker"], row["name"], row["kind"] = string(s.Speaker), s.Name, string(s.Kind)
		row["said"], row["said_basis"], row["said_why"], row["latest"] = s.Said.String(), basis(s.Said), string(s.SaidWhy), strconv.FormatBool(s.Latest)
		row["topics"], row["also_in"] = joined(s.Topics), joined(others(s.AlsoIn))
		add("statement", row)
	}
	for _, h := range r.Mentions {
		row := passageRow(h.About, h.Passage, h.Key, h.Start, h.End, h.Text)
		statements(row, h.Statements)
		row["also_in"] = joined(others(h.AlsoIn))
		add("mention", row)
	}
	for _, c := range r.Coming {
		add("coming", datedRow(c))
	}
}

func roleRow(r handlers.Role) map[string]string {
	return map[string]string{"role": r.Text, "held": r.Held, "standing": string(r.Standing)}
}

func positionRow(p handlers.Position) map[string]string {
	return map[string]string{
		"topic": p.Topic, "topic_name": p.TopicName, "stance": string(p.Stance), "as_of": p.AsOf.String(),
		"summary": p.Summary, "earlier": strconv.FormatBool(p.Earlier), "documents": joined(p.Documents),
	}
}
