package terminal

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

func (a *app) timelineCommand() *cobra.Command {
	var asJSON bool
	var at string
	var r handlers.TimelineRequest
	cmd := &cobra.Command{
		Use:   "timeline NAME...",
		Short: "Show what is dated of an actor or a topic, oldest first",
		Long: `Show what an actor said, or what was said on a topic, and the events that the
documents tell of it, oldest first: what the date is that of, how exact it is,
and the months in which there is nothing.`,
		Example: `  dossierbot timeline Budrys
  dossierbot timeline --from 2025-10 --to 2026-03 sanctions`,
		ValidArgsFunction: a.completion(handlers.CompleteSubject),
		RunE: a.configured(func(cmd *cobra.Command, args []string) (err error) {
			if r.At, err = momentOf(at); err != nil {
				return err
			}
			r.Name = strings.Join(args, " ")
			return a.timeline(cmd.Context(), r, asJSON)
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the timeline as JSON")
	timelineFlags(cmd, &r, &at)
	return cmd
}

// timelineFlags are the flags that a timeline has wherever it is shown.
func timelineFlags(cmd *cobra.Command, r *handlers.TimelineRequest, at *string) {
	flags := cmd.Flags()
	flags.StringVar(&r.From, "from", "", "from this date on, such as 2025-11")
	flags.StringVar(&r.To, "to", "", "up to this date")
	atFlag(flags, at)
}

func (a *app) timeline(ctx context.Context, r handlers.TimelineRequest, asJSON bool) error {
	return a.reply(ctx, asJSON, func(h *handlers.Handlers) (any, handlers.Outcome, func(*page), error) {
		reply, err := h.Timeline(ctx, r)
		return reply, reply.Outcome, func(p *page) { p.timeline(reply) }, err
	})
}

// timeline shows what is dated, oldest first, with the months in which there
// is nothing.
func (p *page) timeline(r handlers.TimelineReply) {
	if r.Actor == nil && r.Topic == nil {
		p.text(bold, r.Answer)
		p.candidates(r.Candidates, "choose one: dossierbot timeline ")
		return
	}
	head := "Timeline"
	if r.Time.Known() {
		head += ", " + r.Time.Human()
	}
	if r.Topic != nil {
		p.write("", run{r.Topic.Name, bold}, run{" · " + head, plain})
	} else {
		p.write("", run{r.Actor.Name, bold}, run{" · " + head, plain})
	}
	p.remarks(r.Answer, r.Notes)
	p.tally(r.Tally)
	for i, d := range r.Entries {
		p.gaps(r.Gaps, i)
		p.dated(d, r.Topic != nil)
	}
	p.gaps(r.Gaps, len(r.Entries))
	if len(r.Undated) > 0 {
		p.blank()
		p.text(bold, "Without a date")
	}
	for _, d := range r.Undated {
		p.dated(d, r.Topic != nil)
	}
}

// gaps shows the runs of empty months that stand before an entry.
func (p *page) gaps(gaps []handlers.Gap, before int) {
	for _, g := range gaps {
		if g.Before == before {
			p.blank()
			p.text(dim, "— nothing dated in "+g.Text+" —")
		}
	}
}

// dated shows an entry of a timeline: its date, what the date is that of, how
// exact it is, and the words. Whose statement it is is told where others'
// stand beside it.
func (p *page) dated(d handlers.Dated, named bool) {
	p.blank()
	if d.Position != nil {
		p.write("", run{d.When, bold}, run{" · position of " + string(d.Name) + " · " + d.Exact, plain})
		p.write("  ", run{d.Position.TopicName + " — " + d.Position.Stance.Text(), bold}, run{": " + d.Position.Summary, plain})
		p.text(dim, positionFoot(*d.Position))
		return
	}
	what := string(d.DateOf)
	switch {
	case d.DateOf == handlers.OfStatement && named:
		what = "said by " + nameOr(string(d.Name))
	case d.DateOf == handlers.OfEvent && d.Name != "":
		what = "event, told by " + string(d.Name)
	}
	text := " · " + what + " · " + d.Exact
	if d.DateOf == handlers.OfStatement {
		text += manner([]corpus.Kind{d.Kind}, d.About)
	}
	p.write("", run{d.When, bold}, run{text, plain})
	p.write(quotePrefix(d.Form), stretches(d.Form, d.Text, make([]style, len(d.Text)))...)
	p.text(dim, citation(d.About)+" · "+d.Passage)
	p.alsoIn(d.AlsoIn)
}

func nameOr(name string) string {
	if name == "" {
		return "somebody not named"
	}
	return name
}

// tally shows how many statements there are in each time: a line a month, and
// the topics or speakers of it.
func (p *page) tally(t *handlers.Tally) {
	if t == nil {
		return
	}
	p.blank()
	p.text(bold, "Statements by "+t.By)
	most, wide := 0, 0
	sums := make([]int, len(t.Times))
	for i, d := range t.Times {
		for _, s := range t.Series {
			sums[i] += s.Counts[i]
		}
		most, wide = max(most, sums[i]), max(wide, uniseg.StringWidth(d.Human()))
	}
	const bar = 12 // columns of the longest
	for i := 0; i < len(t.Times); i++ {
		if sums[i] > 0 {
			label := t.Times[i].Human()
			line := label + strings.Repeat(" ", wide-uniseg.StringWidth(label)) + " " + strings.Repeat("█", max(1, sums[i]*bar/most))
			p.row(line, seriesAt(t, i))
			continue
		}
		from := i // a run of empty times is one line
		for i+1 < len(t.Times) && sums[i+1] == 0 && within(t, sums, i+1) == within(t, sums, from) {
			i++
		}
		if !within(t, sums, from) {
			p.item(run{t.Times[from].Through(t.Times[i]).Human() + ": none", dim})
		}
	}
}

// within tells whether a month without statements lies within a longer time
// that has some: they may be of that month.
func within(t *handlers.Tally, sums []int, i int) bool {
	for j, d := range t.Times {
		if sums[j] > 0 && d.Overlaps(t.Times[i]) {
			return true
		}
	}
	return false
}

// seriesAt names what a time of a tally is made of, the most first.
func seriesAt(t *handlers.Tally, i int) string {
	var parts []string
	at := slices.Clone(t.Series)
	slices.SortStableFunc(at, func(a, b handlers.TallySeries) int { return b.Counts[i] - a.Counts[i] })
	for _, s := range at {
		if s.Counts[i] > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", s.Name, s.Counts[i]))
		}
	}
	return strings.Join(parts, ", ")
}
