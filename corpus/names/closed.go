package names

import "strings"

// closedClass tells whether the folded word is a function word, an adverb that
// opens sentences, a weekday or a month: words that may stand with a capital
// before a surname and are no given name.
func closedClass(set map[string]bool, fold []byte) bool {
	return set[string(fold)] || len(fold) > 4 && strings.HasSuffix(string(fold), "ly")
}

// closedWords is the set that closedClass looks in.
func closedWords() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(functionWords + calendarWords) {
		set[w] = true
	}
	return set
}

const functionWords = `a an the this that these those my your his her its our their some any each every all both no
i he she it we you me him them us they who whom whose which what when where why how whether
and or but nor so yet if then than as because since while although though unless until till before after once
about above across against along among around at behind below beneath beside besides between beyond by despite
down during except for from in inside into like near of off on onto out outside over past per regarding through
throughout to toward towards under unlike up upon via versus vs with within without according amid amidst
is are was were be been being am do does did has have had can could may might must shall should will would
not only also even just still now today yesterday tomorrow tonight here there again ever never always often
however meanwhile moreover furthermore therefore thus hence instead nevertheless nonetheless otherwise later earlier
soon recently previously first second third last next finally perhaps maybe indeed rather too very much more most
less least many few several another other such same own asked told let yes say says said tell show give list find
please compare
ir o bet ar kad kai jei nes kas ka ko kuo kam kur kada kodel kaip apie pagal po prie is iki nuo uz ant be per su
tuomet tada tuo vis veliau anksciau galiausiai antra pirma tuomet jeigu kol nors juk kadangi todel tai tas ta sis si jis ji jie jos mes jus as tu ne taip dar jau tik vakar siandien rytoj taciau pasak anot tuo ten
i oraz a ale lub czy ze gdy jak kto co gdzie kiedy dlaczego o w we z ze na do od po przed przez pod nad dla wedlug
jednak wczoraj dzis jutro tymczasem potem wtedy dlatego poniewaz chociaz natomiast dzisiaj rowniez to ten ta on ona oni nie tak
и а но или что как когда где кто почему о об в во на с со к ко по от до из за для при у же не да это он она они
однако вчера сегодня завтра также тогда там если потом поэтому ранее позже затем сейчас теперь между тем вместе
і й та або але що як коли де хто чому про у в на з із до від за для при не так це він вона вони
ды ці каб бо дзе хто чаму пра з са да ад не гэта ён яна яны
`

const calendarWords = `monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
`

// titleStems begin the words that stand before a person's name and are no part
// of it, in the languages of the region. They are folded.
const titleStems = `president premier chancellor secretar ambassador governor commissioner representative spokes
ministr prezident premjer pirminink sekretor patarej ambasador profesor komisar lyder
prezydent wicepremier przewodnicz marszal sekretarz
президент прэзідэнт министр міністр премьер прем'єр прэм'ер депутат спикер спікер лидер лідер секретар сакратар
председател старшын`

// titleWords are title words that are matched whole.
const titleWords = `mr mrs ms miss dr prof sen rep gen gov pres min pm fm mp mep ceo sec rev hon lt col sir lord dame madam
minister affairs prime senator mayor speaker chair chairman chairwoman director general colonel major captain lieutenant admiral
marshal envoy spokesman deputy leader head chief professor doctor judge justice king queen prince princess pope bishop
archbishop cardinal adviser advisor analyst expert politician opposition foreign defence defense interior finance vice
acting former ex candidate member author economy energy justice transport environment regime dictator strongman
seimo narys nare vadovas vadove meras mere politikas ponas ponia kandidatas generolas
posel senator szef pan pani lider kandydat minister
глава посол господин госпожа пан пані мэр кандидат`

// titles tells titles, offices and parts of them from names.
type titles struct {
	words map[string]bool
	stems []string
}

func newTitles() titles {
	t := titles{words: map[string]bool{}, stems: strings.Fields(titleStems)}
	for _, w := range strings.Fields(titleWords) {
		t.words[w] = true
	}
	return t
}

// has tells whether the folded word is a title, an office or a part of one.
func (t titles) has(fold []byte) bool {
	if t.words[string(fold)] {
		return true
	}
	for _, stem := range t.stems {
		if len(fold) >= len(stem) && string(fold[:len(stem)]) == stem {
			return true
		}
	}
	return false
}

// Titles is how many of the first of some folded words are titles before a
// person's name: one of "Mr Quillon" and "Senator di Resta", none where what
// they lead to is no person's ("Justice Department") or nothing.
func (x *Index) Titles(folded []string) int {
	vocab := x.vocab()
	n := 0
	for n < len(folded) && (vocab[folded[n]]&address != 0 || styles[folded[n]]) {
		n++
	}
	for _, w := range folded[n:] {
		if vocab[w]&(head|thing) != 0 && vocab[w]&given == 0 || w == "of" {
			return 0
		}
	}
	if n == len(folded) {
		return 0
	}
	return n
}

// styles are the ranks that hardly begin the names of other things.
var styles = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq("father sister brother coach sir captain colonel admiral judge pope bishop dame madam uncle aunt grandmaster") {
		set[w] = true
	}
	return set
}()

// IsOffice tells whether a folded word is a title, an office or a part of one.
func (x *Index) IsOffice(folded string) bool { return x.titles.has([]byte(folded)) }

// IsPlace tells whether a folded word is the name of a well-known place, a
// people or a point of the compass.
func (x *Index) IsPlace(folded string) bool { return x.vocab()[folded]&(place|people) != 0 }

// particle tells whether the folded word stands before a surname as a part of
// it.
func particle(fold []byte) bool {
	switch string(fold) {
	case "von", "van", "der", "den", "de", "di", "da", "dos", "del", "la", "le", "bin", "ibn", "al", "el", "ter", "zu", "du", "af":
		return true
	}
	return false
}

// generation tells whether the folded word follows a name without being part
// of it.
func generation(fold []byte) bool {
	switch string(fold) {
	case "jr", "sr", "ii", "iii", "iv":
		return true
	}
	return false
}
