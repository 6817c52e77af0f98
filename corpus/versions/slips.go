package versions

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus/names"
)

// shortest is how many letters a word has at the least of which a letter may be
// a slip: of shorter ones too many have others beside them ("was", "has").
const shortest = 5

// slipped tells whether what was taken out and what was put in differ in no
// more than typing slips: in marks that tell nothing, in where words are parted,
// in case and diacritics, and in a letter of a longer word.
func slipped(out, in []token, isName func(string) bool) bool {
	was, is := telling(out), telling(in)
	if len(was) == len(is) && !slices.ContainsFunc(pairs(was, is), func(p [2]token) bool { return !sameBut(p[0], p[1], isName) }) {
		return true
	}
	return onlyParted(was, is) && !denied(out) && !denied(in)
}

// telling are the tokens that are no trivial marks.
func telling(tokens []token) []token {
	return slices.DeleteFunc(slices.Clone(tokens), func(t token) bool { return t.kind == trivial })
}

func pairs(out, in []token) [][2]token {
	all := make([][2]token, len(out))
	for i := range out {
		all[i] = [2]token{out[i], in[i]}
	}
	return all
}

// sameBut tells whether two tokens are the same but for a slip.
func sameBut(was, is token, isName func(string) bool) bool {
	if was.kind != is.kind || was.kind != word {
		return was.kind == is.kind && was.text == is.text
	}
	x, y := names.Fold(was.text), names.Fold(is.text)
	switch {
	case x == y:
		return true
	case max(utf8.RuneCountInString(x), utf8.RuneCountInString(y)) < shortest, weighty(x), weighty(y), inflected(x, y), isOther(x) && isOther(y):
		return false
	case capital(was.text) && isName(was.text), capital(is.text) && isName(is.text):
		return false
	}
	return oneEdit([]rune(x), []rune(y))
}

// onlyParted tells whether the letters are the same and only parted otherwise
// ("re-elected", "re elected"), where that makes or takes away no negation.
func onlyParted(out, in []token) bool {
	letters := func(tokens []token) (string, bool) {
		var joined strings.Builder
		for _, t := range tokens {
			folded := names.Fold(t.text)
			if t.kind != word || weighty(folded) {
				return "", false
			}
			joined.WriteString(folded)
		}
		return joined.String(), true
	}
	x, ok := letters(out)
	y, too := letters(in)
	return ok && too && x == y
}

// denied tells whether a word begins with what would deny the next, were the two
// one: "a political", "in human". A hyphen joins them as well.
func denied(tokens []token) bool {
	for i, t := range tokens[:max(0, len(tokens)-1)] {
		if next := tokens[i+1]; denying[names.Fold(t.text)] && next.kind == word && utf8.RuneCountInString(next.text) > 3 {
			return true
		}
	}
	return false
}

// stopsIn are the marks among tokens that part sentences and clauses.
func stopsIn(tokens []token) string {
	var stops strings.Builder
	for _, t := range tokens {
		if strings.ContainsAny(t.text, ".,;:…") && t.kind == trivial {
			stops.WriteString(t.text)
		}
	}
	return stops.String()
}

// besideDenial tells whether a word that denies stands in a stretch of tokens or
// next to it: a stop there tells what it denies ("No. More", "no more").
func besideDenial(tokens []token, from, to int) bool {
	return slices.ContainsFunc(tokens[max(0, from-1):min(len(tokens), to+1)], func(t token) bool { return denials[names.Fold(t.text)] })
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// inflected tells whether two words differ in nothing but an ending that makes
// another number or time of them: "minister" and "ministers", "agrees" and
// "agreed".
func inflected(x, y string) bool {
	end := func(word string) string { return strings.TrimRight(word, "sd") }
	return x != y && end(x) == end(y)
}

func isOther(word string) bool { return otherWords[word] || otherWords[strings.TrimSuffix(word, "s")] }

// oneEdit tells whether two words, which begin alike, differ by one letter put
// in, left out or replaced, or by two that changed places. A slip in the first
// letter would more often than not be another word: "import", "report".
func oneEdit(x, y []rune) bool {
	if len(x) == 0 || len(y) == 0 || x[0] != y[0] {
		return false
	}
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return len(x)+len(y) == 1 || len(x) == 1 && len(y) == 1 || len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}

// denials are words, folded, that deny.
var denials = setOf(`
	not no nor none never nothing nobody nowhere neither cannot without unless hardly
	ne nei niekas nieko niekada nera ani nic nigdy bez nie не ни нет нельзя никто ничего никогда без нема немає ніхто нічого ніколи`)

// numberWords are words, folded, that are numbers, or tell how much.
var numberWords = setOf(`
	three seven eight eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
	twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen
	hundreds thousands millions billions trillions dozens first second third fourth fifth sixth seventh eighth ninth tenth
	twentieth thirtieth fortieth fiftieth sixtieth half quarter double triple twice`)

// weighty tells of a word, folded, that no letter of it is a slip. "Be" is without
// in Lithuanian.
func weighty(word string) bool { return denials[word] || numberWords[word] || word == "be" }

// denying are the beginnings of words that deny the rest.
var denying = setOf(`a an in im il ir un dis non anti`)

// otherWords are words, folded, of which a letter makes another one of them:
// another number or tense, or another sense.
var otherWords = setOf(`
	woman women crisis crises analysis analyses basis bases these those
	become became begin began begun build built rebuild rebuilt spend spent write wrote drive drove arise arose choose chose
	forget forgot forgive forgave overcome overcame shrink shrank shrunk throw threw overthrow overthrew uphold upheld
	withdraw withdrew withhold withheld rise raise
	adopt adapt adopted adapted attach attack attached attacked charge change charged changed country county court count
	elected erected ejected employer employee former farmer found fund nation notion party parity
	police policy present prevent presented prevented prescribe proscribe prescribed proscribed price prize prison person
	quiet quite regain retain regained retained served severed though through thought thorough track truck treat treaty threat
	trial trail united untied unite unity`)

func setOf(list string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(list) {
		all[w] = true
	}
	return all
}
