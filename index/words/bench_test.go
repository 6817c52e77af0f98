package words_test

import (
	"strings"
	"testing"

	"dossierbot/index/words"
)

// sinks hold text as the dossiers have it: plain English, English with foreign
// names and typographic marks, and Cyrillic.
var sinks = map[string]string{
	"ascii":    "The harbour board closed the northern lock on 14 March 2021, and Captain Oberski said that 1,250 barges had waited outside for two days. ",
	"mixed":    "Premjerė Vilkaitė’s office — “no comment”, it said — counted 1,250 barges near Šilutė; Żmuda’s pilots had warned of the ice. ",
	"cyrillic": "Капитан порта сообщил, что северный шлюз закрыт с марта, и баржи ждали на рейде два дня из-за тонкого льда. ",
}

func BenchmarkOf(b *testing.B) {
	for name, sentence := range sinks {
		text := strings.Repeat(sentence, 8)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				words.Of(text)
			}
		})
	}
}
