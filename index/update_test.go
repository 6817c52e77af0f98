package index_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/index"
	"dossierbot/index/words"
)

// all is everything that an index tells.
type all struct {
	Stats      index.Stats
	Answers    map[string]index.Result
	Documents  []*index.DocumentEntry
	Discovered []corpus.Actor
	Mentioned  map[string]int
	OfActor    map[string][]index.Hit
	OfTopic    []index.Hit
	Topics     int
	Verified   index.Verified
}

func allOf(t testing.TB, x *index.Index) all {
	t.Helper()
	ctx := context.Background()
	a := all{Stats: x.Stats(), Answers: answers(t, x), OfActor: map[string][]index.Hit{}}
	a.Stats.Indexed, a.Stats.Removed, a.Stats.InMemory = 0, 0, false
	for _, word := range strings.Fields(pool) {
		a.Answers["word "+word] = search(t, x, index.Query{Terms: terms(word + " harbour"), Limit: 5})
		a.Answers["name "+word] = search(t, x, index.Query{Terms: unknown(word), Limit: 5})
	}
	var err error
	keep := func(e error) { err = errors.Join(err, e) }
	var e error
	a.Documents, e = x.Documents(ctx)
	keep(e)
	for _, d := range x.Discovered() {
		a.Discovered = append(a.Discovered, d.Actor)
	}
	a.Mentioned, e = x.Mentioned()
	keep(e)
	for _, actor := range []string{"kairys", "oberski", "transport-board"} {
		a.OfActor[actor], e = x.OfActor(ctx, actor, 3)
		keep(e)
	}
	harbour := [][]string{{words.Stem("harbour")}, {words.Stem("cranes"), words.Stem("gulls")}}
	a.OfTopic, e = x.OfTopic(ctx, harbour, 7)
	keep(e)
	a.Topics, e = x.CountOfTopic(ctx, harbour)
	keep(e)
	a.Verified, e = x.Verify(ctx, "the crane must stay in the harbour, whatever the winter may cost", 5)
	keep(e)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// sameAll fails the test where two indexes tell different things.
func sameAll(t testing.TB, want, got all) {
	t.Helper()
	if diff := gocmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.EquateApprox(0, 1e-9), cmpopts.IgnoreUnexported(index.DocumentEntry{})); diff != "" {
		t.Errorf("the indexes differ (-want +got):\n%s", diff)
	}
}

// pool are words that texts are made of; some are of one family, some are names.
const pool = "harbour harbours crane cranes gull gulls winter wintering lighthouse lighthouses keeper icebreaker river dues fuel Zubrow Mendel navigation navigator navigate promise promised"

// someText is a text made of chance.
func someText(r *rand.Rand) string {
	from := strings.Fields(pool)
	said := []string{
		"Jonas Kairys said on %d May 2024 that the %s must stay in the harbour.",
		"Marek Oberski told the radio on %d June 2023 that “the %s cost too much”.",
		"The Transport Board paid for the %[2]s on %[1]d February 2021.",
		"On day %d nobody saw the %s.",
		"Petra Klein, a diver from the north, mended the %[2]s for %[1]d days. Petra Klein said that the gate would hold.",
		"Petra Kléin, a diver from the south, mended the %[2]s for %[1]d days. Petra Kléin said that the gate would hold.",
	}
	var text strings.Builder
	for range 1 + r.IntN(12) {
		fmt.Fprintf(&text, said[r.IntN(len(said))], 1+r.IntN(28), from[r.IntN(len(from))])
		text.WriteString([]string{" ", "\n\n"}[r.IntN(2)])
	}
	return text.String()
}

// change changes some files at random, and gives the ids of the documents that
// this changes.
func change(r *rand.Rand, files map[string]string) (changed []string) {
	for range 1 + r.IntN(3) {
		name := fmt.Sprintf("chance/%d.txt", r.IntN(30))
		if _, ok := files[name]; ok && r.IntN(3) == 0 {
			delete(files, name)
		} else {
			files[name] = someText(r)
		}
		changed = append(changed, name)
	}
	slices.Sort(changed)
	return slices.Compact(changed)
}

// update updates an index and closes the one before.
func update(t testing.TB, x *index.Index, f *intake.Folder, changed []string) *index.Index {
	t.Helper()
	next, err := x.Update(context.Background(), f, changed)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := next.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	return next
}

// An index that grew by many updates answers exactly as one made at once:
// neither its segments nor the passages that are gone show.
func TestGrown(t *testing.T) {
	t.Parallel()
	for where, o := range map[string]index.Options{"in memory": {}, "on disk": {Dir: t.TempDir(), Write: true, Keep: true}} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(3, 4))
			dir := filepath.Join(t.TempDir(), "dossier")
			files := maps.Clone(quay)
			write(t, dir, files)
			x := open(t, folderAt(t, dir), o)
			for n := range 60 {
				changed := change(r, files)
				if n%7 == 6 { // a file of the quay, and maybe nothing at all
					files = with(files, "gulls.txt", someText(r), "winter/ice.md", []string{"", quay["winter/ice.md"]}[r.IntN(2)])
					changed = append(changed, "gulls.txt", "winter/ice.md")
				}
				if n%5 == 4 {
					changed = nil
				}
				write(t, dir, files)
				f := folderAt(t, dir)
				x = update(t, x, f, changed)
				if n%10 == 9 {
					sameAll(t, allOf(t, open(t, f, index.Options{})), allOf(t, x))
				}
			}
			if o.Dir == "" {
				return
			}
			want := allOf(t, x)
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
			again := open(t, folderAt(t, dir), index.Options{Dir: o.Dir, Write: true})
			if s := again.Stats(); s.Indexed+s.Removed > 0 {
				t.Errorf("opened again: %+v, want nothing indexed or removed", s)
			}
			sameAll(t, want, allOf(t, again))
		})
	}
}

// Each index sees its own state, whatever was made of it since, and whichever
// of them are closed.
func TestUpdateLeavesTheOthers(t *testing.T) {
	t.Parallel()
	for where, o := range map[string]index.Options{"in memory": {}, "on disk": {Dir: t.TempDir(), Write: true, Keep: true}} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "dossier")
			var all []*index.Index
			var want []map[string]index.Result
			for n, files := range []map[string]string{
				quay,
				with(quay, "gulls.txt", "The gulls left the harbour.\n"),
				with(quay, "winter/ice.md", "", "crane.txt", "The crane fell into the harbour.\n"),
				with(quay, "topics.yaml", topicsYAML+"    synonyms: [port fees]\n", "actors.yaml", strings.ReplaceAll(actorsYAML, "Marek", "Marko")), // built anew
				with(quay, "crane.txt", "The crane was mended.\n"),
			} {
				write(t, dir, files)
				f := folderAt(t, dir)
				if n == 0 {
					all = append(all, open(t, f, o))
				} else {
					next, err := all[n-1].Update(t.Context(), f, nil)
					if err != nil {
						t.Fatal(err)
					}
					t.Cleanup(func() { next.Close() })
					all = append(all, next)
				}
				want = append(want, answers(t, memory(t, files)))
			}
			for _, last := range []int{2, 0, 4, 1, 3} {
				for n, x := range all {
					if x != nil {
						sameAnswers(t, want[n], answers(t, x))
					}
				}
				for range 2 { // closing it twice does no harm
					if err := all[last].Close(); err != nil {
						t.Fatal(err)
					}
				}
				if _, err := all[last].Update(t.Context(), folderAt(t, dir), nil); !errors.Is(err, index.ErrClosed) {
					t.Errorf("update of a closed index: %v", err)
				}
				all[last] = nil
			}
			if o.Dir != "" {
				if s := open(t, folderAt(t, dir), index.Options{Dir: o.Dir, Write: true}).Stats(); s.InMemory || s.Indexed+s.Removed > 0 {
					t.Errorf("once all are closed: %+v, want it up to date on disk", s)
				}
			}
		})
	}
}

// An Update of an index that is not the latest brings all that changed.
func TestUpdateOfAnOlder(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "dossier")
	write(t, dir, quay)
	x := open(t, folderAt(t, dir), index.Options{})
	write(t, dir, with(quay, "gulls.txt", "The gulls left the harbour.\n", "new.txt", "A crane came.\n"))
	update(t, x, folderAt(t, dir), []string{"gulls.txt", "new.txt"})
	x = open(t, folderOf(t, quay), index.Options{})
	middle, err := x.Update(t.Context(), folderAt(t, dir), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer middle.Close()
	write(t, dir, with(quay, "winter/ice.md", ""))
	last := update(t, x, folderAt(t, dir), []string{"winter/ice.md"})
	sameAnswers(t, answers(t, memory(t, with(quay, "winter/ice.md", ""))), answers(t, last))
}

func TestUpdateReadOnly(t *testing.T) {
	t.Parallel()
	f, state := folderOf(t, quay), t.TempDir()
	x := open(t, f, index.Options{Dir: state, Write: true})
	if _, err := x.Update(t.Context(), f, nil); err == nil {
		t.Error("an index that is open to be read was updated")
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	kept := open(t, f, index.Options{Dir: state, Write: true, Keep: true})
	if _, err := index.Open(t.Context(), f, index.Options{Dir: state, Write: true, Log: quiet()}); !errors.Is(err, index.ErrLocked) {
		t.Errorf("%v, want %v while another keeps it", err, index.ErrLocked)
	}
	if kept.Stats().InMemory {
		t.Error("it is in memory")
	}
}

// A document that is gone by the time it is read is an error that names it.
// The index stays as it is and can be updated once it is mended.
func TestUpdateSpoilt(t *testing.T) {
	t.Parallel()
	var many strings.Builder
	for i := range 1010 { // more than go into one batch
		fmt.Fprintf(&many, `{"id": "many-%d", "text": "The log of %s was lost.\n"}`+"\n", i, spelt(i))
	}
	for where, o := range map[string]index.Options{"in memory": {}, "on disk": {Dir: t.TempDir(), Write: true, Keep: true}} {
		for name, files := range map[string]map[string]string{
			"a few": with(quay, "zz.txt", "Other words.\n"),
			"many":  with(quay, "zz.txt", "Other words.\n", "many.jsonl", many.String()),
			"anew":  with(quay, "zz.txt", "Other words.\n", "actors.yaml", strings.ReplaceAll(actorsYAML, "Marek", "Marko")),
		} {
			t.Run(where+", "+name, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "dossier")
				write(t, dir, quay)
				x := open(t, folderAt(t, dir), o)
				write(t, dir, files)
				f := folderAt(t, dir)
				if err := os.Remove(filepath.Join(dir, "zz.txt")); err != nil {
					t.Fatal(err)
				}
				if _, err := x.Update(t.Context(), f, nil); err == nil || !strings.Contains(err.Error(), "zz.txt") {
					t.Errorf("%v, want an error that names the document", err)
				}
				sameAnswers(t, answers(t, memory(t, quay)), answers(t, x))
				write(t, dir, files)
				f = folderAt(t, dir)
				x = update(t, x, f, nil)
				sameAnswers(t, answers(t, open(t, f, index.Options{})), answers(t, x))
				if err := x.Close(); err != nil {
					t.Fatal(err)
				}
			})
		}
	}
}

// Searches go on while an index is updated, and each sees one state, whole.
func TestSearchWhileUpdating(t *testing.T) {
	t.Parallel()
	for where, o := range map[string]index.Options{"in memory": {}, "on disk": {Dir: t.TempDir(), Write: true, Keep: true}} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			// Two documents have a word of the state.
			state := func(n int) map[string]string {
				return with(quay, "left.txt", "The "+spelt(n)+" stood on the left of the gate.\n", "right.txt", "Across the road lay a second "+spelt(n)+", painted white.\n")
			}
			count := func(x *index.Index, n int) int {
				word := terms(spelt(n))
				word[0].Foreign = true // no slip of another one
				return len(search(t, x, index.Query{Terms: word}).Hits)
			}
			dir := filepath.Join(t.TempDir(), "dossier")
			write(t, dir, state(0))
			x := open(t, folderAt(t, dir), o)
			for n := 1; n <= 12; n++ {
				write(t, dir, state(n))
				f := folderAt(t, dir)
				done := make(chan struct{})
				var searching sync.WaitGroup
				for range 4 {
					searching.Go(func() {
						for {
							if now, later := count(x, n-1), count(x, n); now != 2 || later != 0 {
								t.Errorf("state %d holds %d of its own and %d of the next", n-1, now, later)
							}
							select {
							case <-done:
								return
							default:
							}
						}
					})
				}
				next, err := x.Update(t.Context(), f, []string{"left.txt", "right.txt"})
				close(done)
				searching.Wait()
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { next.Close() })
				if err := x.Close(); err != nil {
					t.Fatal(err)
				}
				x = next
			}
		})
	}
}
