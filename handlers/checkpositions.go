package handlers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/index"
)

// evidenceSeen is what is known of a document that positions rest on.
type evidenceSeen struct {
	mentions  map[string]bool // the actors that it names, has speak or is by
	published corpus.Date
}

// seeEvidence notes whom a document mentions, if a position rests on it. A
// title that is not in the text mentions too, and an author or publisher need
// not be named in it. Where words may mean several, each is mentioned.
func (c *checker) seeEvidence(d intake.Reading) {
	if _, ok := c.seen[d.ID]; !ok {
		return
	}
	e := evidenceSeen{mentions: map[string]bool{}, published: d.Published}
	for _, m := range d.Mentions {
		e.mentions[m.Actor] = true
	}
	for _, m := range c.folder.Names().Cut(d.Title).Mentions(d.Published) {
		e.mentions[m.Actor] = true
	}
	for _, s := range d.Statements {
		e.mentions[s.Speaker] = true
	}
	for _, id := range append(c.meant(d.Author), c.meant(d.Source)...) {
		e.mentions[id] = true
	}
	c.seen[d.ID] = e
}

// newest is an actor's newest position on a topic, and what the actor has said
// on it since.
type newest struct {
	position int
	asOf     corpus.Date
	topic    corpus.Topic
	since    int // statements
	last     corpus.Statement
	passage  string // id of the one that holds the last
}

// newestOf are the positions of an actor that may be outdated: of each topic
// the newest, unless it has no date or no end. Those before it are history.
func newestOf(a corpus.Actor, dossier *corpus.Dossier) []newest {
	var out []newest
	at := map[string]int{} // topic to its place in out
	for i, p := range a.Positions {
		topic, ok := dossier.Topic(p.Topic)
		if !ok || !p.AsOf.Known() {
			continue
		}
		n, known := at[p.Topic]
		if !known {
			at[p.Topic], n = len(out), len(out)
			out = append(out, newest{position: i, asOf: p.AsOf, topic: topic})
		}
		have := out[n].asOf.Last
		if !have.IsZero() && (p.AsOf.Last.IsZero() || p.AsOf.Last.After(have)) {
			out[n].position, out[n].asOf = i, p.AsOf
		}
	}
	return out
}

// seeStatements notes what actors say on the topics of their positions after
// the date of these. A statement of which only the document's date is known
// counts with that, but not against a position that rests on the document: it
// was said then or before, and whoever dated the position has read it.
func (c *checker) seeStatements(d intake.Reading) {
	for _, s := range d.Statements {
		all := c.newest[s.Speaker]
		if len(all) == 0 || !s.Said.Known() || len(s.Spans) == 0 {
			continue
		}
		var p index.Passage
		var topics []string
		for i := range all {
			n := &all[i]
			if s.Latest && slices.Contains(c.actors[s.Speaker].Positions[n.position].Documents, d.ID) {
				continue
			}
			if n.asOf.Last.IsZero() || !n.asOf.Last.Before(s.Said.First) {
				continue
			}
			if p.ID == "" {
				p = passageAt(d.Document, s.Span().Start)
				around := sentencesAround(p, s)
				topics = c.topics.in(p.Text[around.Start-p.Start : around.End-p.Start])
			}
			if !slices.Contains(topics, n.topic.ID) {
				continue
			}
			n.since++
			if cmp.Or(s.Said.First.Compare(n.last.Said.First), s.Said.Last.Compare(n.last.Said.Last), strings.Compare(n.passage, p.ID)) > 0 {
				n.last, n.passage = s, p.ID
			}
		}
	}
}

// passageAt is the passage of a document that holds an offset: the passages of
// a document hold all of it.
func passageAt(d corpus.Document, offset int) index.Passage {
	i, _ := slices.BinarySearchFunc(d.Passages, offset, func(p corpus.Passage, at int) int { return cmp.Compare(p.End, at+1) })
	p := d.Passages[i]
	return index.Passage{ID: p.ID, Span: p.Span, Text: d.Text[p.Start:p.End]}
}

// checkPositions checks what an actor's positions rest on and how old they are.
func (c *checker) checkPositions(a corpus.Actor) {
	lines := c.folder.Lines(a.ID).Positions
	for i, p := range a.Positions {
		at := intake.Place{File: intake.ActorsFile, Line: lines[i]}
		c.checkEvidence(a, p, at)
		c.checkAsOf(a, p, at)
	}
	for _, n := range c.newest[a.ID] {
		if n.since == 0 {
			continue
		}
		what := fmt.Sprintf("the position of %s on %s is of %s, and there is a later statement on it: %s, %s",
			a.Name, n.topic.ID, n.asOf.Human(), n.last.When(), n.passage)
		if n.since > 1 {
			what = fmt.Sprintf("the position of %s on %s is of %s, and there are %d later statements on it, the newest %s, %s",
				a.Name, n.topic.ID, n.asOf.Human(), n.since, n.last.When(), n.passage)
		}
		c.report(SeverityWarning, RuleOutdated, intake.Place{File: intake.ActorsFile, Line: lines[n.position]}, what,
			"read what was said; add a position of that date, or where this one still holds, give it that date and the document")
	}
}

// checkEvidence checks that the documents of a position mention the actor.
func (c *checker) checkEvidence(a corpus.Actor, p corpus.Position, at intake.Place) {
	var silent []string
	for _, id := range p.Documents {
		if !c.seen[id].mentions[a.ID] {
			silent = append(silent, id)
		}
	}
	const do = "name a document that shows the position, or add the spelling used there to the aliases"
	switch {
	case len(silent) == 0:
	case len(silent) == len(p.Documents):
		c.report(SeverityError, RuleEvidence, at, fmt.Sprintf("the position of %s on %s rests on %s, where the actor is not mentioned",
			a.Name, p.Topic, join(silent, "and", mostNames)), do)
	default:
		c.report(SeverityWarning, RuleEvidence, at, fmt.Sprintf("the position of %s on %s names %s beside others, where the actor is not mentioned",
			a.Name, p.Topic, join(silent, "and", mostNames)), "take it out if it does not show the position, or add the spelling used there to the aliases")
	}
}

// checkAsOf checks that a position is not newer than all that shows it.
func (c *checker) checkAsOf(a corpus.Actor, p corpus.Position, at intake.Place) {
	var latest corpus.Date
	for _, id := range p.Documents {
		published := c.seen[id].published
		if !published.Known() || published.Last.IsZero() {
			return
		}
		if published.Last.After(latest.Last) {
			latest = published
		}
	}
	if p.AsOf.First.After(latest.Last) {
		c.report(SeverityWarning, RuleDates, at, fmt.Sprintf("the position of %s on %s is of %s, after the last of its documents was published (%s)",
			a.Name, p.Topic, p.AsOf.Human(), latest.Human()), "mend as_of, or name the document that shows it")
	}
}
