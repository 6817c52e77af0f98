package store_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/handlers/store"
)

// stateVariable, in the environment, makes the test program another process of
// the tests, which writes to that state folder until it is killed.
const stateVariable = "DOSSIERBOT_STORE_TEST_STATE"

func TestMain(m *testing.M) {
	dir, ok := os.LookupEnv(stateVariable)
	if !ok {
		os.Exit(m.Run())
	}
	if err := writeOn(context.Background(), dir, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// done is what the other process has been told is written.
type done struct {
	Revision int64
	Queued   int64 // the digest up to this revision
	Sent     int64 // the delivery of this id
}

// writeOn records revisions, queues a digest of each, sends it, and tells of
// each step when it is written.
func writeOn(ctx context.Context, dir string, out io.Writer) error {
	s, err := store.Open(ctx, store.Options{Dir: dir})
	if err != nil {
		return err
	}
	tell := json.NewEncoder(out)
	for {
		latest, err := s.Latest(ctx)
		if err != nil {
			return err
		}
		id := fmt.Sprint("r", latest.Number+1)
		r, err := s.Record(ctx, store.NewRevision{ID: id, Changes: []corpus.Change{
			{Kind: corpus.Added, ID: id + ".txt", After: corpus.Fingerprint{Text: id}},
		}, Archive: func(id string) ([]byte, error) { return []byte("archive of " + id), nil }})
		if err != nil {
			return err
		}
		n, err := s.Subscription(ctx, 1)
		if err := errors.Join(err, tell.Encode(done{Revision: r.Number})); err != nil {
			return err
		}
		err = s.Queue(ctx, store.NewDigest{For: n, To: r.Number,
			Parts: []store.Part{post(id), post("more of " + id)}})
		if err := errors.Join(err, tell.Encode(done{Queued: r.Number})); err != nil {
			return err
		}
		for all, err := s.Ready(ctx, time.Now()); len(all) > 0 || err != nil; all, err = s.Ready(ctx, time.Now()) {
			if err != nil {
				return err
			}
			sent := all[0].ID
			if err := errors.Join(s.MarkSending(ctx, sent), s.MarkSent(ctx, sent, fmt.Sprint("message ", sent)), tell.Encode(done{Sent: sent})); err != nil {
				return err
			}
		}
	}
}

// TestKilled kills a process that writes, again and again. All that it was told
// is written must be there, in the database and in its copy, each digest once.
func TestKilled(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openUntil(t, dir)
	record(t, s, "r1")
	subscribe(t, s, "100")
	must(t, s.Close())
	random := rand.New(rand.NewPCG(3, 3))
	var told done
	sent := map[int64]bool{}
	for range 50 {
		for _, d := range killed(t, dir, random.IntN(12)) {
			told.Revision, told.Queued = max(told.Revision, d.Revision), max(told.Queued, d.Queued)
			if d.Sent > 0 {
				sent[d.Sent] = true
			}
		}
	}
	t.Logf("told of %d revisions and %d messages", told.Revision, len(sent))
	check := func(s *store.Store) {
		t.Helper()
		h := holds(t, s)
		if n := h.Revisions[0].Number; n < told.Revision || int(n) != len(h.Revisions) || int(n) != len(h.Manifest) {
			t.Errorf("%d revisions up to %d with %d documents; was told of %d", len(h.Revisions), n, len(h.Manifest), told.Revision)
		}
		until := int64(1)
		for i, d := range h.Deliveries[1] {
			if i%2 == 0 {
				if d.From != until || d.To <= d.From {
					t.Errorf("a digest from %d to %d, where %d is told", d.From, d.To, until)
				}
				until = d.To
			}
			if d.Part != 1+i%2 {
				t.Errorf("part %d, want %d", d.Part, 1+i%2)
			}
			if sent[d.ID] && (d.State != store.Sent || d.Message != fmt.Sprint("message ", d.ID)) {
				t.Errorf("delivery %d is %s as %q, and it was told that it is sent", d.ID, d.State, d.Message)
			}
			delete(sent, d.ID)
		}
		if until != h.Subscriptions[0].Cursor || until < told.Queued {
			t.Errorf("digests up to %d, cursor at %d; was told of %d", until, h.Subscriptions[0].Cursor, told.Queued)
		}
		if len(sent) > 0 {
			t.Errorf("sent and not there: %v", sent)
		}
	}
	s = openUntil(t, dir)
	check(s)
	want := holds(t, s)
	must(t, s.Close())
	must(t, os.Remove(filepath.Join(dir, database)))
	if diff := cmp.Diff(want, holds(t, open(t, dir))); diff != "" {
		t.Errorf("the copy has not the same: %s", diff)
	}
}

// killed starts a process that writes, kills it after it has told of so many
// steps, and gives all that it told.
func killed(t *testing.T, dir string, steps int) []done {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0])
	cmd.Env = append(os.Environ(), stateVariable+"="+dir)
	var problems strings.Builder
	cmd.Stderr = &problems
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	var all []done
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var d done
		must(t, json.Unmarshal(lines.Bytes(), &d))
		all = append(all, d)
		if len(all) == steps+1 {
			must(t, cmd.Process.Kill()) // and go on reading what it told until then
		}
	}
	_ = cmd.Wait()
	if len(all) <= steps {
		t.Fatalf("the process ended by itself: %s", problems.String())
	}
	return all
}

// limitVariable, in the environment, tells a test that it is in a process of
// its own.
const limitVariable = "DOSSIERBOT_STORE_TEST_LIMIT"

// limited runs a test in a process of its own, in which limit says how large a
// file may grow; 0: as it was.
func limited(t *testing.T, test func(t *testing.T, limit func(bytes uint64))) {
	if os.Getenv(limitVariable) == "" {
		cmd := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$", "-test.v")
		cmd.Env = append(os.Environ(), limitVariable+"=1")
		if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "--- PASS") {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	signal.Ignore(syscall.SIGXFSZ)
	var was syscall.Rlimit
	must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was))
	test(t, func(bytes uint64) {
		now := was
		if bytes > 0 {
			now.Cur = bytes
		}
		must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &now))
	})
}

// recordText records a revision with a document of some 5,000 characters more.
func recordText(t testing.TB, s *store.Store, id string, n int) error {
	t.Helper()
	_, err := s.Record(t.Context(), store.NewRevision{ID: id, Changes: []corpus.Change{
		{Kind: corpus.Added, ID: id, After: corpus.Fingerprint{Text: id}},
	}, Archive: func(string) ([]byte, error) { return text(n), nil }})
	return err
}

// TestFullDisk writes until files may not grow, and goes on when they may.
func TestFullDisk(t *testing.T) {
	limited(t, func(t *testing.T, limit func(uint64)) {
		dir := t.TempDir()
		s := openUntil(t, dir)
		fill(t, s)
		for _, size := range []uint64{4096, 100_000, 300_000, 1_000_000} {
			limit(size)
			var full error
			for i := 0; full == nil && i < 1000; i++ {
				full = recordText(t, s, fmt.Sprint(size, "-", i), i)
			}
			if !errors.Is(full, store.ErrUnwritable) || !strings.Contains(full.Error(), dir) {
				t.Errorf("at %d bytes: %v", size, full)
			}
			want := holds(t, s)
			limit(0)
			if diff := cmp.Diff(want, holds(t, s)); diff != "" {
				t.Error(diff)
			}
			want.Revisions = append([]store.Revision{record(t, s, fmt.Sprint("after ", size))}, want.Revisions...)
			if diff := cmp.Diff(want.Revisions, holds(t, s).Revisions); diff != "" {
				t.Error(diff)
			}
		}
		want := holds(t, s)
		must(t, s.Close())
		must(t, os.Remove(filepath.Join(dir, database)))
		if diff := cmp.Diff(want, holds(t, open(t, dir))); diff != "" {
			t.Errorf("the copy has not the same: %s", diff)
		}
	})
}

// TestNoRoomForTheCopy has room for the database and none for its copy, whose
// log a reader keeps from beginning anew.
func TestNoRoomForTheCopy(t *testing.T) {
	limited(t, func(t *testing.T, limit func(uint64)) {
		dir := t.TempDir()
		var log bytes.Buffer
		s, err := store.Open(t.Context(), store.Options{Dir: dir, Log: slog.New(slog.NewTextHandler(&log, nil))})
		must(t, err)
		fill(t, s)
		release, err := store.Hold(t.Context(), filepath.Join(dir, mirror))
		must(t, err)
		const room = 6 << 20
		for i := 0; ; i++ {
			must(t, recordText(t, s, fmt.Sprint(i), i))
			if info, err := os.Stat(filepath.Join(dir, mirror+"-wal")); err != nil || info.Size() > room {
				must(t, err)
				break
			}
		}
		limit(room)
		for i := range 3 {
			must(t, recordText(t, s, fmt.Sprint("behind ", i), i))
		}
		if n := strings.Count(log.String(), "falls behind"); n != 1 {
			t.Errorf("it is told %d times, want once: %s", n, log.String())
		}
		must(t, release())
		limit(0)
		must(t, recordText(t, s, "caught up", 1))
		if n := strings.Count(log.String(), "has caught up"); n != 1 {
			t.Errorf("that it is over is told %d times, want once: %s", n, log.String())
		}
		want := holds(t, s)
		must(t, s.Close())
		must(t, os.Remove(filepath.Join(dir, database)))
		if diff := cmp.Diff(want, holds(t, open(t, dir))); diff != "" {
			t.Errorf("the copy has not the same: %s", diff)
		}
	})
}
