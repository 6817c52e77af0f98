package discord

import (
	"github.com/bwmarrin/discordgo"
)

// componentsAfterEntries is kept for what follows the entries of a message: a
// rule, a line, a menu and a row of buttons.
const componentsAfterEntries = 10

// page shows the entries from the given one on, as many as fit whole but one
// at least, and tells which is the next to show: their number where that was
// the last.
func (b *builder) page(all []entry, from int) (next int) {
	from = min(from, len(all))
	text, components := b.room()-roomAfterEntries, maxMessageComponents-b.count-componentsAfterEntries
	for next = from; next < len(all); next++ {
		e := all[next]
		words, _ := write(e.prefix, e.words, maxMessageText)
		text -= units(paragraphs(e.head, words, e.foot))
		components -= 2
		if n := len(passageButtons(e.key)) + len(e.buttons); n > 0 {
			components -= 1 + n
		}
		if next > from && (text < 0 || components < 0) {
			break
		}
	}
	b.entries(all[from:next])
	return next
}

// ofAll says which entries a page shows, where it does not show all.
func ofAll(from, next, all int) []string {
	if from == 0 && next == all {
		return nil
	}
	return []string{which(next-from, from, all)}
}

// turns are the buttons to the first entry and to the next ones; to gives the
// parts of the id of the button that leads to an entry.
func turns(from, next, all int, to func(int) []string) []discordgo.Button {
	var out []linked
	if from > 0 {
		out = append(out, linked{"From the start", to(0)})
	}
	if next < all {
		out = append(out, linked{"More", to(next)})
	}
	return buttons(out...)
}
