package chart

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// sheet lists all that a picture shows, in the order in which it is painted:
// first the blocks, then the texts. Lengths are in pixels, from the upper
// left corner. Its maker works in units, of which each picture is 1,000 wide.
type sheet struct {
	width, height int
	unit          float64 // pixels
	blocks        []block
	texts         []text
}

// block is a filled rectangle, its corners rounded by radius.
type block struct {
	x, y, w, h, radius float64
	fill               color.RGBA
}

// text is one line of letters. It begins at x, y on the line that the letters
// stand on, which runs to the right, turned by angle (in radians, clockwise).
type text struct {
	words string
	face  face
	x, y  float64
	angle float64
	fill  color.RGBA
}

func newSheet(width int) *sheet {
	return &sheet{width: width, unit: float64(width) / 1000}
}

// px turns units into pixels.
func (sh *sheet) px(units float64) float64 { return units * sh.unit }

// whole turns units into whole pixels, at least one, for what has to be crisp.
func (sh *sheet) whole(units float64) float64 { return max(1, math.Round(units*sh.unit)) }

func (sh *sheet) block(x, y, w, h, radius float64, fill color.RGBA) {
	sh.blocks = append(sh.blocks, block{x, y, w, h, radius, fill})
}

// text sets words that begin at x; y is the upper end of the line of letters.
func (sh *sheet) text(words string, f face, x, y float64, fill color.RGBA) {
	sh.texts = append(sh.texts, text{words: words, face: f, x: x, y: y + ascent*f.size, fill: fill})
}

// end sets the height, now that all is placed, and puts the card behind it.
func (sh *sheet) end(height float64) {
	sh.height = int(math.Ceil(height))
	w, h, line := float64(sh.width), float64(sh.height), sh.whole(2)
	sh.blocks = append([]block{
		{w: w, h: h, fill: edge},
		{x: line, y: line, w: w - 2*line, h: h - 2*line, fill: card},
	}, sh.blocks...)
}

// png paints the sheet.
func (sh *sheet) png() ([]byte, error) {
	// At 72 dots an inch a point of the canvas is a pixel.
	canvas := vgimg.NewWith(
		vgimg.UseWH(vg.Length(sh.width), vg.Length(sh.height)), vgimg.UseDPI(72), vgimg.UseBackgroundColor(card))
	for _, b := range sh.blocks {
		canvas.SetColor(b.fill)
		canvas.Fill(b.path(float64(sh.height)))
	}
	for _, t := range sh.texts {
		path, err := t.path(float64(sh.height))
		if err != nil {
			return nil, fmt.Errorf("draw letters: %w", err)
		}
		canvas.SetColor(t.fill)
		canvas.Fill(path)
	}
	img, ok := canvas.Image().(*image.RGBA)
	if !ok {
		return nil, fmt.Errorf("encode picture: the canvas is a %T", canvas.Image())
	}
	var out bytes.Buffer
	if err := png.Encode(&out, sh.reduce(img)); err != nil {
		return nil, fmt.Errorf("encode picture: %w", err)
	}
	return out.Bytes(), nil
}

// path is the outline of the block on a canvas, where y runs upwards.
func (b block) path(height float64) vg.Path {
	at := func(x, y float64) vg.Point { return vg.Point{X: vg.Length(x), Y: vg.Length(height - y)} }
	var p vg.Path
	r := min(b.radius, b.w/2, b.h/2)
	if r <= 0 {
		p.Move(at(b.x, b.y))
		p.Line(at(b.x+b.w, b.y))
		p.Line(at(b.x+b.w, b.y+b.h))
		p.Line(at(b.x, b.y+b.h))
		p.Close()
		return p
	}
	p.Move(at(b.x+r, b.y))
	for i, c := range [4][2]float64{{b.x + b.w - r, b.y + r}, {b.x + b.w - r, b.y + b.h - r}, {b.x + r, b.y + b.h - r}, {b.x + r, b.y + r}} {
		p.Arc(at(c[0], c[1]), vg.Length(r), math.Pi/2*float64(1-i), -math.Pi/2)
	}
	p.Close()
	return p
}

// path is the outline of all letters. The canvas has texts of its own, but
// turns them as a picture, with frayed edges.
func (t text) path(height float64) (vg.Path, error) {
	var (
		p     vg.Path
		fault error
		ppem  = t.face.ppem()
		font  = t.face.font()
		s, c  = math.Sincos(t.angle)
	)
	t.face.each(t.words, func(buf *sfnt.Buffer, glyph sfnt.GlyphIndex, x0 float64) {
		segments, err := font.LoadGlyph(buf, glyph, ppem, nil)
		if err != nil {
			fault = err
			return
		}
		at := func(f fixed.Point26_6) vg.Point {
			x, y := x0+float64(f.X)/64, float64(f.Y)/64
			return vg.Point{X: vg.Length(t.x + x*c - y*s), Y: vg.Length(height - (t.y + x*s + y*c))}
		}
		for i, g := range segments {
			switch g.Op {
			case sfnt.SegmentOpMoveTo:
				if i > 0 {
					p.Close()
				}
				p.Move(at(g.Args[0]))
			case sfnt.SegmentOpLineTo:
				p.Line(at(g.Args[0]))
			case sfnt.SegmentOpQuadTo:
				p.QuadTo(at(g.Args[0]), at(g.Args[1]))
			case sfnt.SegmentOpCubeTo:
				p.CubeTo(at(g.Args[0]), at(g.Args[1]), at(g.Args[2]))
			}
		}
		if len(segments) > 0 {
			p.Close()
		}
	})
	return p, fault
}
