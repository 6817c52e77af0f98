package intake

import (
	"embed"
	"slices"
	"strings"
)

// schemas hold the rules of the editor's files as far as JSON Schema can tell
// them, with a description of every key: an editor that knows them completes and
// checks while one types.
// https://json-schema.org/draft/2020-12
//
//go:embed schema/*.schema.json
var schemas embed.FS

// SchemaNames are the names of the editor's files, without their ending.
func SchemaNames() []string {
	var names []string
	for _, file := range []string{DocumentsFile, ActorsFile, TopicsFile, CorrectionsFile} {
		names = append(names, strings.TrimSuffix(file, ".yaml"))
	}
	return names
}

// Schema is the JSON Schema of one of the editor's files, by its name without
// ending; ok is false where there is no such file.
func Schema(name string) (schema []byte, ok bool) {
	if !slices.Contains(SchemaNames(), name) {
		return nil, false
	}
	schema, err := schemas.ReadFile("schema/" + name + ".schema.json")
	return schema, err == nil
}
