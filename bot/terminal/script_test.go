package terminal_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dossierbot/bot/discord/standin"
	"dossierbot/bot/terminal"
	"dossierbot/corpus/intake"
	"dossierbot/index"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"dossierbot": func() {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			defer stop()
			os.Exit(terminal.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// TestScripts runs the program as a person does, in a process of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			// A home of its own: the program's state is no other test's.
			home := filepath.Join(env.WorkDir, ".home")
			env.Setenv("HOME", home)
			// Else every process of a test with -race sleeps for a second when it
			// ends. https://go.dev/doc/articles/race_detector
			env.Setenv("GORACE", "atexit_sleep_ms=0")
			if err := os.Mkdir(home, 0o700); err != nil {
				return err
			}
			return os.CopyFS(filepath.Join(env.WorkDir, "harbour"), os.DirFS("testdata/harbour"))
		},
		Condition: func(name string) (bool, error) {
			if name == "root" { // whom no permission of a file stops
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":    exits,
			"json":     jsonValue,
			"verbatim": verbatim,
			"bytes":    writeBytes,
			"garble":   garble,
			"hold":     hold,
			"revision": revision,
			"discord":  discordFor(t),
		},
	})
}

// exits CODE COMMAND... runs a command and checks its exit code.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// json LINE PATH VALUE checks a value in a line of the last command's JSON;
// the path has names and numbers, with dots between, "len" for a length. With
// "!" the value must be another.
func jsonValue(ts *testscript.TestScript, neg bool, args []string) {
	number, err := strconv.Atoi(args[0])
	ts.Check(err)
	lines := strings.Split(strings.TrimSpace(ts.ReadFile("stdout")), "\n")
	if number > len(lines) {
		ts.Fatalf("%d lines, want line %d", len(lines), number)
	}
	var value any
	ts.Check(json.Unmarshal([]byte(lines[number-1]), &value))
	for _, step := range strings.Split(args[1], ".") {
		switch v := value.(type) {
		case map[string]any:
			next, ok := v[step]
			if !ok {
				ts.Fatalf("%s: there is no %q", args[1], step)
			}
			value = next
		case []any:
			if step == "len" {
				value = len(v)
				continue
			}
			i, err := strconv.Atoi(step)
			ts.Check(err)
			if i >= len(v) {
				ts.Fatalf("%s: only %d entries", args[1], len(v))
			}
			value = v[i]
		default:
			ts.Fatalf("%s: nothing below %v", args[1], value)
		}
	}
	got, ok := value.(string)
	if !ok {
		encoded, err := json.Marshal(value)
		ts.Check(err)
		got = string(encoded)
	}
	if (got == args[2]) == neg {
		ts.Fatalf("%s is %s", args[1], got)
	}
}

// verbatim FOLDER checks that every hit of the last command's JSON, of which
// there is at least one, stands in its document byte for byte.
func verbatim(ts *testscript.TestScript, _ bool, args []string) {
	var reply struct {
		Hits []struct {
			Document, Text string
			Start, End     int
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &reply))
	if len(reply.Hits) == 0 {
		ts.Fatalf("no hits")
	}
	for _, h := range reply.Hits {
		text := ts.ReadFile(filepath.Join(args[0], h.Document))
		if front, rest, ok := strings.Cut(text, "\n---\n"); ok && strings.HasPrefix(front, "---\n") {
			text = rest // a document's text begins after its front matter
		}
		if text[h.Start:h.End] != h.Text {
			ts.Fatalf("%s from %d to %d is not the text of the hit", h.Document, h.Start, h.End)
		}
	}
}

// bytes FILE TEXT... writes Go-quoted texts, one after the other, to a file.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	var content strings.Builder
	for _, arg := range args[1:] {
		text, err := strconv.Unquote(arg)
		ts.Check(err)
		content.WriteString(text)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content.String()), 0o600))
}

// garble FOLDER overwrites the middle of every file below a folder, of which
// there is at least one.
func garble(ts *testscript.TestScript, _ bool, args []string) {
	files := 0
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil || len(content) == 0 {
			return err
		}
		files++
		for i := len(content) / 4; i < len(content)*3/4+1 && i < len(content); i++ {
			content[i] ^= 0x5a
		}
		return os.WriteFile(path, content, 0o600)
	}))
	if files == 0 {
		ts.Fatalf("no file to garble in %s", args[0])
	}
}

// hold CORPUS STATE holds a state folder, as a running bot does, until the
// script ends.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	folder, err := intake.Open(context.Background(), ts.MkAbs(args[0]), intake.Options{})
	ts.Check(err)
	x, err := index.Open(context.Background(), folder, index.Options{Dir: ts.MkAbs(args[1]), Write: true})
	ts.Check(err)
	ts.Defer(func() { ts.Check(x.Close()) })
}

// revision NAME puts the revision of the last command's JSON into a variable.
func revision(ts *testscript.TestScript, _ bool, args []string) {
	var reply struct{ Revision string }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &reply))
	ts.Setenv(args[0], reply.Revision)
}

// discordFor gives scripts a stand-in for Discord:
//
//	discord start        starts it, and has the program's settings lead to it
//	discord connected    waits for a bot
//	discord ask QUESTION asks as a person does there, and prints the answer
func discordFor(t *testing.T) func(*testscript.TestScript, bool, []string) {
	var server *standin.Server // that of the one script that uses it
	return func(ts *testscript.TestScript, _ bool, args []string) {
		switch args[0] {
		case "start":
			server = standin.Start(t, standin.Options{})
			free, err := net.Listen("tcp", "127.0.0.1:0")
			ts.Check(err)
			ts.Check(free.Close())
			ts.Setenv("DOSSIERBOT_DISCORD_API_URL", server.URL())
			ts.Setenv("DOSSIERBOT_HEALTH_ADDRESS", free.Addr().String())
		case "connected":
			server.Wait("the bot to connect", server.Connected)
			server.Commands("")
		case "ask":
			reply, err := server.TrySend(standin.Slash("ask", standin.Option{Name: "question", Value: args[1]}))
			ts.Check(err)
			fmt.Fprintln(ts.Stdout(), reply.Text)
		}
	}
}
