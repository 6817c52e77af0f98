package quotes

import "strings"

// gender is what the text shows of a person's gender.
type gender uint8

const (
	unknown gender = iota
	female
	male
)

// titleGender is what a title tells.
func titleGender(word string) gender {
	switch word {
	case "mr", "sir", "lord", "king", "prince", "pope", "chairman", "congressman", "spokesman", "businessman":
		return male
	case "mrs", "ms", "lady", "queen", "princess", "chairwoman", "congresswoman", "spokeswoman", "businesswoman":
		return female
	}
	return unknown
}

// givenNames are given names that are common in English, Lithuanian, Polish
// and East Slavonic usage and nearly always of one gender.
var givenNames = genders(map[gender]string{
	female: `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
		kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen cynthia amy angela kathleen
		anna brenda pamela emma nicole samantha katherine christine catherine virginia rachel janet maria heather diane julie
		joyce victoria kelly christina joan evelyn judith olivia martha cheryl megan andrea hannah jacqueline ann jean alice
		kathryn gloria teresa doris sara janice julia marie judy grace denise amber marilyn danielle beverly diana theresa
		sophia hillary claire ursula kaja
		ona rasa ingrida dalia inga viktorija aušrinė agnė daiva laima vilija jurgita eglė rūta jolanta
		agnieszka małgorzata katarzyna ewa joanna beata
		sviatlana svetlana veranika olga tatiana tatsiana maryia natalia iryna irina halina elena alena`,
	male: `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
		steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas
		eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis
		jerry tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger
		noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel
		bill bob jim mike tom barack bernie ted
		jonas petras antanas kęstutis gitanas gabrielius remigijus gintautas vytautas algirdas saulius linas arvydas tomas
		andrzej piotr krzysztof tomasz jacek radosław mateusz marcin
		aliaksandr alyaksandr alexandr aleksandr vladimir uladzimir volodymyr sergei siarhei maxim maksim yauheni dmitry
		mikhail ivan igor ihar pavel viktor yuri andrei nikolai mikalai`,
})

func genders(lists map[gender]string) map[string]gender {
	out := map[string]gender{}
	for g, names := range lists {
		for name := range strings.FieldsSeq(names) {
			out[name] = g
		}
	}
	return out
}

// feminine and masculine are the endings of Lithuanian and Slavonic surnames
// that only one gender bears.
var (
	feminine  = []string{"ienė", "aitė", "ytė", "utė", "ūtė", "ova", "eva", "skaya", "skaja", "ska"}
	masculine = []string{"aitis", "ėnas", "ūnas", "čius", "skas", "sky", "skyi", "ski"}
)

// genderOf reads a gender off a name: by the given name, else by the ending of
// the surname.
func genderOf(name string) gender {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return unknown
	}
	if g := givenNames[words[0]]; g != unknown && len(words) > 1 {
		return g
	}
	surname := words[len(words)-1]
	ends := func(endings []string) bool {
		for _, e := range endings {
			if strings.HasSuffix(surname, e) {
				return true
			}
		}
		return false
	}
	switch {
	case ends(feminine):
		return female
	case ends(masculine):
		return male
	}
	return unknown
}
