package names

// soundKey is what two sound strings share when they may be one name: the
// consonants alone, kin sounds as one (t, c and č; s and š; z and ž; g and h).
func soundKey(sound string) string {
	key := make([]byte, 0, len(sound))
	for i := range len(sound) {
		c := sound[i]
		switch c {
		case 'S':
			c = 's'
		case 'Z':
			c = 'z'
		case 'C', 'c':
			c = 't'
		case 'D':
			c = 'd'
		case 'h':
			c = 'g'
		case 'f':
			c = 'v'
		case 'j', 'a', 'e', 'i', 'o', 'u', 'A', 'O':
			continue
		}
		if len(key) == 0 || key[len(key)-1] != c {
			key = append(key, c)
		}
	}
	return string(key)
}

// kin is the cost of hearing one sound for another, by how often the spelling
// habits of the region swap them; pairs not listed cost 1, two vowels 0.5.
func kin(a, b byte) float64 {
	if a == b {
		return 0
	}
	if a > b {
		a, b = b, a
	}
	switch [2]byte{a, b} {
	case [2]byte{'a', 'o'}, [2]byte{'A', 'a'}, [2]byte{'O', 'o'}, [2]byte{'g', 'h'}, [2]byte{'A', 'e'}:
		return 0.1
	case [2]byte{'S', 's'}, [2]byte{'Z', 'z'}, [2]byte{'C', 'c'}, [2]byte{'D', 'd'}:
		return 0.15
	case [2]byte{'c', 't'}, [2]byte{'D', 'z'}, [2]byte{'D', 'Z'}, [2]byte{'a', 'e'}, [2]byte{'e', 'i'}, [2]byte{'O', 'e'},
		[2]byte{'o', 'u'}, [2]byte{'h', 'k'}, [2]byte{'A', 'i'}, [2]byte{'i', 'j'}, [2]byte{'A', 'O'}, [2]byte{'u', 'v'}:
		return 0.3
	case [2]byte{'s', 'z'}, [2]byte{'S', 'Z'}, [2]byte{'b', 'p'}, [2]byte{'d', 't'}, [2]byte{'g', 'k'}, [2]byte{'f', 'v'},
		[2]byte{'C', 'S'}, [2]byte{'c', 's'}, [2]byte{'C', 't'}, [2]byte{'c', 'k'}, [2]byte{'C', 'k'}, [2]byte{'m', 'n'}, [2]byte{'b', 'v'}:
		return 0.5
	}
	if isVowel(a) && isVowel(b) {
		return 0.5
	}
	return 1
}

// drop is the cost of a sound that only one of two strings has, after the
// sound before it.
func drop(c, before byte) float64 {
	switch {
	case c == 'j':
		return 0.3
	case isVowel(c):
		return 0.5
	case c == 'h' || c == 'C' && before == 'S':
		return 0.4
	}
	return 1
}

// cheapest is the least that drop costs.
const cheapest = 0.3

// distance is the weighted edit distance of two sound strings, with swapped
// neighbours as one slip; once it must exceed limit, some number above limit.
func distance(a, b string, limit float64) float64 {
	if len(a) > maxSounds || len(b) > maxSounds {
		return limit + 1
	}
	var rows [3]costs
	two, one, row := &rows[0], &rows[1], &rows[2]
	one.begin(b)
	for i := range len(a) {
		if row.follow(one, two, a, i, b) > limit {
			return limit + 1
		}
		two, one, row = one, row, two
	}
	return one[len(b)]
}

// costs are the distances of what a sound string begins with from all that
// another, b, begins with.
type costs [maxSounds + 1]float64

// begin makes the costs of the empty string.
func (row *costs) begin(b string) {
	row[0] = 0
	for j := range len(b) {
		row[j+1] = row[j] + drop(b[j], at(b, j-1))
	}
}

// follow makes the costs of a as far as its sound i from those of one and two
// sounds less, and gives the least of them.
func (row *costs) follow(one, two *costs, a string, i int, b string) float64 {
	dropped := drop(a[i], at(a, i-1))
	row[0] = one[0] + dropped
	least := row[0]
	for j := range len(b) {
		d := min(one[j]+kin(a[i], b[j]), one[j+1]+dropped, row[j]+drop(b[j], at(b, j-1)))
		if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
			d = min(d, two[j-1]+0.8)
		}
		row[j+1] = d
		least = min(least, d)
	}
	return least
}

// maxSounds bounds the strings that are compared; no name is longer.
const maxSounds = 48

func at(s string, i int) byte {
	if i < 0 {
		return 0
	}
	return s[i]
}

// similarity is 1 for equal sound strings and falls with their distance, the
// faster the shorter they are; 0 for those far apart.
func similarity(a, b string) float64 {
	if a == b {
		return 1
	}
	length := float64(max(len(a), len(b)))
	limit := length / slipWeight
	d := distance(a, b, limit)
	if d > limit {
		return 0
	}
	return 1 - slipWeight*d/length
}

// alike is the best similarity between two words' sound strings.
func alike(a, b []string) float64 {
	best := 0.0
	for _, s := range a {
		for _, t := range b {
			best = max(best, similarity(s, t))
		}
	}
	return best
}

// slipWeight sets how fast likeness falls: a wrong consonant in a name of
// seven sounds leaves 0.8.
const slipWeight = 1.4
