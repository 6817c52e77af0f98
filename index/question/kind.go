package question

import (
	"strings"

	"dossierbot/index"
	"dossierbot/index/words"
)

// wanting are the phrases that tell what kind of thing a question asks for.
var wanting = []struct {
	answer  index.AnswerType
	phrases [][]string
}{
	{index.Number, phrases(`how many; how much; how large; how big; how long; how high; how far; how old; how often; what share; share of; what percentage;
		percentage of; what proportion; proportion of; number of; kiek; ile; ilu; сколько; скільки; колькі`)},
	{index.When, phrases("since when; when; what year; which year; what date; which date; which month; what day; which day; kada; kelintais; kiedy; когда; коли; калі")},
	{index.Who, phrases("who; whom; whose; kto; кто; хто; кого; kogo")},
}

// answerType tells what kind of thing is asked for, and marks the words that
// say so. "When" and "who" behind a noun begin a relative clause and ask for
// nothing.
func (s *sentence) answerType() index.AnswerType {
	for _, kind := range wanting {
		for _, p := range kind.phrases {
			at := s.find(p, 0)
			if at < 0 || kind.answer != index.Number && len(p) == 1 && !s.interrogative(at) {
				continue
			}
			for i := at; i < at+len(p); i++ {
				if s.folded(i) != "old" { // of an age, unlike a size, the answer tells in such words
					s.use[i] = isCue
				}
			}
			return kind.answer
		}
	}
	return ""
}

// interrogative tells whether a question word asks: it comes first, or behind
// a preposition or what tells how the question is asked.
func (s *sentence) interrogative(i int) bool {
	if i == 0 {
		return true
	}
	f := s.folded(i - 1)
	return s.topical(i-1) || s.placing(i-1) || ownership[f] || commanding[f] || f == "me" || f == "and" || f == "since" || f == "exactly" || f == "by" ||
		(sayingForms[f] || sayingAbroad[f]) && s.verb(i-1)
}

// dimension tells which sense of when the question's time has. A verb alone,
// such as "published", does not say: what it is about may be the event. Where
// several words speak of it, the one nearest before the time decides.
func (s *sentence) dimension(found speech) index.Dimension {
	first, last := s.time()
	at, dim := -1, index.AnyTime
	sign := func(i int, d index.Dimension) {
		if dim == index.AnyTime || i < first && i > at {
			at, dim = i, d
		}
	}
	if found.said && found.cue >= 0 && (found.first >= 0 || found.anybody) {
		if s.attributive(first, last) {
			return index.Event
		}
		sign(found.cue, index.Said)
	}
	if i := s.publication(first, last); i >= 0 {
		s.use[i] = isCue
		if s.folded(i+1) == "published" {
			s.use[i+1] = isCue
		}
		sign(i, index.Published)
	}
	for i := range s.words {
		if f := s.folded(i); happening[f] || f == "place" && (s.folded(i-1) == "took" || s.folded(i-1) == "take" || s.folded(i-1) == "taken") {
			if s.foreign {
				s.use[i] = isCue // in English they are generic
			}
			sign(i, index.Event)
		}
	}
	return dim
}

// time is where the first and the last word of the question's time stand.
func (s *sentence) time() (first, last int) {
	first = -1
	for i, u := range s.use {
		if u == isTime {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// attributive tells whether the time belongs to what is spoken of: "about the
// 2020 election", "about the protests of August 2020".
func (s *sentence) attributive(first, last int) bool {
	if subjecting[s.folded(first)] || subjecting[s.folded(first-1)] {
		return true
	}
	topic := false
	for i := range first {
		topic = topic || s.topical(i) && s.folded(i) != "to"
	}
	if !topic {
		return false
	}
	if s.folded(first) == "of" || s.folded(first-1) == "of" {
		return true
	}
	before := s.folded(first - 1)
	next := last + 1
	return (determiner(before) || s.topical(first-1)) && next < len(s.words) && (s.use[next] == isOpen && !s.words[next].Stop || s.use[next] == isName)
}

// publication is where the question speaks of documents by when they came out:
// "documents from 2020", "what was published in 2020"; -1 for nowhere.
func (s *sentence) publication(first, last int) int {
	for i := range s.words {
		f := s.folded(i)
		switch {
		case s.use[i] == isName || s.use[i] == isTime:
		case f == "opublikowano" || f == "paskelbta" || f == "опубликовано" || f == "опубліковано" || f == "апублікавана":
			return i
		case f == "published" && s.passive(i):
			noun := s.firstNoun(i)
			if noun >= 0 && !documentary[s.folded(noun)] {
				continue // what one of those named published is an event of its own
			}
			if noun >= 0 {
				s.use[noun] = isCue
			}
			return i
		case documentary[f] && (i == last+1 || i < first && s.bare(i+1, first) || s.head(i) && s.verbless(i+1)):
			return i
		}
	}
	return -1
}

// firstNoun is the first word before another that is neither a stop word nor a
// command; -1 for none.
func (s *sentence) firstNoun(before int) int {
	for i := range before {
		if !s.words[i].Stop && !commanding[s.folded(i)] {
			return i
		}
	}
	return -1
}

// bare tells whether the words from one to another are prepositions, or say
// that something came out.
func (s *sentence) bare(from, to int) bool {
	for i := from; i < to; i++ {
		if f := s.folded(i); !s.placing(i) && !ownership[f] && f != "published" && f != "dated" && f != "written" {
			return false
		}
	}
	return true
}

// head tells whether a noun is what the question asks for: only words of
// asking stand before it.
func (s *sentence) head(i int) bool {
	for j := range i {
		if !s.words[j].Stop && !s.asks(j) {
			return false
		}
	}
	return true
}

// verbless tells whether no verb stands from a word on.
func (s *sentence) verbless(from int) bool {
	for i := from; i < len(s.words); i++ {
		if s.use[i] == isOpen && (words.IsVerbForm(s.folded(i)) && !strings.HasSuffix(s.folded(i), "ing") || auxiliaries[s.folded(i)] || being[s.folded(i)]) {
			return false
		}
	}
	return true
}
