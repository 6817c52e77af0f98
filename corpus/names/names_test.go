package names_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
)

// date reads an EDTF date that the test itself wrote.
func date(t testing.TB, edtf string) corpus.Date {
	t.Helper()
	d, err := corpus.ParseDate(edtf)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func person(id, name string, roles ...corpus.Role) corpus.Actor {
	return corpus.Actor{ID: id, Name: name, Kind: corpus.Person, Roles: roles}
}

// cast is a small dossier: two namesakes, foreign ministers of two states and
// at two times, a party, an institution and states.
func cast(t testing.TB) *names.Index {
	from := func(title, of, from, to string) corpus.Role {
		return corpus.Role{Title: title, Of: of, From: date(t, from), To: date(t, to)}
	}
	lukashenko := person("lukashenko", "Alexander Lukashenko", from("president", "belarus", "1994", ""))
	lukashenko.Aliases = []string{"Alyaksandr Lukashenka"}
	return names.New([]corpus.Actor{
		{ID: "lithuania", Name: "Lithuania", Kind: corpus.State, Aliases: []string{"Lietuva", "Литва"}},
		{ID: "belarus", Name: "Belarus", Kind: corpus.State},
		{ID: "us", Name: "United States", Kind: corpus.State, Aliases: []string{"US", "U.S."}},
		{ID: "lsdp", Name: "Lithuanian Social Democratic Party", Kind: corpus.Party, Aliases: []string{"LSDP"}},
		{ID: "dsvl", Name: "Union of Democrats", Kind: corpus.Party, Aliases: []string{"DSVL"}},
		{ID: "dawn", Name: "Dawn", Kind: corpus.Party, Aliases: []string{"Dawn of Nemunas"}},
		{ID: "seimas", Name: "Seimas", Kind: corpus.Institution, Aliases: []string{"the Lithuanian parliament"}},
		person("zemaitaitis", "Remigijus Žemaitaitis", corpus.Role{Title: "leader", Of: "dawn"}),
		person("budrys", "Kęstutis Budrys", from("minister of foreign affairs", "lithuania", "2024-12", "")),
		person("landsbergis", "Gabrielius Landsbergis", from("foreign minister", "lithuania", "2020-12", "2024-11")),
		person("ryzhenkov", "Maxim Ryzhenkov", from("foreign minister", "belarus", "2024-06", "")),
		person("nauseda", "Gitanas Nausėda", from("president", "lithuania", "2019", "")),
		lukashenko,
		person("tsikhanouskaya", "Sviatlana Tsikhanouskaya"),
		person("m-sinkevicius", "Mindaugas Sinkevičius", corpus.Role{Title: "leader", Of: "lsdp"}),
		person("v-sinkevicius", "Virginijus Sinkevičius", corpus.Role{Title: "leader", Of: "dsvl"},
			corpus.Role{Title: "environment commissioner", Of: "European Commission"}),
		person("ruginiene", "Inga Ruginienė", from("prime minister", "lithuania", "2025-09", "")),
		person("simonyte", "Ingrida Šimonytė"),
		person("obrien", "Robert O'Brien"),
		person("linkevicius", "Jonas Linkevičius"),
		person("leyen", "Ursula von der Leyen"),
		person("trump", "Donald Trump"),
	})
}

// reading is a text with what mentions must be found in it, as told says.
type reading struct{ name, text, want string }

// testMentions holds the mentions found in texts against what must be found.
func testMentions(t *testing.T, x *names.Index, texts []reading) {
	t.Helper()
	for _, c := range texts {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(told(c.text, x.Cut(c.text).Mentions(corpus.Date{})), "|")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("Mentions(%q) (-want +got)\n%s", c.text, diff)
			}
		})
	}
}

// told writes mentions as "words=actor", with a question mark where they are
// ambiguous.
func told(text string, mentions []corpus.Mention) []string {
	out := []string{}
	for _, m := range mentions {
		s := fmt.Sprintf("%s=%s", text[m.Start:m.End], m.Actor)
		if m.Ambiguous {
			s += "?"
		}
		out = append(out, s)
	}
	return out
}

func TestMentions(t *testing.T) {
	x := cast(t)
	testMentions(t, x, []reading{
		{"full name", "Kęstutis Budrys spoke.", "Kęstutis Budrys=budrys"},
		{"surname alone", "Then Budrys spoke.", "Budrys=budrys"},
		{"marks lost", "Nauseda disagreed with Zemaitaitis.", "Nauseda=nauseda|Zemaitaitis=zemaitaitis"},
		{"possessive", "Budrys’s words, Ryzhenkov's reply.", "Budrys=budrys|Ryzhenkov=ryzhenkov"},
		{"initial", "A. Lukashenko and K. Budrys.", "A. Lukashenko=lukashenko|K. Budrys=budrys"},
		{"another's initial", "He met V. Lukashenko.", ""},
		{"middle initial", "Robert C. O’Brien wrote; O'Brien signed.", "Robert C. O’Brien=obrien|O'Brien=obrien"},
		{"title before", "President Nausėda and Mr. Trump met.", "Nausėda=nauseda|Trump=trump"},
		{"particles", "Ursula von der Leyen left. We saw von der Leyen.", "Ursula von der Leyen=leyen|von der Leyen=leyen"},
		{"given name in another language", "Aleksandr Lukashenko and Alaksandras Lukashenko.", "Aleksandr Lukashenko=lukashenko|Alaksandras Lukashenko=lukashenko"},
		{"father's name between", "Alexander Grigoryevich Lukashenko came.", "Alexander Grigoryevich Lukashenko=lukashenko"},
		{"stranger", "In May Linas Linkevičius came.", ""},
		{"stranger, then his surname", "We met Linas Linkevičius. Linkevičius smiled.", ""},
		{"stranger after the actor", "Jonas Linkevičius came, so did Linas Linkevičius. Linkevičius smiled.", "Jonas Linkevičius=linkevicius"},
		{"stranger, then the actor", "So did Linas Linkevičius. Jonas Linkevičius came. Linkevičius smiled.", "Jonas Linkevičius=linkevicius|Linkevičius=linkevicius"},
		{"an opening word is no stranger for good", "Jonas Linkevičius came. Smarkiai Linkevičius smiled. Linkevičius left.",
			"Jonas Linkevičius=linkevicius|Linkevičius=linkevicius"},
		{"double surname", "Budrys-Kalnietis is someone else.", ""},
		{"two actors joined", "the Trump-Lukashenko call", "Trump=trump|Lukashenko=lukashenko"},
		{"given name alone", "Remigijus and Donald came.", ""},
		{"wife and husband", "Siarhei Tsikhanouski, then Tsikhanouskaya.", "Tsikhanouskaya=tsikhanouskaya"},
		{"namesakes", "Sinkevičius left.", "Sinkevičius=m-sinkevicius?|Sinkevičius=v-sinkevicius?"},
		{"namesake named in full", "Virginijus Sinkevičius came. Sinkevičius left.", "Virginijus Sinkevičius=v-sinkevicius|Sinkevičius=v-sinkevicius"},
		{"namesake by initial", "M. Sinkevičius left.", "M. Sinkevičius=m-sinkevicius"},
		{"namesake by party", "The LSDP chief, Sinkevičius, left. Sinkevičius smiled.", "LSDP=lsdp|Sinkevičius=m-sinkevicius|Sinkevičius=m-sinkevicius"},
		{"namesake by party behind", "Sinkevičius (DSVL) left.", "Sinkevičius=v-sinkevicius|DSVL=dsvl"},
		{"namesake by office", "Environment Commissioner Sinkevičius left.", "Sinkevičius=v-sinkevicius"},
		{"both namesakes named", "Virginijus Sinkevičius met Mindaugas Sinkevičius. Later that day Sinkevičius left.",
			"Virginijus Sinkevičius=v-sinkevicius|Mindaugas Sinkevičius=m-sinkevicius|Sinkevičius=m-sinkevicius?|Sinkevičius=v-sinkevicius?"},
		{"slips are not forgiven", "Ryzenkox and Lukashevich and Budris-like Bedrys.", "Budris=budrys"},
		{"abbreviations keep their capitals", "He told us that the US and the U.S. lsdp differ.", "US=us|U.S.=us"},
		{"everyday word", "At dawn. Dawn won.", "Dawn=dawn"},
		{"longest name wins", "the Dawn of Nemunas", "Dawn of Nemunas=dawn"},
		{"article in an alias", "A Lithuanian parliament vote", "Lithuanian parliament=seimas"},
		{"inside a word", "Trumpet, Belarusian, Lukashenkovites", ""},
		{"wrapped line", "We saw Kęstutis\nBudrys there.", "Kęstutis\nBudrys=budrys"},
		{"line after a headline", "Minsk Gets No Talks\nBudrys spoke.", "Budrys=budrys"},
		{"decomposed letters", "Then Nause\u0307da spoke.", "Nause\u0307da=nauseda"},
	})
}

func TestMentionsInOtherLanguages(t *testing.T) {
	x := cast(t)
	testMentions(t, x, []reading{
		{"Lithuanian cases", "Apie Žemaitaičio žodžius pranešta Budriui, Nausėdos patarėjui ir Šimonytei.",
			"Žemaitaičio=zemaitaitis|Budriui=budrys|Nausėdos=nauseda|Šimonytei=simonyte"},
		{"Lithuanian full name", "Kalbėta su Remigijumi Žemaitaičiu ir Kęstučiu Budriu.", "Remigijumi Žemaitaičiu=zemaitaitis|Kęstučiu Budriu=budrys"},
		{"Lithuanian form of a foreign name", "Lukašenkos ir D. Trumpo pokalbis su Ryženkovu.", "Lukašenkos=lukashenko|D. Trumpo=trump|Ryženkovu=ryzhenkov"},
		{"capital on another word of a body", "The dawn of Nemunas broke; a union of democrats met.", "dawn of Nemunas=dawn"},
		{"Lithuanian body", "Seimo narys iš Lietuvos.", "Seimo=seimas|Lietuvos=lithuania"},
		{"Polish cases", "O Łukaszence i z Budrysem, bez Nausėdy; Łukaszenki nie ma.", "Łukaszence=lukashenko|Budrysem=budrys|Nausėdy=nauseda|Łukaszenki=lukashenko"},
		{"Russian", "Лукашенко говорил с Жемайтайтисом, Будрисом и Рыженковым.", "Лукашенко=lukashenko|Жемайтайтисом=zemaitaitis|Будрисом=budrys|Рыженковым=ryzhenkov"},
		{"Russian full name", "Встреча Александра Лукашенко с Дональдом Трампом в Литве.", "Александра Лукашенко=lukashenko|Дональдом Трампом=trump|Литве=lithuania"},
		{"Russian surname first", "Прибыл Лукашенко Александр Григорьевич.", "Лукашенко Александр Григорьевич=lukashenko"},
		{"Belarusian", "Лукашэнку і Рыжанкова бачылі разам.", "Лукашэнку=lukashenko|Рыжанкова=ryzhenkov"},
		{"Ukrainian", "Про Шимоніте і Лукашенка говорили вчора.", "Шимоніте=simonyte|Лукашенка=lukashenko"},
		{"wife and husband", "Сергей Тихановский и Светлана Тихановская.", "Светлана Тихановская=tsikhanouskaya"},
	})
}

func TestMentionsOfOffices(t *testing.T) {
	x := cast(t)
	for _, c := range []struct{ name, when, text, want string }{
		{"body's adjective", "2025-11-26", "The Lithuanian foreign minister agreed.", "The Lithuanian foreign minister=budrys"},
		{"at another time", "2022", "The Lithuanian foreign minister agreed.", "The Lithuanian foreign minister=landsbergis"},
		{"at no known time two fit", "", "The Lithuanian foreign minister agreed.", ""},
		{"possessive", "2025-11-26", "It was Lithuania's president who agreed.", "Lithuania's president=nauseda"},
		{"of the state", "2025-11-26", "We asked the minister of foreign affairs of Belarus today.", "the minister of foreign affairs of Belarus=ryzhenkov"},
		{"two of them", "2025-11-26", "Ask the foreign minister.", ""},
		{"the only one", "2025-11-26", "In Lithuania we ask the prime minister, or the premier.",
			"Lithuania=lithuania|the prime minister=ruginiene|the premier=ruginiene"},
		{"the only one, of a state not spoken of", "2025-11-26", "In Sydney we asked the premier.", ""},
		{"the only one, at no known time", "", "In Lithuania we ask the prime minister.", "Lithuania=lithuania"},
		{"the only one, named", "", "Inga Ruginienė came; the prime minister spoke.", "Inga Ruginienė=ruginiene|the prime minister=ruginiene"},
		{"before the role began", "2025-01-10", "Ask the prime minister.", ""},
		{"former", "2025-11-26", "A former Lithuanian foreign minister and the former prime minister spoke.", ""},
		{"another state", "2025-11-26", "the Latvian prime minister; the prime minister of Latvia; Latvia's prime minister", ""},
		{"a name follows", "2025-11-26", "Lithuanian Foreign Minister Kęstutis Budrys met Prime Minister Petras Petraitis.", "Kęstutis Budrys=budrys"},
		{"a leader without a body", "2025-11-26", "Ask the leader.", ""},
		{"head of state", "2025-11-26", "the Belarusian head of state", "the Belarusian head of state=lukashenko"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(told(c.text, x.Cut(c.text).Mentions(date(t, c.when))), "|")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("Mentions(%q) (-want +got)\n%s", c.text, diff)
			}
		})
	}
}

func TestSurnamesThatAreEverydayWords(t *testing.T) {
	x := names.New([]corpus.Actor{person("may", "Theresa May")})
	text := "In May we met; May came. Theresa May and Mrs May left, and Brian May too."
	want := []string{"Theresa May=may", "May=may"}
	if diff := cmp.Diff(want, told(text, x.Cut(text).Mentions(corpus.Date{}))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := x.Question("what happened in may", time.Time{}); len(got) > 0 {
		t.Errorf("Question takes the month for %v", got)
	}
}

func TestPossessivesWithinNames(t *testing.T) {
	x := names.New([]corpus.Actor{
		{ID: "zubrovia", Name: "Zubrovia", Kind: corpus.State},
		{ID: "harbours", Name: "Ministry of Harbours of Zubrovia", Kind: corpus.Institution, Aliases: []string{"Zubrovia's Ministry of Harbours"}},
		{ID: "isles", Name: "Isles", Kind: corpus.State}, {ID: "isles-harbours", Name: "Isles' Ministry of Harbours", Kind: corpus.Institution},
		{ID: "club", Name: "Zubrovia Sailing Club", Kind: corpus.Institution},
	})
	testMentions(t, x, []reading{
		{"the name has it", "Zubrovia's Ministry of Harbours agreed.", "Zubrovia's Ministry of Harbours=harbours"},
		{"another apostrophe", "Zubrovia’s Ministry of Harbours’s view", "Zubrovia’s Ministry of Harbours=harbours"},
		{"an apostrophe alone", "the Isles' Ministry of Harbours; the Isles' premier", "Isles' Ministry of Harbours=isles-harbours|Isles=isles"},
		{"left out", "Zubrovia Ministry of Harbours", "Zubrovia Ministry of Harbours=harbours"},
		{"the name has none", "Zubrovia's sailing club and Zubrovia's Sailing Club", "Zubrovia=zubrovia|Zubrovia=zubrovia"},
		{"another word goes on", "Zubrovia's ministry agreed.", "Zubrovia=zubrovia"},
	})
	asked := "what did Zubrovia's Ministry of Harbours say"
	if got := x.Question(asked, time.Time{}); len(got) != 1 || answer(got[0].Candidates) != "harbours" {
		t.Errorf("Question(%q) = %v, want harbours alone", asked, got)
	}
}

func TestOtherFeminineNames(t *testing.T) {
	x := names.New([]corpus.Actor{
		{ID: "union", Name: "Unia Zubrowska", Kind: corpus.Institution}, {ID: "zubria", Name: "Зубрія", Kind: corpus.State},
		person("halicka", "Maria Halicka"),
	})
	testMentions(t, x, []reading{
		{"Polish adjective", "W Unii Zubrowskiej, z Unią Zubrowską, o Halickiej.", "Unii Zubrowskiej=union|Unią Zubrowską=union|Halickiej=halicka"},
		{"Ukrainian in -ія", "До Зубрії, із Зубрією, про Зубрію.", "Зубрії=zubria|Зубрією=zubria|Зубрію=zubria"},
	})
}

func TestFeminineNounsInASoftConsonant(t *testing.T) {
	state := func(id, name string, aliases ...string) corpus.Actor {
		return corpus.Actor{ID: id, Name: name, Kind: corpus.State, Aliases: aliases}
	}
	x := names.New([]corpus.Actor{state("zorus", "Zorus", "Зорусь", "Zoruś"), state("medz", "Медзь", "Miódź"), state("tamar", "Тамар"), person("igar", "Petro Ковусь")})
	texts := []reading{
		{"Russian", "Из Зоруси в Зорусь, с Зорусью.", "Зоруси=zorus|Зорусь=zorus|Зорусью=zorus"},
		{"Belarusian and Ukrainian", "З Зорусі ў Зорусь, з Зоруссю, з Меддзю.", "Зорусі=zorus|Зорусь=zorus|Зоруссю=zorus|Меддзю=medz"},
		{"Polish", "O Zorusi, z Zorusią, Zoruś; w Miodzi, z Miodzią.", "Zorusi=zorus|Zorusią=zorus|Zoruś=zorus|Miodzi=medz|Miodzią=medz"},
		{"no noun of the class", "Тамарью", ""},
	}
	testMentions(t, x, texts)
	for _, c := range texts {
		t.Run(c.name+" in a question", func(t *testing.T) {
			for _, m := range x.Question(c.text, time.Time{}) {
				if !m.Exact && c.want != "" {
					t.Errorf("Question takes %q for a slip", c.text[m.Start:m.End])
				}
			}
		})
	}
}

func TestBynames(t *testing.T) {
	a := person("kellogg", "Keith Kellogg")
	a.Aliases = []string{"Old Thunder", "Keith"}
	x := names.New([]corpus.Actor{a})
	text := "Old Thunder spoke; old Thunder, Thunder and Keith alone are no names. Kellogg did."
	want := []string{"Old Thunder=kellogg", "Kellogg=kellogg"}
	if diff := cmp.Diff(want, told(text, x.Cut(text).Mentions(corpus.Date{}))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestHalfOfADoubleSurname(t *testing.T) {
	a := person("halm", "Dora Zubrytė-Halm")
	a.Aliases = []string{"Zubrytė"}
	x := names.New([]corpus.Actor{a})
	text := "Dora Zubrytė-Halm came; Zubrytė-Halm and Zubrytė spoke, Dora Zubrytė left. Rita Zubrytė stayed."
	want := []string{"Dora Zubrytė-Halm=halm", "Zubrytė-Halm=halm", "Zubrytė=halm", "Dora Zubrytė=halm"}
	if diff := cmp.Diff(want, told(text, x.Cut(text).Mentions(corpus.Date{}))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestConcurrentUse(t *testing.T) {
	x := cast(t)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if got := x.Resolve("Ryzenkow"); len(got) == 0 || got[0].Actor != "ryzhenkov" {
				t.Errorf("Resolve = %v", got)
			}
			if got := x.Cut("Budrys").Mentions(corpus.Date{}); len(got) != 1 {
				t.Errorf("Mentions = %v", got)
			}
		})
	}
	wait.Wait()
}

func TestDiscoveredActorsYield(t *testing.T) {
	listed, discovered := person("lukashenko", "Alexander Lukashenko"), person("viktor", "Viktor Lukashenko")
	discovered.Discovered = true
	x := names.New([]corpus.Actor{discovered, listed})
	testMentions(t, x, []reading{
		{"surname alone", "Lukashenko left.", "Lukashenko=lukashenko"},
		{"unless named in full", "We met Viktor Lukashenko. Lukashenko left.", "Viktor Lukashenko=viktor|Lukashenko=viktor"},
	})
	if got := x.Resolve("Lukashenko"); !names.Clear(got) || got[0].Actor != "lukashenko" {
		t.Errorf("Resolve = %v, want lukashenko, clear", got)
	}
}
