package terminal

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

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

// comparison shows two actors side by side: under each topic one, then the
// other.
func (p *page) comparison(r handlers.CompareReply) {
	for _, c := range []*handlers.ActorCard{r.A, r.B} {
		p.headline(*c, r.AsOf)
	}
	p.remarks(r.Answer, r.Notes)
	for _, t := range r.Topics {
		p.blank()
		p.write("", run{t.Name, bold}, run{" — " + t.Compared.Text(), plain})
		p.side(r.A.Name, t.A, t.SaidA)
		p.side(r.B.Name, t.B, t.SaidB)
	}
}

// side shows where one of two actors stands on a topic, and what it said last.
func (p *page) side(name string, positions []handlers.Position, said *handlers.ActorStatement) {
	if len(positions) == 0 {
		p.item(run{name, bold}, run{": no position in the dossier", plain})
	}
	for _, s := range positions {
		p.stood(name, s.Stance.Text()+" — ", s)
	}
	if said != nil {
		p.item(run{"last said " + said.When + manner([]corpus.Kind{said.Kind}, said.About), dim})
		p.write("    "+strings.TrimLeft(quotePrefix(said.Form), " "), stretches(said.Form, said.Text, make([]style, len(said.Text)))...)
		p.lines("    ", "    ", []run{{citation(said.About) + " · " + said.Passage, dim}})
	}
}
