package versions

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"dossierbot/corpus"
)

const (
	mostReplaced  = 0.4 // share of the words that a later version may replace at the most
	shingleLength = 3   // words that are looked at together
	sketchSize    = 256 // shingles of a text that are kept: those with the lowest hashes
	mostShared    = 50  // texts of which a shingle tells something; those of more are boilerplate
	mostTried     = 4   // texts of which a text is tried as a later version
)

// Successors finds, for each text of after, the text of before that it is a
// later version of: the one with which it shares most, and more than 60 % of the
// words. It is -1 where there is none. No text has two successors.
func Successors(before, after []string) []int {
	seed := maphash.MakeSeed()
	holders := map[uint64][]int{} // shingle to the texts before that hold it
	for i, text := range before {
		for _, h := range sketch(seed, text) {
			holders[h] = append(holders[h], i)
		}
	}
	type candidate struct{ before, after, shared int }
	var all []candidate
	for i, text := range after {
		shared := map[int]int{}
		for _, h := range sketch(seed, text) {
			if len(holders[h]) <= mostShared {
				for _, b := range holders[h] {
					shared[b]++
				}
			}
		}
		var here []candidate
		for b, n := range shared {
			here = append(here, candidate{b, i, n})
		}
		slices.SortFunc(here, func(x, y candidate) int { return cmp.Or(y.shared-x.shared, x.before-y.before) })
		all = append(all, here[:min(len(here), mostTried)]...)
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return y.shared - x.shared })
	of, taken := slices.Repeat([]int{-1}, len(after)), map[int]bool{}
	for _, c := range all {
		if of[c.after] >= 0 || taken[c.before] {
			continue
		}
		if Compare(before[c.before], after[c.after], func(string) bool { return false }).Share() < mostReplaced {
			of[c.after], taken[c.before] = c.before, true
		}
	}
	return of
}

// sketch is a sample of the shingles of a text by which texts that share many
// are found: the lowest of their hashes, each once.
func sketch(seed maphash.Seed, text string) []uint64 {
	var words []string
	for _, t := range tokensOf(text, corpus.Span{End: len(text)}) {
		if t.kind == word || t.kind == number {
			words = append(words, strings.ToLower(t.text))
		}
	}
	var hashes []uint64
	var h maphash.Hash
	h.SetSeed(seed)
	for i := 0; i < max(1, len(words)-shingleLength+1) && len(words) > 0; i++ {
		h.Reset()
		for _, w := range words[i:min(i+shingleLength, len(words))] {
			h.WriteString(w)
			h.WriteByte(' ')
		}
		hashes = append(hashes, h.Sum64())
	}
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	return slices.Clone(hashes[:min(len(hashes), sketchSize)])
}
