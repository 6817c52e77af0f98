package discord

import (
	"github.com/bwmarrin/discordgo"

	"dossierbot/index"
)

// wording is the name and the description of a command or an option in other
// languages than English.
type wording struct{ lt, pl, ru, uk [2]string }

func (w wording) pick(i int) map[discordgo.Locale]string {
	return map[discordgo.Locale]string{
		discordgo.Lithuanian: w.lt[i], discordgo.Polish: w.pl[i], discordgo.Russian: w.ru[i], discordgo.Ukrainian: w.uk[i],
	}
}

func (w wording) names() map[discordgo.Locale]string        { return w.pick(0) }
func (w wording) descriptions() map[discordgo.Locale]string { return w.pick(1) }

// commandWords are the wordings of the commands, optionWords those of the
// options.
var commandWords = map[string]wording{
	cmdAsk: {
		lt: [2]string{"klausti", "Klausk dosjė: ištraukos žodis žodin, su šaltiniu ir data"},
		pl: [2]string{"zapytaj", "Zapytaj dossier: fragmenty słowo w słowo, ze źródłem i datą"},
		ru: [2]string{"спросить", "Спросить досье: отрывки дословно, с источником и датой"},
		uk: [2]string{"запитати", "Запитати досьє: уривки дослівно, з джерелом і датою"},
	},
	cmdVerify: {
		lt: [2]string{"patikrinti", "Ar ši citata dosjė yra žodis žodin; kas, kada ir kur tai sakė"},
		pl: [2]string{"sprawdź", "Czy ten cytat jest w dossier słowo w słowo; kto, kiedy i gdzie to powiedział"},
		ru: [2]string{"проверить", "Есть ли эта цитата в досье дословно; кто, когда и где это сказал"},
		uk: [2]string{"перевірити", "Чи є ця цитата в досьє дослівно; хто, коли й де це сказав"},
	},
	cmdActor: {
		lt: [2]string{"veikėjas", "Kokia asmens ar institucijos pozicija, su įrodymais; be vardo – sąrašas"},
		pl: [2]string{"postać", "Stanowisko osoby lub instytucji, z dowodami; bez nazwy – lista"},
		ru: [2]string{"участник", "Позиция лица или организации, с доказательствами; без имени – список"},
		uk: [2]string{"учасник", "Позиція особи чи організації, з доказами; без імені – список"},
	},
	cmdTimeline: {
		lt: [2]string{"laiko_juosta", "Kas buvo pasakyta ir įvyko, nuo seniausio, su tuščiais mėnesiais ir paveikslu"},
		pl: [2]string{"oś_czasu", "Co powiedziano i co się stało, od najstarszych, z pustymi miesiącami i wykresem"},
		ru: [2]string{"хронология", "Что было сказано и что произошло, по порядку, с пустыми месяцами и рисунком"},
		uk: [2]string{"хронологія", "Що було сказано й що сталося, за порядком, з порожніми місяцями та малюнком"},
	},
	cmdCompare: {
		lt: [2]string{"palyginti", "Dviejų veikėjų pozicijos greta, tema po temos, ir kuo jos skiriasi"},
		pl: [2]string{"porównaj", "Stanowiska dwóch postaci obok siebie, temat po temacie, i różnice"},
		ru: [2]string{"сравнить", "Позиции двух участников рядом, тема за темой, и в чём они расходятся"},
		uk: [2]string{"порівняти", "Позиції двох учасників поруч, тема за темою, і в чому вони різняться"},
	},
	cmdTopic: {
		lt: [2]string{"tema", "Kas kokios pozicijos laikosi šia tema; be temos – visų paveikslas"},
		pl: [2]string{"temat", "Kto jakie ma stanowisko na ten temat; bez tematu – obraz wszystkich"},
		ru: [2]string{"тема", "Кто какую позицию занимает по теме; без темы – рисунок всех"},
		uk: [2]string{"тема", "Хто яку позицію займає щодо теми; без теми – малюнок усіх"},
	},
	cmdSources: {
		lt: [2]string{"šaltiniai", "Dosjė dokumentai"},
		pl: [2]string{"źródła", "Dokumenty dossier"},
		ru: [2]string{"источники", "Документы досье"},
		uk: [2]string{"джерела", "Документи досьє"},
	},
	cmdDigest: {
		lt: [2]string{"naujienos", "Pranešti kanalams, kas dosjė pasikeitė"},
		pl: [2]string{"nowości", "Powiadamiaj kanały o zmianach w dossier"},
		ru: [2]string{"новости", "Сообщать каналам об изменениях в досье"},
		uk: [2]string{"новини", "Повідомляти канали про зміни в досьє"},
	},
	cmdStatus: {
		lt: [2]string{"būklė", "Kaip sekasi: dosjė, jo versija, o kanalų valdytojams – ir kas negerai"},
		pl: [2]string{"stan", "Jak stoją sprawy: dossier, jego wersja, a dla zarządzających kanałami także błędy"},
		ru: [2]string{"состояние", "Как обстоят дела: досье, его версия, а для управляющих каналами – и ошибки"},
		uk: [2]string{"стан", "Як ідуть справи: досьє, його версія, а для тих, хто керує каналами, – і помилки"},
	},
	cmdHelp: {
		lt: [2]string{"pagalba", "Ko čia galima klausti, su pavyzdžiais"},
		pl: [2]string{"pomoc", "O co można tu pytać, z przykładami"},
		ru: [2]string{"помощь", "О чём здесь можно спросить, с примерами"},
		uk: [2]string{"допомога", "Про що тут можна запитати, з прикладами"},
	},
}

// subWords are those of the subcommands of /digest.
var subWords = map[string]wording{
	subSubscribe: {
		lt: [2]string{"prenumeruoti", "Pranešti kanalui, kas nuo dabar pasikeičia"},
		pl: [2]string{"subskrybuj", "Powiadamiaj kanał o tym, co się odtąd zmieni"},
		ru: [2]string{"подписать", "Сообщать каналу, что с этого момента меняется"},
		uk: [2]string{"підписати", "Повідомляти канал, що відтепер змінюється"},
	},
	subList: {
		lt: [2]string{"sąrašas", "Kas kuriems šio serverio kanalams pranešama"},
		pl: [2]string{"lista", "O czym powiadamiane są kanały tego serwera"},
		ru: [2]string{"список", "О чём сообщается каналам этого сервера"},
		uk: [2]string{"список", "Про що повідомляються канали цього сервера"},
	},
	subEdit: {
		lt: [2]string{"keisti", "Keisti, kas, kada ar kuriam kanalui pranešama"},
		pl: [2]string{"zmień", "Zmień, o czym, kiedy lub który kanał jest powiadamiany"},
		ru: [2]string{"изменить", "Изменить, о чём, когда или какому каналу сообщается"},
		uk: [2]string{"змінити", "Змінити, про що, коли чи який канал повідомляється"},
	},
	subPause: {
		lt: [2]string{"pristabdyti", "Kurį laiką nepranešti; kas tuo metu pasikeis, bus pranešta vėliau"},
		pl: [2]string{"wstrzymaj", "Nie powiadamiaj przez pewien czas; o zmianach powiadom później"},
		ru: [2]string{"приостановить", "Некоторое время не сообщать; что изменится, будет сообщено позже"},
		uk: [2]string{"призупинити", "Певний час не повідомляти; про зміни буде повідомлено пізніше"},
	},
	subResume: {
		lt: [2]string{"tęsti", "Vėl pranešti, taip pat ir tai, kas praleista"},
		pl: [2]string{"wznów", "Powiadamiaj znowu, także o tym, co pominięto"},
		ru: [2]string{"возобновить", "Снова сообщать, в том числе пропущенное"},
		uk: [2]string{"відновити", "Знову повідомляти, зокрема й пропущене"},
	},
	subRemove: {
		lt: [2]string{"pašalinti", "Daugiau nebepranešti"},
		pl: [2]string{"usuń", "Nie powiadamiaj już więcej"},
		ru: [2]string{"удалить", "Больше не сообщать"},
		uk: [2]string{"вилучити", "Більше не повідомляти"},
	},
	subPreview: {
		lt: [2]string{"peržiūra", "Kaip pranešimas atrodytų dabar; matysi tik tu"},
		pl: [2]string{"podgląd", "Jak powiadomienie wyglądałoby teraz; tylko dla ciebie"},
		ru: [2]string{"предпросмотр", "Как сообщение выглядело бы сейчас; только для вас"},
		uk: [2]string{"перегляд", "Який вигляд мало б повідомлення зараз; лише для вас"},
	},
}

var optionWords = map[string]wording{
	optChannel: {
		lt: [2]string{"kanalas", "Kanalas, kuriam pranešama"},
		pl: [2]string{"kanał", "Kanał, który jest powiadamiany"},
		ru: [2]string{"канал", "Канал, которому сообщается"},
		uk: [2]string{"канал", "Канал, який повідомляється"},
	},
	optActors: {
		lt: [2]string{"veikėjai", "Tik šių veikėjų pasakyta ar apie juos, per kablelį; „all“ – visi"},
		pl: [2]string{"postacie", "Tylko wypowiedzi tych postaci lub o nich, po przecinku; „all” – wszystkie"},
		ru: [2]string{"участники", "Только сказанное этими участниками или о них, через запятую; «all» – все"},
		uk: [2]string{"учасники", "Лише сказане цими учасниками чи про них, через кому; «all» – усі"},
	},
	optTopics: {
		lt: [2]string{"temos", "Tik šiomis temomis, per kablelį; „all“ – visos"},
		pl: [2]string{"tematy", "Tylko na te tematy, po przecinku; „all” – wszystkie"},
		ru: [2]string{"темы", "Только на эти темы, через запятую; «all» – все"},
		uk: [2]string{"теми", "Лише на ці теми, через кому; «all» – усі"},
	},
	optSources: {
		lt: [2]string{"šaltiniai", "Tik šie dokumentai ar leidėjai, per kablelį; „all“ – visi"},
		pl: [2]string{"źródła", "Tylko te dokumenty lub wydawcy, po przecinku; „all” – wszystkie"},
		ru: [2]string{"источники", "Только эти документы или издатели, через запятую; «all» – все"},
		uk: [2]string{"джерела", "Лише ці документи чи видавці, через кому; «all» – усі"},
	},
	optSchedule: {
		lt: [2]string{"kada", "at once – iškart; arba daily, weekly: weekly Monday 08:00 Europe/Vilnius"},
		pl: [2]string{"kiedy", "at once – od razu; albo daily, weekly: weekly Monday 08:00 Europe/Warsaw"},
		ru: [2]string{"когда", "at once – сразу; или daily, weekly: weekly Monday 08:00 Europe/Vilnius"},
		uk: [2]string{"коли", "at once – одразу; або daily, weekly: weekly Monday 08:00 Europe/Kyiv"},
	},
	optLanguage: {
		lt: [2]string{"kalba", "Mūsų žodžių kalba; citatos lieka, kokios yra"},
		pl: [2]string{"język", "Język naszych słów; cytaty pozostają, jakie są"},
		ru: [2]string{"язык", "Язык наших слов; цитаты остаются как есть"},
		uk: [2]string{"мова", "Мова наших слів; цитати лишаються, як є"},
	},
	optNumber: {
		lt: [2]string{"numeris", "Prenumeratos numeris"},
		pl: [2]string{"numer", "Numer subskrypcji"},
		ru: [2]string{"номер", "Номер подписки"},
		uk: [2]string{"номер", "Номер підписки"},
	},
	optQuestion: {
		lt: [2]string{"klausimas", "Paprastais žodžiais, pavyzdžiui: ką ministras sakė gegužę"},
		pl: [2]string{"pytanie", "Zwykłymi słowami, na przykład: co minister powiedział w maju"},
		ru: [2]string{"вопрос", "Простыми словами, например: что министр сказал в мае"},
		uk: [2]string{"питання", "Простими словами, наприклад: що міністр сказав у травні"},
	},
	optQuotation: {
		lt: [2]string{"citata", "Žodžiai, kuriuos nori cituoti"},
		pl: [2]string{"cytat", "Słowa, które chcesz zacytować"},
		ru: [2]string{"цитата", "Слова, которые ты хочешь процитировать"},
		uk: [2]string{"цитата", "Слова, які ти хочеш процитувати"},
	},
	optSpeaker: {
		lt: [2]string{"kalbėtojas", "Tik tai, ką sakė šis asmuo ar institucija"},
		pl: [2]string{"mówca", "Tylko wypowiedzi tej osoby lub instytucji"},
		ru: [2]string{"автор_слов", "Только слова этого лица или организации"},
		uk: [2]string{"автор_слів", "Лише слова цієї особи чи організації"},
	},
	optMentioned: {
		lt: [2]string{"minimas", "Tik ištraukos, kuriose minimas šis asmuo ar institucija"},
		pl: [2]string{"wspomniany", "Tylko fragmenty, które wymieniają tę osobę lub instytucję"},
		ru: [2]string{"упомянут", "Только отрывки, где упомянуто это лицо или организация"},
		uk: [2]string{"згаданий", "Лише уривки, де згадано цю особу чи організацію"},
	},
	optTopic: {
		lt: [2]string{"tema", "Tik ši tema"},
		pl: [2]string{"temat", "Tylko ten temat"},
		ru: [2]string{"тема", "Только эта тема"},
		uk: [2]string{"тема", "Лише ця тема"},
	},
	optSource: {
		lt: [2]string{"šaltinis", "Tik šis dokumentas ar leidėjas"},
		pl: [2]string{"źródło", "Tylko ten dokument lub wydawca"},
		ru: [2]string{"источник", "Только этот документ или издание"},
		uk: [2]string{"джерело", "Лише цей документ чи видання"},
	},
	optFrom: {
		lt: [2]string{"nuo", "Ne anksčiau kaip: 2025, 2025-11 arba 2025-11-26"},
		pl: [2]string{"od", "Nie wcześniej niż: 2025, 2025-11 lub 2025-11-26"},
		ru: [2]string{"с", "Не раньше: 2025, 2025-11 или 2025-11-26"},
		uk: [2]string{"від", "Не раніше: 2025, 2025-11 або 2025-11-26"},
	},
	optTo: {
		lt: [2]string{"iki", "Ne vėliau kaip: 2025, 2025-11 arba 2025-11-26"},
		pl: [2]string{"do", "Nie później niż: 2025, 2025-11 lub 2025-11-26"},
		ru: [2]string{"по", "Не позже: 2025, 2025-11 или 2025-11-26"},
		uk: [2]string{"до", "Не пізніше: 2025, 2025-11 або 2025-11-26"},
	},
	optSort: {
		lt: [2]string{"rikiavimas", "Ištraukų tvarka"},
		pl: [2]string{"kolejność", "Kolejność fragmentów"},
		ru: [2]string{"порядок", "Порядок отрывков"},
		uk: [2]string{"порядок", "Порядок уривків"},
	},
	optPrivate: {
		lt: [2]string{"privačiai", "Rodyti atsakymą tik tau"},
		pl: [2]string{"prywatnie", "Pokaż odpowiedź tylko tobie"},
		ru: [2]string{"приватно", "Показать ответ только тебе"},
		uk: [2]string{"приватно", "Показати відповідь лише тобі"},
	},
	optSubject: {
		lt: [2]string{"apie", "Asmuo, partija, institucija, valstybė arba tema"},
		pl: [2]string{"o_kim", "Osoba, partia, instytucja, państwo lub temat"},
		ru: [2]string{"о_ком", "Лицо, партия, учреждение, государство или тема"},
		uk: [2]string{"про_кого", "Особа, партія, установа, держава чи тема"},
	},
	optFirst: {
		lt: [2]string{"pirmas", "Asmuo, partija, institucija ar valstybė"},
		pl: [2]string{"pierwszy", "Osoba, partia, instytucja lub państwo"},
		ru: [2]string{"первый", "Лицо, партия, учреждение или государство"},
		uk: [2]string{"перший", "Особа, партія, установа чи держава"},
	},
	optSecond: {
		lt: [2]string{"antras", "Su kuo palyginti"},
		pl: [2]string{"drugi", "Z kim porównać"},
		ru: [2]string{"второй", "С кем сравнить"},
		uk: [2]string{"другий", "З ким порівняти"},
	},
	optAsOf: {
		lt: [2]string{"tuo_metu", "Kaip buvo tada: 2025, 2025-11 arba 2025-11-26"},
		pl: [2]string{"wtedy", "Jak było wtedy: 2025, 2025-11 lub 2025-11-26"},
		ru: [2]string{"на_дату", "Как было тогда: 2025, 2025-11 или 2025-11-26"},
		uk: [2]string{"на_дату", "Як було тоді: 2025, 2025-11 або 2025-11-26"},
	},
	optName: {
		lt: [2]string{"vardas", "Asmuo, partija, institucija ar valstybė"},
		pl: [2]string{"nazwa", "Osoba, partia, instytucja lub państwo"},
		ru: [2]string{"имя", "Лицо, партия, учреждение или государство"},
		uk: [2]string{"імʼя", "Особа, партія, установа чи держава"},
	},
}

// orders are the names of the orders of passages.
var orders = map[index.Sort]map[discordgo.Locale]string{
	index.Relevance: {
		discordgo.Lithuanian: "pagal atitikimą", discordgo.Polish: "trafność",
		discordgo.Russian: "по соответствию", discordgo.Ukrainian: "за відповідністю",
	},
	index.Newest: {
		discordgo.Lithuanian: "naujausios", discordgo.Polish: "najnowsze",
		discordgo.Russian: "сначала новые", discordgo.Ukrainian: "спочатку нові",
	},
}
