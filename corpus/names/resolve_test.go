package names_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
)

// answer is the one actor that is clearly meant; those that fit equally well,
// with question marks; or nobody, where the best is too weak.
func answer(c []names.Candidate) string {
	switch {
	case names.Clear(c):
		return c[0].Actor
	case len(c) == 0 || c[0].Score < 0.8:
		return "nobody"
	}
	var out []string
	for _, one := range c {
		if c[0].Score-one.Score < 0.01 {
			out = append(out, one.Actor+"?")
		}
	}
	return strings.Join(out, " ")
}

func TestResolve(t *testing.T) {
	x := cast(t)
	for _, c := range []struct{ name, asked, want string }{
		{"full name", "Remigijus Žemaitaitis", "zemaitaitis"},
		{"surname", "Žemaitaitis", "zemaitaitis"},
		{"marks lost", "zemaitaitis", "zemaitaitis"},
		{"capitals", "ŽEMAITAITIS", "zemaitaitis"},
		{"surname first", "Žemaitaitis, Remigijus", "zemaitaitis"},
		{"case form", "Žemaitaičio", "zemaitaitis"},
		{"Russian", "Жемайтайтис", "zemaitaitis"},
		{"Belarusian", "Лукашэнка", "lukashenko"},
		{"Ukrainian case form", "Лукашенка", "lukashenko"},
		{"Polish", "Łukaszenko", "lukashenko"},
		{"Polish case form", "Łukaszenki", "lukashenko"},
		{"Lithuanian", "Lukašenka", "lukashenko"},
		{"Russian of a Lithuanian woman", "Ингрида Шимоните", "simonyte"},
		{"Russian with the father's name", "Рыженков Максим Владимирович", "ryzhenkov"},
		{"slip", "Ryzenkov", "ryzhenkov"},
		{"swapped letters", "Landsbegris", "landsbergis"},
		{"slip in both names", "Gabriellus Landsbegis", "landsbergis"},
		{"short name with a slip", "Trunp", "nobody"},
		{"title", "President Nausėda", "nauseda"},
		{"possessive", "Budrys's", "budrys"},
		{"initial", "K. Budrys", "budrys"},
		{"another's initial", "P. Budrys", "nobody"},
		{"namesakes", "Sinkevičius", "m-sinkevicius? v-sinkevicius?"},
		{"given name decides", "Mindaugas Sinkevicius", "m-sinkevicius"},
		{"party decides", "Sinkevičius DSVL", "v-sinkevicius"},
		{"party before", "LSDP Sinkevičius", "m-sinkevicius"},
		{"office decides", "Environment Commissioner Sinkevičius", "v-sinkevicius"},
		{"office alone", "the prime minister of Lithuania", "ruginiene"},
		{"namesake who is none of ours", "Petras Sinkevičius", "nobody"},
		{"stranger", "Angela Merkel", "nobody"},
		{"stranger of the actor's given name", "Donald Tusk", "nobody"},
		{"stranger with the same beginning", "Lukashevich", "nobody"},
		{"wife's husband", "Siarhei Tsikhanouski", "nobody"},
		{"given name alone", "Gitanas", "nobody"},
		{"party", "lsdp", "lsdp"},
		{"institution in a case form", "Seimui", "seimas"},
		{"body with article", "The United States", "us"},
		{"body with a slip", "Lituania", "lithuania"},
		{"another body", "United Nations", "nobody"},
		{"apostrophe lost", "robert obrien", "obrien"},
		{"nothing", "", "nobody"},
		{"marks alone", "?!", "nobody"},
		{"too long", strings.Repeat("Budrys ", 100), "nobody"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := x.Resolve(c.asked)
			if diff := cmp.Diff(c.want, answer(got)); diff != "" {
				t.Errorf("Resolve(%q) = %v (-want +got)\n%s", c.asked, got, diff)
			}
		})
	}
}

func TestResolveTellsLithuanianFormsApart(t *testing.T) {
	x := names.New([]corpus.Actor{
		person("rimantas", "Rimantas"), person("rimanta", "Rimanta"), person("petras", "Petras"), person("petrys", "Petrys"),
		person("aldona", "Aldona"), person("daiva", "Daivė"), person("jurgis", "Jurgis"), person("medis", "Medis"),
	})
	for _, c := range []struct{ form, want string }{
		{"Rimanto", "rimantas"}, {"Rimantos", "rimanta"}, {"Rimantai", "rimanta"}, {"Petro", "petras"}, {"Petrio", "petrys"},
		{"Aldonoje", "aldona"}, {"Daivę", "daiva"}, {"Jurgiui", "jurgis"}, {"Medžio", "medis"},
	} {
		t.Run(c.form, func(t *testing.T) {
			got := x.Resolve(c.form)
			if len(got) == 0 || got[0].Actor != c.want {
				t.Errorf("Resolve(%q) = %v, want %s first", c.form, got, c.want)
			}
		})
	}
	t.Run("of two names, both", func(t *testing.T) {
		var got []string
		for _, c := range x.Resolve("Rimantui") { // dative of Rimantas alone
			got = append(got, c.Actor)
		}
		if diff := cmp.Diff([]string{"rimantas"}, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		got = nil
		for _, c := range x.Resolve("Rimantas") { // also the accusative plural of Rimanta
			got = append(got, c.Actor)
		}
		if diff := cmp.Diff([]string{"rimantas", "rimanta"}, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}

func TestQuestion(t *testing.T) {
	x := cast(t)
	at := time.Date(2025, time.November, 26, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct{ name, asked, want string }{
		{"lower case", "what did budrys say about lithuania", "budrys=budrys|lithuania=lithuania"},
		{"full name, no marks", "mindaugas sinkevicius on belarus", "mindaugas sinkevicius=m-sinkevicius|belarus=belarus"},
		{"party beside", "what does sinkevicius of dsvl want", "sinkevicius=v-sinkevicius|dsvl=dsvl"},
		{"namesakes", "what does Sinkevičius want", "Sinkevičius=m-sinkevicius? v-sinkevicius?"},
		{"office", "what did the lithuanian foreign minister say", "the lithuanian foreign minister=budrys"},
		{"Lithuanian", "ką Žemaitaitis sakė apie Lukašenką", "Žemaitaitis=zemaitaitis|Lukašenką=lukashenko"},
		{"Russian", "что сказал Будрис о Литве", "Будрис=budrys|Литве=lithuania"},
		{"Polish", "co Budrys mówił o Łukaszence", "Budrys=budrys|Łukaszence=lukashenko"},
		{"slip", "why did landzbergys resign", "~landzbergys=landsbergis"},
		{"slip beside the given name", "why did Gabrielius Landzbergys resign", "~Gabrielius Landzbergys=landsbergis"},
		{"another's slip", "why did Petras Landzbergys resign", ""},
		{"part of another name", "where is Belorus-Altenburg", ""},
		{"slip of a body", "who rules in beloruss", "~beloruss=belarus"},
		{"stranger", "what did Linas Linkevičius say", ""},
		{"stranger in lower case", "what did gabrielius linkevicius say", ""},
		{"a question word before a case form", "Kokia Žemaitaičio pozicija", "Žemaitaičio=zemaitaitis"},
		{"an adjective before a case form", "Dabartinė Ruginienės pozicija", "Ruginienės=ruginiene"},
		{"a verb before a name", "Summarise Nausėda's view", "Nausėda=nauseda"},
		{"a verb before a slip", "Explain Landzbergys's view", "~Landzbergys=landsbergis"},
		{"a common given name opens", "Thomas Budrys on trucks", ""},
		{"a rare given name opens", "Skaistė Budrys on trucks", ""},
		{"a title opens", "President Nausėda on trucks", "Nausėda=nauseda"},
		{"pronoun and state", "who told us that the US agreed", "US=us"},
		{"given name alone", "what does remigijus want", ""},
		{"everyday words", "how many trucks did the border keep in autumn", ""},
		{"empty", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range x.Question(c.asked, at) {
				s := c.asked[m.Start:m.End] + "=" + answer(m.Candidates)
				if !m.Exact {
					s = "~" + s
				}
				got = append(got, s)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
				t.Errorf("Question(%q) (-want +got)\n%s", c.asked, diff)
			}
		})
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"Lithuanian", "ŽEMAITAITIS Ąčęėįšųūž", "zemaitaitis aceeisuuz"},
		{"Polish", "Łódź, Świętosława", "lodz, swietoslawa"},
		{"Danish and Croatian", "Čmilytė-Nielsen Ødegård Đoković", "cmilyte-nielsen odegard dokovic"},
		{"decomposed", "Nause\u0307da", "nauseda"},
		{"ligatures", "Strauß Æsop", "strauss aesop"},
		{"Cyrillic kept", "Лукашэнка Ўй Ёж", "лукашэнка ўй ёж"},
		{"decomposed Cyrillic composed", "и\u0306", "й"},
		{"apostrophes", "O’Brien O`Brien Oʼbrien", "o'brien o'brien o'brien"},
		{"dashes", "a–b—c‑d", "a-b-c-d"},
		{"Vietnamese", "Nguyễn", "nguyen"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, names.Fold(c.in)); diff != "" {
				t.Errorf("Fold(%q) (-want +got)\n%s", c.in, diff)
			}
		})
	}
}

func TestClear(t *testing.T) {
	for _, c := range []struct {
		name   string
		scores []float64
		want   bool
	}{
		{"none", nil, false},
		{"one that fits", []float64{0.9}, true},
		{"one too weak", []float64{0.6}, false},
		{"two alike", []float64{0.97, 0.97}, false},
		{"one far ahead", []float64{0.97, 0.45}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var list []names.Candidate
			for _, s := range c.scores {
				list = append(list, names.Candidate{Score: s})
			}
			if got := names.Clear(list); got != c.want {
				t.Errorf("Clear(%v) = %v, want %v", c.scores, got, c.want)
			}
		})
	}
}
