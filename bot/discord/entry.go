package discord

import "github.com/bwmarrin/discordgo"

// entry is a part of an answer: what is said of it, its words, where they
// stand, and buttons that lead further.
type entry struct {
	head   string // escaped; may be empty
	words  []run  // untrusted; may be none
	prefix string // of every line of the words
	foot   string // escaped
	// key is that of the passage that the words stand in: buttons lead to what
	// stands around it and to its citation. Empty where it is none.
	key     string
	buttons []discordgo.Button // further ones, at most three
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
		room -= e.around()
		if len(e.words) > 0 {
			whole, _ := write(e.prefix, e.words, maxMessageText)
			needs[i] = units(whole)
		}
	}
	for i, share := range shares(needs, room) {
		e := entries[i]
		words := ""
		if len(e.words) > 0 {
			words, _ = write(e.prefix, e.words, max(share, leastWords))
		}
		b.rule()
		b.say(paragraphs(e.head, words, e.foot))
		b.row(append(passageButtons(e.key), e.buttons...)...)
	}
}

// around is the text that an entry takes beside its words.
func (e entry) around() int { return units(e.head) + 1 + units(e.foot) + 1 }

// paragraphs puts the texts that are not empty one under the other.
func paragraphs(texts ...string) string {
	out := ""
	for _, t := range texts {
		if out != "" && t != "" {
			out += "\n"
		}
		out += t
	}
	return out
}

// passageButtons are the buttons that every passage has.
func passageButtons(key string) []discordgo.Button {
	if key == "" {
		return nil
	}
	return buttons(linked{"Context", []string{doContext, key}}, linked{"Cite", []string{doCite, key}})
}
