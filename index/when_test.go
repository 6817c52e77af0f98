package index_test

import (
	"fmt"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/index"
)

// entry is a Markdown document with a date of publication; the empty date
// leaves it without.
func entry(published, text string) string {
	if published == "" {
		return "---\ntitle: An entry\n---\n" + text + "\n"
	}
	return "---\ntitle: An entry\npublished: " + published + "\n---\n" + text + "\n"
}

func cast(documents ...string) map[string]string {
	return with(map[string]string{"actors.yaml": actorsYAML, "topics.yaml": topicsYAML}, documents...)
}

func TestWhen(t *testing.T) {
	t.Parallel()
	x := memory(t, cast(
		"voices.md", quay["voices.md"],
		// The hull of 2012 and 2024 holds 2018, on which nobody said anything.
		"crane.txt", "“The crane is sound,” Rasa Vilkaitė said on 12 March 2012. “The crane is rotten,” Rasa Vilkaitė said on 8 April 2024.\n",
		"quay.txt", "The old jetty was opened in 2012. The old jetty was closed in 2024.\n",
		"ferry.md", entry("2022-05", "The ferry sank on 9 February 2021. “The ferry was too old,” Jonas Kairys said on 3 March 2021."),
		"tolls.md", entry("2019/2020", "Tolls doubled while nobody looked."),
		"pilots.txt", "Pilots were scarce in the 1990s.\n",
		"lamp.md", entry("2022-05", "The lamp has burned since 2019."),
		"bell.txt", "The bell has hung there since 2019.\n",
		"gauge.txt", "The water gauge of the northern basin leaked in 2016.\n",
		"paint.txt", "In 2020 a gauge was painted.\n",
	))
	for name, tt := range map[string]struct {
		q       index.Query
		outcome index.Outcome
		hits    []string
		nearest []string
		certain bool // of the first hit
	}{
		"A said in May": {q: index.Query{Speakers: []string{"kairys"}, Time: date(t, "2024-05"), Dimension: index.Said},
			outcome: index.Answered, hits: []string{"voices.md#1"}, certain: true},
		"B in June": {q: index.Query{Speakers: []string{"vilkaite"}, Time: date(t, "2024-06-03"), Dimension: index.Said},
			outcome: index.Answered, hits: []string{"voices.md#1"}, certain: true},
		"but A not in June": {q: index.Query{Speakers: []string{"kairys"}, Time: date(t, "2024-06"), Dimension: index.Said},
			outcome: index.NoneInRange, nearest: []string{"voices.md#1"}},
		"nor B in May": {q: index.Query{Speakers: []string{"vilkaite"}, Time: date(t, "2024-05"), Dimension: index.Said},
			outcome: index.NoneInRange, nearest: []string{"crane.txt#1", "voices.md#1"}},
		"nor A when it was published": {q: index.Query{Speakers: []string{"kairys"}, Time: date(t, "2024-07"), Dimension: index.Said},
			outcome: index.NoneInRange, nearest: []string{"voices.md#1"}},
		"but its author": {q: index.Query{Speakers: []string{"oberski"}, Time: date(t, "2024-07"), Dimension: index.Said},
			outcome: index.Answered, hits: []string{"voices.md#1"}, certain: true},
		"A or B in June": {q: index.Query{Speakers: []string{"kairys", "vilkaite"}, Time: date(t, "2024-06"), Dimension: index.Said},
			outcome: index.Answered, hits: []string{"voices.md#1"}, certain: true},
		"said between two statements": {q: index.Query{Speakers: []string{"vilkaite"}, Terms: terms("crane"), Time: date(t, "2018"), Dimension: index.Said},
			outcome: index.NoneInRange, nearest: []string{"crane.txt#1"}}, // both before and after
		"said in the first of them": {q: index.Query{Speakers: []string{"vilkaite"}, Terms: terms("crane"), Time: date(t, "2012"), Dimension: index.Said},
			outcome: index.Answered, hits: []string{"crane.txt#1"}, certain: true},
		"said on the day of the second": {q: index.Query{Speakers: []string{"vilkaite"}, Terms: terms("crane"), Time: date(t, "2024-04-08"), Dimension: index.Said},
			outcome: index.Answered, hits: []string{"crane.txt#1"}, certain: true},
		"said the day after": {q: index.Query{Speakers: []string{"vilkaite"}, Terms: terms("crane rotten"), Time: date(t, "2024-04-09"), Dimension: index.Said},
			outcome: index.NoneInRange, nearest: []string{"crane.txt#1", "voices.md#1"}},
		"events: 2018 between two": {q: index.Query{Terms: terms("jetty"), Time: date(t, "2018"), Dimension: index.Event},
			outcome: index.NoneInRange, nearest: []string{"quay.txt#1"}}, // both before and after
		"events: the first": {q: index.Query{Terms: terms("jetty"), Time: date(t, "2012"), Dimension: index.Event},
			outcome: index.Answered, hits: []string{"quay.txt#1"}, certain: true},
		"events: a month of the second": {q: index.Query{Terms: terms("jetty"), Time: date(t, "2024-08"), Dimension: index.Event},
			outcome: index.Answered, hits: []string{"quay.txt#1"}}, // the year holds it, so it may be
		"events: a month of a decade": {q: index.Query{Terms: terms("pilots"), Time: date(t, "1995-06"), Dimension: index.Event},
			outcome: index.Answered, hits: []string{"pilots.txt#1"}},
		"events: a year of a decade": {q: index.Query{Terms: terms("pilots"), Time: date(t, "1995"), Dimension: index.Event},
			outcome: index.Answered, hits: []string{"pilots.txt#1"}},
		"the event": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2021-02"), Dimension: index.Event},
			outcome: index.Answered, hits: []string{"ferry.md#1"}, certain: true},
		"not said then": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2021-02"), Dimension: index.Said},
			outcome: index.NoneInRange, nearest: []string{"ferry.md#1"}},
		"not published then": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2021-02"), Dimension: index.Published},
			outcome: index.NoneInRange, nearest: []string{"ferry.md#1"}},
		"published later": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2022"), Dimension: index.Published},
			outcome: index.Answered, hits: []string{"ferry.md#1"}, certain: true},
		"no event then": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2022"), Dimension: index.Event},
			outcome: index.NoneInRange, nearest: []string{"ferry.md#1"}},
		"said, one way or another": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2021-03-03"), Dimension: index.Said},
			outcome: index.Answered, hits: []string{"ferry.md#1"}, certain: true},
		"any: event": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2021-02-09"), Dimension: index.AnyTime},
			outcome: index.Answered, hits: []string{"ferry.md#1"}, certain: true},
		"any: said": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2021-03"), Dimension: index.AnyTime},
			outcome: index.Answered, hits: []string{"ferry.md#1"}, certain: true},
		"any: published": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2022-05")},
			outcome: index.Answered, hits: []string{"ferry.md#1"}, certain: true},
		"any: none": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2021-04/2022-04")},
			outcome: index.NoneInRange, nearest: []string{"ferry.md#1"}},
		"published in an interval, partly": {q: index.Query{Terms: terms("tolls"), Time: date(t, "2020-03"), Dimension: index.Published},
			outcome: index.Answered, hits: []string{"tolls.md#1"}},
		"published in an interval, wholly": {q: index.Query{Terms: terms("tolls"), Time: date(t, "2018/2021"), Dimension: index.Published},
			outcome: index.Answered, hits: []string{"tolls.md#1"}, certain: true},
		"open end": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2021-03-01/.."), Dimension: index.Said},
			outcome: index.Answered, hits: []string{"ferry.md#1"}, certain: true},
		"open end, too late": {q: index.Query{Terms: terms("ferry"), Time: date(t, "2022-06/.."), Dimension: index.Said},
			outcome: index.NoneInRange, nearest: []string{"ferry.md#1"}},
		"open beginning": {q: index.Query{Terms: terms("jetty"), Time: date(t, "../2012"), Dimension: index.Event},
			outcome: index.Answered, hits: []string{"quay.txt#1"}, certain: true},
		"open beginning, too early": {q: index.Query{Terms: terms("jetty"), Time: date(t, "../2011"), Dimension: index.Event},
			outcome: index.NoneInRange, nearest: []string{"quay.txt#1"}},
		"since a time, until the document came out": {q: index.Query{Terms: terms("lamp"), Time: date(t, "2021"), Dimension: index.Event},
			outcome: index.Answered, hits: []string{"lamp.md#1"}},
		"since a time, and later": {q: index.Query{Terms: terms("lamp"), Time: date(t, "2023"), Dimension: index.Event},
			outcome: index.NoneInRange, nearest: []string{"lamp.md#1"}},
		"since a time, and nobody knows until when": {q: index.Query{Terms: terms("bell"), Time: date(t, "2023"), Dimension: index.Event},
			outcome: index.Answered, hits: []string{"bell.txt#1"}},
		"what went on for years did not happen on a day": {q: index.Query{Terms: terms("lamp"), Time: date(t, "2021-05-05"), Dimension: index.Event},
			outcome: index.NoneInRange, nearest: []string{"lamp.md#1"}},
		"but was so then": {q: index.Query{Terms: terms("lamp"), Time: date(t, "2021-05-05"), Dimension: index.AnyTime},
			outcome: index.Answered, hits: []string{"lamp.md#1"}},
		"too little of it in that time": {q: index.Query{Terms: terms("water gauge northern basin leaks"), Time: date(t, "2020"), Dimension: index.Event},
			outcome: index.NoneInRange, nearest: []string{"gauge.txt#1"}},
		"more than 36 months": {q: index.Query{Terms: terms("jetty"), Time: date(t, "2005/2015"), Dimension: index.Event},
			outcome: index.Answered, hits: []string{"quay.txt#1"}, certain: true},
		"that day of any year": {q: index.Query{Speakers: []string{"vilkaite"}, Time: date(t, "2001-04-08"), AnyYear: true, Dimension: index.Said},
			outcome: index.Answered, hits: []string{"crane.txt#1"}, certain: true},
		"nobody on that day of any year": {q: index.Query{Speakers: []string{"vilkaite"}, Time: date(t, "2001-04-10"), AnyYear: true, Dimension: index.Said},
			outcome: index.NoneInRange},
		"nothing of the kind at any time": {q: index.Query{Terms: terms("submarines"), Time: date(t, "2024"), Dimension: index.Published},
			outcome: index.NotInDossier},
	} {
		t.Run(name, func(t *testing.T) {
			tt.q.Limit = 20
			r := search(t, x, tt.q)
			if r.Outcome != tt.outcome {
				t.Fatalf("%s, want %s; hits %v, nearest %v", r.Outcome, tt.outcome, passageIDs(r.Hits), passageIDs(r.Nearest))
			}
			if tt.hits == nil {
				tt.hits = []string{}
			}
			if r.Outcome == index.Answered {
				if diff := gocmp.Diff(tt.hits, passageIDs(dated(r.Hits))); diff != "" {
					t.Errorf("hits (-want +got):\n%s", diff)
				}
				if r.Hits[0].Certain != tt.certain {
					t.Errorf("certain %t, want %t", r.Hits[0].Certain, tt.certain)
				}
			} else if len(r.Hits) > 0 {
				t.Errorf("%s with the hits %v", r.Outcome, passageIDs(r.Hits))
			}
			if tt.nearest != nil {
				if diff := gocmp.Diff(tt.nearest, passageIDs(r.Nearest)); diff != "" {
					t.Errorf("nearest (-want +got):\n%s", diff)
				}
			}
			if r.Relaxed {
				t.Error("relaxed")
			}
		})
	}
}

// dated takes out the hits that have no date at all; they may follow any
// answer on a time.
func dated(hits []index.Hit) []index.Hit {
	var out []index.Hit
	for _, h := range hits {
		if h.Document.Published.Known() || len(h.Passage.Times) > 0 {
			out = append(out, h)
		}
	}
	return out
}

// The 29th of February is no other day in a year that has none.
func TestLeapDay(t *testing.T) {
	t.Parallel()
	x := memory(t, cast("thaw.txt", "The ice broke on 1 March 2023.\n"))
	q := index.Query{Terms: terms("ice"), Time: date(t, "2024-02-29"), AnyYear: true, Dimension: index.Event}
	if r := search(t, x, q); r.Outcome != index.NoneInRange {
		t.Errorf("%s with %v, want %s", r.Outcome, passageIDs(r.Hits), index.NoneInRange)
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	const text = "The dredger worked for the whole season."
	all := []string{"2019", "2020-11", "2021-12-30", "", "2023-02", "2024"}
	for name, tt := range map[string]struct {
		published []string
		time      string
		want      []string
	}{
		"one before and one after": {all, "2022", []string{"2021-12-30", "2023-02"}},
		"within a year":            {all, "2021-03", []string{"2020-11", "2021-12-30"}},
		"nothing before":           {all, "2015", []string{"2019"}},
		"nothing after":            {all, "2030", []string{"2024"}},
		"the undated is not near":  {[]string{""}, "2022", []string{}},
		"open end":                 {all, "2025/..", []string{"2024"}},
		"open beginning":           {all, "../2018", []string{"2019"}},
	} {
		t.Run(name, func(t *testing.T) {
			files := cast()
			for i, p := range tt.published {
				files[fmt.Sprintf("%d.md", i)] = entry(p, text+strings.Repeat(" It rested at night.", i))
			}
			r := search(t, memory(t, files), index.Query{Terms: terms("dredger"), Time: date(t, tt.time), Dimension: index.Published})
			got := []string{}
			for _, h := range r.Nearest {
				got = append(got, h.Document.Published.String())
			}
			if diff := gocmp.Diff(tt.want, got); diff != "" || r.Outcome != index.NoneInRange || len(r.Hits) > 0 {
				t.Errorf("%s, %v; nearest (-want +got):\n%s", r.Outcome, passageIDs(r.Hits), diff)
			}
		})
	}
}

// A passage without a date is never in a time; it follows those that are,
// however well it fits.
func TestUndated(t *testing.T) {
	t.Parallel()
	x := memory(t, cast(
		"a.txt", "Buoys, buoys and nothing but red buoys: the red buoys of the strait.\n",
		"b.md", entry("2022-06-01", "Somebody counted buoys. The count took a week and the weather was bad."),
		"c.md", entry("2020", "Red buoys were new then."),
	))
	for name, tt := range map[string]struct {
		time string
		want []string
	}{
		"one dated":  {"2022", []string{"b.md#1", "a.txt#1"}},
		"all dated":  {"2010/..", []string{"c.md#1", "b.md#1", "a.txt#1"}},
		"none dated": {"2021", []string{}},
	} {
		r := search(t, x, index.Query{Terms: terms("red buoys"), Time: date(t, tt.time), Dimension: index.Published})
		if diff := gocmp.Diff(tt.want, passageIDs(r.Hits)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		for _, h := range r.Hits {
			if h.Certain && !h.Document.Published.Known() {
				t.Errorf("%s: %s is certain", name, h.Passage.ID)
			}
		}
	}
}

func TestNewest(t *testing.T) {
	t.Parallel()
	x := memory(t, cast(
		"old.md", entry("2019-01", "The tug was hired. The tug was paid."),
		"none.txt", "A tug without a date.\n",
		"new.md", entry("2024-01", "There was no mention of prices, ropes, crews or timetables, and one of a tug."),
		"said.md", entry("2023-01", "“The tug must go,” Jonas Kairys said on 4 May 2020."),
		"late.md", entry("2023-02", "“The tug may stay,” Jonas Kairys said on 7 June 2021."),
	))
	for name, tt := range map[string]struct {
		q    index.Query
		want []string
	}{
		"by publication":            {index.Query{}, []string{"new.md#1", "late.md#1", "said.md#1", "old.md#1", "none.txt#1"}},
		"by what was said":          {index.Query{Speakers: []string{"kairys"}}, []string{"late.md#1", "said.md#1"}},
		"in a time, undated behind": {index.Query{Time: corpus.Year(2023), Dimension: index.Published}, []string{"late.md#1", "said.md#1", "none.txt#1"}},
	} {
		tt.q.Terms, tt.q.Sort, tt.q.Limit = terms("tug"), index.Newest, 10
		if diff := gocmp.Diff(tt.want, passageIDs(search(t, x, tt.q).Hits)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
