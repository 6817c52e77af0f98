package quotes

import (
	"slices"
	"strings"
)

// frames is the set of ways in which a verb brings in what was said.
type frames uint16

const (
	quotes  frames = 1 << iota // with words in quotation marks, before or after
	clause                     // with a clause, "that" or none: said (that) …
	listens                    // with the person spoken to before the clause: told her (that) …
	thinks                     // with a clause, as the content of a mind: believes that …
	intends                    // with an infinitive: promised to …
	urges                      // with a person and an infinitive: urged him to …
	judges                     // with whom or what is judged: criticised the plan
	depicts                    // with whom, and as what: described it as …
	calls                      // with a preposition: called for …, warned against …
	asks                       // with a question: asked whether …
	inverts                    // stands before its subject: "…," said X
)

// form is how a verb is inflected.
type form uint8

const (
	base form = 1 << iota
	third
	past
	participle
	gerund
)

// verb is a word read as a form of a verb of saying; the zero verb is none.
type verb struct {
	frames frames
	form   form
	noun   bool // reads as a noun after a determiner: claims, reports, a promise
}

const says = quotes | clause | inverts

// sayings are verbs by the frames that they take, after the classes of VerbNet
// 3 (Levin 1993): say-37.7, tell-37.2, inquire-37.1.2, manner_speaking-37.3,
// talk-37.5, complain-37.8, advise-37.9, promise-37.13, conjecture-29.5,
// consider-29.9, characterize-29.2, judgment-33.1, urge-58.1, order-60.1,
// admit-64.3, wish-62; and FrameNet's Statement, Telling, Request,
// Commitment, Judgment_communication and Opinion.
var sayings = []struct {
	frames frames
	verbs  string
}{
	{says, `say state announce declare add note explain argue claim assert maintain stress emphasize emphasise underline
		underscore observe remark remember comment report reveal disclose confirm affirm reaffirm reiterate repeat recall
		acknowledge concede admit allege contend insist reply respond answer retort counter write tweet suggest
		mention point specify clarify testify quip joke declaim proclaim profess aver avow opine muse recount relate
		elaborate conclude boast brag gripe grumble complain lament protest caution predict assess
		posit post summarize summarise submit estimate reckon deny`},
	{quotes | inverts, `continue ask shout cry exclaim whisper mutter murmur yell scream chant recite intone laugh sigh
		joke interject agree ask wonder inquire enquire query demand call promise vow pledge warn think
		read`},
	{clause | listens | quotes, `tell`},
	{clause | listens | quotes | inverts, `inform assure remind notify warn advise promise caution`},
	{listens | clause, `convince persuade reassure brief`},
	{clause | quotes | asks | inverts, `ask wonder inquire enquire query question`},
	{thinks, `think believe expect hope feel fear worry suspect doubt assume presume guess imagine understand
		know consider realize realise recognize recognise conclude judge agree disagree accept anticipate foresee
		hold forecast surmise speculate figure decide rule determine find learn suppose`},
	{clause, `show indicate demonstrate imply signal propose recommend hint guarantee swear promise vow pledge
		threaten urge demand warn describe illustrate prove rule find vouch
		highlight charge`},
	{intends, `promise vow pledge threaten offer agree refuse decline undertake swear propose hope`},
	{urges, `urge ask tell order command instruct direct advise warn encourage beg implore beseech exhort request
		remind challenge charge`},
	{judges, `criticize criticise condemn denounce blame accuse praise commend applaud hail laud blast slam attack rebuke
		chide berate deride ridicule mock decry deplore lambast lambaste castigate chastise reprimand scold
		fault thank congratulate welcome reject dismiss propose dispute challenge advocate reproach slander
		vilify excoriate censure salute extol bemoan lament deny announce outline mention
		recommend suggest acknowledge predict highlight emphasize emphasise stress underline
		underscore explain reiterate confirm reaffirm express`},
	{depicts, `describe depict portray characterize characterise call label brand dub deem denounce hail dismiss
		liken view regard see name identify perceive charge voice`},
	{calls, `call point warn argue speak complain push appeal object testify
		insist agree disagree plead boast brag inveigh rail apologize apologise comment elaborate
		reflect protest`},
}

// complements are the prepositions with which a verb of class calls brings in
// what was said; without one it is no statement.
var complements = map[string]string{
	"call": "for on", "point": "to", "warn": "of against about", "argue": "for against", "speak": "about of against for", "complain": "about of", "push": "for", "appeal": "for to",
	"object": "to", "testify": "about", "insist": "on", "agree": "with to on", "disagree": "with",
	"plead": "for", "boast": "of about", "brag": "about", "inveigh": "against",
	"rail": "against", "apologize": "for", "apologise": "for", "comment": "on", "elaborate": "on", "reflect": "on",
	"protest": "against",
}

// linkOf is the word by which a verb of class depicts joins what it says of its
// object.
func linkOf(stem string) string {
	switch stem {
	case "charge":
		return "with"
	case "voice":
		return "that" // voiced the fear that
	}
	return "as"
}

// alsoNouns are verbs of which a form is a noun as often as not.
const alsoNouns = `state note claim report remark comment reply answer tweet mention point post boast cry estimate
	promise vow pledge warn hope fear doubt guess plan offer demand request attack praise fault support question
	challenge dispute honor honour respect regret love call label brand view cast talk press appeal object campaign order
	command direct press place judge rule blame thank welcome back favor favour stress show hint signal forecast
	figure complaint aim protest detail address voice raise need wish want long paint treat care laugh sigh start whisper
	shout scream chant question query counter caution challenge pan salute insult slander mock hold find name charge`

// irregular are the past and participle of strong verbs.
var irregular = map[string][2]string{
	"say": {"said", "said"}, "tell": {"told", "told"}, "write": {"wrote", "written"}, "think": {"thought", "thought"},
	"feel": {"felt", "felt"}, "know": {"knew", "known"}, "understand": {"understood", "understood"}, "find": {"found", "found"},
	"hold": {"held", "held"}, "see": {"saw", "seen"}, "speak": {"spoke", "spoken"}, "swear": {"swore", "sworn"},
	"foresee": {"foresaw", "foreseen"}, "begin": {"began", "begun"}, "cast": {"cast", "cast"}, "read": {"read", "read"},
	"seek": {"sought", "sought"}, "go": {"went", "gone"}, "rebut": {"rebutted", "rebutted"}, "undertake": {"undertook", "undertaken"},
	"learn": {"learned", "learned"}, "show": {"showed", "shown"}, "forecast": {"forecast", "forecast"}, "beseech": {"besought", "besought"},
}

// doubling verbs repeat their last letter before -ed and -ing.
const doubling = `admit submit commit beg rebut refer dub brag plan pan label quip chat permit opt`

// verbs has every form of every verb of sayings; stems leads from a form to the
// plain form.
var verbs, stems = inflect()

func inflect() (map[string]verb, map[string]string) {
	forms, stems := map[string]verb{}, map[string]string{}
	nouns, doubles := strings.Fields(alsoNouns), strings.Fields(doubling)
	for _, row := range sayings {
		for _, v := range strings.Fields(row.verbs) {
			noun := slices.Contains(nouns, v)
			add := func(word string, f form) {
				x := forms[word]
				x.frames |= row.frames
				x.form |= f
				x.noun = x.noun || noun && f&(base|third) != 0
				forms[word], stems[word] = x, v
			}
			double := slices.Contains(doubles, v)
			add(v, base)
			add(thirdPerson(v), third)
			if p, ok := irregular[v]; ok {
				add(p[0], past)
				add(p[1], participle)
			} else {
				add(suffixed(v, "ed", double), past|participle)
			}
			add(suffixed(v, "ing", double), gerund)
		}
	}
	return forms, stems
}

func thirdPerson(v string) string {
	switch {
	case v == "go":
		return "goes"
	case strings.HasSuffix(v, "y") && !vowel(v[len(v)-2]):
		return v[:len(v)-1] + "ies"
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "x"):
		return v + "es"
	}
	return v + "s"
}

func suffixed(v, suffix string, double bool) string {
	last := v[len(v)-1]
	switch {
	case double:
		return v + string(last) + suffix
	case last == 'e' && (suffix == "ed" || !strings.HasSuffix(v, "ee")):
		return v[:len(v)-1] + suffix
	case last == 'y' && suffix == "ed" && !vowel(v[len(v)-2]):
		return v[:len(v)-1] + "ied"
	}
	return v + suffix
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
