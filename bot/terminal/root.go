package terminal

import (
	"fmt"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"

	"dossierbot/config"
)

// globalFlags are the flags that every command knows.
type globalFlags struct {
	config, corpus, state, logLevel string
}

// root is the program's command with all others below it.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "dossierbot",
		Short: "Answers questions about a folder of documents with verbatim passages",
		Long: `dossierbot answers questions about a folder of documents with verbatim
passages, each with its source and date: here, or in Discord (serve).
Without --corpus it answers from the bundled dossier.`,
		Example: `  dossierbot ask "what did Budrys say in November 2025"
  dossierbot --corpus ~/documents sources`,
		SilenceErrors: true, // Run says them
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w\nsee: %s --help", err, cmd.CommandPath())
	})
	f := root.PersistentFlags()
	f.StringVar(&a.flags.config, "config", "", "YAML file of settings")
	f.StringVar(&a.flags.corpus, "corpus", "", "folder or .jsonl file of documents (default: the bundled dossier)")
	f.StringVar(&a.flags.state, "state", "", "folder for the index and what is on record (default: in the user's state folder)")
	f.StringVar(&a.flags.logLevel, "log-level", "", strings.Join(config.Levels(), ", "))
	_ = root.MarkPersistentFlagFilename("config", "yaml", "yml")
	_ = root.RegisterFlagCompletionFunc("log-level", cobra.FixedCompletions(config.Levels(), cobra.ShellCompDirectiveNoFileComp))

	root.AddCommand(a.askCommand(), a.verifyCommand(), a.citeCommand(), a.exportCommand(),
		a.actorCommand(), a.timelineCommand(), a.compareCommand(), a.topicCommand(), a.sourcesCommand(), a.digestCommand(),
		a.inspectCommand(), a.checkCommand(), a.schemaCommand(), a.indexCommand(), a.evalCommand(),
		a.serveCommand(), a.healthCommand(), versionCommand())
	return root
}

// action is what a command does.
type action = func(cmd *cobra.Command, args []string) error

// configured is an action before which the settings are read.
func (a *app) configured(do action) action {
	return func(cmd *cobra.Command, args []string) error {
		if err := a.loadSettings(cmd); err != nil {
			return err
		}
		return do(cmd, args)
	}
}

// loadSettings reads the settings, with the global flags that were given.
func (a *app) loadSettings(cmd *cobra.Command) error {
	given := map[string]string{}
	for flag, key := range map[string]string{
		"corpus": "corpus.path", "state": "state.dir", "log-level": "log.level",
	} {
		if f := cmd.Flag(flag); f != nil && f.Changed {
			given[key] = f.Value.String()
		}
	}
	settings, err := config.Load(config.Options{File: a.flags.config, Flags: given})
	if err != nil {
		return err
	}
	a.settings = settings
	for _, warning := range settings.Warnings {
		a.logger(slog.LevelWarn).Warn("unknown variable", "warning", warning)
	}
	return nil
}

// logger logs to standard error as the settings say, and from the given level
// on where they do not.
func (a *app) logger(level slog.Level) *slog.Logger {
	if a.settings.Log.Level != "" {
		// Settings that were loaded hold one of the levels slog knows.
		_ = level.UnmarshalText([]byte(a.settings.Log.Level))
	}
	o := &slog.HandlerOptions{Level: level}
	if a.settings.Log.Format == "json" {
		return slog.New(slog.NewJSONHandler(a.stderr, o))
	}
	return slog.New(slog.NewTextHandler(a.stderr, o))
}
