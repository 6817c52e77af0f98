package terminal

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/index"
)

// askFlags are the flags of ask.
type askFlags struct {
	json      bool
	batch, at string
	sort      string
	dimension string
	request   handlers.AskRequest
}

func (a *app) askCommand() *cobra.Command {
	var f askFlags
	cmd := &cobra.Command{
		Use:   "ask QUESTION...",
		Short: "Answer a question with passages, word for word, with source and date",
		Example: `  dossierbot ask "what did Budrys say in November 2025"
  dossierbot ask --from 2025-11 --sort newest sanctions
  dossierbot ask --json --batch questions.jsonl`,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: a.configured(func(cmd *cobra.Command, args []string) error {
			return a.ask(cmd.Context(), f, args)
		}),
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.json, "json", false, "print the answer as JSON")
	flags.StringVar(&f.batch, "batch", "", "answer each line of a .jsonl file: id, question, optionally asked_at (with --json)")
	_ = cmd.MarkFlagFilename("batch", "jsonl")
	a.questionFlags(cmd, &f)
	return cmd
}

// questionFlags are the flags that a question has wherever it is asked.
func (a *app) questionFlags(cmd *cobra.Command, f *askFlags) {
	flags := cmd.Flags()
	atFlag(flags, &f.at)
	flags.IntVar(&f.request.Limit, "limit", 0, "passages at most (default: a few)")
	flags.StringVar(&f.request.Speaker, "speaker", "", "only what this actor said")
	flags.StringVar(&f.request.Actor, "actor", "", "only what this actor said or is named in")
	flags.StringVar(&f.request.Topic, "topic", "", "only this topic")
	flags.StringVar(&f.request.Source, "source", "", "only this document or publisher")
	flags.StringVar(&f.request.From, "from", "", "from this date on, such as 2025-11")
	flags.StringVar(&f.request.To, "to", "", "up to this date")
	flags.StringVar(&f.dimension, "dimension", "", "what the time asked for is about: "+strings.Join(dimensions(), ", ")+" (default: as the question says)")
	flags.StringVar(&f.sort, "sort", string(index.Relevance), "order of the passages: relevance, newest")
	a.completeFlag(cmd, "speaker", handlers.CompleteActor)
	a.completeFlag(cmd, "actor", handlers.CompleteActor)
	a.completeFlag(cmd, "topic", handlers.CompleteTopic)
	a.completeFlag(cmd, "source", handlers.CompleteSource)
	_ = cmd.RegisterFlagCompletionFunc("sort", cobra.FixedCompletions(sorts(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("dimension", cobra.FixedCompletions(dimensions(), cobra.ShellCompDirectiveNoFileComp))
}

func sorts() []string { return []string{string(index.Relevance), string(index.Newest)} }

func dimensions() []string {
	var out []string
	for _, d := range index.Dimensions() {
		out = append(out, string(d))
	}
	return out
}

func (a *app) ask(ctx context.Context, f askFlags, args []string) error {
	if err := oneOf(f.batch, f.json, args, "QUESTION"); err != nil {
		return err
	}
	request, err := f.asked(args)
	if err != nil {
		return err
	}
	if f.batch != "" {
		return a.askBatch(ctx, f.batch, request)
	}
	return a.reply(ctx, f.json, func(h *handlers.Handlers) (any, handlers.Outcome, func(*page), error) {
		r, err := h.Ask(ctx, request)
		return r, r.Outcome, func(p *page) { p.answer(r) }, err
	})
}

// asked is the question of the arguments with what the flags say of it.
func (f askFlags) asked(args []string) (r handlers.AskRequest, err error) {
	r = f.request
	r.Question = strings.Join(args, " ")
	switch r.Sort = index.Sort(f.sort); r.Sort {
	case index.Relevance, index.Newest:
	default:
		return r, fmt.Errorf("--sort %s: want one of %s", f.sort, strings.Join(sorts(), ", "))
	}
	if r.Dimension = index.Dimension(f.dimension); f.dimension != "" && !slices.Contains(index.Dimensions(), r.Dimension) {
		return r, fmt.Errorf("--dimension %s: want one of %s", f.dimension, strings.Join(dimensions(), ", "))
	}
	if r.Limit < 0 {
		return r, fmt.Errorf("--limit %d: want a number above 0", r.Limit)
	}
	r.At, err = momentOf(f.at)
	return r, err
}

// outcomeError is errNothing for the outcomes that found nothing.
func outcomeError(o handlers.Outcome) error {
	switch o {
	case index.Answered, index.Ambiguous:
		return nil
	}
	return errNothing
}

// atFlag is the flag for the moment that a time in words is reckoned from.
func atFlag(flags *pflag.FlagSet, at *string) {
	flags.StringVar(at, "at", "", "the moment \"last month\" is reckoned from: RFC 3339, or a date (default: now)")
}

// momentOf reads what atFlag was given.
func momentOf(at string) (time.Time, error) {
	t, err := moment(at)
	if err != nil {
		return t, fmt.Errorf("--at: %w", err)
	}
	return t, nil
}

// moment reads an RFC 3339 time, or a date, which means its end in UTC. The
// empty string is the zero time.
func moment(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	d, err := corpus.ParseDate(s)
	if err != nil || d.Last.IsZero() {
		return time.Time{}, fmt.Errorf("%q is no time: want one such as 2026-07-15 or 2026-07-15T12:00:00Z", s)
	}
	return d.Last.AddDate(0, 0, 1).Add(-time.Second), nil
}
