package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/handlers/store"
)

// at is the time that the tests go by.
var at = time.Date(2026, 11, 26, 8, 0, 0, 0, time.UTC)

// open opens the store in a folder, at that time, until the test ends.
func open(t testing.TB, dir string) *store.Store {
	t.Helper()
	s := openUntil(t, dir)
	t.Cleanup(func() { must(t, s.Close()) })
	return s
}

// openUntil is for those who close it themselves.
func openUntil(t testing.TB, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{Dir: dir, Now: func() time.Time { return at }})
	must(t, err)
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// record records a revision with one document more.
func record(t testing.TB, s *store.Store, id string) store.Revision {
	t.Helper()
	r, err := s.Record(t.Context(), store.NewRevision{
		ID: id, Cause: "test",
		Changes: []corpus.Change{{Kind: corpus.Added, ID: id + ".txt", After: corpus.Fingerprint{Text: "text of " + id, Said: "said"}}},
		Archive: func(string) ([]byte, error) { return []byte("archive of " + id), nil },
	})
	must(t, err)
	return r
}

// held is all that a store holds, as it tells it.
type held struct {
	Salt          string
	Revisions     []store.Revision
	Manifest      corpus.Manifest
	Changes       []corpus.Change
	Archive       map[corpus.Fingerprint]string
	Standing      map[int64]string
	Unread        map[int64][]string
	Subscriptions []store.Subscription
	Deliveries    [][]store.Delivery // of each subscription; notices first
}

// holds asks a store for everything.
func holds(t testing.TB, s *store.Store) held {
	t.Helper()
	ctx := t.Context()
	h := held{Salt: s.Salt(), Archive: map[corpus.Fingerprint]string{}, Standing: map[int64]string{}, Unread: map[int64][]string{}}
	var err error
	h.Revisions, err = s.Revisions(ctx, 0)
	must(t, err)
	h.Manifest, err = s.Manifest(ctx)
	must(t, err)
	for _, r := range h.Revisions {
		changes, err := s.Net(ctx, r.Number-1, r.Number)
		must(t, err)
		h.Changes = append(h.Changes, changes...)
		standing, err := s.Standing(ctx, r.Number)
		must(t, err)
		h.Standing[r.Number] = string(standing)
		h.Unread[r.Number], err = s.Unread(ctx, r.Number)
		must(t, err)
	}
	for _, c := range h.Changes {
		if c.After != (corpus.Fingerprint{}) {
			body, err := s.Archived(ctx, c.After)
			must(t, err)
			h.Archive[c.After] = string(body)
		}
	}
	h.Subscriptions, err = s.Subscriptions(ctx, "")
	must(t, err)
	for id := range int64(len(h.Subscriptions) + 1) {
		all, err := s.Deliveries(ctx, id)
		must(t, err)
		h.Deliveries = append(h.Deliveries, all)
	}
	return h
}

// fill records something of every kind.
func fill(t testing.TB, s *store.Store) {
	t.Helper()
	ctx := t.Context()
	record(t, s, "r1")
	for i := range 8 {
		n := subscribe(t, s, fmt.Sprint(100+i))
		if i == 3 {
			_, err := s.Pause(ctx, n.ID, "the channel is gone")
			must(t, err)
		}
	}
	for i := range 12 {
		_, err := s.Record(ctx, store.NewRevision{
			ID: fmt.Sprint("many", i), Cause: "watched",
			Changes:  []corpus.Change{{Kind: corpus.Added, ID: fmt.Sprintf("%d.txt", i), After: fingerprint(i)}},
			Archive:  func(string) ([]byte, error) { return text(i), nil },
			Standing: fmt.Appendf(nil, "positions %d", i/3), Unread: strings.Fields(strings.Repeat("scan.pdf ", i/4)),
		})
		must(t, err)
	}
	for i := range int64(8) {
		n, err := s.Subscription(ctx, i+1)
		must(t, err)
		must(t, s.Queue(ctx, store.NewDigest{
			For: n, To: 4 + i, Due: at.Add(time.Hour),
			Parts: []store.Part{post(fmt.Sprint("head ", i)), {Kind: store.Thread, Body: []byte("more")}, {Kind: store.Reply, Body: []byte("the rest")}},
		}))
	}
	for i := range 5 {
		_, err := s.QueueNotice(ctx, store.Notice{Key: fmt.Sprint("full ", i), User: "7", Body: []byte("The disk is full.")})
		must(t, err)
	}
	for i, d := range ready(t, s, at) {
		must(t, s.MarkSending(ctx, d.ID))
		if i%2 == 0 {
			must(t, s.MarkSent(ctx, d.ID, fmt.Sprint("message ", i)))
		} else {
			must(t, s.Postpone(ctx, d.ID, at.Add(time.Minute), "not now"))
		}
	}
}

func TestAllIsThereAfterARestart(t *testing.T) {
	dir := t.TempDir()
	s := openUntil(t, dir)
	fill(t, s)
	want := holds(t, s)
	must(t, s.Close())
	if diff := cmp.Diff(want, holds(t, open(t, dir))); diff != "" {
		t.Error(diff)
	}
	if len(want.Salt) < 20 || want.Salt == open(t, t.TempDir()).Salt() {
		t.Errorf("salt %q: it is no secret of one database", want.Salt)
	}
}

func TestOneProcessWrites(t *testing.T) {
	dir := t.TempDir()
	s := openUntil(t, dir)
	if _, err := store.Open(t.Context(), store.Options{Dir: dir}); !errors.Is(err, store.ErrLocked) || !strings.Contains(err.Error(), dir) {
		t.Errorf("opened by a second one: %v", err)
	}
	must(t, s.Close())
	open(t, dir)
}

func TestReadOnlyBesideAWriter(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	record(t, s, "r1")
	reader, err := store.Open(t.Context(), store.Options{Dir: dir, ReadOnly: true})
	must(t, err)
	t.Cleanup(func() { must(t, reader.Close()) })
	fill(t, s)
	if diff := cmp.Diff(holds(t, s), holds(t, reader)); diff != "" {
		t.Error(diff)
	}
	if _, err := reader.Record(t.Context(), store.NewRevision{ID: "r9"}); !errors.Is(err, store.ErrUnwritable) {
		t.Errorf("recorded by a reader: %v", err)
	}
}

func TestReadOnlyLeavesAllAsItIs(t *testing.T) {
	dir := t.TempDir()
	s := openUntil(t, dir)
	fill(t, s)
	killed := lay(t, leave(t, dir)) // with what is not yet moved into the database
	must(t, s.Close())
	for _, c := range []struct{ name, dir string }{{"closed", dir}, {"killed", killed}} {
		before := leave(t, c.dir)
		reader, err := store.Open(t.Context(), store.Options{Dir: c.dir, ReadOnly: true})
		must(t, err)
		holds(t, reader)
		must(t, reader.Close())
		if !reflect.DeepEqual(before, leave(t, c.dir)) {
			t.Errorf("%s: a reader changed the files", c.name)
		}
	}
}

func TestReadOnlyWithoutADatabase(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	reader, err := store.Open(t.Context(), store.Options{Dir: dir, ReadOnly: true})
	must(t, err)
	defer reader.Close()
	if _, err := reader.Latest(t.Context()); !errors.Is(err, store.ErrNoRevision) {
		t.Errorf("latest: %v", err)
	}
	m, err := reader.Manifest(t.Context())
	must(t, err)
	if len(m) > 0 {
		t.Errorf("manifest %v", m)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the state folder was made: %v", err)
	}
}

func TestALaterVersion(t *testing.T) {
	dir := t.TempDir()
	s := openUntil(t, dir)
	fill(t, s)
	must(t, s.Close())
	must(t, store.Rewrite(t.Context(), filepath.Join(dir, "dossierbot.db"), `PRAGMA user_version = 2; UPDATE meta SET schema = 2`))
	before := leave(t, dir)
	for _, readOnly := range []bool{false, true} {
		_, err := store.Open(t.Context(), store.Options{Dir: dir, ReadOnly: readOnly})
		if !errors.Is(err, store.ErrNewer) || errors.Is(err, store.ErrDamaged) {
			t.Errorf("read-only %v: %v", readOnly, err)
		}
	}
	if !reflect.DeepEqual(before, leave(t, dir)) {
		t.Error("the files were changed")
	}
}

func TestAFolderThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state")
	must(t, os.WriteFile(file, nil, 0o600))
	for _, dir := range []string{file, filepath.Join(file, "below")} {
		_, err := store.Open(t.Context(), store.Options{Dir: dir})
		if !errors.Is(err, store.ErrUnwritable) || !strings.Contains(err.Error(), dir) {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

func TestAFolderThatMayNotBeWritten(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	s := openUntil(t, dir)
	fill(t, s)
	want := holds(t, s)
	must(t, s.Close())
	must(t, os.Chmod(dir, 0o500))
	_, err := store.Open(t.Context(), store.Options{Dir: dir})
	if !errors.Is(err, store.ErrUnwritable) {
		t.Errorf("opened: %v", err)
	}
	must(t, os.Chmod(dir, 0o700))
	if diff := cmp.Diff(want, holds(t, open(t, dir))); diff != "" {
		t.Error(diff)
	}
}

// TestNoTemporaryFiles holds that nothing is needed beside the state folder: an
// image made from scratch has no place for temporary files, and without one the
// copy of a large write fails.
func TestNoTemporaryFiles(t *testing.T) {
	dir := t.TempDir()
	must(t, openUntil(t, dir).Close())
	if ok, err := store.TemporaryInMemory(t.Context(), filepath.Join(dir, "dossierbot.db")); err != nil || !ok {
		t.Errorf("temporary files are made (%v)", err)
	}
}
