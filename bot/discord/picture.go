package discord

import (
	"errors"
	"fmt"

	"dossierbot/bot/chart"
	"dossierbot/corpus"
	"dossierbot/handlers"
)

// tally adds the picture of a tally; none where there is nothing to draw.
func (b *builder) tally(name string, t *handlers.Tally) error {
	if t == nil {
		return nil
	}
	per := "month"
	if !t.Months {
		per = "year"
	}
	c := chart.Timeline{Title: name, Subtitle: fmt.Sprintf("Statements a %s, by %s", per, t.By)}
	if t.By == "topic" {
		c.Subtitle += "; one on several topics counts for each"
	}
	if t.Longer {
		c.Subtitle += "; times known less exactly have bars of their own"
	}
	for _, d := range t.Times {
		c.Periods = append(c.Periods, underAxis(d, t.Months))
	}
	for _, s := range t.Series {
		c.Series = append(c.Series, chart.Series{Name: s.Name, Counts: s.Counts})
	}
	return b.draw("timeline.png", c)
}

// underAxis is a time of a tally as it stands under the axis, in whole months:
// there is no room for the days of one that is no month.
func underAxis(d corpus.Date, months bool) string {
	first, last := corpus.Month(d.First.Year(), d.First.Month()), corpus.Month(d.Last.Year(), d.Last.Month())
	if !months || d.First.Year() != d.Last.Year() {
		first, last = corpus.Year(d.First.Year()), corpus.Year(d.Last.Year())
	}
	return first.Through(last).Human()
}

// stances adds the picture of some actors by some topics.
func (b *builder) stances(r handlers.TopicsReply, topics []handlers.TopicSummary, actors []handlers.StancesOf) error {
	m := chart.Matrix{Title: "Who stands where", Subtitle: "Stances as an editor judged them"}
	if r.AsOf.Known() {
		m.Subtitle += " · as of " + r.AsOf.Human()
	}
	for _, t := range topics {
		m.Columns = append(m.Columns, t.Name)
	}
	for _, a := range actors {
		var row []corpus.Stance
		for _, t := range topics {
			row = append(row, a.Stances[t.Topic])
		}
		m.Rows, m.Cells = append(m.Rows, a.Name), append(m.Cells, row)
	}
	return b.draw("topics.png", m)
}

// picture is something that can be drawn and told in words.
type picture interface {
	PNG(chart.Options) ([]byte, error)
	Alt() string
}

// draw adds a picture; none where there is nothing to draw.
func (b *builder) draw(name string, p picture) error {
	png, err := p.PNG(chart.Options{})
	if errors.Is(err, chart.ErrNothing) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("draw %s: %w", name, err)
	}
	b.picture(name, png, p.Alt())
	return nil
}
