package index_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/index"
	"dossierbot/index/words"
)

// TestMentioned: the counts are those of the passages that are found, also
// after a document has changed.
func TestMentioned(t *testing.T) {
	dir, state := t.TempDir(), t.TempDir()
	write(t, dir, quay)
	for _, c := range []struct {
		name  string
		files map[string]string
		want  map[string]int
	}{
		// Jonas Kairys speaks in two documents; Marek Oberski is only an author.
		{"new", quay, map[string]int{"kairys": 2, "vilkaite": 1, "transport-board": 2}},
		{"changed", with(quay, "gulls.txt", "The lighthouse keeper counts the gulls every morning, and Rasa Vilkaitė counts them at night.\n"),
			map[string]int{"kairys": 1, "vilkaite": 2, "transport-board": 2}},
	} {
		write(t, dir, c.files)
		x := open(t, folderAt(t, dir), index.Options{Dir: state, Write: true})
		got, err := x.Mentioned()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		for id, n := range c.want {
			if hits, err := x.OfActor(t.Context(), id, 100); err != nil || len(hits) != n {
				t.Errorf("%s: %d passages of %s, %v", c.name, len(hits), id, err)
			}
		}
		x.Close()
	}
}

func TestCountOfTopic(t *testing.T) {
	x := memory(t, quay)
	for name, c := range map[string]struct {
		names [][]string
		want  int
	}{
		"one word":       {[][]string{{words.Stem("lighthouse")}}, 1},
		"any of two":     {[][]string{{words.Stem("icebreaker")}, {words.Stem("gulls")}}, 3},
		"all of a name":  {[][]string{{words.Stem("harbour"), words.Stem("dues")}}, 1},
		"not all of one": {[][]string{{words.Stem("harbour"), words.Stem("gulls")}}, 0},
		"no names":       {nil, 0},
	} {
		n, err := x.CountOfTopic(t.Context(), c.names)
		hits, errHits := x.OfTopic(t.Context(), c.names, 100)
		if err != nil || errHits != nil || n != c.want || len(hits) != c.want {
			t.Errorf("%s: counted %d, found %d, want %d; %v, %v", name, n, len(hits), c.want, err, errHits)
		}
	}
}

// TestDiscoveredAsMostWrite: a name that no editor has listed is shown as most
// documents write it, however the index came to be.
func TestDiscoveredAsMostWrite(t *testing.T) {
	dir, state := t.TempDir(), t.TempDir()
	text := func(name string) string {
		return "The lock was repaired by " + name + ", a diver from the north. " + name + " said that the gate would hold.\n"
	}
	files := map[string]string{"a.txt": text("Petra Klein"), "b.txt": text("Petra Kléin"), "c.txt": text("Petra Kléin")}
	for _, changed := range []string{"The lock is shut.\n", "The lock is open.\n"} {
		write(t, dir, with(files, "d.txt", changed))
		for _, o := range []index.Options{{}, {Dir: state, Write: true}} {
			x := open(t, folderAt(t, dir), o)
			if got := x.Discovered(); len(got) != 1 || got[0].Actor.Name != "Petra Kléin" {
				t.Errorf("in %q: %+v", o.Dir, got)
			}
			x.Close()
		}
	}
}
