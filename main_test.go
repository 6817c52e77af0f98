package main_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/config"
)

const module = "dossierbot"

// line is the order of the top-level folders: a package imports only from
// folders that stand to the right of its own, and from its own.
var line = []string{"bot", "handlers", "index", "corpus"}

// owners are the only importers of a library.
var owners = map[string]string{
	"github.com/blevesearch":         "index",
	"github.com/bwmarrin/discordgo":  "bot/discord",
	"github.com/spf13/viper":         "config",
	"github.com/spf13/cobra":         "bot/terminal",
	"github.com/fsnotify/fsnotify":   "corpus/watch",
	"github.com/schollz/progressbar": "bot/terminal",
	"gonum.org/v1/plot":              "bot/chart",
	"modernc.org/sqlite":             "handlers/store",
}

// pkg is a package of the module as go list describes it.
type pkg struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if len(packages) < 8 {
		t.Fatalf("only %d packages found", len(packages))
	}
	return packages
}

// within is an import path below the module; ok is false for any other.
func within(importPath string) (below string, ok bool) {
	if importPath == module {
		return "", true
	}
	return strings.CutPrefix(importPath, module+"/")
}

// inFolder tells whether a path is a folder or lies below it.
func inFolder(p, folder string) bool { return p == folder || strings.HasPrefix(p, folder+"/") }

func TestImportsRunOneWay(t *testing.T) {
	for _, p := range packages(t) {
		from, _ := within(p.ImportPath)
		for _, i := range p.Imports {
			if to, ok := within(i); ok && !mayImport(from, to) {
				t.Errorf("%s imports %s", p.ImportPath, i)
			}
		}
		for _, i := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			for library, owner := range owners {
				if inFolder(i, library) && !inFolder(from, owner) {
					t.Errorf("%s imports %s, which is for %s alone", p.ImportPath, i, owner)
				}
			}
		}
	}
}

// mayImport holds the rule of the imports: paths are below the module, and
// the program itself is the empty path.
func mayImport(from, to string) bool {
	if to == "config" {
		return from == "" || from == "bot/terminal"
	}
	if from == "corpus" || from == "config" {
		return false
	}
	order := func(p string) int {
		top, _, _ := strings.Cut(p, "/")
		return slices.Index(line, top)
	}
	return order(to) >= max(order(from), 0)
}

func TestMayImport(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     bool
	}{
		{"", "bot/terminal", true},
		{"", "config", true},
		{"bot/terminal", "config", true},
		{"bot/terminal", "bot/discord", true},
		{"bot/discord", "handlers", true},
		{"bot/discord", "corpus", true},
		{"index", "corpus/intake", true},
		{"corpus/intake", "corpus", true},
		{"corpus", "corpus/intake", false},
		{"corpus/intake", "index", false},
		{"index", "handlers", false},
		{"handlers", "bot/discord", false},
		{"handlers", "config", false},
		{"bot/discord", "config", false},
		{"config", "corpus", false},
		{"handlers", "", false},
	} {
		if got := mayImport(c.from, c.to); got != c.want {
			t.Errorf("mayImport(%q, %q) = %v", c.from, c.to, got)
		}
	}
}

func TestTopLevelFolders(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			got = append(got, e.Name())
		}
	}
	want := []string{"bot", "config", "corpus", "handlers", "index"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("top-level folders (-want +got):\n%s", diff)
	}
}

func readme(t *testing.T) string {
	t.Helper()
	content, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestReadmeListsTheSettings(t *testing.T) {
	var want []string
	for _, s := range config.Settings() {
		value := ""
		if fmt.Sprint(s.Default) != "" {
			value = fmt.Sprintf("`%v`", s.Default)
		}
		want = append(want, fmt.Sprintf("| `%s` | %s | %s |", s.Key, value, s.Meaning))
	}
	rows := regexp.MustCompile("(?m)^\\| `.*$").FindAllString(readme(t), -1)
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("table of settings in README.md (-want +got):\n%s", diff)
	}
}

// The files that README.md points to are there.
func TestReadmePointsToFiles(t *testing.T) {
	links := regexp.MustCompile(`\]\(([^):#]+)\)`).FindAllStringSubmatch(readme(t), -1)
	if len(links) == 0 {
		t.Fatal("README.md points nowhere")
	}
	for _, l := range links {
		if _, err := os.Stat(path.Clean(l[1])); err != nil {
			t.Errorf("README.md points to %s: %v", l[1], err)
		}
	}
}
