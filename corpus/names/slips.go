package names

// slips finds entries whose sounds are an edit or so away, through the strings
// that both become when one consonant is left out (a deletion neighbourhood,
// as in T. Bocek et al., Fast Similarity Search in Large Dictionaries, 2007).
type slips struct {
	near   map[string][]int32
	sounds [][]string // by entry
}

func newSlips(l *lexicon) *slips {
	s := &slips{near: make(map[string][]int32, 8*len(l.entries)), sounds: make([][]string, len(l.entries))}
	for i, e := range l.entries {
		if e.abbreviation {
			continue
		}
		s.sounds[i] = soundsOf(e.lower)
		for _, sound := range s.sounds[i] {
			for _, key := range neighbours(soundKey(sound)) {
				if list := s.near[key]; len(list) == 0 || list[len(list)-1] != int32(i) {
					s.near[key] = append(list, int32(i))
				}
			}
		}
	}
	return s
}

// neighbours are the key and what is left of it without one of its sounds.
func neighbours(key string) []string {
	out := []string{key}
	if len(key) < 2 || len(key) > maxSounds {
		return out
	}
	for i := range len(key) {
		if i == 0 || key[i] != key[i-1] {
			out = append(out, key[:i]+key[i+1:])
		}
	}
	return out
}

// nearest calls found for each entry that sounds like the word in lower case,
// with their likeness of least or more.
func (s *slips) nearest(low string, least float64, found func(entry int32, score float64)) {
	heard := soundsOf(low)
	seen := map[int32]bool{}
	for _, sound := range heard {
		for _, key := range neighbours(soundKey(sound)) {
			for _, e := range s.near[key] {
				if seen[e] {
					continue
				}
				seen[e] = true
				if score := alike(heard, s.sounds[e]); score >= least {
					found(e, score)
				}
			}
		}
	}
}
