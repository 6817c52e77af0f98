package terminal

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"dossierbot/handlers"
)

func (a *app) evalCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "eval FILE.jsonl",
		Short: "Score the answers to questions whose answers are known",
		Args:  cobra.ExactArgs(1),
		RunE: a.configured(func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			file, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer file.Close()
			return a.with(ctx, apart, func(h *handlers.Handlers) error {
				reply, err := h.Eval(ctx, file)
				if err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				return a.present(asJSON, reply, func(p *page) { p.scores(reply) })
			})
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the scores as JSON")
	return cmd
}

// scores shows how questions were answered: one line each, then the sums.
func (p *page) scores(r handlers.EvalReply) {
	for _, q := range r.Questions {
		verdict, style := "ok  ", dim
		if !q.OK {
			verdict, style = "miss", plain
		}
		found := string(q.Outcome)
		if q.Rank > 0 {
			found = fmt.Sprintf("rank %d", q.Rank)
		}
		p.text(style, fmt.Sprintf("%s %s %s (%s): %s", verdict, q.ID, q.Kind, found, q.Question))
	}
	p.blank()
	p.text(bold, fmt.Sprintf("recall@1 %d of %d, recall@3 %d of %d, MRR %.3f", r.First, r.Answers, r.InThree, r.Answers, r.MRR))
	p.text(plain, fmt.Sprintf("refused rightly %d of %d, wrongly %d of %d", r.Refused, r.Refusals, r.Wrongly, r.Answers))
	p.text(plain, fmt.Sprintf("a question took %.1f ms in the median, %.1f ms at the 99th percentile", r.P50MS, r.P99MS))
}
