package intake_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
)

// A folder that is not there, or is empty as where nothing is mounted, says
// nothing of its documents.
func TestFolderIsNotThere(t *testing.T) {
	for _, told := range [][]string{{"a.txt"}, {"sub"}, {"."}} {
		t.Run(told[0], func(t *testing.T) {
			dir := folder(t, map[string]string{"a.txt": prose, "sub/b.txt": prose})
			f := open(t, dir)
			was := stateOf(t, f)
			away := filepath.Join(t.TempDir(), "away")
			if err := os.Rename(dir, away); err != nil {
				t.Fatal(err)
			}
			if _, _, err := f.Update(t.Context(), told); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("while it is gone: %v", err)
			}
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			if _, _, err := f.Update(t.Context(), told); err == nil {
				t.Error("an empty folder in its place was taken for it")
			}
			put(t, dir, "a.txt", prose)
			put(t, dir, "sub/c.txt", story)
			next, changed := updated(t, f, told...)
			if diff := cmp.Diff([]string{"sub/b.txt", "sub/c.txt"}, changed); diff != "" {
				t.Errorf("another folder in its place: changed (-want +got):\n%s", diff)
			}
			if d := read(t, next, "sub/c.txt"); d.Text != story {
				t.Errorf("it reads %q", d.Text)
			}
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(away, dir); err != nil {
				t.Fatal(err)
			}
			if next, _ = updated(t, next, told...); !cmp.Equal(was, stateOf(t, next)) {
				t.Errorf("when it is back (-before +after):\n%s", cmp.Diff(was, stateOf(t, next)))
			}
		})
	}
}

func TestUpdateOfASingleFile(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": prose, "b.txt": prose})
	f := open(t, filepath.Join(dir, "a.txt"))
	put(t, dir, "a.txt", story)
	put(t, dir, "actors.yaml", people)
	next, changed := updated(t, f, "a.txt")
	if diff := cmp.Diff([]string{"a.txt"}, changed); diff != "" || next.OwnActors() {
		t.Errorf("own actors: %v, changed (-want +got):\n%s", next.OwnActors(), diff)
	}
	if err := os.Remove(filepath.Join(dir, "a.txt")); err != nil {
		t.Fatal(err)
	}
	if _, _, err := next.Update(t.Context(), []string{"a.txt"}); err == nil {
		t.Error("a file that is gone is a folder all the same")
	}
}

func TestUpdateOfTheBundledDossier(t *testing.T) {
	f := open(t, "")
	if next, changed := updated(t, f, "."); changed != nil || next.Revision() != f.Revision() {
		t.Errorf("changed %v", changed)
	}
}

// Paths may be told that are odd, or lie in what is not looked at.
func TestOddPathsAreTold(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": prose, "sub/b.txt": prose})
	outside := folder(t, map[string]string{"b.txt": story})
	f := open(t, dir)
	odd := "sub/x\xff.txt"
	if err := os.WriteFile(filepath.Join(dir, odd), []byte(prose), 0o644); err != nil {
		odd = "sub/x.pdf" // the file system takes no such name
		put(t, dir, odd, prose)
	}
	put(t, dir, ".git/sub/c.txt", prose)
	put(t, dir, "sub.txt/d.txt", prose)
	for _, told := range []string{odd, ".git/sub/c.txt", "sub.txt/d.txt", "nowhere/x.txt", "sub/../a.txt"} {
		f, _ = updated(t, f, told)
	}
	if diff := cmp.Diff(stateOf(t, open(t, dir)), stateOf(t, f)); diff != "" {
		t.Errorf("(-opened anew +updated):\n%s", diff)
	}
	// A folder that is now a link leads nowhere, whatever is told of it.
	if err := os.RemoveAll(filepath.Join(dir, "sub")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "sub")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	f, _ = updated(t, f, "sub/b.txt")
	if diff := cmp.Diff(stateOf(t, open(t, dir)), stateOf(t, f)); diff != "" {
		t.Errorf("(-opened anew +updated):\n%s", diff)
	}
	put(t, dir, "a.txt", story)
	if f, _ = updated(t, f, "../../a.txt"); read(t, f, "a.txt").Text != story {
		t.Error("a path that leads out was not taken for all of the folder")
	}
}

// What a link leads to may change without the link being told of.
func TestUpdateLooksThroughLinks(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": prose, "people.yml": people})
	for link, to := range map[string]string{"link.txt": "a.txt", "actors.yaml": "people.yml"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	f := open(t, dir)
	put(t, dir, "a.txt", story)
	put(t, dir, "people.yml", people+"  - {id: navy, name: The Navy}\n")
	f, changed := updated(t, f, "a.txt", "people.yml")
	if diff := cmp.Diff([]string{"a.txt", "link.txt"}, changed); diff != "" || len(f.Dossier().Actors) != 3 {
		t.Errorf("%d actors, changed (-want +got):\n%s", len(f.Dossier().Actors), diff)
	}
}

// A folder is read by many while others are made of it.
func TestUpdateBesideReaders(t *testing.T) {
	dir := folder(t, edited())
	put(t, dir, "broken.md", "---\nid: other\n---\n"+prose)
	f := open(t, dir)
	put(t, dir, "broken.md", "---\nid: [\n---\n"+prose)
	f, _ = updated(t, f, "broken.md")
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 20 {
				if err := f.ReadEach(t.Context(), []string{"b.txt", "n.md", "broken.md"}, func(intake.Reading) error { return nil }); err != nil {
					t.Error(err)
				}
				f.Manifest()
				f.Warnings()
				f.Revision()
			}
		})
	}
	for range 2 { // of one folder several may be made
		group.Go(func() {
			for range 10 {
				if _, _, err := f.Update(t.Context(), []string{"."}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	next := f
	for i := range 20 {
		put(t, dir, "a.txt", fmt.Sprintf("Version %d. %s", i, story))
		put(t, dir, ".new", "---\nid: ["+fmt.Sprint(i)+"\n---\n"+prose)
		if err := os.Rename(filepath.Join(dir, ".new"), filepath.Join(dir, "broken.md")); err != nil {
			t.Fatal(err)
		}
		next, _ = updated(t, next, "a.txt", "broken.md")
	}
	group.Wait()
}

// A process that has no file left to open says nothing of the documents that it
// cannot read.
func TestUpdateWithoutFilesToOpen(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": prose, "sub/b.txt": prose, "c.jsonl": `{"id":"c","text":"A record."}`, "actors.yaml": people})
	f := open(t, dir)
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		t.Skip("no such limit here:", err)
	}
	few := limit
	few.Cur = 64
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &few); err != nil {
		t.Skip("no such limit here:", err)
	}
	var taken []*os.File
	for {
		file, err := os.Open(os.DevNull)
		if err != nil {
			break
		}
		taken = append(taken, file)
	}
	var failed []string
	for _, told := range []string{"a.txt", "sub", "sub/b.txt", "c.jsonl", "actors.yaml", "."} {
		if _, _, err := f.Update(t.Context(), []string{told}); !errors.Is(err, syscall.EMFILE) {
			failed = append(failed, fmt.Sprintf("%s: %v", told, err))
		}
	}
	for _, file := range taken {
		file.Close()
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		t.Fatal(err)
	}
	if len(failed) > 0 {
		t.Errorf("not refused: %q", failed)
	}
	if _, changed := updated(t, f, "."); changed != nil {
		t.Errorf("afterwards %v changed", changed)
	}
}
