package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossierbot/bot/export"
	"dossierbot/handlers"
)

// exportFlags are the flags of every export.
type exportFlags struct{ format, output string }

// The formats of an export.
const (
	formatMarkdown = "markdown"
	formatCSV      = "csv"
)

var formats = []string{formatMarkdown, formatCSV}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write an answer, a card or a timeline as Markdown or CSV, to take away",
		Long: `Write an answer, a card or a timeline as Markdown, to paste into a document, or
as CSV, for a spreadsheet. Passages are word for word; our notes are marked as
ours. In CSV a cell that a spreadsheet would take for a formula begins with "'".
A file that is there already is never overwritten.`,
		Example: `  dossierbot export ask "what did Budrys say in November 2025"
  dossierbot export timeline Budrys --format csv --output budrys.csv`,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	flags := cmd.PersistentFlags()
	flags.StringVar(&f.format, "format", formatMarkdown, strings.Join(formats, ", "))
	flags.StringVar(&f.output, "output", "", "file to write, which must not be there yet (default: standard output)")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	cmd.AddCommand(a.exportAskCommand(&f), a.exportActorCommand(&f), a.exportTimelineCommand(&f))
	return cmd
}

func (a *app) exportAskCommand(to *exportFlags) *cobra.Command {
	var f askFlags
	cmd := &cobra.Command{
		Use: "ask QUESTION...", Short: "Write the answer to a question", Args: cobra.MinimumNArgs(1), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: a.configured(func(cmd *cobra.Command, args []string) error {
			request, err := f.asked(args)
			if err != nil {
				return err
			}
			return exported(cmd.Context(), a, *to, func(ctx context.Context, h *handlers.Handlers) (handlers.AskReply, handlers.Outcome, error) {
				r, err := h.Ask(ctx, request)
				return r, r.Outcome, err
			})
		}),
	}
	a.questionFlags(cmd, &f)
	return cmd
}

func (a *app) exportActorCommand(to *exportFlags) *cobra.Command {
	var f actorFlags
	cmd := &cobra.Command{
		Use: "actor NAME...", Short: "Write an actor's card", Args: cobra.MinimumNArgs(1), ValidArgsFunction: a.completion(handlers.CompleteActor),
		RunE: a.configured(func(cmd *cobra.Command, args []string) (err error) {
			if f.request.At, err = momentOf(f.at); err != nil {
				return err
			}
			f.request.Name = strings.Join(args, " ")
			return exported(cmd.Context(), a, *to, func(ctx context.Context, h *handlers.Handlers) (handlers.ActorReply, handlers.Outcome, error) {
				r, err := h.Actor(ctx, f.request)
				return r, r.Outcome, err
			})
		}),
	}
	a.cardFlags(cmd, &f)
	return cmd
}

func (a *app) exportTimelineCommand(to *exportFlags) *cobra.Command {
	var request handlers.TimelineRequest
	var at string
	cmd := &cobra.Command{
		Use: "timeline NAME...", Short: "Write what is dated of an actor or a topic", Args: cobra.MinimumNArgs(1), ValidArgsFunction: a.completion(handlers.CompleteSubject),
		RunE: a.configured(func(cmd *cobra.Command, args []string) (err error) {
			if request.At, err = momentOf(at); err != nil {
				return err
			}
			request.Name = strings.Join(args, " ")
			return exported(cmd.Context(), a, *to, func(ctx context.Context, h *handlers.Handlers) (handlers.TimelineReply, handlers.Outcome, error) {
				r, err := h.Timeline(ctx, request)
				return r, r.Outcome, err
			})
		}),
	}
	timelineFlags(cmd, &request, &at)
	return cmd
}

// exported writes a reply in the format and to the place asked for.
func exported[R export.Reply](ctx context.Context, a *app, to exportFlags, get func(context.Context, *handlers.Handlers) (R, handlers.Outcome, error)) error {
	if !slices.Contains(formats, to.format) {
		return fmt.Errorf("--format %s: want one of %s", to.format, strings.Join(formats, ", "))
	}
	return a.answer(ctx, func(h *handlers.Handlers) error {
		reply, outcome, err := get(ctx, h)
		if err != nil {
			return err
		}
		text := export.Markdown(reply)
		if to.format == formatCSV {
			text = export.CSV(reply)
		}
		if to.output == "" {
			_, err = io.WriteString(a.stdout, text)
		} else {
			err = writeNew(to.output, text)
		}
		return errors.Join(err, outcomeError(outcome))
	})
}

// writeNew writes a file that is not there yet; where it cannot be written
// whole, it is not there.
func writeNew(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("--output %s: there is such a file already; give another name, or remove it first", path)
	}
	if err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	_, err = io.WriteString(f, text)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(fmt.Errorf("--output: %w", err), os.Remove(path))
	}
	return nil
}
