package terminal

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/spf13/cobra"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
)

func (a *app) inspectCommand() *cobra.Command {
	var asJSON bool
	var published string
	cmd := &cobra.Command{
		Use:   "inspect FILE...",
		Short: "Show how a file is read: its passages, dates, names and statements",
		Args:  cobra.MinimumNArgs(1),
		RunE: a.configured(func(cmd *cobra.Command, files []string) error {
			date, err := corpus.ParseDate(published)
			if err != nil {
				return fmt.Errorf("--published: %w", err)
			}
			return a.inspect(cmd.Context(), files, date, asJSON)
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print what was read as JSON, one object a line")
	cmd.Flags().StringVar(&published, "published", "", "when the file was published, where its text does not say, such as 2025-11-26")
	return cmd
}

func (a *app) inspect(ctx context.Context, files []string, published corpus.Date, asJSON bool) error {
	options := a.intakeOptions(a.logger(slog.LevelWarn))
	var problems []error
	for _, file := range files {
		documents, err := intake.Inspect(ctx, file, published, options)
		if err != nil {
			problems = append(problems, err) // the other files may do
			continue
		}
		for _, d := range documents {
			err := a.present(asJSON, readingOf(d), func(p *page) {
				p.reading(d)
				p.blank()
			})
			if err != nil {
				return err
			}
		}
	}
	return errors.Join(problems...)
}
