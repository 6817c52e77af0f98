package handlers_test

import (
	"bytes"
	"html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"dossierbot/handlers"
)

// markdownPieces are what Markdown makes something of, and ordinary letters.
var markdownPieces = append(strings.Split(
	"a x é ☺ 2 12 * _ ** __ ~ ~~ ` ``` [ ] ( ) ! < > <b> & &amp; &#64; # ## - + = == 1. 1) . : // https://a.b/c www.a.bc a@b.co \\ \" ' { } $ @ "+
		"--- *** ___ ftp://a.b mailto:a@b.c :smile: [x] ^ % / ; , | |-|", " "), " ", "  ", "| a |", "[ ]")

var (
	anyTag  = regexp.MustCompile(`<[^>]*>`)
	liveTag = regexp.MustCompile(`<(a|em|strong|code|del|input|img|table|hr|li|pre|b)\b`)
)

// TestEscapedMarkdownIsShownAsItIs renders texts made of such pieces where they
// may stand, and reads them back.
func TestEscapedMarkdownIsShownAsItIs(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range 1 + r.IntN(7) {
			b.WriteString(markdownPieces[r.IntN(len(markdownPieces))])
		}
		text := handlers.OneLine(b.String())
		if text == "" {
			continue
		}
		for _, place := range []string{"@\n", "> @\n", "# @\n", "before\n@\n", "> before\n> @\n"} {
			var out bytes.Buffer
			if err := md.Convert([]byte(strings.Replace(place, "@", handlers.EscapeMarkdown(text), 1)), &out); err != nil {
				t.Fatal(err)
			}
			shown := strings.TrimSpace(html.UnescapeString(anyTag.ReplaceAllString(out.String(), "")))
			if shown = strings.TrimPrefix(shown, "before\n"); shown != text || liveTag.MatchString(out.String()) {
				t.Fatalf("%q in %q is shown as %q:\n%s", text, place, shown, out.String())
			}
		}
	}
}
