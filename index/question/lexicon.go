package question

import (
	"strings"

	"dossierbot/index/words"
)

// saying are the English verbs of saying, thinking and wanting, in their base
// forms: where somebody is the subject of one, what answers is a statement of
// theirs. After the classes of Levin, English Verb Classes and Alternations
// (1993), 29 (predicative complements), 32 (desire), 33 (judgement) and 37
// (communication).
const saying = `
	accuse acknowledge add address admit advise advocate affirm agree allege announce answer argue ask assert assess assure
	believe blame call caution characterize characterise cite claim comment complain concede conclude condemn confirm consider contend
	criticize criticise declare defend demand denounce deny describe disagree dismiss doubt emphasize emphasise exclude
	expect explain express favor favour fear highlight hope insist inform intend interpret joke judge justify
	lament maintain mention mock note object oppose outline pledge point praise predict prefer proclaim promise propose
	protest question quote react reaffirm recall recommend refuse regard reiterate reject remark remind reply report reproach request respond
	reveal say speak stand state stress suggest support talk tell think threaten tweet underline underscore urge view vow
	want warn welcome wish wonder write`

// nounish are those of them whose base form is a noun as well: "the call",
// "Vilnius demand". Only an auxiliary makes a verb of that form.
var nounish = setOf(`
	address advocate answer blame call caution claim comment demand doubt fear favor favour highlight hope joke judge lament note object outline
	pledge point praise promise protest question quote recall regard remark reply report reproach request stand state stress support
	talk tweet view vow want welcome wish wonder`)

var sayingForms, sayingStems = presentForms(saying)

// presentForms are the verbs as they stand and with the ending of the third
// person, and their stems, by which the other forms are known.
func presentForms(verbs string) (forms, stems map[string]bool) {
	forms, stems = map[string]bool{}, map[string]bool{}
	for _, v := range strings.Fields(verbs) {
		forms[v], stems[words.Stem(v)] = true, true
		root, y := strings.CutSuffix(v, "y")
		switch {
		case y && !strings.HasSuffix(root, "a"):
			forms[root+"ies"] = true
		case strings.HasSuffix(v, "ss") || strings.HasSuffix(v, "sh"):
			forms[v+"es"] = true
		default:
			forms[v+"s"] = true
		}
	}
	return forms, stems
}

// sayingAbroad are the same in the other languages, in the forms that
// questions use.
var sayingAbroad = setOf(`
	sako sake saksi sakys pasako pasake pasakys pasakyti sakyti teigia teige teigti mano mane galvoja galvojo kalba kalbejo kalbeti
	pareiskia pareiske tvirtina tvirtino siulo siule pasiule reikalauja reikalavo ragina ragino paragino kritikuoja kritikavo sukritikavo
	kaltina kaltino apkaltino mini minejo paminejo komentuoja komentavo pakomentavo raso rase parase atsake atsako aiskina aiskino paaiskino
	pabreze pabrezia zada zadejo pazadejo nori norejo tikisi pritaria pritare remia reme perspejo ispejo vertina vertino ivertino zino
	mowi mowil mowila mowili powiedzial powiedziala powiedzieli powie twierdzi twierdzil twierdzila twierdza uwaza uwazal uwazala uwazaja
	mysli myslal myslala sadzi sadzil oswiadczyl oswiadczyla oswiadcza pisze pisal pisala napisal napisala zapowiedzial zapowiedziala
	krytykuje krytykowal krytykowala skrytykowal skrytykowala oskarza oskarzal oskarzyl oskarzyla zada zadal zadala proponuje proponowal
	zaproponowal zaproponowala ostrzegl ostrzegla ostrzega wezwal wezwala wzywa chce chcial chciala odpowiedzial odpowiedziala podkreslil podkreslila ocenia ocenil ocenila
	говорит говорят говорил говорила говорили сказал сказала сказали скажет заявляет заявил заявила заявили думает думал думала
	считает считал считала полагает полагал утверждает утверждал утверждала пишет писал писала написал написала объявил объявила
	критикует критиковал критиковала раскритиковал обвиняет обвинил обвинила обвинили требует требовал требовала потребовал потребовала
	предлагает предложил предложила предупредил предупредила призвал призвала призывает хочет хотел хотела ответил ответила отметил отметила подчеркнул подчеркнула
	каже кажуть казав казала казали говорить говорять говорив говорила сказав заявляє заявив думає думав вважає вважав вважала стверджує стверджував
	пише писав написав критикує критикував звинувачує звинуватив звинуватила вимагає вимагав пропонує запропонував попередив закликав закликає хоче хотів відповів
	кажа кажуць казаў казалі гаворыць гаварыў гаварыла сказаў заяўляе заявіў заявіла думае думаў лічыць лічыў сцвярджае сцвярджаў піша пісаў напісаў
	крытыкуе крытыкаваў абвінавачвае абвінаваціў абвінаваціла патрабуе патрабаваў прапануе прапанаваў папярэдзіў заклікаў заклікае хоча хацеў адказаў`)

// impersonal are forms that say that something was said and not by whom.
var impersonal = setOf(`
	sakoma sakyta pasakyta kalbeta kalbama rasoma rasyta parasyta teigiama powiedziano mowiono pisano napisano сказано говорилось написано писали
	говорилося мовилося гаварылася напісана`)

// uttered are the nouns of what somebody said, held those of what they think.
var (
	uttered = setOf(`
		statement statements remark remarks comment comments quote quotes quotation quotations words argument arguments claim claims
		demand demands criticism reaction reactions response responses reply answer answers proposal proposals speech speeches address
		accusation accusations promise promises warning warnings appeal appeals declaration declarations announcement announcements testimony
		pareiskimas pareiskimai pareiskima pareiskimus zodziai zodzius citata citatos komentaras komentarai reakcija reakcijos atsakymas
		wypowiedz wypowiedzi slowa oswiadczenie oswiadczenia cytat cytaty komentarz komentarze reakcja
		заявление заявления слова высказывание высказывания цитата цитаты комментарий комментарии реакция ответ
		заява заяви висловлювання слова цитати коментар реакція заявы выказванне выказванні словы рэакцыя`)
	held = setOf(`
		view views viewpoint opinion opinions position positions stance stances attitude attitudes line conclusion conclusions plan plans idea ideas
		pozicija pozicijos pozicija nuomone nuomones poziuris poziuri stanowisko stanowiska opinia opinie zdanie poglad poglady stosunek
		позиция позиции позицию мнение мнения взгляд взгляды отношение позиція позиції думка думки погляд ставлення
		пазіцыя пазіцыі меркаванне думка погляд стаўленне`)
)

// topical are the prepositions behind which stands what is spoken of, and
// placing those behind which stands a place, a time or a company: behind
// neither stands who speaks.
var (
	topical       = setOf("about on regarding concerning over against toward towards with to")
	topicalAbroad = setOf(`apie del link su o na temat wobec dotyczace о об про насчет по относительно к щодо стосовно аб пра наконт да`)
	placing       = setOf("in at near for during after before under within without since until among between against into through")
	placingAbroad = setOf("pas prie uz pries tarp nuo iki w we nad pod po przy dla od do z ze в во на при у за с со из от для после перед з із ад для пры")
)

// subjecting are those of them behind which even a time alone is what is spoken
// of: "about February 2026".
var subjecting = setOf("about regarding concerning")

// ownership are the prepositions that lead from what was said to who said it.
var ownership = setOf("of by from")

// conjunctions join those who speak together.
var (
	conjunctions       = setOf("and or nor")
	conjunctionsAbroad = setOf("ir bei ar arba i oraz a albo lub и или та і й або чи ды")
)

// auxiliaries are the verbs behind which another stands in its base form.
var auxiliaries = setOf("do does did will would can could may might shall should must to didnt doesnt dont wont cant don't doesn't didn't won't wouldn't can't couldn't")

// having are the forms of "to have".
var having = setOf("has have had having")

// being are the forms of "to be" that make a passive of a participle.
var being = setOf("is are was were be been being isn't aren't wasn't weren't buvo yra byl byla bylo zostalo było был была было были")

// asksWho are the words that ask for a person as the subject.
var asksWho = setOf("who whoever kto кто хто")

// circumstantial are the words that ask when, where or how something was.
var circumstantial = setOf("when where why how")

// commanding are the verbs that a command begins with.
var commanding = setOf(`
	show list find give tell compare quote search look get summarize summarise explain describe please
	parodyk rask palygink isvardyk pokaz znajdz wymien porownaj покажи найди сравни перечисли порівняй знайди параўнай`)

// contrasting are the words by which two are held side by side.
var contrasting = setOf(`
	difference differences differ compare compared comparison contrast versus vs disagreement
	skirtumas skirtumai skiriasi palygink palyginti roznica roznice porownaj porownac различие различия разница сравни сравнить
	різниця відмінність порівняй розніца параўнай`)

// making are the verbs by which somebody makes a statement.
var making = setOf("make made give given issue issued express expressed present put offer use used hold have voice raise")

// holding are the verbs by which somebody has an office.
var holding = setOf("hold holds held holding have has had occupy occupied fill filled assume assumed serve served")

// judging are the stems of the verbs by which something is called something or
// held to be it: in the passive, "what was the ship called", they tell of no
// statement, and what follows is what it is called. After Levin's class 29
// (predicative complements).
var judging = stemSetOf("call characterize characterise consider describe interpret judge know regard think view")

// bodies are the nouns for those who speak for the one who has them.
var bodies = setOf("government cabinet administration office ministry party team spokesman spokeswoman spokesperson")

// media are the nouns for that in which somebody speaks or writes: beside a
// speaker they say where, and not about what.
var media = setOf("op ed oped article interview letter speech address column essay post tweet book report press conference message statement")

// documentary are the nouns by which a question calls the documents that
// there are.
var documentary = setOf(`
	document documents article articles source sources text texts report reports publication publications paper papers
	dokumentai dokumentus straipsniai straipsnius saltiniai dokumenty artykuly zrodla publikacje teksty
	документы статьи источники материалы публикации документи статті дакументы артыкулы`)

// happening are the verbs and nouns for what came to pass.
var happening = setOf(`
	happened happen happens happening occurred occur occurs events
	ivyko vyko nutiko atsitiko wydarzylo stalo zdarzylo dzialo произошло случилось происходило событий
	сталося відбулося трапилося адбылося здарылася`)

func stemSetOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[words.Stem(w)] = true
	}
	return set
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
