package timex_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/timex"
)

func TestFindRanges(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // words = from .. to [interval]
	}{
		{"since", "closed since August 2020", []string{"since August 2020 = 2020-08 ..  [2020-08/..]"}},
		{"since at least", "since at least 2019", []string{"since at least 2019 = 2019 ..  [2019/..]"}},
		{"until", "until early 2026", []string{"until early 2026 =  .. 2026 [../2026-04]"}},
		{"by", "by 2030", []string{"by 2030 =  .. 2030 [../2030]"}},
		{"up to", "up to May 2024", []string{"up to May 2024 =  .. 2024-05 [../2024-05]"}},
		{"before", "before 2020", []string{"before 2020 =  .. 2020 [../2019]"}},
		{"prior to", "prior to 12 May 2024", []string{"prior to 12 May 2024 =  .. 2024-05-12 [../2024-05-11]"}},
		{"after", "after 26 November 2025", []string{"after 26 November 2025 = 2025-11-26 ..  [2025-11-27/..]"}},
		{"onwards", "from 2023 onwards; from May 2024 on.", []string{"from 2023 onwards = 2023 ..  [2023/..]", "from May 2024 on = 2024-05 ..  [2024-05/..]"}},
		{"from to, shared year", "from May to July 2024", []string{"from May to July 2024 = 2024-05 .. 2024-07 [2024-05/2024-07]"}},
		{"from to, over new year", "from November to January 2024", []string{"from November to January 2024 = 2023-11 .. 2024-01 [2023-11/2024-01]"}},
		{"from to, year first", "from November 2023 to January", []string{"from November 2023 to January = 2023-11 .. 2024-01 [2023-11/2024-01]"}},
		{"days", "from 26 October to 3 November 2025", []string{"from 26 October to 3 November 2025 = 2025-10-26 .. 2025-11-03 [2025-10-26/2025-11-03]"}},
		{"days of one month", "12–26 November 2025", []string{"12–26 November 2025 = 2025-11-12 .. 2025-11-26 [2025-11-12/2025-11-26]"}},
		{"days after the month", "June 5-7, 2025", []string{"June 5-7, 2025 = 2025-06-05 .. 2025-06-07 [2025-06-05/2025-06-07]"}},
		{"between", "between 2012 and 2024", []string{"between 2012 and 2024 = 2012 .. 2024 [2012/2024]"}},
		{"dash", "in 2012–2024", []string{"2012–2024 = 2012 .. 2024 [2012/2024]"}},
		{"short second year", "the war of 1990–94", []string{"1990–94 = 1990 .. 1994 [1990/1994]"}},
		{"since until", "since 2012 until 2018", []string{"since 2012 until 2018 = 2012 .. 2018 [2012/2018]"}},
		{"length before", "in the 10 years to 2020", []string{"the 10 years to 2020 = 2011 .. 2020 [2011/2020]"}},
		{"last weeks", "over the past two weeks", []string{"the past two weeks =  ..  [2026-07-01/2026-07-15]"}},
		{"last year to the day", "in the past year", []string{"the past year =  ..  [2025-07-15/2026-07-15]"}},
		{"last decade to the day", "over the last decade", []string{"the last decade =  ..  [2016-07-15/2026-07-15]"}},
		{"next days", "over the next three days", []string{"the next three days =  ..  [2026-07-15/2026-07-18]"}},
		{"fortnights", "in the last two fortnights", []string{"the last two fortnights =  ..  [2026-06-17/2026-07-15]"}},
		{"two open ones", "before 2012 and after 2015", []string{"before 2012 =  .. 2012 [../2011]", "after 2015 = 2015 ..  [2016/..]"}},
		{"a length before", "two days before 26 November 2025", []string{"two days before 26 November 2025 =  ..  [2025-11-24]"}},
		{"a length after", "three months after May 2025", []string{"three months after May 2025 =  ..  [2025-08]"}},
		{"a length of two words", "twenty-five years before 2026", []string{"twenty-five years before 2026 =  ..  [2001]"}},
		{"all of a length of two words", "the twenty-five years to 2020", []string{"the twenty-five years to 2020 = 1996 .. 2020 [1996/2020]"}},
		{"all of the length before", "the two years before 2026", []string{"the two years before 2026 =  ..  [2024/2025]"}},
		{"all of the length after", "in the week after 5 December 2025", []string{"the week after 5 December 2025 =  ..  [2025-12-06/2025-12-12]"}},
		{"a length of no number bounds nothing", "it took years before 2020", nil},
		{"backwards is none", "between 2024 and 2012", nil},
		{"and without between is none", "in 2012 and 2024", nil},
		{"years without a number are none", "the years to 2020", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ranges := timex.Find(c.text, date(t, wednesday))
			var got []string
			for _, r := range ranges {
				got = append(got, c.text[r.Start:r.End]+" = "+r.From.String()+" .. "+r.To.String()+" ["+r.Interval.String()+"]")
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("%q (-want +got):\n%s", c.text, d)
			}
		})
	}
}
