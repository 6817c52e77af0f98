package handlers

import (
	"fmt"
	"time"

	"dossierbot/corpus"
	"dossierbot/index"
)

// Coverage is how much the dossier holds on an actor.
type Coverage struct {
	From      corpus.Date `json:"from"`
	To        corpus.Date `json:"to"`
	Documents int         `json:"documents"`
	// For people: "3 documents, 26 Nov 2025 to Jun–Oct 2026; nothing later".
	Text string `json:"text"`
}

// coverageOf tells from when to when and in how many documents an actor is
// spoken of; nil where that is nowhere. Both ends are as exact as they are
// known.
func coverageOf(id string, passages []index.Hit, now time.Time) *Coverage {
	if len(passages) == 0 {
		return nil
	}
	c := &Coverage{}
	var first, last corpus.Date
	cover := func(d corpus.Date) {
		if !d.Closed() {
			return
		}
		if !first.Known() || d.First.Before(first.First) {
			first, c.From = d, endOf(d, true)
		}
		if d.Last.After(last.Last) {
			last, c.To = d, endOf(d, false)
		}
	}
	documents := map[string]bool{}
	undated := 0
	for _, hit := range passages {
		if !documents[hit.Document.ID] && !hit.Document.Published.Known() {
			undated++
		}
		documents[hit.Document.ID] = true
		cover(hit.Document.Published)
		for _, s := range hit.Passage.Statements {
			if s.Speaker == id {
				cover(s.Said)
			}
		}
	}
	c.Documents = len(documents)
	c.Text = count(c.Documents, "document")
	if undated > 0 {
		c.Text += fmt.Sprintf(" (%d without a date)", undated)
	}
	if last.Known() {
		c.Text += ", " + first.Human()
		if !sameDays(first, last) {
			c.Text += " to " + last.Human()
		}
		if last.Last.Before(now) && undated == 0 && len(passages) < maxPassages {
			c.Text += "; nothing later"
		}
	}
	return c
}

// endOf is the calendar period that a closed date begins or ends with, as
// doubtful as the date is: of "2026-06/2026-10" the June or the October.
func endOf(d corpus.Date, first bool) corpus.Date {
	end := d.LastPeriod()
	if first {
		end = d.FirstPeriod()
	}
	end.Approximate, end.Uncertain, end.Basis, end.Why = d.Approximate, d.Uncertain, d.Basis, d.Why
	return end
}
