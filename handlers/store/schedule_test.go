package store_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers/store"
)

func TestScheduleIsRead(t *testing.T) {
	for text, want := range map[string]store.Schedule{
		"at once":                            {},
		"  At  Once ":                        {},
		"daily 8:00":                         {Every: store.Daily, Hour: 8, Zone: "Europe/Warsaw"},
		"DAILY at 08:05 Europe/Vilnius":      {Every: store.Daily, Hour: 8, Minute: 5, Zone: "Europe/Vilnius"},
		"daily 0 europe/vilnius":             {Every: store.Daily, Zone: "Europe/Vilnius"},
		"daily 23:59 utc":                    {Every: store.Daily, Hour: 23, Minute: 59, Zone: "UTC"},
		"daily 7 america/argentina/la_rioja": {Every: store.Daily, Hour: 7, Zone: "America/Argentina/La_Rioja"},
		"weekly Monday 08:00":                {Every: store.Weekly, Weekday: time.Monday, Hour: 8, Zone: "Europe/Warsaw"},
		"weekly on sun at 9:30 Asia/Tokyo":   {Every: store.Weekly, Weekday: time.Sunday, Hour: 9, Minute: 30, Zone: "Asia/Tokyo"},
		"Weekly THURS 18:00":                 {Every: store.Weekly, Weekday: time.Thursday, Hour: 18, Zone: "Europe/Warsaw"},
	} {
		got, err := store.ParseSchedule(text, "Europe/Warsaw")
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%q: %v (-want +got):\n%s", text, err, diff)
		}
	}
	if got, err := store.ParseSchedule("daily 8:00", ""); err != nil || got.Zone != "UTC" {
		t.Errorf("without a zone: %+v, %v", got, err)
	}
}

func TestWhatIsNoSchedule(t *testing.T) {
	for text, part := range map[string]string{
		"":                                 "“” is no schedule: it is neither at once",
		"hourly":                           "“hourly” is no schedule: it is neither at once",
		"once":                             "it is neither at once, nor daily, nor weekly",
		"daily":                            "it has no hour",
		"daily at":                         "it has no hour",
		"daily 24:00":                      "“24:00” is no hour",
		"daily 8:60":                       "“8:60” is no hour",
		"daily 8:5":                        "“8:5” is no hour",
		"daily +8":                         "“+8” is no hour",
		"daily 108:00":                     "“108:00” is no hour",
		"weekly 8:00":                      "“8:00” is no day",
		"weekly mo 8:00":                   "“mo” is no day",
		"weekly":                           "it has no day of the week",
		"weekly Monday":                    "it has no hour",
		"Daily 8:00 Europe/Atlantis":       "“Daily 8:00 Europe/Atlantis” is no schedule: “Europe/Atlantis” is no time zone",
		"daily 8:00 local":                 "“local” is no time zone",
		"daily 8:00 ../../etc/passwd":      "is no time zone",
		"daily 8:00 Europe/Vilnius please": "“Europe/Vilnius please” is no time zone",
	} {
		got, err := store.ParseSchedule(text, "Europe/Warsaw")
		if !errors.Is(err, store.ErrSchedule) || !strings.Contains(err.Error(), part) {
			t.Errorf("%q: %+v, %v; want an error that tells of %s", text, got, err, part)
		}
	}
	if _, err := store.ParseSchedule("daily 8:00", "Europe/Atlantis"); !errors.Is(err, store.ErrSchedule) {
		t.Errorf("in a zone that is none: %v", err)
	}
}

// What is written is read the same, by people and as JSON.
func TestScheduleIsWritten(t *testing.T) {
	for _, s := range someSchedules(50) {
		back, err := store.ParseSchedule(s.String(), "Asia/Tokyo")
		if diff := cmp.Diff(s, back); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", s, err, diff)
		}
		raw, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		back = store.Schedule{}
		if err := json.Unmarshal(raw, &back); err != nil || back != s {
			t.Errorf("%s: %v, %+v", raw, err, back)
		}
	}
	if got := (store.Schedule{}).String(); got != "at once" {
		t.Errorf("the zero schedule is %q", got)
	}
}

// zones change their clocks in March and October, at midnight, by half an hour,
// in the other half of the year, or never.
var zones = []string{"Europe/Vilnius", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata", "UTC"}

func someSchedules(n int) []store.Schedule {
	rng := rand.New(rand.NewPCG(7, 26))
	var out []store.Schedule
	for range n {
		s := store.Schedule{Every: store.Daily, Hour: rng.IntN(24), Minute: rng.IntN(60), Zone: zones[rng.IntN(len(zones))]}
		if rng.IntN(2) == 0 {
			s.Every, s.Weekday = store.Weekly, time.Weekday(rng.IntN(7))
		}
		out = append(out, s)
	}
	return out
}

func TestNextTime(t *testing.T) {
	for _, c := range []struct{ name, schedule, after, want string }{
		{"later that day", "daily 8:00 Europe/Vilnius", "2026-07-20T07:59:59+03:00", "2026-07-20T08:00:00+03:00"},
		{"not at that moment again", "daily 8:00 Europe/Vilnius", "2026-07-20T08:00:00+03:00", "2026-07-21T08:00:00+03:00"},
		{"the day there, not here", "daily 8:00 Asia/Tokyo", "2026-07-20T23:30:00Z", "2026-07-22T08:00:00+09:00"},
		{"over the end of the year", "daily 0:00 UTC", "2026-12-31T12:00:00Z", "2027-01-01T00:00:00Z"},
		{"later that week", "weekly Friday 18:30 Europe/Vilnius", "2026-07-20T08:00:00+03:00", "2026-07-24T18:30:00+03:00"},
		{"the same day", "weekly Monday 8:00 Europe/Vilnius", "2026-07-20T07:00:00+03:00", "2026-07-20T08:00:00+03:00"},
		{"a week on", "weekly Monday 8:00 Europe/Vilnius", "2026-07-20T08:00:00+03:00", "2026-07-27T08:00:00+03:00"},
		{"missed for weeks: the next alone", "weekly Monday 8:00 Europe/Vilnius", "2026-08-19T12:00:00+03:00", "2026-08-24T08:00:00+03:00"},

		{"before the clocks go forward", "daily 2:59 Europe/Vilnius", "2026-03-28T12:00:00+02:00", "2026-03-29T02:59:00+02:00"},
		{"an hour left out", "daily 3:00 Europe/Vilnius", "2026-03-28T12:00:00+02:00", "2026-03-29T04:00:00+03:00"},
		{"half past one left out", "daily 3:30 Europe/Vilnius", "2026-03-28T12:00:00+02:00", "2026-03-29T04:00:00+03:00"},
		{"and then not again at four", "daily 3:30 Europe/Vilnius", "2026-03-29T04:00:00+03:00", "2026-03-30T03:30:00+03:00"},
		{"after the clocks went forward", "daily 4:00 Europe/Vilnius", "2026-03-28T12:00:00+02:00", "2026-03-29T04:00:00+03:00"},
		{"eight in spring", "daily 8:00 Europe/Vilnius", "2026-03-28T08:00:00+02:00", "2026-03-29T08:00:00+03:00"},
		{"weekly, left out", "weekly Sunday 3:30 Europe/Vilnius", "2026-03-23T12:00:00+02:00", "2026-03-29T04:00:00+03:00"},

		{"the first of two", "daily 3:30 Europe/Vilnius", "2026-10-24T12:00:00+03:00", "2026-10-25T03:30:00+03:00"},
		{"not the second", "daily 3:30 Europe/Vilnius", "2026-10-25T03:30:00+03:00", "2026-10-26T03:30:00+02:00"},
		{"nor between the two", "daily 3:30 Europe/Vilnius", "2026-10-25T03:10:00+02:00", "2026-10-26T03:30:00+02:00"},
		{"the moment of the change", "daily 4:00 Europe/Vilnius", "2026-10-24T12:00:00+03:00", "2026-10-25T04:00:00+02:00"},
		{"eight in autumn", "daily 8:00 Europe/Vilnius", "2026-10-24T08:00:00+03:00", "2026-10-25T08:00:00+02:00"},

		{"New York, left out", "daily 2:30 America/New_York", "2026-03-07T12:00:00-05:00", "2026-03-08T03:00:00-04:00"},
		{"New York, twice", "daily 1:30 America/New_York", "2026-10-31T12:00:00-04:00", "2026-11-01T01:30:00-04:00"},
		{"half an hour left out", "daily 2:15 Australia/Lord_Howe", "2026-10-03T12:00:00+10:30", "2026-10-04T02:30:00+11:00"},
		{"midnight left out", "daily 0:00 Africa/Cairo", "2026-04-23T12:00:00+02:00", "2026-04-24T01:00:00+03:00"},
		{"the hour before midnight twice", "daily 23:30 Africa/Cairo", "2026-10-29T12:00:00+03:00", "2026-10-29T23:30:00+03:00"},
		{"a day left out", "daily 8:00 Pacific/Apia", "2011-12-29T12:00:00-10:00", "2011-12-31T00:00:00+14:00"},
	} {
		s, err := store.ParseSchedule(c.schedule, "")
		if err != nil {
			t.Fatal(err)
		}
		after, err := time.Parse(time.RFC3339, c.after)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Next(after).Format(time.RFC3339); got != c.want {
			t.Errorf("%s: %s after %s is %s, want %s", c.name, c.schedule, c.after, got, c.want)
		}
	}
	if got := (store.Schedule{}).Next(time.Now()); !got.IsZero() {
		t.Errorf("at once is told next at %s", got)
	}
	if got := (store.Schedule{Every: store.Daily, Hour: 8, Zone: "Gone/Away"}).Next(time.Date(2026, 7, 20, 9, 0, 0, 0, time.UTC)); got.Format(time.RFC3339) != "2026-07-21T08:00:00Z" {
		t.Errorf("in a zone that is no more: %s", got)
	}
}

// Of every schedule over a year: each time is after the one before, no two lie
// on one day, no day is left out, and the clocks show the hour, or it is the
// first moment after they leave it out.
func TestEveryDayHasItsTime(t *testing.T) {
	for _, s := range someSchedules(60) {
		zone := s.Location()
		start := time.Date(2026, time.January, 1, 0, 0, 0, 0, zone)
		count := map[string]int{}
		for at := s.Next(start); at.Year() < 2027; {
			local := at.In(zone)
			count[local.Format(time.DateOnly)]++
			if s.Every == store.Weekly && local.Weekday() != s.Weekday {
				t.Errorf("%s: %s is a %s", s, local, local.Weekday())
			}
			if local.Hour() != s.Hour || local.Minute() != s.Minute {
				begins, _ := local.ZoneBounds()
				before := begins.Add(-time.Minute).In(zone)
				shown, wanted := local.Hour()*60+local.Minute(), s.Hour*60+s.Minute
				if !begins.Equal(at) || wanted >= shown || before.Hour()*60+before.Minute() >= wanted && before.Day() == local.Day() {
					t.Errorf("%s: told at %s", s, local)
				}
			}
			next := s.Next(at)
			if !next.After(at) {
				t.Fatalf("%s: after %s comes %s", s, at, next)
			}
			if between := s.Next(at.Add(next.Sub(at) / 2)); !between.Equal(next) {
				t.Errorf("%s: between %s and %s comes %s", s, at, next, between)
			}
			at = next
		}
		for day := start.Add(12 * time.Hour); day.Year() < 2027; day = day.AddDate(0, 0, 1) {
			want := 1
			if s.Every == store.Weekly && day.Weekday() != s.Weekday {
				want = 0
			}
			if got := count[day.Format(time.DateOnly)]; got != want && !(day.YearDay() == 1 && got == 0) {
				t.Errorf("%s: told %d times on %s, want %d", s, got, day.Format(time.DateOnly), want)
			}
		}
	}
}
