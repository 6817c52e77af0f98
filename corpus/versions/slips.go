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
	out, in = telling(out), telling(in)
	if len(out) == len(in) && !slices.ContainsFunc(pairs(out, in), func(p [2]token) bool { return !sameBut(p[0], p[1], isName) }) {
		return true
	}
	return onlyParted(out, in)
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
	case max(utf8.RuneCountInString(x), utf8.RuneCountInString(y)) < shortest, weighty[x], weighty[y], inflected(x, y):
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
			if t.kind != word || weighty[folded] {
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

// weighty are words, folded, of which no letter is a slip: they deny, or they
// are numbers.
var weighty = func() map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(`
		not no nor none never nothing nobody nowhere neither cannot without unless hardly
		ne nei niekas nieko niekada nera be ani nic nigdy bez nie не ни нет нельзя никто ничего никогда без нема немає ніхто нічого ніколи
		three seven eight eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
		twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen
		hundreds thousands millions billions trillions dozens first second third fourth fifth sixth seventh eighth ninth tenth
		twentieth thirtieth fortieth fiftieth sixtieth half quarter double triple twice`) {
		all[w] = true
	}
	return all
}()
