package names_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
)

// shown writes what was discovered as "id: places | id: places", with the kind
// before the ids of bodies and the name where it is not the first place.
func shown(t *testing.T, text string, actors []corpus.Actor, mentions []corpus.Mention) string {
	t.Helper()
	var out []string
	for _, a := range actors {
		if !a.Discovered {
			t.Errorf("%s is not marked as discovered", a.ID)
		}
		var places []string
		for _, m := range mentions {
			if m.Actor == a.ID {
				places = append(places, text[m.Start:m.End])
			}
		}
		line := a.ID + ": " + strings.Join(places, ", ")
		if a.Kind != corpus.Person {
			line = string(a.Kind) + " " + line
		}
		out = append(out, line)
	}
	return strings.Join(out, " | ")
}

func TestDiscover(t *testing.T) {
	x := cast(t)
	for _, c := range []struct{ name, text, want string }{
		{"given name", "Yesterday Margaret Holloway spoke.", "margaret-holloway: Margaret Holloway"},
		{"surname before and after", "It was Holloway's day. Margaret Holloway won, and Holloway's rivals left.",
			"margaret-holloway: Holloway, Margaret Holloway, Holloway"},
		{"title and surname", "Margaret Holloway came. Ms. Holloway sat down, and Sen. Holloway spoke.",
			"margaret-holloway: Margaret Holloway, Holloway, Holloway"},
		{"title with an uncommon given name", "They met Sen. Quenby Tarrant in the hall.", "quenby-tarrant: Quenby Tarrant"},
		{"office in small letters", "The spokeswoman Quenby Tarrant left.", "quenby-tarrant: Quenby Tarrant"},
		{"age", "We met Quenby Tarrant, 45, at the end of the road.", "quenby-tarrant: Quenby Tarrant"},
		{"said and described", "“No,” said Quenby Tarrant, a lawyer from the town.", "quenby-tarrant: Quenby Tarrant"},
		{"seat", "“No,” said Quenby Tarrant (D-Ohio), and went to the door.", "quenby-tarrant: Quenby Tarrant"},
		{"too little evidence", "The road leads to Quenby Tarrant from there.", ""},
		{"office between body and person", "The Bank of Carthage Governor Margaret Holloway resigned.",
			"institution bank-of-carthage: Bank of Carthage | margaret-holloway: Margaret Holloway"},
		{"nationality and place", "American Margaret Holloway and Texas Republican Peter Quimble met.",
			"margaret-holloway: Margaret Holloway | peter-quimble: Peter Quimble"},
		{"middle initial", "Margaret Q. Holloway came. Margaret Holloway left.",
			"margaret-q-holloway: Margaret Q. Holloway, Margaret Holloway"},
		{"father and son", "George H. Quimble met George W. Quimble. Later George Quimble left, and Quimble slept.",
			"george-h-quimble: George H. Quimble | george-w-quimble: George W. Quimble"},
		{"generation", "Here Peter Quimble Jr. spoke.", "peter-quimble-jr: Peter Quimble Jr."},
		{"initials alone", "The novelist J.K. Holloway wrote.", "j-k-holloway: J.K. Holloway"},
		{"particles", "There Anna von der Halde spoke, and von der Halde left.", "anna-von-der-halde: Anna von der Halde, von der Halde"},
		{"article with a hyphen", "There Hassan al-Tarifi spoke. Tarifi left.", "hassan-al-tarifi: Hassan al-Tarifi, Tarifi"},
		{"capital particle", "There Peter Van Hollow spoke, and Van Hollow left.", "peter-van-hollow: Peter Van Hollow, Van Hollow"},
		{"hyphens and apostrophes", "There Jean-Claude O’Dowd-Pratt spoke.", "jean-claude-odowd-pratt: Jean-Claude O’Dowd-Pratt"},
		{"month as surname", "There Theresa May spoke. In May she left. Mrs. May came.", "theresa-may: Theresa May, May"},
		{"two of one surname", "Margaret Holloway and Peter Holloway came. Holloway spoke.",
			"margaret-holloway: Margaret Holloway | peter-holloway: Peter Holloway"},
		{"two of one surname, told apart", "Margaret Holloway and Peter Holloway came. Mrs. Holloway spoke.",
			"margaret-holloway: Margaret Holloway, Holloway | peter-holloway: Peter Holloway"},
		{"someone else of the surname", "There Margaret Holloway came. Mr. Holloway left. They knew Holloway.",
			"margaret-holloway: Margaret Holloway"},
		{"another's office", "Then President Holloway slept. Later Margaret Holloway came. They knew Holloway.",
			"margaret-holloway: Margaret Holloway"},
		{"surname that is a word", "There Margaret Price spoke. Price rises of any price hurt. They told Price so.",
			"margaret-price: Margaret Price, Price"},
		{"surname in a compound", "There Margaret Holloway spoke of anti-Holloway feelings and the Holloway Tower.",
			"margaret-holloway: Margaret Holloway"},
		{"known actors", "Kęstutis Budrys met Peter Quimble. Budrys left.", "peter-quimble: Peter Quimble"},
		{"surname of a known actor", "Kęstutis Budrys met Peter Budrys. Budrys left.", "peter-budrys: Peter Budrys"},
		{"places", "They saw George Street, the Victoria Station, Lake Charles and San Diego in South Carolina.", ""},
		{"works and events", "They read the Charles Dickens Prize and the Henry Rule.", ""},
		{"months and weekdays", "On Monday April March began.", ""},
		{"headline", "Margaret Holloway Warns Peter Quimble About Budget\n\nThe talk went on.", ""},
		{"headline of a person named below", "Margaret Holloway Warns City About Budget\n\nThere Margaret Holloway spoke.",
			"margaret-holloway: Margaret Holloway, Margaret Holloway"},
		{"headline of a namesake", "Peter Holloway Warns City About Budget\n\nThere Margaret Holloway spoke. They knew Holloway.",
			"margaret-holloway: Margaret Holloway"},
		{"sentence opener", "Rival Margaret Holloway laughed.", "margaret-holloway: Margaret Holloway"},
		{"four names", "There Anna Maria Luisa Holloway spoke.", ""},
		{"part of a longer name", "Mr. Tarrant Bolling met Quenby Tarrant Bolling there.", ""},
		{"saint", "They left St. Louis Grange and Santa Maria Grange today.", ""},
		{"dotted state", "It went to the U.S. Lyceum, said the U.S. Lyceum, a lawyer.", ""},
		{"wrapped line", "In the long afternoon of the third day the old Margaret\nHolloway spoke.", "margaret-holloway: Margaret\nHolloway"},
		{"bare lines", "Margaret\nHolloway", ""},
		{"tokenised", "There Walter Q . Holloway spoke .", "walter-q-holloway: Walter Q . Holloway"},
		{"quoted title", "They saw \"Annie Hall\" there.", ""},
		{"university", "He left Carthage University and the University of Carthage.",
			"institution carthage-university: Carthage University | institution university-of-carthage: University of Carthage"},
		{"ministry of several fields", "The Carthage Ministry of Health and Sports replied.",
			"institution carthage-ministry-of-health-and-sports: Carthage Ministry of Health and Sports"},
		{"abbreviation", "The Carthage Observatory (CO) wrote. Later the CO left.", "institution carthage-observatory: Carthage Observatory, CO, CO"},
		{"abbreviation of something else", "The Carthage Observatory (XQ) wrote. Later the XQ left.", "institution carthage-observatory: Carthage Observatory"},
		{"kinds of bodies", "The Foreign Ministry, the Supreme Court and the Council spoke.", ""},
		{"party of a nation", "The Danish Party and the Danish Bank met.", "institution danish-party: Danish Party"},
		{"two papers", "A Carthage Post-XYZ News poll and a Holloway-run Carthage Agency.", ""},
		{"someone's department", "They knew the Holloway Justice Department and the Carthage Police Department.",
			"institution carthage-police-department: Carthage Police Department"},
		{"hall and institute", "They met in the Carthage Center near the Carthage Center for Weaving.",
			"institution carthage-center-for-weaving: Carthage Center for Weaving"},
		{"committee on a list", "The Carthage Committee on Weaving, Justice and Trade met.", ""},
		{"end of a chain", "The gift of Bill, Hillary & Holloway Foundation and of We Weave Radio was small.", ""},
		{"shouting", "The CARTHAGE WEAVING SOCIETY met in the old town.", ""},
		{"end of a list", "The Sugar and Trade Carthage Council met.", ""},
		{"body goes on", "The Carthage Times Tower fell.", ""},
		{"state", "The Russian Federation and the Soviet Union.", ""},
		{"body after a known actor", "Belarus Weaving Company closed.", ""},
		{"Russian", "Вчера Наталья Ветрова выступила в городе. Потом Ветрову видели.", "natalya-vetrova: Наталья Ветрова, Ветрову"},
		{"Lithuanian", "Vakar kalbėjo Jonas Petrauskaitis, o Petrauskaičio niekas neklausė. Sutiko Jono Vaitkaus brolį.",
			"jonas-petrauskaitis: Jonas Petrauskaitis, Petrauskaičio"},
		{"genitive of a man's name", "Там видели Александра Ветрова и его книгу.", ""},
		{"no letters", "… 42 — !", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			actors, mentions := x.Cut(c.text).Discover(x.Cut(c.text).Mentions(corpus.Date{}))
			if diff := cmp.Diff(c.want, shown(t, c.text, actors, mentions)); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}

func TestDiscoverActor(t *testing.T) {
	x := names.New([]corpus.Actor{{ID: "anna-holloway", Name: "The Weavers", Kind: corpus.Party}})
	text := "There Anna\u00a0Q. Holloway and Anna Holloway, a lawyer, spoke. The Carthage Observatory (CO) replied."
	actors, _ := x.Cut(text).Discover(nil)
	want := []corpus.Actor{
		{ID: "anna-q-holloway", Name: "Anna Q. Holloway", Kind: corpus.Person, Aliases: []string{"Anna Holloway"}, Discovered: true},
		{ID: "carthage-observatory", Name: "Carthage Observatory", Kind: corpus.Institution, Aliases: []string{"CO"}, Discovered: true},
	}
	if diff := cmp.Diff(want, actors); diff != "" {
		t.Error(diff)
	}
	actors, mentions := x.Cut("There Anna Holloway spoke.").Discover(nil)
	if len(actors) != 1 || actors[0].ID == "anna-holloway" || len(mentions) != 1 || mentions[0].Actor != actors[0].ID {
		t.Errorf("the id of a listed actor is given away: %v %v", actors, mentions)
	}
}

func TestSlug(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Margaret Holloway", "margaret-holloway"},
		{"Jean-Claude  O’Dowd, Jr.", "jean-claude-odowd-jr"},
		{"Łukasz Żółć", "lukasz-zolc"},
		{"Щукін Юрій", "shchukin-yuriy"},
		{"Алёна Дзьмітрыева", "aliona-dzmitryeva"},
		{"Ξένος 7", "7"},
		{" — ", ""},
	} {
		if got := names.Slug(c.name); got != c.want {
			t.Errorf("Slug(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzDiscover holds for any text: what FuzzIndex holds for mentions; nothing
// overlaps what is known; every mention is of an actor, none is ambiguous, and
// the actors come in the order of their mentions with ids that no other has.
func FuzzDiscover(f *testing.F) {
	seeds, err := filepath.Glob(filepath.Join("testdata", "seeds", "*.txt"))
	if err != nil || len(seeds) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, path := range seeds {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("Sen. Anna Q . von der Halde Jr., 45, of the Bank of the Carthage (BC)\xff said. Mrs. Halde–")
	x := cast(f)
	f.Fuzz(func(t *testing.T, text string) {
		known := x.Cut(text).Mentions(corpus.Date{})
		actors, mentions := x.Cut(text).Discover(known)
		checkMentions(t, text, mentions)
		var order []string
		seen := map[string]bool{}
		for _, m := range mentions {
			if m.Ambiguous {
				t.Errorf("%v is ambiguous", m)
			}
			if !seen[m.Actor] {
				seen[m.Actor] = true
				order = append(order, m.Actor)
			}
		}
		var ids []string
		for _, a := range actors {
			ids = append(ids, a.ID)
			if a.Name == "" || strings.Trim(a.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
				t.Errorf("actor %+v", a)
			}
		}
		if diff := cmp.Diff(order, ids); diff != "" {
			t.Error(diff)
		}
		for i, j := 0, 0; i < len(known) && j < len(mentions); {
			if known[i].Overlaps(mentions[j].Span) {
				t.Fatalf("%v overlaps %v", mentions[j], known[i])
			}
			if known[i].End <= mentions[j].Start {
				i++
			} else {
				j++
			}
		}
	})
}

// BenchmarkDiscover shows that the time grows with the length of the text.
func BenchmarkDiscover(b *testing.B) {
	text := "There the spokeswoman Margaret Holloway of the Bank of Carthage said that the weather, as everyone knew, would not last. " +
		"Mr. Quimble had come with Peter van Quimble, 45, and nobody asked Holloway why the old road to the sea was closed again.\n"
	x := names.New(nil)
	for _, size := range []int{10_000, 1_000_000} {
		doc := strings.Repeat(text, size/len(text))
		b.Run(fmt.Sprint(len(doc), "_bytes"), func(b *testing.B) {
			b.SetBytes(int64(len(doc)))
			for b.Loop() {
				x.Cut(doc).Discover(nil)
			}
		})
	}
}
