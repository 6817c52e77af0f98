package discord

import (
	"golang.org/x/text/language"

	"dossierbot/corpus"
)

// tongues are the languages that a digest may be in.
func tongues() []tongue { return []tongue{english, lithuanian, polish, russian, ukrainian} }

var english = tongue{
	tag:     language.English,
	name:    "English",
	isAdded: "New", isOld: "New here, but old", isUndated: "New, date unknown", isRevised: "Revised", isMovedRevised: "Moved and revised",
	isWithdrawn: "Withdrawn", isMoved: "Moved", isLink: "Another link", isPosition: "Position",

	dateUnknown: "date unknown", uncertain: "uncertain", inferred: "inferred", by: "by",
	ourNoteOn: "our note on", ourNote: "our note", ourWords: "in our words",
	reportedBy: "reported by", partly: "partly", theDocument: "the document", speakerUnknown: "Speaker not named",
	mentions: "mentions", inIt: "in it:", alsoIn: "also in:", was: "before", is: "now", earlier: "an earlier one; the newest stands as before",
	more: "and %d more", continued: "continued", inThread: "the details are in the thread", cannotRead: "cannot be read",
	moreThere: "and %d more in this document",

	wordsOf: "%d of %d words changed", newStatements: "new statements", goneStatements: "statements gone",
	otherwise: "statements told otherwise", otherPlace: "places that read otherwise",

	stances: map[corpus.Stance]string{corpus.For: "for", corpus.Against: "against", corpus.Conditional: "conditional", corpus.NoneStated: "none stated"},
	fields: map[string]string{
		"title": "title", "author": "author", "source": "source", "url": "link", "published": "published", "form": "form",
		"words": "words", "speaker": "speaker", "said": "when said", "kind": "whose words",
	},
	ask: "Ask about this", whatChanged: "What changed", card: "Card", only: "only:",
	unlisted: "and %d more, not listed here; %s lists them",
}

var lithuanian = tongue{
	tag:       language.Lithuanian,
	name:      "lietuvių",
	added:     counted{"%d naujas dokumentas", "%d nauji dokumentai", "%d naujų dokumentų"},
	old:       counted{"%d įtrauktas senas dokumentas", "%d įtraukti seni dokumentai", "%d įtraukta senų dokumentų"},
	undated:   counted{"%d įtrauktas dokumentas be datos", "%d įtraukti dokumentai be datos", "%d įtraukta dokumentų be datos"},
	revised:   counted{"%d pakeistas", "%d pakeisti", "%d pakeista"},
	withdrawn: counted{"%d pašalintas", "%d pašalinti", "%d pašalinta"},
	positions: counted{"%d pasikeitusi pozicija", "%d pasikeitusios pozicijos", "%d pasikeitusių pozicijų"},
	unread:    counted{"%d neperskaitomas failas", "%d neperskaitomi failai", "%d neperskaitomų failų"},
	links:     counted{"%d su kita nuoroda", "%d su kita nuoroda", "%d su kita nuoroda"},
	slips:     counted{"%d tik su rašybos pataisymais", "%d tik su rašybos pataisymais", "%d tik su rašybos pataisymais"},
	moved:     counted{"%d perkeltas", "%d perkelti", "%d perkelta"},
	isAdded:   "Nauja", isOld: "Nauja čia, bet sena", isUndated: "Nauja, data nežinoma", isRevised: "Pakeista", isMovedRevised: "Perkelta ir pakeista",
	isWithdrawn: "Pašalinta", isMoved: "Perkelta", isLink: "Kita nuoroda", isPosition: "Pozicija",

	dateUnknown: "data nežinoma", uncertain: "neaišku", inferred: "nustatyta iš teksto", by: "ne vėliau kaip",
	ourNoteOn: "mūsų pastaba apie", ourNote: "mūsų pastaba", ourWords: "mūsų žodžiais",
	reportedBy: "atpasakota:", partly: "iš dalies", theDocument: "dokumentas", speakerUnknown: "Kalbėtojas neįvardytas",
	mentions: "minima:", inIt: "jame:", alsoIn: "taip pat:", was: "anksčiau", is: "dabar", earlier: "ankstesnė; naujausia nepasikeitė",
	more: "ir dar %d", continued: "tęsinys", inThread: "išsamiau – gijoje", cannotRead: "neįmanoma perskaityti",
	moreThere: "ir dar %d šiame dokumente",

	wordsOf: "pakeista žodžių: %d iš %d", newStatements: "nauji pasisakymai", goneStatements: "nebėra pasisakymų",
	otherwise: "kitaip perteikti pasisakymai", otherPlace: "pakeistos vietos",

	stances: map[corpus.Stance]string{corpus.For: "už", corpus.Against: "prieš", corpus.Conditional: "su sąlygomis", corpus.NoneStated: "nepareikšta"},
	fields: map[string]string{
		"title": "pavadinimas", "author": "autorius", "source": "šaltinis", "url": "nuoroda", "published": "paskelbta", "form": "rūšis",
		"words": "žodžiai", "speaker": "kalbėtojas", "said": "kada pasakyta", "kind": "kieno žodžiais",
	},
	ask: "Klausti apie tai", whatChanged: "Kas pasikeitė", card: "Kortelė", only: "tik:",
	unlisted: "ir dar %d, čia neišvardyta; visus išvardija %s",
}

var polish = tongue{
	tag:       language.Polish,
	name:      "polski",
	added:     counted{"%d nowy dokument", "%d nowe dokumenty", "%d nowych dokumentów"},
	old:       counted{"%d dodany stary dokument", "%d dodane stare dokumenty", "%d dodanych starych dokumentów"},
	undated:   counted{"%d dodany dokument bez daty", "%d dodane dokumenty bez daty", "%d dodanych dokumentów bez daty"},
	revised:   counted{"%d zmieniony", "%d zmienione", "%d zmienionych"},
	withdrawn: counted{"%d wycofany", "%d wycofane", "%d wycofanych"},
	positions: counted{"%d zmienione stanowisko", "%d zmienione stanowiska", "%d zmienionych stanowisk"},
	unread:    counted{"%d nieczytelny plik", "%d nieczytelne pliki", "%d nieczytelnych plików"},
	links:     counted{"%d z innym odnośnikiem", "%d z innym odnośnikiem", "%d z innym odnośnikiem"},
	slips:     counted{"%d tylko z poprawkami literówek", "%d tylko z poprawkami literówek", "%d tylko z poprawkami literówek"},
	moved:     counted{"%d przeniesiony", "%d przeniesione", "%d przeniesionych"},
	isAdded:   "Nowe", isOld: "Nowe tutaj, ale stare", isUndated: "Nowe, data nieznana", isRevised: "Zmienione", isMovedRevised: "Przeniesione i zmienione",
	isWithdrawn: "Wycofane", isMoved: "Przeniesione", isLink: "Inny odnośnik", isPosition: "Stanowisko",

	dateUnknown: "data nieznana", uncertain: "niepewne", inferred: "ustalono z tekstu", by: "nie później niż",
	ourNoteOn: "nasza notatka o", ourNote: "nasza notatka", ourWords: "naszymi słowami",
	reportedBy: "w relacji:", partly: "częściowo", theDocument: "dokument", speakerUnknown: "Mówca niewymieniony",
	mentions: "wspomina:", inIt: "w nim:", alsoIn: "także w:", was: "wcześniej", is: "teraz", earlier: "wcześniejsze; najnowsze bez zmian",
	more: "i jeszcze %d", continued: "ciąg dalszy", inThread: "szczegóły w wątku", cannotRead: "nie da się odczytać",
	moreThere: "i jeszcze %d w tym dokumencie",

	wordsOf: "zmienione słowa: %d z %d", newStatements: "nowe wypowiedzi", goneStatements: "usunięte wypowiedzi",
	otherwise: "wypowiedzi podane inaczej", otherPlace: "zmienione miejsca",

	stances: map[corpus.Stance]string{corpus.For: "za", corpus.Against: "przeciw", corpus.Conditional: "warunkowo", corpus.NoneStated: "nie wyrażono"},
	fields: map[string]string{
		"title": "tytuł", "author": "autor", "source": "źródło", "url": "odnośnik", "published": "opublikowano", "form": "rodzaj",
		"words": "słowa", "speaker": "mówca", "said": "kiedy powiedziano", "kind": "czyimi słowami",
	},
	ask: "Zapytaj o to", whatChanged: "Co się zmieniło", card: "Karta", only: "tylko:",
	unlisted: "i jeszcze %d, niewymienione tutaj; wszystkie wymienia %s",
}

var russian = tongue{
	tag:       language.Russian,
	name:      "русский",
	added:     counted{"%d новый документ", "%d новых документа", "%d новых документов"},
	old:       counted{"%d добавленный старый документ", "%d добавленных старых документа", "%d добавленных старых документов"},
	undated:   counted{"%d добавленный документ без даты", "%d добавленных документа без даты", "%d добавленных документов без даты"},
	revised:   counted{"%d изменён", "%d изменено", "%d изменено"},
	withdrawn: counted{"%d изъят", "%d изъято", "%d изъято"},
	positions: counted{"%d изменённая позиция", "%d изменённые позиции", "%d изменённых позиций"},
	unread:    counted{"%d нечитаемый файл", "%d нечитаемых файла", "%d нечитаемых файлов"},
	links:     counted{"%d с другой ссылкой", "%d с другой ссылкой", "%d с другой ссылкой"},
	slips:     counted{"%d только с исправленными опечатками", "%d только с исправленными опечатками", "%d только с исправленными опечатками"},
	moved:     counted{"%d перемещён", "%d перемещено", "%d перемещено"},
	isAdded:   "Новое", isOld: "Новое здесь, но старое", isUndated: "Новое, дата неизвестна", isRevised: "Изменено", isMovedRevised: "Перемещено и изменено",
	isWithdrawn: "Изъято", isMoved: "Перемещено", isLink: "Другая ссылка", isPosition: "Позиция",

	dateUnknown: "дата неизвестна", uncertain: "неточно", inferred: "установлено по тексту", by: "не позднее",
	ourNoteOn: "наша заметка о", ourNote: "наша заметка", ourWords: "нашими словами",
	reportedBy: "в пересказе:", partly: "частично", theDocument: "документ", speakerUnknown: "Говорящий не назван",
	mentions: "упоминает:", inIt: "в нём:", alsoIn: "также в:", was: "прежде", is: "теперь", earlier: "более ранняя; новейшая не изменилась",
	more: "и ещё %d", continued: "продолжение", inThread: "подробности в ветке", cannotRead: "не читается",
	moreThere: "и ещё %d в этом документе",

	wordsOf: "изменено слов: %d из %d", newStatements: "новые высказывания", goneStatements: "исчезли высказывания",
	otherwise: "высказывания переданы иначе", otherPlace: "изменённые места",

	stances: map[corpus.Stance]string{corpus.For: "за", corpus.Against: "против", corpus.Conditional: "с условиями", corpus.NoneStated: "не выражена"},
	fields: map[string]string{
		"title": "название", "author": "автор", "source": "источник", "url": "ссылка", "published": "опубликовано", "form": "вид",
		"words": "слова", "speaker": "говорящий", "said": "когда сказано", "kind": "чьими словами",
	},
	ask: "Спросить об этом", whatChanged: "Что изменилось", card: "Карточка", only: "только:",
	unlisted: "и ещё %d, здесь не перечислено; все перечислит %s",
}

var ukrainian = tongue{
	tag:       language.Ukrainian,
	name:      "українська",
	added:     counted{"%d новий документ", "%d нові документи", "%d нових документів"},
	old:       counted{"%d доданий старий документ", "%d додані старі документи", "%d доданих старих документів"},
	undated:   counted{"%d доданий документ без дати", "%d додані документи без дати", "%d доданих документів без дати"},
	revised:   counted{"%d змінено", "%d змінено", "%d змінено"},
	withdrawn: counted{"%d вилучено", "%d вилучено", "%d вилучено"},
	positions: counted{"%d змінена позиція", "%d змінені позиції", "%d змінених позицій"},
	unread:    counted{"%d нечитний файл", "%d нечитні файли", "%d нечитних файлів"},
	links:     counted{"%d з іншим посиланням", "%d з іншим посиланням", "%d з іншим посиланням"},
	slips:     counted{"%d лише з виправленими описками", "%d лише з виправленими описками", "%d лише з виправленими описками"},
	moved:     counted{"%d переміщено", "%d переміщено", "%d переміщено"},
	isAdded:   "Нове", isOld: "Нове тут, але старе", isUndated: "Нове, дата невідома", isRevised: "Змінено", isMovedRevised: "Переміщено і змінено",
	isWithdrawn: "Вилучено", isMoved: "Переміщено", isLink: "Інше посилання", isPosition: "Позиція",

	dateUnknown: "дата невідома", uncertain: "неточно", inferred: "встановлено за текстом", by: "не пізніше",
	ourNoteOn: "наша нотатка про", ourNote: "наша нотатка", ourWords: "нашими словами",
	reportedBy: "у переказі:", partly: "частково", theDocument: "документ", speakerUnknown: "Мовця не названо",
	mentions: "згадує:", inIt: "у ньому:", alsoIn: "також у:", was: "раніше", is: "тепер", earlier: "раніша; найновіша не змінилася",
	more: "і ще %d", continued: "продовження", inThread: "подробиці в гілці", cannotRead: "не читається",
	moreThere: "і ще %d у цьому документі",

	wordsOf: "змінено слів: %d із %d", newStatements: "нові висловлювання", goneStatements: "зникли висловлювання",
	otherwise: "висловлювання передано інакше", otherPlace: "змінені місця",

	stances: map[corpus.Stance]string{corpus.For: "за", corpus.Against: "проти", corpus.Conditional: "з умовами", corpus.NoneStated: "не висловлено"},
	fields: map[string]string{
		"title": "назва", "author": "автор", "source": "джерело", "url": "посилання", "published": "опубліковано", "form": "вид",
		"words": "слова", "speaker": "мовець", "said": "коли сказано", "kind": "чиїми словами",
	},
	ask: "Запитати про це", whatChanged: "Що змінилося", card: "Картка", only: "лише:",
	unlisted: "і ще %d, тут не перелічено; усі перелічить %s",
}
