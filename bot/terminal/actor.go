package terminal

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"dossierbot/handlers"
)

// actorFlags are the flags of actor.
type actorFlags struct {
	json      bool
	batch, at string
	request   handlers.ActorRequest
}

func (a *app) actorCommand() *cobra.Command {
	var f actorFlags
	cmd := &cobra.Command{
		Use:   "actor [NAME...]",
		Short: "Show an actor's roles, positions and statements; without a name, list the actors",
		Example: `  dossierbot actor Žemaitaitis
  dossierbot actor --topic potash Nausėda
  dossierbot actor --as-of 2025-12 "prime minister of Lithuania"`,
		ValidArgsFunction: a.completion(handlers.CompleteActor),
		RunE: a.configured(func(cmd *cobra.Command, args []string) error {
			return a.actor(cmd.Context(), f, args)
		}),
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.json, "json", false, "print the answer as JSON")
	flags.StringVar(&f.batch, "batch", "", "answer each line of a .jsonl file: id, name (with --json)")
	_ = cmd.MarkFlagFilename("batch", "jsonl")
	a.cardFlags(cmd, &f)
	return cmd
}

// cardFlags are the flags that a card has wherever it is shown.
func (a *app) cardFlags(cmd *cobra.Command, f *actorFlags) {
	flags := cmd.Flags()
	flags.StringVar(&f.request.Topic, "topic", "", "only this topic")
	flags.StringVar(&f.request.AsOf, "as-of", "", "the card as it was then, such as 2025-11")
	atFlag(flags, &f.at)
	a.completeFlag(cmd, "topic", handlers.CompleteTopic)
}

func (a *app) actor(ctx context.Context, f actorFlags, args []string) (err error) {
	if f.request.At, err = momentOf(f.at); err != nil {
		return err
	}
	switch {
	case f.batch != "":
		if err := oneOf(f.batch, f.json, args, "NAME"); err != nil {
			return err
		}
		return a.actorBatch(ctx, f.batch, f.request)
	case len(args) == 0:
		return a.actors(ctx, f.json)
	}
	f.request.Name = strings.Join(args, " ")
	return a.reply(ctx, f.json, func(h *handlers.Handlers) (any, handlers.Outcome, func(*page), error) {
		r, err := h.Actor(ctx, f.request)
		return r, r.Outcome, func(p *page) { p.card(r) }, err
	})
}

// actors lists the actors of the dossier.
func (a *app) actors(ctx context.Context, asJSON bool) error {
	return a.answer(ctx, func(h *handlers.Handlers) error {
		reply, err := h.Actors(ctx)
		if err != nil {
			return err
		}
		return a.present(asJSON, reply, func(p *page) { p.actors(reply) })
	})
}
