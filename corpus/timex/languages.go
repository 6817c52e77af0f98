package timex

import "strings"

// Case forms of the months in the languages that questions are asked in, the
// months in order, one a line; diacritics of the Latin ones are folded away,
// for people leave them out. From the languages' school grammars.
var monthForms = [...]string{
	lithuanian: `sausis sausio sausi sausiui sausyje sausiu
vasaris vasario vasari vasariui vasaryje vasariu
kovas kovo kova kovui kove kovu
balandis balandzio balandi balandziui balandyje balandziu
geguze geguzes geguzei geguzeje geguzis geguzio geguzi
birzelis birzelio birzeli birzeliui birzelyje birzeliu
liepa liepos liepai liepoje
rugpjutis rugpjucio rugpjuti rugpjuciui rugpjutyje rugpjuciu
rugsejis rugsejo rugseji rugsejui rugsejyje rugseju
spalis spalio spali spaliui spalyje spaliu
lapkritis lapkricio lapkriti lapkriciui lapkrityje lapkriciu
gruodis gruodzio gruodi gruodziui gruodyje gruodziu`,
	polish: `styczen stycznia styczniu styczniem
luty lutego lutym lutemu
marzec marca marcu marcem
kwiecien kwietnia kwietniu kwietniem
maj maja maju majem
czerwiec czerwca czerwcu czerwcem
lipiec lipca lipcu lipcem
sierpien sierpnia sierpniu sierpniem
wrzesien wrzesnia wrzesniu wrzesniem
pazdziernik pazdziernika pazdzierniku pazdziernikiem
listopad listopada listopadzie listopadem
grudzien grudnia grudniu grudniem`,
	russian: `январь января январе январю январем
февраль февраля феврале февралю февралем
март марта марте марту мартом
апрель апреля апреле апрелю апрелем
май мая мае маю маем
июнь июня июне июню июнем
июль июля июле июлю июлем
август августа августе августу августом
сентябрь сентября сентябре сентябрю сентябрем
октябрь октября октябре октябрю октябрем
ноябрь ноября ноябре ноябрю ноябрем
декабрь декабря декабре декабрю декабрем`,
	belarusian: `студзень студзеня студзені студзенем
люты лютага лютым лютаму
сакавік сакавіка сакавіку сакавіком
красавік красавіка красавіку красавіком
травень траўня траўні траўнем маі мая май маем
чэрвень чэрвеня чэрвені чэрвенем
ліпень ліпеня ліпені ліпенем
жнівень жніўня жніўні жніўнем
верасень верасня верасні вераснем
кастрычнік кастрычніка кастрычніку кастрычнікам
лістапад лістапада лістападзе лістападам
снежань снежня снежні снежнем`,
	ukrainian: `січень січня січні січнем
лютий лютого лютому лютим
березень березня березні березнем
квітень квітня квітні квітнем
травень травня травні травнем
червень червня червні червнем
липень липня липні липнем
серпень серпня серпні серпнем
вересень вересня вересні вереснем
жовтень жовтня жовтні жовтнем
листопад листопада листопаді листопадом
грудень грудня грудні груднем`,
}

const (
	lithuanian = iota
	polish
	russian
	belarusian
	ukrainian
)

// foreignWords are the other words of time of those languages, with the
// English word that plays the same part.
var foreignWords = map[string]string{
	"today":     "siandien dzis dzisiaj сегодня сення сёння сьогодні",
	"yesterday": "vakar wczoraj вчера учора вчора ўчора",
	"tomorrow":  "rytoj jutro завтра заўтра",
	"this": `si sia siais siuo siame siu sios sie tym tego tej biezacym biezacego этом этого этой эту этот гэтым гэтага гэтай гэты гэту
		цьому цього цій цей цю`,
	"last": `praejusi praejusia praejusiais praejusiu praejusio praejusios praeita praeito praeitais zeszlym zeszlego zeszly zeszlej
		ubieglym ubieglego ubiegly ubieglej ostatnim ostatni ostatnich ostatnie прошлом прошлого прошлой прошлую прошлый последние последних
		мінулым мінулага мінулай мінулы мінулую апошнія апошніх минулого минулому минулий минулої минулій останні останніх paskutines
		paskutinius pastarasias pastaruosius`,
	"next": `kita kitais kito kitu przyszlym przyszlego przyszly przyszlej nastepnym następnego следующем следующего следующей
		следующий будущем будущего наступным наступнага наступнай наступного наступному наступний`,
	"year":    "metai metu metais metus rok roku rokiem rokowi год году года годом годзе рік року роком році",
	"month":   "menuo menesi menesio menesyje miesiac miesiacu miesiaca месяц месяце месяца месяцы місяць місяці місяця",
	"week":    "savaite savaites savaiteje tydzien tygodniu tygodnia неделя неделе неделю недели тыдзень тыдні тыдня тиждень тижні тижня",
	"weeks":   "savaiciu tygodnie tygodni недель тыдняў тижнів",
	"months":  `menesius menesiu miesiace miesiecy месяцев месяцаў місяців`,
	"days":    `dienas dienu dni дней дня дні дзён днів`,
	"two":     "dvi du dwa dwie два две дві дзве",
	"three":   "tris trys trzy три тры",
	"spring":  "pavasaris pavasari pavasario wiosna wiosny wiosne весна весной весны вясна вясной вясны навесні весни",
	"summer":  "vasara vasaros lato latem лето летом лета летам літо влітку літа",
	"autumn":  "ruduo rudeni rudens jesien jesienia jesieni осень осенью осени восень восенню восені осінь восени",
	"winter":  "ziema ziemos zima zimy zime зима зимой зимы зіма зімой зімы взимку зими",
	"in":      "w we в во у ў на na во",
	"since":   "nuo od с со з са ад від із",
	"until":   "iki по",
	"before":  "pries przed перед до перад да",
	"after":   "po после пасля після",
	"between": "tarp miedzy между паміж між",
	"and":     "ir и і й та",
}

// fromPolish are words that mean something else in English, and count only
// in a question that has another word of these languages.
var fromPolish = map[string]string{"do": "until", "a": "and"}

// markers only say that a number is a year or a day.
var (
	yearMarkers = strings.Fields("m г р r")
	dayMarkers  = strings.Fields("d dieną diena dienos dnia dniu числа дня")
)

// foreign is the lexicon of the languages of questions, folded.
var foreign = buildForeign()

func buildForeign() map[string]entry {
	m := map[string]entry{}
	for _, forms := range monthForms {
		for i, line := range strings.Split(forms, "\n") {
			for _, w := range strings.Fields(line) {
				m[w] = entry{monthName, i + 1}
			}
		}
	}
	for word, forms := range foreignWords {
		e := english[word]
		for _, w := range strings.Fields(forms) {
			if _, taken := m[fold(w)]; !taken {
				m[fold(w)] = e
			}
		}
	}
	for _, w := range yearMarkers {
		m[w] = entry{yearMarker, 0}
	}
	for _, w := range dayMarkers {
		if _, taken := m[fold(w)]; !taken {
			m[fold(w)] = entry{dayMarker, 0}
		}
	}
	return m
}

// latin folds the letters of Lithuanian and Polish, and the Russian ё.
var latin = strings.NewReplacer(
	"ą", "a", "č", "c", "ę", "e", "ė", "e", "į", "i", "š", "s", "ų", "u", "ū", "u", "ž", "z",
	"ć", "c", "ł", "l", "ń", "n", "ó", "o", "ś", "s", "ź", "z", "ż", "z", "ё", "е",
)

func fold(word string) string { return latin.Replace(strings.ToLower(word)) }
