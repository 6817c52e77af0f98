package handlers

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneLine is an untrusted text on one line, without characters that are not
// seen and yet change what is seen: control characters and marks that turn the
// direction of writing. White space is one space.
func OneLine(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return visible(r)
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Join(strings.Fields(text), " ")
}

// visible is the character, or -1 for one that moves or turns others.
func visible(r rune) rune {
	if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\uFEFF' {
		return -1
	}
	return r
}

// EscapeMarkdown takes the meaning of every sign that Markdown gives one, in
// the dialects of CommonMark and GitHub, within a line or at its start. An
// address in it is no link.
// https://spec.commonmark.org/0.31.2/#backslash-escapes
func EscapeMarkdown(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	var b strings.Builder
	start, number := true, false // only white space so far; then only digits
	for i, r := range text {
		rest := text[i+utf8.RuneLen(r):]
		switch {
		case strings.ContainsRune("\\`*_{}[]<>|~@&$", r),
			start && strings.ContainsRune("#+-=", r),
			number && (r == '.' || r == ')'),
			r == ':' && rest != "" && rest[0] != ' ' && rest[0] != '\n': // "https://", ":smile:"
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		switch {
		case r == '\n':
			start, number = true, false
		case r == ' ' && start:
		default:
			number = r >= '0' && r <= '9' && (start || number)
			start = false
		}
	}
	return b.String()
}

// WebAddress is an address that a reader can safely follow, with every sign in
// it escaped that could end a link early; ok is false where it is none. It
// comes from a document and is not trusted: only web addresses, and no name and
// password in them, which make one host look like another.
func WebAddress(address string) (safe string, ok bool) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.User != nil || u.Opaque != "" {
		return "", false
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	if u.Hostname() == "" || strings.ContainsFunc(u.Host, func(r rune) bool { return !inHost(r) }) {
		return "", false
	}
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c <= ' ' || c >= 0x7F || strings.IndexByte("()<>[]\\\"'`*|^{}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String(), true
}

func inHost(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '.' || r == ':'
}
