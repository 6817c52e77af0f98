package question

// comparison reads "the difference between A and B", "compare A with B", "A
// versus B", "how do A and B differ".
func (s *sentence) comparison() (speech, bool) {
	for i := range s.words {
		if s.use[i] != isOpen || !contrasting[s.folded(i)] {
			continue
		}
		for n := 0; n+1 < len(s.named); n++ {
			if s.joins(n, n+1) || s.versus(n) {
				found := speech{first: n, last: n + 1, cue: i}
				if _, last := s.joined(n + 1); last > n+1 {
					found.last = last
				}
				return found, true
			}
		}
	}
	return nobody, false
}

// versus tells whether one of those named is held against the next: "A with
// B", "A vs B".
func (s *sentence) versus(n int) bool {
	from, to := s.named[n].last+1, s.named[n+1].first
	if to-from == 2 && determiner(s.folded(from+1)) {
		to--
	}
	if to-from != 1 {
		return false
	}
	switch s.folded(from) {
	case "with", "to", "versus", "vs", "su", "z", "a", "с", "з":
		return true
	}
	return contrasting[s.folded(from)]
}
