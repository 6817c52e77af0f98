package delivery_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/delivery"
	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
	"dossierbot/corpus"
	"dossierbot/handlers/store"
)

// roomy are limits that no test reaches by chance.
var roomy = standin.Options{PerChannel: 1000, PerSecond: 1000}

// world is Discord and a database, which outlive the process that delivers.
type world struct {
	*standin.Server
	t         testing.TB
	name      string // of the case, where there are several side by side
	dir       string
	operators string
	parts     func(s store.Subscription, to int64) []store.Part // of a digest

	mu     sync.Mutex
	store  *store.Store
	failed int     // times that a digest is still to fail to be made
	made   []int64 // cursors of the subscriptions whose digests were asked for, in order
	log    bytes.Buffer
}

func newWorld(t testing.TB, o standin.Options) *world {
	t.Helper()
	w := &world{Server: standin.Start(t, o), t: t, dir: t.TempDir(), parts: one}
	w.open()
	t.Cleanup(func() { w.must(w.store.Close()) })
	w.record(1)
	return w
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// open opens the database, as a new process does.
func (w *world) open() {
	w.t.Helper()
	if w.store != nil {
		w.must(w.store.Close())
	}
	var err error
	w.store, err = store.Open(context.Background(), store.Options{Dir: w.dir})
	w.must(err)
}

// record records a revision.
func (w *world) record(n int) {
	w.t.Helper()
	id := fmt.Sprint(n)
	_, err := w.store.Record(context.Background(), store.NewRevision{
		ID: "r" + id, Cause: "test",
		Changes: []corpus.Change{{Kind: corpus.Added, ID: id, After: corpus.Fingerprint{Text: id, Said: id}}},
		Archive: func(string) ([]byte, error) { return []byte(id), nil },
	})
	w.must(err)
}

// subscribe makes a subscription to a channel, which is made.
func (w *world) subscribe(channel string, change ...func(*store.Subscription)) store.Subscription {
	w.t.Helper()
	w.SetChannel(standin.Channel{ID: channel})
	n := store.Subscription{Guild: standin.GuildID, Channel: channel, Creator: standin.ModeratorID}
	for _, c := range change {
		c(&n)
	}
	n, err := w.store.Subscribe(context.Background(), n)
	w.must(err)
	return n
}

// message is a part of a digest, or a message in it, that says something.
func message(kind store.Kind, format string, args ...any) store.Part {
	if kind == store.Thread {
		return store.Part{Kind: kind, Body: fmt.Appendf(nil, format, args...)}
	}
	return store.Part{Kind: kind, Body: fmt.Appendf(nil, `{"components": [{"type": 17, "components": [{"type": 10, "content": %q}]}]}`, fmt.Sprintf(format, args...))}
}

// one is a digest of one part.
func one(s store.Subscription, to int64) []store.Part {
	return []store.Part{message(store.Post, "%d: to %d", s.ID, to)}
}

// threaded is a digest of four parts, of which two lie in a thread.
func threaded(s store.Subscription, to int64) []store.Part {
	return []store.Part{
		message(store.Post, "%d: to %d", s.ID, to), message(store.Thread, "Details"),
		message(store.Reply, "%d: to %d, one", s.ID, to), message(store.Reply, "%d: to %d, two", s.ID, to),
	}
}

// told is what threaded digests of a subscription look like, up to the
// revisions.
func told(id int64, revisions ...int64) []string {
	var posts, threads []string
	for _, to := range revisions {
		digest := fmt.Sprintf("%d: to %d", id, to)
		posts = append(posts, digest)
		threads = append(threads, "thread Details", digest+", one", digest+", two")
	}
	return append(posts, threads...)
}

// make queues the digest of a subscription.
func (w *world) make(ctx context.Context, s store.Subscription) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.made = append(w.made, s.Cursor)
	if w.failed > 0 {
		w.failed--
		return fmt.Errorf("no digest now")
	}
	latest, err := w.store.Latest(ctx)
	if err != nil {
		return err
	}
	due := s.Due
	if !due.IsZero() {
		due = due.Add(24 * time.Hour)
	}
	if latest.Number == s.Cursor {
		return w.store.Advance(ctx, s, latest.Number, due)
	}
	return w.store.Queue(ctx, store.NewDigest{For: s, To: latest.Number, Parts: w.parts(s, latest.Number), Due: due})
}

// process is one that delivers.
type process struct {
	*delivery.Delivery
	kill func()       // as if it were killed; may be called from anywhere
	end  func() error // waits for it to have ended, and gives Run's error
}

// start starts a process; it ends with the test.
func (w *world) start() *process {
	w.t.Helper()
	log := slog.New(slog.NewTextHandler(w, nil))
	channels, err := discord.NewChannels(discord.ChannelsOptions{Token: w.Token(), APIURL: w.URL(), Log: log})
	w.must(err)
	d, err := delivery.New(delivery.Options{Store: w.store, Channels: channels, Make: w.make, Operators: w.operators, Log: log})
	w.must(err)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- d.Run(ctx) }()
	p := &process{Delivery: d, kill: cancel, end: sync.OnceValue(func() error {
		select {
		case err := <-ended:
			return err
		case <-time.After(time.Minute):
			w.t.Error("Run does not end")
			return nil
		}
	})}
	w.t.Cleanup(func() {
		p.kill()
		p.end()
	})
	return p
}

// Write keeps what is logged.
func (w *world) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.log.Write(p)
}

// settled waits until every subscription that runs knows of the latest
// revision and nothing is left to be sent.
func (w *world) settled() {
	w.t.Helper()
	w.Wait("everything to be sent", func() bool {
		ctx := context.Background()
		latest, err := w.store.Latest(ctx)
		w.must(err)
		all, err := w.store.Subscriptions(ctx, "")
		w.must(err)
		for _, s := range all {
			if s.Paused == "" && s.Due.IsZero() && s.Cursor < latest.Number {
				return false
			}
		}
		_, parts, _, err := w.store.Queued(ctx)
		w.must(err)
		return parts == 0
	})
}

// texts are those in a channel or thread, without what people say.
func (w *world) texts(channel string) []string {
	out := []string{}
	for _, m := range w.Messages(channel) {
		if m.Author == standin.AppID {
			out = append(out, m.Text)
		}
	}
	return out
}

// expect compares what the bot said in a channel and in its threads.
func (w *world) expect(channel string, want ...string) {
	w.t.Helper()
	got := w.texts(channel)
	for _, thread := range w.Threads(channel) {
		got = append(got, "thread "+thread.Name)
		got = append(got, w.texts(thread.ID)...)
	}
	if d := cmp.Diff(append([]string{}, want...), got); d != "" {
		w.t.Errorf("%s: channel %s: %s\n%s", w.name, channel, d, w.logged())
	}
}

func (w *world) logged() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.log.String()
}

// limited counts the requests that were too many.
func (w *world) limited() int {
	n := 0
	for _, r := range w.Requests() {
		if r.Status == 429 {
			n++
		}
	}
	return n
}
