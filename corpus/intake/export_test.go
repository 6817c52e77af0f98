package intake

import (
	"reflect"
	"slices"
)

// KeyPaths are the keys that one of the editor's files may have, as
// ".actors[].roles[].title", sorted.
func KeyPaths(file string) []string {
	var out []string
	var walk func(t reflect.Type, path string)
	walk = func(t reflect.Type, path string) {
		if t.Kind() == reflect.Slice {
			walk(t.Elem(), path+"[]")
			return
		}
		for _, f := range fieldsOf(t) {
			key := path + "." + f.Tag.Get("yaml")
			out = append(out, key)
			walk(f.Type, key)
		}
	}
	walk(map[string]reflect.Type{
		DocumentsFile: reflect.TypeFor[documentsYAML](), ActorsFile: reflect.TypeFor[actorsYAML](),
		TopicsFile: reflect.TypeFor[topicsYAML](), CorrectionsFile: reflect.TypeFor[correctionsYAML](),
	}[file], "")
	slices.Sort(out)
	return out
}
