package chart

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// reduce gives the picture a palette of 256 colours, which makes a third of
// its size: all that the sheet fills with, and of the shades along the edges
// of letters and tiles those that are met most. The others become the one
// that comes nearest.
func (sh *sheet) reduce(img *image.RGBA) *image.Paletted {
	index := map[color.RGBA]uint8{}
	var palette color.Palette
	add := func(c color.RGBA) {
		if _, ok := index[c]; !ok && len(palette) < 256 {
			index[c] = uint8(len(palette))
			palette = append(palette, c)
		}
	}
	for _, b := range sh.blocks {
		add(b.fill)
	}
	for _, t := range sh.texts {
		add(t.fill)
	}
	shades := count(img)
	for _, s := range shades {
		add(s.color)
	}
	for _, s := range shades {
		if _, ok := index[s.color]; !ok {
			index[s.color] = uint8(palette.Index(s.color))
		}
	}

	out := image.NewPaletted(img.Bounds(), palette)
	var last color.RGBA // the zero colour is no part of an opaque picture
	var at uint8
	for i := range out.Pix {
		if c := pixel(img, i); c != last {
			last, at = c, index[c]
		}
		out.Pix[i] = at
	}
	return out
}

// shade is a colour and how many pixels have it.
type shade struct {
	color  color.RGBA
	pixels int
}

// count lists the colours of a picture, those first that most pixels have.
func count(img *image.RGBA) []shade {
	pixels := map[color.RGBA]int{}
	last, run := pixel(img, 0), 0
	for i := range len(img.Pix) / 4 {
		c := pixel(img, i)
		if c != last {
			pixels[last] += run
			last, run = c, 0
		}
		run++
	}
	pixels[last] += run
	shades := make([]shade, 0, len(pixels))
	for c, n := range pixels {
		shades = append(shades, shade{c, n})
	}
	slices.SortFunc(shades, func(a, b shade) int {
		return cmp.Or(cmp.Compare(b.pixels, a.pixels), cmp.Compare(a.color.R, b.color.R),
			cmp.Compare(a.color.G, b.color.G), cmp.Compare(a.color.B, b.color.B))
	})
	return shades
}

// pixel is the colour of the i-th pixel, line by line. A picture of ours has
// no gap between its lines.
func pixel(img *image.RGBA, i int) color.RGBA {
	p := img.Pix[4*i : 4*i+4 : 4*i+4]
	return color.RGBA{R: p[0], G: p[1], B: p[2], A: p[3]}
}
