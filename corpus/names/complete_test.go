package names_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/names"
)

// TestCompleterFits names the fit of each word half typed for one thing
// listed.
func TestCompleterFits(t *testing.T) {
	for name, c := range map[string]struct {
		typed  string
		listed names.Listed
		want   names.Fit
	}{
		"a name":                         {"ŽEMAITAITIS remigijus", listed("Žemaitaitis, Remigijus"), names.Exact},
		"how a name begins":              {"Remi", listed("Remigijus Žemaitaitis"), names.Whole},
		"into the second word":           {"Remigijus Ž", listed("Remigijus Žemaitaitis"), names.Whole},
		"another name":                   {"Жем", listed("Remigijus Žemaitaitis", "Жемайтайтис"), names.Whole},
		"how a word begins":              {"zemait", listed("Remigijus Žemaitaitis"), names.Word},
		"words in another order":         {"zem rem", listed("Remigijus Žemaitaitis"), names.Word},
		"with an office":                 {"zem lead", beside("Remigijus Žemaitaitis", "leader, Dawn of the Nemunas"), names.Both},
		"Cyrillic for Latin":             {"жемайт", listed("Remigijus Žemaitaitis"), names.Heard},
		"a letter":                       {"ж", listed("Remigijus Žemaitaitis"), names.Heard},
		"Latin as it sounds":             {"tikhan", listed("Светлана Тихановская"), names.Heard},
		"another spelling in one script": {"Lukasz", listed("Alyaksandr Lukashenka"), names.Heard},
		"two scripts at once":            {"светлана tsi", listed("Svetlana Tsikhanouskaya"), names.Heard},
		"inside of a word":               {"mait", listed("Remigijus Žemaitaitis"), names.Inside},
		"not inside of an office":        {"inist", beside("Ana Lee", "minister"), 0},
		"an office alone":                {"prime min", beside("Ana Lee", "prime minister"), names.OfBeside},
		"an office in another script":    {"Lee мини", beside("Ana Lee", "ministras"), names.Heard},
		"initials":                       {"edm", listed("first in Eurasia Daily Monitor"), names.Initials},
		"initials of small words":        {"fied", listed("first in Eurasia Daily Monitor"), 0},
		"one word fits not":              {"Remigijus zzz", listed("Remigijus Žemaitaitis"), 0},
		"another year":                   {"2025", listed("Accounts of 2024"), 0},
		"the year":                       {"acc 2024", listed("The Accounts of 2024"), names.Word},
		"Greek":                          {"Μητσοτ", listed("Κυριάκος Μητσοτάκης"), names.Word},
		"Chinese":                        {"北京", listed("北京市"), names.Whole},
		"nothing typed":                  {" \t", listed("Ana Lee"), names.Whole},
		"no word":                        {"\x00\u202e\xff…", listed("Ana Lee"), 0},
		"longer than any name":           {strings.Repeat("a", 301), listed(strings.Repeat("a", 400)), 0},
		"nameless":                       {"a", names.Listed{}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			got := names.NewCompleter([]names.Listed{c.listed}).Fits(c.typed)
			if diff := cmp.Diff([]names.Fit{c.want}, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", c.typed, diff)
			}
		})
	}
}

func listed(all ...string) names.Listed { return names.Listed{Names: all} }

func beside(name string, office ...string) names.Listed {
	return names.Listed{Names: []string{name}, Beside: office}
}

// TestCompleterSlips: what is typed with a slip fits by ear, the better the
// smaller the slip is, and no better than what begins so.
func TestCompleterSlips(t *testing.T) {
	c := names.NewCompleter([]names.Listed{listed("Remigijus Žemaitaitis"), listed("Potash"), listed("Κυριάκος Μητσοτάκης"), listed("Geir Dahl")})
	for typed, place := range map[string]int{
		"Zemiatitis": 0, "Zemataitis": 0, "zamait": 0, "remigjus zem": 0, "жымайт": 0, "potsh": 1, "potahs": 1, "потеш": 1, "Μητσιτάκ": 2,
	} {
		for i, f := range c.Fits(typed) {
			if by := f > 0 && f < names.Initials; by != (i == place) || f >= names.Initials {
				t.Errorf("%q: fit %d of %d", typed, f, i)
			}
		}
	}
	for _, typed := range []string{"pots", "pat", "zzzzzz", "Dahlberg Geir Olsen", "remigijus dahl", "ot ot zz"} {
		for i, f := range c.Fits(typed) {
			if f > 0 && f < names.Initials && (typed != "pots" || i != 1) {
				t.Errorf("%q: fit %d of %d", typed, f, i)
			}
		}
	}
	if near, far := c.Fits("Zemaitatis")[0], c.Fits("Simatetus")[0]; near <= far {
		t.Errorf("a small slip fits by %d, several by %d", near, far)
	}
	for _, likeness := range []float64{-1, 0, 0.5, 1, 7} {
		if f := names.Nearly(likeness); f < names.ByEar || f >= names.Initials {
			t.Errorf("a likeness of %v fits by %d", likeness, f)
		}
	}
}

// TestCompleterOffices: an office alone is taken only where no name fits.
func TestCompleterOffices(t *testing.T) {
	c := names.NewCompleter([]names.Listed{beside("Ana Lee", "mayor"), beside("Bo Mayer", "clerk"), beside("Cy Dunn", "mayor")})
	for typed, want := range map[string][]names.Fit{
		"mayo":   {names.OfBeside, 0, names.OfBeside},
		"may":    {0, names.Word, 0},
		"lee ma": {names.Both, 0, 0},
	} {
		if diff := cmp.Diff(want, c.Fits(typed)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", typed, diff)
		}
	}
}

// TestCompleterWith: of a list that changed again and again what is typed fits
// as of one that was made at once.
func TestCompleterWith(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	parts := []string{"Ana", "Bo", "Maar", "Mayer", "Lee", "Žukas", "Dunn", "Дальке"}
	some := func() names.Listed {
		return beside(parts[r.IntN(len(parts))]+" "+parts[r.IntN(len(parts))], []string{"mayor", "clerk of the lee", ""}[r.IntN(3)])
	}
	all := []names.Listed{some(), some(), some()}
	c := names.NewCompleter(all)
	var gone []int
	for range 30 {
		var lost []int
		for i := range all {
			if !slices.Contains(gone, i) && r.IntN(12) == 0 {
				lost = append(lost, i)
			}
		}
		var come []names.Listed
		for range r.IntN(3) {
			come = append(come, some())
		}
		before, was := c, c.Fits("may")
		c = c.With(lost, come)
		all, gone = append(all, come...), append(gone, lost...)
		for _, typed := range []string{"", "may", "mayo", "lee ma", "Maar", "zuk", "dalk", "ana lee", "clerk", "zzzz", "al"} {
			var there []names.Listed
			for i, l := range all {
				if !slices.Contains(gone, i) {
					there = append(there, l)
				}
			}
			once := names.NewCompleter(there).Fits(typed)
			want := []names.Fit{}
			for i := range all {
				if slices.Contains(gone, i) {
					want = append(want, 0)
				} else {
					want, once = append(want, once[0]), once[1:]
				}
			}
			if diff := cmp.Diff(want, append([]names.Fit{}, c.Fits(typed)...)); diff != "" {
				t.Fatalf("%q (-want +got):\n%s", typed, diff)
			}
		}
		if diff := cmp.Diff(was, before.Fits("may")); diff != "" {
			t.Fatalf("the one before has changed (-want +got):\n%s", diff)
		}
	}
}

// FuzzCompleter: whatever is listed and typed, nothing panics; a name typed
// whole fits exactly, and its first words fit as how it begins.
func FuzzCompleter(f *testing.F) {
	for _, s := range [][2]string{
		{"Remigijus Žemaitaitis", "zem"}, {"Світлана Ціханоўская", "tsikh"}, {"北京 \u0301é", "\xff"}, {"O'Neil’s x", "O'"}, {"ǅ ß ﬁ ŉ", "fi"}, {"\u0958 İ ı", "i̇"},
		{"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, name, typed string) {
		c := names.NewCompleter([]names.Listed{listed(name), beside(typed, name), listed(typed, name)})
		for _, text := range []string{typed, name, typed + " " + name} {
			if got := c.Fits(text); len(got) != 3 {
				t.Fatalf("%d fits", len(got))
			}
		}
		if len(name) > 300 || !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return
		}
		if got := c.Fits(name); got[0] != names.Exact || got[2] != names.Exact {
			t.Errorf("%q fits itself by %v", name, got)
		}
		first, _, _ := strings.Cut(name, " ")
		if strings.ContainsFunc(first, unicode.IsLetter) && c.Fits(first)[0] < names.Whole {
			t.Errorf("%q fits %q by %d", first, name, c.Fits(first)[0])
		}
	})
}
