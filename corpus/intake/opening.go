package intake

import (
	"fmt"

	"dossierbot/corpus"
)

// opening is the day that a report's first sentence tells of, and who is
// named there.
type opening struct {
	date   corpus.Date
	actors map[string]bool
}

// newsDays is how many days news may lie behind its publication.
const newsDays = 14

// openingOf finds the one day that the first sentence of the text proper
// names, where it names one: news tells there of the occasion on which its
// people spoke. A day that is old when the text is published, or that the text
// later goes beyond, opens a history and not the news.
func openingOf(d *corpus.Document, sentences []corpus.Span, body int) opening {
	i := sentenceAt(sentences, body)
	if i < 0 {
		return opening{}
	}
	var date corpus.Date
	for _, t := range d.Times {
		within := sentences[i].Contains(t.Span)
		switch {
		case within && t.Interval.Days() == 1 && !date.Known():
			date = t.Interval
		case within && t.Interval.Days() == 1 && !date.First.Equal(t.Interval.First):
			return opening{} // which of two it is, nothing tells
		case !d.Published.Known() && t.Explicit && date.Known() && later(t.Interval, date):
			return opening{}
		}
	}
	if p := d.Published; !date.Known() || p.Known() && (later(date, p) || date.First.Before(p.First.AddDate(0, 0, -newsDays))) {
		return opening{}
	}
	date.Basis, date.Why = corpus.Inferred, fmt.Sprintf("the text opens with what happened on %s", date.Human())
	actors := map[string]bool{}
	for _, m := range d.Mentions {
		if sentences[i].Contains(m.Span) && !m.Ambiguous {
			actors[m.Actor] = true
		}
	}
	return opening{date, actors}
}
