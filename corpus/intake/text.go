package intake

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// byteOrderMark may stand before a text. It is part of the text's bytes, and
// of nothing that is read from it.
const byteOrderMark = "\ufeff"

// faultOf says why bytes are no text that can be served, and what to do; empty
// where they are one.
func faultOf(raw []byte) string {
	switch {
	case len(bytes.TrimSpace(bytes.TrimPrefix(raw, []byte(byteOrderMark)))) == 0:
		return "it is empty"
	case bytes.IndexByte(raw, 0) >= 0:
		return "it is binary, not text"
	case !utf8.Valid(raw):
		return fmt.Sprintf("it is not UTF-8 (byte %d); convert it, for example with iconv -t utf-8", invalidAt(raw))
	}
	return ""
}

// invalidAt is the offset of the first byte that is not UTF-8.
func invalidAt(raw []byte) int {
	at := 0
	for at < len(raw) {
		r, n := utf8.DecodeRune(raw[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return at
}

// beginning is a text's first bytes, at most n, cut between characters.
func beginning(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// languageOf guesses the language of a text, ISO 639-1; empty where it is too
// short to tell.
func languageOf(text string) string {
	const enough = 1000
	info := whatlanggo.Detect(strings.TrimPrefix(beginning(text, enough), byteOrderMark))
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}
