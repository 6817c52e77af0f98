package question

import (
	"strings"

	"dossierbot/index"
	"dossierbot/index/words"
)

// frameWords are words that speak of one kind of event or relation, a line for
// each: whoever asks where somebody studied is answered by a passage in which
// they graduated. After the lexical units of FrameNet's frames of the same
// names (Baker, Fillmore and Lowe, The Berkeley FrameNet Project, 1998), those
// alone that seldom speak of anything else.
const frameWords = `
age: age aged old born birth
agriculture: agriculture farming farm farmer
appointing: appoint name hire nominate elect choose select
assistance: help aid assist assistance
being_employed: work job employ employer employee serve post role career profession occupation
businesses: company firm enterprise business
cause_change_of_size: widen expand extend enlarge
closure: close shut closure
commerce_buy: buy purchase acquire acquisition takeover
commerce_sell: sell sale seller
competition: play player club team side squad
contacting: meet meeting visit talk
cost: cost price fee expensive
death: die death dead
decrease: decrease fall decline drop shrink
difficulty: obstacle difficulty problem hurdle barrier hindrance
discussion: negotiate negotiation dialogue discuss discussion
dismissing: dismiss fire sack resign quit layoff redundancy
education: study attend educate education graduate school college university degree enrol enroll student
imprisonment: prison imprison detain detention jail incarcerate inmate custody arrest
increase: increase rise grow growth
intentionally_create: found founder establish create creator
killing: kill murder assassinate
leadership: lead leader head chair chairman chairwoman preside president direct director manage manager command commander govern rule
locale: locate location headquarter headquarters seat base situate
making_agreement: agree agreement deal accord treaty pact
manufacturing: make maker build builder manufacture manufacturer produce producer construct
membership: member membership belong join
military_exercise: drill exercise manoeuvre
name_conferral: name rename call known title
opposing: oppose reject resist
personal_relationship: marry wed marriage wife husband spouse widow
possession: own owner ownership possess belong
prohibiting: ban prohibit forbid bar outlaw
publishing: publish publisher issue release
quarreling: dispute quarrel conflict row
residence: live reside residence home dwell settle
rewards: award prize medal honour honor
supporting: support back favour favor endorse
tourism: tourist tourism visitor traveller traveler travel trip
`

// frames are for each stem the stems of the frames that it is of.
var frames = framesOf(frameWords)

func framesOf(list string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.SplitSeq(strings.TrimSpace(list), "\n") {
		_, units, _ := strings.Cut(line, ":")
		var stems []string
		for _, w := range strings.Fields(units) {
			stems = appendNew(stems, words.Stem(w))
		}
		for _, stem := range stems {
			for _, other := range stems {
				if other != stem {
					out[stem] = appendNew(out[stem], other)
				}
			}
		}
	}
	return out
}

// addFrames gives the terms the other words of their frames.
func addFrames(terms []index.Term) {
	for i, t := range terms {
		if !t.Name && !t.Foreign {
			terms[i].Frame = frames[t.Stem]
		}
	}
}
