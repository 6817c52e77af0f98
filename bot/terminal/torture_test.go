package terminal_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/discord/standin"
	"dossierbot/corpus/intake"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
	"dossierbot/index"
)

var (
	kills   = flag.Int("kills", 15, "how often the bot is killed while its corpus changes")
	changes = flag.Int("changes", 12, "how many changes the corpus goes through meanwhile")
	seed    = flag.Uint64("seed", 0, "of what happens by chance; 0: another each time")
)

// tortured is a bot that is killed again and again while its corpus changes.
type tortured struct {
	*living
	*rand.Rand

	number  int
	files   []string          // of documents
	told    map[string]string // the words that must be told exactly once, and who says them
	dropped map[string]bool   // words that may or may not have been told before they went
	broken  bool              // the topics
	stance  string            // the words of the position
}

// TestKilledAgainAndAgain kills the bot by chance while it watches, indexes and
// sends. Every word that came in must have been told exactly once in every
// channel that wants it, and the index must be that of a fresh start.
func TestKilledAgainAndAgain(t *testing.T) {
	if *seed == 0 {
		*seed = rand.Uint64()
	}
	t.Logf("-seed %d", *seed)
	tt := &tortured{living: newLiving(t), Rand: rand.New(rand.NewPCG(*seed, 1)), told: map[string]string{}, dropped: map[string]bool{}}
	tt.position()
	for range 6 {
		tt.add()
	}
	clear(tt.told) // what was there before somebody subscribed is not told

	tt.start()
	tt.Wait("the bot to connect", tt.Connected)
	everything := tt.subscribe()
	field := tt.subscribe(standin.Option{Name: "actors", Value: "Ona Field"})

	for killed, changed := 0, 0; killed < *kills || changed < *changes; {
		if changed < *changes && tt.Float64() < float64(*changes-changed)/float64(*changes-changed+max(0, *kills-killed)) {
			tt.change()
			changed++
		} else {
			tt.kill()
			killed++
			if tt.IntN(4) == 0 {
				tt.ForgetNonces() // as after a longer stop
			}
			tt.start()
		}
		if tt.Server.Failed() {
			tt.Server.Fail(tt.trouble(), tt.trouble())
		}
		tt.pause(600 * time.Millisecond)
	}
	tt.mend()
	// What was told before the last word is there when the last word is.
	for _, who := range speakers {
		last := tt.addBy(who)
		for _, channel := range []string{everything, field} {
			if channel == everything || who == "Ona Field" {
				tt.wait("the last word in "+channel, func() bool { return strings.Contains(tt.said(channel), last) })
			}
		}
	}
	tt.wait("the ledger to have it all as sent", tt.allSent)
	tt.exactlyOnce(everything, func(string) bool { return true })
	tt.exactlyOnce(field, func(who string) bool { return who == "Ona Field" })
	tt.stop()
	tt.asFromNothing()
}

var speakers = []string{"Ona Field", "Jonas Kalnas", "Rasa Upe"}

// trouble lets a request to send a message be answered late, or not, whether it
// was done or not.
func (t *tortured) trouble() standin.Fault {
	slow := time.Duration(t.IntN(80)) * time.Millisecond
	f := standin.Fault{Done: t.IntN(2) == 0, Do: func() { time.Sleep(slow) }}
	switch t.IntN(6) {
	case 0:
		f.Status = http.StatusBadGateway
	case 1:
		f.Drop = true
	}
	return f
}

func (t *tortured) pause(most time.Duration) {
	time.Sleep(time.Duration(t.Int64N(int64(most))))
}

// change does something to the corpus.
func (t *tortured) change() {
	t.Helper()
	switch what := t.IntN(10); {
	case what < 3 || len(t.files) < 4:
		t.add()
	case what < 5:
		t.write(t.file(), speakers[t.IntN(len(speakers))])
	case what < 6:
		i := t.IntN(len(t.files))
		t.drop(t.files[i])
		t.must(os.Remove(filepath.Join(t.dir, t.files[i])))
		t.files = slices.Delete(t.files, i, i+1)
	case what < 7: // a move is no news
		i := t.IntN(len(t.files))
		to := fmt.Sprintf("folder-%d/%s", t.IntN(3), filepath.Base(t.files[i]))
		t.must(os.MkdirAll(filepath.Join(t.dir, filepath.Dir(to)), 0o755))
		t.must(os.Rename(filepath.Join(t.dir, t.files[i]), filepath.Join(t.dir, to)))
		t.files[i] = to
	case what < 8: // nor is a touch
		now := time.Now()
		t.must(os.Chtimes(filepath.Join(t.dir, t.file()), now, now))
	case what < 9:
		t.position()
	default:
		if t.broken {
			t.mend()
		} else {
			t.must(os.WriteFile(filepath.Join(t.dir, "topics.yaml"), []byte("topics: [{id: ferry, nam: Ferry}]\n"), 0o644))
			t.broken = true
		}
	}
}

func (t *tortured) file() string { return t.files[t.IntN(len(t.files))] }

// word is one that stands nowhere else, and is no typing slip of another.
func (t *tortured) word() string {
	t.number++
	letters := []byte("zq")
	for range 8 {
		letters = append(letters, "bcdfghjklm"[t.IntN(10)], "aeiou"[t.IntN(5)])
	}
	return string(append(letters, 'x'))
}

func (t *tortured) add() { t.addBy(speakers[t.IntN(len(speakers))]) }

func (t *tortured) addBy(who string) (word string) {
	t.Helper()
	file := fmt.Sprintf("report-%d.md", t.number)
	t.files = append(t.files, file)
	return t.write(file, who)
}

// write writes a document in which somebody says a new word: in one piece, in
// two with a pause between, or in the place of the old one as editors do.
func (t *tortured) write(file, who string) (word string) {
	t.Helper()
	t.drop(file)
	word = t.word()
	t.told[word] = who
	text := fmt.Sprintf("---\ntitle: Report %s\nsource: Harbour Gazette\npublished: %s\n---\n", filepath.Base(file), time.Now().UTC().Format(time.DateOnly)) +
		fmt.Sprintf("The council met again and talked about the ferry for a long time.\n\n“The %s is what we need on the island,” %s said on Monday.\n\nThen it parted.\n", word, who)
	path := filepath.Join(t.dir, file)
	t.must(os.MkdirAll(filepath.Dir(path), 0o755))
	switch t.IntN(3) {
	case 0:
		t.must(os.WriteFile(path, []byte(text), 0o644))
	case 1:
		half := len(text) / 2
		f, err := os.Create(path)
		t.must(err)
		_, err = f.WriteString(text[:half])
		t.must(err)
		t.pause(60 * time.Millisecond)
		_, err = f.WriteString(text[half:])
		t.must(err)
		t.must(f.Close())
	default:
		t.must(os.WriteFile(path+".tmp~", []byte(text), 0o644))
		t.must(os.Rename(path+".tmp~", path))
	}
	return word
}

// drop takes the words of a file out of those that must be told: whether they
// were depends on when they went.
func (t *tortured) drop(file string) {
	raw, err := os.ReadFile(filepath.Join(t.dir, file))
	if err != nil {
		return
	}
	for word := range t.told {
		if bytes.Contains(raw, []byte(word)) {
			delete(t.told, word)
			t.dropped[word] = true
		}
	}
}

// position has the editor write another position.
func (t *tortured) position() {
	t.Helper()
	if t.stance != "" {
		delete(t.told, t.stance)
		t.dropped[t.stance] = true
	}
	t.stance = t.word()
	t.told[t.stance] = "Ona Field"
	stance := []string{"for", "against", "conditional"}[t.number%3]
	var actors strings.Builder
	actors.WriteString("actors:\n")
	for i, who := range speakers {
		fmt.Fprintf(&actors, "  - id: actor-%d\n    name: %s\n", i, who)
		if i == 0 {
			fmt.Fprintf(&actors, "    positions: [{topic: ferry, stance: %s, summary: wants the %s, as_of: 2026, documents: [keep.txt]}]\n", stance, t.stance)
		}
	}
	t.must(os.WriteFile(filepath.Join(t.dir, "keep.txt"), []byte("Ona Field has been the mayor of the island since 2020.\n"), 0o644))
	t.must(os.WriteFile(filepath.Join(t.dir, "actors.yaml~"), []byte(actors.String()), 0o644))
	t.must(os.Rename(filepath.Join(t.dir, "actors.yaml~"), filepath.Join(t.dir, "actors.yaml")))
	if !t.broken {
		t.mend()
	}
}

// mend has the editor write topics that keep the rules.
func (t *tortured) mend() {
	t.must(os.WriteFile(filepath.Join(t.dir, "topics.yaml"), []byte("topics: [{id: ferry, name: Ferry}]\n"), 0o644))
	t.broken = false
}

// exactlyOnce checks that the words of those whom a channel wants were told in
// it once. Those of others are told at most once: where they stand in the place
// of words of one whom it wants.
func (t *tortured) exactlyOnce(channel string, wanted func(who string) bool) {
	t.Helper()
	said := t.said(channel)
	for word, who := range t.told {
		if got := strings.Count(said, word); got > 1 || got == 0 && wanted(who) {
			t.Errorf("in %s %q of %s was told %d times", channel, word, who, got)
		}
	}
	t.ledger(func(s *store.Store) {
		subscriptions, err := s.Subscriptions(t.Context(), "")
		t.must(err)
		for _, sub := range subscriptions {
			if sub.Channel == channel {
				t.asRecorded(s, sub)
			}
		}
	})
}

// asRecorded checks that the messages in a channel are those of the ledger, and
// that no two digests tell of the same time.
func (t *tortured) asRecorded(s *store.Store, sub store.Subscription) {
	t.Helper()
	deliveries, err := s.Deliveries(t.Context(), sub.ID)
	t.must(err)
	var recorded, there []string
	last := int64(0)
	for _, d := range deliveries {
		if d.Part == 1 && d.From < last {
			t.Errorf("two digests of %s tell the same: from revision %d, when %d was told", sub.Channel, d.From, last)
		}
		last = d.To
		if d.Kind != store.Thread {
			recorded = append(recorded, d.Message)
		}
	}
	for _, m := range t.Messages(sub.Channel) {
		there = append(there, m.ID)
		for _, below := range t.Messages(m.ID) {
			there = append(there, below.ID)
		}
	}
	slices.Sort(recorded)
	slices.Sort(there)
	if diff := cmp.Diff(recorded, there); diff != "" {
		t.Errorf("messages in %s (-recorded +there):\n%s", sub.Channel, diff)
	}
	t.Logf("%s: %d messages:\n%s", sub.Channel, len(there), t.said(sub.Channel))
}

// asFromNothing checks that the index answers as one that was built anew.
func (t *tortured) asFromNothing() {
	t.Helper()
	silent := slog.New(slog.DiscardHandler)
	answers := func(state string) map[string]string {
		folder, err := intake.Open(t.Context(), t.dir, intake.Options{Log: silent})
		t.must(err)
		x, err := index.Open(t.Context(), folder, index.Options{Dir: state, Log: silent})
		t.must(err)
		defer x.Close()
		if state != "" && (x.Stats().Indexed > 0 || x.Stats().InMemory) {
			t.Errorf("the index was not that of the folder: %+v", x.Stats())
		}
		h, err := handlers.New(t.Context(), handlers.Options{Folder: folder, Index: x, Now: func() time.Time { return time.Time{} }})
		t.must(err)
		out := map[string]string{}
		questions := []string{"what did Ona Field say", "what did Rasa Upe say about the ferry", "the council and the island"}
		for word := range t.told {
			questions = append(questions, "what is "+word)
		}
		for word := range t.dropped {
			questions = append(questions, "what is "+word)
		}
		for _, q := range questions {
			r, err := h.Ask(context.Background(), handlers.AskRequest{Question: q, Limit: 50})
			t.must(err)
			r.TookMS = 0
			raw, err := json.Marshal(r)
			t.must(err)
			out[q] = string(raw)
		}
		return out
	}
	if diff := cmp.Diff(answers(""), answers(t.state)); diff != "" {
		t.Errorf("answers (-from nothing +after the kills):\n%s", diff)
	}
}
