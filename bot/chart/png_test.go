package chart_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

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
