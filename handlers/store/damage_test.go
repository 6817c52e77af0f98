package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers/store"
)

const (
	database = "dossierbot.db"
	mirror   = "dossierbot.copy.db"
)

// leave is the files of a store as a process leaves them that is killed now. An
// empty log is none: whoever looks at a database makes one.
func leave(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, name := range []string{database, database + "-wal", mirror, mirror + "-wal"} {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil && (len(content) > 0 || !strings.HasSuffix(name, "-wal")) {
			files[name] = content
		} else if err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
	}
	return files
}

// lay puts files into a folder of their own.
func lay(t testing.TB, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		must(t, os.WriteFile(filepath.Join(dir, name), content, 0o600))
	}
	return dir
}

// filled is a store's files where it was killed, and where it was closed, with
// what it held.
func filled(t testing.TB) (killed, closed map[string][]byte, want held) {
	t.Helper()
	dir := t.TempDir()
	s := openUntil(t, dir)
	fill(t, s)
	want = holds(t, s)
	killed = leave(t, dir)
	must(t, s.Close())
	return killed, leave(t, dir), want
}

// hurt damages a file in one of several ways.
func hurt(r *rand.Rand, content []byte) (how string, damaged []byte) {
	content = slices.Clone(content)
	at := r.IntN(len(content))
	switch r.IntN(6) {
	case 0:
		return fmt.Sprintf("cut at %d", at), content[:at]
	case 1:
		at = at / 4096 * 4096
		return fmt.Sprintf("cut at the page at %d", at), content[:at]
	case 2:
		n := copy(content[at:], make([]byte, 512))
		return fmt.Sprintf("%d zeros at %d", n, at), content
	case 3:
		at = r.IntN(min(len(content), 4096)) // where a database tells of itself
		content[at] ^= 1 << r.IntN(8)
		return fmt.Sprintf("one bit at %d", at), content
	default:
		content[at] ^= byte(1 + r.IntN(255))
		return fmt.Sprintf("one byte at %d", at), content
	}
}

// TestDamageToOne damages the database or its copy; all must be there, also
// when it is opened again.
func TestDamageToOne(t *testing.T) {
	t.Parallel()
	killed, closed, want := filled(t)
	for i := range 30 {
		r := rand.New(rand.NewPCG(5, uint64(i)))
		files := maps.Clone([]map[string][]byte{killed, closed}[r.IntN(2)])
		names := slices.Sorted(maps.Keys(files))
		name := names[r.IntN(len(names))]
		var how string
		how, files[name] = hurt(r, files[name])
		t.Run(fmt.Sprintf("%d %s: %s", i, name, how), func(t *testing.T) {
			dir := lay(t, files)
			for range 2 {
				s := openUntil(t, dir)
				if got := holds(t, s); !reflect.DeepEqual(want, got) {
					t.Error(cmp.Diff(want, got))
				}
				must(t, s.Close())
			}
		})
	}
}

// TestDamageToBoth damages both: either all is there, or the error says what
// was lost, and leaves it.
func TestDamageToBoth(t *testing.T) {
	t.Parallel()
	_, closed, want := filled(t)
	refused := 0
	for i := range 20 {
		r := rand.New(rand.NewPCG(6, uint64(i)))
		files := map[string][]byte{}
		var how, how2 string
		how, files[database] = hurt(r, closed[database])
		how2, files[mirror] = hurt(r, closed[mirror])
		t.Run(fmt.Sprintf("%d %s, copy %s", i, how, how2), func(t *testing.T) {
			dir := lay(t, files)
			s, err := store.Open(t.Context(), store.Options{Dir: dir})
			if err == nil {
				defer s.Close()
				if got := holds(t, s); !reflect.DeepEqual(want, got) {
					t.Error(cmp.Diff(want, got))
				}
				return
			}
			refused++
			if !errors.Is(err, store.ErrDamaged) {
				t.Fatal(err)
			}
			for _, name := range []string{database, mirror} {
				if !strings.Contains(err.Error(), filepath.Join(dir, name)) {
					t.Errorf("%v: it does not name %s", err, name)
				}
			}
			after := leave(t, dir)
			for name, content := range files {
				if !bytes.Equal(content, after[name]) {
					t.Errorf("%s was changed", name)
				}
			}
		})
	}
	if refused == 0 {
		t.Error("none was beyond repair")
	}
}

// TestWhatIsDamagedIsKept cuts the database in half, and takes it away.
func TestWhatIsDamagedIsKept(t *testing.T) {
	_, closed, want := filled(t)
	for _, c := range []struct {
		name    string
		damage  func(files map[string][]byte)
		restore string // what the log tells
		kept    []string
	}{
		{"database cut", func(f map[string][]byte) { f[database] = f[database][:len(f[database])/2] },
			"the database is restored from its copy", []string{database + ".damaged-20261126T080000Z"}},
		{"database empty", func(f map[string][]byte) { f[database] = nil },
			"the database is restored from its copy", []string{database + ".damaged-20261126T080000Z"}},
		{"database gone", func(f map[string][]byte) { delete(f, database) }, "the database is restored from its copy", nil},
		{"copy cut", func(f map[string][]byte) { f[mirror] = f[mirror][:len(f[mirror])/2] },
			"the copy of the database is made anew", []string{mirror + ".damaged-20261126T080000Z"}},
		{"copy gone", func(f map[string][]byte) { delete(f, mirror) }, "the copy of the database is made anew", nil},
		{"nothing", func(f map[string][]byte) {}, "", nil},
		{"log of another database", func(f map[string][]byte) { delete(f, database); f[database+"-wal"] = []byte("another's") },
			"the database is restored from its copy", []string{database + ".damaged-20261126T080000Z-wal"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := maps.Clone(closed)
			c.damage(files)
			dir := lay(t, files)
			var log bytes.Buffer
			s, err := store.Open(t.Context(), store.Options{Dir: dir, Now: func() time.Time { return at },
				Log: slog.New(slog.NewTextHandler(&log, nil))})
			must(t, err)
			if got := holds(t, s); !reflect.DeepEqual(want, got) {
				t.Error(cmp.Diff(want, got))
			}
			must(t, s.Close())
			if (c.restore == "") != (log.Len() == 0) || !strings.Contains(log.String(), c.restore) {
				t.Errorf("the log tells %q", log.String())
			}
			kept, err := filepath.Glob(filepath.Join(dir, "*.damaged-*"))
			must(t, err)
			var names []string
			for _, path := range kept {
				content, err := os.ReadFile(path)
				must(t, err)
				names = append(names, filepath.Base(path))
				name, _, _ := strings.Cut(filepath.Base(path), ".damaged-")
				if strings.HasSuffix(path, "-wal") {
					name += "-wal"
				}
				if !bytes.Equal(content, files[name]) {
					t.Errorf("%s is not what was there", path)
				}
			}
			if diff := cmp.Diff(c.kept, names); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestACopyThatIsBehind has a copy that missed the last writes.
func TestACopyThatIsBehind(t *testing.T) {
	dir := t.TempDir()
	s := openUntil(t, dir)
	fill(t, s)
	had := holds(t, s)
	must(t, s.Close())
	old := leave(t, dir)[mirror]
	s = openUntil(t, dir)
	record(t, s, "later")
	_, err := s.Pause(t.Context(), 1, "the channel is gone")
	must(t, err)
	want := holds(t, s)
	must(t, s.Close())
	files := leave(t, dir)
	files[mirror] = old

	t.Run("it catches up", func(t *testing.T) {
		dir := lay(t, files)
		must(t, openUntil(t, dir).Close())
		must(t, os.Remove(filepath.Join(dir, database)))
		if diff := cmp.Diff(want, holds(t, open(t, dir))); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("it does not stand in for the database", func(t *testing.T) {
		files := maps.Clone(files)
		files[database] = slices.Clone(files[database])
		files[database][len(files[database])-100] ^= 1 // in an archived text
		dir := lay(t, files)
		_, err := store.Open(t.Context(), store.Options{Dir: dir})
		if !errors.Is(err, store.ErrDamaged) || !strings.Contains(err.Error(), "lacks its last 2 writes") {
			t.Errorf("opened: %v", err)
		}
		must(t, os.Rename(filepath.Join(dir, database), filepath.Join(dir, "elsewhere")))
		if diff := cmp.Diff(had, holds(t, open(t, dir))); diff != "" {
			t.Error(diff)
		}
	})
}

// TestTheCopyOfAnother puts the copy of another database beside one.
func TestTheCopyOfAnother(t *testing.T) {
	_, closed, want := filled(t)
	_, others, _ := filled(t)
	closed[mirror] = others[mirror]
	dir := lay(t, closed)
	must(t, openUntil(t, dir).Close())
	must(t, os.Remove(filepath.Join(dir, database)))
	if diff := cmp.Diff(want, holds(t, open(t, dir))); diff != "" {
		t.Error(diff)
	}
}

// TestCutWhileItIsOpen cuts a file under a store that is open. What it does
// then may be an error; nothing that was recorded is lost, and it never panics.
func TestCutWhileItIsOpen(t *testing.T) {
	t.Parallel()
	for _, name := range []string{database, database + "-wal", mirror, mirror + "-wal"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := openUntil(t, dir)
			fill(t, s)
			want := holds(t, s)
			must(t, os.Truncate(filepath.Join(dir, name), 5000))
			r, err := s.Record(t.Context(), store.NewRevision{ID: "after", Cause: "test"})
			if err != nil && !errors.Is(err, store.ErrDamaged) {
				t.Errorf("record: %v", err)
			}
			if err == nil {
				want.Revisions = slices.Insert(want.Revisions, 0, r)
				want.Standing[r.Number] = want.Standing[r.Number-1]
				want.Unread[r.Number] = nil
			}
			if _, err := s.Manifest(t.Context()); err != nil && !errors.Is(err, store.ErrDamaged) {
				t.Errorf("manifest: %v", err)
			}
			if err := s.Close(); err != nil {
				t.Logf("close: %v", err)
			}
			got := holds(t, open(t, dir))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
