package terminal_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dossierbot/bot/discord/standin"
	"dossierbot/handlers/store"
)

// living is a corpus that changes, and the real bot that serves it to a
// stand-in for Discord.
type living struct {
	testing.TB
	*standin.Server
	dir, state string
	channels   int
	log        *os.File
	bot        *exec.Cmd
}

func newLiving(t testing.TB) *living {
	t.Helper()
	l := &living{TB: t, dir: t.TempDir(), state: t.TempDir(), Server: standin.Start(t, standin.Options{Deadline: time.Minute})}
	log, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	l.log = log
	t.Cleanup(func() {
		l.kill()
		if t.Failed() {
			t.Logf("log of the bot:\n%s", l.logged())
		}
		log.Close()
	})
	return l
}

// logged is the end of what the bot logged.
func (t *living) logged() string {
	raw, err := os.ReadFile(t.log.Name())
	t.must(err)
	return string(raw[max(0, len(raw)-20000):])
}

// put writes a file of the corpus.
func (t *living) put(name, content string) {
	t.Helper()
	path := filepath.Join(t.dir, name)
	t.must(os.MkdirAll(filepath.Dir(path), 0o755))
	t.must(os.WriteFile(path, []byte(content), 0o644))
}

// wait waits for what may take long: a channel takes five messages in five
// seconds.
func (t *living) wait(what string, condition func() bool) {
	t.Helper()
	limit := time.After(3 * time.Minute)
	for !condition() {
		select {
		case <-time.After(50 * time.Millisecond):
		case <-limit:
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

func (t *living) start() {
	t.Helper()
	t.bot = exec.Command("dossierbot", "--corpus", t.dir, "--state", t.state, "serve")
	t.bot.Env = append(os.Environ(), "HOME="+t.state, "GORACE=atexit_sleep_ms=0", "DOSSIERBOT_CORPUS_QUIET=100ms", "DOSSIERBOT_CORPUS_COMPARE=1s",
		"DOSSIERBOT_DISCORD_TOKEN="+t.Token(), "DOSSIERBOT_DISCORD_API_URL="+t.URL())
	t.bot.Stdout, t.bot.Stderr = t.log, t.log
	if err := t.bot.Start(); err != nil {
		t.Fatal(err)
	}
}

func (t *living) kill() {
	if t.bot != nil {
		_ = t.bot.Process.Kill()
		_ = t.bot.Wait() // it was killed
		t.bot = nil
	}
}

// stop ends the bot as an operator does.
func (t *living) stop() {
	t.Helper()
	if err := t.bot.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := t.bot.Wait(); err != nil {
		t.Errorf("stopped by an interrupt, the bot says %v", err)
	}
	t.bot = nil
}

// subscribe makes a channel and subscribes it.
func (t *living) subscribe(options ...standin.Option) (channel string) {
	t.Helper()
	t.channels++
	channel = fmt.Sprintf("1000000000000001%02d", t.channels)
	t.SetChannel(standin.Channel{ID: channel, Name: "news", Type: standin.TextChannel})
	options = append([]standin.Option{{Name: "channel", Value: standin.In(channel)}}, options...)
	r := t.Send(standin.Slash("digest", standin.Sub("subscribe", options...)).By(standin.ModeratorID))
	if !strings.Contains(r.Text, channel) {
		t.Fatalf("not subscribed: %s", r.Text)
	}
	return channel
}

func (t *living) must(err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// ledger looks into the ledger beside the bot.
func (t *living) ledger(look func(*store.Store)) {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{Dir: t.state, ReadOnly: true})
	t.must(err)
	defer s.Close()
	look(s)
}

func (t *living) allSent() (sent bool) {
	t.ledger(func(s *store.Store) {
		digests, _, _, err := s.Queued(t.Context())
		t.must(err)
		sent = digests == 0
	})
	return sent
}

// said is all that stands in a channel and its threads.
func (t *living) said(channel string) string {
	var all strings.Builder
	for _, m := range t.Messages(channel) {
		all.WriteString(m.Text + "\n")
		for _, below := range t.Messages(m.ID) { // a thread has the id of its message
			all.WriteString(below.Text + "\n")
		}
	}
	return all.String()
}
