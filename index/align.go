package index

import (
	"slices"
	"strings"

	"dossierbot/corpus"
)

// Edit is a stretch of a quotation held against the text.
type Edit struct {
	Kind EditKind
	Text string // the words as they stand; of what is the same, as they stand in the text
}

// EditKind tells where the words of an Edit stand.
type EditKind string

// Where the words of an Edit stand.
const (
	Same   EditKind = "same"
	Asked  EditKind = "asked"  // in the quotation alone
	Moved  EditKind = "moved"  // in the quotation here, in the text elsewhere nearby
	InText EditKind = "intext" // in the text alone
	Elided EditKind = "elided" // in the text alone, where the quotation marks that words are left out
)

// window is a run of passages of one document.
type window struct{ passages []passageTokens }

func (w window) tokens() []token {
	var out []token
	for _, p := range w.passages {
		out = append(out, p.tokens...)
	}
	return out
}

// over are the passages that a span touches, as one.
func (w window) over(s corpus.Span) Hit {
	var h Hit
	var text strings.Builder
	for _, p := range w.passages {
		if !p.Passage.Overlaps(s) {
			continue
		}
		text.WriteString(p.Passage.Text)
		if h.Passage.ID == "" {
			h = hitOf(p.record)
			h.Passage.Statements = slices.Clone(h.Passage.Statements)
			continue
		}
		h.Passage.End = p.Passage.End
		for _, s := range p.Passage.Statements {
			if !slices.ContainsFunc(h.Passage.Statements, func(o corpus.Statement) bool { return o.Span() == s.Span() }) {
				h.Passage.Statements = append(h.Passage.Statements, s)
			}
		}
		h.Passage.Times = append(slices.Clip(h.Passage.Times), p.Passage.Times...)
		h.Passage.Ranges = append(slices.Clip(h.Passage.Ranges), p.Passage.Ranges...)
		h.Passage.Mentions = append(slices.Clip(h.Passage.Mentions), p.Passage.Mentions...)
	}
	h.Passage.Text = text.String()
	return h
}

// between is the text from one offset to another; "|" where that is in two
// passages.
func (w window) between(start, end int) string {
	for _, p := range w.passages {
		if p.Passage.Contains(corpus.Span{Start: start, End: end}) {
			return p.Passage.Text[start-p.Passage.Start : end-p.Passage.Start]
		}
	}
	return "|"
}

// pair is a word of the quotation and one of the text, by number.
type pair struct{ asked, text int }

// runIn is where one run of tokens stands in another; -1 where it does not.
func runIn(asked, text []token) int {
	for i := 0; len(asked) > 0 && i+len(asked) <= len(text); i++ {
		if slices.EqualFunc(text[i:i+len(asked)], asked, func(a, b token) bool { return a.key == b.key }) {
			return i
		}
	}
	return -1
}

// straight are the pairs of n words that follow one another in both.
func straight(n, at int) []pair {
	out := make([]pair, n)
	for i := range out {
		out[i] = pair{i, at + i}
	}
	return out
}

// What makes a text that is not the same a quotation, altered.
const (
	alteredShare = 0.6 // of the quotation's weight stands in it, in its order
	alteredDense = 0.5 // of the text from the first word to the last is the quotation's
	alteredShort = 3   // of so few words each must be there

	// Else a whole sentence of the quotation, or part between ellipses, does
	// if it is so many words long and so great a share of all.
	partLeast = 5
	partShare = 0.2
)

// compare holds the quotation against the text of a window.
func (v *verification) compare(w window) (Quotation, bool) {
	text := w.tokens()
	if at := runIn(v.asked, text); at >= 0 {
		return v.place(w, straight(len(v.asked), at)), true
	}
	if len(v.asked) <= alteredShort {
		return Quotation{}, false
	}
	pairs := align(v.asked, text)
	if !v.enough(pairs) && !v.wholePart(pairs) {
		return Quotation{}, false
	}
	return v.place(w, pairs), true
}

// enough tells whether so many of the words stand so close together that the
// quotation is of this text.
func (v *verification) enough(pairs []pair) bool {
	content, between := 0, 0
	for i, p := range pairs {
		if v.asked[p.asked].weight == contentWeight {
			content++
		}
		if i > 0 && !v.leavesOut(pairs[i-1], p) {
			between += p.text - pairs[i-1].text - 1
		}
	}
	if len(pairs) < 3 || content < 2 && len(pairs) < partLeast {
		return false
	}
	return v.share(pairs) >= alteredShare && float64(len(pairs)) >= alteredDense*float64(len(pairs)+between)
}

// wholePart tells whether a whole sentence or part of the quotation stands in
// the text, word for word.
func (v *verification) wholePart(pairs []pair) bool {
	size := map[int]int{}
	for _, t := range v.asked {
		size[t.part]++
	}
	run, content := 0, 0
	for i, p := range pairs {
		t := v.asked[p.asked]
		if i == 0 || v.asked[pairs[i-1].asked].part != t.part || pairs[i-1].asked+1 != p.asked || pairs[i-1].text+1 != p.text {
			run, content = 0, 0
		}
		run++
		if t.weight == contentWeight {
			content++
		}
		if run == size[t.part] && run >= partLeast && content >= 2 && float64(run) >= partShare*float64(len(v.asked)) {
			return true
		}
	}
	return false
}

// leavesOut tells whether the quotation marks that it leaves words out between
// two of its words.
func (v *verification) leavesOut(from, to pair) bool {
	return slices.ContainsFunc(v.asked[from.asked+1:to.asked+1], func(t token) bool { return t.elided })
}

// share is how much of the quotation stands in the text.
func (v *verification) share(pairs []pair) float64 {
	all, there := 0, 0
	for _, t := range v.asked {
		all += t.weight
	}
	for _, p := range pairs {
		there += v.asked[p.asked].weight
	}
	return float64(there) / float64(all)
}

// place makes the place of a quotation whose words and the text's are paired.
func (v *verification) place(w window, pairs []pair) Quotation {
	text := w.tokens()
	first, last := v.reach(w, text, pairs)
	q := Quotation{How: Altered, Span: corpus.Span{Start: text[first].Start, End: text[last].End}}
	moved := v.moved(text, pairs)
	touched := q.Span
	for _, word := range moved {
		touched = corpus.Span{Start: min(touched.Start, word.Start), End: max(touched.End, word.End)}
	}
	q.Hit = w.over(touched)
	q.Score = v.share(pairs)
	if len(pairs) == len(v.asked) && last-first+1 == len(v.asked) {
		q.How = WordForWord
	}
	for _, p := range pairs {
		q.Words = append(q.Words, text[p.text].Span)
	}
	q.Words = append(q.Words, moved...)
	q.Edits = v.edits(q, text, pairs, first, last)
	return q
}

// changedEdge is how many words at an edge of a quotation may stand for as many
// of the text.
const changedEdge = 2

// reach is the first and the last word of the text that the quotation is held
// against: beyond the pairs, where a word or two at its beginning or its end
// may have been put for those of the text, with but white space between.
func (v *verification) reach(w window, text []token, pairs []pair) (first, last int) {
	first, last = pairs[0].text, pairs[len(pairs)-1].text
	runsOn := func(i int) bool { // from word i to the next
		return i >= 0 && i+1 < len(text) && strings.TrimSpace(w.between(text[i].End, text[i+1].Start)) == ""
	}
	if n := pairs[0].asked; n <= changedEdge {
		for ; n > 0 && runsOn(first-1); n-- {
			first--
		}
	}
	if n := len(v.asked) - 1 - pairs[len(pairs)-1].asked; n <= changedEdge {
		for ; n > 0 && runsOn(last); n-- {
			last++
		}
	}
	return first, last
}

// elsewhere is where words of the quotation that are not paired stand in the
// text, all of them one behind the other; -1 where they do not, or are so few
// that they may stand there by chance.
func (v *verification) elsewhere(text []token, from, to int) int {
	if to-from < alteredShort {
		return -1
	}
	return runIn(v.asked[from:to], text)
}

// moved are the words of the text that the quotation has in another place.
func (v *verification) moved(text []token, pairs []pair) []corpus.Span {
	var out []corpus.Span
	from := 0
	for _, p := range append(slices.Clip(pairs), pair{asked: len(v.asked)}) {
		if at := v.elsewhere(text, from, p.asked); at >= 0 {
			for _, t := range text[at : at+p.asked-from] {
				out = append(out, t.Span)
			}
		}
		from = p.asked + 1
	}
	return out
}

// edits are the stretches of the quotation and of the text, from its first
// word to its last, in order.
func (v *verification) edits(q Quotation, text []token, pairs []pair, first, last int) []Edit {
	var out []Edit
	ofText := func(kind EditKind, from, to int) {
		if from < to {
			out = append(out, Edit{kind, q.Passage.Text[text[from].Start-q.Passage.Start : text[to-1].End-q.Passage.Start]})
		}
	}
	ofQuotation := func(from, to int) {
		if from >= to {
			return
		}
		kind := Asked
		if v.elsewhere(text, from, to) >= 0 {
			kind = Moved
		}
		out = append(out, Edit{kind, v.quotation[v.asked[from].Start:v.asked[to-1].End]})
	}
	ofText(InText, first, pairs[0].text)
	ofQuotation(0, pairs[0].asked)
	for i := 0; i < len(pairs); {
		from := pairs[i]
		n := 1
		for i+n < len(pairs) && pairs[i+n] == (pair{from.asked + n, from.text + n}) {
			n++
		}
		ofText(Same, from.text, from.text+n)
		next := pair{len(v.asked), last + 1}
		kind := InText
		if i += n; i < len(pairs) {
			next = pairs[i]
			if v.leavesOut(pairs[i-1], next) {
				kind = Elided
			}
		}
		ofText(kind, from.text+n, next.text)
		ofQuotation(from.asked+n, next.asked)
	}
	return out
}

// What a gap costs, against what a word is worth: enough that a word far away
// is not taken for one of a quotation, little enough that one changed word
// does not end it.
const (
	openText, extendText = 35, 15 // words of the text that the quotation has not
	openElided           = 10     // those, where the quotation marks that it leaves some out
	openAsked            = 20     // words of the quotation that the text has not
)

// align pairs the words of a quotation with those of a text, in the order of
// both, so that what they share is worth most and the gaps between cost
// least: local alignment after Smith and Waterman (1981) with the gaps of
// Gotoh (1982). Time and memory grow with the product of the lengths, of which
// the callers bound both.
func align(asked, text []token) []pair {
	const (
		start   = iota // steps back from a cell of each layer
		both           // the words before are a pair
		ofAsked        // a word of the quotation is skipped before
		ofText         // a word of the text is skipped before
	)
	const never = -1 << 29
	width := len(text) + 1
	// One layer a kind of last step: a pair, a skipped word of the quotation, one of the text.
	var steps [4][]uint8
	var score, above [4][]int
	for k := both; k <= ofText; k++ {
		steps[k] = make([]uint8, (len(asked)+1)*width)
		score[k], above[k] = make([]int, width), make([]int, width)
		for j := range width {
			above[k][j] = never
		}
	}
	bestScore, bestI, bestJ := 0, 0, 0
	for i := 1; i <= len(asked); i++ {
		open, extend := openText, extendText
		if i < len(asked) && asked[i].elided {
			open, extend = openElided, 0
		}
		for k := both; k <= ofText; k++ {
			score[k][0] = never
		}
		for j := 1; j <= len(text); j++ {
			at := i*width + j
			score[both][j] = never
			if asked[i-1].key == text[j-1].key {
				from, step := 0, start
				for k := both; k <= ofText; k++ {
					if above[k][j-1] > from {
						from, step = above[k][j-1], k
					}
				}
				score[both][j], steps[both][at] = from+asked[i-1].weight, uint8(step)
				if score[both][j] > bestScore {
					bestScore, bestI, bestJ = score[both][j], i, j
				}
			}
			score[ofAsked][j], steps[ofAsked][at] = above[ofAsked][j], ofAsked
			if s := above[both][j] - openAsked; s > score[ofAsked][j] {
				score[ofAsked][j], steps[ofAsked][at] = s, both
			}
			score[ofText][j], steps[ofText][at] = score[ofText][j-1]-extend, ofText
			for k := both; k <= ofAsked; k++ {
				if s := score[k][j-1] - open; s > score[ofText][j] {
					score[ofText][j], steps[ofText][at] = s, uint8(k)
				}
			}
		}
		score, above = above, score
	}
	var pairs []pair
	for k, i, j := both, bestI, bestJ; bestScore > 0 && k != start; {
		step := int(steps[k][i*width+j])
		switch k {
		case both:
			pairs = append(pairs, pair{i - 1, j - 1})
			i, j = i-1, j-1
		case ofAsked:
			i--
		case ofText:
			j--
		}
		k = step
	}
	slices.Reverse(pairs)
	return pairs
}
