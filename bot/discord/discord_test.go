package discord_test

import (
	"bytes"
	"context"
	"log/slog"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
	"dossierbot/corpus/intake"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
	"dossierbot/index"
)

var today = time.Date(2026, time.February, 1, 12, 0, 0, 0, time.UTC)

// dossier makes the handlers of the dossier in testdata, over a real index.
func dossier(t testing.TB) *handlers.Handlers {
	t.Helper()
	return openDossier(t, filepath.Join("testdata", "dossier"), func() time.Time { return today })
}

// openDossier is that of another folder, with a clock of its own.
func openDossier(t testing.TB, path string, now func() time.Time) *handlers.Handlers {
	t.Helper()
	ctx := context.Background()
	folder, err := intake.Open(ctx, path, intake.Options{Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(ctx, folder, index.Options{Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	h, err := handlers.New(ctx, handlers.Options{Folder: folder, Index: x, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

var quiet = slog.New(slog.DiscardHandler)

// running is a bot that runs against a stand-in.
type running struct {
	*standin.Server
	bot  *discord.Bot
	log  *logged
	stop func() error // ends the bot and gives Run's error; may be called twice
}

// setup is what a test wants other than usual.
type setup struct {
	standin.Options
	guild   string
	silence time.Duration
	live    *handlers.Live // nil: that of the handlers alone
	store   *store.Store
	zone    string
	upkeep  handlers.Upkeep
	wake    func()
}

// still is a dossier that does not change.
func still(h *handlers.Handlers) *handlers.Live {
	return handlers.NewLive(h, func() error { return nil })
}

// patience is how long an answer may take where a test sets no deadline: more
// than on Discord, for a race detector on a busy machine slows it down.
const patience = time.Minute

// start runs a bot against a stand-in and stops both with the test.
func start(t *testing.T, h *handlers.Handlers, su setup) *running {
	t.Helper()
	if su.live == nil {
		su.live = still(h)
	}
	patient := su.Deadline == 0
	if patient {
		su.Deadline = patience
	}
	r := &running{Server: standin.Start(t, su.Options), log: &logged{}}
	bot, err := discord.New(discord.Options{
		Token: r.Token(), APIURL: r.URL(), Guild: su.guild, Live: su.live,
		Store: su.store, Zone: su.zone, Wake: su.wake, Version: "v1.2.3", Upkeep: func() handlers.Upkeep { return su.upkeep },
		Log: slog.New(slog.NewTextHandler(r.log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	bot.Hasten()
	if su.silence != 0 {
		bot.SetSilence(su.silence)
	}
	if patient {
		bot.SetPatience(patience)
	}
	r.bot = bot
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- bot.Run(ctx) }()
	r.stop = sync.OnceValue(func() error {
		cancel()
		select {
		case err := <-ended:
			return err
		case <-time.After(20 * time.Second):
			t.Error("Run does not end")
			return nil
		}
	})
	t.Cleanup(func() { r.stop() })
	return r
}

// logged keeps what is logged. It is safe for concurrent use.
type logged struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}
