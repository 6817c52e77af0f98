package question_test

import "testing"

func TestDimension(t *testing.T) {
	readings(t, map[string]string{
		"what happened on 4 May 2023":                           "event 2023-05-04",
		"what took place in 2023":                               "event 2023",
		"кто утонул в 2023":                                     "wants who | any 2023 | on утонул",
		"что произошло в мае 2023":                              "event 2023-05",
		"who published an op-ed on 4 May 2023":                  "wants who | any 2023-05-04 | on published,op,ed",
		"what was published in 2023":                            "published 2023",
		"documents from 2023":                                   "published 2023",
		"dokumenty z 2023":                                      "published 2023",
		"co opublikowano w 2023":                                "published 2023",
		"the barges and documents lost on ice in 2023":          "any 2023 | on barges,documents,lost,ice",
		"2023 articles":                                         "published 2023",
		"articles published in 2023 about tolls":                "published 2023 | on tolls",
		"list documents on tolls from 2023":                     "published 2023 | on tolls",
		"the documents that the Transport Board signed in 2023": "naming transport-board | any 2023 | on documents,signed",
		"statements by Kairys in 2023":                          "by kairys | said 2023",
		"Kairys's position in 2023":                             "by kairys | any 2023",
		"Kairys on tolls in 2023":                               "by kairys | any 2023 | on tolls",
		"what did Kairys sign in 2023":                          "naming kairys | any 2023 | on sign",
		"what did Kairys say in 2024 about what happened":       "by kairys | said 2024",
		"what did Kairys say about what happened in 2023":       "by kairys | event 2023",
		"what did Kairys say about the 2023 storm":              "by kairys | event 2023 | on storm",
		"what did Kairys say about the storms of May 2023":      "by kairys | event 2023-05 | on storms",
		"in 2024, what did Kairys say about tolls":              "by kairys | said 2024 | on tolls",
		"quotes about tolls in 2024":                            "said 2024 | on tolls",
		"who criticised the Transport Board in 2024":            "about transport-board | wants who | said 2024 | on criticised",
	})
}

func TestSources(t *testing.T) {
	readings(t, map[string]string{
		"how thick was the ice according to the Delta Monitor":    "in ice,silt | on thick,ice",
		"what was published in the Skerry Institute's report":     "in silt | on report",
		"barges in the Silt Report":                               "in silt | on barges",
		"how old is Kairys":                                       "naming kairys | wants number | on old",
		"how many eggs according to Seagull":                      "in gulls | wants number | on eggs",
		"the nest from the seagull":                               "on nest,seagull",
		"according to the Delta Monitor, what did Kairys promise": "by kairys | cue promis | in ice,silt",
	})
}

// TestOffices: a position on something is spoken of, one that is held is an
// office; what is called something has said nothing.
func TestOffices(t *testing.T) {
	readings(t, map[string]string{
		"what position did Kairys hold in 2020":             "naming kairys | any 2020 | on hold",
		"who held the position of harbour master in 2020":   "wants who | any 2020 | on held,harbour,master",
		"what position does Kairys hold on tolls":           "by kairys | on tolls",
		"what is the position of Kairys":                    "by kairys",
		"what was the barge called in 2020":                 "any 2020 | on barge,called",
		"the barge called Petrel in 2020":                   "any 2020 | on barge,called,“Petrel”",
		"what did Kairys call the barge":                    "by kairys | cue call | on barge",
		"tolls were published by which office in 2020":      "any 2020 | on tolls,published,office",
		"articles on tolls that were published in 2020":     "published 2020 | on tolls",
		"what did the Petrel carry in 2020":                 "any 2020 | on “Petrel”,carry",
		"what does the Silt Report say about barges":        "in silt | on barges",
		"what was built near Petrel State Park in 2020":     "any 2020 | on built,“Petrel State Park”,“Petrel State Park”,“Petrel State Park”",
		"what did Kairys say in May about the Petrel State": "by kairys | said 2025-05 | on “Petrel State”,“Petrel State”",
	})
}
