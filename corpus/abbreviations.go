package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The words below are stored without their last full stop and in lower case.
// They are drawn up after CLDR's suppressions of segmentation for English,
// Polish and Russian, and the lists of abbreviations that Lithuanian, Polish,
// Russian, Belarusian and Ukrainian style guides give.
var (
	// abbreviations may also be a sentence's last word, which the next word
	// then has to show.
	abbreviations = setOf(`
		adm amb approx assoc asst atty ave b bldg blvd brig brit bros c ca capt cf cllr cmdr cmdt co col comdr
		comm comr corp cpl cpt d dept det dir dist div dr e ed eds eg esp esq excl f ff fl
		fr ft fwd gen gov govt hon ibid ie inc incl insp inst intl jr l lt lt.col ltd maj messrs mfg mgr
		mlle mme mr mrs ms msgr mt mts mx n nee ph.d pfc pl plc prep pres prof pte pt pvt r rd rep repr reps
		res ret rev rt s sen sens sgt spc sq sr st ste supt trans treas univ v viz vs w
		a akad apskr aps asm bažn dab doc egz el gerb gim gyd gub inž kan kap kt kub kun liet lot m mjr mln
		mlrd mons pav plg plk plnt plšt pr proc pvz raj red rež sav sek sk sodž spec sv šv t tarpt
		tūkst val vert viet vysk y žr
		abp bp cd cyt dz.u g godz hab im inż jw kard kpt ks lic m.in m.st mec mgr mld nadkom np o os
		p.o płk por ppłk ppor przew przyp św tj tys tzn tzw ul ur ww właśc wg woj wyd zł zm zob
		акад в вв вул вып г гг гл гос грн губ д див доп доц дэп е ж жыв заг зав зам заст і ім изд им инж
		кандыд кв коп л м мин млн млрд мн н наб нап напр нац о обл обр оз ок п пер пл пов пом пос поч пр праф
		приб прим проф р райн ред респ рр руб с св сек сл см соавт сокр ср ст т тис тов тыс у ул ур усл ф ч
		чел чл шт экз эл э
		гр т.зв
	`)
	// numbering stands before a number, and is otherwise a word like others.
	numbering = setOf(`
		no nos nr nrs num p pp par para paras pg vol vols fig figs art arts ch chap sec sect § № ver
		str pkt ok poz tel ext est ust lp gl skyr sk
		стр табл рис гл разд арт пп пт ст
	`)
	// calendar stands before a number or a word like it.
	calendar = setOf(`
		jan feb febr mar apr jun jul aug sep sept oct nov dec
		mon tue tues wed thu thur thurs fri sat sun
	`)
	// digraphs are initials of two letters, with a capital.
	digraphs = setOf(`ch cz dz dž ju ph rz sz th вл дж дз дм ст юр`)
	// finals more often end a sentence than not.
	finals = setOf(`etc al itd itp t.t т.д т.п др`)
	// danglers are words that no heading and no sentence ends with.
	danglers = setOf(`
		the an and or of its their whose than into from between
		ir arba bei oraz lub albo и или і й або
	`)
	// openers are words that, with a capital, nearly always begin a sentence.
	openers = setOf(`
		the a an this that these those it its he his she her they their we our you i in on at for from by with but
		and or so yet however moreover meanwhile then there when while where why what who how after before since as if
		although though because despite during until under according also another both each
		ar ir be bet jis ji jie jos jų jo tai tas ta tie šis ši šie tačiau o kai nors pagal po prieš per kaip todėl
		to ten ona ono on oni one ale lecz w we na od dla gdy jeśli kiedy jednak także według przed podczas
		а але без бо в вони вона він во все вы где для до его если же за и из или их й как когда кто мы на но об
		однако он она они оно от по после потом при про с так также тем то тогда у хотя что эта эти это этот я
		яна яны ён і ў як каб калі але аднак гэта гэты потым паводле пасля ці це цей ця ці якщо коли проте після
	`)
)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// isAbbreviated tells whether the full stop that a text ends with belongs to
// an abbreviation, an initial, or the number of an item. So that the time
// stays linear it looks at the last word alone.
func isAbbreviated(before, after string) bool {
	stem, ok := strings.CutSuffix(strings.TrimRight(before, closers), ".")
	if !ok {
		return false
	}
	if dots := strings.TrimRight(stem, "."); len(dots) < len(stem) {
		// What is left out at the start of a quotation, or in brackets.
		last, _ := utf8.DecodeLastRuneInString(dots)
		return strings.ContainsRune(`[("'“‘«„`, last)
	}
	word := lastWord(stem)
	if isItemNumber(word) && strings.TrimSpace(stem) == word {
		return true
	}
	lower := strings.ToLower(word)
	next, number := nextWord(after)
	capital, size := utf8.DecodeRuneInString(word)
	upper := unicode.IsUpper(capital)
	switch {
	case finals[lower]:
		return false
	case upper && (size == len(word) || digraphs[lower] && !number):
		return !openers[next]
	case numbering[lower]:
		return number
	case calendar[lower]:
		return upper && (number || calendar[next])
	case abbreviations[lower], isAcronym(word):
		// "U.S. troops", "the U.S. Congress": a sentence more often goes on
		// than ends here, unless a word follows that only begins one.
		return !openers[next]
	}
	return false
}

// longestWord is the most bytes that are looked at of a word.
const longestWord = 32

// lastWord is the word that a text ends with, with the full stops inside it
// and without what stands before a hyphen ("Maj.-Gen" is "Gen"); empty where
// it is too long for an abbreviation, or only the "s" of a possessive.
func lastWord(s string) string {
	start := len(s)
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !isWordRune(r) && !unicode.Is(unicode.M, r) && r != '.' && r != '§' && r != '№' {
			if owner, _ := utf8.DecodeLastRuneInString(s[:start-size]); (r == '\'' || r == '’') && isWordRune(owner) {
				return ""
			}
			break
		}
		if start -= size; len(s)-start > longestWord {
			return ""
		}
	}
	return strings.TrimLeft(s[start:], ".")
}

// nextWord is the word that a text begins with, in lower case, and empty
// where a full stop follows it, for then it is cut short itself; number tells
// that it is a number.
func nextWord(s string) (word string, number bool) {
	s = s[:min(len(s), 2*longestWord)]
	s = strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || isBracket(r) })
	size := strings.IndexFunc(s, func(r rune) bool { return !isWordRune(r) && !unicode.Is(unicode.M, r) })
	if size < 0 {
		size = len(s)
	}
	word = s[:size]
	if isCompound(s[size:]) {
		return "", false
	}
	first, _ := utf8.DecodeRuneInString(word)
	number = unicode.IsDigit(first) || len(word) > 1 && strings.Trim(word, "IVXLC") == ""
	if strings.HasPrefix(s[size:], ".") && !number {
		// Of the calendar's words the shortened ones are those asked for.
		if w := strings.ToLower(word); calendar[w] {
			return w, false
		}
		return "", false
	}
	return strings.ToLower(word), number
}

// isCompound tells whether a word goes on so as the first part of a name
// does: O'Brien, An-Nahar.
func isCompound(rest string) bool {
	mark, size := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[size:])
	return strings.ContainsRune("'’-‐", mark) && unicode.IsUpper(next)
}

// isAcronym tells whether a word is single letters with full stops between
// them: U.S, e.g, т.е.
func isAcronym(word string) bool {
	letters := strings.Split(word, ".")
	for _, l := range letters {
		if r, size := utf8.DecodeRuneInString(l); size != len(l) || !unicode.IsLetter(r) {
			return false
		}
	}
	return len(letters) > 1
}
