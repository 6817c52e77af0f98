package discord

import (
	"strings"
	"unicode"
)

// clean takes out of an untrusted text what is not seen and yet changes what
// is seen: control characters, marks that turn the direction of writing, and
// characters without width. Joiners between letters stay, since scripts and
// emoji need them. Line ends of every kind become "\n".
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			return '\n'
		case r == '\t':
			return ' '
		case r == 0x200C || r == 0x200D: // joiners
			return r
		case r == 0xAD, unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
			return -1 // Cf holds the marks of direction, those without width, and tags
		case r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0:
			return -1 // fillers of Hangul: letters that show nothing
		}
		return r
	}, s)
}

// cleanLine is clean for a text that is shown within a line.
func cleanLine(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

// place says where in its line the escaper stands.
type place int

const (
	atStart place = iota // only spaces so far
	inNumber
	inside
)

// escaper writes text so that Discord shows it letter by letter: no styles,
// headings, lists, quotes, links, spoilers, code, mentions, times or emoji.
// A backslash before a sign that is neither letter nor digit takes its
// meaning away.
// https://support.discord.com/hc/en-us/articles/210298617
type escaper struct{ place place }

// escape is how r is written, rest being what follows it.
func (e *escaper) escape(r rune, rest string) string {
	at := e.place
	switch {
	case r == '\n':
		e.place = atStart
		return "\n"
	case r == ' ' && at == atStart:
	case r >= '0' && r <= '9' && at != inside:
		e.place = inNumber
	default:
		e.place = inside
	}
	switch r {
	case '@':
		// Discord looks for these two without regard to Markdown, so that a
		// backslash would not do.
		if foldedPrefix(rest, "everyone") || foldedPrefix(rest, "here") {
			return "@\u200B"
		}
		return `\@`
	case '\\', '*', '_', '~', '`', '|', '<', '>', '[', ']', '#':
		return `\` + string(r)
	case '-', '+':
		if at == atStart {
			return `\` + string(r)
		}
	case '.', ')':
		if at == inNumber {
			return `\` + string(r)
		}
	case ':':
		// ":smile:" would be a picture, "https://" a link.
		if rest != "" && rest[0] != ' ' && rest[0] != '\n' {
			return `\:`
		}
	}
	return string(r)
}

func foldedPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// rightToLeft tells whether a text has letters of a script that runs from
// right to left.
func rightToLeft(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
	})
}

// isolate keeps such letters from reordering the line that they stand in.
// https://unicode.org/reports/tr9/#Explicit_Directional_Isolates
func isolate(s string) string {
	if !rightToLeft(s) {
		return s
	}
	return "\u2068" + s + "\u2069"
}
