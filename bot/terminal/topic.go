package terminal

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dossierbot/handlers"
)

func (a *app) topicCommand() *cobra.Command {
	var asJSON bool
	var at string
	var r handlers.TopicRequest
	cmd := &cobra.Command{
		Use:   "topic [NAME...]",
		Short: "Show who stands where on a topic; without a name, on all of them",
		Example: `  dossierbot topic sanctions
  dossierbot topic --as-of 2025-12 relations`,
		ValidArgsFunction: a.completion(handlers.CompleteTopic),
		RunE: a.configured(func(cmd *cobra.Command, args []string) (err error) {
			if r.At, err = momentOf(at); err != nil {
				return err
			}
			r.Name = strings.Join(args, " ")
			return a.topic(cmd.Context(), r, asJSON)
		}),
	}
	flags := cmd.Flags()
	flags.BoolVar(&asJSON, "json", false, "print the stances as JSON")
	flags.StringVar(&r.AsOf, "as-of", "", "where they stood then, such as 2025-11")
	atFlag(flags, &at)
	return cmd
}

func (a *app) topic(ctx context.Context, r handlers.TopicRequest, asJSON bool) error {
	return a.reply(ctx, asJSON, func(h *handlers.Handlers) (any, handlers.Outcome, func(*page), error) {
		if r.Name == "" || strings.EqualFold(r.Name, handlers.AllTopics) {
			reply, err := h.Topics(ctx, r.AsOf, r.At)
			return reply, reply.Outcome, func(p *page) { p.topics(reply) }, err
		}
		reply, err := h.Topic(ctx, r)
		return reply, reply.Outcome, func(p *page) { p.topic(reply) }, err
	})
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
