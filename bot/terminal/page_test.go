package terminal_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"

	"dossierbot/bot/terminal"
)

func TestLayOut(t *testing.T) {
	for _, c := range []struct {
		name, indent, text string
		want               string
	}{
		{"short", "", "one two", "one two\n"},
		{"wrapped between words", "> ", "one two three four", "> one two\n> three\n> four\n"},
		{"a word longer than the line", "", "a https://example.org/long b", "a\nhttps://example.org/long\nb\n"},
		{"line ends stay", "> ", "one\ntwo\r\nthree", "> one\n> two\n> three\n"},
		{"one blank line between paragraphs", "> ", "one\n\n\n\ntwo", "> one\n>\n> two\n"},
		{"white space at the ends goes", "", "\n  one \n", "one\n"},
		{"wide letters take two columns", "", "漢字漢字 漢字", "漢字漢字\n漢字\n"},
		{"combining marks take none", "", "é́é́é́é́é́ ab", "é́é́é́é́é́ ab\n"},
		{"an escape sequence", "", "a\x1b[31mb", "a\ufffd[31mb\n"},
		{"a turn of direction", "", "\u202eba\u2066c", "\ufffdba\ufffdc\n"},
		{"a bell and a backspace", "", "a\a\bc", "a\ufffd\ufffdc\n"},
		{"no text", "> ", "", "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, terminal.LayOut(10, false, c.indent, c.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

var codes = regexp.MustCompile(`\x1b\[(1|2|22)m`)

// Whatever the text, what is laid out is its words in their order, on lines no
// wider than the page but for words that are, with no sign that a terminal
// takes for a command.
func FuzzLayOut(f *testing.F) {
	for _, seed := range []string{
		"The ferry will stop on 1 June.", "“Žemaitaitis” — Лукашэнка\r\n\r\n漢字", "\x1b]0;x\a\x9b31m\u202e\u2028", "\xff\xfe a\tb",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		const width = 20
		plain := terminal.LayOut(width, false, "> ", text)
		if got := codes.ReplaceAllString(terminal.LayOut(width, true, "> ", text), ""); got != plain {
			t.Errorf("with styles %q, without %q", got, plain)
		}
		if !utf8.ValidString(plain) {
			t.Errorf("%q is not UTF-8", plain)
		}
		for _, r := range plain {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
				t.Errorf("%q holds %q", plain, r)
			}
		}
		var got []string
		for _, line := range strings.Split(plain, "\n") {
			inLine := strings.Fields(strings.TrimPrefix(line, ">"))
			if len(inLine) > 1 && uniseg.StringWidth(line) > width {
				t.Errorf("line %q is wider than the page", line)
			}
			got = append(got, inLine...)
		}
		if want := strings.Fields(text); len(got) != len(want) {
			t.Errorf("%d words of %d: %q", len(got), len(want), got)
		}
	})
}

func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var screen bytes.Buffer
		show, clear := terminal.Progress(&screen)
		show(1, 10)
		if screen.Len() > 0 {
			t.Errorf("a bar at once: %q", &screen)
		}
		time.Sleep(2 * time.Second)
		show(4, 10)
		if got := screen.String(); !strings.Contains(got, "reading") || !strings.Contains(got, "4/10") {
			t.Errorf("after two seconds the screen is %q", got)
		}
		clear()
	})
	show, clear := terminal.Progress(nil) // no terminal to show it on
	show(1, 10)
	clear()
}
