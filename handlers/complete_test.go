package handlers_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
)

// complete gives the values of the completions, in order.
func complete(t testing.TB, h *handlers.Handlers, what handlers.Completable, typed string) []string {
	t.Helper()
	values := []string{}
	for _, c := range choices(t, h, what, typed) {
		values = append(values, c.Value)
	}
	return values
}

// choices gives completions, after checking what holds for all.
func choices(t testing.TB, h *handlers.Handlers, what handlers.Completable, typed string) []handlers.Choice {
	t.Helper()
	found, err := h.Complete(t.Context(), what, typed)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) > handlers.MaxChoices {
		t.Errorf("%s %q: %d choices", what, typed, len(found))
	}
	seen := map[string]bool{}
	for _, c := range found {
		if c.Name == "" || c.Value == "" || seen[c.Text()] || seen["="+c.Value] {
			t.Errorf("%s %q: %+v is empty or there twice", what, typed, c)
		}
		seen[c.Text()], seen["="+c.Value] = true, true
	}
	return found
}

func TestComplete(t *testing.T) {
	h := serve(t, with(railway,
		"twin-1.md", "---\ntitle: Timetable\npublished: 2020\n---\nThe first train leaves at six in the morning on weekdays.\n",
		"twin-2.md", "---\ntitle: Timetable\npublished: 2020\n---\nThe last train leaves at nine in the evening on Sundays.\n"))
	for name, c := range map[string]struct {
		what  handlers.Completable
		typed string
		want  []string // values, in order
	}{
		// In how many passages: Hanne Dahlke in most, Agda and Ilja Vorn and Rolf
		// Maar in one, the company and the state in none.
		"nothing typed":       {handlers.CompleteActor, "", []string{"dahlke", "agda-vorn", "ilja-vorn", "rolf-maar", "kesten", "railway-company"}},
		"a prefix":            {handlers.CompleteActor, "han", []string{"dahlke"}},
		"a word":              {handlers.CompleteActor, "vo", []string{"agda-vorn", "ilja-vorn"}},
		"an id":               {handlers.CompleteActor, "railway-c", []string{"railway-company"}},
		"another script":      {handlers.CompleteActor, "дальке", []string{"dahlke"}},
		"half of it":          {handlers.CompleteActor, "маа", []string{"rolf-maar"}},
		"a slip":              {handlers.CompleteActor, "Dahkle", []string{"dahlke"}},
		"half a slip":         {handlers.CompleteActor, "Dahkl", []string{"dahlke"}},
		"name and office":     {handlers.CompleteActor, "vorn ober", []string{"agda-vorn"}},
		"name and body":       {handlers.CompleteActor, "rail vorn", []string{"ilja-vorn"}},
		"an office":           {handlers.CompleteActor, "direc", []string{"ilja-vorn"}},
		"an office that was":  {handlers.CompleteActor, "dahlke transport", []string{"dahlke"}},
		"nobody":              {handlers.CompleteActor, "zzzzzz", []string{}},
		"nobody of that name": {handlers.CompleteActor, "vorn zzz", []string{}},
		"a topic":             {handlers.CompleteTopic, "rack", []string{"rack"}},
		"a synonym":           {handlers.CompleteTopic, "TICKET", []string{"fares"}},
		"a synonym's end":     {handlers.CompleteTopic, "pini", []string{"rack"}},
		"a topic with a slip": {handlers.CompleteTopic, "ralway", []string{"rack"}},
		"a topic by ear":      {handlers.CompleteTopic, "фаре", []string{"fares"}},
		"a title":             {handlers.CompleteSource, "summit", []string{"summit.txt"}},
		"a title with a slip": {handlers.CompleteSource, "sumit stasion", []string{"summit.txt"}},
		"a publisher":         {handlers.CompleteSource, "valley chron", []string{"chronicle-note.md", "chronicle.txt"}},
		"an author":           {handlers.CompleteSource, "алмгр", []string{"chronicle.txt"}},
		"author and title":    {handlers.CompleteSource, "almg rail", []string{"chronicle.txt"}},
		"a short name":        {handlers.CompleteSource, "chronicle-2024", []string{"chronicle.txt", "chronicle-note.md"}},
		"title and year":      {handlers.CompleteSource, "timet 2020", []string{"twin-1.md", "twin-2.md"}},
		"long":                {handlers.CompleteActor, strings.Repeat("dahlke ", 900), []string{}},
		"control and marks":   {handlers.CompleteActor, "\x00\u202e\xff", []string{}},
		"nothing known":       {handlers.Completable("moon"), "", []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, complete(t, h, c.what, c.typed)); diff != "" {
				t.Errorf("values (-want +got):\n%s", diff)
			}
		})
	}
	if got := choices(t, h, handlers.CompleteSource, "timetable"); len(got) != 2 {
		t.Errorf("two documents of one title and date: %+v", got)
	}
	want := []handlers.Choice{
		{Name: "Agda Vorn", Apart: "mayor, Oberkesten", Value: "agda-vorn"},
		{Name: "Ilja Vorn", Apart: "director, Kesten Railway Company (until 2024)", Value: "ilja-vorn"},
	}
	if diff := cmp.Diff(want, choices(t, h, handlers.CompleteActor, "vorn")); diff != "" {
		t.Errorf("namesakes (-want +got):\n%s", diff)
	}
}

// TestCompleteOrder: how well it fits goes before how often it is spoken of.
func TestCompleteOrder(t *testing.T) {
	h := serve(t, map[string]string{
		"actors.yaml": `actors:
  - {id: p1, name: Lo Bergman}
  - {id: p2, name: Berg}
  - {id: p3, name: Bergljot Aas}
  - {id: p4, name: Alf Oberg}
  - {id: p5, name: Alf Sandberger}
  - {id: p6, name: Беригина Ольга}
  - {id: p7, name: Bergny Aas}
  - {id: p8, name: Bergfinn Aas}
`,
		// Alf Sandberger is spoken of most, then Bergny Aas, then Bergfinn Aas.
		"a.txt": strings.Repeat("Alf Sandberger walked to the well and back again before anybody else in the village had opened a window or a door.\n\n", 40) +
			strings.Repeat("Bergny Aas counted the geese of her neighbour on the lower meadow and wrote their number on the gate with chalk.\n\n", 20),
		"b.txt": "Bergfinn Aas slept through all of it, as he had through the years before, and nobody in the village woke him.\n",
	})
	for typed, want := range map[string][]string{
		"berg":  {"p2", "p7", "p8", "p3", "p1", "p5", "p4", "p6"}, // the name, as it begins, a word, inside, by ear
		"berig": {"p6", "p7", "p8", "p2", "p3", "p1"},             // in another script, and with a letter too many
	} {
		if diff := cmp.Diff(want, complete(t, h, handlers.CompleteActor, typed)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", typed, diff)
		}
	}
}

// TestCompleteAsked: of those that fit alike, what was asked for most goes
// first, and only an answer counts.
func TestCompleteAsked(t *testing.T) {
	h := serve(t, railway)
	first := func(what handlers.Completable, want string) {
		t.Helper()
		if got := complete(t, h, what, ""); got[0] != want {
			t.Errorf("first of the %ss is %s, want %s", what, got[0], want)
		}
	}
	first(handlers.CompleteActor, "dahlke")
	first(handlers.CompleteSource, "chronicle-note.md") // of one passage, as others; by title
	topic := complete(t, h, handlers.CompleteTopic, "")[1]
	other := complete(t, h, handlers.CompleteTopic, "")[0]

	for _, name := range []string{"Rolf Maar", "rolf-maar"} {
		if _, err := h.Actor(t.Context(), handlers.ActorRequest{Name: name, Topic: topic}); err != nil {
			t.Fatal(err)
		}
	}
	first(handlers.CompleteActor, "rolf-maar")
	first(handlers.CompleteTopic, topic)

	for range 3 {
		ask(t, h, handlers.AskRequest{Question: "what did Agda Vorn say about the tunnel", Source: "Valley Chronicle"})
		ask(t, h, handlers.AskRequest{Question: "zeppelins", Speaker: "ilja-vorn", Source: "summit.txt"})      // not answered
		ask(t, h, handlers.AskRequest{Question: "locomotives", Speaker: "ilja-vorn", Offset: 1, Topic: other}) // a further page
		if _, err := h.Actor(t.Context(), handlers.ActorRequest{Name: "Vorn"}); err != nil {                   // either of two
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"agda-vorn", "rolf-maar", "dahlke", "ilja-vorn"}, complete(t, h, handlers.CompleteActor, "")[:4]); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
	first(handlers.CompleteTopic, topic)
	first(handlers.CompleteSource, "chronicle-note.md")
	if diff := cmp.Diff([]string{"agda-vorn", "ilja-vorn"}, complete(t, h, handlers.CompleteActor, "vorn")); diff != "" {
		t.Errorf("vorn (-want +got):\n%s", diff)
	}
	// How well it fits goes first all the same.
	if diff := cmp.Diff([]string{"rolf-maar"}, complete(t, h, handlers.CompleteActor, "rol")); diff != "" {
		t.Errorf("rol (-want +got):\n%s", diff)
	}
}

func TestCompleteWhileAsking(t *testing.T) {
	h := serve(t, railway)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 5 {
				for _, what := range []handlers.Completable{handlers.CompleteActor, handlers.CompleteTopic, handlers.CompleteSource} {
					if _, err := h.Complete(t.Context(), what, "r"); err != nil {
						t.Error(err)
					}
				}
				if _, err := h.Actor(t.Context(), handlers.ActorRequest{Name: "ilja-vorn"}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if got := complete(t, h, handlers.CompleteActor, ""); got[0] != "ilja-vorn" {
		t.Errorf("first is %s", got[0])
	}
}

// TestCompleteNamesakes: who cannot be told apart by an office is by the id.
func TestCompleteNamesakes(t *testing.T) {
	h := serve(t, map[string]string{
		"actors.yaml": `actors:
  - {id: jan-1, name: Jan Kos, roles: [{title: clerk, of: Town Hall, to: ..}]}
  - {id: jan-2, name: Jan Kos, roles: [{title: clerk, of: Town Hall, to: ..}]}
  - {id: jan-3, name: Jan Kos}
  - {id: jan-4, name: Jan Kös}
  - {id: jan-5, name: Jan Kos, roles: [{title: member, of: Green Valley}]}
`, "a.txt": "The clerk was out.\n"})
	got := map[string]string{}
	for _, c := range choices(t, h, handlers.CompleteActor, "kos") {
		got[c.Value] = c.Text()
	}
	want := map[string]string{
		"jan-1": "Jan Kos · clerk, Town Hall · jan-1", "jan-2": "Jan Kos · clerk, Town Hall · jan-2",
		"jan-3": "Jan Kos · jan-3", "jan-4": "Jan Kös · jan-4", "jan-5": "Jan Kos · member, Green Valley (dates not known)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
}

func TestCompleteMany(t *testing.T) {
	h := serve(t, map[string]string{"actors.yaml": crowd(200), "a.txt": "The hills were counted.\n"})
	for _, typed := range []string{"", "g", "джо", "member", "parliment"} {
		if got := choices(t, h, handlers.CompleteActor, typed); len(got) != handlers.MaxChoices {
			t.Errorf("%q: %d choices", typed, len(got))
		}
	}
}

func TestCompleteBundled(t *testing.T) {
	h := open(t, "")
	for _, what := range []handlers.Completable{handlers.CompleteActor, handlers.CompleteTopic, handlers.CompleteSource} {
		for _, typed := range []string{"", "a", "s", "li", "ж"} {
			choices(t, h, what, typed)
		}
	}
	for _, c := range []struct {
		what        handlers.Completable
		typed, want string // the value of the first
	}{
		{handlers.CompleteActor, "žemait", "zemaitaitis"},
		{handlers.CompleteActor, "жемайт", "zemaitaitis"},
		{handlers.CompleteActor, "Zemiatitis", "zemaitaitis"},
		{handlers.CompleteActor, "Будр", "budrys"},
		{handlers.CompleteActor, "Žemaitaičio", "zemaitaitis"},
		{handlers.CompleteActor, "sinkev ds", "virginijus-sinkevicius"},
		{handlers.CompleteActor, "sinkev lsdp", "mindaugas-sinkevicius"},
		{handlers.CompleteActor, "Lukaszen", "lukashenko"},
		{handlers.CompleteTopic, "potsh", "potash"},
		{handlers.CompleteTopic, "сан", "sanctions"},
		{handlers.CompleteTopic, "sankc", "sanctions"},
		{handlers.CompleteSource, "EDM", "preiherman-2024.md"},
		{handlers.CompleteSource, "прейг", "preiherman-2024.md"},
		{handlers.CompleteSource, "cautious friend", "ras-2020.md"},
		{handlers.CompleteSource, "zdun polish", "zdunczyk-2026.md"},
	} {
		if got := complete(t, h, c.what, c.typed); len(got) == 0 || got[0] != c.want {
			t.Errorf("%s %q: %q, want %s first", c.what, c.typed, got, c.want)
		}
	}
}

// FuzzComplete: whatever is typed, nothing panics, and what is given is known
// and can be shown.
func FuzzComplete(f *testing.F) {
	for _, typed := range []string{"", "dahlke", "Ханне Даль", "\xff\x00*", strings.Repeat("a b ", 100), "vorn, i", "’s ’s", "京 ß ﬁ"} {
		f.Add(typed)
	}
	h := serve(f, railway)
	known := map[handlers.Completable][]string{}
	for _, what := range []handlers.Completable{handlers.CompleteActor, handlers.CompleteTopic, handlers.CompleteSource} {
		known[what] = complete(f, h, what, "")
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for what, all := range known {
			for _, c := range choices(t, h, what, typed) {
				if !slices.Contains(all, c.Value) || !utf8.ValidString(c.Text()) {
					t.Errorf("%q: %s %+v", typed, what, c)
				}
			}
		}
	})
}

// crowd is an actors.yaml of n persons, each with a name of two scripts, an
// office and one of fifty parties, and the parties.
func crowd(n int) string {
	syllables := []string{"ba", "di", "ku", "lo", "mi", "na", "ra", "te", "vi", "zo"}
	cyrillic := []string{"ба", "ди", "ку", "ло", "ми", "на", "ра", "те", "ви", "зо"}
	var b strings.Builder
	b.WriteString("actors:\n")
	for i := range 50 {
		fmt.Fprintf(&b, "  - {id: party-%d, name: Party of the %d Hills, kind: party, aliases: [PH%d]}\n", i, i+2, i)
	}
	for i := range n {
		var latin, other string
		for k := i + 1000; k > 0; k /= 10 {
			latin += syllables[k%10]
			other += cyrillic[k%10]
		}
		fmt.Fprintf(&b, "  - {id: p%d, name: Jo%s Ga%stis, aliases: [Ga%stis, Джо%s Га%sтис], roles: [{title: member of parliament, of: party-%d, to: ..}]}\n",
			i, latin, latin, latin, other, other, i%50)
	}
	return b.String()
}

// BenchmarkComplete shows what a keystroke costs, whatever was typed.
func BenchmarkComplete(b *testing.B) {
	for _, n := range []int{50, 5000} {
		h := serve(b, map[string]string{"actors.yaml": crowd(n), "a.txt": "The hills were counted, and all of them were there.\n"})
		for name, typed := range map[string]string{
			"nothing": "", "a letter": "g", "a prefix": "gaba", "another script": "габа", "a slip": "gabdaitis", "name and party": "gaba ph7",
			"hostile": strings.Repeat("a m p g j ", 28),
		} {
			b.Run(fmt.Sprintf("%d actors/%s", n, name), func(b *testing.B) {
				for b.Loop() {
					if _, err := h.Complete(b.Context(), handlers.CompleteActor, typed); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
