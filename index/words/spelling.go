package words

import "strings"

// american turns the British endings into the American ones. Where that makes
// a word that is none, it does so wherever the word stands.
func american(w string) string {
	for _, e := range britishEndings {
		root, ok := strings.CutSuffix(w, e.british)
		if ok && len(root) >= e.least && !(e.american[0] == 'i' && alwaysIse[root]) {
			return root + e.american
		}
	}
	return w
}

// britishEndings with the American ones, and the shortest root they have: "our"
// is none in "tours", nor "tre" in "tree".
var britishEndings = []struct {
	british, american string
	least             int
}{
	{"isation", "ization", 3}, {"isations", "izations", 3}, {"isational", "izational", 3},
	{"ise", "ize", 3}, {"ised", "ized", 3}, {"iser", "izer", 3}, {"isers", "izers", 3}, {"ises", "izes", 3}, {"ising", "izing", 3},
	{"yse", "yze", 3}, {"ysed", "yzed", 3}, {"yser", "yzer", 3}, {"ysing", "yzing", 3},
	{"our", "or", 3}, {"ours", "ors", 3}, {"oured", "ored", 3}, {"ourer", "orer", 3}, {"ourers", "orers", 3}, {"ouring", "oring", 3},
	{"oural", "oral", 3}, {"ourable", "orable", 3}, {"ourably", "orably", 3}, {"ourite", "orite", 3}, {"ourites", "orites", 3},
	{"ourhood", "orhood", 3}, {"ourhoods", "orhoods", 3}, {"ourly", "orly", 3}, {"ourless", "orless", 3},
	{"tre", "ter", 2}, {"tres", "ters", 2}, {"tred", "tered", 3},
	{"ogue", "og", 3}, {"ogues", "ogs", 3},
}

// alwaysIse are the roots that have -ise on both sides of the Atlantic.
var alwaysIse = setOf(`
	adv advert appra bru chast circumc comprom compr conc cru dem desp dev disenfranch disgu enterpr exc exerc expert
	franch improv inc lia likew merchand otherw parad pra prec prem prom rev superv surm surpr telev treat
`)

// otherForms brings nouns and spellings together whose forms no rule does:
// irregular plurals, and pairs of British and American spellings. A plural that
// is also another word's ("bases") stays as it is.
var otherForms = forms(`
	man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice; person people; wife wives; knife knives;
	half halves; wolf wolves; thief thieves; shelf shelves; crisis crises; thesis theses; hypothesis hypotheses; analysis analyses;
	medium media; datum data; criterion criteria; phenomenon phenomena; curriculum curricula; memorandum memoranda;
	referendum referenda; stratum strata;
	defense defence defences; offense offence offences; license licence licences; pretense pretence pretences;
	practice practise practised practises practising; program programme programmes; gray grey; check cheque cheques; tire tyre tyres;
	curb kerb; plow plough ploughed ploughing; jewelry jewellery; aging ageing; airplane aeroplane aeroplanes; judgment judgement judgements;
	acknowledgment acknowledgement; skeptic sceptic sceptics; skeptical sceptical; skepticism scepticism; mold mould;
	maneuver manoeuvre manoeuvres manoeuvred manoeuvring maneuvre; inquiry enquiry enquiries; artifact artefact artefacts; fiber fibre fibres;
	caliber calibre; somber sombre; saber sabre; story storey storeys; sulfur sulphur; aluminum aluminium; fulfill fulfil fulfils; enroll enrol;
	installment instalment instalments; skillful skilful; willful wilful; fuel fuelled fuelling; draft draught draughts; mustache moustache;
	pajamas pyjamas; specialty speciality specialities; cozy cosy; us usa; cent percent; ax axe; pediatric paediatric; ton tonne tonnes
`)

// verbForms brings the irregular forms of English verbs to their base; those
// that are also words of another meaning ("found", "left", "saw") stay as they
// are.
var verbForms = forms(`
	arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun; bend bent; bind bound;
	bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built; burn burnt;
	buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt;
	drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; flee fled;
	fling flung; fly flew flown; forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven;
	freeze froze frozen; give gave given; go went gone; grow grew grown; hang hung; hear heard; hide hid hidden; hold held;
	keep kept; kneel knelt; know knew known; lay laid; lead led; leap leapt; learn learnt; lend lent; lie lain; light lit; lose lost; make made;
	mean meant; meet met; mislead misled; mistake mistook mistaken; overcome overcame; oversee oversaw overseen; overtake overtook overtaken;
	overthrow overthrew overthrown; pay paid; prove proven; rebuild rebuilt; repay repaid; rewrite rewrote rewritten;
	ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see seen; seek sought; sell sold;
	send sent; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk;
	sit sat; sleep slept; slide slid; speak spoke spoken; spell spelt; spend spent; spill spilt; spin spun; spoil spoilt; spring sprang sprung;
	stand stood; steal stole stolen; stick stuck; strike struck stricken; strive strove striven; swear swore sworn; sweep swept; swell swollen;
	swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown;
	undergo underwent undergone; understand understood; undertake undertook undertaken; uphold upheld; wake woke woken; wear wore worn;
	weave wove woven; weep wept; win won; withdraw withdrew withdrawn; withhold withheld; withstand withstood; write wrote written
`)

// forms reads rows that are parted by semicolons, each a base and the forms it
// stands for.
func forms(table string) map[string]string {
	of := map[string]string{}
	for _, row := range strings.Split(table, ";") {
		w := strings.Fields(row)
		for _, form := range w[1:] {
			of[form] = w[0]
		}
	}
	return of
}
