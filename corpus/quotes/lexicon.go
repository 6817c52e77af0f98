package quotes

import "strings"

// class is a set of the closed classes of English words that a word belongs
// to. Words of none are taken for nouns, adjectives, names or verbs by their
// place.
type class uint32

const (
	det       class = 1 << iota // the, a, this, some, two
	poss                        // his, their, and the clitic 's
	subj                        // he, she, they, who
	obj                         // him, her, them
	prep                        // of, in, with
	coord                       // and, but
	subord                      // that, if, because, while
	wh                          // who, what, how
	be                          // is, was, been
	have                        // has, had
	do                          // do, did
	modal                       // will, could
	neg                         // not, n't, never
	adv                         // also, later, -ly
	when                        // Monday, October, week, today
	title                       // Mr, Sen, President
	verbal                      // past forms of strong verbs and other common finite forms
	office                      // minister, senator: nouns that stand for a person
	body                        // ministry, party, times: words of the names of bodies
	governs                     // continued, went, declined: govern "to say"
	personal                    // he, she and their forms
	utterance                   // claim, promise: nouns for what was said
	minded                      // confident, worried: "is confident that"
	observed                    // show, find, feel: acts and states unless "that" follows
	abbrev                      // ends in a full stop that ends no sentence
	aux       = be | have | do | modal
	closed    = det | poss | subj | obj | prep | coord | subord | wh | aux | neg | verbal
)

// lexicon holds the closed classes, and those open ones that the rules name, with
// all their members here; a word may belong to several.
var lexicon = lexiconOf(map[class]string{
	det: `the a an this these those some any each every no both all many several few most another other such one two
		three four five six seven eight nine ten more less either neither`,
	poss: `my your his her its our their 's whose`,
	subj: `i you he she it we they who someone somebody everyone everybody nobody anyone others which both some many
		several few most neither`,
	obj:      `me him her us them himself herself themselves itself myself yourself`,
	personal: `he she him her his`,
	prep: `of in on at by for with from to into onto about after before during against under over between among through
		across toward towards upon within without near since until amid despite per like as than behind beyond via
		around along alongside regarding concerning including following throughout except besides off out inside
		outside up down`,
	coord: `and or but nor yet &`,
	subord: `that if whether because although though while when where since unless until before after lest whereas so once
		as`,
	wh:    `who what which how why where when whether whose whom`,
	be:    `be is are was were been being am 're 'm ain't`,
	have:  `have has had having 've`,
	do:    `do does did`,
	modal: `will would can could may might must shall should 'd 'll cannot can't ought`,
	neg:   `not n't never neither nor hardly cannot can't`,
	adv: `also then later again even still often once twice ever just only further instead too already now long soon ago
		away back here there thus therefore however meanwhile nevertheless nonetheless moreover furthermore perhaps
		maybe almost always sometimes somewhat rather quite very much first finally together indeed otherwise
		afterwards earlier previously publicly flatly`,
	when: `monday tuesday wednesday thursday friday saturday sunday january february march april june july august
		september october november december today yesterday tomorrow tonight week weeks month months year years day
		days night morning afternoon evening weekend sept oct nov dec jan feb aug`,
	title: `mr mrs ms dr sen rep gov gen col lt sgt capt prof rev hon president minister senator governor secretary
		chairman chairwoman chancellor king queen prince princess pope sir lord lady justice judge mayor congressman
		congresswoman representative ambassador general colonel professor commissioner speaker director chief
		spokesman spokeswoman spokesperson leader candidate nominee premier pm mp mep`,
	office: `minister president senator governor secretary chairman chairwoman chairperson chair chancellor king queen pope
		prince judge mayor congressman congresswoman representative ambassador general colonel professor commissioner
		speaker director chief leader candidate nominee premier politician diplomat official spokesman spokeswoman
		spokesperson lawmaker deputy adviser advisor analyst expert author writer journalist reporter economist
		historian scholar scientist activist attorney lawyer prosecutor officer businessman businesswoman billionaire
		head envoy mp mep republican democrat conservative liberal man woman`,
	body: `ministry party parliament government council committee commission university college institute times post
		journal news agency department office court union association federation foundation company corporation bank
		group center centre house senate congress bureau police army army academy daily monitor tribune herald radio
		television tv network service board authority administration campaign coalition movement organization
		organisation league club inc ltd corp llc plc states kingdom republic nations seimas duma white`,
	governs: `went continues continued continue going began begins begin declined declines decline refused refuses refuse
		wanted wants want tried tries try used seemed seems seem appeared appears appear started starts start
		proceeded proceeds had has have like likes liked wished hastened rushed`,
	abbrev: `mr mrs ms dr sen sens rep reps gov gen col lt sgt capt cmdr adm maj prof rev hon st jr sr inc ltd corp co no
		vs jan feb mar apr jun jul aug sep sept oct nov dec del messrs mt ft fig vol approx dept univ calif ariz mass
		wis pa va fla`,
	observed: `show shows showed shown showing indicate indicates indicated demonstrate demonstrates demonstrated find finds
		found learn learned prove proves proved rule rules ruled determine determined decide decided imply implies
		implied illustrate illustrates illustrated figure figured hold holds held realize realized feel feels felt
		maintain maintains maintained signal signals signaled signalled hint hints hinted post posts posted assess
		assesses assessed counter counters countered submit submits submitted deny denies denied`,
	utterance: `claim statement assertion argument belief view opinion promise warning accusation allegation contention
		suggestion announcement prediction hope fear concern insistence complaint words admission denial conclusion
		remark comment answer response reply message verdict charge declaration reminder claims statements assertions
		arguments promises warnings accusations allegations suggestions predictions hopes fears concerns complaints
		remarks comments charges`,
	minded: `confident hopeful optimistic convinced sure certain adamant concerned worried afraid skeptical sceptical
		doubtful wary critical`,
	verbal: `came went took made gave got put saw ran met left kept held led lost won spoke stood sat rose fell broke
		brought bought built caught chose cut did drew drove fought flew grew hit knew laid lay let paid sent set shot
		sold spent struck swore taught threw wore drew seems seemed appears appeared comes goes takes makes gives gets
		became becomes began begun remains remained looks looked happened happens`,
})

func lexiconOf(lists map[class]string) map[string]class {
	out := map[string]class{}
	for c, words := range lists {
		for _, w := range strings.Fields(words) {
			out[w] |= c
		}
	}
	return out
}

// nounsInLy are nouns that end as adverbs do.
const nounsInLy = `family assembly supply monopoly anomaly rally bully belly melancholy butterfly`

// lookUp gives the classes of a word and what it is as a verb of saying.
func lookUp(word string, sh shape) (class, verb) {
	w := vocabulary[word]
	if sh == digits {
		return w.class | det, verb{}
	}
	if w.class == 0 && w.verb.frames == 0 && sh == lower && len(word) > 4 && strings.HasSuffix(word, "ly") && !hasWord(nounsInLy, word) {
		w.class = adv
	}
	return w.class, w.verb
}

// entry is what a word is.
type entry struct {
	class class
	verb  verb
}

// vocabulary joins the two lists, so that a word is looked up once.
var vocabulary = func() map[string]entry {
	out := make(map[string]entry, len(lexicon)+len(verbs))
	for word, c := range lexicon {
		out[word] = entry{class: c}
	}
	for word, v := range verbs {
		out[word] = entry{out[word].class, v}
	}
	return out
}()
