package quotes_test

import "testing"

// between are statements whose subject, verb and clause stand apart: an
// apposition, a bracket, a relative clause or a date is between them.
var between = []example{
	{"US is no pronoun", "The US special envoy, Jonas Kazlas, urged Riga to wait.", []said{
		{"Riga to wait", reported, "The US special envoy, Jonas Kazlas", "Jonas Kazlas", "urged"},
	}},
	{"an office without an article, calling on", "Jonas Kazlas, head of the guild, called on the town to pay.", []said{
		{"the town to pay", reported, "Jonas Kazlas, head of the guild", "Jonas Kazlas", "called on"},
	}},
	{"a bracket in the aside, and a time in front", "In May this year, Jonas Kazlas, head of the Ferry Guild (the oldest guild of the port) and future mayor, called on the town to wait.", []said{
		{"the town to wait", reported, "Jonas Kazlas, head of the Ferry Guild (the oldest guild of the port) and future mayor", "Jonas Kazlas", "called on"},
	}},
	{"a name in the aside", "The special envoy for the rivers, Jonas P. Kazlas, called on the town to meet.", []said{
		{"the town to meet", reported, "The special envoy for the rivers, Jonas P. Kazlas", "Jonas P. Kazlas", "called on"},
	}},
	{"one of several in front of a name", "In a note, one of the guild's lawyers, Jonas Kazlas, said the bridge was ready.", []said{
		{"the bridge was ready", reported, "one of the guild's lawyers, Jonas Kazlas", "Jonas Kazlas", "said"},
	}},
	{"one of several that begins a sentence", "One of the guild's lawyers, Jonas Kazlas, said the bridge was ready.", []said{
		{"the bridge was ready", reported, "One of the guild's lawyers, Jonas Kazlas", "Jonas Kazlas", "said"},
	}},
	{"some of them", "Some of the drivers said the bridge was ready.", []said{
		{"the bridge was ready", reported, "Some of the drivers", "Some of the drivers", "said"},
	}},
	{"a name in the aside, after a clause in dashes", "Prior to his visit in March — after which the lock was opened — the envoy, Jonas P. Kazlas, called on the town to meet.", []said{
		{"the town to meet", reported, "the envoy, Jonas P. Kazlas", "Jonas P. Kazlas", "called on"},
	}},
	{"calling a thing something", "Jonas Kazlas, head of the guild, called the bridge a gift.", []said{
		{"the bridge a gift", reported, "Jonas Kazlas, head of the guild", "Jonas Kazlas", "called"},
	}},
	{"a noun that ends as adverbs do", "Vilke's family has called on the town to pay.", []said{
		{"the town to pay", reported, "Vilke's family", "Vilke's family", "has called on"},
	}},
	{"the title of a work", "In his book, “How to Build a Bridge,” Kazlas walks along the river.", nil},
	{"a plural before a number", "The town has 35 claims that wait.", nil},
	{"false claims", "Everyone tired of false claims that the bridge was shut.", nil},
	{"a clause with a subordinate in front", "When Kazlas praised the bridge and called for a second, the town rejoiced.", []said{
		{"the bridge", reported, "Kazlas", "Kazlas", "praised"},
		{"a second", reported, "Kazlas", "Kazlas", "called for"},
	}},
	{"in his remarks", "In his remarks, Kazlas argued that the bridge was ready.", []said{
		{"that the bridge was ready", reported, "Kazlas", "Kazlas", "argued"},
	}},
	{"a relative clause after a noun", "Riga remarks that were heard in the town hurt the guild.", nil},
	{"called by a name", "A ferry called Zora stopped in the town.", nil},
	{"called by a name in an aside", "The ferry, called Zora, stopped in the town.", nil},
	{"called for a day", "A meeting called for Tuesday was put off.", nil},
	{"a time in front without a comma", "At the end of October Ona Petraitytė, the mayor of Nida (Nidden in the register), announced that the port would close.", []said{
		{"that the port would close", reported, "Ona Petraitytė, the mayor of Nida (Nidden in the register)", "Ona Petraitytė", "announced"},
	}},
	{"an aside right behind that", "Kazlas told LRT on 3 May 2025 that, as winter was near, the ferry would stop.", []said{
		{"that, as winter was near, the ferry would stop", reported, "Kazlas", "Kazlas", "told"},
	}},
	{"a relative clause before that", "Kazlas said on the day of the vote, which it calls only “today”, that it is for the guild to decide.", []said{
		{"that it is for the guild to decide", reported, "Kazlas", "Kazlas", "said"},
	}},
	{"what a relative clause calls a thing", "The bridge, which Kazlas called “a gift”, opened in May.", []said{
		{"“a gift”", direct, "Kazlas", "Kazlas", "called"},
	}},
	{"a thing that a noun goes with", "Surveys of that time suggested that the guild would lose.", []said{
		{"that the guild would lose", reported, "", "", "suggested"},
	}},
	{"as someone described it", "The position of the guild, as Kazlas described it in 2021, was that the bridge can wait.", nil},
	{"as someone called it", "Riga wants a new bridge or, as Kazlas called it, “a second gift”.", []said{
		{"“a second gift”", direct, "Kazlas", "Kazlas", "called it"},
	}},
}

// secondary are statements whose speaker or cue stands in a second place: in
// the sentence before, or behind a quotation of the same sentence.
var secondary = []example{
	{"according to him", "Jonas Kazlas came with the losses. According to him, those losses reach 5 million a year.", []said{
		{"those losses reach 5 million a year", reported, "him", "Jonas Kazlas", "According to"},
	}},
	{"according to them", "The towns met. According to them, the bridge is ready.", []said{
		{"the bridge is ready", reported, "them", "", "According to"},
	}},
	{"in the words of", "In the words of a former harbour master, “There is a growing fear that the bridge will fall.”", []said{
		{"“There is a growing fear that the bridge will fall.”", direct, "a former harbour master", "a former harbour master", "words of"},
	}},
	{"in the words of, between", "The bridge is, in the words of Jonas Kazlas, “a slow gift”.", []said{
		{"“a slow gift”", direct, "Jonas Kazlas", "Jonas Kazlas", "words of"},
	}},
	{"in the view of", "In the view of the guild, the bridge is ready.", []said{
		{"the bridge is ready", reported, "the guild", "the guild", "view of"},
	}},
	{"in the view of someone described", "In the view of Jonas Kazlas, head of the guild, the bridge is ready.", []said{
		{"the bridge is ready", reported, "Jonas Kazlas, head of the guild", "Jonas Kazlas", "view of"},
	}},
	{"as someone sees it", "The bridge, as Kazlas sees it, is a gift.", []said{
		{"The bridge / is a gift", reported, "Kazlas", "Kazlas", "sees it"},
	}},
	{"the name of a thing behind a report", "Jonas Kazlas said the bridge was old. He lives in “the house of the seven old winds” by the river.", []said{
		{"the bridge was old", reported, "Jonas Kazlas", "Jonas Kazlas", "said"},
	}},
	{"highlighting behind a quotation, and as he put it", "“The plan is plain,” Kazlas explained, highlighting that the first aim is to pay, or as he put it bluntly, “end the old rule of the river.”", []said{
		{"“The plan is plain,”", direct, "Kazlas", "Kazlas", "explained"},
		{"that the first aim is to pay, or as he put it bluntly, “end the old rule of the river.”", mixed, "Kazlas", "Kazlas", "highlighting"},
	}},
	{"as someone put it in a way", "Riga wants a new bridge or, as Kazlas put it bluntly, “a second gift”.", []said{
		{"“a second gift”", direct, "Kazlas", "Kazlas", "put it bluntly"},
	}},
	{"a quotation behind a report", "The ministry stressed that the town must meet conditions. It needs “to open all locks and pay for them.”", []said{
		{"that the town must meet conditions", reported, "The ministry", "The ministry", "stressed"},
		{"“to open all locks and pay for them.”", direct, "It", "The ministry", ""},
	}},
	{"a quotation behind a report, of someone else", "The ministry stressed that the town must pay. Kazlas keeps “a book of all the old debts of the town.”", []said{
		{"that the town must pay", reported, "The ministry", "The ministry", "stressed"},
	}},
	{"it after a body", "In May the Ferry Office wrote to the towns. It told them that the ban should be lifted.", []said{
		{"that the ban should be lifted", reported, "It", "the Ferry Office", "told"},
	}},
	{"it after a body with what it is of", "The Ministry of Transport went to the towns. It warned that the bridge was shut.", []said{
		{"that the bridge was shut", reported, "It", "The Ministry of Transport", "warned"},
	}},
	{"it after another thing", "The Ferry Office wrote to the towns. The letter was long. It told them that the ban should be lifted.", []said{
		{"that the ban should be lifted", reported, "It", "", "told"},
	}},
}

// charges are statements of verbs with a frame of their own.
var charges = []example{
	{"charging with", "Kazlas charged Riga with “a cold war” on the river.", []said{
		{"Riga with “a cold war” on the river", mixed, "Kazlas", "Kazlas", "charged"},
	}},
	{"charging a thing", "Kazlas charged the battery of the ferry.", nil},
	{"voicing a worry", "Kazlas voiced the worry that the bridge would fall.", []said{
		{"the worry that the bridge would fall", reported, "Kazlas", "Kazlas", "voiced"},
	}},
	{"speculating within the clause", "Perhaps, Kazlas speculated, they will seize it again.", []said{
		{"Perhaps / they will seize it again", reported, "Kazlas", "Kazlas", "speculated"},
	}},
	{"not excluding", "Kazlas did not exclude that the bridge would fall.", []said{
		{"did not exclude that the bridge would fall", reported, "Kazlas", "Kazlas", "did not exclude"},
	}},
	{"unveiling a thing", "Kazlas unveiled a new statue of the river.", nil},
	{"not excluding someone", "Kazlas did not exclude the town from the vote.", nil},
}

func TestBetween(t *testing.T) { runAll(t, between) }

func TestSecondary(t *testing.T) { runAll(t, secondary) }

func TestCharges(t *testing.T) { runAll(t, charges) }
