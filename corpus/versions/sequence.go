package versions

import (
	"slices"
	"sort"
)

// gap is where two sequences differ: from a0 up to a1 of the first stands what
// reads as b0 up to b1 of the second.
type gap struct{ a0, a1, b0, b1 int }

// numbered gives the gaps between two sequences whose elements are equal where
// their texts are.
func numbered[T any](before, after []T, text func(T) string) []gap {
	numbers := map[string]int32{}
	of := func(elements []T) []int32 {
		out := make([]int32, len(elements))
		for i, e := range elements {
			key := text(e)
			n, ok := numbers[key]
			if !ok {
				n = int32(len(numbers))
				numbers[key] = n
			}
			out[i] = n
		}
		return out
	}
	d := differ{a: of(before), b: of(after), budget: mostCells}
	d.compare(gap{0, len(d.a), 0, len(d.b)}, 0)
	return d.gaps
}

// The bounds of a comparison. What goes beyond them counts as replaced.
const (
	mostCells = 1 << 24 // of all tables of a comparison
	mostTable = 1 << 20 // of one table
	mostDepth = 32      // how often a stretch is cut into smaller ones
)

// differ compares two sequences: a small stretch by the longest sequence that
// both share, a large one by what stands once in each, which cuts it into smaller
// ones (Bram Cohen's "patience diff").
type differ struct {
	a, b   []int32
	budget int // cells of tables that may still be filled
	gaps   []gap
}

func (d *differ) compare(g gap, depth int) {
	for g.a0 < g.a1 && g.b0 < g.b1 && d.a[g.a0] == d.b[g.b0] {
		g.a0, g.b0 = g.a0+1, g.b0+1
	}
	for g.a0 < g.a1 && g.b0 < g.b1 && d.a[g.a1-1] == d.b[g.b1-1] {
		g.a1, g.b1 = g.a1-1, g.b1-1
	}
	rows, columns := g.a1-g.a0, g.b1-g.b0
	switch {
	case rows == 0 && columns == 0:
		return
	case rows == 0 || columns == 0:
		d.differs(g)
		return
	case rows <= mostTable/columns && rows*columns <= d.budget:
		d.budget -= rows * columns
		d.longestShared(g)
		return
	}
	var anchors []anchor
	if depth < mostDepth {
		anchors = d.anchors(g)
	}
	if len(anchors) == 0 { // nothing to cut it at
		d.differs(g)
		return
	}
	for _, at := range anchors {
		d.compare(gap{g.a0, at.a, g.b0, at.b}, depth+1)
		g.a0, g.b0 = at.a+1, at.b+1
	}
	d.compare(g, depth+1)
}

// differs notes a gap; one that follows right on the last makes that longer.
func (d *differ) differs(g gap) {
	if n := len(d.gaps); n > 0 && d.gaps[n-1].a1 == g.a0 && d.gaps[n-1].b1 == g.b0 {
		d.gaps[n-1].a1, d.gaps[n-1].b1 = g.a1, g.b1
		return
	}
	d.gaps = append(d.gaps, g)
}

// longestShared notes what is not in the longest sequence that both sides of a
// stretch share.
func (d *differ) longestShared(g gap) {
	a, b := d.a[g.a0:g.a1], d.b[g.b0:g.b1]
	width := len(b) + 1
	longest := make([]uint16, (len(a)+1)*width) // from each place on; the shorter side has no more than 1,024
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i*width+j] = longest[(i+1)*width+j+1] + 1
			} else {
				longest[i*width+j] = max(longest[(i+1)*width+j], longest[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			i, j = i+1, j+1
		case longest[(i+1)*width+j] >= longest[i*width+j+1]:
			d.differs(gap{g.a0 + i, g.a0 + i + 1, g.b0 + j, g.b0 + j})
			i++
		default:
			d.differs(gap{g.a0 + i, g.a0 + i, g.b0 + j, g.b0 + j + 1})
			j++
		}
	}
	if i < len(a) || j < len(b) {
		d.differs(gap{g.a0 + i, g.a1, g.b0 + j, g.b1})
	}
}

// anchor is a place in each of two sequences that holds the same.
type anchor struct{ a, b int }

// anchors are places of what stands once on each side of a stretch, as many as
// follow each other on both sides.
func (d *differ) anchors(g gap) []anchor {
	type seen struct{ a, b, times int }
	elements := make(map[int32]seen, g.a1-g.a0)
	for i := g.a0; i < g.a1; i++ {
		e := elements[d.a[i]]
		elements[d.a[i]] = seen{a: i, b: -1, times: e.times + 1}
	}
	for j := g.b0; j < g.b1; j++ {
		if e, ok := elements[d.b[j]]; ok {
			if e.b >= 0 {
				e.times++ // it stands there twice
			}
			e.b = j
			elements[d.b[j]] = e
		}
	}
	var once []anchor
	for _, e := range elements {
		if e.times == 1 && e.b >= 0 {
			once = append(once, anchor{e.a, e.b})
		}
	}
	slices.SortFunc(once, func(x, y anchor) int { return x.a - y.a })
	return rising(once)
}

// rising is the longest run of anchors, in their order, whose places on the
// second side rise as well.
func rising(anchors []anchor) []anchor {
	var ends []int // for each length of a run, the anchor that ends the lowest such run
	before := make([]int, len(anchors))
	for i, at := range anchors {
		n := sort.Search(len(ends), func(k int) bool { return anchors[ends[k]].b >= at.b })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	out := make([]anchor, len(ends))
	if len(ends) == 0 {
		return out
	}
	for i, k := ends[len(ends)-1], len(ends)-1; k >= 0; i, k = before[i], k-1 {
		out[k] = anchors[i]
	}
	return out
}
