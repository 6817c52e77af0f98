package chart_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"dossierbot/bot/chart"
	"dossierbot/corpus"
)

func decode(t *testing.T, p interface {
	PNG(chart.Options) ([]byte, error)
}, width int) image.Image {
	t.Helper()
	b, err := p.PNG(chart.Options{Width: width})
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func at(img image.Image, x, y float64) color.RGBA {
	return color.RGBAModel.Convert(img.At(int(x), int(y))).(color.RGBA)
}

// find is the box of a label.
func find(t *testing.T, l chart.Layout, words string) chart.Text {
	t.Helper()
	for _, x := range l.Texts {
		if x.Words == words {
			return x
		}
	}
	t.Fatalf("no label %q", words)
	return chart.Text{}
}

func middle(x chart.Text) (float64, float64) {
	return (x.Corners[0][0] + x.Corners[2][0]) / 2, (x.Corners[0][1] + x.Corners[2][1]) / 2
}

func TestCellsHaveColorAndSign(t *testing.T) {
	m := chart.Matrix{
		Title:   "Who stands where",
		Rows:    []string{"Budrys", "Poland", "Latvia"},
		Columns: []string{"Trucks", "Potash"},
		Cells: [][]corpus.Stance{
			{corpus.For, corpus.Against},
			{corpus.Conditional, corpus.NoneStated},
			{"", corpus.For},
		},
	}
	fills := chart.TileColors()
	card, stripe := chart.Backgrounds()[0], chart.Backgrounds()[1]
	// Where a tile of 36 units is looked at, from its middle: at its left
	// side, in its middle, above it and below it. true is the tile's colour.
	looks := [4][2]float64{{-14, 0}, {0, 0}, {0, -9}, {0, 11}}
	want := map[corpus.Stance][4]color.RGBA{
		corpus.For:         {fills[0], card, card, fills[0]},
		corpus.Against:     {fills[1], card, fills[1], fills[1]},
		corpus.Conditional: {fills[2], card, card, card},
		corpus.NoneStated:  {card, fills[3], card, card},
	}
	for _, width := range []int{1000, 2000} {
		l, err := m.Layout(chart.Options{Width: width})
		if err != nil {
			t.Fatal(err)
		}
		img := decode(t, m, width)
		unit := float64(width) / 1000
		for i, row := range m.Rows {
			for j, column := range m.Columns {
				_, y := middle(find(t, l, row))
				x, _ := middle(find(t, l, column))
				for k, look := range looks {
					got := at(img, x+look[0]*unit, y+look[1]*unit)
					w, ok := want[m.Cells[i][j]]
					if !ok {
						if got != card && got != stripe {
							t.Errorf("width %d: unknown cell %s, %s has %v", width, row, column, got)
						}
					} else if got != w[k] {
						t.Errorf("width %d: %s, %s (%s) at %v is %v, want %v", width, row, column, m.Cells[i][j], look, got, w[k])
					}
				}
			}
		}
	}
}

func TestColumnsAreAsHighAsTheirCounts(t *testing.T) {
	tl := chart.Timeline{
		Periods: []string{"Nov 2025", "Dec 2025", "Jan 2026", "Feb 2026"},
		Series: []chart.Series{
			{Name: "Trucks", Counts: []int{3, 0, 1, 8}},
			{Name: "Potash", Counts: []int{2, 0, 5, 1}},
			{Name: "Border", Counts: []int{0, 0, 4, 0}},
		},
	}
	colors := chart.SeriesColors()
	for _, width := range []int{400, 1000} {
		l, err := tl.Layout(chart.Options{Width: width})
		if err != nil {
			t.Fatal(err)
		}
		img := decode(t, tl, width)
		_, zero := middle(find(t, l, "0"))
		_, ten := middle(find(t, l, "10"))
		unit := (zero - ten) / 10
		for i, p := range tl.Periods {
			x, _ := middle(find(t, l, p))
			x += 5 // beside the mark
			for s, series := range tl.Series {
				pixels := 0
				for y := ten; y < zero; y++ {
					if at(img, x, y) == colors[s] {
						pixels++
					}
				}
				// Lines between neighbours take up to two pixels.
				if want := float64(series.Counts[i]) * unit; math.Abs(float64(pixels)-want) > 4 {
					t.Errorf("width %d: %s in %s is %d pixels high, want %.0f", width, series.Name, p, pixels, want)
				}
			}
		}
	}
}

func TestAxisHasWholeNumbers(t *testing.T) {
	for _, most := range []int{1, 2, 3, 5, 6, 7, 11, 49, 101, 999_999} {
		tl := chart.Timeline{Periods: []string{"May"}, Series: []chart.Series{{Name: "x", Counts: []int{most}}}}
		l, err := tl.Layout(chart.Options{})
		if err != nil {
			t.Fatal(err)
		}
		marks, seen := 0, map[string]bool{}
		for _, x := range l.Texts {
			if strings.Trim(x.Words, "0123456789,") == "" {
				marks++
				if seen[x.Words] {
					t.Errorf("up to %d: %s stands twice", most, x.Words)
				}
				seen[x.Words] = true
			}
		}
		if marks < 2 || marks > 6 || !seen["0"] {
			t.Errorf("up to %d: %d marks", most, marks)
		}
	}
}

func TestMostSeriesAreSummedUp(t *testing.T) {
	tl := chart.Timeline{Periods: []string{"May", "June"}}
	for i, n := range []int{5, 1, 9, 2, 8, 7, 2, 6, 4, 3, 0} { // 1, 2 and the later 2 are the least
		tl.Series = append(tl.Series, chart.Series{Name: string(rune('a' + i)), Counts: []int{n, 0}})
	}
	l, err := tl.Layout(chart.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range l.Texts {
		if strings.HasSuffix(x.Words, ")") {
			got = append(got, x.Words)
		}
	}
	want := []string{"a (5)", "c (9)", "d (2)", "e (8)", "f (7)", "h (6)", "i (4)", "j (3)", "others (3)"}
	if !slices.Equal(got, want) {
		t.Errorf("legend %q, want %q", got, want)
	}
}

// TestLettersStayInTheirBoxes holds the layout against the picture: what the
// letters change must lie where the layout has them.
func TestLettersStayInTheirBoxes(t *testing.T) {
	m := matrix(12, 8)
	m.Rows[0], m.Columns[0] = "ŽĖŲŠŁ ЎЖЁ ґјqyąę", "ŽĖŲŠŁ ЎЖЁ ґјqyąę"
	l, err := m.Layout(chart.Options{})
	if err != nil {
		t.Fatal(err)
	}
	bare, err := m.Bare(chart.Options{})
	if err != nil {
		t.Fatal(err)
	}
	without, err := png.Decode(bytes.NewReader(bare))
	if err != nil {
		t.Fatal(err)
	}
	with := decode(t, m, 1000)
	inked := make([]bool, len(l.Texts))
	for y := range l.Height {
		for x := range l.Width {
			a, b := at(with, float64(x), float64(y)), at(without, float64(x), float64(y))
			if math.Abs(float64(a.R)-float64(b.R)) < 60 { // the shades of edges may differ
				continue
			}
			p := chart.Block{X: float64(x) - 1, Y: float64(y) - 1, W: 3, H: 3}
			i := slices.IndexFunc(l.Texts, func(x chart.Text) bool { return meet(x.Corners, corners(p)) })
			if i < 0 {
				t.Fatalf("letters at %d, %d, where no label is", x, y)
			}
			inked[i] = true
		}
	}
	for i, x := range l.Texts {
		if !inked[i] {
			t.Errorf("%q left no ink", x.Words)
		}
	}
}

func TestFontsHaveTheLetters(t *testing.T) {
	const letters = "ĄČĘĖĮŠŲŪŽąčęėįšųūž ĆŁŃÓŚŹŻćłńóśźż ÄÖÜäöüß Āāēģīķļņōŗ " +
		"АБВГДЕЁЖЗІЙКЛМНОПРСТУЎФХЦЧШЫЬЭЮЯабвгдеёжзійклмнопрстуўфхцчшыьэюя ЩщЪъИи ЇїЄєҐґ ‘’“”„«»–—…·±−"
	if got := chart.Lacks(letters); got != "" {
		t.Errorf("no glyphs for %q", got)
	}
	if chart.Lacks("日") == "" {
		t.Error("a letter that no such font has is found")
	}
}

func TestPicturesAreSmall(t *testing.T) {
	for name, p := range map[string]drawn{
		"timeline of 120": timeline(120, 9, 5), "wide letters": relabelled(timeline(40, 9, 5), hostile["wide letters"]),
		"matrix of 30 by 10": matrix(30, 10), "matrix of 40 by 15": matrix(40, 15),
		"no such letters": renamed(matrix(40, 15), hostile["no such letters"]),
	} {
		for width, want := range map[int]int{0: 1000, 400: 400} {
			l, err := p.Layout(chart.Options{Width: width})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			b, err := p.PNG(chart.Options{Width: width})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			size, err := png.DecodeConfig(bytes.NewReader(b))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if size.Width != want || size.Height != l.Height || size.Height > want*25/10 || len(b) > 200_000 {
				t.Errorf("%s for %d: %d by %d, laid out %d high, %d bytes", name, width, size.Width, size.Height, l.Height, len(b))
			}
		}
	}
}

func TestOneInputOnePicture(t *testing.T) {
	for name, p := range map[string]drawn{"timeline": timeline(120, 9, 5), "matrix": matrix(30, 10)} {
		want, err := p.PNG(chart.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				if got, err := p.PNG(chart.Options{}); err != nil || !bytes.Equal(got, want) {
					t.Errorf("%s differs from itself, %v", name, err)
				}
			})
		}
		group.Wait()
	}
}

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
