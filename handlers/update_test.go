package handlers_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
	"dossierbot/index"
)

// updated is a folder that is kept up to date.
type updated struct {
	testing.TB
	*handlers.Updater
	dir, state string
	store      *store.Store
	woken      int
	told       []string
	tellErr    error // with which telling the operators fails
}

func keepUpdated(t testing.TB, files map[string]string) *updated {
	t.Helper()
	u := &updated{TB: t, dir: t.TempDir(), state: t.TempDir()}
	for name, text := range files {
		u.put(name, text)
	}
	u.open()
	return u
}

func (u *updated) open() {
	u.Helper()
	var err error
	u.store, err = store.Open(u.Context(), store.Options{Dir: u.state})
	u.must(err)
	good, err := handlers.LastGood(u.Context(), u.store)
	u.must(err)
	log := slog.New(slog.DiscardHandler)
	folder, err := intake.Open(u.Context(), u.dir, intake.Options{Log: log, LastGood: good})
	u.must(err)
	x, err := index.Open(u.Context(), folder, index.Options{Dir: u.state, Keep: true, Log: log})
	u.must(err)
	u.Updater, err = handlers.NewUpdater(u.Context(), handlers.UpdaterOptions{
		Folder: folder, Index: x, Store: u.store, Log: log, Wake: func() { u.woken++ },
		Tell: func(_ context.Context, key, what string) error {
			if u.tellErr == nil {
				u.told = append(u.told, key+" "+what)
			}
			return u.tellErr
		},
	})
	u.must(err)
	u.Cleanup(func() { u.close() })
}

func (u *updated) close() {
	if u.Updater != nil {
		u.must(errors.Join(u.Live().Close(), u.store.Close()))
		u.Updater = nil
	}
}

func (u *updated) must(err error) {
	u.Helper()
	if err != nil {
		u.Fatal(err)
	}
}

func (u *updated) put(name, text string) {
	u.Helper()
	path := filepath.Join(u.dir, name)
	u.must(os.MkdirAll(filepath.Dir(path), 0o755))
	u.must(os.WriteFile(path, []byte(text), 0o644))
}

// finds are the documents that answer a question now.
func (u *updated) finds(question string) []string {
	u.Helper()
	h, release := u.Live().Acquire()
	defer release()
	r, err := h.Ask(u.Context(), handlers.AskRequest{Question: question})
	u.must(err)
	found := []string{}
	for _, hit := range r.Hits {
		found = append(found, hit.Document)
	}
	return found
}

func (u *updated) latest() store.Revision {
	u.Helper()
	r, err := u.store.Latest(u.Context())
	u.must(err)
	return r
}

const (
	ferryText = "The ferry between the two harbours stopped running, and nobody has said when it will start again.\n"
	craneText = "The crane of the harbour was sold to a buyer from abroad.\n"
)

func TestUpdate(t *testing.T) {
	u := keepUpdated(t, map[string]string{"ferry.txt": ferryText})
	if r := u.latest(); r.Number != 1 || r.Cause != "first reading" || u.woken != 1 {
		t.Errorf("the first state is recorded as %+v, woken %d times", r, u.woken)
	}
	u.put("crane.txt", craneText)
	u.must(u.Update(t.Context(), []string{"crane.txt"}))
	if diff := cmp.Diff([]string{"crane.txt"}, u.finds("who bought the crane")); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	h, release := u.Live().Acquire()
	r, err := h.Ask(t.Context(), handlers.AskRequest{Question: "ferry"})
	u.must(err)
	if latest := u.latest(); latest.Number != 2 || latest.ID != r.Revision || latest.Cause != "files changed" || u.woken != 2 {
		t.Errorf("recorded %+v, answered from %s, woken %d times", latest, r.Revision, u.woken)
	}
	// Who still answers from this state sees it to the end.
	u.must(os.Remove(filepath.Join(u.dir, "crane.txt")))
	u.must(u.Update(t.Context(), []string{"crane.txt"}))
	old, err := h.Ask(t.Context(), handlers.AskRequest{Question: "who bought the crane"})
	u.must(err)
	release()
	if len(old.Hits) != 1 {
		t.Errorf("the state that is answered from lost its document")
	}
	if found := u.finds("who bought the crane"); len(found) != 0 {
		t.Errorf("found %v, though it is withdrawn", found)
	}
	// The same again is no revision.
	u.put("ferry.txt", ferryText)
	u.must(u.Update(t.Context(), []string{"ferry.txt"}))
	if r := u.latest(); r.Number != 3 || u.woken != 3 {
		t.Errorf("recorded %+v, woken %d times", r, u.woken)
	}
}

// TestUpdateAfterAStop finds what changed while nobody watched.
func TestUpdateAfterAStop(t *testing.T) {
	u := keepUpdated(t, map[string]string{"ferry.txt": ferryText, "crane.txt": craneText})
	u.close()
	u.put("quay.txt", "The quay was opened.\n")
	u.must(os.Rename(filepath.Join(u.dir, "crane.txt"), filepath.Join(u.dir, "cranes.txt")))
	u.open()
	latest := u.latest()
	if latest.Number != 2 || latest.Cause != "files changed while nobody watched" {
		t.Errorf("recorded %+v", latest)
	}
	changes, err := u.store.Net(t.Context(), 1, 2)
	u.must(err)
	var got []string
	for _, c := range changes {
		got = append(got, string(c.Kind)+" "+c.ID)
	}
	if diff := cmp.Diff([]string{"moved cranes.txt", "added quay.txt"}, got); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	u.close()
	u.open()
	if r := u.latest(); r.Number != 2 {
		t.Errorf("a restart alone is recorded as %+v", r)
	}
}

// TestUpdateKeepsTheLastGoodFile tells of a broken file of the editor's once,
// and goes on with what it said before, also after a restart.
func TestUpdateKeepsTheLastGoodFile(t *testing.T) {
	good, broken := "topics:\n  - {id: ferry, name: Ferry}\n", "topics:\n  - {id: ferry, nam: Ferry}\n"
	u := keepUpdated(t, map[string]string{"ferry.txt": ferryText, "topics.yaml": good})
	topics := func() (names []string) {
		h, release := u.Live().Acquire()
		defer release()
		r, err := h.Topic(t.Context(), handlers.TopicRequest{Name: "ferry"})
		u.must(err)
		return append(names, r.Topic.Name)
	}
	u.put("topics.yaml", broken)
	u.must(u.Update(t.Context(), []string{"topics.yaml"}))
	u.put("crane.txt", craneText)
	u.must(u.Update(t.Context(), []string{"crane.txt"}))
	if len(u.told) != 1 || !strings.Contains(u.told[0], "topics.yaml:2") || len(u.Upkeep().Faults) != 1 {
		t.Errorf("told %q, faults %q", u.told, u.Upkeep().Faults)
	}
	if diff := cmp.Diff([]string{"crane.txt"}, u.finds("who bought the crane")); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	u.close()
	u.open()
	if got := topics(); !slices.Equal(got, []string{"Ferry"}) || len(u.told) != 1 {
		t.Errorf("after a restart the topic is %q, told %q", got, u.told)
	}
	u.put("topics.yaml", good)
	u.must(u.Update(t.Context(), []string{"topics.yaml"}))
	if len(u.told) != 2 || len(u.Upkeep().Faults) != 0 {
		t.Errorf("mended, told %q, faults %q", u.told, u.Upkeep().Faults)
	}
	// The same fault anew is told anew.
	u.put("topics.yaml", broken)
	u.must(u.Update(t.Context(), []string{"topics.yaml"}))
	if len(u.told) != 3 {
		t.Errorf("told %q", u.told)
	}
}

// TestUpdateFails leaves the state before, says why, and goes on when it can.
func TestUpdateFails(t *testing.T) {
	u := keepUpdated(t, map[string]string{"ferry.txt": ferryText})
	away := filepath.Join(t.TempDir(), "away")
	u.must(os.Rename(u.dir, away))
	if err := u.Update(t.Context(), []string{"."}); err == nil || u.Upkeep().Err == "" {
		t.Errorf("the folder is away, and the error is %v, told as %q", err, u.Upkeep().Err)
	}
	if diff := cmp.Diff([]string{"ferry.txt"}, u.finds("when did the ferry stop")); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	u.must(os.Rename(away, u.dir))
	u.put("crane.txt", craneText)
	u.must(u.Update(t.Context(), nil)) // as when it is tried again
	if u.Upkeep().Err != "" || len(u.finds("who bought the crane")) != 1 || u.latest().Number != 2 {
		t.Errorf("when it is back: %q, revision %d", u.Upkeep().Err, u.latest().Number)
	}
}

// TestUpdateWhenNobodyCanBeTold serves and records what changed all the same.
func TestUpdateWhenNobodyCanBeTold(t *testing.T) {
	u := keepUpdated(t, map[string]string{"ferry.txt": ferryText})
	u.tellErr = errors.New("nobody is there")
	u.put("topics.yaml", "topics: broken\n")
	u.put("crane.txt", craneText)
	if err := u.Update(t.Context(), []string{"crane.txt", "topics.yaml"}); err == nil || u.Upkeep().Err == "" {
		t.Errorf("the error is %v, told as %q", err, u.Upkeep().Err)
	}
	if diff := cmp.Diff([]string{"crane.txt"}, u.finds("who bought the crane")); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	if r := u.latest(); r.Number != 2 {
		t.Errorf("recorded %+v", r)
	}
	u.tellErr = nil
	u.must(u.Update(t.Context(), nil)) // as when it is tried again
	if len(u.told) != 1 || u.Upkeep().Err != "" {
		t.Errorf("told %q, error %q", u.told, u.Upkeep().Err)
	}
}

// BenchmarkUpdate measures from a written file to the answer that has it, in
// dossiers of which the largest, with -large, has a hundred times the documents
// of the smallest.
func BenchmarkUpdate(b *testing.B) {
	var least float64
	for _, n := range []int{1000, 10_000, 100_000} {
		if n > 10_000 && !*large {
			continue
		}
		files := map[string]string{"new.txt": craneText}
		for i := range n {
			files[fmt.Sprintf("%d/%d.txt", i%100, i)] = fmt.Sprintf("Report %d: the council met on 3 May 2024 and Ona Field said that the ferry would run again.\n", i)
		}
		u := keepUpdated(b, files)
		turn := 0
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				turn++
				word := fmt.Sprintf("zq%dx", turn)
				u.put("new.txt", "The crane "+word+" was sold to a buyer from abroad.\n")
				u.must(u.Update(b.Context(), []string{"new.txt"}))
				if found := u.finds("crane " + word); len(found) == 0 {
					b.Fatal("it is not found")
				}
			}
			took := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
			if n == 1000 {
				least = took
			}
			b.ReportMetric(took/1e6, "ms/update")
			b.ReportMetric(took/least, "of-1000")
		})
		u.close()
	}
}

var large = flag.Bool("large", false, "measure an update of 100,000 documents as well")
