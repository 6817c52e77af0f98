package standin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// description is where Discord's description of its API is looked for, from
// the root of the module. It is no part of the project.
const description = "../shared/discord/openapi.json"

// schemas are those of the bodies of requests; nil where the description is
// not at hand. They are safe for concurrent use.
type schemas struct {
	mu       sync.Mutex
	paths    []path
	compiler *jsonschema.Compiler
	compiled map[string]*jsonschema.Schema
}

var placeholder = regexp.MustCompile(`\\\{[^}]*\\\}`)

// path is a path of the description.
type path struct {
	template string
	pattern  *regexp.Regexp
	holes    int // placeholders
}

// load reads the description once for all stand-ins of a test binary: it is
// long. It gives nil where the description is not at hand.
var load = sync.OnceValues(func() (*schemas, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	raw, err := os.ReadFile(filepath.Join(root, description))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	patch(doc)
	c := jsonschema.NewCompiler()
	if err := c.AddResource("openapi.json", doc); err != nil {
		return nil, err
	}
	s := &schemas{compiler: c, compiled: map[string]*jsonschema.Schema{}}
	for template := range doc.(map[string]any)["paths"].(map[string]any) {
		pattern, err := regexp.Compile("^" + placeholder.ReplaceAllString(regexp.QuoteMeta(template), "[^/]+") + "$")
		if err != nil {
			return nil, err
		}
		s.paths = append(s.paths, path{template, pattern, strings.Count(template, "{")})
	}
	return s, nil
})

func loadSchemas(t testing.TB) *schemas {
	t.Helper()
	s, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if s == nil {
		t.Log("Discord's description of its API is not at hand: bodies are held against our own rules alone")
	}
	return s
}

// patch mends what the description says otherwise than Discord's
// documentation: default_member_permissions is a string.
func patch(v any) {
	switch v := v.(type) {
	case map[string]any:
		for key, child := range v {
			if key == "default_member_permissions" {
				v[key] = map[string]any{"type": []any{"string", "null"}, "pattern": "^[0-9]+$"}
				continue
			}
			patch(child)
		}
	case []any:
		for _, child := range v {
			patch(child)
		}
	}
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		if filepath.Dir(dir) == dir {
			return "", errors.New("no go.mod above the working directory")
		}
		dir = filepath.Dir(dir)
	}
}

// faults are what the description finds wrong with a body.
func (s *schemas) faults(method, path string, body json.RawMessage) []string {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	schema, err := s.of(method, path)
	if err != nil {
		return []string{err.Error()}
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		return []string{err.Error()}
	}
	if err := schema.Validate(v); err != nil {
		return []string{err.Error()}
	}
	return nil
}

// of is the schema of a request's body. A path may fit several of the
// description's: the one with the fewest placeholders is meant.
func (s *schemas) of(method, requested string) (*jsonschema.Schema, error) {
	best, fewest := "", 100
	for _, p := range s.paths {
		if p.holes < fewest && p.pattern.MatchString(requested) {
			best, fewest = p.template, p.holes
		}
	}
	if best == "" {
		return nil, fmt.Errorf("there is no %s in the description", requested)
	}
	pointer := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(best)
	ref := "openapi.json#/paths/" + pointer + "/" + strings.ToLower(method) + "/requestBody/content/application~1json/schema"
	if sch := s.compiled[ref]; sch != nil {
		return sch, nil
	}
	sch, err := s.compiler.Compile(ref)
	if err != nil {
		return nil, fmt.Errorf("%s %s takes no body: %w", method, best, err)
	}
	s.compiled[ref] = sch
	return sch, nil
}
