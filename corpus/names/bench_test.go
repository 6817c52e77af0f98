package names_test

import (
	"fmt"
	"strings"
	"testing"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
)

const paragraph = `In Vilnius the minister met A. Lukashenko's envoy, and Kęstutis Budrys said that Lithuania would wait.
Nobody else was heard; Mindaugas Sinkevičius of the LSDP and a Mr Petrauskas had left before noon, as the United States had asked. `

// crowd is n persons with two-word names that no text here has.
func crowd(n int) []corpus.Actor {
	syllables := []string{"ba", "di", "ku", "lo", "mi", "na", "ra", "te", "vi", "zo"}
	actors := make([]corpus.Actor, n)
	for i := range actors {
		var name strings.Builder
		for k := i; k > 0; k /= 10 {
			name.WriteString(syllables[k%10])
		}
		actors[i] = person(fmt.Sprint("crowd", i), "Jo"+name.String()+" Ga"+name.String()+"tis")
	}
	return actors
}

// BenchmarkMentions shows that the time for a text grows with its length and
// not with the number of names.
func BenchmarkMentions(b *testing.B) {
	for _, actors := range []int{10, 10_000} {
		x := names.New(append(crowd(actors), person("budrys", "Kęstutis Budrys")))
		for _, size := range []int{10_000, 1_000_000} {
			text := strings.Repeat(paragraph, size/len(paragraph))
			b.Run(fmt.Sprintf("%d_actors_%d_bytes", actors, size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					x.Cut(text).Mentions(corpus.Date{})
				}
			})
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for _, n := range []int{100, 10_000} {
		actors := crowd(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				names.New(actors)
			}
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	x := names.New(crowd(10_000))
	for _, asked := range []string{"Jobadi Gabaditis", "Gabadičio", "Гамиравитис", "Gamirovitys", "Nobody Here"} {
		b.Run(asked, func(b *testing.B) {
			for b.Loop() {
				x.Resolve(asked)
			}
		})
	}
}
