package chart_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/chart"
	"dossierbot/corpus"
)

func TestAlt(t *testing.T) {
	for name, c := range map[string]struct {
		p    drawn
		want string
	}{
		"timeline": {
			chart.Timeline{
				Title: "Lithuania and Belarus", Subtitle: "Statements per month.",
				Periods: []string{"Nov 2025", "Dec 2025", "Jan 2026"},
				Series:  []chart.Series{{"Trucks", []int{1, 0, 2}}, {"Potash", []int{1300, 0, 0}}, {"Balloons", []int{0, 0, 0}}},
				Undated: 2,
			},
			"Lithuania and Belarus. Statements per month. Columns from Nov 2025 to Jan 2026 hold 1,303 in all: Trucks 3, Potash 1,300. " +
				"The peak is Nov 2025 with 1,301. 2 without a date are not shown.",
		},
		"two peaks": {
			chart.Timeline{Periods: []string{"May", "June", "July"}, Series: []chart.Series{{"Trucks", []int{1, 4, 4}}}, Undated: 1},
			"Columns from May to July hold 9 in all: Trucks 9. The peak is June with 4, reached in 2 columns. 1 without a date is not shown.",
		},
		"one period": {
			chart.Timeline{Periods: []string{"May 2026"}, Series: []chart.Series{{"Trucks", []int{1}}}},
			"One column, May 2026, holds 1: Trucks 1.",
		},
		"matrix": {
			chart.Matrix{
				Title: "Who stands where?", Rows: []string{"Budrys", "Poland"}, Columns: []string{"Trucks", "Potash", "Balloons"},
				Cells: [][]corpus.Stance{{corpus.Against, corpus.For, corpus.Against}, {"", "", ""}},
			},
			"Who stands where? A table of 2 rows and 3 columns: 1 for, 2 against, 3 not known. " +
				"Budrys – for: Potash; against: Trucks, Balloons. Poland – not known.",
		},
	} {
		if diff := cmp.Diff(c.want, c.p.Alt()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestAltTellsLessOfMore(t *testing.T) {
	m := chart.Matrix{Columns: []string{"Trucks", "Potash"}}
	for i := range 40 {
		m.Rows = append(m.Rows, "An actor whose name is long")
		m.Cells = append(m.Cells, []corpus.Stance{cellKinds[i%2], corpus.Against})
	}
	want := "A table of 40 rows and 2 columns: 20 for, 40 against, 20 not known. Trucks – 20 for, 20 not known. Potash – 40 against."
	if diff := cmp.Diff(want, m.Alt()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAltIsShort(t *testing.T) {
	for name, p := range pictures() {
		if alt := p.Alt(); !sane(alt) {
			t.Errorf("%s: %q", name, alt)
		}
	}
}
