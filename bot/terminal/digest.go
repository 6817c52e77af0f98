package terminal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

func (a *app) digestCommand() *cobra.Command {
	var asJSON bool
	var r handlers.DigestRequest
	cmd := &cobra.Command{
		Use:   "digest",
		Short: "Tell what changed in the corpus",
		Long: `Tell what changed in the corpus between two of its recorded states: documents
that are new, revised or withdrawn, with what is said in them, and who stands
where otherwise than before. Typing slips and documents that only moved are
counted.

Every command that reads the corpus records its state where that is new. A
state is named by a date, a time, its number (#12), or its revision as answers
tell it. Without --since it is the last change that is told.`,
		Example: `  dossierbot digest --since 2026-07-01
  dossierbot digest --since r1a2b3c4d5e --actor Budrys
  dossierbot digest --question "what is said about potash" --json`,
		Args: cobra.NoArgs,
		RunE: a.configured(func(cmd *cobra.Command, _ []string) error {
			if r.Limit < 0 {
				return fmt.Errorf("--limit %d: want a number above 0", r.Limit)
			}
			return a.digest(cmd.Context(), r, asJSON)
		}),
	}
	flags := cmd.Flags()
	flags.BoolVar(&asJSON, "json", false, "print the digest as JSON")
	flags.StringVar(&r.Since, "since", "", "from this date, time or revision on (default: the one before the last)")
	flags.StringVar(&r.Until, "until", "", "up to this date, time or revision (default: the last)")
	flags.StringArrayVar(&r.Filter.Actors, "actor", nil, "only where this actor speaks or is mentioned; several with a flag each")
	flags.StringArrayVar(&r.Filter.Topics, "topic", nil, "only on this topic")
	flags.StringArrayVar(&r.Filter.Sources, "source", nil, "only from this document or publisher")
	flags.StringVar(&r.Filter.Question, "question", "", "only passages that answer this question")
	flags.IntVar(&r.Limit, "limit", 0, "documents at most (default: all)")
	a.completeFlag(cmd, "actor", handlers.CompleteActor)
	a.completeFlag(cmd, "topic", handlers.CompleteTopic)
	a.completeFlag(cmd, "source", handlers.CompleteSource)
	return cmd
}

func (a *app) digest(ctx context.Context, r handlers.DigestRequest, asJSON bool) error {
	return a.opened(ctx, reading, func(d *dossier) error {
		return d.recorded(ctx, func(s *store.Store) (err error) {
			if _, err := s.Latest(ctx); errors.Is(err, store.ErrNoRevision) {
				return fmt.Errorf("nothing is on record in %s, and this state could not be recorded: give another state folder with --state", d.state)
			}
			if r.Filter, err = d.handlers.CheckFilter(ctx, r.Filter); err != nil {
				return err
			}
			reply, err := d.handlers.Digest(ctx, s, r)
			if err != nil {
				return err
			}
			return errors.Join(a.present(asJSON, reply, func(p *page) { p.digest(reply) }), outcomeError(reply.Outcome))
		})
	})
}

// digest shows what changed: how much, then the documents, then who stands
// where otherwise.
func (p *page) digest(r handlers.DigestReply) {
	head := []run{}
	if r.Title != "" {
		head = append(head, run{r.Title + " — ", bold})
	}
	if r.Headline != "" {
		head = append(head, run{r.Headline, bold})
	} else {
		head = append(head, run{"no change", bold})
	}
	p.write("", append(head, run{" · " + r.To.At.Format("2 Jan 2006"), plain})...)
	p.span(r)
	if len(r.FilterNames) > 0 {
		p.text(dim, "limited to "+strings.Join(r.FilterNames, ", "))
	}
	p.remarks(r.Answer, r.Notes)
	for _, d := range r.Documents {
		if d.Change == corpus.Moved {
			continue
		}
		p.changed(d)
	}
	if r.More > 0 {
		p.blank()
		p.text(plain, "and "+count(r.More, "more document"))
	}
	p.moved(r.Documents)
	if len(r.Positions) > 0 {
		p.blank()
		p.text(bold, "Positions")
	}
	for _, c := range r.Positions {
		p.stoodThen(c)
	}
	if len(r.Unread) > 0 {
		p.blank()
		p.text(bold, "Files that cannot be read")
	}
	for _, file := range r.Unread {
		p.item(run{file, plain})
	}
	p.voices(r.ByActor)
}

// span says of which states a digest tells the difference.
func (p *page) span(r handlers.DigestReply) {
	at := func(e handlers.RevisionEntry) string {
		return fmt.Sprintf("#%d %s, %s", e.Number, e.Revision, e.At.UTC().Format("2 Jan 2006, 15:04 UTC"))
	}
	from := "the beginning"
	if r.From != nil {
		from = at(*r.From)
	}
	if from == at(r.To) {
		p.text(dim, "at "+from)
		return
	}
	p.lines("from ", "     ", []run{{from, dim}})
	p.lines("to   ", "     ", []run{{at(r.To), dim}})
}

// changed shows what became of a document.
func (p *page) changed(d handlers.DocumentChange) {
	p.blank()
	runs := []run{{d.Label + ": ", bold}, {citation(d.About), plain}}
	if d.Words != nil {
		runs = append(runs, run{" · " + reworded(*d.Words), plain})
	}
	p.lines("", "  ", runs)
	if d.From != "" {
		p.item(run{"before: " + string(d.From), dim})
	}
	if d.Why != "" {
		p.item(run{"its file is there and cannot be read: " + string(d.Why), plain})
	}
	p.about(d)
	for _, f := range d.Described {
		p.item(run{f.Field + ": ", plain}, run{f.BeforeText, dim}, run{" → ", plain}, run{f.AfterText, bold})
	}
	for _, s := range d.Statements {
		p.said(s, d.About, "")
	}
	for _, k := range d.Corrected {
		p.said(k.Before, d.About, "before: ")
		p.said(k.After, d.About, "now"+otherwise(k.Changed)+": ")
	}
	if n := len(d.Gone) + d.More; n > 0 && d.Change == corpus.Withdrawn {
		p.lines("  ", "  ", []run{{count(n, "statement") + " no longer there", plain}})
	} else {
		for _, s := range d.Gone {
			p.said(s, d.About, "no longer there: ")
		}
	}
	for _, e := range d.Edits {
		p.edit(e, d.Form)
	}
	for _, e := range d.Excerpts {
		p.verbatim(e.Text, d.Form)
	}
	for _, h := range d.Hits {
		p.hit(h)
	}
	if d.More > 0 && d.Change != corpus.Withdrawn {
		p.lines("  ", "  ", []run{{fmt.Sprintf("and %d more in this document", d.More), dim}})
	}
}

// reworded says how much of a text reads otherwise.
func reworded(w handlers.WordsChanged) string {
	if w.Changed == 0 {
		return "marks alone changed"
	}
	return fmt.Sprintf("%d of %s changed", w.Changed, count(w.Of, "word"))
}

// otherwise names what is told otherwise of a statement; nothing where it is the
// words, which are seen.
func otherwise(changed []string) string {
	names := map[string]string{handlers.ChangedSpeaker: "another speaker", handlers.ChangedSaid: "another date", handlers.ChangedKind: "quoted otherwise"}
	var what []string
	for _, c := range changed {
		if names[c] != "" {
			what = append(what, names[c])
		}
	}
	if len(what) == 0 {
		return ""
	}
	return ", " + strings.Join(what, ", ")
}

// few is how many names of a kind are listed before it says "4 more".
const few = 6

// about says who speaks or is mentioned in what changed, and on what it is.
func (p *page) about(d handlers.DocumentChange) {
	var names, topics []string
	for _, a := range slices.Concat(d.Speaking, d.Mentioned) {
		names = append(names, a.Name)
	}
	for _, t := range d.Topics {
		topics = append(topics, t.Name)
	}
	var parts []string
	for _, part := range [][]string{names, topics} {
		if len(part) > few {
			part = append(part[:few:few], fmt.Sprintf("%d more", len(part)-few))
		}
		if len(part) > 0 {
			parts = append(parts, strings.Join(part, ", "))
		}
	}
	if len(parts) > 0 {
		p.lines("  ", "  ", []run{{strings.Join(parts, " · "), dim}})
	}
}

// said shows a statement that is new, gone or told otherwise.
func (p *page) said(s handlers.DigestStatement, a handlers.About, mark string) {
	rest := " — " + s.When + manner([]corpus.Kind{s.Kind}, a)
	if s.Office != "" {
		rest = ", " + s.Office + rest
	}
	p.lines("  ", "  ", []run{{mark, dim}, {nameOr(s.Name), bold}, {rest, plain}})
	p.verbatim(s.Text, s.Form)
	if s.Passage != "" {
		p.lines("  ", "  ", []run{{string(s.Passage), dim}})
	}
	p.alsoIn(s.AlsoIn)
}

// verbatim shows words of a document.
func (p *page) verbatim(text string, f corpus.Form) {
	indent := "  " + quotePrefix(f)
	p.lines(indent, indent, stretches(f, text, make([]style, len(text))))
}

// edit shows sentences that read otherwise.
func (p *page) edit(e handlers.TextChange, f corpus.Form) {
	switch {
	case e.Before == "":
		p.lines("  ", "  ", []run{{"put in: " + string(e.Passage), dim}})
	case e.After == "":
		p.lines("  ", "  ", []run{{"taken out:", dim}})
		p.verbatim(e.Before, f)
		return
	default:
		p.lines("  ", "  ", []run{{"before:", dim}})
		p.verbatim(e.Before, f)
		p.lines("  ", "  ", []run{{"now: " + string(e.Passage), dim}})
	}
	p.verbatim(e.After, f)
}

// moved names the documents that only moved.
func (p *page) moved(documents []handlers.DocumentChange) {
	for i, d := range documents {
		if d.Change != corpus.Moved {
			continue
		}
		if i == 0 || documents[i-1].Change != corpus.Moved {
			p.blank()
			p.text(bold, "Moved")
		}
		p.item(run{string(d.From) + " → " + d.Document, plain})
	}
}

// stoodThen shows where somebody stands otherwise than before.
func (p *page) stoodThen(c handlers.PositionChange) {
	stance := func(then *handlers.PositionThen) string {
		if then == nil {
			return "no position"
		}
		return then.Stance.Text()
	}
	head := " on " + c.TopicName
	if c.Earlier {
		head += ", earlier"
	}
	change := stance(c.Before) + " → " + stance(c.After)
	switch {
	case c.Change == handlers.PositionAdded:
		change = "new, " + stance(c.After)
	case c.Change == handlers.PositionWithdrawn && c.After == nil:
		change = "withdrawn, was " + stance(c.Before)
	case c.Change == handlers.PositionWithdrawn:
		change = "withdrawn, " + change
	}
	p.item(run{c.Name, bold}, run{head + ": " + change, plain})
	for _, then := range []*handlers.PositionThen{c.Before, c.After} {
		mark := "before: "
		if then == c.After {
			mark = "now: "
		}
		if then != nil {
			p.lines("    ", "    ", []run{{mark, dim}, {then.Summary + " ", plain}, {then.When + " · our note · " + strings.Join(then.Documents, ", "), dim}})
		}
	}
}

// voices tells who said how much of what is new.
func (p *page) voices(all []handlers.ActorNews) {
	if len(all) == 0 {
		return
	}
	p.blank()
	var parts []string
	for _, a := range all {
		parts = append(parts, fmt.Sprintf("%s %d", a.Name, a.Count))
	}
	p.text(dim, "New statements: "+strings.Join(parts, ", "))
}
