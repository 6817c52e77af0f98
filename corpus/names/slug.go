package names

import "strings"

// Slug is the id of a name: its words in lower-case ASCII letters and digits,
// Cyrillic ones transliterated, joined by dashes. It is empty where the name
// has no Latin or Cyrillic letter and no digit.
func Slug(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	gap := false
	for _, r := range Fold(name) {
		s := slugLetters(r)
		if s == "" {
			// An apostrophe and the signs of Cyrillic stand within a word.
			gap = gap || b.Len() > 0 && r != '\'' && r != 'ь' && r != 'ъ'
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteString(s)
	}
	return b.String()
}

const ascii = "0123456789abcdefghijklmnopqrstuvwxyz"

// slugLetters is the ASCII for a folded letter or digit, and "" for all else.
func slugLetters(r rune) string {
	if r < 0x80 {
		if i := strings.IndexRune(ascii, r); i >= 0 {
			return ascii[i : i+1]
		}
		return ""
	}
	switch r {
	case 'а':
		return "a"
	case 'б':
		return "b"
	case 'в':
		return "v"
	case 'г', 'ґ':
		return "g"
	case 'д':
		return "d"
	case 'е', 'э', 'є':
		return "e"
	case 'ё':
		return "io"
	case 'ж':
		return "zh"
	case 'з':
		return "z"
	case 'и', 'і', 'ї':
		return "i"
	case 'й', 'ы':
		return "y"
	case 'к':
		return "k"
	case 'л':
		return "l"
	case 'м':
		return "m"
	case 'н':
		return "n"
	case 'о':
		return "o"
	case 'п':
		return "p"
	case 'р':
		return "r"
	case 'с':
		return "s"
	case 'т':
		return "t"
	case 'у', 'ў':
		return "u"
	case 'ф':
		return "f"
	case 'х':
		return "kh"
	case 'ц':
		return "ts"
	case 'ч':
		return "ch"
	case 'ш':
		return "sh"
	case 'щ':
		return "shch"
	case 'ю':
		return "yu"
	case 'я':
		return "ya"
	}
	return ""
}
