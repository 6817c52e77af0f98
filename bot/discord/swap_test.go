package discord_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dossierbot/bot/discord/standin"
	"dossierbot/handlers"
)

// An answer that is under way while the dossier changes is all of the state
// that it began with; the next is of the new one.
func TestDossierChangesUnderAnAnswer(t *testing.T) {
	t.Parallel()
	begun, goOn := make(chan struct{}), make(chan struct{})
	var asked atomic.Int32
	before := openDossier(t, filepath.Join("testdata", "dossier"), func() time.Time {
		if asked.Add(1) == 1 {
			close(begun)
			<-goOn
		}
		return today
	})
	closed := make(chan string, 2)
	live := handlers.NewLive(before, func() error { closed <- "before"; return nil })
	s := start(t, nil, setup{live: live})

	replies := make(chan standin.Reply, 1)
	go func() {
		r, err := s.TrySend(standin.Slash("actor", opt("name", "okafor")))
		if err != nil {
			t.Error(err)
		}
		replies <- r
	}()
	<-begun
	after := openDossier(t, edited(t, "actors.yaml", "minister of transport", "minister of health"), time.Now)
	live.Swap(after, func() error { closed <- "after"; return nil })
	select {
	case which := <-closed:
		t.Errorf("the state %s was closed under an answer", which)
	default:
	}
	close(goOn)
	checkText(t, <-replies, "**Mira Okafor** · minister of transport")
	if which := <-closed; which != "before" {
		t.Errorf("the state %s was closed", which)
	}
	checkText(t, s.Send(standin.Slash("actor", opt("name", "okafor"))), "**Mira Okafor** · minister of health")
}

// edited is a copy of the dossier with one thing replaced in one file.
func edited(t testing.TB, name, old, new string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "dossier"))); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, name)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), old) {
		t.Fatalf("%s does not hold %q", name, old)
	}
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(string(text), old, new)), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}
