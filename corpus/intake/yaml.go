package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"dossierbot/corpus"
)

// scalar is a YAML value as it is written, with its line. A number or a date
// without quotation marks is taken as its letters.
type scalar struct {
	text string
	line int
}

// UnmarshalYAML takes any value that is no list and no mapping.
func (s *scalar) UnmarshalYAML(n ast.Node) error {
	switch v := n.(type) {
	case *ast.TagNode:
		return s.UnmarshalYAML(v.Value)
	case *ast.NullNode:
	case *ast.StringNode:
		s.text = v.Value
	case *ast.LiteralNode:
		s.text = strings.TrimSpace(v.Value.Value)
	case ast.ScalarNode:
		s.text = v.GetToken().Value
	default:
		at := n.GetToken()
		if m, ok := n.(*ast.MappingValueNode); ok {
			at = m.Key.GetToken()
		}
		return &FileError{Line: at.Position.Line, What: "a list or a mapping stands where one value belongs", Do: "write one value there"}
	}
	s.line = n.GetToken().Position.Line
	return nil
}

// firstLine is the line of the first value that is there.
func firstLine(values ...scalar) int {
	for _, s := range values {
		if s.line > 0 {
			return s.line
		}
	}
	return 0
}

func texts(values []scalar) []string {
	var out []string
	for _, s := range values {
		out = append(out, s.text)
	}
	return out
}

func linesOf(values []scalar) []int {
	var out []int
	for _, s := range values {
		out = append(out, s.line)
	}
	return out
}

// dateOf reads a value as a date in EDTF.
func dateOf(file string, s scalar) (corpus.Date, *FileError) {
	d, err := corpus.ParseDate(s.text)
	if err != nil {
		return corpus.Date{}, &FileError{file, s.line, err.Error(), "write it so"}
	}
	return d, nil
}

var unknownField = regexp.MustCompile(`unknown field "([^"]*)"`)

// decode reads YAML into a struct. With yaml.Strict an unknown key is an
// error; a key given twice always is.
func decode(file string, raw []byte, into any, options ...yaml.DecodeOption) *FileError {
	err := yaml.NewDecoder(bytes.NewReader(raw), options...).Decode(into)
	if err == nil || errors.Is(err, io.EOF) {
		return nil
	}
	var fault *FileError
	if errors.As(err, &fault) {
		fault.File = file
		return fault
	}
	told := err.Error()
	fault = &FileError{File: file}
	var at yaml.Error
	if errors.As(err, &at) {
		told = strings.TrimSpace(at.GetMessage())
		if t := at.GetToken(); t != nil {
			fault.Line = t.Position.Line
		}
	}
	fault.What, fault.Do = mended(told)
	if m := unknownField.FindStringSubmatch(told); m != nil {
		fault.What, fault.Do = fmt.Sprintf("unknown key %q", m[1]), keyHelp(raw, into, m[1], fault.Line)
	}
	return fault
}
