package intake

import (
	"regexp"
	"strings"
	"unicode"
)

// The parts of an imprint: what may stand between a name and a date, who wrote
// it, and an agency in brackets.
var (
	imprintMark = " ,;|/–—-·•:\t"
	postedOn    = regexp.MustCompile(`(?i)^(?:posted|published|first published)(?: on)?$`)
	writtenBy   = regexp.MustCompile(`(?i)^by\s+(.+)$`)
	inBrackets  = regexp.MustCompile(`^\(([\pL .&'’-]+)\)$`)
	// publisher is a word that names of publishers have, and those of places hardly.
	publisher = nouns(`agency|bulletin|centre|center|chronicle|council|courier|daily|echo|gazette|guardian|herald|institute|journal|magazine|mail|monitor|news|` +
		`observer|post|press|quarterly|radio|report|review|service|standard|star|telegraph|television|times|tribune|voice|weekly`)
)

// takeImprint takes a line that has a day beside the name of who published or
// wrote the text, or of where: "Wend Courier, 14 March 2024", "By Jonas Reed, 14
// March 2024", "VESSIN, 14 March 2024 (WNA)". A name that may be that of a place
// gives no publisher.
func (h *head) takeImprint(l string) bool {
	date, at, ok := dayIn(l)
	if !ok {
		return false
	}
	before, after := strings.Trim(l[:at.Start], imprintMark), strings.Trim(l[at.End:], imprintMark)
	if postedOn.MatchString(before) {
		before = ""
	}
	agency := inBrackets.FindStringSubmatch(after)
	if agency != nil {
		after = ""
	}
	if before != "" && after != "" {
		return false
	}
	name := before + after
	author := writtenBy.FindStringSubmatch(name)
	switch {
	case author != nil:
		who := signatory(author[1])
		if who == "" {
			return false
		}
		setFirst(&h.author, who)
	case !isImprint(name):
		return false
	case publisher.MatchString(name):
		h.takeSource(name)
	}
	if agency != nil {
		h.takeSource(agency[1])
	}
	if !h.published.Known() {
		h.published = date
	}
	return true
}

// isImprint tells whether some words can only be a name: few, and with
// capitals but for those that join them.
func isImprint(name string) bool {
	const most = 6
	words := strings.Fields(name)
	for _, w := range words {
		switch w {
		case "of", "the", "and", "for", "&", "in", "at":
			continue
		}
		if !unicode.IsUpper([]rune(w)[0]) {
			return false
		}
	}
	return len(words) <= most
}
