package terminal

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

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

func (a *app) compareCommand() *cobra.Command {
	var asJSON bool
	var at string
	var r handlers.CompareRequest
	cmd := &cobra.Command{
		Use:   "compare A B",
		Short: "Show two actors side by side, topic by topic, and where they differ",
		Example: `  dossierbot compare Budrys Žemaitaitis
  dossierbot compare --topic relations "Mindaugas Sinkevičius" "Virginijus Sinkevičius"`,
		ValidArgsFunction: a.completion(handlers.CompleteActor),
		RunE: a.configured(func(cmd *cobra.Command, args []string) (err error) {
			if len(args) != 2 {
				return errors.New("give two names, each of several words in quotation marks: compare Budrys \"Gitanas Nausėda\"")
			}
			if r.At, err = momentOf(at); err != nil {
				return err
			}
			r.A, r.B = args[0], args[1]
			return a.compare(cmd.Context(), r, asJSON)
		}),
	}
	flags := cmd.Flags()
	flags.BoolVar(&asJSON, "json", false, "print the comparison as JSON")
	flags.StringVar(&r.Topic, "topic", "", "only this topic")
	flags.StringVar(&r.AsOf, "as-of", "", "where they stood then, such as 2025-11")
	atFlag(flags, &at)
	a.completeFlag(cmd, "topic", handlers.CompleteTopic)
	return cmd
}

func (a *app) compare(ctx context.Context, r handlers.CompareRequest, asJSON bool) error {
	return a.reply(ctx, asJSON, func(h *handlers.Handlers) (any, handlers.Outcome, func(*page), error) {
		reply, err := h.Compare(ctx, r)
		return reply, reply.Outcome, func(p *page) { p.comparison(reply) }, err
	})
}

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
