package intake_test

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossierbot/corpus/intake"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// TestVersion holds a hash of all that is read of some documents beside the
// version under which they are read so.
func TestVersion(t *testing.T) {
	golden := filepath.Join("testdata", "reading.txt")
	got := readings(t)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	raw, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if want := string(raw); got != want {
		t.Errorf("documents are read differently: raise intake.Version and run go test ./corpus/intake -run Version -update\ngot\n%swant\n%s", got, want)
	}
}

// readings has a line for the version and one for each document.
func readings(t *testing.T) string {
	var b strings.Builder
	fmt.Fprintf(&b, "version %d\n", intake.Version)
	for _, dir := range []string{"", filepath.Join("testdata", "reading")} {
		f := open(t, dir)
		for _, id := range slices.Sorted(maps.Keys(f.Hashes())) {
			d, err := f.Read(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			// %+v tells of dates what JSON leaves out: their bases and reasons.
			fmt.Fprintf(&b, "%s %x\n", id, sha256.Sum256(fmt.Appendf(nil, "%+v", d)))
		}
	}
	return b.String()
}
