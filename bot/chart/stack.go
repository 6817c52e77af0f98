package chart

import (
	"cmp"
	"image/color"
	"slices"
)

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
