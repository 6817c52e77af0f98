package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dossierbot/corpus"
)

// dateStatements says when each statement was made: by a time in the words
// that introduce it, or in those that introduce the same speaker's words right
// before; else by the one occasion on which the text tells the speaker to have
// spoken, or by the day with which the text opens; else it was said by the
// document's own date. body is where the text proper begins. An editor's dates,
// by the number of the statement, go before all of these.
func (f *Folder) dateStatements(d *corpus.Document, sentences []corpus.Span, body int, corrected map[int]corpus.Date) {
	o := openingOf(d, sentences, body)
	beside := besideEach(d, sentences)
	occasions := f.occasionsOf(d, sentences, body, beside)
	dated := false // the statement before has a date of its own
	for i := range d.Statements {
		s := &d.Statements[i]
		t := beside[i]
		found := t.Interval.Known()
		switch {
		case found:
			s.Said = t.Interval
			s.Said.Why = besideWhy(d.Text[t.Start:t.End], t.Why)
			if s.Speaker != "" && s.Speaker == d.AuthorID && d.Published.Within(s.Said) {
				s.Said = d.Published // "X wrote in 2026", in X's own text
			} else {
				s.Said = by(s.Said, d.Published)
			}
		case dated && continues(d, i):
			s.Said = d.Statements[i-1].Said
			s.Said.Basis, found = corpus.Inferred, true
			if _, ok := corrected[i-1]; ok {
				s.Said.Why = "said with the words before, whose date an editor corrected"
			}
		case !nested(d, i) && occasions.belongs(d, sentences, i):
			s.Said = occasions.of[s.Speaker].date
		case !nested(d, i) && s.Speaker != "" && o.actors[s.Speaker] && !occasions.several[s.Speaker]:
			s.Said = o.date
		case d.Published.Known():
			// What somebody else told, too, was said by then.
			s.Said, s.Latest = d.Published, true
			s.Said.Basis, s.Said.Why = corpus.Inferred, "the date of the document"
		}
		if date, ok := corrected[i]; ok {
			s.Said, s.Latest = date, false
		}
		dated = found
	}
}

// by is a date without what lies after the day by which it must have been.
func by(d, latest corpus.Date) corpus.Date {
	if d.Closed() && latest.Closed() && latest.Last.Before(d.Last) && !latest.Last.Before(d.First) {
		d.Last = latest.Last
		d.Why += ", and not after the document"
	}
	return d
}

// besideEach are the times that go with the verbs of the statements; the zero
// Time where none does.
func besideEach(d *corpus.Document, sentences []corpus.Span) []corpus.Time {
	times := make([]corpus.Time, len(d.Statements))
	for i := range d.Statements {
		times[i], _ = introduced(d, sentences, i)
	}
	return times
}

func besideWhy(words, why string) string {
	beside := fmt.Sprintf("“%s” beside the statement", words)
	if why == "" {
		return beside
	}
	return beside + ": " + why
}

// How well a time's place tells that it is that of a verb of saying.
const (
	elsewhere = iota
	fronted   // "In May 2014 X said"
	between   // "X on Monday said"
	after     // "X said on Monday"
)

// A time stands within reach of the verb, in bytes, and few others stand
// between: more are a list or a chronicle.
const (
	reach = 200
	few   = 3
)

// introduced finds the time that goes with the verb of saying of a statement:
// in its sentence, in its clause, and not part of what was said. A time after
// the document's own date tells of something else.
func introduced(d *corpus.Document, sentences []corpus.Span, i int) (best corpus.Time, found bool) {
	s := d.Statements[i]
	at := sentenceAt(sentences, s.Cue.Start)
	if at < 0 || s.Cue.Len() == 0 {
		return corpus.Time{}, false
	}
	sentence := sentences[at]
	behind, _ := slices.BinarySearchFunc(d.Times, s.Cue.End, func(t corpus.Time, end int) int { return t.Start - end })
	rank := elsewhere
	for _, t := range d.Times[max(0, behind-few):min(len(d.Times), behind+few)] {
		t = wide(d, t)
		if t.Start < max(sentence.Start, s.Cue.Start-reach) || t.End > min(sentence.End, s.Cue.End+reach) || later(t.Interval, d.Published) {
			continue
		}
		if r := place(d, sentence, i, t); r > rank {
			best, rank = t, r
		}
	}
	return best, rank > elsewhere
}

// wide is the range that a time is an end of: "between 26 and 30 May"; else the
// time.
func wide(d *corpus.Document, t corpus.Time) corpus.Time {
	for _, r := range d.Ranges {
		if r.Interval.Closed() && r.Contains(t.Span) {
			return corpus.Time{Span: r.Span, Interval: r.Interval}
		}
	}
	return t
}

// later tells whether a date lies wholly after another.
func later(d, o corpus.Date) bool {
	return o.Known() && !o.Last.IsZero() && !d.First.IsZero() && d.First.After(o.Last)
}

// place tells where a time stands beside the verb of a statement.
func place(d *corpus.Document, sentence corpus.Span, i int, t corpus.Time) int {
	s, text := d.Statements[i], d.Text
	switch {
	case s.SpeakerSpan.Contains(t.Span): // "X, elected in 2019, said"
	case t.Start >= s.Cue.End:
		if adverbial(text, t.Span) && follows(text, s, t) {
			return after
		}
	case t.End > s.Cue.Start || within(s.Spans, t.Span):
	case s.SpeakerSpan.Len() > 0 && s.SpeakerSpan.End <= t.Start:
		if beforeTime.MatchString(text[s.SpeakerSpan.End:t.Start]) && beforeVerb.MatchString(text[t.End:s.Cue.Start]) {
			return between
		}
	case s.SpeakerSpan.End > t.End && s.SpeakerSpan.End <= s.Cue.Start:
		if gap := bracketed.ReplaceAllString(text[t.End:s.Cue.Start], ""); !strings.ContainsAny(gap, ";:()\n") && fronts(d, sentence, t) && !cueWithin(d, i, t.End) {
			return fronted
		}
	}
	return elsewhere
}

var (
	beforeTime = regexp.MustCompile(`(?i)^,?\s*(?:who\s+)?(?:(?:late|early|earlier|later|back)\s+)?(?:(?:on|in|at|during)\s+)?$`)
	beforeVerb = regexp.MustCompile(`^,?\s*(?:\pL+ly\s+)?$`)
	// otherClause are marks and words by which what follows a verb belongs to
	// another clause, or to what was spoken of.
	otherClause = regexp.MustCompile(`(?i)[;:()–—"“”„«»\n]|,.|\b(?:that|which|who|whom|whose|what|how|why|when|where|while|because|although|if|whether|after|before|since|until|till|by|about|regarding|concerning|against|over|following|and|but|from)\b|^\s+(?:of|for)\b`)
	thatClause  = regexp.MustCompile(`^,?\s*that\b`)
	bracketed   = regexp.MustCompile(`\([^()\n]*\)`)
	onlyOn      = regexp.MustCompile(`(?i)^\s*(?:on|earlier on|late on)?\s*$`)
)

// follows tells whether a time behind the verb goes with it.
func follows(text string, s corpus.Statement, t corpus.Time) bool {
	gap := text[s.Cue.End:t.Start]
	if speaker := s.SpeakerSpan; speaker.Start >= s.Cue.End && speaker.End <= t.Start { // "said X, the minister, on Monday"
		gap = text[s.Cue.End:speaker.Start] + strings.TrimLeft(text[speaker.End:t.Start], ",")
	}
	if otherClause.MatchString(gap) {
		return false
	}
	for _, span := range s.Spans {
		if !span.Overlaps(t.Span) {
			continue
		}
		// The words said may be taken to begin right behind the verb.
		return thatClause.MatchString(text[t.End:]) || t.Interval.Days() == 1 && onlyOn.MatchString(gap)
	}
	return true
}

var (
	preposed = regexp.MustCompile(`(?i)(?:^|[\s(])(?:on|in|at|during|late|early|earlier|later|back|the (?:morning|evening|night|afternoon) of)\s+$`)
	bareTime = regexp.MustCompile(`(?i)^(?:between|from|yesterday|today|tonight|this|last|earlier|late|early|mon|tues|wednes|thurs|fri|satur|sun)|\bago$`)
	modifies = regexp.MustCompile(`^(?:['’]s|['’]|-\pL)`)
)

// adverbial tells whether a time stands as "on Monday" and "last week" do, and
// not as part of the name of something.
func adverbial(text string, t corpus.Span) bool {
	before := text[max(0, t.Start-40):t.Start]
	return (preposed.MatchString(before) || bareTime.MatchString(text[t.Start:t.End])) && !modifies.MatchString(text[t.End:])
}

var (
	opens   = regexp.MustCompile(`(?i)^\W*(?:(?:and|but|then|also|so|yet|as|back|only|just|already|earlier|later|late|early|shortly)\s+)*(?:(?:in|on|at|during)\s+(?:the\s+)?(?:(?:late|early)\s+)?)?$`)
	leadsIn = regexp.MustCompile(`(?i)^\W*(?:(?:speaking|writing|talking|testifying|asked)\b|(?:in|at|during) (?:an?|his|her|their) )`)
	bounds  = regexp.MustCompile(`(?i)\b(?:that|which|who|when|while|because|after|before|since|until|till|by|about|regarding|concerning|against|over|following|from|to|of)\b`)
)

// clauseMark are the marks at which the clause that a time fronts may begin.
const clauseMark = ",;:—–("

// fronts tells whether a time opens its clause: on its own, or as the time of
// a speech that the clause begins with. "After the August 2020 election" gives
// a bound and no time, and "elected in 2019" tells of something else.
func fronts(d *corpus.Document, sentence corpus.Span, t corpus.Time) bool {
	prefix := d.Text[max(sentence.Start, t.Start-reach):t.Start]
	if i := strings.LastIndexAny(prefix, clauseMark); i >= 0 {
		prefix = strings.TrimLeft(prefix[i:], clauseMark)
	}
	if opens.MatchString(prefix) {
		return strings.TrimSpace(prefix) != "" || bareTime.MatchString(d.Text[t.Start:t.End])
	}
	return leadsIn.MatchString(prefix) && !bounds.MatchString(prefix) && adverbial(d.Text, t.Span)
}

// neighbours is how many statements before and after one are asked.
const neighbours = 8

// cueWithin tells whether another statement's verb stands between an offset
// and that of statement i.
func cueWithin(d *corpus.Document, i, from int) bool {
	to := d.Statements[i].Cue.Start
	for _, o := range d.Statements[max(0, i-neighbours):min(len(d.Statements), i+neighbours)] {
		if o.Cue.Len() > 0 && from <= o.Cue.Start && o.Cue.Start < to {
			return true
		}
	}
	return false
}

// nested tells whether statement i stands within what somebody else said.
func nested(d *corpus.Document, i int) bool {
	cue := d.Statements[i].Cue
	for _, o := range d.Statements[max(0, i-neighbours):i] {
		if cue.Len() > 0 && o.SpeakerText != d.Statements[i].SpeakerText && within(o.Spans, cue) {
			return true
		}
	}
	return false
}

// present are verbs of saying that tell what is said now.
var present = regexp.MustCompile(`^(?:has|have|is|are)\b|s$`)

// continues tells whether a statement goes on with what the same speaker was
// told to have said right before, in the same paragraph.
func continues(d *corpus.Document, i int) bool {
	prior, s := d.Statements[i-1], d.Statements[i]
	end, start := prior.Span().End, s.Span().Start
	return s.SpeakerText != "" && s.SpeakerText == prior.SpeakerText && s.Speaker == prior.Speaker && !nested(d, i) &&
		!present.MatchString(d.Text[s.Cue.Start:s.Cue.End]) && (start <= end || !strings.ContainsAny(d.Text[end:start], "\n\r"))
}

func within(spans []corpus.Span, t corpus.Span) bool {
	return slices.ContainsFunc(spans, t.Overlaps)
}
