package handlers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
	"dossierbot/index"
)

func TestContext(t *testing.T) {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "Viaduct number %d has three arches of grey stone and one of brick, which leaks.\n\n", i)
	}
	text := b.String()
	h := serve(t, with(railway, "viaducts.txt", text))
	r := ask(t, h, handlers.AskRequest{Question: "viaduct arches", Source: "viaducts.txt", Limit: 100})
	if len(r.Hits) < 3 {
		t.Fatalf("%d hits", len(r.Hits))
	}
	slices.SortFunc(r.Hits, func(a, b handlers.Hit) int { return a.Start - b.Start })
	for i, hit := range r.Hits {
		c, err := h.Context(t.Context(), hit.Key)
		if err != nil {
			t.Fatal(err)
		}
		var before, after string
		if i > 0 {
			before = r.Hits[i-1].Text
		}
		if i+1 < len(r.Hits) {
			after = r.Hits[i+1].Text
		}
		if c.Text != hit.Text || c.Before != before || c.After != after || c.Passage != hit.Passage || c.Document != "viaducts.txt" {
			t.Errorf("around %s: %+v", hit.Passage, c)
		}
		if !strings.Contains(text, c.Before+c.Text+c.After) {
			t.Errorf("around %s: not verbatim", hit.Passage)
		}
	}
	for _, key := range []string{"", "0123456789abcdef", "viaducts.txt#1", "\xff*"} {
		_, err := h.Context(t.Context(), key)
		if p := problem(t, err); p.Do != "Ask again" {
			t.Errorf("key %q: %+v", key, p)
		}
	}
}

func TestSources(t *testing.T) {
	h := serve(t, with(railway, "data.xyz", "what is this"))
	r, err := h.Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, d := range r.Documents {
		order = append(order, d.Document)
		if d.Passages < 1 {
			t.Errorf("%s has %d passages", d.Document, d.Passages)
		}
	}
	if diff := cmp.Diff([]string{"summit.txt", "courier.txt", "chronicle-note.md", "chronicle.txt", "undated.txt"}, order); diff != "" {
		t.Errorf("newest first, undated last (-want +got):\n%s", diff)
	}
	if len(r.Warnings) != 1 || !strings.HasPrefix(r.Warnings[0], "data.xyz: ") {
		t.Errorf("warnings %q", r.Warnings)
	}
	if r.Dossier.Title != "The Kesten cog railway" || r.Dossier.Documents != 5 || r.Dossier.Covers.String() != "2024-03-12/2025-09-30" {
		t.Errorf("dossier %+v", r.Dossier)
	}
	_, raw := jsonOf(t, r)
	if strings.Contains(raw, `"warnings":null`) || !strings.Contains(raw, `"warnings":[]`) {
		t.Errorf("a list is null in %s", raw)
	}
}

func TestHelpExamplesHaveAnswers(t *testing.T) {
	for name, h := range map[string]*handlers.Handlers{
		"bundled": open(t, ""),
		"railway": serve(t, railway),
		// Served by the bundled actors and topics, of which it has nothing.
		"no editor": serve(t, map[string]string{"a.md": "---\npublished: 2019-05\n---\nIn May 2019 the ducks of the park were counted by two boys.\n"}),
	} {
		t.Run(name, func(t *testing.T) {
			examples := h.Help().Examples
			if len(examples) == 0 || len(examples) > 4 {
				t.Errorf("%d examples", len(examples))
			}
			for _, question := range examples {
				if r := ask(t, h, handlers.AskRequest{Question: question}); r.Outcome != index.Answered || len(r.Hits) == 0 {
					t.Errorf("%q: %s, %q", question, r.Outcome, r.Answer)
				}
			}
			_, err := h.Ask(t.Context(), handlers.AskRequest{Question: " "})
			if p := problem(t, err); p.Example != examples[0] {
				t.Errorf("no question: %+v", p)
			}
		})
	}
	if got := open(t, "").Help().Examples; strings.Contains(strings.Join(got, " "), "about Talks") {
		t.Errorf("a capital within a sentence: %q", got)
	}
}

// TestHelpWithoutExamples: where nothing is known to have an answer, nothing
// is promised.
func TestHelpWithoutExamples(t *testing.T) {
	h := serve(t, map[string]string{"a.txt": "The ducks of the park were counted by two boys and a girl from the mill.\n", "actors.yaml": "actors: []\n", "topics.yaml": "topics: []\n"})
	if got := h.Help().Examples; len(got) > 0 {
		t.Errorf("examples %q", got)
	}
	_, err := h.Ask(t.Context(), handlers.AskRequest{})
	if p := problem(t, err); p.Example != "" || p.Error() != "There is no question. Ask one" {
		t.Errorf("no question: %+v", p)
	}
	for _, r := range []handlers.AskRequest{{Speaker: "nobody"}, {Topic: "nothing"}} {
		r.Question = "ducks"
		_, err := h.Ask(t.Context(), r)
		if p := problem(t, err); p.Example != "" {
			t.Errorf("%+v", p)
		}
	}
	_, err = h.Actor(t.Context(), handlers.ActorRequest{})
	if p := problem(t, err); p.Example != "" {
		t.Errorf("no name: %+v", p)
	}
}
