package question

import (
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/index"
	"dossierbot/index/ordered"
	"dossierbot/index/words"
)

// source is what a question may call some of the documents: a publisher, or a
// title. It never changes.
type source struct {
	key       string // the stems in one
	stems     []string
	documents []called // by id
}

// called is a document that is called so.
type called struct {
	id      string
	partial bool // the stems leave out a letter that stands for itself: "M (James Bond)"
}

// Key is what sources are ordered by.
func (s *source) Key() string { return s.key }

// partial is true of a source whose stems leave out a letter of all that is
// called so.
func (s *source) partial() bool {
	return !slices.ContainsFunc(s.documents, func(c called) bool { return !c.partial })
}

// callings are the sources of one document, each of it alone.
func callings(d corpus.Document) []*source {
	var out []*source
	add := func(name string, title bool) {
		stems := stemsOf(name)
		if len(stems) == 0 || title && len(stems) == 1 { // a title of one word is too little to be told from the word
			return
		}
		s := &source{key: strings.Join(stems, " "), stems: stems, documents: []called{{d.ID, hasLetter(name)}}}
		if i := slices.IndexFunc(out, func(o *source) bool { return o.key == s.key }); i < 0 {
			out = append(out, s)
		} else if !s.partial() {
			out[i] = s
		}
	}
	for _, name := range strings.FieldsFunc(d.Source, func(r rune) bool { return r == ';' || r == '(' || r == ')' }) {
		add(name, false)
	}
	add(d.Title, true)
	return out
}

// sourcesOf are the sources once some documents are gone and others have come;
// what these have nothing to do with stays as it is.
func sourcesOf(before []*source, gone, come []*index.DocumentEntry) []*source {
	changed := map[string]*source{}
	change := func(s *source) *source {
		now, ok := changed[s.key]
		if !ok {
			now = &source{key: s.key, stems: s.stems}
			if was, found := ordered.Find(before, s.key); found {
				now.documents = slices.Clone(was.documents)
			}
			changed[s.key] = now
		}
		return now
	}
	place := func(s *source, id string) (int, bool) {
		return slices.BinarySearchFunc(s.documents, id, func(c called, id string) int { return strings.Compare(c.id, id) })
	}
	for _, d := range gone {
		for _, s := range callings(d.Document) {
			now := change(s)
			if i, found := place(now, d.Document.ID); found {
				now.documents = slices.Delete(now.documents, i, i+1)
			}
		}
	}
	for _, d := range come {
		for _, s := range callings(d.Document) {
			now := change(s)
			i, _ := place(now, d.Document.ID)
			now.documents = slices.Insert(now.documents, i, s.documents[0])
		}
	}
	var there []*source
	var lost []string
	for key, s := range changed {
		if len(s.documents) > 0 {
			there = append(there, s)
		} else {
			lost = append(lost, key)
		}
	}
	return ordered.With(before, there, lost)
}

// hasLetter tells whether a name has a single letter that is no article.
func hasLetter(name string) bool {
	return slices.ContainsFunc(words.Of(name), func(w words.Word) bool { return w.Stop && len(w.Folded) == 1 && w.Folded != "a" })
}

// markSources finds the documents that a question names behind "according to"
// and the like.
func (r *Reader) markSources(s *sentence) []string {
	var ids []string
	for _, lead := range sourceLeads {
		for at := s.find(lead.words, 0); at >= 0; at = s.find(lead.words, at+1) {
			from := at + len(lead.words)
			longest := 0
			var found []string
			for _, src := range r.sources {
				end := s.follows(src.stems, from)
				switch {
				case end == 0 || end < longest:
				case !lead.sure && (len(src.stems) == 1 || src.partial()):
				case lead.speaks && !sayingForms[s.folded(end)]:
				default:
					if end > longest {
						longest, found = end, nil
					}
					for _, c := range src.documents {
						found = append(found, c.id)
					}
				}
			}
			for i := at; i < longest; i++ {
				s.use[i] = isName
			}
			ids = append(ids, found...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// sourceLeads are the words behind which a question names a source: only
// behind sure ones is a single word taken for one, and behind some it must go
// on with a verb of saying.
var sourceLeads = []struct {
	words        []string
	sure, speaks bool
}{
	{[]string{"according", "to"}, true, false}, {[]string{"published", "in"}, true, false}, {[]string{"published", "by"}, true, false},
	{[]string{"reported", "by"}, true, false}, {[]string{"reported", "in"}, true, false}, {[]string{"article", "in"}, true, false}, {[]string{"article", "by"}, true, false},
	{[]string{"pasak"}, true, false}, {[]string{"anot"}, true, false}, {[]string{"pagal"}, true, false}, {[]string{"wedlug"}, true, false}, {[]string{"согласно"}, true, false},
	{[]string{"по", "данным"}, true, false}, {[]string{"паводле"}, true, false},
	{[]string{"in", "the"}, false, false}, {[]string{"from", "the"}, false, false}, {[]string{"does", "the"}, false, true}, {[]string{"did", "the"}, false, true},
}
