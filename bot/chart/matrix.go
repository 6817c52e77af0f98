package chart

import (
	"math"
	"slices"
	"strings"

	"dossierbot/corpus"
)

// Sizes of a matrix in units.
const (
	rowPitch   = 44
	tileSize   = 36
	cellWidth  = 56  // that names of rows leave to each column, while they have 340
	widestCell = 190 // of few columns
	tallest    = 2000
	headLength = 420 // of a slanted name, which reaches half as far to the left
	leastName  = 190 // of the names of rows, so that the first column's name has that
)

// slant is by how much narrow columns turn their names. Turned downwards, they
// lie over the names of the rows, where there is room.
const slant = math.Pi / 3

// sheet lays the matrix out.
func (m Matrix) sheet(o Options) (*sheet, error) {
	width, err := o.width()
	if err != nil {
		return nil, err
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	sh := newSheet(width)
	y := sh.heading(m.Title, m.Subtitle)
	y = sh.legend(y, sh.stanceKeys(m.Cells))

	names, columns := labels(m.Rows), labels(m.Columns)
	left := math.Ceil(sh.left() + sh.nameWidth(names, len(columns)) + sh.px(12))
	cell := min((sh.right()-left)/float64(len(columns)), sh.px(widestCell))
	y = math.Round(sh.heads(y+sh.px(14), left, cell, columns))
	y = sh.rows(y, left, cell, names, m.Cells)
	sh.end(y + sh.px(margin))
	return sh, nil
}

func labels(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = label(n)
	}
	return out
}

// stanceKeys explain the stances; mixed ones where there is one.
func (sh *sheet) stanceKeys(cells [][]corpus.Stance) []key {
	var keys []key
	for _, s := range stances() {
		if s == corpus.MixedStance && !slices.Contains(slices.Concat(cells...), s) {
			continue
		}
		t, _ := tileOf(s)
		keys = append(keys, key{name: t.name, swatch: func(x, y, size float64) { sh.tile(t, x, y, size) }})
	}
	return append(keys, key{name: "blank: not known", swatch: func(x, y, size float64) {
		sh.block(x, y, size, size, sh.px(6), stripe)
	}})
}

// nameWidth is how much the names of the rows get, in pixels.
func (sh *sheet) nameWidth(names []string, columns int) float64 {
	widest := 0.0
	for _, n := range names {
		widest = max(widest, sh.body().width(n))
	}
	room := sh.right() - sh.left() - sh.px(12) - float64(columns)*sh.px(cellWidth)
	return min(max(widest, sh.px(leastName)), max(room, sh.px(340)), sh.px(440))
}

// heads sets the names of the columns, in lines where all have room for their
// words and slanted otherwise, and returns where they end.
func (sh *sheet) heads(y, left, cell float64, names []string) float64 {
	f := sh.body()
	if lines, ok := wrapped(f, names, cell-sh.px(16)); ok {
		most := 0
		for _, l := range lines {
			most = max(most, len(l))
		}
		for i, l := range lines {
			for j, words := range l {
				x := left + (float64(i)+0.5)*cell - f.width(words)/2
				sh.text(words, f, x, y+float64(most-len(l)+j)*leading*f.size, ink)
			}
		}
		return y + float64(most)*leading*f.size + sh.px(8)
	}

	s, c := math.Sincos(slant)
	longest := 0.0
	cut := make([]string, len(names))
	for i, n := range names {
		cut[i] = f.cut(n, sh.px(headLength))
		longest = max(longest, f.width(cut[i]))
	}
	bottom := y + longest*s + ascent*f.size*c + sh.px(12)
	for i, words := range cut {
		// The middle of the letters ends over the middle of the column.
		const middle = (ascent - descent) / 2
		x := left + (float64(i)+0.5)*cell - middle*f.size*s
		wide := f.width(words)
		sh.texts = append(sh.texts, text{
			words: words, face: f, x: x - wide*c, y: bottom + middle*f.size*c - wide*s - sh.px(12), angle: slant, fill: ink,
		})
	}
	return bottom + sh.px(8)
}

// wrapped sets names in at most three lines, and is false where one has to be
// cut or torn within a word.
func wrapped(f face, names []string, limit float64) ([][]string, bool) {
	lines := make([][]string, len(names))
	for i, n := range names {
		for _, word := range strings.Fields(n) {
			if f.width(word) > limit {
				return nil, false
			}
		}
		lines[i] = f.wrap(n, limit, 3)
		if strings.Join(lines[i], " ") != n {
			return nil, false
		}
	}
	return lines, true
}

// rows draws names and cells and returns where they end.
func (sh *sheet) rows(y, left, cell float64, names []string, cells [][]corpus.Stance) float64 {
	var (
		f     = sh.body()
		set   = sh.rowNames(names, left-sh.left()-sh.px(12), y)
		size  = math.Round(min(sh.px(tileSize), cell-2*sh.whole(2)))
		edges = sh.px(10)
	)
	for i, lines := range set {
		high := sh.rowHeight(len(lines))
		if i%2 == 0 {
			sh.block(sh.left()-edges, y, left+cell*float64(len(cells[i]))-sh.left()+edges, high, sh.px(6), stripe)
		}
		top := y + (high-(ascent+descent+leading*float64(len(lines)-1))*f.size)/2
		for j, words := range lines {
			sh.text(words, f, sh.left(), top+float64(j)*leading*f.size, ink)
		}
		for j, s := range cells[i] {
			if t, ok := tileOf(s); ok {
				sh.tile(t, math.Round(left+(float64(j)+0.5)*cell-size/2), y+math.Round((high-size)/2), size)
			}
		}
		y += high
	}
	return y
}

func (sh *sheet) rowHeight(lines int) float64 {
	return sh.whole(rowPitch + float64(lines-1)*leading*bodySize)
}

// rowNames sets each name in two lines where it needs them and the picture,
// whose rows begin at y, does not grow too tall, and in one otherwise. There,
// names that would look alike are cut in the middle.
func (sh *sheet) rowNames(names []string, limit, y float64) [][]string {
	f := sh.body()
	lines, end := make([][]string, len(names)), y
	for i, n := range names {
		lines[i] = f.wrap(n, limit, 2)
		end += sh.rowHeight(len(lines[i]))
	}
	if end <= sh.px(tallest) {
		return lines
	}
	alike := map[string]int{}
	for _, n := range names {
		alike[f.cut(n, limit)]++
	}
	for i, n := range names {
		words := f.cut(n, limit)
		if alike[words] > 1 {
			words = f.cutMiddle(n, limit)
		}
		lines[i] = []string{words}
	}
	return lines
}

// tile draws the square of a stance with its sign.
func (sh *sheet) tile(t tile, x, y, size float64) {
	radius := size / 6
	sh.block(x, y, size, size, radius, t.fill)
	on := card // the colour of the sign
	if t.hollow {
		line := sh.whole(2.5)
		sh.block(x+line, y+line, size-2*line, size-2*line, radius-line/2, card)
		on = t.fill
	}
	var (
		thick = max(1, math.Round(size/8))
		long  = math.Round(size * 0.56)
		bar   = func(dy float64) { sh.block(x+(size-long)/2, y+(size-thick)/2+dy, long, thick, 0, on) }
		post  = func(high, dy float64) { sh.block(x+(size-thick)/2, y+(size-high)/2+dy, thick, high, 0, on) }
	)
	switch t.sign {
	case plus:
		bar(0)
		post(long, 0)
	case minus:
		bar(0)
	case plusMinus:
		up := -math.Round(size * 0.09)
		bar(up)
		post(math.Round(size*0.5), up)
		bar(math.Round(size * 0.3))
	case twoBars:
		bar(-math.Round(size * 0.13))
		bar(math.Round(size * 0.13))
	case dot:
		sh.block(x+(size-thick)/2-thick/2, y+(size-thick)/2-thick/2, 2*thick, 2*thick, thick, on)
	}
}
