package handlers_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

// weeklyNews is what comes to the railway's dossier in a week.
var weeklyNews = []string{
	"fares.txt", "13 July 2026\n\nAgda Vorn said on 12 July 2026 that the ticket prices were an insult.\n\n" +
		"Ilja Vorn replied on 13 July 2026 that coal was dear. Hanne Dahlke listened.\n",
	"walk.txt", "14 July 2026\n\nHanne Dahlke walked along the cog railway. She wore a hat.\n\nNobody else came.\n",
	"courier.txt", shared1 + "\n\nIlja Vorn said on 13 March 2024 that the locomotives were younger than their drivers.\n",
	"summit.txt", "The summit station was opened again on 30 August 2025.\n",
}

// TestDigestFilters holds what subscribers with a filter are told.
func TestDigestFilters(t *testing.T) {
	r := recorded(t, railway)
	r.change(append(weeklyNews, "actors.yaml", strings.Replace(railway["actors.yaml"], "stance: against", "stance: conditional", 1))...)
	for _, c := range []struct {
		name   string
		filter store.Filter
		want   []string
	}{
		{"a speaker", store.Filter{Actors: []string{"agda-vorn"}}, []string{
			"1 new document",
			"New: fares.txt, 1 more",
			"  + Agda Vorn, reported, 12 Jul 2026: Agda Vorn said on 12 July 2026 that the ticket prices were an insult.",
		}},
		{"one who is mentioned, whose statement is gone, and whose position changed", store.Filter{Actors: []string{"dahlke"}}, []string{
			"2 new documents, 1 revised, 1 position changed",
			"New: walk.txt",
			"  … Hanne Dahlke walked along the cog railway.",
			"New: fares.txt, 2 more",
			"  … Hanne Dahlke listened.",
			"Revised: summit.txt, 18 of 28 words",
			"  - Hanne Dahlke, direct, 2 Sep 2025: “The fares stay where they are until the snow has gone,” Hanne Dahlke said on 2 September 2025.",
			"Hanne Dahlke on Fares changed: against (Sep 2025) -> conditional (Sep 2025)",
		}},
		{"one of whom nothing is new", store.Filter{Actors: []string{"kesten"}}, []string{""}},
		{"a topic", store.Filter{Topics: []string{"rack"}}, []string{
			"1 new document",
			"New: walk.txt",
			"  … Hanne Dahlke walked along the cog railway.",
		}},
		{"an actor and a topic", store.Filter{Actors: []string{"ilja-vorn"}, Topics: []string{"fares"}}, []string{
			"1 new document",
			"New: fares.txt",
			"  + Agda Vorn, reported, 12 Jul 2026: Agda Vorn said on 12 July 2026 that the ticket prices were an insult.",
			"  + Ilja Vorn, reported, 13 Jul 2026: Ilja Vorn replied on 13 July 2026 that coal was dear.",
		}},
		{"one of two actors", store.Filter{Actors: []string{"agda-vorn", "ilja-vorn"}, Sources: []string{"Highland Courier"}}, []string{
			"1 revised",
			"Revised: courier.txt, 1 of 52 words",
			"  words: Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
			"    now Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were younger than their drivers.",
		}},
		{"a document", store.Filter{Sources: []string{"walk.txt"}}, []string{
			"1 new document",
			"New: walk.txt",
		}},
		{"a publisher, whatever its case", store.Filter{Topics: []string{"fares"}, Sources: []string{"highland courier"}}, []string{
			"1 revised, 1 position changed",
			"Revised: summit.txt, 18 of 28 words",
			"  - Hanne Dahlke, direct, 2 Sep 2025: “The fares stay where they are until the snow has gone,” Hanne Dahlke said on 2 September 2025.",
			"Hanne Dahlke on Fares changed: against (Sep 2025) -> conditional (Sep 2025)",
		}},
		{"a question", store.Filter{Question: "What did Agda Vorn say about ticket prices?"}, []string{
			"1 new document",
			"New: fares.txt",
			"  ? " + weeklyNews[1],
		}},
		{"a question that what is new does not answer", store.Filter{Question: "What did Hanne Dahlke say about the rack?"}, []string{""}},
		{"a question about another time", store.Filter{Question: "What did Agda Vorn say in 2025?"}, []string{""}},
		{"a question about what was replaced", store.Filter{Question: "What did Ilja Vorn say about locomotives?"}, []string{
			"1 revised",
			"Revised: courier.txt, 1 of 52 words",
			"  ? " + weeklyNews[5],
		}},
		{"a question and an actor", store.Filter{Actors: []string{"agda-vorn"}, Question: "What did Ilja Vorn say about locomotives?"}, []string{""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel() // they share what was compared
			got := r.digest(handlers.DigestRequest{From: 1, To: 2, Filter: c.filter})
			if diff := cmp.Diff(c.want, told(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if got.News() != (len(c.want) > 1) {
				t.Errorf("news: %v", got.News())
			}
		})
	}
}

func TestCheckFilter(t *testing.T) {
	h := serve(t, railway)
	got, err := h.CheckFilter(t.Context(), store.Filter{
		Actors: []string{"Ханне Дальке", "Minister Dahlke", "Agda Vorn"}, Topics: []string{"ticket prices", "Cog Railway"},
		Sources: []string{"highland courier", "chronicle-2024", "Tove Almgren", "summit.txt"}, Question: " Who spoke of the rack? ",
	})
	if err != nil {
		t.Fatal(err)
	}
	want := store.Filter{
		Actors: []string{"dahlke", "agda-vorn"}, Topics: []string{"fares", "rack"},
		Sources: []string{"Highland Courier", "chronicle.txt", "Tove Almgren", "summit.txt"}, Question: "Who spoke of the rack?",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, c := range []struct {
		name   string
		filter store.Filter
		what   string // part of the problem
		offer  string // the example
	}{
		{"a name that is nearly known", store.Filter{Actors: []string{"Ilja Vornstein"}}, "Ilja Vornstein", "Ilja Vorn"},
		{"a name of two", store.Filter{Actors: []string{"Vorn"}}, "may mean", ""},
		{"a topic that begins alike", store.Filter{Topics: []string{"fare dodgers"}}, "No topic is called “fare dodgers”", "Fares"},
		{"a source that begins alike", store.Filter{Sources: []string{"Valley Cronicle"}}, "No source is called “Valley Cronicle”", "Valley Chronicle"},
		{"a question of nothing", store.Filter{Question: "what is it?"}, "names nothing", ""},
		{"a question with a date that is none", store.Filter{Question: "what did Dahlke say on 31.02.2025"}, "31.02.2025", ""},
		{"a question about one of two", store.Filter{Question: "what did Vorn say?"}, "may mean", ""},
	} {
		_, err := h.CheckFilter(t.Context(), c.filter)
		if err == nil {
			t.Errorf("%s: no problem", c.name)
			continue
		}
		p := problem(t, err)
		if !strings.Contains(p.What, c.what) || c.offer != "" && p.Example != c.offer {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
}
