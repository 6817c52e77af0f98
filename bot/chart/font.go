package chart

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"github.com/rivo/uniseg"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// How far letters reach above and below the line that they stand on, and how
// far lines stand apart, in parts of the size. The first two are the font's
// own and hold every letter with its marks.
const (
	ascent  = 0.905
	descent = 0.212
	leading = 1.2
)

// maxRunes is how much of a label is looked at: as much as a heading holds.
const maxRunes = 200

var (
	regular = sync.OnceValue(func() *sfnt.Font { return mustParse(liberationsansregular.TTF) })
	bold    = sync.OnceValue(func() *sfnt.Font { return mustParse(liberationsansbold.TTF) })
)

func mustParse(ttf []byte) *sfnt.Font {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic(fmt.Sprintf("parse the built-in font: %v", err))
	}
	return f
}

// face is a font in a size, in pixels.
type face struct {
	size float64
	bold bool
}

func (f face) font() *sfnt.Font {
	if f.bold {
		return bold()
	}
	return regular()
}

func (f face) ppem() fixed.Int26_6 { return fixed.Int26_6(f.size*64 + 0.5) }

// each calls visit with the glyphs of s and where each begins, in pixels from
// the start of the text, and returns where the text ends. A letter that the
// font lacks is its empty box. visit may be nil.
func (f face) each(s string, visit func(buf *sfnt.Buffer, glyph sfnt.GlyphIndex, x float64)) float64 {
	var (
		buf  sfnt.Buffer
		font = f.font()
		ppem = f.ppem()
		x    fixed.Int26_6
		last sfnt.GlyphIndex
	)
	for i, r := range s {
		glyph, err := font.GlyphIndex(&buf, r)
		if err != nil {
			glyph = 0
		}
		if i > 0 {
			if kern, err := font.Kern(&buf, last, glyph, ppem, hinting); err == nil {
				x += kern
			}
		}
		if visit != nil {
			visit(&buf, glyph, float64(x)/64)
		}
		if advance, err := font.GlyphAdvance(&buf, glyph, ppem, hinting); err == nil {
			x += advance
		}
		last = glyph
	}
	return float64(x) / 64
}

const hinting = font.HintingNone

// width of s in pixels.
func (f face) width(s string) float64 { return f.each(s, nil) }

// cut shortens s to at most limit pixels. What it cut ends with "…".
func (f face) cut(s string, limit float64) string {
	if f.width(s) <= limit {
		return s
	}
	return strings.TrimRight(f.prefix(s, limit-f.width("…")), " ") + "…"
}

// cutMiddle is cut for names that begin alike: it keeps their ends as well.
func (f face) cutMiddle(s string, limit float64) string {
	if f.width(s) <= limit {
		return s
	}
	half := (limit - f.width("…")) / 2
	tail := graphemes(s)
	for len(tail) > 0 && f.width(strings.Join(tail, "")) > half {
		tail = tail[1:]
	}
	return strings.TrimRight(f.prefix(s, half), " ") + "…" + strings.TrimLeft(strings.Join(tail, ""), " ")
}

// wrap sets s in at most lines lines of at most limit pixels, breaking at
// spaces where it can. What does not fit is cut.
func (f face) wrap(s string, limit float64, lines int) []string {
	var out []string
	for len(out) < lines-1 && f.width(s) > limit {
		head := f.prefix(s, limit)
		if at := strings.LastIndexByte(s[:min(len(head)+1, len(s))], ' '); at > 0 {
			head = s[:at]
		}
		if head == "" {
			break
		}
		out = append(out, strings.TrimRight(head, " "))
		s = strings.TrimLeft(s[len(head):], " ")
	}
	return append(out, f.cut(s, limit))
}

// prefix is as much of s as fits, in whole graphemes.
func (f face) prefix(s string, limit float64) string {
	n := 0
	for _, g := range graphemes(s) {
		if f.width(s[:n+len(g)]) > limit {
			break
		}
		n += len(g)
	}
	return s[:n]
}

func graphemes(s string) []string {
	var out []string
	for state := -1; s != ""; {
		var g string
		g, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		out = append(out, g)
	}
	return out
}

// plain is an untrusted label as it is drawn and told: one line of letters
// that are seen, without control characters, marks that turn the direction of
// writing, and whatever else has no width.
func plain(s string) string {
	if head := first(s, maxRunes); head != s {
		s = head + "…"
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Variation_Selector):
			return -1
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
	return strings.Join(strings.Fields(s), " ")
}

// label is plain for a name, which nothing may leave blank.
func label(s string) string {
	if s = plain(s); s == "" {
		return "(no name)"
	}
	return s
}

// first is the first n runes of s.
func first(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}
