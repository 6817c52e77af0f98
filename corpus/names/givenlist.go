package names

// The commonest given names of the languages that the documents are likely to
// name people of, folded, by the gender that bears them; those of both stand in
// both lists. They only help to tell that two capitalised words are a person.

const feminineNames = `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy
angela shirley anna brenda pamela emma nicole samantha katherine christine catherine debra rachel carolyn janet
maria heather diane julie joyce kelly christina joan evelyn lauren judith olivia martha cheryl megan andrea
hannah jacqueline ann jean alice kathryn gloria teresa sara janice julia marie judy grace
denise amber marilyn danielle beverly diana theresa sophia natalie brittany isabella kayla alexis
hillary hilary claire ursula kate katie anne annie jane janine jill jenny jen allison alison alyssa anita april audrey
becky beth bonnie bridget caitlin caroline cathy cecilia cindy colleen connie courtney daisy dana darlene debbie dolores
dorothy edith eileen elaine eleanor ella ellen elena eliza ellie erica erin esther eva felicia fiona florence gabriella gail
geraldine gina ginger gwen hazel heidi hope ida ines irene iris jackie jamie jeanne jeanette jo joanna joanne jodi
josephine joy juanita june kathy kay kerry kim kirsten kristen kristin laurie leah leslie lillian liz lois loretta lorraine louise
lucy lydia lynn mabel madeleine maggie marcia margot marjorie marlene maureen maxine meg melanie melania mia mildred
miranda molly monica muriel nadia naomi nina nora norma paige paula peggy penny phyllis polly priscilla ramona
renee rhonda roberta robin rosa rosemary roxanne ruby ruth sally savannah sheila sherry sonia stacy stella sue suzanne sylvia
tammy tara tina tracy valerie vanessa vera vicki victoria violet vivian wanda wendy whitney yolanda yvonne zoe cheri
ava sasha tiffany barbra melinda condoleezza nikki kamala dianne jeanine abby mindy patti lena viola sonya arianna soledad brianna krystal meryl kelley elise nydia jenna candace carly abigail adriana agnes alexandra alexandria alicia amelia amina angelina angelique annette antonia ariana astrid
beatrice beatriz bianca birgit birgitte brigitte britta camila carla carmen carolina charlotte chantal chiara clara claudia conchita cornelia
cristina daniela dagmar dominique dora elisa elisabeth elke elsa emilia emmanuelle erika estelle eugenie fatima federica
francesca francoise franziska frida friederike gabriela gabriele genevieve gerda gisela giulia giorgia gisele greta gretchen gudrun
hanna hanne heike helena helene helga hilde hildegard ilse inga inge ingeborg ingrid irma isabel isabelle jana jeannine
jutta karin karina katarina katharina katja katrin kirsti klara kristina lara leila letizia lidia liliana livia lorena luisa lucia luciana
magdalena maja malin manuela margarita margarethe margrethe margherita mariana marianne marina marine marion marta martina
mathilde mette mercedes michaela monika monique nadine natascha nathalie nicoletta nicola nuria odile ola olga pascale
paola patrizia petra pia pilar raquel regina renate ricarda rita rosalia roswitha sabine sabrina sandrine sanna saskia
segolene sibylle sigrid silke silvia simone siri sofia solveig sophie susana susanna susanne svenja sylvie tanja
tatjana teresita ulrike ulla uta ute valentina valeria veronica veronika veronique virginie waltraud ximena yasmin zara ayesha aisha
khadija mariam maryam noor layla malala indira priya sonal meera sunita anjali aung mei ying yuki michiko hanako
agne aiste akvile alina asta audra audrone ausra ausrine birute brone dalia daiva daina danute dovile edita egle elvyra
evelina gabija genovaite giedre gintare grazina ieva ilona ingrida irmina irena jolanta jolita jurate jurgita kotryna
laima laimute lina lijana liucija loreta marija milda morta neringa nijole ona onute radvile ramune rasa renata rima
rimante roma ruta sigita silva simona skaiste skirmante snieguole sonata stase toma ugne vaida vaiva valda
vilija vilma violeta virginija viktorija vita zita zivile zuzana
agata agnieszka aldona aleksandra alicja aneta aniela beata bogumila bozena celina danuta dominika
dorota edyta elzbieta ewa ewelina genowefa grazyna halina henryka honorata iwona izabela jadwiga janina
jozefa justyna kamila karolina katarzyna kinga krystyna leokadia lucyna ludwika magda malgorzata
marzena mariola marlena milena natalia patrycja paulina roza sabina stanislawa stefania sylwia
urszula weronika wieslawa wioletta zofia zuzanna
alena alesia alla anastasia anastasiya anzhelika antonina antanina daria darya dziana ekaterina katsiaryna kateryna katerina
yelena evgenia yevgenia galina halyna inna irina iryna kira ksenia kseniya larisa larysa lidiya lyubov liubov lilia lyudmila liudmila
ludmila marharyta maryia mariya maryna nadezhda nadzeya natallia natalya nataliya nelli oksana aksana oleksandra
olena polina palina raisa sofya svetlana sviatlana svitlana taisia tamara tatiana tatsiana tatyana tetiana ulyana valiantsina valentyna vasilisa
veranika yana yulia yuliya yuliia zhanna zinaida zoya solomiya bohdana lesia lesya ganna
анастасия анна антонина валентина валерия варвара вера вероника виктория галина дарья диана ева евгения екатерина елена
елизавета жанна зинаида зоя инна ирина карина кира клавдия ксения лариса лидия лилия любовь людмила маргарита марина мария надежда
наталия наталья нина оксана олеся ольга полина раиса светлана софия софья таисия тамара татьяна ульяна юлия яна
алена алеся вольга вераника ганна дар'я кацярына ірына марыя марына наталля надзея паліна святлана таццяна вікторыя юлія
олена ірина катерина тетяна вікторія світлана наталія марія соломія леся надія`

const masculineNames = `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan
stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose
adam henry nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur
lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell
elijah louis bobby philip johnny bradley bill bob jim jimmy mike mick tom tommy tim ted teddy bernie ben benny bennie barry bart
brad brendan brent brett buddy burt byron calvin cameron carlos casey cecil chad charlie chester chris chuck clarence clark claude clayton cliff
clifford clint clinton clyde cody colin conor connor corey cornelius craig curtis damian damon dan danny darren darrell daryl dave dean derek derrick
dick dirk dominic don donnie doug drew duane dustin dwayne dwight earl ed eddie edgar edmund edwin eli elliot elliott elmer emmett ernest
ernie ervin evan everett ezra felix fernando floyd francis francisco frankie fred freddie frederick fredrick gareth garrett garry gavin gene
geoff geoffrey gerard gilbert glen glenn gordon graham grant greg guy harris harrison harry harvey hector herbert herman homer howard hubert hugh
hugo ian ira irving irwin isaac ivan jake jamal jared jarrod jarvis jasper jay jeff jefferson jermaine jerome jess joel joey johnnie jon jonah
josh julian julius karl ken kenny kirk kurt lance lamar lee leo leon leonard leroy les leslie lester levi lewis lindsey lionel lloyd lonnie
luis luke lyle lyndon mack malcolm manuel marc marco marcus mario marion marshall martin marty marvin mason matt maurice max
maxwell mel melvin merrick mervyn micah miguel miles milton mitch mitchell morgan morris moses murray nate nathaniel neal ned neil nelson nick
nigel noel norm norman oliver oscar otto owen percy perry pete phil pierre preston quentin ramon rand randall randolph raul ray
reggie reginald rex rick ricky rob robbie robin rod roderick rodney roland ron ronnie ross rudy rudolph rufus rupert russ sam sammy sandy
saul sergio seth shane shaun shawn sheldon sherman sid sidney simon spencer stan stanley stefan steve stuart sylvester
terence terrence theodore tobias toby todd tony travis trent trevor troy ty tyrone vernon vic victor virgil wallace warren wesley wilbert wilbur will
willard winston woodrow zach zachariah orrin cornel cory stevie len chandler jorge ruben keenan mikhail darrin devin kareem kendrick terrell tyrese luther bertie abraham abdul abdullah adrian ahmed ahmad akbar al alastair alec alejandro alex alfonso alfred ali alistair
allan allen alvaro alvin amir andre andres andy angelo angus antoine anton antonio antonin ari armando arnold ashton ashraf augustus
bashar benito bertrand boris brock carlo cesar chen cristiano cyril dante darius deepak diego dimitri
dmitri edouard eduardo emanuel emilio emmanuel enrique enzo erik ernesto esteban etienne fabio faisal farid farouk federico felipe fidel filippo
florian francesco francois franklin franz frederic fritz gaetano gaston georg georges georgi gianni gilles giorgio giovanni giuliano giuseppe
guido guillaume guillermo gunter gunther gustav gustavo hamid hans harald hassan heiko heinrich heinz helmut henri henrik herve holger horst
hussein ibrahim ignacio igor imran ismail jaap jacques jaime jan javier jean jens jerzy jesper joachim joao jochen johan johann johannes jorg
josef joschka juha jurgen kai karim kaspar kemal khaled khalid klaus knut konrad kristian lars laszlo laurent lech lorenzo luc luca lucas luciano
ludovic ludwig luigi magnus mahmoud manfred marcel marcelo mariano markus massimo mateo matteo matthias mathieu mats mauricio mauro mehmet michel
mikael miroslav mohamed mohammad mohammed muhammad mustafa naftali narendra nasser nicola nicolas nicolo niels nikolaus nils olaf olivier olof omar osama
orlando pablo paolo pascal pasquale pedro pekka per philippe pier pietro piero qasem rafael rahul rainer rajiv rashid reinhard remy renato rene reza ricardo
riccardo roberto rodrigo rolf romano rudiger ruud saddam said salman salvador salvatore santiago sebastian sigmar silvio
stefano stephane sven svend tarek thierry thorsten tomas torsten udo ulf ulrich umberto uwe valentin vicente viktor vincenzo vittorio volker
werner wilhelm wolfgang xavier yann yasser yitzhak yoshihide youssef yusuf yves zbigniew zoran shimon ariel avigdor moshe shinzo hiroshi kenji taro
vaclav milos andrej bohuslav jiri karel ladislav lubomir milan miloslav ondrej pavel petr radek stanislav vojtech zdenek zoltan ferenc gyorgy istvan
aleksandar slobodan ivica dragan goran milorad ratko radovan zeljko toomas taavi urmas andrus valdis raimonds edgars krisjanis egils arturs janis
adolfas albinas aleksandras algimantas algirdas andrius antanas arnoldas arturas arunas arvydas ausrys bronius ceslovas dainius deividas
domantas donatas dovydas edgaras edmundas edvardas egidijus eimantas eligijus emanuelis ernestas eugenijus evaldas fabijonas feliksas gabrielius
gediminas gintaras gintautas giedrius gitanas henrikas ignas irmantas ignotas jaunius jokubas jonas juozas juras jurgis justas justinas karolis kazimieras kazys
kestutis laurynas leonas linas liutauras liudas lukas mantas marius martynas matas mindaugas modestas mykolas nerijus
osvaldas paulius petras povilas pranas raimondas raimundas ramunas ricardas rimantas rimas robertas rokas rolandas romas romualdas rytis
sarunas saulius sigitas simas simonas skirmantas stasys steponas tadas tautvydas vaidas vaidotas valdas valdemaras valentinas valerijus vidas viktoras vilius
virgilijus virginijus vitalijus vladas vygaudas vytautas vytenis zenonas zygimantas zilvinas zydrunas remigijus ruslanas sergejus aurelijus dziugas
aleksander andrzej antoni arkadiusz artur bartlomiej bartosz blazej bogdan boguslaw boleslaw bronislaw cezary czeslaw
dariusz dawid dominik emil eugeniusz feliks filip franciszek grzegorz gustaw henryk ignacy ireneusz jacek jakub
janusz jaroslaw jedrzej jozef juliusz kacper kajetan kamil karol kazimierz krystian krzysztof leszek
lukasz maciej marcin marek marian mariusz mateusz michal mieczyslaw mikolaj milosz miroslaw norbert olgierd patryk pawel
piotr przemyslaw radoslaw rafal roman ryszard seweryn slawomir stanislaw szymon tadeusz tomasz waclaw waldemar
wieslaw witold wladyslaw wladimir wlodzimierz wojciech zdzislaw zenon zygmunt
alaksandr ales aleh aleksandr aleksei aleksey alexei alexey aliaksandr aliaksei alyaksandr alyaksei anatol anatoli anatoly anatoliy andrei andrey andriy andrii arkady arseny
artem artyom bohdan barys denis dzianis denys dmitry dmytro dzmitry eduard evgeny evgeni fedor fyodor gennady henadz georgy grigory hryhoriy ihar ilya
iosif iurii kirill kanstantsin konstantin kyrylo leanid leonid lev maksim maksym maxim mikalai mikalay mikita mikola mykhailo mykola nikita nikolai nikolay oleg
oleh oleksandr oleksii oleksiy ostap pavlo petro pyotr raman rostislav ruslan semyon sergei sergey serhii serhiy siarhei stanislau stepan
svyatoslav taras timofei timur uladzimir vadim vadym vadzim valery valeriy vasil vasily vasyl viachaslau viktar vitali vitaliy vitaly vital vladimir vladislav
vladyslav volodymyr vsevolod vyacheslav yaroslav yauhen yauheni yegor yevgeny yevhen yuri yuriy yury zakhar zianon zmitser dmitriy anatolii
александр алексей анатолий андрей антон аркадий арсений артем артём богдан борис вадим валентин валерий василий виктор виталий владимир
владислав всеволод вячеслав геннадий георгий глеб григорий даниил денис дмитрий евгений егор захар иван игорь илья иосиф кирилл константин
леонид лев максим марк михаил никита николай олег павел пётр петр роман руслан семен семён сергей станислав степан тарас тимофей тимур
федор фёдор юрий яков ярослав джон джо
аляксандр аляксей алег алесь анатоль андрэй аляксандар барыс вадзім валерый вінцук віктар віталь уладзімір уладзіслаў вячаслаў генадзь дзмітрый
дзяніс зміцер зянон ігар кастусь канстанцін леанід максім мікалай мікіта мікола міхаіл міхась пятро раман сяргей сцяпан юрась юрый яўген язэп янка
андрій анатолій василь віктор віталій володимир геннадій григорій данило дмитро євген іван ігор кирило костянтин леонід микола михайло
олександр олексій остап павло петро сергій юрій`

// weakNames are given names that are as well a place, a month, an everyday
// word or a common surname: they say less of the words that follow.
const weakNames = `april june hope grace joy faith dawn rose iris ivy violet ruby amber ginger daisy hazel penny charity crystal
austin jordan chad charlotte florence savannah victoria madison sydney paris carolina virginia georgia dakota brooklyn chelsea dallas
houston sierra india asia lourdes adelaide alexandria regina diana
will grant chase bill rich art dean earl duke guys chuck rusty 
miles mason hunter harris harrison jefferson lincoln clark clinton jackson kennedy morgan marshall
franklin preston logan spencer cameron lee lloyd nelson warren wallace murray 
sherman vernon wesley floyd everett carter 
santiago salvador san diego lima roman said ali aung ying mei angel christian general rand roma faisal milan orlando
kent troy ola noor rima per chen jean marine pilar mercedes dolores soledad concepcion hamas cody christ jesus
mini cam star king prince win van rex tony oscar emmy grammy holly carol pascal israel francis
вера надежда любовь лев роман майя марк`
