package question

import (
	"slices"
	"strings"

	"dossierbot/index"
	"dossierbot/index/words"
)

// saying are the folded words of saying and thinking: where a question has
// one, somebody should have said what answers it. English by its forms, the
// other languages by the forms that questions use.
var saying = setOf(`
	say says said saying tell tells told state states stated claim claims claimed comment comments commented
	speak speaks spoke talk talked remark remarked mention mentioned declare declared announce announced explain explained
	argue argues argued stress stressed emphasise emphasize emphasised emphasized note noted write writes wrote written
	think thinks thought believe believes believed want wants wanted insist insists insisted warn warns warned
	admit admits admitted suggest suggests suggested conclude concludes concluded describe describes described
	stand stands stood accuse accuses accused demand demands demanded propose proposes proposed call calls called
	respond responded reply replied answer answered react reacted criticise criticised criticize criticized
	sako sake pasake sakyti kalba kalbejo teigia teige mano pareiske
	powiedzial powiedziala mowi mowil mowila twierdzi twierdzil mysli uwaza oswiadczyl
	сказал сказала сказали говорит говорил говорила заявил заявила заявили думает считает пишет
	сказав каже говорив заявив заявила вважає думає
	сказау сказаў кажа казаў заявіў лічыць думае
`)

// holding are the nouns of what somebody thinks: "X's view", "position of X".
var holding = setOf(`
	view views opinion opinions position positions stance stances attitude attitudes line statement statements remark remarks
	comment comments quote quotes words argument arguments claim claims demand demands criticism reaction response
	pozicija pozicijos nuomone nuomones pareiskimas pareiskimai poziuris
	stanowisko opinia opinie zdanie wypowiedz wypowiedzi
	позиция мнение заявление заявления слова позиція думка заява пазіцыя меркаванне
`)

// topical are the prepositions after which stands what is spoken of, not who
// speaks.
var topical = setOf(`about on regarding concerning over against toward towards with to apie del o na temat wobec о об про насчет аб пра`)

// assign says which actors should have spoken, which are spoken of, and which
// should only be named.
func (r *Reader) assign(s *sentence, actors []named, q *index.Query) {
	speaker, cue := s.speaker(actors)
	if speaker >= 0 {
		s.markMedium()
	}
	if cue >= 0 {
		s.use[cue] = isCue
		if !words.IsGeneric(s.words[cue].Folded) {
			q.Cue = s.words[cue].Stem
		}
	}
	for i, n := range actors {
		for _, a := range n.actors {
			switch {
			case i == speaker:
				q.Speakers = appendNew(q.Speakers, a)
			case speaker >= 0:
				q.About = appendNew(q.About, a)
			default:
				q.Actors = appendNew(q.Actors, a)
			}
		}
	}
	// Beside somebody who acts, a state is what it is about.
	isState := func(a string) bool { return r.states[a] }
	if acting := slices.DeleteFunc(slices.Clone(q.Actors), isState); len(acting) > 0 {
		for _, a := range q.Actors {
			if isState(a) {
				q.About = appendNew(q.About, a)
			}
		}
		q.Actors = acting
	}
	q.About = slices.DeleteFunc(q.About, func(a string) bool { return slices.Contains(q.Speakers, a) })
}

// media are the nouns for that in which somebody speaks or writes: beside a
// speaker they say where, and not about what.
var media = setOf("op ed oped article interview letter speech address column essay post tweet book report press conference message")

// markMedium marks "in his op-ed", "in an interview".
func (s *sentence) markMedium() {
	for i, w := range s.words {
		if w.Folded != "in" || i+2 >= len(s.words) || !s.words[i+1].Stop {
			continue
		}
		for j := i + 2; j < len(s.words) && media[s.words[j].Folded]; j++ {
			s.use[j] = isCue
		}
	}
}

// speaker finds which of the actors is asked for as the one who speaks, and
// the word that says so; -1 for none.
func (s *sentence) speaker(actors []named) (actor, cue int) {
	for i, w := range s.words {
		if s.use[i] != isOpen {
			continue
		}
		switch {
		case i > 0 && w.Folded == "to" && s.words[i-1].Folded == "according":
			if n := after(actors, i); n >= 0 && actors[n].first <= i+2 {
				return n, i
			}
		case saying[w.Folded]:
			// "did X say", "X said" before it, "ką sakė X" after it; what
			// stands behind about, on … is the subject matter.
			if n := s.before(actors, i); n >= 0 {
				return n, i
			}
			if n := after(actors, i); n >= 0 && !s.behindTopical(actors[n].first, i) {
				return n, i
			}
		case holding[w.Folded]:
			if n := s.before(actors, i); n >= 0 && actors[n].last >= i-2 {
				return n, i
			}
			if n := after(actors, i); n >= 0 && i+1 < len(s.words) && (actors[n].first == i+1 || byOrOf[s.words[i+1].Folded] && actors[n].first <= i+3) {
				return n, i
			}
		}
	}
	// "X on Y": no verb, the actor first.
	if len(actors) > 0 && actors[0].first <= 1 && actors[0].last+1 < len(s.words) {
		next := s.words[actors[0].last+1].Folded
		if next == "on" || next == "about" || next == "apie" || next == "о" || next == "об" || next == "про" {
			return 0, -1
		}
	}
	return -1, -1
}

var byOrOf = setOf("by of from")

// before is the last actor before a word that does not stand behind a topical
// preposition.
func (s *sentence) before(actors []named, word int) int {
	for n := len(actors) - 1; n >= 0; n-- {
		if actors[n].last < word && !s.behindTopical(actors[n].first, 0) {
			return n
		}
	}
	return -1
}

func after(actors []named, word int) int {
	return slices.IndexFunc(actors, func(n named) bool { return n.first > word })
}

// behindTopical tells whether, between two words, a topical preposition leads
// to the second.
func (s *sentence) behindTopical(word, from int) bool {
	for i := word - 1; i >= max(from, word-3); i-- {
		if topical[s.words[i].Folded] {
			return true
		}
		if saying[s.words[i].Folded] {
			return false
		}
	}
	return false
}

// wanting are the phrases that tell what kind of thing a question asks for.
var wanting = []struct {
	answer  index.AnswerType
	phrases []string
}{
	{index.Number, []string{"how many", "how much", "what share", "share of", "what percentage", "percentage of", "what proportion", "proportion of",
		"number of", "how large", "how big", "how long", "kiek", "ile", "ilu", "сколько", "скільки", "колькі"}},
	{index.When, []string{"since when", "when", "what year", "which year", "what date", "which month", "kada", "kiedy", "когда", "коли", "калі"}},
	{index.Who, []string{"who", "whom", "whose", "kto", "кто", "хто"}},
}

// answerType tells what kind of thing is asked for, and marks the words that
// say so.
func answerType(s *sentence) index.AnswerType {
	for _, t := range wanting {
		for _, p := range t.phrases {
			phrase := strings.Fields(p)
			at, ok := s.has(phrase...)
			if !ok {
				continue
			}
			for i := at; i < at+len(phrase); i++ {
				s.use[i] = isCue
			}
			return t.answer
		}
	}
	return ""
}

// dimension tells which sense of when a question's time has. A verb alone,
// such as "published", does not say: what it is about may be the event.
func dimension(s *sentence, q index.Query) index.Dimension {
	for i, w := range s.words {
		if (s.use[i] == isOpen || s.use[i] == isCue) && saying[w.Folded] && (len(q.Speakers) > 0 || s.passive(i)) {
			return index.Said
		}
	}
	for _, p := range []string{"what was published", "documents published", "articles published", "reports published", "documents from", "articles from", "sources from"} {
		if _, ok := s.has(strings.Fields(p)...); ok {
			return index.Published
		}
	}
	for _, w := range []string{"happened", "happen", "happening", "occurred", "occur", "ivyko", "nutiko", "vyko", "wydarzylo", "stalo", "произошло", "случилось", "сталося", "адбылося"} {
		if _, ok := s.has(w); ok {
			return index.Event
		}
	}
	return index.AnyTime
}

// passive tells whether a verb stands behind a form of "to be": "what was
// said".
func (s *sentence) passive(verb int) bool {
	for i := max(0, verb-3); i < verb; i++ {
		switch s.words[i].Folded {
		case "was", "were", "is", "been", "has", "being":
			return true
		}
	}
	return false
}

func appendNew(list []string, v string) []string {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
