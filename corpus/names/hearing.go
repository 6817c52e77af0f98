package names

import (
	"unicode/utf8"
)

// soundRef is a stem of a person's name as it sounds.
type soundRef struct {
	entry int32
	class class
	sound string
}

// The sounds that a name needs before another spelling of it is taken for it
// in running text, and how far the two may differ.
const (
	leastSounds     = 4
	leastLatin      = 5    // where it is no Cyrillic spelling of a Latin name
	sameScriptLimit = 0.25 // of distance
	scriptLimit     = 0.65
)

// hear makes the sounds of the persons' words known. It is called once all
// names are added.
func (l *lexicon) hear() {
	for _, ref := range l.all {
		e := &l.entries[ref.entry]
		if !e.person || utf8.RuneCountInString(e.lower) < 3 {
			continue
		}
		for _, s := range soundsOf(ref.text) {
			key := soundKey(s)
			l.heard.add(key)
			l.bySound[key] = append(l.bySound[key], soundRef{ref.entry, ref.class, s})
		}
	}
	l.all = nil
}

// mayHear tells, quickly, whether heardForms could find the folded word.
func (l *lexicon) mayHear(fold []byte) bool {
	for _, s := range soundsOf(string(fold)) {
		if p := pair(soundKey(s)); l.heard.has(p) || l.heard.has(p&0xFF) {
			return true
		}
	}
	return false
}

// heardForms appends to dst the entries that the word, in lower case, is
// another spelling of, in any script and case form.
func (l *lexicon) heardForms(dst []form, low string, cyrillic bool) []form {
	cut := len(low)
	for range longestEnding + 1 {
		if set := l.ends[Fold(low[cut:])]; set != 0 {
			for _, s := range soundsOf(low[:cut]) {
				if len(s) < leastSounds {
					continue
				}
				for _, ref := range l.bySound[soundKey(s)] {
					if set&(1<<ref.class) != 0 {
						dst = l.fitSound(dst, ref, s, Fold(low[cut:]), cyrillic)
					}
				}
			}
		}
		if cut < 3 {
			break
		}
		_, size := utf8.DecodeLastRuneInString(low[:cut])
		cut -= size
	}
	return dst
}

func (l *lexicon) fitSound(dst []form, ref soundRef, sound, end string, cyrillic bool) []form {
	// A Cyrillic word spells a Latin name by ear; all other pairs agree closer.
	limit, least := sameScriptLimit, leastLatin
	if cyrillic && !isCyrillic(l.entries[ref.entry].lower) {
		limit, least = scriptLimit, leastSounds
	}
	if len(sound) < least {
		return dst
	}
	d := distance(sound, ref.sound, limit)
	if d > limit {
		return dst
	}
	best := form{entry: ref.entry}
	for _, e := range l.table[ref.class] {
		if e.fold == end {
			if s := e.score() - (scoreExact - scoreSound) - d/20; s > best.score {
				best.score, best.end = s, e
			}
		}
	}
	if best.score == 0 {
		return dst
	}
	for i := range dst {
		if dst[i].entry == best.entry {
			if dst[i].score < best.score {
				dst[i] = best
			}
			return dst
		}
	}
	return append(dst, best)
}

func isCyrillic(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x400 && r < 0x530
}
