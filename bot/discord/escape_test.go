package discord_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"dossierbot/bot/discord"
)

func TestEscape(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain words", "Trade fell by 4.5 % in May.", "Trade fell by 4.5 % in May."},
		{"everyone", "hello @everyone and @Here", "hello @\u200beveryone and @\u200bHere"},
		{"a user", "<@123456789012345678>", `\<\@123456789012345678\>`},
		{"a channel", "<#12345>", `\<\#12345\>`},
		{"a role", "<@&12345>", `\<\@&12345\>`},
		{"a time", "<t:1700000000:R>", `\<t\:1700000000\:R\>`},
		{"an emoji", "<a:wave:123> :smile:", `\<a\:wave\:123\> \:smile:`},
		{"a command", "</ask:123>", `\</ask\:123\>`},
		{"styles", "**b** _i_ ~~s~~ ||x|| `c`", "\\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~ \\|\\|x\\|\\| \\`c\\`"},
		{"a link", "[safe](http://evil.example)", `\[safe\](http\://evil.example)`},
		{"an address", "see https://example.org/a", `see https\://example.org/a`},
		{"a backslash", `a\*b`, `a\\\*b`},
		{"a heading", "# big", `\# big`},
		{"small print", "-# small", `\-\# small`},
		{"a list", "- one", `\- one`},
		{"a numbered list", "1. one", `1\. one`},
		{"a number inside", "in 1. row", "in 1. row"},
		{"a quotation", "> said", `\> said`},
		{"a clock", "at 10:30, so: yes", `at 10\:30, so: yes`},
		{"control characters", "a\x00b\x1b[31mc", `ab\[31mc`},
		{"overriding the direction", "a\u202eb\u2066c\u200f", "abc"},
		{"without width", "@\u200beveryone a\ufeffb\u2060c", "@\u200beveryone abc"},
		{"not UTF-8", "a\xffb", "a\uFFFDb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := discord.Line(c.in, 500); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestRightToLeftIsIsolated(t *testing.T) {
	if got, want := discord.Line("שלום", 100), "\u2068שלום\u2069"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := discord.Line(strings.Repeat("שלום ", 100), 40); discord.Units(got) > 40 || !strings.HasSuffix(got, "…\u2069") {
		t.Errorf("cut to %q", got)
	}
}

func TestWriteStyles(t *testing.T) {
	run := discord.MakeRun
	for _, c := range []struct {
		name, prefix string
		runs         []discord.Run
		want         string
	}{
		{"a bold word", "", []discord.Run{run("the ", false, false), run("word", true, false), run(" here", false, false)}, "the **word** here"},
		{"space at the ends", "", []discord.Run{run("the", false, false), run(" word ", true, false), run("here", false, false)}, "the **word** here"},
		{"bold in italics", "", []discord.Run{run("a ", false, true), run("b", true, true), run(" c", false, true)}, "_a **b** c_"},
		{"from bold to italics", "", []discord.Run{run("a", true, false), run(" b", false, true)}, "**a** _b_"},
		{"over lines", "> ", []discord.Run{run("one\ntwo", false, true)}, "> _one_\n> _two_"},
		{"an empty line", "> ", []discord.Run{run("one\n\n\n two", false, false)}, "> one\n> \n> two"},
		{"a heading in a quotation", "> ", []discord.Run{run("one\n# two", false, false)}, "> one\n> \\# two"},
		{"side by side", "", []discord.Run{run("a", true, false), run("b", true, false)}, "**ab**"},
		{"nothing", "", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, isCut := discord.Write(c.prefix, c.runs, 500)
			if got != c.want || isCut {
				t.Errorf("got  %q, cut %v\nwant %q", got, isCut, c.want)
			}
		})
	}
}

func TestCutByGrapheme(t *testing.T) {
	family := "👨‍👩‍👧‍👦" // seven code points, eleven units, one grapheme
	for _, c := range []struct {
		name, in string
		limit    int
		want     string
	}{
		{"fits", "abc", 3, "abc"},
		{"cut", "abcd", 3, "ab…"},
		{"a grapheme whole", family + family, 2*11 - 1, family + "…"},
		{"none of it", family, 5, "…"},
		{"an escape whole", "ab*d", 4, "ab…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := discord.Line(c.in, c.limit); got != c.want {
				t.Errorf("Line: got %q, want %q", got, c.want)
			}
		})
	}
	if got, want := discord.Cut("a\nb  c", 10), "a b c"; got != want {
		t.Errorf("Cut: got %q, want %q", got, want)
	}
	if got, want := discord.Cut("a "+family+family, 14), "a "+family+"…"; got != want {
		t.Errorf("Cut: got %q, want %q", got, want)
	}
}

func TestLink(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a page", "https://example.org/a?b=c#d", "[open](<https://example.org/a?b=c#d>)"},
		{"brackets", "https://example.org/a_(b)>[c]", "[open](<https://example.org/a_%28b%29%3E%5Bc%5D>)"},
		{"a letter beyond ASCII", "https://example.org/ž?q=ž", "[open](<https://example.org/%C5%BE?q=%C5%BE>)"},
		{"a script", "javascript:alert(1)", ""},
		{"a file", "file:///etc/passwd", ""},
		{"no scheme", "example.org/a", ""},
		{"a name and password", "https://bank.example@evil.example/", ""},
		{"a host beyond ASCII", "https://еxample.org/", ""},
		{"no host", "https:///a", ""},
		{"too long", "https://example.org/" + strings.Repeat("a", 400), ""},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := discord.Link("open", c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// live finds what Discord would not show letter by letter.
var live = regexp.MustCompile(`(?i)@(everyone|here)|<[@#]|https?://`)

// checkInert fails where an escaped text, without styles of ours, still holds
// a sign with a meaning.
func checkInert(t *testing.T, out string) {
	t.Helper()
	if m := live.FindString(out); m != "" {
		t.Errorf("%q is live in %q", m, out)
	}
	for l := range strings.SplitSeq(out, "\n") {
		start := true
		for i := 0; i < len(l); i++ {
			switch c := l[i]; {
			case c == '\\':
				i++
				if i == len(l) {
					t.Errorf("a backslash ends %q", l)
				}
			case strings.IndexByte("*_~`|<>[]#", c) >= 0,
				start && (c == '-' || c == '+'),
				c == '@' && !strings.HasPrefix(l[i:], "@\u200b"):
				t.Errorf("%q is live in %q", c, l)
			}
			start = start && l[i] == ' '
		}
	}
}

var unescape = regexp.MustCompile(`\\([^0-9A-Za-z\s])`)

func FuzzWrite(f *testing.F) {
	for _, s := range []string{
		"", "plain", "@everyone <@1> <@&2> <#3> </ask:4> <t:5:R> <:a:6>", "**a** __b__ ||c|| `d`\n# e\n-# f\n- g\n1. h\n> i",
		"[x](https://y.example)", "\u202eabc\u2066", "👨‍👩‍👧‍👦", "e\u0301\u0301\u0301", "\xff\xfe", "שלום @here", "\r\n\r\n", `\\\`,
	} {
		f.Add(s, 20, "> ")
		f.Add(s, 400, "")
	}
	f.Fuzz(func(t *testing.T, s string, limit int, prefix string) {
		limit = 12 + max(limit, -limit)%5000
		if limit < 12 {
			limit = 12
		}
		if prefix != "> " {
			prefix = ""
		}
		out, isCut := discord.Write(prefix, []discord.Run{discord.MakeRun(s, false, false)}, limit)
		if !utf8.ValidString(out) {
			t.Errorf("not UTF-8: %q", out)
		}
		if n := discord.Units(out); n > limit {
			t.Errorf("%d units, want at most %d: %q", n, limit, out)
		}
		var bare []string
		for l := range strings.SplitSeq(out, "\n") {
			rest, ok := strings.CutPrefix(l, prefix)
			if !ok {
				t.Errorf("line %q lacks the prefix", l)
			}
			bare = append(bare, rest)
		}
		inert := strings.Join(bare, "\n")
		checkInert(t, inert)
		// What was not cut is there word for word.
		read := strings.ReplaceAll(unescape.ReplaceAllString(inert, "$1"), "\u200b", "")
		if got, want := strings.Fields(read), strings.Fields(discord.Clean(s)); !isCut && strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("reads %q, want %q", got, want)
		}

		// Styles change nothing about the limit.
		half := len(s) / 2
		out, _ = discord.Write(prefix, []discord.Run{discord.MakeRun(s[:half], true, true), discord.MakeRun(s[half:], false, true)}, limit)
		if n := discord.Units(out); n > limit || !utf8.ValidString(out) {
			t.Errorf("styled: %d units, want at most %d: %q", n, limit, out)
		}
		if m := live.FindString(out); m != "" {
			t.Errorf("styled: %q is live in %q", m, out)
		}
	})
}

func FuzzCut(f *testing.F) {
	f.Add("a b c", 3)
	f.Add("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 15)
	f.Add("e\u0301\xff", 1)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		limit = 1 + max(limit, 0)%200
		for name, got := range map[string]string{"Cut": discord.Cut(s, limit), "Line": discord.Line(s, limit+2)} {
			if !utf8.ValidString(got) || discord.Units(got) > limit+2 || strings.Contains(got, "\n") {
				t.Errorf("%s(%q, %d) = %q", name, s, limit, got)
			}
		}
		if discord.Units(discord.Cut(s, limit)) > limit {
			t.Errorf("Cut exceeds %d", limit)
		}
	})
}

func FuzzLink(f *testing.F) {
	f.Add("https://example.org/a_(b)")
	f.Add("https://a@b/ )](http://c)")
	f.Fuzz(func(t *testing.T, s string) {
		got := discord.Link("open", s)
		if got == "" {
			return
		}
		if !regexp.MustCompile(`^\[open\]\(<https?://[^\s()<>\[\]\\]+>\)$`).MatchString(got) {
			t.Errorf("Link(%q) = %q", s, got)
		}
	})
}
