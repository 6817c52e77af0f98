package timex_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/timex"
)

// asked is a Wednesday.
var asked = time.Date(2026, 7, 15, 23, 59, 59, 0, time.UTC)

func TestQuestion(t *testing.T) {
	for _, c := range []struct{ question, words, interval string }{
		{"what did Budrys say in November 2025", "in November 2025", "2025-11"},
		{"what did he say in Novembr 2025", "in Novembr 2025", "2025-11"},
		{"who met in setpember 2024", "in setpember 2024", "2024-09"},
		{"what was said in octobber", "in octobber", "2025-10"},
		{"what did he say last November", "last November", "2025-11"},
		{"what did she say in May this year", "in May this year", "2026-05"},
		{"what did she say in may", "in may", "2026-05"},
		{"what may happen in 2027", "in 2027", "2027"},
		{"did they march in 2020", "in 2020", "2020"},
		{"what was said last month", "last month", "2026-06"},
		{"what was said the year before last", "the year before last", "2024"},
		{"what was said the week before last", "the week before last", "2026-06-29/2026-07-05"},
		{"what opens the month after next", "the month after next", "2026-09"},
		{"what was said the week before last Friday", "the week before last Friday", "2026-07-03/2026-07-09"},
		{"what happened two years before 2026", "two years before 2026", "2024"},
		{"anything new this week?", "this week", "2026-07-13/2026-07-19"},
		{"anything in the last two weeks?", "the last two weeks", "2026-07-01/2026-07-15"},
		{"what did he say today", "today", "2026-07-15"},
		{"what did he say on 30 September", "on 30 September", "2025-09-30"},
		{"what did he say on 15 July", "on 15 July", "2026-07-15"},
		{"what will open in September", "in September", "2026-09"},
		{"statements of 2025-11-26", "2025-11-26", "2025-11-26"},
		{"statements of 03.10.2024", "03.10.2024", "2024-10-03"},
		{"the 2022 football world cup", "2022", "2022"},
		{"what did she say before 2020", "before 2020", "../2019"},
		{"after 26 November 2025", "after 26 November 2025", "2025-11-27/.."},
		{"statements since March 2024", "since March 2024", "2024-03/.."},
		{"since last November", "since last November", "2025-11/.."},
		{"what did he say about 2020", "2020", "2020"},
		{"until early 2026", "until early 2026", "../2026-04"},
		{"between 2012 and 2024, who led", "between 2012 and 2024", "2012/2024"},
		{"from May to July 2024", "from May to July 2024", "2024-05/2024-07"},
		{"after 2012 and before 2018", "after 2012 and before 2018", "2013/2017"},
		{"before 2012 or after 2018", "before 2012", "../2011"},
		{"in 2020 and 2021", "in 2020 and 2021", "2020/2021"},
		{"in May, June and in July 2024", "in May, June and in July 2024", "2024-05/2024-07"},
		{"what did the 2022 report say in May 2025 of it", "in May 2025", "2025-05"},
		{"who spoke in late November 2025", "in late November 2025", "2025-11-21/2025-11-30"},
		{"ką Budrys sakė 2025 m. lapkritį", "2025 m. lapkritį", "2025-11"},
		{"ką jis sakė 2025 m. lapkričio 19 d.", "2025 m. lapkričio 19 d.", "2025-11-19"},
		{"ka jis sake lapkriti", "lapkriti", "2025-11"},
		{"ką jis sakė šių metų gegužę", "šių metų gegužę", "2026-05"},
		{"ką jis sakė praėjusį mėnesį", "praėjusį mėnesį", "2026-06"},
		{"nuo 2024 m. sausio iki 2024 m. kovo", "nuo 2024 m. sausio iki 2024 m. kovo", "2024-01/2024-03"},
		{"co powiedział w listopadzie 2025 roku", "w listopadzie 2025 roku", "2025-11"},
		{"co powiedział 19 listopada 2025 r.", "19 listopada 2025 r.", "2025-11-19"},
		{"od maja do lipca 2024 co mówił", "od maja do lipca 2024", "2024-05/2024-07"},
		{"między majem a lipcem 2024", "między majem a lipcem 2024", "2024-05/2024-07"},
		{"co powiedział w zeszłym miesiącu", "w zeszłym miesiącu", "2026-06"},
		{"что он сказал в ноябре 2025 года", "в ноябре 2025 года", "2025-11"},
		{"что он сказал 26 ноября 2025 г.", "26 ноября 2025 г.", "2025-11-26"},
		{"что он сказал в мае этого года", "в мае этого года", "2026-05"},
		{"с мая по июль 2024 года", "с мая по июль 2024 года", "2024-05/2024-07"},
		{"до 2020 года", "до 2020 года", "../2019"},
		{"что он сказал вчера", "вчера", "2026-07-14"},
		{"што ён сказаў у лістападзе", "у лістападзе", "2025-11"},
		{"що він сказав у листопаді 2025 року", "у листопаді 2025 року", "2025-11"},
		{"what do we know of 2024", "2024", "2024"},
	} {
		t.Run(c.question, func(t *testing.T) {
			a, ok := timex.Question(c.question, asked)
			if !ok {
				t.Fatal("no time found")
			}
			if d := cmp.Diff([]string{c.words, c.interval}, []string{a.Text, a.Interval.String()}); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
			if c.question[a.Start:a.End] != a.Text {
				t.Errorf("the span holds %q, and Text is %q", c.question[a.Start:a.End], a.Text)
			}
		})
	}
}

func TestQuestionWithoutTime(t *testing.T) {
	for _, q := range []string{
		"", "what does she want", "who won 2000 votes", "what is the march of time", "may I ask", "Who is April Jones",
		"what do the people say", strings.Repeat("?", 10000),
	} {
		if a, ok := timex.Question(q, asked); ok {
			t.Errorf("%q: found %q = %s", q, a.Text, a.Interval)
		}
	}
}

func TestQuestionIsReadToALimit(t *testing.T) {
	far := strings.Repeat("ž", 5000) + " in May 2025"
	if a, ok := timex.Question(far, asked); ok {
		t.Errorf("read %q beyond the limit", a.Text)
	}
	near := "\xff in May 2025 " + strings.Repeat("ž", 5000)
	if a, ok := timex.Question(near, asked); !ok || near[a.Start:a.End] != "in May 2025" {
		t.Errorf("read %q (%v), want in May 2025", a.Text, ok)
	}
}

func TestQuestionRecurring(t *testing.T) {
	for question, want := range map[string]bool{
		"what did he say on 30 September":      true,
		"what did he say on 30 September 2025": false,
		"what did he say in September":         false,
		"what did he say on Friday":            false,
	} {
		a, ok := timex.Question(question, asked)
		if !ok || a.Recurring != want {
			t.Errorf("%q: recurring %v (found %v), want %v", question, a.Recurring, ok, want)
		}
	}
}

func TestQuestionSaysWhy(t *testing.T) {
	for question, want := range map[string]string{
		"what did she say in May":                "the May before 15 July 2026",
		"what did she say in the latest quarter": "the last full quarter before 15 July 2026",
	} {
		if a, _ := timex.Question(question, asked); a.Why != want {
			t.Errorf("%q: why %q, want %q", question, a.Why, want)
		}
	}
}
