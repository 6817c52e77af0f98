package intake_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
)

// folder writes files into a new folder.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		put(t, dir, name, content)
	}
	return dir
}

func put(t testing.TB, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

var silent = slog.New(slog.DiscardHandler)

func open(t *testing.T, dir string) *intake.Folder {
	t.Helper()
	f, err := intake.Open(t.Context(), dir, intake.Options{Log: silent})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func ids(f *intake.Folder) []string {
	var out []string
	for id := range f.Hashes() {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

const prose = "The ferry between the two harbours stopped running, and nobody has said when it will start again.\n"

func TestFolderHolds(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt": prose, "sub/deep/b.md": prose, "sub/c.TXT": prose, "d.jsonl": `{"id":"one","text":"First."}` + "\n\n" + `{"id":"two","text":"Second."}`,
		"README.md": prose, "README": prose, "sub/README.txt": prose,
		".hidden.txt": prose, ".git/e.txt": prose,
		"corrections.yaml": "corrections: []\n", "dossier.yaml": "title: Ferries\n",
		"table.xlsx": "x", "main.go": "package main\n", "sub/actors.yaml": "actors: []\n",
	})
	outside := folder(t, map[string]string{"secret.txt": prose})
	for link, target := range map[string]string{
		"inside.txt": "a.txt", "outside.txt": filepath.Join(outside, "secret.txt"), "dangling.txt": "nothing.txt",
		"up.txt": "../" + filepath.Base(outside) + "/secret.txt", "tofolder.txt": "sub", "loop.txt": "loop.txt",
	} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	f := open(t, dir)
	if diff := cmp.Diff([]string{"a.txt", "inside.txt", "one", "sub/c.TXT", "sub/deep/b.md", "two"}, ids(f)); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
	var warned []string
	for _, w := range f.Warnings() {
		name, _, _ := strings.Cut(w, ":")
		warned = append(warned, name)
	}
	want := []string{"dangling.txt", "loop.txt", "main.go", "outside.txt", "sub/actors.yaml", "table.xlsx", "tofolder.txt", "up.txt"}
	if diff := cmp.Diff(want, warned); diff != "" {
		t.Errorf("warned of (-want +got):\n%s", diff)
	}
	if got := f.Dossier().Title; got != "Ferries" {
		t.Errorf("title %q", got)
	}
}

func TestOpenRefuses(t *testing.T) {
	few := folder(t, map[string]string{"1.pdf": "x", "2.pdf": "x", "3.pdf": "x", "4.pdf": "x", "5.pdf": "x"})
	for _, test := range []struct{ name, path, want string }{
		{"not there", filepath.Join(t.TempDir(), "nowhere"), "there is no such folder or file"},
		{"empty folder", t.TempDir(), "there is no document in it; put .txt, .md or .jsonl files there"},
		{"nothing of use", few, "3.pdf: its format is not known; known are .txt, .md and .jsonl; and 2 more"},
		{"name with a NUL", "a\x00b", "open corpus"},
		{"below a file", filepath.Join(few, "1.pdf", "x.txt"), "open corpus"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := intake.Open(t.Context(), test.path, intake.Options{})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

func TestOpenWarnsInTheLog(t *testing.T) {
	var log bytes.Buffer
	dir := folder(t, map[string]string{"a.txt": prose, "b.doc": "x"})
	if _, err := intake.Open(t.Context(), dir, intake.Options{Log: slog.New(slog.NewTextHandler(&log, nil))}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(log.String(), "b.doc") {
		t.Errorf("the log does not name the file left out: %s", &log)
	}
}

func TestLeftOutWithAWarning(t *testing.T) {
	const limit = 1000
	long := strings.Repeat("x", limit)
	for _, test := range []struct{ name, file, content, want string }{
		{"not UTF-8", "x.txt", "Zdu\xf1czyk", "x.txt: it is not UTF-8 (byte 3)"},
		{"cut character", "x.md", "ab\xc4", "x.md: it is not UTF-8 (byte 2)"},
		{"binary", "x.txt", "ab\x00cd", "x.txt: it is binary"},
		{"empty", "x.txt", "", "x.txt: it is empty"},
		{"white space", "x.txt", " \r\n\t\n", "x.txt: it is empty"},
		{"mark alone", "x.txt", "\ufeff\n", "x.txt: it is empty"},
		{"front matter alone", "x.md", "---\ntitle: A\n---\n\n", "x.md: it is empty"},
		{"over the limit", "x.txt", long + "y", "x.txt: it is over the limit of 1000 bytes; split it, or raise the setting corpus.max_file_bytes"},
		{"line break in a name", "x\ny.txt", prose, "its id holds a line break"},
		{"bytes in a name", "x\xff.txt", prose, `"x\xff.txt": cannot be read`},
		{"no JSON", "x.jsonl", "hello\n", "x.jsonl:1: it is not a JSON object"},
		{"a list", "x.jsonl", "[1]\n", "x.jsonl:1: it is not a JSON object"},
		{"id a number", "x.jsonl", `{"id":5,"text":"a"}`, "x.jsonl:1: it is not a JSON object"},
		{"no id", "x.jsonl", "\n" + `{"text":"a"}`, "x.jsonl:2: its id is missing"},
		{"no text", "x.jsonl", `{"id":"a"}`, "x.jsonl:1: its text: it is empty"},
		{"NUL in text", "x.jsonl", `{"id":"a","text":"b\u0000"}`, "x.jsonl:1: its text: it is binary"},
		{"not UTF-8 in JSON", "x.jsonl", "{\"id\":\"a\",\"text\":\"\xff\"}", "x.jsonl:1: it is not UTF-8"},
		{"bad date", "x.jsonl", `{"id":"a","text":"b","published":"May 2020"}`, "x.jsonl:1: published: date"},
		{"line break in an id", "x.jsonl", `{"id":"a\nb","text":"b"}`, "x.jsonl:1: its id holds a line break"},
		{"long id", "x.jsonl", fmt.Sprintf(`{"id":%q,"text":"b"}`, long+long), "over the limit"},
		{"huge line", "x.jsonl", `{"id":"a","text":"` + long + `"}`, "x.jsonl:1: it is over the limit of 1000 bytes"},
		{"id of another", "x.jsonl", `{"id":"good.txt","text":"b"}`, `x.jsonl:1: another document has the id "good.txt"`},
		{"id twice", "x.jsonl", `{"id":"a","text":"b"}` + "\n" + `{"id":"a","text":"c"}`, `x.jsonl:2: another document has the id "a"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"good.txt": prose})
			file := filepath.Join(dir, test.file)
			if err := os.WriteFile(file, []byte(test.content), 0o644); err != nil {
				t.Skip("the file system takes no such name:", err)
			}
			f, err := intake.Open(t.Context(), dir, intake.Options{MaxFileBytes: limit, Log: silent})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Contains(ids(f), "good.txt") {
				t.Errorf("the good document is gone: %v", ids(f))
			}
			if got := strings.Join(f.Warnings(), "\n"); !strings.Contains(got, test.want) || len(f.Warnings()) != 1 {
				t.Errorf("warnings %q, want %q", got, test.want)
			}
		})
	}
}

func TestLongIDIsLeftOut(t *testing.T) {
	dir := folder(t, map[string]string{"x.jsonl": fmt.Sprintf(`{"id":%q,"text":"b"}`, strings.Repeat("i", 2000)) + "\n" + `{"id":"b","text":"b"}`})
	f := open(t, dir)
	if len(f.Warnings()) != 1 || !strings.Contains(f.Warnings()[0], "longer than 1024 bytes") {
		t.Errorf("warnings %q", f.Warnings())
	}
}

func TestOddIDsAreServed(t *testing.T) {
	dir := folder(t, map[string]string{"x.jsonl": `{"id":"../../etc/passwd","text":"Not that file."}
{"id":"a#1","text":"A sharp."}
{"id":"C:\\x","text":"A backslash."}
`, "b#2.txt": prose})
	f := open(t, dir)
	if diff := cmp.Diff([]string{"../../etc/passwd", `C:\x`, "a#1", "b#2.txt"}, ids(f)); diff != "" {
		t.Fatalf("ids (-want +got):\n%s", diff)
	}
	d, err := f.Read(t.Context(), "../../etc/passwd")
	if err != nil || d.Text != "Not that file." {
		t.Errorf("read %q, %v", d.Text, err)
	}
}

func TestPipeIsNotOpened(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": prose, "b.txt": prose})
	for _, name := range []string{"pipe.txt", "pipe.jsonl"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Skip("no pipes here:", err)
		}
	}
	f := open(t, dir)
	if got := strings.Join(f.Warnings(), "\n"); strings.Count(got, "no regular file") != 2 {
		t.Errorf("warnings %q", got)
	}
	if err := os.Remove(filepath.Join(dir, "b.txt")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "b.txt"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Read(t.Context(), "b.txt"); err == nil {
		t.Error("a pipe was read")
	}
}

func TestUnreadableIsLeftOut(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("everything can be read here")
	}
	dir := folder(t, map[string]string{"a.txt": prose, "b.txt": prose, "c.jsonl": "{}", "sub/d.txt": prose})
	for _, name := range []string{"b.txt", "c.jsonl", "sub"} {
		if err := os.Chmod(filepath.Join(dir, name), 0); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(filepath.Join(dir, "sub"), 0o755) })
	f := open(t, dir)
	if len(ids(f)) != 1 || len(f.Warnings()) != 3 {
		t.Errorf("documents %v, warnings %q", ids(f), f.Warnings())
	}
}
