package discord

import (
	"strings"

	"github.com/bwmarrin/discordgo"
)

// componentsAfterEntries is kept for what follows the entries of a message: a
// rule, a line, a menu and a row of buttons.
const componentsAfterEntries = 10

// paged ends a message with a page of entries from the given one on, what is
// said beneath them, and buttons: to the first and the next entries, and
// others. to gives the parts of the id of the button that leads to an entry.
func (b *builder) paged(all []entry, from int, to func(int) []string, beneath []string, others ...linked) {
	from = min(from, len(all))
	next := from + b.fitting(all[from:])
	b.entries(all[from:next])
	if from > 0 || next < len(all) {
		beneath = append([]string{which(next-from, from, len(all))}, beneath...)
	}
	var row []discordgo.Button
	if from > 0 {
		row = buttons(linked{"From the start", to(0)})
	}
	if next < len(all) {
		more := buttons(linked{"More", to(next)})
		if len(more) == 0 { // its id would be too long
			beneath = append(beneath, "no button can lead to the rest: ask for one topic or a shorter time")
		}
		row = append(row, more...)
	}
	b.rule()
	if len(beneath) > 0 {
		b.say("-# " + strings.Join(beneath, " · "))
	}
	b.row(append(row, buttons(others...)...)...)
}

// fitting is how many of the entries fit whole, at least one if there is any.
func (b *builder) fitting(all []entry) int {
	text, components := b.room()-roomAfterEntries, maxMessageComponents-b.count-componentsAfterEntries
	for n, e := range all {
		words, _ := write(e.prefix, e.words, maxMessageText)
		text -= e.around() + units(words)
		components -= 2
		if n := len(passageButtons(e.key)) + len(e.buttons); n > 0 {
			components -= 1 + n
		}
		if n > 0 && (text < 0 || components < 0) {
			return n
		}
	}
	return len(all)
}
