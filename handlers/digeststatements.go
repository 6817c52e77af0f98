package handlers

import (
	"cmp"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/corpus/versions"
	"dossierbot/index/words"
)

// What may be told of a statement otherwise than before (StatementCorrected).
const (
	ChangedWords   = "words"
	ChangedSpeaker = "speaker"
	ChangedSaid    = "said"
	ChangedKind    = "kind" // whether it is quoted or reported
)

// mostPaired is how many statements, of those that are gone by those that are
// new, are held against each other for the same words in part.
const mostPaired = 10_000

// said are all statements of a change.
func (c *changed) said() []DigestStatement {
	all := slices.Concat(c.Statements, c.Gone)
	for _, k := range c.Corrected {
		all = append(all, k.Before, k.After)
	}
	return all
}

// compareStatements finds which statements are new, gone and told otherwise. Of
// those that read the same but for a typing slip nothing is told.
func (h *Handlers) compareStatements(c *changed) {
	before, after := saidIn(c.before), saidIn(c.after)
	byWords := map[string][]*saying{}
	for i := range before {
		byWords[before[i].words] = append(byWords[before[i].words], &before[i])
	}
	for _, exactly := range []bool{true, false} {
		for i := range after {
			for _, was := range byWords[after[i].words] {
				if after[i].before == nil && !was.paired && (!exactly || len(was.differs(after[i])) == 0) {
					after[i].before, was.paired = was, true
				}
			}
		}
	}
	for _, p := range h.reworded(before, after) {
		if p.is.before == nil && !p.was.paired {
			p.is.before, p.was.paired = p.was, true
		}
	}
	var fresh, gone []corpus.Statement
	for i := range after {
		is := &after[i]
		if is.before == nil {
			fresh = append(fresh, is.Statement)
			continue
		}
		what := is.before.differs(*is)
		if is.words != is.before.words && !h.compareWords(is.before, is).Slips() {
			what = append([]string{ChangedWords}, what...)
		}
		if len(what) > 0 {
			was := withoutPlaces([]DigestStatement{h.digestStatement(c.before, is.before.Statement)})
			c.Corrected = append(c.Corrected, StatementCorrected{Changed: what, Before: was[0], After: h.digestStatement(c.after, is.Statement)})
		}
	}
	for i := range before {
		if !before[i].paired {
			gone = append(gone, before[i].Statement)
		}
	}
	c.Statements = h.digestStatements(c.after, fresh)
	c.Gone = withoutPlaces(h.digestStatements(c.before, gone))
}

// rewording is two statements that may be one, told otherwise.
type rewording struct {
	was, is *saying
	share   float64 // of the words that differ
}

// reworded are, of the statements that have no other version yet, those that may
// be versions of each other, the most alike first.
func (h *Handlers) reworded(before, after []saying) []rewording {
	if left(before)*left(after) > mostPaired {
		return nil
	}
	var all []rewording
	for i := range after {
		for k := range before {
			is, was := &after[i], &before[k]
			if is.before != nil || was.paired || !is.sameSpeaker(was) {
				continue
			}
			if share := h.compareWords(was, is).Share(); share < mostReworded {
				all = append(all, rewording{was, is, share})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b rewording) int { return cmp.Compare(a.share, b.share) })
	return all
}

// mostReworded is how much of the words of a statement may be replaced for it to
// be the same of that speaker, told otherwise.
const mostReworded = 0.4

// saying is a statement with what it is known again by.
type saying struct {
	corpus.Statement
	text   string // the words said
	words  string // the same, folded
	paired bool
	before *saying // what it is a later version of
}

func saidIn(v version) []saying {
	out := make([]saying, len(v.Statements))
	for i, s := range v.Statements {
		var texts, folded []string
		for _, span := range s.Spans {
			text := v.Text[span.Start:span.End]
			texts = append(texts, text)
			for _, w := range words.Of(text) {
				folded = append(folded, w.Folded)
			}
		}
		out[i] = saying{Statement: s, text: strings.Join(texts, "\n"), words: strings.Join(folded, " ")}
	}
	return out
}

func left(all []saying) int {
	n := 0
	for i := range all {
		if !all[i].paired && all[i].before == nil {
			n++
		}
	}
	return n
}

func (h *Handlers) compareWords(was, is *saying) versions.Comparison {
	return versions.Compare(was.text, is.text, h.isName)
}

func (s *saying) sameSpeaker(o *saying) bool {
	return s.Speaker == o.Speaker && (s.Speaker != "" || names.Fold(s.SpeakerText) == names.Fold(o.SpeakerText))
}

// differs says what is told of two statements otherwise, beside their words. A
// date that both have only from the document changes with it: that is told of
// the document.
func (s *saying) differs(o saying) []string {
	var what []string
	if !s.sameSpeaker(&o) {
		what = append(what, ChangedSpeaker)
	}
	if !(s.Latest && o.Latest) && s.When() != o.When() {
		what = append(what, ChangedSaid)
	}
	if s.Kind != o.Kind {
		what = append(what, ChangedKind)
	}
	return what
}

// digestStatements makes statements of a reply, in the order of the text; those
// by one speaker in the same sentences are one.
func (h *Handlers) digestStatements(v version, statements []corpus.Statement) []DigestStatement {
	out := []DigestStatement{}
	for _, s := range statements {
		one := h.digestStatement(v, s)
		same := func(o DigestStatement) bool {
			return o.Start == one.Start && o.End == one.End && o.Name == one.Name && o.When == one.When
		}
		if i := slices.IndexFunc(out, same); i >= 0 {
			out[i].Spans = append(out[i].Spans, one.Spans...)
			slices.SortFunc(out[i].Spans, func(a, b [2]int) int { return a[0] - b[0] })
			continue
		}
		out = append(out, one)
	}
	slices.SortStableFunc(out, func(a, b DigestStatement) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// digestStatement is a statement by itself, with all the sentences it stands
// in, of however many passages.
func (h *Handlers) digestStatement(v version, s corpus.Statement) DigestStatement {
	out := DigestStatement{
		Form: v.Form, Spans: [][2]int{}, Speaker: Optional(s.Speaker), Name: h.speakerOf(s), Kind: s.Kind,
		Said: s.Said, SaidWhy: Optional(s.Said.Why), Latest: s.Latest, When: s.When(), AlsoIn: []AlsoIn{},
	}
	for _, span := range s.Spans {
		out.Spans = append(out.Spans, [2]int{span.Start, span.End})
	}
	around := s.Span()
	for _, hit := range v.hits {
		if !hit.Passage.Overlaps(s.Span()) {
			continue
		}
		here := sentencesAround(hit.Passage, s)
		if out.Passage == "" {
			out.Passage, out.Key, around = Optional(hit.Passage.ID), Optional(hit.Passage.Key), here
		}
		around.End = max(around.End, here.End)
	}
	out.Start, out.End, out.Text = around.Start, around.End, v.Text[around.Start:around.End]
	out.Topics = h.topics.in(out.Text)
	if s.Speaker != "" {
		out.Office = h.office(s.Speaker, s.Said)
	}
	return out
}

// withoutPlaces takes the passages off statements of an earlier version: what
// has their numbers now may be others.
func withoutPlaces(statements []DigestStatement) []DigestStatement {
	for i := range statements {
		statements[i].Passage, statements[i].Key = "", ""
	}
	return statements
}

// sayTogether tells who said what is new, and in which documents the same words
// stand.
func (h *Handlers) sayTogether(r *DigestReply) {
	type place struct{ document, statement int }
	first := map[string][]place{} // speaker and words to where they stand first
	by := map[string]int{}        // speaker to the place in ByActor
	for i := range r.Documents {
		for k := range r.Documents[i].Statements {
			s := &r.Documents[i].Statements[k]
			if s.Name == "" {
				continue
			}
			speaker := cmp.Or(string(s.Speaker), names.Fold(s.Name))
			key := speaker + "\n" + s.wordsSaid()
			again := func(p place) bool {
				return p.document != i && sameOccasionOf(r.Documents[p.document].Statements[p.statement], *s)
			}
			if at := slices.IndexFunc(first[key], again); at >= 0 {
				p := first[key][at]
				d, of := r.Documents[i], &r.Documents[p.document].Statements[p.statement]
				of.AlsoIn = append(of.AlsoIn, AlsoIn{Document: d.Document, Passage: string(s.Passage), Title: d.Title, Source: d.Source, Published: d.Published})
				continue
			}
			if s.Kind == corpus.Direct {
				first[key] = append(first[key], place{i, k})
			}
			at, ok := by[speaker]
			if !ok {
				at = len(r.ByActor)
				by[speaker] = at
				r.ByActor = append(r.ByActor, ActorNews{Actor: s.Speaker, Name: s.Name, Office: h.officeNow(string(s.Speaker)), Statements: []StatementRef{}})
			}
			r.ByActor[at].Count++
			r.ByActor[at].Statements = append(r.ByActor[at].Statements, StatementRef{i, k})
		}
	}
	slices.SortStableFunc(r.ByActor, func(a, b ActorNews) int {
		return cmp.Or(b.Count-a.Count, strings.Compare(names.Fold(a.Name), names.Fold(b.Name)))
	})
}

// wordsSaid are the words of a statement, folded.
func (s DigestStatement) wordsSaid() string {
	var out []string
	for _, span := range s.Spans {
		for _, w := range words.Of(s.Text[max(span[0]-s.Start, 0):max(min(span[1], s.End)-s.Start, 0)]) {
			out = append(out, w.Folded)
		}
	}
	return strings.Join(out, " ")
}

// sameOccasionOf is sameOccasion of statements of two documents.
func sameOccasionOf(a, b DigestStatement) bool {
	return a.Form == b.Form && (!a.Said.Known() || !b.Said.Known() || a.Said.Overlaps(b.Said))
}
