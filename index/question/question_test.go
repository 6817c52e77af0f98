package question_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/index"
	"dossierbot/index/question"
)

func TestClean(t *testing.T) {
	r := question.New(lagoon())
	for name, tt := range map[string]struct {
		text, want string
		cut        bool
	}{
		"white space":           {"  what\tdid\n\nKairys say ", "what did Kairys say", false},
		"controls and marks":    {"Kai\u200brys\u202e \x00said\u2066", "Kairys said", false},
		"bytes of no character": {"Kai\xffrys \ufffdsaid", "Kairys said", false},
		"at the limit":          {strings.Repeat("ė", question.MaxLength), strings.Repeat("ė", question.MaxLength), false},
		"over the limit":        {strings.Repeat("ė", question.MaxLength-1) + " ice", strings.Repeat("ė", question.MaxLength-1), true},
	} {
		got := r.Read(tt.text, asked)
		if got.Text != tt.want || got.Cut != tt.cut {
			t.Errorf("%s: %q, %v", name, got.Text, got.Cut)
		}
	}
}

func TestEmpty(t *testing.T) {
	r := question.New(lagoon())
	for text, want := range map[string]bool{
		"": true, "what did they say": true, "who?": true,
		"in 2020": false, "Kairys": false, "tolls": false, "according to the Delta Monitor": false, "what did Quillon say": false, "what about Semba": false,
	} {
		if got := r.Read(text, asked).Empty(); got != want {
			t.Errorf("%q is empty: %v", text, got)
		}
	}
}

func TestNames(t *testing.T) {
	r := question.New(lagoon())
	if got := r.Read("ką Kairys sakė apie Uostamiestį", asked).Query; len(got.Terms) != 1 || !got.Terms[0].Foreign {
		t.Errorf("a name in the case form of another language is %+v", got.Terms)
	}
	two := r.Read("what did Żubrow say", asked)
	var who []string
	for _, c := range two.Ambiguous {
		who = append(who, c.Actor)
	}
	if diff := cmp.Diff([]string{"anna-zubrow", "marek-zubrow"}, who); diff != "" || two.Named != "Żubrow" {
		t.Errorf("%q is %s", two.Named, diff)
	}
	if diff := cmp.Diff([]string{"anna-zubrow", "marek-zubrow"}, two.Query.Speakers); diff != "" {
		t.Error(diff)
	}
	slip := r.Read("what did Vilkiate say", asked)
	if diff := cmp.Diff([]string{"vilkaite"}, slip.Query.Speakers); diff != "" || len(slip.Corrected) != 1 || slip.Corrected[0].From != "Vilkiate" {
		t.Errorf("%s%v", diff, slip.Corrected)
	}
}

func TestTime(t *testing.T) {
	r := question.New(lagoon())
	got := r.Read("what did Kairys say on 3 March", asked)
	if got.Time == nil || !got.Query.AnyYear || got.Query.Time.Basis != corpus.Stated || got.Query.Time.String() != "2025-03-03" {
		t.Errorf("%+v, %+v", got.Time, got.Query)
	}
	for text, want := range map[string]string{
		"what happened on 31.02.2025": "31.02.2025", "what happened on 2025-13-01": "2025-13-01", "what did Kairys say on 13/13/2025": "13/13/2025",
		"what happened on 28.02.2025": "", "what happened on 2025-02-28": "", "the 4-4-0 of 1925": "", "version 1.2.3": "",
	} {
		if got := r.Read(text, asked).NoDate; got != want {
			t.Errorf("%q: %q is no date, want %q", text, got, want)
		}
	}
	if got := r.Read("what did Kairys say", asked); got.Time != nil || got.Query.Dimension != "" {
		t.Errorf("%+v of no time, %q", got.Time, got.Query.Dimension)
	}
}

func TestTermKinds(t *testing.T) {
	r := question.New(lagoon())
	terms := func(text string) map[string]index.Term {
		out := map[string]index.Term{}
		for _, term := range r.Read(text, asked).Query.Terms {
			out[term.Text] = term
		}
		return out
	}
	verbs := terms("did the Board meeting ratify the pilots who repaired ice roads")
	for word, weight := range map[string]float64{"ratify": 1, "repaired": 0.5, "ice": 1, "roads": 1} {
		if verbs[word].Weight != weight {
			t.Errorf("%s weighs %v", word, verbs[word].Weight)
		}
	}
	if !verbs["roads"].Joined || verbs["repaired"].Joined || verbs["ice"].Joined {
		t.Errorf("joined: %+v", verbs)
	}
	if meeting := terms("the meeting of pilots")["meeting"]; meeting.Weight != 1 {
		t.Errorf("a meeting weighs %v", meeting.Weight)
	}
	if solid := terms("the lay-up of barges")["lay"]; !cmp.Equal(solid.Others, [][]string{{"layup"}}) {
		t.Errorf("lay-up is %v", solid.Others)
	}
	if dredger := terms("dregder and digging the fairwya"); len(dredger["dregder"].Others) != 0 || len(dredger["fairwya"].Others) == 0 {
		t.Errorf("slips: %+v", dredger)
	}
	for text, want := range map[string]bool{"kiek kainuoja ledas": true, "price of ice": false, "ice roads": false, "лёд": true} {
		for _, term := range r.Read(text, asked).Query.Terms {
			if term.Foreign != want {
				t.Errorf("%s in %q is foreign: %v", term.Text, text, term.Foreign)
			}
		}
	}
}

func TestTerms(t *testing.T) {
	var got []string
	for _, term := range question.Terms("They said the barges wait; a barge waits for the U.S. fleet.") {
		got = append(got, term.Stem)
	}
	if diff := cmp.Diff([]string{"barg", "wait", "us", "fleet"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestTopicTerm(t *testing.T) {
	got := question.TopicTerm(corpus.Topic{ID: "dues", Name: "Dues", Synonyms: []string{"port fees", "the"}})
	want := index.Term{Text: "Dues", Folded: "due", Stem: "due", Weight: 1, Others: [][]string{{"due"}, {"port", "fee"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := question.TopicTerm(corpus.Topic{Name: "Harbour dues"}); got.Stem != "" || len(got.Others) != 1 {
		t.Errorf("%+v", got)
	}
}

func BenchmarkRead(b *testing.B) {
	r := question.New(lagoon())
	for name, text := range map[string]string{
		"usual":   "what did Vilkaitė and Kairys say about the barges in March 2024",
		"longest": strings.Repeat("what did Quillon and Kairys say by ", 15)[:question.MaxLength],
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				r.Read(text, asked)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"what did Vilkaitė and Kairys say about who should clear the 1,250 barges in March 2024, according to the Delta Monitor",
		"difference between Marta Quillon and Kairys’s op-ed on tolls", "ką sakė Kvilonas apie Semba", "что говорили о Вилкайте в 2023", "by by by who said said",
		"\xff’s \u202e' The The of", "A\u0301 - B c'",
	} {
		f.Add(seed)
	}
	r := question.New(lagoon())
	f.Fuzz(func(t *testing.T, text string) {
		got := r.Read(text, asked)
		if !utf8.ValidString(got.Text) || utf8.RuneCountInString(got.Text) > question.MaxLength {
			t.Fatalf("%q is read of %q", got.Text, text)
		}
		if got.Time != nil && (got.Time.Start < 0 || got.Time.End > len(got.Text) || !utf8.ValidString(got.Text[got.Time.Start:got.Time.End])) {
			t.Fatalf("the time stands at %v of %q", got.Time.Span, got.Text)
		}
		for _, name := range append([]string{got.Named}, got.Query.SpeakerNames...) {
			if !strings.Contains(got.Text, name) {
				t.Fatalf("%q is not in %q", name, got.Text)
			}
		}
		for _, term := range got.Query.Terms {
			if !strings.Contains(got.Text, term.Text) || term.Weight <= 0 || term.Stem == "" {
				t.Fatalf("%+v in %q", term, got.Text)
			}
		}
		for _, a := range got.Query.About {
			for _, s := range got.Query.Speakers {
				if a == s {
					t.Fatalf("%s speaks of themselves", a)
				}
			}
		}
	})
}
