package terminal

import (
	"io"
	"log/slog"

	"github.com/spf13/cobra"

	"dossierbot/handlers"
)

// completion completes names of the dossier in the shell. It sends ids, which
// a shell need not quote, and shows the names beside them.
func (a *app) completion(what handlers.Completable) cobra.CompletionFunc {
	return func(cmd *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		a.stderr = io.Discard // a warning would stand in the line being typed
		if err := a.loadSettings(cmd); err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		d, err := a.open(cmd.Context(), reading, slog.New(slog.DiscardHandler))
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		defer d.close()
		choices, err := d.handlers.Complete(cmd.Context(), what, typed)
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var out []cobra.Completion
		for _, c := range choices {
			out = append(out, cobra.CompletionWithDesc(c.Value, c.Text()))
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder // best first
	}
}

func (a *app) completeFlag(cmd *cobra.Command, flag string, what handlers.Completable) {
	_ = cmd.RegisterFlagCompletionFunc(flag, a.completion(what))
}
