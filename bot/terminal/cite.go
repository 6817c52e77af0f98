package terminal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossierbot/handlers"
)

func (a *app) citeCommand() *cobra.Command {
	var asJSON bool
	var style string
	cmd := &cobra.Command{
		Use:   "cite PASSAGE",
		Short: "Cite a passage in the common styles, ready to be pasted",
		Long: `Cite a passage, given by its id or its key, in the common styles. What is not
known is said: "n.d." for a date, "[inferred]" beside one that was reckoned. A
note of ours is cited as an editor's note, never as its source.`,
		Example: `  dossierbot cite ras-2020.md#3
  dossierbot cite --style bibtex ras-2020.md#3 >> references.bib`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: a.configured(func(cmd *cobra.Command, args []string) error {
			if style != "" && !slices.Contains(styles(), style) {
				return fmt.Errorf("--style %s: want one of %s", style, strings.Join(styles(), ", "))
			}
			return a.cite(cmd.Context(), args[0], handlers.CiteStyle(style), asJSON)
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the citations as JSON")
	cmd.Flags().StringVar(&style, "style", "", "only this style: "+strings.Join(styles(), ", "))
	_ = cmd.RegisterFlagCompletionFunc("style", cobra.FixedCompletions(styles(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func styles() []string {
	var out []string
	for _, s := range handlers.CiteStyles() {
		out = append(out, string(s))
	}
	return out
}

func (a *app) cite(ctx context.Context, passage string, style handlers.CiteStyle, asJSON bool) error {
	return a.answer(ctx, func(h *handlers.Handlers) error {
		reply, err := h.Cite(ctx, handlers.CiteRequest{Key: passage})
		var unknown *handlers.Problem
		if errors.As(err, &unknown) {
			a.complain(unknown)
			return errNothing
		}
		if err != nil {
			return err
		}
		reply.Citations = slices.DeleteFunc(reply.Citations, func(c handlers.Citation) bool { return style != "" && c.Style != style })
		if asJSON {
			return a.showJSON(reply)
		}
		return a.citations(reply.Citations)
	})
}

// citations writes citations as they are, not broken into lines, for they are
// to be pasted; one alone stands by itself.
func (a *app) citations(citations []handlers.Citation) error {
	p := newPage(a.stdout)
	for _, c := range citations {
		if len(citations) > 1 {
			p.blank()
			p.text(dim, c.Name)
		}
		p.out.WriteString(c.Text + "\n")
	}
	return a.show(p)
}
