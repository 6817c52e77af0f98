package handlers

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
)

// CheckRequest asks for the faults in a dossier.
type CheckRequest struct {
	Corpus   string // as intake.Open takes it
	Options  intake.Options
	Progress func(done, total int) // called as documents are read, one call at a time; may be nil
}

// CheckReply lists the faults in a dossier, by file and line.
type CheckReply struct {
	Errors    int       `json:"errors"`
	Warnings  int       `json:"warnings"`
	Findings  []Finding `json:"findings"`
	Documents int       `json:"documents"`
	Actors    int       `json:"actors"`
	// Refused is true where the editor's files break the rules: then the
	// findings are these faults alone, and the rest is not looked at.
	Refused bool `json:"refused"`
}

// Severity tells what is wrong from what should be looked at.
type Severity string

// The severities.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
)

// Rule names what a finding goes by.
type Rule string

// The rules.
const (
	RuleFile       Rule = "file"       // an editor's file breaks the rules of the folder, or a file is left out
	RuleEvidence   Rule = "evidence"   // a document of a position does not mention the actor
	RuleOutdated   Rule = "outdated"   // the actor has spoken since a position's date
	RuleUnlisted   Rule = "unlisted"   // a name in many documents has no entry
	RuleAlias      Rule = "alias"      // a spelling fits two actors
	RuleRole       Rule = "role"       // a role is of an id that no actor has
	RuleDates      Rule = "dates"      // two dates contradict each other
	RuleCorrection Rule = "correction" // a correction cannot be applied
)

// Finding is one fault: where it is, what is wrong and what to do.
type Finding struct {
	Severity Severity `json:"severity"`
	Rule     Rule     `json:"rule"`
	File     string   `json:"file"`
	Line     int      `json:"line"` // from 1; 0 where it is the whole file's
	What     string   `json:"what"`
	Do       string   `json:"do"`
}

// checker looks through a dossier: at each document once, and then at what the
// editor's files say.
type checker struct {
	folder   *intake.Folder
	topics   topicWords
	actors   map[string]corpus.Actor // that an editor of this folder listed
	seen     map[string]evidenceSeen // by document, of those that positions rest on
	newest   map[string][]newest     // by actor
	unlisted map[string]*sightings   // by id
	findings []Finding
}

// Check reads a dossier and lists its faults. It opens no index and writes
// nothing. Its error is that of a corpus that cannot be read; faults in the
// editor's files are findings.
func Check(ctx context.Context, r CheckRequest) (CheckReply, error) {
	folder, err := intake.Open(ctx, r.Corpus, r.Options)
	var faults *intake.Faults
	if errors.As(err, &faults) {
		c := &checker{}
		for _, f := range faults.Found {
			c.report(SeverityError, RuleFile, intake.Place{File: f.File, Line: f.Line}, f.What, f.Do)
		}
		reply := c.reply(faults.Documents, faults.Actors)
		reply.Refused = true
		return reply, nil
	}
	if err != nil {
		return CheckReply{}, err
	}
	c := newChecker(folder)
	ids := slices.Sorted(maps.Keys(folder.Hashes()))
	done := 0
	err = folder.ReadEach(ctx, ids, func(d intake.Reading) error {
		c.see(d)
		if done++; r.Progress != nil {
			r.Progress(done, len(ids))
		}
		return nil
	})
	if err != nil {
		return CheckReply{}, err
	}
	c.checkUnlisted()
	c.checkLeftOut()
	if folder.OwnActors() {
		c.checkNames()
		for _, a := range folder.Dossier().Actors {
			c.checkRoles(a)
			c.checkPositions(a)
		}
	}
	return c.reply(len(ids), len(folder.Dossier().Actors)), nil
}

func newChecker(f *intake.Folder) *checker {
	c := &checker{
		folder: f, topics: newTopicWords(f.Dossier().Topics), actors: map[string]corpus.Actor{}, seen: map[string]evidenceSeen{}, newest: map[string][]newest{}, unlisted: map[string]*sightings{},
	}
	if !f.OwnActors() { // the bundled ones are not this editor's to mend
		return c
	}
	for _, a := range f.Dossier().Actors {
		c.actors[a.ID] = a
		c.newest[a.ID] = newestOf(a, f.Dossier())
		for _, p := range a.Positions {
			for _, id := range p.Documents {
				c.seen[id] = evidenceSeen{}
			}
		}
	}
	return c
}

// see looks at a document.
func (c *checker) see(d intake.Reading) {
	c.seeEvidence(d)
	c.seeStatements(d)
	c.seeUnlisted(d)
	c.checkDocument(d)
}

func (c *checker) report(s Severity, r Rule, at intake.Place, what, do string) {
	c.findings = append(c.findings, Finding{Severity: s, Rule: r, File: at.File, Line: at.Line, What: what, Do: do})
}

// reply puts the findings in order. Those of one line stay as they came.
func (c *checker) reply(documents, actors int) CheckReply {
	reply := CheckReply{Findings: append([]Finding{}, c.findings...), Documents: documents, Actors: actors}
	slices.SortStableFunc(reply.Findings, func(a, b Finding) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(string(a.Rule), string(b.Rule)))
	})
	for _, f := range reply.Findings {
		if f.Severity == SeverityError {
			reply.Errors++
		} else {
			reply.Warnings++
		}
	}
	return reply
}
