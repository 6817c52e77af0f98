package watch_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dossierbot/corpus/watch"
)

// TestOverflow has more happen before Run than the system keeps events of.
func TestOverflow(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("/proc/sys/fs/inotify/max_queued_events")
	must(t, err)
	var kept int
	if _, err := fmt.Sscan(string(raw), &kept); err != nil || kept > 50_000 {
		t.Skipf("the system keeps %d events: %v", kept, err)
	}
	root := corpusOf(t, "a.md")
	w, watcher := ready(t, events, root, quiet)
	// The library takes some thousands of events out of the queue before Run.
	n := kept/2 + 5_000 // each is created and written
	var want []string
	for i := range n {
		name := fmt.Sprintf("%06d.md", i)
		must(t, os.WriteFile(filepath.Join(root, name), []byte("new"), 0o644))
		want = append(want, name)
	}
	w.run(watcher, func(_ context.Context, paths []string) { w.calls <- paths })
	w.awaitLog("changes of the corpus were missed")
	told := map[string]bool{}
	for len(told) < n {
		for _, p := range w.next() {
			told[p] = true
		}
	}
	write(t, filepath.Join(root, want[0]), "events tell again")
	w.only(root, want[0])
}

// TestTooFewWatches runs itself where the system grants few watches, which is
// told once, and changes are found by comparing.
func TestTooFewWatches(t *testing.T) {
	if os.Getenv("WATCH_TEST_FEW") == "" {
		t.Parallel()
		again := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
		again.Env = append(os.Environ(), "WATCH_TEST_FEW=1")
		again.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		}
		out, err := again.CombinedOutput()
		switch _, began := err.(*exec.ExitError); {
		case err != nil && !began:
			t.Skipf("no namespace of its own: %v", err)
		case err != nil:
			t.Fatalf("%v\n%s", err, out)
		case !strings.Contains(string(out), "--- PASS"):
			t.Skipf("%s", out)
		}
		return
	}
	// The limit is that of this namespace.
	if err := os.WriteFile("/proc/sys/user/max_inotify_watches", []byte("3"), 0o644); err != nil {
		t.Skip(err)
	}
	root := corpusOf(t, "a/a.md", "b/b.md", "c/c.md", "d/d.md")
	w := watching(t, mode{"few", watch.New, comparisons.compare}, root)
	for _, name := range []string{"a/a.md", "d/d.md", "c/e/new.md"} {
		write(t, filepath.Join(root, name), "other")
		w.until(name)
	}
	if got := w.log.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, "fs.inotify.max_user_watches") {
		t.Errorf("the log:\n%s", got)
	}
}
