package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sound string spells a name by what is heard, the same for all scripts and
// spelling habits: a byte a sound. Vowels are a e i o u, with A and O for those
// that follow a softened consonant (я, ё), which others write e or a, e or o.
// Consonants are b p d t g k v f z s c h l m n r j, and S (š), Z (ž), C (č), D
// (dz, dž). Softening, doubled letters and j before a vowel leave no trace; u
// after a vowel is v (Bashkou, Башков) and i after a vowel is j (Kubilaitis).
//
// The letters' values are those of the usual romanisations (BGN/PCGN, GOST,
// Łacinka and the spelling of Lithuanian and Polish) taken together.

// soundsOf gives the sound strings of a word in lower case; two where "ch" may
// be the English č or the Polish and Lithuanian h.
func soundsOf(low string) []string {
	if first, _ := utf8.DecodeRuneInString(low); unicode.Is(unicode.Cyrillic, first) {
		return []string{soundCyrillic(low)}
	}
	if !strings.Contains(low, "ch") {
		return []string{soundLatin(low, 'C')}
	}
	switch {
	case strings.ContainsAny(low, "włčšžćśźżńėąęįųūĺ"), strings.Contains(low, "sz"), strings.Contains(low, "cz"):
		return []string{soundLatin(low, 'h')}
	case strings.Contains(low, "sh"), strings.Contains(low, "zh"), strings.Contains(low, "kh"):
		return []string{soundLatin(low, 'C')}
	}
	return []string{soundLatin(low, 'C'), soundLatin(low, 'h')}
}

// heard builds a sound string.
type heard struct {
	out  []byte
	soft bool // a softening stands before the next vowel
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouAO", c) >= 0 }

func (h *heard) last() byte {
	if len(h.out) == 0 {
		return 0
	}
	return h.out[len(h.out)-1]
}

func (h *heard) consonants(s string) {
	h.soft = false
	for i := range len(s) {
		if h.last() != s[i] {
			h.out = append(h.out, s[i])
		}
	}
}

// vowel adds a vowel, which a softening before it may colour.
func (h *heard) vowel(c byte) {
	if h.soft {
		h.soft = false
		switch {
		case len(h.out) == 0 && c != 'e' && c != 'i':
			h.out = append(h.out, 'j')
		case len(h.out) > 0 && c == 'a':
			c = 'A'
		case len(h.out) > 0 && c == 'o':
			c = 'O'
		}
	}
	h.out = append(h.out, c)
}

// glide adds the second half of a diphthong.
func (h *heard) glide() {
	if last := h.last(); last != 'i' && last != 'j' && last != 0 {
		h.out = append(h.out, 'j')
	}
}

// latinClusters are letters that together write one sound or two, the longest
// first.
var latinClusters = []struct{ letters, sounds string }{
	{"szcz", "SC"}, {"shch", "SC"}, {"sch", "S"}, {"sz", "S"}, {"sh", "S"}, {"cz", "C"}, {"rz", "Z"}, {"zh", "Z"},
	{"kh", "h"}, {"ts", "c"}, {"tz", "c"}, {"dzh", "D"}, {"dz", "D"}, {"dž", "D"}, {"dź", "D"}, {"dż", "D"},
	{"ph", "f"}, {"th", "t"}, {"gh", "g"}, {"ck", "ck"}, {"qu", "kv"},
}

func soundLatin(low string, ch byte) string {
	h := heard{out: make([]byte, 0, len(low))}
letters:
	for i := 0; i < len(low); {
		if strings.HasPrefix(low[i:], "ch") {
			h.consonants(string(ch))
			i += 2
			continue
		}
		if c := low[i]; c == 's' || c == 'c' || c == 'r' || c == 'z' || c == 'k' || c == 't' || c == 'd' || c == 'p' || c == 'g' || c == 'q' {
			for _, cl := range latinClusters {
				if strings.HasPrefix(low[i:], cl.letters) {
					h.consonants(cl.sounds)
					i += len(cl.letters)
					continue letters
				}
			}
		}
		r, size := utf8.DecodeRuneInString(low[i:])
		i += size
		next, _ := utf8.DecodeRuneInString(low[i:])
		h.latin(r, latinVowel(next))
	}
	return string(h.out)
}

func latinVowel(r rune) bool {
	if r == utf8.RuneError {
		return false
	}
	return strings.ContainsRune("aeouėęąųūóöüāēōáé", r) || r == 'i' || r == 'y' || r == 'į' || r == 'ī'
}

// latin adds a letter; vowelNext tells whether a vowel follows it.
func (h *heard) latin(r rune, vowelNext bool) {
	afterVowel := isVowel(h.last()) && !h.soft
	switch r {
	case 'š', 'ş', 'ș':
		h.consonants("S")
		return
	case 'ž', 'ż':
		h.consonants("Z")
		return
	case 'č', 'ç':
		h.consonants("C")
		return
	case 'ś':
		h.consonants("s")
		return
	case 'ź':
		h.consonants("z")
		return
	case 'ŭ':
		h.consonants("v")
		return
	case 'ó', 'ū', 'ų':
		h.vowel('u')
		return
	case 'đ':
		h.consonants("D")
		return
	}
	switch c := baseLetter(r); c {
	case 'j':
		h.iota(afterVowel, vowelNext)
	case 'y', 'i':
		switch {
		case vowelNext && !afterVowel && h.last() != 0 && !isVowel(h.last()):
			h.soft = true // Andriukaitis, Tsyapkala
		case vowelNext && (afterVowel || h.last() == 0):
			h.soft = true
		case afterVowel && !vowelNext:
			h.glide()
		default:
			h.vowel('i')
		}
	case 'u':
		if afterVowel && h.last() != 'u' && !vowelNext {
			h.consonants("v")
		} else {
			h.vowel('u')
		}
	case 'a', 'e', 'o':
		h.vowel(byte(c))
	case 'w':
		h.consonants("v")
	case 'x':
		h.consonants("ks")
	case 'q':
		h.consonants("k")
	default:
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			h.consonants(string(c))
		}
	}
}

// iota adds й or j.
func (h *heard) iota(afterVowel, vowelNext bool) {
	switch {
	case vowelNext:
		h.soft = true
	case afterVowel:
		h.glide()
	}
}

func soundCyrillic(low string) string {
	h := heard{out: make([]byte, 0, len(low)/2)}
	for i, r := range low {
		next, _ := utf8.DecodeRuneInString(low[i+utf8.RuneLen(r):])
		h.cyrillic(r, next != utf8.RuneError && strings.ContainsRune(cyrillicVowels, next))
	}
	return string(h.out)
}

const cyrillicVowels = "аеёєиіїоуыэюя"

// cyrillicConsonants gives the sounds of the letters that write consonants.
func cyrillicConsonants(r rune) string {
	if r == 'щ' {
		return "SC"
	}
	const letters = "бвгґджзклмнпрстфхцчшўљњћђџ"
	const values = "bvggdZzklmnprstfhcCSvlnCDD"
	n := strings.IndexRune(letters, r) // each of two bytes
	if n < 0 {
		return ""
	}
	return values[n/2 : n/2+1]
}

// cyrillic adds a letter of the Russian, Belarusian, Ukrainian or Serbian
// alphabet.
func (h *heard) cyrillic(r rune, vowelNext bool) {
	afterVowel := isVowel(h.last()) && !h.soft
	switch r {
	case 'а':
		h.vowel('a')
	case 'о':
		h.vowel('o')
	case 'э', 'е', 'є':
		h.vowel('e')
	case 'и', 'і', 'ы', 'ї':
		h.vowel('i')
	case 'у':
		if afterVowel && h.last() != 'u' && !vowelNext {
			h.consonants("v")
			return
		}
		h.vowel('u')
	case 'я':
		h.soft = true
		h.vowel('a')
	case 'ё':
		h.soft = true
		h.vowel('o')
	case 'ю':
		h.soft = true
		h.vowel('u')
	case 'й', 'ј':
		h.iota(afterVowel, vowelNext)
	case 'ь', 'ъ', '\'', '’':
	case 'ж', 'з':
		if h.last() == 'd' { // дз, дж
			h.out[len(h.out)-1] = 'D'
			return
		}
		h.consonants(cyrillicConsonants(r))
	default:
		h.consonants(cyrillicConsonants(r))
	}
}
