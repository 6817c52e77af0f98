package index_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"dossierbot/index"
)

// Whichever byte of the index's files is another one, its answers are right,
// and it can be updated.
func TestAnyByteAltered(t *testing.T) {
	t.Parallel()
	dir, state, copied := filepath.Join(t.TempDir(), "dossier"), t.TempDir(), t.TempDir()
	random := rand.New(rand.NewPCG(9, 10))
	files := maps.Clone(quay)
	write(t, dir, files)
	x := open(t, folderAt(t, dir), index.Options{Dir: state, Write: true, Keep: true})
	for range 12 { // so that it has several segments, and passages that are gone
		change(random, files)
		write(t, dir, files)
		x = update(t, x, folderAt(t, dir), nil)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	f := folderAt(t, dir)
	want := answers(t, open(t, f, index.Options{}))
	changed := with(files, "gulls.txt", "The gulls left the harbour.\n")
	changedDir := filepath.Join(t.TempDir(), "dossier")
	write(t, changedDir, changed)
	g := folderAt(t, changedDir)
	later := answers(t, open(t, g, index.Options{}))
	root := filepath.Join("index", "store", "root.bolt")
	info, err := os.Stat(filepath.Join(state, root))
	if err != nil {
		t.Fatal(err)
	}
	altered := map[string][]int64{}
	pages := info.Size() / int64(os.Getpagesize())
	for range 10 { // headers of pages and what follows them, and anything
		altered[root] = append(altered[root], random.Int64N(pages)*int64(os.Getpagesize())+random.Int64N(80), random.Int64N(info.Size()))
	}
	segments, err := filepath.Glob(filepath.Join(state, "index", "store", "*.zap"))
	if err != nil || len(segments) == 0 {
		t.Fatalf("no segments: %v", err)
	}
	for _, name := range segments[:min(len(segments), 3)] {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		altered[filepath.Join("index", "store", filepath.Base(name))] = []int64{random.Int64N(info.Size())}
	}
	for name, places := range altered {
		for _, at := range places {
			t.Run(fmt.Sprintf("%s at %d", filepath.Base(name), at), func(t *testing.T) {
				if err := os.RemoveAll(copied); err != nil {
					t.Fatal(err)
				}
				if err := os.CopyFS(copied, os.DirFS(state)); err != nil {
					t.Fatal(err)
				}
				raw, err := os.ReadFile(filepath.Join(copied, name))
				if err != nil {
					t.Fatal(err)
				}
				raw[at] ^= byte(1 << random.IntN(8))
				if err := os.WriteFile(filepath.Join(copied, name), raw, 0o600); err != nil {
					t.Fatal(err)
				}
				x := open(t, f, index.Options{Dir: copied, Write: true, Keep: true})
				sameAnswers(t, want, answers(t, x))
				x = update(t, x, g, nil)
				sameAnswers(t, later, answers(t, x))
				if err := x.Close(); err != nil {
					t.Fatal(err)
				}
			})
		}
	}
}
