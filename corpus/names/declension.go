package names

// class is a way in which a name bends: which endings its stem takes.
type class uint8

// The classes. The Lithuanian ones follow the noun declensions of V. Ambrazas
// (ed.), Lithuanian Grammar (1997), 2.1; a stem before a soft ending is kept
// apart because its last consonant may change there (-tis, -čio; -dis, -džio).
const (
	whole      class = iota // takes no ending
	ltAs                    // Paulausk-as
	ltIs                    // Žemaitait-is, and the cases before which the stem stays hard
	ltYs                    // Budr-ys
	ltSoft                  // Žemaitaič-io: the other cases of -is and -ys
	ltJo                    // Vėj-o: the same after j, where no i stands between
	ltUs                    // Petr-us, Sinkeviči-us has ltIus
	ltIus                   // Sinkevič-ius
	ltEe                    // Šimonyt-ė
	ltEeSoft                // Šimonyč-ių
	ltPlural                // plural names: Trak-ai, Šiauli-ai
	ltPluralA               // plural names in -os
	ltPluralE               // plural names in -ės
	ltThird                 // Pil-ies: -is of the third declension where it is not as ltSoft
	ltFifth                 // Akm-uo, akm-ens
	a                       // Nausėd-a, Лукашэнк-а
	ko                      // Lukashenk-o and its -a elsewhere
	soft                    // Łukaszenc-e: the stem of ko and a before Polish and Ukrainian dative
	bare                    // Trump, Лавров, Budrys as a foreigner writes it
	ski                     // Tsikhanousk-i, -y, -ий
	skaya                   // Tsikhanousk-aya, -a, -ая
	sign                    // Беларус-ь, Любов-ь: East Slavic feminine nouns in a soft sign
	signDouble              // Беларусс-ю: the same before the instrumental's ending, in Belarusian and Ukrainian
	plSoft                  // Białorus-i of Białoruś, Łodz-i of Łódź; men's Ras-ia of Raś
	io                      // Rubio, Vance: Lithuanian joins its endings with an apostrophe
	classes
)

// ending is one of a class's endings. An oblique one is not the nominative, a
// plural one that of several of the name, a foreign one not in the language
// that the class is of: it is not looked for in English text.
type ending struct {
	text, fold               string
	oblique, plural, foreign bool
}

// endingsOf lists the endings of a class, in Latin script with their marks and
// in Cyrillic.
func endingsOf(c class) []ending {
	switch c {
	case whole:
		return nominative("")
	case ltAs:
		return join(nominative("as"), oblique("o", "ui", "ą", "u", "e", "ai"), plural("ai", "ų", "ams", "us", "ais", "uose", "uos"))
	case ltIs:
		return join(nominative("is"), oblique("į", "yje", "i"))
	case ltYs:
		return join(nominative("ys"), oblique("į", "yje", "y"))
	case ltSoft:
		return join(oblique("io", "iui", "iu"), plural("iai", "ių", "iams", "ius", "iais", "iuose", "iuos"))
	case ltJo:
		return join(oblique("o", "ui", "u"), plural("ai", "ų", "ams", "us", "ais", "uose", "uos"))
	case ltUs:
		return join(nominative("us"), oblique("aus", "ui", "ų", "umi", "uje", "uj", "au"), plural("ūs", "ų", "ums", "us", "umis", "uose", "ai", "ams", "ais"))
	case ltIus:
		return join(nominative("ius"), oblique("iaus", "iui", "ių", "iumi", "iuje", "iuj", "iau"), plural("iai", "ių", "iams", "ius", "iais", "iuose", "iuos"))
	case ltEe:
		return join(nominative("ė"), oblique("ės", "ei", "ę", "e", "ėje", "ėj"), plural("ės", "ėms", "ėm", "es", "ėmis", "ėse"))
	case ltEeSoft:
		return plural("ių")
	case ltPlural:
		return join(nominative("ai"), oblique("ų", "ams", "us", "ais", "uose", "uos"))
	case ltPluralA:
		return join(nominative("os"), oblique("ų", "oms", "om", "as", "omis", "ose"))
	case ltPluralE:
		return join(nominative("ės"), oblique("ėms", "ėm", "es", "ėmis", "ėse"))
	case ltThird:
		return join(oblique("ies", "imi", "ie", "yj"), plural("ims", "im", "imis", "yse"))
	case ltFifth:
		return join(nominative("uo"), oblique("ens", "eniui", "enį", "eniu", "enyje", "enie"), plural("enys", "enų", "enims", "enis", "enimis", "enyse"))
	case a:
		return join(nominative("a", "а", "я"), oblique("os", "ai", "ą", "oje", "oj"), plural("os", "ų", "oms", "om", "as", "omis", "ose"),
			foreign("y", "i", "ę", "o", "ie", "zie", "ze", "e", "ы", "и", "і", "е", "у", "ю", "ой", "ою", "ей", "ею", "ай", "аю", "яй", "ї", "єю"))
	case ko:
		return join(nominative("o", "a", "о", "а"), oblique("os", "ai", "ą", "oje"),
			foreign("i", "ę", "и", "і", "е", "у", "ой", "ою", "ай", "аю", "ові", "ом", "ам"))
	case soft:
		return foreign("e", "ы", "і")
	case bare:
		return join(nominative(""), foreign("as", "o", "ui", "ą", "u", "'as", "'o", "'ui", "'ą", "'u", "'e", "is", "io", "iui", "iu",
			"us", "aus", "umi", "a", "owi", "em", "iem", "ie", "а", "у", "ом", "ем", "е", "ым", "им", "ам", "я", "ю", "ові", "еві", "и"))
	case ski:
		return join(nominative("i", "y", "ij", "iy", "yi", "yj", "ий", "ый", "ій", "і", "ы", "ой"), oblique("is", "io", "iui", "į", "iu"),
			foreign("iego", "iemu", "im", "ym", "ого", "ому", "им", "ім", "ым", "ом", "ага", "аму"))
	case skaya:
		return join(nominative("a", "aja", "aya", "aia", "ая", "а"), oblique("ajos", "ajai", "ają", "ajoje", "ajoj", "os", "ai", "ą"),
			foreign("iej", "ой", "ою", "ую", "ай", "аю", "ої", "ій", "у"))
	case sign:
		return join(nominative("ь"), foreign("и", "і", "ью", "'ю", "ю"))
	case signDouble:
		return foreign("ю")
	case plSoft:
		return foreign("i", "ią", "ia", "iowi", "iem", "iu")
	case io:
		return join(nominative(""), foreign("'as", "'o", "'ui", "'ą", "'u", "'e", "'is", "'io", "'iui", "'į", "'iu", "s", "ui", "а", "у", "ом", "е"))
	}
	return nil
}

func nominative(texts ...string) []ending { return endings(ending{}, texts) }
func oblique(texts ...string) []ending    { return endings(ending{oblique: true}, texts) }
func plural(texts ...string) []ending     { return endings(ending{oblique: true, plural: true}, texts) }
func foreign(texts ...string) []ending    { return endings(ending{oblique: true, foreign: true}, texts) }

func endings(kind ending, texts []string) []ending {
	out := make([]ending, len(texts))
	for i, t := range texts {
		out[i] = kind
		out[i].text, out[i].fold = t, Fold(t)
	}
	return out
}

func join(lists ...[]ending) []ending {
	var out []ending
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}
