package watch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dossierbot/corpus/watch"
)

// undisturbed repeats a test of what is told together until its writer was not
// held up by a busy machine: try tells the longest pause between two changes
// that it made, and what it found wrong.
func undisturbed(t *testing.T, quiet time.Duration, try func() (longest time.Duration, wrong string)) {
	t.Helper()
	for range 20 {
		longest, wrong := try()
		if wrong == "" {
			return
		}
		if longest < quiet/2 {
			t.Fatal(wrong)
		}
	}
	t.Skip("the machine is too busy to write steadily")
}

// pace makes changes one after the other until one was the last, and tells the
// longest pause.
func pace(pause time.Duration, change func(i int) (more bool)) (longest time.Duration) {
	last := time.Now()
	for i := 0; change(i); i++ {
		longest = max(longest, time.Since(last))
		last = time.Now()
		time.Sleep(pause)
	}
	return longest
}

// TestFilesThatChangeTogether are told by one call, also where a comparison is
// made while they change.
func TestFilesThatChangeTogether(t *testing.T) {
	const quiet = 500 * time.Millisecond
	t.Parallel()
	for _, m := range []mode{events, comparisons, {"rare comparisons", watch.NewComparing, 4 * quiet}} {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			undisturbed(t, quiet, func() (time.Duration, string) {
				root := corpusOf(t, "a.md")
				w := patiently(t, m, root, quiet)
				defer w.stop()
				var want []string
				longest := pace(quiet/4, func(i int) bool { // for six times as long as is quiet
					name := fmt.Sprintf("%02d.md", i)
					write(t, filepath.Join(root, name), "new")
					want = append(want, name)
					return len(want) < 24
				})
				if got := w.next(); !slices.Equal(got, want) {
					return longest, fmt.Sprintf("told %q first", got)
				}
				return longest, ""
			})
		})
	}
}

// TestAFileThatIsWrittenSlowly is told when it is whole.
func TestAFileThatIsWrittenSlowly(t *testing.T) {
	t.Parallel()
	const quiet = 500 * time.Millisecond
	for _, c := range []struct {
		mode
		parts int
	}{
		{events, 12},
		{comparisons, 12},
		// One comparison finds it, the next follows up, and then it is looked at alone.
		{mode{"rare comparisons", watch.NewComparing, 4 * quiet}, 45},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			slowly(t, c.mode, quiet, c.parts)
		})
	}
}

func slowly(t *testing.T, m mode, quiet time.Duration, parts int) {
	undisturbed(t, quiet, func() (time.Duration, string) {
		root := corpusOf(t, "a.md")
		w, watcher := ready(t, m, root, quiet)
		sizes := make(chan int64, 1000)
		w.run(watcher, func(context.Context, []string) {
			info, err := os.Stat(filepath.Join(root, "slow.md"))
			if err != nil {
				sizes <- -1
				return
			}
			sizes <- info.Size()
		})
		defer w.stop()
		file, err := os.Create(filepath.Join(root, "slow.md"))
		must(t, err)
		defer file.Close()
		longest := pace(quiet/6, func(i int) bool {
			_, err := file.WriteString("part\n")
			must(t, err)
			return i+1 < parts
		})
		select {
		case size := <-sizes:
			if size != int64(parts*5) {
				return longest, fmt.Sprintf("told at %d bytes", size)
			}
		case <-time.After(patient):
			t.Fatal("nothing was told")
		}
		return longest, ""
	})
}

// TestAFileThatKeepsGrowing holds the others back for a while only, and waits
// itself.
func TestAFileThatKeepsGrowing(t *testing.T) {
	const quiet = 300 * time.Millisecond
	both(t, func(t *testing.T, m mode) {
		undisturbed(t, quiet, func() (time.Duration, string) {
			root := corpusOf(t, "x/a.md")
			w := patiently(t, m, root, quiet)
			defer w.stop()
			stop, paced := make(chan struct{}), make(chan time.Duration)
			go func() {
				file, err := os.Create(filepath.Join(root, "x", "growing.md"))
				if err != nil {
					t.Error(err)
				}
				defer file.Close()
				paced <- pace(quiet/20, func(int) bool {
					if _, err := file.WriteString("line\n"); err != nil {
						t.Error(err)
					}
					return !closed(stop)
				})
			}()
			write(t, filepath.Join(root, "x", "a.md"), "quiet")
			write(t, filepath.Join(root, "new", "b.md"), "quiet")
			told := w.until("new", "new/b.md", "x/a.md") // while it grows
			close(stop)
			longest := <-paced
			if slices.Contains(told, "x/growing.md") {
				return longest, fmt.Sprintf("told %q", told)
			}
			w.until("x/growing.md")
			return longest, ""
		})
	})
}

func closed(c chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// TestANewFolderWithAFileThatGrows is not told, since to read it is to read
// that file; what is quiet in it is.
func TestANewFolderWithAFileThatGrows(t *testing.T) {
	const quiet = 300 * time.Millisecond
	both(t, func(t *testing.T, m mode) {
		undisturbed(t, quiet, func() (time.Duration, string) {
			root := corpusOf(t, "a.md")
			w := patiently(t, m, root, quiet)
			defer w.stop()
			write(t, filepath.Join(root, "new", "b.md"), "quiet")
			var grown strings.Builder
			longest := pace(quiet/20, func(int) bool {
				grown.WriteString("line\n")
				write(t, filepath.Join(root, "new", "growing.md"), grown.String())
				return len(w.calls) == 0
			})
			if told := w.next(); !slices.Equal(told, []string{"new/b.md"}) {
				return longest, fmt.Sprintf("told %q first", told)
			}
			w.until("new/growing.md")
			return longest, ""
		})
	})
}

// TestAFileThatGrowsForLong holds nobody back once it has been waited for: of
// what changes then nothing waits as long as the first did.
func TestAFileThatGrowsForLong(t *testing.T) {
	const quiet = 300 * time.Millisecond
	both(t, func(t *testing.T, m mode) {
		undisturbed(t, quiet, func() (time.Duration, string) {
			root := corpusOf(t, "a.md")
			w := patiently(t, m, root, quiet)
			defer w.stop()
			write(t, filepath.Join(root, "growing.md"), "")
			write(t, filepath.Join(root, "a.md"), "quiet")
			first, second := 0, 0
			longest := pace(quiet/20, func(i int) bool {
				write(t, filepath.Join(root, "growing.md"), strings.Repeat("line\n", i))
				switch {
				case len(w.calls) == 0:
				case first == 0:
					first = i
					<-w.calls
					write(t, filepath.Join(root, "b.md"), "quiet")
				default:
					second = i - first
				}
				return second == 0
			})
			if 2*second > first {
				return longest, fmt.Sprintf("the second was told after %d lines, the first after %d", second, first)
			}
			return longest, ""
		})
	})
}

// TestManyNewFiles that come for longer than the patience lasts are told on
// the way.
func TestManyNewFiles(t *testing.T) {
	const quiet = 200 * time.Millisecond
	both(t, func(t *testing.T, m mode) {
		undisturbed(t, quiet, func() (time.Duration, string) {
			root := corpusOf(t, "a.md")
			w := patiently(t, m, root, quiet)
			defer w.stop()
			var want []string
			longest := pace(quiet/20, func(i int) bool {
				name := fmt.Sprintf("%04d.md", i)
				write(t, filepath.Join(root, name), "new")
				want = append(want, name)
				return len(w.calls) == 0 && i < 20*30
			})
			if len(w.calls) == 0 {
				return longest, "nothing was told on the way"
			}
			w.only(root, want...)
			return longest, ""
		})
	})
}
