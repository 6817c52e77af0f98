package handlers_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
	"dossierbot/index"
)

func cite(t testing.TB, h *handlers.Handlers, key string) (handlers.CiteReply, map[handlers.CiteStyle]string) {
	t.Helper()
	r, err := h.Cite(t.Context(), handlers.CiteRequest{Key: key})
	if err != nil {
		t.Fatalf("cite %q: %v", key, err)
	}
	out := map[handlers.CiteStyle]string{}
	for _, c := range r.Citations {
		out[c.Style] = c.Text
	}
	return r, out
}

// articles are documents about which different things are known.
var articles = map[string]string{
	"dossier.yaml": `title: The Kesten cog railway
documents:
  - {path: day.txt, title: Rope or rack, author: Ursula von der Halde, source: Highland Courier, url: "https://courier.example/rope_(1)", published: 2024-03-14}
  - {path: days.txt, title: Will it snow?, author: Łukasz Nowak and Kinga Raś, source: Highland Courier, published: 2025-11-26/2025-11-30}
  - {path: month.txt, title: Fares, author: The ministry of rails, source: Highland Courier, published: 2025-09}
  - {path: months.txt, title: Snow, published: 2026-06/2026-10}
  - {path: early.txt, title: Snow, published: 2025-11-01/2025-11-10}
  - {path: about.txt, title: Snow, published: 2020~}
  - {path: perhaps.txt, title: Snow, published: "2020?"}
  - {path: since.txt, title: Snow, published: 2020-08/..}
  - {path: note.md, form: note, title: Rope or rack, author: Ursula von der Halde, source: Highland Courier, url: "https://courier.example/rope", published: 2024-03-14}
`,
	"actors.yaml": "actors:\n  - {id: halde, name: Ursula von der Halde}\n",
	"topics.yaml": "topics: []\n",
	"day.txt":     "A rack.", "days.txt": "Snow fell.", "month.txt": "A fare.", "months.txt": "Snow in summer.", "early.txt": "Early snow.",
	"about.txt": "Old snow.", "perhaps.txt": "Snow perhaps.", "since.txt": "Snow since.", "unknown.txt": "Nothing is known of this.",
	"inferred.txt": "On 12 May 2021 the engine stopped. It will run again on 20 June 2021.",
	"note.md":      "The Courier compares the two.",
}

func TestCite(t *testing.T) {
	h := serve(t, articles)
	revision := actor(t, h, "halde").Revision
	for name, c := range map[string]struct {
		passage string
		want    map[handlers.CiteStyle]string // @ is where the passage stands
	}{
		"a day, an author, an address": {"day.txt#1", map[handlers.CiteStyle]string{
			handlers.Chicago:             "Ursula von der Halde, “Rope or rack,” Highland Courier, March 14, 2024, https://courier.example/rope_%281%29; passage @.",
			handlers.ChicagoBibliography: "von der Halde, Ursula. “Rope or rack.” Highland Courier, March 14, 2024. https://courier.example/rope_%281%29 Passage @.",
			handlers.APA:                 "von der Halde, U. (2024, March 14). Rope or rack. Highland Courier. https://courier.example/rope_%281%29 [Passage @].",
			handlers.MLA:                 "von der Halde, Ursula. “Rope or rack.” Highland Courier, 14 Mar. 2024, https://courier.example/rope_%281%29 Passage @.",
			handlers.Markdown:            "[“Rope or rack”](<https://courier.example/rope_%281%29>), Ursula von der Halde, Highland Courier, 14 March 2024, passage @",
			handlers.BibTeX: "@misc{day-txt-1-KEY,\n  author = {von der Halde, Ursula},\n  title = {{Rope or rack}},\n  howpublished = {Highland Courier},\n" +
				"  date = {2024-03-14},\n  year = {2024},\n  url = {https://courier.example/rope_%281%29},\n  note = {Published 14 March 2024. Passage @}\n}",
			handlers.RIS: "TY  - ELEC\nID  - day-txt-1-KEY\nAU  - von der Halde, Ursula\nTI  - Rope or rack\nPB  - Highland Courier\nPY  - 2024\n" +
				"DA  - 2024/03/14/14 March 2024\nUR  - https://courier.example/rope_%281%29\nN1  - Passage @\nER  - ",
		}},
		"some days, two authors, a question": {"days.txt#1", map[handlers.CiteStyle]string{
			handlers.Chicago:             "Łukasz Nowak and Kinga Raś, “Will it snow?,” Highland Courier, November 26–30, 2025; passage @.",
			handlers.ChicagoBibliography: "Nowak, Łukasz, and Kinga Raś. “Will it snow?” Highland Courier, November 26–30, 2025. Passage @.",
			handlers.APA:                 "Nowak, Ł., & Raś, K. (2025, November 26–30). Will it snow? Highland Courier. [Passage @].",
			handlers.MLA:                 "Nowak, Łukasz, and Kinga Raś. “Will it snow?” Highland Courier, 26–30 Nov. 2025. Passage @.",
			handlers.RIS: "TY  - GEN\nID  - days-txt-1-KEY\nAU  - Nowak, Łukasz\nAU  - Raś, Kinga\nTI  - Will it snow?\nPB  - Highland Courier\nPY  - 2025\n" +
				"DA  - 2025/11//26–30 November 2025\nN1  - Passage @\nER  - ",
		}},
		"a body as author": {"month.txt#1", map[handlers.CiteStyle]string{
			handlers.ChicagoBibliography: "The ministry of rails. “Fares.” Highland Courier, September 2025. Passage @.",
			handlers.APA:                 "The ministry of rails. (2025, September). Fares. Highland Courier. [Passage @].",
			handlers.BibTeX: "@misc{month-txt-1-KEY,\n  author = {{The ministry of rails}},\n  title = {{Fares}},\n  howpublished = {Highland Courier},\n" +
				"  date = {2025-09},\n  year = {2025},\n  note = {Published September 2025. Passage @}\n}",
		}},
		"months":      {"months.txt#1", map[handlers.CiteStyle]string{handlers.MLA: "“Snow.” June–Oct. 2026. Passage @.", handlers.APA: "Snow. (2026, June–October). [Passage @]."}},
		"early":       {"early.txt#1", map[handlers.CiteStyle]string{handlers.Chicago: "“Snow,” early November 2025; passage @.", handlers.APA: "Snow. (2025, early November). [Passage @]."}},
		"approximate": {"about.txt#1", map[handlers.CiteStyle]string{handlers.Chicago: "“Snow,” ca. 2020; passage @.", handlers.APA: "Snow. (ca. 2020). [Passage @]."}},
		"uncertain":   {"perhaps.txt#1", map[handlers.CiteStyle]string{handlers.Chicago: "“Snow,” 2020?; passage @."}},
		"an open end": {"since.txt#1", map[handlers.CiteStyle]string{handlers.Chicago: "“Snow,” from August 2020 on; passage @."}},
		"inferred":    {"inferred.txt#1", map[handlers.CiteStyle]string{handlers.MLA: "[untitled document inferred.txt]. 12 May – 19 June 2021 [inferred]. Passage @."}},
		"nothing known": {"unknown.txt#1", map[handlers.CiteStyle]string{
			handlers.Chicago:  "[untitled document unknown.txt], n.d.; passage @.",
			handlers.APA:      "[untitled document unknown.txt]. (n.d.). [Passage @].",
			handlers.Markdown: `\[untitled document unknown.txt\], n.d., passage @`,
			handlers.BibTeX:   "@misc{unknown-txt-1-KEY,\n  title = {{[untitled document unknown.txt]}},\n  note = {Passage @}\n}",
			handlers.RIS:      "TY  - GEN\nID  - unknown-txt-1-KEY\nTI  - [untitled document unknown.txt]\nN1  - Passage @\nER  - ",
		}},
		// Our words are never given as the source's: no author, no day of theirs.
		"a note of ours": {"note.md#1", map[handlers.CiteStyle]string{
			handlers.Chicago:             "Editor's note on Ursula von der Halde, “Rope or rack,” Highland Courier, 14 March 2024, https://courier.example/rope; passage @.",
			handlers.ChicagoBibliography: "Editor's note on Ursula von der Halde, “Rope or rack,” Highland Courier, 14 March 2024. https://courier.example/rope Passage @.",
			handlers.APA:                 "Editor's note on Ursula von der Halde, “Rope or rack,” Highland Courier, 14 March 2024. (n.d.). https://courier.example/rope [Passage @].",
			handlers.BibTeX: "@misc{note-md-1-KEY,\n  title = {{Editor's note on Ursula von der Halde, “Rope or rack,” Highland Courier, 14 March 2024}},\n" +
				"  url = {https://courier.example/rope},\n  note = {Passage @}\n}",
			handlers.RIS: "TY  - ELEC\nID  - note-md-1-KEY\nTI  - Editor's note on Ursula von der Halde, “Rope or rack,” Highland Courier, 14 March 2024\n" +
				"UR  - https://courier.example/rope\nN1  - Passage @\nER  - ",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			key := index.Key(c.passage)
			r, got := cite(t, h, c.passage)
			if r.Passage != c.passage || r.Key != key || r.Revision != revision || r.Dossier != "The Kesten cog railway" {
				t.Errorf("passage %s, key %s, revision %s, dossier %s", r.Passage, r.Key, r.Revision, r.Dossier)
			}
			if diff := cmp.Diff(handlers.CiteStyles(), stylesOf(r)); diff != "" {
				t.Errorf("styles (-want +got):\n%s", diff)
			}
			for style, want := range c.want {
				where := c.passage + " (key " + key + ") in the dossier “The Kesten cog railway”, revision " + revision
				if style == handlers.BibTeX {
					where = strings.ReplaceAll(where, "#", `\#`)
				}
				want = strings.NewReplacer("@misc", "@misc", "@", where, "KEY", key[:8]).Replace(want)
				if diff := cmp.Diff(want, got[style]); diff != "" {
					t.Errorf("%s (-want +got):\n%s", style, diff)
				}
			}
		})
	}
}

func stylesOf(r handlers.CiteReply) []handlers.CiteStyle {
	var out []handlers.CiteStyle
	for _, c := range r.Citations {
		out = append(out, c.Style)
	}
	return out
}

// TestCiteByAnyName: a passage has a key, an id, and an id by the short name of
// its document.
func TestCiteByAnyName(t *testing.T) {
	h := serve(t, railway)
	for _, name := range []string{"chronicle.txt#1", index.Key("chronicle.txt#1"), "chronicle-2024#1", " chronicle.txt#1\n"} {
		if r, _ := cite(t, h, name); r.Passage != "chronicle.txt#1" {
			t.Errorf("%q cites %s", name, r.Passage)
		}
	}
	for _, name := range []string{"", "chronicle.txt", "chronicle.txt#99", "chronicle.txt#01", "#", "0123456789abcdef"} {
		_, err := h.Cite(t.Context(), handlers.CiteRequest{Key: name})
		if p := problem(t, err); !strings.Contains(p.What, "no passage") || p.Example != "chronicle-note.md#1" {
			t.Errorf("%q: %+v", name, p)
		}
	}
}

// TestCiteHostile: what a document says of itself stays a value.
func TestCiteHostile(t *testing.T) {
	title := "x}}, evil = {{y\\input{z} $ & % # _ ~ ^\nAU  - Mallory\r\nER  - \u2028TY  - JOUR `code` **b** [l](https://evil.example) <b>\u202e@all"
	yaml := `title: "D\n- x"` + "\ndocuments:\n  - {path: a.txt, title: " + quote(t, title) + ", author: " + quote(t, "A\n}, B") +
		", source: " + quote(t, "S\nPB  - T") + `, url: "https://user@evil.example/"}` + "\n"
	_, got := cite(t, serve(t, map[string]string{"dossier.yaml": yaml, "a.txt": "Words."}), "a.txt#1")
	for style, text := range got {
		if style != handlers.BibTeX && style != handlers.RIS && strings.Contains(text, "\n") {
			t.Errorf("%s has a line break: %q", style, text)
		}
		if strings.ContainsFunc(text, func(r rune) bool {
			return r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028'
		}) {
			t.Errorf("%s has signs that are not seen: %q", style, text)
		}
		if strings.Contains(text, "user@evil.example/") {
			t.Errorf("%s leads to an address with a name in it: %q", style, text)
		}
	}
	depth := 0
	for i, r := range got[handlers.BibTeX] {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 && i != len(got[handlers.BibTeX])-1 {
				t.Errorf("the entry ends early: %q", got[handlers.BibTeX])
			}
		}
	}
	if depth != 0 || strings.Contains(got[handlers.BibTeX], `\input`) || strings.Contains(got[handlers.BibTeX], "evil = ") && !strings.Contains(got[handlers.BibTeX], `evil = \textbraceleft`) {
		t.Errorf("BibTeX: %q", got[handlers.BibTeX])
	}
	tag := regexp.MustCompile(`(?m)^([A-Z][A-Z0-9])  - `)
	var tags []string
	for _, m := range tag.FindAllStringSubmatch(got[handlers.RIS], -1) {
		tags = append(tags, m[1])
	}
	if diff := cmp.Diff([]string{"TY", "ID", "AU", "TI", "PB", "N1", "ER"}, tags); diff != "" {
		t.Errorf("tags of RIS (-want +got):\n%s", diff)
	}
	for _, live := range []string{"[l](", "`code`", "**b**", "<b>", "https://evil"} {
		if strings.Contains(got[handlers.Markdown], live) {
			t.Errorf("%q is live in %q", live, got[handlers.Markdown])
		}
	}
}

// quote is a text as YAML has it in double quotation marks, as JSON has.
func quote(t testing.TB, s string) string {
	t.Helper()
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestEscapeMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"plain words, 3.5 and 12:30 - so (what)?": "plain words, 3.5 and 12:30 - so (what)?",
		"# no heading":                   `\# no heading`,
		"- no list\n  + no list\n1. no":  "\\- no list\n  \\+ no list\n1\\. no",
		"=====":                          `\=====`,
		"2) no list, v2.0) neither":      `2\) no list, v2.0) neither`,
		"*a* _b_ `c` ~d~ |e| <f> [g](h)": "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\|e\\| \\<f\\> \\[g\\](h)",
		`\ & R&D &amp; &#64; $ @ { }`:    `\\ & R&D \&amp; \&#64; $ \@ { }`,
		"https://a.example: so":          `https\://a.example: so`,
		"\xff":                           "\uFFFD",
	} {
		if got := handlers.EscapeMarkdown(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
