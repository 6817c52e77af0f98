package store

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Schedule says when a subscription is told. The zero Schedule is at once.
type Schedule struct {
	Every   string       `json:"every,omitempty"`   // empty: at once; else Daily or Weekly
	Weekday time.Weekday `json:"weekday,omitempty"` // of a weekly one
	Hour    int          `json:"hour,omitempty"`    // 0 to 23, as the clocks of the zone show it
	Minute  int          `json:"minute,omitempty"`
	Zone    string       `json:"zone,omitempty"` // name of the IANA database; empty: UTC
}

// What Schedule.Every may be beside empty.
const (
	Daily  = "daily"
	Weekly = "weekly"
)

// ErrSchedule means that a text is no schedule. What wraps it is a sentence
// that says which part of it is wrong.
var ErrSchedule = errors.New("no schedule")

// ParseSchedule reads a schedule as people write it, in letters of any case:
// "at once", "daily 8:00", "daily at 08:00 Europe/Vilnius" or "weekly Monday
// 08:00 Europe/Vilnius". Where it names no zone, it is in the given one; empty
// is UTC. Its error wraps ErrSchedule.
func ParseSchedule(text, zone string) (Schedule, error) {
	words := strings.Fields(text)
	if strings.EqualFold(strings.Join(words, " "), "at once") {
		return Schedule{}, nil
	}
	next := func(skip string) string {
		if len(words) > 0 && strings.EqualFold(words[0], skip) {
			words = words[1:]
		}
		if len(words) == 0 {
			return ""
		}
		word := words[0]
		words = words[1:]
		return word
	}
	wrong := func(part, is string) (Schedule, error) {
		why := "it has " + is
		if part != "" {
			why = "“" + part + "” is " + is
		}
		return Schedule{}, fmt.Errorf("“%s” is %w: %s", text, ErrSchedule, why)
	}
	s := Schedule{Every: strings.ToLower(next(""))}
	ok := true
	switch s.Every {
	case Daily:
	case Weekly:
		day := next("on")
		if s.Weekday, ok = parseWeekday(strings.ToLower(day)); !ok {
			return wrong(day, "no day of the week")
		}
	default:
		return Schedule{}, fmt.Errorf("“%s” is %w: it is neither at once, nor daily, nor weekly", text, ErrSchedule)
	}
	hour := next("at")
	if s.Hour, s.Minute, ok = parseHour(hour); !ok {
		return wrong(hour, "no hour")
	}
	if len(words) > 0 {
		zone = strings.Join(words, " ")
	}
	if s.Zone, ok = zoneNamed(zone); !ok {
		return wrong(zone, "no time zone")
	}
	return s, nil
}

// parseWeekday reads the English name of a day, or its beginning of three
// letters or more.
func parseWeekday(word string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(word) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), word) {
			return d, true
		}
	}
	return 0, false
}

// parseHour reads "8", "8:05" or "08:05".
func parseHour(word string) (hour, minute int, ok bool) {
	h, m, divided := strings.Cut(word, ":")
	if !divided {
		m = "00"
	}
	if len(h) == 0 || len(h) > 2 || len(m) != 2 || strings.Trim(h+m, "0123456789") != "" {
		return 0, 0, false
	}
	hour, _ = strconv.Atoi(h) // they hold nothing but digits
	minute, _ = strconv.Atoi(m)
	return hour, minute, hour < 24 && minute < 60
}

// zoneNamed is the name of a time zone as the IANA database writes it.
func zoneNamed(name string) (string, bool) {
	if name == "" {
		return "UTC", true
	}
	for _, spelt := range []string{name, strings.ToUpper(name), capitals(name)} {
		// "Local" would be the zone of the machine, which nobody sees.
		if _, err := time.LoadLocation(spelt); err == nil && spelt != "Local" {
			return spelt, true
		}
	}
	return "", false
}

// capitals gives every word of a name a capital.
func capitals(name string) string {
	inside := false
	return strings.Map(func(r rune) rune {
		begins := !inside
		if inside = unicode.IsLetter(r); begins {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, name)
}

// AtOnce tells whether each change is told as soon as it is known.
func (s Schedule) AtOnce() bool { return s.Every == "" }

// String is the schedule as ParseSchedule reads it.
func (s Schedule) String() string {
	at := fmt.Sprintf("%02d:%02d %s", s.Hour, s.Minute, s.Location())
	switch s.Every {
	case Daily:
		return Daily + " " + at
	case Weekly:
		return Weekly + " " + s.Weekday.String() + " " + at
	}
	return "at once"
}

// Location is the time zone. One that this machine does not know is UTC.
func (s Schedule) Location() *time.Location {
	zone, err := time.LoadLocation(s.Zone)
	if err != nil {
		return time.UTC
	}
	return zone
}

// Next is the first time to tell after a given one: zero where it is at once.
// An hour that the clocks leave out is told at the first moment after the gap,
// one that they show twice the first time only. Who missed some times tells
// once, and goes on with the Next after now.
func (s Schedule) Next(after time.Time) time.Time {
	if s.AtOnce() {
		return time.Time{}
	}
	zone := s.Location()
	year, month, day := after.In(zone).Date()
	for ; ; day++ {
		clocks := time.Date(year, month, day, s.Hour, s.Minute, 0, 0, time.UTC)
		if s.Every == Weekly && clocks.Weekday() != s.Weekday {
			continue
		}
		if t := firstShown(clocks, zone); t.After(after) {
			return t
		}
	}
}

// firstShown is the first moment at which the clocks of a zone show what UTC
// shows at a time, or a later time. time.Date promises neither of them where
// the clocks are changed.
func firstShown(clocks time.Time, zone *time.Location) time.Time {
	for from := clocks.AddDate(0, 0, -1).In(zone); ; { // no zone is a day away from UTC
		_, offset := from.Zone()
		t := clocks.Add(-time.Duration(offset) * time.Second).In(zone)
		if t.Before(from) {
			t = from // the clocks were put forward past it
		}
		_, until := from.ZoneBounds()
		if until.IsZero() || t.Before(until) {
			return t
		}
		from = until
	}
}
