package handlers_test

import (
	"slices"
	"testing"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/handlers"
)

// bundled is the bundled dossier as its editor wrote it.
type bundled struct {
	actors map[string]corpus.Actor
	texts  map[string]string // by document
}

func readBundled(t *testing.T) bundled {
	t.Helper()
	folder, err := intake.Open(t.Context(), "", intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := bundled{map[string]corpus.Actor{}, map[string]string{}}
	for _, a := range folder.Dossier().Actors {
		b.actors[a.ID] = a
	}
	for id := range folder.Hashes() {
		d, err := folder.Read(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		b.texts[id] = d.Text
	}
	return b
}

// editors fails where a position is not one that the editor wrote for the
// actor, whole, with a date and a document of the dossier.
func (b bundled) editors(t *testing.T, card, actor string, p handlers.Position) {
	t.Helper()
	wrote := slices.ContainsFunc(b.actors[actor].Positions, func(q corpus.Position) bool {
		return q.Summary == p.Summary && q.Stance == p.Stance && q.Topic == p.Topic && q.AsOf.String() == p.AsOf.String() && slices.Equal(q.Documents, p.Documents)
	})
	if !wrote || !p.AsOf.Known() || len(p.Documents) == 0 {
		t.Errorf("%s: not the editor's of %s, or without date or document: %+v", card, actor, p)
	}
	for _, d := range p.Documents {
		if b.texts[d] == "" {
			t.Errorf("%s: there is no document %q", card, d)
		}
	}
	for _, e := range p.Evidence {
		b.verbatim(t, card, e)
	}
}

func (b bundled) verbatim(t *testing.T, card string, e handlers.Evidence) {
	t.Helper()
	if text := b.texts[e.Document]; e.Start < 0 || e.End > len(text) || e.Text == "" || text[e.Start:e.End] != e.Text {
		t.Errorf("%s: not verbatim in %s: %q", card, e.Document, e.Text)
	}
}

// TestEveryLineOfEveryCard walks all cards of the bundled dossier, now and as
// of some days: what they show is an editor's summary with date and document,
// or stands word for word in a document.
func TestEveryLineOfEveryCard(t *testing.T) {
	h, b := open(t, ""), readBundled(t)
	cards, lines := 0, 0
	for id := range b.actors {
		for _, asOf := range []string{"", "2020-12-31", "2024-10", "2025-11-26"} {
			card := id + " " + asOf
			r, err := h.Actor(t.Context(), handlers.ActorRequest{Name: id, AsOf: asOf, At: time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)})
			if err != nil {
				t.Fatal(err)
			}
			cards++
			lines += len(r.Positions) + len(r.Statements) + len(r.Coming) + len(r.Mentions)
			for _, p := range r.Positions {
				b.editors(t, card, id, p)
				if asOf == "" && len(p.Evidence) == 0 {
					t.Errorf("%s: nothing shows the position on %s", card, p.Topic)
				}
			}
			for _, m := range r.Members {
				for _, p := range m.Positions {
					b.editors(t, card, m.Actor, p)
				}
			}
			for _, s := range r.Statements {
				b.verbatim(t, card, handlers.Evidence{About: s.About, Start: s.Start, End: s.End, Text: s.Text})
			}
			for _, d := range r.Coming {
				b.verbatim(t, card, d.Evidence)
			}
			for _, hit := range r.Mentions {
				b.verbatim(t, card, handlers.Evidence{About: hit.About, Start: hit.Start, End: hit.End, Text: hit.Text})
			}
		}
	}
	if cards < 4*50 || lines < 500 {
		t.Errorf("only %d cards with %d lines", cards, lines)
	}
}

// TestSinkeviciusIsAskedFor: two people have the surname; the rest of the
// question decides.
func TestSinkeviciusIsAskedFor(t *testing.T) {
	h := open(t, "")
	if r := actor(t, h, "Sinkevičius"); r.Outcome != "ambiguous" || len(r.Candidates) < 2 || r.Candidates[0].Office == r.Candidates[1].Office {
		t.Errorf("the surname alone: %s, %+v", r.Outcome, r.Candidates)
	}
	for name, want := range map[string]string{
		"Sinkevičius LSDP": "mindaugas-sinkevicius", "Mindaugas Sinkevičius": "mindaugas-sinkevicius", "LSDP Sinkevičius": "mindaugas-sinkevicius",
		"Sinkevičius DSVL": "virginijus-sinkevicius", "Virginijus Sinkevičius": "virginijus-sinkevicius", "Sinkevičius, DSVL": "virginijus-sinkevicius",
	} {
		if r := actor(t, h, name); r.Actor == nil || r.Actor.ID != want {
			t.Errorf("%s: %s, %+v", name, r.Outcome, r.Actor)
		}
	}
}

// TestActorByOffice: an office means who held it at the time of the card.
func TestActorByOffice(t *testing.T) {
	h := open(t, "")
	for _, c := range []struct{ name, asOf, want string }{
		{"prime minister of Lithuania", "2025-12", "ruginiene"},
		{"foreign minister of Belarus", "2025-12", "ryzhenkov"},
		{"Lithuania's foreign minister", "2018-06", "linkevicius"},
		{"president of Lithuania", "", "nauseda"},
		{"president of Lithuania", "2018-06", ""}, // nobody is listed who was
	} {
		r, err := h.Actor(t.Context(), handlers.ActorRequest{Name: c.name, AsOf: c.asOf})
		id := ""
		if r.Actor != nil {
			id = r.Actor.ID
		}
		if err != nil || id != c.want || c.want == "" && r.Answer == "" {
			t.Errorf("%s as of %q: %q, %s %q, %v", c.name, c.asOf, id, r.Outcome, r.Answer, err)
		}
	}
	// Several states have one: they are offered.
	r, err := h.Actor(t.Context(), handlers.ActorRequest{Name: "foreign minister", AsOf: "2025-12"})
	if err != nil || r.Outcome != "ambiguous" || len(r.Candidates) < 2 {
		t.Errorf("foreign minister: %s, %+v, %v", r.Outcome, r.Candidates, err)
	}
}
