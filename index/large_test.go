package index_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
	"dossierbot/index"
)

// manyDocuments is a folder of one .jsonl of n short documents, as logOf makes
// them.
func manyDocuments(t testing.TB, n int) *intake.Folder {
	t.Helper()
	return folderOf(t, with(cast(), "log.jsonl", logOf(t, n)))
}

// logOf is a .jsonl of n short documents. Document i alone holds the word
// "mark" with i spelt in letters.
func logOf(t testing.TB, n int) string {
	t.Helper()
	var lines strings.Builder
	enc := json.NewEncoder(&lines)
	for i := range n {
		err := enc.Encode(map[string]string{
			"id":        fmt.Sprintf("doc-%05d", i),
			"text":      fmt.Sprintf("The harbour log has an entry on the %s and nothing else of note.\n", spelt(i)),
			"language":  "en",
			"published": fmt.Sprintf("%d-%02d", 2000+i%20, 1+i%12),
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return lines.String()
}

// spelt is a word that no other number has.
func spelt(n int) string {
	letters := "mark"
	for _, digit := range fmt.Sprint(n) {
		letters += string("bcdfghjklm"[digit-'0']) + "o"
	}
	return letters + "x"
}

func TestManyDocuments(t *testing.T) {
	t.Parallel()
	for where, tt := range map[string]struct {
		documents int
		dir       string
	}{
		"in memory": {1100, ""}, // over one batch
		"on disk":   {2000, t.TempDir()},
	} {
		t.Run(where, func(t *testing.T) {
			f := manyDocuments(t, tt.documents)
			var told []int
			x := open(t, f, index.Options{Dir: tt.dir, Write: true, Progress: func(done, total int) {
				if total != tt.documents {
					t.Errorf("total %d, want %d", total, tt.documents)
				}
				told = append(told, done)
			}})
			counted := make([]int, tt.documents)
			for i := range counted {
				counted[i] = i + 1
			}
			if diff := gocmp.Diff(counted, told); diff != "" {
				t.Errorf("progress (-want +got):\n%s", diff)
			}
			want := index.Stats{Documents: tt.documents, Passages: tt.documents, Indexed: tt.documents, InMemory: tt.dir == "", Revision: f.Revision()}
			if diff := gocmp.Diff(want, x.Stats()); diff != "" {
				t.Errorf("stats (-want +got):\n%s", diff)
			}
			for _, i := range []int{0, 999, 1000, tt.documents - 1} {
				r := search(t, x, index.Query{Terms: terms(spelt(i))})
				if diff := gocmp.Diff([]string{fmt.Sprintf("doc-%05d#1", i)}, passageIDs(r.Hits)); diff != "" {
					t.Errorf("document %d (-want +got):\n%s", i, diff)
				}
			}
			documents, err := x.Documents(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if len(documents) != tt.documents {
				t.Errorf("%d documents are listed, want %d", len(documents), tt.documents)
			}
		})
	}
}
