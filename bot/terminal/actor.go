package terminal

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"dossierbot/handlers"
)

// actorFlags are the flags of actor.
type actorFlags struct {
	json         bool
	batch, topic string
}

func (a *app) actorCommand() *cobra.Command {
	var f actorFlags
	cmd := &cobra.Command{
		Use:   "actor [NAME...]",
		Short: "Show an actor's roles, positions and statements; without a name, list the actors",
		Example: `  dossierbot actor Žemaitaitis
  dossierbot actor --topic potash Nausėda`,
		ValidArgsFunction: a.completion(handlers.CompleteActor),
		RunE: a.configured(func(cmd *cobra.Command, args []string) error {
			return a.actor(cmd.Context(), f, args)
		}),
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.json, "json", false, "print the answer as JSON")
	flags.StringVar(&f.batch, "batch", "", "answer each line of a .jsonl file: id, name (with --json)")
	flags.StringVar(&f.topic, "topic", "", "only this topic")
	a.completeFlag(cmd, "topic", handlers.CompleteTopic)
	_ = cmd.MarkFlagFilename("batch", "jsonl")
	return cmd
}

func (a *app) actor(ctx context.Context, f actorFlags, args []string) error {
	switch {
	case f.batch != "":
		if err := oneOf(f.batch, f.json, args, "NAME"); err != nil {
			return err
		}
		return a.actorBatch(ctx, f.batch, f.topic)
	case len(args) == 0:
		return a.actors(ctx, f.json)
	}
	request := handlers.ActorRequest{Name: strings.Join(args, " "), Topic: f.topic}
	return a.answer(ctx, func(h *handlers.Handlers) error {
		reply, err := h.Actor(ctx, request)
		if err != nil {
			return err
		}
		if f.json {
			err = a.showJSON(reply)
		} else {
			p := newPage(a.stdout)
			p.card(reply)
			err = a.show(p)
		}
		return errors.Join(err, outcomeError(reply.Outcome))
	})
}

// actors lists the actors of the dossier.
func (a *app) actors(ctx context.Context, asJSON bool) error {
	return a.answer(ctx, func(h *handlers.Handlers) error {
		reply, err := h.Actors(ctx)
		if err != nil {
			return err
		}
		if asJSON {
			return a.showJSON(reply)
		}
		p := newPage(a.stdout)
		p.actors(reply)
		return a.show(p)
	})
}
