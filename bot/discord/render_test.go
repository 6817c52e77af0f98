package discord_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/discord"
	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/index"
)

// shown is what a message holds, read back from its components.
type shown struct {
	text       string
	labels     []string
	ids        []string
	components int
	units      int
}

func show(t *testing.T, m discord.Message) shown {
	t.Helper()
	var s shown
	var texts []string
	var walk func([]discordgo.MessageComponent)
	walk = func(list []discordgo.MessageComponent) {
		for _, c := range list {
			s.components++
			switch c := c.(type) {
			case discordgo.Container:
				walk(c.Components)
			case discordgo.ActionsRow:
				walk(c.Components)
			case discordgo.Section:
				walk(c.Components)
				walk([]discordgo.MessageComponent{c.Accessory})
			case discordgo.TextDisplay:
				texts = append(texts, c.Content)
				s.units += discord.Units(c.Content)
			case discordgo.Button:
				s.labels = append(s.labels, c.Label)
				s.ids = append(s.ids, c.CustomID)
			case discordgo.SelectMenu:
				s.ids = append(s.ids, c.CustomID)
			}
		}
	}
	walk(m.Components)
	s.text = strings.Join(texts, "\n")
	return s
}

// checkLimits fails where a message is beyond what Discord takes.
func checkLimits(t *testing.T, m discord.Message) shown {
	t.Helper()
	s := show(t, m)
	if s.units > 4000 || s.components > 40 || s.units == 0 {
		t.Errorf("%d units of text in %d components", s.units, s.components)
	}
	seen := map[string]bool{}
	for _, id := range s.ids {
		if seen[id] || len(id) > 100 || id == "" {
			t.Errorf("custom_id %q: empty, too long or there twice", id)
		}
		seen[id] = true
	}
	if _, err := json.Marshal(m.Components); err != nil {
		t.Error(err)
	}
	return s
}

func TestStatementsStandOut(t *testing.T) {
	text := `He said "the pier stays", and left. Others laughed.`
	hit := handlers.Hit{
		About: handlers.About{Document: "d.txt", Form: corpus.Source, Title: "T", Source: "Gazette", Published: corpus.Day(2025, time.May, 2)},
		Key:   "0123456789abcdef", Start: 1000, End: 1000 + len(text), Text: text,
		Matched: [][2]int{{1013, 1017}},
		Statements: []handlers.Statement{
			{Start: 1008, End: 1024, Spans: [][2]int{{1008, 1024}}, Kind: corpus.Direct, Name: "Ada Moor", Office: "harbour master", Said: corpus.Month(2025, time.May), Asked: true},
			{Start: 1036, End: 1042, Spans: [][2]int{{1036, 1042}}, Kind: corpus.Reported, Name: "Others", Said: corpus.Month(2025, time.May)},
		},
	}
	for _, c := range []struct {
		name   string
		change func(*handlers.Hit)
		want   []string
		not    string
	}{
		{"a quotation", func(*handlers.Hit) {}, []string{"**Ada Moor**, harbour master — May 2025\n", "> He said _\"the **pier** stays\"_, and left. Others laughed.", "“T”, Gazette · published 2 May 2025"}, "in it"},
		{"reported", func(h *handlers.Hit) { h.Statements[0].Kind = corpus.Reported }, []string{"— May 2025 · reported by Gazette"}, ""},
		{"reported by a document without a source", func(h *handlers.Hit) { h.Statements[0].Kind, h.Source = corpus.Reported, "" }, []string{"· reported by the document"}, ""},
		{"reported by an author", func(h *handlers.Hit) { h.Statements[0].Kind, h.Source, h.Author = corpus.Reported, "", "B. Bee" }, []string{"· reported by B. Bee"}, ""},
		{"in our note", func(h *handlers.Hit) { h.Statements[0].Kind, h.Form = corpus.Reported, corpus.Note }, []string{"· in our words\nHe said", "our note on “T”"}, "> "},
		{"by the same, also reported", func(h *handlers.Hit) {
			h.Statements[1] = handlers.Statement{Start: 1040, End: 1042, Kind: corpus.Reported, Name: "Ada Moor", Office: "harbour master", Asked: true, Said: inferred(corpus.Month(2025, time.May))}
		}, []string{"**Ada Moor**, harbour master — May 2025 (partly inferred) · partly reported by Gazette\n> He"}, ""},
		{"by the same, on another day", func(h *handlers.Hit) {
			h.Statements[1] = handlers.Statement{Start: 1040, End: 1042, Name: "Ada Moor", Office: "harbour master", Asked: true, Said: inferred(corpus.Day(2024, time.May, 1))}
		}, []string{"**Ada Moor**, harbour master — May 2025; 1 May 2024 (inferred)\n> He"}, ""},
		{"a heading in our note", func(h *handlers.Hit) {
			h.Form, h.Text, h.Statements, h.Matched = corpus.Note, "## What *she* said\nThe pier.\n# not", nil, [][2]int{{1023, 1027}}
		}, []string{"**What \\*she\\* said**\nThe **pier**.\n**not**"}, "# not"},
		{"a heading in a source", func(h *handlers.Hit) { h.Text, h.Statements, h.Matched = "## What", nil, nil }, []string{"> \\#\\# What"}, ""},
		{"not asked for", func(h *handlers.Hit) { h.Statements[0].Asked = false }, []string{"-# in it: **Ada Moor**", "-# in it: **Others**", "> He said _\"the **pier** stays\"_, and left. _Others_ laughed."}, ""},
		{"nobody named", func(h *handlers.Hit) { h.Statements[0].Name = "" }, []string{"**Speaker not named** — May 2025"}, "Ada"},
		{"named by the page alone", func(h *handlers.Hit) { h.Statements[0].Name, h.Statements[0].SpeakerText = "", "the master" }, []string{"**the master**"}, ""},
		{"unknown dates", func(h *handlers.Hit) { h.Statements[0].Said, h.Published = corpus.Date{}, corpus.Date{} }, []string{"— date unknown", "Gazette · date unknown"}, ""},
		{"spans beyond the text", func(h *handlers.Hit) {
			h.Statements[0].Spans, h.Matched = [][2]int{{10, 99999}}, [][2]int{{-5, 4}, {1020, 1010}}
		}, []string{"> _He said"}, ""},
		{"a statement that its verb interrupts", func(h *handlers.Hit) { h.Statements[0].Spans = [][2]int{{1003, 1007}, {1009, 1012}} }, []string{"> He _said_ \"_the_ **pier**"}, ""},
		{"a span that ends inside a word", func(h *handlers.Hit) { h.Statements[0].Spans = [][2]int{{1008, 1015}} }, []string{"_\"the **pier**_ stays"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := hit
			h.Statements = append([]handlers.Statement(nil), hit.Statements...)
			c.change(&h)
			s := checkLimits(t, discord.Answer(handlers.AskReply{Outcome: index.Answered, Hits: []handlers.Hit{h}, Total: 1}, handlers.AskRequest{}, "K", false))
			rest := s.text
			for _, w := range c.want {
				i := strings.Index(rest, w)
				if i < 0 {
					t.Fatalf("%q is missing, or not in its place, in:\n%s", w, s.text)
				}
				rest = rest[i+len(w):]
			}
			if c.not != "" && strings.Contains(s.text, c.not) {
				t.Errorf("%q is in:\n%s", c.not, s.text)
			}
		})
	}
}

func inferred(d corpus.Date) corpus.Date {
	d.Basis = corpus.Inferred
	return d
}

func TestButtonsLeadOn(t *testing.T) {
	hits := make([]handlers.Hit, 3)
	for i := range hits {
		hits[i] = handlers.Hit{Key: fmt.Sprintf("%016d", i), Text: "words", About: handlers.About{Document: "d"}}
	}
	some := handlers.Dossier{Documents: 2}
	by := func(speakers ...string) handlers.Interpretation { return handlers.Interpretation{Speakers: speakers} }
	for _, c := range []struct {
		name string
		r    handlers.AskReply
		q    handlers.AskRequest
		want []string
	}{
		{"all there is", handlers.AskReply{Outcome: index.Answered, Hits: hits[:1], Total: 1}, handlers.AskRequest{}, []string{"Context", "Cite", "And in …", "Export"}},
		{"more to come", handlers.AskReply{Outcome: index.Answered, Hits: hits[:1], Total: 5}, handlers.AskRequest{}, []string{"Context", "Cite", "More", "Newest first", "And in …", "Export"}},
		{"the last page", handlers.AskReply{Outcome: index.Answered, Hits: hits[:1], Total: 5, Offset: 4}, handlers.AskRequest{Sort: index.Newest}, []string{"Context", "Cite", "And in …", "Export"}},
		{"a speaker", handlers.AskReply{Outcome: index.Answered, Hits: hits[:1], Total: 1, Interpretation: by("a")}, handlers.AskRequest{}, []string{"Context", "Cite", "Mentions too", "And in …", "Export"}},
		{"several speakers", handlers.AskReply{Outcome: index.Answered, Hits: hits[:1], Total: 1, Interpretation: by("a", "b")}, handlers.AskRequest{}, []string{"Context", "Cite", "And in …", "Export"}},
		{"a speaker and a name", handlers.AskReply{Outcome: index.Answered, Hits: hits[:1], Total: 1, Interpretation: by("a")}, handlers.AskRequest{Speaker: "a", Actor: "b"}, []string{"Context", "Cite", "And in …", "Export"}},
		{"a time", handlers.AskReply{Outcome: index.NoneInRange, Interpretation: handlers.Interpretation{Time: &handlers.TimeReading{Dimension: index.Published}}}, handlers.AskRequest{}, []string{"By when said", "By when it happened", "And in …"}},
		{"nothing then", handlers.AskReply{Outcome: index.NoneInRange}, handlers.AskRequest{From: "2025"}, []string{"At any time", "And in …"}},
		{"nothing then, by the question's own words", handlers.AskReply{Outcome: index.NoneInRange}, handlers.AskRequest{}, []string{"And in …"}},
		{"nothing at all", handlers.AskReply{Outcome: index.NotInDossier, Dossier: some}, handlers.AskRequest{}, []string{"What is in it", "And in …"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, show(t, discord.Answer(c.r, c.q, "K", false)).labels); diff != "" {
				t.Errorf("buttons (-want +got):\n%s", diff)
			}
		})
	}
}

// huge is text of the greatest length a document may bring, full of signs
// that have to be escaped.
func huge(n int) string { return strings.Repeat("*_[x](https://y.example) @everyone\n", n/34+1)[:n] }

func hugeAbout() handlers.About {
	return handlers.About{
		Document: strings.Repeat("d", 300) + ".txt", Form: corpus.Source, Title: handlers.Optional(huge(3000)), Author: handlers.Optional(huge(500)),
		Source: handlers.Optional(huge(500)), URL: handlers.Optional("https://example.org/" + strings.Repeat("a", 200)),
		Published: corpus.Date{First: time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC), Last: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC), Approximate: true, Uncertain: true, Basis: corpus.Inferred},
	}
}

func hugeHit(i int) handlers.Hit {
	h := handlers.Hit{About: hugeAbout(), Key: "0123456789abcdef", Text: huge(1200), End: 1200}
	for j := range 40 {
		h.Statements = append(h.Statements, handlers.Statement{
			Start: j * 30, End: j*30 + 20, Name: huge(200) + fmt.Sprint(j), Office: huge(200), Said: h.Published, Asked: i%2 == 0, Kind: corpus.Reported,
		})
		h.Matched = append(h.Matched, [2]int{j * 30, j*30 + 5})
		h.AlsoIn = append(h.AlsoIn, handlers.AlsoIn{Title: handlers.Optional(huge(300)), Source: handlers.Optional(huge(300))})
	}
	return h
}

func TestGreatestMessages(t *testing.T) {
	var hits []handlers.Hit
	for i := range 3 {
		hits = append(hits, hugeHit(i))
	}
	dossier := handlers.Dossier{Title: huge(900), Documents: 100000, Covers: hugeAbout().Published}
	reply := handlers.AskReply{
		Outcome: index.Answered, Hits: hits, Total: 100000, Offset: 99000, Reading: huge(9000), Answer: huge(9000), Dossier: dossier,
		Notes: []string{huge(900), huge(900), huge(900), huge(900), huge(900)},
	}
	candidates := []handlers.Candidate{}
	actor := handlers.ActorReply{
		Outcome: index.Answered, Actor: &handlers.ActorCard{ID: "actor", Name: huge(900), Office: huge(900), Discovered: true},
		Coverage: &handlers.Coverage{From: dossier.Covers, To: dossier.Covers, Documents: 100000}, MoreSaid: 10000,
	}
	actors := handlers.ActorsReply{}
	sources := handlers.SourcesReply{Dossier: dossier}
	for i := range 60 {
		candidates = append(candidates, handlers.Candidate{Actor: fmt.Sprint("id", i/2), Name: huge(300), Office: huge(300)})
		actor.Positions = append(actor.Positions, handlers.Position{
			Topic: "topic", TopicName: huge(300), Summary: huge(3000), AsOf: dossier.Covers,
			Evidence: []handlers.Evidence{{About: hugeAbout(), Key: "0123456789abcdef", Text: huge(1200)}},
		})
		actor.Statements = append(actor.Statements, handlers.ActorStatement{About: hugeAbout(), Key: "0123456789abcdef", Text: huge(1200), Said: dossier.Covers, Kind: corpus.Reported})
		actor.Actor.Roles = append(actor.Actor.Roles, handlers.Role{Title: huge(300), OfName: huge(300), From: corpus.Year(2020), To: ".."})
		actors.Actors = append(actors.Actors, handlers.ActorEntry{Actor: fmt.Sprint("id", i), Name: huge(300), Office: huge(300), Kind: corpus.ActorKind(fmt.Sprint(i)), Positions: 100})
		sources.Documents = append(sources.Documents, handlers.Document{About: hugeAbout(), Language: "en", Passages: 1000000, Warnings: []string{huge(900)}})
		sources.Warnings = append(sources.Warnings, huge(900))
	}
	nothing, ambiguous, none := reply, reply, reply
	nothing.Outcome, nothing.Hits = index.NotInDossier, nil
	ambiguous.Outcome, ambiguous.Candidates = index.Ambiguous, candidates
	none.Outcome, none.Hits, none.Nearest = index.NoneInRange, nil, hits[:2]
	for name, m := range map[string]discord.Message{
		"answered":          discord.Answer(reply, handlers.AskRequest{Speaker: "a"}, strings.Repeat("K", 26), false),
		"nothing":           discord.Answer(nothing, handlers.AskRequest{}, "K", false),
		"ambiguous":         discord.Answer(ambiguous, handlers.AskRequest{}, "K", false),
		"none in range":     discord.Answer(none, handlers.AskRequest{From: "2020"}, "K", false),
		"card":              discord.Card(actor, "", 0, false),
		"card, statements":  discord.Card(actor, "", 62, false),
		"card, beyond":      discord.Card(actor, "", 1000, false),
		"ambiguous actor":   discord.Card(handlers.ActorReply{Outcome: index.Ambiguous, Answer: huge(900), Candidates: candidates}, "", 0, false),
		"evidence":          discord.Proof(actor, "topic", 0),
		"actors":            discord.ActorList(actors, 0, false),
		"actors, last":      discord.ActorList(actors, 50, false),
		"actors, beyond":    discord.ActorList(actors, 5000, false),
		"no actors":         discord.ActorList(handlers.ActorsReply{}, 0, false),
		"sources":           discord.SourceList(sources, 0, false),
		"sources, beyond":   discord.SourceList(sources, 5000, false),
		"no sources":        discord.SourceList(handlers.SourcesReply{}, 0, false),
		"context":           discord.Surroundings(handlers.ContextReply{About: hugeAbout(), Before: huge(1200), Text: huge(1200), After: huge(1200)}, "0123456789abcdef"),
		"context, nothing":  discord.Surroundings(handlers.ContextReply{Text: "a", Before: " \n", After: ""}, "0123456789abcdef"),
		"help":              discord.Help(handlers.HelpReply{Dossier: dossier, Examples: []string{huge(900), huge(900)}, Commands: make([]handlers.Command, 30)}),
		"an empty question": discord.Answer(handlers.AskReply{}, handlers.AskRequest{}, "K", false),
	} {
		t.Run(name, func(t *testing.T) {
			s := checkLimits(t, m)
			if found := live.FindString(strings.ReplaceAll(s.text, "](<https://", "")); found != "" {
				t.Errorf("%q is live in:\n%s", found, s.text)
			}
		})
	}
	s := show(t, discord.Answer(reply, handlers.AskRequest{}, "K", false))
	if got := strings.Count(s.text, "\n> "); got < 3 || len(s.labels) < 5 {
		t.Errorf("%d quotations and the buttons %v: not every hit has its place", got, s.labels)
	}
	if card := show(t, discord.Card(actor, "", 0, false)); !cmp.Equal(card.labels, []string{"Evidence", "More", "Statements", "Timeline", "Export"}) {
		t.Errorf("the card lost a button: %v", card.labels)
	}
	if page := show(t, discord.SourceList(sources, 0, false)); strings.Count(page.text, "1000000 passages") < 5 {
		t.Errorf("the page of sources is cut short:\n%s", page.text)
	}
}

func TestRolesOfCard(t *testing.T) {
	for _, c := range []struct {
		role handlers.Role
		want string
	}{
		{handlers.Role{Text: "mayor, Town", Held: "since 2020"}, "mayor, Town (since 2020)"},
		{handlers.Role{Text: "mayor", Held: "dates not known"}, "mayor (dates not known)"},
	} {
		r := handlers.ActorReply{Outcome: index.Answered, Actor: &handlers.ActorCard{ID: "a", Name: "A", Roles: []handlers.Role{c.role}}}
		want := "**A**\n-# " + c.want + "\nThe dossier holds no position and no statement."
		if got := show(t, discord.Card(r, "", 0, false)).text; got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

func TestShares(t *testing.T) {
	for _, c := range []struct {
		name  string
		needs []int
		room  int
		want  []int
	}{
		{"enough", []int{10, 20}, 100, []int{10, 20}},
		{"the longer ones the same", []int{10, 100, 200}, 110, []int{10, 50, 50}},
		{"what short ones leave", []int{10, 40, 200}, 110, []int{10, 40, 60}},
		{"nothing", nil, 10, []int{}},
		{"no room", []int{5}, 0, []int{0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, discord.Shares(c.needs, c.room)); diff != "" {
				t.Errorf("shares (-want +got):\n%s", diff)
			}
		})
	}
}
