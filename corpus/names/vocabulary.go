package names

import "strings"

// sense is what a word may stand for beside the name of a known actor.
type sense uint16

const (
	feminine  sense = 1 << iota // a given name of women
	masculine                   // a given name of men
	weak                        // a given name that is as well a place or an everyday word
	address                     // Mr, Sen., President: stands before a person's name
	rank                        // a title that begins the names of other things too: General, King
	calling                     // an occupation, in small letters before a name
	head                        // the word that makes a body of a name: Ministry, Bank
	thing                       // ends the names of places, works, events and laws
	place                       // a state, a city, a point of the compass
	people                      // a nationality or the followers of a party
	generic                     // says what a body is for, and not which one it is
	saying                      // a verb of saying
	plain                       // a function word, a weekday, a month
)

// given are the senses of given names.
const given = feminine | masculine

// vocabulary holds the senses of folded words.
type vocabulary map[string]sense

func newVocabulary() vocabulary {
	v := make(vocabulary, 5000)
	for _, list := range []struct {
		is    sense
		words string
	}{
		{feminine, feminineNames}, {masculine, masculineNames}, {weak, weakNames}, {address, addressWords}, {rank, rankWords},
		{calling, callingWords}, {head, headWords}, {thing, thingWords}, {place, placeWords}, {people, peopleWords},
		{generic, genericWords}, {saying, sayingWords}, {plain, functionWords + calendarWords},
	} {
		for w := range strings.FieldsSeq(list.words) {
			v[w] |= list.is
		}
	}
	return v
}

const addressWords = `alderman chief mr mrs ms miss dr prof sen rep gov senator senators representative congressman congresswoman governor president premier minister
secretary chancellor ambassador mayor speaker chairman chairwoman spokesman spokeswoman spokesperson commissioner professor
correspondent reporter columnist analyst economist journalist justice attorney sheriff detective lieutenant sgt lt col gen maj capt adm
sergeant senatorial councilman councilwoman assemblyman candidate nominee strategist historian author actor actress singer
director vicepresident deputy leader activist host anchor moderator vp ceo cfo coo editor pundit adviser advisor aide rev reverend rabbi imam
ayatollah sheikh archbishop cardinal
ponas ponia prezidentas prezidente ministras ministre seimo meras vadovas pirmininkas pirmininke
pan pani prezydent posel marszalek
господин госпожа президент министр депутат глава прэзідэнт міністр старшыня прем'єр-міністр`

const rankWords = `general major captain colonel admiral king queen prince princess pope bishop judge head sir lord lady saint st dame
madam coach father sister brother officer private first president-elect emperor duke count baron uncle aunt`

const callingWords = `pollster chief trustee chaplain pollsters colleague mogul veteran star fellow spokesman spokeswoman spokesperson president minister premier senator congressman congresswoman representative governor mayor
chairman chairwoman chair director secretary ambassador chancellor commissioner professor analyst economist journalist reporter
correspondent columnist historian author writer novelist poet actor actress singer musician rapper comedian host anchor moderator
strategist adviser advisor aide consultant manager executive founder co-founder cofounder owner investor billionaire businessman businesswoman
tycoon developer entrepreneur lawyer attorney prosecutor judge justice sheriff detective officer activist leader expert scholar scientist
researcher physicist chemist biologist philosopher psychologist doctor surgeon physician nurse teacher student candidate nominee rival
politician lawmaker legislator lawmakers senators democrat republican diplomat envoy negotiator general colonel captain admiral lieutenant
commander soldier veteran coach player quarterback striker midfielder goalkeeper defender forward pitcher boxer golfer champion
wife husband son daughter brother sister father mother widow friend cousin uncle aunt ex-wife ex-husband
architect artist painter sculptor photographer designer composer conductor filmmaker producer editor blogger pundit commentator critic
chef priest pastor bishop rabbi cleric imam king queen prince princess emperor guitarist drummer bassist pianist frontman vocalist
engineer inventor pilot astronaut explorer banker trader broker farmer merchant publisher politologas ekspertas`

const headWords = `ministry party parliament council committee commission university college institute institution times post
journal news bank union court agency bureau department corporation corp inc ltd llc plc company association federation foundation
center centre academy authority board chamber coalition congress alliance league network organization organisation society service
syndicate group fund gazette herald tribune chronicle observer guardian telegraph express globe examiner inquirer press magazine
observatory institutes laboratory laboratories consortium club brotherhood church airlines airways motors industries
broadcasting television radio ministerija partija universitetas institutas bankas taryba komitetas departamentas
министерство партия университет институт комитет совет банк агентство`

const thingWords = `street avenue road boulevard lane drive bridge tunnel river creek lake sea ocean bay gulf strait canal mount mountain mountains
hill hills valley desert forest island islands isle isles beach coast cape point peninsula park garden gardens square plaza place
hall house home houses palace castle tower towers building mall hotel inn resort theater theatre cinema museum library gallery school schools
hospital clinic cathedral chapel temple abbey mosque synagogue airport station terminal stadium arena field ground prison jail camp
base fort fortress county city town village district township borough parish state states province region territory republic kingdom empire
war wars battle revolution treaty act acts law laws bill plan deal agreement accord accords amendment doctrine rule case trial report papers
files letter letters award awards prize medal cup trophy bowl open championship championships series tour marathon festival show tonight
live film movie movies album song book novel trust campaign administration cabinet government presidency era day week month year century
anniversary ballot election elections primary caucus convention debate debates poll polls survey index theory effect
disease syndrome virus vaccine hurricane storm tornado fire flood dynasty family families clan brothers sisters supporters voters democrats
republicans conservatives liberals fans twitter facebook google instagram youtube online channel line lines railway railroad highway route
policy program programme project initiative movement system standard model class edition version volume chapter part section article articles
memorial monument statue cemetery grave gate wall door dam mine mines works mill mills factory plant store stores shop market markets
restaurant bar cafe pub grill diner kitchen bakery brewery winery vineyard farm farms ranch
squad team united rovers wanderers athletic giants lions tigers bears eagles jets rams bulls sox yankees dodgers
speech address interview statement method principle equation constant number scale test
grand prix derby stakes handicap ship navy army force forces corps brigade regiment division battalion squadron guard guards
rights freedom justice peace security defense defence intelligence agency office studios pictures films records entertainment
productions media digital airlines bible gospel testament church christmas eve easter journal review digest daily weekly
first second third last next today tomorrow yesterday morning evening night afternoon
man woman men women boy girl king's boys girls people person child children kid kids`

const placeWords = `america africa asia europe antarctica australia afghanistan albania algeria andorra angola argentina armenia austria azerbaijan bahamas
bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia herzegovina botswana brazil brunei bulgaria burkina faso burma
burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt
dc england eritrea estonia ethiopia fiji finland france gabon gambia georgia germany ghana greece greenland grenada guatemala guinea guyana haiti
honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati korea kosovo kuwait
kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta
mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands holland nicaragua niger
nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia
seychelles singapore slovakia slovenia somalia spain sudan suriname swaziland sweden switzerland syria taiwan tajikistan tanzania thailand
tibet togo tonga trinidad tobago tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales yemen
yugoslavia zambia zimbabwe crimea siberia britain uk usa us eu un
alabama alaska arizona arkansas california carolina colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas
kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey york ohio
oklahoma oregon pennsylvania rhode dakota tennessee texas utah vermont virginia washington wisconsin wyoming ontario quebec alberta
london paris berlin moscow rome madrid vienna warsaw vilnius kaunas klaipeda minsk kyiv kiev riga tallinn brussels beijing tokyo delhi mumbai
boston chicago houston dallas miami atlanta seattle denver detroit philadelphia pittsburgh cleveland baltimore phoenix orlando tampa
angeles francisco diego vegas orleans manhattan brooklyn hollywood toronto montreal sydney melbourne cairo baghdad tehran jerusalem gaza
damascus aleppo istanbul ankara athens stockholm oslo copenhagen helsinki geneva zurich hamburg munich frankfurt milan naples lisbon
dublin edinburgh glasgow manchester liverpool birmingham bristol leeds oxford cambridge hong kong shanghai santa los las rio
north south east west northern southern eastern western northeast northwest southeast southwest central upper lower middle great new old
lietuva lenkija rusija baltarusija ukraina polska rosja litwa bialorus украина россия беларусь литва польша`

const peopleWords = `american americans african british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian
polish lithuanian latvian estonian finnish swedish norwegian danish icelandic russian belarusian ukrainian moldovan czech slovak hungarian romanian
bulgarian greek turkish serbian croatian bosnian albanian slovenian israeli palestinian arab jewish muslim christian catholic protestant
syrian iraqi iranian saudi egyptian libyan tunisian moroccan lebanese jordanian kuwaiti yemeni afghan pakistani indian bangladeshi
chinese japanese korean vietnamese thai indonesian malaysian filipino australian canadian mexican cuban brazilian argentine
argentinian chilean colombian peruvian venezuelan kenyan nigerian ethiopian somali sudanese european asian soviet western nato
republican democrat democratic labour conservative liberal green socialist communist libertarian independent tory gop hispanic latino black
texan californian floridian londoner scot scots briton frenchman englishman dutchman hindu buddhist sunni shiite orthodox evangelical
lietuvos lenkijos rusijos baltarusijos ukrainos jav amerikos rosyjski polski litewski`

const genericWords = `foreign affairs interior defence defense finance justice economy energy transport environment health education agriculture
culture trade commerce labor labour treasury state supreme high higher constitutional district county city federal national international
central regional local general special privy administration operations information communications planning one two three four five six seven eight nine ten administrative champions premier europa major minor little ivy election electoral north south east west northern southern eastern western joint security executive standing select main grand first second new old political military
police fire public human social civil criminal appeals world house senate upper lower judiciary oversight intelligence
department ministry council committee commission party court board bank agency union group company association corporation center centre
office government parliament congress school university college institute the news times press post society club fund service
coalition network organization organisation foundation federation church radio television independent private united works
and of for on advisory steering governing planning review ruling opposition other good student students data research business
investment emergency medical children family women men municipal town village community mass fake breaking daily
sunday morning evening night big small`

const sayingWords = `said says told tells tweeted wrote writes added adds argued argues claimed claims stated states announced announces
insisted insists noted notes explained explains replied responded responds acknowledged admitted asked asks warned warns declared declares
testified believes believed thinks thought recalled concluded suggested vowed pledged complained joked quipped
sake teige pasake pareiske teigia sako powiedzial powiedziala stwierdzil dodal oswiadczyl
сказал сказала заявил заявила сообщил сообщила отметил отметила подчеркнул добавил говорит считает заявив сказав паведаміў заявіў адзначыў
повідомив зазначив`
