package terminal

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/spf13/cobra"

	"dossierbot/corpus/intake"
	"dossierbot/handlers"
)

// errFaulty ends a check that found errors and has listed them.
var errFaulty = errors.New("the dossier has errors")

func (a *app) checkCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "List the faults in a dossier, each with its file and line",
		Long: `List the faults in a dossier, each with its file and line: what is wrong and
what to do. Errors are what answers would be wrong by; warnings are to be
looked at. The state folder is left alone.`,
		Example: `  dossierbot --corpus ~/documents check`,
		Args:    cobra.NoArgs,
		RunE: a.configured(func(cmd *cobra.Command, _ []string) error {
			return a.check(cmd.Context(), asJSON)
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the faults as JSON")
	return cmd
}

func (a *app) check(ctx context.Context, asJSON bool) error {
	bar := a.newProgress("reading documents")
	reply, err := handlers.Check(ctx, handlers.CheckRequest{
		Corpus: a.settings.Corpus.Path, Options: a.intakeOptions(a.logger(slog.LevelWarn)), Progress: bar.show,
	})
	bar.clear()
	if err != nil {
		return err
	}
	err = a.present(asJSON, reply, func(p *page) { p.findings(reply) })
	if err == nil && reply.Errors > 0 {
		err = errFaulty
	}
	return err
}

// findings lists faults, those of a file together.
func (p *page) findings(r handlers.CheckReply) {
	file := ""
	for _, f := range r.Findings {
		if f.File != file {
			p.blank()
			file = f.File
		}
		style := plain
		if f.Severity == handlers.SeverityError {
			style = bold
		}
		at := intake.Place{File: f.File, Line: f.Line}
		p.lines("", "  ", []run{{fmt.Sprintf("%s: %s: %s", at, f.Severity, f.What), style}, {"; " + f.Do, plain}})
	}
	p.blank()
	p.text(plain, fmt.Sprintf("%s and %s in %s and %s", count(r.Errors, "error"), count(r.Warnings, "warning"),
		count(r.Documents, "document"), count(r.Actors, "actor")))
	if r.Refused {
		p.text(dim, "The rest is checked once these errors are mended.")
	}
}
