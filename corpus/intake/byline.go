package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// particles may stand in a name in lower case.
var particles = map[string]bool{
	"de": true, "da": true, "di": true, "du": true, "van": true, "von": true, "der": true, "den": true, "del": true, "la": true, "le": true,
	"al": true, "el": true, "bin": true, "ibn": true, "af": true, "av": true, "ter": true, "zu": true,
}

// impersonal are words that head a section, name a kind of text, or belong to
// the name of a place or a body; in title case they look like a person's.
var impersonal = setOf(`
	a about an and are as at but by can do does for from has have how if in into is it its may more must new no not of off on or our out over
	should that the their these they this to under up was we what when where which who why will with without your
	abstract address advertisement affairs agenda analysis annex announcement answers appendix archive article articles assessment background bibliography biography blog
	breaking brief briefing briefs bulletin chapter column comment commentary comments communiqué conclusion conclusions contact contents correspondence
	daily debate declaration details dispatch editor editorial editors essay exclusive executive explained explainer fact factbox facts feature findings foreword
	headlines highlights history home index insight insights interview introduction issue journal key latest letter letters live magazine main
	media memo memorandum menu minutes monitor monthly morning news newsletter newsroom note notes notice opinion opinions outlook overview page paper papers
	part perspective perspectives podcast points policy politics position post preface press preview profile quarterly question questions quotes read recommendations
	references related release remarks report reporter reports results review sections series share special speech staff statement statements story
	strategic strategy study subscribe summary supplement survey sources timeline times today topics transcript translation update updates video views volume
	watch weekly world
	academy administration agency alliance army assembly association authority bank board bureau cabinet centre center chamber club college commission
	committee community company congress corporation council court defence defense department embassy federation forces foundation government
	group house institute institution international ministry movement national nations network observatory office organisation organization
	parliament parties party project school senate service society state states team trust union university
	act agreement award cup deal election elections games law league plan prize sanctions summit talks treaty visit
	airport castle church hospital market museum palace
	avenue bay beach capital cape city coast county district east eastern falls fort hill island islands king kingdom lake land mount mountain
	north northern ocean park port province region republic river road saint san santa sea south southern square st street territory united
	valley village west western los las tel hong el rio kuala buenos addis abu
	african american arab asian australian baltic belarusian british canadian central chinese czech danish dutch english estonian european finnish french
	german global greek hungarian indian iranian israeli italian japanese korean latvian lithuanian middle norwegian polish portuguese public
	romanian russian slavic soviet spanish swedish turkish ukrainian
	agence associated radio television channel press-service herald tribune gazette guardian observer telegraph
	general foreign domestic economic economy energy business security trade war peace crisis culture sport sports science technology health
	january february march april june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday
	good great big old first second third last next top best early late former high low free open
	новости интервью мнение анализ пресс-релиз naujienos interviu nuomonė komentaras analizė wywiad opinia komentarz analiza wiadomości`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// abstracts end nouns that are no surnames.
var abstracts = regexp.MustCompile(`(?i)(?:tion|sion|ness|ism|ology|ships?|ments|tions|ities|ings)$`)

// isKicker tells whether a line holds none but words that head a section or
// name a kind of text: it is no title.
func isKicker(l string) bool {
	words := strings.FieldsFunc(strings.ToLower(l), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	for _, w := range words {
		if !impersonal[w] {
			return false
		}
	}
	return len(words) <= 2
}

// isPersonal tells whether a line can only be a person's name: two to four
// capitalised words, none of which belongs to headings, places or bodies.
func isPersonal(l string) bool {
	words := strings.Fields(l)
	if len(words) < 2 || len(words) > 4 || particles[words[len(words)-1]] {
		return false
	}
	for _, w := range words {
		if !particles[w] && (!isNamePart(w) || impersonal[strings.ToLower(w)] || abstracts.MatchString(w)) {
			return false
		}
	}
	return true
}

// isNamePart tells whether a word has the form of a given name, a surname or
// an initial.
func isNamePart(w string) bool {
	letters, upper := 0, 0
	for i, r := range w {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case unicode.IsUpper(r):
			upper++
			letters++
		case unicode.IsLetter(r):
			letters++
		case !unicode.Is(unicode.M, r) && !strings.ContainsRune(".-'’", r):
			return false
		}
	}
	// A word in capitals is an abbreviation or a heading.
	return strings.HasSuffix(w, ".") || letters > 1 && upper < letters
}

var (
	nameJoin = regexp.MustCompile(`\s*,\s*(?:and\s+)?|\s+(?:and|&|ir|i|y|и|і)\s+`)
	nameTail = regexp.MustCompile(`\s*[|•·(].*$|\s+(?:in|for|of|at)\s.*$`)
)

// signatory is the one or the several names that a byline gives; empty where
// it gives none.
func signatory(s string) string {
	s = nameTail.ReplaceAllString(strings.TrimSpace(s), "")
	names := nameJoin.Split(s, -1)
	for i, name := range names {
		if isPersonal(name) {
			continue
		}
		if i == 0 {
			return ""
		}
		// "By X, our correspondent": what follows the comma is no name.
		return strings.TrimRight(s[:strings.Index(s, name)], ", ")
	}
	return s
}

// signsName tells whether a line is a byline: its initials end no sentence.
func signsName(l string) bool {
	m := byline.FindStringSubmatch(l)
	return m != nil && signatory(m[1]) != "" || isPersonal(l)
}

// signs tells whether one of a text's last lines is the name.
func signs(text, name string) bool {
	const last = 6
	rest := text
	for range last {
		rest = strings.TrimRightFunc(rest, unicode.IsSpace)
		at := strings.LastIndexByte(rest, '\n')
		if at < 0 {
			return false
		}
		if bareLine(rest[at+1:]) == name {
			// The same line in the head is no signature.
			return strings.Contains(rest[:at], name)
		}
		rest = rest[:at]
	}
	return false
}

// hasCommonWord tells whether a text uses a word of a line in lower case as
// well, as it does those of a heading and hardly those of a name.
func hasCommonWord(text, l string) bool {
	for _, w := range strings.Fields(l) {
		if low := strings.ToLower(w); !particles[w] && utf8.RuneCountInString(w) > 2 && hasWord(text, low) {
			return true
		}
	}
	return false
}

func hasWord(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(word)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !isWord(before) && !isWord(after) {
			return true
		}
		at = end
	}
}
