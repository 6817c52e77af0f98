package index_test

import (
	"fmt"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossierbot/corpus"
	"dossierbot/index"
)

func TestPaging(t *testing.T) {
	t.Parallel()
	files := cast()
	for i := range 7 {
		files[fmt.Sprintf("%d.txt", i)] = fmt.Sprintf("A beacon %s was seen %s, and %s said so.\n", spelt(i), spelt(i+10), spelt(i+20))
	}
	x := memory(t, files)
	whole := passageIDs(search(t, x, index.Query{Terms: terms("beacon"), Limit: 100}).Hits)
	if len(whole) != 7 {
		t.Fatalf("%d hits, want 7", len(whole))
	}
	for name, tt := range map[string]struct {
		limit, offset int
		want          []string
	}{
		"no limit said":   {0, 0, whole[:index.DefaultLimit]},
		"negative limit":  {-1, 0, whole[:index.DefaultLimit]},
		"first":           {2, 0, whole[:2]},
		"second":          {2, 2, whole[2:4]},
		"last, not full":  {2, 6, whole[6:]},
		"just beyond":     {2, 7, []string{}},
		"far beyond":      {2, 1 << 40, []string{}},
		"negative offset": {2, -3, whole[:2]},
	} {
		t.Run(name, func(t *testing.T) {
			r := search(t, x, index.Query{Terms: terms("beacon"), Limit: tt.limit, Offset: tt.offset})
			if diff := gocmp.Diff(tt.want, passageIDs(r.Hits)); diff != "" || r.Total != 7 || r.Outcome != index.Answered {
				t.Errorf("%s, %d in all (-want +got):\n%s", r.Outcome, r.Total, diff)
			}
		})
	}
}

func TestSameWords(t *testing.T) {
	t.Parallel()
	const news = "The harbour master closed the northern basin on Monday because the sluice no longer held, and forty barges had to turn around."
	x := memory(t, cast(
		"agency.md", entry("2024-03-04", news),
		"daily.md", entry("2024-03-05", strings.ToUpper(news[:1])+news[1:]+" Readers had seen it coming."),
		"note.md", "---\nform: note\ntitle: Our note\n---\n"+news+"\n",
		"other.md", entry("2024-03-06", "The sluice of the northern basin was mended in a day by the harbour master and forty men with barges."),
	))
	r := search(t, x, index.Query{Terms: terms("northern basin sluice barges"), Limit: 10})
	got := map[string][]string{}
	for _, h := range r.Hits {
		key := h.Passage.ID
		got[key] = []string{}
		for _, a := range h.AlsoIn {
			got[key] = append(got[key], a.PassageID+" "+a.Document.Published.String())
		}
	}
	want := map[string][]string{"agency.md#1": {"daily.md#1 2024-03-05"}, "note.md#1": {}, "other.md#1": {}}
	if _, ok := got["daily.md#1"]; ok { // which of the two stands for both is a matter of rank
		want = map[string][]string{"daily.md#1": {"agency.md#1 2024-03-04"}, "note.md#1": {}, "other.md#1": {}}
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if r.Total != 3 {
		t.Errorf("%d in all, want 3", r.Total)
	}
	t.Run("of one document alone", func(t *testing.T) {
		r := search(t, x, index.Query{Terms: terms("northern basin sluice barges"), Documents: []string{"daily.md"}, Limit: 10})
		if diff := gocmp.Diff([]string{"daily.md#1"}, passageIDs(r.Hits)); diff != "" || len(r.Hits[0].AlsoIn) > 0 {
			t.Errorf("also in %v (-want +got):\n%s", r.Hits[0].AlsoIn, diff)
		}
	})
}

// TestPhrases: what is asked for in quotation marks goes first, stop words and
// all.
func TestPhrases(t *testing.T) {
	t.Parallel()
	x := memory(t, cast("1.txt", "The late tide was late, too late, and the latest yet.\n", "2.txt", "Go home before it is too late, said the pilot.\n"))
	for _, q := range []struct {
		phrases []string
		want    string
	}{{nil, "1.txt#1"}, {[]string{"before it is too late"}, "2.txt#1"}, {[]string{"after it is too late"}, "1.txt#1"}} {
		if r := search(t, x, index.Query{Terms: terms("late"), Phrases: q.phrases}); len(r.Hits) == 0 || r.Hits[0].Passage.ID != q.want {
			t.Errorf("%v: %v, want %s first", q.phrases, passageIDs(r.Hits), q.want)
		}
	}
}

func TestNotesAndSources(t *testing.T) {
	t.Parallel()
	x := memory(t, cast(
		"a-note.md", "---\nform: note\n---\nThe weir leaks.\n",
		"b-source.md", "---\nform: source\n---\nThe weir leaks.\n",
		"c-bare.txt", "Old weirs leak more.\n",
	))
	r := search(t, x, index.Query{Terms: terms("weir leaks"), Limit: 10})
	got := map[string]corpus.Form{}
	for _, h := range r.Hits {
		got[h.Document.ID] = h.Document.Form
	}
	want := map[string]corpus.Form{"a-note.md": corpus.Note, "b-source.md": corpus.Source, "c-bare.txt": corpus.Source}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("forms (-want +got):\n%s", diff)
	}
	if len(r.Hits) > 0 && r.Hits[0].Document.ID != "b-source.md" {
		t.Errorf("%s comes first, want the source", r.Hits[0].Document.ID)
	}
}

func TestDocumentFilter(t *testing.T) {
	t.Parallel()
	x := memory(t, quay)
	for name, tt := range map[string]struct {
		documents []string
		want      []string
	}{
		"all":     {nil, []string{"voices.md#1", "winter/ice.md#1"}},
		"one":     {[]string{"winter/ice.md"}, []string{"winter/ice.md#1"}},
		"two":     {[]string{"winter/ice.md", "voices.md"}, []string{"voices.md#1", "winter/ice.md#1"}},
		"nothing": {[]string{"gulls.txt"}, []string{}},
		"none":    {[]string{"winter/*", "", "voices"}, []string{}},
	} {
		r := search(t, x, index.Query{Terms: terms("harbour"), Documents: tt.documents, Limit: 10})
		if diff := gocmp.Diff(tt.want, passageIDs(r.Hits), cmpopts.SortSlices(strings.Compare)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Every hit is its document's bytes, and so are the words that matched.
func TestVerbatim(t *testing.T) {
	t.Parallel()
	f := folderOf(t, odd)
	x := open(t, f, index.Options{Dir: t.TempDir(), Write: true})
	for _, asked := range []string{"harbour", "café Žuvėdra", "cafe zuvedra", "ice crane", "gulls", "dues"} {
		r := search(t, x, index.Query{Terms: terms(asked), Limit: 50})
		if len(r.Hits) == 0 {
			t.Errorf("%q: no hit", asked)
		}
		forms := map[string]bool{}
		for _, w := range terms(asked) {
			forms[w.Stem] = true
		}
		for _, h := range r.Hits {
			d, err := f.Read(t.Context(), h.Document.ID)
			if err != nil {
				t.Fatal(err)
			}
			if h.Passage.Text != d.Text[h.Passage.Start:h.Passage.End] {
				t.Errorf("%q: %s is not its document's bytes", asked, h.Passage.ID)
			}
			if len(h.Matched) == 0 {
				t.Errorf("%q: nothing matched in %s", asked, h.Passage.ID)
			}
			for _, m := range h.Matched {
				if found := terms(d.Text[m.Start:m.End]); !h.Passage.Contains(m) || len(found) != 1 || !forms[found[0].Stem] {
					t.Errorf("%q: matched %q in %s", asked, d.Text[m.Start:m.End], h.Passage.ID)
				}
			}
		}
	}
}

func TestSpeakersAndActors(t *testing.T) {
	t.Parallel()
	x := memory(t, cast(
		"speech.txt", "Jonas Kairys said that the breakwater was safe.\n",
		"mention.txt", "Rasa Vilkaitė walked along the breakwater with Marek Oberski.\n",
		"reply.txt", "“Repair the breakwater,” Marek Oberski said. Jonas Kairys left the room.\n",
	))
	for name, tt := range map[string]struct {
		q       index.Query
		want    []string
		relaxed bool
	}{
		"speaker":                  {index.Query{Speakers: []string{"kairys"}}, []string{"speech.txt#1"}, false},
		"either speaker":           {index.Query{Speakers: []string{"kairys", "oberski"}}, []string{"reply.txt#1", "speech.txt#1"}, false},
		"mentioned or speaking":    {index.Query{Actors: []string{"kairys"}}, []string{"reply.txt#1", "speech.txt#1"}, false},
		"no statement of theirs":   {index.Query{Speakers: []string{"vilkaite"}}, []string{"mention.txt#1"}, true},
		"nothing of theirs at all": {index.Query{Speakers: []string{"transport-board"}}, []string{}, false},
	} {
		tt.q.Terms, tt.q.Limit = terms("breakwater"), 10
		r := search(t, x, tt.q)
		if diff := gocmp.Diff(tt.want, passageIDs(r.Hits), cmpopts.SortSlices(strings.Compare)); diff != "" || len(r.Hits) > 0 && r.Relaxed != tt.relaxed {
			t.Errorf("%s: relaxed %t (-want +got):\n%s", name, r.Relaxed, diff)
		}
		for _, h := range r.Hits {
			for _, i := range h.Asked {
				if s := h.Passage.Statements[i].Speaker; !tt.relaxed && s != "kairys" && s != "oberski" {
					t.Errorf("%s: asked for a statement of %s", name, s)
				}
			}
		}
	}
}

func TestMissing(t *testing.T) {
	t.Parallel()
	x := memory(t, quay)
	foreign := terms("švyturys")
	foreign[0].Foreign = true
	for name, tt := range map[string]struct {
		q    index.Query
		want index.Result
	}{
		"a name that is nowhere": {index.Query{Terms: append(terms("harbour dues"), unknown("Zubrow")...)},
			index.Result{Outcome: index.NotInDossier, Missing: []string{"Zubrow"}}},
		"words that are nowhere": {index.Query{Terms: terms("submarine torpedoes")},
			index.Result{Outcome: index.NotInDossier, Missing: []string{"submarine", "torpedoes"}}},
		"bleve's own syntax": {index.Query{Terms: []index.Term{{Text: "+id:*^2~", Folded: "+id:*^2~", Stem: "+id:*^2~", Weight: 1}}},
			index.Result{Outcome: index.NotInDossier, Missing: []string{"+id:*^2~"}}},
		"a foreign word beside a speaker": {index.Query{Terms: foreign, Speakers: []string{"kairys"}},
			index.Result{Outcome: index.Answered, LeftOut: []string{"švyturys"}}},
	} {
		got := search(t, x, tt.q)
		if got.Outcome == index.Answered && len(got.Hits) == 0 {
			t.Errorf("%s: answered without a hit", name)
		}
		got.Hits, got.Total = nil, 0
		if diff := gocmp.Diff(tt.want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestOfActor(t *testing.T) {
	t.Parallel()
	x := memory(t, odd)
	all, err := x.OfActor(t.Context(), "vilkaite", 100)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 3 {
		t.Fatalf("%d passages, want several", len(all))
	}
	for i, h := range all {
		if h.Document.ID != "long.txt" || h.Passage.Number != i+1 {
			t.Errorf("passage %d is %s", i+1, h.Passage.ID)
		}
	}
	for actor, want := range map[string]int{"vilkaite": 2, "oberski": 0, "": 0} {
		if hits, err := x.OfActor(t.Context(), actor, 2); err != nil || len(hits) != want {
			t.Errorf("%q: %d passages, %v; want %d", actor, len(hits), err, want)
		}
	}
}

// What kind of answer is asked for tells passages apart that hold the words
// alike.
func TestAnswerType(t *testing.T) {
	t.Parallel()
	x := memory(t, cast(
		"number.txt", "The lighter carried 320 crates of salt.\n",
		"when.txt", "The lighter carried on 3 May 2021 its salt.\n",
		"who.txt", "The lighter carried Jonas Kairys beside salt.\n",
		"plain.txt", "The lighter carried nobody and some damp salt.\n",
	))
	for answer, want := range map[index.AnswerType]string{index.Number: "number.txt", index.When: "when.txt", index.Who: "who.txt"} {
		r := search(t, x, index.Query{Terms: terms("lighter carried salt"), Answer: answer, Limit: 10})
		if len(r.Hits) != 4 || r.Hits[0].Document.ID != want {
			t.Errorf("%s: %v, want %s first", answer, passageIDs(r.Hits), want)
		}
	}
}

// No query, however odd, may panic or fail.
func TestOddQueries(t *testing.T) {
	t.Parallel()
	x := memory(t, quay)
	var many []index.Term
	for i := range 400 {
		many = append(many, terms(spelt(i))...)
	}
	long := corpus.Date{First: corpus.Year(1).First.AddDate(1, 0, 0), Last: corpus.Year(9998).Last, Basis: corpus.Stated}
	for name, q := range map[string]index.Query{
		"empty":             {},
		"a term of nothing": {Terms: []index.Term{{}}},
		"many terms":        {Terms: many},
		"all of time":       {Time: long},
		"an unknown order":  {Terms: terms("harbour"), Sort: "sideways", Dimension: "sideways", Answer: "sideways", Time: corpus.Year(2024)},
		"unknown actors":    {Speakers: []string{"", "*"}, Actors: []string{"nobody"}, About: []string{"\x00"}, Topics: []string{"none"}},
		"words of no one":   {Terms: []index.Term{{Text: "x", Folded: "harbour", Stem: "harbour", Weight: 1, Others: [][]string{{}, {""}, {"quay", "nothing"}}}}},
	} {
		t.Run(name, func(t *testing.T) {
			r := search(t, x, q)
			if (r.Outcome == index.Answered) != (len(r.Hits) > 0) || len(r.Hits) > index.DefaultLimit || r.Outcome == "" {
				t.Errorf("%q with %d hits", r.Outcome, len(r.Hits))
			}
		})
	}
}

// Whatever is asked, a hit is its document's bytes, lies in the time asked for
// or has no date, and is of the documents asked for.
func FuzzSearch(f *testing.F) {
	f.Add("harbour dues", "2024-05", "said", "kairys", 0, 0)
	f.Add("café Žuvėdra", "../2021", "published", "", 2, 1)
	f.Add("лёд +(*:*) \"", "2020~/2021?", "any", "vilkaite", -1, 1<<40)
	f.Add("\u202eice\xff", "2024-02-29", "event", "transport-board", 1, 3)
	f.Add("", "", "", "", 0, 0)
	folder := folderOf(f, odd)
	x := open(f, folder, index.Options{})
	texts := map[string]string{}
	for id := range folder.Hashes() {
		d, err := folder.Read(f.Context(), id)
		if err != nil {
			f.Fatal(err)
		}
		texts[id] = d.Text
	}
	f.Fuzz(func(t *testing.T, text, edtf, dimension, speaker string, limit, offset int) {
		q := index.Query{Terms: terms(text), Dimension: index.Dimension(dimension), Limit: limit, Offset: max(offset, 0), Documents: []string{"crlf.txt", "long.txt"}}
		if speaker != "" {
			q.Speakers = []string{speaker}
		}
		if d, err := corpus.ParseDate(edtf); err == nil {
			q.Time = d
		}
		r := search(t, x, q)
		if limit <= 0 {
			limit = index.DefaultLimit
		}
		if len(r.Hits) > limit || len(r.Nearest) > 2 || len(r.Hits) > r.Total {
			t.Errorf("%d hits of %d, limit %d, %d nearest", len(r.Hits), r.Total, limit, len(r.Nearest))
		}
		for _, h := range append(r.Hits, r.Nearest...) {
			if h.Document.ID != "crlf.txt" && h.Document.ID != "long.txt" {
				t.Errorf("%s was not asked for", h.Document.ID)
			}
			if h.Passage.Text != texts[h.Document.ID][h.Passage.Start:h.Passage.End] {
				t.Errorf("%s is not its document's bytes", h.Passage.ID)
			}
			for _, m := range h.Matched {
				if !h.Passage.Contains(m) || m.Len() <= 0 {
					t.Errorf("%v matched outside of %s", m, h.Passage.ID)
				}
			}
		}
		for _, h := range r.Hits {
			if p := h.Document.Published; q.Time.Known() && q.Dimension == index.Published && p.Known() && !p.Overlaps(q.Time) {
				t.Errorf("%s of %s is not of %s", h.Passage.ID, p, q.Time)
			}
		}
	})
}

// TestOrderOfIndexing: of more passages of equal worth than are looked at, the
// same ones are found however the index came to be.
func TestOrderOfIndexing(t *testing.T) {
	t.Parallel()
	all, late := map[string]string{}, map[string]string{}
	for i := range 300 {
		name := fmt.Sprintf("log-%03d.txt", i)
		all[name] = fmt.Sprintf("The grey ferry carries barley, timber and salt herring to quay %s every morning.\n", spelt(1000+i))
		if i >= 150 {
			late[name] = all[name]
		}
	}
	dir, state := t.TempDir(), t.TempDir()
	write(t, dir, late)
	if err := open(t, folderAt(t, dir), index.Options{Dir: state, Write: true}).Close(); err != nil {
		t.Fatal(err)
	}
	write(t, dir, all)
	q := index.Query{Terms: terms("grey ferry barley timber salt herring quay"), Limit: 300}
	want := passageIDs(search(t, memory(t, all), q).Hits)
	got := passageIDs(search(t, open(t, folderAt(t, dir), index.Options{Dir: state, Write: true}), q).Hits)
	if len(want) == 0 {
		t.Fatal("nothing found")
	}
	if d := gocmp.Diff(want, got); d != "" {
		t.Errorf("the other half indexed later (-at once +later):\n%s", d)
	}
}
