package watch_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dossierbot/corpus/watch"
)

func TestTheCorpusVanishesAndIsBack(t *testing.T) {
	both(t, func(t *testing.T, m mode) {
		root := corpusOf(t, "a.md", "b.md", "x/c.md")
		away := filepath.Join(filepath.Dir(root), "away")
		w := watching(t, m, root)

		must(t, os.Rename(root, away))
		w.awaitLog("the corpus is not there")
		if w.Gone().IsZero() {
			t.Error("it is logged as gone, and not told to be")
		}
		write(t, filepath.Join(away, "b.md"), "written while it was away")
		must(t, os.Remove(filepath.Join(away, "a.md")))
		settle()
		if n := len(w.calls); n > 0 {
			t.Errorf("told %q of a corpus that is not there", <-w.calls)
		}

		must(t, os.Rename(away, root))
		w.awaitLog("the corpus is back")
		if gone := w.Gone(); !gone.IsZero() {
			t.Errorf("it is back, and told to be gone since %v", gone)
		}
		w.only(root, ".", "a.md", "b.md")

		write(t, filepath.Join(root, "x", "c.md"), "it is watched again")
		w.until("x/c.md")
	})
}

func TestTheCorpusIsMadeAnew(t *testing.T) {
	both(t, func(t *testing.T, m mode) {
		root := corpusOf(t, "a.md", "x/b.md")
		held, err := os.Open(root) // as its reader does, so that the new folder has another inode
		must(t, err)
		defer held.Close()
		w := watching(t, m, root)
		must(t, os.RemoveAll(root))
		write(t, filepath.Join(root, "a.md"), "another")
		w.until(".", "a.md", "x", "x/b.md")
		write(t, filepath.Join(root, "y", "c.md"), "it is watched again")
		w.only(root, "y", "y/c.md")
	})
}

// TestAnEmptyFolderInItsPlace is what is left where a disk was unmounted.
func TestAnEmptyFolderInItsPlace(t *testing.T) {
	both(t, func(t *testing.T, m mode) {
		root := corpusOf(t, "a.md")
		away := filepath.Join(filepath.Dir(root), "away")
		w := watching(t, m, root)
		must(t, os.Rename(root, away))
		must(t, os.Mkdir(root, 0o755))
		w.awaitLog("it is empty")
		if n := len(w.calls); n > 0 {
			t.Errorf("told %q of a corpus that is not there", <-w.calls)
		}
		must(t, os.Remove(root))
		must(t, os.Rename(away, root))
		w.until(".")
		w.only(root)
	})
}

// TestTheCorpusIsALink that is swapped, as Kubernetes does.
func TestTheCorpusIsALink(t *testing.T) {
	both(t, func(t *testing.T, m mode) {
		one, two := corpusOf(t, "a.md", "x/b.md"), corpusOf(t, "a.md", "c.md")
		root := filepath.Join(t.TempDir(), "corpus")
		must(t, os.Symlink(one, root))
		w := watching(t, m, root)
		write(t, filepath.Join(one, "x", "b.md"), "watched through the link")
		w.until("x/b.md")

		must(t, os.Symlink(two, root+".new"))
		must(t, os.Rename(root+".new", root))
		told := w.until(".", "a.md", "x", "x/b.md", "c.md")
		write(t, filepath.Join(one, "x", "b.md"), "watched no more")
		write(t, filepath.Join(two, "a.md"), "watched now")
		if told = append(told, w.until("a.md")...); len(told) != 6 {
			t.Errorf("told %q", told)
		}
	})
}

// TestLinks: a link to a file is a path as any other, and one to a folder is
// not gone into.
func TestLinks(t *testing.T) {
	both(t, func(t *testing.T, m mode) {
		elsewhere := corpusOf(t, "file.md", "folder/a.md")
		root := corpusOf(t, "target.md", "x/a.md")
		at := func(p string) string { return filepath.Join(root, filepath.FromSlash(p)) }
		must(t, os.Symlink("target.md", at("inside.md")))
		must(t, os.Symlink(filepath.Join(elsewhere, "file.md"), at("outside.md")))
		must(t, os.Symlink(filepath.Join(elsewhere, "folder"), at("folder")))
		must(t, os.Symlink(root, at("x/loop")))
		must(t, os.Symlink("nowhere.md", at("broken.md")))
		settle()
		w := watching(t, m, root)

		write(t, at("target.md"), "other")
		w.only(root, "inside.md", "target.md")
		write(t, at("nowhere.md"), "there now")
		w.only(root, "broken.md", "nowhere.md")
		write(t, filepath.Join(elsewhere, "folder", "a.md"), "other")
		write(t, filepath.Join(elsewhere, "folder", "b.md"), "new")
		w.only(root)
		write(t, filepath.Join(elsewhere, "file.md"), "other")
		if m.name == events.name {
			write(t, at("any.md"), "events tell nothing of what lies elsewhere, but links are looked at with them")
			w.until("any.md")
		} else {
			w.until("outside.md")
		}
		must(t, os.Remove(at("folder")))
		must(t, os.Symlink(root, at("folder")))
		w.until("folder")
		must(t, os.Remove(at("folder")))
		write(t, at("folder/a.md"), "a folder now")
		w.until("folder", "folder/a.md")
	})
}

// TestFilesThatAreSwappedAsOne are links through one hidden link, as in a
// volume that Kubernetes makes of a ConfigMap.
func TestFilesThatAreSwappedAsOne(t *testing.T) {
	both(t, func(t *testing.T, m mode) {
		root := corpusOf(t, "..one/a.md", "..one/b.md", "..two/a.md", "..two/c.md")
		at := func(p string) string { return filepath.Join(root, filepath.FromSlash(p)) }
		must(t, os.Symlink("..one", at("..data")))
		must(t, os.Symlink("..data/a.md", at("a.md")))
		must(t, os.Symlink("..data/b.md", at("b.md")))
		settle()
		w := watching(t, m, root)
		must(t, os.Symlink("..two", at("..tmp")))
		must(t, os.Rename(at("..tmp"), at("..data")))
		w.until("a.md", "b.md")
		must(t, os.Remove(at("b.md")))
		must(t, os.Symlink("..data/c.md", at("c.md")))
		w.only(root, "b.md", "c.md")
	})
}

func TestASingleFile(t *testing.T) {
	both(t, func(t *testing.T, m mode) {
		root := corpusOf(t, ".records.jsonl", "beside.md")
		name := filepath.Join(root, ".records.jsonl")
		w := watching(t, m, name)
		single := func(what string) {
			t.Helper()
			for _, paths := range append([][]string{w.next()}, drained(w.calls)...) {
				if !slices.Equal(paths, []string{".records.jsonl"}) {
					t.Errorf("%s: told %q", what, paths)
				}
			}
		}
		write(t, filepath.Join(root, "beside.md"), "other")
		write(t, filepath.Join(root, "x", "new.md"), "new")
		write(t, name, "other")
		single("written")
		write(t, name+".tmp", "another")
		must(t, os.Rename(name+".tmp", name))
		single("renamed over")
		must(t, os.Remove(name))
		w.awaitLog("the corpus is not there")
		write(t, name, "back")
		single("back")
		write(t, name, "watched again")
		single("written again")
		must(t, os.Rename(name, name+".real"))
		must(t, os.Symlink(".records.jsonl.real", name))
		single("a link now")
		settle()
		write(t, name+".real", "by another name")
		single("its target written")
	})
}

func drained(calls chan []string) (all [][]string) {
	for len(calls) > 0 {
		all = append(all, <-calls)
	}
	return all
}

func TestNewNeedsACorpus(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", filepath.Join(t.TempDir(), "nowhere")} {
		if _, err := watch.New(watch.Options{Path: name}); err == nil {
			t.Errorf("New(%q) gave no error", name)
		}
	}
}
