package terminal

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dossierbot/handlers"
	"dossierbot/index"
)

func (a *app) verifyCommand() *cobra.Command {
	var asJSON bool
	var limit int
	cmd := &cobra.Command{
		Use:   "verify QUOTATION...",
		Short: "Tell whether a quotation stands in the dossier word for word, and who said it",
		Long: `Tell whether a quotation stands in the dossier word for word, altered or not at
all, and who said it, when and where. Case, punctuation and white space are not
compared. What was altered is shown: [-words of the text that it lacks-] and
{+words of its own+}, {~words from another place of the text~}.`,
		Example:           `  dossierbot verify "We do not want war"`,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: a.configured(func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, "")) == "" {
				return errors.New("give a QUOTATION")
			}
			if limit < 0 {
				return fmt.Errorf("--limit %d: want a number above 0", limit)
			}
			return a.verify(cmd.Context(), handlers.VerifyRequest{Quotation: strings.Join(args, " "), Limit: limit}, asJSON)
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the answer as JSON")
	cmd.Flags().IntVar(&limit, "limit", 0, "places at most (default: a few)")
	return cmd
}

func (a *app) verify(ctx context.Context, r handlers.VerifyRequest, asJSON bool) error {
	return a.answer(ctx, func(h *handlers.Handlers) error {
		reply, err := h.Verify(ctx, r)
		if err != nil {
			return err
		}
		err = a.present(asJSON, reply, func(p *page) { p.verified(reply) })
		if reply.Outcome == index.NotThere {
			err = errors.Join(err, errNothing)
		}
		return err
	})
}

// verified shows how a quotation stands in the dossier: the verdict, then the
// places.
func (p *page) verified(r handlers.VerifyReply) {
	p.text(bold, r.Answer)
	for _, note := range r.Notes {
		p.text(dim, note)
	}
	for _, place := range r.Places {
		p.place(place)
	}
	p.blank()
	line := about(r.Dossier)
	if n := len(r.Places); n > 0 {
		shown := fmt.Sprintf("%d of %d", n, r.Total)
		if r.Total > n {
			shown += fmt.Sprintf(" (more: --limit %d)", min(r.Total, 3*n))
		}
		line = shown + " · " + line
	}
	p.text(dim, line)
}

// place shows where a quotation stands: who said it and when, the words with
// what differs, where they stand.
func (p *page) place(h handlers.Place) {
	p.blank()
	for _, headline := range headlines(handlers.Hit{About: h.About, Statements: h.Statements}) {
		p.write("", headline...)
	}
	for _, remark := range []string{h.Whose, h.Difference} {
		if remark != "" {
			p.text(plain, remark)
		}
	}
	p.write(quotePrefix(h.Form), held(h.Edits)...)
	p.text(dim, citation(h.About)+" · "+h.Passage)
	p.alsoIn(h.AlsoIn)
}

// held is a quotation held against the text: what it lacks dim, its own words
// bold.
func held(edits []handlers.Edit) []run {
	var out []run
	for i, e := range edits {
		if i > 0 {
			out = append(out, run{" ", plain})
		}
		style := plain
		switch e.Kind {
		case index.InText, index.Elided:
			style = dim
		case index.Asked, index.Moved:
			style = bold
		}
		out = append(out, run{e.Marked(), style})
	}
	return out
}
