package quotes_test

import "testing"

// directSpeech are quotations in every style of mark and place of the speaker.
var directSpeech = []example{
	{"speaker after", "“The bridge will open in May,” Ona Petraitytė said.", []said{
		{"“The bridge will open in May,”", direct, "Ona Petraitytė", "Ona Petraitytė", "said"},
	}},
	{"speaker before", "Ona Petraitytė said: “The bridge will open in May.”", []said{
		{"“The bridge will open in May.”", direct, "Ona Petraitytė", "Ona Petraitytė", "said"},
	}},
	{"verb before the speaker", "“The bridge will open in May,” said Ona Petraitytė.", []said{
		{"“The bridge will open in May,”", direct, "Ona Petraitytė", "Ona Petraitytė", "said"},
	}},
	{"interrupted", "“The bridge,” Petraitytė said, “will open in May.”", []said{
		{"“The bridge,” / “will open in May.”", direct, "Petraitytė", "Petraitytė", "said"},
	}},
	{"going on in the next sentence", "“The bridge is ready,” Petraitytė said. “It will open in May.”", []said{
		{"“The bridge is ready,” / “It will open in May.”", direct, "Petraitytė", "Petraitytė", "said"},
	}},
	{"with a description", "“The bridge is ready,” said Jonas Kazlas, a professor at the technical university.", []said{
		{"“The bridge is ready,”", direct, "Jonas Kazlas, a professor at the technical university", "Jonas Kazlas", "said"},
	}},
	{"with a relative clause", "“The bridge is ready,” said Jonas Kazlas, who built it.", []said{
		{"“The bridge is ready,”", direct, "Jonas Kazlas, who built it", "Jonas Kazlas", "said"},
	}},
	{"a title before the name", "“The bridge is ready,” Lithuanian Transport Minister Jonas Kazlas told reporters on Friday.", []said{
		{"“The bridge is ready,”", direct, "Lithuanian Transport Minister Jonas Kazlas", "Jonas Kazlas", "told"},
	}},
	{"an aside between subject and verb", "Jonas Kazlas, the transport minister, told the radio: “The bridge is ready.”", []said{
		{"“The bridge is ready.”", direct, "Jonas Kazlas, the transport minister", "Jonas Kazlas", "told"},
	}},
	{"a question", "“When will the bridge open?” Kazlas asked.", []said{
		{"“When will the bridge open?”", direct, "Kazlas", "Kazlas", "asked"},
	}},
	{"straight marks", "\"The bridge is ready,\" Kazlas said.", []said{
		{"\"The bridge is ready,\"", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"single marks and apostrophes", "'The men's work isn't done,' Kazlas said.", []said{
		{"'The men's work isn't done,'", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"British single marks, the comma outside", "‘The drivers’ work isn’t done’, Kazlas said.", []said{
		{"‘The drivers’ work isn’t done’", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"two apostrophes", "''The bridge is ready,'' Kazlas said.", []said{
		{"''The bridge is ready,''", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"German and Lithuanian marks", "Kazlas said: „The bridge is ready.“", []said{
		{"„The bridge is ready.“", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"Polish marks", "Kazlas said: „The bridge is ready.”", []said{
		{"„The bridge is ready.”", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"pointed marks", "Kazlas said: «The bridge is ready.»", []said{
		{"«The bridge is ready.»", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"pointed marks set apart", "Kazlas said: « The bridge is ready. »", []said{
		{"« The bridge is ready. »", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"pointed marks turned round", "Kazlas said: »The bridge is ready.«", []said{
		{"»The bridge is ready.«", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"low single marks", "Kazlas said: ‚The bridge is ready.‘", []said{
		{"‚The bridge is ready.‘", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"nested marks are one quotation", "“He told me ‘never again’ and left,” Kazlas said.", []said{
		{"“He told me ‘never again’ and left,”", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"over paragraphs", "Kazlas said: “The bridge is ready.\n\n“It will open in May.”", []said{
		{"“The bridge is ready.\n\n“It will open in May.”", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"a colon before a paragraph, and its neighbour", "Kazlas explained:\n\n“The bridge is ready for traffic.”\n\n“It will open in May.”", []said{
		{"“The bridge is ready for traffic.” / “It will open in May.”", direct, "Kazlas", "Kazlas", "explained"},
	}},
	{"after a report in the paragraph", "Kazlas said the bridge was ready. “It will open in May.”", []said{
		{"the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
		{"“It will open in May.”", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"after a sentence on the same person", "“The bridge is ready,” Jonas Kazlas said. He did not name a day. “It will open in May.”", []said{
		{"“The bridge is ready,”", direct, "Jonas Kazlas", "Jonas Kazlas", "said"},
		{"“It will open in May.”", direct, "Jonas Kazlas", "Jonas Kazlas", "said"},
	}},
	{"a verb that only the grammar makes one of saying", "“The bridge is ready,” Kazlas thundered.", []said{
		{"“The bridge is ready,”", direct, "Kazlas", "Kazlas", ""},
	}},
	{"the same, turned round", "“The bridge is ready,” thundered Kazlas.", []said{
		{"“The bridge is ready,”", direct, "Kazlas", "Kazlas", ""},
	}},
	{"signed with a dash", "“The bridge is ready and will open.” — Jonas Kazlas", []said{
		{"“The bridge is ready and will open.”", direct, "Jonas Kazlas", "Jonas Kazlas", ""},
	}},
	{"signed in a paragraph of its own", "“The bridge is ready and it will open in the month of May.”\n\n— Jonas Kazlas, Vilnius", []said{
		{"“The bridge is ready and it will open in the month of May.”", direct, "Jonas Kazlas", "Jonas Kazlas", ""},
	}},
	{"nobody to give it to", "“The bridge is ready and it will open in the month of May.”", []said{
		{"“The bridge is ready and it will open in the month of May.”", direct, "", "", ""},
	}},
	{"a pronoun", "Jonas Kazlas came to Kaunas. “The bridge is ready,” he said.", []said{
		{"“The bridge is ready,”", direct, "he", "Jonas Kazlas", "said"},
	}},
	{"pronouns by gender", "Jonas Kazlas met Ona Petraitytė. “It is ready,” he said. “It is not,” she replied.", []said{
		{"“It is ready,”", direct, "he", "Jonas Kazlas", "said"},
		{"“It is not,”", direct, "she", "", "replied"},
	}},
	{"titles tell the gender", "Mrs. Brown said no. Mr. Green said yes. “It is ready,” she added.", []said{
		{"no", reported, "Mrs. Brown", "Brown", "said"},
		{"yes", reported, "Mr. Green", "Green", "said"},
		{"“It is ready,”", direct, "she", "Brown", "added"},
	}},
	{"an office", "Transport Minister Jonas Kazlas came to Kaunas. “The bridge is ready,” the minister said.", []said{
		{"“The bridge is ready,”", direct, "the minister", "Jonas Kazlas", "said"},
	}},
	{"an office that an aside gave", "Jonas Kazlas, the mayor, said the bridge was ready. “It opens in May,” the mayor added.", []said{
		{"the bridge was ready", reported, "Jonas Kazlas, the mayor", "Jonas Kazlas", "said"},
		{"“It opens in May,”", direct, "the mayor", "Jonas Kazlas", "added"},
	}},
	{"initials", "“The bridge is ready,” J. A. Kazlas said.", []said{
		{"“The bridge is ready,”", direct, "J. A. Kazlas", "J. A. Kazlas", "said"},
	}},
	{"a transcript", "KAZLAS: The bridge is ready. It opens in May.\n\nHOST: And then?", []said{
		{"The bridge is ready. It opens in May.", reported, "KAZLAS", "KAZLAS", ""},
		{"And then?", reported, "HOST", "HOST", ""},
	}},
	{"a transcript in marks", "“KAZLAS: The bridge is ready.\n\n“HOST: And then?”", []said{
		{"The bridge is ready.", direct, "KAZLAS", "KAZLAS", ""},
		{"And then?", direct, "HOST", "HOST", ""},
	}},
	{"a headline", "Kazlas: The bridge is ready\n\nJonas Kazlas spoke on Friday.", []said{
		{"The bridge is ready", reported, "Kazlas", "Jonas Kazlas", ""},
	}},
}

// moreDirect are the harder places of a speaker.
var moreDirect = []example{
	{"a colon after another verb", "Jonas Kazlas scolded the builders: “You are far too late.”", []said{
		{"the builders", reported, "Jonas Kazlas", "Jonas Kazlas", "scolded"},
		{"“You are far too late.”", direct, "Jonas Kazlas", "Jonas Kazlas", ""},
	}},
	{"a colon after no cue", "Jonas Kazlas came to his point: “The bridge is ready.”", []said{
		{"“The bridge is ready.”", direct, "Jonas Kazlas", "Jonas Kazlas", ""},
	}},
	{"after what someone did", "Jonas Kazlas opened the bridge on Friday. “It was a long wait for us.”", []said{
		{"“It was a long wait for us.”", direct, "Jonas Kazlas", "Jonas Kazlas", ""},
	}},
	{"a paragraph after what someone did", "Jonas Kazlas took the stage and made an announcement:\n\n“The bridge is ready.”", []said{
		{"“The bridge is ready.”", direct, "Jonas Kazlas", "Jonas Kazlas", ""},
	}},
	{"a participle", "Jonas Kazlas opened the bridge, saying, “It was a long wait.”", []said{
		{"“It was a long wait.”", direct, "Jonas Kazlas", "Jonas Kazlas", "saying"},
	}},
	{"joined by and", "Jonas Kazlas opened the bridge and said, “It was a long wait.”", []said{
		{"“It was a long wait.”", direct, "Jonas Kazlas", "Jonas Kazlas", "said"},
	}},
	{"the pronoun of its own clause", "When my friend mentioned the bridge, I laughed and said, “It will never open.”", []said{
		{"the bridge", reported, "my friend", "my friend", "mentioned"},
		{"“It will never open.”", direct, "I", "", "said"},
	}},
	{"after an adverbial", "On the new bridge, “it is windy today,” Kazlas said.", []said{
		{"On the new bridge, “it is windy today,”", mixed, "Kazlas", "Kazlas", "said"},
	}},
	{"a title of a work before the clause", "In his book “The Old Bridge of Kaunas,” Kazlas suggested that ferries were better.", []said{
		{"that ferries were better", reported, "Kazlas", "Kazlas", "suggested"},
	}},
	{"turned round with a long description", "“It is ready,” said the spokesman for the ministry (Transport), a former driver, on Friday.", []said{
		{"“It is ready,”", direct, "the spokesman for the ministry (Transport), a former driver", "the spokesman for the ministry (Transport), a former driver", "said"},
	}},
	{"a description with who", "“It is ready,” said a driver who crossed the bridge.", []said{
		{"“It is ready,”", direct, "a driver who crossed the bridge", "a driver who crossed the bridge", "said"},
	}},
	{"an editorial of a day", "“It is ready,” read a Friday editorial.", []said{
		{"“It is ready,”", direct, "a Friday editorial", "a Friday editorial", "read"},
	}},
	{"the same speaker, twice in one sentence", "“It is ready,” Kazlas said, but “we need one more day.”", []said{
		{"“It is ready,” / “we need one more day.”", direct, "Kazlas", "Kazlas", "said"},
	}},
	{"a mark without its partner", "“It is ready, Kazlas said. Nobody came.\n\n“We waited,” Green said.", []said{
		{"It is ready", reported, "Kazlas", "Kazlas", "said"},
		{"“We waited,”", direct, "Green", "Green", "said"},
	}},
	{"quotations behind a stray mark", "\"The old man rose. “Here it is,” he said and left.", []said{
		{"“Here it is,”", direct, "he", "", "said"},
	}},
	{"a sentence on another person gives it to them", "“It is ready,” Jonas Kazlas said. Ona Petraitytė left the room. “Nobody has asked us about it.”", []said{
		{"“It is ready,”", direct, "Jonas Kazlas", "Jonas Kazlas", "said"},
		{"“Nobody has asked us about it.”", direct, "Ona Petraitytė", "Ona Petraitytė", ""},
	}},
	{"a headline with marks", "Kazlas: ‘The Bridge Is Ready’\n\nJonas Kazlas spoke on Friday.", []said{
		{"‘The Bridge Is Ready’", reported, "Kazlas", "Jonas Kazlas", ""},
	}},
}

func TestHarderDirectSpeech(t *testing.T) {
	for _, e := range moreDirect {
		e.run(t)
	}
}
