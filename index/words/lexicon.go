package words

import "strings"

// stopWords are the words too common to tell texts apart: the closed classes
// of English (articles, pronouns, prepositions, conjunctions, auxiliaries,
// question words) and those of the other languages that questions come in.
var stopWords = union(english, setOf(`
	ir o bet ar kad kaip kas ka kur kada kodel koks kokia kokie kieno apie su be del pries po per prie nuo iki tai jis ji
	jie jos buvo yra nera
	i w z na do o od ze jak co kto kiedy gdzie dlaczego czy jest sa byl byla bylo nie po przed przez dla
	и в во на с со о об от до по из за к у не что кто как где когда почему ли это был была было были есть про
	і й та у з із зі про від що хто як де коли чому чи це був була було є
	што хто дзе калі чаму ці гэта быў была было ў аб ад
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
	not no don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn
	here there now just only also very too such same other another any some all both each few more most much many own
	every either neither several enough due
	s t ll ve re d m
`)

// generic are content words by grammar that say how a question is asked and
// not what it is about: verbs of saying, thinking, doing and happening, and
// the nouns made of them.
var generic = setOf(`
	say says said saying tell tells told telling state states stated stating statement statements claim claims claimed
	speak speaks spoke spoken talk talked comment comments commented remark remarks remarked mention mentions mentioned
	express expressed declare declared announce announced explain explained argue argues argued stress stressed
	emphasise emphasize emphasised emphasized note noted write writes wrote written
	think thinks thought thinking believe believes believed want wants wanted wish wishes
	view views opinion opinions position positions stance stances attitude attitudes line
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

// IsVerbForm tells whether a folded English word is by its form a verb's:
// -ed, -ing, or one of the irregular forms.
func IsVerbForm(folded string) bool {
	_, past := irregular[folded]
	return past || len(folded) > 4 && (strings.HasSuffix(folded, "ed") || strings.HasSuffix(folded, "ing"))
}

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

// irregular brings the irregular forms of English verbs and nouns to their
// base; the forms that are also words of another meaning ("found", "left",
// "saw") stay as they are.
var irregular = forms(`
	arise arose arisen; awake awoke; bear bore borne; beat beaten; become became; begin began begun; bend bent; bind bound;
	bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built; burn burnt;
	buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug; draw drew drawn;
	drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; flee fled;
	fling flung; fly flew flown; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen;
	give gave given; grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known;
	lay laid; lead led; leap leapt; learn learnt; lend lent; lie lain; light lit; lose lost; mean meant; meet met;
	pay paid; prove proven; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see seen; seek sought; sell sold;
	send sent; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk;
	sit sat; sleep slept; slide slid; speak spoke spoken; spend spent; spin spun; spring sprang sprung; stand stood; steal stole stolen;
	stick stuck; strike struck; strive strove striven; swear swore sworn; sweep swept; swim swam; swing swung; take took taken;
	teach taught; tear tore torn; tell told; think thought; throw threw thrown; understand understood; wake woke woken; wear wore worn;
	weave wove woven; weep wept; win won; withdraw withdrew withdrawn; withstand withstood; write wrote written;
	man men; woman women; child children; foot feet; tooth teeth; mouse mice; crisis crises; medium media; datum data;
	criterion criteria; phenomenon phenomena; analysis analyses; basis bases; person people
`)

func forms(table string) map[string]string {
	of := map[string]string{}
	for _, row := range strings.Split(table, ";") {
		w := strings.Fields(row)
		for _, form := range w[1:] {
			of[form] = w[0]
		}
	}
	return of
}
