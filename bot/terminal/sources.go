package terminal

import (
	"github.com/spf13/cobra"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

func (a *app) sourcesCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "sources",
		Short: "List the documents of the dossier, and the files that are not served",
		Args:  cobra.NoArgs,
		RunE: a.configured(func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			return a.answer(ctx, func(h *handlers.Handlers) error {
				reply, err := h.Sources(ctx)
				if err != nil {
					return err
				}
				return a.present(asJSON, reply, func(p *page) { p.sources(reply) })
			})
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the list as JSON")
	return cmd
}

// sources lists the documents of a dossier.
func (p *page) sources(r handlers.SourcesReply) {
	p.text(dim, about(r.Dossier)+" · "+count(r.Dossier.Passages, "passage"))
	for _, d := range r.Documents {
		p.blank()
		if d.Form == corpus.Note {
			p.write("", run{"Our note on " + title(d.Title, d.Document, d.Source), bold})
		} else {
			p.write("", run{title(d.Title, d.Document, d.Source), bold})
		}
		if d.Author != "" {
			p.text(plain, "by "+string(d.Author))
		}
		published := "date of publication unknown"
		if d.Published.Known() {
			published = "published " + d.Published.Human()
		}
		if d.PublishedWhy != "" {
			published += ": " + string(d.PublishedWhy)
		}
		p.text(plain, published)
		if d.URL != "" {
			p.text(plain, string(d.URL))
		}
		line := d.Document
		if d.Name != "" {
			line += " · " + string(d.Name)
		}
		if d.Language != "" {
			line += " · " + string(d.Language)
		}
		p.text(dim, line+" · "+count(d.Passages, "passage"))
		for _, w := range d.Warnings {
			p.text(plain, "warning: "+w)
		}
	}
	if len(r.Warnings) > 0 {
		p.blank()
		p.text(bold, "Not served")
	}
	for _, w := range r.Warnings {
		p.item(run{w, plain})
	}
}
