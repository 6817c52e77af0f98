package names

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is the form that two spellings share: NFC, lower case, Latin letters
// without their marks (ł, đ and ø included), Cyrillic kept as it is, one kind
// of apostrophe (') and one kind of dash (-).
func Fold(s string) string {
	return string(appendFold(make([]byte, 0, len(s)), s))
}

// appendFold appends the folded s to dst.
func appendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		// A mark that follows an ASCII letter composes with it.
		if s[i] >= utf8.RuneSelf || i+1 < len(s) && s[i+1] >= utf8.RuneSelf {
			return appendFoldRunes(dst, nfc(s[i:]))
		}
		dst = append(dst, lowerASCII(s[i]))
	}
	return dst
}

// nfc is norm.NFC.String, and quicker where s holds nothing but letters that
// are composed already: no combining marks (lead bytes CC and CD) and nothing
// above Cyrillic but punctuation.
func nfc(s string) string {
	for i := range len(s) {
		if c := s[i]; c == 0xCC || c == 0xCD || c >= 0xD6 && c != 0xE2 {
			return norm.NFC.String(s)
		}
	}
	return s
}

func lowerASCII(c byte) byte {
	switch {
	case c >= 'A' && c <= 'Z':
		return c + ('a' - 'A')
	case c == '`':
		return '\''
	}
	return c
}

func appendFoldRunes(dst []byte, s string) []byte {
	for _, r := range s {
		if r < utf8.RuneSelf {
			dst = append(dst, lowerASCII(byte(r)))
			continue
		}
		r = unicode.ToLower(r)
		if two, ok := ligature(r); ok {
			dst = append(dst, two...)
			continue
		}
		if r = baseLetter(r); r >= 0 {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// ligature gives the two letters that some single ones stand for.
func ligature(r rune) (string, bool) {
	switch r {
	case 'ß':
		return "ss", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'þ':
		return "th", true
	}
	return "", false
}

// baseLetter is the Latin letter below the marks of r, the plain apostrophe or
// dash that r is a kind of, r itself for all other letters, and -1 for a mark
// that stands alone and for a soft hyphen.
func baseLetter(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	switch r {
	case 'ą', 'á', 'ä', 'ā', 'â', 'à', 'å', 'ã':
		return 'a'
	case 'č', 'ć', 'ç':
		return 'c'
	case 'ę', 'ė', 'é', 'è', 'ē', 'ě', 'ë', 'ê':
		return 'e'
	case 'į', 'ı', 'í', 'ī', 'ï', 'î':
		return 'i'
	case 'ł', 'ļ', 'ľ':
		return 'l'
	case 'ń', 'ņ', 'ñ', 'ň':
		return 'n'
	case 'ó', 'ö', 'ø', 'ō', 'ő', 'ô', 'õ':
		return 'o'
	case 'š', 'ś', 'ş', 'ș':
		return 's'
	case 'ų', 'ū', 'ü', 'ú', 'ŭ', 'ů', 'ű':
		return 'u'
	case 'ž', 'ź', 'ż':
		return 'z'
	case 'đ', 'ð':
		return 'd'
	case 'ħ':
		return 'h'
	case 'ŧ':
		return 't'
	case '’', '‘', 'ʼ', '′', 'ʹ', '´', 'ʻ', '‛':
		return '\''
	case '‐', '‑', '‒', '–', '—', '−', '―':
		return '-'
	case '\u00ad':
		return -1
	}
	if unicode.Is(unicode.Cyrillic, r) {
		return r
	}
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	var buf [utf8.UTFMax]byte
	marked := norm.NFD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition()
	if base, _ := utf8.DecodeRune(marked); len(marked) > 0 && unicode.Is(unicode.Latin, base) {
		return base
	}
	return r
}
