package watch_test

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/watch"
)

const (
	quiet   = 50 * time.Millisecond
	never   = 24 * time.Hour // between comparisons, where events are to tell all
	patient = 60 * time.Second
)

// mode is how a watcher finds what changed.
type mode struct {
	name string
	new  func(watch.Options) (*watch.Watcher, error)
	// compare is the time between comparisons.
	compare time.Duration
}

var (
	events      = mode{"events", watch.New, never}
	comparisons = mode{"comparisons", watch.NewComparing, 100 * time.Millisecond}
)

// both runs a test on events alone and on comparisons alone.
func both(t *testing.T, test func(t *testing.T, m mode)) {
	t.Helper()
	t.Parallel()
	for _, m := range []mode{events, comparisons} {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			test(t, m)
		})
	}
}

// watched is a watcher that runs, and what it told.
type watched struct {
	*watch.Watcher
	t     *testing.T
	calls chan []string
	log   *safeBuffer
	stop  func() // ends it, and waits
}

// watching runs a watcher on a folder or file.
func watching(t *testing.T, m mode, name string) *watched {
	t.Helper()
	return patiently(t, m, name, quiet)
}

func patiently(t *testing.T, m mode, name string, quiet time.Duration) *watched {
	t.Helper()
	w, watcher := ready(t, m, name, quiet)
	w.run(watcher, func(_ context.Context, paths []string) { w.calls <- paths })
	return w
}

// ready makes a watcher that does not run yet.
func ready(t *testing.T, m mode, name string, quiet time.Duration) (*watched, *watch.Watcher) {
	t.Helper()
	w := &watched{t: t, calls: make(chan []string, 10_000), log: &safeBuffer{}}
	watcher, err := m.new(watch.Options{
		Path: name, Quiet: quiet, Compare: m.compare, Log: slog.New(slog.NewTextHandler(w.log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	w.Watcher = watcher
	return w, watcher
}

func (w *watched) run(watcher *watch.Watcher, changed func(context.Context, []string)) {
	ctx, cancel := context.WithCancel(w.t.Context())
	ended := make(chan error, 1)
	go func() { ended <- watcher.Run(ctx, changed) }()
	w.stop = sync.OnceFunc(func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				w.t.Errorf("Run: %v", err)
			}
		case <-time.After(patient):
			w.t.Error("Run did not end")
		}
	})
	w.t.Cleanup(w.stop)
}

// next is the next call.
func (w *watched) next() []string {
	w.t.Helper()
	select {
	case paths := <-w.calls:
		if !slices.IsSorted(paths) || len(slices.Compact(slices.Clone(paths))) != len(paths) {
			w.t.Errorf("told unsorted or twice: %q", paths)
		}
		return paths
	case <-time.After(patient):
		w.t.Fatalf("nothing was told; the log:\n%s", w.log)
		return nil
	}
}

// until collects what is told until all that is wanted was.
func (w *watched) until(want ...string) []string {
	w.t.Helper()
	var told []string
	missing := slices.Clone(want)
	for len(missing) > 0 {
		paths := w.next()
		told = append(told, paths...)
		missing = slices.DeleteFunc(missing, func(p string) bool { return slices.Contains(paths, p) })
	}
	return told
}

// only collects what is told until a last change, made now, was; it must be
// nothing but what is wanted, and all of that.
func (w *watched) only(root string, want ...string) {
	w.t.Helper()
	told := w.until(want...)
	write(w.t, filepath.Join(root, "last.md"), "the last change")
	told = append(told, w.until("last.md")...)
	slices.Sort(told)
	want = append(slices.Clone(want), "last.md")
	slices.Sort(want)
	if diff := cmp.Diff(want, slices.Compact(told)); diff != "" {
		w.t.Errorf("told (-want +got):\n%s", diff)
	}
}

// awaitLog waits until the log has some words.
func (w *watched) awaitLog(words string) {
	w.t.Helper()
	eventually(w.t, "the log has "+words, func() bool { return strings.Contains(w.log.String(), words) })
}

// eventually waits until something holds.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patient); !holds(); {
		if time.Now().After(deadline) {
			t.Fatalf("in vain: %s", what)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// corpusOf makes a folder of files by slash path, none of which is so young
// that a watcher would tell it at its start.
func corpusOf(t testing.TB, names ...string) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "corpus")
	must(t, os.Mkdir(root, 0o755))
	for _, name := range names {
		write(t, filepath.Join(root, filepath.FromSlash(name)), "first words of "+name)
	}
	settle()
	return root
}

// settle waits until what was just written is no longer young.
func settle() { time.Sleep(50 * time.Millisecond) }

func write(t testing.TB, name, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(name), 0o755))
	must(t, os.WriteFile(name, []byte(text), 0o644))
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
