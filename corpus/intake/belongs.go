package intake

import (
	"regexp"
	"strings"

	"dossierbot/corpus"
)

var (
	// otherwise are words beside a verb that tell of another time than that
	// of the occasion.
	otherwise = regexp.MustCompile(`(?i)\b(?:earlier|previously|formerly|repeatedly|often|once|always|long|already|later|afterwards|subsequently|meanwhile|since|recently|today|now)\b|\b(?:in the past|for years)\b`)
	perfect   = regexp.MustCompile(`(?i)\b(?:has|have|had|is|are)\b`)
)

// belongs tells whether a statement without a date of its own was made on its
// speaker's occasion. Of words in the present tense only those in writing are:
// a text goes on to say what is said in it.
func (o occasions) belongs(d *corpus.Document, sentences []corpus.Span, i int) bool {
	s := d.Statements[i]
	on, found := o.of[s.Speaker]
	if !found {
		return false
	}
	cue := d.Text[s.Cue.Start:s.Cue.End]
	if perfect.MatchString(cue) || !on.medium.written && present.MatchString(cue) || otherwise.MatchString(around(d, sentences, i)) {
		return false
	}
	from := window(d, sentences, i)
	for _, t := range inside(d.Times, from, func(t corpus.Time) corpus.Span { return t.Span }) {
		if !within(s.Spans, t.Span) && !s.SpeakerSpan.Contains(t.Span) && !t.Interval.Overlaps(on.date) {
			return false
		}
	}
	return true
}

// sentenceOf is the sentence with a statement's verb, or else its first words.
func sentenceOf(d *corpus.Document, sentences []corpus.Span, i int) corpus.Span {
	s := d.Statements[i]
	at := s.Cue.Start
	if s.Cue.Len() == 0 {
		at = s.Span().Start
	}
	if n := sentenceAt(sentences, at); n >= 0 {
		return sentences[n]
	}
	return s.Span()
}

// window is what of a statement's sentence is within reach of its verb.
func window(d *corpus.Document, sentences []corpus.Span, i int) corpus.Span {
	s, sentence := d.Statements[i], sentenceOf(d, sentences, i)
	cue := s.Cue
	if cue.Len() == 0 {
		cue = corpus.Span{Start: s.Span().Start, End: s.Span().Start}
	}
	return corpus.Span{Start: max(sentence.Start, cue.Start-reach), End: min(sentence.End, cue.End+reach)}
}

// around are the words within reach of a statement's verb that are not what
// was said.
func around(d *corpus.Document, sentences []corpus.Span, i int) string {
	w := window(d, sentences, i)
	var b strings.Builder
	at := w.Start
	for _, s := range d.Statements[i].Spans {
		if s.End <= at || s.Start >= w.End {
			continue
		}
		b.WriteString(strings.ToValidUTF8(d.Text[at:max(at, s.Start)], " "))
		b.WriteByte(' ')
		at = min(w.End, s.End)
	}
	b.WriteString(strings.ToValidUTF8(d.Text[at:w.End], " "))
	return b.String()
}
