package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"dossierbot/corpus"
	"dossierbot/index/words"
)

// Quoted is how a quotation stands in the dossier.
type Quoted string

// How a quotation may stand.
const (
	WordForWord Quoted = "word_for_word" // every word of it, in its order, with nothing between
	Altered     Quoted = "altered"       // most of its words, or a whole sentence of several
	NotThere    Quoted = "not_there"
)

// Quotation is a place of the dossier that a quotation was found in. Where its
// words go over several passages, the hit's passage is all of them in one,
// with the id, the key and the number of the first.
type Quotation struct {
	Hit   // its score is the share of the quotation's words that stand there, common ones counting less
	How   Quoted
	Span  corpus.Span   // what it is held against, in the document's text
	Words []corpus.Span // the words that both have, in the document's text; those that were moved last, and maybe outside of Span
	Edits []Edit
}

// Text is what the quotation is held against, verbatim.
func (q Quotation) Text() string {
	return q.Passage.Text[q.Span.Start-q.Passage.Start : q.Span.End-q.Passage.Start]
}

// Verified is what is known of a quotation.
type Verified struct {
	Places []Quotation // best first
	Total  int         // places there are in all, as far as they were looked at
	Words  int         // words of the quotation that were compared
	Cut    bool        // it has more words than are compared
}

// MaxQuoted is how many words of a quotation are compared.
const MaxQuoted = 300

// Verify finds where a quotation stands, word for word or altered, at most
// limit places (0: DefaultLimit). Case, punctuation and white space are not
// compared; letters, digits, signs of money and of shares are.
func (x *Index) Verify(ctx context.Context, quotation string, limit int) (Verified, error) {
	if limit <= 0 {
		limit = DefaultLimit
	}
	v := &verification{quotation: quotation, asked: tokensOf(quotation, 0), read: map[string]passageTokens{}}
	out := Verified{Words: len(v.asked), Cut: len(v.asked) > MaxQuoted}
	if out.Cut {
		out.Words = MaxQuoted
		v.asked = v.asked[:MaxQuoted]
		v.quotation = quotation[:v.asked[MaxQuoted-1].End]
	}
	markParts(v.quotation, v.asked)
	records, err := x.quotable(ctx, v.quotation)
	if err != nil || len(records) == 0 {
		return out, err
	}
	found, err := v.find(ctx, x, records)
	if err != nil {
		return out, err
	}
	found = asOne(best(found))
	out.Total, out.Places = len(found), found[:min(limit, len(found))]
	return out, nil
}

// Bounds of the search for passages that may hold a quotation.
const (
	maxWhole  = 4000 // passages with all of its words that are read
	maxRare   = 40   // words, the rarest, by which passages with some are found
	maxInPart = 40   // passages with some of its words that are compared closely
)

// quotable are the passages that may hold a quotation: those with all of its
// words, and those with most of its rare ones.
func (x *Index) quotable(ctx context.Context, quotation string) ([]record, error) {
	type rare struct {
		folded string
		idf    float64
	}
	var known []rare
	seen, everywhere := map[string]bool{}, true
	for _, w := range words.Of(quotation) {
		if seen[w.Folded] {
			continue
		}
		seen[w.Folded] = true
		n, err := x.frequency(fieldFolded, w.Folded)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			everywhere = false
			continue
		}
		known = append(known, rare{w.Folded, x.idf(n)})
	}
	if len(known) == 0 {
		return nil, nil
	}
	slices.SortStableFunc(known, func(a, b rare) int { return cmp.Compare(b.idf, a.idf) })
	all, some := bleve.NewConjunctionQuery(), bleve.NewDisjunctionQuery()
	for i, k := range known {
		all.AddQuery(boosted(fieldFolded, k.folded, 1))
		if i < maxRare {
			some.AddQuery(boosted(fieldFolded, k.folded, k.idf))
		}
	}
	var out []record
	have := map[string]bool{}
	for _, search := range []struct {
		query query.Query
		limit int
		skip  bool
	}{{all, maxWhole, !everywhere}, {some, pool, false}} {
		if search.skip {
			continue
		}
		records, err := x.lookUp(ctx, search.query, min(search.limit, x.passages))
		if err != nil {
			return nil, fmt.Errorf("look for a quotation: %w", err)
		}
		for _, r := range records {
			if !have[r.Passage.ID] {
				have[r.Passage.ID] = true
				out = append(out, r)
			}
		}
	}
	return out, nil
}

// verification is the search for one quotation.
type verification struct {
	quotation string
	asked     []token
	read      map[string]passageTokens // by the id of the passage
}

type passageTokens struct {
	record
	tokens []token
}

// find compares the passages with the quotation: all of them word for word,
// and those that share the most words with it closely, with the passages
// around them.
func (v *verification) find(ctx context.Context, x *Index, records []record) ([]Quotation, error) {
	wanted := map[string]int{}
	for _, t := range v.asked {
		wanted[t.key] = t.weight
	}
	type near struct {
		passageTokens
		shared int
	}
	var out []Quotation
	var inPart []near
	for _, r := range records {
		p := passageTokens{r, tokensOf(r.Passage.Text, r.Passage.Start)}
		v.read[r.Passage.ID] = p
		if at := runIn(v.asked, p.tokens); at >= 0 {
			out = append(out, v.place(window{[]passageTokens{p}}, straight(len(v.asked), at)))
			continue
		}
		n := near{passageTokens: p}
		for key := range keysOf(p.tokens) {
			n.shared += wanted[key]
		}
		inPart = append(inPart, n)
	}
	slices.SortStableFunc(inPart, func(a, b near) int { return cmp.Compare(b.shared, a.shared) })
	for _, n := range inPart[:min(len(inPart), maxInPart)] {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		w, err := v.around(ctx, x, n.passageTokens)
		if err != nil {
			return nil, err
		}
		if q, ok := v.compare(w); ok {
			out = append(out, q)
		}
	}
	return out, nil
}

// maxAround is how many passages behind one are read with it at most.
const maxAround = 6

// around are the passages in which a quotation may stand that has words in the
// given one: the one before it, and behind it as many as the quotation is long.
func (v *verification) around(ctx context.Context, x *Index, p passageTokens) (window, error) {
	var w window
	if n := p.Passage.Number - 1; n >= 1 {
		before, ok, err := v.beside(ctx, x, p.record, n)
		if err != nil {
			return window{}, err
		}
		if ok {
			w.passages = append(w.passages, before)
		}
	}
	w.passages = append(w.passages, p)
	behind := 0
	for n := p.Passage.Number + 1; n <= min(p.Of, p.Passage.Number+maxAround) && behind < len(v.asked); n++ {
		after, ok, err := v.beside(ctx, x, p.record, n)
		if err != nil {
			return window{}, err
		}
		if !ok {
			break
		}
		w.passages = append(w.passages, after)
		behind += len(after.tokens)
	}
	return w, nil
}

// beside is a passage of the same document, by its number.
func (v *verification) beside(ctx context.Context, x *Index, r record, number int) (passageTokens, bool, error) {
	id := passageID(r.Document.ID, number)
	if p, ok := v.read[id]; ok {
		return p, true, nil
	}
	records, err := x.lookUp(ctx, boosted(fieldKey, Key(id), 1), 1)
	if err != nil || len(records) == 0 {
		return passageTokens{}, false, err
	}
	p := passageTokens{records[0], tokensOf(records[0].Passage.Text, records[0].Passage.Start)}
	v.read[id] = p
	return p, true, nil
}

// best are the places without those that overlap a better one, best first.
// What a source has word for word needs no place that has it altered.
func best(found []Quotation) []Quotation {
	slices.SortStableFunc(found, func(a, b Quotation) int {
		return cmp.Or(
			-cmp.Compare(a.How, b.How), // "word_for_word" goes before "altered"
			cmp.Compare(b.Score, a.Score),
			-cmp.Compare(a.Document.Form, b.Document.Form), // the source itself before a note on it
			earlier(a.Document.Published, b.Document.Published),
			byPlace(a.Hit, b.Hit), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	inSource := slices.ContainsFunc(found, func(q Quotation) bool { return q.How == WordForWord && q.Document.Form != corpus.Note })
	var out []Quotation
	for _, q := range found {
		overlaps := func(o Quotation) bool { return o.Document.ID == q.Document.ID && o.Span.Overlaps(q.Span) }
		if !(inSource && q.How == Altered) && !slices.ContainsFunc(out, overlaps) {
			out = append(out, q)
		}
	}
	return out
}

// earlier orders dates, those that are not known last.
func earlier(a, b corpus.Date) int {
	if a.Known() != b.Known() {
		if a.Known() {
			return -1
		}
		return 1
	}
	return a.Last.Compare(b.Last)
}

// asOne joins places of several documents that have the same words from the
// same mouths: the first of them names the others.
func asOne(found []Quotation) []Quotation {
	var out []Quotation
	for _, q := range found {
		same := slices.IndexFunc(out, func(o Quotation) bool {
			return o.Document.ID != q.Document.ID && o.Document.Form == q.Document.Form &&
				slices.EqualFunc(tokensOf(o.Text(), 0), tokensOf(q.Text(), 0), func(a, b token) bool { return a.key == b.key }) &&
				slices.Equal(o.speakers(), q.speakers())
		})
		if same < 0 {
			out = append(out, q)
			continue
		}
		out[same].AlsoIn = append(out[same].AlsoIn, AlsoIn{Document: q.Document, PassageID: q.Passage.ID})
	}
	return out
}

// speakers are those who say the words that both have.
func (q Quotation) speakers() []string {
	var out []string
	for _, s := range q.Passage.Statements {
		if slices.ContainsFunc(s.Spans, q.Span.Overlaps) {
			out = append(out, string(s.Kind)+"|"+s.Speaker+"|"+s.SpeakerText)
		}
	}
	return out
}
