package timex_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/corpus/timex"
)

// wednesday is 15 July 2026, the day that most tests are published on.
const wednesday = "2026-07-15"

type findCase struct {
	name, ref, text string
	want            []string // words = value, with the interval where it differs
}

func testFind(t *testing.T, cases []findCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			times, _ := timex.Find(c.text, date(t, c.ref))
			var got []string
			for _, x := range times {
				s := c.text[x.Start:x.End] + " = " + x.Value.String()
				if x.Interval.String() != x.Value.String() {
					s += " [" + x.Interval.String() + "]"
				}
				got = append(got, s)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("%q (-want +got):\n%s", c.text, d)
			}
		})
	}
}

func date(t *testing.T, edtf string) corpus.Date {
	t.Helper()
	d, err := corpus.ParseDate(edtf)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestFindExplicit(t *testing.T) {
	testFind(t, []findCase{
		{"day first", "", "It opened on 26 November 2025.", []string{"26 November 2025 = 2025-11-26"}},
		{"month first", "", "It opened on November 26, 2025, at noon.", []string{"November 26, 2025 = 2025-11-26"}},
		{"short month", "", "Signed Nov. 26, 2025 and 3 Sept. 2024.", []string{"Nov. 26, 2025 = 2025-11-26", "3 Sept. 2024 = 2024-09-03"}},
		{"ordinal", "", "on the 17th of September 2024 and March 3rd, 2025", []string{"the 17th of September 2024 = 2024-09-17", "March 3rd, 2025 = 2025-03-03"}},
		{"spelled day", "", "the twenty-first of June 2020", []string{"the twenty-first of June 2020 = 2020-06-21"}},
		{"weekday before", "", "on Monday, 9 August 2021", []string{"Monday, 9 August 2021 = 2021-08-09"}},
		{"weekday, part of day", "", "on the morning of Sunday 9 August 2020", []string{"the morning of Sunday 9 August 2020 = 2020-08-09"}},
		{"ISO", "", "2025-11-26, 2025/11/26 and 2025-11", []string{"2025-11-26 = 2025-11-26", "2025/11/26 = 2025-11-26", "2025-11 = 2025-11"}},
		{"European", "", "03.10.2024 or 3/10/2024 or 03-10-24", []string{"03.10.2024 = 2024-10-03", "3/10/2024 = 2024-10-03", "03-10-24 = 2024-10-03"}},
		{"hyphens", "", "26-Nov-2025, 3/Sep/2024", []string{"26-Nov-2025 = 2025-11-26", "3/Sep/2024 = 2024-09-03"}},
		{"American", "", "11/26/2025", []string{"11/26/2025 = 2025-11-26"}},
		{"American decides for all", "", "11/26/2025, then 12/03/2025", []string{"11/26/2025 = 2025-11-26", "12/03/2025 = 2025-12-03"}},
		{"European decides for all", "2025-12-03", "26/11/2025, then 12/03/2025", []string{"26/11/2025 = 2025-11-26", "12/03/2025 = 2025-03-12"}},
		{"publication decides", "2025-12-03", "12/03/2025", []string{"12/03/2025 = 2025-12-03"}},
		{"month", "", "in November 2025, in May of 2024 and in June, 2023", []string{"November 2025 = 2025-11", "May of 2024 = 2024-05", "June, 2023 = 2023-06"}},
		{"parts of a month", "", "in early March 2024, mid-May 2024, late November 2025", []string{
			"early March 2024 = 2024-03 [2024-03-01/2024-03-10]", "mid-May 2024 = 2024-05 [2024-05-11/2024-05-20]",
			"late November 2025 = 2025-11 [2025-11-21/2025-11-30]"}},
		{"end of a month", "", "at the end of February 2024", []string{"the end of February 2024 = 2024-02 [2024-02-21/2024-02-29]"}},
		{"parts of a year", "", "early 2026, mid-2022, the end of 2024", []string{
			"early 2026 = 2026 [2026-01/2026-04]", "mid-2022 = 2022 [2022-05/2022-08]", "the end of 2024 = 2024 [2024-09/2024-12]"}},
		{"first half of a month", "", "in the first half of May 2024", []string{"the first half of May 2024 = 2024-05 [2024-05-01/2024-05-15]"}},
		{"quarters", "", "Q3 2024, the third quarter of 2025, last quarter of 2023", []string{
			"Q3 2024 = 2024-07/2024-09", "the third quarter of 2025 = 2025-07/2025-09", "last quarter of 2023 = 2023-10/2023-12"}},
		{"quarter after its year", "", "the 2024 fourth quarter", []string{"2024 fourth quarter = 2024-10/2024-12"}},
		{"halves", "", "H1 2024 and the second half of 2025", []string{"H1 2024 = 2024-01/2024-06", "the second half of 2025 = 2025-07/2025-12"}},
		{"decades", "", "in the 1990s, the late 1980s, the '70s and the mid-60s", []string{
			"the 1990s = 1990/1999", "the late 1980s = 1980/1989 [1986-09/1989-12]", "the '70s = 1970/1979", "the mid-60s = 1960/1969 [1963-05/1966-08]"}},
		{"seasons", "", "autumn 2020, the summer of 2019, winter 2022", []string{
			"autumn 2020 = 2020-09/2020-11", "the summer of 2019 = 2019-06/2019-08", "winter 2022 = 2022-12/2023-02"}},
		{"winter of two years", "", "the winter of 2021/22", []string{"the winter of 2021/22 = 2021-12/2022-02"}},
		{"winter of two whole years", "", "in the winter of 2024–2025", []string{"the winter of 2024–2025 = 2024-12/2025-02"}},
		{"two years", "", "the 2019-20 season and 2024/2025", []string{"2019-20 = 2019/2020", "2024/2025 = 2024/2025"}},
		{"year", "", "In the year 2012, and in 1987 (since 1456)", []string{"the year 2012 = 2012", "1987 = 1987", "1456 = 1456"}},
		{"year as modifier", "", "the 2020 elections, a 1996 law, the 2022 cup", []string{"2020 = 2020", "1996 = 1996", "2022 = 2022"}},
		{"spoken years", "", "in nineteen ninety-six and twenty twenty-five", []string{"nineteen ninety-six = 1996", "twenty twenty-five = 2025"}},
		{"year two thousand", "", "by the year two thousand three", []string{"the year two thousand three = 2003"}},
		{"short year", "", "in '98 and May '04", []string{"'98 = 1998", "May '04 = 2004-05"}},
		{"fiscal", "", "in fiscal 2024 and fiscal year 2025", []string{"fiscal 2024 = 2024", "fiscal year 2025 = 2025"}},
		{"within", "", "the last week of May 2025 and the first three months of 2024", []string{
			"the last week of May 2025 = 2025-05-26/2025-06-01", "the first three months of 2024 = 2024-01/2024-03"}},
		{"last day", "", "on the last day of February 2024", []string{"the last day of February 2024 = 2024-02-29"}},
		{"week of", "", "the week of 12 March 2025", []string{"the week of 12 March 2025 = 2025-03-10/2025-03-16"}},
		{"holidays", "", "Christmas 2024, Easter Monday 2025, Thanksgiving 2023, Christmas Eve 2022", []string{
			"Christmas 2024 = 2024-12-25", "Easter Monday 2025 = 2025-04-21", "Thanksgiving 2023 = 2023-11-23", "Christmas Eve 2022 = 2022-12-24"}},
		{"days of one month", "", "on 12, 13 and 14 June 2025", []string{"12 = 2025-06-12", "13 = 2025-06-13", "14 June 2025 = 2025-06-14"}},
		{"ordinals of one month", "", "on the 9th and 10th of July 2024", []string{"the 9th = 2024-07-09", "10th of July 2024 = 2024-07-10"}},
		{"months after their year", wednesday, "in March 2024, April and May", []string{"March 2024 = 2024-03", "April = 2024-04", "May = 2024-05"}},
		{"days after the month", "", "June 12, 13 and 14, 2025", []string{"June 12 = 2025-06-12", "13 = 2025-06-13", "14, 2025 = 2025-06-14"}},
		{"not over a blank line", "", "26\n\nNovember 2025", []string{"November 2025 = 2025-11"}},
		{"over a line end", "", "26\nNovember\n2025", []string{"26\nNovember\n2025 = 2025-11-26"}},
		{"other scripts around", "", "„26 November 2025“ – Žemaitė", []string{"26 November 2025 = 2025-11-26"}},
		{"no such day", "", "on 31 April 2025", []string{"April 2025 = 2025-04"}},
	})
}

func TestFindRelative(t *testing.T) {
	testFind(t, []findCase{
		{"days", wednesday, "yesterday, today and tomorrow night", []string{
			"yesterday = 2026-07-14", "today = 2026-07-15", "tomorrow night = 2026-07-16"}},
		{"this morning", wednesday, "He spoke this morning; last night he had not.", []string{"this morning = 2026-07-15", "last night = 2026-07-14"}},
		{"weeks", wednesday, "this week, last week, next week", []string{
			"this week = 2026-07-13/2026-07-19", "last week = 2026-07-06/2026-07-12", "next week = 2026-07-20/2026-07-26"}},
		{"months and years", wednesday, "last month, this year, next year's budget", []string{
			"last month = 2026-06", "this year = 2026", "next year = 2027"}},
		{"year that begins a month", "2026-01-20", "last month, last quarter", []string{"last month = 2025-12", "last quarter = 2025-10/2025-12"}},
		{"past weekday", wednesday, "She resigned on Friday.", []string{"Friday = 2026-07-10"}},
		{"coming weekday", wednesday, "She will resign on Friday.", []string{"Friday = 2026-07-17"}},
		{"until a weekday", wednesday, "The shop stayed shut until Saturday.", []string{"Saturday = 2026-07-18"}},
		{"weekday of publication", wednesday, "He said on Wednesday that it rained.", []string{"Wednesday = 2026-07-15"}},
		{"last and next weekday", wednesday, "last Wednesday; next Wednesday; this Friday", []string{
			"last Wednesday = 2026-07-08", "next Wednesday = 2026-07-22", "this Friday = 2026-07-17"}},
		{"weekday of a week", wednesday, "on Tuesday of last week", []string{"Tuesday of last week = 2026-07-07"}},
		{"ago", wednesday, "three days ago, two weeks ago, two months ago, four years ago", []string{
			"three days ago = 2026-07-12", "two weeks ago = 2026-06-29/2026-07-05", "two months ago = 2026-05", "four years ago = 2022"}},
		{"from now", wednesday, "ten days from now", []string{"ten days from now = 2026-07-25"}},
		{"month of a year", wednesday, "in May this year, in June last year, in the summer of next year", []string{
			"May this year = 2026-05", "June last year = 2025-06", "the summer of next year = 2027-06/2027-08"}},
		{"this month by name", wednesday, "this March", []string{"this March = 2026-03"}},
		{"last month by name", wednesday, "last November and last July", []string{"last November = 2025-11", "last July = 2025-07"}},
		{"next month by name", wednesday, "next May", []string{"next May = 2027-05"}},
		{"bare month, past", wednesday, "The bank was sold in December.", []string{"December = 2025-12"}},
		{"bare month, future", wednesday, "The bank will be sold in February.", []string{"February = 2027-02"}},
		{"bare day, near", wednesday, "It will be held on September 12.", []string{"September 12 = 2026-09-12"}},
		{"short month pointed at", wednesday, "last Oct. 23", []string{"last Oct. 23 = 2025-10-23"}},
		{"weekday at its end", wednesday, "on Friday last and on Friday next", []string{"Friday last = 2026-07-10", "Friday next = 2026-07-17"}},
		{"Friday the 13th", wednesday, "on Friday the 17th of July", []string{"Friday the 17th of July = 2026-07-17"}},
		{"short weekday", wednesday, "Tue. 7 July", []string{"Tue. 7 July = 2026-07-07"}},
		{"day of this month", wednesday, "on the 3rd of this month", []string{"the 3rd of this month = 2026-07-03"}},
		{"last holiday", wednesday, "last Christmas, next Easter", []string{"last Christmas = 2025-12-25", "next Easter = 2027-03-28"}},
		{"fiscal year", wednesday, "in the fiscal year and the fiscal second quarter", []string{"the fiscal year = 2026", "the fiscal second quarter = 2026-04/2026-06"}},
		{"quarter of last year", wednesday, "last year's third quarter", []string{"last year's third quarter = 2025-07/2025-09"}},
		{"seasons", wednesday, "last summer, this summer, in the spring", []string{
			"last summer = 2025-06/2025-08", "this summer = 2026-06/2026-08", "the spring = 2026-03/2026-05"}},
		{"half of last year", wednesday, "in the second half of last year", []string{"the second half of last year = 2025-07/2025-12"}},
		{"parts", wednesday, "late last year, early next month, earlier this week", []string{
			"late last year = 2025 [2025-09/2025-12]", "early next month = 2026-08 [2026-08-01/2026-08-10]",
			"earlier this week = 2026-07-13/2026-07-19"}},
		{"day before yesterday", wednesday, "the day before yesterday", []string{"the day before yesterday = 2026-07-13"}},
		{"year end", wednesday, "by year-end", []string{"year-end = 2026 [2026-09/2026-12]"}},
		{"this decade", wednesday, "in this decade", []string{"this decade = 2020/2029"}},
		{"a newspaper", wednesday, "as Minsk Today wrote", nil},
		{"weekend", wednesday, "last weekend", []string{"last weekend = 2026-07-11/2026-07-12"}},
	})
}

func TestFindNarrative(t *testing.T) {
	testFind(t, []findCase{
		{"days on", "", "On 3 May 1809 they met. The next day they parted; two weeks later they met again.", []string{
			"3 May 1809 = 1809-05-03", "The next day = 1809-05-04", "two weeks later = 1809-05-15/1809-05-21"}},
		{"day before", "", "He died on 3 May 1809. The day before, he had ridden out.", []string{"3 May 1809 = 1809-05-03", "The day before = 1809-05-02"}},
		{"following month", "", "It was begun in December 1911. The following month it stopped; that year was cold.", []string{
			"December 1911 = 1911-12", "The following month = 1912-01", "that year = 1912"}},
		{"same year", "", "Founded in 1911, it was closed in March of the same year.", []string{"1911 = 1911", "March of the same year = 1911-03"}},
		{"bare month after a year", "", "In 1911 he came. In September he left.", []string{"1911 = 1911", "September = 1911-09"}},
		{"bare month with nothing before", "", "In September he left.", nil},
		{"weekday with nothing before", "", "He left last Friday, and on Monday she did.", nil},
		{"next day after a mere year", "", "In 1911 he came. The next day he left.", []string{"1911 = 1911"}},
		{"weekday after a day", "", "He came on 3 May 1809 and left on Friday.", []string{"3 May 1809 = 1809-05-03", "Friday = 1809-05-05"}},
		{"number of a day", "", "The siege began on 3 May 1809. On the 17th it was raised.", []string{"3 May 1809 = 1809-05-03", "the 17th = 1809-05-17"}},
		{"other years than the text's own", "2009-12-19", `In March 1911 the line was opened. In June 1912 a bridge fell. In May 1913 it was mended.
			In August, trains ran again.`, []string{"March 1911 = 1911-03", "June 1912 = 1912-06", "May 1913 = 1913-05", "August = 1913-08"}},
		{"a year's own tale in the news", wednesday, "He resigned in June 2011. In August he was tried. He spoke in May.", []string{
			"June 2011 = 2011-06", "August = 2011-08", "May = 2026-05"}},
		{"years looked back on do not make a tale", "2024-10-03", "After 1991, in 2010, since 2020 and in mid-2022 much changed. On 30 September it was said again.", []string{
			"1991 = 1991", "2010 = 2010", "2020 = 2020", "mid-2022 = 2022 [2022-05/2022-08]", "30 September = 2024-09-30"}},
		{"month named again", wednesday, "It expires in February 2028. All look to February.", []string{"February 2028 = 2028-02", "February = 2028-02"}},
		{"before Christ", "", "In 1911 he dug up a coin of 44 BC. In March Caesar died.", []string{"1911 = 1911"}},
		{"years earlier", "", "In 1911 he returned; three years earlier he had fled.", []string{"1911 = 1911", "three years earlier = 1908"}},
		{"the quarter", "2026-07-15", "In the second quarter sales rose. For the quarter, costs fell from a year earlier.", []string{
			"the second quarter = 2026-04/2026-06", "the quarter = 2026-04/2026-06", "a year earlier = 2025-04/2025-06"}},
		{"the quarter and what it is compared to", wednesday, "Sales rose in the second quarter, compared to the first quarter of 2025. Costs fell in the quarter.", []string{
			"the second quarter = 2026-04/2026-06", "the first quarter of 2025 = 2025-01/2025-03", "the quarter = 2026-04/2026-06"}},
		{"latest quarter", "2026-07-15", "in the latest quarter", []string{"the latest quarter = 2026-04/2026-06"}},
		{"year-earlier", wednesday, "In the second quarter sales rose from the year-earlier quarter and the year-ago second quarter.", []string{
			"the second quarter = 2026-04/2026-06", "the year-earlier quarter = 2025-04/2025-06", "the year-ago second quarter = 2025-04/2025-06"}},
		{"a year's quarter", wednesday, "The second quarter of 2026 was better than last year's quarter and the 2024 quarter.", []string{
			"The second quarter of 2026 = 2026-04/2026-06", "last year's quarter = 2025-04/2025-06", "2024 quarter = 2024-04/2024-06"}},
		{"this period", wednesday, "In the first quarter of 2025 he sold; in that period prices fell.", []string{
			"the first quarter of 2025 = 2025-01/2025-03", "that period = 2025-01/2025-03"}},
		{"this date", "", "He died on 3 May 1809. On that date it rained; that morning it had not.", []string{
			"3 May 1809 = 1809-05-03", "that date = 1809-05-03", "that morning = 1809-05-03"}},
		{"next morning", "", "He died on 3 May 1809. Early the next morning it rained.", []string{"3 May 1809 = 1809-05-03", "Early the next morning = 1809-05-04"}},
		{"previous month by name", "", "He died in May 1809; the previous April he had married.", []string{"May 1809 = 1809-05", "the previous April = 1809-04"}},
		{"years under headings", "2009-12-19", "1936\n\nOn 20 July a plane fell.\n\n1937\n\nOn 8 February it rained.\n\n1938\n\nIt ended on 7 March.", []string{
			"1936 = 1936", "20 July = 1936-07-20", "1937 = 1937", "8 February = 1937-02-08", "1938 = 1938", "7 March = 1938-03-07"}},
		{"next spring in a tale", "", "The winter of 1777 was hard. The next spring was mild.", []string{
			"The winter of 1777 = 1777-12/1778-02", "The next spring = 1778-03/1778-05"}},
		{"end of the month", "", "They met on 3 May 1809. By the end of the month all was over.", []string{
			"3 May 1809 = 1809-05-03", "the end of the month = 1809-05 [1809-05-21/1809-05-31]"}},
	})
}

// Where nobody knows when a text was published, a bare day belongs to a year
// that the tale itself has just named, or to none.
func TestFindNarrativeOfUnknownDate(t *testing.T) {
	testFind(t, []findCase{
		{"a year in brackets", "", "The loan was small (in 1998, three crowns a head). On 4 June the bank closed.", []string{"1998 = 1998"}},
		{"a day in brackets", "", "Ottokar Brandl (born 3 May 1961) spoke. On 4 June the bank closed.", []string{"3 May 1961 = 1961-05-03"}},
		{"a year in square brackets", "", "The loan was small [as in 1998]. In June the bank closed.", []string{"1998 = 1998"}},
		{"brackets do not hide the tale", "", "In 1911 the line (planned in 1880) was opened. In September it closed.", []string{
			"1911 = 1911", "1880 = 1880", "September = 1911-09"}},
		{"an open bracket ends with its paragraph", "", "A bridge (the old one\n\nIn 1911 it fell. In May it was mended.", []string{"1911 = 1911", "May = 1911-05"}},
		{"against a sum", "", "It earned 40 crowns, against 38 in 1998. On 4 June the bank closed.", []string{"1998 = 1998"}},
		{"against a sum of money", "", "It earned €40 million against €38 million in 1998. On 4 June the bank closed.", []string{"1998 = 1998"}},
		{"compared to", "", "Fewer ships came, compared to the spring of 1998. On 4 June the port closed.", []string{"the spring of 1998 = 1998-03/1998-05"}},
		{"than", "", "More ships came than in 1998. On 4 June the port closed.", []string{"1998 = 1998"}},
		{"as in", "", "As many ships came as in 1998. On 4 June the port closed.", []string{"1998 = 1998"}},
		{"up from", "", "Sales were 40, up from 30 in 1998. On 4 June the port closed.", []string{"1998 = 1998"}},
		{"a month compared", "", "Fewer came than in June 1998. In June the port closed.", []string{"June 1998 = 1998-06"}},
		{"a fight is no comparison", "", "They fought against the dukes in 1411. On 4 June they won.", []string{"1411 = 1411", "4 June = 1411-06-04"}},
		{"more than is no comparison of years", "", "More than 300 ships sank in 1411. On 4 June peace was made.", []string{"1411 = 1411", "4 June = 1411-06-04"}},
		{"a year that only describes", "", "The 1998 law is strict. On 4 June the bank closed.", []string{"1998 = 1998"}},
		{"a year that only bounds", "", "He has ruled since 1998. On 4 June the bank closed.", []string{"1998 = 1998"}},
		{"far above", "", "In 1911 the line was opened.\n\nIt was long. It was dear.\n\nOn 4 June a bridge fell.", []string{"1911 = 1911"}},
		{"the sentence before, over a blank line", "", "In 1911 the line was opened.\n\nOn 4 June a bridge fell.", []string{"1911 = 1911", "4 June = 1911-06-04"}},
		{"the same paragraph", "", "In 1911 the line was opened. It was long. It was dear. On 4 June a bridge fell.", []string{"1911 = 1911", "4 June = 1911-06-04"}},
		{"far above, in quotes", "", "In 1911 “the line was opened.”\n\n“It was long.” On 4 June a bridge fell.", []string{"1911 = 1911"}},
		{"far above, in a long paragraph", "", "In 1911 the line was opened. " + strings.Repeat("It was long. ", 150) + "On 4 June it fell.", []string{"1911 = 1911"}},
		{"a tale goes forward", "", "It was begun in December 1911. On 4 June a bridge fell.", []string{"December 1911 = 1911-12"}},
		{"a heading", "", "1911\n\nOn 4 June a bridge fell.", []string{"1911 = 1911", "4 June = 1911-06-04"}},
		{"a year of a thing", "", "It was a report of 1998. On 4 June the bank closed.", []string{"1998 = 1998"}},
		{"from a sum", "", "Sales fell to 30 from about 40 in 1998. On 4 June the port closed.", []string{"1998 = 1998"}},
		{"a comparison ends with its clause", "", "Unlike his father, in 1911 he built a line. On 4 June it was opened.", []string{"1911 = 1911", "4 June = 1911-06-04"}},
		{"the following year", "", "In 1911 the line (planned in 1880) was opened. The following year it closed.", []string{
			"1911 = 1911", "1880 = 1880", "The following year = 1912"}},
		{"the next day", "", "Brandl (born 3 May 1961) came late. The next day he left.", []string{"3 May 1961 = 1961-05-03"}},
		{"the next day, far below", "", "On 3 May 1911 it began.\n\nIt was long. It was dear.\n\nThe next day it ended.", []string{"3 May 1911 = 1911-05-03"}},
		{"a month named again", "", "It was begun in May 1911.\n\nIt was long. It was dear.\n\nIn May it was mended.", []string{"May 1911 = 1911-05"}},
		{"a tale goes on", "", "In 1911 the line was opened. In May it was mended.\n\nOn 4 June a bridge fell.", []string{
			"1911 = 1911", "May = 1911-05", "4 June = 1911-06-04"}},
		{"what was compared can still be pointed at", "", "More came than in 1998. In June of that year the port was built.", []string{
			"1998 = 1998", "June of that year = 1998-06"}},
	})
}

// A tale keeps to its own years however well its date is known.
func TestFindNarrativeAsides(t *testing.T) {
	tale := "In March 1911 the line was opened. In June 1912 a bridge fell. In May 1913 it was mended. "
	want := []string{"March 1911 = 1911-03", "June 1912 = 1912-06", "May 1913 = 1913-05"}
	testFind(t, []findCase{
		{"in brackets", "2009-12-19", tale + "It was dear (in 1880, 3 crowns). In August it rained.", append(want, "1880 = 1880", "August = 1913-08")},
		{"compared", "2009-12-19", tale + "It was dearer than in 1880. In August it rained.", append(want, "1880 = 1880", "August = 1913-08")},
		{"a report's month compared", wednesday, "Fewer came than in March 2022. In March the port closed.", []string{"March 2022 = 2022-03", "March = 2026-03"}},
	})
}

func TestFindMonthAsModifier(t *testing.T) {
	testFind(t, []findCase{
		{"his", wednesday, "It was agreed on his March visit.", []string{"March = 2026-03"}},
		{"the", wednesday, "It was agreed during the March visit.", []string{"March = 2026-03"}},
		{"the, with May", wednesday, "After the May votes nothing changed.", []string{"May = 2026-05"}},
		{"their", wednesday, "Their May talks failed.", []string{"May = 2026-05"}},
		{"a person's", wednesday, "The minister's March speech was long, as was Brandl’s May report.", []string{"March = 2026-03", "May = 2026-05"}},
		{"after the publication's own months", "2026-06/2026-10", "Prior to his March visit to the port, the docks were rebuilt.", []string{"March = 2026-03"}},
		{"of a past year", wednesday, "Her March 2024 visit was short.", []string{"March 2024 = 2024-03"}},
		{"not a name", wednesday, "The Mays and their May Hill house; her March Hare", nil},
		{"not a march", wednesday, "his march north, their march on the town", nil},
	})
}

func TestFindReferenceInterval(t *testing.T) {
	testFind(t, []findCase{
		{"same year", "2026-06/2026-10", "this year and in May this year", []string{"this year = 2026", "May this year = 2026-05"}},
		{"same month", "2026-06/2026-10", "The law passed in March.", []string{"March = 2026-03"}},
		{"last and first day differ", "2026-06/2026-10", "last Friday, yesterday, two weeks ago, this month", nil},
		{"open interval", "2026-06/..", "this year", nil},
		{"a year", "2026", "last year", []string{"last year = 2025"}},
	})
}

func TestFindNothing(t *testing.T) {
	for name, text := range map[string]string{
		"durations":      "for two weeks, a five-year plan, three months, in several years, half a century",
		"repetitions":    "every May, each Friday, every year, Mondays",
		"verbs":          "He may come. They may, in time, march on. May I come in? May they rest. March on!",
		"names":          "Theresa May and April Jones met June Smith; the March of Dimes",
		"things counted": "300 people, 2,000 employees, 2000 employees, 1500 soldiers, 1984 tons, 2000 protesters",
		"labels":         "Article 2020, No. 1999, page 1987, Flight 2001, Resolution 1973",
		"money":          "$2020, €1999, 1,998 and 20.2024",
		"identifiers":    "v2020 2020x A-2020 20201231 12345 2020_1 192.168.2020.1 +1999",
		"clock times":    "at 10:30, at 10 a.m., 12:34:56",
		"before Christ":  "in 1431 BC and 1200 BCE",
		"impossible":     "32.13.2024, 2024-13-01, 2024-02-30, 30/30/2024",
		"fall":           "the fall of the city, a fall, spring water, to spring up",
		"named days":     "Black Friday, Ash Wednesday",
		"ages":           "in his 80s, temperatures in the 70s",
		"two lengths":    "two weeks and two days ago",
		"nothing":        "",
	} {
		t.Run(name, func(t *testing.T) {
			times, ranges := timex.Find(text, date(t, wednesday))
			for _, x := range times {
				t.Errorf("found %q = %s", text[x.Start:x.End], x.Value)
			}
			for _, x := range ranges {
				t.Errorf("found the range %q = %s", text[x.Start:x.End], x.Interval)
			}
		})
	}
}

func TestFindSaysWhy(t *testing.T) {
	text := "On 03.10.2024, as in May this year, he came. He had left in April. He was back in late November 2025."
	times, _ := timex.Find(text, date(t, wednesday))
	type reason struct {
		Words, Why string
		Explicit   bool
		Basis      corpus.Basis
	}
	var got []reason
	for _, x := range times {
		got = append(got, reason{text[x.Start:x.End], x.Why, x.Explicit, x.Value.Basis})
	}
	want := []reason{
		{"03.10.2024", "day first", true, corpus.Stated},
		{"May this year", "the year 2026, counted from the publication date, 15 July 2026", false, corpus.Inferred},
		{"April", "the April before the publication date, 15 July 2026", false, corpus.Inferred},
		{"late November 2025", "stated in full; its last third", true, corpus.Stated},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// The end of an interval is not a date of publication.
func TestFindSaysWhyFromAnInterval(t *testing.T) {
	for _, c := range []struct{ ref, text, want string }{
		{"2026-06/2026-10", "It opened in May this year.", "the year 2026, counted from the publication (between 1 June 2026 and 31 October 2026)"},
		{"2026-06/2026-10", "The law passed in March.", "the March before the publication (between 1 June 2026 and 31 October 2026)"},
		{"2026-06/2026-10", "It is shut this September.", "the September of the publication (between 1 June 2026 and 31 October 2026)"},
		{"2026-07/2026-08", "Costs fell in the latest quarter.", "the last full quarter before the publication (between 1 July 2026 and 31 August 2026)"},
		{"2026-07-15", "Costs fell in the latest quarter.", "the last full quarter before the publication date, 15 July 2026"},
	} {
		times, _ := timex.Find(c.text, date(t, c.ref))
		if len(times) != 1 || times[0].Why != c.want {
			t.Errorf("%q (%s): found %v, want one because of %q", c.text, c.ref, times, c.want)
		}
	}
}
