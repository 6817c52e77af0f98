package chart_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"dossierbot/bot/chart"
	"dossierbot/corpus"
)

// drawn is a picture with its layout.
type drawn interface {
	PNG(chart.Options) ([]byte, error)
	Layout(chart.Options) (chart.Layout, error)
	Alt() string
}

// months are n months from November 2016 on.
func months(n int) []string {
	names := strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%s %d", names[(10+i)%12], 2016+(10+i)/12)
	}
	return out
}

// timeline has so many periods and series, its counts spread from 0 to most.
func timeline(periods, series, most int) chart.Timeline {
	t := chart.Timeline{Title: "Lithuania and Belarus", Subtitle: "Statements per month, by topic", Periods: months(periods), Undated: 3}
	for s := range series {
		counts := make([]int, periods)
		for i := range counts {
			counts[i] = (i*i*7 + s*5 + i*s*3 + 1) % (most + 1)
		}
		t.Series = append(t.Series, chart.Series{Name: topics[s%len(topics)], Counts: counts})
	}
	return t
}

var (
	topics = []string{
		"Relations with Belarus", "Sanctions", "Belarus's integration with Russia", "Potash transit", "Border closure",
		"Political prisoners", "Balloons", "Migration", "Safety of the Astravets nuclear power plant", "Trucks",
	}
	actors = []string{
		"Kęstutis Budrys", "Homeland Union – Lithuanian Christian Democrats", "Ministry of Foreign Affairs of Lithuania",
		"Ministry of Foreign Affairs of Belarus", "Аляксандр Лукашэнка", "Poland", "Farmers, Greens and Christian Families Union",
	}
	cellKinds = []corpus.Stance{corpus.For, "", corpus.Against, corpus.Conditional, corpus.NoneStated, ""}
)

func matrix(rows, columns int) chart.Matrix {
	m := chart.Matrix{Title: "Who stands where", Subtitle: "By our notes"}
	for j := range columns {
		m.Columns = append(m.Columns, topics[j%len(topics)])
	}
	for i := range rows {
		m.Rows = append(m.Rows, actors[i%len(actors)])
		var row []corpus.Stance
		for j := range columns {
			row = append(row, cellKinds[(i*i+j*(i+1))%len(cellKinds)])
		}
		m.Cells = append(m.Cells, row)
	}
	return m
}

// renamed is m with one name for every row and every column.
func renamed(m chart.Matrix, name string) chart.Matrix {
	for i := range m.Rows {
		m.Rows[i] = name
	}
	for j := range m.Columns {
		m.Columns[j] = name
	}
	m.Title, m.Subtitle = name, name
	return m
}

// relabelled is t with one name for everything.
func relabelled(t chart.Timeline, name string) chart.Timeline {
	for i := range t.Series {
		t.Series[i].Name = name
	}
	for i := range t.Periods {
		t.Periods[i] = name
	}
	t.Title, t.Subtitle = name, name
	return t
}

func pictures() map[string]drawn {
	all := map[string]drawn{}
	for _, n := range []int{1, 2, 5, 13, 24, 60, 119, 120} {
		all[fmt.Sprintf("timeline of %d", n)] = timeline(n, 4, 6)
		all[fmt.Sprintf("timeline of %d, all series", n)] = timeline(n, 12, 3)
		all[fmt.Sprintf("timeline of %d, ones", n)] = timeline(n, 1, 1)
		all[fmt.Sprintf("timeline of %d, large", n)] = timeline(n, 9, 1_000_000)
	}
	for _, n := range [][2]int{{1, 1}, {3, 3}, {5, 4}, {12, 6}, {30, 10}, {30, 12}, {40, 15}, {40, 1}, {1, 15}} {
		all[fmt.Sprintf("matrix of %d by %d", n[0], n[1])] = matrix(n[0], n[1])
	}
	short := renamed(matrix(3, chart.MaxColumns), hostile["wide letters"])
	copy(short.Rows, []string{"A", "B", "C"})
	all["matrix with short rows"] = short
	for what, name := range hostile {
		all["timeline, "+what] = relabelled(timeline(40, 9, 5), name)
		all["matrix, "+what] = renamed(matrix(30, 10), name)
		all["small matrix, "+what] = renamed(matrix(2, 2), name)
	}
	return all
}

var hostile = map[string]string{
	"wide letters":      strings.Repeat("W", 5000),
	"narrow letters":    strings.Repeat("i", 5000),
	"many words":        strings.Repeat("of the ", 500),
	"empty":             "",
	"unseen":            "\u200b\u2066\u00ad\x00",
	"turned":            "\u202Egnp.exe \u2067שלום\u2069",
	"escapes":           "\x1b[31mred\r\nline\ttab\u2028next",
	"no such letters":   "日本語の名前 🙂👨‍👩‍👧🇱🇹",
	"marks":             "Z" + strings.Repeat("\u0335\u0322", 900) + "a",
	"broken":            "\xff\xfe\xc5",
	"one long grapheme": strings.Repeat("👩\u200d", 900),
}

func TestLabelsNeitherMeetNorLeaveTheCard(t *testing.T) {
	for name, p := range pictures() {
		for _, width := range []int{300, 400, 1000, 2000} {
			l, err := p.Layout(chart.Options{Width: width})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for _, fault := range faults(l) {
				t.Errorf("%s at %d: %s", name, width, fault)
			}
		}
	}
}

// faults is what is wrong with a layout.
func faults(l chart.Layout) []string {
	var out []string
	for i, a := range l.Texts {
		for _, c := range a.Corners {
			if c[0] < 0 || c[1] < 0 || c[0] > float64(l.Width) || c[1] > float64(l.Height) {
				out = append(out, fmt.Sprintf("%q reaches to %.0f, %.0f on a card of %d by %d", a.Words, c[0], c[1], l.Width, l.Height))
			}
		}
		for _, b := range l.Texts[:i] {
			if meet(a.Corners, b.Corners) {
				out = append(out, fmt.Sprintf("%q meets %q", a.Words, b.Words))
			}
		}
		for _, b := range l.Blocks[2:] { // the first two are the card
			if b.Fill != chart.Backgrounds()[1] && meet(a.Corners, corners(b)) {
				out = append(out, fmt.Sprintf("%q meets a block at %.0f, %.0f", a.Words, b.X, b.Y))
			}
		}
		// Where the picture is shown as 400 pixels wide.
		if shown := a.Size * 400 / float64(l.Width); shown < 10.4 {
			out = append(out, fmt.Sprintf("%q is %.1f pixels tall on a phone", a.Words, shown))
		}
	}
	for _, b := range l.Blocks {
		if b.X < 0 || b.Y < 0 || b.X+b.W > float64(l.Width) || b.Y+b.H > float64(l.Height) || b.W < 1 || b.H < 1 {
			out = append(out, fmt.Sprintf("block of %.1f by %.1f at %.1f, %.1f", b.W, b.H, b.X, b.Y))
		}
	}
	return out
}

func corners(b chart.Block) [4][2]float64 {
	return [4][2]float64{{b.X, b.Y}, {b.X + b.W, b.Y}, {b.X + b.W, b.Y + b.H}, {b.X, b.Y + b.H}}
}

// meet tells whether two rectangles, turned as they may be, share a place:
// they do not where a line along one of their sides lies between them.
func meet(a, b [4][2]float64) bool {
	for _, r := range [2][4][2]float64{a, b} {
		for i := range 2 {
			nx, ny := r[i+1][1]-r[i][1], r[i][0]-r[i+1][0]
			span := func(q [4][2]float64) (low, high float64) {
				low, high = math.Inf(1), math.Inf(-1)
				for _, c := range q {
					d := c[0]*nx + c[1]*ny
					low, high = min(low, d), max(high, d)
				}
				return low, high
			}
			al, ah := span(a)
			bl, bh := span(b)
			const slack = 1e-6
			if length := math.Hypot(nx, ny); length == 0 || ah <= bl+slack*length || bh <= al+slack*length {
				return false
			}
		}
	}
	return true
}

func TestMeet(t *testing.T) {
	turned := [4][2]float64{{0, 10}, {10, 0}, {20, 10}, {10, 20}}
	for name, c := range map[string]struct {
		b    chart.Block
		want bool
	}{
		"within":             {chart.Block{X: 8, Y: 8, W: 4, H: 4}, true},
		"beside its corner":  {chart.Block{X: 0, Y: 0, W: 4, H: 4}, false},
		"over its side":      {chart.Block{X: 0, Y: 0, W: 6, H: 6}, true},
		"far":                {chart.Block{X: 30, Y: 0, W: 6, H: 6}, false},
		"touches its corner": {chart.Block{X: 20, Y: 5, W: 6, H: 10}, false},
	} {
		if got := meet(turned, corners(c.b)); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestEachPeriodHasItsColumn(t *testing.T) {
	for _, width := range []int{300, 400, 1000} {
		for _, most := range []int{1, 1_000_000} {
			tl := timeline(chart.MaxPeriods, 1, 1)
			for i := range tl.Series[0].Counts {
				tl.Series[0].Counts[i] = 1
			}
			tl.Series[0].Counts[7] = most
			l, err := tl.Layout(chart.Options{Width: width})
			if err != nil {
				t.Fatal(err)
			}
			end, n := 0.0, -1 // one more is in the legend
			for _, b := range l.Blocks {
				if b.Fill != chart.SeriesColors()[0] {
					continue
				}
				if n++; n > 0 && b.X < end {
					t.Fatalf("width %d: column %d begins at %.1f, before %.1f", width, n, b.X, end)
				}
				if end = b.X + b.W; n == 0 {
					end = 0
				}
			}
			if n != chart.MaxPeriods {
				t.Errorf("width %d, most %d: %d columns", width, most, n)
			}
		}
	}
}

func TestNoTwoNamesLookAlike(t *testing.T) {
	m := matrix(30, 10) // too tall for names in two lines
	l, err := m.Layout(chart.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, x := range l.Texts {
		if x.Corners[0][0] == x.Corners[3][0] && strings.HasPrefix(x.Words, "Ministry") {
			got[x.Words]++
		}
	}
	if len(got) != 2 {
		t.Errorf("two ministries are drawn as %v", got)
	}
}

func TestLongNamesAreWholeWhereThereIsRoom(t *testing.T) {
	m := matrix(12, 6)
	l, err := m.Layout(chart.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range l.Texts {
		if strings.Contains(x.Words, "…") {
			t.Errorf("%q is cut", x.Words)
		}
	}
}
