package index_test

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
	"dossierbot/index"
	"dossierbot/index/words"
)

// updateFull updates an index to another corpus while no file may grow over a
// few bytes, as on a full disk, and again when they may. What it tells is the
// first error, and which documents name the harbour: before, after the update
// that failed, and after the one that did not.
func updateFull(ctx context.Context, j job) (told, error) {
	signal.Ignore(syscall.SIGXFSZ) // so that writing fails, instead of ending the process
	var t told
	x, err := openAt(ctx, j.Corpus, j)
	if err != nil {
		return t, err
	}
	defer x.Close()
	find := func(x *index.Index) error {
		hits, err := x.OfTopic(ctx, [][]string{{words.Stem("harbour")}}, 10)
		for _, h := range hits {
			t.Found = append(t.Found, h.Document.ID)
		}
		t.Found = append(t.Found, "-")
		return err
	}
	if err := find(x); err != nil {
		return t, err
	}
	f, err := intake.Open(ctx, j.Other, intake.Options{Log: quiet()})
	if err != nil {
		return t, err
	}
	var free syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &free); err != nil {
		return t, err
	}
	full := free
	full.Cur = 512
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &full); err != nil {
		return t, err
	}
	for range 2 { // the second has to find out what the first has left
		limited, cancel := context.WithTimeout(ctx, 20*time.Second)
		_, err := x.Update(limited, f, nil)
		late := limited.Err()
		cancel()
		if err == nil || late != nil {
			return t, fmt.Errorf("an update on a full disk: %v", err)
		}
		t.Error = err.Error()
	}
	if err := find(x); err != nil {
		return t, err
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &free); err != nil {
		return t, err
	}
	next, err := x.Update(ctx, f, nil)
	if err != nil {
		return t, err
	}
	defer next.Close()
	t.Stats = next.Stats()
	return t, find(next)
}

// An update on a full disk is an error that says so. What was there goes on,
// and is brought up to date once there is room.
func TestUpdateOnAFullDisk(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	one, other := filepath.Join(t.TempDir(), "dossier"), filepath.Join(t.TempDir(), "dossier")
	write(t, one, quay)
	write(t, other, with(quay, "winter/ice.md", "", "crane.txt", "The crane fell into the harbour.\n"))
	p, alive := start(t, job{Do: "full", Corpus: one, Other: other, State: state, Write: true, Keep: true})
	if !alive {
		t.Fatal("the other process died")
	}
	p.stop()
	if !strings.Contains(p.told.Error, "file too large") {
		t.Errorf("%q, want an error that says what is wrong", p.told.Error)
	}
	want := []string{"voices.md", "winter/ice.md", "-", "voices.md", "winter/ice.md", "-", "crane.txt", "voices.md", "-"}
	if diff := gocmp.Diff(want, p.told.Found); diff != "" {
		t.Errorf("found before, when it failed and when it did not (-want +got):\n%s", diff)
	}
	if s := p.told.Stats; s.Indexed != 1 || s.Removed != 1 {
		t.Errorf("%+v, want what changed and no more", s)
	}
	f := folderAt(t, other)
	x := open(t, f, index.Options{Dir: state, Write: true})
	if s := x.Stats(); s.Indexed+s.Removed > 0 {
		t.Errorf("opened again: %+v", s)
	}
	sameAll(t, allOf(t, open(t, f, index.Options{})), allOf(t, x))
}

// An index whose files are taken away below it goes on, and is built anew by
// the next update but one.
func TestUpdateWithoutItsFiles(t *testing.T) {
	t.Parallel()
	dir, state := filepath.Join(t.TempDir(), "dossier"), t.TempDir()
	write(t, dir, quay)
	x := open(t, folderAt(t, dir), index.Options{Dir: state, Write: true, Keep: true})
	want := allOf(t, x)
	if err := os.RemoveAll(filepath.Join(state, "index")); err != nil {
		t.Fatal(err)
	}
	write(t, dir, with(quay, "crane.txt", "The crane fell into the harbour.\n"))
	f := folderAt(t, dir)
	if _, err := x.Update(t.Context(), f, []string{"crane.txt"}); err == nil {
		t.Error("an index without files was written")
	}
	sameAll(t, want, allOf(t, x))
	next, err := x.Update(t.Context(), f, []string{"crane.txt"})
	if err != nil {
		t.Fatal(err)
	}
	sameAll(t, want, allOf(t, x))
	sameAll(t, allOf(t, open(t, f, index.Options{})), allOf(t, next))
	if err := next.Close(); err != nil {
		t.Fatal(err)
	}
}

// An update that nobody waits for any more is an error, and leaves the index
// as it is.
func TestUpdateCancelled(t *testing.T) {
	t.Parallel()
	for where, o := range map[string]index.Options{"in memory": {}, "on disk": {Dir: t.TempDir(), Write: true, Keep: true}} {
		t.Run(where, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "dossier")
			write(t, dir, quay)
			x := open(t, folderAt(t, dir), o)
			want := allOf(t, x)
			write(t, dir, with(quay, "gulls.txt", "The gulls left the harbour.\n"))
			f := folderAt(t, dir)
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if _, err := x.Update(ctx, f, []string{"gulls.txt"}); err == nil {
				t.Error("no error")
			}
			sameAll(t, want, allOf(t, x))
			x = update(t, x, f, []string{"gulls.txt"})
			sameAll(t, allOf(t, open(t, f, index.Options{})), allOf(t, x))
		})
	}
}
