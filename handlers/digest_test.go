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
	revision, err := r.Record(ctx, r.store, "test")
	if err != nil {
		r.t.Fatal(err)
	}
	return revision
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
		{"added", []string{"new.txt", "12 July 2026\n\nHanne Dahlke said on 11 July 2026 that the rack would stay.\n"}, true, nil},
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
	_, _, _, _ = chronicle, courier, dossier, actors
	_ = replace
}
