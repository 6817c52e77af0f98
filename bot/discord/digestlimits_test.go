package discord_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"dossierbot/bot/discord"
	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

// someText is a text with all that could end a quotation, a style or a message
// early.
func someText(rng *rand.Rand, longest int) string {
	pieces := []string{
		"ferry", "the quay", "Ąžuolas", "паром", "שלום", "👩‍👩‍👧‍👦", "**", "__", "> ", "\n", "# ", "- ", "1. ", "@everyone", "<@123>", "`", "```", "||", "[a](b)", ":smile:", "\\", "~~", "\u202e", "\u200b", "e\u0301", "https://x.example/a_b",
	}
	var b strings.Builder
	for n := rng.IntN(longest); b.Len() < n; {
		b.WriteString(pieces[rng.IntN(len(pieces))] + " ")
	}
	return strings.TrimSpace(b.String())
}

// someDigest is a digest of so many documents, with texts of all lengths.
func someDigest(rng *rand.Rand, documents int) handlers.DigestReply {
	r := handlers.DigestReply{
		Title: someText(rng, 300), From: &handlers.RevisionEntry{Revision: "r0123456789", Number: 7},
		To: handlers.RevisionEntry{Revision: "r9876543210", Number: 9, At: today},
	}
	statement := func() handlers.DigestStatement {
		text := "S" + strconv.Itoa(rng.IntN(1e9)) + " " + someText(rng, 1200) + " end."
		return handlers.DigestStatement{
			Form: []corpus.Form{corpus.Source, corpus.Note}[rng.IntN(2)], Start: 100, End: 100 + len(text), Text: text,
			Spans: [][2]int{{100, 100 + rng.IntN(len(text))}}, Name: someText(rng, 200), Office: someText(rng, 200),
			Kind: []corpus.Kind{corpus.Direct, corpus.Mixed, corpus.Reported}[rng.IntN(3)], Said: corpus.Day(2026, time.January, 1+rng.IntN(30)), When: "1 Jan 2026",
			AlsoIn: []handlers.AlsoIn{{Document: "other.txt", Title: handlers.Optional(someText(rng, 300))}},
		}
	}
	statements := func(most int) []handlers.DigestStatement {
		var out []handlers.DigestStatement
		for range rng.IntN(most + 1) {
			out = append(out, statement())
		}
		return out
	}
	named := func() []handlers.ActorNamed {
		var out []handlers.ActorNamed
		for range rng.IntN(20) {
			out = append(out, handlers.ActorNamed{Actor: "a", Name: someText(rng, 100)})
		}
		return out
	}
	for n := range documents {
		d := handlers.DocumentChange{
			Change: []corpus.ChangeKind{corpus.Added, corpus.Revised, corpus.Withdrawn, corpus.Moved}[rng.IntN(4)],
			About: handlers.About{
				Document: fmt.Sprintf("d%d%s.txt", n, strings.Repeat("/long", rng.IntN(60))), Form: corpus.Source,
				Title: handlers.Optional(fmt.Sprintf("T%d %s", n, someText(rng, 400))), Source: handlers.Optional(someText(rng, 200)),
				URL: "https://x.example/" + handlers.Optional(strings.Repeat("a", rng.IntN(400))),
			},
			Statements: statements(min(25, 200/documents)), Gone: statements(3), Speaking: named(), Mentioned: named(), Why: handlers.Optional(someText(rng, 300)),
			Words: &handlers.WordsChanged{Changed: 3, Of: 40}, More: rng.IntN(3),
		}
		for range rng.IntN(6) {
			d.Described = append(d.Described, handlers.FieldChange{Field: "title", Before: "a", BeforeText: someText(rng, 300), AfterText: someText(rng, 300)})
		}
		r.Documents = append(r.Documents, d)
		r.Counts.Added++
	}
	for range rng.IntN(10) {
		r.Positions = append(r.Positions, handlers.PositionChange{
			Change: handlers.PositionChanged, Actor: strings.Repeat("actor", 1+rng.IntN(30)), Name: someText(rng, 200), TopicName: someText(rng, 200),
			Before: &handlers.PositionThen{Stance: corpus.For, Summary: someText(rng, 2000), Documents: []string{someText(rng, 300)}},
			After:  &handlers.PositionThen{Stance: corpus.Against, Summary: someText(rng, 2000)},
		})
	}
	for range rng.IntN(40) {
		r.Unread = append(r.Unread, someText(rng, 500))
		r.Notes = append(r.Notes, someText(rng, 500))
		r.FilterNames = append(r.FilterNames, someText(rng, 500))
		r.ByActor = append(r.ByActor, handlers.ActorNews{Actor: "a", Name: someText(rng, 100), Count: 3})
	}
	r.Headline = fmt.Sprintf("%d new documents", documents)
	return r
}

// Whatever a digest holds, Discord takes it; what is shown of a document is
// shown whole, and what is not shown is counted.
func TestDigestsWithinLimits(t *testing.T) {
	t.Parallel()
	unlisted := regexp.MustCompile(`and (\d+) more, not listed here`)
	for seed, documents := range []int{0, 1, 1, 1, 2, 2, 3, 3, 5, 8, 13, 21, 40, 1000} {
		rng := rand.New(rand.NewPCG(uint64(seed), 5))
		r := someDigest(rng, documents)
		first, thread, replies := posted(t, r, store.Subscription{Language: []string{"en", "lt"}[seed%2]})
		if len(replies) > 13 || len([]rune(thread)) > 100 {
			t.Errorf("seed %d: %d messages in the thread %q", seed, len(replies), thread)
		}
		all := first.Text
		if len(replies) > 0 {
			all = ""
		}
		for _, m := range replies {
			all += "\n" + m.Text
		}
		plain := asWritten(all)
		counted := 0
		if m := unlisted.FindStringSubmatch(all); m != nil {
			counted, _ = strconv.Atoi(m[1])
		}
		whole, named, passing := 0, 0, 0
		for n, d := range r.Documents {
			if d.Change == corpus.Moved {
				passing++
				continue
			}
			shown := 0
			for _, s := range d.Statements {
				written, _ := discord.Write("", []discord.Run{discord.MakeRun(s.Text, false, false)}, 1e6)
				if strings.Contains(plain, asWritten(written)) {
					shown++
				}
			}
			isNamed := strings.Contains(all, fmt.Sprintf("T%d", n))
			switch {
			case shown == len(d.Statements) && isNamed && shown > 0:
				whole++
			case shown > 0:
				t.Errorf("seed %d: of document %d, %d of %d statements are shown", seed, n, shown, len(d.Statements))
			case isNamed:
				named++
			}
		}
		told := whole + named + counted + passing
		if told > documents+len(r.Positions) || seed%2 == 0 && told < documents {
			t.Errorf("seed %d: %d documents: %d told whole, %d named, %d counted, %d in passing", seed, documents, whole, named, counted, passing)
		}
	}
}
