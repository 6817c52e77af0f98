package terminal

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"dossierbot/index"
)

// indexReply tells what building or refreshing an index took.
type indexReply struct {
	index.Stats
	Warnings []string `json:"warnings"` // files that are not served, and why
	TookMS   float64  `json:"took_ms"`
}

func (a *app) indexCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "index",
		Short: "Build the index, or refresh it after the documents changed",
		Long: `Build the index, or refresh it after the documents changed.
Every other command does so too; this one does nothing else, and fails where
the state folder cannot be written.`,
		Args: cobra.NoArgs,
		RunE: a.configured(func(cmd *cobra.Command, _ []string) error {
			began := time.Now()
			return a.opened(cmd.Context(), writing, func(d *dossier) error {
				r := indexReply{Stats: d.index.Stats(), Warnings: d.folder.Warnings(),
					TookMS: float64(time.Since(began).Microseconds()) / 1000}
				if asJSON {
					if r.Warnings == nil {
						r.Warnings = []string{}
					}
					return a.showJSON(r)
				}
				p := newPage(a.stdout)
				p.text(plain, fmt.Sprintf("%s, %s, revision %s", count(r.Documents, "document"), count(r.Passages, "passage"), r.Revision))
				p.text(dim, fmt.Sprintf("%d read anew, %d gone, in %.1f s%s", r.Indexed, r.Removed, r.TookMS/1000, inMemory(r.Stats)))
				return a.show(p)
			})
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print what was done as JSON")
	return cmd
}

func inMemory(s index.Stats) string {
	if s.InMemory {
		return "; kept in memory only"
	}
	return ""
}
