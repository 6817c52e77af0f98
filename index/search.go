package index

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"dossierbot/index/words"
)

// Search answers a query.
func (x *Index) Search(ctx context.Context, q Query) (Result, error) {
	if q.Limit <= 0 {
		q.Limit = DefaultLimit
	}
	q.times = q.meant()
	terms, err := x.weigh(ctx, q.Terms)
	if err != nil {
		return Result{}, err
	}
	var leftOut []string
	if q.hasSpeaker() || len(q.Actors) > 0 || len(q.Topics) > 0 || q.Time.Known() {
		terms = slices.DeleteFunc(terms, func(t weighed) bool {
			if t.Foreign && !t.known && !t.Subject {
				leftOut = append(leftOut, t.Text)
				return true
			}
			return false
		})
	}
	missing, err := x.missingNames(ctx, terms)
	if err != nil {
		return Result{}, err
	}
	if len(missing) > 0 {
		return Result{Outcome: NotInDossier, Missing: missing}, nil
	}
	r, err := x.searchOnce(ctx, q, terms)
	if err == nil && r.Outcome == NotInDossier && q.hasSpeaker() {
		r, terms, err = x.searchNamed(ctx, q, terms)
	}
	if err != nil {
		return Result{}, err
	}
	r.LeftOut = leftOut
	for _, t := range terms {
		if t.typed != "" {
			r.Mended = append(r.Mended, Mended{From: t.typed, To: t.Folded})
		}
	}
	if r.Outcome == NotInDossier && len(r.Missing) == 0 {
		r.Missing = absentTerms(terms)
	}
	return r, nil
}

// searchNamed answers a query whose speakers are not known to have said it by
// where they are named.
func (x *Index) searchNamed(ctx context.Context, q Query, terms []weighed) (Result, []weighed, error) {
	named, err := x.weigh(ctx, nameTerms(q.SpeakerNames))
	if err != nil {
		return Result{}, nil, err
	}
	terms = append(terms, named...)
	missing, err := x.missingNames(ctx, named)
	if err != nil {
		return Result{}, nil, err
	}
	if len(missing) > 0 {
		return Result{Outcome: NotInDossier, Missing: missing}, terms, nil
	}
	q.Actors, q.Speakers, q.SpeakerNames = q.Speakers, nil, nil
	if q.Dimension == Said {
		q.Dimension = AnyTime
	}
	r, err := x.searchOnce(ctx, q, terms)
	r.Relaxed = r.Outcome != NotInDossier
	return r, terms, err
}

// searchOnce answers a query as it stands.
func (x *Index) searchOnce(ctx context.Context, q Query, terms []weighed) (Result, error) {
	s, err := x.newSearch(ctx, q, terms)
	if err != nil {
		return Result{}, err
	}
	records, err := x.candidates(ctx, s, q.Time.Known())
	if err != nil {
		return Result{}, err
	}
	if q.Time.Known() {
		// What lies outside the time, and what has no date, comes from a
		// search that leaves the time out.
		timeless, err := x.candidates(ctx, s, false)
		if err != nil {
			return Result{}, err
		}
		records = append(records, timeless...)
	}
	hits := s.rank(records)
	if len(hits) == 0 {
		return Result{Outcome: NotInDossier}, nil
	}
	if !q.Time.Known() {
		return page(q, merge(hits)), nil
	}
	inRange := slices.DeleteFunc(slices.Clone(hits), func(h Hit) bool { return q.match(h) == outside })
	if !slices.ContainsFunc(inRange, func(h Hit) bool { return h.Coverage >= Threshold }) {
		return Result{Outcome: NoneInRange, Nearest: nearest(q, hits), Total: len(hits)}, nil
	}
	// What has no date at all follows, for it may be of that time.
	undated := slices.DeleteFunc(hits, func(h Hit) bool { return h.Document.Published.Known() || len(q.dates(h)) > 0 })
	return page(q, merge(append(inRange, undated...))), nil
}

// page cuts the hits that the query asks for out of all.
func page(q Query, hits []Hit) Result {
	r := Result{Outcome: Answered, Total: len(hits)}
	from := min(max(q.Offset, 0), len(hits))
	r.Hits = hits[from:min(from+q.Limit, len(hits))]
	return r
}

// nameTerms makes terms of names.
func nameTerms(names []string) []Term {
	var out []Term
	for _, name := range names {
		for _, w := range words.Of(name) {
			if !w.Stop {
				out = append(out, Term{Text: name, Folded: w.Folded, Stem: w.Stem, Weight: 1, Name: true})
			}
		}
	}
	return out
}

// missingNames are the names asked for that are nowhere in the index: a word
// of theirs is not, or no passage with its title has most of their words.
func (x *Index) missingNames(ctx context.Context, terms []weighed) ([]string, error) {
	var out []string
	words := map[string][]query.Query{}
	for _, t := range terms {
		switch {
		case !t.Name || t.known && !t.itself: // known in other words
		case !t.known:
			if name := unknownOf(t, terms); !slices.Contains(out, name) {
				out = append(out, name)
			}
		default:
			words[t.Text] = append(words[t.Text], bleve.NewDisjunctionQuery(boosted(fieldStem, t.Stem, 1), boosted(fieldTitle, t.Stem, 1)))
		}
	}
	for _, t := range terms {
		each := words[t.Text]
		if len(each) < 2 || slices.Contains(out, t.Text) {
			continue
		}
		together := bleve.NewDisjunctionQuery(each...)
		together.SetMin(float64((2*len(each) + 2) / 3)) // two of two, two of three, three of four
		n, err := x.count(ctx, together)
		if err != nil {
			return nil, fmt.Errorf("look up %q: %w", t.Text, err)
		}
		if n == 0 {
			out = append(out, t.Text)
		}
		delete(words, t.Text)
	}
	return out, nil
}

// unknownOf is a name with a word that is nowhere, without what is known of it
// behind "of": of "GDP of Lithuania" it is the GDP that is missing.
func unknownOf(t weighed, terms []weighed) string {
	before, after, found := strings.Cut(t.Text, " of ")
	if !found {
		return t.Text
	}
	for _, o := range terms {
		if o.Name && o.Text == t.Text && !o.known && slices.ContainsFunc(words.Of(after), func(w words.Word) bool { return w.Folded == o.Folded }) {
			return t.Text
		}
	}
	return before
}

// absentTerms are the words asked for that are nowhere in the index.
func absentTerms(terms []weighed) []string {
	var out []string
	for _, t := range terms {
		if !t.known {
			out = append(out, t.Text)
		}
	}
	return out
}
