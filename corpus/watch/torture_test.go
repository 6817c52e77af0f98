package watch_test

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var torture = flag.Int("torture", 300, "how many random changes the torture makes in each of its rounds")

// TestTorture changes a corpus at random while a reader reads what is told, and
// nothing else. At last it must know what lies there. With events alone, and
// with comparisons alone; by a reader that reads just the paths, and by one that
// reads folders whole.
func TestTorture(t *testing.T) {
	both(t, func(t *testing.T, m mode) {
		for _, whole := range []bool{false, true} {
			t.Run(fmt.Sprintf("whole=%v", whole), func(t *testing.T) {
				t.Parallel()
				seed := uint64(time.Now().UnixNano())
				t.Logf("seed %d", seed)
				random := rand.New(rand.NewPCG(seed, 0))
				root := corpusOf(t, "a.md", "x/b.md", "x/y/c.md", "z/d.md")
				r := &reader{root: root, whole: whole, known: map[string]string{}}
				w, watcher := ready(t, m, root, quiet)
				r.read(".", true)
				w.run(watcher, func(_ context.Context, paths []string) { r.update(paths) })

				hand := &vandal{t: t, random: random, root: root, outside: t.TempDir()}
				for range *torture {
					hand.change()
					if random.IntN(8) == 0 { // now and then long enough for something to be told
						time.Sleep(time.Duration(random.Int64N(int64(3 * quiet))))
					}
				}
				var diff string
				for deadline := time.Now().Add(patient); ; time.Sleep(quiet) {
					if diff = cmp.Diff(lies(root), r.knows()); diff == "" {
						return
					}
					if time.Now().After(deadline) {
						t.Fatalf("what lies there and what the reader knows (-lies +knows):\n%s\nchanges:\n%s\nlog:\n%s",
							diff, strings.Join(hand.done, "\n"), w.log)
					}
				}
			})
		}
	})
}

// reader knows the content of files, by path.
type reader struct {
	root  string
	whole bool // it reads folders with all in them
	mu    sync.Mutex
	known map[string]string
}

func (r *reader) knows() map[string]string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return maps.Clone(r.known)
}

func (r *reader) update(paths []string) {
	for _, p := range paths {
		r.read(p, r.whole)
	}
}

func (r *reader) read(p string, whole bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.known, p)
	if !whole {
		if raw, err := os.ReadFile(filepath.Join(r.root, p)); err == nil && !throughLink(r.root, p) {
			r.known[p] = string(raw)
		}
		return
	}
	maps.DeleteFunc(r.known, func(k, _ string) bool { return p == "." || strings.HasPrefix(k, p+"/") })
	maps.Copy(r.known, liesBelow(r.root, p))
}

// lies gives the content of all files of a corpus, by path.
func lies(root string) map[string]string { return liesBelow(root, ".") }

func liesBelow(root, p string) map[string]string {
	all := map[string]string{}
	if throughLink(root, p) {
		return all
	}
	if info, err := os.Lstat(filepath.Join(root, p)); err == nil && info.Mode().Type() == fs.ModeSymlink {
		if raw, err := os.ReadFile(filepath.Join(root, p)); err == nil {
			all[p] = string(raw)
		}
		return all // what WalkDir starts from it would walk into
	}
	_ = fs.WalkDir(os.DirFS(root), p, func(p string, e fs.DirEntry, err error) error {
		switch base := path.Base(p); {
		case err != nil || p == ".":
			return nil
		case strings.HasPrefix(base, ".") && e.IsDir():
			return fs.SkipDir
		case e.IsDir() || strings.HasPrefix(base, "."):
			return nil
		}
		if raw, err := os.ReadFile(filepath.Join(root, p)); err == nil {
			all[p] = string(raw)
		}
		return nil
	})
	return all
}

// throughLink tells whether a path leads through a link to a folder, or lies
// nowhere: then it is none of the corpus.
func throughLink(root, p string) bool {
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		if info, err := os.Lstat(filepath.Join(root, dir)); err != nil || !info.IsDir() {
			return true
		}
	}
	return false
}

// vandal makes random changes to a corpus.
type vandal struct {
	t             *testing.T
	random        *rand.Rand
	root, outside string
	done          []string
}

// name is a random path: there are few, so that they meet.
func (v *vandal) name(ext string) string {
	p := ""
	for range v.random.IntN(3) {
		p = path.Join(p, string("xyz"[v.random.IntN(3)]))
	}
	return path.Join(p, string("abc"[v.random.IntN(3)])+ext)
}

func (v *vandal) folder() string { return path.Dir(v.name("")) }

func (v *vandal) change() {
	at := func(p string) string { return filepath.Join(v.root, filepath.FromSlash(p)) }
	note := func(format string, args ...any) { v.done = append(v.done, fmt.Sprintf(format, args...)) }
	// All have the same length, so that only times tell them apart.
	text := fmt.Sprintf("%08d", v.random.IntN(1e8))
	file, dir := v.name(".md"), v.folder()
	if dir == "." {
		dir = "x"
	}
	switch v.random.IntN(16) {
	case 0, 1, 2, 3:
		_ = os.MkdirAll(filepath.Dir(at(file)), 0o755)
		note("write %s %s: %v", file, text, os.WriteFile(at(file), []byte(text), 0o644))
	case 4:
		f, err := os.OpenFile(at(file), os.O_APPEND|os.O_WRONLY, 0)
		if err == nil {
			_, err = f.WriteString(text)
			_ = f.Close()
		}
		note("append %s: %v", file, err)
	case 5:
		tmp := path.Join(path.Dir(file), ".tmp")
		_ = os.WriteFile(at(tmp), []byte(text), 0o644)
		note("replace %s %s: %v", file, text, os.Rename(at(tmp), at(file)))
	case 6:
		note("remove %s: %v", file, os.Remove(at(file)))
	case 7:
		to := v.name(".md")
		note("rename %s %s: %v", file, to, os.Rename(at(file), at(to)))
	case 8:
		// The time is set back, and the size is the same: ctime alone tells.
		info, err := os.Stat(at(file))
		if err == nil && info.Mode().IsRegular() {
			err = os.WriteFile(at(file), []byte(text), 0o644)
			_ = os.Chtimes(at(file), info.ModTime(), info.ModTime())
		}
		note("secretly write %s %s: %v", file, text, err)
	case 9:
		note("remove all %s: %v", dir, os.RemoveAll(at(dir)))
	case 10, 11:
		to := v.folder()
		_ = os.MkdirAll(filepath.Dir(at(to)), 0o755)
		note("move %s %s: %v", dir, to, os.Rename(at(dir), at(to)))
	case 12:
		out := filepath.Join(v.outside, text)
		err := os.Rename(at(dir), out)
		if v.random.IntN(2) == 0 {
			to := v.folder()
			note("move out %s, in %s: %v %v", dir, to, err, os.Rename(out, at(to)))
			return
		}
		note("move out %s, remove it: %v %v", dir, err, os.RemoveAll(out))
	case 13:
		_ = os.Remove(at(file))
		target := path.Base(v.name(".md")) // beside it
		note("link %s %s: %v", file, target, os.Symlink(target, at(file)))
	case 14:
		_ = os.RemoveAll(at(dir))
		note("link folder %s: %v", dir, os.Symlink("z", at(dir)))
	case 15:
		if v.random.IntN(4) > 0 {
			note("chmod %s: %v", file, os.Chmod(at(file), 0o600))
			return
		}
		away := v.root + ".away"
		if v.random.IntN(2) == 0 {
			note("the corpus goes and is back: %v %v", os.Rename(v.root, away), os.Rename(away, v.root))
			return
		}
		err := os.CopyFS(away, os.DirFS(v.root)) // without links
		note("the corpus is another folder: %v %v %v", err, os.Rename(v.root, filepath.Join(v.outside, text)), os.Rename(away, v.root))
	}
}
