package corpus_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
)

func date(t *testing.T, edtf string) corpus.Date {
	t.Helper()
	d, err := corpus.ParseDate(edtf)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDate(t *testing.T) {
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	cases := map[string]struct {
		want  corpus.Date
		print string // where it is not what was read
	}{
		"":                          {},
		"2025":                      {want: corpus.Date{First: day(2025, 1, 1), Last: day(2025, 12, 31)}},
		" 2025 ":                    {want: corpus.Date{First: day(2025, 1, 1), Last: day(2025, 12, 31)}, print: "2025"},
		"2024-02":                   {want: corpus.Date{First: day(2024, 2, 1), Last: day(2024, 2, 29)}},
		"2025-11-26":                {want: corpus.Date{First: day(2025, 11, 26), Last: day(2025, 11, 26)}},
		"2025-11-26T23:30:00-05:00": {want: corpus.Date{First: day(2025, 11, 26), Last: day(2025, 11, 26)}, print: "2025-11-26"},
		"1998-02-13T15:44:00":       {want: corpus.Date{First: day(1998, 2, 13), Last: day(1998, 2, 13)}, print: "1998-02-13"},
		"2020~":                     {want: corpus.Date{First: day(2020, 1, 1), Last: day(2020, 12, 31), Approximate: true}},
		"2020-08?":                  {want: corpus.Date{First: day(2020, 8, 1), Last: day(2020, 8, 31), Uncertain: true}},
		"2020%":                     {want: corpus.Date{First: day(2020, 1, 1), Last: day(2020, 12, 31), Approximate: true, Uncertain: true}},
		"2012/2024":                 {want: corpus.Date{First: day(2012, 1, 1), Last: day(2024, 12, 31)}},
		"2020-08/..":                {want: corpus.Date{First: day(2020, 8, 1)}},
		"../2026-02":                {want: corpus.Date{Last: day(2026, 2, 28)}},
		"2020~/2021?":               {want: corpus.Date{First: day(2020, 1, 1), Last: day(2021, 12, 31), Approximate: true, Uncertain: true}, print: "2020%/2021%"},
		"2025-01-01/2025-12-31":     {want: corpus.Date{First: day(2025, 1, 1), Last: day(2025, 12, 31)}, print: "2025"},
		"2026-06-01/2026-10":        {want: corpus.Date{First: day(2026, 6, 1), Last: day(2026, 10, 31)}, print: "2026-06/2026-10"},
		"2025-11-26/2025-11":        {want: corpus.Date{First: day(2025, 11, 26), Last: day(2025, 11, 30)}, print: "2025-11-26/2025-11-30"},
	}
	for edtf, c := range cases {
		t.Run(edtf, func(t *testing.T) {
			got := date(t, edtf)
			if edtf != "" {
				c.want.Basis = corpus.Stated
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if c.print == "" {
				c.print = edtf
			}
			if got.String() != c.print {
				t.Errorf("printed as %q, want %q", got, c.print)
			}
		})
	}
	for _, bad := range []string{
		"yesterday", "2025-13", "2025-02-30", "25", "2025-1", "../..", "2025/", "/2025", "2026/2025", "x/2025", "2025/x",
		"2025~~", "~", "0001", "0001-01-01", "../0001-01-01", "2025-11-26T", "2025-11-26T25:00",
	} {
		if got, err := corpus.ParseDate(bad); err == nil {
			t.Errorf("%q was read as %v", bad, got)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, seed := range []string{"", "2025", "2024-02-29", "2020~/..", "../2026-02?", "0000/0001-01-02", "2012%/2024", "9999-12-31"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, edtf string) {
		read, err := corpus.ParseDate(edtf)
		if err != nil {
			return
		}
		again, err := corpus.ParseDate(read.String())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(read, again); diff != "" {
			t.Errorf("%q, printed as %q: %s", edtf, read, diff)
		}
		if known := strings.TrimSpace(edtf) != ""; known != read.Known() {
			t.Errorf("%q: known is %v", edtf, read.Known())
		}
		if read.Human() == "" {
			t.Errorf("%q: people read nothing", edtf)
		}
		if read.Known() && (!read.Within(read) || !read.Overlaps(read)) {
			t.Errorf("%q is not within itself", edtf)
		}
		if years := read.Years(); years != nil && len(years) != read.Last.Year()-read.First.Year()+1 {
			t.Errorf("%q covers %v", edtf, years)
		}
	})
}

func TestHuman(t *testing.T) {
	cases := map[string]string{
		"":                      "date unknown",
		"2025-11-26":            "26 Nov 2025",
		"2025-11-26/2025-11-30": "26–30 Nov 2025",
		"2025-11-28/2025-12-02": "28 Nov – 2 Dec 2025",
		"2025-12-28/2026-01-02": "28 Dec 2025 – 2 Jan 2026",
		"2024-11-26/2025-11-26": "26 Nov 2024 – 26 Nov 2025",
		"2025-11":               "Nov 2025",
		"2026-06/2026-10":       "Jun–Oct 2026",
		"2025-11/2026-02":       "Nov 2025 – Feb 2026",
		"2024-11/2025-11":       "Nov 2024 – Nov 2025",
		"2025-11-26/2025-12":    "26 Nov – 31 Dec 2025",
		"2025":                  "2025",
		"2012/2024":             "2012–2024",
		"2020-08/..":            "from Aug 2020 on",
		"2020-08-09/..":         "from 9 Aug 2020 on",
		"2020/..":               "from 2020 on",
		"../2024":               "until the end of 2024",
		"../2026-02":            "until the end of Feb 2026",
		"../2026-02-03":         "up to and including 3 Feb 2026",
		"2020~":                 "about 2020",
		"2020~/..":              "from about 2020 on",
		"../2020~":              "until about the end of 2020",
		"../2020-02-03~":        "until about 3 Feb 2020",
		"2020?":                 "2020 (uncertain)",
		"2020%":                 "about 2020 (uncertain)",
	}
	for edtf, want := range cases {
		if got := date(t, edtf).Human(); got != want {
			t.Errorf("%s is read as %q, want %q", edtf, got, want)
		}
	}
	inferred := date(t, "2025-11")
	inferred.Basis = corpus.Inferred
	if got, want := inferred.Human(), "Nov 2025 (inferred)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	inferred.Uncertain = true
	if got, want := inferred.Human(), "Nov 2025 (uncertain, inferred)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestHumanIsAsVagueAsItsSource(t *testing.T) {
	for edtf, want := range map[string]string{
		"2025-11-01/2025-11-10": "early Nov 2025",
		"2025-11-11/2025-11-20": "mid-Nov 2025",
		"2025-11-21/2025-11-30": "late Nov 2025",
		"2024-02-21/2024-02-29": "late Feb 2024",
		"2025-02-21/2025-02-28": "late Feb 2025",
		"2026-01/2026-04":       "early 2026",
		"2026-05/2026-08":       "mid-2026",
		"2026-09/2026-12":       "late 2026",
		"2026-01~/2026-04~":     "about early 2026",
		"2020-03/2020-05":       "spring 2020",
		"2020-06/2020-08":       "summer 2020",
		"2020-09/2020-11":       "autumn 2020",
		"2020-12/2021-02":       "winter 2020–21",
		"2023-12/2024-02":       "winter 2023–24",
		"1999-12/2000-02":       "winter 1999–2000",
		"2008-12/2009-02":       "winter 2008–09",
		"2025-11-01/2025-11-11": "1–11 Nov 2025",
		"2025-11-02/2025-11-10": "2–10 Nov 2025",
		"2025-12-21/2025-12-30": "21–30 Dec 2025",
		"2024-02-21/2024-02-28": "21–28 Feb 2024",
		"2025-11-01/2025-12-10": "1 Nov – 10 Dec 2025",
		"2025-01/2025-03":       "Jan–Mar 2025",
		"2025-01/2026-04":       "Jan 2025 – Apr 2026",
		"2025-09/2026-12":       "Sep 2025 – Dec 2026",
		"2020-12/2021-03":       "Dec 2020 – Mar 2021",
		"2020-03/2021-05":       "Mar 2020 – May 2021",
		"2020-03-02/2020-05":    "2 Mar – 31 May 2020",
		"2020-03/2020-05-30":    "1 Mar – 30 May 2020",
		"2023-12/2024-02-28":    "1 Dec 2023 – 28 Feb 2024",
	} {
		if got := date(t, edtf).Human(); got != want {
			t.Errorf("%s is read as %q, want %q", edtf, got, want)
		}
	}
}

func TestMonthsAndYears(t *testing.T) {
	cases := map[string]struct{ months, years []string }{
		"":                      {},
		"2025-11/..":            {},
		"../2025-11":            {},
		"2025-11-26":            {[]string{"2025-11"}, []string{"2025"}},
		"2025-12-31/2026-02-01": {[]string{"2025-12", "2026-01", "2026-02"}, []string{"2025", "2026"}},
		"2012/2015":             {nil, []string{"2012", "2013", "2014", "2015"}},
		"1800/2000":             {},
	}
	for edtf, want := range cases {
		d := date(t, edtf)
		if diff := cmp.Diff(want.months, d.Months()); diff != "" {
			t.Errorf("months of %s: %s", edtf, diff)
		}
		if diff := cmp.Diff(want.years, d.Years()); diff != "" {
			t.Errorf("years of %s: %s", edtf, diff)
		}
	}
	for edtf, want := range map[string][2]int{"2012/2014": {36, 3}, "2012/2015-01": {0, 4}, "1801/2000": {0, 200}} {
		d := date(t, edtf)
		if got := [2]int{len(d.Months()), len(d.Years())}; got != want {
			t.Errorf("%s has %d months and years, want %d", edtf, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	for edtf, want := range map[string]int{
		"": 0, "2025/..": 0, "../2025": 0, "2025-11-26": 1, "2024": 366, "1001/2000": 1000*365 + 243,
	} {
		if got := date(t, edtf).Days(); got != want {
			t.Errorf("%q has %d days, want %d", edtf, got, want)
		}
	}
}

func TestDateRelations(t *testing.T) {
	cases := []struct {
		a, b              string
		overlaps          bool
		aWithinB, bWithin bool
		hull              string
	}{
		{"2025-11", "2025", true, true, false, "2025"},
		{"2025-11", "2025-11", true, true, true, "2025-11"},
		{"2025-11", "2025-12", false, false, false, "2025-11/2025-12"},
		{"2025-11-30/2025-12-01", "2025-12", true, false, false, "2025-11-30/2025-12-31"},
		{"2012", "2024", false, false, false, "2012/2024"},
		{"2012/2024", "2018", true, false, true, "2012/2024"},
		{"2020-08/..", "2026", true, false, true, "2020-08/.."},
		{"2020-08/..", "2019", false, false, false, "2019/.."},
		{"2020-08/..", "2020", true, false, false, "2020/.."},
		{"../2020-08", "2019", true, false, true, "../2020-08"},
		{"../2020-08", "2021", false, false, false, "../2021"},
		{"../2020-08", "2020-08/..", true, false, false, ""},
		{"../2020", "../2021", true, true, false, "../2021"},
		{"", "2025", false, false, false, "2025"},
		{"", "", false, false, false, ""},
	}
	for _, c := range cases {
		t.Run(c.a+" and "+c.b, func(t *testing.T) {
			a, b := date(t, c.a), date(t, c.b)
			if a.Overlaps(b) != c.overlaps || b.Overlaps(a) != c.overlaps {
				t.Errorf("overlaps: %v and %v, want %v", a.Overlaps(b), b.Overlaps(a), c.overlaps)
			}
			if a.Within(b) != c.aWithinB || b.Within(a) != c.bWithin {
				t.Errorf("within: %v and %v, want %v and %v", a.Within(b), b.Within(a), c.aWithinB, c.bWithin)
			}
			if a.Hull(b).String() != c.hull || b.Hull(a).String() != c.hull {
				t.Errorf("hull: %q and %q, want %q", a.Hull(b), b.Hull(a), c.hull)
			}
		})
	}
}

func TestThrough(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"2025-06", "2025-10", "2025-06/2025-10"},
		{"2025", "2026-02", "2025-01/2026-02"},
		{"2020-08", "", "2020-08/.."},
		{"", "2026-02", "../2026-02"},
		{"2020~", "2021?", "2020%/2021%"},
		{"", "", ""},
	} {
		if got := date(t, c.from).Through(date(t, c.to)); got.String() != c.want {
			t.Errorf("%q through %q is %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestDoubtIsKept(t *testing.T) {
	stated, inferred := date(t, "2025-01"), date(t, "2025-02~")
	inferred.Basis, inferred.Why = corpus.Inferred, "the last date named"
	want := date(t, "2025-01~/2025-02~")
	want.Basis, want.Why = corpus.Inferred, "the last date named"
	for name, got := range map[string]corpus.Date{
		"hull":                stated.Hull(inferred),
		"hull, the other way": inferred.Hull(stated),
		"through":             stated.Through(inferred),
	} {
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestDateMakers(t *testing.T) {
	vilnius := time.FixedZone("EET", 2*60*60)
	for want, got := range map[string]corpus.Date{
		"2025-11-26": corpus.Day(2025, time.November, 26),
		"2024-02":    corpus.Month(2024, time.February),
		"2025-12":    corpus.Month(2025, time.December),
		"2026":       corpus.Year(2026),
		"2025-11-25": corpus.DayOf(time.Date(2025, time.November, 26, 1, 0, 0, 0, vilnius)),
		"":           {Basis: corpus.Unknown, First: time.Now()},
	} {
		if got.String() != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestDateJSON(t *testing.T) {
	got, err := json.Marshal([]corpus.Date{{}, corpus.Year(2025)})
	if err != nil {
		t.Fatal(err)
	}
	if want := `[null,"2025"]`; string(got) != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestMeet(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"2025", "2025-11", "2025-11"},
		{"2025-11", "2025-11-26/2025-12-02", "2025-11-26/2025-11-30"},
		{"2020/..", "../2024", "2020/2024"},
		{"2020", "2021", ""},
		{"", "2021", ""},
	} {
		for _, got := range []corpus.Date{date(t, c.a).Meet(date(t, c.b)), date(t, c.b).Meet(date(t, c.a))} {
			if got.String() != c.want {
				t.Errorf("%s and %s share %q, want %q", c.a, c.b, got, c.want)
			}
		}
	}
}
