package discord_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
	"dossierbot/corpus/intake"
	"dossierbot/handlers"
	"dossierbot/index"
)

// many are the actors of a large dossier and the positions of each, of which
// the last follows the first.
const (
	manyActors    = 50
	manyPositions = 10
	manyTopics    = 25
)

// summaryOf is the editor's summary of a position, long and without its like.
func summaryOf(actor, position int) string {
	return fmt.Sprintf("Holds view %dv%d. %sEnds view %dv%d.", actor, position, strings.Repeat("The quay is to be paid for by those who moor there. ", 1+(actor+position)%9), actor, position)
}

// large makes the handlers of a dossier of 50 actors with 500 positions.
func large(t *testing.T) *handlers.Handlers {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var actors, topics, about, text strings.Builder
	about.WriteString("documents:\n")
	actors.WriteString("actors:\n  - {id: league, name: The League, kind: party}\n")
	topics.WriteString("topics:\n")
	for n := range manyTopics {
		fmt.Fprintf(&topics, "  - {id: quay-%d, name: Quay number %d, synonyms: [quay%d]}\n", n, n, n)
	}
	for a := range manyActors {
		name := fmt.Sprintf("Actor%s Holm%s", letters(a), letters(a))
		fmt.Fprintf(&actors, "  - id: actor-%d\n    name: %s\n    roles: [{title: member, of: league, from: 2020, to: ..}]\n    positions:\n", a, name)
		for p := range manyPositions {
			topic, stance := (a+p)%manyTopics, []string{"for", "against", "conditional", "none-stated"}[(a+p)%4]
			if p == manyPositions-1 {
				topic = a % manyTopics
			}
			fmt.Fprintf(&actors, "      - {topic: quay-%d, stance: %s, as_of: %d, documents: [d%d.txt], summary: %q}\n", topic, stance, 2021+p%5, a%10, summaryOf(a, p))
		}
		fmt.Fprintf(&text, "%s said on %d March %d that quay%d was view %d of many.\n\n", name, 1+a%28, 2021+a%4, a%manyTopics, a)
	}
	for d := range 10 {
		fmt.Fprintf(&about, "  - {path: d%d.txt, title: Volume %d, source: Harbour Gazette, published: 2025-%02d}\n", d, d, 1+d)
		write(fmt.Sprintf("d%d.txt", d), text.String())
	}
	write("actors.yaml", actors.String())
	write("topics.yaml", topics.String())
	write("dossier.yaml", about.String())
	folder, err := intake.Open(t.Context(), dir, intake.Options{Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(t.Context(), folder, index.Options{Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	h, err := handlers.New(t.Context(), handlers.Options{Folder: folder, Index: x, Now: func() time.Time { return today }})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// letters is a number as letters, so that no two names are a slip apart.
func letters(n int) string {
	out := ""
	for range 3 {
		out += strings.Repeat(string(rune('a'+n%5)), 2)
		n /= 5
	}
	return out
}

// pagesOf reads a message and all that its button More leads to.
func pagesOf(t *testing.T, s *running, first standin.Reply) string {
	t.Helper()
	text := first.Text
	for r, n := first, 0; hasLabel(r, "More"); n++ {
		if n > 300 {
			t.Fatal("the pages have no end")
		}
		r = s.Send(s.Press(r, "More").By(standin.ModeratorID))
		text += "\n" + r.Text
	}
	return text
}

func hasLabel(r standin.Reply, label string) bool {
	for _, l := range r.Labels() {
		if l == label {
			return true
		}
	}
	return false
}

var view = regexp.MustCompile(`Holds view (\d+v\d+)\. (?:The quay is to be paid for by those who moor there\. )+Ends view (\d+v\d+)\.`)

// viewsIn are the views that stand whole in a text, with how often each does.
func viewsIn(text string) map[string]int {
	out := map[string]int{}
	for _, m := range view.FindAllStringSubmatch(text, -1) {
		if m[1] == m[2] {
			out[m[1]]++
		}
	}
	return out
}

// TestEverythingIsPaged: of 50 actors with 500 positions every one is shown
// whole, on whichever page; the stand-in holds each message to Discord's
// limits.
func TestEverythingIsPaged(t *testing.T) {
	t.Parallel()
	s := start(t, large(t), setup{})
	checkViews := func(what, text string, want func(yield func(string))) {
		t.Helper()
		got := viewsIn(text)
		want(func(v string) {
			if got[v] == 0 {
				t.Errorf("%s: view %s is not shown whole", what, v)
			}
		})
	}
	for a := range manyActors {
		text := pagesOf(t, s, s.Send(standin.Slash("actor", opt("name", fmt.Sprint("actor-", a)))))

		checkViews(fmt.Sprint("card ", a), text, func(yield func(string)) {
			for p := range manyPositions {
				yield(fmt.Sprintf("%dv%d", a, p))
			}
		})
		if !strings.Contains(text, fmt.Sprintf("was view %d of many", a)) {
			t.Errorf("card %d: its statement is not shown", a)
		}
	}
	all := ""
	for n := range manyTopics {
		all += pagesOf(t, s, s.Send(standin.Slash("topic", opt("topic", fmt.Sprint("quay-", n)))))
	}
	checkViews("topics", all, func(yield func(string)) {
		for a := range manyActors {
			for p := range manyPositions {
				yield(fmt.Sprintf("%dv%d", a, p))
			}
		}
	})
	both := pagesOf(t, s, s.Send(standin.Slash("compare", opt("first", "actor-3"), opt("second", "actor-8"))))
	checkViews("comparison", both, func(yield func(string)) {
		for p := range manyPositions {
			yield(fmt.Sprintf("3v%d", p))
			yield(fmt.Sprintf("8v%d", p))
		}
	})
	party := pagesOf(t, s, s.Send(standin.Slash("actor", opt("name", "league"))))
	if n := len(viewsIn(party)); n < manyActors*(manyPositions-2) {
		t.Errorf("the card of the party shows %d views of its members", n)
	}
	line := pagesOf(t, s, s.Send(standin.Slash("timeline", opt("subject", "Quay number 3"))))
	for _, a := range []int{3, 28} {
		if !strings.Contains(line, fmt.Sprintf("was view %d of many", a)) {
			t.Errorf("the timeline lacks the statement of actor %d", a)
		}
	}
}

// TestPictures: a timeline and the matrix of all topics come with a picture
// that can be read as one, and with words for those who do not see it.
func TestPictures(t *testing.T) {
	t.Parallel()
	s := start(t, large(t), setup{})
	pages := 0
	r := s.Send(standin.Slash("topic"))
	for {
		checkPicture(t, r, "topics.png", "Quay number")
		if pages++; !hasLabel(r, "More") {
			break
		}
		r = s.Send(s.Press(r, "More"))
	}
	if want := 2 * 3; pages != want { // 25 actors by 10 topics a page
		t.Errorf("%d pages, want %d", pages, want)
	}
	checkText(t, s.Send(s.Choose(r, "quay-24")), "**Quay number 24**")

	line := s.Send(standin.Slash("timeline", opt("subject", "actor-3")))
	checkPicture(t, line, "timeline.png", "Quay number 3")
	if again := s.Send(s.Press(s.Send(s.Press(line, "Card")), "Timeline")); again.Text != line.Text {
		t.Errorf("from the card and back:\n%s\nbefore:\n%s", again.Text, line.Text)
	}
}

// A menu keeps the topic and the time that were asked for.
func TestMenusKeepWhatIsAskedFor(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	which := s.Send(standin.Slash("actor", opt("name", "Lindqvist"), opt("topic", "fares"), opt("as_of", "2025-06")))
	checkText(t, s.Send(s.Choose(which, "aino-lindqvist")), "**Aino Lindqvist**", "as of Jun 2025", "on “Fares” up to Jun 2025")
	which = s.Send(standin.Slash("timeline", opt("subject", "Lindqvist"), opt("from", "2025-01"), opt("to", "2025-06")))
	checkText(t, s.Send(s.Choose(which, "aino-lindqvist")), "**Aino Lindqvist** · timeline, Jan–Jun 2025")
	all := s.Send(standin.Slash("topic", opt("as_of", "2025-06")))
	checkText(t, all, "as of Jun 2025")
	checkText(t, s.Send(s.Choose(all, "fares")), "**Fares** · as of Jun 2025")
}

// Where no id of a button has room for what it leads to, the reader is told.
func TestMoreWithoutRoom(t *testing.T) {
	long := strings.Repeat("very-", 11)
	reply := handlers.CompareReply{Outcome: index.Answered, A: &handlers.ActorCard{ID: long + "a", Name: "A"}, B: &handlers.ActorCard{ID: long + "b", Name: "B"}}
	for range 30 {
		p := handlers.Position{Topic: "t", TopicName: "T", Summary: strings.Repeat("word ", 100)}
		reply.Topics = append(reply.Topics, handlers.TopicOfBoth{A: []handlers.Position{p}, B: []handlers.Position{p}})
	}
	if s := checkLimits(t, discord.Comparison(reply, "", 0, false)); !strings.Contains(s.text, "no button can lead to the rest") {
		t.Errorf("labels %v in\n%s", s.labels, s.text)
	}
}

// What parts the ids of buttons may stand in the id of a topic.
func TestIdsWithSeparators(t *testing.T) {
	for _, id := range []string{"eu:trade", "50%", "a%3Ab", ":"} {
		if got := discord.PlacedOn(id); got != id {
			t.Errorf("%q comes back as %q", id, got)
		}
	}
}

func checkPicture(t *testing.T, r standin.Reply, name, inWords string) {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(r.Files[name]))
	if err != nil {
		t.Fatalf("%s: %v in\n%s", name, err, r.Text)
	}
	if size := img.Bounds().Size(); size.X != 1000 || size.Y < 200 {
		t.Errorf("%s is of %v", name, size)
	}
	if !strings.Contains(r.Alts[name], inWords) {
		t.Errorf("the words for %s: %q, want %q in them", name, r.Alts[name], inWords)
	}
}

func TestStandingCommands(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	checkText(t, s.Send(standin.Slash("actor", opt("name", "okafor"), opt("as_of", "2023"))),
		"**Mira Okafor** · office then not known", "as of 2023 · latest known: minister of transport of Vellamo", "Not shown")
	checkText(t, s.Send(standin.Slash("actor", opt("name", "okafor"), opt("as_of", "soon"))), "“soon” is no date")
	checkText(t, s.Send(standin.Slash("timeline", opt("subject", "okafor"), opt("from", "2025-01"), opt("to", "2025-06"))),
		"**Mira Okafor** · timeline, Jan–Jun 2025", "nothing dated in Jan 2025 – Feb 2025 (2 months)", "**Mar 2025** · said · to the month", "nothing dated in May 2025 (1 month)", "5 Jun 2025")
	checkText(t, s.Send(standin.Slash("compare", opt("first", "okafor"), opt("second", "aino-lindqvist"))), "**Mira Okafor**", "**Aino Lindqvist**")
	checkText(t, s.Send(standin.Slash("compare", opt("first", "okafor"), opt("second", "okafor"))), "Both names mean Mira Okafor")
	checkText(t, s.Send(standin.Slash("topic", opt("topic", "fares"))), "**Fares**", "AGAINST", "**Mira Okafor**", "Wants no higher fares")
	checkText(t, s.Send(standin.Slash("topic", opt("topic", "moon"))), "No topic in the dossier is called “moon”")
}
