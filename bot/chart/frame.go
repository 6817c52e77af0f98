package chart

import "image/color"

// Sizes in units. Shown at 400 pixels, the smallest letters have 11.
const (
	margin    = 36
	titleSize = 40
	bodySize  = 28
)

func (sh *sheet) title() face { return face{size: sh.px(titleSize), bold: true} }
func (sh *sheet) body() face  { return face{size: sh.px(bodySize)} }

// left and right are between which all is set.
func (sh *sheet) left() float64  { return sh.px(margin) }
func (sh *sheet) right() float64 { return float64(sh.width) - sh.px(margin) }

// heading sets title and subtitle, each where there is one and in at most two
// lines, and returns the height at which they end.
func (sh *sheet) heading(title, subtitle string) float64 {
	y := sh.px(margin)
	for _, part := range []struct {
		words string
		face  face
		fill  color.RGBA
	}{{plain(title), sh.title(), ink}, {plain(subtitle), sh.body(), muted}} {
		if part.words == "" {
			continue
		}
		for _, line := range part.face.wrap(part.words, sh.right()-sh.left(), 2) {
			sh.text(line, part.face, sh.left(), y, part.fill)
			y += leading * part.face.size
		}
		y += sh.px(6)
	}
	return y
}

// key is an entry of a legend: a swatch and what it stands for.
type key struct {
	name   string
	after  string // what is kept where the name is cut
	swatch func(x, y, size float64)
}

// legend sets the entries side by side in as many lines as they need, and
// returns the height at which they end.
func (sh *sheet) legend(y float64, keys []key) float64 {
	var (
		f     = sh.body()
		size  = sh.whole(30)
		gap   = sh.px(12)
		pitch = sh.px(44)
		x     = sh.left()
	)
	y += sh.px(10)
	for _, k := range keys {
		room := sh.right() - sh.left() - size - gap
		words := f.cut(k.name, room-f.width(k.after)) + k.after
		wide := size + gap + f.width(words)
		if x > sh.left() && x+wide > sh.right() {
			x, y = sh.left(), y+pitch
		}
		line := (ascent + descent) * f.size
		k.swatch(x, y+(line-size)/2, size)
		sh.text(words, f, x+size+gap, y, ink)
		x += wide + sh.px(24)
	}
	return y + pitch
}
