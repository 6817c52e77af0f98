package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stem is the part of a name that stays when it bends, in lower case and with
// its marks, and the class of the endings that it takes.
type stem struct {
	text  string
	class class
}

// stems gives the stems of a name in lower case, by its ending. A name that
// could bend in two ways has the stems of both.
func stems(name string) []stem {
	first, _ := utf8.DecodeRuneInString(name)
	if utf8.RuneCountInString(name) < 3 {
		return []stem{{name, whole}}
	}
	if unicode.Is(unicode.Cyrillic, first) {
		return cyrillicStems(name)
	}
	return latinStems(name)
}

func latinStems(name string) []stem {
	out := []stem{{name, whole}}
	add := func(cut int, c class) { out = append(out, stem{name[:len(name)-cut], c}) }
	has := func(suffix string) bool { return len(name) > len(suffix)+1 && strings.HasSuffix(name, suffix) }
	switch {
	case has("ius"):
		add(3, ltIus)
	case has("us"):
		add(2, ltUs)
	case has("as"):
		add(2, ltAs)
	case has("is"):
		add(2, ltIs)
		add(2, ltThird)
		out = append(out, softStem(name[:len(name)-2]))
	case has("ys"):
		add(2, ltYs)
		out = append(out, softStem(name[:len(name)-2]))
	case has("ė"):
		return append(out, eeStems(strings.TrimSuffix(name, "ė"))...)
	case has("yte") || has("iute") || has("aite") || has("iene"):
		return append(out, eeStems(strings.TrimSuffix(name, "e"))...)
	case has("ės"):
		add(len("ės"), ltPluralE)
		out = append(out, stem{palatal(strings.TrimSuffix(name, "ės")), ltEeSoft})
	case has("os"):
		add(2, ltPluralA)
	case has("ai"):
		add(2, ltPlural)
	case has("uo"):
		add(2, ltFifth)
	}
	return append(out, foreignStems(name)...)
}

func eeStems(root string) []stem {
	return []stem{{root, ltEe}, {palatal(root), ltEeSoft}}
}

// foreignStems are those of names that Lithuanian, Polish and others bend in
// their own ways.
func foreignStems(name string) []stem {
	root := func(suffixes ...string) (string, bool) {
		for _, s := range suffixes {
			if r, ok := strings.CutSuffix(name, s); ok && len(r) > 1 {
				return r, true
			}
		}
		return "", false
	}
	if r, ok := root("aya", "aja", "aia"); ok && strings.HasSuffix(r, "sk") {
		return []stem{{r, skaya}}
	}
	if r, ok := root("iy", "ij", "yi", "yj", "y", "i"); ok {
		if strings.HasSuffix(r, "sk") || strings.HasSuffix(r, "ck") {
			return []stem{{r, ski}}
		}
		return []stem{{r, ski}, {name, io}}
	}
	if r, ok := root("ko"); ok {
		return []stem{{r + "k", ko}, {r + "c", soft}}
	}
	if r, ok := root("ka"); ok {
		out := []stem{{r + "k", a}, {r + "k", ko}, {r + "c", soft}}
		if strings.HasSuffix(r, "s") || strings.HasSuffix(r, "c") {
			out = append(out, stem{r + "k", skaya})
		}
		return out
	}
	if r, ok := root("a"); ok {
		return []stem{{r, a}}
	}
	if last := name[len(name)-1]; strings.IndexByte("oeu", last) >= 0 {
		return []stem{{name, io}}
	}
	if r, ok := plSoftRoot(name); ok {
		return []stem{{name, bare}, {r, plSoft}}
	}
	return []stem{{name, bare}}
}

// plSoftRoot is the stem of a Polish name in a soft consonant before an i,
// which marks the softness itself; ó in the last syllable opens to o there.
func plSoftRoot(name string) (string, bool) {
	last, size := utf8.DecodeLastRuneInString(name)
	if !strings.ContainsRune("śźćń", last) {
		return "", false
	}
	root := name[:len(name)-size]
	if n := strings.LastIndexFunc(root, func(r rune) bool { return latinVowel(r) }); n >= 0 && strings.HasPrefix(root[n:], "ó") {
		root = root[:n] + "o" + root[n+len("ó"):]
	}
	return root + string(baseLetter(last)), true
}

func cyrillicStems(name string) []stem {
	out := []stem{{name, whole}}
	add := func(suffix string, c class) bool {
		r, ok := strings.CutSuffix(name, suffix)
		if ok = ok && utf8.RuneCountInString(r) > 1; ok {
			out = append(out, stem{r, c})
		}
		return ok
	}
	switch {
	case add("ая", skaya):
	case add("ий", ski) || add("ый", ski) || add("ій", ski):
	case strings.HasSuffix(name, "скі") && add("і", ski):
	case strings.HasSuffix(name, "ська") && add("а", skaya):
	case strings.HasSuffix(name, "ко") && add("о", ko):
	case strings.HasSuffix(name, "ка") && add("а", ko):
	case add("а", a) || add("я", a):
	case add("й", bare):
		// Сергей, Сергея: the ending stands in the place of the last letter.
	case add("ь", bare) && add("ь", sign):
		// Игорь, Игоря; Беларусь, Беларусью: the letter does not tell the gender.
		if r, ok := doubled(strings.TrimSuffix(name, "ь")); ok {
			out = append(out, stem{r, signDouble})
		}
	default:
		out = append(out, stem{name, bare})
	}
	if r, ok := strings.CutSuffix(name, "ко"); ok {
		out = append(out, stem{r + "ц", soft})
	}
	if r, ok := strings.CutSuffix(name, "ка"); ok {
		out = append(out, stem{r + "ц", soft})
	}
	return out
}

// doubled is a Belarusian or Ukrainian stem with the one consonant after its
// last vowel written twice, of дз the д: Беларусс-ю, меддз-ю.
func doubled(root string) (string, bool) {
	begin := len(root)
	if r, ok := strings.CutSuffix(root, "дз"); ok {
		begin = len(r)
	} else if _, size := utf8.DecodeLastRuneInString(root); size > 0 {
		begin -= size
	}
	vowel, _ := utf8.DecodeLastRuneInString(root[:begin])
	if !strings.ContainsRune(cyrillicVowels, vowel) {
		return "", false
	}
	first, size := utf8.DecodeRuneInString(root[begin:])
	return root[:begin+size] + string(first) + root[begin+size:], true
}

// softStem is the stem of a name in -is or -ys before the soft endings.
func softStem(root string) stem {
	if strings.HasSuffix(root, "j") {
		return stem{root, ltJo}
	}
	return stem{palatal(root), ltSoft}
}

// palatal is a Lithuanian stem before a soft ending: t becomes č, d dž.
func palatal(root string) string {
	if r, ok := strings.CutSuffix(root, "t"); ok {
		return r + "č"
	}
	if r, ok := strings.CutSuffix(root, "d"); ok {
		return r + "dž"
	}
	return root
}
