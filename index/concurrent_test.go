package index_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"dossierbot/index"
)

func TestManySearchers(t *testing.T) {
	t.Parallel()
	f := folderOf(t, quay)
	for where, dir := range map[string]string{"in memory": "", "on disk": t.TempDir()} {
		t.Run(where, func(t *testing.T) {
			x := open(t, f, index.Options{Dir: dir, Write: true})
			queries := asked(t)
			want := map[string][]string{}
			for name, q := range queries {
				want[name] = passageIDs(search(t, x, q).Hits)
			}
			var group sync.WaitGroup
			for range 8 {
				group.Go(func() {
					for name, q := range queries {
						r, err := x.Search(context.Background(), q)
						if err != nil {
							t.Errorf("%s: %v", name, err)
						}
						if diff := gocmp.Diff(want[name], passageIDs(r.Hits)); diff != "" {
							t.Errorf("%s (-alone +with others):\n%s", name, diff)
						}
						if _, err := x.Documents(context.Background()); err != nil {
							t.Error(err)
						}
					}
				})
			}
			group.Wait()
		})
	}
}

// Closing an index ends the searches under way with an error or with their
// whole answer; nothing panics.
func TestCloseWhileSearching(t *testing.T) {
	t.Parallel()
	f := folderOf(t, quay)
	state := t.TempDir()
	for where, dir := range map[string]string{"in memory": "", "on disk": state} {
		t.Run(where, func(t *testing.T) {
			x := open(t, f, index.Options{Dir: dir, Write: true})
			q := asked(t)["a common word"]
			want := passageIDs(search(t, x, q).Hits)
			_, key, _, found, err := x.Passage(t.Context(), index.Key("gulls.txt#1"))
			if err != nil || !found {
				t.Fatalf("found %t, %v", found, err)
			}
			var started, group sync.WaitGroup
			for range 8 {
				started.Add(1)
				group.Go(func() {
					var err error
					for n := 0; err == nil; n++ {
						var r index.Result
						if r, err = x.Search(context.Background(), q); err == nil {
							if diff := gocmp.Diff(want, passageIDs(r.Hits)); diff != "" {
								t.Errorf("(-want +got):\n%s", diff)
							}
						}
						if n == 0 {
							started.Done()
						}
					}
				})
			}
			started.Wait()
			for range 2 {
				if err := x.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
			}
			group.Wait() // each of them has met an error
			for name, ask := range map[string]func() error{
				"search":    func() error { _, err := x.Search(t.Context(), q); return err },
				"passage":   func() error { _, _, _, _, err := x.Passage(t.Context(), key.Passage.Key); return err },
				"documents": func() error { _, err := x.Documents(t.Context()); return err },
				"actor":     func() error { _, err := x.OfActor(t.Context(), "kairys", 3); return err },
			} {
				if ask() == nil {
					t.Errorf("%s of a closed index: no error", name)
				}
			}
		})
	}
	if s := open(t, folderOf(t, with(quay, "new.txt", "More.\n")), index.Options{Dir: state, Write: true}).Stats(); s.InMemory {
		t.Error("the closed index still holds the state folder")
	}
}

func TestSearchCancelled(t *testing.T) {
	t.Parallel()
	x := memory(t, quay)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, ask := range map[string]func() error{
		"search":    func() error { _, err := x.Search(ctx, asked(t)["words"]); return err },
		"in time":   func() error { _, err := x.Search(ctx, asked(t)["said"]); return err },
		"passage":   func() error { _, _, _, _, err := x.Passage(ctx, index.Key("gulls.txt#1")); return err },
		"documents": func() error { _, err := x.Documents(ctx); return err },
		"actor":     func() error { _, err := x.OfActor(ctx, "kairys", 3); return err },
	} {
		if err := ask(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want %v", name, err, context.Canceled)
		}
	}
}
