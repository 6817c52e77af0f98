package chart_test

import (
	"image/color"
	"math"
	"testing"

	"dossierbot/bot/chart"
)

func linear(c color.RGBA) [3]float64 {
	var out [3]float64
	for i, v := range [3]uint8{c.R, c.G, c.B} {
		s := float64(v) / 255
		if s <= 0.04045 {
			out[i] = s / 12.92
		} else {
			out[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return out
}

// contrast is that of https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
func contrast(a, b color.RGBA) float64 {
	luminance := func(c color.RGBA) float64 {
		l := linear(c)
		return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	black, white := color.RGBA{A: 255}, color.RGBA{255, 255, 255, 255}
	if got := contrast(black, white); math.Abs(got-21) > 0.01 {
		t.Fatalf("black on white has %.2f", got)
	}
	card := chart.Backgrounds()[0]
	for _, p := range []drawn{timeline(24, 9, 5), matrix(30, 10)} {
		l, err := p.Layout(chart.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range l.Texts {
			for _, ground := range chart.Backgrounds() {
				if got := contrast(x.Fill, ground); got < 4.5 {
					t.Errorf("%q has %.2f", x.Words, got)
				}
			}
		}
	}
	for i, c := range chart.SeriesColors() {
		if got := contrast(c, card); got < 3 {
			t.Errorf("series %d has %.2f", i, got)
		}
	}
	for i, c := range chart.TileColors() { // signs are cut out of the tile
		if got := contrast(c, card); got < 4.5 {
			t.Errorf("the sign of tile %d has %.2f", i, got)
		}
	}
}

// What readers see who lack one kind of cone: G. M. Machado, M. M. Oliveira
// and L. A. F. Fernandes, "A Physiologically-based Model for Simulation of
// Color Vision Deficiency" (2009), at full severity.
var sights = map[string][3][3]float64{
	"common":       {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// lab is a colour, as a sight has it, in CIE L*a*b*.
func lab(c color.RGBA, sight [3][3]float64) [3]float64 {
	l := linear(c)
	var s [3]float64
	for i, row := range sight {
		s[i] = min(max(row[0]*l[0]+row[1]*l[1]+row[2]*l[2], 0), 1)
	}
	f := func(v float64) float64 {
		if v > 0.008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16.0/116
	}
	x := f((0.4124*s[0] + 0.3576*s[1] + 0.1805*s[2]) / 0.9505)
	y := f(0.2126*s[0] + 0.7152*s[1] + 0.0722*s[2])
	z := f((0.0193*s[0] + 0.1192*s[1] + 0.9505*s[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func TestColorsAreToldApart(t *testing.T) {
	for name, sight := range sights {
		for _, colors := range [][]color.RGBA{chart.SeriesColors(), chart.TileColors()} {
			for i, a := range colors {
				for j, b := range colors[:i] {
					x, y := lab(a, sight), lab(b, sight)
					// Of 2.3 a difference is just seen.
					if d := math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2]); d < 5*2.3 {
						t.Errorf("%s: %v and %v (%d and %d) differ by %.1f", name, a, b, i, j, d)
					}
				}
			}
		}
	}
}
