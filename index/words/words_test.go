package words_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossierbot/index/words"
)

// told writes words in short: folded, with a mark behind stop words.
func told(text string) string {
	var out []string
	for _, w := range words.Of(text) {
		if w.Stop {
			w.Folded += "*"
		}
		out = append(out, w.Folded)
	}
	return strings.Join(out, " | ")
}

func TestOf(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"nothing":                     {" \n—…", ""},
		"case and diacritics":         {"Šilutė ÉTAPE Żmuda", "silute | etape | zmuda"},
		"a decomposed letter":         {"S\u030cilute\u0307", "silute"},
		"possessive":                  {"Vilkaitė’s pilots' boat's", "vilkaite | pilots | boat"},
		"contractions":                {"they'll we're I've he'd I'm", "they* | we* | i* | he* | i*"},
		"contracted not":              {"can't won’t didnt", "can't* | won't* | didnt*"},
		"won is no won't":             {"who won", "who* | won"},
		"an apostrophe within a name": {"O'Brien's об’єднання", "o'brien | об'єднання"},
		"quoted":                      {"'harbour' ‘quay’", "harbour | quay"},
		"initials":                    {"the U.S.-led fleet, e.g. U.S.A.", "the* | us | led | fleet | eg | usa"},
		"acronyms are no stop words":  {"US and us, IT and it", "us | and* | us* | it | and* | it*"},
		"all in capitals":             {"WHO SOLD IT TO US", "who* | sold | it* | to* | us*"},
		"all in capitals, with stops": {"SOLD IT TO THE U.S.", "sold | it* | to* | the* | us"},
		"a forgotten space":           {"It froze.Nobody sailed.", "it* | froze | nobody | sailed"},
		"an initial and a name":       {"J.D.Vilkas", "jd | vilkas"},
		"a domain":                    {"port.example.lt", "port | example | lt"},
		"hyphens part words":          {"visa-free pro-democratic op-ed", "visa | free | pro | democratic | op | ed"},
		"but not bound prefixes":      {"co-operation Re‑election e-mail", "cooperation | reelection | email"},
		"nor a prefix before a digit": {"co-2", "co* | 2"},
		"a soft hyphen":               {"har\u00adbour", "harbour"},
		"thousands":                   {"970,000; 970 000; 970\u00a0000; 970\u202f000; 1,250,000; 1.250.000", "970000 | 970000 | 970000 | 970000 | 1250000 | 1250000"},
		"thousands and a fraction":    {"1,250.5 1.250.000,5", "1250.5 | 1250000.5"},
		"fractions":                   {"1,5 1.1465 1.250 0,125", "1.5 | 1.1465 | 1.250 | 0.125"},
		"no thousands":                {"in 2020 300 ships, 12 1250, 7 300x, 0 300", "in* | 2020 | 300 | ships | 12 | 1250 | 7 | 300x | 0 | 300"},
		"a list of numbers":           {"1,2,3", "1,2,3"},
		"ranges and signs":            {"30–40% €1.1465 billion", "30 | 40 | 1.1465 | billion"},
		"dates":                       {"19.11.2025 2025-11-19", "19.11.2025 | 2025 | 11 | 19"},
		"digits and letters":          {"1990s 5th Q3 м2", "1990s | 5th | q3 | м2"},
		"other digits":                {"٣٤ ½", "٣٤ | ½"},
		"Cyrillic":                    {"Что сказал о баржах", "что* | сказал | о* | баржах"},
		"glyphs":                      {"港口 ท่า", "港 | 口 | ท | า"},
		"too long":                    {strings.Repeat("a", words.MaxLength+1) + " b", "b"},
		"a space that groups nothing": {"12 ships", "12 | ships"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, told(tt.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOfPlaces(t *testing.T) {
	text := "Vilkaitė’s 1 250 U.S. co-op"
	var got []string
	for _, w := range words.Of(text) {
		if w.Text != text[w.Start:w.End] {
			t.Errorf("%q stands for %q", w.Text, text[w.Start:w.End])
		}
		got = append(got, w.Text)
	}
	if diff := cmp.Diff([]string{"Vilkaitė’s", "1 250", "U.S", "co-op"}, got); diff != "" {
		t.Error(diff)
	}
}

// Forms of one word meet, British or American, regular or not.
func TestStemMeets(t *testing.T) {
	for _, forms := range []string{
		"harbour harbor harbours harbored harbouring", "neighbourly neighborly", "neighbourhood neighborhood", "favourable favorable",
		"organise organize organised organizing", "organisation organization organisations", "analyse analyze analysed analyzing",
		"centre center centres centers", "litre liter", "theatre theater", "dialogue dialog dialogues",
		"defence defense", "licence license", "programme program programmes", "cheque checks", "grey gray",
		"travelled traveled travelling", "labelled labeled", "expelled expel", "cancelled canceled", "fulfil fulfill fulfilled", "enrol enroll enrolled",
		"cooperation cooperations", "write wrote written writes", "withdraw withdrew withdrawn", "oversee oversaw", "win won",
		"woman women", "child children", "crisis crises", "referendum referenda", "person people",
		"independence independent", "difference different", "precise precisely", "revise revised revising", "supervise supervised",
		"usa us", "баржа баржи баржах", "северный северного",
	} {
		f := strings.Fields(forms)
		for _, form := range f[1:] {
			if a, b := words.Stem(f[0]), words.Stem(form); a != b {
				t.Errorf("%s is %q, %s is %q", f[0], a, form, b)
			}
		}
	}
}

func TestStemKeepsApart(t *testing.T) {
	for _, pair := range [][2]string{{"tour", "tor"}, {"base", "basis"}, {"bases", "basis"}, {"tree", "ter"}, {"found", "find"}, {"1990", "1991"}} {
		if words.Stem(pair[0]) == words.Stem(pair[1]) {
			t.Errorf("%s and %s are both %q", pair[0], pair[1], words.Stem(pair[0]))
		}
	}
	if got := words.Stem(""); got != "" {
		t.Errorf("the stem of nothing is %q", got)
	}
}

func TestIsVerbForm(t *testing.T) {
	for form, want := range map[string]bool{
		"sailed": true, "sailing": true, "withdrew": true, "agreed": true, "written": true,
		"spring": false, "string": false, "red": false, "hundred": false, "evening": false, "women": false, "defence": false, "harbour": false, "king": false,
	} {
		if got := words.IsVerbForm(form); got != want {
			t.Errorf("IsVerbForm(%q) = %v", form, got)
		}
	}
}

func TestRelated(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"visit", "visitor", true}, {"produc", "product", true}, {"trade", "trader", true}, {"move", "movement", true}, {"invest", "invest", true},
		{"accept", "acceptance", true}, {"inspect", "inspection", true},
		{"port", "portion", false}, {"miss", "mission", false}, {"sect", "section", false}, {"harbor", "harvest", false}, {"sea", "seal", false},
	} {
		if got := words.Related(words.Stem(tt.a), words.Stem(tt.b)); got != tt.want {
			t.Errorf("Related(%q, %q) = %v", words.Stem(tt.a), words.Stem(tt.b), got)
		}
		if words.Related(tt.a, tt.b) != words.Related(tt.b, tt.a) {
			t.Errorf("Related of %q and %q hangs on their order", tt.a, tt.b)
		}
	}
}

func TestInflected(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"uostas", "uosto", true}, {"tranzytu", "tranzyt", true}, {"порту", "порта", true}, {"удобрен", "удобрения", true},
		{"мир", "мост", false}, {"пароход", "парус", false}, {"портфель", "порту", false}, {"уголь", "угол", true}, {"уговор", "уголь", false}, {"uostas", "uostamiestis", false}, {"ledas", "lauk", false},
	} {
		if got := words.Inflected(tt.a, tt.b); got != tt.want {
			t.Errorf("Inflected(%q, %q) = %v", tt.a, tt.b, got)
		}
	}
}

func TestClasses(t *testing.T) {
	for _, tt := range []struct {
		word                            string
		stop, english, foreign, generic bool
	}{
		{"about", true, true, false, false},
		{"apie", true, false, true, false},
		{"про", true, false, true, false},
		{"do", true, true, false, true},
		{"harbour", false, false, false, false},
		{"opinion", false, false, false, true},
		{"state", false, false, false, false},
		{"pozicija", false, false, false, true},
	} {
		got := []bool{words.IsStop(tt.word), words.IsEnglish(tt.word), words.IsForeign(tt.word), words.IsGeneric(tt.word)}
		if diff := cmp.Diff([]bool{tt.stop, tt.english, tt.foreign, tt.generic}, got); diff != "" {
			t.Errorf("%s (stop, English, foreign, generic):\n%s", tt.word, diff)
		}
	}
}

func FuzzOf(f *testing.F) {
	for _, sentence := range sinks {
		f.Add(sentence)
	}
	f.Add("a.b.c.d 1 000 000 1,2,3 co-co-co- 'n' n't \xff\xfe \u0301x 港口a")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, w := range words.Of(text) {
			switch {
			case w.Start < last || w.End <= w.Start || w.End > len(text):
				t.Fatalf("%v after %d in %d bytes", w.Span, last, len(text))
			case w.Text != text[w.Start:w.End]:
				t.Fatalf("%q is not what stands at %v", w.Text, w.Span)
			case utf8.ValidString(text) && !utf8.ValidString(w.Text):
				t.Fatalf("%q is cut within a character", w.Text)
			case len(w.Text) > words.MaxLength || w.Folded == "":
				t.Fatalf("%+v is too long or too short", w)
			case !w.Stop && w.Stem != words.Stem(w.Folded):
				t.Fatalf("%+v has another stem than its word", w)
			}
			last = w.End
		}
	})
}
