// Package dossier owns the bundled dossier on Lithuania and Belarus: one note
// a source in an editor's words, the actors with their positions, and the
// topics. It holds data alone and reads none of it; corpus/intake does.
package dossier

import (
	"embed"
	"io/fs"
)

//go:embed *.md *.yaml
var files embed.FS

// FS is the dossier as a folder of documents: the notes in Markdown, each with
// its front matter, beside dossier.yaml, actors.yaml and topics.yaml. All of
// them stand at the root, and nothing can change them.
func FS() fs.FS { return files }
