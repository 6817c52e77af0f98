package watch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestTells makes one change after another to a folder, and has each told.
func TestTells(t *testing.T) {
	for _, c := range []struct {
		name   string
		before []string // files
		change func(t *testing.T, at func(string) string)
		want   []string
	}{
		{"a new file", nil,
			func(t *testing.T, at func(string) string) { write(t, at("a.md"), "a") },
			[]string{"a.md"}},
		{"a file with other content", []string{"a.md", "b.md"},
			func(t *testing.T, at func(string) string) { write(t, at("a.md"), "other") },
			[]string{"a.md"}},
		{"a file that is gone", []string{"a.md", "b.md"},
			func(t *testing.T, at func(string) string) { must(t, os.Remove(at("a.md"))) },
			[]string{"a.md"}},
		{"a file of the same size, with its time set back", []string{"a.md"},
			func(t *testing.T, at func(string) string) {
				info, err := os.Stat(at("a.md"))
				must(t, err)
				raw, err := os.ReadFile(at("a.md"))
				must(t, err)
				write(t, at("a.md"), strings.ToUpper(string(raw)))
				must(t, os.Chtimes(at("a.md"), info.ModTime(), info.ModTime()))
			},
			[]string{"a.md"}},
		{"a file that was touched", []string{"a.md"},
			func(t *testing.T, at func(string) string) {
				must(t, os.Chtimes(at("a.md"), time.Unix(1, 0), time.Unix(1, 0)))
			},
			[]string{"a.md"}},
		{"a file with other rights", []string{"a.md"},
			func(t *testing.T, at func(string) string) { must(t, os.Chmod(at("a.md"), 0o600)) },
			[]string{"a.md"}},
		{"an editor that renames over", []string{"a.md"},
			func(t *testing.T, at func(string) string) {
				write(t, at(".a.md.swp"), "swap")
				write(t, at("4913"), "")
				must(t, os.Remove(at("4913")))
				must(t, os.Rename(at("a.md"), at("a.md~")))
				write(t, at("a.md"), "saved")
				must(t, os.Remove(at("a.md~")))
				write(t, at("#a.md#"), "kept by emacs")
				must(t, os.Symlink("nobody@nowhere", at(".#a.md")))
			},
			[]string{"a.md"}},
		{"a temporary file that is renamed over", []string{"a.md"},
			func(t *testing.T, at func(string) string) {
				write(t, at(".tmp-1"), "saved")
				must(t, os.Rename(at(".tmp-1"), at("a.md")))
			},
			[]string{"a.md"}},
		{"a file that is deleted and made again", []string{"a.md"},
			func(t *testing.T, at func(string) string) {
				must(t, os.Remove(at("a.md")))
				write(t, at("a.md"), "again")
			},
			[]string{"a.md"}},
		{"a file that was renamed", []string{"a.md"},
			func(t *testing.T, at func(string) string) { must(t, os.Rename(at("a.md"), at("b.md"))) },
			[]string{"a.md", "b.md"}},
		{"new folders with content", nil,
			func(t *testing.T, at func(string) string) { write(t, at("x/y/z/a.md"), "a") },
			[]string{"x", "x/y", "x/y/z", "x/y/z/a.md"}},
		{"a folder that is gone", []string{"x/y/a.md", "b.md"},
			func(t *testing.T, at func(string) string) { must(t, os.RemoveAll(at("x"))) },
			[]string{"x", "x/y", "x/y/a.md"}},
		{"a folder that was moved", []string{"x/y/a.md"},
			func(t *testing.T, at func(string) string) { must(t, os.Rename(at("x"), at("z"))) },
			[]string{"x", "x/y", "x/y/a.md", "z", "z/y", "z/y/a.md"}},
		{"a folder that was removed and made again", []string{"x/a.md"},
			func(t *testing.T, at func(string) string) {
				must(t, os.Rename(at("x"), at(".x"))) // so that the new one has another inode
				write(t, at("x/b.md"), "b")
				must(t, os.RemoveAll(at(".x")))
			},
			[]string{"x", "x/a.md", "x/b.md"}},
		{"a file where a folder was", []string{"x/a.md"},
			func(t *testing.T, at func(string) string) {
				must(t, os.RemoveAll(at("x")))
				write(t, at("x"), "a file")
			},
			[]string{"x", "x/a.md"}},
		{"a link in place of a folder", []string{"x/a.md", "y/b.md"},
			func(t *testing.T, at func(string) string) {
				must(t, os.RemoveAll(at("x")))
				must(t, os.Symlink("y", at("x")))
			},
			[]string{"x", "x/a.md"}},
		{"a hidden folder that is shown", []string{".x/a.md"},
			func(t *testing.T, at func(string) string) { must(t, os.Rename(at(".x"), at("x"))) },
			[]string{"x", "x/a.md"}},
		{"a folder with the name of a scratch file", nil,
			func(t *testing.T, at func(string) string) { write(t, at("4913/a.md"), "a") },
			[]string{"4913", "4913/a.md"}},
		{"names that are no UTF-8, or odd", nil,
			func(t *testing.T, at func(string) string) { write(t, at("\xff \n.md"), "a") },
			[]string{"\xff \n.md"}},
		{"what is hidden", []string{".git/config", ".hidden.md"},
			func(t *testing.T, at func(string) string) {
				write(t, at(".git/config"), "other")
				write(t, at(".hidden.md"), "other")
				write(t, at(".new/a.md"), "a")
			},
			nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			both(t, func(t *testing.T, m mode) {
				root := corpusOf(t, c.before...)
				w := watching(t, m, root)
				c.change(t, func(p string) string { return filepath.Join(root, filepath.FromSlash(p)) })
				w.only(root, c.want...)
			})
		})
	}
}

// TestEventsFollowAMovedFolder: the system's watches go with a folder.
func TestEventsFollowAMovedFolder(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		move func(t *testing.T, at func(string) string) // of x, to z
		told []string
		to   string
	}{
		{"renamed", func(t *testing.T, at func(string) string) {
			must(t, os.Rename(at("x"), at("z")))
		}, []string{"x", "z"}, "z"},
		{"renamed, and another put in its place", func(t *testing.T, at func(string) string) {
			must(t, os.Rename(at("x"), at("z")))
			write(t, at("x/y/a.md"), "another")
		}, []string{"x", "z", "x/y/a.md"}, "z"},
		{"into a new folder", func(t *testing.T, at func(string) string) {
			must(t, os.MkdirAll(at("new/er"), 0o755))
			must(t, os.Rename(at("x"), at("new/er/z")))
		}, []string{"x", "new/er/z"}, "new/er/z"},
		{"out and in again", func(t *testing.T, at func(string) string) {
			must(t, os.Rename(at("x"), at("../out")))
			must(t, os.Rename(at("../out"), at("z")))
		}, []string{"x", "z"}, "z"},
		{"twice", func(t *testing.T, at func(string) string) {
			must(t, os.Rename(at("x"), at("w")))
			must(t, os.Rename(at("w"), at("z")))
		}, []string{"x", "z"}, "z"},
		{"there and back", func(t *testing.T, at func(string) string) {
			must(t, os.Rename(at("x"), at("z")))
			must(t, os.Rename(at("z"), at("x")))
		}, []string{"x"}, "x"},
		{"changed places", func(t *testing.T, at func(string) string) {
			must(t, os.Rename(at("x"), at("t")))
			must(t, os.Rename(at("v"), at("x")))
			must(t, os.Rename(at("t"), at("v")))
		}, []string{"v", "x"}, "v"},
	} {
		for _, late := range []bool{false, true} { // all has happened when its first event is taken
			t.Run(fmt.Sprintf("%s, late=%v", c.name, late), func(t *testing.T) {
				t.Parallel()
				root := corpusOf(t, "x/y/a.md", "v/y/b.md")
				at := func(p string) string { return filepath.Join(root, filepath.FromSlash(p)) }
				w, watcher := ready(t, events, root, quiet)
				if late {
					c.move(t, at)
				}
				w.run(watcher, func(_ context.Context, paths []string) { w.calls <- paths })
				if !late {
					c.move(t, at)
				}
				w.until(c.told...)
				write(t, at(c.to+"/y/a.md"), "after the move")
				write(t, at(c.to+"/y/deep/c.md"), "after the move")
				w.until(c.to+"/y/a.md", c.to+"/y/deep/c.md")
			})
		}
	}
}

// TestAFolderThatLeftTellsNothing: a folder that was moved away takes no watch
// with it.
func TestAFolderThatLeftTellsNothing(t *testing.T) {
	t.Parallel()
	root := corpusOf(t, "x/y/a.md")
	w := watching(t, events, root)
	out := filepath.Join(root, "..", "out")
	must(t, os.Rename(filepath.Join(root, "x"), out))
	w.until("x")
	write(t, filepath.Join(out, "y", "a.md"), "elsewhere")
	must(t, os.RemoveAll(out))
	w.only(root)
}

func TestFoldersThatCannotBeRead(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	both(t, func(t *testing.T, m mode) {
		root := corpusOf(t, "x/a.md", "b.md")
		w := watching(t, m, root)
		must(t, os.Chmod(filepath.Join(root, "x"), 0))
		t.Cleanup(func() { _ = os.Chmod(filepath.Join(root, "x"), 0o755) })
		w.until("x")
		must(t, os.Chmod(filepath.Join(root, "x"), 0o755))
		w.until("x", "x/a.md")
		write(t, filepath.Join(root, "x", "a.md"), "it is watched again")
		w.only(root, "x/a.md")
	})
}

// TestNothingIsDropped has much happen while a call is under way.
func TestNothingIsDropped(t *testing.T) {
	both(t, func(t *testing.T, m mode) {
		root := corpusOf(t, "a.md")
		w, watcher := ready(t, m, root, quiet)
		entered, leave := make(chan struct{}), make(chan struct{})
		first := true
		w.run(watcher, func(_ context.Context, paths []string) {
			w.calls <- paths
			if first {
				first = false
				close(entered)
				<-leave
			}
		})
		write(t, filepath.Join(root, "a.md"), "one")
		<-entered
		write(t, filepath.Join(root, "a.md"), "two")
		write(t, filepath.Join(root, "x", "b.md"), "three")
		time.Sleep(4 * quiet) // long enough to be told, were there no call under way
		if n := len(w.calls); n != 1 {
			t.Errorf("%d calls at once", n)
		}
		close(leave)
		w.next()
		w.only(root, "a.md", "x", "x/b.md")
	})
}

// TestRunWaitsForTheCall: when ctx ends, what was begun is ended first.
func TestRunWaitsForTheCall(t *testing.T) {
	t.Parallel()
	root := corpusOf(t, "a.md")
	w, watcher := ready(t, events, root, quiet)
	entered := make(chan struct{})
	ended := false
	w.run(watcher, func(ctx context.Context, _ []string) {
		close(entered)
		<-ctx.Done()
		time.Sleep(quiet)
		ended = true
	})
	write(t, filepath.Join(root, "a.md"), "one")
	<-entered
	w.stop()
	if !ended {
		t.Error("Run did not wait")
	}
}

// TestNothingSlipsBeforeRun: what changes after New is told.
func TestNothingSlipsBeforeRun(t *testing.T) {
	both(t, func(t *testing.T, m mode) {
		root := corpusOf(t, "a.md", "x/b.md")
		w, watcher := ready(t, m, root, quiet)
		write(t, filepath.Join(root, "x", "b.md"), "other")
		write(t, filepath.Join(root, "y", "c.md"), "new")
		w.run(watcher, func(_ context.Context, paths []string) { w.calls <- paths })
		w.only(root, "x/b.md", "y", "y/c.md")
	})
}

// TestWhatCameAndWent may have been read with its folder, so it is told.
func TestWhatCameAndWent(t *testing.T) {
	t.Parallel()
	root := corpusOf(t, "a.md")
	w, watcher := ready(t, events, root, quiet)
	write(t, filepath.Join(root, "b.md"), "for a moment")
	must(t, os.Remove(filepath.Join(root, "b.md")))
	w.run(watcher, func(_ context.Context, paths []string) { w.calls <- paths })
	w.only(root, "b.md")
}

// TestTellsWhatIsYoungAtTheStart: a file may be written again within the tick of
// the clock in which the first snapshot was taken.
func TestTellsWhatIsYoungAtTheStart(t *testing.T) {
	both(t, func(t *testing.T, m mode) {
		root := corpusOf(t, "old.md")
		var w *watched
		// The file must be young still when the snapshot is taken, which a busy
		// machine may not grant at once.
		for try := 0; ; try++ {
			write(t, filepath.Join(root, "young.md"), "young")
			w = watching(t, m, root)
			select {
			case paths := <-w.calls:
				if len(paths) != 1 || paths[0] != "young.md" {
					t.Errorf("told %q", paths)
				}
				return
			case <-time.After(20 * quiet):
			}
			w.stop()
			if try == 50 {
				t.Fatal("it was not told")
			}
		}
	})
}
