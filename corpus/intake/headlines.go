package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
)

// A head is short lines; the first that is longer, or is a sentence, is the
// text itself.
const (
	headBytes    = 8000 // are looked at
	maxHeadLines = 12
	maxHeadLine  = 200 // characters
	leastBody    = 80  // characters of a first sentence that no empty line sets off
)

var (
	mdMarks  = regexp.MustCompile(`^#{1,6}\s+|[*_]{1,3}$|^[*_]{1,3}`)
	mdLink   = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	listMark = regexp.MustCompile(`^(?:[-+*•–—|>]|\d+[.)])\s`)
)

// headLines are the lines before the text proper, without Markdown's marks,
// and the offset where that begins. A text without a paragraph that could be
// told from a heading, such as a poem or a list, has no head, and begins at 0.
func headLines(text string) (lines []string, body int) {
	base := len(text) - len(strings.TrimPrefix(text, byteOrderMark))
	head := beginning(text[base:], headBytes)
	spans := corpus.Sentences(head)
	set := false // off from what stands before, by an empty line
	for len(spans) > 0 && len(lines) < maxHeadLines {
		n := 1 // the sentences of the line
		for n < len(spans) && !endsLine(head, spans[n-1]) {
			n++
		}
		start := spans[0].Start
		raw := head[start:spans[n-1].End]
		if isProse(raw, n) {
			if len(lines) > 0 && !set && utf8.RuneCountInString(raw) < leastBody {
				return nil, 0
			}
			return lines, base + start
		}
		if l := bareLine(raw); strings.ContainsFunc(l, isWord) {
			lines = append(lines, l)
		}
		set = strings.Count(raw[len(strings.TrimSpace(raw)):], "\n") > 1
		spans = spans[n:]
	}
	return nil, 0
}

func endsLine(text string, s corpus.Span) bool {
	line := text[s.Start:s.End]
	return strings.ContainsAny(line[len(strings.TrimRightFunc(line, unicode.IsSpace)):], "\n\r\u2028\u2029")
}

// bareLine is a line without Markdown's marks, its white space folded.
func bareLine(raw string) string {
	l := strings.Join(strings.Fields(mdLink.ReplaceAllString(raw, "$1")), " ")
	return strings.TrimSpace(mdMarks.ReplaceAllString(mdMarks.ReplaceAllString(l, ""), ""))
}

// isProse tells a paragraph of the text from a line of its head, which holds
// so many sentences.
func isProse(raw string, sentences int) bool {
	raw = strings.TrimSpace(raw)
	if utf8.RuneCountInString(raw) > maxHeadLine || listMark.MatchString(raw) {
		return true
	}
	l := bareLine(raw)
	if caption.MatchString(l) || credited.MatchString(l) {
		return false
	}
	if sentences > 1 && !isDate(l) && !signsName(l) {
		return true
	}
	end := strings.TrimRight(l, `"”’»)`)
	return len(strings.Fields(l)) > 4 && strings.ContainsAny(end[max(0, len(end)-1):], ".:;,") && !isDate(l)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
