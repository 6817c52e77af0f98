package handlers

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible is an untrusted text without characters that are not seen and yet
// change what is seen: control characters and marks that turn the direction of
// writing. Line ends of every kind are "\n", a tab is a space.
func Visible(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\v', r == '\f', r == 0x85, r == '\u2028', r == '\u2029':
			return '\n'
		case r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\uFEFF':
			return -1
		}
		return r
	}, text)
}

// OneLine is Visible on one line, white space being one space.
func OneLine(text string) string { return strings.Join(strings.Fields(Visible(text)), " ") }

// EscapeMarkdown takes the meaning of every sign that Markdown gives one where
// it stands, in the dialects of CommonMark and GitHub; plain prose stays as it
// is. An address in it is no link.
// https://spec.commonmark.org/0.31.2/#backslash-escapes
func EscapeMarkdown(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	var b strings.Builder
	start, number := true, false // only white space so far; then only digits
	for i, r := range text {
		rest := text[i+utf8.RuneLen(r):]
		switch {
		case strings.ContainsRune("\\`*_[]<>|~@", r),
			start && strings.ContainsRune("#+-=:", r),
			r == '#' && strings.HasSuffix(text[:i], " "), // would end a heading
			number && (r == '.' || r == ')'),
			r == '&' && entity.MatchString(rest),
			r == ':' && strings.HasPrefix(rest, "//"),
			r == '.' && strings.HasSuffix(text[:i], "www"):
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

// entity is what makes a character of an "&" before it: "amp;", "#64;".
var entity = regexp.MustCompile(`^#?[A-Za-z0-9]+;`)

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
