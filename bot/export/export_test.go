package export_test

import (
	"encoding/csv"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/export"
	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/index"
)

func about(form corpus.Form) handlers.About {
	return handlers.About{
		Document: "gazette.txt", Form: form, Title: "Ferry to *stop*", Author: "Ona Field", Source: "Harbour Gazette", URL: "https://gazette.example/a_(b)",
		Published: corpus.Day(2024, time.March, 12), PublishedBasis: corpus.Stated,
	}
}

var text = "“We cannot pay,” Larsen said.\r\n\r\n    # 1. no heading\n> She *left*, with a comma and a \"mark\"."

func hit(form corpus.Form) handlers.Hit {
	return handlers.Hit{
		Rank: 1, Score: 1.5, Coverage: 1, About: about(form), Passage: "gazette.txt#1", Key: "0123456789abcdef", Start: 10, End: 10 + len(text), Text: text,
		Statements: []handlers.Statement{
			{Name: "Petra Larsen", Office: "mayor", Speaker: "larsen", Kind: corpus.Direct, Said: corpus.Day(2024, time.March, 11), SaidWhy: "beside the verb", When: "11 Mar 2024", Asked: true},
			{Name: "Nobody", Kind: corpus.Reported},
		},
		Events: []corpus.Date{corpus.Month(2024, time.June)},
		AlsoIn: []handlers.AlsoIn{{Document: "monitor.txt", Passage: "monitor.txt#2", Source: "City | Monitor"}},
	}
}

func TestAskMarkdown(t *testing.T) {
	r := handlers.AskReply{
		Question: "what did Larsen say\n# about it", Reading: "statements by Petra Larsen", Notes: []string{"Only a part was read."}, Outcome: index.Answered,
		Revision: "r0123456789", Hits: []handlers.Hit{hit(corpus.Source)}, Total: 3, Dossier: handlers.Dossier{Title: "The ferry"},
	}
	want := `# what did Larsen say \# about it

Read as: statements by Petra Larsen

Only a part was read.

## Passage 1: Ferry to \*stop\*

- **Petra Larsen**, mayor — said: 11 Mar 2024 (stated: beside the verb) · direct

> “We cannot pay,” Larsen said.
>
> \# 1. no heading
> \> She \*left\*, with a comma and a "mark".

- Source: “Ferry to \*stop\*”, Ona Field, Harbour Gazette · published: 12 Mar 2024 (stated) · <https://gazette.example/a_%28b%29>
- Passage: ` + "`gazette.txt#1` (key `0123456789abcdef`)" + `
- Also in: monitor.txt, City \| Monitor (passage ` + "`monitor.txt#2`" + `)

---

dossier “The ferry” · revision r0123456789 · passage 1 of 3
`
	if diff := cmp.Diff(want, export.Markdown(r)); diff != "" {
		t.Errorf("Markdown (-want +got):\n%s", diff)
	}
}

// TestNotesAreOurWords: they stand in no blockquote, and it says whose they are.
func TestNotesAreOurWords(t *testing.T) {
	ours := handlers.ActorStatement{About: about(corpus.Note), Text: "## What she said\nShe left.", Name: "Petra Larsen", Kind: corpus.Reported}
	for name, got := range map[string]string{
		"ask":      export.Markdown(handlers.AskReply{Hits: []handlers.Hit{hit(corpus.Note)}}),
		"nearest":  export.Markdown(handlers.AskReply{Nearest: []handlers.Hit{hit(corpus.Note)}}),
		"card":     export.Markdown(handlers.ActorReply{Actor: &handlers.ActorCard{Name: "A"}, Statements: []handlers.ActorStatement{ours}}),
		"mentions": export.Markdown(handlers.ActorReply{Actor: &handlers.ActorCard{Name: "A"}, Mentions: []handlers.Hit{hit(corpus.Note)}}),
		"evidence": export.Markdown(handlers.ActorReply{Actor: &handlers.ActorCard{Name: "A"}, Positions: []handlers.Position{{
			Evidence: []handlers.Evidence{{About: about(corpus.Note), Text: "She left."}}}}}),
		"timeline": export.Markdown(handlers.TimelineReply{Entries: []handlers.Dated{{Evidence: handlers.Evidence{About: about(corpus.Note), Text: "She left."}}}}),
	} {
		if strings.Contains(got, "\n>") || !strings.Contains(got, "*Our words, a note on the source and not its own:*") || !strings.Contains(got, "our note on “Ferry") {
			t.Errorf("%s: a note is given as the source's words:\n%s", name, got)
		}
	}
	if got := export.Markdown(handlers.ActorReply{Statements: []handlers.ActorStatement{ours}}); !strings.Contains(got, "\n**What she said**\nShe left.\n") {
		t.Errorf("the heading within a note:\n%s", got)
	}
}

func TestAskMarkdownWithoutPassages(t *testing.T) {
	r := handlers.AskReply{
		Question: "Berg", Outcome: index.Ambiguous, Answer: "“Berg” may mean two.", Revision: "r1",
		Candidates: []handlers.Candidate{{Actor: "eva-berg", Name: "Eva Berg", Office: "councillor"}, {Actor: "jonas-berg", Name: "Jonas Berg"}},
	}
	want := "# Berg\n\n“Berg” may mean two.\n\n- Eva Berg, councillor (`eva-berg`)\n- Jonas Berg (`jonas-berg`)\n\n---\n\na dossier without title · revision r1 · no passage answers it\n"
	if diff := cmp.Diff(want, export.Markdown(r)); diff != "" {
		t.Errorf("Markdown (-want +got):\n%s", diff)
	}
}

func TestMembersMarkdown(t *testing.T) {
	r := handlers.ActorReply{Name: "Town", Revision: "r1", Actor: &handlers.ActorCard{Name: "Town"}, Coverage: &handlers.Coverage{Text: "3 documents"},
		Members: []handlers.Member{{Name: "Ada Moor", Roles: []handlers.Role{{Text: "mayor", Held: "dates not known"}, {Text: "clerk", Held: "2001–2005"}},
			Positions: []handlers.Position{{TopicName: "The ferry", Stance: corpus.NoneStated, Summary: "Says *nothing*.", AsOf: corpus.Year(2023)}}}}}
	want := "# Town\n\n## Members\n\nTheir positions are their own, not the body's. The summaries are ours.\n\n" +
		"- **Ada Moor** — mayor (dates not known); clerk (2001–2005) · The ferry: none stated, as of 2023 (stated). Our words: Says \\*nothing\\*.\n\nCovered: 3 documents\n\n---\n\nrevision r1\n"
	if diff := cmp.Diff(want, export.Markdown(r)); diff != "" {
		t.Errorf("Markdown (-want +got):\n%s", diff)
	}
}

func TestActorMarkdown(t *testing.T) {
	r := handlers.ActorReply{
		Name: "larsen", Outcome: index.Answered, Revision: "r1", Notes: []string{"Not shown: one."}, MoreSaid: 4,
		Actor: &handlers.ActorCard{ID: "larsen", Name: "Petra Larsen", Roles: []handlers.Role{{Text: "mayor, Port Alder", Held: "since 2022"}}},
		Positions: []handlers.Position{{Topic: "ferry", TopicName: "The ferry", Stance: corpus.Against, Summary: "Wants it closed.", AsOf: corpus.Month(2024, time.March), Earlier: true,
			Evidence: []handlers.Evidence{{About: about(corpus.Source), Passage: "gazette.txt#1", Key: "0123456789abcdef", Text: "No boat."}}}},
		Statements: []handlers.ActorStatement{{About: about(corpus.Source), Passage: "gazette.txt#2", Key: "fedcba9876543210", Text: "“No.”", Name: "Petra Larsen",
			Said: corpus.Day(2024, time.March, 12), Latest: true, When: "by 12 Mar 2024", Kind: corpus.Mixed}},
	}
	source := "- Source: “Ferry to \\*stop\\*”, Ona Field, Harbour Gazette · published: 12 Mar 2024 (stated) · <https://gazette.example/a_%28b%29>\n"
	want := "# Petra Larsen\n\n- mayor, Port Alder (since 2022)\n\nNot shown: one.\n\n## Positions\n\n" +
		"The summaries are ours; the passages beneath them are what shows them.\n\n### The ferry: against\n\nOur words: Wants it closed.\n\n" +
		"- As of: Mar 2024 (stated) · a later position follows it\n\n> No boat.\n\n" + source + "- Passage: `gazette.txt#1` (key `0123456789abcdef`)\n\n" +
		"## Statements\n\n### Petra Larsen — by 12 Mar 2024\n\n> “No.”\n\n- Said: by 12 Mar 2024 (then or before) · partly reported by Ona Field\n" + source +
		"- Passage: `gazette.txt#2` (key `fedcba9876543210`)\n\nStatements that are not listed here: 4\n\n---\n\nrevision r1\n"
	if diff := cmp.Diff(want, export.Markdown(r)); diff != "" {
		t.Errorf("Markdown (-want +got):\n%s", diff)
	}
}

// timeline has an entry, a gap before and behind it, and one without a date.
func timeline() handlers.TimelineReply {
	may := corpus.Month(2024, time.May)
	may.Basis, may.Why = corpus.Inferred, "the text calls it last month"
	entry := handlers.Dated{
		DateOf: handlers.OfStatement, Date: may, DateWhy: handlers.Optional(may.Why), When: may.Human(), Exact: "to the month", Speaker: "larsen", Name: "Petra Larsen", Kind: corpus.Direct,
		Evidence: handlers.Evidence{About: about(corpus.Source), Passage: "gazette.txt#1", Key: "0123456789abcdef", Text: "“No.”"}, Topics: []string{"ferry", "quays"},
	}
	event := entry
	event.DateOf, event.Date, event.DateWhy, event.When, event.Exact, event.Name, event.Speaker, event.Kind = handlers.OfEvent, corpus.Date{}, "", "date unknown", "date unknown", "", "", ""
	return handlers.TimelineReply{
		Name: "the ferry", Topic: &handlers.TopicEntry{Topic: "ferry", Name: "The ferry"}, Revision: "r1", Time: corpus.Year(2024), Outcome: index.Answered,
		Entries: []handlers.Dated{entry}, Undated: []handlers.Dated{event},
		Gaps: []handlers.Gap{{Before: 0, Time: corpus.Month(2024, time.January).Through(corpus.Month(2024, time.April)), Months: 4, Text: "Jan 2024 – Apr 2024 (4 months)"}, {Before: 1, Time: corpus.Month(2024, time.June), Months: 1, Text: "Jun 2024 (1 month)"}},
	}
}

func TestTimelineMarkdown(t *testing.T) {
	where := "- Source: “Ferry to \\*stop\\*”, Ona Field, Harbour Gazette · published: 12 Mar 2024 (stated) · <https://gazette.example/a_%28b%29>\n- Passage: `gazette.txt#1` (key `0123456789abcdef`)\n"
	want := "# Timeline: The ferry\n\nTime: 2024\n\nNothing dated in Jan 2024 – Apr 2024 (4 months)\n\n## May 2024 (inferred) — said by Petra Larsen\n\n> “No.”\n\n" +
		"- Date: May 2024 (inferred: the text calls it last month) · to the month · direct\n" + where +
		"\nNothing dated in Jun 2024 (1 month)\n\n## Without a date\n\n### date unknown — told as the time of an event\n\n> “No.”\n\n- Date: date unknown\n" + where + "\n---\n\nrevision r1\n"
	if diff := cmp.Diff(want, export.Markdown(timeline())); diff != "" {
		t.Errorf("Markdown (-want +got):\n%s", diff)
	}
}

// rows reads a table as a program would: by the names of its columns.
func rows(t *testing.T, table string) []map[string]string {
	t.Helper()
	if bare := strings.ReplaceAll(table, "\r\n", ""); strings.HasSuffix(bare, "\n") || !strings.HasSuffix(table, "\r\n") {
		t.Errorf("a line does not end with CRLF: %q", table)
	}
	all, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, c := range cells {
			if _, twice := row[all[0][i]]; twice {
				t.Errorf("column %q twice", all[0][i])
			}
			row[all[0][i]] = c
		}
		out = append(out, row)
	}
	return out
}

// cells are those of a row that are not empty, but for the document's.
func cells(row map[string]string) map[string]string {
	out := map[string]string{}
	for k, v := range row {
		switch k {
		case "document", "form", "title", "author", "source", "url", "published", "published_basis", "published_why":
			continue
		}
		if v != "" {
			out[k] = v
		}
	}
	return out
}

func TestAskCSV(t *testing.T) {
	second := hit(corpus.Note)
	second.Rank = 2
	for i := range second.Statements {
		second.Statements[i].Asked = false
	}
	r := handlers.AskReply{Question: "=1+1", Outcome: index.NoneInRange, Revision: "r1", Hits: []handlers.Hit{hit(corpus.Source)}, Nearest: []handlers.Hit{second}}
	got := rows(t, export.CSV(r))
	if len(got) != 2 {
		t.Fatalf("%d rows, want 2", len(got))
	}
	asRead := strings.ReplaceAll(text, "\r\n", "\n") // encoding/csv reads them so
	want := map[string]string{
		"record": "hit", "rank": "1", "score": "1.5", "coverage": "1", "passage": "gazette.txt#1", "key": "0123456789abcdef", "start": "10", "end": strconv.Itoa(10 + len(text)), "text": asRead,
		"speaker": "larsen", "name": "Petra Larsen", "office": "mayor", "kind": "direct", "said": "2024-03-11", "said_basis": "stated", "said_why": "beside the verb", "events": "2024-06",
		"also_in": "monitor.txt#2", "revision": "r1", "question": "'=1+1", "outcome": "none_in_range",
	}
	if diff := cmp.Diff(want, cells(got[0])); diff != "" {
		t.Errorf("first row (-want +got):\n%s", diff)
	}
	if got[1]["record"] != "nearest" || got[1]["form"] != "note" || got[1]["name"] != "Petra Larsen; Nobody" || got[1]["said_basis"] != "stated; unknown" || got[1]["published"] != "2024-03-12" {
		t.Errorf("second row: %v", got[1])
	}
	if !strings.Contains(export.CSV(r), strings.ReplaceAll(text, `"`, `""`)) {
		t.Error("the line ends of a text are changed")
	}
	if empty := export.CSV(handlers.AskReply{}); strings.Count(empty, "\r\n") != 1 || !strings.HasPrefix(empty, "record,rank,score,coverage,document,") {
		t.Errorf("without passages: %q", empty)
	}
}

func TestActorCSV(t *testing.T) {
	evidence := handlers.Evidence{About: about(corpus.Source), Passage: "gazette.txt#1", Key: "k", End: 5, Text: "+1"}
	got := rows(t, export.CSV(handlers.ActorReply{
		Revision: "r1", AsOf: corpus.Year(2020), Actor: &handlers.ActorCard{ID: "larsen"},
		Positions: []handlers.Position{{Topic: "ferry", TopicName: "The ferry", Stance: corpus.Against, Summary: "Wants it closed.", AsOf: corpus.Year(2024),
			Documents: []string{"a", "b"}, Evidence: []handlers.Evidence{evidence}}},
		Statements: []handlers.ActorStatement{{About: about(corpus.Source), Passage: "gazette.txt#2", Key: "k", End: 1, Text: "x", Speaker: "larsen", Name: "Petra Larsen",
			Kind: corpus.Direct, Said: corpus.Year(2023), Latest: true, Topics: []string{"ferry"}}},
		Members: []handlers.Member{{Actor: "berg", Name: "Eva Berg", Roles: []handlers.Role{{Text: "clerk, Town", Held: "2001–2005", Standing: handlers.NotInForce}}},
			{Actor: "moor", Name: "Ada Moor", Positions: []handlers.Position{{Topic: "ferry", Stance: corpus.For, Summary: "Wants it.", AsOf: corpus.Year(2023)}}}},
		Mentions: []handlers.Hit{{Passage: "gazette.txt#3", Text: "y"}},
		Coming:   []handlers.Dated{{Evidence: evidence, DateOf: handlers.OfEvent, Date: corpus.Year(2030)}},
	}))
	var all []map[string]string
	for _, r := range got {
		all = append(all, cells(r))
	}
	want := []map[string]string{
		{"record": "position", "actor": "larsen", "card_as_of": "2020", "topic": "ferry", "topic_name": "The ferry", "stance": "against", "summary": "Wants it closed.", "as_of": "2024", "earlier": "false", "documents": "a; b", "revision": "r1"},
		{"record": "evidence", "actor": "larsen", "card_as_of": "2020", "topic": "ferry", "topic_name": "The ferry", "stance": "against", "as_of": "2024", "passage": "gazette.txt#1", "key": "k", "start": "0", "end": "5", "text": "'+1", "revision": "r1"},
		{"record": "member", "actor": "larsen", "card_as_of": "2020", "member": "berg", "name": "Eva Berg", "role": "clerk, Town", "held": "2001–2005", "standing": "not_in_force", "revision": "r1"},
		{"record": "member", "actor": "larsen", "card_as_of": "2020", "member": "moor", "name": "Ada Moor", "topic": "ferry", "stance": "for", "as_of": "2023", "summary": "Wants it.", "earlier": "false", "revision": "r1"},
		{"record": "statement", "actor": "larsen", "card_as_of": "2020", "passage": "gazette.txt#2", "key": "k", "start": "0", "end": "1", "text": "x", "speaker": "larsen", "name": "Petra Larsen", "kind": "direct",
			"said": "2023", "said_basis": "stated", "latest": "true", "topics": "ferry", "revision": "r1"},
		{"record": "mention", "actor": "larsen", "card_as_of": "2020", "passage": "gazette.txt#3", "start": "0", "end": "0", "text": "y", "revision": "r1"},
		{"record": "coming", "actor": "larsen", "card_as_of": "2020", "passage": "gazette.txt#1", "key": "k", "start": "0", "end": "5", "text": "'+1", "date_of": "event", "date": "2030", "date_basis": "stated", "revision": "r1"},
	}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

func TestTimelineCSV(t *testing.T) {
	got := rows(t, export.CSV(timeline()))
	want := []map[string]string{
		{"record": "entry", "date_of": "said", "date": "2024-05", "date_basis": "inferred", "date_why": "the text calls it last month", "exact": "to the month", "passage": "gazette.txt#1",
			"key": "0123456789abcdef", "start": "0", "end": "0", "text": "“No.”", "speaker": "larsen", "name": "Petra Larsen", "kind": "direct", "topics": "ferry; quays", "revision": "r1"},
		{"record": "undated", "date_of": "event", "date_basis": "unknown", "exact": "date unknown", "passage": "gazette.txt#1", "key": "0123456789abcdef", "start": "0", "end": "0", "text": "“No.”", "topics": "ferry; quays", "revision": "r1"},
	}
	if diff := cmp.Diff(want, []map[string]string{cells(got[0]), cells(got[1])}); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

// TestNoFormulas: no cell is one to a spreadsheet.
func TestNoFormulas(t *testing.T) {
	for in, want := range map[string]string{
		"=HYPERLINK(\"https://evil.example\")": "'=HYPERLINK(\"https://evil.example\")",
		"+1":                                   "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\n=1": "'\n=1", " =1": "' =1", "\x00=1": "'=1", "＝1": "'＝1",
		"a=1": "a=1", "’tis": "’tis", "": "", "1-2": "1-2", "“+”": "“+”",
	} {
		h := hit(corpus.Source)
		h.Text, h.Title = in, handlers.Optional(in)
		got := rows(t, export.CSV(handlers.AskReply{Hits: []handlers.Hit{h}}))[0]
		if got["text"] != want || got["title"] != want {
			t.Errorf("%q is %q and %q, want %q", in, got["text"], got["title"], want)
		}
	}
}

// TestSameBytes: what is of the moment is not in an export.
func TestSameBytes(t *testing.T) {
	a := handlers.AskReply{Question: "q", Hits: []handlers.Hit{hit(corpus.Source)}, AskedAt: time.Unix(0, 0), TookMS: 1}
	b := a
	b.AskedAt, b.TookMS = time.Unix(1e9, 0), 2
	if export.Markdown(a) != export.Markdown(b) || export.CSV(a) != export.CSV(b) {
		t.Error("the same answer gives other bytes at another time")
	}
}
