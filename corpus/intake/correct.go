package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
)

// corrector applies an editor's corrections to the statements of a document
// whose text is the plain one.
type corrector struct {
	d         *corpus.Document
	words     wordList
	sentences []corpus.Span
	found     []corrected
}

// corrected is a statement with the corrections that were applied to it.
type corrected struct {
	corpus.Statement
	by []correction
}

// correct applies corrections to the statements of a document, and gives the
// dates that they state, by the number of the statement. It comes before the
// statements are dated, for a date may follow from who spoke. A correction that
// cannot be applied is a fault, and becomes a warning of the document.
func (f *Folder) correct(d *corpus.Document, sentences []corpus.Span, corrections []correction) (map[int]corpus.Date, []*FileError) {
	if len(corrections) == 0 {
		return nil, nil
	}
	c := corrector{d: d, words: wordsOf(d.Text), sentences: sentences}
	for _, s := range d.Statements {
		c.found = append(c.found, corrected{Statement: s})
	}
	var faults []*FileError
	// Speakers come first: they may make the statement that a date is about.
	for _, says := range []string{"speaker", "said", "drop"} {
		for _, k := range corrections {
			if k.says() != says {
				continue
			}
			if fault := c.apply(k, f.dossier); fault != nil {
				faults = append(faults, fault)
			}
		}
	}
	slices.SortFunc(faults, func(a, b *FileError) int { return cmp.Compare(a.Line, b.Line) })
	for _, fault := range faults {
		d.Warnings = append(d.Warnings, fault.Error())
	}
	slices.SortStableFunc(c.found, func(a, b corrected) int { return cmp.Compare(a.Span().Start, b.Span().Start) })
	d.Statements = nil
	said := map[int]corpus.Date{}
	for _, s := range c.found {
		if slices.ContainsFunc(s.by, func(k correction) bool { return k.Drop }) {
			continue
		}
		for _, k := range s.by {
			if k.Said.Known() {
				said[len(d.Statements)] = k.Said
			}
		}
		d.Statements = append(d.Statements, s.Statement)
	}
	return said, faults
}

// apply applies a correction to the one statement that begins with its words,
// or makes one of them.
func (c *corrector) apply(k correction, dossier *corpus.Dossier) *FileError {
	refuse := func(what, do string) *FileError {
		return &FileError{CorrectionsFile, k.line, fmt.Sprintf("the quote %s %s", shortened(k.Quote), what), do}
	}
	const longer = "quote as many words as tell it from the others"
	quote := quotedWords(k.Quote)
	begun := c.begunBy(quote)
	if len(begun) > 1 {
		return refuse(fmt.Sprintf("begins %d statements of the document", len(begun)), longer)
	}
	if len(begun) == 0 {
		places := c.words.places(quote)
		switch {
		case len(places) == 0:
			return refuse("is not in the text of the document", "copy the first words of the statement from there, or take the entry out")
		case len(places) > 1:
			return refuse(fmt.Sprintf("begins no statement, and stands in the document %d times", len(places)), longer)
		}
		if i := slices.IndexFunc(c.found, func(s corrected) bool { return within(s.Spans, places[0]) }); i >= 0 {
			return refuse("stands in the middle of a statement", "quote its first words, "+shortened(c.textOf(c.found[i].Spans)))
		}
		if k.Speaker == "" {
			return refuse("begins no statement of the document", "make it one by an entry that names its speaker, or take this one out")
		}
		begun = append(begun, len(c.found))
		c.found = append(c.found, corrected{Statement: c.made(places[0])})
	}
	s := &c.found[begun[0]]
	for _, o := range s.by {
		if o.says() == k.says() || k.Drop {
			return refuse(fmt.Sprintf("begins a statement that line %d corrects otherwise", o.line), "take one of the two entries out")
		}
	}
	s.by = append(s.by, k)
	if k.Speaker != "" {
		c.giveTo(&s.Statement, k, dossier)
	}
	return nil
}

// begunBy are the numbers of the statements that begin with the words of a
// quote. It may run on past the statement's end, and over the words that
// interrupt it or leave them out.
func (c *corrector) begunBy(quote string) []int {
	const conjunction = " that "
	var out []int
	for i, s := range c.found {
		first := c.words.from(s.Span().Start)
		begins := c.words.begin(first, quote) || len(s.Spans) > 1 && strings.HasPrefix(c.words.within(s.Spans), quote)
		if !begins && c.words.begin(first, conjunction) {
			begins = first+1 < c.words.from(s.Span().End) && c.words.begin(first+1, quote)
		}
		if begins {
			out = append(out, i)
		}
	}
	return out
}

func (c *corrector) textOf(spans []corpus.Span) string {
	return c.d.Text[spans[0].Start:spans[0].End]
}

// giveTo makes an actor the speaker of a statement. The name of whom the text
// was taken to mean goes, and so does its place. An actor who is listed no more
// is known by the name alone.
func (c *corrector) giveTo(s *corpus.Statement, k correction, dossier *corpus.Dossier) {
	if s.Speaker == k.Speaker && s.SpeakerText != "" {
		return
	}
	id, name := "", k.name
	if actor, err := dossier.Actor(k.Speaker); err == nil {
		id, name = actor.ID, actor.Name
	}
	s.Speaker, s.SpeakerText = id, name
	if slices.ContainsFunc(c.d.Mentions, func(m corpus.Mention) bool { return m.Actor != id && s.SpeakerSpan.Overlaps(m.Span) }) {
		s.SpeakerSpan = corpus.Span{}
	}
}

// made is the statement that begins with words in no statement: the quotation
// that they open, or else the rest of their sentence, up to the next statement.
func (c *corrector) made(place corpus.Span) corpus.Statement {
	text := c.d.Text
	next := len(text)
	for _, s := range c.found {
		for _, said := range s.Spans {
			if said.Start >= place.End {
				next = min(next, said.Start)
			}
		}
	}
	if opening, n := utf8.DecodeLastRuneInString(text[:place.Start]); closersOf(opening) != "" {
		paragraph := text[place.Start:next]
		if end := manyBreaks.FindStringIndex(paragraph); end != nil {
			paragraph = paragraph[:end[0]]
		}
		if i := strings.IndexAny(paragraph, closersOf(opening)); i >= 0 {
			_, closing := utf8.DecodeRuneInString(paragraph[i:])
			span := corpus.Span{Start: place.Start - n, End: place.Start + i + closing}
			return corpus.Statement{Spans: []corpus.Span{span}, Kind: corpus.Direct}
		}
	}
	span := corpus.Span{Start: place.Start, End: place.End}
	if i := sentenceAt(c.sentences, place.End-1); i >= 0 {
		span.End = max(span.End, min(next, c.sentences[i].End))
	}
	span.End = place.End + len(strings.TrimRightFunc(text[place.End:span.End], unicode.IsSpace))
	s := corpus.Statement{Spans: []corpus.Span{span}, Kind: corpus.Reported}
	if strings.ContainsAny(text[span.Start:span.End], `"“”„«»`) {
		s.Kind = corpus.Mixed
	}
	return s
}

// closersOf are the marks that close a quotation which a mark opens; empty
// where it opens none. Single marks may be apostrophes.
func closersOf(mark rune) string {
	switch mark {
	case '"':
		return `"`
	case '“', '„':
		return "“”"
	case '«':
		return "»"
	case '»':
		return "«"
	}
	return ""
}
