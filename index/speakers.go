package index

import (
	"slices"

	"dossierbot/corpus"
	"dossierbot/index/words"
)

// unlisted is the key by which a speaker is indexed whom no editor has listed:
// the last word of the name, which is the surname; empty for a name without
// words.
func unlisted(name string) string {
	w := words.Of(name)
	if len(w) == 0 {
		return ""
	}
	return "~" + w[len(w)-1].Folded
}

// speakerKeys are the keys by which the speaker of a statement is indexed: as
// an actor, and by name.
func speakerKeys(s corpus.Statement) []string {
	var keys []string
	for _, key := range []string{s.Speaker, unlisted(s.SpeakerText)} {
		if key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// hasSpeaker tells whether a query asks for what somebody said.
func (q Query) hasSpeaker() bool { return len(q.Speakers)+len(q.SpeakerNames) > 0 }

// speakerKeys are the keys of the speakers asked for.
func (q Query) speakerKeys() []string {
	keys := slices.Clone(q.Speakers)
	for _, name := range q.SpeakerNames {
		if key := unlisted(name); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// saidBy tells whether a statement is by a speaker asked for.
func (q Query) saidBy(s corpus.Statement) bool {
	if s.Speaker != "" && slices.Contains(q.Speakers, s.Speaker) {
		return true
	}
	return slices.ContainsFunc(q.SpeakerNames, func(name string) bool { return sameName(name, s.SpeakerText) })
}

// speaks tells whether a passage has a statement by a speaker asked for, or is
// one's own.
func (q Query) speaks(r record) bool {
	return slices.Contains(q.Speakers, r.Document.AuthorID) || slices.ContainsFunc(r.Passage.Statements, q.saidBy)
}

// sameName tells whether two names may be of one person or body: the same
// surname, and no other given name. What stands behind "of" is no surname:
// Lithuania is not its Border Guard.
func sameName(a, b string) bool {
	v, w := words.Of(a), words.Of(b)
	if len(v) == 0 || len(w) == 0 || v[len(v)-1].Folded != w[len(w)-1].Folded {
		return false
	}
	if len(w) < len(v) {
		v, w = w, v
	}
	if n := len(w); n > 1 && (w[n-2].Folded == "of" || n > 2 && w[n-3].Folded == "of" && w[n-2].Folded == "the") && !slices.ContainsFunc(v, func(x words.Word) bool { return x.Folded == "of" }) {
		return false
	}
	return !slices.ContainsFunc(v, func(x words.Word) bool {
		return !slices.ContainsFunc(w, func(y words.Word) bool { return x.Folded == y.Folded })
	})
}
