package intake

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"

	"dossierbot/corpus"
	"dossierbot/corpus/timex"
)

// head is what a bare text says of itself in the lines before its first
// paragraph and in its signature. What it does not say stays empty.
type head struct {
	title, author, source string
	published             corpus.Date
	body                  int // where the text proper begins
}

// A line of a head may say by its form what it gives.
var (
	caption  = regexp.MustCompile(`(?i)(?:^|\s)(?:photo|foto|image|picture|credit|nuotr|zdj|фото|фота|снимок)\pL*\s*[:.©/]|©`)
	byline   = regexp.MustCompile(`(?i)^(?:(?:written )?by|autorius|autorė|autor|autorka|автор|аўтар)\s+(.+)$`)
	credited = regexp.MustCompile(`(?i)^(?:this \pL+ was )?(?:(?:originally|first) )?(?:published|appeared|posted)(?: in| by| on| at)? (.+)$`)
	// runIn is a dateline with which the text itself begins: its place is in
	// capitals, or its agency in brackets. "VESSIN, May 3, 2021 (WNA) — The ferries".
	runIn    = regexp.MustCompile(`^\s*((?:\p{Lu}[\p{Lu}\p{M}.'’-]+[ ,]+){1,4}[^\n()–—]{6,40}(?:\([^\n()]{2,40}\)[ .]*)?|\p{Lu}[^\n()–—]{8,60}\([^\n()]{2,40}\)[ .]*)(?:[–—]| -{1,2} )`)
	labelled = regexp.MustCompile(`^(\pL+)\s*:\s*(.+)$`)
)

// labels are the words before a colon, by what follows it; "" is nothing that
// a document is described by.
var labels = map[string]string{
	"title": "title", "headline": "title", "antraštė": "title", "pavadinimas": "title", "tytuł": "title", "заголовок": "title",
	"author": "author", "authors": "author", "by": "author", "autorius": "author", "autorė": "author", "autor": "author", "autorka": "author",
	"автор": "author", "аўтар": "author",
	"source": "source", "publisher": "source", "šaltinis": "source", "źródło": "source", "источник": "source", "крыніца": "source", "джерело": "source",
	"date": "date", "published": "date", "posted": "date", "data": "date", "opublikowano": "date", "paskelbta": "date", "дата": "date", "опубликовано": "date",
	"updated": "", "modified": "", "accessed": "", "retrieved": "", "from": "", "to": "", "cc": "", "sent": "", "tags": "", "keywords": "",
	"category": "", "section": "", "url": "", "link": "",
}

// readHead reads the head and the signature of a text. isBody tells whether a
// name is that of a party, an institution or a state.
func readHead(text string, isBody func(name string) bool) head {
	lines, body := headLines(text)
	h := head{body: body}
	var bare []string // the lines that say nothing by their form
	for _, l := range lines {
		if !h.take(l) && !isKicker(l) {
			bare = append(bare, l)
		}
	}
	if h.title != "" {
		bare = append([]string{h.title}, bare...)
	}
	h.readBare(text, bare, isBody)
	if begins := runIn.FindStringSubmatch(text[h.body:]); begins != nil && !h.published.Known() {
		h.takeImprint(begins[1])
	}
	return h
}

// readBare finds the title and the author in lines without a label. The first
// is the title. A name right below it is the author's if the text gives no
// reason to doubt that it is one; so is a name above it that signs the text.
func (h *head) readBare(text string, bare []string, isBody func(string) bool) {
	if len(bare) == 0 {
		return
	}
	first := bare[0]
	if isPersonal(first) {
		if signs(text, first) && h.title == "" {
			h.author = first
			if len(bare) > 1 {
				h.title = bare[1]
			}
			return
		}
		h.title = first
		return
	}
	h.title = first
	if h.author != "" {
		return
	}
	var named []string
	for _, l := range bare[1:] {
		if isPersonal(l) && !isBody(l) {
			named = append(named, l)
		}
	}
	switch {
	case len(named) != 1: // of several, each may be anybody's
	case signs(text, named[0]), named[0] == bare[1] && !hasCommonWord(text, named[0]):
		h.author = named[0]
	}
}

// take takes a line that says by its form what it gives.
func (h *head) take(l string) bool {
	if caption.MatchString(l) || strings.Contains(l, "://") || h.takeDate(l) || h.takeImprint(l) {
		return true
	}
	if m := labelled.FindStringSubmatch(l); m != nil {
		if field, known := labels[strings.ToLower(m[1])]; known {
			h.takeLabelled(field, m[2])
			return true
		}
	}
	if m := credited.FindStringSubmatch(l); m != nil {
		if !h.takeDate(m[1]) {
			h.takeSource(m[1])
		}
		return true
	}
	if m := byline.FindStringSubmatch(l); m != nil {
		if who := signatory(m[1]); who != "" {
			setFirst(&h.author, who)
			return true
		}
	}
	return false
}

func (h *head) takeLabelled(field, value string) {
	switch field {
	case "title":
		setFirst(&h.title, value)
	case "author":
		setFirst(&h.author, value)
	case "source":
		h.takeSource(value)
	case "date":
		h.takeDate(value)
	}
}

func setFirst(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

// takeSource takes what a text was published in, unless the words name a
// language or nothing by name.
func (h *head) takeSource(s string) {
	if times, _ := timex.Find(s, corpus.Date{}); len(times) > 0 && times[0].Start > 0 {
		s = strings.TrimRight(s[:times[0].Start], " ,(")
		for _, word := range []string{" on", " in", " of", ","} {
			s = strings.TrimSuffix(s, word)
		}
	}
	s = strings.Trim(s, ` .*_"“”`)
	if len(s) > 4 && strings.EqualFold(s[:4], "the ") {
		s = s[4:]
	}
	if strings.IndexFunc(s, unicode.IsUpper) == 0 && !languages[s] {
		setFirst(&h.source, s)
	}
}

// languages are what "originally published in" may name besides a publisher.
var languages = map[string]bool{
	"Arabic": true, "Belarusian": true, "Chinese": true, "Czech": true, "Dutch": true, "English": true, "Estonian": true, "Finnish": true,
	"French": true, "Georgian": true, "German": true, "Hungarian": true, "Italian": true, "Japanese": true, "Latvian": true, "Lithuanian": true,
	"Polish": true, "Portuguese": true, "Romanian": true, "Russian": true, "Spanish": true, "Swedish": true, "Turkish": true, "Ukrainian": true,
}

// takeDate takes a line that is a date and nothing else.
func (h *head) takeDate(l string) bool {
	d, ok := dateline(l)
	if ok && !h.published.Known() {
		h.published = d
	}
	return ok
}

func isDate(l string) bool {
	_, ok := dateline(l)
	return ok
}

// besideDate are the words that belong to a date in the languages read, and
// those that tell that it is another date than that of publication.
var (
	besideDate = map[string]bool{"г": true, "года": true, "год": true, "р": true, "року": true, "r": true, "roku": true, "m": true, "d": true}
	otherDate  = regexp.MustCompile(`(?i)updated|modified|accessed|retrieved|revised|born|died`)
)

// dateline reads a line that is the date of a day, beside which a place may
// stand.
func dateline(l string) (corpus.Date, bool) {
	date, at, ok := dayIn(l)
	if !ok {
		return corpus.Date{}, false
	}
	words := 0
	for _, w := range strings.FieldsFunc(l[:at.Start]+" "+l[at.End:], func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !besideDate[strings.ToLower(w)] {
			words++
		}
	}
	return date, words <= 1
}

// dayIn is the one day that a short line names.
func dayIn(l string) (corpus.Date, corpus.Span, bool) {
	const longest = 80
	if len(l) > longest || !strings.ContainsFunc(l, unicode.IsDigit) || otherDate.MatchString(l) {
		return corpus.Date{}, corpus.Span{}, false
	}
	// Questions are read in more languages than texts.
	var date corpus.Date
	var at corpus.Span
	if times, _ := timex.Find(l, corpus.Date{}); len(times) == 1 && times[0].Explicit && times[0].Interval.Days() == 1 {
		date, at = times[0].Interval, times[0].Span
		date.Why = strings.TrimSuffix(strings.TrimSuffix(fmt.Sprintf("dateline %s, %s", l, date.Why), "stated in full"), ", ")
	} else if asked, ok := timex.Question(l, time.Time{}); ok && !asked.Recurring && asked.Interval.Closed() &&
		strings.Contains(asked.Text, asked.Interval.First.Format("2006")) {
		date, at = asked.Interval, asked.Span
		date.Why = "dateline " + l
	}
	date.Basis = corpus.Stated
	return date, at, date.Days() == 1
}
