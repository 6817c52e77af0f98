package intake_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dossierbot/corpus/intake"
)

var large = flag.Bool("large", false, "measure updates among 100,000 documents too")

// BenchmarkUpdate changes one document among many, and reports how long it takes
// until the folder has it ("ms"), and how many times as long as among a tenth of
// the documents ("growth": 10 where it is linear). One document in ten has front
// matter.
func BenchmarkUpdate(b *testing.B) {
	sizes := []int{1_000, 10_000}
	if *large {
		sizes = append(sizes, 100_000)
	}
	var before time.Duration
	for _, n := range sizes {
		dir := b.TempDir()
		for i := range n {
			content := fmt.Sprintf("Document %d. %s", i, prose)
			name := fmt.Sprintf("%03d/%06d.txt", i/1000, i)
			if i%10 == 0 {
				name, content = name+".md", fmt.Sprintf("---\nid: d%d\ntitle: Document %d\n---\n", i, i)+content
			}
			put(b, dir, name, content)
		}
		opened := time.Now()
		f, err := intake.Open(b.Context(), dir, intake.Options{Log: silent})
		if err != nil {
			b.Fatal(err)
		}
		opening := time.Since(opened)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var spent time.Duration
			told := []string{"000/000001.txt"}
			for i := 0; b.Loop(); i++ {
				if err := os.WriteFile(filepath.Join(dir, told[0]), fmt.Appendf(nil, "Version %d. %s", i, prose), 0o644); err != nil {
					b.Fatal(err)
				}
				began := time.Now()
				next, changed, err := f.Update(b.Context(), told)
				spent += time.Since(began)
				if err != nil || len(changed) != 1 {
					b.Fatal(changed, err)
				}
				f = next
			}
			each := spent / time.Duration(b.N)
			b.ReportMetric(float64(each)/1e6, "ms")
			b.ReportMetric(float64(opening)/float64(each), "opening/update")
			if before > 0 {
				b.ReportMetric(float64(each)/float64(before), "growth")
			}
			before = each
		})
	}
}
