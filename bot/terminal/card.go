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
	p.identity(*r.Actor)
	if r.Answer != "" {
		p.text(plain, r.Answer)
	}
	shown := map[string]bool{}
	for _, position := range r.Positions {
		p.position(position, shown)
	}
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
	if c := r.Coverage; c != nil {
		p.blank()
		covered := "covered: " + count(c.Documents, "document")
		if span := c.From.Hull(c.To); span.Known() {
			covered += ", " + span.Human()
		}
		p.text(dim, covered)
	}
}

// identity says who an actor is.
func (p *page) identity(c handlers.ActorCard) {
	head := []run{{c.Name, bold}}
	if c.Office != "" {
		head = append(head, run{" · " + c.Office, plain})
	}
	p.write("", head...)
	if c.Discovered {
		p.text(dim, "not listed by an editor: found in the documents")
	}
	if len(c.Aliases) > 0 {
		p.text(dim, "also: "+strings.Join(c.Aliases, ", "))
	}
	for _, role := range c.Roles {
		text := role.Text
		if role.Held != "" {
			text += " · " + role.Held
		}
		p.item(run{text, plain})
	}
}

// position shows where an actor stands, in the editor's words, with evidence;
// a passage that was shown before is only named.
func (p *page) position(s handlers.Position, shown map[string]bool) {
	p.blank()
	topic := s.TopicName
	if topic == "" {
		topic = s.Topic
	}
	stance := string(s.Stance)
	if s.Stance == corpus.NoneStated {
		stance = "none stated"
	}
	p.write("", run{topic + " — " + stance, bold}, run{": " + s.Summary, plain})
	p.text(dim, s.AsOf.Human()+" · our note · "+strings.Join(s.Documents, ", "))
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
