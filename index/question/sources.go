package question

import (
	"slices"
	"strings"

	"dossierbot/index"
	"dossierbot/index/words"
)

// source is what a question may call some of the documents: a publisher, or a
// title.
type source struct {
	stems     []string
	partial   bool // the stems leave out a letter that stands for itself: "M (James Bond)"
	documents []string
}

func sourcesOf(documents []*index.DocumentEntry) []source {
	var out []source
	at := map[string]int{}
	add := func(name, document string, title bool) {
		stems := stemsOf(name)
		if len(stems) == 0 || title && len(stems) == 1 { // a title of one word is too little to be told from the word
			return
		}
		key := strings.Join(stems, " ")
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, source{stems: stems, partial: hasLetter(name)})
		}
		out[i].documents = appendNew(out[i].documents, document)
	}
	for _, d := range documents {
		for _, name := range strings.FieldsFunc(d.Document.Source, func(r rune) bool { return r == ';' || r == '(' || r == ')' }) {
			add(name, d.Document.ID, false)
		}
		add(d.Document.Title, d.Document.ID, true)
	}
	return out
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
				if !lead.sure && (len(src.stems) == 1 || src.partial) {
					continue
				}
				switch end := s.follows(src.stems, from); {
				case lead.speaks && end > 0 && !sayingForms[s.folded(end)]:
				case end > longest:
					longest, found = end, src.documents
				case end == longest && end > 0:
					found = append(slices.Clone(found), src.documents...)
				}
			}
			for i := at; i < longest; i++ {
				s.use[i] = isName
			}
			for _, id := range found {
				ids = appendNew(ids, id)
			}
		}
	}
	return ids
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
