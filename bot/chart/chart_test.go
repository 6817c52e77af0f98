package chart_test

import (
	"errors"
	"math"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"dossierbot/bot/chart"
	"dossierbot/corpus"
)

func TestErrors(t *testing.T) {
	few := func(change func(*chart.Timeline)) drawn {
		tl := timeline(3, 2, 4)
		change(&tl)
		return tl
	}
	table := func(change func(*chart.Matrix)) drawn {
		m := matrix(3, 2)
		change(&m)
		return m
	}
	none := func() drawn {
		return chart.Timeline{Periods: months(2), Series: []chart.Series{{Name: "a", Counts: []int{0, 0}}}}
	}
	for name, c := range map[string]struct {
		p       drawn
		o       chart.Options
		says    string
		nothing bool
	}{
		"no timeline":       {p: chart.Timeline{}, nothing: true},
		"no counts":         {p: none(), nothing: true},
		"no matrix":         {p: chart.Matrix{}, nothing: true},
		"no positions":      {p: chart.Matrix{Rows: []string{"a"}, Columns: []string{"b"}, Cells: [][]corpus.Stance{{""}}}, nothing: true},
		"no columns":        {p: chart.Matrix{Rows: []string{"a"}, Cells: [][]corpus.Stance{{}}}, nothing: true},
		"many periods":      {p: timeline(121, 1, 1), says: "121 periods: at most 120"},
		"negative count":    {p: few(func(t *chart.Timeline) { t.Series[1].Counts[2] = -1 }), says: "counts -1 in period 3"},
		"huge count":        {p: few(func(t *chart.Timeline) { t.Series[1].Counts[2] = math.MaxInt }), says: "from 0 to 1000000"},
		"negative undated":  {p: few(func(t *chart.Timeline) { t.Undated = -1 }), says: "-1 undated"},
		"short series":      {p: few(func(t *chart.Timeline) { t.Series[1].Counts = []int{1} }), says: `series 2 ("Sanctions") has 1 counts for 3 periods`},
		"many rows":         {p: matrix(41, 2), says: "41 rows and 2 columns: at most 40 and 15"},
		"many columns":      {p: matrix(2, 16), says: "2 rows and 16 columns: at most 40 and 15"},
		"rows without name": {p: table(func(m *chart.Matrix) { m.Rows = m.Rows[:2] }), says: "3 rows of cells for 2 names"},
		"short row":         {p: table(func(m *chart.Matrix) { m.Cells[1] = m.Cells[1][:1] }), says: "row 2"},
		"unknown stance":    {p: table(func(m *chart.Matrix) { m.Cells[2][1] = "maybe" }), says: `column 2: unknown stance "maybe"`},
		"narrow":            {p: matrix(2, 2), o: chart.Options{Width: 299}, says: "use 300 to 2000"},
		"wide":              {p: timeline(2, 2, 2), o: chart.Options{Width: 2001}, says: "use 300 to 2000"},
		"negative width":    {p: timeline(2, 2, 2), o: chart.Options{Width: -1}, says: "use 300 to 2000"},
	} {
		_, err := c.p.PNG(c.o)
		if err == nil {
			t.Errorf("%s: drawn", name)
			continue
		}
		if errors.Is(err, chart.ErrNothing) != c.nothing || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
		if c.o.Width == 0 && c.p.Alt() != "" {
			t.Errorf("%s: described as %q", name, c.p.Alt())
		}
	}
}

// sane tells whether a description can be sent: short, and without what is
// not seen.
func sane(alt string) bool {
	return alt != "" && utf8.ValidString(alt) && len(utf16.Encode([]rune(alt))) <= 1024 &&
		!strings.ContainsFunc(alt, func(r rune) bool { return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r) })
}

func FuzzPictures(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, s, uint16(17), uint8(40))
	}
	f.Add("Kęstutis Budrys", "Belarus's integration with Russia", uint16(400), uint8(255))
	f.Fuzz(func(t *testing.T, a, b string, counts uint16, size uint8) {
		m := matrix(1+int(size)%chart.MaxRows, 1+int(counts)%chart.MaxColumns)
		m = renamed(m, a)
		m.Cells[0][0] = corpus.For
		m.Rows[0], m.Columns[0] = b, a+b
		tl := relabelled(timeline(1+int(size)%chart.MaxPeriods, 1+int(size)%12, int(counts)), a)
		tl.Series[0].Counts[0]++
		tl.Series[0].Name, tl.Periods[0] = b, b+a
		for _, p := range []drawn{m, tl} {
			l, err := p.Layout(chart.Options{Width: 400})
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range faults(l) {
				t.Error(fault)
			}
			if img := decode(t, p, 400); img.Bounds().Dx() != 400 {
				t.Errorf("%v", img.Bounds())
			}
			if alt := p.Alt(); !sane(alt) {
				t.Errorf("alt %q", alt)
			}
		}
	})
}

func BenchmarkPNG(b *testing.B) {
	for _, c := range []struct {
		name string
		p    drawn
	}{
		{"timeline of 5", timeline(5, 4, 6)}, {"timeline of 120", timeline(120, 9, 5)},
		{"matrix of 3 by 3", matrix(3, 3)}, {"matrix of 30 by 10", matrix(30, 10)}, {"matrix of 40 by 15", matrix(40, 15)},
		{"matrix of long marks", renamed(matrix(30, 10), hostile["marks"])},
	} {
		b.Run(c.name, func(b *testing.B) {
			size := 0
			for b.Loop() {
				picture, err := c.p.PNG(chart.Options{})
				if err != nil {
					b.Fatal(err)
				}
				size = len(picture)
			}
			b.ReportMetric(float64(size)/1000, "kB")
		})
	}
}
