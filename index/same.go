package index

import (
	"hash/maphash"

	"dossierbot/index/words"
)

// Two passages say the same where most of the shorter one's runs of words
// stand in the other: shingling, after Broder (1997).
const (
	shingle = 5   // words
	mostly  = 0.5 // of the shorter's shingles
)

// merge takes out the hits that say the same as a better one of another
// document, and names them there.
func merge(hits []Hit) []Hit {
	var out []Hit
	var sets []map[uint64]bool
	seed := maphash.MakeSeed()
	for _, h := range hits {
		s := shingles(seed, h.Passage.Text)
		same := -1
		for i := range out {
			if out[i].Document.ID != h.Document.ID && out[i].Document.Form == h.Document.Form && sharing(sets[i], s) >= mostly {
				same = i
				break
			}
		}
		if same < 0 {
			out, sets = append(out, h), append(sets, s)
			continue
		}
		out[same].AlsoIn = append(out[same].AlsoIn, AlsoIn{Document: h.Document, PassageID: h.Passage.ID})
	}
	return out
}

func shingles(seed maphash.Seed, text string) map[uint64]bool {
	w := words.Of(text)
	out := map[uint64]bool{}
	for i := 0; i+shingle <= len(w); i++ {
		var h maphash.Hash
		h.SetSeed(seed)
		for _, word := range w[i : i+shingle] {
			h.WriteString(word.Folded)
			h.WriteByte(' ')
		}
		out[h.Sum64()] = true
	}
	return out
}

func sharing(a, b map[uint64]bool) float64 {
	if len(b) < len(a) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := 0
	for s := range a {
		if b[s] {
			n++
		}
	}
	return float64(n) / float64(len(a))
}
