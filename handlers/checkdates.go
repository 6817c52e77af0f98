package handlers

import (
	"fmt"
	"regexp"
	"strings"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
)

// checkDocument checks the dates that an editor gave to a document and its
// statements, and tells which corrections could not be applied.
func (c *checker) checkDocument(d intake.Reading) {
	if d.PublishedAt.File != "" && d.Dateline.Known() && !d.Dateline.Overlaps(d.Published) {
		c.report(SeverityWarning, RuleDates, d.PublishedAt, fmt.Sprintf("%s is said to be published %s, and its text says %s (%s)",
			d.ID, d.Published.Human(), d.Dateline.Human(), d.Dateline.Why), "mend published, or leave it where the text's date is another one")
	}
	for _, f := range d.Faults {
		c.report(SeverityWarning, RuleCorrection, intake.Place{File: f.File, Line: f.Line}, f.What, f.Do)
	}
	for _, s := range d.Dated {
		if !d.Published.Last.IsZero() && s.Said.First.After(d.Published.Last) {
			c.report(SeverityWarning, RuleDates, intake.Place{File: intake.CorrectionsFile, Line: s.Line}, fmt.Sprintf("the statement %s is said to be of %s, after %s was published (%s)",
				quoted(s.Quote), s.Said.Human(), d.ID, d.Published.Human()), "mend said, or the date of the document")
		}
	}
}

// checkLeftOut tells which files are not served.
func (c *checker) checkLeftOut() {
	for _, w := range c.folder.Warnings() {
		name, why, _ := strings.Cut(w, ": ")
		c.report(SeverityWarning, RuleFile, intake.Place{File: name}, "it is left out: "+why, "convert it, or take it out of the folder")
	}
}

// idLike is how the id of an actor looks, and hardly the name of a body.
var idLike = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// checkRoles checks the dates of an actor's roles and whose they are.
func (c *checker) checkRoles(a corpus.Actor) {
	lines := c.folder.Lines(a.ID).Roles
	for i, r := range a.Roles {
		at := intake.Place{File: intake.ActorsFile, Line: lines[i]}
		if !r.From.First.IsZero() && !r.To.Last.IsZero() && r.To.Last.Before(r.From.First) {
			c.report(SeverityError, RuleDates, at, fmt.Sprintf("the role %s of %s ends (%s) before it begins (%s)",
				quoted(r.Title), a.Name, r.To.Human(), r.From.Human()), "mend from or to")
		}
		if _, known := c.actors[r.Of]; !known && idLike.MatchString(r.Of) {
			c.report(SeverityWarning, RuleRole, at, fmt.Sprintf("the role %s of %s is of %s, which looks like an id, and no actor has it",
				quoted(r.Title), a.Name, quoted(r.Of)), "use the id of an actor, or write the name of the body as it is to be shown")
		}
	}
}
