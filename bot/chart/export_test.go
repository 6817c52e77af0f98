package chart

import (
	"image/color"
	"math"

	"golang.org/x/image/font/sfnt"
)

// Layout is what a picture shows, as tests see it.
type Layout struct {
	Width, Height int
	Blocks        []Block
	Texts         []Text
}

// Block is a filled rectangle.
type Block struct {
	X, Y, W, H float64
	Fill       color.RGBA
}

// Text is a label with the corners of the box that its letters may fill.
type Text struct {
	Words   string
	Size    float64
	Fill    color.RGBA
	Corners [4][2]float64
}

func (t Timeline) Layout(o Options) (Layout, error) { return seen(t.sheet(o)) }
func (m Matrix) Layout(o Options) (Layout, error)   { return seen(m.sheet(o)) }

// Bare is the matrix without its letters.
func (m Matrix) Bare(o Options) ([]byte, error) {
	sh, err := m.sheet(o)
	if err != nil {
		return nil, err
	}
	sh.texts = nil
	return sh.png()
}

func seen(sh *sheet, err error) (Layout, error) {
	if err != nil {
		return Layout{}, err
	}
	l := Layout{Width: sh.width, Height: sh.height}
	for _, b := range sh.blocks {
		l.Blocks = append(l.Blocks, Block{b.x, b.y, b.w, b.h, b.fill})
	}
	for _, t := range sh.texts {
		s, c := math.Sincos(t.angle)
		at := func(x, y float64) [2]float64 { return [2]float64{t.x + x*c - y*s, t.y + x*s + y*c} }
		w, up, down := t.face.width(t.words), ascent*t.face.size, descent*t.face.size
		l.Texts = append(l.Texts, Text{t.words, t.face.size, t.fill, [4][2]float64{at(0, -up), at(w, -up), at(w, down), at(0, down)}})
	}
	return l, nil
}

// Backgrounds are the colours that text may stand on.
func Backgrounds() []color.RGBA { return []color.RGBA{card, stripe} }

// SeriesColors are those of the series and, last, of the others.
func SeriesColors() []color.RGBA {
	var out []color.RGBA
	for i := range MaxSeries + 1 {
		out = append(out, seriesColor(i))
	}
	return out
}

// TileColors are those of the stances; the sign of each has the colour of
// the card, or its own on the card.
func TileColors() []color.RGBA {
	var out []color.RGBA
	for _, s := range stances() {
		t, _ := tileOf(s)
		out = append(out, t.fill)
	}
	return out
}

// Lacks is which letters of s one of the fonts does not have.
func Lacks(s string) string {
	var buf sfnt.Buffer
	var out []rune
	for _, r := range s {
		for _, f := range []face{{bold: true}, {}} {
			if g, err := f.font().GlyphIndex(&buf, r); err != nil || g == 0 {
				out = append(out, r)
			}
		}
	}
	return string(out)
}
