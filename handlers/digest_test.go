package handlers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
	"dossierbot/index"
)

// records is a dossier in a folder, whose states are recorded an hour apart.
type records struct {
	t     testing.TB
	dir   string
	store *store.Store
	now   time.Time
	*handlers.Handlers
}

// recorded records the state of a dossier of these files.
func recorded(t testing.TB, files map[string]string) *records {
	t.Helper()
	r := &records{t: t, dir: t.TempDir(), now: today}
	s, err := store.Open(t.Context(), store.Options{Dir: t.TempDir(), Now: func() time.Time { return r.now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	r.store = s
	var pairs []string
	for name, text := range files {
		pairs = append(pairs, name, text)
	}
	r.change(pairs...)
	return r
}

// change writes files, takes out those whose text is empty, and records the
// state an hour later.
func (r *records) change(files ...string) store.Revision {
	r.t.Helper()
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(r.dir, files[i])
		if files[i+1] == "" {
			if err := os.Remove(path); err != nil {
				r.t.Fatal(err)
			}
		} else if err := os.WriteFile(path, []byte(files[i+1]), 0o644); err != nil {
			r.t.Fatal(err)
		}
	}
	return r.read()
}

// read reads the folder and records its state.
func (r *records) read() store.Revision {
	r.t.Helper()
	r.open()
	revision, err := r.Record(r.t.Context(), r.store, "test")
	if err != nil {
		r.t.Fatal(err)
	}
	return revision
}

// open reads the folder an hour later.
func (r *records) open() {
	r.t.Helper()
	r.now = r.now.Add(time.Hour)
	ctx := r.t.Context()
	folder, err := intake.Open(ctx, r.dir, intake.Options{})
	if err != nil {
		r.t.Fatal(err)
	}
	x, err := index.Open(ctx, folder, index.Options{})
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { x.Close() })
	if r.Handlers, err = handlers.New(ctx, handlers.Options{Folder: folder, Index: x, Now: func() time.Time { return r.now }}); err != nil {
		r.t.Fatal(err)
	}
}

func (r *records) digest(q handlers.DigestRequest) handlers.DigestReply {
	r.t.Helper()
	reply, err := r.Digest(r.t.Context(), r.store, q)
	if err != nil {
		r.t.Fatal(err)
	}
	return reply
}

// told is a digest in lines, without what the documents are.
func told(d handlers.DigestReply) []string {
	lines := []string{d.Headline}
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	statement := func(s handlers.DigestStatement) string {
		return fmt.Sprintf("%s, %s, %s: %s", s.Name, s.Kind, s.When, s.Text)
	}
	for _, c := range d.Documents {
		line := c.Label + ": " + c.Document
		if c.From != "" {
			line += " from " + string(c.From)
		}
		if c.Words != nil {
			line += fmt.Sprintf(", %d of %d words", c.Words.Changed, c.Words.Of)
		}
		if c.More > 0 {
			line += fmt.Sprintf(", %d more", c.More)
		}
		say("%s", line)
		for _, f := range c.Described {
			say("  %s: %s -> %s", f.Field, f.BeforeText, f.AfterText)
		}
		for _, s := range c.Statements {
			say("  + %s", statement(s))
		}
		for _, s := range c.Gone {
			say("  - %s", statement(s))
		}
		for _, k := range c.Corrected {
			say("  %s: %s", strings.Join(k.Changed, ", "), statement(k.Before))
			say("    now %s", statement(k.After))
		}
		for _, e := range c.Edits {
			say("  %q -> %q", e.Before, e.After)
		}
		for _, e := range c.Excerpts {
			say("  … %s", e.Text)
		}
		for _, h := range c.Hits {
			say("  ? %s", h.Text)
		}
	}
	stands := func(p *handlers.PositionThen) string {
		if p == nil {
			return "none"
		}
		return fmt.Sprintf("%s (%s)", p.Stance, p.When)
	}
	for _, p := range d.Positions {
		earlier := ""
		if p.Earlier {
			earlier = ", earlier"
		}
		say("%s on %s %s%s: %s -> %s", p.Name, p.TopicName, p.Change, earlier, stands(p.Before), stands(p.After))
	}
	return lines
}

// TestDigestOfEachChange changes the dossier of the railway in one way each.
func TestDigestOfEachChange(t *testing.T) {
	chronicle, courier, dossier, actors := railway["chronicle.txt"], railway["courier.txt"], railway["dossier.yaml"], railway["actors.yaml"]
	replace := func(text, old, new string) string {
		if !strings.Contains(text, old) {
			t.Fatalf("%q is not in the text", old)
		}
		return strings.ReplaceAll(text, old, new)
	}
	for _, c := range []struct {
		name   string
		change []string
		news   bool
		want   []string
	}{
		{"nothing", nil, false, []string{""}},
		{"saved again", []string{"courier.txt", "\ufeff" + replace(courier, "\n", "\r\n") + "\r\n"}, false, []string{""}},
		{"added", []string{"new.txt", "12 July 2026\n\nHanne Dahlke said on 11 July 2026 that the rack would stay.\n"}, true, []string{
			"1 new document",
			"New: new.txt",
			"  + Hanne Dahlke, reported, 11 Jul 2026: Hanne Dahlke said on 11 July 2026 that the rack would stay.",
		}},
		{"added, but old", []string{"new.txt", "12 May 2026\n\nHanne Dahlke said on 11 May 2026 that the rack would stay.\n"}, true, []string{
			"1 old document added",
			"New here, but old: new.txt",
			"  + Hanne Dahlke, reported, 11 May 2026: Hanne Dahlke said on 11 May 2026 that the rack would stay.",
		}},
		{"added, without a date", []string{"new.txt", "Hanne Dahlke said that the rack would stay.\n"}, true, []string{
			"1 undated document added",
			"New, date unknown: new.txt",
			"  + Hanne Dahlke, reported, date unknown: Hanne Dahlke said that the rack would stay.",
		}},
		{"withdrawn", []string{"courier.txt", "", "dossier.yaml", without(dossier, "courier.txt"), "actors.yaml", replace(actors, ", courier.txt", "")}, true, []string{
			"1 withdrawn",
			"Withdrawn: courier.txt",
			"  - Hanne Dahlke, direct, 11 Mar 2024: “A rack lasts a hundred years and a rope lasts ten,” Hanne Dahlke said on 11 March 2024.",
			"  - Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
		}},
		{"moved", []string{"undated.txt", "", "well.txt", railway["undated.txt"]}, false, []string{"1 moved", "Moved: well.txt from undated.txt"}},
		{"moved and revised", []string{"undated.txt", "", "well.txt", replace(railway["undated.txt"], "twice", "thrice")}, true, []string{
			"1 revised",
			"Moved and revised: well.txt from undated.txt, 1 of 22 words",
			`  "The locomotives whistle at the summit twice a day." -> "The locomotives whistle at the summit thrice a day."`,
		}},
		{"moved with a slip", []string{"undated.txt", "", "well.txt", replace(railway["undated.txt"], "locomotives", "locomotivs")}, false, []string{"1 moved", "Moved: well.txt from undated.txt"}},
		{"revised beside a copy", []string{"old.txt", railway["undated.txt"], "undated.txt", replace(railway["undated.txt"], "twice", "thrice")}, true, []string{
			"1 revised, 1 moved",
			"Revised: undated.txt, 1 of 22 words",
			`  "The locomotives whistle at the summit twice a day." -> "The locomotives whistle at the summit thrice a day."`,
			"Moved: old.txt from undated.txt",
		}},
		{"another beside a copy", []string{"old.txt", railway["undated.txt"], "undated.txt", "12 July 2026\n\nHanne Dahlke said on 11 July 2026 that the rack would stay.\n"}, true, []string{
			"1 new document, 1 moved",
			"New: undated.txt",
			"  + Hanne Dahlke, reported, 11 Jul 2026: Hanne Dahlke said on 11 July 2026 that the rack would stay.",
			"Moved: old.txt from undated.txt",
		}},
		{"typing slip", []string{"chronicle.txt", replace(chronicle, "accounts", "acounts")}, false, []string{"1 with typing slips only"}},
		{"typing slip in a statement", []string{"chronicle.txt", replace(chronicle, "hundred years", "hundred  years"), "courier.txt", replace(courier, "locomotives", "locomotivs")}, false, []string{"2 with typing slips only"}},
		{"lines broken otherwise", []string{"chronicle.txt", replace(chronicle, "on Tuesday morning, ", "on Tuesday morning,\n")}, false, []string{"1 with typing slips only"}},
		{"a letter that makes a name", []string{"undated.txt", replace(railway["undated.txt"], "Dahlke", "Dahlkke")}, true, []string{
			"1 revised",
			"Revised: undated.txt, 1 of 22 words",
			`  "Hanne Dahlke climbed to the summit on foot and drank from the well." -> "Hanne Dahlkke climbed to the summit on foot and drank from the well."`,
		}},
		{"a letter that makes a month", []string{"summit.txt", replace(railway["summit.txt"], "30 August", "30 Augst")}, true, []string{
			"1 revised",
			"Revised: summit.txt, 1 of 28 words",
			`  "The summit station was opened again on 30 August 2025." -> "The summit station was opened again on 30 Augst 2025."`,
		}},
		{"a number", []string{"chronicle.txt", replace(chronicle, "three valleys", "four valleys")}, true, []string{
			"1 revised",
			"Revised: chronicle.txt, 1 of 76 words",
			`  "The minister had visited the workshops of the railway with engineers from three valleys and a choir of pensioners." -> "The minister had visited the workshops of the railway with engineers from four valleys and a choir of pensioners."`,
		}},
		{"a date", []string{"chronicle.txt", replace(chronicle, "5 March 2024", "6 March 2024")}, true, []string{
			"1 revised",
			"Revised: chronicle.txt, 1 of 76 words",
			"  said: Agda Vorn, reported, 5 Mar 2024: Agda Vorn argued on 5 March 2024 that the tunnel would flood the meadows below Oberkesten.",
			"    now Agda Vorn, reported, 6 Mar 2024: Agda Vorn argued on 6 March 2024 that the tunnel would flood the meadows below Oberkesten.",
		}},
		{"a denial", []string{"chronicle.txt", replace(chronicle, "would flood", "would not flood")}, true, []string{
			"1 revised",
			"Revised: chronicle.txt, 1 of 77 words",
			"  words: Agda Vorn, reported, 5 Mar 2024: Agda Vorn argued on 5 March 2024 that the tunnel would flood the meadows below Oberkesten.",
			"    now Agda Vorn, reported, 5 Mar 2024: Agda Vorn argued on 5 March 2024 that the tunnel would not flood the meadows below Oberkesten.",
		}},
		{"a name", []string{"chronicle.txt", replace(chronicle, "Agda Vorn", "Ilja Vorn")}, true, []string{
			"1 revised",
			"Revised: chronicle.txt, 1 of 76 words",
			"  speaker: Agda Vorn, reported, 5 Mar 2024: Agda Vorn argued on 5 March 2024 that the tunnel would flood the meadows below Oberkesten.",
			"    now Ilja Vorn, reported, 5 Mar 2024: Ilja Vorn argued on 5 March 2024 that the tunnel would flood the meadows below Oberkesten.",
		}},
		{"a sentence put in", []string{"chronicle.txt", chronicle + "The mayor was not asked.\n"}, true, []string{"1 revised", "Revised: chronicle.txt, 5 of 81 words", `  "" -> "The mayor was not asked."`}},
		{"a sentence taken out", []string{"chronicle.txt", replace(chronicle, " Rolf Maar, a farmer, sold his cows.", "")}, true, []string{
			"1 revised",
			"Revised: chronicle.txt, 7 of 76 words",
			`  "Rolf Maar, a farmer, sold his cows." -> ""`,
		}},
		{"a statement put in", []string{"courier.txt", courier + "\nAgda Vorn said on 14 March 2024 that the tickets were too dear.\n"}, true, []string{
			"1 revised",
			"Revised: courier.txt, 13 of 65 words",
			"  + Agda Vorn, reported, 14 Mar 2024: Agda Vorn said on 14 March 2024 that the tickets were too dear.",
		}},
		{"a statement taken out", []string{"courier.txt", shared1 + "\n"}, true, []string{
			"1 revised",
			"Revised: courier.txt, 15 of 52 words",
			"  - Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
		}},
		{"a statement reworded", []string{"courier.txt", replace(courier, "older than their drivers", "older than their tracks")}, true, []string{
			"1 revised",
			"Revised: courier.txt, 1 of 52 words",
			"  words: Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
			"    now Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their tracks.",
		}},
		{"a statement reworded behind another like it", []string{"courier.txt", replace(courier, "Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
			"Ilja Vorn said on 13 March 2024 that the carriages were older than their guests. Ilja Vorn said on 13 March 2024 that the locomotives were older than their tracks.")}, true, []string{
			"1 revised",
			"Revised: courier.txt, 16 of 67 words",
			"  + Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the carriages were older than their guests.",
			"  words: Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
			"    now Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their tracks.",
			`  "Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers." -> "Ilja Vorn said on 13 March 2024 that the carriages were older than their guests. Ilja Vorn said on 13 March 2024 that the locomotives were older than their tracks."`,
		}},
		{"a quotation made of a report", []string{"courier.txt", replace(courier, "the locomotives were older than their drivers", "“the locomotives were older than their drivers”")}, true, []string{
			"1 revised",
			"Revised: courier.txt, 0 of 52 words",
			"  kind: Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
			"    now Ilja Vorn, mixed, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that “the locomotives were older than their drivers”.",
		}},
		{"a speaker corrected", []string{"corrections.yaml", "corrections:\n  - document: courier.txt\n    quote: the locomotives were older\n    speaker: agda-vorn\n    reason: a slip of the paper\n"}, true, []string{
			"1 revised",
			"Revised: courier.txt",
			"  speaker: Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
			"    now Agda Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
		}},
		{"a date corrected", []string{"corrections.yaml", "corrections:\n  - document: courier.txt\n    quote: the locomotives were older\n    said: 2024-03-12\n    reason: a slip of the paper\n"}, true, []string{
			"1 revised",
			"Revised: courier.txt",
			"  said: Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
			"    now Ilja Vorn, reported, 12 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
		}},
		{"a statement dropped", []string{"corrections.yaml", "corrections:\n  - document: courier.txt\n    quote: the locomotives were older\n    drop: true\n    reason: a slip of the paper\n"}, true, []string{
			"1 revised",
			"Revised: courier.txt",
			"  - Ilja Vorn, reported, 13 Mar 2024: Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.",
		}},
		{"described otherwise", []string{"dossier.yaml", strings.NewReplacer("published: 2024-03-14", "published: 2024-03-15", "title: Summit station reopens", "title: Summit station opens again").Replace(dossier)}, true, []string{
			"2 revised",
			"Revised: summit.txt",
			"  title: Summit station reopens -> Summit station opens again",
			"Revised: courier.txt",
			"  published: 14 Mar 2024 -> 15 Mar 2024",
		}},
		{"a slip in a title", []string{"dossier.yaml", replace(dossier, "Summit station reopens", "Summit station reopenns")}, false, []string{"1 with typing slips only"}},
		{"a letter of an author", []string{"dossier.yaml", replace(dossier, "author: Tove Almgren", "author: Tove Almgrin")}, true, []string{
			"1 revised",
			"Revised: chronicle.txt",
			"  author: Tove Almgren -> Tove Almgrin",
		}},
		{"another link", []string{"dossier.yaml", replace(dossier, "railway?a=1&b=2", "railway")}, false, []string{
			"1 with another link",
			"Another link: chronicle.txt",
			"  url: https://chronicle.example/railway?a=1&b=2 -> https://chronicle.example/railway",
		}},
		{"a position put in", []string{"actors.yaml", replace(actors, "    positions:\n", "    positions:\n      - {topic: rack, stance: conditional, summary: Wants it kept if the state pays., as_of: 2025-09, documents: [summit.txt]}\n")}, true, []string{
			"1 position changed",
			"Hanne Dahlke on The rack railway changed: for (11 Mar 2024) -> conditional (Sep 2025)",
		}},
		{"a position changed", []string{"actors.yaml", replace(actors, "stance: against", "stance: conditional")}, true, []string{
			"1 position changed",
			"Hanne Dahlke on Fares changed: against (Sep 2025) -> conditional (Sep 2025)",
		}},
		{"a position with a slip", []string{"actors.yaml", replace(actors, "Refuses to raise", "Refusses to raise")}, false, []string{""}},
		{"a position withdrawn", []string{"actors.yaml", replace(actors, "      - topic: fares\n        stance: against\n        summary: Refuses to raise the fares before the winter.\n        as_of: 2025-09\n        documents: [summit.txt, courier.txt]\n", "")}, true, []string{"1 position changed", "Hanne Dahlke on Fares withdrawn: against (Sep 2025) -> none"}},
		{"an earlier position put in", []string{"actors.yaml", replace(actors, "    positions:\n", "    positions:\n      - {topic: rack, stance: against, summary: Wanted it gone., as_of: 2020, documents: [chronicle-2024]}\n")}, true, []string{
			"1 position changed",
			"Hanne Dahlke on The rack railway added, earlier: none -> against (2020)",
		}},
		{"another name of an actor", []string{"actors.yaml", replace(actors, "aliases: [", "aliases: [Hanne D., ")}, false, []string{""}},
		{"the first words of a sentence", []string{"summit.txt", replace(railway["summit.txt"], "The summit station", "Last, the summit station")}, true, []string{
			"1 revised",
			"Revised: summit.txt, 2 of 29 words",
			`  "The summit station was opened again on 30 August 2025." -> "Last, the summit station was opened again on 30 August 2025."`,
		}},
		{"unreadable", []string{"scan.txt", "\x00\x01"}, true, []string{"1 file unreadable"}},
		{"of no format that is read", []string{"scan.xyz", "?"}, false, []string{""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := recorded(t, railway)
			r.change(c.change...)
			got := r.digest(handlers.DigestRequest{Since: "#1"})
			if diff := cmp.Diff(c.want, told(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if got.News() != c.news {
				t.Errorf("news: %v", got.News())
			}
		})
	}
}

// without is a dossier.yaml without the entry of a document.
func without(dossier, path string) string {
	before, entry, _ := strings.Cut(dossier, "  - path: "+path+"\n")
	_, after, _ := strings.Cut(entry, "  - path: ")
	return before + "  - path: " + after
}
