package discord

import "github.com/bwmarrin/discordgo"

// entry is a part of an answer: what is said of it, its words, where they
// stand, and a button that leads further.
type entry struct {
	head      string // escaped; may be empty
	words     []run  // untrusted; may be none
	prefix    string // of every line of the words
	foot      string // escaped
	button    discordgo.Button
	hasButton bool
}

// roomAfterEntries is kept for what follows the entries of a message.
const roomAfterEntries = 350

// leastWords is the room that the words of an entry get in any case.
const leastWords = 12

// entries shows entries one under the other. The words share the room that is
// left, so that no short ones are cut for long ones.
func (b *builder) entries(entries []entry) {
	needs := make([]int, len(entries))
	room := b.room() - roomAfterEntries
	for i, e := range entries {
		room -= units(e.head) + 1 + units(e.foot)
		if len(e.words) > 0 {
			whole, _ := write(e.prefix, e.words, maxMessageText)
			needs[i] = units(whole)
		}
	}
	for i, share := range shares(needs, room) {
		e := entries[i]
		text := e.head
		if len(e.words) > 0 {
			words, _ := write(e.prefix, e.words, max(share, leastWords))
			if text != "" {
				text += "\n"
			}
			text += words
		}
		b.rule()
		b.say(text)
		if e.hasButton {
			b.beside(e.foot, e.button)
		} else {
			b.say(e.foot)
		}
	}
}
