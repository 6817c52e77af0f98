package index_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossierbot/corpus/intake"
	"dossierbot/index"
)

// answersFromMemory opens an index to ask where the state folder cannot be
// used: it must answer from memory and say so in the log.
func answersFromMemory(t *testing.T, f *intake.Folder, state string) {
	t.Helper()
	var logged bytes.Buffer
	x := open(t, f, index.Options{Dir: state, Log: slog.New(slog.NewJSONHandler(&logged, nil))})
	if s := x.Stats(); !s.InMemory || s.Documents != len(f.Hashes()) {
		t.Errorf("%+v, want all documents in memory", s)
	}
	sameAnswers(t, answers(t, open(t, f, index.Options{})), answers(t, x))
	var line struct{ Level, Msg, Reason string }
	if err := json.Unmarshal(logged.Bytes(), &line); err != nil || line.Level != "WARN" || line.Reason == "" {
		t.Errorf("logged %q (%v), want one warning with its reason", logged.String(), err)
	}
}

func TestStateInTheWay(t *testing.T) {
	t.Parallel()
	f := folderOf(t, quay)
	for name, prepare := range map[string]func(t *testing.T, dir string) (state string){
		"the state folder lies below a file": func(t *testing.T, dir string) string {
			return filepath.Join(file(t, dir, "file"), "state")
		},
		"the state folder is a file": func(t *testing.T, dir string) string { return file(t, dir, "state") },
		"the lock is a folder": func(t *testing.T, dir string) string {
			file(t, dir, "index.lock/file")
			return dir
		},
		"the manifest is a folder": func(t *testing.T, dir string) string {
			file(t, dir, "index.json/file")
			return dir
		},
	} {
		t.Run(name, func(t *testing.T) {
			state := prepare(t, t.TempDir())
			if x, err := index.Open(t.Context(), f, index.Options{Dir: state, Write: true, Log: quiet()}); err == nil {
				t.Errorf("opened to write: %+v", x.Stats())
			} else if !strings.Contains(err.Error(), "state folder") {
				t.Errorf("%v, want an error that names the state folder", err)
			}
			answersFromMemory(t, f, state)
		})
	}
}

// file makes a file of no use.
func file(t *testing.T, dir, name string) string {
	t.Helper()
	at := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte("in the way\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	return at
}

func TestDamage(t *testing.T) {
	t.Parallel()
	rewrite := func(pattern string, change func([]byte) []byte) func(*testing.T, string) {
		return func(t *testing.T, state string) {
			t.Helper()
			names, err := filepath.Glob(filepath.Join(state, filepath.FromSlash(pattern)))
			if err != nil || len(names) == 0 {
				t.Fatalf("no file is like %s: %v", pattern, err)
			}
			for _, name := range names {
				raw, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(name, change(raw), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	remove := func(name string) func(*testing.T, string) {
		return func(t *testing.T, state string) {
			t.Helper()
			names, err := filepath.Glob(filepath.Join(state, filepath.FromSlash(name)))
			if err != nil || len(names) == 0 {
				t.Fatalf("no file is like %s: %v", name, err)
			}
			for _, at := range names {
				if err := os.RemoveAll(at); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	manifest := func(key string, value any) func(*testing.T, string) {
		return rewrite("index.json", func(raw []byte) []byte {
			var m map[string]any
			if err := json.Unmarshal(raw, &m); err != nil {
				t.Fatal(err)
			}
			if m[key] == nil {
				t.Fatalf("the manifest has no %s", key)
			}
			m[key] = value
			raw, err := json.Marshal(m)
			if err != nil {
				t.Fatal(err)
			}
			return raw
		})
	}
	half := func(raw []byte) []byte { return raw[:len(raw)/2] }
	flip := func(raw []byte) []byte { raw[len(raw)/2] ^= 0xff; return raw }
	none := func([]byte) []byte { return nil }
	const segments, root, meta = "index/store/*.zap", "index/store/root.bolt", "index/index_meta.json"
	for name, damage := range map[string]func(*testing.T, string){
		"segment cut short":         rewrite(segments, half),
		"segment altered":           rewrite(segments, flip),
		"segment empty":             rewrite(segments, none),
		"segment gone":              remove(segments),
		"root cut short":            rewrite(root, half),
		"root gone":                 remove(root),
		"settings garbled":          rewrite(meta, half),
		"settings gone":             remove(meta),
		"index gone":                remove("index"),
		"index is a file":           func(t *testing.T, state string) { remove("index")(t, state); file(t, state, "index") },
		"manifest gone":             remove("index.json"),
		"manifest garbled":          rewrite("index.json", half),
		"manifest empty":            rewrite("index.json", none),
		"manifest null":             rewrite("index.json", func([]byte) []byte { return []byte("null") }),
		"of an older schema":        manifest("schema", 0),
		"of a newer schema":         manifest("schema", 1<<20),
		"of another bleve":          manifest("program", "v2.5.7"),
		"of another dossier's cast": manifest("editors", "elsewhere"),
	} {
		t.Run(name, func(t *testing.T) {
			f, state := folderOf(t, quay), t.TempDir()
			if err := open(t, f, index.Options{Dir: state, Write: true}).Close(); err != nil {
				t.Fatal(err)
			}
			damage(t, state)
			x := open(t, f, index.Options{Dir: state, Write: true})
			if s := x.Stats(); s.Indexed != 4 || s.InMemory {
				t.Errorf("%+v, want the index built anew on disk", s)
			}
			sameAnswers(t, answers(t, open(t, f, index.Options{})), answers(t, x))
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
			if s := open(t, f, index.Options{Dir: state, Write: true}).Stats(); s.Indexed != 0 {
				t.Errorf("opened again: %+v, want nothing indexed", s)
			}
		})
	}
}

// What a process that was killed leaves of an index half built is swept away
// by the next that builds, and is in nobody's way until then.
func TestHalfBuilt(t *testing.T) {
	t.Parallel()
	f, state := folderOf(t, quay), t.TempDir()
	leave := func() {
		file(t, state, "index/store/000000000009.zap")
		file(t, state, "index.new/index/index_meta.json")
		file(t, state, "index.new/scorch-offline-build123/000000000001.zap")
		file(t, state, "index.json.new")
	}
	leave()
	if err := open(t, f, index.Options{Dir: state, Write: true}).Close(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(listing(t, state), " "); got != "index index.json index.lock" {
		t.Errorf("built, the state folder holds %s", got)
	}
	leave()
	x := open(t, f, index.Options{Dir: state, Write: true})
	if s := x.Stats(); s.Indexed != 0 {
		t.Errorf("%+v, want nothing indexed", s)
	}
	sameAnswers(t, answers(t, open(t, f, index.Options{})), answers(t, x))
}
