package handlers_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/index"
)

// council is a dossier of positions that change, of a party and its people, of
// events that are past and to come.
var council = map[string]string{
	"dossier.yaml": `title: The Lindau council
documents:
  - {path: a.txt, title: On the bridge, source: Lindau Post, published: 2024-05-02}
  - {path: b.txt, title: The bridge again, source: Lindau Post, published: 2025-03-10}
  - {path: c.txt, title: Tolls, source: Shore Gazette, published: 2026-02-01}
`,
	"actors.yaml": `actors:
  - id: brandt
    name: Elke Brandt
    roles:
      - {title: mayor, of: lindau, from: 2020-01-01, to: 2024-12-31}
      - {title: leader, of: shore-party, from: 2025-01-15, to: ..}
      - {title: chair, of: Bridge Club}
    positions:
      - {topic: bridge, stance: against, summary: Wanted no bridge., as_of: 2024-05, documents: [a.txt]}
      - {topic: bridge, stance: for, summary: Wants the bridge built., as_of: 2025-03, documents: [b.txt]}
      - {topic: tolls, stance: conditional, summary: Takes tolls if lorries alone pay., as_of: 2026, documents: [c.txt]}
      - {topic: tolls, stance: for, summary: Used to call for tolls., as_of: ../2026, documents: [b.txt]}
  - id: moser
    name: Karl Moser
    roles: [{title: member, of: shore-party, from: 2021, to: 2023}]
    positions:
      - {topic: bridge, stance: against, summary: Wants the ferry kept., as_of: 2025-03, documents: [b.txt]}
      - {topic: tolls, stance: none-stated, summary: Has said nothing on tolls., as_of: 2026, documents: [c.txt]}
  - id: shore-party
    name: Shore Party
    kind: party
    positions:
      - {topic: bridge, stance: conditional, summary: Would see it built by others., as_of: 2025-03, documents: [b.txt]}
  - {id: lindau, name: Lindau, kind: state}
  - {id: keller, name: Ida Keller}
`,
	"topics.yaml": `topics:
  - {id: bridge, name: The bridge, synonyms: [span]}
  - {id: tolls, name: Tolls}
  - {id: fish, name: Fish}
`,
	"a.txt": "Elke Brandt said on 29 April 2024 that the bridge would spoil the bay. The Shore Party met on 1 May 2024.\n",
	"b.txt": "Elke Brandt said on 8 March 2025: “The bridge has to come.” Karl Moser said on 9 March 2025 that the bridge was a folly. " +
		"Elke Brandt is to open the works on the bridge in September 2026.\n",
	"c.txt": "Ida Keller said on 30 January 2026 that tolls on the bridge were a mistake. Elke Brandt announced that tolls would be voted on in May 2027. " +
		"The tolls began in 1931.\n",
}

func said(entries []handlers.Dated) []string {
	var out []string
	for _, e := range entries {
		out = append(out, string(e.DateOf)+" "+e.Date.String()+" "+string(e.Name)+" ("+e.Exact+")")
	}
	return out
}

func TestActorEarlierPositions(t *testing.T) {
	h := serve(t, council)
	var got []string
	for _, p := range actor(t, h, "Brandt").Positions {
		line := p.Topic + " " + string(p.Stance)
		if p.Earlier {
			line += ", earlier"
		}
		got = append(got, line)
	}
	// What is open at its beginning is of earlier times.
	want := []string{"tolls conditional", "tolls for, earlier", "bridge for", "bridge against, earlier"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("positions (-want +got):\n%s", diff)
	}
}

func TestActorAsOf(t *testing.T) {
	h := serve(t, council)
	card := func(asOf string) handlers.ActorReply {
		t.Helper()
		r, err := h.Actor(t.Context(), handlers.ActorRequest{Name: "brandt", AsOf: asOf})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	for _, c := range []struct {
		asOf, office, now string
		positions         []string
		statements        int
		note              string
	}{
		{"", "leader, Shore Party", "", []string{"tolls conditional", "tolls for", "bridge for", "bridge against"}, 3, ""},
		{"2024-06-30", "mayor of Lindau", "leader, Shore Party", []string{"bridge against"}, 1, "3 positions and 2 statements"},
		{"June 2024", "mayor of Lindau", "leader, Shore Party", []string{"bridge against"}, 1, "3 positions and 2 statements"},
		{"2025-01-05", "", "leader, Shore Party", []string{"bridge against"}, 1, "3 positions and 2 statements"},
		{"2025", "", "leader, Shore Party", []string{"bridge for", "bridge against"}, 2, "2 positions and 1 statement"},
		// Of May 2024 the whole month must have passed; before it, nothing is known.
		{"2024-05-15", "mayor of Lindau", "leader, Shore Party", nil, 1, "4 positions and 2 statements"},
	} {
		r := card(c.asOf)
		var positions []string
		for _, p := range r.Positions {
			positions = append(positions, p.Topic+" "+string(p.Stance))
		}
		if diff := cmp.Diff(c.positions, positions); diff != "" {
			t.Errorf("as of %q (-want +got):\n%s", c.asOf, diff)
		}
		if r.Actor.Office != c.office || r.Actor.OfficeNow != c.now || len(r.Statements) != c.statements {
			t.Errorf("as of %q: office %q, now %q, %d statements", c.asOf, r.Actor.Office, r.Actor.OfficeNow, len(r.Statements))
		}
		if notes := strings.Join(r.Notes, " "); !strings.Contains(notes, c.note) || c.note == "" && notes != "" {
			t.Errorf("as of %q: notes %q, want %q", c.asOf, notes, c.note)
		}
	}
	standings := map[string]handlers.Standing{}
	for _, role := range card("2024-06-30").Actor.Roles {
		standings[role.Title] = role.Standing
	}
	if diff := cmp.Diff(map[string]handlers.Standing{"mayor": handlers.InForce, "leader": handlers.NotInForce, "chair": handlers.NotKnown}, standings); diff != "" {
		t.Errorf("roles (-want +got):\n%s", diff)
	}
	for _, asOf := range []string{"soon", "since 2020", "2024/..", "2031"} {
		if _, err := h.Actor(t.Context(), handlers.ActorRequest{Name: "brandt", AsOf: asOf}); problem(t, err).Example == "" {
			t.Errorf("as of %q: no example of a date", asOf)
		}
	}
}

// TestActorComing: what is to come is told of the day of the card, and by what
// had been published then.
func TestActorComing(t *testing.T) {
	h := serve(t, council)
	for asOf, want := range map[string][]string{
		"":           {"event 2026-09  (to the month)", "event 2027-05 Elke Brandt (to the month)"}, // today is 15 July 2026
		"2025-06-01": {"event 2026-09  (to the month)"},
		"2024-06-01": nil,
	} {
		r, err := h.Actor(t.Context(), handlers.ActorRequest{Name: "brandt", AsOf: asOf})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, said(r.Coming)); diff != "" {
			t.Errorf("as of %q (-want +got):\n%s", asOf, diff)
		}
	}
}

func TestMembersStandApart(t *testing.T) {
	h := serve(t, council)
	r := actor(t, h, "Shore Party")
	if len(r.Positions) != 1 || r.Positions[0].Stance != corpus.Conditional {
		t.Errorf("the party's own positions: %+v", r.Positions)
	}
	var got []string
	for _, m := range r.Members {
		line := m.Actor + " " + string(m.Roles[0].Standing)
		for _, p := range m.Positions {
			line += ", " + p.Topic + " " + string(p.Stance)
		}
		got = append(got, line)
	}
	want := []string{"brandt in_force, tolls conditional, bridge for", "moser not_in_force, tolls none-stated, bridge against"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("members (-want +got):\n%s", diff)
	}
	then, err := h.Actor(t.Context(), handlers.ActorRequest{Name: "shore-party", AsOf: "2022-06"})
	if err != nil {
		t.Fatal(err)
	}
	if len(then.Members) != 1 || then.Members[0].Actor != "moser" || len(then.Members[0].Positions) != 0 {
		t.Errorf("members in June 2022: %+v", then.Members)
	}
}

func TestCompare(t *testing.T) {
	h := serve(t, council)
	r, err := h.Compare(t.Context(), handlers.CompareRequest{A: "Brandt", B: "Moser"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, topic := range r.Topics {
		line := topic.Topic + " " + string(topic.Compared)
		for _, s := range []*handlers.ActorStatement{topic.SaidA, topic.SaidB} {
			if s != nil {
				line += " " + s.Said.String()
			}
		}
		got = append(got, line)
	}
	if diff := cmp.Diff([]string{"bridge differ 2025-03-08 2025-03-09", "tolls not_known 2026-02-01"}, got); diff != "" {
		t.Errorf("topics (-want +got):\n%s", diff)
	}
	// At that time both were against it.
	then, err := h.Compare(t.Context(), handlers.CompareRequest{A: "Brandt", B: "Moser", Topic: "bridge", AsOf: "2024-12"})
	if err != nil {
		t.Fatal(err)
	}
	if len(then.Topics) != 1 || then.Topics[0].Compared != handlers.NoComparison {
		t.Errorf("as of 2024: %+v", then.Topics)
	}
	for _, bad := range []handlers.CompareRequest{{A: "Brandt", B: "Elke Brandt"}, {A: "Brandt"}, {A: "Brandt", B: "Nobody"}, {A: "Brandt", B: "Moser", Topic: "moon"}} {
		_, err := h.Compare(t.Context(), bad)
		problem(t, err)
	}
}

func TestTopic(t *testing.T) {
	h := serve(t, council)
	groups := func(r handlers.TopicReply) []string {
		var out []string
		for _, g := range r.Groups {
			for _, a := range g.Actors {
				line := string(g.Stance) + ": " + a.Actor
				for _, b := range a.Before {
					line += ", before " + string(b.Stance)
				}
				out = append(out, line)
			}
		}
		return out
	}
	r, err := h.Topic(t.Context(), handlers.TopicRequest{Name: "bridge"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"for: brandt, before against", "conditional: shore-party", "against: moser"}, groups(r)); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
	// Who spoke on it and has no position is told apart: nobody judged a stance.
	if len(r.Said) != 1 || r.Said[0].Actor != "keller" || r.Said[0].Statements != 1 || r.Said[0].Last.String() != "2026-01-30" {
		t.Errorf("who spoke: %+v", r.Said)
	}
	then, err := h.Topic(t.Context(), handlers.TopicRequest{Name: "The bridge", AsOf: "2024"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"against: brandt"}, groups(then)); diff != "" || len(then.Said) > 0 || len(then.Notes) == 0 {
		t.Errorf("as of 2024 (-want +got):\n%s%+v %v", diff, then.Said, then.Notes)
	}
	if r, err := h.Topic(t.Context(), handlers.TopicRequest{Name: "fish"}); err != nil || r.Outcome != index.NotInDossier {
		t.Errorf("a topic without anything: %+v, %v", r, err)
	}
	for name, want := range map[string]string{"moon": "No topic in the dossier is called “moon”.", "brigde": "No topic in the dossier is called “brigde”. Did you mean “The bridge”?"} {
		if r, err := h.Topic(t.Context(), handlers.TopicRequest{Name: name}); err != nil || r.Outcome != index.NotInDossier || r.Answer != want {
			t.Errorf("%s: %s %q, %v", name, r.Outcome, r.Answer, err)
		}
	}
}

func TestTopicsMatrix(t *testing.T) {
	h := serve(t, with(council, "actors.yaml", council["actors.yaml"]+`  - id: rieger
    name: Nora Rieger
    positions:
      - {topic: tolls, stance: for, summary: Wants them., as_of: 2026, documents: [c.txt]}
      - {topic: tolls, stance: against, summary: Fears them., as_of: 2026, documents: [c.txt]}
`))
	r, err := h.Topics(t.Context(), "", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	var topics, actors []string
	for _, topic := range r.Topics {
		topics = append(topics, topic.Topic)
	}
	for _, a := range r.Actors {
		actors = append(actors, a.Actor+" "+string(a.Stances["bridge"])+" "+string(a.Stances["tolls"]))
	}
	if diff := cmp.Diff([]string{"bridge", "tolls", "fish"}, topics); diff != "" {
		t.Errorf("topics (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"brandt for conditional", "moser against none-stated", "rieger  mixed", "shore-party conditional "}, actors); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
	if i := slices.IndexFunc(r.Topics, func(t handlers.TopicSummary) bool { return t.Topic == "tolls" }); r.Topics[i].Mixed != 1 || r.Topics[i].Actors() != 3 {
		t.Errorf("tolls: %+v", r.Topics[i])
	}
}
