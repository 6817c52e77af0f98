package handlers_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
	"dossierbot/handlers"
	"dossierbot/index"
)

// TestActorByEveryAlias walks all names in the bundled dossier: each gives
// the card of its actor, or where several bear it, all of them.
func TestActorByEveryAlias(t *testing.T) {
	h := open(t, "")
	folder, err := intake.Open(t.Context(), "", intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	bearers := map[string][]string{}
	for _, a := range folder.Dossier().Actors {
		for _, name := range append([]string{a.ID, a.Name}, a.Aliases...) {
			if !slices.Contains(bearers[name], a.ID) {
				bearers[name] = append(bearers[name], a.ID)
			}
		}
	}
	if len(bearers) < 300 {
		t.Fatalf("only %d names", len(bearers))
	}
	for name, ids := range bearers {
		r := actor(t, h, name)
		if len(ids) == 1 {
			if r.Outcome != index.Answered || r.Actor == nil || r.Actor.ID != ids[0] || r.Candidates[0].Actor != ids[0] {
				t.Errorf("%q: %s, %+v; want the card of %s", name, r.Outcome, r.Candidates, ids[0])
			}
			continue
		}
		if r.Outcome != index.Ambiguous || r.Actor != nil || r.Answer == "" {
			t.Errorf("%q: %s, %q; want ambiguous", name, r.Outcome, r.Answer)
		}
		for _, id := range ids {
			if !slices.ContainsFunc(r.Candidates, func(c handlers.Candidate) bool { return c.Actor == id }) {
				t.Errorf("%q: %s is not offered", name, id)
			}
		}
	}
}

// TestActorCards: every card of the bundled dossier is in order, and what it
// shows as evidence is of the documents that the position names.
func TestActorCards(t *testing.T) {
	h := open(t, "")
	all, err := h.Actors(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	positions, without := 0, 0
	for _, a := range all.Actors {
		r := actor(t, h, a.Actor)
		if len(r.Positions) != a.Positions {
			t.Errorf("%s: %d positions, listed with %d", a.Actor, len(r.Positions), a.Positions)
		}
		for i, p := range r.Positions {
			positions++
			if i > 0 && p.Topic == r.Positions[i-1].Topic && p.AsOf.Last.After(r.Positions[i-1].AsOf.Last) {
				t.Errorf("%s: positions on %s are not newest first", a.Actor, p.Topic)
			}
			if len(p.Evidence) == 0 {
				without++
			}
			for _, e := range p.Evidence {
				if !slices.Contains(p.Documents, e.Document) {
					t.Errorf("%s on %s: evidence of %s, not of %v", a.Actor, p.Topic, e.Document, p.Documents)
				}
			}
		}
		for i, s := range r.Statements {
			if i > 0 && s.Said.Last.After(r.Statements[i-1].Said.Last) {
				t.Errorf("%s: statements are not newest first", a.Actor)
			}
		}
	}
	if positions == 0 || without > positions/20 {
		t.Errorf("%d of %d positions without evidence", without, positions)
	}
}

func TestActorOutcomes(t *testing.T) {
	h := serve(t, railway)
	for name, c := range map[string]struct {
		asked   string
		outcome handlers.Outcome
		id      string
		answer  string
	}{
		"id":                         {"dahlke", index.Answered, "dahlke", ""},
		"surname":                    {" Dahlke ", index.Answered, "dahlke", ""},
		"another script":             {"ханне дальке", index.Answered, "dahlke", ""},
		"several":                    {"Vorn", index.Ambiguous, "", "“Vorn” may mean Agda Vorn or Ilja Vorn."},
		"a given name":               {"Ilja", index.NotInDossier, "", "No actor in the dossier is called “Ilja”. Did you mean Ilja Vorn?"},
		"nowhere":                    {"Quillon Marsupilami", index.NotInDossier, "", "The dossier has nothing on “Quillon Marsupilami”."},
		"a word, no name":            {"tunnel", index.NotInDossier, "", "No actor in the dossier is called “tunnel”."},
		"a stop word":                {"the", index.NotInDossier, "", "The dossier has nothing on “the”."},
		"in a document":              {"Rolf Maar", index.Answered, "rolf-maar", ""},
		"in a document, lower case":  {"rolf maar", index.Answered, "rolf-maar", ""},
		"the surname first":          {"Maar Rolf", index.Answered, "rolf-maar", ""},
		"part of an actor's name":    {"Company", index.NotInDossier, "", "The dossier has nothing on “Company”."},
		"an actor that is not named": {"Kesten", index.Answered, "kesten", ""},
		"long":                       {strings.Repeat("Maar ", 1200), index.NotInDossier, "", "The dossier has nothing on “" + strings.TrimSpace(strings.Repeat("Maar ", 16)) + "…”."},
	} {
		t.Run(name, func(t *testing.T) {
			r := actor(t, h, c.asked)
			id := ""
			if r.Actor != nil {
				id = r.Actor.ID
			}
			if r.Outcome != c.outcome || id != c.id || r.Answer != c.answer {
				t.Errorf("got %s, %q, %q; want %s, %q, %q", r.Outcome, id, r.Answer, c.outcome, c.id, c.answer)
			}
			if r.Actor != nil && r.Actor.Discovered {
				if len(r.Mentions) == 0 || !strings.Contains(r.Mentions[0].Text, r.Actor.Name) {
					t.Errorf("mentions %+v", r.Mentions)
				}
			}
		})
	}
}

// TestActorPossessive: the ending is none of the name.
func TestActorPossessive(t *testing.T) {
	r := actor(t, serve(t, with(railway, "mill.txt", "The boys fed Sigrun Ahlm’s ducks behind the mill, and nobody minded at all.\n")), "sigrun ahlm")
	if r.Actor == nil || r.Actor.Name != "sigrun ahlm" || len(r.Mentions) != 1 {
		t.Errorf("got %+v with %d mentions", r.Actor, len(r.Mentions))
	}
}

func TestActorProblems(t *testing.T) {
	h := serve(t, railway)
	_, err := h.Actor(t.Context(), handlers.ActorRequest{Name: " "})
	if diff := cmp.Diff(handlers.Problem{What: "There is no name", Do: "Give one", Example: "Hanne Dahlke"}, *problem(t, err)); diff != "" {
		t.Errorf("no name (-want +got):\n%s", diff)
	}
	_, err = h.Actor(t.Context(), handlers.ActorRequest{Name: "Dahlke", Topic: "submarines"})
	if p := problem(t, err); p.What != "No topic is called “submarines”" {
		t.Errorf("topic: %+v", p)
	}
}

func TestActorTopic(t *testing.T) {
	r, err := serve(t, railway).Actor(t.Context(), handlers.ActorRequest{Name: "Dahlke", Topic: "Cog Railway"})
	if err != nil || len(r.Positions) != 1 || r.Positions[0].Topic != "rack" || r.Positions[0].TopicName != "The rack railway" {
		t.Errorf("positions %+v, %v", r.Positions, err)
	}
}

func TestActorEvidence(t *testing.T) {
	// courier.txt names her nowhere here: it shows nothing.
	h := serve(t, with(railway, "courier.txt", "The snow plough broke down twice and the fares were paid back to nobody at all.\n"))
	for _, p := range actor(t, h, "Dahlke").Positions {
		var documents []string
		for _, e := range p.Evidence {
			documents = append(documents, e.Document)
		}
		want := map[string][]string{"rack": {"chronicle.txt"}, "fares": {"summit.txt"}}[p.Topic]
		if diff := cmp.Diff(want, documents); diff != "" {
			t.Errorf("evidence on %s (-want +got):\n%s", p.Topic, diff)
		}
	}
}

func TestActorStatements(t *testing.T) {
	again := func(day, form string) string {
		return "---\nform: " + form + "\npublished: 2025-12-01\n---\n“A rack lasts a hundred years and a rope lasts ten,” Hanne Dahlke said on " + day + ".\n"
	}
	h := serve(t, with(railway, "a-later.md", again("1 December 2025", "source"), "a-note.md", again("11 March 2024", "note")))
	r := actor(t, h, "Dahlke")
	type line struct{ Document, Said, Also string }
	var got []line
	for _, s := range r.Statements {
		var also []string
		for _, a := range s.AlsoIn {
			also = append(also, a.Document)
		}
		got = append(got, line{s.Document, s.Said.String(), strings.Join(also, " ")})
		if !strings.Contains(s.Text, "said on") {
			t.Errorf("%q does not show who said it and when", s.Text)
		}
	}
	want := []line{
		{"a-later.md", "2025-12-01", ""}, // the same words on another day
		{"summit.txt", "2025-09-02", ""},
		{"a-note.md", "2024-03-11", ""}, // our note stands for itself
		{"chronicle.txt", "2024-03-11", "courier.txt"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
	if len(r.Mentions) > 0 || r.MoreSaid != 0 {
		t.Errorf("%d mentions, %d more, beside statements", len(r.Mentions), r.MoreSaid)
	}
}

func TestActorSaysMuch(t *testing.T) {
	var b strings.Builder
	for i := range 40 {
		b.WriteString("“The carriage of type " + strings.Repeat("I", i+1) + " needs paint,” Agda Vorn said on 7 May 2023. The choir sang on.\n\n")
	}
	r := actor(t, serve(t, with(railway, "much.txt", b.String())), "Agda Vorn")
	if len(r.Statements) != 25 || r.MoreSaid != 16 { // one is in chronicle.txt
		t.Errorf("%d statements and %d more, want 25 and 16", len(r.Statements), r.MoreSaid)
	}
}

func TestActorOnlyNamed(t *testing.T) {
	h := serve(t, with(railway, "portrait.txt", "The Kesten Railway Company owns eleven locomotives and a snow plough. Nobody knows its debts.\n"))
	r := actor(t, h, "Kesten Railway Company")
	if len(r.Statements) > 0 || len(r.Mentions) != 1 || r.Mentions[0].Document != "portrait.txt" || r.Mentions[0].Rank != 1 {
		t.Errorf("statements %+v, mentions %+v", r.Statements, r.Mentions)
	}
	if r.Coverage == nil || r.Coverage.Documents != 1 || r.Coverage.From.Known() || r.Coverage.To.Known() {
		t.Errorf("coverage %+v, want one document without a date", r.Coverage)
	}
}

func TestActorCoverage(t *testing.T) {
	h := serve(t, with(railway, "year.md", "---\npublished: 2021/2022-06\n---\nIlja Vorn bought a second snow plough from his neighbours.\n"))
	c := actor(t, h, "Ilja Vorn").Coverage
	if c == nil || c.From.String() != "2021-01" || c.To.String() != "2024-03-14" || c.Documents != 2 {
		t.Errorf("coverage %+v, want 2021-01 to 2024-03-14 in 2 documents", c)
	}
}

func TestRolesAreAsExactAsKnown(t *testing.T) {
	h := serve(t, map[string]string{
		"a.txt":       "Greta Holm met Sten Lund in the depot, and they counted all of the wheels there.\n",
		"topics.yaml": "topics: []\n",
		"actors.yaml": `actors:
  - id: holm
    name: Greta Holm
    roles:
      - {title: clerk, of: Depot, from: 2016-12, to: 2017}
      - {title: driver, of: Depot, from: 2017-05-03, to: 2019}
      - {title: foreman, of: Depot, from: 2019, to: 2020}
      - {title: juror, from: 2012, to: 2012}
      - {title: warden, of: Depot, from: 2020}
      - {title: guard, of: Depot, to: 2001}
      - {title: member, of: Depot}
  - id: lund
    name: Sten Lund
    roles: [{title: singer, to: ..}, {title: painter, from: 2020-03, to: ..}]
  - id: ek
    name: Ola Ek
    roles: [{title: cook, of: Depot, from: 2001, to: 2003}, {title: baker, from: 2003, to: 2011-06}]
`})
	type line struct{ Text, Held string }
	for id, want := range map[string][]line{
		"holm": {{"clerk, Depot", "Dec 2016 – 2017"}, {"driver, Depot", "3 May 2017 – 2019"}, {"foreman, Depot", "2019–2020"}, {"juror", "2012"},
			{"warden, Depot", "from 2020"}, {"guard, Depot", "until 2001"}, {"member, Depot", "dates not known"}},
		"lund": {{"singer", "now"}, {"painter", "since Mar 2020"}},
	} {
		var got []line
		for _, r := range actor(t, h, id).Actor.Roles {
			got = append(got, line{r.Text, r.Held})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
	for id, want := range map[string]string{"holm": "warden, Depot (from 2020)", "lund": "singer; painter", "ek": "baker (until Jun 2011)"} {
		if got := actor(t, h, id).Actor.Office; got != want {
			t.Errorf("%s is now %q, want %q", id, got, want)
		}
	}
}

func TestActors(t *testing.T) {
	r, err := serve(t, railway).Actors(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range r.Actors {
		got = append(got, string(a.Kind)+" "+a.Name)
	}
	want := []string{"person Agda Vorn", "person Hanne Dahlke", "person Ilja Vorn", "person Rolf Maar", "institution Kesten Railway Company", "state Kesten"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
}

// TestActorStatementsOnTopic: a card on a topic has what is said on it and nothing else.
func TestActorStatementsOnTopic(t *testing.T) {
	h := serve(t, railway)
	on := func(topic string) handlers.ActorReply {
		r, err := h.Actor(t.Context(), handlers.ActorRequest{Name: "Dahlke", Topic: topic})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	all := on("")
	fares := on("Fares")
	if len(fares.Statements) == 0 || len(fares.Statements) >= len(all.Statements) {
		t.Errorf("%d statements on fares of %d", len(fares.Statements), len(all.Statements))
	}
	for _, s := range fares.Statements {
		if !strings.Contains(strings.ToLower(s.Text), "fares") {
			t.Errorf("not on fares: %s", s.Text)
		}
	}
}

// TestOfficeHalfKnown: an office is held from the day by which it was, to the
// day until which it surely was.
func TestOfficeHalfKnown(t *testing.T) {
	h := serve(t, map[string]string{
		"topics.yaml": "topics: []\n",
		"actors.yaml": "actors:\n  - {id: lupo, name: Anna Lupo, roles: [{title: harbour master, from: ../2024-03-01, to: 2024-11/..}]}\n",
		"a.txt": "Anna Lupo said on 1 February 2024 that ice is thin. Anna Lupo said on 1 May 2024 that fog is thick. " +
			"Anna Lupo said on 1 December 2024 that mud is deep.\n",
	})
	for subject, want := range map[string]string{"ice": "", "fog": "harbour master", "mud": ""} {
		hit := ask(t, h, handlers.AskRequest{Question: "Lupo on " + subject}).Hits[0]
		at := slices.IndexFunc(hit.Statements, func(s handlers.Statement) bool {
			return strings.Contains(hit.Text[s.Start-hit.Start:s.End-hit.Start], subject)
		})
		if at < 0 || hit.Statements[at].Office != want {
			t.Errorf("%s: statement %d of %+v, want the office %q", subject, at, hit.Statements, want)
		}
	}
	if r := actor(t, h, "Lupo"); r.Actor.Roles[0].Held != "by 1 Mar 2024 – from Nov 2024 on" {
		t.Errorf("held %q", r.Actor.Roles[0].Held)
	}
}
