package intake

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// keyHelp says what may stand in the place of an unknown key: the known key
// nearest to it, and all that the place knows. into is what the file was
// decoded into, line where the key stands.
func keyHelp(raw []byte, into any, key string, line int) string {
	const noPlace = "correct it or take it out"
	file, err := parser.ParseBytes(raw, 0)
	if err != nil {
		return noPlace
	}
	for _, doc := range file.Docs {
		if known := (misplaced{key, line}).in(doc.Body, reflect.TypeOf(into).Elem()); len(known) > 0 {
			return fmt.Sprintf("the nearest known key is %q; known here: %s", nearest(key, known), strings.Join(known, ", "))
		}
	}
	return noPlace
}

// misplaced is a key that its place does not know.
type misplaced struct {
	key  string
	line int
}

// in gives the keys that the key's place knows, if it is below the node, which
// is decoded into the type.
func (m misplaced) in(n ast.Node, t reflect.Type) []string {
	switch v := n.(type) {
	case *ast.AnchorNode:
		return m.in(v.Value, t)
	case *ast.SequenceNode:
		for _, item := range v.Values {
			if t.Kind() != reflect.Slice {
				break
			}
			if known := m.in(item, t.Elem()); known != nil {
				return known
			}
		}
	case *ast.MappingNode:
		for _, pair := range v.Values {
			if known := m.in(pair, t); known != nil {
				return known
			}
		}
	case *ast.MappingValueNode:
		key := v.Key.GetToken()
		fields := fieldsOf(t)
		if key.Value == m.key && key.Position.Line == m.line && len(fields) > 0 {
			return keysOf(fields)
		}
		for _, f := range fields {
			if f.Tag.Get("yaml") == key.Value {
				return m.in(v.Value, f.Type)
			}
		}
	}
	return nil
}

// fieldsOf are the fields that a mapping fills, in their order.
func fieldsOf(t reflect.Type) []reflect.StructField {
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[scalar]() {
		return nil
	}
	return reflect.VisibleFields(t)
}

func keysOf(fields []reflect.StructField) []string {
	var keys []string
	for _, f := range fields {
		keys = append(keys, f.Tag.Get("yaml"))
	}
	return keys
}

// nearest is the key that the fewest edits make of what was written.
func nearest(written string, known []string) string {
	return slices.MinFunc(known, func(a, b string) int { return edits(written, a) - edits(written, b) })
}

// edits is the least number of bytes to insert, delete or replace that make
// one word of the other (Levenshtein).
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
