package chart

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"
)

// sheet lays the timeline out.
func (t Timeline) sheet(o Options) (*sheet, error) {
	width, err := o.width()
	if err != nil {
		return nil, err
	}
	if err := t.check(); err != nil {
		return nil, err
	}
	stack := t.stack()
	sh := newSheet(width)
	y := sh.heading(t.Title, t.Subtitle)
	y = sh.legend(y, sh.keys(stack))
	y = sh.columns(y+sh.px(26), stack, len(t.Periods))
	y = sh.periods(y, t.Periods, stack)
	if t.Undated > 0 {
		sh.text(undated(t.Undated), sh.body(), sh.left(), y+sh.px(14), muted)
		y += sh.px(14 + leading*bodySize)
	}
	sh.end(y + sh.px(margin-8))
	return sh, nil
}

func undated(n int) string {
	if n == 1 {
		return "1 without a date is not shown."
	}
	return fmt.Sprintf("%s without a date are not shown.", number(n))
}

// layer is a series as it is drawn.
type layer struct {
	name   string
	counts []int
	total  int
	fill   color.RGBA
}

// stack is the series as they are drawn: those that count nothing are left
// out, and of more than MaxSeries the smallest are summed up.
func (t Timeline) stack() []layer {
	var layers []layer
	for _, s := range t.Series {
		l := layer{name: label(s.Name), counts: s.Counts}
		for _, n := range s.Counts {
			l.total += n
		}
		if l.total > 0 {
			layers = append(layers, l)
		}
	}
	if len(layers) <= MaxSeries {
		return colored(layers)
	}
	bySize := make([]int, len(layers)) // places, the largest series first
	for i := range bySize {
		bySize[i] = i
	}
	slices.SortStableFunc(bySize, func(a, b int) int { return cmp.Compare(layers[b].total, layers[a].total) })
	others := layer{name: "others", counts: make([]int, len(t.Periods))}
	for _, i := range bySize[MaxSeries:] {
		others.total += layers[i].total
		for j, n := range layers[i].counts {
			others.counts[j] += n
		}
	}
	kept := bySize[:MaxSeries]
	slices.Sort(kept)
	stack := make([]layer, 0, MaxSeries+1)
	for _, i := range kept {
		stack = append(stack, layers[i])
	}
	return colored(append(stack, others))
}

// colored gives each layer the colour of its place, which for the last of
// more than MaxSeries is that of the others.
func colored(layers []layer) []layer {
	for i := range layers {
		layers[i].fill = seriesColor(i)
	}
	return layers
}

// totals is how high each column is.
func totals(stack []layer, periods int) []int {
	out := make([]int, periods)
	for _, l := range stack {
		for i, n := range l.counts {
			out[i] += n
		}
	}
	return out
}

func (sh *sheet) keys(stack []layer) []key {
	var keys []key
	for _, l := range stack {
		keys = append(keys, key{l.name, " (" + number(l.total) + ")", func(x, y, size float64) {
			sh.block(x, y, size, size, sh.px(6), l.fill)
		}})
	}
	return keys
}

// scale is the axis of counts: a mark at every step up to top.
func scale(highest int) (step, top int) {
	step = 1
	for i := 0; step*5 < highest; i++ {
		step = [3]int{1, 2, 5}[i%3] * int(math.Pow10(i/3))
	}
	return step, (highest + step - 1) / step * step
}

// axisLeft is where the columns begin: right of the numbers of the axis.
func (sh *sheet) axisLeft(stack []layer, periods int) float64 {
	_, top := scale(slices.Max(totals(stack, periods)))
	return sh.left() + sh.body().width(number(top)) + sh.px(16)
}

// columns draws the axis and the columns and returns where they stand.
func (sh *sheet) columns(y float64, stack []layer, periods int) float64 {
	var (
		f         = sh.body()
		heights   = totals(stack, periods)
		step, top = scale(slices.Max(heights))
		left      = math.Round(sh.axisLeft(stack, periods))
		high      = math.Round(sh.px(min(max(float64(top)*90, 130), 460))) // ones must not stand like towers
		ground    = math.Round(y) + high
		line      = sh.whole(2)
	)
	for n := 0; n <= top; n += step {
		at := ground - math.Round(float64(n)/float64(top)*high)
		fill := grid
		if n == 0 {
			fill = axis
		}
		sh.block(left, at, sh.right()-left, line, 0, fill)
		words := number(n)
		sh.text(words, f, left-sh.px(16)-f.width(words), at+line/2-(ascent+descent)/2*f.size, muted)
	}
	for i := range periods {
		x, w := sh.column(i, periods, left)
		foot, sum := ground, 0
		for _, l := range stack {
			if l.counts[i] == 0 {
				continue
			}
			sum += l.counts[i]
			head := min(ground-math.Round(float64(sum)/float64(top)*high), foot-1) // one is not nothing
			gap := 0.0
			if foot-head >= 4*line && foot < ground {
				gap = line // neighbours are apart for those who see no colour
			}
			sh.block(x, head, w, foot-head-gap, 0, l.fill)
			foot = head
		}
	}
	return ground
}

// column is from where to where the i-th column goes, in whole pixels, so
// that all gaps are alike.
func (sh *sheet) column(i, periods int, left float64) (x, w float64) {
	pitch := (sh.right() - left) / float64(periods)
	if widest := sh.px(130); pitch*0.8 > widest {
		return math.Round(left + (float64(i)+0.5)*pitch - widest/2), math.Round(widest)
	}
	from, to := math.Round(left+float64(i)*pitch), math.Round(left+float64(i+1)*pitch)
	gap := 0.0
	if pitch >= 2 {
		gap = max(1, math.Round(pitch*0.2))
	}
	return from + math.Floor(gap/2), to - from - gap
}

// periods sets the names of as many periods as have room, evenly, and returns
// where they end.
func (sh *sheet) periods(ground float64, names []string, stack []layer) float64 {
	var (
		f    = sh.body()
		left = math.Round(sh.axisLeft(stack, len(names)))
		y    = ground + sh.px(18)
		line = sh.whole(2)
	)
	placed := func(i int) (words string, x, middle float64) {
		words = f.cut(label(names[i]), sh.px(260))
		at, w := sh.column(i, len(names), left)
		wide := f.width(words)
		return words, min(max(at+w/2-wide/2, sh.left()), sh.right()-wide), at + w/2
	}
	every := 1
	for ; every < len(names); every = nextStep(every) {
		fits, end := true, math.Inf(-1)
		for i := 0; i < len(names) && fits; i += every {
			words, x, _ := placed(i)
			fits = x >= end+sh.px(24)
			end = x + f.width(words)
		}
		if fits {
			break
		}
	}
	for i := 0; i < len(names); i += every {
		words, x, middle := placed(i)
		sh.block(math.Round(middle-line/2), ground+line, line, sh.whole(10), 0, axis)
		sh.text(words, f, x, y, muted)
	}
	return y + leading*f.size
}

// nextStep leads through the steps that a reader of months can count by: 1,
// 2, 3, 4, 6, 12, and from there by years.
func nextStep(step int) int {
	switch {
	case step < 4:
		return step + 1
	case step == 4:
		return 6
	case step == 6:
		return 12
	}
	return step + 12
}

// number writes a count with its thousands apart.
func number(n int) string {
	s := strconv.Itoa(n)
	var parts []string
	for len(s) > 3 {
		parts = append([]string{s[len(s)-3:]}, parts...)
		s = s[:len(s)-3]
	}
	return strings.Join(append([]string{s}, parts...), ",")
}
