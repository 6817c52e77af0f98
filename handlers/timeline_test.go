package handlers_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
	"dossierbot/index"
)

func timeline(t *testing.T, h *handlers.Handlers, r handlers.TimelineRequest) handlers.TimelineReply {
	t.Helper()
	reply, err := h.Timeline(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return reply
}

func TestTimeline(t *testing.T) {
	h := serve(t, council)
	r := timeline(t, h, handlers.TimelineRequest{Name: "Brandt"})
	if diff := cmp.Diff([]string{
		"said 2024-04-29 Elke Brandt (to the day)",
		"position 2024-05 Elke Brandt (to the month)",
		"position 2025-03 Elke Brandt (to the month)",
		"said 2025-03-08 Elke Brandt (to the day)",
		"position 2026 Elke Brandt (to the year)",
		"said 2026-02-01 Elke Brandt (then or before)",
		"event 2026-09  (to the month)",
		"position ../2026 Elke Brandt (one end is not known)",
	}, said(r.Entries)); diff != "" {
		t.Errorf("of an actor (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{
		// A position of 2026 may be of any of its months.
		"2: 2024-06/2025-02, 9 months", "4: 2025-04/2025-12, 9 months",
	}, gapsOf(r)); diff != "" {
		t.Errorf("empty months (-want +got):\n%s", diff)
	}

	r = timeline(t, h, handlers.TimelineRequest{Name: "span"}) // a synonym of the bridge
	if r.Topic == nil || r.Actor != nil {
		t.Fatalf("%+v", r)
	}
	if diff := cmp.Diff([]string{
		"said 2024-04-29 Elke Brandt (to the day)", "position 2024-05 Elke Brandt (to the month)", "position 2025-03 Elke Brandt (to the month)",
		"position 2025-03 Karl Moser (to the month)", "position 2025-03 Shore Party (to the month)",
		"said 2025-03-08 Elke Brandt (to the day)", "said 2025-03-09 Karl Moser (to the day)",
		"said 2026-01-30 Ida Keller (to the day)", "event 2026-09  (to the month)",
	}, said(r.Entries)); diff != "" {
		t.Errorf("of a topic (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{
		"event 1931  (to the year)", "position 2026 Elke Brandt (to the year)", "position 2026 Karl Moser (to the year)",
		"said 2026-01-30 Ida Keller (to the day)", "said 2026-02-01 Elke Brandt (then or before)",
		"position ../2026 Elke Brandt (one end is not known)", "event 2027-05 Elke Brandt (to the month)",
	}, said(timeline(t, h, handlers.TimelineRequest{Name: "tolls"}).Entries)); diff != "" {
		t.Errorf("tolls (-want +got):\n%s", diff)
	}
}

func gapsOf(r handlers.TimelineReply) []string {
	var out []string
	for _, g := range r.Gaps {
		out = append(out, string(rune('0'+g.Before))+": "+g.Time.String()+", "+countOf(g.Months, "month"))
	}
	return out
}

func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprint(n) + " " + noun + "s"
}

func TestTimelineInATime(t *testing.T) {
	h := serve(t, council)
	r := timeline(t, h, handlers.TimelineRequest{Name: "Moser", From: "2025-01", To: "May 2025"})
	if diff := cmp.Diff([]string{"position 2025-03 Karl Moser (to the month)", "said 2025-03-09 Karl Moser (to the day)"}, said(r.Entries)); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"0: 2025-01/2025-02, 2 months", "2: 2025-04/2025-05, 2 months"}, gapsOf(r)); diff != "" {
		t.Errorf("empty months (-want +got):\n%s", diff)
	}
	r = timeline(t, h, handlers.TimelineRequest{Name: "Moser", From: "2020", To: "2021"})
	if r.Outcome != index.NoneInRange || len(r.Entries) > 0 || !strings.Contains(r.Answer, "at other times: 3") {
		t.Errorf("out of time: %s, %q", r.Outcome, r.Answer)
	}
	for name, outcome := range map[string]handlers.Outcome{"fish": index.NotInDossier, "Nemo": index.NotInDossier, "lindau": index.NotInDossier} {
		if r := timeline(t, h, handlers.TimelineRequest{Name: name}); r.Outcome != outcome || r.Answer == "" {
			t.Errorf("%s: %s, %q", name, r.Outcome, r.Answer)
		}
	}
	for _, bad := range []handlers.TimelineRequest{{}, {Name: "Moser", From: "soon"}, {Name: "Moser", From: "2025", To: "2024"}} {
		_, err := h.Timeline(t.Context(), bad)
		problem(t, err)
	}
}

// TestTally counts statements by topic and month, empty months too, and those
// known to a longer time apart.
func TestTally(t *testing.T) {
	h := serve(t, with(council, "d.txt", "Elke Brandt said in 2024 that tolls on the bridge would come. Elke Brandt said on 2 July 2024 that fish were dear.\n"))
	r := timeline(t, h, handlers.TimelineRequest{Name: "brandt", To: "2024"})
	if r.Tally == nil || r.Tally.By != "topic" {
		t.Fatalf("tally %+v", r.Tally)
	}
	var times []string
	for _, d := range r.Tally.Times {
		times = append(times, d.String())
	}
	if diff := cmp.Diff([]string{"2024", "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12"}, times); diff != "" {
		t.Errorf("times (-want +got):\n%s", diff)
	}
	want := []handlers.TallySeries{{Name: "The bridge", Counts: []int{1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0}},
		{Name: "Fish", Counts: []int{0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0}}, {Name: "Tolls", Counts: []int{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}}}
	if diff := cmp.Diff(want, r.Tally.Series); diff != "" {
		t.Errorf("series (-want +got):\n%s", diff)
	}
	if r := timeline(t, h, handlers.TimelineRequest{Name: "bridge"}); r.Tally.By != "speaker" || r.Tally.Series[0].Name != "Elke Brandt" {
		t.Errorf("of a topic: %+v", r.Tally)
	}
}

// A timeline is of an actor or of a topic: both complete its subject.
func TestCompleteSubject(t *testing.T) {
	h := serve(t, council)
	for typed, want := range map[string]string{"bran": "brandt", "бранд": "brandt", "toll": "tolls", "spa": "bridge"} {
		found, err := h.Complete(t.Context(), handlers.CompleteSubject, typed)
		if err != nil || len(found) == 0 || found[0].Value != want {
			t.Errorf("%q: %+v, %v; want %s first", typed, found, err, want)
		}
	}
}
