package index

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/index/words"
)

// Quoted is how a quotation stands in the dossier.
type Quoted string

// How a quotation may stand.
const (
	WordForWord Quoted = "word_for_word" // every word of it, in its order, with nothing between
	Altered     Quoted = "altered"       // most of its words, in their order
	NotThere    Quoted = "not_there"
)

// Edit is a stretch of a quotation held against the text: the same in both, or
// only in one of them.
type Edit struct {
	Kind EditKind
	Text string // the words as they stand
}

// EditKind tells where the words of an Edit stand.
type EditKind string

// Where the words of an Edit stand.
const (
	Same   EditKind = "same"
	Asked  EditKind = "asked"  // in the quotation alone
	InText EditKind = "intext" // in the text alone
)

// Quotation is a place of the dossier that a quotation was found in.
type Quotation struct {
	Hit
	How   Quoted
	Span  corpus.Span // the words in the document's text
	Edits []Edit
}

// Least share of a quotation's words that must stand in a text in their order
// for it to be that quotation, altered.
const alteredShare = 0.6

// maxQuoted is how many words of a quotation are compared.
const maxQuoted = 300

// Verify finds where a quotation stands, best first, at most limit places: word
// for word, or altered. Case, punctuation and white space are not compared.
func (x *Index) Verify(ctx context.Context, quotation string, limit int) ([]Quotation, error) {
	asked := words.Of(quotation)
	asked = asked[:min(len(asked), maxQuoted)]
	if len(asked) == 0 {
		return nil, nil
	}
	var terms []Term
	for _, w := range asked {
		if !slices.ContainsFunc(terms, func(t Term) bool { return t.Folded == w.Folded }) {
			terms = append(terms, Term{Text: w.Text, Folded: w.Folded, Stem: w.Stem, Weight: 1})
		}
	}
	weighed, err := x.weigh(terms)
	if err != nil {
		return nil, err
	}
	records, err := x.candidates(ctx, &search{terms: weighed}, false)
	if err != nil {
		return nil, err
	}
	var out []Quotation
	for _, r := range records {
		if q, ok := compare(asked, quotation, hitOf(r)); ok {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b Quotation) int {
		return cmp.Or(-cmp.Compare(a.How, b.How), cmp.Compare(b.Score, a.Score), byPlace(a.Hit, b.Hit))
	})
	return out[:min(limit, len(out))], nil
}

// compare holds a quotation against a passage.
func compare(asked []words.Word, quotation string, h Hit) (Quotation, bool) {
	text := words.Of(h.Passage.Text)
	pairs := align(asked, text)
	if float64(len(pairs)) < alteredShare*float64(len(asked)) {
		return Quotation{}, false
	}
	first, last := pairs[0][1], pairs[len(pairs)-1][1]
	q := Quotation{Hit: h, How: Altered, Span: corpus.Span{Start: h.Passage.Start + text[first].Start, End: h.Passage.Start + text[last].End}}
	if len(pairs) == len(asked) && last-first+1 == len(asked) {
		q.How = WordForWord
	}
	q.Score = float64(len(pairs)) / float64(max(len(asked), last-first+1))
	q.Edits = edits(asked, quotation, text, h.Passage.Text, pairs)
	if q.How == Altered && q.Score < alteredShare/2 {
		return Quotation{}, false // the words are there, but scattered
	}
	return q, true
}

// align gives the longest common run of words in order, as pairs of places in
// both, of those the one that ends soonest: the longest common subsequence.
func align(a, b []words.Word) [][2]int {
	longest := make([][]int, len(a)+1)
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].Folded == b[j].Folded {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Folded == b[j].Folded && longest[i][j] == longest[i+1][j+1]+1 && closest(a, b, longest, i, j):
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case longest[i][j+1] == longest[i][j]:
			j++
		default:
			i++
		}
	}
	return pairs
}

// closest tells whether a word's pair should be taken here: at the beginning,
// the later of two places is nearer to the rest.
func closest(a, b []words.Word, longest [][]int, i, j int) bool {
	if i > 0 || j+1 >= len(b) || longest[i][j+1] < longest[i][j] {
		return true
	}
	return j+1 < len(b) && i+1 < len(a) && b[j+1].Folded == a[i+1].Folded
}

// edits are the stretches of the quotation and of the text between its first
// and last common word.
func edits(asked []words.Word, quotation string, text []words.Word, passage string, pairs [][2]int) []Edit {
	var out []Edit
	add := func(kind EditKind, from string) {
		if from = strings.TrimSpace(from); from == "" {
			return
		}
		if n := len(out); n > 0 && out[n-1].Kind == kind {
			out[n-1].Text += " " + from
			return
		}
		out = append(out, Edit{Kind: kind, Text: from})
	}
	between := func(w []words.Word, s string, from, to int) string {
		if from >= to {
			return ""
		}
		return s[w[from].Start:w[to-1].End]
	}
	i, j := 0, pairs[0][1]
	for _, p := range pairs {
		add(Asked, between(asked, quotation, i, p[0]))
		add(InText, between(text, passage, j, p[1]))
		add(Same, passage[text[p[1]].Start:text[p[1]].End])
		i, j = p[0]+1, p[1]+1
	}
	add(Asked, between(asked, quotation, i, len(asked)))
	return out
}
