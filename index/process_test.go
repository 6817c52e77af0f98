package index_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	_ "time/tzdata" // so that zones are known wherever the tests run

	"github.com/gofrs/flock"
	gocmp "github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
	"dossierbot/index"
)

// jobVariable, in the environment, makes the test program another process of
// the tests: it does the job and tells what came of it on standard output.
const jobVariable = "DOSSIERBOT_INDEX_TEST_JOB"

// job is what another process is to do.
type job struct {
	Do     string // one of the names in doJob
	Corpus string
	Other  string // a second corpus
	State  string
	Write  bool
	Keep   bool
	DieAt  int // kill itself when so many documents have been read
}

// told is what another process tells of an index that it has opened.
type told struct {
	Stats index.Stats
	Found []string // documents
	Error string
	Dates []string // of the hits, by their calendar day
}

func TestMain(m *testing.M) {
	raw, ok := os.LookupEnv(jobVariable)
	if !ok {
		os.Exit(m.Run())
	}
	var j job
	if err := json.Unmarshal([]byte(raw), &j); err != nil {
		log.Fatal(err)
	}
	if err := doJob(j); err != nil {
		log.Fatal(err)
	}
}

// doJob does a job and then waits until standard input ends.
func doJob(j job) error {
	ctx := context.Background()
	switch j.Do {
	case "lock":
		if err := flock.New(filepath.Join(j.State, "index.lock")).Lock(); err != nil {
			return err
		}
		fmt.Println("{}")
	case "open":
		var t told
		x, err := openAt(ctx, j.Corpus, j)
		if err != nil {
			t.Error = err.Error()
		} else {
			defer x.Close()
			t.Stats = x.Stats()
			hits, err := x.OfActor(ctx, "kairys", 10)
			if err != nil {
				return err
			}
			for _, h := range hits {
				t.Dates = append(t.Dates, h.Document.Published.String())
				for _, s := range h.Passage.Statements {
					t.Dates = append(t.Dates, s.Said.String(), s.Said.Human())
				}
			}
		}
		if err := json.NewEncoder(os.Stdout).Encode(t); err != nil {
			return err
		}
	case "follow": // keep the state folder and update it to one corpus and to the other until killed
		x, err := openAt(ctx, j.Corpus, j)
		if err != nil {
			return err
		}
		fmt.Println("{}")
		for n := 1; ; n++ {
			f, err := intake.Open(ctx, []string{j.Corpus, j.Other}[n%2], intake.Options{Log: quiet()})
			if err != nil {
				return err
			}
			next, err := x.Update(ctx, f, nil)
			if err != nil {
				return err
			}
			if err := x.Close(); err != nil {
				return err
			}
			x = next
		}
	case "full": // update an index where files cannot grow, and once more when they can
		t, err := updateFull(ctx, j)
		if err != nil {
			return err
		}
		if err := json.NewEncoder(os.Stdout).Encode(t); err != nil {
			return err
		}
	case "churn": // bring the state folder to one corpus and to the other until killed
		for n := 0; ; n++ {
			at := j.Corpus
			if n%2 == 1 {
				at = j.Other
			}
			x, err := openAt(ctx, at, j)
			if err != nil {
				return err
			}
			if err := x.Close(); err != nil {
				return err
			}
			if n == 0 {
				fmt.Println("{}")
			}
		}
	default:
		return fmt.Errorf("no such job: %s", j.Do)
	}
	_, err := io.Copy(io.Discard, os.Stdin)
	return err
}

func openAt(ctx context.Context, corpus string, j job) (*index.Index, error) {
	f, err := intake.Open(ctx, corpus, intake.Options{Log: quiet()})
	if err != nil {
		return nil, err
	}
	return index.Open(ctx, f, index.Options{Dir: j.State, Write: j.Write, Keep: j.Keep, Log: quiet(), Progress: func(done, _ int) {
		if done == j.DieAt {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
		}
	}})
}

// process is another process at its job.
type process struct {
	cmd  *exec.Cmd
	stop func() // ends it and waits for it
	told told
}

// start starts a job in a process of its own and waits until it has told what
// came of it; alive is false where it died before.
func start(t *testing.T, j job, adjust ...func(*exec.Cmd)) (p process, alive bool) {
	t.Helper()
	raw, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), jobVariable+"="+string(raw))
	cmd.Stderr = os.Stderr
	for _, f := range adjust {
		f(cmd)
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	stopped := false
	p = process{cmd: cmd, stop: func() {
		if !stopped {
			stopped = true
			in.Close()
			cmd.Wait()
		}
	}}
	t.Cleanup(p.stop)
	line, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil {
		p.stop()
		return p, false
	}
	if err := json.Unmarshal(line, &p.told); err != nil {
		t.Fatalf("%v in %q", err, line)
	}
	return p, true
}

func (p process) kill(t *testing.T) {
	t.Helper()
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	p.stop()
}

func TestLockedByAnother(t *testing.T) {
	t.Parallel()
	dir, state := filepath.Join(t.TempDir(), "dossier"), t.TempDir()
	write(t, dir, quay)
	f := folderAt(t, dir)
	if err := open(t, f, index.Options{Dir: state, Write: true}).Close(); err != nil {
		t.Fatal(err)
	}
	writer, alive := start(t, job{Do: "lock", State: state})
	if !alive {
		t.Fatal("the other process died")
	}
	t.Run("to write", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second) // it must not wait until the lock is free
		defer cancel()
		if _, err := index.Open(ctx, f, index.Options{Dir: state, Write: true, Log: quiet()}); !errors.Is(err, index.ErrLocked) {
			t.Errorf("%v, want %v", err, index.ErrLocked)
		}
	})
	t.Run("to ask", func(t *testing.T) { answersFromMemory(t, f, state) })
	t.Run("cancelled while it waits", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		_, err := index.Open(ctx, f, index.Options{Dir: state, Log: quiet()})
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v, want %v", err, context.DeadlineExceeded)
		}
	})
	writer.stop()
	t.Run("let go", func(t *testing.T) {
		if s := open(t, f, index.Options{Dir: state, Write: true}).Stats(); s.InMemory || s.Indexed > 0 {
			t.Errorf("%+v, want the index as it lies on disk", s)
		}
	})
}

func TestReadersShare(t *testing.T) {
	t.Parallel()
	dir, state := filepath.Join(t.TempDir(), "dossier"), t.TempDir()
	write(t, dir, quay)
	f := folderAt(t, dir)
	x := open(t, f, index.Options{Dir: state, Write: true})
	for _, to := range []bool{true, false} { // whoever need not write has no need of the lock
		other, alive := start(t, job{Do: "open", Corpus: dir, State: state, Write: to})
		if !alive {
			t.Fatal("the other process died")
		}
		want := x.Stats()
		want.Indexed = 0
		if diff := gocmp.Diff(want, other.told.Stats); diff != "" || other.told.Error != "" {
			t.Errorf("the other process (-want +got):\n%s%s", diff, other.told.Error)
		}
	}
	// All three have it open now; a changed corpus has to wait for them.
	write(t, dir, with(quay, "new.txt", "A second crane was promised.\n"))
	changed := folderAt(t, dir)
	if _, err := index.Open(t.Context(), changed, index.Options{Dir: state, Write: true, Log: quiet()}); !errors.Is(err, index.ErrLocked) {
		t.Errorf("to write: %v, want %v", err, index.ErrLocked)
	}
	answersFromMemory(t, changed, state)
	if r := search(t, x, index.Query{Terms: terms("gulls")}); r.Outcome != index.Answered {
		t.Errorf("the first one answers no more: %s", r.Outcome)
	}
}

// The days of a stored date are those of the calendar, wherever the machine
// that reads them stands.
func TestDatesInAnyZone(t *testing.T) {
	t.Parallel()
	dir, state := filepath.Join(t.TempDir(), "dossier"), t.TempDir()
	write(t, dir, quay)
	want := []string{"", "", "date unknown", "2024-07-01", "2024-05-14", "14 May 2024", "2024-06-03", "3 Jun 2024"}
	for _, zone := range []string{"America/Los_Angeles", "Pacific/Kiritimati"} {
		other, alive := start(t, job{Do: "open", Corpus: dir, State: state, Write: true}, func(c *exec.Cmd) { c.Env = append(c.Env, "TZ="+zone) })
		if !alive {
			t.Fatal("the other process died")
		}
		if diff := gocmp.Diff(want, other.told.Dates); diff != "" {
			t.Errorf("in %s (-want +got):\n%s", zone, diff)
		}
		other.stop()
	}
}

func TestReadOnlyState(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	corpus, state, program := filepath.Join(dir, "dossier"), filepath.Join(dir, "state"), filepath.Join(dir, "program")
	write(t, corpus, quay)
	if err := os.Mkdir(state, 0o555); err != nil {
		t.Fatal(err)
	}
	asNobody := func(*exec.Cmd) {}
	if os.Geteuid() == 0 { // root writes everywhere: someone else must try
		for at := dir; at != filepath.Dir(os.TempDir()) && at != os.TempDir(); at = filepath.Dir(at) {
			if err := os.Chmod(at, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		raw, err := os.ReadFile(os.Args[0])
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(program, raw, 0o755); err != nil {
			t.Fatal(err)
		}
		asNobody = func(c *exec.Cmd) {
			const nobody = 65534
			c.Path, c.Dir = program, dir
			c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		}
	}
	for _, to := range []bool{true, false} {
		t.Run(fmt.Sprintf("write %t", to), func(t *testing.T) {
			other, alive := start(t, job{Do: "open", Corpus: corpus, State: state, Write: to}, asNobody)
			switch {
			case !alive:
				t.Fatal("the other process died")
			case to && !strings.Contains(other.told.Error, "permission denied"):
				t.Errorf("%+v, want an error that says why", other.told)
			case !to && (other.told.Error != "" || !other.told.Stats.InMemory || other.told.Stats.Passages != 4):
				t.Errorf("%+v, want answers from memory", other.told)
			}
		})
	}
}
