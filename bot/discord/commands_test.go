package discord_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
	"dossierbot/handlers"
)

func TestCommandsAreRegistered(t *testing.T) {
	for name, guild := range map[string]string{"everywhere": "", "in one server": standin.GuildID} {
		t.Run(name, func(t *testing.T) {
			s := start(t, dossier(t), setup{guild: guild})
			var got []struct {
				Name             string
				Contexts         []int
				IntegrationTypes []int `json:"integration_types"`
				Options          []struct {
					Name         string
					Required     bool
					Autocomplete bool
				}
			}
			if err := json.Unmarshal(s.Commands(guild), &got); err != nil {
				t.Fatal(err)
			}
			var lines []string
			for _, c := range got {
				line := "/" + c.Name
				for _, o := range c.Options {
					mark := ""
					if o.Required {
						mark += "!"
					}
					if o.Autocomplete {
						mark += "…"
					}
					line += " " + o.Name + mark
				}
				lines = append(lines, line)
				usable := [][]int{{0, 1, 2}, {0, 1}}
				if c.Name == "digest" {
					usable = [][]int{{0}, {0}} // in servers alone
				}
				if diff := cmp.Diff(usable, [][]int{c.Contexts, c.IntegrationTypes}); diff != "" {
					t.Errorf("%s: where it can be used (-want +got):\n%s", c.Name, diff)
				}
			}
			want := []string{
				"/ask question! speaker… mentioned… topic… source… from to sort private",
				"/verify quotation! private",
				"/actor name… topic… as_of private",
				"/timeline subject!… from to private",
				"/compare first!… second!… topic… as_of private",
				"/topic topic… as_of private",
				"/sources private",
				"/digest subscribe list edit pause resume remove preview",
				"/status",
				"/help",
			}
			if diff := cmp.Diff(want, lines); diff != "" {
				t.Errorf("commands (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCommandsInOtherLanguages(t *testing.T) {
	for _, c := range discord.Commands() {
		all := slices.Clone(c.Options)
		for _, o := range c.Options {
			all = append(all, o.Options...)
		}
		for _, o := range all {
			if len(o.NameLocalizations) != 4 || len(o.DescriptionLocalizations) != 4 {
				t.Errorf("/%s %s: %d names and %d descriptions in other languages, want 4", c.Name, o.Name, len(o.NameLocalizations), len(o.DescriptionLocalizations))
			}
		}
		for _, texts := range []map[string]string{stringKeys(*c.NameLocalizations), stringKeys(*c.DescriptionLocalizations)} {
			for _, locale := range []string{"lt", "pl", "ru", "uk"} {
				if texts[locale] == "" {
					t.Errorf("/%s lacks a text in %s", c.Name, locale)
				}
			}
		}
	}
}

func stringKeys[K ~string](m map[K]string) map[string]string {
	out := map[string]string{}
	for k, v := range m {
		out[string(k)] = v
	}
	return out
}

func TestActor(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(standin.Slash("actor", opt("name", "Okafor")))
	checkText(t, r,
		"**Mira Okafor** · minister of transport of Vellamo",
		"**Fares** — against", "Wants no higher fares", "Nov 2025 · our note · strike.txt",
		"**New quays** — for",
		"Said — 26 Nov 2025", "> \"We will not raise the fares",
		"covered: 5 documents, Mar 2025 to 28 Nov 2025; nothing later")
	checkLabels(t, r, "Evidence", "Evidence", "Context", "Cite", "Context", "Cite", "Context", "Cite", "Context", "Cite", "Timeline", "Export")

	evidence := s.Send(s.Press(r, "Evidence"))
	checkText(t, evidence, "where Mira Okafor stands", "> The crews", "“Crews of the island ferries walk out”", "[open](<https://gazette.example/strike_%282025%29>)")
	if !evidence.Private() {
		t.Error("the evidence is shown to all")
	}
	checkText(t, s.Send(s.Press(r, "Timeline")), "**Mira Okafor** · timeline", "Mar 2025")

	checkText(t, s.Send(standin.Slash("actor", opt("name", "crews-union"))), "**Union of Ferry Crews**")
}

func TestActorList(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(standin.Slash("actor", opt("private", true)))
	checkText(t, r, "Actors: 5", "persons", "Aino Lindqvist — mayor", "Mira Okafor", "2 positions", "institutions", "states", "Vellamo")
	card := s.Send(s.Choose(r, "okafor"))
	checkText(t, card, "**Mira Okafor**")
	if !card.Private() {
		t.Error("asked in private, answered in public")
	}
}

func TestActorAmbiguousOrUnknown(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(standin.Slash("actor", opt("name", "Lindqvist")))
	checkText(t, s.Send(s.Choose(r, "aino-lindqvist")), "**Aino Lindqvist** · mayor, Vellamo Town")

	r = s.Send(standin.Slash("actor", opt("name", "Zebedee Qwx")))
	checkText(t, r, "nothing on “Zebedee Qwx”")
	checkText(t, s.Send(s.Press(r, "All actors")), "Actors: 5")
}

func TestSourcesAndHelp(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	checkText(t, s.Send(standin.Slash("sources")),
		"**The ferries of Vellamo", "Documents: 8", `1\. “Ferries stand still”`, "en · 1 passage", "our note on “The dues", `8\. “Leaflet of the passengers” · date unknown`)
	help := s.Send(standin.Slash("help"))
	checkText(t, help, "**The ferries of Vellamo", "**/ask**", "**/verify**", "**/actor**", "**/sources**", "For example:", "/ask ")
	if !help.Private() {
		t.Error("the help is shown to all")
	}
}

func TestCompletion(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	for _, c := range []struct {
		command, option, typed string
		want                   string
	}{
		{"ask", "speaker", "oka", "okafor"},
		{"ask", "mentioned", "Lind", "aino-lindqvist"},
		{"ask", "topic", "pier", "quays"},
		{"ask", "source", "Winter", "timetable.txt"},
		{"actor", "name", "crews", "crews-union"},
	} {
		t.Run(c.option, func(t *testing.T) {
			r := s.Send(standin.Typing(c.command, c.option, c.typed))
			if r.Type != 8 || len(r.Choices) == 0 || r.Choices[0].Value != c.want {
				t.Errorf("type %d, choices %+v, want %s first", r.Type, r.Choices, c.want)
			}
		})
	}
	for name, i := range map[string]standin.Interaction{
		"nothing fits":           standin.Typing("ask", "speaker", "zzzzqq"),
		"an option without any":  standin.Typing("ask", "question", "what"),
		"another type":           {Type: 4, Name: "ask", Options: []standin.Option{{Name: "speaker", Value: 5, Focused: true}}},
		"nothing is being typed": {Type: 4, Name: "ask"},
	} {
		t.Run(name, func(t *testing.T) {
			if r := s.Send(i); r.Type != 8 || name != "another type" && len(r.Choices) != 0 {
				t.Errorf("type %d, choices %+v", r.Type, r.Choices)
			}
		})
	}
}

// TestChoicesTellNamesakesApart: where a choice is cut, what tells it from
// others is still shown.
func TestChoicesTellNamesakesApart(t *testing.T) {
	long, office := strings.Repeat("very long name ", 9), strings.Repeat("minister of this and that; ", 6)
	ids := []string{strings.Repeat("x", 98) + "-1", strings.Repeat("x", 98) + "-2"}
	for name, c := range map[string]struct {
		found [2][3]string // Name, Apart, Value
		want  []string     // the end of each
	}{
		"short":                          {[2][3]string{{"Ana", "mayor", "a"}, {"Ana", "clerk", "b"}}, []string{"Ana · mayor", "Ana · clerk"}},
		"a long name":                    {[2][3]string{{long, "mayor", "a"}, {long, "clerk", "b"}}, []string{"… · mayor", "… · clerk"}},
		"long names that end apart":      {[2][3]string{{long + "one", "", "a"}, {long + "two", "", "b"}}, []string{"… · a", "… · b"}},
		"titles of one date":             {[2][3]string{{long + "one", "2020", "a"}, {long + "two", "2020", "b"}}, []string{" · a", " · b"}},
		"offices that end apart":         {[2][3]string{{"Ana", office + "one", "a"}, {"Ana", office + "two", "b"}}, []string{"… · a", "… · b"}},
		"all of it long":                 {[2][3]string{{long, office + "one", "a"}, {long, office + "two", "b"}}, []string{"… · a", "… · b"}},
		"and the ids as well":            {[2][3]string{{long + "one", "", ids[0]}, {long + "two", "", ids[1]}}, ids},
		"signs that are not shown apart": {[2][3]string{{"Ana", "", "a"}, {"A\u202ena", "", "b"}}, []string{"Ana · a", "Ana · b"}},
	} {
		t.Run(name, func(t *testing.T) {
			var found []handlers.Choice
			for _, f := range c.found {
				found = append(found, handlers.Choice{Name: f[0], Apart: f[1], Value: f[2]})
			}
			got := discord.Choices(found)
			if len(got) != 2 || got[0].Name == got[1].Name {
				t.Fatalf("got %+v", got)
			}
			for i, choice := range got {
				if n := discord.Units(choice.Name); !strings.HasSuffix(choice.Name, c.want[i]) || n > 100 || choice.Value != found[i].Value {
					t.Errorf("%q, of %d characters, want the end %q", choice.Name, n, c.want[i])
				}
			}
		})
	}
}

func TestChoicesKeepTheLimits(t *testing.T) {
	found := []handlers.Choice{{Name: strings.Repeat("é", 300), Value: "long-name"}, {Name: "too long to send back", Value: strings.Repeat("x", 101)}, {Name: "", Value: "nameless"}}
	for range 40 {
		found = append(found, handlers.Choice{Name: "n", Value: "v"})
	}
	got := discord.Choices(found)
	if len(got) != 25 || discord.Units(got[0].Name) != 100 || !strings.HasSuffix(got[0].Name, "…") || got[1].Value != "v" {
		t.Errorf("got %d choices: %+v", len(got), got)
	}
}
