package question_test

import "testing"

func TestSubjects(t *testing.T) {
	readings(t, map[string]string{
		"what did Vilkaitė say about the barges in March 2024":      "by vilkaite | said 2024-03 | on barges",
		"did Kairys say that the pilots were late":                  "by kairys | on pilots,late",
		"has Kairys ever denied the leak":                           "by kairys | cue deni | on leak",
		"what has Oberski never admitted":                           "by oberski | cue admit",
		"what does Oberski conclude":                                "by oberski",
		"what does Oberski argue about the weir":                    "by oberski | on weir",
		"what is the Transport Board demanding of the skippers":     "by transport-board | cue demand | on skippers",
		"where does Kairys stand on harbour dues":                   "by kairys | cue stand | topics dues | on harbour,dues",
		"what did Vilkaitė and Kairys say about the ice":            "by vilkaite,kairys | on ice",
		"what did the Transport Board or Pilots and Skippers claim": "by transport-board,pilots",
		"what did Vilkaitė tell Harbour Radio about Semba":          "by vilkaite | about harbour-radio,semba",
		"what did Kairys, in his op-ed for Harbour Radio, propose":  "by kairys | cue propos | about harbour-radio",
		"what did Vilkaitė's office announce":                       "by vilkaite | on office",
		"how does Kuronia's Oberski describe the lock":              "by oberski | about kuronia | on lock",
		"what did Kairys at the meeting with Vilkaitė ask for":      "by kairys | cue ask | about vilkaite | on meeting",
		"what did Kairys say about who should clear the wreck":      "by kairys | wants who | on clear,wreck",
		"tell me what Oberski thinks of Kairys":                     "by oberski | about kairys",
		"WHAT DID VILKAITE SAY ABOUT THE ICE":                       "by vilkaite | on ICE",
		"what did Vilkaite say about the U.S. and US ships":         "by vilkaite | on U.S,ships",
		"whom did Kairys accuse":                                    "by kairys | cue accus | wants who",
		"what did the article say about Kairys":                     "about kairys | on article",
		"what did the harbour master say in May 2024":               "said 2024-05 | on harbour,master",
		"what do the Skerry states think":                           "by name Skerry | on states",
		"what statements did Kairys make about the ice":             "by kairys | on ice",
		"what arguments has the Transport Board put":                "by transport-board | cue argument",
		"what did Kairys say about the facts":                       "by kairys | on facts",
		"what did Kairys say to the people who asked":               "by kairys | on asked",
		"a call with Kairys":                                        "naming kairys | on call",
		"the state of the lock":                                     "on state,lock",
		"which claims Oberski made":                                 "by oberski",
	})
}

func TestPassive(t *testing.T) {
	readings(t, map[string]string{
		"what was said about Kairys by Vilkaitė in 2023": "by vilkaite | about kairys | said 2023",
		"what was said about Kairys in 2023":             "about kairys | said 2023",
		"what has been written on Semba":                 "about semba",
		"was Kairys quoted on the ice":                   "by kairys | cue quot | on ice",
		"was Kairys accused of smuggling":                "about kairys | on accused,smuggling",
		"dues proposed by Kairys":                        "naming kairys | on dues,proposed",
		"is the lock seen as safe":                       "on lock,seen,safe",
	})
}

func TestWhoSays(t *testing.T) {
	readings(t, map[string]string{
		"who said that the weir leaks":        "wants who | on weir,leaks",
		"who has publicly criticised Kairys":  "about kairys | wants who | on publicly,criticised",
		"who accused Semba of dumping silt":   "about semba | wants who | on accused,dumping,silt",
		"kas kritikavo Kairį":                 "about kairys",
		"kto oskarżył Oberskiego":             "about oberski | wants who",
		"кто обвинил Оберского":               "about oberski | wants who",
		"who is the harbour master":           "wants who | on harbour,master",
		"the skipper who sank":                "on skipper,sank",
		"when did the dredger arrive":         "topics dredging | wants when | on dredger,arrive",
		"the day when the ice broke":          "on day,ice,broke",
		"how many barges did Semba buy":       "naming semba | wants number | on barges,buy",
		"by when must the lock be repaired":   "wants when | on lock,repaired",
		"why did the Transport Board resign":  "naming transport-board | on resign",
		"сколько барж купила Вилкайте":        "naming vilkaite | wants number | on барж,купила",
		"show me when Oberski visited Semba":  "naming oberski | about semba | wants when | on visited",
		"list the ships of Kuronia":           "naming kuronia | on ships",
		"find quotes about Semba":             "about semba",
		"show all statements on the lock":     "on lock",
		"Harbour Radio broadcasts from Semba": "naming harbour-radio | about semba | on broadcasts",
	})
}

func TestNouns(t *testing.T) {
	readings(t, map[string]string{
		"Vilkaitė's view on tolls":                             "by vilkaite | on tolls",
		"position of the Pilots and Skippers on tolls":         "by pilots | on tolls",
		"Transport Board stance on tolls":                      "by transport-board | on tolls",
		"Kairys's official position on the lock":               "by kairys | on official,lock",
		"statements by Kairys and Vilkaitė":                    "by kairys,vilkaite",
		"statements made by the Transport Board on the ice":    "by transport-board | on ice",
		"reaction of Oberski to Vilkaitė's speech":             "by oberski | cue reaction | about vilkaite | on speech",
		"Oberski's reaction to Vilkaitė":                       "by oberski | cue reaction | about vilkaite",
		"a Kairys quote about gulls":                           "by kairys | cue quot | on gulls",
		"the opinion of minister Vilkaitė about gulls":         "by vilkaite | on minister,gulls",
		"railway line to Semba":                                "naming semba | on railway,line",
		"the joint statement of 2019":                          "any 2019 | on joint,statement",
		"according to Oberski, how long is the quay":           "by oberski | wants number | on quay",
		"how long is the quay according to the skipper Kairys": "by kairys | wants number | on quay,skipper",
		"how long is the quay according to rumours":            "wants number | on quay,rumours",
		"Kairys on tolls":                                      "by kairys | on tolls",
		"Kairys and Vilkaitė on tolls":                         "by kairys,vilkaite | on tolls",
		"Vilkaitė's office on tolls":                           "by vilkaite | on office,tolls",
		"Kuronia's tolls on Semba":                             "naming kuronia,semba | on tolls",
		"Harbour Radio's reports say the ice is thin":          "by harbour-radio | on reports,ice,thin",
		"Kairys v Vilkaitė":                                    "naming kairys,vilkaite | on v",
		"compare Kairys with a Transport Board":                "by kairys,transport-board",
		"Kairys and his rivals compared":                       "naming kairys | on rivals,compared",
		"sanctions on Semba":                                   "naming semba | on sanctions",
		"Kairys in Semba":                                      "naming kairys | about semba",
		"difference between Kairys and Vilkaitė on tolls":      "by kairys,vilkaite | on tolls",
		"compare Kairys with the Transport Board":              "by kairys,transport-board",
		"Kairys vs Vilkaitė on tolls":                          "by kairys,vilkaite | on tolls",
		"how do Kairys and Vilkaitė differ over the weir":      "by kairys,vilkaite | on weir",
		"how does Kairys compare to his rivals":                "naming kairys | on compare,rivals",
	})
}

func TestUnknownSpeakers(t *testing.T) {
	readings(t, map[string]string{
		"what did Marta Quillon say about Kairys":        "by name Marta Quillon | about kairys",
		"what did Quillon say about tolls in May 2024":   "by name Quillon | said 2024-05 | on tolls",
		"what did Harbour Master Lt. Jan de Quillon say": "by name Harbour Master Lt. Jan de Quillon",
		"what did The Skerry Times report about tolls":   "by name The Skerry Times | cue report | on tolls",
		"what did Del. Marta Quillon say":                "by name Del. Marta Quillon",
		"what did Julia A. Quillon Bay say":              "by name Julia A. Quillon Bay",
		"what did Quillon and Kairys say":                "by kairys | by name Quillon",
		"Marta Quillon on tolls":                         "by name Marta Quillon | on tolls",
		"tolls according to Quillon":                     "by name Quillon | on tolls",
		"Marta Quillon’s view of tolls":                  "by name Marta Quillon | on tolls",
		"difference between Kairys and Quillon":          "by kairys | by name Quillon",
		"what did Kairys say about Quillon":              "by kairys | on “Quillon”",
		"ferry from Quillon Bay":                         "on ferry,“Quillon Bay”,“Quillon Bay”",
		"what did Prime Minister Vilkaitė say":           "by vilkaite",
		"What Did Quillon Say About Tolls":               "on Quillon,Tolls",
		"ką pasakė Kvilonas apie Semba":                  "by name Kvilonas | about semba",
		"что сказал Квиллон о барже":                     "by name Квиллон | on барже",
	})
}

func TestOtherLanguages(t *testing.T) {
	readings(t, map[string]string{
		"ką sakė Vilkaitė apie ledą":                "by vilkaite | on ledą",
		"ką Vilkaitė pasakė apie ledą 2024 m. kovą": "by vilkaite | said 2024-03 | on ledą",
		"ką apie Kairį mano ministrė Vilkaitė":      "by vilkaite | about kairys | on ministrė",
		"Vilkaitė apie ledą":                        "by vilkaite | on ledą",
		"Vilkaitės pozicija dėl ledo":               "by vilkaite | on ledo",
		"pasak Kairio, kiek baržų plaukė":           "by kairys | wants number | on baržų,plaukė",
		"skirtumas tarp Kairio ir Vilkaitės":        "by kairys,vilkaite",
		"co powiedział Oberski o lodzie":            "by oberski | on lodzie",
		"co Oberski mówił o lodzie":                 "by oberski | on lodzie",
		"co twierdzi minister Oberski o Kairysie":   "by oberski | about kairys | on minister",
		"stanowisko Oberskiego wobec ceł":           "by oberski | on ceł",
		"zdaniem Oberskiego":                        "by oberski",
		"Oberski o lodzie":                          "by oberski | on lodzie",
		"co powiedziano o Oberskim":                 "about oberski",
		"что сказал Оберский о льде":                "by oberski | on льде",
		"что думает Кайрис о Вилкайте":              "by kairys | about vilkaite",
		"позиция Оберского по льду":                 "by oberski | on льду",
		"по словам Оберского лёд тонкий":            "by oberski | on лёд,тонкий",
		"что говорили о Вилкайте":                   "about vilkaite",
		"що сказав Кайріс про лід":                  "by kairys | on лід",
		"що думає Вілкайте про лід":                 "by vilkaite | on лід",
		"што сказаў Кайрыс пра лёд":                 "by kairys | on лёд",
		"dugno gilinimo kaina":                      "topics dredging | on dugno,gilinimo,kaina",
	})
}
