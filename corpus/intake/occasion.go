package intake

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dossierbot/corpus"
)

// occasion is a day on which a text tells somebody to have spoken or written
// to the public.
type occasion struct {
	speaker string
	date    corpus.Date
	medium  medium
	home    corpus.Span // the sentence that tells of it
}

// medium is how somebody turned to the public on an occasion.
type medium struct {
	noun    string // as the text calls it; empty where only the verb tells
	kind    string // nouns of one kind may mean the same occasion
	written bool
}

// mediaKind is nouns of speaking and writing that may mean the same occasion.
type mediaKind struct {
	name    string
	written bool
	nouns   *regexp.Regexp
}

var mediaKinds = []mediaKind{
	{"piece", true, nouns(`op-?eds?|opinion pieces?|articles?|essays?|columns?|commentar(?:y|ies)`)},
	{"letter", true, nouns(`letters?`)},
	{"speech", false, nouns(`speech|speeches|address|addresses|lectures?|remarks`)},
	{"briefing", false, nouns(`press conferences?|news conferences?|briefings?`)},
	{"interview", false, nouns(`interviews?|podcasts?|radio|television|broadcasts?`)},
}

func nouns(alternatives string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:` + alternatives + `)\b`)
}

var (
	anyMedium = `(?:` + strings.Join(func() (all []string) {
		for _, k := range mediaKinds {
			all = append(all, k.nouns.String())
		}
		return all
	}(), "|") + `)`
	someMedium = regexp.MustCompile(anyMedium)
	// namedMedium is a noun with the word that tells whether it is a new one.
	namedMedium = regexp.MustCompile(`(?i)\b(an?|another|the|his|her|their|its|this|that)\s+(?:[\pL'’-]+\s+){0,3}?(` + anyMedium + `)`)
)

// mediumOf is the medium that a noun names; the zero one of the empty noun.
func mediumOf(noun string) medium {
	for _, k := range mediaKinds {
		if k.nouns.MatchString(noun) {
			return medium{strings.ToLower(noun), k.name, k.written}
		}
	}
	return medium{}
}

// fits tells whether two media may be those of one occasion.
func (m medium) fits(o medium) bool {
	return m.written == o.written && (m.noun == "" || o.noun == "" || m.kind == o.kind)
}

// why says where words were said, for people.
func (o occasion) why() string {
	day := corpus.Day(o.date.First.Date()).Human()
	switch {
	case o.medium.noun == "radio" || o.medium.noun == "television":
		return fmt.Sprintf("on the %s on %s", o.medium.noun, day)
	case o.medium.noun != "":
		return fmt.Sprintf("in the %s of %s", o.medium.noun, day)
	case o.medium.written:
		return "in what was written on " + day
	}
	return "in what was said on " + day
}

// occasions are those to which a speaker's undated words belong: the only one
// that the text tells of, in its first paragraphs.
type occasions struct {
	of      map[string]occasion // by the speaker
	several map[string]bool     // speakers with more than one
}

// opensWithin is how many bytes from where the text proper begins its
// first paragraphs are.
const opensWithin = 2000

// occasionsOf finds the speakers whose words belong to one occasion. beside
// are the times beside the verbs of the statements.
func (f *Folder) occasionsOf(d *corpus.Document, sentences []corpus.Span, body int, beside []corpus.Time) occasions {
	out := occasions{map[string]occasion{}, map[string]bool{}}
	for _, o := range slices.Concat(f.toldOf(d, sentences), spokenOn(d, sentences, beside)) {
		first, found := out.of[o.speaker]
		if found && !first.date.First.Equal(o.date.First) {
			out.several[o.speaker] = true
		}
		if !found || o.home.Start < first.home.Start {
			out.of[o.speaker] = o
		}
	}
	for speaker, o := range out.of {
		if out.several[speaker] || o.home.Start < body || o.home.Start > body+opensWithin {
			delete(out.of, speaker)
		}
	}
	for i, s := range d.Statements {
		o, found := out.of[s.Speaker]
		if found && (clashes(beside[i].Interval, o.date) || o.home != sentenceOf(d, sentences, i) && o.isAnother(around(d, sentences, i))) {
			delete(out.of, s.Speaker)
		}
	}
	return out
}

// clashes tells whether a date beside other words of a speaker, a month or
// less, is another than that of the occasion.
func clashes(beside, o corpus.Date) bool {
	const month = 31
	return beside.Days() > 0 && beside.Days() <= month && !beside.Overlaps(o)
}

// isAnother tells whether the words around a statement tell of another
// occasion, though not when it was.
func (o occasion) isAnother(words string) bool {
	for _, m := range namedMedium.FindAllStringSubmatch(words, -1) {
		switch strings.ToLower(m[1]) {
		case "a", "an", "another":
			return true
		}
		if !o.medium.fits(mediumOf(m[2])) {
			return true
		}
	}
	return false
}

const turnsVerb = `published|penned|authored|wrote|issued|released|sent|gave|delivered|held|made|granted|told|spoke|addressed`

var (
	// turns is the verb of somebody's turning to the public right behind the
	// name, but for an apposition, a time (blanked) and an adverb.
	turns = regexp.MustCompile(`^(?:,[^,.;:!?()"“”]{1,100},)?(?:\s|,|\b(?:on|also|then|has|had|himself|herself|itself|\pL+ly)\b)*\s(` + turnsVerb + `)\b`)
	// itself are verbs that need no noun beside them.
	itself    = regexp.MustCompile(`^(?:wrote|told|spoke)$`)
	withOther = regexp.MustCompile(`^\s+(?:\pL+\s+){0,3}with\b`)
	// ofOther is what stands before a name that is not the subject.
	ofOther  = regexp.MustCompile(`\b(?:about|against|to|of|by|with|for|from|over|after|before|than|and|like|at|['’]s)\s+(?:(?:the|\p{Lu}[\pL.'’-]*)\s+){0,4}$`)
	ofOffice = regexp.MustCompile(`(?i)\b(?:minister|secretary|head|chair\pL*|speaker|leader|president|director|member|adviser|advisor|ambassador|commissioner)s?\s+(?:of|for|to)\s+`)
	// ownWork is a noun behind the name whose it is: "X's op-ed".
	ownWork = regexp.MustCompile(`(?i)^['’]s?\s+(?:[\pL-]+\s+){0,2}?(` + anyMedium + `)`)
	ofDay   = regexp.MustCompile(`(?i)^,?\s*(?:(?:was\s+)?(?:published|printed|given|held|aired|delivered)\s+)?(?:(?:in|to|with)\s+[^,.;:]{1,60}\s)?(?:of|on|from)\s+$`)
)

// toldOf finds the occasions that a sentence tells of with a person's name, a
// day, and a verb or noun of publishing or speaking.
func (f *Folder) toldOf(d *corpus.Document, sentences []corpus.Span) []occasion {
	var out []occasion
	for _, sentence := range sentences {
		t, ok := onlyDay(d, sentence)
		if !ok {
			continue
		}
		for _, m := range inside(d.Mentions, sentence, func(m corpus.Mention) corpus.Span { return m.Span }) {
			if m.Ambiguous || !f.persons[m.Actor] || m.End > sentence.End {
				continue
			}
			if medium, ok := turnsTo(d, sentence, m.Span, t); ok {
				out = append(out, occasion{m.Actor, t.Interval, medium, sentence}.explained())
			}
		}
	}
	return out
}

func (o occasion) explained() occasion {
	o.date.Basis, o.date.Why = corpus.Inferred, o.why()
	return o
}

// turnsTo tells whether a sentence says that whom it names turned to the
// public on a day, and how.
func turnsTo(d *corpus.Document, sentence, name corpus.Span, t corpus.Time) (medium, bool) {
	const near = 250
	end := min(sentence.End, name.End+near)
	rest := blanked(d.Text, name.End, end, t.Span)
	if m := ownWork.FindStringSubmatchIndex(rest); m != nil {
		after := name.End + m[3]
		goes := t.Start >= after && ofDay.MatchString(d.Text[after:t.Start]) || t.End <= name.Start && fronts(d, sentence, t)
		return mediumOf(rest[m[2]:m[3]]), goes
	}
	m := turns.FindStringSubmatchIndex(rest)
	before := ofOffice.ReplaceAllString(d.Text[max(sentence.Start, name.Start-near):name.Start], "")
	if m == nil || ofOther.MatchString(before) {
		return medium{}, false
	}
	verb, after := rest[m[2]:m[3]], name.End+m[3]
	if t.Start >= after {
		if !adverbial(d.Text, t.Span) || otherClause.MatchString(d.Text[after:t.Start]) {
			return medium{}, false
		}
	} else if t.End <= name.Start && !fronts(d, sentence, t) {
		return medium{}, false
	}
	object := rest[m[3]:]
	if i := otherClause.FindStringIndex(object); i != nil {
		object = object[:i[0]]
	}
	if noun := someMedium.FindString(object); noun != "" {
		return mediumOf(noun), true
	}
	return medium{written: verb == "wrote"}, itself.MatchString(verb) && !withOther.MatchString(rest[m[3]:])
}

// blanked is a stretch of a text in which another is spaces.
func blanked(text string, start, end int, s corpus.Span) string {
	from, to := min(max(s.Start, start), end), max(min(s.End, end), start)
	if from >= to {
		return text[start:end]
	}
	return text[start:from] + strings.Repeat(" ", to-from) + text[to:end]
}

var turning = regexp.MustCompile(`^(?:told|wrote|spoke)\b`)

// spokenOn finds the occasions of statements that have a day beside their verb
// and are told to be of an interview, a letter and the like.
func spokenOn(d *corpus.Document, sentences []corpus.Span, beside []corpus.Time) []occasion {
	var out []occasion
	for i, s := range d.Statements {
		if s.Speaker == "" || beside[i].Interval.Days() != 1 || nested(d, i) {
			continue
		}
		cue, noun := d.Text[s.Cue.Start:s.Cue.End], someMedium.FindString(around(d, sentences, i))
		if noun == "" && !turning.MatchString(cue) {
			continue
		}
		m := mediumOf(noun)
		m.written = m.written || noun == "" && cue == "wrote"
		out = append(out, occasion{s.Speaker, beside[i].Interval, m, sentenceOf(d, sentences, i)}.explained())
	}
	return out
}

// onlyDay is the one day that a sentence names, if it is not after the
// document's own date.
func onlyDay(d *corpus.Document, sentence corpus.Span) (day corpus.Time, ok bool) {
	for _, t := range inside(d.Times, sentence, func(t corpus.Time) corpus.Span { return t.Span }) {
		switch {
		case t.Interval.Days() != 1:
		case ok && !day.Interval.First.Equal(t.Interval.First):
			return corpus.Time{}, false
		case !ok:
			day, ok = t, true
		}
	}
	return day, ok && !later(day.Interval, d.Published)
}

// inside are those of a sorted list that begin within a span.
func inside[T any](list []T, s corpus.Span, at func(T) corpus.Span) []T {
	byStart := func(v T, offset int) int { return cmp.Compare(at(v).Start, offset) }
	from, _ := slices.BinarySearchFunc(list, s.Start, byStart)
	to, _ := slices.BinarySearchFunc(list, s.End, byStart)
	return list[from:to]
}
