package handlers_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
)

// TestDigestSpan holds which revisions the words of people mean. The states are
// of the 15th, from 13:00 UTC on, an hour apart.
func TestDigestSpan(t *testing.T) {
	r := recorded(t, railway)
	second := r.change("undated.txt", "Hanne Dahlke climbed to the summit by train.\n")
	third := r.change("new.txt", "It rained in Kesten on 3 May 2026.\n")
	r.now = r.now.Add(48 * time.Hour)
	for _, c := range []struct {
		since, until string
		from, to     int64
		note         string
	}{
		{"", "", 2, 3, ""},
		{"", "#2", 1, 2, ""},
		{"", "#1", 1, 1, "first state on record"},
		{"#1", "", 1, 3, ""},
		{second.ID, "", 2, 3, ""},
		{" " + strings.ToUpper(second.ID) + " ", third.ID, 2, 3, ""},
		{"2026-07-15T14:30:00Z", "", 2, 3, ""},
		{"2026-07-15T16:30:00+02:00", "", 2, 3, ""},
		{"2026-07-15T13:00:00Z", "2026-07-15T14:00:00Z", 1, 2, ""},
		{"2026-07-15", "", 1, 3, "not on record"},
		{"2026-07-16", "", 3, 3, ""},
		{"yesterday", "", 3, 3, ""},
		{"1999", "", 1, 3, "not on record"},
		{"#1", "2026-07-15", 1, 3, ""},
	} {
		got := r.digest(handlers.DigestRequest{Since: c.since, Until: c.until})
		if got.From == nil || got.From.Number != c.from || got.To.Number != c.to {
			t.Errorf("since %q until %q: from %+v to %+v, want from %d to %d", c.since, c.until, got.From, got.To, c.from, c.to)
		}
		if notes := strings.Join(got.Notes, " "); (c.note == "") != (notes == "") || !strings.Contains(notes, c.note) {
			t.Errorf("since %q until %q: notes %q, want %q", c.since, c.until, notes, c.note)
		}
		if nothing := got.Outcome == "none_in_range"; nothing != (c.from == c.to) || nothing != (got.Answer != "") {
			t.Errorf("since %q until %q: %s %q", c.since, c.until, got.Outcome, got.Answer)
		}
	}
	for _, c := range []struct {
		since, until string
		what         string
		offer        string
	}{
		{"#9", "", "#3 of 15 Jul 2026, 15:00 UTC", third.ID},
		{second.ID[:8] + "00", "", "No revision “" + second.ID[:8] + "00”", second.ID},
		{"r0000000000000000000", "", "#1 of 15 Jul 2026, 13:00 UTC", ""},
		{"last Thuesday", "", "neither a revision nor a date", ""},
		{"2027", "", "yet to come", ""},
		{"", "2026-07-14", "Nothing was on record by then", ""},
		{"#3", "#2", "ends before it begins", ""},
	} {
		_, err := r.Digest(t.Context(), r.store, handlers.DigestRequest{Since: c.since, Until: c.until})
		if p := problem(t, err); !strings.Contains(p.What, c.what) || c.offer != "" && p.Example != c.offer {
			t.Errorf("since %q until %q: %+v", c.since, c.until, p)
		}
	}
	all := r.digest(handlers.DigestRequest{From: 0, To: 3})
	if all.From != nil || all.Counts.Added != 6 {
		t.Errorf("from the beginning: %+v, %+v", all.From, all.Counts)
	}
}

// TestDigestOfThePast holds that what is told of two revisions stays the same
// when others follow.
func TestDigestOfThePast(t *testing.T) {
	r := recorded(t, railway)
	r.change(weeklyNews...)
	then := told(r.digest(handlers.DigestRequest{From: 1, To: 2}))
	r.change("fares.txt", "", "walk.txt", "Nobody walked.\n", "courier.txt", "A new paper.\n")
	if diff := cmp.Diff(then, told(r.digest(handlers.DigestRequest{From: 1, To: 2}))); diff != "" {
		t.Errorf("(-then +now):\n%s", diff)
	}
}

// TestOldWhenItCame holds that a document is old news by the day on which it
// came, not by that on which it is told.
func TestOldWhenItCame(t *testing.T) {
	r := recorded(t, railway)
	r.change("news.txt", "10 July 2026\n\nThe fares were printed on tin.\n")
	r.now = r.now.AddDate(0, 3, 0)
	r.change("news.txt", "", "oil.txt", "10 July 2026\n\nThe fares were printed on tin.\n", "late.txt", "9 July 2026\n\nThe fares were printed on paper.\n")
	want := []string{"1 new document, 1 old document added", "New: oil.txt", "New here, but old: late.txt"}
	if diff := cmp.Diff(want, told(r.digest(handlers.DigestRequest{Since: "#1"}))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestDigestByActor holds who said most, and that the same words in two
// documents are told once.
func TestDigestByActor(t *testing.T) {
	r := recorded(t, railway)
	const said = "“The wheels are square,” Agda Vorn said on 12 July 2026."
	r.change(
		"one.txt", "13 July 2026\n\n"+said+" “It is a scandal,” Ilja Vorn said on 12 July 2026.\n",
		"two.txt", "14 July 2026\n\n"+said+"\n\n“Nobody asked me,” Ilja Vorn said on 14 July 2026.\n",
	)
	got := r.digest(handlers.DigestRequest{Since: "#1"})
	var by []string
	for _, a := range got.ByActor {
		by = append(by, fmt.Sprintf("%s %d %v", a.Name, a.Count, a.Statements))
	}
	if diff := cmp.Diff([]string{"Ilja Vorn 2 [{0 1} {1 1}]", "Agda Vorn 1 [{0 0}]"}, by); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	first := got.Documents[0].Statements[0]
	if len(first.AlsoIn) != 1 || first.AlsoIn[0].Document != "one.txt" {
		t.Errorf("also in: %+v", first.AlsoIn)
	}
}

// TestDigestOfAnUnreadableFolder holds that what lies in it is not taken for
// withdrawn by an editor either.
func TestDigestOfAnUnreadableFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root reads everything")
	}
	r := recorded(t, railway)
	folder := filepath.Join(r.dir, "attic")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	r.change("attic/old.txt", "It rained.\n")
	if err := os.Chmod(folder, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755) }) // else it cannot be removed
	r.read()
	got := r.digest(handlers.DigestRequest{})
	if len(got.Documents) != 1 || got.Documents[0].Why == "" || len(got.Unread) != 1 || !strings.HasPrefix(got.Unread[0], "attic: ") {
		t.Errorf("%q, unread %q", told(got), got.Unread)
	}
}

// TestDigestByActorBeyondTheList counts what is said, whether it is listed or not.
func TestDigestByActorBeyondTheList(t *testing.T) {
	r := recorded(t, railway)
	const many = 40
	text := "12 July 2026\n\n"
	for n := range many {
		text += fmt.Sprintf("“We shall lay %d new sleepers,” Agda Vorn said on 12 July 2026. ", 100+n)
	}
	r.change("many.txt", text+"\n", "few.txt", "11 July 2026\n\n“We shall lay no sleepers,” Agda Vorn said on 11 July 2026.\n")
	for _, limit := range []int{0, 1} {
		got := r.digest(handlers.DigestRequest{Since: "#1", Limit: limit})
		listed := 0
		for _, d := range got.Documents {
			listed += len(d.Statements)
		}
		if len(got.ByActor) != 1 || got.ByActor[0].Count != many+1 || len(got.ByActor[0].Statements) != listed {
			t.Errorf("at most %d documents: %+v, and %d statements are listed", limit, got.ByActor, listed)
		}
		for _, s := range got.ByActor[0].Statements {
			if name := got.Documents[s.Document].Statements[s.Statement].Name; name != "Agda Vorn" {
				t.Errorf("%+v is a statement of %s", s, name)
			}
		}
	}
}

// TestDigestOfOneDocument tells of it what is told of it among all others.
func TestDigestOfOneDocument(t *testing.T) {
	long := "The pump of the well froze in the winter, and the guard of the summit thawed it with a candle, which took him until noon.\n"
	nearer := strings.Replace(long, "a candle", "two candles", 1)
	r := recorded(t, map[string]string{"kept.txt": "The rack is sound.\n", "pump.txt": long, "well.txt": "The well is deep.\n"})
	r.change("pump.txt", "", "far.txt", strings.Replace(nearer, "until noon", "all the day", 1), "near.txt", nearer,
		"well.txt", "The well is very deep.\n", "well-old.txt", "The well is deep.\n")
	all := r.digest(handlers.DigestRequest{Since: "#1"})
	var labels []string
	for _, c := range all.Documents {
		labels = append(labels, c.Label+": "+c.Document)
	}
	want := []string{"New, date unknown: far.txt", "Revised: well.txt", "Moved and revised: near.txt", "Moved: well-old.txt"}
	if diff := cmp.Diff(want, labels); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, c := range all.Documents {
		r.read() // what was compared is compared anew
		got := r.digest(handlers.DigestRequest{From: 1, To: 2, Document: c.Document})
		if len(got.Documents) != 1 || got.Documents[0].Label != c.Label || got.Documents[0].From != c.From {
			t.Errorf("%s from %q is told as %q alone and as %s among all", c.Document, c.From, told(got), c.Label)
		}
	}
}

// TestDigestOfUnreadableFiles holds that what can no longer be read is not taken
// for withdrawn by an editor.
func TestDigestOfUnreadableFiles(t *testing.T) {
	r := recorded(t, railway)
	r.change("undated.txt", "\x00\x01 not text \xff")
	got := r.digest(handlers.DigestRequest{Since: "#1"})
	if diff := cmp.Diff("1 withdrawn, 1 file unreadable", got.Headline); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(got.Documents) != 1 || got.Documents[0].Why == "" || len(got.Unread) != 1 || !strings.HasSuffix(got.Unread[0], ": "+string(got.Documents[0].Why)) {
		t.Errorf("%+v, unread %q", got.Documents, got.Unread)
	}
	if err := os.MkdirAll(filepath.Join(r.dir, "attic"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(r.dir, "undated.txt"), filepath.Join(r.dir, "attic", "undated.txt")); err != nil {
		t.Fatal(err)
	}
	r.read()
	if got := r.digest(handlers.DigestRequest{}); got.News() || len(got.Unread) > 0 {
		t.Errorf("moved: %q, %q", got.Headline, got.Unread)
	}
	r.change("Talk: of the week.txt", "\x00\x01", "line\nbreak.txt", "It rained.\n", "Talk: of the week.xyz", "?")
	got = r.digest(handlers.DigestRequest{})
	var files []string
	for _, file := range got.Unread {
		name, _, _ := strings.Cut(file, ": it")
		files = append(files, name)
	}
	if diff := cmp.Diff([]string{"Talk: of the week.txt", `"line\nbreak.txt"`}, files); diff != "" {
		t.Errorf("unread (-want +got):\n%s", diff)
	}
}

// TestNothingToTell touches, saves again, renames and moves many files.
func TestNothingToTell(t *testing.T) {
	files := with(railway)
	for i := range 100 {
		files[fmt.Sprintf("report%d.txt", i)] = fmt.Sprintf("%d May 2026\n\nThe minister counted %d wheels.\n\nIlja Vorn said on 1 May 2026 that %d were lost.\n", 1+i%30, 100+i, i)
	}
	r := recorded(t, files)
	for i := range 100 {
		name := filepath.Join(r.dir, fmt.Sprintf("report%d.txt", i))
		text := []byte(files[filepath.Base(name)])
		var err error
		switch i % 4 {
		case 0:
			err = os.Chtimes(name, r.now, r.now)
		case 1:
			err = os.WriteFile(name, []byte(strings.ReplaceAll(string(text), "\n", "\r\n")), 0o644)
		case 2:
			err = os.Rename(name, name+".txt")
		case 3:
			if err = os.MkdirAll(filepath.Join(r.dir, "moved"), 0o755); err == nil {
				err = os.Rename(name, filepath.Join(r.dir, "moved", filepath.Base(name)))
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	r.read()
	got := r.digest(handlers.DigestRequest{Since: "#1", Limit: 10})
	if diff := cmp.Diff(handlers.DigestCounts{Moved: 50}, got.Counts); diff != "" || got.News() {
		t.Errorf("news %v (-want +got):\n%s", got.News(), diff)
	}
	if len(got.Documents) != 10 || got.More != 40 || got.Headline != "50 moved" {
		t.Errorf("%d listed, %d more, %q", len(got.Documents), got.More, got.Headline)
	}
}

// TestDigestBesideTheRecord holds that a state which could not be recorded is
// not taken for no change.
func TestDigestBesideTheRecord(t *testing.T) {
	r := recorded(t, railway)
	if err := os.WriteFile(filepath.Join(r.dir, "undated.txt"), []byte("Hanne Dahlke climbed to the summit by train.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	r.open()
	got := r.digest(handlers.DigestRequest{Since: "#1"})
	if !strings.HasPrefix(got.Answer, "Nothing is on record after #1 of ") || len(got.Notes) != 1 || !strings.Contains(got.Notes[0], "not on record") {
		t.Errorf("%q, notes %q", got.Answer, got.Notes)
	}
	if got := r.digest(handlers.DigestRequest{Until: "#1"}); strings.Contains(strings.Join(got.Notes, " "), "by now") {
		t.Errorf("until the state on record: notes %q", got.Notes)
	}
}

// TestDigestJSON holds that scripts find a list where there is none, and null
// where something is not known.
func TestDigestJSON(t *testing.T) {
	r := recorded(t, railway)
	r.change(weeklyNews...)
	reply, raw := jsonOf(t, r.digest(handlers.DigestRequest{Since: "#1"}))
	if strings.Contains(raw, `\u00`) {
		t.Errorf("characters are escaped that need not be: %s", raw)
	}
	empty, _ := jsonOf(t, r.digest(handlers.DigestRequest{Since: "#2"}))
	if diff := cmp.Diff(object{
		"outcome": "none_in_range", "documents": array{}, "positions": array{}, "by_actor": array{}, "unread": array{}, "notes": array{}, "more": 0.0,
	}, pick(t, empty, "outcome", "documents", "positions", "by_actor", "unread", "notes", "more")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, d := range reply["documents"].(array) {
		for _, name := range []string{"statements", "gone", "corrected", "edits", "described", "excerpts", "hits", "speaking", "mentioned", "topics"} {
			if _, ok := d.(object)[name].(array); !ok {
				t.Errorf("%v: %s is no list", d.(object)["document"], name)
			}
		}
	}
	var gone struct {
		Documents []struct{ Gone []map[string]json.RawMessage }
	}
	if err := json.Unmarshal([]byte(raw), &gone); err != nil {
		t.Fatal(err)
	}
	places := 0
	for _, d := range gone.Documents {
		for _, s := range d.Gone {
			places++
			if string(s["passage"]) != "null" || string(s["key"]) != "null" {
				t.Errorf("what is gone stands in %s %s", s["passage"], s["key"])
			}
		}
	}
	if places == 0 {
		t.Error("nothing is gone")
	}
}
