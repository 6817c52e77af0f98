package handlers

import (
	"context"
	"slices"
	"strings"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/handlers/store"
)

// CheckFilter makes a filter that Digest takes of one with names as people write
// them: ids of actors and topics; of sources the publisher or author as the
// documents have it, or a document's id. Its error is a *Problem that says what
// is not known or not clear, and what is nearest.
func (h *Handlers) CheckFilter(ctx context.Context, f store.Filter) (store.Filter, error) {
	var out store.Filter
	for _, name := range f.Actors {
		id, err := h.actorNamed(name)
		if err != nil {
			if _, found := h.actorMeant(name); h.nearNames(found) == "" { // none that sounds like it
				var names []string
				for a := range h.everybody() {
					names = append(names, a.Name)
				}
				slices.Sort(names)
				err = offering(err, name, names)
			}
			return store.Filter{}, err
		}
		out.Actors = appendNew(out.Actors, id)
	}
	for _, name := range f.Topics {
		topic, err := h.topicNamed(name)
		if err != nil {
			var known []string
			for _, t := range h.dossier.Topics {
				known = append(known, t.Name)
			}
			return store.Filter{}, offering(err, name, known)
		}
		out.Topics = appendNew(out.Topics, topic.ID)
	}
	for _, name := range f.Sources {
		sources := h.sourcesMeant(name)
		if len(sources) == 0 {
			_, err := h.sourceNamed(name)
			var known []string
			for _, d := range h.documents {
				known = append(known, d.Document.Source, d.Document.Title, d.Document.Author, d.Document.Name, d.Document.ID)
			}
			return store.Filter{}, offering(err, name, known)
		}
		for _, source := range sources {
			out.Sources = appendNew(out.Sources, source)
		}
	}
	out.Question = strings.TrimSpace(f.Question)
	if out.Question == "" {
		return out, ctx.Err()
	}
	switch reading := h.questions.Read(out.Question, h.now()); {
	case reading.NoDate != "":
		return store.Filter{}, noDate(reading.NoDate)
	case reading.Cut:
		return store.Filter{}, &Problem{What: "The question is too long", Do: "Ask in a sentence", Example: h.someQuestion()}
	case len(reading.Ambiguous) > 1:
		return store.Filter{}, &Problem{What: h.ambiguous(reading.Named, h.candidates(reading.Ambiguous)), Do: "Give the full name", Example: h.nameOf(reading.Ambiguous[0].Actor)}
	case reading.Empty():
		return store.Filter{}, &Problem{What: "The question names nothing to look for: no person, no date, no subject", Do: "Ask for something", Example: h.someQuestion()}
	}
	return out, ctx.Err()
}

func appendNew(list []string, v string) []string {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}

// offering gives a problem with a name the known one that is most like it for an
// example, where one is.
func offering(err error, name string, known []string) error {
	p, ok := err.(*Problem)
	if !ok {
		return err
	}
	const least = 0.3
	best := least
	for _, k := range known {
		if like := likeness(names.Fold(name), names.Fold(k)); like > best {
			best, p.Example = like, k
		}
	}
	return p
}

// likeness is the share of pairs of neighbouring letters that two texts have in
// common, from 0 to 1 (Dice's coefficient).
func likeness(a, b string) float64 {
	pairs := func(text string) map[[2]rune]bool {
		all, runes := map[[2]rune]bool{}, []rune(text)
		for i := 1; i < len(runes); i++ {
			all[[2]rune{runes[i-1], runes[i]}] = true
		}
		return all
	}
	x, y := pairs(a), pairs(b)
	both := 0
	for p := range x {
		if y[p] {
			both++
		}
	}
	return 2 * float64(both) / float64(max(1, len(x)+len(y)))
}

// sourcesMeant are what a name of a source means: the document of that id, short
// id or title, or else the publisher or author of that name, or else the
// publishers in whose names the words stand, or else the documents in whose
// titles they do.
func (h *Handlers) sourcesMeant(name string) []string {
	folded := names.Fold(strings.TrimSpace(name))
	is := func(text string) bool { return text != "" && names.Fold(text) == folded }
	has := func(text string) bool { return len(placesOf(text, name)) > 0 }
	for _, meant := range []func(corpus.Document) string{
		func(d corpus.Document) string { return meantText(d.ID, is(d.ID) || is(d.Name) || is(d.Title)) },
		func(d corpus.Document) string { return meantText(d.Source, is(d.Source)) },
		func(d corpus.Document) string { return meantText(d.Author, is(d.Author)) },
		func(d corpus.Document) string { return meantText(d.Source, has(d.Source)) },
		func(d corpus.Document) string { return meantText(d.ID, has(d.Title)) },
	} {
		var out []string
		for _, d := range h.documents {
			if source := meant(d.Document); source != "" {
				out = appendNew(out, source)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// meantText is a text where it is meant, and else empty.
func meantText(text string, meant bool) string {
	if meant {
		return text
	}
	return ""
}

// asked is what a filter asks for. Of several kinds each must be met, of one
// kind any.
type asked struct {
	store.Filter
	h *Handlers
}

// everything tells whether there is no filter.
func (a asked) everything() bool { return a.bySource() && len(a.Sources) == 0 }

// bySource tells whether the filter asks for nothing but sources.
func (a asked) bySource() bool { return len(a.Actors)+len(a.Topics) == 0 && a.Question == "" }

// from tells whether a document, as it is or was, is of the sources asked for.
func (a asked) from(c *changed) bool {
	return a.fromAny(c.before.Document) || a.fromAny(c.after.Document)
}

func (a asked) fromAny(d corpus.Document) bool {
	if len(a.Sources) == 0 {
		return true
	}
	return slices.ContainsFunc(a.Sources, func(source string) bool {
		folded := names.Fold(source)
		return source == d.ID || d.Name != "" && source == d.Name || d.Source != "" && names.Fold(d.Source) == folded || d.Author != "" && names.Fold(d.Author) == folded
	})
}

// wants tells whether a change is asked for, and leaves of it what is.
func (a asked) wants(c *changed) bool {
	if !a.from(c) || a.Question != "" && (c.Change == corpus.Withdrawn || len(c.fresh) == 0) {
		return false
	}
	actor := func(n ActorNamed) bool { return slices.Contains(a.Actors, n.Actor) }
	if len(a.Actors) > 0 && !slices.ContainsFunc(c.Speaking, actor) && !slices.ContainsFunc(c.Mentioned, actor) {
		return false
	}
	topic := func(t TopicEntry) bool { return slices.Contains(a.Topics, t.Topic) }
	if len(a.Topics) > 0 && !slices.ContainsFunc(c.Topics, topic) {
		return false
	}
	if len(a.Actors)+len(a.Topics) > 0 && a.Question == "" {
		if a.keep(c, true) == 0 {
			a.keep(c, false)
		}
	}
	return true
}

// keep leaves of a change what is by or about the actors and on the topics asked
// for, or either where that is not needed together, and gives how much that is.
// Nothing is left out where it would be all.
func (a asked) keep(c *changed, together bool) int {
	matches := func(v version, at corpus.Span, speaker Optional, topics []string) bool {
		by := len(a.Actors) == 0 || slices.Contains(a.Actors, string(speaker)) || slices.ContainsFunc(v.Mentions, func(m corpus.Mention) bool {
			return !m.Ambiguous && at.Contains(m.Span) && slices.Contains(a.Actors, m.Actor)
		})
		on := len(a.Topics) == 0 || slices.ContainsFunc(topics, func(t string) bool { return slices.Contains(a.Topics, t) })
		if together {
			return by && on
		}
		return by && len(a.Actors) > 0 || on && len(a.Topics) > 0
	}
	said := func(v version) func(DigestStatement) bool {
		return func(s DigestStatement) bool {
			return matches(v, corpus.Span{Start: s.Start, End: s.End}, s.Speaker, s.Topics)
		}
	}
	wanted := func(all []DigestStatement, is func(DigestStatement) bool) []DigestStatement {
		out := []DigestStatement{}
		for _, s := range all {
			if s.Asked = is(s); s.Asked {
				out = append(out, s)
			}
		}
		return out
	}
	was, is := said(c.before), said(c.after)
	statements, gone := wanted(c.Statements, is), wanted(c.Gone, was)
	corrected, edits := []StatementCorrected{}, []TextChange{}
	for _, k := range c.Corrected {
		k.Before.Asked, k.After.Asked = was(k.Before), is(k.After)
		if k.Before.Asked || k.After.Asked {
			corrected = append(corrected, k)
		}
	}
	read := func(v version, e Excerpt) bool {
		return e.Text != "" && matches(v, corpus.Span{Start: e.Start, End: e.End}, "", a.h.topics.in(e.Text))
	}
	for _, e := range c.Edits {
		if read(c.before, e.was) || read(c.after, Excerpt{Start: e.Start, End: e.End, Text: e.After}) {
			edits = append(edits, e)
		}
	}
	var excerpts []Excerpt
	if len(statements)+len(gone)+len(corrected)+len(edits) == 0 {
		excerpts = c.excerpts(func(e Excerpt) bool { return read(c.after, e) })
	}
	n := len(statements) + len(gone) + len(corrected) + len(edits)
	if n+len(excerpts) == 0 {
		return 0
	}
	c.More = len(c.Statements) + len(c.Gone) + len(c.Corrected) + len(c.Edits) - n
	c.Statements, c.Gone, c.Corrected, c.Edits, c.Excerpts = statements, gone, corrected, edits, append(c.Excerpts, excerpts...)
	return n + len(excerpts)
}

// mostExcerpts is how many sentences are shown where nobody says them.
const mostExcerpts = 3

// excerpts are the first sentences of what is new that are wanted.
func (c *changed) excerpts(wanted func(Excerpt) bool) (out []Excerpt) {
	for _, hit := range c.after.hits {
		p := hit.Passage
		if !overlapsAny(p.Span, c.fresh) {
			continue
		}
		for _, sentence := range corpus.Sentences(p.Text) {
			at := corpus.Span{Start: sentence.Start + p.Start, End: sentence.End + p.Start}
			if at.Len() == 0 || !overlapsAny(at, c.fresh) {
				continue
			}
			at = trimmed(p, at)
			e := Excerpt{Passage: p.ID, Key: p.Key, Start: at.Start, End: at.End, Text: c.after.Text[at.Start:at.End]}
			if wanted(e) {
				out = append(out, e)
			}
			if len(out) == mostExcerpts {
				return out
			}
		}
	}
	return out
}
