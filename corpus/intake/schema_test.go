package intake_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"dossierbot/corpus/dossier"
	"dossierbot/corpus/intake"
)

// schemaOf compiles the schema of one of the editor's files.
func schemaOf(t testing.TB, name string) (compiled *jsonschema.Schema, raw map[string]any) {
	t.Helper()
	text, ok := intake.Schema(name)
	if !ok {
		t.Fatalf("no schema of %s", name)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatalf("schema of %s: %v", name, err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	if compiled, err = c.Compile(name); err != nil {
		t.Fatal(err)
	}
	return compiled, doc.(map[string]any)
}

// valid tells what a schema says of a file as an editor writes it.
func valid(t testing.TB, schema *jsonschema.Schema, content string) error {
	t.Helper()
	asJSON, err := yaml.YAMLToJSON([]byte(content))
	if err != nil {
		t.Fatalf("%v in\n%s", err, content)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(v)
}

// example is the dossier that shows an editor the files.
func example(t testing.TB) map[string]string {
	t.Helper()
	files := map[string]string{}
	found, err := filepath.Glob("schema/example/*")
	if err != nil || len(found) < 5 {
		t.Fatalf("the example holds %v, %v", found, err)
	}
	for _, name := range found {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = string(content)
	}
	return files
}

func TestSchemasKnowTheKeys(t *testing.T) {
	for _, name := range intake.SchemaNames() {
		_, raw := schemaOf(t, name)
		if raw["$schema"] != "https://json-schema.org/draft/2020-12/schema" || raw["title"] != name+".yaml" {
			t.Errorf("%s: of %v, titled %v", name, raw["$schema"], raw["title"])
		}
		var keys []string
		var walk func(s map[string]any, path string)
		walk = func(s map[string]any, path string) {
			if items, ok := s["items"].(map[string]any); ok {
				walk(items, path+"[]")
			}
			properties, ok := s["properties"].(map[string]any)
			if ok && s["additionalProperties"] != false {
				t.Errorf("%s: other keys are taken at %q", name, path)
			}
			for key, value := range properties {
				below := value.(map[string]any)
				if d, _ := below["description"].(string); d == "" {
					t.Errorf("%s: %s.%s is not described", name, path, key)
				}
				keys = append(keys, path+"."+key)
				walk(below, path+"."+key)
			}
		}
		walk(raw, "")
		slices.Sort(keys)
		if diff := cmp.Diff(intake.KeyPaths(name+".yaml"), keys); diff != "" {
			t.Errorf("%s: keys that are read and not told of (-), or the reverse (+):\n%s", name, diff)
		}
	}
	if _, ok := intake.Schema("../schema/actors"); ok {
		t.Error("there is a schema of what is no file of an editor's")
	}
}

func TestSchemasTakeGoodFiles(t *testing.T) {
	files := example(t)
	for _, name := range intake.SchemaNames() {
		schema, _ := schemaOf(t, name)
		if err := valid(t, schema, files[name+".yaml"]); err != nil {
			t.Errorf("the example's %s: %v", name, err)
		}
		if !strings.HasPrefix(files[name+".yaml"], "# yaml-language-server: $schema=../"+name+".schema.json\n") {
			t.Errorf("the example's %s does not name its schema", name)
		}
		bundled, err := dossier.FS().Open(name + ".yaml")
		if name == "corrections" && os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		var content bytes.Buffer
		if _, err := content.ReadFrom(bundled); err != nil {
			t.Fatal(err)
		}
		if err := valid(t, schema, content.String()); err != nil {
			t.Errorf("the bundled %s: %v", name, err)
		}
	}
	// Each of the things that a correction may say.
	files["corrections.yaml"] += "  - {document: harbour, quote: We have waited for it, speaker: dahlke}\n  - {document: harbour, quote: that the ferry would be full, drop: true}\n"
	if schema, _ := schemaOf(t, "corrections"); valid(t, schema, files["corrections.yaml"]) != nil {
		t.Errorf("corrections: %v", valid(t, schema, files["corrections.yaml"]))
	}
	f := open(t, folder(t, files))
	d, err := f.Read(t.Context(), "harbour-2024.txt")
	if err != nil || len(d.Warnings) > 0 || len(f.Warnings()) > 0 {
		t.Errorf("the example is read with %v, warnings %q and %q", err, d.Warnings, f.Warnings())
	}
}

// What a schema can tell, it and the program refuse alike.
func TestSchemasRefuseBadFiles(t *testing.T) {
	const lupo = "actors:\n  - id: lupo\n    name: Anna Lupo\n"
	const position = lupo + "    positions:\n      - topic: quay\n        stance: for\n        documents: [harbour]\n"
	for _, test := range []struct{ name, file, content string }{
		{"unknown key at the top", "dossier", "titel: A\n"},
		{"unknown key", "dossier", "documents:\n  - path: harbour-2024.txt\n    titel: B\n"},
		{"no path", "dossier", "documents:\n  - title: B\n"},
		{"empty path", "dossier", "documents:\n  - path: \"\"\n"},
		{"date as it is spoken", "dossier", "documents:\n  - path: harbour-2024.txt\n    published: 26 November 2025\n"},
		{"date, day first", "dossier", "documents:\n  - path: harbour-2024.txt\n    published: 26.11.2025\n"},
		{"month 13", "dossier", "documents:\n  - path: harbour-2024.txt\n    published: 2025-13\n"},
		{"no end at all", "dossier", "documents:\n  - path: harbour-2024.txt\n    published: ../..\n"},
		{"unknown form", "dossier", "documents:\n  - path: harbour-2024.txt\n    form: memo\n"},
		{"unknown basis", "dossier", "documents:\n  - path: harbour-2024.txt\n    published_basis: felt\n"},
		{"list for a value", "dossier", "documents:\n  - path: harbour-2024.txt\n    title: [A, B]\n"},
		{"value for a list", "dossier", "documents: harbour-2024.txt\n"},
		{"list at the top", "dossier", "- path: harbour-2024.txt\n"},
		{"actor without an id", "actors", "actors:\n  - name: Anna Lupo\n"},
		{"actor without a name", "actors", "actors:\n  - id: lupo\n"},
		{"id in capitals", "actors", "actors:\n  - id: Lupo\n    name: Anna Lupo\n"},
		{"id with a space", "actors", "actors:\n  - id: anna lupo\n    name: Anna Lupo\n"},
		{"unknown kind", "actors", lupo + "    kind: robot\n"},
		{"one alias without brackets", "actors", lupo + "    aliases: Lupo\n"},
		{"role without a title", "actors", lupo + "    roles: [{of: navy}]\n"},
		{"role that began at ..", "actors", lupo + "    roles: [{title: pilot, from: ..}]\n"},
		{"role that ended some day", "actors", lupo + "    roles: [{title: pilot, to: some day}]\n"},
		{"unknown stance", "actors", strings.Replace(position, "stance: for", "stance: maybe", 1)},
		{"no stance", "actors", strings.Replace(position, "        stance: for\n", "", 1)},
		{"no topic", "actors", strings.Replace(position, "topic: quay", "summary: A", 1)},
		{"no documents", "actors", strings.Replace(position, "        documents: [harbour]\n", "", 1)},
		{"an empty list of documents", "actors", strings.Replace(position, "[harbour]", "[]", 1)},
		{"date of a position", "actors", position + "        as_of: now\n"},
		{"topic without an id", "topics", "topics:\n  - name: The quay\n"},
		{"topics by key", "topics", "topics:\n  quay: The quay\n"},
		{"correction of no document", "corrections", "corrections:\n  - {quote: a, speaker: vorn}\n"},
		{"correction without a quote", "corrections", "corrections:\n  - {document: harbour, speaker: vorn}\n"},
		{"correction of nothing", "corrections", "corrections:\n  - {document: harbour, quote: a}\n"},
		{"correction of two things", "corrections", "corrections:\n  - {document: harbour, quote: a, speaker: vorn, said: 2020}\n"},
		{"drop: false", "corrections", "corrections:\n  - {document: harbour, quote: a, drop: false}\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := example(t)
			schema, _ := schemaOf(t, test.file)
			if err := valid(t, schema, test.content); err == nil {
				t.Error("the schema takes it")
			}
			files[test.file+".yaml"] = test.content
			delete(files, map[string]string{"actors": "corrections.yaml", "topics": "actors.yaml"}[test.file])
			_, places := refused(t, files)
			if !slices.ContainsFunc(places, func(p string) bool { return strings.HasPrefix(p, test.file+".yaml") }) {
				t.Errorf("the program refuses only %v", places)
			}
		})
	}
}

// What a schema refuses the program refuses too: any value in the place of any
// key of the first entries of the example, and any key left out.
func TestSchemasAreNoStricterThanTheProgram(t *testing.T) {
	values := []any{nil, "", " ", "x", "a b", "..", "2020", "2020-02-29", "2020/..", "../2020-02", "2020~/2021?", "2024-05-01T10:30", "2024-05-01T10:30:00Z", "true", "for", "note", "inferred", "party",
		2020, 0, 1.5, true, false, []any{}, []any{"harbour"}, []any{nil}, map[string]any{}}
	files := example(t)
	accepted, refusals := 0, 0
	for _, name := range intake.SchemaNames() {
		schema, raw := schemaOf(t, name)
		var whole any
		if err := yaml.Unmarshal([]byte(files[name+".yaml"]), &whole); err != nil {
			t.Fatal(err)
		}
		others := maps.Clone(files)
		delete(others, map[string]string{"actors": "corrections.yaml", "topics": "actors.yaml"}[name]) // it refers to this one
		dir := folder(t, others)
		try := func(what string) {
			content, err := json.Marshal(whole)
			if err != nil {
				t.Fatal(err)
			}
			put(t, dir, name+".yaml", string(content))
			_, refusal := intake.Open(t.Context(), dir, intake.Options{Log: silent})
			fault := valid(t, schema, string(content))
			switch {
			case refusal == nil && fault != nil:
				t.Errorf("%s, %s: the program takes what the schema refuses: %v", name, what, fault)
			case refusal == nil:
				accepted++
			case fault != nil:
				refusals++
			}
		}
		eachKey(whole, raw, "", func(in map[string]any, key, path string) {
			was, given := in[key]
			for _, v := range values {
				in[key] = v
				try(fmt.Sprintf("%s = %#v", path, v))
			}
			delete(in, key)
			try(path + " left out")
			if given {
				in[key] = was
			}
		})
	}
	if accepted < 100 || refusals < 100 {
		t.Errorf("%d files are taken and %d refused by both, too few to tell", accepted, refusals)
	}
}

// eachKey visits every key that a schema knows of a document, in the first entry
// of each list.
func eachKey(v any, schema map[string]any, path string, visit func(in map[string]any, key, path string)) {
	switch v := v.(type) {
	case []any:
		if items, ok := schema["items"].(map[string]any); ok && len(v) > 0 {
			eachKey(v[0], items, path+"[]", visit)
		}
	case map[string]any:
		properties, _ := schema["properties"].(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(properties)) {
			if below, ok := v[key]; ok {
				eachKey(below, properties[key].(map[string]any), path+"."+key, visit)
			}
			visit(v, key, path+"."+key)
		}
	}
}
