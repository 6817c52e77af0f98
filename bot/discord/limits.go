package discord

import "time"

// What Discord allows. Texts are counted in UTF-16 units, which are never
// fewer than the characters Discord counts.
const (
	// A message of components: text over all of them, and how many.
	// https://discord.com/developers/docs/components/reference#component-reference
	maxMessageText       = 4000
	maxMessageComponents = 40

	// https://discord.com/developers/docs/components/reference#button
	maxCustomID = 100
	// https://discord.com/developers/docs/components/reference#string-select
	maxMenuOptions = 25
	maxMenuText    = 100 // label, value and description of an option
	maxPlaceholder = 150
	// https://discord.com/developers/docs/components/reference#text-input
	maxField = 100 // our choice; Discord takes 4,000

	// Files of a message; all of them together stay below what one may have.
	// https://discord.com/developers/docs/reference#uploading-files
	maxFiles     = 10
	maxFileBytes = 10 << 20
	// https://discord.com/developers/docs/components/reference#media-gallery
	maxAltText = 1024

	// https://discord.com/developers/docs/resources/channel#start-thread-from-message
	maxThreadName = 100

	// https://discord.com/developers/docs/interactions/application-commands#autocomplete
	maxChoiceText = 100
)

// answerWithin is how long a handler may take. Discord forgets an interaction
// that has no answer after 3 seconds, and the answer has to travel.
// https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction
const (
	answerWithin = 2300 * time.Millisecond
	sendWithin   = 2900 * time.Millisecond // from the arrival of the interaction
)

// How much of a message each part may take at most: our choice, such that the
// words of three passages keep room beside the longest names and titles.
const (
	textOfReading = 300
	textOfNote    = 160
	textOfHead    = 300
	textOfSource  = 420
	textOfAlso    = 200
	textOfName    = 80
	textOfTitle   = 140
	textOfSummary = 500
	textOfLine    = 220
	maxLink       = 260
	maxReason     = 200 // Discord's, for a refusal
	textOfReason  = 300 // in a notice
)
