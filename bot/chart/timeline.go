package chart

import (
	"fmt"
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
	heights := totals(stack, len(t.Periods))
	step, top := scale(slices.Max(heights))
	sh := newSheet(width)
	left := math.Round(sh.left() + sh.body().width(number(top)) + sh.px(16)) // of the columns
	y := sh.heading(t.Title, t.Subtitle)
	y = sh.legend(y, sh.keys(stack))
	y = sh.axis(y+sh.px(26), left, step, top)
	sh.columns(y, left, top, stack)
	y = sh.periods(y, left, t.Periods)
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

// high is how high the columns may become. A few ones must not stand like
// towers.
func (sh *sheet) high(top int) float64 {
	return math.Round(sh.px(min(max(float64(top)*90, 130), 460)))
}

// axis draws the lines of the counts and their numbers, and returns where the
// lowest is.
func (sh *sheet) axis(y, left float64, step, top int) float64 {
	var (
		f      = sh.body()
		high   = sh.high(top)
		ground = math.Round(y) + high
		line   = sh.whole(2)
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
	return ground
}

// columns draws the layers of each period one upon the other.
func (sh *sheet) columns(ground, left float64, top int, stack []layer) {
	high, line := sh.high(top), sh.whole(2)
	periods := len(stack[0].counts)
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
func (sh *sheet) periods(ground, left float64, names []string) float64 {
	var (
		f    = sh.body()
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
