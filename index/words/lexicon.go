package words

import "strings"

// stopWords are the words too common to tell texts apart: the closed classes
// of English (articles, pronouns, prepositions, conjunctions, auxiliaries,
// question words) and those of the other languages that questions come in.
var stopWords = union(english, setOf(`
	ir o ar kad kaip kas ka kur kada kodel koks kokia kokie kieno apie su be del pries po per prie nuo iki tai jis ji
	jie jos ju buvo yra nera ne savo tarp kiek kelintais kuris kuri kurie kurio kurios taip jau dar
	i w z na do o od ze jak co kto kiedy gdzie dlaczego czy jest sa byl byla bylo nie po przed przez dla
	wobec nad przy miedzy bez ile ilu ktory ktora ktore jaki jaka jakie jego jej ich sie
	и в во на с со между при без для над под же бы каков какова каково какой какая какие его ее её их сколько перед о об от до по из за к у не что кто как где когда почему ли это был была было были есть про
	і й та у з із між для під який яка які скільки щодо стосовно зі про від що хто як де коли чому чи це був була було є
	што хто дзе пра паміж пад якая колькі наконт калі чаму ці гэта быў была было ў аб ад
`))

// english are the closed classes of English.
var english = setOf(`
	a an the this that these those
	i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
	myself yourself himself herself itself ourselves themselves one ones
	who whom whose which what where when why how
	and or but nor so yet if then else than as because while although though unless until since whether
	of in on at by for with about against between into through during before after above below to from up down out
	off over under again further within without upon toward towards across along among around behind beside besides
	beyond despite except inside like near onto per plus regarding via vis
	am is are was were be been being do does did done doing have has had having
	will would shall should can could may might must ought cannot
	not no don doesn didn isn aren wasn weren wouldn couldn shouldn hasn haven hadn
	dont doesnt didnt isnt arent wasnt werent wouldnt couldnt shouldnt hasnt havent hadnt cant wont
	ever never always here there now just only also very too such same other another any some all both each few more most much many own
	every either neither several enough due
	s t ll ve re d m
`)

// generic are content words by grammar that say how a question is asked and
// not what it is about: verbs of saying, thinking, doing and happening, and
// the nouns made of them.
var generic = setOf(`
	say says said saying tell tells told telling stated stating statement statements claim claims claimed
	speak speaks spoke spoken talk talked comment comments commented remark remarks remarked mention mentions mentioned
	express expressed declare declared announce announced explain explained argue argues argued stress stressed
	emphasise emphasize emphasised emphasized noted write writes wrote written
	think thinks thought thinking believe believes believed want wants wanted wish wishes
	view views opinion opinions position positions stance stances attitude attitudes
	according know known
	do happen happens happened happening occur occurred take took taken place make made give gave given get got go went
	thing things anything something everything nothing someone anyone everybody everyone people person
	information news detail details fact facts question answer please show find list tell me let
	conclude concludes concluded conclusion suggest suggests suggested describe described
	sako sake sakyti pasake pasakyti kalba kalbejo teigia teige teigti mano mane pareiske pozicija pozicijos nuomone nuomones pareiskimas pareiskimai poziuris
	powiedzial powiedziala powiedzieli mowi mowil mowila mowili stanowisko opinia opinie zdanie wypowiedz wypowiedzi twierdzi twierdzil oswiadczyl
	сказал сказала сказали говорил говорила говорили говорит говорят заявил заявила заявили заявление заявления позиция мнение думает считает слова
	сказав сказала сказали говорив говорили каже заявив заявили думка позиція заява вважає
	сказау сказаў сказалі казаў казалі кажа заявіў пазіцыя меркаванне
`)

// IsGeneric tells whether a folded word says how a question is asked rather
// than what it is about.
func IsGeneric(folded string) bool { return generic[folded] }

// IsEnglish tells whether a folded word is of English's closed classes.
func IsEnglish(folded string) bool { return english[folded] && len(folded) > 1 }

// IsForeign tells whether a folded word is of a closed class of one of the
// other languages, and none of English.
func IsForeign(folded string) bool { return stopWords[folded] && !english[folded] }

// IsStop tells whether a folded word is a stop word.
func IsStop(folded string) bool { return stopWords[folded] }

func union(sets ...map[string]bool) map[string]bool {
	all := map[string]bool{}
	for _, set := range sets {
		for w := range set {
			all[w] = true
		}
	}
	return all
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
