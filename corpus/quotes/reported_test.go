package quotes_test

// reportedSpeech are reports with a verb of saying or a source phrase, some
// with words in quotation marks.
var reportedSpeech = []example{
	{"that", "Jonas Kazlas said that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Jonas Kazlas", "Jonas Kazlas", "said"},
	}},
	{"without that", "The ministry says the bridge is ready.", []said{
		{"the bridge is ready", reported, "The ministry", "The ministry", "says"},
	}},
	{"after the clause", "The bridge is ready, Kazlas said on Friday.", []said{
		{"The bridge is ready", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"within the clause", "The bridge, Kazlas said, is ready.", []said{
		{"The bridge / is ready", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"after the clause, turned round", "The bridge has been ready for weeks, said Jonas Kazlas.", []said{
		{"The bridge has been ready for weeks", reported, "Jonas Kazlas", "Jonas Kazlas", "said"},
	}},
	{"mixed", "Kazlas said the bridge was “a gift” to the town.", []said{
		{"the bridge was “a gift” to the town", mixed, "Kazlas", "Kazlas", "said"},
	}},
	{"told someone", "Kazlas told the committee that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Kazlas", "Kazlas", "told"},
	}},
	{"told someone, without that", "Kazlas told her the bridge was ready.", []said{
		{"the bridge was ready", reported, "Kazlas", "Kazlas", "told"},
	}},
	{"where and when between", "Kazlas said in an interview on Friday that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"an aside between", "Kazlas said, without giving a reason, that the bridge was shut.", []said{
		{"that the bridge was shut", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"according to, first", "According to the ministry, the bridge is ready.", []said{
		{"the bridge is ready", reported, "the ministry", "the ministry", "According to"},
	}},
	{"according to, last", "The bridge is ready, according to a report by the ministry.", []said{
		{"The bridge is ready", reported, "a report by the ministry", "a report by the ministry", "according to"},
	}},
	{"a source that quotes someone", "Kazlas said the bridge was ready, according to the agency.", []said{
		{"Kazlas said the bridge was ready", reported, "the agency", "the agency", "according to"},
		{"the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"in someone's words", "In Kazlas's words, the bridge is a gift.", []said{
		{"the bridge is a gift", reported, "Kazlas's", "Kazlas", "words"},
	}},
	{"someone's view", "Jonas Kazlas disagreed. His view is that the bridge should stay shut.", []said{
		{"that the bridge should stay shut", reported, "His", "Jonas Kazlas", "view"},
	}},
	{"as someone noted", "As Kazlas noted on Friday, the bridge is ready.", []said{
		{"the bridge is ready", reported, "Kazlas", "Kazlas", "noted"},
	}},
	{"a relative clause", "Jonas Kazlas, who said that the bridge was ready, left for Riga.", []said{
		{"that the bridge was ready", reported, "who", "Jonas Kazlas", "said"},
	}},
	{"two verbs, one subject", "Kazlas said the bridge was ready and warned that the ferry would stop.", []said{
		{"the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
		{"that the ferry would stop", reported, "Kazlas", "Kazlas", "warned"},
	}},
	{"adding", "Kazlas said the bridge was ready, adding that the ferry would stop.", []said{
		{"the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
		{"that the ferry would stop", reported, "Kazlas", "Kazlas", "adding"},
	}},
	{"but she", "Kazlas said the bridge was ready, but Petraitytė said it was not.", []said{
		{"the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
		{"it was not", reported, "Petraitytė", "Petraitytė", "said"},
	}},
	{"a fronted clause", "When Kazlas said that the bridge was ready, the town rejoiced.", []said{
		{"that the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"a year in front", "In 2019 Jonas Kazlas said that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Jonas Kazlas", "Jonas Kazlas", "said"},
	}},
	{"a date between in that month", "Jonas Kazlas said on 5 May 2019 that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Jonas Kazlas", "Jonas Kazlas", "said"},
	}},
	{"a month in front that is a verb too", "In May 2019 Jonas Kazlas urged the council to wait.", []said{
		{"the council to wait", reported, "Jonas Kazlas", "Jonas Kazlas", "urged"},
	}},
	{"said one hopes is one statement", "Kazlas said he hopes the bridge will open.", []said{
		{"he hopes the bridge will open", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"a promise", "Kazlas promised to open the bridge.", []said{
		{"to open the bridge", reported, "Kazlas", "Kazlas", "promised"},
	}},
	{"urging", "Kazlas urged the council to open the bridge.", []said{
		{"the council to open the bridge", reported, "Kazlas", "Kazlas", "urged"},
	}},
	{"accusing", "Kazlas accused the council of delay.", []said{
		{"the council of delay", reported, "Kazlas", "Kazlas", "accused"},
	}},
	{"calling for", "Kazlas is calling for a new bridge.", []said{
		{"a new bridge", reported, "Kazlas", "Kazlas", "is calling for"},
	}},
	{"pointing to", "Kazlas points to the cost of the ferry.", []said{
		{"the cost of the ferry", reported, "Kazlas", "Kazlas", "points to"},
	}},
	{"describing as", "Kazlas described the bridge as a gift.", []said{
		{"the bridge as a gift", reported, "Kazlas", "Kazlas", "described"},
	}},
	{"believing", "Kazlas believes that the bridge is ready.", []said{
		{"that the bridge is ready", reported, "Kazlas", "Kazlas", "believes"},
	}},
	{"confident", "Kazlas is confident that the bridge will open.", []said{
		{"that the bridge will open", reported, "Kazlas", "Kazlas", "is confident"},
	}},
	{"asking whether", "Kazlas asked whether the bridge was ready.", []said{
		{"whether the bridge was ready", reported, "Kazlas", "Kazlas", "asked"},
	}},
	{"going on to say", "Kazlas went on to say that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Kazlas", "Kazlas", "went on to say"},
	}},
	{"a clitic auxiliary", "He's said that the bridge is ready.", []said{
		{"that the bridge is ready", reported, "He", "", "'s said"},
	}},
	{"a bracket after the name", "Jonas Kazlas (Labour) said the bridge was ready.", []said{
		{"the bridge was ready", reported, "Jonas Kazlas (Labour)", "Jonas Kazlas", "said"},
	}},
	{"a day before the name", "On Tuesday Kazlas said the bridge was ready.", []said{
		{"the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"a day after the name", "Kazlas on Tuesday said the bridge was ready.", []said{
		{"the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"a fronted phrase without a comma", "At the rally Mr. Green said the bridge was ready.", []said{
		{"the bridge was ready", reported, "Mr. Green", "Green", "said"},
	}},
	{"the fullest name", "Jonas Kazlas and others met. Kazlas said the bridge was ready.", []said{
		{"the bridge was ready", reported, "Kazlas", "Jonas Kazlas", "said"},
	}},
	{"two speakers", "Jonas Kazlas and Ona Petraitytė said the bridge was ready.", []said{
		{"the bridge was ready", reported, "Jonas Kazlas and Ona Petraitytė", "Jonas Kazlas and Ona Petraitytė", "said"},
	}},
	{"restrictive who", "A driver who crossed the bridge said it was ready.", []said{
		{"it was ready", reported, "A driver who crossed the bridge", "A driver who crossed the bridge", "said"},
	}},
	{"wrapped lines", "Jonas Kazlas, who has been the minister of transport of the country\nfor the last three years, said that the bridge over the river was\nready.", []said{
		{"that the bridge over the river was\nready", reported, "Jonas Kazlas, who has been the minister of transport of the country\nfor the last three years", "Jonas Kazlas", "said"},
	}},
	{"quoting someone as saying", "The agency quoted Kazlas as saying that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Kazlas", "Kazlas", "saying"},
	}},
	{"quoted as saying", "Kazlas was quoted as saying the bridge was ready.", []said{
		{"the bridge was ready", reported, "Kazlas", "Kazlas", "was quoted as saying"},
	}},
}

// notSaid are sentences in which nobody is reported to have said anything, or
// not what follows the verb.
var notSaid = []example{
	{"scare quotes", "The ‘Mostas’ works and the so-called “gift” were shut.", nil},
	{"a title of a work", "She read “The Old Bridge” in the train.", nil},
	{"denied", "Kazlas did not say that the bridge was ready.", nil},
	{"might", "Kazlas may say that the bridge is ready.", nil},
	{"a condition", "If Kazlas says that the bridge is ready, they will come.", nil},
	{"a question", "Did Kazlas say that the bridge was ready?", nil},
	{"a noun", "The United States and the claims of the town were heard.", nil},
	{"told by others", "Kazlas was told that the bridge was ready.", nil},
	{"neither", "Neither Kazlas nor Petraitytė said that the bridge was ready.", nil},
	{"apostrophes", "The drivers' union and the '90s and rock 'n' roll.", nil},
	{"inches", "It is 5' 10\" tall and 3\" wide.", nil},
	{"nothing", "", nil},
}
