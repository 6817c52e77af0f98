package names

import "strings"

// givenGroups are given names that are one name in several languages of the
// region, where spelling alone does not show it. A group's first form is the
// English or Russian one.
var givenGroups = []string{
	"alexander aleksandr aliaksandr alaksandr alyaksandr aleksandras aleksander oleksandr aliaxandr sander",
	"alexandra aleksandra aliaksandra oleksandra",
	"alexei alexey aleksei aliaksei alaksiej aliaxei oleksii oleksiy aleksy aleksejus",
	"andrew andrei andrey andriy andrii andrej andrzej andrius andrejus",
	"anna hanna ganna ona ann",
	"anthony antony antanas anton antoni antonius",
	"basil vasily vasili vasil wasil bazyli vasyl vasilijus",
	"daniel daniil danila danylo danilo danielius",
	"demetrius dmitry dmitri dzmitry dzmitri dmytro dymitr dmitrij dmitrijus",
	"elizabeth elzbieta elzbeta yelizaveta lizaveta elisaveta",
	"eugene evgeny yevgeny evgeni yauhen yauheni jauhien jauhienij yevhen eugeniusz eugenijus evgenij jevgenij",
	"george georgy yuri yury iurii jury jerzy jurgis yurii jurijus",
	"georgy heorhi heorhy heorhii georgii gieorgij",
	"gregory grigory ryhor hryhorii hryhoriy grzegorz grigorijus grigalius",
	"helen elena alena olena jelena halena helena elenna yelena",
	"irene irina iryna irena iryn",
	"james jokubas yakov jakub jakov yakiv jacob",
	"john ivan jan ian jonas yan iwan ivanas janis",
	"joseph juozas jozef josif iosif yosyp yazep jazep juzef juozapas osip jozefas",
	"catherine katherine ekaterina yekaterina katsiaryna kaciaryna kateryna katarzyna kotryna jekaterina",
	"casimir kazimierz kazimieras kazimir kazys kazimer",
	"constantine konstantin kanstantsin kanstancin kostiantyn konstanty konstantinas",
	"laurence lawrence lavrenti laurynas wawrzyniec",
	"leo lev leu leonas leon",
	"leonid leanid leonidas leonid",
	"luke lukas lukasz luka",
	"mark marek markas marko",
	"mary maria maryia marija maryja marya",
	"matthew matvei matsvei matas mateusz motiejus matviy",
	"maxim maksim maksym maksimas maxime",
	"michael mikhail mikhas michal mykhailo michail mikhayl mykolas michailas mihails",
	"nicholas nikolai nikolay mikalai mikalay mikola mikalaj mykola mikolaj mikalojus nikolajus",
	"natalia natalya nataliya natallia natalla natalija natalie",
	"oleg aleh oleh olegas",
	"olga volha olha volga",
	"paul pavel paval pavlo pawel paulius povilas pavals",
	"peter pyotr petr piotr piatro petro petras pjotr pietro",
	"philip filip filipp pilip pylyp pilypas",
	"raymond raimundas rajmund raimonds",
	"roman raman romanas",
	"sergei sergey siarhei siarhey siarhiej serhiy serhii siergiej sergejus syarhey sergej",
	"simon semyon semen siamion szymon simonas siamen symon",
	"stanislav stanislau stanislaw stanislovas stanislavas",
	"stephen stepan stsiapan steponas stefan sciapan",
	"susan zuzana zuzanna susanna suzana",
	"svetlana sviatlana sviatlana svitlana swietlana svetlana svyatlana swiatlana",
	"tamara tomara",
	"tatiana tatyana tatsiana tetiana tatjana taciana",
	"thomas tomas tomasz foma tamas",
	"theodore fyodor fedor fedir fiodar fjodor teodor fiodoras fyodar",
	"vyacheslav viachaslau viacheslav wiaczeslaw vjaceslavas vyachaslau vjacheslav",
	"victor viktor viktar wiktor viktoras",
	"valery valeri valeriy valerij valeryj valerijus walery valerii",
	"vitaly vitali vital witalij vitalii vitalijus vitaliy",
	"vladimir uladzimir uladzimer volodymyr wlodzimierz vladimiras vladzimir",
	"vladislav uladzislau wladyslaw vladislavas uladzislav vladyslav",
	"william vilius wilhelm guillaume",
	"zenon zianon zenonas",
	"robert robertas bob rob",
	"donald donaldas don",
	"charles karolis karol carl karl",
	"christine kristina krystyna khrystyna christina krystsina",
	"sophia sofia zofia sofija safija",
	"barbara barbora varvara",
	"benjamin benjaminas veniamin beniamin",
	"igor ihar ihor igoris",
	"ales aleś alesius",
	"ludmila lyudmila liudmila liudmyla ludmilla ljudmila",
}

// givenSounds maps the sounds of each spelling in givenGroups to its group,
// from 1.
func givenSounds() map[string]int {
	m := map[string]int{}
	for i, g := range givenGroups {
		for _, name := range strings.Fields(g) {
			for _, s := range soundsOf(name) {
				if _, ok := m[s]; !ok {
					m[s] = i + 1
				}
			}
		}
	}
	return m
}

// patronymic tells whether the folded word is a father's name in an East
// Slavic full name, rather than a surname of the same ending.
func patronymic(fold string) bool {
	for _, end := range []string{"ович", "евич", "овна", "евна", "івна", "ївна", "авіч", "евіч", "евич", "эвіч", "овіч", "аўна", "еўна", "эўна",
		"ьич", "йович", "їч", "ovich", "evich", "ovna", "evna", "ovych", "ivna", "avich", "auna", "euna"} {
		if strings.HasSuffix(fold, end) {
			return true
		}
	}
	return false
}
