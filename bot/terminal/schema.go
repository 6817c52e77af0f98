package terminal

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dossierbot/corpus/intake"
)

func (a *app) schemaCommand() *cobra.Command {
	names := intake.SchemaNames()
	return &cobra.Command{
		Use:   "schema " + strings.Join(names, "|"),
		Short: "Print the JSON Schema of one of a dossier's files",
		Long: `Print the JSON Schema of one of a dossier's files. With it, an editor that has
the YAML language server completes keys and checks them as you type: put

  # yaml-language-server: $schema=actors.schema.json

on top of actors.yaml. A small dossier of four such files stands in the sources,
in corpus/intake/schema/example. What a schema cannot tell, check does.`,
		Example:   "  dossierbot schema actors > actors.schema.json",
		Args:      cobra.ExactArgs(1),
		ValidArgs: names,
		RunE: func(_ *cobra.Command, args []string) error {
			schema, ok := intake.Schema(args[0])
			if !ok {
				return fmt.Errorf("there is no schema of %q; name one of %s", args[0], strings.Join(names, ", "))
			}
			_, err := a.stdout.Write(schema)
			return err
		},
	}
}
