package quotes_test

import "testing"

// adjoined are reports with whom, when, where and how between the verb and its
// clause, or with a clause around them.
var adjoined = []example{
	{"on a date", "Kazlas said on 14 March 2023 that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"in a part of a month", "Kazlas said in early April 2023 that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"to a paper in a month", "Kazlas told Radio Nida in early April 2023 that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Kazlas", "Kazlas", "told"},
	}},
	{"when, and a month that is spoken of", "Kazlas told the radio on 3 May 2023 that June is near.", []said{
		{"that June is near", reported, "Kazlas", "Kazlas", "told"},
	}},
	{"to whom, where and when", "Kazlas told the committee at a hearing in Riga in April 2023 that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Kazlas", "Kazlas", "told"},
	}},
	{"when, and how in an aside", "Kazlas warned in June 2022, in a note to the council, that the ferry would stop.", []said{
		{"that the ferry would stop", reported, "Kazlas", "Kazlas", "warned"},
	}},
	{"insisting within what was said", "Kazlas insisted in June 2022 that it insists on opening the bridge first.", []said{
		{"that it insists on opening the bridge first", reported, "Kazlas", "Kazlas", "insisted"},
	}},
	{"a clause without that after a date", "Kazlas said on 14 March 2023 the bridge was ready.", []said{
		{"the bridge was ready", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"agreeing with someone", "Kazlas agreed with the council that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Kazlas", "Kazlas", "agreed"},
	}},
	{"writing a thing", "Kazlas wrote a book on the bridge.", nil},
	{"a source with what it is about", "According to the head of the harbour in Nida, the bridge is ready.", []said{
		{"the bridge is ready", reported, "the head of the harbour in Nida", "the head of the harbour in Nida", "According to"},
	}},
	{"a source without a comma", "According to the harbour master these barges belong to the town.", []said{
		{"these barges belong to the town", reported, "the harbour master", "the harbour master", "According to"},
	}},
	{"a source without a comma, a pronoun", "According to Kazlas they belong to the town.", []said{
		{"they belong to the town", reported, "Kazlas", "Kazlas", "According to"},
	}},
	{"as reported, and its own demand", "As the Nida Herald reported in 2021, Ona Petraitytė insists on a new ferry.", []said{
		{"Ona Petraitytė insists on a new ferry", reported, "the Nida Herald", "the Nida Herald", "reported"},
		{"a new ferry", reported, "Ona Petraitytė", "Ona Petraitytė", "insists on"},
	}},
	{"a refusal within what was said", "Kazlas said that the council ignored the town and refused to speak with it.", []said{
		{"that the council ignored the town and refused to speak with it", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"but he", "Kazlas sees no need for the bridge, pointing to the ferry, but he does not rule out a tunnel.", []said{
		{"sees no need for the bridge", reported, "Kazlas", "Kazlas", "sees"},
		{"the ferry", reported, "Kazlas", "Kazlas", "pointing to"},
		{"does not rule out a tunnel", reported, "he", "", "does not rule out"},
	}},
}

// stances are reports of what someone holds, hopes or judges.
var stances = []example{
	{"not ruling out", "Kazlas did not rule out a second bridge.", []said{
		{"did not rule out a second bridge", reported, "Kazlas", "Kazlas", "did not rule out"},
	}},
	{"ruling out", "Kazlas has ruled out a second bridge.", []said{
		{"has ruled out a second bridge", reported, "Kazlas", "Kazlas", "has ruled out"},
	}},
	{"not seeing", "Kazlas does not currently see suitable weather for the ferry.", []said{
		{"does not currently see suitable weather for the ferry", reported, "Kazlas", "Kazlas", "does not currently see"},
	}},
	{"sceptical", "Kazlas is sceptical about the ferry.", []said{
		{"the ferry", reported, "Kazlas", "Kazlas", "is sceptical about"},
	}},
	{"calling on", "Kazlas calls on the government to pay.", []said{
		{"the government to pay", reported, "Kazlas", "Kazlas", "calls on"},
	}},
	{"a plural before its place", "Officials in Riga hope that the bridge will open.", []said{
		{"that the bridge will open", reported, "Officials in Riga", "Officials in Riga", "hope"},
	}},
	{"warning after a time", "Kazlas closed the road in May 2021 warning that the ferry would stop.", []said{
		{"that the ferry would stop", reported, "Kazlas", "Kazlas", "warning"},
	}},
	{"naming as", "Kazlas names Riga, Nida and Palanga as likely ports.", []said{
		{"Riga, Nida and Palanga as likely ports", reported, "Kazlas", "Kazlas", "names"},
	}},
	{"accusing after another act", "Kazlas referred the contractor to the court, accusing it of fraud.", []said{
		{"it of fraud", reported, "Kazlas", "Kazlas", "accusing"},
	}},
	{"a present and then a saying", "Kazlas wants a tunnel and says that the ferry is slow.", []said{
		{"that the ferry is slow", reported, "Kazlas", "Kazlas", "says"},
	}},
	{"hoping to", "Kazlas hopes to open the bridge.", []said{
		{"to open the bridge", reported, "Kazlas", "Kazlas", "hopes"},
	}},
	{"seeing as", "Kazlas sees the bridge as a gift.", []said{
		{"the bridge as a gift", reported, "Kazlas", "Kazlas", "sees"},
	}},
	{"a comparison after what is judged", "Kazlas is critical of the ferry, as is Petraitytė.", []said{
		{"the ferry", reported, "Kazlas", "Kazlas", "is critical of"},
	}},
	{"the eyes", "Kazlas did not see the car.", nil},
	{"ruled out by nobody named", "A second bridge was ruled out.", nil},
	{"not sceptical", "Kazlas is not sceptical about the ferry.", nil},
}

// worded are quotations that an aside gives to someone.
var worded = []example{
	{"in his words, before", "The bridge is, in Kazlas's words, “a gift to the town”.", []said{
		{"“a gift to the town”", direct, "Kazlas's", "Kazlas", "words"},
	}},
	{"in his words, after", "The bridge is “a slow gift”, in Kazlas's words.", []said{
		{"“a slow gift”", direct, "Kazlas's", "Kazlas", "words"},
	}},
	{"as he put it, before", "Riga wants a new bridge or, as Kazlas put it, “a second gift”.", []said{
		{"“a second gift”", direct, "Kazlas", "Kazlas", "put it"},
	}},
	{"as he put it, after", "“The bridge is a gift,” as Kazlas put it.", []said{
		{"“The bridge is a gift,”", direct, "Kazlas", "Kazlas", "put it"},
	}},
	{"as he put it, between", "“The bridge is a gift,” as Kazlas put it, “and a joy to the town.”", []said{
		{"“The bridge is a gift,” / “and a joy to the town.”", direct, "Kazlas", "Kazlas", "put it"},
	}},
	{"as he put it, no marks", "The bridge, as Kazlas put it, is a gift.", []said{
		{"The bridge / is a gift", reported, "Kazlas", "Kazlas", "put it"},
	}},
	{"as he put it, within what he said", "Kazlas said the bridge was late, or as he put it, “a slow gift”.", []said{
		{"the bridge was late, or as he put it, “a slow gift”", mixed, "Kazlas", "Kazlas", "said"},
	}},
}

// unspoken are sentences whose subject can be no speaker.
var unspoken = []example{
	{"none", "No council claims that the bridge is ready.", nil},
	{"a number of firms", "320 firms in Latvia report losses on the bridge.", nil},
	{"both", "Both claim that the bridge is ready.", []said{
		{"that the bridge is ready", reported, "", "", "claim"},
	}},
	{"the text itself", "This note says that the bridge is ready.", []said{
		{"that the bridge is ready", reported, "", "", "says"},
	}},
	{"polls", "The latest polls show that voters want the bridge.", []said{
		{"that voters want the bridge", reported, "", "", "show"},
	}},
	{"a heading", "The op-ed's title says that the bridge is ready.", []said{
		{"that the bridge is ready", reported, "", "", "says"},
	}},
}

// authors are "the author" with and without someone who is said to have written.
var authors = []example{
	{"of nothing named", "Jonas Kazlas came. The author says that the bridge is ready.", []said{
		{"that the bridge is ready", reported, "The author", "The author", "says"},
	}},
	{"who published", "In May Jonas Kazlas published an op-ed on the bridge. The author says that the bridge is ready.", []said{
		{"that the bridge is ready", reported, "The author", "Jonas Kazlas", "says"},
	}},
	{"of the op-ed", "Jonas Kazlas has written an op-ed on the bridge. The op-ed's author says that the bridge is ready.", []said{
		{"that the bridge is ready", reported, "The op-ed's author", "Jonas Kazlas", "says"},
	}},
	{"after another work", "Jonas Kazlas published an essay. The Herald published an article. The author says that the bridge is ready.", []said{
		{"that the bridge is ready", reported, "The author", "The author", "says"},
	}},
	{"a description keeps its words", "Latvia's top diplomat said that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Latvia's top diplomat", "Latvia's top diplomat", "said"},
	}},
}

func TestAdjoined(t *testing.T) { runAll(t, adjoined) }

func TestStances(t *testing.T) { runAll(t, stances) }

func TestWorded(t *testing.T) { runAll(t, worded) }

func TestUnspoken(t *testing.T) { runAll(t, unspoken) }

func TestAuthors(t *testing.T) { runAll(t, authors) }

func runAll(t *testing.T, examples []example) {
	for _, e := range examples {
		e.run(t)
	}
}
