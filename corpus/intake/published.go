package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/timex"
)

// A text tells of its own future in the present tense: "was expected to" and
// "would" tell what lay ahead of what it tells of, whenever it was written.
var (
	toCome = regexp.MustCompile(`(?i)\b(?:will|shall|(?:is|are)(?: \w+)? (?:due|set|scheduled|expected|planned)|upcoming|forthcoming|approaching|plans to|expects to)\b`)
	isPast = regexp.MustCompile(`\b(?:was|were|had|did|took|held|made|met|told|said|began|came|went|gave|won|lost|became|left|saw|put|sent|spoke|broke|fell|rose|` +
		`\p{Ll}+[^\We]ed|(?i:recent|recently|following|after|since))\b`)
	recent = regexp.MustCompile(`(?i)\b(?:recent|recently|just)\b`)
	speech = regexp.MustCompile(`["“”„«»]`)
	// Beside these participles the sentence's verb tells from when they look.
	scheduled = regexp.MustCompile(`(?i)\b(?:scheduled|planned|due|set)\s+(?:for|in|on)\s+(?:the\s+)?$`)
	isPresent = regexp.MustCompile(`(?i)\b(?:is|are|has|have)\b`)
	wasPast   = regexp.MustCompile(`(?i)\b(?:was|were|had|did|would)\b`)
	// aimed is what stands before a time that something is meant for.
	aimed = regexp.MustCompile(`(?i)\b(?:for|until|till|by|to|through|before)\s+(?:the\s+)?$`)
)

// longestInference is the number of days in the longest interval that is
// worth saying.
const longestInference = 366

// mostDates is the number of dates over which a text is a chronicle, which
// tells of too much for its own time to be known by it.
const mostDates = 2000

// inferPublished reckons when a text was published from the dates that it
// names in full: not before the latest of those that it tells of as past, and
// before the first after that which it tells of as to come. Where the text
// does not give both ends, a year or less apart, the date stays unknown.
func inferPublished(text string) corpus.Date {
	r := reckoner{text: text, sentences: corpus.Sentences(text), known: map[int]tense{}}
	times, _ := timex.Find(text, corpus.Date{})
	if len(times) > mostDates {
		return corpus.Date{}
	}
	var past, next corpus.Time
	for _, t := range times {
		if t.Explicit && t.Interval.Closed() && r.tenseOf(t).past && (past.Len() == 0 || t.Interval.First.After(past.Interval.First)) {
			past = t
		}
	}
	if past.Len() == 0 {
		return corpus.Date{}
	}
	if r.tenseOf(past).recent {
		times = append(times, thisYear(text, past.Interval.First.Year())...)
	}
	for _, t := range times {
		if t.Interval.Closed() && t.Interval.First.After(past.Interval.Last) && r.tenseOf(t).toCome &&
			(next.Len() == 0 || t.Interval.First.Before(next.Interval.First)) {
			next = t
		}
	}
	if next.Len() == 0 {
		return corpus.Date{}
	}
	d := corpus.Date{First: past.Interval.First, Last: next.Interval.First.AddDate(0, 0, -1), Basis: corpus.Inferred,
		Why: fmt.Sprintf("the text tells of %s as past and of %s as to come", text[past.Start:past.End], text[next.Start:next.End])}
	if d.Days() > longestInference {
		return corpus.Date{}
	}
	return d
}

// tense is how a text tells of a time.
type tense struct{ past, recent, toCome bool }

func tenseIn(words string) tense {
	// Words in quotation marks look ahead from when they were said.
	ahead := toCome.MatchString(words)
	return tense{past: !ahead && isPast.MatchString(words), recent: recent.MatchString(words), toCome: ahead && !speech.MatchString(words)}
}

type reckoner struct {
	text      string
	sentences []corpus.Span
	known     map[int]tense // of a sentence, for one may hold many times
}

// tenseOf is the tense of the time's clause, and where that has none, of its
// sentence.
func (r *reckoner) tenseOf(t corpus.Time) tense {
	i := sentenceAt(r.sentences, t.Start)
	if i < 0 {
		return tense{}
	}
	s := r.sentences[i]
	before, behind := r.text[max(s.Start, t.Start-reach):t.Start], r.text[t.End:min(s.End, t.End+reach)]
	before = before[strings.LastIndexAny(before, ",;:")+1:]
	if end := strings.IndexAny(behind, ",;:"); end >= 0 {
		behind = behind[:end]
	}
	if whole := r.text[max(s.Start, t.Start-reach):min(s.End, t.End+reach)]; scheduled.MatchString(before) {
		return tense{toCome: isPresent.MatchString(whole) && !wasPast.MatchString(whole) && !speech.MatchString(whole)}
	}
	told := tenseIn(before + behind)
	if !told.past && !told.toCome {
		if _, ok := r.known[i]; !ok {
			r.known[i] = tenseIn(r.text[s.Start:s.End])
		}
		told = r.known[i]
	}
	told.past = told.past && !aimed.MatchString(before)
	return told
}

// thisYear finds the months "this year" of a text, as they are if it was
// written in that year. A text that calls a month of it recent most likely
// was.
func thisYear(text string, year int) []corpus.Time {
	times, _ := timex.Find(text, corpus.Day(year, time.December, 31))
	return slices.DeleteFunc(times, func(t corpus.Time) bool {
		return t.Explicit || t.Interval.Days() > 31 || !strings.Contains(strings.ToLower(text[t.Start:t.End]), "this year")
	})
}

// sentenceAt is the sentence that holds the offset; -1 where none does.
func sentenceAt(sentences []corpus.Span, offset int) int {
	i, found := slices.BinarySearchFunc(sentences, offset, func(s corpus.Span, at int) int {
		switch {
		case s.End <= at:
			return -1
		case s.Start > at:
			return 1
		}
		return 0
	})
	if !found {
		return -1
	}
	return i
}
