package handlers_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
	"dossierbot/handlers"
	"dossierbot/index"
)

// state is a dossier that changes, with the handlers of its latest state.
type state struct {
	dir      string
	index    *index.Index
	handlers *handlers.Handlers
}

// follow brings a dossier to other files and makes the handlers of its new
// state out of those of the one before.
func (s *state) follow(t testing.TB, files map[string]string) {
	t.Helper()
	ctx := context.Background()
	if err := os.RemoveAll(s.dir); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(s.dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(s.dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	folder, err := intake.Open(ctx, s.dir, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	o := handlers.Options{Folder: folder, Previous: s.handlers}
	var next *index.Index
	if s.index == nil {
		next, err = index.Open(ctx, folder, index.Options{})
		o.Now = func() time.Time { return today }
	} else {
		next, err = s.index.Update(ctx, folder, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	if s.index != nil {
		if err := s.index.Close(); err != nil {
			t.Fatal(err)
		}
	}
	o.Index = next
	s.index = next
	if s.handlers, err = handlers.New(ctx, o); err != nil {
		t.Fatal(err)
	}
}

// told is what handlers tell of a dossier as a whole.
func told(t testing.TB, h *handlers.Handlers) map[string]any {
	t.Helper()
	ctx := context.Background()
	out := map[string]any{}
	keep := func(name string, v any, err error) {
		if err != nil {
			out[name] = err.Error()
		} else {
			out[name] = v
		}
	}
	sources, err := h.Sources(ctx)
	keep("sources", sources, err)
	actors, err := h.Actors(ctx)
	keep("actors", actors, err)
	for _, what := range []handlers.Completable{handlers.CompleteActor, handlers.CompleteTopic, handlers.CompleteSource, handlers.CompleteSubject} {
		for _, typed := range []string{"", "vo", "vilm", "harbour log", "log 2", "Brandt", "brant", "reporter", "pini", "2023", "zzzz"} {
			choices, err := h.Complete(ctx, what, typed)
			// Those who were asked before know what is asked for most.
			slices.SortFunc(choices, func(a, b handlers.Choice) int { return strings.Compare(a.Value, b.Value) })
			keep(fmt.Sprintf("complete %s %q", what, typed), choices, err)
		}
	}
	for _, q := range []string{
		"what does the harbour log say about the snow", "according to the Valley Chronicle, what did the snow do",
		"according to Vilma Brandt, who cleared the snow", "what did Vilma Brandt say", "reported by the Herald of the Hills: the snow",
	} {
		r, err := h.Ask(ctx, handlers.AskRequest{Question: q})
		r.TookMS = 0
		keep(q, r, err)
	}
	for _, name := range []string{"Vilma Brandt", "Brandt", "brant", "Ilja Vorn"} {
		r, err := h.Actor(ctx, handlers.ActorRequest{Name: name})
		keep("actor "+name, r, err)
	}
	return out
}

// Handlers made of those before tell what those made at once do, whatever came
// and went between.
func TestPrevious(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	s := state{dir: filepath.Join(t.TempDir(), "dossier")}
	files := maps.Clone(railway)
	names := []string{"Vilma Brandt", "Vilma Brándt", "Oskar Brandt", "Edda Holm", "Ulf Brant"}
	publishers := []string{"Valley Chronicle", "Herald of the Hills", "Valley Chronicle; Herald of the Hills"}
	titles := []string{"Harbour log 1", "Harbour log 2", "The harbour log", "Snow (J)", "Snow"}
	s.follow(t, files)
	for n := range 40 {
		for range 1 + r.IntN(3) {
			name := fmt.Sprintf("log-%d.md", r.IntN(12))
			if _, ok := files[name]; ok && r.IntN(3) == 0 {
				delete(files, name)
				continue
			}
			who := names[r.IntN(len(names))]
			files[name] = fmt.Sprintf("---\ntitle: %s\nsource: %s\npublished: 202%d\n---\n%s, a reporter from the north, cleared the snow. %s said that the snow would melt.\n",
				titles[r.IntN(len(titles))], publishers[r.IntN(len(publishers))], r.IntN(5), who, who)
		}
		switch n {
		case 15: // what is said of the dossier
			files["topics.yaml"] = railway["topics.yaml"] + "  - {id: snow, name: Snow}\n"
		case 25: // whom its editor knows
			files["actors.yaml"] = railway["actors.yaml"] + "  - {id: holm, name: Edda Holm}\n"
		}
		s.follow(t, files)
		if n%4 == 1 {
			if err := s.handlers.Prepare(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if n%3 != 0 { // some states are asked nothing
			continue
		}
		if diff := cmp.Diff(told(t, serve(t, files)), told(t, s.handlers)); diff != "" {
			t.Fatalf("state %d (-made at once +made of those before):\n%s", n, diff)
		}
	}
	if err := s.index.Close(); err != nil {
		t.Fatal(err)
	}
}

// What was asked for most is known to the handlers of a later state as well.
func TestPreviousDemand(t *testing.T) {
	s := state{dir: filepath.Join(t.TempDir(), "dossier")}
	s.follow(t, railway)
	for range 3 {
		if _, err := s.handlers.Actor(t.Context(), handlers.ActorRequest{Name: "kesten"}); err != nil {
			t.Fatal(err)
		}
	}
	s.follow(t, with(railway, "undated.txt", "Rolf Maar, a farmer, bought cows.\n"))
	if got := complete(t, s.handlers, handlers.CompleteActor, ""); got[0] != "kesten" {
		t.Errorf("%v, want the one first who was asked for", got)
	}
}
