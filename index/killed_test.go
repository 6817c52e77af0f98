package index_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dossierbot/index"
)

// TestKilled kills a process in the middle of its work, again and again on one
// state folder: whatever it leaves behind, the next one makes a sound index.
func TestKilled(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	one, other := filepath.Join(t.TempDir(), "dossier"), filepath.Join(t.TempDir(), "dossier")
	logs := quay
	for n := range 8 {
		logs = with(logs, fmt.Sprintf("log-%d.txt", n), fmt.Sprintf("On day %d the crane lifted %d crates in the harbour.\n", n, 7*n))
	}
	changed := with(logs, "gulls.txt", "The gulls left.\n", "log-1.txt", "", "log-2.txt", "The crane fell on day 2.\n", "log-9.txt", "It was mended.\n")
	write(t, one, logs)
	write(t, other, changed)
	afresh := with(changed, "actors.yaml", strings.Replace(actorsYAML, "Marek", "Marius", 1))
	want := map[string]map[string]index.Result{one: answers(t, memory(t, logs)), other: answers(t, memory(t, changed))}
	sound := func(after string, corpora ...string) {
		t.Helper()
		for _, at := range corpora {
			x := open(t, folderAt(t, at), index.Options{Dir: state, Write: true})
			sameAnswers(t, want[at], answers(t, x))
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(listing(t, state), " "); got != "index index.json index.lock" {
				t.Errorf("after %s the state folder holds %s", after, got)
			}
		}
	}
	third := filepath.Join(t.TempDir(), "dossier")
	write(t, third, afresh)
	for _, tt := range []struct {
		name   string
		corpus string
		at     int
	}{
		{"building, first document", one, 1},
		{"building, last document", one, 12},
		{"building again, midway", third, 5},
		{"amending, first document", other, 1},
		{"amending, last document", other, 3},
	} {
		if strings.HasPrefix(tt.name, "building,") {
			if err := os.RemoveAll(filepath.Join(state, "index.json")); err != nil {
				t.Fatal(err)
			}
		}
		if _, alive := start(t, job{Do: "open", Corpus: tt.corpus, State: state, Write: true, DieAt: tt.at}); alive {
			t.Fatalf("%s: the process did not die", tt.name)
		}
		sound(tt.name, one)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 8 {
		p, alive := start(t, job{Do: "churn", Corpus: one, Other: []string{other, third}[n%2], State: state, Write: true})
		if !alive {
			t.Fatal("the other process died by itself")
		}
		delay := time.Duration(random.IntN(150)) * time.Millisecond
		time.Sleep(delay)
		p.kill(t)
		sound(fmt.Sprintf("%s of churning", delay), []string{one, other}[n%2])
	}
}

// TestKilledUpdating kills a process that updates its index again and again.
// What it leaves opens as it is, and needs no more than what changed.
func TestKilledUpdating(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	one, other := filepath.Join(t.TempDir(), "dossier"), filepath.Join(t.TempDir(), "dossier")
	logs := quay
	for n := range 40 {
		logs = with(logs, fmt.Sprintf("log-%d.txt", n), fmt.Sprintf("On day %d the crane lifted %d crates in the harbour.\n", n, 7*n))
	}
	changed := with(logs, "gulls.txt", "The gulls left.\n", "log-1.txt", "", "log-2.txt", strings.Repeat("The crane fell on day 2.\n\n", 90), "new.txt", "It was mended.\n")
	const differing = 3 // documents of either that the other does not have so
	write(t, one, logs)
	write(t, other, changed)
	want := map[string]map[string]index.Result{one: answers(t, memory(t, logs)), other: answers(t, memory(t, changed))}
	if err := open(t, folderAt(t, one), index.Options{Dir: state, Write: true}).Close(); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(7, 8))
	for n := range 12 {
		p, alive := start(t, job{Do: "follow", Corpus: one, Other: other, State: state, Write: true, Keep: true})
		if !alive {
			t.Fatal("the other process died by itself")
		}
		delay := time.Duration(random.IntN(100)) * time.Millisecond
		time.Sleep(delay)
		p.kill(t)
		for _, at := range []string{[]string{one, other}[n%2], one} {
			x := open(t, folderAt(t, at), index.Options{Dir: state, Write: true})
			if s := x.Stats(); s.Indexed > differing || s.InMemory {
				t.Errorf("after %s of updating: %+v, want no more read than what changed", delay, s)
			}
			sameAnswers(t, want[at], answers(t, x))
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}
