package index

import (
	"fmt"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/whitespace"
	"github.com/blevesearch/bleve/v2/mapping"

	"dossierbot/corpus"
	"dossierbot/index/words"
)

// The fields of a passage in bleve. The text fields hold words that package
// words has cut, so that bleve only parts them at the spaces.
const (
	fieldFolded   = "folded"   // words without case and diacritics
	fieldStem     = "stem"     // their stems, without stop words
	fieldTitle    = "title"    // stems of the document's title
	fieldDocument = "document" // id of the document
	fieldKey      = "key"      // key of the passage
	fieldFirst    = "first"    // "1" on the first passage of each document
	fieldActor    = "actor"    // actors named in it, or speaking
	fieldSpeaker  = "speaker"  // actors who say something in it, the document's author among them
	// fieldWhen pairs who with when: bleve keeps no pairs between the values
	// of two fields. Its terms are as whenTerm makes them.
	fieldWhen   = "when"
	fieldRecord = "record" // stored only
)

// schema is raised whenever what is indexed or stored changes.
const schema = 7

func newMapping() (mapping.IndexMapping, error) {
	m := bleve.NewIndexMapping()
	m.ScoringModel = "bm25"
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	const cut = "cut"
	if err := m.AddCustomAnalyzer(cut, map[string]any{"type": custom.Name, "tokenizer": whitespace.Name}); err != nil {
		return nil, fmt.Errorf("make the analyzer: %w", err)
	}
	add := func(field, analyzer string) {
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.IncludeInAll, f.IncludeTermVectors, f.DocValues = analyzer, false, false, false, false
		m.DefaultMapping.AddFieldMappingsAt(field, f)
	}
	for _, field := range []string{fieldFolded, fieldStem, fieldTitle} {
		add(field, cut)
	}
	for _, field := range []string{fieldDocument, fieldKey, fieldFirst, fieldActor, fieldSpeaker, fieldWhen} {
		add(field, keyword.Name)
	}
	stored := bleve.NewTextFieldMapping()
	stored.Index, stored.Store, stored.IncludeInAll, stored.IncludeTermVectors, stored.DocValues = false, true, false, false, false
	m.DefaultMapping.AddFieldMappingsAt(fieldRecord, stored)
	return m, nil
}

// fieldsOf makes the fields of a passage.
func fieldsOf(r record) (map[string]any, error) {
	stored, err := r.encode()
	if err != nil {
		return nil, err
	}
	folded, stems := wordsOf(r.Passage.Text)
	_, title := wordsOf(r.Document.Title)
	fields := map[string]any{
		fieldFolded: folded, fieldStem: stems, fieldTitle: title,
		fieldDocument: r.Document.ID, fieldKey: r.Passage.Key, fieldRecord: stored,
	}
	if r.Passage.Number == 1 {
		fields[fieldFirst] = "1"
	}
	actors, speakers, when := set{}, set{}, set{}
	for _, m := range r.Passage.Mentions {
		actors.add(m.Actor)
	}
	when.addAll(whenTerms("", Published, r.Document.Published))
	when.addAll(whenTerms("", Said, r.Document.Published))
	if author := r.Document.AuthorID; author != "" {
		speakers.add(author)
		when.addAll(whenTerms(author, Said, r.Document.Published))
	}
	for _, s := range r.Passage.Statements {
		when.addAll(whenTerms("", Said, s.Said))
		if s.Speaker != "" {
			actors.add(s.Speaker)
		}
		for _, key := range speakerKeys(s) {
			speakers.add(key)
			when.addAll(whenTerms(key, Said, s.Said))
		}
	}
	for _, e := range eventsOf(r.Document, r.Passage) {
		when.addAll(whenTerms("", Event, e))
	}
	fields[fieldActor], fields[fieldSpeaker], fields[fieldWhen] = actors.list(), speakers.list(), when.list()
	return fields, nil
}

func wordsOf(text string) (folded, stems string) {
	var f, s []string
	for _, w := range words.Of(text) {
		f = append(f, w.Folded)
		if !w.Stop {
			s = append(s, w.Stem)
		}
	}
	return strings.Join(f, " "), strings.Join(s, " ")
}

// whenTerm pairs an actor (empty: anyone) with a month ("2025-11") or a year.
func whenTerm(actor string, d Dimension, period string) string {
	return actor + "|" + string(d) + "|" + period
}

// whenTerms are the terms of every month and year that a date covers. A date
// open on a side has none: it says too little to be searched by.
func whenTerms(actor string, dim Dimension, date corpus.Date) []string {
	var terms []string
	for _, period := range append(date.Months(), date.Years()...) {
		terms = append(terms, whenTerm(actor, dim, period))
	}
	return terms
}

// set is a list of different strings in the order of their coming.
type set map[string]int

func (s set) add(v string) {
	if _, ok := s[v]; !ok {
		s[v] = len(s)
	}
}

func (s set) addAll(vs []string) {
	for _, v := range vs {
		s.add(v)
	}
}

func (s set) list() []string {
	out := make([]string, len(s))
	for v, i := range s {
		out[i] = v
	}
	return out
}
