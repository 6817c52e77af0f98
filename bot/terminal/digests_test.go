package terminal_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/discord/standin"
)

// serving starts the bot on a corpus of two documents, with a channel that is
// told everything.
func serving(t *testing.T) (l *living, channel string) {
	t.Helper()
	l = newLiving(t)
	l.put("ferry.txt", "The ferry between the two harbours stopped running in May 2024, and nobody has said when it will start again.\n")
	l.put("bridge.txt", "The bridge to the island was closed for repairs in June 2024, and is open again since the autumn.\n")
	l.start()
	l.wait("the bot to connect", l.Connected)
	return l, l.subscribe()
}

// headlines are the first lines of the messages in a channel.
func (t *living) headlines(channel string) []string {
	var out []string
	for _, m := range t.Messages(channel) {
		first, _, _ := strings.Cut(m.Text, "\n")
		out = append(out, first)
	}
	return out
}

// TestNoNewsOfTheSameText touches, saves again, renames and moves a thousand
// files. The next document is the only one that is told of.
func TestNoNewsOfTheSameText(t *testing.T) {
	l := newLiving(t)
	const files = 1000
	text := func(i int) string {
		return fmt.Sprintf("---\ntitle: Report %d\nsource: Harbour Gazette\n---\nThe council met for the %d. time and talked about the ferry.\n", i, i)
	}
	for i := range files {
		l.put(fmt.Sprintf("a/%d.md", i), text(i))
	}
	l.put("log.jsonl", `{"id": "one", "text": "The log of the harbour says nothing.", "title": "Log"}`+"\n")
	l.start()
	l.wait("the bot to connect", l.Connected)
	channel := l.subscribe()

	later := time.Now().Add(time.Minute)
	for i := range files {
		name := filepath.Join(l.dir, fmt.Sprintf("a/%d.md", i))
		switch i % 4 {
		case 0:
			l.must(os.Chtimes(name, later, later))
		case 1: // as a program that writes anew what it has
			l.put(fmt.Sprintf("a/%d.md", i), fmt.Sprintf("---\nsource: 'Harbour Gazette'\ntitle: \"Report %d\"\n---\n", i)+strings.SplitN(text(i), "---\n", 3)[2])
		case 2: // as an editor that writes beside and renames
			l.put(fmt.Sprintf("a/%d.md~", i), text(i))
			l.must(os.Rename(name+"~", name))
		default:
			l.put("b/x", "")
			l.must(os.Rename(name, filepath.Join(l.dir, fmt.Sprintf("b/renamed-%d.md", i))))
		}
	}
	l.must(os.Remove(filepath.Join(l.dir, "b/x")))
	l.must(os.Rename(filepath.Join(l.dir, "a"), filepath.Join(l.dir, "c")))
	l.put("log.jsonl", `{"title":"Log",  "text":"The log of the harbour says nothing.","id":"one"}`+"\n")
	l.wait("the moves to be recorded", func() bool { return strings.Contains(l.logged(), "number=2") })
	l.put("new.txt", "The ferry runs again, as everybody on the island hoped it would.\n")
	l.wait("the new document to be told", func() bool { return len(l.Messages(channel)) > 0 && l.allSent() })
	l.stop()
	got := l.headlines(channel)
	if len(got) != 1 || !regexp.MustCompile(`1 (new|undated) document`).MatchString(got[0]) || strings.Contains(got[0], "revised") || strings.Contains(got[0], "withdrawn") {
		t.Errorf("told %q, want the one new document alone", got)
	}
}

// TestFolderThatVanishes takes the corpus away and brings it back.
func TestFolderThatVanishes(t *testing.T) {
	l, channel := serving(t)
	away := filepath.Join(t.TempDir(), "away")
	l.must(os.Rename(l.dir, away))
	l.wait("the bot to miss it", func() bool {
		return strings.Contains(l.logged(), "level=WARN") || strings.Contains(l.logged(), "level=ERROR")
	})
	r := l.Send(standin.Slash("ask", standin.Option{Name: "question", Value: "when did the ferry stop running"}))
	if !strings.Contains(r.Text, "nobody has said when it will start again") {
		t.Errorf("while its folder is away, the bot answers %q", r.Text)
	}
	l.must(os.Rename(away, l.dir))
	l.put("quay.txt", "The new quay was opened in the autumn of 2025.\n")
	l.wait("the new document to be told", func() bool { return strings.Contains(l.said(channel), "quay") && l.allSent() })
	if got := l.Messages(channel); len(got) != 1 || strings.Contains(got[0].Text, "ferry") {
		t.Errorf("told %q, want the new document alone", l.said(channel))
	}
}

// TestBrokenEditorsFile breaks the topics, also over a restart: what they said
// goes on to be used, documents go on to be told, and the operators know.
func TestBrokenEditorsFile(t *testing.T) {
	l, channel := serving(t)
	l.channels++
	operators := fmt.Sprintf("1000000000000001%02d", l.channels)
	l.SetChannel(standin.Channel{ID: operators, Name: "operators", Type: standin.TextChannel})
	l.stop()
	t.Setenv("DOSSIERBOT_DISCORD_OPERATORS", operators)
	l.put("topics.yaml", "topics: [{id: ferry, name: Ferry lines}]\n")
	l.start()
	l.wait("the topics to be recorded", func() bool { return strings.Contains(l.logged(), "number=2") })
	topics := func() string {
		return l.Send(standin.Slash("topic", standin.Option{Name: "topic", Value: "ferry"})).Text
	}
	if got := topics(); !strings.Contains(got, "Ferry lines") {
		t.Fatalf("the topics are %q", got)
	}
	l.put("topics.yaml", "topics: [{id: ferry, nam: Ferry lines}]\n")
	l.wait("the operators to be told", func() bool { return strings.Contains(l.said(operators), "unknown key") })
	l.put("quay.txt", "The new quay was opened in the autumn of 2025.\n")
	l.wait("the new document to be told", func() bool { return strings.Contains(l.said(channel), "quay") })
	l.kill()
	l.start()
	l.wait("the bot to connect", l.Connected)
	if got := topics(); !strings.Contains(got, "Ferry lines") {
		t.Errorf("after a restart the topics are %q", got)
	}
	l.put("topics.yaml", "topics: [{id: ferry, name: Ferries}]\n")
	l.wait("the operators to be told again", func() bool { return len(l.Messages(operators)) == 2 })
	l.wait("the topics to change", func() bool { return strings.Contains(topics(), "Ferries") })
	l.wait("all to be sent", l.allSent)
	if got := len(l.Messages(operators)); got != 2 {
		t.Errorf("the operators were told %d times:\n%s", got, l.said(operators))
	}
}

// TestServesWithoutState serves where nothing can be kept, and says so.
func TestServesWithoutState(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, l *living){
		"the state folder is a file": func(t *testing.T, l *living) {
			l.must(os.RemoveAll(l.state))
			l.must(os.WriteFile(l.state, nil, 0o644))
		},
		"both copies of the database are cut": func(t *testing.T, l *living) {
			for _, file := range []string{"dossierbot.db", "dossierbot.copy.db"} {
				info, err := os.Stat(filepath.Join(l.state, file))
				l.must(err)
				l.must(os.Truncate(filepath.Join(l.state, file), info.Size()/2))
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			l, _ := serving(t)
			l.stop()
			spoil(t, l)
			before, _ := os.ReadFile(filepath.Join(l.state, "dossierbot.db"))
			l.start()
			l.wait("the bot to connect", l.Connected)
			r := l.Send(standin.Slash("ask", standin.Option{Name: "question", Value: "when did the ferry stop running"}))
			if !strings.Contains(r.Text, "nobody has said when it will start again") {
				t.Errorf("the answer is %q", r.Text)
			}
			if log := l.logged(); !strings.Contains(log, "no digests until this is mended") || !strings.Contains(log, l.state) {
				t.Errorf("the log does not say what is wrong:\n%s", log)
			}
			after, _ := os.ReadFile(filepath.Join(l.state, "dossierbot.db"))
			if diff := cmp.Diff(len(before), len(after)); diff != "" {
				t.Errorf("the damaged database was written to: %s", diff)
			}
			l.stop()
		})
	}
}

// TestDatabaseCutInHalf cuts the database while the bot is not there. All that
// was recorded is restored: nobody is told twice, and the subscription holds.
func TestDatabaseCutInHalf(t *testing.T) {
	l, channel := serving(t)
	l.put("quay.txt", "The new quay was opened in the autumn of 2025.\n")
	l.wait("the first digest", func() bool { return len(l.Messages(channel)) == 1 && l.allSent() })
	l.kill()
	path := filepath.Join(l.state, "dossierbot.db")
	info, err := os.Stat(path)
	l.must(err)
	l.must(os.Truncate(path, info.Size()/2))
	l.start()
	l.put("crane.txt", "The crane of the harbour was sold in 2025.\n")
	l.wait("the second digest", func() bool { return len(l.Messages(channel)) > 1 && l.allSent() })
	if said := l.said(channel); strings.Count(said, "quay") != 1 || strings.Count(said, "crane") != 1 || len(l.Messages(channel)) != 2 {
		t.Errorf("told:\n%s", said)
	}
	if log := l.logged(); !strings.Contains(log, "damaged") {
		t.Errorf("the log says nothing of the damage:\n%s", log)
	}
}
