package question

import (
	"dossierbot/index"
	"dossierbot/index/words"
)

// assign says which of those named should have spoken, which are spoken of,
// and which should only be named.
func (r *Reader) assign(s *sentence, found speech, q *index.Query) {
	if found.first >= 0 {
		s.markMedium()
	}
	if found.cue >= 0 && (found.first >= 0 || words.IsGeneric(s.folded(found.cue)) || s.foreign || uttered[s.folded(found.cue)]) {
		s.use[found.cue] = isCue
		if cue := s.words[found.cue]; found.first >= 0 && !words.IsGeneric(cue.Folded) && (sayingStems[cue.Stem] || uttered[cue.Folded]) {
			q.Cue = cue.Stem
		}
	}
	var acting, states []string
	for i, n := range s.named {
		speaks := found.first <= i && i <= found.last
		if n.name != "" {
			if speaks {
				q.SpeakerNames = appendNew(q.SpeakerNames, n.name)
				for w := n.first; w <= n.last; w++ {
					s.use[w] = isName
				}
			}
			continue
		}
		for _, a := range n.actors {
			switch {
			case speaks:
				q.Speakers = appendNew(q.Speakers, a)
			case found.first >= 0 || found.anybody:
				q.About = appendNew(q.About, a)
			case r.states[a]:
				states = appendNew(states, a)
			default:
				acting = appendNew(acting, a)
			}
		}
	}
	q.Actors = acting
	switch {
	case len(acting) == 0:
		q.Actors = states
	default: // beside somebody who acts, a state is what it is about
		for _, a := range states {
			q.About = appendNew(q.About, a)
		}
	}
	q.About = without(q.About, q.Speakers)
}

// markMedium marks "in his op-ed", "in an interview".
func (s *sentence) markMedium() {
	for i := range s.words {
		if s.folded(i) != "in" || i+2 >= len(s.words) || !s.words[i+1].Stop {
			continue
		}
		for j := i + 2; j < len(s.words) && s.use[j] == isOpen && media[s.folded(j)]; j++ {
			s.use[j] = isCue
		}
	}
}
