package names

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// halfTyped is a word, whole or half typed.
type halfTyped struct {
	lower    string // its marks tell how it sounds
	fold     string
	capital  bool
	cyrillic bool
}

// half cuts a text into its words.
func half(text string) []halfTyped {
	words := cut(text)
	out := make([]halfTyped, len(words))
	for i, w := range words {
		out[i] = halfTyped{lower(text[w.Start:w.End]), string(w.fold), w.capital, w.cyrillic}
	}
	return out
}

// heard are the sounds of the word; none where they are more than a name has.
// Of a script that is not known by ear each letter is a sound of its own.
func (w halfTyped) heard() []string {
	out := soundsOf(w.lower)
	if out[0] == "" {
		var letters []byte
		for _, r := range w.fold {
			letters = append(letters, utf8.RuneSelf|byte(r))
		}
		out = []string{string(letters)}
	}
	return slices.DeleteFunc(out, func(s string) bool { return len(s) > maxSounds })
}

// vocables are all words that something half typed may begin, in orders in
// which those that begin alike stand together.
type vocables struct {
	all     []halfTyped
	byFold  []int32   // places in all
	folds   string    // of all in this order, with a line end before and behind each
	starts  []int     // of each in folds
	sounds  []string  // in their order, once
	bySound [][]int32 // places in all of those that sound so
}

// arrange makes the orders. It is called once all words are there.
func (v *vocables) arrange() {
	v.byFold = make([]int32, len(v.all))
	of := map[string][]int32{}
	for i, w := range v.all {
		v.byFold[i] = int32(i)
		for _, s := range w.heard() {
			if _, ok := of[s]; !ok {
				v.sounds = append(v.sounds, s)
			}
			of[s] = append(of[s], int32(i))
		}
	}
	slices.SortFunc(v.byFold, func(a, b int32) int { return strings.Compare(v.all[a].fold, v.all[b].fold) })
	var folds strings.Builder
	for _, n := range v.byFold {
		folds.WriteByte('\n')
		v.starts = append(v.starts, folds.Len())
		folds.WriteString(v.all[n].fold)
	}
	folds.WriteByte('\n')
	v.folds = folds.String()
	slices.Sort(v.sounds)
	for _, s := range v.sounds {
		v.bySound = append(v.bySound, of[s])
	}
}

// leastHeard is how many sounds must have been typed before another spelling
// in the same script is taken for the same.
const leastHeard = 3

// fits gives the fit of a word, half typed, for each of all.
func (v *vocables) fits(w halfTyped) []Fit {
	out := make([]Fit, len(v.all))
	note := func(place int32, f Fit) { out[place] = max(out[place], f) }
	v.inside(w.fold, note)
	if strings.ContainsFunc(w.fold, unicode.IsDigit) {
		return out // digits are not misspelt
	}
	for _, typed := range w.heard() {
		first, _ := slices.BinarySearch(v.sounds, typed)
		for i := first; i < len(v.sounds) && strings.HasPrefix(v.sounds[i], typed); i++ {
			for _, n := range v.bySound[i] {
				if len(typed) >= leastHeard || w.cyrillic != v.all[n].cyrillic {
					note(n, Heard)
				}
			}
		}
		v.near(typed, note)
	}
	return out
}

// inside notes the words that begin with the folded word or have it inside.
func (v *vocables) inside(fold string, note func(int32, Fit)) {
	for from := 0; ; {
		i := strings.Index(v.folds[from:], fold)
		if i < 0 {
			return
		}
		from += i
		n := sort.SearchInts(v.starts, from+1) - 1
		if v.starts[n] == from {
			note(v.byFold[n], Word)
		} else {
			note(v.byFold[n], Inside)
		}
		from++
	}
}

// leastLike is how like the beginning of a word what was typed must sound:
// 0.75 forgives a vowel in four sounds and a consonant in six.
const leastLike = 0.75

// leastSlipped is how many sounds must have been typed before slips are
// forgiven.
const leastSlipped = 4

// near notes the words that begin nearly as what was typed sounds. Those that
// begin alike are looked at once as far as they do.
func (v *vocables) near(typed string, note func(int32, Fit)) {
	if len(typed) < leastSlipped {
		return
	}
	limit := (1 - leastLike) * float64(len(typed)) / slipWeight
	// By how many sounds of the word were looked at: the costs, the least of
	// them, and how near what was typed came to any beginning so far.
	var rows [maxSounds + 1]costs
	var least, nearest [maxSounds + 1]float64
	rows[0].begin(typed)
	nearest[0] = rows[0][len(typed)]
	before, n := "", 0
	for i, word := range v.sounds {
		n = min(n, alikeAtFirst(before, word))
		for before = word; n < len(word) && least[n] <= limit; n++ {
			least[n+1] = rows[n+1].follow(&rows[n], &rows[max(n-1, 0)], word, n, typed)
			nearest[n+1] = min(nearest[n], rows[n+1][len(typed)])
		}
		if nearest[n] > limit {
			continue
		}
		for _, of := range v.bySound[i] {
			note(of, Nearly(1-slipWeight*nearest[n]/float64(len(typed))))
		}
	}
}

// alikeAtFirst is how many bytes two strings have in common at first.
func alikeAtFirst(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
