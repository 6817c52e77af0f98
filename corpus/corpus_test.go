package corpus_test

import (
	"errors"
	"testing"
	"time"

	"dossierbot/corpus"
)

func TestSpan(t *testing.T) {
	cases := map[string]struct {
		a, b               corpus.Span
		overlaps, contains bool
	}{
		"apart":     {corpus.Span{Start: 0, End: 3}, corpus.Span{Start: 5, End: 7}, false, false},
		"adjoining": {corpus.Span{Start: 0, End: 3}, corpus.Span{Start: 3, End: 7}, false, false},
		"crossing":  {corpus.Span{Start: 0, End: 4}, corpus.Span{Start: 3, End: 7}, true, false},
		"inside":    {corpus.Span{Start: 0, End: 9}, corpus.Span{Start: 3, End: 7}, true, true},
		"the same":  {corpus.Span{Start: 3, End: 7}, corpus.Span{Start: 3, End: 7}, true, true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if c.a.Overlaps(c.b) != c.overlaps || c.b.Overlaps(c.a) != c.overlaps {
				t.Errorf("overlap is not %v both ways", c.overlaps)
			}
			if c.a.Contains(c.b) != c.contains {
				t.Errorf("contains is not %v", c.contains)
			}
		})
	}
	if n := (corpus.Span{Start: 3, End: 7}).Len(); n != 4 {
		t.Errorf("length %d, want 4", n)
	}
}

func TestStatementSpan(t *testing.T) {
	s := corpus.Statement{Spans: []corpus.Span{{Start: 2, End: 5}, {Start: 9, End: 12}}}
	if got, want := s.Span(), (corpus.Span{Start: 2, End: 12}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got := (corpus.Statement{}).Span(); got != (corpus.Span{}) {
		t.Errorf("nothing said has the span %v", got)
	}
}

func TestHeldOn(t *testing.T) {
	day := func(y int) time.Time { return time.Date(y, time.June, 1, 0, 0, 0, 0, time.UTC) }
	cases := map[string]struct {
		from, to string
		held     map[int]bool
	}{
		"both ends":    {"2020", "2024-06-01", map[int]bool{2019: false, 2020: true, 2024: true, 2025: false}},
		"begun":        {"2020", "", map[int]bool{2019: false, 2025: true}},
		"ended":        {"", "2024", map[int]bool{2019: true, 2025: false}},
		"still held":   {"2020", "2024/..", map[int]bool{2019: false, 2030: true}},
		"long held":    {"../2020", "2024", map[int]bool{1990: true, 2025: false}},
		"not known of": {"", "", map[int]bool{1990: true, 2025: true}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			role := corpus.Role{From: date(t, c.from), To: date(t, c.to)}
			for year, want := range c.held {
				if got := role.HeldOn(day(year)); got != want {
					t.Errorf("in %d: %v, want %v", year, got, want)
				}
			}
		})
	}
}

func TestDossier(t *testing.T) {
	d := corpus.Dossier{
		Actors: []corpus.Actor{{ID: "bell", Name: "Ann Bell"}, {ID: "hill", Name: "Jo Hill"}},
		Topics: []corpus.Topic{{ID: "transit", Name: "Transit"}},
	}
	if a, err := d.Actor("hill"); err != nil || a.Name != "Jo Hill" {
		t.Errorf("%q, %v", a.Name, err)
	}
	if _, err := d.Actor("stone"); !errors.Is(err, corpus.ErrUnknownActor) {
		t.Errorf("an unknown actor gives %v", err)
	}
	if topic, ok := d.Topic("transit"); !ok || topic.Name != "Transit" {
		t.Errorf("%q, %v", topic.Name, ok)
	}
	if topic, ok := d.Topic("trade"); ok {
		t.Errorf("an unknown topic gives %v", topic)
	}
}
