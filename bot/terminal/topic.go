package terminal

import (
	"fmt"
	"strings"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// comparison shows two actors side by side: under each topic one, then the
// other.
func (p *page) comparison(r handlers.CompareReply) {
	for _, c := range []*handlers.ActorCard{r.A, r.B} {
		p.headline(*c, r.AsOf)
	}
	p.remarks(r.Answer, r.Notes)
	for _, t := range r.Topics {
		p.blank()
		p.write("", run{t.Name, bold}, run{" — " + t.Compared.Text(), plain})
		p.side(r.A.Name, t.A, t.SaidA)
		p.side(r.B.Name, t.B, t.SaidB)
	}
}

// side shows where one of two actors stands on a topic, and what it said last.
func (p *page) side(name string, positions []handlers.Position, said *handlers.ActorStatement) {
	if len(positions) == 0 {
		p.item(run{name, bold}, run{": no position in the dossier", plain})
	}
	for _, s := range positions {
		p.stood(name, s.Stance.Text()+" — ", s)
	}
	if said != nil {
		p.item(run{"last said " + said.When + manner([]corpus.Kind{said.Kind}, said.About), dim})
		p.write("    "+strings.TrimLeft(quotePrefix(said.Form), " "), stretches(said.Form, said.Text, make([]style, len(said.Text)))...)
		p.lines("    ", "    ", []run{{citation(said.About) + " · " + said.Passage, dim}})
	}
}

// stood shows one position of somebody, with what shows it; the stance is
// words before it.
func (p *page) stood(name, stance string, s handlers.Position) {
	head := ": " + stance
	if s.Earlier {
		head = ", earlier" + head
	}
	p.item(run{name, bold}, run{head + s.Summary, plain})
	passages := []string{}
	for _, e := range s.Evidence {
		passages = append(passages, e.Passage)
	}
	foot := positionFoot(s)
	if len(passages) > 0 {
		foot += " · " + strings.Join(passages, ", ")
	}
	p.lines("    ", "    ", []run{{foot, dim}})
}

// topic shows who stands where on a topic.
func (p *page) topic(r handlers.TopicReply) {
	if r.Topic.Topic == "" {
		p.text(bold, r.Answer)
		return
	}
	head := []run{{r.Topic.Name, bold}}
	if r.AsOf.Known() {
		head = append(head, run{" · as of " + r.AsOf.Human(), plain})
	}
	p.write("", head...)
	p.remarks(r.Answer, r.Notes)
	for _, g := range r.Groups {
		p.blank()
		p.write("", run{upperFirst(g.Stance.Text()), bold}, run{fmt.Sprintf(" (%d)", len(g.Actors)), dim})
		for _, a := range g.Actors {
			name := a.Name
			if a.Office != "" {
				name += " (" + a.Office + ")"
			}
			p.stood(name, "", a.Position)
			for _, before := range a.Before {
				p.stood(a.Name, before.Stance.Text()+" — ", before)
			}
		}
	}
	if len(r.Said) > 0 {
		p.blank()
		p.text(bold, "Spoke on it, without a position by the editor")
	}
	for _, s := range r.Said {
		p.item(run{fmt.Sprintf("%s · %s, the last %s", s.Name, count(s.Statements, "statement"), s.When), plain})
	}
}

// topics shows the topics with how many stand where, and then each actor's
// stances.
func (p *page) topics(r handlers.TopicsReply) {
	if r.AsOf.Known() {
		p.text(dim, "as of "+r.AsOf.Human())
	}
	p.remarks(r.Answer, nil)
	for _, t := range r.Topics {
		p.item(run{t.Name, plain}, run{" · " + t.Text() + " · " + t.Topic, dim})
	}
	for _, a := range r.Actors {
		p.blank()
		head := []run{{a.Name, bold}}
		if a.Office != "" {
			head = append(head, run{" · " + a.Office, plain})
		}
		p.write("", head...)
		for _, t := range r.Topics {
			if s, ok := a.Stances[t.Topic]; ok {
				p.item(run{t.Name + ": " + s.Text(), plain})
			}
		}
	}
}
