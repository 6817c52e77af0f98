package terminal

import (
	"fmt"
	"strings"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// card shows an actor: who it is, where it stands, what it said.
func (p *page) card(r handlers.ActorReply) {
	if r.Actor == nil {
		p.text(bold, r.Answer)
		p.candidates(r.Candidates, "choose one: dossierbot actor ")
		return
	}
	p.identity(*r.Actor, r.AsOf)
	p.remarks(r.Answer, r.Notes)
	shown := map[string]bool{}
	for _, position := range r.Positions {
		p.position(position, shown)
	}
	p.members(r.Members)
	if len(r.Statements) > 0 {
		p.blank()
		p.text(bold, "Statements")
	}
	for _, s := range r.Statements {
		p.statement(s)
	}
	if r.MoreSaid > 0 {
		p.blank()
		p.text(dim, fmt.Sprintf("and %d more", r.MoreSaid))
	}
	if len(r.Mentions) > 0 {
		p.blank()
		p.text(bold, "Named in")
	}
	for _, h := range r.Mentions {
		p.hit(h)
	}
	if len(r.Coming) > 0 {
		p.blank()
		p.text(bold, "To come")
	}
	for _, d := range r.Coming {
		p.dated(d, true)
	}
	if r.Coverage != nil {
		p.blank()
		p.text(dim, "covered: "+r.Coverage.Text)
	}
}

// remarks says what stands in the place of an answer, and what is left out.
func (p *page) remarks(answer string, notes []string) {
	if answer != "" {
		p.text(plain, answer)
	}
	for _, n := range notes {
		p.text(dim, n)
	}
}

// headline names an actor with its office, now or at a time.
func (p *page) headline(c handlers.ActorCard, asOf corpus.Date) {
	head := []run{{c.Name, bold}}
	switch {
	case c.Office != "":
		head = append(head, run{" · " + c.Office, plain})
	case c.OfficeNow != "":
		head = append(head, run{" · office then not known", plain})
	}
	if asOf.Known() {
		head = append(head, run{" · as of " + asOf.Human(), plain})
	}
	p.write("", head...)
	if c.OfficeNow != "" && c.OfficeNow != c.Office {
		p.text(dim, "latest known: "+c.OfficeNow)
	}
}

// identity says who an actor is, or was at a time.
func (p *page) identity(c handlers.ActorCard, asOf corpus.Date) {
	p.headline(c, asOf)
	if c.Discovered {
		p.text(dim, "not listed by an editor: found in the documents")
	}
	if len(c.Aliases) > 0 {
		p.text(dim, "also: "+strings.Join(c.Aliases, ", "))
	}
	for _, role := range c.Roles {
		style := plain
		if role.Standing == handlers.NotInForce {
			style = dim
		}
		p.item(run{role.Text + " · " + role.Held, style})
	}
}

// members lists the people of a body with where they stand themselves.
func (p *page) members(members []handlers.Member) {
	if len(members) == 0 {
		return
	}
	p.blank()
	p.text(bold, "People, with their own positions")
	for _, m := range members {
		var roles []string
		for _, r := range m.Roles {
			roles = append(roles, r.Title+" ("+r.Held+")")
		}
		p.item(run{m.Name, plain}, run{" · " + strings.Join(roles, "; "), dim})
		for _, s := range m.Positions {
			p.lines("    ", "      ", []run{{s.TopicName + " — " + s.Stance.Text() + ": " + s.Summary, plain}, {" " + positionFoot(s), dim}})
		}
	}
}

// position shows where an actor stands, or stood before, in the editor's words,
// with evidence; a passage that was shown before is only named.
func (p *page) position(s handlers.Position, shown map[string]bool) {
	p.blank()
	text := s.TopicName + " — " + s.Stance.Text()
	if s.Earlier {
		text = "earlier: " + text
	}
	p.write("", run{text, bold}, run{": " + s.Summary, plain})
	p.text(dim, positionFoot(s))
	for _, e := range s.Evidence {
		if shown[e.Passage] {
			p.text(dim, "as shown above: "+e.Passage)
			continue
		}
		shown[e.Passage] = true
		p.write(quotePrefix(e.Form), stretches(e.Form, e.Text, make([]style, len(e.Text)))...)
		p.text(dim, citation(e.About)+" · "+e.Passage)
	}
}

// positionFoot says whose words a position is in, of when, and what shows it.
func positionFoot(s handlers.Position) string {
	return s.When + " · our note · " + strings.Join(s.Documents, ", ")
}

// statement shows what an actor said.
func (p *page) statement(s handlers.ActorStatement) {
	p.blank()
	p.text(plain, s.When+manner([]corpus.Kind{s.Kind}, s.About))
	p.write(quotePrefix(s.Form), stretches(s.Form, s.Text, make([]style, len(s.Text)))...)
	p.text(dim, citation(s.About)+" · "+s.Passage)
	p.alsoIn(s.AlsoIn)
}

// actors lists the actors of a dossier.
func (p *page) actors(r handlers.ActorsReply) {
	kind := corpus.ActorKind("")
	for _, a := range r.Actors {
		if a.Kind != kind {
			kind = a.Kind
			p.blank()
			p.text(bold, upperFirst(string(kind)))
		}
		line := a.Name
		if a.Office != "" {
			line += " · " + a.Office
		}
		if a.Positions > 0 {
			line += " · " + count(a.Positions, "position")
		}
		p.item(run{line, plain}, run{" · " + a.Actor, dim})
	}
}
