package chart

import (
	"image/color"

	"dossierbot/corpus"
)

// The card is dark, since on white four of the colours below would miss the
// 3:1 that parts of a picture need (WCAG 2.2, 1.4.11); on it, all have that,
// and text has far more than the 4.5:1 of 1.4.3. Its edge is what sets it off
// from Discord's own dark theme.
var (
	card   = rgb(0x17181B)
	edge   = rgb(0x4E5058)
	stripe = rgb(0x212328) // behind every other row
	grid   = rgb(0x34363C)
	axis   = rgb(0x80848E)
	ink    = rgb(0xF2F3F5)
	muted  = rgb(0xB5BAC1) // text that explains
)

// The colours of M. Okabe and K. Ito, which readers with every kind of colour
// blindness can tell apart: https://jfly.uni-koeln.de/color/ (2008). White
// stands for the black of the original, and the order keeps like ones apart.
var (
	skyBlue   = rgb(0x56B4E9)
	orange    = rgb(0xE69F00)
	green     = rgb(0x009E73)
	yellow    = rgb(0xF0E442)
	vermilion = rgb(0xD55E00)
	purple    = rgb(0xCC79A7)
	blue      = rgb(0x0072B2)
	white     = rgb(0xFFFFFF)
)

// rest is the colour of what is summed up as "others".
var rest = rgb(0x6B7079)

// seriesColor is the colour of the n-th series, from 0 to MaxSeries; the
// last is that of the others.
func seriesColor(n int) color.RGBA {
	return [MaxSeries + 1]color.RGBA{skyBlue, orange, green, yellow, vermilion, purple, blue, white, rest}[n]
}

// sign is what a tile shows beside its colour.
type sign int

const (
	plus sign = iota
	minus
	plusMinus
	dot
	twoBars
)

// tile is how a stance is drawn and called.
type tile struct {
	name   string
	fill   color.RGBA
	sign   sign
	hollow bool // only its edge is filled
}

// tileOf is false for what is no stance.
func tileOf(s corpus.Stance) (tile, bool) {
	switch s {
	case corpus.For:
		return tile{name: "for", fill: skyBlue, sign: plus}, true
	case corpus.Against:
		return tile{name: "against", fill: vermilion, sign: minus}, true
	case corpus.Conditional:
		return tile{name: "conditional", fill: yellow, sign: plusMinus}, true
	case corpus.NoneStated:
		return tile{name: "none stated", fill: axis, sign: dot, hollow: true}, true
	case corpus.MixedStance:
		return tile{name: "mixed", fill: white, sign: twoBars}, true
	}
	return tile{}, false
}

// stances are all of them, in the order of the legend.
func stances() []corpus.Stance {
	return []corpus.Stance{corpus.For, corpus.Against, corpus.Conditional, corpus.NoneStated, corpus.MixedStance}
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}
